package pack

import (
	"strconv"
	"strings"
)

// maxNear is how many words apart a near-condition may look.
const maxNear = 40

// Named lists the concepts a condition names, in its order.
func Named(c Condition) []string {
	var names []string
	if c.Concept != "" {
		names = append(names, c.Concept)
	}
	for _, list := range [][]Condition{c.All, c.Any, c.None} {
		for _, part := range list {
			names = append(names, Named(part)...)
		}
	}
	if c.Near != nil {
		names = append(names, c.Near.Of...)
	}
	if c.Count != nil {
		names = append(names, c.Count.Of...)
	}
	if c.Score != nil {
		names = append(names, keys(c.Score.Of)...)
	}
	return names
}

// positive tells whether some concept must occur within the scope for the condition to
// hold. The engine looks at a sentence only where one does.
func positive(c Condition, scope Scope) bool {
	if c.In == ScopePost && scope != ScopePost {
		return false
	}
	for _, part := range c.All {
		if positive(part, scope) {
			return true
		}
	}
	for _, part := range c.Any {
		if !positive(part, scope) {
			return false
		}
	}
	return c.Concept != "" || len(c.Any) > 0 || c.Near != nil || c.Count != nil || c.Score != nil
}

// condition wants a tree in which every node does one thing that can hold.
func (c *checker) condition(field string, cond Condition, scope Scope) {
	if ways := ways(cond); len(ways) != 1 {
		got := strings.Join(ways, " and ")
		if got == "" {
			got = "nothing"
		}
		c.add(field, got, "a concept or exactly one of all, any, none, near, count and score")
	}
	if cond.In != ScopeSentence {
		c.oneOf(field+".in", string(cond.In), []string{string(ScopePost)})
		if scope == ScopePost {
			c.add(field+".in", strconv.Quote(string(cond.In)), "no in (the whole rule has the scope post already)")
		}
	}
	if cond.Concept != "" {
		c.reference(field, cond.Concept)
	}
	c.parts(field+".all", cond.All, scope)
	c.parts(field+".any", cond.Any, scope)
	c.parts(field+".none", cond.None, scope)
	c.numbers(field, cond)
}

// ways lists which kinds of condition a node claims to be.
func ways(cond Condition) []string {
	var ways []string
	for _, way := range []struct {
		name string
		set  bool
	}{
		{"concept", cond.Concept != ""}, {"all", cond.All != nil}, {"any", cond.Any != nil}, {"none", cond.None != nil},
		{"near", cond.Near != nil}, {"count", cond.Count != nil}, {"score", cond.Score != nil},
	} {
		if way.set {
			ways = append(ways, way.name)
		}
	}
	return ways
}

// parts checks the members of a list; a plain concept is reported under the list.
func (c *checker) parts(field string, parts []Condition, scope Scope) {
	if parts != nil && len(parts) == 0 {
		c.add(field, "nothing", "at least one condition")
	}
	for i, part := range parts {
		if part.Concept != "" && len(ways(part)) == 1 && part.In == ScopeSentence {
			c.reference(field, part.Concept)
			continue
		}
		c.condition(field+"["+strconv.Itoa(i)+"]", part, scope)
	}
}

// numbers checks the conditions that count.
func (c *checker) numbers(field string, cond Condition) {
	if near := cond.Near; near != nil {
		c.listed(field+".near.of", near.Of, 2)
		c.between(field+".near.words", near.Words, 1, maxNear)
	}
	if count := cond.Count; count != nil {
		c.listed(field+".count.of", count.Of, 1)
		c.between(field+".count.min", count.Min, 2, 100)
	}
	if score := cond.Score; score != nil {
		c.score(field+".score", score)
	}
}

// score wants weights that can reach the minimum.
func (c *checker) score(field string, score *Score) {
	total := 0
	for _, id := range keys(score.Of) {
		c.reference(field+".of", id)
		c.between(field+".of."+id, score.Of[id], 1, 100)
		total += score.Of[id]
	}
	c.between(field+".min", score.Min, 1, max(total, 1))
}

// listed wants a list of concepts of some length.
func (c *checker) listed(field string, ids []string, least int) {
	if len(ids) < least {
		c.add(field, strconv.Itoa(len(ids)), "at least "+strconv.Itoa(least)+" concepts")
	}
	for _, id := range ids {
		c.reference(field, id)
	}
}

// between wants a number within bounds.
func (c *checker) between(field string, n, least, most int) {
	if n < least || n > most {
		c.add(field, strconv.Itoa(n), strconv.Itoa(least)+" to "+strconv.Itoa(most))
	}
}
