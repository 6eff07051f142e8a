// Package fold turns a writer's text into the form that terms and patterns are
// matched against, and remembers where every byte of it came from.
//
// Folding lowers case, strips accents, narrows full-width letters, plain-forms
// ornamental ones, unifies quotation marks, dashes and blanks, removes what is
// invisible, mends words that mix look-alike letters of two alphabets, and splits
// hashtags in CamelCase into words. Runs of blanks become one blank; line breaks stay.
package fold

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

//go:generate go run ./gen

// Class says what a byte of folded text belongs to.
type Class uint8

// The classes; a byte can be in several.
const (
	Letter  Class = 1 << iota
	Digit         // 0 to 9
	Upper         // a capital in the writer's text
	Blank         // a blank, but not a line break
	Newline       // a line break
	Head          // first byte of a character
	Ideo          // a character of a script that writes no blanks between words
)

// Text is folded text. Every slice is as long as Bytes.
type Text struct {
	Bytes []byte
	Class []Class
	// Starts and Ends give the UTF-16 code units of the writer's text that a byte
	// was made from.
	Starts, Ends []uint32
	// Units is the length of the writer's text in UTF-16 code units.
	Units int

	word    int     // where the word being written began
	scripts scripts // of the letters of that word
	hashtag bool    // inside a hashtag
	last    rune    // the character before, as written
}

// Fold folds text into t, whose memory it uses again.
func (t *Text) Fold(text string) {
	t.reset(len(text))
	for i := 0; i < len(text); {
		c := text[i]
		if plain[c] != 0 && !t.hashtag && t.scripts&^latin == 0 {
			if end := t.run(text, i); end > i {
				i = end
				continue
			}
		}
		if c < utf8.RuneSelf {
			t.ascii(text, i, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		units := 1
		if r > 0xFFFF {
			units = 2
		}
		t.wide(text[i+size:], r, units)
		i += size
	}
	t.endWord()
}

func (t *Text) reset(size int) {
	t.Bytes = slices.Grow(t.Bytes[:0], size)
	t.Class = slices.Grow(t.Class[:0], size)
	t.Starts = slices.Grow(t.Starts[:0], size)
	t.Ends = slices.Grow(t.Ends[:0], size)
	t.Units, t.word, t.scripts, t.hashtag, t.last = 0, 0, 0, false, 0
}

// plain gives the class of the ASCII letters and the blank, by far the commonest
// characters, and 0 for others.
var plain = plainClasses()

func plainClasses() (table [256]Class) {
	for c := byte('a'); c <= 'z'; c++ {
		table[c] = Letter | Head
		table[c-'a'+'A'] = Letter | Upper | Head
	}
	table[' '] = Blank | Head
	return table
}

// run folds plain characters from i, outside hashtags and mixed words, and gives their
// end. It does at once what ascii does one by one.
func (t *Text) run(text string, i int) int {
	from, most := len(t.Bytes), len(text)-i
	bytes := slices.Grow(t.Bytes, most)[:from+most]
	class := slices.Grow(t.Class, most)[:from+most]
	starts := slices.Grow(t.Starts, most)[:from+most]
	ends := slices.Grow(t.Ends, most)[:from+most]
	n, units := from, uint32(t.Units)
	blank := from > 0 && class[from-1]&(Blank|Newline) != 0
	for ; i < len(text); i++ {
		c := plain[text[i]]
		if c == 0 || c&Blank != 0 && blank {
			break
		}
		if blank = c&Blank != 0; blank {
			t.word, t.scripts = n+1, 0
		} else {
			t.scripts |= latin
		}
		bytes[n], class[n], starts[n], ends[n] = text[i]|0x20, c, units, units+1
		n, units = n+1, units+1
	}
	if n > from {
		t.last = rune(text[i-1])
	}
	t.Bytes, t.Class, t.Starts, t.Ends, t.Units = bytes[:n], class[:n], starts[:n], ends[:n], int(units)
	return i
}

// ascii folds one ASCII character.
func (t *Text) ascii(text string, i int, c byte) {
	switch {
	case c >= 'a' && c <= 'z':
		t.scripts |= latin
		t.put(c, Letter|Head, 1)
	case c >= 'A' && c <= 'Z':
		t.split(rune(c), text[i+1:])
		t.scripts |= latin
		t.put(c+'a'-'A', Letter|Upper|Head, 1)
	case c >= '0' && c <= '9':
		t.put(c, Digit|Head, 1)
	case c == ' ' || c == '\t':
		t.blank(1)
	case c == '\r' && i+1 < len(text) && text[i+1] == '\n':
		t.Units++
	case c == '\n' || c == '\v' || c == '\f' || c == '\r':
		t.newline(1)
	default:
		t.sign(c)
	}
	t.last = rune(c)
}

// sign folds an ASCII punctuation mark or control character.
func (t *Text) sign(c byte) {
	switch {
	case c == '#':
		t.endWord()
		t.hashtag = true
	case c == '_' && t.hashtag:
		t.blank(1)
		t.hashtag = true
		return
	case c == '`':
		c = '\''
	default:
		t.endWord()
	}
	t.put(c, Head, 1)
}

// wide folds one character outside ASCII; rest is the text after it.
func (t *Text) wide(rest string, r rune, units int) {
	out, changed := lookup(r)
	switch {
	case changed && out == "":
		t.drop(r, units)
	case changed && out == " ":
		t.blank(units)
	case changed && out == "\n":
		t.newline(units)
	case changed:
		if unicode.IsUpper(r) {
			t.split(r, rest)
		}
		t.runes(out, r, units)
	default:
		var buf [utf8.UTFMax]byte
		t.runes(string(buf[:utf8.EncodeRune(buf[:], r)]), r, units)
	}
	if out != "" || !changed {
		t.last = r
	}
}

// lookup gives what r folds to; changed is false where it stands for itself.
func lookup(r rune) (out string, changed bool) {
	if r > lastMapped {
		if r >= 0xE0000 && r <= 0xE01EF { // tags and variation selectors
			return "", true
		}
		return "", false
	}
	i := pages[pageOf[r>>7]][r&127]
	return outs[i], i != 0
}

// runes writes out, the folded form of r.
func (t *Text) runes(out string, r rune, units int) {
	class := classOf(r)
	if class&(Letter|Digit) == 0 {
		t.endWord()
	}
	start := t.Units
	for _, f := range out {
		t.rune(f, class, start, start+units)
	}
	t.Units = start + units
}

// rune writes one folded character made from the units from start to end.
func (t *Text) rune(f rune, class Class, start, end int) {
	if class&Letter == 0 || f < utf8.RuneSelf {
		class = classOf(f) | class&Upper
	}
	if class&Ideo != 0 {
		t.endWord()
	}
	t.scripts |= scriptOf(f)
	var buf [utf8.UTFMax]byte
	for i, b := range buf[:utf8.EncodeRune(buf[:], f)] {
		c := class &^ Head
		if i == 0 {
			c |= Head
		}
		t.Bytes, t.Class = append(t.Bytes, b), append(t.Class, c)
		t.Starts, t.Ends = append(t.Starts, uint32(start)), append(t.Ends, uint32(end))
	}
}

// put writes one byte made from so many units.
func (t *Text) put(b byte, class Class, units int) {
	t.Bytes, t.Class = append(t.Bytes, b), append(t.Class, class)
	t.Starts = append(t.Starts, uint32(t.Units))
	t.Units += units
	t.Ends = append(t.Ends, uint32(t.Units))
}

// blank writes a blank, unless one or a line break was written just before.
func (t *Text) blank(units int) {
	t.endWord()
	t.hashtag = false
	if n := len(t.Class); n > 0 && t.Class[n-1]&(Blank|Newline) != 0 {
		t.Units += units
		return
	}
	t.put(' ', Blank|Head, units)
	t.word = len(t.Bytes)
}

// newline writes a line break in place of a blank before it, if there is one.
func (t *Text) newline(units int) {
	t.endWord()
	t.hashtag = false
	if n := len(t.Class); n > 0 && t.Class[n-1]&Blank != 0 {
		t.Bytes[n-1], t.Class[n-1] = '\n', Newline|Head
		t.Units += units
		return
	}
	t.put('\n', Newline|Head, units)
	t.word = len(t.Bytes)
}

// drop leaves out an invisible character or a mark; a mark belongs to the character
// before it, so that an underline covers both.
func (t *Text) drop(r rune, units int) {
	if n := len(t.Ends); n > 0 && joins(r) && int(t.Ends[n-1]) == t.Units {
		for i := n - 1; i >= 0 && t.Ends[i] == uint32(t.Units); i-- {
			t.Ends[i] = uint32(t.Units + units)
		}
	}
	t.Units += units
}

// joins tells whether a dropped character is part of the one before it.
func joins(r rune) bool {
	return unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r) || r >= 0xE0000
}

// split writes a blank before a capital that begins a new word inside a hashtag.
func (t *Text) split(r rune, rest string) {
	if !t.hashtag || t.word == len(t.Bytes) {
		return
	}
	next, _ := utf8.DecodeRuneInString(rest)
	if unicode.IsLower(t.last) || unicode.IsUpper(t.last) && unicode.IsLower(next) {
		t.endWord()
		t.put(' ', Blank|Head, 0)
		t.word, t.hashtag = len(t.Bytes), true
	}
}

// classOf gives the class of every byte of r but Head.
func classOf(r rune) Class {
	if r < utf8.RuneSelf {
		return asciiClass(byte(r))
	}
	switch {
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai):
		return Letter | Ideo
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return Letter | Upper
	case unicode.IsLetter(r) || unicode.Is(unicode.M, r):
		return Letter
	case unicode.IsDigit(r):
		return Digit
	case unicode.Is(unicode.Nl, r) || unicode.Is(unicode.So, r) && r >= 0x24B6 && r <= 0x24E9:
		return Letter
	}
	return 0
}

func asciiClass(c byte) Class {
	switch {
	case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
		return Letter
	case c >= '0' && c <= '9':
		return Digit
	case c == ' ':
		return Blank
	}
	return 0
}
