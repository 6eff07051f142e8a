package fold

import "bytes"

// reading is a stretch of folded text and the words it is to be read as.
type reading struct {
	start, end int // bytes of folded text
	words      string
}

// Reveal puts the plain word in the place of every disguised one in t. Every letter
// keeps the units it was made from; where letters were left out or doubled, all of them
// stand for the whole word as written.
func (d *Disguises) Reveal(t *Text) {
	var found []reading
	for i := 0; i < len(t.Bytes); {
		if t.Class[i]&(Letter|Digit) == 0 {
			i++
			continue
		}
		r := d.read(t, i)
		if r.words != "" && !t.partOfAddress(r) {
			found = append(found, r)
		}
		i = r.end
	}
	if len(found) > 0 {
		t.rewrite(found)
	}
}

// read reads the word at i, or more than the word where single letters stand in a row.
func (d *Disguises) read(t *Text, i int) reading {
	w := t.plainWord(i)
	if t.goesOn(w.end) || i > 0 && t.Bytes[i-1] == '$' {
		if r := d.readSigns(t, i); r.words != "" {
			return r
		}
	}
	r := reading{i, w.end, ""}
	switch word := t.Bytes[i:w.end]; {
	case w.end-i == 1:
		return d.readSingles(t, i)
	case w.mixed:
		return d.readSigns(t, i)
	case w.letters == 0:
		return r
	case len(word) <= maxPiece:
		return d.readPieces(t, r)
	default:
		r.words = d.plain(word, w)
	}
	return r
}

// plain reads a word of nothing but letters.
func (d *Disguises) plain(word []byte, w plainWord) string {
	found := d.misspelt(word, w.letters, w.hash)
	if found == "" && w.stretched {
		found = d.stretched(word)
	}
	if found == "" {
		found = d.joined(word)
	}
	return found
}

// goesOn tells whether a sign at i may belong to the word before it.
func (t *Text) goesOn(i int) bool {
	if i >= len(t.Bytes) || !masks(t.Bytes[i]) {
		return false
	}
	return t.Bytes[i] == '$' || i+1 < len(t.Bytes) && (t.Class[i+1]&(Letter|Digit) != 0 || masks(t.Bytes[i+1]))
}

// plainWord is what one look at a word tells.
type plainWord struct {
	end       int
	letters   uint32 // the set of its letters, 0 where it has others than a to z
	hash      uint32
	mixed     bool // letters and figures
	stretched bool // a letter stands three times in a row
}

func (t *Text) plainWord(i int) plainWord {
	b, class := t.Bytes, t.Class[:len(t.Bytes)]
	var w plainWord
	var seen Class
	var last, before byte
	n := i
	for ; n < len(b) && class[n]&(Letter|Digit) != 0; n++ {
		c := b[n]
		seen |= class[n]
		if c-'a' > 'z'-'a' {
			seen |= Blank // no letter from a to z
			continue
		}
		w.letters |= 1 << (c - 'a')
		w.hash = hashed(w.hash, c)
		if c == last && c == before {
			w.stretched = true
		}
		last, before = c, last
	}
	w.end = n
	w.hash ^= w.hash >> 15
	w.mixed = seen&(Letter|Digit) == Letter|Digit
	if seen&Blank != 0 {
		w.letters = 0
	}
	return w
}

// readSingles reads single letters that one and the same sign or blank divides.
func (d *Disguises) readSingles(t *Text, i int) reading {
	if !t.single(i) || i+2 >= len(t.Bytes) || !divides(t.Bytes[i+1]) || !t.single(i+2) {
		return reading{i, i + 1, ""}
	}
	letters := []byte{t.Bytes[i]}
	end := i + 1
	for end+1 < len(t.Bytes) && divides(t.Bytes[end]) && t.Bytes[end] == t.Bytes[i+1] && t.single(end+1) && len(letters) <= maxRun {
		letters = append(letters, t.Bytes[end+1])
		end += 2
	}
	// Several words are looked for at the beginning of the row only: at every letter of a
	// long row that would take long.
	first := i < 2 || !t.single(i-2) || t.Bytes[i-1] != t.Bytes[i+1]
	for n := len(letters); n >= max(minKnown, len(letters)-1); n-- { // the last may be a word of its own
		if words := d.wordsOf(letters[:n], first); words != "" {
			return reading{i, i + 2*n - 1, words}
		}
	}
	return reading{i, i + 1, ""}
}

// wordsOf reads letters as a known word or, with several, as several words.
func (d *Disguises) wordsOf(letters []byte, several bool) string {
	switch {
	case d.knows(letters):
		return string(letters)
	case several:
		return d.parted(letters)
	}
	return ""
}

// single tells whether a letter from a to z stands alone at i.
func (t *Text) single(i int) bool {
	return t.Bytes[i] >= 'a' && t.Bytes[i] <= 'z' && boundaryAt(t.Class, i) && boundaryAt(t.Class, i+1)
}

func boundaryAt(class []Class, i int) bool {
	return i <= 0 || i >= len(class) || class[i-1]&(Letter|Digit) == 0 || class[i]&(Letter|Digit) == 0
}

// readPieces reads a known word in two or three pieces, the first of them short.
func (d *Disguises) readPieces(t *Text, r reading) reading {
	first := t.Bytes[r.start:r.end]
	if r.end+1 >= len(t.Bytes) || t.Bytes[r.end] != ' ' || len(first) < 2 {
		return r
	}
	more := hashed(hashed(0, first[0]), first[1])
	for _, c := range first[2:] {
		more = hashed(more, c)
	}
	more = hashed(more, t.Bytes[r.end+1])
	if !d.pieces.has(more^more>>15) || d.isBeside(first) || r.start > 0 && t.Bytes[r.start-1] == '\'' {
		return r
	}
	for n := minSplit; n <= maxKnown; n++ {
		for _, k := range d.words(first[0], n) {
			if k.word[1] != first[1] || d.ordinary[k.word] {
				continue
			}
			if end := t.pieces(r.start, k.word); end > 0 {
				return reading{r.start, end, k.word}
			}
		}
	}
	return r
}

func (d *Disguises) isBeside(word []byte) bool {
	for _, w := range d.beside[word[0]-'a'] {
		if w == string(word) {
			return true
		}
	}
	return false
}

// pieces gives where word ends that is written from i with blanks in it, or 0.
func (t *Text) pieces(i int, word string) int {
	for n := 0; n < len(word); i++ {
		switch {
		case i == len(t.Bytes):
			return 0
		case t.Bytes[i] == word[n]:
			n++
		case t.Class[i]&Blank == 0:
			return 0
		}
	}
	if !boundaryAt(t.Class, i) {
		return 0
	}
	return i
}

// masks tells whether a sign inside a word can stand for a letter of it or hide it.
func masks(c byte) bool {
	switch c {
	case '*', '#', '%', '$', '!', '@', '-', '.', '_', '+', '|':
		return true
	}
	return false
}

// divides tells whether a blank or sign can stand between single letters.
func divides(c byte) bool {
	switch c {
	case ' ', '.', '-', '_', '*', ',', '/', '+', '|':
		return true
	}
	return false
}

// partOfAddress tells whether a reading stands in a link, a handle or an address.
func (t *Text) partOfAddress(r reading) bool {
	from, to := r.start, r.end
	for from > 0 && t.Class[from-1]&(Blank|Newline) == 0 {
		from--
	}
	for to < len(t.Bytes) && t.Class[to]&(Blank|Newline) == 0 {
		to++
	}
	token := t.Bytes[from:to]
	return token[0] == '@' || bytes.Contains(token, []byte("://")) || bytes.HasPrefix(token, []byte("www.")) ||
		bytes.IndexByte(t.Bytes[r.end:to], '@') >= 0 || bytes.IndexByte(t.Bytes[r.end:to], '/') > 0 ||
		bytes.IndexByte(t.Bytes[from:r.start], '/') > 0 && bytes.IndexByte(t.Bytes[from:r.start], '.') > 0
}
