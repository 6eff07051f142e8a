package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// toldByDiff is what diff says in JSON.
func toldByDiff(t *testing.T, args ...string) difference {
	t.Helper()
	out, errOut, status := tool(t, "", append([]string{"pack", "diff", "--json"}, args...)...)
	require.Equal(t, 0, status, errOut)
	var d difference
	require.NoError(t, json.Unmarshal([]byte(out), &d))
	return d
}

func TestDiffWithTheBuiltInPack(t *testing.T) {
	want, err := filepath.Abs("../../../testdata/packs/diff.txt")
	require.NoError(t, err)
	posts, err := os.ReadFile(packPosts)
	require.NoError(t, err)
	packCopy(t, "harbours")
	require.NoError(t, os.WriteFile("posts.jsonl", posts, 0o644))
	out, errOut, status := tool(t, "", "pack", "diff", "built-in:ec", "harbours", "--posts", "posts.jsonl")
	require.Equal(t, 0, status, errOut)
	golden(t, want, out)
	_, errOut, status = tool(t, "", "pack", "compile", "harbours", "-o", "harbours.payload")
	require.Equal(t, 0, status, errOut)
	compiled, errOut, status := tool(t, "", "pack", "diff", "built-in:ec", "harbours.payload", "--posts", "posts.jsonl")
	require.Equal(t, 0, status, errOut)
	assert.Equal(t, out, compiled, "a compiled pack tells the same as its folder")
	back := toldByDiff(t, "harbours.payload", "built-in:ec", "--posts", "posts.jsonl", "--org", "ec")
	assert.Equal(t, postsChecked{Checked: 8, LeftOut: 1, Changed: 7}, back.Posts)
	kinds := map[string]int{}
	for _, c := range back.Changes {
		kinds[c.Kind]++
	}
	assert.Equal(t, map[string]int{"rule-removed": 3, "severity": 2, "restored": 1, "contacts": 3, "apps": 3, "disclaimers": 1, "words": 1,
		"name": 1, "sources": 1, "provisions": 1, "official": 1, "media": 1, "checkup": 1, "news": 1}, kinds)
}

func TestDiffOfTwoVersions(t *testing.T) {
	packCopy(t, "old")
	require.NoError(t, os.CopyFS("new", os.DirFS("old")))
	d := toldByDiff(t, "old", "new")
	assert.Empty(t, d.Changes)
	assert.NotNil(t, d.Findings)
	mistake{"pack.yaml", "version: 3\nlang", "version: 4\nlang"}.make(t, "new")
	out, errOut, status := tool(t, "", "pack", "diff", "old", "new")
	require.Equal(t, 0, status, errOut)
	assert.Equal(t, "version: 3 → 4\nnothing else changes in the pack\n", out)
	for _, m := range []mistake{
		{"pack.yaml", "banned: [Chatterbox]", "banned: [Chatterbox, Gossip]"},
		{"pack.yaml", "without: [escalation/shouting]", "without: [escalation/taunt]"},
		{"pack.yaml", "  accuracy/unchecked-alarm: hint\n", ""},
		{"pack.yaml", "  - role: Central Ethics Service\n", ""},
		{"impartiality/lock-tolls.yaml", "severity: caution", "severity: hint"},
		{"concepts/soon.yaml", "at dawn", "at noon"},
		{"pack.yaml", "Is the place switched off", "Is the place off"},
	} {
		m.make(t, "new")
	}
	require.NoError(t, os.RemoveAll("new/personal-data"))
	require.NoError(t, os.RemoveAll("new/concepts/skipper-licence.yaml"))
	require.NoError(t, os.RemoveAll("new/concepts/licence-number.yaml"))
	d = toldByDiff(t, "old", "new")
	assert.ElementsMatch(t, []change{
		{Kind: "version", From: "3", To: "4"},
		{Kind: "checkup"},
		{Kind: "rule-changed", Rule: "impartiality/lock-tolls", Title: "A side on lock tolls"},
		{Kind: "rule-removed", Rule: "personal-data/skipper-licence", Title: "Licence number"},
		{Kind: "severity", Rule: "accuracy/unchecked-alarm", Title: "Alarming news that nobody checked", From: "hint", To: "caution"},
		{Kind: "restored", Rule: "escalation/shouting", Title: "Shouting"},
		{Kind: "silenced", Rule: "escalation/taunt", Title: "Talking down in an argument"},
		{Kind: "contacts", From: "Central Ethics Service"},
		{Kind: "apps", To: "banned: Gossip"},
		{Kind: "words"},
	}, d.Changes)
}

func TestDiffRefuses(t *testing.T) {
	packCopy(t, "harbours")
	require.NoError(t, os.WriteFile("garbage", []byte("circumspect house pack 1\n\xff"), 0o644))
	for _, c := range []struct {
		args   []string
		want   string
		status int
	}{
		{[]string{"built-in:un", "harbours"}, "diff: got packs for un and ec, want two for the same organisation", exitUsage},
		{[]string{"built-in:eg", "harbours"}, "diff: got built-in:eg, want built-in:ec, osce or un", exitUsage},
		{[]string{"nowhere", "harbours"}, "diff: open nowhere", exitProblems},
		{[]string{"garbage", "harbours"}, "garbage: payload: ", exitProblems},
		{[]string{"built-in:ec", "harbours", "--posts", "none*.jsonl"}, `--posts: got "none*.jsonl", want files that exist`, exitUsage},
	} {
		out, errOut, status := tool(t, "", append([]string{"pack", "diff"}, c.args...)...)
		assert.Equal(t, c.status, status, c.want)
		assert.Empty(t, out)
		assert.Contains(t, errOut, c.want)
	}
}
