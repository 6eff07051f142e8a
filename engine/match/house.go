package match

import (
	"errors"
	"fmt"
	"math"
	"math/bits"

	"circumspect/engine/image"
	"circumspect/engine/pack"
)

// HouseTables builds the tables of the concepts of a house pack, which it numbers from 0.
func HouseTables(concepts []pack.Concept) (image.Tables, error) {
	v, b := vocabulary{concepts: len(concepts)}, newBuilder()
	for i, c := range concepts {
		if err := v.addTerms(b, Concept(i), c); err != nil {
			return image.Tables{}, fmt.Errorf("concept %s: %w", c.ID, err)
		}
	}
	a := b.build()
	if err := v.bounded(a); err != nil {
		return image.Tables{}, err
	}
	return image.Tables{Languages: v.langs, Roots: [2]int{int(a.roots[0]), int(a.roots[1])}, Packed: a.packed()}, nil
}

// With gives a matcher that finds the concepts of a house pack, too, numbered behind those
// of m. The tables may be anything: what could hang the matcher is refused.
func (m *Matcher) With(concepts []pack.Concept, t image.Tables, official Official) (*Matcher, error) {
	house := &vocabulary{langs: t.Languages, first: m.concepts, concepts: len(concepts)}
	if house.first+house.concepts > math.MaxUint16 {
		return nil, fmt.Errorf("concepts: got %d, want at most %d", len(concepts), math.MaxUint16-house.first)
	}
	var err error
	if house.auto, err = unpack(t.Packed, [2]uint32{uint32(t.Roots[0]), uint32(t.Roots[1])}); err != nil {
		return nil, err
	}
	if err := house.bounded(house.auto); err != nil {
		return nil, err
	}
	with := &Matcher{
		vocabulary: m.vocabulary, house: house, common: m.common,
		patterns: m.patterns[:len(m.patterns):len(m.patterns)], official: official,
	}
	for i, c := range concepts {
		for _, p := range c.Patterns {
			if p.Regexp != "" || len(p.Gate) > 0 || p.Trigger != pack.TriggerDigits || validators[p.Validator] == nil {
				return nil, fmt.Errorf("concept %s: patterns: got one that is no validator of a run of digits, want only such in a house pack", c.ID)
			}
			with.patterns = append(with.patterns, pattern{Pattern: p, concept: Concept(house.first + i)})
		}
	}
	return with, nil
}

// Bounds on the automaton of a house pack, within which a walk over a text ends soon. Terms
// keep them: the longest has maxTermBytes bytes, of two symbols at most.
const (
	maxWay     = 2*maxTermBytes + maxGaps + maxEndings
	maxEndings = 6 // of words left open, on one way through the automaton
)

// extent is how long the longest way from a node is.
type extent struct{ steps, gaps, endings int }

// bounded refuses an automaton that leads in circles, has ways longer than a term, or
// stands for what v does not have.
func (v *vocabulary) bounded(a *Automaton) error {
	w := ways{a: a, known: make([]extent, len(a.nodes)), visited: make([]visit, len(a.nodes))}
	for _, root := range a.roots {
		if _, err := w.from(root, 0); err != nil {
			return err
		}
	}
	for i := range a.nodes {
		if output := a.nodes[i].output; output != 0 {
			if err := v.hasAll(a, output); err != nil {
				return err
			}
		}
	}
	return nil
}

// hasAll wants every entry of an output to stand for something.
func (v *vocabulary) hasAll(a *Automaton, output uint32) (err error) {
	a.entries(output, func(e entry) {
		if int(e.concept()) >= v.concepts || int(e.lang()) > len(v.langs) || e.wanted() > AllCaps {
			err = errors.New("automaton: got an entry that stands for nothing, want one of the pack's concepts")
		}
	})
	return err
}

// ways measures how far one can go in an automaton.
type ways struct {
	a       *Automaton
	known   []extent
	visited []visit
}

type visit uint8

const (
	never visit = iota
	open
	closed
)

var errEndless = fmt.Errorf("automaton: got ways longer than a term, want at most %d steps, %d gaps and %d open words", maxWay, maxGaps, maxEndings)

// from gives the longest way from a node that was reached in so many steps.
func (w *ways) from(n uint32, steps int) (extent, error) {
	if w.visited[n] == closed {
		return w.known[n], nil
	}
	if w.visited[n] == open || steps > maxWay {
		return extent{}, errEndless
	}
	w.visited[n] = open
	var longest extent
	for branches := w.a.nodes[n].branches; branches != 0; branches &= branches - 1 {
		sym := uint8(bits.TrailingZeros64(branches))
		way, err := w.from(w.a.next(n, sym), steps+1)
		if err != nil {
			return extent{}, err
		}
		way.take(sym)
		longest = extent{max(longest.steps, way.steps), max(longest.gaps, way.gaps), max(longest.endings, way.endings)}
	}
	if longest.steps > maxWay || longest.gaps > maxGaps || longest.endings > maxEndings {
		return extent{}, errEndless
	}
	w.known[n], w.visited[n] = longest, closed
	return longest, nil
}

// take adds a step.
func (e *extent) take(sym uint8) {
	e.steps++
	switch {
	case sym == symAny:
		e.endings++
	case sym >= symGap:
		e.gaps++
	}
}
