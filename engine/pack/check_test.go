package pack

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sound gives a small library without problems, new each time so that a test may spoil it.
func sound() *Library {
	text := func(text string) Example { return Example{Lang: "en", Text: text} }
	return &Library{
		Concepts: []Concept{
			{ID: "account", About: "a number", Patterns: []Pattern{{Regexp: "[0-9]{4}", Trigger: TriggerDigits}}},
			{ID: "paper", About: "a paper", Terms: map[string][]string{"en": {"memo"}}},
			{ID: "telling", About: "telling", Only: map[string][]string{"fr": {"voici"}}},
		},
		Rules: []Rule{{
			ID: "confidentiality/paper", Category: "confidentiality", Severity: Warning, Provisions: []string{"EC-1"},
			When: Condition{All: []Condition{{Concept: "paper"}, {Any: []Condition{{Concept: "telling"}, {Concept: "account"}}}}},
			Say:  map[string]Say{"en": {Title: "t", Message: "m", Advice: "a", Suggest: []Suggest{{Label: "l", Remove: "words"}}}},
			Flag: []Example{text("a"), text("b")}, Allow: []Example{text("c"), text("d")},
		}},
		Packs: []Pack{{
			ID: "ec", Name: "n", Version: "1", Sources: []Source{{ID: "EC", Title: "t", Date: "2019-01-31"}},
			Official: Official{Domains: []string{"europa.eu"}, Handles: []string{"EU_Commission"}},
		}},
		Provisions: []Provision{{
			ID: "EC-1", Org: "ec", Document: "d", Place: "p", Says: "s",
			Answers: []Answer{{Kind: "rule", What: "confidentiality/paper"}},
		}},
	}
}

// checkupItem gives a sound item with one thing changed.
func checkupItem(change func(*CheckupItem)) CheckupItem {
	item := CheckupItem{
		ID: "two-step", Ask: map[string]string{"en": "Is a second step on?"}, Why: map[string]string{"en": "Passwords leak."},
		Provisions: []string{"EC-1"}, Links: map[string]string{"x": "https://x.com/settings"},
	}
	change(&item)
	return item
}

func TestSoundLibrary(t *testing.T) {
	assert.Empty(t, Check(sound()))
	assert.Empty(t, Unused(sound()))
	lib := sound()
	lib.Packs[0].Checkup = []CheckupItem{checkupItem(func(*CheckupItem) {})}
	assert.Empty(t, Check(lib))
}

// The rule files in testdata/rules/bad try most problems through the reader; here are
// those that the reader catches first, or that files cannot show.
func TestCheck(t *testing.T) {
	no := false
	for want, spoil := range map[string]func(*Library){
		`rules/concepts/account.yaml: id: got "account", want an id of its own (this one is taken)`: func(l *Library) {
			l.Concepts = append(l.Concepts, l.Concepts[0])
		},
		`rules/concepts/paper-.yaml: id: got "paper-", want a file name of small letters, digits and hyphens`: func(l *Library) {
			l.Concepts = append(l.Concepts, Concept{ID: "paper-", About: "x", Terms: map[string][]string{"en": {"x"}}})
		},
		`rules/concepts/account.yaml: patterns[0].after: got -1, want 0 or more`: func(l *Library) {
			l.Concepts[0].Patterns[0].After = -1
		},
		`rules/concepts/account.yaml: patterns[0].trigger: got "letters", want digits`: func(l *Library) {
			l.Concepts[0].Patterns[0].Trigger = "letters"
		},
		`rules/concepts/paper.yaml: terms.en: got "memo", want each only once`: func(l *Library) {
			l.Concepts[1].Terms["en"] = []string{"memo", "memo"}
		},
		`rules/packs/ec.yaml: short-disclaimers.en: got 9 characters, want fewer than disclaimers.en has`: func(l *Library) {
			l.Packs[0].Disclaimers, l.Packs[0].ShortDisclaimers = map[string]string{"en": "Mine only"}, map[string]string{"en": "Only mine"}
		},
		`rules/packs/ec.yaml: short-disclaimers.fr: got no disclaimer in full, want one in disclaimers.fr`: func(l *Library) {
			l.Packs[0].ShortDisclaimers = map[string]string{"fr": "À moi"}
		},
		`rules/packs/ec.yaml: disclaimer: got "half", want short or full`: func(l *Library) {
			l.Packs[0].Disclaimer = "half"
		},
		`rules/concepts/paper.yaml: terms.en: got nothing, want at least one term`: func(l *Library) {
			l.Concepts[1].Terms["en"] = nil
		},
		`rules/confidentiality/paper.yaml: category: got "security", want "confidentiality"`: func(l *Library) {
			l.Rules[0].Category = "security"
		},
		`rules/confidentiality/paper.yaml: severity: got 0, want hint, caution or warning`: func(l *Library) {
			l.Rules[0].Severity = 0
		},
		`rules/confidentiality/paper.yaml: scope: got "page", want sentence or post`: func(l *Library) {
			l.Rules[0].Scope = "page"
		},
		`rules/confidentiality/paper.yaml: on: got "paper", want text or shared`: func(l *Library) {
			l.Rules[0].On = "paper"
		},
		`rules/confidentiality/paper.yaml: surfaces: got "dm", want each only once`: func(l *Library) {
			l.Rules[0].Surfaces = []string{"dm", "dm"}
		},
		`rules/offensive/paper.yaml: surfaces: got "dm", want no dm (see pack.MessageCategories)`: func(l *Library) {
			l.Rules[0].ID, l.Rules[0].Category, l.Rules[0].Surfaces = "offensive/paper", "offensive", []string{"post", "dm"}
		},
		`rules/confidentiality/paper.yaml: severity: got warning, want hint or caution (others wrote what is shared)`: func(l *Library) {
			l.Rules[0].On = OnShared
		},
		`rules/confidentiality/paper.yaml: on: got a rule on the writer's text that names breaks-…, want on: shared`: func(l *Library) {
			l.Rules[0].When = Condition{Concept: "breaks-threat"}
		},
		`rules/packs/ec.yaml: likes: got "some", want all or own-field`: func(l *Library) {
			l.Packs[0].Likes = "some"
		},
		`rules/packs/ec.yaml: media[0].ask: got no en, want the question in English`: func(l *Library) {
			l.Packs[0].Media = []Question{{Ask: map[string]string{"fr": "Est-ce la vôtre ?"}, Provisions: []string{"EC-1"}}}
		},
		`rules/packs/ec.yaml: media[0].provisions: got "UN-1", want a provision of ec`: func(l *Library) {
			l.Packs = append(l.Packs, Pack{ID: "un", Name: "n", Version: "1", Sources: []Source{{ID: "UN", Title: "t", Date: "2019-03"}}})
			l.Provisions = append(l.Provisions, Provision{ID: "UN-1", Org: "un", Document: "d", Place: "p", Says: "s", Answers: []Answer{{Kind: "reason", What: "r"}}})
			l.Packs[0].Media = []Question{{Ask: map[string]string{"en": "Is it yours?"}, Provisions: []string{"EC-1", "UN-1"}}}
		},
		`rules/packs/ec.yaml: checkup[0].why: got no en, want the reason in English`: func(l *Library) {
			l.Packs[0].Checkup = []CheckupItem{checkupItem(func(i *CheckupItem) { delete(i.Why, "en") })}
		},
		`rules/packs/ec.yaml: checkup[0].id: got "Two step", want a name of small letters, digits and hyphens`: func(l *Library) {
			l.Packs[0].Checkup = []CheckupItem{checkupItem(func(i *CheckupItem) { i.ID = "Two step" })}
		},
		`rules/packs/ec.yaml: checkup: got "two-step", want each only once`: func(l *Library) {
			same := checkupItem(func(*CheckupItem) {})
			l.Packs[0].Checkup = []CheckupItem{same, same}
		},
		`rules/packs/ec.yaml: checkup[0].provisions: got nothing, want at least one provision`: func(l *Library) {
			l.Packs[0].Checkup = []CheckupItem{checkupItem(func(i *CheckupItem) { i.Provisions = nil })}
		},
		`rules/packs/ec.yaml: checkup[0].links.x: got "http://x.com/s", want an https address on x.com`: func(l *Library) {
			l.Packs[0].Checkup = []CheckupItem{checkupItem(func(i *CheckupItem) { i.Links["x"] = "http://x.com/s" })}
		},
		`rules/packs/ec.yaml: checkup[0].links.facebook: got "https://www.facebook.com.example/s", want an https address on www.facebook.com or accountscenter.facebook.com`: func(l *Library) {
			l.Packs[0].Checkup = []CheckupItem{checkupItem(func(i *CheckupItem) { i.Links["facebook"] = "https://www.facebook.com.example/s" })}
		},
		`rules/confidentiality/paper.yaml: profile.device: got "phone", want private or corporate`: func(l *Library) {
			l.Rules[0].Profile = &Situation{Device: "phone", Official: &no}
		},
		`rules/confidentiality/paper.yaml: provisions: got a rule that every pack leaves out, want a pack that keeps it, or no such file`: func(l *Library) {
			l.Packs[0].Without = []string{"confidentiality/paper"}
		},
		`rules/confidentiality/paper.yaml: when: got concepts with patterns: account, second, want at most one such concept a rule`: func(l *Library) {
			l.Concepts = append(l.Concepts, Concept{ID: "second", About: "x", Patterns: l.Concepts[0].Patterns})
			l.Rules[0].Unless = []string{"second"}
		},
		`rules/confidentiality/paper.yaml: when: got nothing, want a concept or exactly one of all, any, none, near, count and score`: func(l *Library) {
			l.Rules[0].When = Condition{}
		},
		`rules/confidentiality/paper.yaml: when: got a condition that can hold without any concept nearby, want at least one concept that must occur where the rule looks (not none, not in: post)`: func(l *Library) {
			l.Rules[0].When = Condition{Any: []Condition{{Concept: "paper"}, {None: []Condition{{Concept: "telling"}}}}}
		},
		`rules/confidentiality/paper.yaml: raise: got "papr", want a concept that exists (did you mean "paper"?)`: func(l *Library) {
			l.Rules[0].Raise = []string{"papr"}
		},
		`rules/packs/ec.yaml: sources[EC].date: got "2019-13", want YYYY-MM-DD or YYYY-MM`: func(l *Library) {
			l.Packs[0].Sources[0].Date = "2019-13"
		},
		`rules/packs/ec.yaml: sources: got nothing, want at least one document`: func(l *Library) {
			l.Packs[0].Sources = nil
		},
		`rules/packs/ec.yaml: official.handles: got "EU_Commission", want each only once`: func(l *Library) {
			l.Packs[0].Official.Handles = []string{"EU_Commission", "EU_Commission"}
		},
		`rules/provisions/ec.yaml: [EC-2].answers[0].what: got "confidentiality/paper", want a rule that cites EC-2`: func(l *Library) {
			l.Provisions = append(l.Provisions, l.Provisions[0])
			l.Provisions[1].ID = "EC-2"
		},
		`rules/provisions/ec.yaml: [UN-1].id: got "UN-1", want the id of a source of ec, a hyphen and a number`: func(l *Library) {
			l.Provisions = append(l.Provisions, Provision{ID: "UN-1", Org: "ec", Document: "d", Place: "p", Says: "s", Answers: []Answer{{Kind: "reason", What: "r"}}})
		},
	} {
		lib := sound()
		spoil(lib)
		var lines []string
		for _, problem := range Check(lib) {
			lines = append(lines, problem.Error())
		}
		assert.Contains(t, lines, want)
	}
}

func TestAPlannedRuleNeedNotExist(t *testing.T) {
	lib := sound()
	lib.Provisions[0].Answers = []Answer{{Kind: "rule", What: "confidentiality/later", Planned: true}}
	assert.Empty(t, Check(lib))
}

func TestPositiveConditions(t *testing.T) {
	a, b := Condition{Concept: "a"}, Condition{Concept: "b"}
	inPost := Condition{Concept: "a", In: ScopePost}
	none := Condition{None: []Condition{b}}
	for _, c := range []struct {
		condition Condition
		want      bool
	}{
		{a, true},
		{none, false},
		{inPost, false},
		{Condition{All: []Condition{none, a}}, true},
		{Condition{All: []Condition{none, inPost}}, false},
		{Condition{Any: []Condition{a, inPost}}, false},
		{Condition{Any: []Condition{a, b}}, true},
		{Condition{Near: &Near{Of: []string{"a", "b"}, Words: 3}}, true},
		{Condition{Count: &Count{Of: []string{"a"}, Min: 2}}, true},
		{Condition{Score: &Score{Of: map[string]int{"a": 1}, Min: 1}}, true},
	} {
		assert.Equal(t, c.want, positive(c.condition, ScopeSentence), "%+v", c.condition)
	}
	assert.True(t, positive(inPost, ScopePost))
}

func TestNamed(t *testing.T) {
	c := Condition{All: []Condition{
		{Concept: "a"},
		{Any: []Condition{{Concept: "b"}, {None: []Condition{{Concept: "c"}}}}},
		{Near: &Near{Of: []string{"d", "e"}}}, {Count: &Count{Of: []string{"f"}}},
		{Score: &Score{Of: map[string]int{"h": 1, "g": 1}}},
	}}
	assert.Equal(t, "a b c d e f g h", strings.Join(Named(c), " "))
}

func TestDidYouMean(t *testing.T) {
	ids := []string{"internal-document", "disclosure", "draft"}
	for word, want := range map[string]string{
		"internl-document": ` (did you mean "internal-document"?)`,
		"disclosures":      ` (did you mean "disclosure"?)`,
		"draught":          "",
		"":                 "",
		"äöü":              "",
	} {
		assert.Equal(t, want, DidYouMean(word, ids), word)
	}
	assert.Empty(t, DidYouMean("x", nil))
}

func TestSeverityAndReachAsText(t *testing.T) {
	for _, severity := range []Severity{Hint, Caution, Warning} {
		text, err := severity.MarshalText()
		require.NoError(t, err)
		var back Severity
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, severity, back)
	}
	_, err := Severity(0).MarshalText()
	assert.EqualError(t, err, "severity: got 0, want 1 to 3")
	for _, reach := range []Reach{{}, {Kind: ReachPost}, {Kind: ReachInside}, {Kind: ReachNext, Words: 4}, {Kind: ReachAround, Words: 12}} {
		text, err := reach.MarshalText()
		require.NoError(t, err)
		var back Reach
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, reach, back)
	}
	for _, bad := range []string{"", "next", "next 0", "next -1", "next four", "post 4", "sentence 1", "inside 2", "everywhere", "next 4 "} {
		var reach Reach
		assert.Error(t, reach.UnmarshalText([]byte(bad)), bad)
	}
}

func TestEither(t *testing.T) {
	assert.Equal(t, "", Either(nil))
	assert.Equal(t, "a", Either([]string{"a"}))
	assert.Equal(t, "a or b", Either([]string{"a", "b"}))
	assert.Equal(t, "a, b or c", Either([]string{"a", "b", "c"}))
}

func TestContradictions(t *testing.T) {
	// with gives the problems of a second rule that flags what the first allows.
	with := func(change func(*Library, *Rule)) []string {
		lib := sound()
		lib.Packs = append(lib.Packs, lib.Packs[0])
		lib.Packs[1].ID = "un"
		lib.Provisions = append(lib.Provisions, Provision{ID: "UN-1", Org: "un"})
		second := sound().Rules[0]
		second.ID = "confidentiality/second"
		second.Flag, second.Allow = []Example{{Lang: "en", Text: "c"}, {Lang: "en", Text: "e"}}, []Example{{Lang: "en", Text: "f"}, {Lang: "en", Text: "g"}}
		change(lib, &second)
		lib.Rules = append(lib.Rules, second)
		c := newChecker(lib)
		c.contradictions()
		var lines []string
		for _, problem := range c.problems {
			lines = append(lines, problem.Error())
		}
		return lines
	}
	own := with(func(_ *Library, r *Rule) { r.Flag[0].Text = "g" })
	assert.Equal(t, []string{`rules/confidentiality/second.yaml: flag[0]: got "g", want a text that confidentiality/second does not allow`}, own)
	told := []string{`rules/confidentiality/second.yaml: flag[0]: got "c", want a text that confidentiality/paper does not allow`}
	assert.Equal(t, told, with(func(*Library, *Rule) {}))
	assert.Equal(t, told, with(func(_ *Library, r *Rule) { r.Flag[0].Org, r.Provisions = "ec", []string{"EC-1", "UN-1"} }))
	for name, change := range map[string]func(*Library, *Rule){
		"another category":   func(_ *Library, r *Rule) { r.Category = "security" },
		"other words":        func(_ *Library, r *Rule) { r.Flag[0].Text = "C" },
		"another surface":    func(_ *Library, r *Rule) { r.Flag[0].Surface = "dm" },
		"the rule's surface": func(_ *Library, r *Rule) { r.Surfaces = []string{"bio"} },
		"another writer":     func(_ *Library, r *Rule) { r.Profile = &Situation{Status: []string{"former"}} },
		"another pack":       func(_ *Library, r *Rule) { r.Provisions = []string{"UN-1"} },
		"an example of another pack": func(l *Library, r *Rule) {
			r.Provisions, l.Rules[0].Provisions = []string{"EC-1", "UN-1"}, []string{"EC-1", "UN-1"}
			r.Flag[0].Org, l.Rules[0].Allow[0].Org = "ec", "un"
		},
	} {
		assert.Empty(t, with(change), name)
	}
}

func TestCheckDisguised(t *testing.T) {
	lib := sound()
	lib.Concepts[1].Disguised = map[string]Disguised{"en": {Words: []string{"idiot moron"}}, "de": {}}
	lib.Concepts[2].Disguised = map[string]Disguised{"en": {Words: []string{"so id*ot"}}}
	var got []string
	for _, p := range Check(lib) {
		got = append(got, p.Field+" "+p.Got)
	}
	assert.ElementsMatch(t, []string{"disguised.de.words nothing", `disguised.en.words[0] "so"`, `disguised.en.words[0] "id*ot"`}, got)
}
