package match

import (
	"math/bits"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func packedMatcher(t testing.TB) *Automaton {
	b := newBuilder()
	for i, term := range []string{"(draft|internal) (note|memo)~", "came out of [3] meeting", "leak*", "*entwurf", "内部文件", "(the|a|my) (draft|notes)"} {
		parsed, err := ParseTerm("en", term)
		require.NoError(t, err)
		b.add(parsed, newEntry(uint16(i), AnyCase, 0))
	}
	return b.build()
}

func TestUnpackGivesTheSameAutomaton(t *testing.T) {
	a := packedMatcher(t)
	got, err := unpack(a.packed(), a.roots, nil)
	require.NoError(t, err)
	assert.Equal(t, a, got)
}

func TestALongRunOfSingleBranchesIsUnpacked(t *testing.T) {
	a := ofTerms(t, strings.Repeat("a", maxTermBytes), strings.Repeat("b", mostBranches))
	packed := a.packed()
	assert.Less(t, len(packed), len(a.nodes)*3/2, "a byte a symbol, and little else")
	got, err := unpack(packed, a.roots, nil)
	require.NoError(t, err)
	assert.Equal(t, a.nodes, got.nodes)
}

func TestUnpackRefusesEntriesInTheListThatIsNone(t *testing.T) {
	a := packedMatcher(t)
	a.outputs[0] = 1
	_, err := unpack(a.packed(), a.roots, nil)
	require.ErrorIs(t, err, errPacked)
}

func TestUnpackRefusesWhatIsCut(t *testing.T) {
	a := packedMatcher(t)
	packed := a.packed()
	for n := range packed {
		_, err := unpack(packed[:n], a.roots, nil)
		require.ErrorIs(t, err, errPacked, n)
	}
}

func FuzzUnpack(f *testing.F) {
	a := packedMatcher(f)
	f.Add(a.packed())
	f.Fuzz(func(t *testing.T, packed []byte) {
		got, err := unpack(packed, a.roots, nil)
		if err != nil {
			return
		}
		for _, n := range got.nodes {
			for b := n.branches; b != 0; b &= b - 1 {
				below := n.branches & (1<<bits.TrailingZeros64(b) - 1)
				require.Less(t, int(got.target(n.first, below)), len(got.nodes))
			}
			require.NotPanics(t, func() { got.entries(n.output, func(entry) {}) })
		}
	})
}
