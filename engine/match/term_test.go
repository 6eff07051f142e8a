package match

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// spelled gives the forms of a term: <2> stands for a gap of two words, * for any
// ending, ^ for a beginning inside a word.
func spelled(t *testing.T, term string) (out []string) {
	for _, p := range paths(t, term) {
		text := ""
		if p.start == inWord {
			text = "^"
		}
		high := -1
		for _, sym := range p.symbols {
			switch {
			case sym == symAny:
				text += "*"
			case sym >= symGap:
				text += fmt.Sprintf("<%d>", sym-symGap+1)
			case sym >= symNibble && high < 0:
				high = int(sym - symNibble)
			case sym >= symNibble:
				text += string([]byte{byte(high<<4) | (sym - symNibble)})
				high = -1
			default:
				for b, pair := range symbols {
					if pair == [2]uint8{sym, noSymbol} && b != '-' {
						text += string(rune(b))
					}
				}
			}
		}
		out = append(out, text)
	}
	return out
}

func TestParseTerm(t *testing.T) {
	cases := []struct {
		term string
		want []string
	}{
		{"Internal Note", []string{"internal note"}},
		{"e-mail", []string{"e mail"}},
		{"(draft|internal) note", []string{"draft note", "internal note"}},
		{"(the|) note", []string{"the note", "note"}},
		{"in (our|) [2] meeting (room|)", []string{"in our<2>meeting room", "in our<2>meeting", "in<2>meeting room", "in<2>meeting"}},
		{"see [3] (it|)", []string{"see<3>it", "see"}},
		{"leak~", []string{"leak", "leaks", "leaked", "leaking"}},
		{"(leak|pass copy)~", []string{"leak", "leaks", "leaked", "leaking", "pass copy", "pass copies", "pass copied", "pass copying"}},
		{"leak*", []string{"leak*"}},
		{"*entwurf", []string{"^entwurf"}},
		{"came out of [3] meeting", []string{"came out of<3>meeting"}},
		{"don't", []string{"don't", "dont"}},
		{`ares\(`, []string{"ares("}},
		{"Ministère", []string{"ministere"}},
		{"🤐", []string{"🤐"}},
		{"=(LIMITE|Restr)", []string{"limite", "restr"}},
	}
	for _, c := range cases {
		t.Run(c.term, func(t *testing.T) {
			assert.ElementsMatch(t, c.want, spelled(t, c.term))
		})
	}
	assert.Len(t, cases, 16)
}

func TestParseTermRefuses(t *testing.T) {
	cases := map[string]string{
		"a":                          "want at least 2",
		"":                           "want at least 2",
		"(aa|b)":                     "want at least 2",
		"(a|b":                       "got ( without )",
		"a b) c":                     "got ) outside brackets",
		"aa|bb":                      "got | outside brackets",
		"aa [9] bb":                  "want such as [3]",
		"aa [1] b [1] c [1] d [1] e": "got 4 gaps",
		"~":                          "got ~ without a word",
		"aa (*|b)":                   "got * in front",
		`aa\`:                        `got \ at the end`,
		"=limite":                    "want capitals",
		"=LIMITE*":                   "want plain words",
		strings.Repeat("long ", 20):  "want at most 96",
	}
	for term, want := range cases {
		_, err := ParseTerm("en", term)
		assert.ErrorContains(t, err, want, term)
	}
	_, err := ParseTerm("fr", "note~")
	assert.ErrorContains(t, err, "in English only")
	assert.Len(t, cases, 14)
}

func TestInflections(t *testing.T) {
	cases := map[string][]string{
		"leak":     {"leak", "leaks", "leaked", "leaking"},
		"brief":    {"brief", "briefs", "briefed", "briefing"},
		"disclose": {"disclose", "discloses", "disclosed", "disclosing"},
		"agree":    {"agree", "agrees", "agreed", "agreeing"},
		"copy":     {"copy", "copies", "copied", "copying"},
		"pass":     {"pass", "passes", "passed", "passing"},
		"plan":     {"plan", "plans", "planned", "planning", "planed", "planing"},
		"lie":      {"lie", "lies", "lied", "lying"},
		"survey":   {"survey", "surveys", "surveyed", "surveying"},
	}
	for word, want := range cases {
		assert.ElementsMatch(t, want, inflections(word), word)
	}
	assert.Len(t, cases, 9)
}

func FuzzParseTerm(f *testing.F) {
	for _, s := range []string{"a (b|c)~ [2] d*", "*x", "=AB", `\(`, "((|)|)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, term string) {
		parsed, err := ParseTerm("en", term)
		if err != nil {
			return
		}
		_, _, gaps := size(parsed.pieces)
		require.LessOrEqual(t, gaps, maxGaps)
		b := newBuilder()
		b.add(parsed, newEntry(1, AnyCase, 0))
		require.NotEmpty(t, b.build().outputs[1:], "a term without a form")
	})
}
