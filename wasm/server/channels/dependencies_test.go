//go:build !js

package channels_test

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestDependencies keeps the worker small, for it starts anew for each request: it checks
// signatures, not texts.
func TestDependencies(t *testing.T) {
	listed, err := exec.Command("go", "list", "-deps", "circumspect/wasm/server/channels").Output()
	require.NoError(t, err)
	packages := strings.Fields(string(listed))
	assert.Contains(t, packages, "circumspect/engine/trust")
	for _, name := range packages {
		own, ours := strings.CutPrefix(name, "circumspect/")
		if ours {
			assert.Contains(t, []string{"engine/fold", "engine/image", "engine/pack", "engine/trust", "wasm/server/channels"}, own)
		}
		assert.False(t, strings.Contains(strings.Split(name, "/")[0], ".") && !strings.HasPrefix(name, "golang.org/x/"), name)
	}
}
