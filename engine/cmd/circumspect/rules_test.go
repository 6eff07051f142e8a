package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	soundRules = "../../../testdata/rules/ok"
	badRules   = "../../../testdata/rules/bad"
)

// tool runs the tool as a user would.
func tool(t *testing.T, in string, args ...string) (out, errOut string, status int) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	status = run(args, strings.NewReader(in), &stdout, &stderr)
	return stdout.String(), stderr.String(), status
}

// soundCopy copies the sound rule files to a folder that a test may change.
func soundCopy(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	require.NoError(t, os.CopyFS(folder, os.DirFS(soundRules)))
	return folder
}

// golden compares text with a file, or writes the file where UPDATE_GOLDEN is set.
func golden(t *testing.T, file, text string) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") != "" {
		require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), text)
}

// badPlace gives the file that a bad file takes the place of or joins: the part of its
// name before the first hyphen says what it is.
func badPlace(file string) string {
	kind, id, _ := strings.Cut(file, "-")
	switch kind {
	case "concept":
		if id == "built-in-mention.yaml" {
			return "concepts/mention.yaml"
		}
		return "concepts/" + id
	case "pack":
		return "packs/osce.yaml"
	case "provisions":
		return "provisions/osce.yaml"
	case "category":
		return "confidentialty/internal-document.yaml"
	}
	return "confidentiality/" + id
}

func TestBadRuleFiles(t *testing.T) {
	files, err := filepath.Glob(badRules + "/*.yaml")
	require.NoError(t, err)
	require.Len(t, files, 39, "every bad file is a case")
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(strings.TrimSuffix(name, ".yaml"), func(t *testing.T) {
			folder := soundCopy(t)
			content, err := os.ReadFile(file)
			require.NoError(t, err)
			place := filepath.Join(folder, badPlace(name))
			require.NoError(t, os.MkdirAll(filepath.Dir(place), 0o755))
			require.NoError(t, os.WriteFile(place, content, 0o644))
			before := tree(t, folder)
			out, errOut, status := tool(t, "", "rules", "compile", "--dir", folder)
			assert.Equal(t, exitProblems, status)
			assert.Empty(t, out)
			golden(t, strings.TrimSuffix(file, ".yaml")+".txt", errOut)
			assert.Equal(t, before, tree(t, folder), "nothing is written")
		})
	}
}

// tree gives every file of a folder with its content.
func tree(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			content, err := os.ReadFile(filepath.Join(folder, name))
			files[name] = string(content)
			return err
		}
		return err
	})
	require.NoError(t, err)
	return files
}

func TestAllProblemsOfAllFilesInOneGo(t *testing.T) {
	folder := soundCopy(t)
	require.NoError(t, os.WriteFile(folder+"/concepts/a.yaml", []byte("about: [x]\n"), 0o644))
	require.NoError(t, os.WriteFile(folder+"/accuracy.yaml", nil, 0o644))
	require.NoError(t, os.MkdirAll(folder+"/accuracy", 0o755))
	require.NoError(t, os.WriteFile(folder+"/accuracy/b.yml", nil, 0o644))
	require.NoError(t, os.WriteFile(folder+"/accuracy/c.yaml", nil, 0o644))
	_, errOut, status := tool(t, "", "rules", "check", "--dir", folder)
	assert.Equal(t, exitProblems, status)
	for _, place := range []string{"rules/concepts/a.yaml:1: about:", "rules/accuracy/b.yml:1: file:", "rules/accuracy/c.yaml:1: file:", "problems in 3 files"} {
		assert.Contains(t, errOut, place)
	}
	_, errOut, status = tool(t, "", "rules", "check", "--dir", folder, "rules/concepts")
	assert.Equal(t, exitProblems, status)
	assert.NotContains(t, errOut, "accuracy")
	_, _, status = tool(t, "", "rules", "check", "--dir", folder, "rules/confidentiality")
	assert.Equal(t, 0, status, "the problems are elsewhere")
}

func TestSoundRules(t *testing.T) {
	out, errOut, status := tool(t, "", "rules", "check", "--dir", soundRules)
	assert.Equal(t, 0, status, errOut)
	assert.Equal(t, "3 rules, 4 concepts, 2 packs, 3 provisions: well formed, and all 12 examples hold\n", out)
}

// accountTwin is a rule that says the same as the rule on bank accounts in testdata/rules/ok.
const accountTwin = `severity: caution
provisions: [EC-1]
surfaces: [post, dm]
when: bank-account
say: {en: {title: t, message: m, advice: a}}
flag:
  - {lang: en, text: "IBAN DE89 3704 0044 0532 0130 00"}
  - {lang: en, text: "Pay to DE89370400440532013000"}
allow:
  - {lang: en, text: "IBAN DE89 3704 0044 0532 0130 01"}
  - {lang: en, text: "No number."}
`

func TestCheckOnPosts(t *testing.T) {
	folder, posts := soundCopy(t), filepath.Join(t.TempDir(), "posts.jsonl")
	line := `{"text":"My account: DE89 3704 0044 0532 0130 00","lang":"en"}` + "\n"
	require.NoError(t, os.WriteFile(posts, []byte(strings.Repeat(line, 5)), 0o644))
	require.NoError(t, os.WriteFile(folder+"/personal-data/account-twin.yaml", []byte(accountTwin), 0o644))
	out, errOut, status := tool(t, "", "rules", "check", "--dir", folder, "--posts", posts)
	assert.Equal(t, 0, status, "a warning is no failure: "+errOut)
	assert.Equal(t, `4 rules, 4 concepts, 2 packs, 3 provisions: well formed, and all 16 examples hold

3 warnings, on 5 posts and all examples
rules/confidentiality/internal-document.yaml:4: when: got no finding on 5 posts and the examples of all other rules, want a rule that somebody's words can meet
rules/endorsement/shared-paper.yaml:5: when: got no finding on 5 posts and the examples of all other rules, want a rule that somebody's words can meet
rules/personal-data/bank-account.yaml:4: when: got findings on just the 5 posts on which personal-data/account-twin has them, want one rule, or two that differ
`, out)
	out, _, status = tool(t, "", "rules", "check", "--dir", folder, "--posts", posts, "rules/endorsement")
	assert.Equal(t, 0, status)
	assert.Contains(t, out, "\n1 warning, on")
	for pattern, want := range map[string]string{
		filepath.Join(folder, "none*.jsonl"): "want files that exist", folder + "/packs/ec.yaml": "ec.yaml:1: post: got",
	} {
		_, errOut, status = tool(t, "", "rules", "check", "--dir", folder, "--posts", pattern)
		assert.Equal(t, exitProblems, status)
		assert.Contains(t, errOut, want)
	}
}

func TestCompile(t *testing.T) {
	folder := soundCopy(t)
	_, errOut, status := tool(t, "", "rules", "compile", "--dir", folder, "--check")
	assert.Equal(t, exitProblems, status)
	assert.Contains(t, errOut, "rules/CATALOGUE.md:1: file: got another text, want what rules compile writes")
	image := filepath.Join(t.TempDir(), "engine.image")
	_, errOut, status = tool(t, "", "rules", "compile", "--dir", folder, "--image", image)
	require.Equal(t, 0, status, errOut)
	assert.FileExists(t, image)
	files := tree(t, folder)
	for _, name := range []string{"compiled/rules.jsonl", "CATALOGUE.md", "COVERAGE.md"} {
		golden(t, filepath.Join("../../../testdata/rules/compiled", filepath.Base(name)), files[name])
	}
	out, errOut, status := tool(t, "", "rules", "compile", "--dir", folder, "--check")
	assert.Equal(t, 0, status, errOut)
	assert.Equal(t, "7 generated files are current\n", out)
	_, _, status = tool(t, "", "rules", "compile", "--dir", folder)
	assert.Equal(t, 0, status)
	assert.Equal(t, files, tree(t, folder), "the same files give the same bytes, and nothing is left over")
}

func TestCatalogue(t *testing.T) {
	out, errOut, status := tool(t, "", "rules", "catalogue", "--dir", soundRules)
	assert.Equal(t, 0, status, errOut)
	golden(t, "../../../testdata/rules/compiled/CATALOGUE.md", out)
}

// The rule files that ship are sound, hold their examples, and everything that is made
// from them is committed as it would be made now.
func TestGeneratedFilesAreCurrent(t *testing.T) {
	_, errOut, status := tool(t, "", "rules", "compile", "--dir", "../../../rules", "--check")
	assert.Equal(t, 0, status, errOut)
}

func TestNewRule(t *testing.T) {
	folder := soundCopy(t)
	out, _, status := tool(t, "", "rules", "new", "--dir", folder, "accuracy/absolute-claims")
	assert.Equal(t, 0, status)
	assert.Contains(t, out, "circumspect rules check rules/accuracy/absolute-claims.yaml")
	file := filepath.Join(folder, "accuracy/absolute-claims.yaml")
	written, err := os.ReadFile(file)
	require.NoError(t, err)
	_, errOut, status := tool(t, "", "rules", "check", "--dir", folder)
	assert.Equal(t, exitProblems, status)
	golden(t, "../../../testdata/rules/compiled/new.txt", errOut)
	_, errOut, status = tool(t, "", "rules", "new", "--dir", folder, "accuracy/absolute-claims")
	assert.Equal(t, exitProblems, status, "it does not overwrite")
	assert.Contains(t, errOut, "file exists")
	again, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(written), string(again))
	for _, id := range []string{"acuracy/x", "accuracy", "accuracy/Über", "accuracy/../x", "accuracy/a/b"} {
		before := tree(t, folder)
		_, errOut, status = tool(t, "", "rules", "new", "--dir", folder, id)
		assert.Equal(t, exitUsage, status, id)
		assert.Contains(t, errOut, "want", id)
		assert.Equal(t, before, tree(t, folder))
	}
}
