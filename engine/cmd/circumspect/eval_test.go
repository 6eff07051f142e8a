package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const judgedPosts = "../../../testdata/contract/eval.jsonl"

func TestEval(t *testing.T) {
	out, errOut, status := tool(t, "", "rules", "eval", "--dir", soundRules, "--lang", "en", "--list", judgedPosts)
	assert.Equal(t, 0, status, errOut)
	golden(t, "../../../testdata/contract/eval.txt", out)
}

func TestEvalOptions(t *testing.T) {
	all, _, status := tool(t, "", "rules", "eval", "--dir", soundRules, judgedPosts)
	assert.Equal(t, 0, status)
	assert.Contains(t, all, "harmless: 2 of 3 (66.7 %) falsely flagged", "the German post counts too")
	grave, _, status := tool(t, "", "rules", "eval", "--dir", soundRules, "--from", "warning", judgedPosts)
	assert.Equal(t, 0, status)
	assert.NotContains(t, grave, "personal-data", "a hint does not count")
	assert.NotContains(t, all, "miss", "posts are listed only with --list")
}

func TestEvalOfBadFiles(t *testing.T) {
	folder := t.TempDir()
	for name, c := range map[string]struct{ content, want string }{
		"json":    {"{}\nnot JSON\n", `:2: post: got invalid character`},
		"verdict": {`{"text":"x","expect":7}`, `:1: post: got expect: got 7, want a list of categories, finding or quiet`},
		"org":     {`{"text":"x","org":"nato"}`, `:1: profile: org: got "nato"`},
		"surface": {`{"text":"x","surface":"wall"}`, `:1: surface: got "wall"`},
	} {
		file := filepath.Join(folder, name+".jsonl")
		require.NoError(t, os.WriteFile(file, []byte(c.content), 0o644))
		_, errOut, status := tool(t, "", "rules", "eval", "--dir", soundRules, file)
		assert.Equal(t, exitProblems, status, name)
		assert.Contains(t, errOut, c.want)
	}
	_, errOut, status := tool(t, "", "rules", "eval", "--dir", soundRules, filepath.Join(folder, "missing"))
	assert.Equal(t, exitProblems, status)
	assert.Contains(t, errOut, "no such file")
}
