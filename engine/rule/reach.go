package rule

import (
	"slices"

	"circumspect/engine/match"
	"circumspect/engine/pack"
)

// cover is a concept that covers the hits it reaches.
type cover struct {
	concept match.Concept
	reach   pack.Reach
}

// covers tells whether one of hits, in the order of the text, reaches h.
func (c cover) covers(hits []match.Hit, h match.Hit) bool {
	switch c.reach.Kind {
	case pack.ReachPost:
		return len(hits) > 0
	case pack.ReachInside:
		return inside(hits, h)
	case pack.ReachNext:
		return next(hits, h, int32(c.reach.Words))
	case pack.ReachAround:
		return next(hits, h, int32(c.reach.Words)) || before(hits, h, int32(c.reach.Words))
	}
	from := match.From(hits, h.Sentence)
	return len(from) > 0 && from[0].Sentence == h.Sentence
}

// inside tells whether h lies within one of hits, which do not nest.
func inside(hits []match.Hit, h match.Hit) bool {
	n, found := slices.BinarySearchFunc(hits, h.Start, func(x match.Hit, at int32) int { return int(x.Start - at) })
	if found {
		return h.End <= hits[n].End
	}
	return n > 0 && h.End <= hits[n-1].End
}

// next tells whether h begins within so many words after one of hits.
func next(hits []match.Hit, h match.Hit, words int32) bool {
	n, _ := slices.BinarySearchFunc(hits, h.Start, func(x match.Hit, at int32) int { return int(x.Start - at) })
	for n--; n >= 0 && hits[n].Sentence == h.Sentence; n-- {
		if x := hits[n]; x.EndWord <= h.Word {
			return h.Word-x.EndWord < words
		}
	}
	return false
}

// before tells whether h ends within so many words before one of hits.
func before(hits []match.Hit, h match.Hit, words int32) bool {
	n, _ := slices.BinarySearchFunc(hits, h.End, func(x match.Hit, at int32) int { return int(x.Start - at) })
	return n < len(hits) && hits[n].Sentence == h.Sentence && hits[n].Word-h.EndWord < words
}
