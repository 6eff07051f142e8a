// Package rule decides which rules hold, from the hits of concepts in a text.
package rule

import (
	"fmt"
	"slices"

	"circumspect/engine/match"
	"circumspect/engine/pack"
)

// condition is a pack.Condition with numbers for concepts.
type condition struct {
	kind     kind
	concepts []match.Concept
	weights  []int // of concepts, for score
	min      int   // for count, score; words for near
	ordered  bool
	parts    []condition
	post     bool // looks at the whole post
}

type kind uint8

const (
	isConcept kind = iota
	isAll
	isAny
	isNone
	isNear
	isCount
	isScore
)

// numbers gives the number of a concept, or an error that names it.
type numbers map[string]match.Concept

func (n numbers) of(id string) (match.Concept, error) {
	c, ok := n[id]
	if !ok {
		return 0, fmt.Errorf("got %q, want a concept that exists", id)
	}
	return c, nil
}

func (n numbers) all(ids []string) ([]match.Concept, error) {
	list := make([]match.Concept, 0, len(ids))
	for _, id := range ids {
		c, err := n.of(id)
		if err != nil {
			return nil, err
		}
		list = append(list, c)
	}
	return list, nil
}

// compile turns a condition's concepts into numbers.
func (n numbers) compile(p pack.Condition) (condition, error) {
	c := condition{post: p.In == pack.ScopePost}
	var err error
	switch {
	case p.Concept != "":
		c.kind = isConcept
		c.concepts, err = n.all([]string{p.Concept})
	case p.All != nil:
		c.kind = isAll
		c.parts, err = n.compileAll(p.All)
	case p.Any != nil:
		c.kind = isAny
		c.parts, err = n.compileAll(p.Any)
	case p.None != nil:
		c.kind = isNone
		c.parts, err = n.compileAll(p.None)
	case p.Near != nil:
		c.kind, c.min, c.ordered = isNear, p.Near.Words, p.Near.Ordered
		c.concepts, err = n.all(p.Near.Of)
	case p.Count != nil:
		c.kind, c.min = isCount, p.Count.Min
		c.concepts, err = n.all(p.Count.Of)
	case p.Score != nil:
		c.kind, c.min = isScore, p.Score.Min
		ids := make([]string, 0, len(p.Score.Of))
		for id := range p.Score.Of {
			ids = append(ids, id)
		}
		slices.Sort(ids)
		for _, id := range ids {
			c.weights = append(c.weights, p.Score.Of[id])
		}
		c.concepts, err = n.all(ids)
	default:
		err = fmt.Errorf("got an empty condition, want a concept, all, any, none, near, count or score")
	}
	return c, err
}

func (n numbers) compileAll(list []pack.Condition) ([]condition, error) {
	out := make([]condition, 0, len(list))
	for _, p := range list {
		c, err := n.compile(p)
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

// triggers gives concepts one of which must occur in the scope for c to hold; nil
// where there is no such set.
func (c *condition) triggers() []match.Concept {
	switch c.kind {
	case isNone:
		return nil
	case isAny:
		var all []match.Concept
		for i := range c.parts {
			t := c.parts[i].triggers()
			if t == nil || c.parts[i].post {
				return nil
			}
			all = append(all, t...)
		}
		return all
	case isAll:
		var best []match.Concept
		for i := range c.parts {
			t := c.parts[i].triggers()
			if t != nil && !c.parts[i].post && (best == nil || len(t) < len(best)) {
				best = t
			}
		}
		return best
	case isNear:
		return c.concepts[:1]
	}
	return c.concepts
}

// marked gives the concepts to underline where a rule names none: those of its first
// condition.
func (c *condition) marked() []match.Concept {
	switch c.kind {
	case isNone:
		return nil
	case isAny:
		var all []match.Concept
		for i := range c.parts {
			all = append(all, c.parts[i].marked()...)
		}
		return all
	case isAll:
		for i := range c.parts {
			if m := c.parts[i].marked(); m != nil {
				return m
			}
		}
		return nil
	}
	return c.concepts
}
