package rule

import (
	"slices"

	"circumspect/engine/match"
)

// maxWeighed is how many places are named as having weighed.
const maxWeighed = 6

// maxWeighedWords is how long such a place may be: a whole text that is long is a signal,
// but no words to point at.
const maxWeighedWords = 12

// weighed lists what made a condition hold where several signals had to add up: the first
// hit of every concept of a score, and all words of the learned signal.
func (v *view) weighed(c *condition, scope int32) []match.Hit {
	hits := v.signals(c, scope, nil)
	slices.SortFunc(hits, func(a, b match.Hit) int { return int(a.Start - b.Start) })
	var apart []match.Hit
	for _, h := range hits {
		if n := len(apart); n > 0 && h.Word <= apart[n-1].EndWord && h.Sentence == apart[n-1].Sentence {
			apart[n-1] = join(apart[n-1], h)
			continue
		}
		apart = append(apart, h)
	}
	return apart[:min(len(apart), maxWeighed)]
}

// weighs tells whether weighed can list anything for a condition.
func (c *condition) weighs() bool {
	return c.kind == isScore || slices.ContainsFunc(c.concepts, match.Learned) ||
		slices.ContainsFunc(c.parts, func(p condition) bool { return c.kind != isNone && p.weighs() })
}

// signals appends the hits that weighed in a condition and its parts.
func (v *view) signals(c *condition, scope int32, hits []match.Hit) []match.Hit {
	if c.post {
		scope = wholePost
	}
	for i := range c.parts {
		if c.kind != isNone {
			hits = v.signals(&c.parts[i], scope, hits)
		}
	}
	for _, concept := range c.concepts {
		if c.kind != isScore && !match.Learned(concept) {
			continue
		}
		for _, h := range v.in(concept, scope) {
			if !v.counts(h) || h.EndWord-h.Word > maxWeighedWords {
				continue
			}
			hits = append(hits, h)
			if c.kind == isScore {
				break
			}
		}
	}
	return hits
}
