package rule

import (
	"slices"

	"circumspect/engine/match"
	"circumspect/engine/segment"
)

// wholePost stands for a sentence number where a condition looks at the whole post.
const wholePost int32 = -1

// view is what the conditions of one rule see: the hits in a scope that nothing voids.
type view struct {
	text *segment.Text
	hits *match.Hits
	rule *compiled
	// near is the place where a near-condition held, so that its words are marked.
	near  match.Hit
	found bool
}

// in gives the hits of a concept in a scope.
func (v *view) in(c match.Concept, scope int32) []match.Hit {
	hits := v.hits.Of[c]
	if scope == wholePost || len(hits) == 0 {
		return hits
	}
	hits = match.From(hits, scope)
	return hits[:len(hits)-len(match.From(hits, scope+1))]
}

// counts tells whether no exception of the rule voids h.
func (v *view) counts(h match.Hit) bool { return !v.covered(v.rule.unless, h) }

// covered tells whether one of the covers reaches h.
func (v *view) covered(covers []cover, h match.Hit) bool {
	for _, c := range covers {
		if c.covers(v.hits.Of[c.concept], h) {
			return true
		}
	}
	return false
}

// number counts the hits of a concept that are not voided, up to limit.
func (v *view) number(c match.Concept, scope int32, limit int) int {
	n := 0
	for _, h := range v.in(c, scope) {
		if v.counts(h) {
			if n++; n == limit {
				break
			}
		}
	}
	return n
}

// holds evaluates a condition.
func (v *view) holds(c *condition, scope int32) bool {
	if c.post {
		scope = wholePost
	}
	switch c.kind {
	case isAll:
		for i := range c.parts {
			if !v.holds(&c.parts[i], scope) {
				return false
			}
		}
		return true
	case isAny:
		return slices.ContainsFunc(c.parts, func(p condition) bool { return v.holds(&p, scope) })
	case isNone:
		return !slices.ContainsFunc(c.parts, func(p condition) bool { return v.holdsAtAll(&p, scope) })
	case isNear:
		return v.holdsNear(c, scope)
	case isCount:
		n := 0
		for _, concept := range c.concepts {
			n += v.number(concept, scope, c.min)
		}
		return n >= c.min
	case isScore:
		sum := 0
		for i, concept := range c.concepts {
			sum += c.weights[i] * v.number(concept, scope, 1)
		}
		return sum >= c.min
	}
	return v.number(c.concepts[0], scope, 1) > 0
}

// holdsAtAll evaluates a condition as if the rule had no exceptions: what none names
// counts wherever it stands.
func (v *view) holdsAtAll(c *condition, scope int32) bool {
	bare := view{text: v.text, hits: v.hits, rule: &compiled{}}
	return bare.holds(c, scope)
}

// holdsNear looks for hits of all concepts within so many words of a hit of the first.
func (v *view) holdsNear(c *condition, scope int32) bool {
	for _, first := range v.in(c.concepts[0], scope) {
		if !v.counts(first) {
			continue
		}
		at, ok := first, true
		for _, concept := range c.concepts[1:] {
			h, found := v.nearest(concept, scope, first, at, c)
			if !found {
				ok = false
				break
			}
			at = join(at, h)
		}
		if ok {
			v.near, v.found = at, true
			return true
		}
	}
	return false
}

// nearest finds a hit of a concept near first; with ordered, after what was found.
func (v *view) nearest(concept match.Concept, scope int32, first, at match.Hit, c *condition) (match.Hit, bool) {
	hits := v.in(concept, scope)
	from, _ := slices.BinarySearchFunc(hits, first.Word-int32(c.min)-maxHitWords, func(x match.Hit, w int32) int { return int(x.Word - w) })
	for _, h := range hits[from:] {
		if h.Word-first.EndWord > int32(c.min) {
			break
		}
		if c.ordered && h.Start < at.End || overlap(h, first) || first.Word-h.EndWord > int32(c.min) {
			continue
		}
		if v.counts(h) {
			return h, true
		}
	}
	return match.Hit{}, false
}

// maxHitWords is more words than a term can have.
const maxHitWords = 64

func overlap(a, b match.Hit) bool { return a.Start < b.End && b.Start < a.End }

// join gives the hit from the beginning of the one to the end of the other.
func join(a, b match.Hit) match.Hit {
	a.Start, a.Word = min(a.Start, b.Start), min(a.Word, b.Word)
	a.End, a.EndWord = max(a.End, b.End), max(a.EndWord, b.EndWord)
	return a
}
