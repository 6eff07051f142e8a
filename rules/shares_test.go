package rules

import (
	"slices"
	"testing"

	"circumspect/engine"
	"circumspect/engine/pack"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The packs and the acts: what is shared without a word of one's own.
func TestSharesAndLikes(t *testing.T) {
	built := shippedEngine(t)
	partisan, abuse, alarm, leak := "endorsement/shared-partisan", "endorsement/shared-abuse", "accuracy/shared-alarm", "confidentiality/shared-leak"
	for _, c := range []struct{ shared, rule string }{
		{"Vote for the Green Harvest Party on Sunday and send these corrupt traitors home. They are vermin.", partisan},
		{"The minister must resign over the steel deal.", partisan},
		{"Refugees are parasites, send them back.", abuse},
		{"Hang them all, and start with the judges.", abuse},
		{"BREAKING: explosion at the steel plant, sources say.", alarm},
		{"Just got the draft note of the cabinet, it is not public yet: they drop the whole steel fund.", leak},
		{"Vote for your favourite cake until Sunday, the lemon one is lovely.", ""},
		{"The new report on refugees and housing is out.", ""},
		{"He called refugees \"parasites\" on air. I switched it off and wrote to the station.", ""},
		{"The note on the steel fund was published this morning: https://ec.europa.eu/fund", ""},
	} {
		for _, org := range []string{"ec", "osce", "un"} {
			for _, act := range []string{"like", "repost", "quote"} {
				want := c.rule != "" && (org != "ec" || act != "like")
				assertShared(t, built, engine.Profile{Org: org}, act, c.shared, c.rule, want)
			}
		}
	}
	for _, c := range []struct {
		field []string
		want  bool
	}{{nil, false}, {[]string{"fisheries"}, false}, {[]string{"steel"}, true}} {
		assertShared(t, built, engine.Profile{Org: "ec", Field: c.field}, "like", "The minister must resign over the steel deal.", partisan, c.want)
	}
}

// assertShared wants a rule to hold for a shared text, or no rule that is more than a hint.
func assertShared(t *testing.T, built *engine.Engine, p engine.Profile, act, shared, rule string, want bool) {
	t.Helper()
	checker, err := built.For(p)
	require.NoError(t, err)
	found := checker.Check(engine.Document{Surface: act, Lang: "en", Shared: engine.Shared{Text: shared, Author: "friend"}}).Findings
	held := false
	for _, f := range found {
		assert.True(t, f.Shared, "%s: %s", shared, f.Rule)
		assert.LessOrEqual(t, f.Severity, pack.Caution, "%s: %s", shared, f.Rule)
		held = held || f.Rule == rule
	}
	assert.Equal(t, want, held, "%s %s: %s", p.Org, act, shared)
	if !want {
		assert.False(t, slices.ContainsFunc(found, func(f engine.Finding) bool { return f.Severity > pack.Hint }), "%s %s: %s", p.Org, act, shared)
	}
}

// What an organisation publishes may be passed on.
func TestOfficialSources(t *testing.T) {
	built := shippedEngine(t)
	text := "The occupation forces are committing genocide and their allies are accomplices."
	for author, want := range map[string]bool{"UN": true, "@un": true, "EU_Commission": true, "UNfan": false, "": false} {
		checker, err := built.For(engine.Profile{Org: "un"})
		require.NoError(t, err)
		found := checker.Check(engine.Document{Surface: "repost", Lang: "en", Shared: engine.Shared{Text: text, Author: author}}).Findings
		assert.Equal(t, want, len(found) == 0, author)
	}
}
