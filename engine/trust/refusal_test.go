package trust

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReasonsAreThoseOfTheExtension(t *testing.T) {
	file, err := os.ReadFile("../../testdata/contract/reasons.json")
	require.NoError(t, err)
	var reasons []Reason
	require.NoError(t, json.Unmarshal(file, &reasons))
	assert.Equal(t, reasons, Reasons())
}
