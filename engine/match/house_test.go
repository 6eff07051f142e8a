package match

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"circumspect/engine/pack"
)

// ofTerms builds an automaton in which every term stands for concept 0.
func ofTerms(t *testing.T, terms ...string) *Automaton {
	t.Helper()
	b := newBuilder()
	for _, term := range terms {
		parsed, err := ParseTerm("en", term)
		require.NoError(t, err)
		b.add(parsed, newEntry(0, AnyCase, 0))
	}
	return b.build()
}

// bounded unpacks what a packs to, as if a house pack of one concept had brought it.
func bounded(a *Automaton) error {
	_, err := unpack(a.packed(), a.roots, &bounds{vocabulary: &vocabulary{concepts: 1}})
	return err
}

func TestBranchesLeadOnward(t *testing.T) {
	// Many ways that end alike, so that nodes are shared.
	a := ofTerms(t, "(draft|internal|secret) (note|memo|minutes)~", "came out of [3] meetings", "*notes", "minutes", "a memo")
	for n := range a.nodes {
		for sym := range uint8(64) {
			if to := a.next(uint32(n), sym); to != 0 {
				require.Greater(t, to, uint32(n))
			}
		}
	}
}

func TestBoundsLetTheLongestTermPass(t *testing.T) {
	require.NoError(t, bounded(ofTerms(t, strings.Repeat("я", maxTermBytes/2), "a~ b~ c~", "came [6] out [6] of it")))
}

func TestBoundsRefuseACircle(t *testing.T) {
	for name, to := range map[string]func(n uint32) uint32{
		"to itself": func(n uint32) uint32 { return n },
		"back":      func(n uint32) uint32 { return n - 1 },
		"to a root": func(uint32) uint32 { return 1 },
	} {
		a := ofTerms(t, "draft")
		last := uint32(len(a.nodes) - 1)
		a.nodes[last].branches = 1
		a.nodes[last].first = to(last) | inRow
		assert.ErrorIs(t, bounded(a), errEndless, name)
	}
}

func TestBoundsRefuseWaysLongerThanATerm(t *testing.T) {
	for name, c := range map[string]struct {
		sym  uint8
		most int
	}{"steps": {0, maxWay}, "gaps": {symGap, maxGaps}, "open words": {symAny, maxEndings}} {
		assert.NoError(t, bounded(chain(c.sym, c.most)), name)
		assert.ErrorIs(t, bounded(chain(c.sym, c.most+1)), errEndless, name)
	}
}

func TestBoundsCountTheLongestOfSeveralWays(t *testing.T) {
	a := chain(0, maxWay)
	// A short way to the last node beside the long one.
	last := uint32(len(a.nodes) - 1)
	a.nodes[1].branches |= 1 << 1
	a.nodes[1].first = a.link([]uint32{3, last})
	require.NoError(t, bounded(a))
	a.nodes[last].branches = 1
	a.nodes = append(a.nodes, node{output: 1})
	a.nodes[last].first = (last + 1) | inRow
	assert.ErrorIs(t, bounded(a), errEndless)
}

// chain is a way of so many steps from the first root.
func chain(sym uint8, steps int) *Automaton {
	a := &Automaton{nodes: make([]node, 3), outputs: []uint32{0, 1, uint32(newEntry(0, AnyCase, 0))}, roots: [2]uint32{1, 2}}
	at := 1
	for range steps {
		a.nodes = append(a.nodes, node{})
		a.nodes[at].branches, a.nodes[at].first = 1<<sym, uint32(len(a.nodes)-1)|inRow
		at = len(a.nodes) - 1
	}
	a.nodes[at].output = 1
	return a
}

func TestBoundsRefuseEntriesThatStandForNothing(t *testing.T) {
	for name, wrong := range map[string]entry{
		"concept": newEntry(1, AnyCase, 0), "case": newEntry(0, AllCaps+1, 0), "language": newEntry(0, AnyCase, 1),
	} {
		a := ofTerms(t, "draft")
		a.outputs[len(a.outputs)-1] = uint32(wrong)
		assert.ErrorIs(t, bounded(a), errNothing, name)
	}
}

// A walk over any text must end soon, whatever the tables of a house pack hold.
func FuzzHouseTables(f *testing.F) {
	concepts := []pack.Concept{{ID: "a", Terms: map[string][]string{"en": {"(draft|internal) (note|memo)~", "came [3] meeting"}}}}
	tables, err := HouseTables(concepts)
	require.NoError(f, err)
	f.Add(tables.Packed)
	f.Fuzz(func(t *testing.T, packed []byte) {
		a, err := unpack(packed, [2]uint32{1, 2}, &bounds{vocabulary: &vocabulary{concepts: 1, langs: []string{"en"}}})
		if err != nil {
			return
		}
		for n := range a.nodes {
			for sym := range uint8(64) {
				to := a.next(uint32(n), sym)
				require.True(t, to == 0 || to > uint32(n) && int(to) < len(a.nodes))
			}
		}
	})
}
