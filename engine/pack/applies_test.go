package pack

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Who reads a message may be one person: only what harms all the same is looked for, and what
// is asked of messages only where the device is not private.
func TestDirectMessages(t *testing.T) {
	for _, category := range Categories() {
		everywhere, named := Rule{Category: category}, Rule{Category: category, Surfaces: []string{"post", "dm"}}
		in := slices.Contains(MessageCategories(), category)
		assert.Equal(t, in, everywhere.AppliesTo("dm"), category)
		assert.Equal(t, in, named.AppliesTo("dm"), category)
		assert.True(t, everywhere.AppliesTo("post"), category)
		assert.Equal(t, category != "messaging", everywhere.Admits("official", "private", false), category)
		assert.True(t, everywhere.Admits("official", "corporate", false), category)
		assert.True(t, everywhere.Admits("official", "", false), category)
	}
	posts := Rule{Category: "threat", Surfaces: []string{"post"}}
	assert.False(t, posts.AppliesTo("dm"))
}

func TestOfficialHandles(t *testing.T) {
	o := Official{Handles: []string{"EU_Commission"}}
	assert.True(t, o.Has("eu_commission"))
	assert.True(t, o.Has("@EU_Commission"))
	for _, other := range []string{"", "@", "EU_Commission2", "EU"} {
		assert.False(t, o.Has(other), other)
	}
}
