package engine_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"circumspect/engine"
	"circumspect/engine/learned"
	"circumspect/engine/pack"
)

// withModel gives a library with a rule that follows the learned signal, which reads
// texts on convoys as security.
func withModel(t *testing.T) *pack.Library {
	m := &learned.Model{Outputs: pack.Categories()}
	security := 1
	require.Equal(t, "security", m.Outputs[security])
	for range m.Outputs {
		m.Bias, m.Threshold = append(m.Bias, 0), append(m.Threshold, learned.One)
	}
	for f := range m.Scale {
		m.Scale[f] = learned.One * learned.ScaleOne
	}
	require.NoError(t, m.SetRows([]learned.Row{
		{Key: learned.WordKey("convoy"), Weights: []learned.Weight{{Output: security, By: 4}}},
		{Key: learned.WordKey("tomorrow"), Weights: []learned.Weight{{Output: security, By: 4}}},
		{Key: learned.WordKey("our")}, {Key: learned.WordKey("here")}, {Key: learned.WordKey("again")},
	}))
	rule := pack.Rule{
		ID: "security/learned", Category: "security", Severity: pack.Caution, Provisions: []string{"EC-1"},
		When: pack.Condition{Concept: pack.ReadsAs + "security"}, Scope: pack.ScopePost,
		Say: map[string]pack.Say{"en": {Title: "t", Message: "m", Advice: "a"}},
	}
	plain := rule
	plain.ID, plain.When = "security/gate", pack.Condition{Concept: "gate"}
	return &pack.Library{
		Concepts:   []pack.Concept{{ID: "gate", Terms: map[string][]string{"en": {"gate"}, "fr": {"portail"}}}},
		Rules:      []pack.Rule{plain, rule},
		Packs:      []pack.Pack{{ID: "ec"}},
		Provisions: []pack.Provision{{ID: "EC-1", Org: "ec"}},
		Model:      m.Pack(),
	}
}

func TestLearnedSignal(t *testing.T) {
	e, err := engine.New(withModel(t))
	require.NoError(t, err)
	loaded, err := engine.Load(e.Image())
	require.NoError(t, err)
	for _, e := range []*engine.Engine{e, loaded} {
		c, err := e.For(engine.Profile{Org: "ec"})
		require.NoError(t, err)
		found := c.Check(engine.Document{Text: "🚚 Our convoy comes here again tomorrow."}).Findings
		require.Len(t, found, 1)
		assert.Equal(t, "security/learned", found[0].Rule)
		assert.Equal(t, []engine.Span{{Start: 7, End: 13}, {Start: 31, End: 39}}, found[0].Weighed)
		assert.Empty(t, c.Check(engine.Document{Text: "We come here again."}).Findings)
	}
}

func TestLearnedSignalGivesWayToAPhrase(t *testing.T) {
	e, err := engine.New(withModel(t))
	require.NoError(t, err)
	c, err := e.For(engine.Profile{Org: "ec"})
	require.NoError(t, err)
	found := c.Check(engine.Document{Text: "Our convoy comes tomorrow. It takes the gate."}).Findings
	require.Len(t, found, 1)
	assert.Equal(t, "security/gate", found[0].Rule)
	assert.Nil(t, found[0].Weighed)
}

func TestAPhraseInAHarmlessTextIsAHint(t *testing.T) {
	lib := withModel(t)
	for _, r := range []struct{ category, word string }{{"security", "wall"}, {"offensive", "fool"}} {
		warning := lib.Rules[0]
		warning.ID, warning.Category, warning.Severity = r.category+"/"+r.word, r.category, pack.Warning
		warning.When = pack.Condition{Concept: r.word}
		lib.Rules = append(lib.Rules, warning)
		lib.Concepts = append(lib.Concepts, pack.Concept{ID: r.word, Terms: map[string][]string{"en": {r.word}}})
	}
	m, err := learned.Unpack(lib.Model, pack.Categories())
	require.NoError(t, err)
	m.Harmless = learned.One / 4
	lib.Model = m.Pack()
	e, err := engine.New(lib)
	require.NoError(t, err)
	c, err := e.For(engine.Profile{Org: "ec"})
	require.NoError(t, err)
	found := c.Check(engine.Document{Text: "Here again: our gate."}).Findings
	require.Len(t, found, 1)
	assert.Equal(t, pack.Hint, found[0].Severity)
	found = c.Check(engine.Document{Text: "Here again: our wall."}).Findings
	require.Len(t, found, 1)
	assert.Equal(t, pack.Warning, found[0].Severity, "about what is told")
	found = c.Check(engine.Document{Text: "Here again: our fool."}).Findings
	require.Len(t, found, 1)
	assert.Equal(t, pack.Hint, found[0].Severity, "about how it is said")
	found = c.Check(engine.Document{Text: "Here again tomorrow: our gate."}).Findings
	require.Len(t, found, 1)
	assert.Equal(t, pack.Caution, found[0].Severity)
}

func TestLearnedSignalKnowsOnlyEnglish(t *testing.T) {
	e, err := engine.New(withModel(t))
	require.NoError(t, err)
	c, err := e.For(engine.Profile{Org: "ec"})
	require.NoError(t, err)
	text := "Le convoy est là et nous ne savons pas ce que la tomorrow nous dit dans cette ville"
	assert.Empty(t, c.Check(engine.Document{Text: text}).Findings)
}

func TestBrokenModel(t *testing.T) {
	lib := withModel(t)
	lib.Model = lib.Model[:40]
	_, err := engine.New(lib)
	assert.ErrorContains(t, err, "learned: got ")
}
