package segment

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func segmented(text string) *Text {
	var t Text
	t.Segment(text)
	return &t
}

func (t *Text) slice(start, end int32) string { return string(t.Fold.Bytes[start:end]) }

func TestSentences(t *testing.T) {
	cases := []struct {
		name, text string
		want       []string
	}{
		{"empty", "", nil},
		{"blanks only", "  \n ", nil},
		{"two", "One here. Two there!", []string{"one here.", "two there!"}},
		{"lower case after a dot still begins one", "not public yet. you heard it here", []string{"not public yet.", "you heard it here"}},
		{"line breaks", "one\ntwo\n\nthree", []string{"one", "two", "three"}},
		{"abbreviations and initials", "Ask e.g. Mr. X. Brown today. Fine", []string{"ask e.g. mr. x. brown today.", "fine"}},
		{"no. before a figure", "See no. 5 there. No. Never", []string{"see no. 5 there.", "no.", "never"}},
		{"a link is one piece", "See https://x.com/a?b=c.d now. Ok", []string{"see https://x.com/a?b=c.d now.", "ok"}},
		{"ellipsis in mid-sentence", "well... the note... It came", []string{"well... the note...", "it came"}},
		{"quotation marks close with the sentence", `He said "go." Then left`, []string{`he said "go."`, "then left"}},
		{"figures", "3.5 million. Yes", []string{"3.5 million.", "yes"}},
		{"an emoji before a capital", "Off we go 🚀☀️ The note came 😀 late", []string{"off we go 🚀☀", "the note came 😀 late"}},
		{"list numbers", "1. First point. Good", []string{"1. first point.", "good"}},
		{"Chinese", "内部文件。不要外传。", []string{"内部文件。", "不要外传。"}},
		{"Arabic question", "هل هذا سر؟ نعم", []string{"هل هذا سر؟", "نعم"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text := segmented(c.text)
			var got []string
			for _, s := range text.Sentences {
				got = append(got, text.slice(s.Start, s.End))
			}
			assert.Equal(t, c.want, got)
		})
	}
	assert.Len(t, cases, 15)
}

func TestWords(t *testing.T) {
	text := segmented("Don't l'avis EU-wide x2 内部")
	var got []string
	for _, w := range text.Words {
		got = append(got, text.slice(w.Start, w.End))
	}
	assert.Equal(t, []string{"don't", "l'avis", "eu", "wide", "x2", "内", "部"}, got)
}

func TestMarks(t *testing.T) {
	cases := []struct {
		name, text string
		kind       Kind
		want       []string
	}{
		{"links with and without scheme", "see https://a.eu/b, www.b.org and osce.org/x (un.org).", Link, []string{"https://a.eu/b", "www.b.org", "osce.org/x", "un.org"}},
		{"no link in a missing blank", "done.Next", Link, nil},
		{"mention", "cc @EU_Commission, ok", Mention, []string{"@eu_commission"}},
		{"hashtag", "#AI is", Hashtag, []string{"#ai"}},
		{"e-mail", "mail a.b@un.org.", EmailAddress, []string{"a.b@un.org"}},
		{"quotations", `he said "never again" and 'no way', "open`, Quotation, []string{`"never again"`, "'no way'"}},
		{"no quotation in apostrophes", "the boss's and staff's notes", Quotation, nil},
		{"digits", "call +32 2 299 11 11 in 2026 or 12", Digits, []string{"32 2 299 11 11", "2026"}},
		{"exclaiming", "no! really!! what?!", Exclaiming, []string{"!!", "?!"}},
		{"question", "why? ok", Question, []string{"?"}},
		{"points", "1. a\n2) b\n- c\n(3) d (4) e", Point, []string{"1.", "2)", "-", "(3)", "(4)"}},
		{"thread", "1/7 Why this fails", Thread, []string{"1/7"}},
		{"shouting", "THIS IS ABSOLUTELY OUTRAGEOUS ok", Shouting, []string{"this is absolutely outrageous"}},
		{"no shouting in acronyms", "DG COMP OLAF EPPO SEAE", Shouting, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text := segmented(c.text)
			var got []string
			for _, m := range text.Marks {
				if m.Kind == c.kind {
					got = append(got, text.slice(m.Start, m.End))
				}
			}
			assert.Equal(t, c.want, got)
		})
	}
	assert.Len(t, cases, 14)
}

func TestLanguages(t *testing.T) {
	cases := map[string]string{
		"I have not seen the note that they sent to us":            "en",
		"Je ne sais pas ce que nous avons dans cette note":         "fr",
		"Wir haben die Notiz nicht gesehen und das ist gut":        "de",
		"No sabemos por que esta nota es tan larga para nosotros":  "es",
		"Non so perche questa nota sono per noi":                   "it",
		"Мы не видели эту записку":                                 "ru",
		"لم نر هذه المذكرة بعد":                                    "ar",
		"我们还没有看到这份文件":                                              "zh",
		"Hyvää huomenta, tämä ei ole vielä julkinen ja se on niin": "fi",
		"Ok": "",
	}
	for text, want := range cases {
		assert.Equal(t, want, segmented(text).Lang, text)
	}
	assert.Len(t, cases, 10)
}

func TestLanguageOfASentenceInAMixedPost(t *testing.T) {
	text := segmented("This is not for the public yet. Ce n'est pas encore dans la presse. Merci!")
	require.Len(t, text.Sentences, 3)
	assert.Equal(t, []string{"en", "fr"}, []string{text.Sentences[0].Lang, text.Sentences[1].Lang})
}

func FuzzSegment(f *testing.F) {
	for _, s := range []string{"", "a. b", "“x”\n- y", "#Ab @c d@e.f 1/2 (3)", "。؟", strings.Repeat("!?", 9), "\xff."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := segmented(s)
		end := int32(0)
		for i, sentence := range text.Sentences {
			require.LessOrEqual(t, end, sentence.Start)
			require.Less(t, sentence.Start, sentence.End)
			for _, w := range text.Words[sentence.FirstWord:sentence.EndWord] {
				require.Equal(t, int32(i), w.Sentence)
			}
			end = sentence.End
		}
		for _, m := range text.Marks {
			require.Less(t, m.Start, m.End)
			require.LessOrEqual(t, int(m.End), len(text.Fold.Bytes))
		}
		for i := range text.Fold.Bytes {
			require.LessOrEqual(t, text.WordAt(i), len(text.Words))
			require.Less(t, text.SentenceAt(i), max(len(text.Sentences), 1))
		}
	})
}
