package fold

import (
	"unicode"
	"unicode/utf8"
)

// scripts is a set of alphabets whose letters are mistaken for one another.
type scripts uint8

const (
	latin scripts = 1 << iota
	cyrillic
	greek
)

func scriptOf(r rune) scripts {
	switch {
	case r < utf8.RuneSelf:
		if r >= 'a' && r <= 'z' {
			return latin
		}
		return 0
	case r >= 0x0370 && r <= 0x03FF:
		return greek
	case r >= 0x0400 && r <= 0x052F:
		return cyrillic
	case unicode.Is(unicode.Latin, r):
		return latin
	}
	return 0
}

// asLatin gives the Latin letter that a Cyrillic or Greek one looks like, in small
// or capital form. Chosen by eye from the confusables of Unicode TR 39.
var asLatin = map[rune]byte{
	'а': 'a', 'в': 'b', 'с': 'c', 'ԁ': 'd', 'е': 'e', 'һ': 'h', 'н': 'h', 'і': 'i', 'ј': 'j',
	'к': 'k', 'м': 'm', 'о': 'o', 'р': 'p', 'ԛ': 'q', 'ѕ': 's', 'т': 't', 'ѵ': 'v', 'ԝ': 'w',
	'х': 'x', 'у': 'y', 'п': 'n', 'г': 'r', 'и': 'u', 'ӏ': 'l',
	'α': 'a', 'β': 'b', 'ε': 'e', 'η': 'n', 'ι': 'i', 'κ': 'k', 'μ': 'u', 'ν': 'v', 'ο': 'o',
	'ρ': 'p', 'τ': 't', 'υ': 'u', 'χ': 'x', 'γ': 'y', 'ω': 'w',
}

// asCyrillic gives the Cyrillic letter that a Latin one looks like.
var asCyrillic = map[byte]rune{
	'a': 'а', 'b': 'в', 'c': 'с', 'e': 'е', 'h': 'н', 'k': 'к', 'm': 'м', 'o': 'о', 'p': 'р',
	't': 'т', 'x': 'х', 'y': 'у', 'n': 'п', 'r': 'г', 'u': 'и',
}

// endWord ends the word being written and, where it mixes alphabets, writes it again
// in the one that most of its letters belong to.
func (t *Text) endWord() {
	if t.scripts&latin != 0 && t.scripts&(cyrillic|greek) != 0 {
		t.mend()
	}
	t.word, t.scripts, t.hashtag = len(t.Bytes), 0, false
}

// mend replaces look-alike letters in the word being written.
func (t *Text) mend() {
	word := *t
	word.Bytes = append([]byte(nil), t.Bytes[t.word:]...)
	word.Class = append([]Class(nil), t.Class[t.word:]...)
	word.Starts = append([]uint32(nil), t.Starts[t.word:]...)
	word.Ends = append([]uint32(nil), t.Ends[t.word:]...)
	toCyrillic := word.mostlyCyrillic()
	t.truncate(t.word)
	for i := 0; i < len(word.Bytes); {
		r, size := utf8.DecodeRune(word.Bytes[i:])
		if c, ok := asLatin[r]; ok && !toCyrillic {
			r = rune(c)
		} else if c, ok := asCyrillic[word.Bytes[i]]; ok && toCyrillic {
			r = c
		}
		t.rune(r, word.Class[i], int(word.Starts[i]), int(word.Ends[i]))
		i += size
	}
}

func (t *Text) mostlyCyrillic() bool {
	n := 0
	for _, r := range string(t.Bytes) {
		switch scriptOf(r) {
		case cyrillic:
			n++
		case latin:
			n--
		}
	}
	return n > 0
}

func (t *Text) truncate(n int) {
	t.Bytes, t.Class, t.Starts, t.Ends = t.Bytes[:n], t.Class[:n], t.Starts[:n], t.Ends[:n]
}
