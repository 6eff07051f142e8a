package match

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"circumspect/engine/fold"
	"circumspect/engine/segment"
)

// name is a word or several of the user's own: of a project, a file, an app. It is found in
// any case, however its pieces are joined, and in the forms of its language:
// Blue Heron in #BlueHeron, blue-herons and blueheron, Ares(2024)123 in ARES 2024/123.
type name struct {
	concept Concept
	pieces  []namePiece
	letters int // letters and figures in all
	// caps marks what means something else in small letters: IT, WHO, A.M.
	caps bool
	// initials marks nothing but single letters, which written as one want capitals: R&D.
	initials bool
}

// namePiece is the forms of one piece of a name, the longest first. A piece is a run of
// letters or of figures, or one character of a script that writes no blanks.
type namePiece struct {
	forms  []form
	number bool
	single bool // one letter, as of a person's initials
	// capital marks a letter that is a word of its own, so that it wants a capital: Plan A.
	capital bool
}

// form is one way to write a piece.
type form struct {
	text  string // folded
	langs langSet
	// bare marks the piece as the user wrote it: the next one may follow at once.
	bare bool
}

// Bounds on names.
const (
	minSplitCase   = 3 // letters on both sides of a capital that begins a new piece
	minSplitFigure = 4 // letters and figures of a name whose letters and figures may be parted
	minSpacedName  = 4 // letters and figures of a name that is read letter by letter
)

// newName reads a word of the user's. It fails where the word is too short or too long to
// be looked for.
func newName(concept Concept, word string) (*name, bool) {
	var f fold.Text
	f.Fold(splitCapitals(strings.TrimSpace(word)))
	n := &name{concept: concept}
	if len(f.Bytes) < minTermBytes || len(f.Bytes) > maxTermBytes {
		return nil, false
	}
	runs, plain := runsOf(&f)
	n.letters = utf8.RuneCountInString(plain)
	if len(plain) < minTermBytes { // C++
		runs = []run{{text: string(f.Bytes)}}
	}
	for i, r := range runs {
		n.pieces = append(n.pieces, r.piece(len(runs), i+1 == len(runs)))
	}
	n.initials = !slices.ContainsFunc(n.pieces, func(p namePiece) bool { return !p.single })
	n.caps = (n.initials || strings.ToUpper(word) == word) && segment.FunctionWord([]byte(plain))
	return n, true
}

// splitCapitals puts a blank before a capital inside a word, so that BlueHeron is also
// found as Blue Heron. McKinsey and iPhone stay whole.
func splitCapitals(word string) string {
	runes := []rune(word)
	var out []rune
	for i, r := range runes {
		if unicode.IsUpper(r) && i > 0 && unicode.IsLower(runes[i-1]) &&
			lettersFrom(runes[i:]) >= minSplitCase && lettersBefore(runes[:i]) >= minSplitCase {
			out = append(out, ' ')
		}
		out = append(out, r)
	}
	return string(out)
}

func lettersFrom(runes []rune) int {
	if n := slices.IndexFunc(runes, func(r rune) bool { return !unicode.IsLetter(r) }); n >= 0 {
		return n
	}
	return len(runes)
}

func lettersBefore(runes []rune) int {
	n := 0
	for n < len(runes) && unicode.IsLetter(runes[len(runes)-1-n]) {
		n++
	}
	return n
}

// run is a piece of a name as the user wrote it, folded.
type run struct {
	text          string
	letter, digit bool
}

// runsOf gives the pieces of a folded name, and all of them as one. What stands between
// them may differ.
func runsOf(f *fold.Text) (runs []run, plain string) {
	var whole strings.Builder
	for i, c := range f.Class {
		if c&(fold.Letter|fold.Digit) != 0 {
			whole.WriteByte(f.Bytes[i])
		}
	}
	plain = whole.String()
	parted := utf8.RuneCountInString(plain) >= minSplitFigure
	for i := 0; i < len(f.Bytes); {
		end := runEnd(f, i, parted)
		if end == i {
			i++
			continue
		}
		class := f.Class[i]
		runs = append(runs, run{string(f.Bytes[i:end]), class&fold.Letter != 0, class&fold.Digit != 0})
		i = end
	}
	return runs, plain
}

// runEnd gives where the run of letters or figures at i ends, i where there is none.
func runEnd(f *fold.Text, i int, parted bool) int {
	const inWord = fold.Letter | fold.Digit
	if f.Class[i]&inWord == 0 {
		return i
	}
	end := i + 1
	for end < len(f.Class) && f.Class[end]&inWord != 0 {
		head := f.Class[end]&fold.Head != 0
		if head && (f.Class[end]|f.Class[i])&fold.Ideo != 0 || parted && (f.Class[end]^f.Class[i])&inWord != 0 {
			break
		}
		end++
	}
	return end
}

// piece gives the forms of a run; of is how many runs the name has.
func (r run) piece(of int, last bool) namePiece {
	first, size := utf8.DecodeRuneInString(r.text)
	p := namePiece{number: r.digit, single: unicode.IsLower(first) && size == len(r.text)}
	p.forms = []form{{r.text, anyLang, true}}
	p.capital = p.single && segment.FunctionWord([]byte(r.text))
	if r.letter {
		p.forms = append(p.forms, inflect(r.text, of > 1, last)...)
	}
	slices.SortStableFunc(p.forms, func(a, b form) int { return len(b.text) - len(a.text) })
	return p
}
