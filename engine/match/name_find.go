package match

import (
	"strings"
	"unicode/utf8"

	"circumspect/engine/fold"
	"circumspect/engine/segment"
)

// nameIndex holds names by the two bytes that they may begin with; the second is 0 where
// letters are written apart.
type nameIndex map[[2]byte][]*name

// add takes in a name.
func (x nameIndex) add(n *name) {
	begins := map[[2]byte]bool{}
	for _, f := range n.pieces[0].forms {
		first := f.text[0]
		if first < utf8.RuneSelf {
			begins[[2]byte{first, 0}] = true
		}
		if len(f.text) > 1 {
			begins[[2]byte{first, f.text[1]}] = true
		} else if len(n.pieces) > 1 {
			for _, next := range n.pieces[1].forms {
				begins[[2]byte{first, next.text[0]}] = true
			}
		}
	}
	for key := range begins {
		x[key] = append(x[key], n)
	}
}

// find adds the hits of every name in t.
func (x nameIndex) find(t *segment.Text, h *Hits) {
	if len(x) == 0 {
		return
	}
	b, class := t.Fold.Bytes, t.Fold.Class
	for i, c := range class {
		if c&fold.Head == 0 || c&(fold.Blank|fold.Newline) != 0 || !boundary(class, i) && !behindFigures(class, i) {
			continue
		}
		key := [2]byte{b[i], 0}
		if i+1 < len(b) && (b[i] >= utf8.RuneSelf || class[i+1]&(fold.Letter|fold.Digit) != 0) {
			key[1] = b[i+1]
		}
		for _, n := range x[key] {
			if end := (&nameSearch{n, t, i}).end(); end > i {
				h.add(t, n.concept, i, end)
			}
		}
	}
}

// behindFigures tells whether letters begin at i that follow figures.
func behindFigures(class []fold.Class, i int) bool {
	return class[i-1]&fold.Digit != 0 && class[i]&fold.Letter != 0
}

// nameSearch is a look for a name that begins at a place.
type nameSearch struct {
	*name
	text  *segment.Text
	start int
}

// end gives where the name ends, or -1.
func (s *nameSearch) end() int {
	if !s.begins() {
		return -1
	}
	if end := s.from(0, s.start); end > 0 {
		return s.possessive(end)
	}
	return s.spaced()
}

// begins tells whether the name may begin where it does: at a word, or behind figures.
func (s *nameSearch) begins() bool {
	return boundary(s.text.Fold.Class, s.start) || s.letters >= minSplitFigure
}

// ends tells whether the name may end at a place: with a word, or at figures, as in
// BlueHeron2024.
func (s *nameSearch) ends(at int) bool {
	class := s.text.Fold.Class
	return boundary(class, at) || s.letters >= minSplitFigure && class[at-1]&fold.Letter != 0 && class[at]&fold.Digit != 0
}

// from reads the pieces from k on at a place and gives where they end, or -1.
func (s *nameSearch) from(k, at int) int {
	for i := range s.pieces[k].forms {
		f := &s.pieces[k].forms[i]
		end := s.spelt(f.text, at)
		switch {
		case end < 0 || s.pieces[k].capital && s.text.Fold.Class[at]&fold.Upper == 0:
		case k+1 < len(s.pieces):
			next, ok := s.gap(k, end)
			if !ok || next == end && !f.bare {
				continue
			}
			if end = s.from(k+1, next); end > 0 {
				return end
			}
		case s.ends(end) && s.counts(end, f.langs):
			return end
		}
	}
	return -1
}

// spelt gives where a form ends that is written at a place, or -1. Hashtags are cut at
// capitals, which may be inside a word of the user's.
func (s *nameSearch) spelt(form string, at int) int {
	f := &s.text.Fold
	for i := 0; i < len(form); at++ {
		switch {
		case at == len(f.Bytes):
			return -1
		case f.Bytes[at] == form[i]:
			i++
		case i == 0 || f.Bytes[at] != ' ' || f.Starts[at] != f.Ends[at]:
			return -1
		}
	}
	return at
}

// maxGapName is how many signs and blanks may stand between two pieces.
const maxGapName = 3

// gap gives where the piece after k begins, which ended at a place, and whether what stands
// between joins the two.
func (s *nameSearch) gap(k, at int) (int, bool) {
	f := &s.text.Fold
	signs := "-_/'+&*#:."
	if s.pieces[k].number || s.pieces[k+1].number {
		signs += "()[]"
	}
	end := at
	for ; end < len(f.Bytes) && f.Class[end]&(fold.Letter|fold.Digit) == 0; end++ {
		if end-at == maxGapName || f.Class[end]&(fold.Blank|fold.Newline) == 0 && !strings.Contains(signs, string(f.Bytes[end])) {
			return 0, false
		}
	}
	stop := strings.ContainsAny(string(f.Bytes[at:end]), ".:") && end > at+1 && !s.pieces[k].single
	return end, end < len(f.Bytes) && !stop && !strings.Contains(string(f.Bytes[at:end]), "\n\n")
}

// counts tells whether what ends at a place is the name. Where a single word was read as a
// form that only some languages have, its sentence must be of one of them.
func (s *nameSearch) counts(end int, langs langSet) bool {
	joined := s.initials && end-s.start == s.letters
	if (s.caps || joined) && !written(s.text, s.start, end, AllCaps) {
		return false
	}
	if langs == anyLang || len(s.pieces) > 1 {
		return true
	}
	lang := s.text.Sentences[s.text.SentenceAt(s.start)].Lang
	return langs&langBit(lang) != 0 || lang == "" && langs&english != 0
}

// possessive gives where a name ends with its 's.
func (s *nameSearch) possessive(end int) int {
	b := s.text.Fold.Bytes
	if end+2 <= len(b) && string(b[end:end+2]) == "'s" && boundary(s.text.Fold.Class, end+2) {
		return end + 2
	}
	return end
}

// spaced gives where the name ends that is written letter by letter, or -1.
func (s *nameSearch) spaced() int {
	b, class := s.text.Fold.Bytes, s.text.Fold.Class
	if s.letters < minSpacedName || s.caps {
		return -1
	}
	at, divider := s.start, byte(0)
	for _, p := range s.pieces {
		if p.number { // 1, 2, 3, 4
			return -1
		}
		for _, r := range p.plain() {
			size := utf8.RuneLen(r)
			if at > s.start {
				if at >= len(b) || !divides(b[at], divider) {
					return -1
				}
				if divider == 0 {
					divider = b[at]
				}
				at++
			}
			if at+size > len(b) || string(b[at:at+size]) != string(r) || !boundary(class, at) {
				return -1
			}
			at += size
		}
	}
	if !boundary(class, at) {
		return -1
	}
	return at
}

// divides tells whether a byte stands between letters that are written apart: the same
// between all of them, or a blank.
func divides(b, before byte) bool {
	if before == 0 {
		return strings.IndexByte(" .-_*/|,", b) >= 0
	}
	return b == before || b == ' '
}

// plain gives the piece as the user wrote it.
func (p *namePiece) plain() string {
	for _, f := range p.forms {
		if f.bare {
			return f.text
		}
	}
	return ""
}
