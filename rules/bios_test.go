package rules

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"circumspect/engine"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// employed begins a bio that names the employer, by organisation.
var employed = map[string]string{"ec": "DG TRADE, European Commission. ", "osce": "OSCE, Vienna | ", "un": "UNICEF, Amman\n"}

// disclaimers are ways to say whose views are told, in many languages.
var disclaimers = []string{
	"Opinions are my own", "Views mine", "views = my own", "Tweets are personal", "All views my own", "#ViewsMyOwn", "Own views",
	"Personal account, opinions mine", "I tweet in a personal capacity", "I speak only for myself", "Thoughts my own",
	"Content is my own responsibility", "Opinions? Mine.", "Not speaking for my employer", "Posting as a private citizen", "Takes are mine",
	"Tweets do not represent my employer", "VMO", "my words, my problem", "views ≠ employer's", "I alone answer for what I post",
	"Strictly personal.", "Nothing here is an official position", "None of this is my employer talking", "Opinions expressed here are nobody's but my own",
	"Out of uniform on this site", "No institution was consulted in the making of these tweets", "Any foolishness is my own", "Nobody pays me to tweet this",
	"Soapbox: privately owned", "Usual disclaimers apply", "You won't find my boss's line in these posts",
	"Opinions personnelles", "Propos personnels", "Mes tweets n'engagent que moi", "Tweets à titre personnel", "Avis perso", "Compte personnel, opinions miennes",
	"Meinungen sind meine eigenen", "Private Meinung", "Hier privat", "Ich twittere hier privat", "Nur meine Meinung", "Alle Äußerungen privat",
	"Opiniones personales", "Mis opiniones", "Tuits a título personal", "Opino por mi cuenta",
	"Opinioni personali", "I tweet sono personali", "Parlo per me", "Pensieri miei",
	"Личное мнение", "Мои личные взгляды", "Пишу от себя", "آراء شخصية", "تغريداتي تمثلني", "حساب شخصي", "仅代表个人观点", "言论仅代表本人", "观点与雇主无关",
	"op persoonlijke titel", "Poglądy własne", "Opiniões pessoais", "Åsikter är mina egna", "απόψεις προσωπικές", "názory jsou mé vlastní", "mielipiteet omiani",
}

// others are no disclaimers, whatever words they share with one.
var others = []string{
	"Sea views and hiking", "I love my own garden", "Personal trainer. Runner.", "Private pilot", "Personal finance nerd", "Opinionated about cheese",
	"Content strategist", "Views from my own balcony", "Sharing my views on trade policy", "Photos my own", "Responsible for content at the regional office",
	"Private sector posts and personal growth", "Great views, own boat", "Your opinions are not mine", "I have my own opinions about tea",
	"Views are my employer's", "Views not my own", "Not a UN official", "Never agree with my boss", "Posts about my own garden", "Opinions my cat's",
	"All photos are mine", "My posts: food, travel", "Tweets on private equity", "Official account of the regional office",
	"Writer of my own story", "Not a morning person", "Off duty: guitar", "No comment", "Tell me your story", "A friend of mine said I should write", "I post pictures of my own bread",
	"Personal is political", "Nothing about us without us", "Everything is connected", "My boss is a cat", "Speak up!", "I never tweet",
}

func readBio(t *testing.T, built *engine.Engine, p engine.Profile, b engine.Bio) engine.BioResult {
	t.Helper()
	checker, err := built.For(p)
	require.NoError(t, err)
	return checker.Bio(b)
}

func TestDisclaimersAreRecognised(t *testing.T) {
	built := shippedEngine(t)
	for org, begin := range employed {
		for _, text := range disclaimers {
			r := readBio(t, built, engine.Profile{Org: org}, engine.Bio{Text: begin + text})
			assert.Contains(t, []engine.Grade{engine.Short, engine.Full}, r.Grade, "%s: %s", org, text)
			assert.Equal(t, org != "ec" || r.Grade == engine.Full, r.Enough, "%s: %s", org, text)
			assert.NotEmpty(t, r.Employer)
			assert.NotEmpty(t, r.Disclaimer)
		}
		for _, text := range others {
			r := readBio(t, built, engine.Profile{Org: org}, engine.Bio{Text: begin + text})
			assert.Equal(t, engine.NoDisclaimer, r.Grade, "%s: %s", org, text)
			assert.False(t, r.Enough, "%s: %s", org, text)
			assert.Empty(t, r.Disclaimer)
		}
	}
}

// What the extension offers it must recognise, and find enough.
func TestReadyTextsAreEnough(t *testing.T) {
	built := shippedEngine(t)
	lib, err := Library()
	require.NoError(t, err)
	for _, p := range lib.Packs {
		assert.Len(t, p.Disclaimers, 8)
		for _, texts := range []map[string]string{p.Disclaimers, p.ShortDisclaimers} {
			assert.NotEmpty(t, texts)
			for lang, text := range texts {
				r := readBio(t, built, engine.Profile{Org: p.ID}, engine.Bio{Text: employed[p.ID] + text})
				assert.True(t, r.Enough, "%s, %s: %s: %s", p.ID, lang, text, r.Grade)
			}
		}
	}
}

func TestGrades(t *testing.T) {
	built := shippedEngine(t)
	for text, want := range map[string]engine.Grade{
		"UNICEF, Amman. Views are my own, not those of the UN":                engine.Full,
		"UNICEF, Amman. Posts are my own and not my employer's":               engine.Full,
		"UNICEF, Amman. RT ≠ endorsement":                                     engine.EndorsementOnly,
		"UNICEF, Amman. Likes do not mean agreement":                          engine.EndorsementOnly,
		"UNICEF, Amman. Views mine. RT ≠ endorsement":                         engine.Short,
		"Official account of UNICEF in Amman. Views my own":                   engine.Contradicts,
		"Spokeswoman, UN Mission. My own thoughts, mind you.":                 engine.Contradicts,
		"I speak for the World Food Programme. My views don't represent WFP.": engine.Contradicts,
		"Assistant to the spokesman of the UN. Views my own.":                 engine.Short,
		"Former UN spokesman. Views my own.":                                  engine.Short,
		"Not an official account of the UN. Views my own.":                    engine.Full,
		"Spokesman for my two dogs. Views my own.":                            engine.Short,
		"":                engine.NoDisclaimer,
		"Just a gardener": engine.NoDisclaimer,
	} {
		assert.Equal(t, want, readBio(t, built, engine.Profile{Org: "un"}, engine.Bio{Text: text}).Grade, text)
	}
}

func TestEmployersAndConcerns(t *testing.T) {
	built := shippedEngine(t)
	un := engine.Profile{Org: "un", Lang: "en"}
	cases := []struct {
		profile  engine.Profile
		bio      engine.Bio
		employer []string
		concerns []string // kind, where, words
		enough   bool
	}{
		{un, engine.Bio{Text: "😀 Nurse with @UNICEF_Sample in Sana'a"}, []string{"UNICEF"}, nil, false},
		{un, engine.Bio{Text: "Model UN coach. Gardener."}, nil, nil, true},
		{un, engine.Bio{Text: "Former UN official, now a baker"}, nil, nil, true},
		{un, engine.Bio{Text: "UN-believable cakes"}, nil, nil, true},
		{un, engine.Bio{Text: "Ex-journalist at the UN"}, []string{"UN"}, nil, false},
		{un, engine.Bio{Text: "Baker", Name: "UN Resident Office 🇺🇳", Handle: "baker"}, nil, []string{"emblem name 🇺🇳", "official-looking name UN"}, false},
		{un, engine.Bio{Text: "Baker", Handle: "UN_MariaB"}, nil, []string{"official-looking handle UN_MariaB"}, false},
		{un, engine.Bio{Text: "Baker", Handle: "unhcrMaria"}, nil, []string{"official-looking handle unhcrMaria"}, false},
		{un, engine.Bio{Text: "Baker", Handle: "unicorn_maria"}, nil, nil, true},
		{un, engine.Bio{Text: "😀 Write to ana.b@un.org"}, nil, []string{"work-email bio ana.b@un.org"}, false},
		{un, engine.Bio{Text: "Write to ana.b@mail.example. The emblem on my door."}, nil, []string{"emblem bio emblem"}, true},
		{engine.Profile{Org: "un", Status: "former"}, engine.Bio{Text: "UNHCR, Beirut. Views mine."}, []string{"UNHCR"}, []string{"former bio UNHCR"}, true},
		{engine.Profile{Org: "un", Status: "former"}, engine.Bio{Text: "Retired from the UN. Roses."}, nil, nil, true},
		{engine.Profile{Org: "un", Official: true}, engine.Bio{Text: "UNHCR in Beirut"}, []string{"UNHCR"}, nil, true},
		{engine.Profile{Org: "ec"}, engine.Bio{Text: "Policy officer, DG NEAR"}, []string{"DG NEAR"}, nil, false},
		{engine.Profile{Org: "ec"}, engine.Bio{Text: "Fonctionnaire européenne à Bruxelles"}, []string{"Fonctionnaire européenne"}, nil, false},
		{engine.Profile{Org: "ec"}, engine.Bio{Text: "Working for UNICEF"}, nil, nil, true},
		{engine.Profile{Org: "ec"}, engine.Bio{Text: "Baker", Handle: "EU_Commission"}, nil, nil, true},
		{engine.Profile{Org: "osce"}, engine.Bio{Text: "Beim OSZE-Sekretariat"}, []string{"OSZE"}, nil, false},
	}
	for _, c := range cases {
		r := readBio(t, built, c.profile, c.bio)
		var employers, concerns []string
		for _, s := range r.Employer {
			employers = append(employers, slice(c.bio.Text, s))
		}
		for _, k := range r.Concerns {
			text := map[string]string{"bio": c.bio.Text, "name": c.bio.Name, "handle": c.bio.Handle}[k.Where]
			concerns = append(concerns, k.Kind+" "+k.Where+" "+slice(text, k.Span))
		}
		assert.Equal(t, c.employer, employers, "%+v", c.bio)
		assert.Equal(t, c.concerns, concerns, "%+v", c.bio)
		assert.Equal(t, c.enough, r.Enough, "%+v", c.bio)
	}
}

// slice gives the UTF-16 code units of a span.
func slice(text string, s engine.Span) string {
	return string(utf16.Decode(utf16.Encode([]rune(text))[s.Start:s.End]))
}

func TestReadyTextsFit(t *testing.T) {
	built := shippedEngine(t)
	langs := func(p engine.Profile, b engine.Bio) (list []string) {
		for _, text := range readBio(t, built, p, b).Texts {
			list = append(list, text.Lang)
			assert.LessOrEqual(t, len(utf16.Encode([]rune(b.Text+" "+text.Text))), max(b.Limit, 1<<16*(1-min(b.Limit, 1))), text.Text)
		}
		return list
	}
	french := "Je suis juriste et je parle pour moi, pas pour la Commission"
	ec := engine.Profile{Org: "ec", Lang: "de"}
	assert.Equal(t, []string{"fr", "de", "en"}, langs(ec, engine.Bio{Text: french}))
	assert.Equal(t, []string{"en"}, langs(engine.Profile{Org: "ec", Lang: "en"}, engine.Bio{Text: "DG X"}))
	assert.Equal(t, []string{"en"}, langs(ec, engine.Bio{Text: french, Limit: 110}), "only the short English one has room")
	assert.Empty(t, langs(ec, engine.Bio{Text: french, Limit: 70}))
	short := readBio(t, built, engine.Profile{Org: "ec", Lang: "en"}, engine.Bio{Text: "Lawyer", Limit: 101}).Texts
	require.Len(t, short, 1)
	assert.Less(t, len(short[0].Text), 60)
	full := readBio(t, built, engine.Profile{Org: "ec", Lang: "en"}, engine.Bio{Text: "", Limit: 101}).Texts
	assert.Len(t, full[0].Text, 100)
}

// Nothing that somebody pastes makes reading slow.
func TestLongBios(t *testing.T) {
	built := shippedEngine(t)
	checker, err := built.For(engine.Profile{Org: "un"})
	require.NoError(t, err)
	long := strings.Repeat("not employer represent views own my opinions UN | ", 5000)
	start := time.Now()
	checker.Bio(engine.Bio{Text: long, Name: long})
	checker.Check(engine.Document{Text: long, Surface: "bio"})
	assert.Less(t, time.Since(start), 20*time.Second)
}

// The rules on profiles and Bio must never tell different stories.
func TestRulesAndBioAgree(t *testing.T) {
	built := shippedEngine(t)
	for org, begin := range employed {
		checker, err := built.For(engine.Profile{Org: org})
		require.NoError(t, err)
		for _, text := range slices.Concat(disclaimers, others, []string{"RT ≠ endorsement", "Views mine, not my employer's"}) {
			r := checker.Bio(engine.Bio{Text: begin + text})
			raised := checker.Raised(engine.Document{Text: begin + text, Surface: "bio"})
			none := r.Grade == engine.NoDisclaimer || r.Grade == engine.EndorsementOnly
			assert.Equal(t, none && !slices.Contains(raised, "disclaimer/contradicted"), slices.Contains(raised, "disclaimer/missing"), "%s: %s", org, text)
			assert.Equal(t, org == "ec" && r.Grade == engine.Short, slices.Contains(raised, "disclaimer/half"), "%s: %s", org, text)
		}
	}
}

// Bios that others wrote and judged: what is wrong must never be called fine. Recognition is
// held where the words were learned from; testdata/bios tells how it was before.
func TestNoFalseFineOnJudgedBios(t *testing.T) {
	built := shippedEngine(t)
	for name, least := range map[string]int{"round-1": 95, "round-2": 95, "round-3": 95, "round-4": 95, "train-1": 95} {
		said, recognised := 0, 0
		for _, b := range judgedBios(t, name) {
			r := readBio(t, built, engine.Profile{Org: b.Org}, engine.Bio{Text: b.Bio, Name: b.Name, Handle: b.Handle})
			if enough := b.Grade == engine.Full || b.Grade == engine.Short && b.Org != "ec"; b.Employer && !enough {
				assert.False(t, r.Enough, "%s: %s", b.ID, b.Bio)
			}
			if b.Lang == "en" && (b.Grade == engine.Full || b.Grade == engine.Short) {
				said++
				if r.Grade == engine.Full || r.Grade == engine.Short {
					recognised++
				}
			}
		}
		assert.Greater(t, said, 40)
		assert.GreaterOrEqual(t, recognised*100, said*least, name)
	}
}

// judgedBio is a line of a file in testdata/bios.
type judgedBio struct {
	ID, Org, Lang, Bio, Name, Handle string
	Grade                            engine.Grade
	Employer                         bool
}

func judgedBios(t *testing.T, name string) (list []judgedBio) {
	t.Helper()
	file, err := os.Open("../testdata/bios/" + name + ".jsonl")
	require.NoError(t, err)
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var b judgedBio
		require.NoError(t, json.Unmarshal(lines.Bytes(), &b))
		list = append(list, b)
	}
	return list
}
