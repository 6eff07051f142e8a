package rules

import (
	"testing"

	"circumspect/engine"
	"circumspect/engine/pack"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What ships: enough rules, in every category and every pack, and an engine that takes them.
func TestLibrary(t *testing.T) {
	lib, err := Library()
	require.NoError(t, err)
	assert.Empty(t, pack.Check(lib))
	assert.GreaterOrEqual(t, len(lib.Rules), 60)
	inCategory, inPack := map[string]int{}, map[string]int{}
	for i := range lib.Rules {
		inCategory[lib.Rules[i].Category]++
		for _, id := range lib.Rules[i].Packs(lib) {
			inPack[id]++
		}
	}
	for _, category := range pack.Categories() {
		assert.Positive(t, inCategory[category], category)
	}
	built, err := engine.New(lib)
	require.NoError(t, err)
	for _, id := range []string{"ec", "osce", "un"} {
		assert.Greater(t, inPack[id], 40, id)
		_, err := built.For(engine.Profile{Org: id})
		assert.NoError(t, err)
	}
}
