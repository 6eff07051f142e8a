package fold

import (
	"math/bits"
	"slices"
)

// Bounds on the words that are read in disguise.
const (
	minKnown   = 3  // letters
	maxKnown   = 15 // letters
	minSwapped = 4  // letters of a word read with two letters swapped or one doubled
	minDropped = 5  // letters of a word read with one letter left out
	minSplit   = 6  // letters of a word read in pieces, as "ver min"
	maxPiece   = 3  // letters of the first piece
	minJoined  = 7  // letters of words written as one
	minWeight  = 4  // letters of the word that makes joined words worth reading
	maxRun     = 40 // letters of a run of single letters
	maxTried   = 60 // places at which joined words are looked for, so that no letters take long
)

// Disguises knows words that writers disguise (insults, slurs, the groups they are
// thrown at) and the ways they do it: "i d i o t", "id*ot", "1d10t", "idoit", "id-iot".
// It reads nothing else, so other words stay as they are written. The zero value knows
// no words.
type Disguises struct {
	known    [26][maxKnown + 1][]known // by first letter and length
	beside   [26][]string              // small words that may be joined to them, by first letter
	ordinary map[string]bool
	// What most words are turned away by, before they are looked at any closer.
	slips  bloom // hashes of known words with a slip
	begins bloom // the first three letters of known words and of small ones
	short  bloom // small words of one or two letters
	ends   bloom // the last four letters of what may end with one of three letters or more
	pieces bloom // the first piece of words that are read in pieces, and a letter more
}

// bloom is a set that may hold more than was put in.
type bloom [1 << 11]uint64

func (b *bloom) add(n uint32)      { b[n>>6&(1<<11-1)] |= 1 << (n & 63) }
func (b *bloom) has(n uint32) bool { return b[n>>6&(1<<11-1)]&(1<<(n&63)) != 0 }

// hashed goes on with the hash of a word by a letter.
func hashed(h uint32, c byte) uint32 { return h*31 + uint32(c-'a') }

func hashOf[T string | []byte](word T) (h uint32) {
	for i := range len(word) {
		h = hashed(h, word[i])
	}
	return h ^ h>>15
}

// known is a word and the set of its letters.
type known struct {
	word    string
	letters uint32
}

// NewDisguises knows the words, small words that may be joined to them, and ordinary
// words that only look like misspelt ones. Words that are not 3 to 15 small letters
// from a to z are left out.
func NewDisguises(words, beside, ordinary []string) *Disguises {
	d := &Disguises{ordinary: map[string]bool{}}
	for _, w := range words {
		if n := len(w); CanDisguise(w) && !d.knows([]byte(w)) {
			at := &d.known[w[0]-'a'][n]
			*at = append(*at, known{w, lettersOf([]byte(w))})
			d.addSlips(w)
		}
	}
	for _, w := range beside {
		if w != "" && lettersOf([]byte(w)) != 0 && !slices.Contains(d.beside[w[0]-'a'], w) {
			d.beside[w[0]-'a'] = append(d.beside[w[0]-'a'], w)
		}
	}
	for _, w := range ordinary {
		d.ordinary[w] = true
	}
	d.addBeginnings()
	return d
}

// addSlips puts what misspelt reads as a word into the set that turns others away.
func (d *Disguises) addSlips(w string) {
	for i := 1; i < len(w); i++ {
		if i+1 < len(w) {
			d.slips.add(hashOf(w[:i] + w[i+1:i+2] + w[i:i+1] + w[i+2:]))
		}
		d.slips.add(hashOf(w[:i] + w[i+1:]))
		d.slips.add(hashOf(w[:i] + w[i-1:]))
	}
	d.slips.add(hashOf(w + w[len(w)-1:]))
}

func (d *Disguises) addBeginnings() {
	for first := range d.known {
		for n, words := range d.known[first] {
			for _, k := range words {
				d.begins.add(hashOf(k.word[:3]))
				d.addEnd(k.word)
				for piece := 2; piece <= maxPiece && n >= minSplit && !d.ordinary[k.word]; piece++ {
					d.pieces.add(hashOf(k.word[:piece+1]))
				}
			}
		}
		for _, w := range d.beside[first] {
			if len(w) < 3 {
				d.short.add(hashOf(w))
			} else {
				d.begins.add(hashOf(w[:3]))
				d.addEnd(w)
			}
		}
	}
}

func (d *Disguises) addEnd(w string) {
	if len(w) >= 4 {
		d.ends.add(hashOf(w[len(w)-4:]))
		return
	}
	for before := byte('a'); before <= 'z'; before++ {
		d.ends.add(hashOf(string(before) + w))
	}
}

// mayBegin tells whether known or small words may begin the letters.
func (d *Disguises) mayBegin(letters []byte) bool {
	if d.mayBeginLong(letters) {
		return true
	}
	for n := 1; n <= 2 && n <= len(letters); n++ {
		if d.short.has(hashOf(letters[:n])) && (n == len(letters) || d.mayGoOn(letters[n:])) {
			return true
		}
	}
	return false
}

// mayBeginLong tells whether a word of three letters or more may begin the letters.
func (d *Disguises) mayBeginLong(letters []byte) bool {
	return len(letters) >= 3 && d.begins.has(hashOf(letters[:3]))
}

// mayGoOn tells whether any word may begin the letters.
func (d *Disguises) mayGoOn(letters []byte) bool {
	return d.mayBeginLong(letters) || d.short.has(hashOf(letters[:1])) || len(letters) > 1 && d.short.has(hashOf(letters[:2]))
}

// CanDisguise tells whether a word is one that NewDisguises takes.
func CanDisguise(word string) bool {
	return len(word) >= minKnown && len(word) <= maxKnown && lettersOf([]byte(word)) != 0
}

// lettersOf gives the set of letters of a word, 0 where it has others than a to z.
func lettersOf(word []byte) (set uint32) {
	for _, c := range word {
		if c < 'a' || c > 'z' {
			return 0
		}
		set |= 1 << (c - 'a')
	}
	return set
}

// words gives the known words with a first letter and length.
func (d *Disguises) words(first byte, n int) []known {
	if first < 'a' || first > 'z' || n < minKnown || n > maxKnown {
		return nil
	}
	return d.known[first-'a'][n]
}

func (d *Disguises) knows(word []byte) bool {
	if len(word) == 0 {
		return false
	}
	for _, k := range d.words(word[0], len(word)) {
		if k.word == string(word) {
			return true
		}
	}
	return false
}

// misspelt gives the known word that was written with two letters swapped, one doubled
// or one left out, but never the first; "" where there is none or the word is itself
// one. letters is the set of the word's letters, hash its hash.
func (d *Disguises) misspelt(word []byte, letters, hash uint32) string {
	n := len(word)
	if n < minSwapped || !d.slips.has(hash) {
		return ""
	}
	for _, length := range [...]int{n, n + 1, n - 1} {
		for _, k := range d.words(word[0], length) {
			if bits.OnesCount32(k.letters^letters) <= 1 && slips(word, k.word) {
				return d.unless(word, k.word)
			}
		}
	}
	return ""
}

// unless gives what a word is read as, or "" where it is a word of its own.
func (d *Disguises) unless(word []byte, as string) string {
	if d.ordinary[string(word)] || d.knows(word) {
		return ""
	}
	return as
}

// slips tells whether word is known with one slip; their first letters are the same.
func slips(word []byte, known string) bool {
	i := 1
	for i < len(word) && i < len(known) && word[i] == known[i] {
		i++
	}
	switch len(word) - len(known) {
	case 0:
		return i+1 < len(word) && len(word) >= minSwapped && word[i] == known[i+1] && word[i+1] == known[i] && string(word[i+2:]) == known[i+2:]
	case -1:
		return len(known) >= minDropped && string(word[i:]) == known[i+1:]
	case 1:
		return len(known) >= minSwapped && i < len(word) && word[i] == word[i-1] && string(word[i+1:]) == known[i:]
	}
	return false
}

// stretched gives the known word in which a letter was written three times or more.
func (d *Disguises) stretched(word []byte) string {
	for keep := 1; keep <= 2; keep++ {
		var short []byte
		for i, c := range word {
			if i < keep || !same(word[i-keep:i], c) || !partOfRun(word, i) {
				short = append(short, c)
			}
		}
		if len(short) < len(word) && d.knows(short) {
			return string(short)
		}
	}
	return ""
}

func same(word []byte, c byte) bool {
	return !slices.ContainsFunc(word, func(o byte) bool { return o != c })
}

// partOfRun tells whether the letter at i is one of at least three of its kind.
func partOfRun(word []byte, i int) bool {
	from, to := i, i+1
	for from > 0 && word[from-1] == word[i] {
		from--
	}
	for to < len(word) && word[to] == word[i] {
		to++
	}
	return to-from >= 3
}

// masked gives the known word that fits sets of letters, one set a place.
func (d *Disguises) masked(places []uint32) string {
	if len(places) < minKnown || len(places) > maxKnown {
		return ""
	}
	for first := range d.known {
		if places[0]&(1<<first) == 0 {
			continue
		}
		for _, k := range d.known[first][len(places)] {
			if fits(k.word, places) {
				return k.word
			}
		}
	}
	return ""
}

func fits(word string, places []uint32) bool {
	for i, set := range places {
		if set&(1<<(word[i]-'a')) == 0 {
			return false
		}
	}
	return true
}
