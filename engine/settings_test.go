package engine_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"circumspect/engine"
	"circumspect/engine/pack"
)

func TestTextsOnTheUsersOfficialAccounts(t *testing.T) {
	c := checker(t, engine.Profile{Org: "ec", OfficialHandles: []string{"@EU_Sample", " Other "}})
	for handle, official := range map[string]bool{
		"EU_Sample": true, "@eu_sample": true, "other": true, "EU_Commission": true, "EU_Sample2": false, "somebody": false, "": false, "@": false,
	} {
		found := ruleIDs(c.Check(engine.Document{Text: "Greens", Handle: handle}))
		assert.Equal(t, official, len(found) == 0, "%q: %v", handle, found)
	}
	c = checker(t, engine.Profile{Org: "ec", OfficialHandles: []string{"", "@"}})
	assert.NotEmpty(t, ruleIDs(c.Check(engine.Document{Text: "Greens"})), "no handle is nobody's")
}

func TestLanguagesThatAreSkipped(t *testing.T) {
	english := "This is the draft note that we have for you."
	french := "Je ne sais pas ce que nous avons dans cette draft note."
	skipped := func(langs ...string) []engine.Note {
		var notes []engine.Note
		for _, lang := range langs {
			notes = append(notes, engine.Note{Kind: "skipped", What: lang})
		}
		return notes
	}
	cases := []struct {
		name  string
		skip  []string
		doc   engine.Document
		found int
		notes []engine.Note
		langs []string
	}{
		{"none", nil, engine.Document{Text: english + "\n" + french}, 2, nil, []string{"en"}},
		{"another", []string{"ru"}, engine.Document{Text: english}, 1, nil, []string{"en"}},
		{"one sentence of two", []string{"fr"}, engine.Document{Text: english + "\n" + french}, 1, skipped("fr"), []string{"en"}},
		{"the other", []string{"en"}, engine.Document{Text: english + "\n" + french}, 1, skipped("en"), nil},
		{"both", []string{"en", "fr"}, engine.Document{Text: english + "\n" + french}, 0, skipped("en", "fr"), nil},
		{"once", []string{"fr"}, engine.Document{Text: french + "\n" + french}, 0, skipped("fr"), nil},
		{"too short to tell", []string{"en"}, engine.Document{Text: "draft note"}, 1, nil, nil},
		{"as the page says", []string{"fr"}, engine.Document{Text: "draft note", Lang: "fr"}, 0, skipped("fr"), nil},
		{"not as the page says", []string{"fr"}, engine.Document{Text: english, Lang: "fr"}, 1, nil, []string{"en"}},
		{"the writer's words only", []string{"fr"}, engine.Document{Text: "draft note", Lang: "en", Shared: engine.Shared{Text: french}}, 1, skipped("fr"), []string{"en"}},
		{"no rules for it either", []string{"fr"}, engine.Document{Text: french}, 0, skipped("fr"), nil},
	}
	for _, c := range cases {
		r := checker(t, engine.Profile{Org: "ec", SkipLanguages: c.skip}).Check(c.doc)
		assert.Len(t, r.Findings, c.found, c.name)
		assert.Equal(t, c.langs, r.Langs, c.name)
		if c.name != "none" { // where the engine says that it has no French
			assert.Equal(t, c.notes, r.Notes, c.name)
		}
	}
}

func TestWatchedWordsAreFoundInSkippedLanguages(t *testing.T) {
	c := checker(t, engine.Profile{Org: "ec", SkipLanguages: []string{"fr", "ru"}, Watchlist: []string{"Héron bleu", "Цапля"}})
	r := c.Check(engine.Document{Text: "Je ne sais pas ce que nous avons des hérons bleus, draft note.\nМы говорили о цапле."})
	assert.Equal(t, []string{"confidentiality/watchlist", "confidentiality/watchlist"}, ruleIDs(r))
	assert.Equal(t, pack.Warning, r.Findings[0].Severity)
	assert.Equal(t, []engine.Note{{Kind: "skipped", What: "fr"}, {Kind: "skipped", What: "ru"}}, r.Notes)
}

func TestCategoriesAreLowered(t *testing.T) {
	severities := func(atMost map[string]string, text string) map[string]pack.Severity {
		out := map[string]pack.Severity{}
		for _, f := range checker(t, engine.Profile{Org: "ec", AtMost: atMost, Watchlist: []string{"heron"}}).Check(engine.Document{Text: text}).Findings {
			out[f.Rule] = f.Severity
		}
		return out
	}
	const text = "a secret note, a draft note, Greens"
	assert.Equal(t, map[string]pack.Severity{"confidentiality/grave": pack.Warning, "confidentiality/paper": pack.Caution, "impartiality/party": pack.Hint}, severities(nil, text))
	assert.Equal(t, map[string]pack.Severity{"confidentiality/grave": pack.Caution, "confidentiality/paper": pack.Caution, "impartiality/party": pack.Hint},
		severities(map[string]string{"confidentiality": "caution", "impartiality": "caution"}, text), "what is lower already stays")
	assert.Equal(t, map[string]pack.Severity{"confidentiality/grave": pack.Hint, "confidentiality/paper": pack.Hint, "impartiality/party": pack.Hint},
		severities(map[string]string{"confidentiality": "hint"}, text))
	assert.Equal(t, map[string]pack.Severity{"impartiality/party": pack.Hint}, severities(map[string]string{"confidentiality": "off"}, text))
	assert.Equal(t, map[string]pack.Severity{"confidentiality/watchlist": pack.Caution}, severities(map[string]string{"confidentiality": "caution"}, "the heron"))
	assert.Equal(t, map[string]pack.Severity{"confidentiality/watchlist": pack.Warning}, severities(map[string]string{"offensive": "off"}, "the heron"))
}

// Of two findings of a category in one place the graver stays, also where both are shown as
// hints in the end.
func TestLoweringDoesNotChooseAnotherFinding(t *testing.T) {
	lib := library()
	lib.Concepts = append(lib.Concepts, terms("long", "a secret note"))
	lib.Rules = append(lib.Rules, pack.Rule{
		ID: "confidentiality/long", Category: "confidentiality", Severity: pack.Hint, Provisions: []string{"EC-1"},
		When: when("long"), Say: map[string]pack.Say{"en": {Title: "T", Message: "m", Advice: "a"}},
	})
	e, err := engine.New(lib)
	require.NoError(t, err)
	for _, atMost := range []map[string]string{nil, {"confidentiality": "hint"}} {
		c, err := e.For(engine.Profile{Org: "ec", AtMost: atMost})
		require.NoError(t, err)
		assert.Equal(t, []string{"confidentiality/grave"}, ruleIDs(c.Check(engine.Document{Text: "a secret note"})), atMost)
	}
}

func TestForRefusesSettings(t *testing.T) {
	e, err := engine.New(library())
	require.NoError(t, err)
	for want, p := range map[string]engine.Profile{
		`profile: skip-language: got "xx", want en, fr, de, es, it, ru, ar or zh`: {SkipLanguages: []string{"en", "xx"}},
		`profile: at-most: got "rudeness", want a category, as in offensive=hint`: {AtMost: map[string]string{"rudeness": "hint"}},
		`profile: at-most: offensive: got "full", want caution, hint or off`:      {AtMost: map[string]string{"offensive": "full"}},
		`profile: at-most: offensive: got "warning", want caution, hint or off`:   {AtMost: map[string]string{"offensive": "warning"}},
		`profile: app-discouraged: got "x", want a word of 2 to 48 letters`:       {AppsDiscouraged: []string{"x"}},
		`profile: app-banned: got "x", want a word of 2 to 48 letters`:            {AppsBanned: []string{"x"}},
	} {
		p.Org = "ec"
		_, err := e.For(p)
		assert.EqualError(t, err, want)
	}
}
