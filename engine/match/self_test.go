package match

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"circumspect/engine/segment"
)

func TestForgetSelf(t *testing.T) {
	var text segment.Text
	var h Hits
	m := matcherOf(t)
	left := func(in, handle string, concept Concept) []string {
		text.Segment(in)
		m.Find(&text, 1, &h)
		h.ForgetSelf(&text, handle)
		var out []string
		for _, hit := range h.Of[concept] {
			out = append(out, string(text.Fold.Bytes[hit.Start:hit.End]))
		}
		return out
	}
	mentions := "Ask @Jane_Doe or @jane_doe2, or @EU_Commission."
	assert.Equal(t, []string{"@jane_doe2", "@eu_commission"}, left(mentions, "jane_doe", conceptMention))
	assert.Len(t, left(mentions, "", conceptMention), 3)
	links := "x.com/jane_doe/status/1 and https://www.linkedin.com/in/Jane_Doe?x=1 and medium.com/@jane_doe and jane_doe.example/me and x.com/joe"
	for _, c := range []Concept{conceptLink, conceptUnofficialLink} {
		assert.Equal(t, []string{"jane_doe.example/me", "x.com/joe"}, left(links, "jane_doe", c))
	}
	assert.Len(t, left(links, "", conceptLink), 5)
}
