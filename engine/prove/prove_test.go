package prove

import (
	"testing"

	"circumspect/engine/match"
	"circumspect/engine/pack"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The list that names are checked against and the list that the matcher finds are one.
func TestBuiltInConceptsAgree(t *testing.T) {
	var got []string
	for _, concept := range pack.BuiltIns() {
		got = append(got, concept.ID)
	}
	assert.ElementsMatch(t, match.Builtins[:], got)
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
