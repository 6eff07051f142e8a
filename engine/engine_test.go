package engine_test

import (
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"circumspect/engine"
	"circumspect/engine/pack"
)

func terms(id string, list ...string) pack.Concept {
	return pack.Concept{ID: id, Terms: map[string][]string{"en": list}}
}

func when(id string) pack.Condition { return pack.Condition{Concept: id} }

func ptr[T any](v T) *T { return &v }

// library is a small library in which every part of a rule is used.
func library() *pack.Library {
	say := map[string]pack.Say{
		"en": {Title: "Paper", Message: "m", Advice: "a", Suggest: []pack.Suggest{
			{Label: "sentence", Remove: "sentence"}, {Label: "words", Remove: "words"},
			{Label: "replace", Replace: ptr("public page")}, {Label: "append", Append: "Link."},
		}},
		"fr": {Title: "Document", Message: "m", Advice: "a"},
	}
	plain := map[string]pack.Say{"en": {Title: "T", Message: "m", Advice: "a"}}
	return &pack.Library{
		Concepts: []pack.Concept{
			terms("paper", "(draft|internal) note~"), terms("grave", "secret note"), terms("party", "greens"), terms("work", "decide~"),
		},
		Provisions: []pack.Provision{{ID: "EC-1", Org: "ec"}, {ID: "UN-1", Org: "un"}},
		Packs: []pack.Pack{
			{ID: "ec", Name: "EC", Official: pack.Official{Domains: []string{"europa.eu"}, Handles: []string{"EU_Commission"}}, Severity: map[string]pack.Severity{"impartiality/party": pack.Hint}},
			{ID: "un", Name: "UN", Without: []string{"messaging/work"}},
		},
		Rules: []pack.Rule{
			{ID: "confidentiality/grave", Category: "confidentiality", Severity: pack.Warning, Provisions: []string{"EC-1"}, When: when("grave"), Say: plain},
			{ID: "confidentiality/paper", Category: "confidentiality", Severity: pack.Caution, Provisions: []string{"EC-1", "UN-1"}, When: when("paper"), Unless: []string{"official-link"}, Raise: []string{"own-field"}, Say: say},
			{ID: "endorsement/party", Category: "endorsement", Severity: pack.Caution, Provisions: []string{"UN-1"}, On: pack.OnShared, Surfaces: []string{"quote", "repost", "like"}, When: when("party"), Say: plain},
			{ID: "impartiality/party", Category: "impartiality", Severity: pack.Caution, Provisions: []string{"EC-1", "UN-1"}, Profile: &pack.Situation{Official: ptr(false)}, When: when("party"), Say: plain},
			{ID: "messaging/work", Category: "messaging", Severity: pack.Caution, Provisions: []string{"EC-1", "UN-1"}, Surfaces: []string{"dm"}, When: when("work"), Say: plain},
			{ID: "confidentiality/watchlist", Category: "confidentiality", Severity: pack.Warning, Provisions: []string{"EC-1"}, When: when("watchlist"), Say: plain},
		},
	}
}

func checker(t *testing.T, p engine.Profile) *engine.Checker {
	t.Helper()
	e, err := engine.New(library())
	require.NoError(t, err)
	c, err := e.For(p)
	require.NoError(t, err)
	return c
}

func ruleIDs(r engine.Result) []string {
	var ids []string
	for _, f := range r.Findings {
		ids = append(ids, f.Rule)
	}
	return ids
}

var ec = engine.Profile{Org: "ec"}

func TestCheckPicksTheRulesOfTheUser(t *testing.T) {
	quote := engine.Document{Text: "So true", Surface: "quote", Shared: engine.Shared{Text: "Vote Greens"}}
	cases := []struct {
		name    string
		profile engine.Profile
		doc     engine.Document
		want    []string
	}{
		{"pack", engine.Profile{Org: "un"}, engine.Document{Text: "a secret note"}, nil},
		{"every provision of the pack", engine.Profile{Org: "un"}, engine.Document{Text: "a draft note"}, []string{"confidentiality/paper"}},
		{"surface", ec, engine.Document{Text: "we decided", Surface: "dm"}, []string{"messaging/work"}},
		{"other surface", ec, engine.Document{Text: "we decided"}, nil},
		{"left out by the pack", engine.Profile{Org: "un"}, engine.Document{Text: "we decided", Surface: "dm"}, nil},
		{"not in the bio", ec, engine.Document{Text: "a draft note", Surface: "bio"}, nil},
		{"official account", engine.Profile{Org: "ec", Official: true}, engine.Document{Text: "Greens"}, nil},
		{"official account by its handle", ec, engine.Document{Text: "Greens", Handle: "eu_commission"}, nil},
		{"another organisation's account", engine.Profile{Org: "un"}, engine.Document{Text: "Greens", Handle: "EU_Commission"}, []string{"impartiality/party"}},
		{"somebody's account", ec, engine.Document{Text: "Greens", Handle: "somebody"}, []string{"impartiality/party"}},
		{"message on a private device", engine.Profile{Org: "ec", Device: "private"}, engine.Document{Text: "we decided", Surface: "dm"}, nil},
		{"message on an office device", engine.Profile{Org: "ec", Device: "corporate"}, engine.Document{Text: "we decided", Surface: "dm"}, []string{"messaging/work"}},
		{"politics in a message", ec, engine.Document{Text: "Greens", Surface: "dm"}, nil},
		{"shared text", engine.Profile{Org: "un"}, quote, []string{"endorsement/party"}},
		{"shared text, other pack", ec, quote, nil},
		{"watchlist", engine.Profile{Org: "ec", Watchlist: []string{"Project Heron"}}, engine.Document{Text: "project heron!"}, []string{"confidentiality/watchlist"}},
		{"exception", ec, engine.Document{Text: "a draft note https://ec.europa.eu/x"}, nil},
		{"one category, one place, the graver", ec, engine.Document{Text: "a draft note, a secret note"}, []string{"confidentiality/paper", "confidentiality/grave"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, ruleIDs(checker(t, c.profile).Check(c.doc))) })
	}
	assert.Len(t, cases, 18)
}

func TestSeverityFollowsPackAndField(t *testing.T) {
	severity := func(p engine.Profile, text string) pack.Severity {
		r := checker(t, p).Check(engine.Document{Text: text})
		require.Len(t, r.Findings, 1)
		return r.Findings[0].Severity
	}
	assert.Equal(t, pack.Hint, severity(ec, "Greens"))
	assert.Equal(t, pack.Caution, severity(engine.Profile{Org: "un"}, "Greens"))
	assert.Equal(t, pack.Caution, severity(engine.Profile{Org: "ec", Field: []string{"steel"}}, "a draft note"))
	assert.Equal(t, pack.Warning, severity(engine.Profile{Org: "ec", Field: []string{"steel"}}, "a draft note on steel"))
}

func TestSpansAreUTF16(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"emoji before", "😀👩‍💻 the draft note", "draft note"},
		{"right to left before", "مرحبا draft note", "draft note"},
		{"combining marks", "e\u0301e\u0301 draft note", "draft note"},
		{"zero width inside", "a dra\u200bft note", "dra\u200bft note"},
		{"look-alike letters", "a drаft note", "drаft note"},
		{"full width", "a ｄｒａｆｔ note", "ｄｒａｆｔ note"},
		{"ornamental letters", "a 𝗱𝗿𝗮𝗳𝘁 note", "𝗱𝗿𝗮𝗳𝘁 note"},
		{"not UTF-8", "\xff\xfe draft note", "draft note"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := checker(t, ec).Check(engine.Document{Text: c.text})
			require.Len(t, r.Findings, 1)
			assert.Equal(t, c.want, utf16Slice(c.text, r.Findings[0].Span))
		})
	}
	assert.Len(t, cases, 8)
}

func TestSuggestions(t *testing.T) {
	apply := func(text string, s engine.Suggestion) string {
		return utf16Slice(text, engine.Span{End: s.Span.Start}) + s.Text + utf16Slice(text, engine.Span{Start: s.Span.End, End: 1 << 20})
	}
	text := "😀 Hello. See the draft note here. Bye."
	r := checker(t, ec).Check(engine.Document{Text: text})
	require.Len(t, r.Findings, 1)
	got := map[string]string{}
	for _, s := range r.Findings[0].Suggestions {
		got[s.Label] = apply(text, s)
	}
	assert.Equal(t, map[string]string{
		"sentence": "😀 Hello. Bye.",
		"words":    "😀 Hello. See the  here. Bye.",
		"replace":  "😀 Hello. See the public page here. Bye.",
		"append":   text + " Link.",
	}, got)
}

func TestThread(t *testing.T) {
	parts := []string{"😀 one", "two", "the draft note"}
	r := checker(t, ec).Check(engine.Document{Parts: parts})
	require.Len(t, r.Findings, 1)
	f := r.Findings[0]
	assert.Equal(t, 2, f.Part)
	assert.Equal(t, "draft note", utf16Slice(parts[2], f.Span))
	assert.Equal(t, engine.Span{Start: 14, End: 14}, f.Suggestions[3].Span, "appended to its own post")
}

func TestMessagesInTheUsersLanguage(t *testing.T) {
	doc := engine.Document{Text: "a draft note"}
	assert.Equal(t, "Document", checker(t, engine.Profile{Org: "ec", Lang: "fr-BE"}).Check(doc).Findings[0].Title)
	assert.Equal(t, "Paper", checker(t, engine.Profile{Org: "ec", Lang: "fi"}).Check(doc).Findings[0].Title)
}

func TestMediaQuestionsInTheUsersLanguage(t *testing.T) {
	lib := library()
	lib.Packs[0].Media = []pack.Question{
		{Ask: map[string]string{"en": "Is it yours?", "fr": "Est-ce la vôtre ?"}, Provisions: []string{"EC-1"}},
		{Ask: map[string]string{"en": "Did they agree?"}, Provisions: []string{"EC-1"}},
	}
	built, err := engine.New(lib)
	require.NoError(t, err)
	loaded, err := engine.Load(built.Image())
	require.NoError(t, err)
	c, err := loaded.For(engine.Profile{Org: "ec", Lang: "fr-BE"})
	require.NoError(t, err)
	assert.Equal(t, []engine.Question{{Ask: "Est-ce la vôtre ?", Provisions: []string{"EC-1"}}, {Ask: "Did they agree?", Provisions: []string{"EC-1"}}}, c.Media())
	c, err = loaded.For(engine.Profile{Org: "un"})
	require.NoError(t, err)
	assert.Empty(t, c.Media())
}

func TestNotes(t *testing.T) {
	c := checker(t, ec)
	note := func(d engine.Document) []engine.Note { return c.Check(d).Notes }
	assert.Empty(t, note(engine.Document{Text: ""}))
	assert.Empty(t, note(engine.Document{Text: "This is what we have for you"}))
	assert.Equal(t, []engine.Note{{Kind: "language", What: "fr"}}, note(engine.Document{Text: "Je ne sais pas ce que nous avons dans cette note"}))
	assert.Equal(t, []engine.Note{{Kind: "language", What: "und"}}, note(engine.Document{Text: strings.Repeat("ekki vita hvad gera ", 5)}))
	assert.Equal(t, []engine.Note{{Kind: "language", What: "de"}}, note(engine.Document{Text: "x", Lang: "de"}))
}

func TestALongTextIsCutAndSaysSo(t *testing.T) {
	c := checker(t, ec)
	text := strings.Repeat("we have it. ", engine.MaxUnits/12) + "........ the draft note"
	r := c.Check(engine.Document{Text: text})
	assert.Contains(t, r.Notes, engine.Note{Kind: "cut", What: "200000"})
	assert.Empty(t, r.Findings)
}

func TestForRefuses(t *testing.T) {
	e, err := engine.New(library())
	require.NoError(t, err)
	_, err = e.For(engine.Profile{Org: "nato"})
	assert.EqualError(t, err, `profile: org: got "nato", want ec, un`)
	_, err = e.For(engine.Profile{Org: "ec", Watchlist: []string{"x"}})
	assert.ErrorContains(t, err, `profile: watchlist: got "x"`)
}

func TestAnImageGivesTheSameEngine(t *testing.T) {
	built, err := engine.New(library())
	require.NoError(t, err)
	loaded, err := engine.Load(built.Image())
	require.NoError(t, err)
	assert.Equal(t, built.Image(), loaded.Image())
	for _, org := range []string{"ec", "un"} {
		a, err := built.For(engine.Profile{Org: org})
		require.NoError(t, err)
		b, err := loaded.For(engine.Profile{Org: org})
		require.NoError(t, err)
		for _, text := range []string{"", "a draft note and a secret note", "Greens 😀", "Je ne sais pas ce que nous avons"} {
			assert.Equal(t, a.Check(engine.Document{Text: text}), b.Check(engine.Document{Text: text}))
		}
	}
}

func TestLoadRefusesABrokenImage(t *testing.T) {
	e, err := engine.New(library())
	require.NoError(t, err)
	image := e.Image()
	_, err = engine.Load([]byte("something else"))
	assert.ErrorContains(t, err, "image: got another beginning")
	for _, n := range []int{20, 21, 40, len(image) / 2, len(image) - 1} {
		_, err = engine.Load(image[:n])
		assert.ErrorContains(t, err, "image: got fewer bytes", n)
	}
}

func utf16Slice(text string, s engine.Span) string {
	var out []rune
	n := 0
	for _, r := range text {
		size := 1
		if r > 0xFFFF {
			size = 2
		}
		if n >= s.Start && n+size <= s.End {
			out = append(out, r)
		}
		n += size
	}
	return string(out)
}

func FuzzCheck(f *testing.F) {
	e, err := engine.New(library())
	require.NoError(f, err)
	c, err := e.For(engine.Profile{Org: "ec", Field: []string{"steel"}})
	require.NoError(f, err)
	for _, s := range []string{"", "a draft note", "😀 draft note. x", "\xff draft\u200b note", "draft note\n\ndraft notes!"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		units := len(utf16.Encode([]rune(s)))
		r := c.Check(engine.Document{Text: s})
		for _, finding := range r.Findings {
			require.Less(t, finding.Span.Start, finding.Span.End)
			require.LessOrEqual(t, finding.Span.End, units)
			for _, g := range finding.Suggestions {
				require.LessOrEqual(t, g.Span.Start, g.Span.End)
				require.LessOrEqual(t, g.Span.End, units)
			}
		}
		require.Equal(t, r, c.Check(engine.Document{Text: s}), "the same text gives the same result")
	})
}

func TestSaysInWhichLanguagesItReadATextAndInNoOther(t *testing.T) {
	c := checker(t, ec)
	langs := func(d engine.Document) []string { return c.Check(d).Langs }
	assert.Equal(t, []string{"en"}, langs(engine.Document{Text: "This is what we have for you"}))
	assert.Equal(t, []string{"en"}, langs(engine.Document{Text: "This is what we have for you. Je ne sais pas ce que nous avons dans cette note."}))
	assert.Empty(t, langs(engine.Document{Text: "Je ne sais pas ce que nous avons dans cette note"}))
	assert.Empty(t, langs(engine.Document{Text: "Lunch"}))
	assert.Equal(t, []string{"en"}, langs(engine.Document{Text: "Lunch", Lang: "en"}))
	assert.Empty(t, langs(engine.Document{Text: "x", Lang: "fi"}))
}
