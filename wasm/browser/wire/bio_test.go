package wire

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"circumspect/engine"
)

func TestBioIsTheOneTypeScriptAsksAndReads(t *testing.T) {
	raw, err := os.ReadFile(contract + "bio.json")
	require.NoError(t, err)
	var file struct {
		Pairs  [][2]string
		Answer json.RawMessage
	}
	require.NoError(t, json.Unmarshal(raw, &file))
	var flat []string
	for _, p := range file.Pairs {
		flat = append(flat, p[:]...)
	}
	asked, err := Bio(frame(flat...))
	require.NoError(t, err)
	assert.Equal(t, engine.Bio{Text: "Line 1 😀\nViews my own", Name: "A. B.", Handle: "ab", Site: "x", Limit: 160}, asked)

	got := BioResult(nil, engine.BioResult{
		Grade: engine.Short, Employer: []engine.Span{{Start: 0, End: 6}}, Disclaimer: []engine.Span{{Start: 10, End: 15}, {Start: 16, End: 22}},
		Concerns: []engine.Concern{
			{Kind: "official-looking", Where: "handle", Span: engine.Span{End: 2}},
			{Kind: "work-email", Where: "bio", Span: engine.Span{Start: 3, End: 9}},
		},
		Lang: "en", Texts: []engine.ReadyText{{Lang: "en", Text: `Views "mine"`}},
	})
	var want bytes.Buffer
	require.NoError(t, json.Compact(&want, file.Answer))
	assert.Equal(t, want.String(), string(got))
	assert.Equal(t, `{"grade":"none","enough":true,"employer":[],"disclaimer":[],"concerns":[],"lang":"","texts":[]}`,
		string(BioResult(got, engine.BioResult{Grade: engine.NoDisclaimer, Enough: true})))
}

func TestBioOfABadFrame(t *testing.T) {
	_, err := Bio(frame("limit", "many"))
	assert.EqualError(t, err, `frame: limit: got "many", want a length in UTF-16 code units`)
	_, err = Bio(frame("limit", "-1"))
	assert.Error(t, err)
	_, err = Bio(frame("colour", "red"))
	assert.EqualError(t, err, `frame: got key "colour", want one that is known`)
}
