package match

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"circumspect/engine/pack"
	"circumspect/engine/segment"
)

func TestDisguises(t *testing.T) {
	assert.Nil(t, Disguises([]pack.Concept{{ID: "plain"}}))
	known := Disguises([]pack.Concept{
		{ID: "a", Disguised: map[string]pack.Disguised{"en": {Words: []string{"idiot moron"}, Ordinary: []string{"moorn"}}}},
		{ID: "b", Disguised: map[string]pack.Disguised{"de": {Words: []string{"trottel"}, Beside: []string{"du"}}}},
	})
	text := segment.Text{Disguises: known}
	text.Segment("What an id*ot, a mor0n and a moorn. Duttrottel, dutrottelidiot t r o t t e l")
	assert.Equal(t, "what an idiot, a moron and a moorn. duttrottel, du trottel idiot trottel", string(text.Fold.Bytes))
	assert.Len(t, text.Words, 13)
}
