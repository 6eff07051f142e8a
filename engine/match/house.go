package match

import (
	"errors"
	"fmt"
	"math"

	"circumspect/engine/image"
	"circumspect/engine/pack"
)

// HouseTables builds the tables of the concepts of a house pack, which it numbers from 0.
// Whether they keep the bounds, With tells.
func HouseTables(concepts []pack.Concept) (image.Tables, error) {
	v, b := vocabulary{concepts: len(concepts)}, newBuilder()
	for i, c := range concepts {
		if err := v.addTerms(b, Concept(i), c); err != nil {
			return image.Tables{}, fmt.Errorf("concept %s: %w", c.ID, err)
		}
	}
	a := b.build()
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
	if house.auto, err = unpack(t.Packed, [2]uint32{uint32(t.Roots[0]), uint32(t.Roots[1])}, &bounds{vocabulary: house}); err != nil {
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

var (
	errEndless = fmt.Errorf("automaton: got ways longer than a term, want at most %d steps, %d gaps and %d open words", maxWay, maxGaps, maxEndings)
	errNothing = errors.New("automaton: got an entry that stands for nothing, want one of the pack's concepts")
)

// bounds refuses, while it is unpacked, an automaton that leads in circles, has ways longer
// than a term, or stands for what the vocabulary does not have.
type bounds struct {
	*vocabulary
	reached []extent // by node: the longest way to it
}

// extent is how long a way is. Its figures never pass the bounds by more than one.
type extent struct{ steps, gaps, endings uint16 }

// steps follows the branches of a node. They must lead onward, so that there are no circles.
func (b *bounds) steps(n uint32, syms []byte, targets []uint32) error {
	way := b.reached[n]
	if way.steps > maxWay || way.gaps > maxGaps || way.endings > maxEndings {
		return errEndless
	}
	for i, to := range targets {
		if to <= n {
			return errEndless
		}
		b.reached[to].reach(way, syms[i]&63)
	}
	return nil
}

// reach makes e at least as long as a way and one more step.
func (e *extent) reach(way extent, sym uint8) {
	way.steps++
	switch {
	case sym == symAny:
		way.endings++
	case sym >= symGap:
		way.gaps++
	}
	*e = extent{max(e.steps, way.steps), max(e.gaps, way.gaps), max(e.endings, way.endings)}
}

// output wants every entry of an output to stand for something.
func (b *bounds) output(a *Automaton, output uint32) (err error) {
	a.entries(output, func(e entry) {
		if int(e.concept()) >= b.concepts || int(e.lang()) > len(b.langs) || e.wanted() > AllCaps {
			err = errNothing
		}
	})
	return err
}
