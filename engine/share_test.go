package engine_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"circumspect/engine"
	"circumspect/engine/pack"
)

// sharing is a library in which what is shared is judged by an ordinary rule of each severity,
// and likes count for the United Nations only.
func sharing(t *testing.T) *engine.Engine {
	t.Helper()
	say := map[string]pack.Say{"en": {Title: "T", Message: "m", Advice: "a"}}
	cited, acts := []string{"EC-1", "UN-1"}, []string{"quote", "repost", "like"}
	e, err := engine.New(&pack.Library{
		Concepts:   []pack.Concept{terms("party", "greens"), terms("quip", "how funny"), terms("fool", "fool~"), terms("hate", "vermin"), terms("press", "the paper writes")},
		Provisions: []pack.Provision{{ID: "EC-1", Org: "ec"}, {ID: "UN-1", Org: "un"}},
		Packs: []pack.Pack{
			{ID: "ec", Likes: pack.LikesOwnField, Official: pack.Official{Handles: []string{"EU_Commission"}}},
			{ID: "un", Official: pack.Official{Handles: []string{"UN"}}, Severity: map[string]pack.Severity{"impartiality/party": pack.Hint}},
		},
		Rules: []pack.Rule{
			{ID: "discrimination/hate", Category: "discrimination", Severity: pack.Warning, Provisions: cited, Surfaces: []string{"post"}, When: when("hate"), Unless: []string{"press"}, Say: say},
			{ID: "discrimination/in-bio", Category: "discrimination", Severity: pack.Warning, Provisions: cited, Surfaces: []string{"bio"}, When: when("press"), Say: say},
			{ID: "endorsement/hate", Category: "endorsement", Severity: pack.Caution, Provisions: cited, On: pack.OnShared, Surfaces: acts, Scope: pack.ScopePost, When: when("breaks-discrimination"), Raise: []string{"own-field"}, Say: say},
			{ID: "endorsement/party", Category: "endorsement", Severity: pack.Caution, Provisions: cited, On: pack.OnShared, Surfaces: acts, Scope: pack.ScopePost, When: when("breaks-impartiality"), Say: say},
			{ID: "impartiality/party", Category: "impartiality", Severity: pack.Caution, Provisions: cited, When: when("party"), Say: say},
			{ID: "impartiality/quip", Category: "impartiality", Severity: pack.Hint, Provisions: cited, When: when("quip"), Say: say},
			{ID: "offensive/fool", Category: "offensive", Severity: pack.Warning, Provisions: cited, When: when("fool"), Say: say},
		},
	})
	require.NoError(t, err)
	return e
}

// share checks what is shared without a word of one's own.
func share(t *testing.T, p engine.Profile, surface string, shared engine.Shared) []engine.Finding {
	t.Helper()
	c, err := sharing(t).For(p)
	require.NoError(t, err)
	return c.Check(engine.Document{Surface: surface, Shared: shared}).Findings
}

func TestWhatIsSharedIsJudgedLikeAPostOfOnesOwn(t *testing.T) {
	text := engine.Shared{Text: "😀 Vote greens! Those vermin, those vermin.", Author: "friend"}
	for _, c := range []struct {
		org, surface string
		field        []string
		want         []string
	}{
		{"ec", "quote", nil, []string{"endorsement/party", "endorsement/hate"}},
		{"ec", "repost", nil, []string{"endorsement/party", "endorsement/hate"}},
		{"ec", "like", nil, nil},
		{"ec", "like", []string{"steel"}, nil},
		{"ec", "like", []string{"vote"}, []string{"endorsement/party", "endorsement/hate"}},
		{"ec", "post", nil, nil},
		{"un", "repost", nil, []string{"endorsement/hate"}}, // there the party is but a hint
		{"un", "like", nil, []string{"endorsement/hate"}},
	} {
		found := share(t, engine.Profile{Org: c.org, Field: c.field}, c.surface, text)
		assert.Equal(t, c.want, ruleIDs(engine.Result{Findings: found}), c)
		for _, f := range found {
			assert.True(t, f.Shared)
			assert.Equal(t, pack.Caution, f.Severity, "never so grave that it holds the writer up")
		}
	}
	found := share(t, engine.Profile{Org: "un"}, "like", text)
	assert.Equal(t, "vermin, those vermin", utf16Slice(text.Text, found[0].Span))
}

func TestWhatMayBeShared(t *testing.T) {
	for name, shared := range map[string]engine.Shared{
		"a hint":                        {Text: "How funny."},
		"but a hint in this pack":       {Text: "Vote greens!"},
		"another category":              {Text: "Fools, all of them."},
		"an exception of the rule":      {Text: "The paper writes vermin."},
		"an official source":            {Text: "They are vermin.", Author: "un"},
		"one of another organisation's": {Text: "They are vermin.", Author: "@EU_Commission"},
	} {
		assert.Empty(t, share(t, engine.Profile{Org: "un"}, "repost", shared), name)
	}
	assert.NotEmpty(t, share(t, engine.Profile{Org: "un"}, "repost", engine.Shared{Text: "They are vermin.", Author: "UN fan"}))
}

// What one shares costs one's own text nothing.
func TestOwnTextBesideAShare(t *testing.T) {
	c, err := sharing(t).For(engine.Profile{Org: "ec"})
	require.NoError(t, err)
	found := c.Check(engine.Document{Text: "Fools.", Surface: "quote", Shared: engine.Shared{Text: "They are vermin."}}).Findings
	require.Len(t, found, 2)
	assert.Equal(t, pack.Warning, found[0].Severity)
	assert.False(t, found[0].Shared)
	assert.True(t, found[1].Shared)
}
