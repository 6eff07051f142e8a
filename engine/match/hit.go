package match

import (
	"cmp"
	"slices"

	"circumspect/engine/segment"
)

// Concept is the number of a concept in a matcher.
type Concept uint16

// Hit is one occurrence of a concept. Start and End are bytes of folded text; Word
// and EndWord, Sentence are indexes into the segmented text.
type Hit struct {
	Start, End    int32
	Word, EndWord int32
	Sentence      int32
}

// Hits holds the hits of every concept, in the order of the text.
type Hits struct {
	Of [][]Hit
	// Unfinished lists concepts whose patterns came to their bound.
	Unfinished []Concept

	touched []Concept
}

// reset empties h for so many concepts.
func (h *Hits) reset(concepts int) {
	for _, c := range h.touched {
		h.Of[c] = h.Of[c][:0]
	}
	if len(h.Of) < concepts {
		h.Of = append(h.Of, make([][]Hit, concepts-len(h.Of))...)
	}
	h.touched, h.Unfinished = h.touched[:0], h.Unfinished[:0]
}

// Touched lists the concepts that have hits.
func (h *Hits) Touched() []Concept { return h.touched }

// Add records an occurrence that was found outside the matcher, after those before it in
// the text. start and end are bytes of folded text.
func (h *Hits) Add(t *segment.Text, c Concept, start, end int) { h.add(t, c, start, end) }

// add records an occurrence. Of two that begin together the longer stays, and one
// inside another is left out: the same words are evidence once.
func (h *Hits) add(t *segment.Text, c Concept, start, end int) {
	list := h.Of[c]
	if n := len(list); n > 0 {
		last := &list[n-1]
		if int(last.Start) <= start && end <= int(last.End) {
			return
		}
		if int(last.Start) == start {
			last.End, last.EndWord = int32(end), endWord(t, start, end)
			return
		}
	} else {
		h.touched = append(h.touched, c)
	}
	h.Of[c] = append(list, Hit{
		Start: int32(start), End: int32(end),
		Word: int32(t.WordAt(start)), EndWord: endWord(t, start, end),
		Sentence: int32(t.SentenceAt(start)),
	})
}

// endWord gives the index of the first word after an occurrence.
func endWord(t *segment.Text, start, end int) int32 {
	if end == start {
		return int32(t.WordAt(start))
	}
	w := t.WordAt(end - 1)
	if w < len(t.Words) && int(t.Words[w].Start) < end {
		w++
	}
	return int32(w)
}

// sort puts hits that came from several passes into the order of the text.
func (h *Hits) sort() {
	for _, c := range h.touched {
		byStart := func(x, y Hit) int { return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End)) }
		if !slices.IsSortedFunc(h.Of[c], byStart) {
			slices.SortFunc(h.Of[c], byStart)
		}
	}
}

// From gives those of hits, in the order of the text, that stand in a sentence or behind
// it. It is asked often enough that a search by a function would cost.
func From(hits []Hit, sentence int32) []Hit {
	low, high := 0, len(hits)
	for low < high {
		if middle := (low + high) / 2; hits[middle].Sentence < sentence {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return hits[low:]
}
