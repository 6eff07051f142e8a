package rules

import (
	"sync"
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
	built := shippedEngine(t)
	for _, id := range []string{"ec", "osce", "un"} {
		assert.Greater(t, inPack[id], 40, id)
		_, err := built.For(engine.Profile{Org: id})
		assert.NoError(t, err)
	}
}

// shipped builds the engine that ships, which takes seconds, once for all tests.
var shipped = sync.OnceValues(func() (*engine.Engine, error) {
	lib, err := Library()
	if err != nil {
		return nil, err
	}
	return engine.New(lib)
})

// shippedEngine gives the engine that ships.
func shippedEngine(t *testing.T) *engine.Engine {
	built, err := shipped()
	require.NoError(t, err)
	return built
}

// Every pack has a check-up of short questions to which yes is the good answer. What a
// document says of settings and behaviour that no text shows is in it.
func TestCheckups(t *testing.T) {
	lib, err := Library()
	require.NoError(t, err)
	cited := map[string]bool{}
	for _, p := range lib.Packs {
		assert.True(t, len(p.Checkup) >= 8 && len(p.Checkup) <= 12, p.ID)
		for _, item := range p.Checkup {
			assert.Regexp(t, `^[A-Z].{10,110}\?$`, item.Ask["en"], p.ID)
			assert.Regexp(t, `^[A-Z].{10,150}\.$`, item.Why["en"], p.ID)
			for _, id := range item.Provisions {
				cited[id] = true
			}
		}
	}
	for _, id := range []string{"EC-4a-00", "EC-4a-1", "EC-4a-3", "EC-4c-1", "EC-4c-3", "EC-4c-4", "EC-4c-5", "OSCE-6.4", "OSCE-7.1-2", "UN-4a", "UN-7"} {
		assert.True(t, cited[id], id)
	}
}

// Every pack asks a few short questions of who attaches a picture.
func TestMediaQuestions(t *testing.T) {
	lib, err := Library()
	require.NoError(t, err)
	for _, p := range lib.Packs {
		assert.True(t, len(p.Media) >= 4 && len(p.Media) <= 6, p.ID)
		for _, q := range p.Media {
			assert.Regexp(t, `^[A-Z].{10,90}\?$`, q.Ask["en"], p.ID)
		}
	}
	assert.Equal(t, pack.LikesOwnField, lib.Packs[0].Likes)
}
