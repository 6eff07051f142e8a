package learned

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"circumspect/engine/fold"
	"circumspect/engine/match"
	"circumspect/engine/pack"
	"circumspect/engine/segment"
)

// Family groups features that are weighed together: a family's weights are divided by
// the square root of how many features it has in a passage, so that a long passage does
// not weigh more than a short one.
type Family uint8

// The families.
const (
	Words     Family = iota // single words and emoji
	Pairs                   // two words behind one another
	Letters                 // four letters behind one another, of words that the model does not know
	Concepts                // concepts that occur
	Situation               // organisation and surface
	Families                // how many there are
)

// Feature is something that a passage has, and where: words of the segmented text, EndWord
// excluded. Features of the situation stand nowhere.
type Feature struct {
	Key           Key
	Row           int32 // of the model, or -1; what Reader.Row gives
	Family        Family
	Word, EndWord int32
}

// Count gives how many features of each family there are.
func Count(features []Feature) (numbers [Families]int32) {
	for i := range features {
		numbers[features[i].Family]++
	}
	return numbers
}

// Input is what features are taken from.
type Input struct {
	Text    *segment.Text
	Hits    *match.Hits
	Org     string
	Surface string
}

// Passage is a run of whole sentences.
type Passage struct {
	FirstSentence, EndSentence int32
	FirstWord, EndWord         int32
}

// maxPassageWords is how many words a passage has at most, unless one sentence has more:
// the posts that a model learns from are of that size.
const maxPassageWords = 100

// Passages divides a text.
func Passages(t *segment.Text) []Passage {
	var list []Passage
	for i, s := range t.Sentences {
		if n := len(list); n > 0 && s.EndWord-list[n-1].FirstWord <= maxPassageWords {
			list[n-1].EndSentence, list[n-1].EndWord = int32(i+1), s.EndWord
			continue
		}
		list = append(list, Passage{int32(i), int32(i + 1), s.FirstWord, s.EndWord})
	}
	return list
}

// Reader takes features from passages. Its memory is used again by the next call of Read.
type Reader struct {
	// Row gives the number of a feature's row in the model, or -1. Of words that have none
	// the letters count.
	Row func(Key) int32
	// Names gives the key of every concept by its number; 0 leaves a concept out.
	Names []Key

	in       Input
	features []Feature
	last     Key // the word before
	covered  []span
	seen     []Key // words of the passage
	words    int   // how many words with letters the passage has
	known    int   // and how many of them the model knows
}

// span is a range of bytes of folded text that is read as one word.
type span struct {
	start, end int32
	as         string
}

// minKnown is how many words of a passage a model must know to judge it.
const minKnown = 3

// Open makes the reader read a text.
func (r *Reader) Open(in Input) {
	r.in, r.covered = in, r.covered[:0]
	r.cover()
}

// Read gives the features of a passage; they are valid until the next call. A passage of
// which fewer than three words are known, or less than half, has none: it is too short, or
// in another language.
func (r *Reader) Read(p Passage) []Feature {
	r.features, r.seen, r.last = r.features[:0], r.seen[:0], hash(seedWord, "<s>")
	r.words, r.known = 0, 0
	r.read(p)
	if r.known < minKnown || 2*r.known < r.words {
		return nil
	}
	r.concepts(p)
	r.add(hash(seedSituation, r.in.Org), Situation, 0, 0)
	r.add(hash(seedSituation, r.in.Surface), Situation, 0, 0)
	return r.features
}

func (r *Reader) add(key Key, family Family, word, endWord int32) {
	r.features = append(r.features, Feature{key, r.Row(key), family, word, endWord})
}

// cover notes the links, mentions and addresses of the text, whose letters mean nothing.
func (r *Reader) cover() {
	for _, m := range r.in.Text.Marks {
		switch m.Kind {
		case segment.Link:
			r.covered = append(r.covered, span{m.Start, m.End, "<link>"})
		case segment.Mention:
			r.covered = append(r.covered, span{m.Start, m.End, "<mention>"})
		case segment.EmailAddress:
			r.covered = append(r.covered, span{m.Start, m.End, "<address>"})
		}
	}
	slices.SortFunc(r.covered, func(a, b span) int { return int(a.start - b.start) })
}

// read adds the words of a passage, and the emoji between them.
func (r *Reader) read(p Passage) {
	t := r.in.Text
	if p.FirstSentence == p.EndSentence {
		return
	}
	at := t.Sentences[p.FirstSentence].Start
	next, _ := slices.BinarySearchFunc(r.covered, at, func(c span, at int32) int { return int(c.end - at - 1) })
	for i := p.FirstWord; i < p.EndWord; i++ {
		w := t.Words[i]
		for next < len(r.covered) && r.covered[next].end <= w.Start {
			next++
		}
		if next < len(r.covered) && r.covered[next].start <= w.Start {
			if at < r.covered[next].end {
				r.emoji(at, r.covered[next].start, i)
				r.word(hash(seedWord, r.covered[next].as), i)
				at = r.covered[next].end
			}
			continue
		}
		r.emoji(at, w.Start, i)
		r.spelled(t.Fold.Bytes[w.Start:w.End], i)
		at = w.End
	}
	r.emoji(at, t.Sentences[p.EndSentence-1].End, max(p.FirstWord, p.EndWord-1))
}

// firstEmoji is the first character that is read as a word of its own: arrows, symbols
// and emoji begin there.
const firstEmoji = 0x2190

// emoji adds the emoji between two words.
func (r *Reader) emoji(start, end, word int32) {
	b := r.in.Text.Fold.Bytes
	for i := start; i < end; {
		if b[i] < 0xE2 {
			i++
			continue
		}
		c, size := utf8.DecodeRune(b[i:end])
		if c >= firstEmoji && (c < 0xFE00 || c > 0xFE0F) && (c < 0x1F3FB || c > 0x1F3FF) {
			r.word(hash(seedWord, b[i:i+int32(size)]), word)
		}
		i += int32(size)
	}
}

// word adds one word, if it is new, and its pair with the one before.
func (r *Reader) word(key Key, at int32) {
	if !slices.Contains(r.seen, key) {
		r.seen = append(r.seen, key)
		r.add(key, Words, at, at+1)
	}
	r.add(both(seedPair, r.last, key), Pairs, max(0, at-1), at+1)
	r.last = key
}

// spelled adds a word as English readers take it apart: can't is can not, she's is she.
func (r *Reader) spelled(word []byte, at int32) {
	switch i := bytes.IndexByte(word, '\''); {
	case word[0] >= '0' && word[0] <= '9':
		r.word(hash(seedWord, "<figure>"), at)
	case i <= 0:
		r.plain(word, at)
	case bytes.HasSuffix(word, []byte("n't")) && len(word) > 3:
		r.plain(word[:len(word)-3], at)
		r.word(hash(seedWord, "not"), at)
	default:
		r.plain(word[:i], at)
		if full, ok := clitic(word[i:]); ok {
			r.word(hash(seedWord, full), at)
		}
	}
}

// clitic gives the word that an ending stands for; 's is left out.
func clitic(ending []byte) (string, bool) {
	switch string(ending) {
	case "'ll":
		return "will", true
	case "'re":
		return "are", true
	case "'ve":
		return "have", true
	case "'m":
		return "am", true
	case "'d":
		return "would", true
	}
	return "", false
}

// plain adds a word without apostrophe. Of one the model does not know the letters count,
// and that it is a name, if it begins with a capital inside a sentence.
func (r *Reader) plain(word []byte, at int32) {
	key := hash(seedWord, word)
	r.words++
	if r.Row(key) >= 0 {
		r.known++
		r.word(key, at)
		return
	}
	if r.name(at) {
		r.word(hash(seedWord, "<name>"), at)
		return
	}
	r.word(hash(seedWord, "<word>"), at)
	r.letters(word, at)
}

// name tells whether a word begins with a capital, inside a sentence.
func (r *Reader) name(at int32) bool {
	w := r.in.Text.Words[at]
	return r.in.Text.Fold.Class[w.Start]&fold.Upper != 0 && r.in.Text.Sentences[w.Sentence].FirstWord != at
}

// runLetters is how long the runs of letters are that are features.
const runLetters = 4

// letters adds the runs of letters of a word, its beginning and end marked.
func (r *Reader) letters(word []byte, at int32) {
	var buffer [64]byte
	marked := append(append(append(buffer[:0], '^'), word[:min(len(word), 60)]...), '$')
	for i := 0; i+runLetters <= len(marked); i++ {
		r.add(hash(seedLetters, marked[i:i+runLetters]), Letters, at, at+1)
	}
}

// concepts adds the concepts of a passage, each where it stands first.
func (r *Reader) concepts(p Passage) {
	for _, c := range r.in.Hits.Touched() {
		key := r.Names[c]
		if key == 0 {
			continue
		}
		if hits := match.From(r.in.Hits.Of[c], p.FirstSentence); len(hits) > 0 && hits[0].Sentence < p.EndSentence {
			r.add(key, Concepts, hits[0].Word, hits[0].EndWord)
		}
	}
}

// Names gives the keys of concepts by their numbers. Those that tell about the user
// rather than the text are left out, and those that are looked for in profiles only.
func Names(numbers map[string]match.Concept) []Key {
	keys := make([]Key, len(numbers))
	for id, n := range numbers {
		if !leftOut(id) {
			keys[n] = hash(seedConcept, id)
		}
	}
	return keys
}

func leftOut(concept string) bool {
	switch concept {
	case "own-field", pack.Watchlist, pack.AppDiscouraged, pack.AppBanned:
		return true
	}
	return slices.Contains(pack.ProfileConcepts(), concept)
}
