package generate

import (
	"os"
	"path/filepath"
	"testing"

	"circumspect/engine/pack"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestConditionsInWords(t *testing.T) {
	a, b := pack.Condition{Concept: "a"}, pack.Condition{Concept: "b"}
	for want, condition := range map[string]pack.Condition{
		"`a`":                                     a,
		"`a` anywhere in the post":                {Concept: "a", In: pack.ScopePost},
		"`a` and `b`":                             {All: []pack.Condition{a, b}},
		"`a` and (`a` or `b`)":                    {All: []pack.Condition{a, {Any: []pack.Condition{a, b}}}},
		"`a` and (none of `b`)":                   {All: []pack.Condition{a, {None: []pack.Condition{b}}}},
		"`a`, `b` within 5 words":                 {Near: &pack.Near{Of: []string{"a", "b"}, Words: 5}},
		"`a` or `b` at least 3 times":             {Count: &pack.Count{Of: []string{"a", "b"}, Min: 3}},
		"weights of at least 3 from `a` 2, `b` 1": {Score: &pack.Score{Of: map[string]int{"b": 1, "a": 2}, Min: 3}},
		"`a`, `b` within 2 words in this order":   {Near: &pack.Near{Of: []string{"a", "b"}, Words: 2, Ordered: true}},
		"`b` and (`a` anywhere in the post)":      {All: []pack.Condition{b, {Any: []pack.Condition{a}, In: pack.ScopePost}}},
	} {
		assert.Equal(t, want, inWords(condition))
	}
}

func TestInline(t *testing.T) {
	assert.Equal(t, `a \*b\* \_c\_ &lt;d> \[e] \# \| f`, inline("a *b*\n_c_ <d> [e] # | f"))
}

// An error before all is ready leaves every file as it was, and nothing beside them.
func TestWriteAllOrNothing(t *testing.T) {
	folder := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(folder, "a"), []byte("old"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "b"), nil, 0o644)) // where a folder is wanted
	files := map[string][]byte{"a": []byte("new"), "b/c": []byte("new")}
	assert.ErrorContains(t, Write(folder, files), "write: ")
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	assert.Len(t, entries, 2)
	old, err := os.ReadFile(filepath.Join(folder, "a"))
	require.NoError(t, err)
	assert.Equal(t, "old", string(old))

	require.NoError(t, os.Remove(filepath.Join(folder, "b")))
	assert.Equal(t, []string{"a", "b/c"}, Drift(os.DirFS(folder), files))
	require.NoError(t, Write(folder, files))
	assert.Empty(t, Drift(os.DirFS(folder), files))
	info, err := os.Stat(filepath.Join(folder, "b/c"))
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o644), info.Mode().Perm())
}
