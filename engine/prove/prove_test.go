package prove

import (
	"testing"

	"circumspect/engine"
	"circumspect/engine/match"
	"circumspect/engine/pack"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The list that names are checked against and the list that the matcher finds are one.
func TestBuiltInConceptsAgree(t *testing.T) {
	assert.Len(t, match.Numbers(nil), match.BuiltInCount)
	for i, category := range pack.Categories() {
		assert.Equal(t, match.ReadsAs(i), match.Numbers(nil)[pack.ReadsAs+category])
	}
	for i, category := range pack.SharedCategories() {
		assert.Equal(t, match.Breaks(i), match.Numbers(nil)[pack.Breaks+category])
	}
	assert.Equal(t, match.OwnField, match.Numbers(nil)["own-field"])
	assert.ElementsMatch(t, match.Validators(), pack.Validators())
}

func library(rules ...pack.Rule) *pack.Library {
	concept := func(id, term string) pack.Concept {
		return pack.Concept{ID: id, About: id, Terms: map[string][]string{"en": {term}}}
	}
	return &pack.Library{
		Concepts: []pack.Concept{concept("paper", "memo"), concept("telling", "says")},
		Rules:    rules,
		Packs:    []pack.Pack{{ID: "ec"}, {ID: "un", Without: []string{"a/former"}}},
		Provisions: []pack.Provision{
			{ID: "EC-1", Org: "ec"}, {ID: "UN-1", Org: "un"},
		},
	}
}

func rule(id string, change func(*pack.Rule)) pack.Rule {
	r := pack.Rule{
		ID: id, Category: "a", Severity: pack.Hint, Provisions: []string{"EC-1", "UN-1"},
		When: pack.Condition{All: []pack.Condition{{Concept: "paper"}, {Concept: "telling"}}},
	}
	change(&r)
	return r
}

func TestExamples(t *testing.T) {
	en := func(text string) pack.Example { return pack.Example{Lang: "en", Text: text} }
	lib := library(
		rule("a/holds", func(r *pack.Rule) {
			r.Flag, r.Allow = []pack.Example{en("The memo says so.")}, []pack.Example{en("The memo is long.")}
		}),
		rule("a/fails", func(r *pack.Rule) {
			r.Unless = []string{"question"}
			r.Flag, r.Allow = []pack.Example{en("Who says memo?"), en("The memo.")}, []pack.Example{en("It is quiet."), en("It says memo.")}
		}),
		rule("a/graver", func(r *pack.Rule) { // stands over a/holds in the same words
			r.Severity = pack.Warning
			r.Flag = []pack.Example{en("The memo says so.")}
		}),
		rule("a/former", func(r *pack.Rule) {
			r.Profile = &pack.Situation{Status: []string{"former"}}
			r.Flag = []pack.Example{en("The memo says so.")}
			r.Allow = []pack.Example{{Lang: "en", Text: "The memo says so.", Status: "official"}}
		}),
		rule("a/bio", func(r *pack.Rule) {
			r.Surfaces = []string{"bio"}
			r.Flag = []pack.Example{en("The memo says so."), {Lang: "en", Text: "The memo says so.", Org: "un"}}
			r.Allow = []pack.Example{{Lang: "en", Text: "The memo says so.", Surface: "post"}}
		}),
		rule("a/shared", func(r *pack.Rule) {
			r.On = pack.OnShared
			r.Flag = []pack.Example{{Lang: "en", Shared: "The memo says so."}}
			r.Allow = []pack.Example{en("The memo says so.")}
		}),
		rule("a/thread", func(r *pack.Rule) {
			r.Scope = pack.ScopePost
			r.Flag = []pack.Example{{Lang: "en", Parts: []string{"The memo.", "It says so."}}}
		}),
	)
	problems, err := Examples(lib)
	require.NoError(t, err)
	var lines []string
	for _, problem := range problems {
		lines = append(lines, problem.Error())
	}
	assert.Equal(t, []string{
		`rules/a/fails.yaml: flag[0]: got no finding of this rule (ec or un; when: paper "memo", telling "says"; unless: question "?"), want one`,
		`rules/a/fails.yaml: flag[1]: got no finding of this rule (ec or un; when: paper "memo"), want one`,
		`rules/a/fails.yaml: allow[1]: got a finding of this rule (ec or un; when: paper "memo", telling "says"), want none`,
	}, lines)
}

func TestExamplesNeedAnEngine(t *testing.T) {
	_, err := Examples(library(rule("a/b", func(r *pack.Rule) { r.When = pack.Condition{Concept: "nothing"} })))
	assert.ErrorContains(t, err, "prove: ")
}

func TestFiring(t *testing.T) {
	paper := func(id string, change func(*pack.Rule)) pack.Rule {
		return rule(id, func(r *pack.Rule) { r.When = pack.Condition{Concept: "paper"}; change(r) })
	}
	lib := library(
		paper("a/first", func(*pack.Rule) {}),
		paper("a/graver", func(r *pack.Rule) { r.Severity = pack.Warning }), // over the same words
		paper("a/private", func(r *pack.Rule) { r.Profile = &pack.Situation{Device: "private"} }),
		rule("a/both", func(*pack.Rule) {}),
		rule("a/elsewhere", func(r *pack.Rule) { r.When, r.Surfaces = pack.Condition{Concept: "telling"}, []string{"bio"} }),
		paper("a/own", func(r *pack.Rule) {
			r.Surfaces = []string{"name"}
			r.Flag = []pack.Example{{Lang: "en", Text: "The memo."}}
		}),
		rule("a/bio", func(r *pack.Rule) {
			r.When, r.Surfaces = pack.Condition{Concept: "paper"}, []string{"bio"}
			r.Flag = []pack.Example{{Lang: "en", Text: "He says."}}
		}),
	)
	sample := func(org, device, text string) Sample {
		return Sample{engine.Profile{Org: org, Device: device}, engine.Document{Text: text, Lang: "en"}}
	}
	samples := []Sample{sample("ec", "", "memo, memo"), sample("un", "", "memo"), sample("ec", "private", "memo"), sample("ec", "", "nothing"), sample("ec", "", "memo says")}
	fields := func(samples []Sample) []string {
		problems, err := Firing(lib, samples)
		require.NoError(t, err)
		var lines []string
		for _, problem := range problems {
			lines = append(lines, problem.Error())
		}
		return lines
	}
	never := []string{
		"rules/a/own.yaml: when: got no finding on 5 posts and the examples of all other rules, want a rule that somebody's words can meet",
		"rules/a/bio.yaml: when: got no finding on 5 posts and the examples of all other rules, want a rule that somebody's words can meet",
	}
	assert.Equal(t, never, fields(samples), "four posts are too few to call two rules one")
	samples[3] = sample("ec", "", "memo")
	assert.Equal(t, append(never, "rules/a/graver.yaml: when: got findings on just the 5 posts on which a/first has them, want one rule, or two that differ"), fields(samples))
	_, err := Firing(lib, []Sample{sample("nato", "", "memo")})
	assert.ErrorContains(t, err, "prove: sample 1: profile: org")
}

func TestTerms(t *testing.T) {
	lib := &pack.Library{Concepts: []pack.Concept{{
		ID: "x", Terms: map[string][]string{"en": {"fine", "(open"}, "de": {"Wort~"}}, Only: map[string][]string{"fr": {"[9] mots"}},
		Patterns: []pack.Pattern{{Regexp: "a+", Gate: []string{"(open", "wide"}, After: 900}, {}},
	}}}
	var fields []string
	for _, problem := range Terms(lib) {
		assert.Equal(t, "rules/concepts/x.yaml", problem.Place)
		assert.NotEmpty(t, problem.Got)
		assert.NotEmpty(t, problem.Want)
		fields = append(fields, problem.Field)
	}
	assert.Equal(t, []string{"terms.de[0]", "terms.en[1]", "only.fr[0]", "patterns[0].gate[0]", "patterns[0].before", "patterns[0].regexp"}, fields)
}
