package match

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// langSet is a set of languages that a form is of.
type langSet uint8

// The languages of the Latin alphabet whose endings names take.
const (
	english langSet = 1 << iota
	german
	french
	spanish
	italian
	anyLang langSet = 1<<iota - 1
)

// langBit gives the bit of a language, 0 for others.
func langBit(code string) langSet {
	switch code {
	case "en":
		return english
	case "de":
		return german
	case "fr":
		return french
	case "es":
		return spanish
	case "it":
		return italian
	}
	return 0
}

// minInflected is how many letters a word has that takes endings, without those that give
// way to others.
const minInflected = 3

// inflect gives the forms of a folded word besides itself, those of nouns and of the
// adjectives before them. several tells that the name has other pieces, last that this is
// the last one.
func inflect(word string, several, last bool) []form {
	if utf8.RuneCountInString(word) < minInflected {
		return nil
	}
	switch r, _ := utf8.DecodeRuneInString(word); {
	case r >= 'a' && r <= 'z':
		return latin(word, several, last)
	case r >= 0x0400 && r <= 0x052F:
		return cyrillic(word)
	case r >= 0x0600 && r <= 0x06FF:
		return arabic(word)
	}
	return nil
}

// latin gives the forms of five languages: the user's own is not known, so that those which
// may be another word count in sentences of their language only.
func latin(word string, several, last bool) []form {
	f := forms{word: word}
	f.add(anyLang, "s")
	if plural := plural(word); plural != word+"s" {
		f.list = append(f.list, form{text: plural, langs: english})
	}
	f.swap(english, "o", "oes")
	f.add(german, "e", "en", "n", "er", "ern", "em", "es")
	f.add(french, "x")
	f.swap(french, "al", "aux")
	f.add(spanish, "es")
	f.swap(spanish, "z", "ces")
	for _, vowels := range []string{"oi", "ae", "ei"} {
		f.swap(italian, vowels[:1], vowels[1:])
	}
	if several {
		f.add(french, "e", "es")
		f.swap(spanish|italian, "o", "a", "os", "as")
		if !last { // an adjective: Blauer Reiher, des Blauen Reihers
			for _, ending := range []string{"er", "es", "en", "e"} {
				f.swap(german, ending, "e", "en", "er", "em", "es")
			}
		}
	}
	return f.list
}

// Endings of nouns and adjectives in Cyrillic, folded: й is и, ё is е. Longer ones first.
const (
	adjectives = "ыи ии ои ая яя ое ее ые ие"
	nouns      = "ия ие иа а я о е и ы ь"
	ofNouns    = "а я у ю ы и е о ь ом ем ои еи ью ам ям ах ях ами ями ов ев ия ию ии ие ием иями иях"
	ofAdjects  = "ыи ии ои ая яя ое ее ые ие ого его ому ему ым им ом ем ую юю еи ых их ыми ими"
)

// cyrillic gives the forms of Russian declension: the ending, where there is one, gives way
// to the others of its kind.
func cyrillic(word string) []form {
	f := forms{word: word}
	for _, kind := range [][2]string{{adjectives, ofAdjects}, {nouns, ofNouns}} {
		for ending := range strings.FieldsSeq(kind[0]) {
			if f.swap(anyLang, ending, append(strings.Fields(kind[1]), "")...) {
				return f.list
			}
		}
	}
	f.add(anyLang, strings.Fields(ofNouns)...)
	return f.list
}

// attached are the small words that Arabic writes together with the next, with and without
// the article.
const attached = "ال و ف ب ل ك وب ول وك وال فال بال كال لل ولل فلل وبال"

// arabic gives a word with and without article and attached words.
func arabic(word string) []form {
	stem, _ := strings.CutPrefix(word, "ال")
	if utf8.RuneCountInString(stem) < minInflected {
		return nil
	}
	list := []form{{text: stem, langs: anyLang}}
	for before := range strings.FieldsSeq(attached) {
		list = append(list, form{text: before + stem, langs: anyLang})
	}
	return slices.DeleteFunc(list, func(f form) bool { return f.text == word })
}

// forms gathers the forms of a word.
type forms struct {
	word string
	list []form
}

// add gives the word endings.
func (f *forms) add(langs langSet, endings ...string) {
	for _, ending := range endings {
		f.list = append(f.list, form{text: f.word + ending, langs: langs})
	}
}

// swap gives the word other endings in place of one that it has, and tells whether it did.
func (f *forms) swap(langs langSet, ending string, others ...string) bool {
	stem, ok := strings.CutSuffix(f.word, ending)
	if !ok || utf8.RuneCountInString(stem) < minInflected {
		return false
	}
	for _, other := range others {
		if stem+other != f.word {
			f.list = append(f.list, form{text: stem + other, langs: langs})
		}
	}
	return true
}
