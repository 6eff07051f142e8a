// Package segment divides folded text into words and sentences and finds what every
// post is made of: links, mentions, hashtags, quotations, e-mail addresses, figures,
// shouting and numbered points.
//
// It does not follow Unicode Annex 29 for sentences: posts break lines at will, put
// dots and question marks into links and begin sentences in lower case.
package segment

import (
	"slices"

	"circumspect/engine/fold"
)

// Word is a run of letters and digits, or one character of a script without blanks.
// Start and End are bytes of folded text.
type Word struct {
	Start, End int32
	Sentence   int32 // index into Text.Sentences
}

// Sentence is a range of bytes of folded text and the words in it.
type Sentence struct {
	Start, End         int32
	FirstWord, EndWord int32
	Lang               string // guessed; "" where too short to tell
}

// Text is a segmented text. Its memory is used again by the next call of Segment.
type Text struct {
	// Disguises are read as the words they stand for; nil reads every word as written.
	Disguises *fold.Disguises

	Fold      fold.Text
	Words     []Word
	Sentences []Sentence
	Marks     []Mark
	Lang      string // of the whole text, guessed; "" where too short to tell

	wordAt    []int32  // for every byte, the first word that ends after it
	wordLangs []uint32 // for every word, the languages it is a function word of
}

// Segment folds and segments text.
func (t *Text) Segment(text string) {
	t.Fold.Fold(text)
	if t.Disguises != nil {
		t.Disguises.Reveal(&t.Fold)
	}
	t.Words, t.Sentences, t.Marks = t.Words[:0], t.Sentences[:0], t.Marks[:0]
	t.words()
	t.sentences()
	t.indexWords()
	t.languages()
	t.marks()
}

// words finds the words.
func (t *Text) words() {
	class := t.Fold.Class
	for i := 0; i < len(class); {
		if class[i]&(fold.Letter|fold.Digit) == 0 {
			i++
			continue
		}
		end := t.wordEnd(i)
		t.Words = append(t.Words, Word{Start: int32(i), End: int32(end)})
		i = end
	}
}

// wordEnd gives the end of the word that begins at i.
func (t *Text) wordEnd(i int) int {
	class, b := t.Fold.Class, t.Fold.Bytes
	ideo := class[i]&fold.Ideo != 0
	for i++; i < len(class); i++ {
		c := class[i]
		switch {
		case c&fold.Head == 0:
		case ideo || c&fold.Ideo != 0:
			return i
		case c&(fold.Letter|fold.Digit) != 0:
		case b[i] == '\'' && i+1 < len(class) && class[i+1]&fold.Letter != 0 && class[i-1]&fold.Letter != 0:
		default:
			return i
		}
	}
	return i
}

// sentences finds the sentences.
func (t *Text) sentences() {
	class := t.Fold.Class
	for i := 0; i < len(class); {
		if class[i]&(fold.Blank|fold.Newline) != 0 {
			i++
			continue
		}
		end := t.sentenceEnd(i)
		t.Sentences = append(t.Sentences, Sentence{Start: int32(i), End: int32(end)})
		i = end
	}
}

// sentenceEnd gives the end of the sentence that begins at i, blanks excluded.
func (t *Text) sentenceEnd(i int) int {
	b, class := t.Fold.Bytes, t.Fold.Class
	for start := i; i < len(b); i++ {
		if class[i]&fold.Newline != 0 {
			return i
		}
		n := t.terminator(i)
		if n == 0 && b[i] >= 0xE2 && t.emojiEnds(i) {
			return t.skipEmoji(i)
		}
		if n == 0 {
			continue
		}
		after := t.skipClosing(i + n)
		if after == len(b) || class[after]&fold.Newline != 0 {
			return after
		}
		full := b[i] >= 0x80 // 。 and its like need no blank
		if (full || class[after]&fold.Blank != 0) && !t.abbreviation(start, i, after) {
			return after
		}
		i = after - 1
	}
	return i
}

// terminator gives the length in bytes of the sentence terminator at i, or 0.
func (t *Text) terminator(i int) int {
	b := t.Fold.Bytes
	switch b[i] {
	case '.', '!', '?':
		return 1
	case 0xE3: // 。
		if i+2 < len(b) && b[i+1] == 0x80 && b[i+2] == 0x82 {
			return 3
		}
	case 0xD8: // ؟
		if i+1 < len(b) && b[i+1] == 0x9F {
			return 2
		}
	}
	return 0
}

// emojiEnds tells whether an emoji at i ends a sentence: a capital follows it.
func (t *Text) emojiEnds(i int) bool {
	class, after := t.Fold.Class, t.skipEmoji(i)
	return after > i && after+1 < len(class) && class[after]&fold.Blank != 0 && class[after+1]&fold.Upper != 0
}

// skipEmoji gives the position after a run of emoji.
func (t *Text) skipEmoji(i int) int {
	b := t.Fold.Bytes
	for i < len(b) {
		switch {
		case b[i] == 0xF0:
			i += 4
		case b[i] == 0xE2 && b[i+1] >= 0x98 && b[i+1] <= 0x9E: // U+2600 to U+27BF
			i += 3
		default:
			return i
		}
	}
	return i
}

// skipClosing gives the position after further terminators, quotes and brackets.
func (t *Text) skipClosing(i int) int {
	b := t.Fold.Bytes
	for i < len(b) {
		if n := t.terminator(i); n > 0 {
			i += n
		} else if b[i] == '"' || b[i] == '\'' || b[i] == ')' || b[i] == ']' {
			i++
		} else {
			break
		}
	}
	return i
}

// abbreviations end in a dot without ending a sentence.
var abbreviations = map[string]bool{
	"e.g": true, "i.e": true, "eg": true, "ie": true, "mr": true, "mrs": true, "ms": true, "dr": true,
	"prof": true, "st": true, "vs": true, "etc": true, "art": true, "no": true, "nr": true, "cf": true,
	"approx": true, "dept": true, "ref": true, "para": true, "p": true, "pp": true, "fig": true, "ch": true,
	"sec": true, "incl": true, "z.b": true, "bzw": true, "ca": true, "abs": true, "sig": true, "sr": true,
}

// abbreviation tells whether the terminator at i, followed by a blank at after, only
// ends an abbreviation, an initial, a list number or an ellipsis in mid-sentence.
func (t *Text) abbreviation(start, i, after int) bool {
	b, class := t.Fold.Bytes, t.Fold.Class
	if b[i] != '.' {
		return false
	}
	lower := after+1 < len(b) && class[after+1]&fold.Letter != 0 && class[after+1]&fold.Upper == 0
	if after-i >= 2 && b[i+1] == '.' {
		return lower
	}
	w := i
	for w > start && class[w-1]&(fold.Blank|fold.Newline) == 0 {
		w--
	}
	token := b[w:i]
	if len(token) == 1 && class[w]&fold.Letter != 0 && token[0] != 'i' || w == start && len(token) <= 2 && class[w]&fold.Digit != 0 {
		return true
	}
	if !abbreviations[string(token)] {
		return false
	}
	return string(token) != "no" && string(token) != "etc" && string(token) != "sec" && string(token) != "art" || lower || digitAt(class, after+1)
}

func digitAt(class []fold.Class, i int) bool {
	return i < len(class) && class[i]&fold.Digit != 0
}

// indexWords tells words of their sentence, sentences of their words, and bytes of
// the word at or after them.
func (t *Text) indexWords() {
	t.wordAt = slices.Grow(t.wordAt[:0], len(t.Fold.Bytes)+1)[:len(t.Fold.Bytes)+1]
	w := 0
	for s := range t.Sentences {
		sentence := &t.Sentences[s]
		sentence.FirstWord = int32(w)
		for w < len(t.Words) && t.Words[w].Start < sentence.End {
			t.Words[w].Sentence = int32(s)
			w++
		}
		sentence.EndWord = int32(w)
	}
	w = 0
	for i := range t.wordAt {
		for w < len(t.Words) && int(t.Words[w].End) <= i {
			w++
		}
		t.wordAt[i] = int32(w)
	}
}

// WordAt gives the index of the word that the byte at i lies in, or of the next word.
func (t *Text) WordAt(i int) int { return int(t.wordAt[i]) }

// SentenceAt gives the index of the sentence that the byte at i lies in, or of the
// last one that begins before it.
func (t *Text) SentenceAt(i int) int {
	if w := t.wordAt[i]; int(w) < len(t.Words) && int(t.Words[w].Start) <= i {
		return int(t.Words[w].Sentence)
	}
	n, found := slices.BinarySearchFunc(t.Sentences, int32(i), func(s Sentence, at int32) int {
		return int(s.Start - at)
	})
	if found {
		return n
	}
	return max(n-1, 0)
}
