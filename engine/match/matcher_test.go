package match

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"circumspect/engine/fold"
	"circumspect/engine/pack"
	"circumspect/engine/segment"
)

// matcherOf makes a matcher of one concept a list of terms.
func matcherOf(t *testing.T, lists ...[]string) *Matcher {
	t.Helper()
	var concepts []pack.Concept
	for i, terms := range lists {
		concepts = append(concepts, pack.Concept{ID: fmt.Sprint("c", i), Terms: map[string][]string{"en": terms}})
	}
	m, err := New(concepts, Official{Domains: []string{"europa.eu", "un.org"}, Handles: []string{"EU_Commission"}})
	require.NoError(t, err)
	return m
}

// found lists the folded text of every hit of a concept.
func found(m *Matcher, c Concept, text string) []string {
	var seg segment.Text
	var h Hits
	seg.Segment(text)
	m.Find(&seg, 1, &h)
	var out []string
	for _, hit := range h.Of[c] {
		out = append(out, string(seg.Fold.Bytes[hit.Start:hit.End]))
	}
	return out
}

const first = Concept(BuiltInCount)

func TestTermsInText(t *testing.T) {
	cases := []struct {
		name, term, text string
		want             []string
	}{
		{"whole words only", "note", "keynote notes note.", []string{"note"}},
		{"blank matches a hyphen", "inter service", "an inter-service meeting", []string{"inter-service"}},
		{"not over a line break", "draft note", "draft\nnote", nil},
		{"ending", "leak*", "leaky LEAKAGE bleak", []string{"leaky", "leakage"}},
		{"inside a word", "*entwurf", "der Haushaltsentwurf", []string{"entwurf"}},
		{"inflection", "brief~", "briefings briefed", []string{"briefed"}},
		{"possessive", "director", "the director's cut", []string{"director"}},
		{"gap of none", "came out of [2] meeting", "came out of meeting", []string{"came out of meeting"}},
		{"gap of two", "came out of [2] meeting", "came out of our long meeting", []string{"came out of our long meeting"}},
		{"gap of three is too wide", "came out of [2] meeting", "came out of our very long meeting", nil},
		{"gap within the sentence", "told [3] note", "I told you. The note", nil},
		{"ending before a gap", "leak* [1] note", "leaking the note", []string{"leaking the note"}},
		{"capitals", "=LIMITE", "LIMITE Limite limite", []string{"limite"}},
		{"capital", "=Ares", "ares Ares ARES", []string{"ares", "ares"}},
		{"after an apostrophe", "avis", "l'avis", []string{"avis"}},
		{"Chinese", "内部文件", "这是内部文件吗", []string{"内部文件"}},
		{"emoji", "🤐", "shh🤐🤐", []string{"🤐", "🤐"}},
		{"a symbol begins a term", "@un.org", "me@un.org", []string{"@un.org"}},
		{"hashtag", "not yet public", "#NotYetPublic", []string{"not yet public"}},
		{"look-alike letters", "confidential", "сonfidentiаl", []string{"confidential"}},
		{"the longer of two", "(draft|draft note)", "a draft note", []string{"draft note"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, found(matcherOf(t, []string{c.term}), first, c.text))
		})
	}
	assert.Len(t, cases, 21)
}

func TestLanguageBoundTerms(t *testing.T) {
	m, err := New([]pack.Concept{{ID: "c", Only: map[string][]string{"de": {"gift"}}}}, Official{})
	require.NoError(t, err)
	assert.Empty(t, found(m, first, "This is the gift that we have for you"))
	assert.Equal(t, []string{"gift"}, found(m, first, "Das ist das Gift und wir haben es nicht"))
}

func TestBuiltins(t *testing.T) {
	m := matcherOf(t)
	assert.Equal(t, []string{"https://ec.europa.eu/x", "@eu_commission"}, found(m, conceptOfficialLink, "https://ec.europa.eu/x https://noteuropa.eu @EU_Commission"))
	assert.Equal(t, []string{"https://noteuropa.eu"}, found(m, conceptUnofficialLink, "https://ec.europa.eu/x https://noteuropa.eu"))
	assert.Len(t, found(m, conceptStructuredText, "1. a\n2. b\n3. c\n4. d"), 1)
	assert.Len(t, found(m, conceptLongText, strings.Repeat("word ", 180)), 1)
	assert.Empty(t, found(m, conceptLongText, strings.Repeat("word ", 170)))
}

var iban = pack.Pattern{
	Regexp: `\b[a-z]{2}\d{2}(?: ?\d{4}){2,7}(?: ?\d{1,3})?\b`, Trigger: pack.TriggerDigits, Before: 4, After: 8, Validator: "iban",
}

func patternMatcher(t *testing.T, p pack.Pattern) *Matcher {
	t.Helper()
	m, err := New([]pack.Concept{{ID: "c", Patterns: []pack.Pattern{p}}}, Official{})
	require.NoError(t, err)
	return m
}

func TestPatterns(t *testing.T) {
	m := patternMatcher(t, iban)
	assert.Equal(t, []string{"be68 5390 0754 7034"}, found(m, first, "😀 pay BE68 5390 0754 7034 now"))
	assert.Empty(t, found(m, first, "pay BE68 5390 0754 7035 now"), "wrong check digits")

	ares := pack.Pattern{Regexp: `\bares ?\(20\d\d\) ?\d{4,8}`, Gate: []string{"ares"}, After: 30}
	assert.Equal(t, []string{"ares(2025)7293034"}, found(patternMatcher(t, ares), first, "see Ares(2025)7293034"))

	marking := pack.Pattern{Regexp: `\bsensitive\b`, Gate: []string{"sensitive"}, Caps: true}
	assert.Equal(t, []string{"sensitive"}, found(patternMatcher(t, marking), first, "sensitive Sensitive SENSITIVE"))
}

func TestPatternBounds(t *testing.T) {
	m := patternMatcher(t, pack.Pattern{Regexp: `\bares \d\d`, Gate: []string{"ares"}, After: 5})
	far := strings.Repeat("x", 600)
	var seg segment.Text
	var h Hits
	seg.Segment(strings.Repeat("ares 12 "+far+" ", 6))
	m.Find(&seg, 1, &h)
	assert.Len(t, h.Of[first], pack.MaxCalls)
	assert.Equal(t, []Concept{first}, h.Unfinished)

	for _, gap := range []int{0, 100, 300, 700} {
		seg.Segment(strings.Repeat("ares 😀 "+strings.Repeat("y", gap)+" ", 20))
		m.Find(&seg, 1, &h)
		for _, w := range windows(&seg, pack.Pattern{Before: 200, After: 300}, gatesOf(&seg, "ares")) {
			assert.LessOrEqual(t, units(&seg, w.start, w.end), pack.MaxWindow)
		}
	}
}

func gatesOf(seg *segment.Text, word string) (list []Hit) {
	text := string(seg.Fold.Bytes)
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return list
		}
		list = append(list, Hit{Start: int32(at + i), End: int32(at + i + len(word))})
		at += i + 1
	}
}

func TestValidators(t *testing.T) {
	cases := []struct {
		name, text string
		want       bool
	}{
		{"iban", "be68 5390 0754 7034", true}, {"iban", "be68 5390 0754 7035", false}, {"iban", "be68", false},
		{"iban", "be68 5390 0754 7034 now please", true},
		{"luhn", "4111 1111 1111 1111", true}, {"luhn", "4111 1111 1111 1112", false},
		{"phone", "+32 2 299 11 11", true}, {"phone", "12 34", false}, {"phone", "00000000", false},
		{"date", "14/03/1984", true}, {"date", "1984-03-14", true}, {"date", "45/13/1984", false}, {"date", "14/03", false},
	}
	for _, c := range cases {
		assert.Equal(t, c.want, validators[c.name]([]byte(c.text)) > 0, c.text)
	}
	assert.Len(t, cases, 13)
	assert.Equal(t, len("be68 5390 0754 7034"), validators["iban"]([]byte("be68 5390 0754 7034 now please")))
	assert.Len(t, validators, len(Validators()))
}

// path is one plain form of a term: its symbols, and where and how it may stand.
type path struct {
	symbols []uint8
	start   int
	entry   entry
}

// paths spells a term out, way by way through its graph.
func paths(t *testing.T, term string) (all []path) {
	parsed, err := ParseTerm("en", term)
	require.NoError(t, err)
	b := newBuilder()
	b.add(parsed, newEntry(1, AnyCase, 0))
	var walk func(state, start int, symbols []uint8)
	walk = func(state, start int, symbols []uint8) {
		for _, e := range b.states[state].entries {
			all = append(all, path{slices.Clone(symbols), start, e})
		}
		for _, e := range b.states[state].edges {
			walk(e.to, start, append(slices.Clone(symbols), e.sym))
		}
		for _, to := range b.states[state].silent {
			walk(to, start, symbols)
		}
	}
	walk(atWord, atWord, nil)
	walk(inWord, inWord, nil)
	return all
}

// naive finds the ends of one form by trying it at one place of the text, without any
// automaton.
func naive(t *segment.Text, p path, start int) (ends []int) {
	class := t.Fold.Class
	if p.start == inWord && class[start]&fold.Letter == 0 || p.start == atWord && !boundary(class, start) {
		return nil
	}
	for _, end := range naiveFrom(t, p.symbols, start, start) {
		if boundary(class, end) && (p.entry.wanted() == AnyCase || written(t, start, end, p.entry.wanted())) {
			ends = append(ends, end)
		}
	}
	return ends
}

func naiveFrom(t *segment.Text, syms []uint8, start, at int) (ends []int) {
	b, class := t.Fold.Bytes, t.Fold.Class
	for i := 0; i < len(syms); {
		switch sym := syms[i]; {
		case sym == symAny:
			if class[at-1]&(fold.Letter|fold.Digit) == 0 {
				return nil
			}
			for !boundary(class, at) {
				at++
			}
			i++
		case sym >= symGap:
			if !boundary(class, at) {
				return nil
			}
			words := int(sym) - symGap + 1
			sentence := t.SentenceAt(start)
			for w, skipped := t.WordAt(at), 0; w < len(t.Words) && skipped <= words; w, skipped = w+1, skipped+1 {
				if int(t.Words[w].Sentence) != sentence || int(t.Words[w].Start) < at {
					break
				}
				ends = append(ends, naiveFrom(t, syms[i+1:], start, int(t.Words[w].Start))...)
			}
			return ends
		default:
			if at == len(b) {
				return nil
			}
			for _, s := range symbols[b[at]] {
				if s == noSymbol {
					continue
				}
				if i == len(syms) || syms[i] != s {
					return nil
				}
				i++
			}
			at++
		}
	}
	return append(ends, at)
}

// TestAutomatonFindsWhatNaiveSearchFinds compares both on random texts and terms made
// of the same few pieces, so that they meet often.
func TestAutomatonFindsWhatNaiveSearchFinds(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"ab", "abc", "b", "leak", "leaks", "ſ", "K", "ς", "Σ", "İ", "é", "e\u0301", "内", "部", "😀", "👩‍💻", "\u200d", "-", " ", "  ", "\n", ". ", "'", "#AbC", "@", "x1", "12", "а", "АB", "ß", "_"}
	random := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteString(pieces[rng.IntN(len(pieces))])
		}
		return b.String()
	}
	compared, hits := 0, 0
	for range 2000 {
		var terms []string
		for range 6 {
			term := Literal(random(1 + rng.IntN(3)))
			switch rng.IntN(6) {
			case 0:
				term += "*"
			case 1:
				term = "*" + term
			case 2:
				term += " [2] " + Literal(random(1))
			case 3:
				term += "~"
			case 4:
				term = "(" + term + "|" + Literal(random(2)) + "|) " + Literal(random(1))
			}
			if _, err := ParseTerm("en", term); err == nil {
				terms = append(terms, term)
			}
		}
		if len(terms) == 0 {
			continue
		}
		var seg segment.Text
		seg.Segment(random(30))
		want := naiveHits(t, &seg, terms)
		assert.Equal(t, want, automatonHits(t, &seg, terms), "%q in %q", terms, seg.Fold.Bytes)
		compared, hits = compared+1, hits+len(want)
	}
	assert.Greater(t, compared, 1800)
	assert.Greater(t, hits, 1000)
}

func naiveHits(t *testing.T, seg *segment.Text, terms []string) map[[2]int]bool {
	all := map[[2]int]bool{}
	for _, term := range terms {
		for _, form := range paths(t, term) {
			for i := range seg.Fold.Bytes {
				if c := seg.Fold.Class[i]; c&fold.Head == 0 || c&(fold.Blank|fold.Newline) != 0 {
					continue
				}
				for _, end := range naive(seg, form, i) {
					all[[2]int{i, end}] = true
				}
			}
		}
	}
	return all
}

func automatonHits(t *testing.T, seg *segment.Text, terms []string) map[[2]int]bool {
	all := map[[2]int]bool{}
	s := search{a: matcherOf(t, terms).auto, text: seg, found: func(_ uint32, start, end int) { all[[2]int{start, end}] = true }}
	s.run()
	return all
}

func FuzzFind(f *testing.F) {
	m, err := New([]pack.Concept{
		{ID: "a", Terms: map[string][]string{"en": {"(draft|internal) (note|memo)~", "came out of [3] meeting", "leak*", "*ab", "=LIMITE"}}},
		{ID: "b", Patterns: []pack.Pattern{iban}},
	}, Official{Domains: []string{"un.org"}})
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{"", "internal memo", "BE68 5390 0754 7034", "came out of\nmeeting", "\xff", "😀leak"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var seg segment.Text
		var h Hits
		seg.Segment(s)
		m.Find(&seg, 1, &h)
		for _, c := range h.Touched() {
			require.True(t, slices.IsSortedFunc(h.Of[c], func(a, b Hit) int { return int(a.Start - b.Start) }))
			for _, hit := range h.Of[c] {
				require.Less(t, hit.Start, hit.End)
				require.LessOrEqual(t, int(hit.End), len(seg.Fold.Bytes))
				require.True(t, utf8.RuneStart(seg.Fold.Bytes[hit.Start]))
			}
		}
	})
}
