package rule

import (
	"fmt"
	"maps"
	"slices"

	"circumspect/engine/match"
	"circumspect/engine/pack"
	"circumspect/engine/segment"
)

// Set is all rules of a library, ready to be evaluated. It is safe for concurrent use.
type Set struct {
	rules     []compiled
	byTrigger [][]int32 // rules by the number of a concept that can make them hold
	numbers   numbers
	reach     map[string]pack.Reach // of every concept
}

// compiled is a rule with numbers for concepts.
type compiled struct {
	*pack.Rule
	when                  condition
	triggers, mark        []match.Concept
	unless, soften, raise []cover
	concepts              []match.Concept // every concept of when
	weighs                bool            // several signals can make when hold
}

// Raised is a rule that held somewhere.
type Raised struct {
	Rule       int // index into the library's rules
	Start, End int // bytes of folded text to underline
	Sentence   int // where it stands
	// Step is -1, 0 or 1: how the severity moves.
	Step int
	// Weighed lists, where several signals made the judgement, what they were.
	Weighed []match.Hit
}

// maxRaised is how often a rule is reported on one text.
const maxRaised = 50

// NewSet compiles the rules of a library. Errors name the rule and field.
func NewSet(lib *pack.Library) (*Set, error) {
	s := &Set{numbers: numbers(match.Numbers(nil)), reach: map[string]pack.Reach{}}
	for _, c := range pack.BuiltIns() {
		s.reach[c.ID] = c.Reach
	}
	return s, s.add(lib.Concepts, lib.Rules)
}

// With gives a set with rules and concepts behind those of s, which stays as it is.
func (s *Set) With(concepts []pack.Concept, rules []pack.Rule) (*Set, error) {
	with := &Set{
		rules: slices.Clone(s.rules), byTrigger: slices.Clone(s.byTrigger),
		numbers: maps.Clone(s.numbers), reach: maps.Clone(s.reach),
	}
	return with, with.add(concepts, rules)
}

// add compiles rules that name these concepts and those before.
func (s *Set) add(concepts []pack.Concept, rules []pack.Rule) error {
	for _, c := range concepts {
		s.numbers[c.ID] = match.Concept(len(s.numbers))
		s.reach[c.ID] = c.Reach
	}
	for len(s.byTrigger) < len(s.numbers) {
		s.byTrigger = append(s.byTrigger, nil)
	}
	for i := range rules {
		c, err := s.numbers.rule(&rules[i], s.reach)
		if err != nil {
			return fmt.Errorf("rule %s: %w", rules[i].ID, err)
		}
		number := int32(len(s.rules))
		for _, t := range c.triggers {
			if !slices.Contains(s.byTrigger[t], number) {
				s.byTrigger[t] = append(slices.Clip(s.byTrigger[t]), number)
			}
		}
		s.rules = append(s.rules, c)
	}
	return nil
}

// rule compiles one rule.
func (n numbers) rule(r *pack.Rule, reach map[string]pack.Reach) (compiled, error) {
	c := compiled{Rule: r}
	var err error
	if c.when, err = n.compile(r.When); err != nil {
		return c, fmt.Errorf("when: %w", err)
	}
	if c.triggers = c.when.triggers(); c.triggers == nil {
		return c, fmt.Errorf("when: got no concept that must occur in the %s, want one", scopeName(r.Scope))
	}
	if c.mark, err = n.all(r.Mark); err != nil {
		return c, fmt.Errorf("mark: %w", err)
	}
	if len(c.mark) == 0 {
		c.mark = c.when.marked()
	}
	for _, list := range []struct {
		field string
		ids   []string
		into  *[]cover
	}{{"unless", r.Unless, &c.unless}, {"soften", r.Soften, &c.soften}, {"raise", r.Raise, &c.raise}} {
		for _, id := range list.ids {
			concept, err := n.of(id)
			if err != nil {
				return c, fmt.Errorf("%s: %w", list.field, err)
			}
			*list.into = append(*list.into, cover{concept, reach[id]})
		}
	}
	c.concepts, c.weighs = c.when.all(nil), c.when.weighs()
	return c, nil
}

func scopeName(s pack.Scope) string {
	if s == pack.ScopePost {
		return "post"
	}
	return "sentence"
}

// all appends every concept of a condition to list.
func (c *condition) all(list []match.Concept) []match.Concept {
	list = append(list, c.concepts...)
	for i := range c.parts {
		list = c.parts[i].all(list)
	}
	return list
}

// Evaluate reports every rule that holds and that wanted admits. unfinished names the
// rules that were not evaluated everywhere, because they came to a bound.
func (s *Set) Evaluate(t *segment.Text, h *match.Hits, wanted func(rule int) bool) (raised []Raised, unfinished []int) {
	seen := make([]bool, len(s.rules))
	var candidates []int32
	for _, c := range h.Touched() {
		for _, r := range s.byTrigger[c] {
			if !seen[r] {
				seen[r] = true
				candidates = append(candidates, r)
			}
		}
	}
	slices.Sort(candidates)
	for _, r := range candidates {
		if !wanted(int(r)) {
			continue
		}
		n := len(raised)
		raised = s.rules[r].evaluate(t, h, int(r), raised)
		if len(raised)-n == maxRaised {
			unfinished = append(unfinished, int(r))
		}
	}
	return raised, append(unfinished, s.bound(h, wanted)...)
}

// bound lists the rules with a concept whose patterns came to their bound.
func (s *Set) bound(h *match.Hits, wanted func(rule int) bool) (list []int) {
	for _, c := range h.Unfinished {
		for i := range s.rules {
			if wanted(i) && slices.Contains(s.rules[i].concepts, c) && !slices.Contains(list, i) {
				list = append(list, i)
			}
		}
	}
	return list
}

// evaluate appends to raised every place where the rule holds.
func (c *compiled) evaluate(t *segment.Text, h *match.Hits, index int, raised []Raised) []Raised {
	v := view{text: t, hits: h, rule: c}
	if c.Scope == pack.ScopePost {
		return c.report(&v, wholePost, index, raised)
	}
	n := len(raised)
	for _, sentence := range c.sentences(h) {
		if raised = c.report(&v, sentence, index, raised); len(raised)-n == maxRaised {
			break
		}
	}
	return raised
}

// sentences lists the sentences in which a trigger occurs.
func (c *compiled) sentences(h *match.Hits) []int32 {
	var list []int32
	for _, t := range c.triggers {
		for _, hit := range h.Of[t] {
			if n := len(list); n == 0 || list[n-1] != hit.Sentence {
				list = append(list, hit.Sentence)
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// report appends to raised the place to underline, if the rule holds in the scope.
func (c *compiled) report(v *view, scope int32, index int, raised []Raised) []Raised {
	v.found = false
	if !v.holds(&c.when, scope) {
		return raised
	}
	place, ok := v.place(scope)
	if !ok {
		return raised
	}
	step := 0
	if v.covered(c.raise, place) {
		step++
	}
	if v.covered(c.soften, place) {
		step--
	}
	r := Raised{Rule: index, Start: int(place.Start), End: int(place.End), Sentence: int(place.Sentence), Step: step}
	if c.weighs {
		r.Weighed = v.weighed(&c.when, scope)
	}
	return append(raised, r)
}

// joinWords is how far apart marked words may stand to be underlined together.
const joinWords = 3

// place gives what to underline: the first marked words, with those close after them.
func (v *view) place(scope int32) (match.Hit, bool) {
	var all []match.Hit
	for _, c := range v.rule.mark {
		for _, h := range v.in(c, scope) {
			if v.counts(h) {
				all = append(all, h)
			}
		}
	}
	if v.found && !slices.ContainsFunc(all, func(h match.Hit) bool { return overlap(h, v.near) }) {
		return v.near, true
	}
	if len(all) == 0 {
		return match.Hit{}, false
	}
	slices.SortFunc(all, func(x, y match.Hit) int { return int(x.Start - y.Start) })
	first := 0
	if v.found {
		first = slices.IndexFunc(all, func(h match.Hit) bool { return overlap(h, v.near) })
	}
	place := all[first]
	for _, h := range all[first+1:] {
		if h.Sentence == place.Sentence && h.Word-place.EndWord <= joinWords {
			place = join(place, h)
		}
	}
	return place, true
}
