package engine

import (
	"bytes"

	"circumspect/engine/match"
	"circumspect/engine/segment"
)

// A profile is written in clauses: "Lawyer | Views my own • Runner". What stands in
// different clauses has nothing to do with one another.

// separators part clauses; the dots and bars that profiles are built with.
const separators = "\n|•·;▪►●‣⋅∙❘¦"

// maxAsked is how many words a question may have that its answer belongs to:
// "Opinions? Mine."
const maxAsked = 3

// clauses gives, for every word of a text, the number of its clause.
func clauses(t *segment.Text) []int {
	list := make([]int, len(t.Words))
	first := 0
	for w := 1; w < len(t.Words); w++ {
		list[w] = list[w-1]
		if parted(t, w, w-first) {
			list[w], first = list[w]+1, w
		}
	}
	return list
}

// parted tells whether a clause ends before the word w; words is how many it has.
func parted(t *segment.Text, w, words int) bool {
	between := betweenWords(t, w)
	if bytes.ContainsAny(between, separators) || bytes.Contains(between, []byte(" / ")) {
		return true
	}
	asked := bytes.IndexByte(between, '?') >= 0 && words <= maxAsked
	return t.Words[w].Sentence != t.Words[w-1].Sentence && !asked
}

// betweenWords gives the folded text between a word and the one before it.
func betweenWords(t *segment.Text, w int) []byte {
	return t.Fold.Bytes[t.Words[w-1].End:t.Words[w].Start]
}

// pause tells whether more than blanks, apostrophes or a hyphen stands before the word w.
func pause(t *segment.Text, w int) bool {
	between := betweenWords(t, w)
	return len(bytes.Trim(between, " '’")) > 0 && !bytes.Equal(between, []byte("-"))
}

// wordHits are the hits of a concept, in the order of the text.
type wordHits []match.Hit

// covers tells whether a hit covers the word w.
func (h wordHits) covers(w int) bool {
	for i := range h {
		if int(h[i].Word) <= w && w < int(h[i].EndWord) {
			return true
		}
	}
	return false
}

// starts gives the end of the longest hit that begins with the word w, or 0.
func (h wordHits) starts(w int) int {
	end := 0
	for i := range h {
		if int(h[i].Word) == w {
			end = max(end, int(h[i].EndWord))
		}
	}
	return end
}

// within tells whether a hit lies in the words from first to end. A sign such as ≠ covers
// no word and stands before the next one.
func (h wordHits) within(first, end int) bool {
	for i := range h {
		if int(h[i].Word) >= first && int(h[i].EndWord) <= end {
			return true
		}
	}
	return false
}
