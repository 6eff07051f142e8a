package main

import (
	"encoding/json"
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
	all, _, status := tool(t, "", "rules", "eval", "--dir", soundRules, "--pool", judgedPosts, judgedPosts)
	assert.Equal(t, 0, status)
	assert.Contains(t, all, "false alarms    2 of 3 (66.7 %)", "the German post counts too")
	assert.Contains(t, all, "\neval-2\n")
	assert.Contains(t, all, "\npool\n")
	assert.Contains(t, all, "false alarms    4 of 6 (66.7 %)")
	assert.NotContains(t, all, "missed", "posts are listed only with --list")
	rules, _, status := tool(t, "", "rules", "eval", "--dir", soundRules, "--rules", judgedPosts)
	assert.Equal(t, 0, status)
	assert.Regexp(t, `confidentiality/internal-document +5 +2 +0 +2 +0 +1\+0 +50\.0 %`, rules)
}

func TestEvalWritesFiles(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "reports")
	out, errOut, status := tool(t, "", "rules", "eval", "--dir", soundRules, "--list", "--reports", folder, "--out", folder+"/counts.json", judgedPosts)
	assert.Equal(t, 0, status, errOut)
	assert.Regexp(t, `eval +2/5  40\.0 %`, out)
	assert.NotContains(t, out, "missed")
	files := tree(t, folder)
	assert.Contains(t, files["eval.txt"], "missed: 3")
	assert.Contains(t, files["rules.txt"], "confidentiality/internal-document")
	var counts []map[string]any
	require.NoError(t, json.Unmarshal([]byte(files["counts.json"]), &counts))
	require.Len(t, counts, 1)
	assert.Equal(t, "eval", counts[0]["name"])
	assert.EqualValues(t, 2, counts[0]["all"].(map[string]any)["breaches"].(map[string]any)["found"])
}

func TestEvalOfBadFiles(t *testing.T) {
	folder := t.TempDir()
	for name, c := range map[string]struct{ content, want string }{
		"json":     {"{}\nnot JSON\n", `:2: post: got invalid character`},
		"verdict":  {`{"text":"x","expect":7}`, `:1: expect: got 7, want a list of categories, finding, hint or quiet`},
		"category": {`{"text":"x","expect":["securty"]}`, `:1: expect: got "securty", want a category (did you mean "security"?)`},
		"word":     {`{"text":"x","expect":"loud"}`, `:1: expect: got "loud", want a list`},
		"org":      {`{"text":"x","org":"nato"}`, `:1: profile: org: got "nato"`},
		"surface":  {`{"text":"x","surface":"wall"}`, `:1: surface: got "wall"`},
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
