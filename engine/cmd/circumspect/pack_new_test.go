package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A new pack passes as it is, for every organisation.
func TestNewPack(t *testing.T) {
	builtIn, err := builtInEngine()
	require.NoError(t, err)
	t.Chdir(t.TempDir())
	for _, org := range []string{"ec", "osce", "un"} {
		out, errOut, status := tool(t, "", "pack", "new", org, "--extends", org, "--id", "river-desk")
		require.Equal(t, 0, status, errOut)
		assert.Contains(t, out, "Make it yours, then run: circumspect pack check "+org+"\n")
		errOut, house, err := checkPack(t, builtIn, org)
		require.NoError(t, err, errOut)
		assert.Equal(t, org, house.Extends)
		assert.Equal(t, "river-desk", house.ID)
		assert.Equal(t, "RIVER-DESK-1", house.Provisions[0].ID)
		assert.Empty(t, house.Served())
	}
	assert.Len(t, tree(t, "ec"), 6)
	watch, err := os.ReadFile("ec/watch.yaml")
	require.NoError(t, err)
	first, _, _ := strings.Cut(string(watch), "\n")
	assert.Contains(t, first, "never go into a served pack")
}

// What stands in comments as an example is right, too, for every organisation.
func TestNewPackWithItsComments(t *testing.T) {
	builtIn, err := builtInEngine()
	require.NoError(t, err)
	t.Chdir(t.TempDir())
	for _, org := range []string{"ec", "osce", "un"} {
		_, errOut, status := tool(t, "", "pack", "new", org, "--extends", org, "--id", "river-desk")
		require.Equal(t, 0, status, errOut)
		for file, comments := range map[string]string{
			"pack.yaml":  `(?m)^# (official:|disclaimers:|severity:|without:|  [a-z])`,
			"watch.yaml": `(?m)^# (- word|  until)`,
		} {
			content, err := os.ReadFile(org + "/" + file)
			require.NoError(t, err)
			whole := regexp.MustCompile(comments).ReplaceAll(content, []byte("$1"))
			require.NotEqual(t, content, whole)
			require.NoError(t, os.WriteFile(org+"/"+file, whole, 0o644))
		}
		errOut, house, err := checkPack(t, builtIn, org)
		require.NoError(t, err, errOut)
		assert.Equal(t, []string{"endorsement/applause"}, house.Without)
		assert.Len(t, house.Severity, 1)
		assert.Len(t, house.Disclaimers, 1)
		assert.Equal(t, []string{"river-desk.example"}, house.Official.Domains)
		assert.Equal(t, "2027-03-31", house.Watch[0].Until)
	}
}

func TestNewPackRefuses(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.Mkdir("there", 0o755))
	for _, c := range []struct {
		folder, extends, id, want string
		status                    int
	}{
		{"there", "ec", "x", `new: got "there", which is there already, want a new folder`, exitProblems},
		{"new", "eg", "x", `--extends: got "eg", want ec, osce or un (did you mean "ec"?)`, exitUsage},
		{"new", "ec", "X y", `--id: got "X y", want small letters, digits and hyphens, like my-unit`, exitUsage},
		{"new", "ec", "un", `--id: got "un", which the pack un has, want one of your own`, exitUsage},
		{"new", "ec", "im", `--id: got "im", which the pack ec has, want one of your own`, exitUsage},
	} {
		out, errOut, status := tool(t, "", "pack", "new", c.folder, "--extends", c.extends, "--id", c.id)
		assert.Equal(t, c.status, status, c.want)
		assert.Empty(t, out)
		assert.Contains(t, errOut, c.want)
	}
	assert.Empty(t, tree(t, "."))
	assert.NoDirExists(t, "new")
}
