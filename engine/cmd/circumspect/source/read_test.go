package source

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"circumspect/engine/pack"
	"circumspect/engine/pack/jsonl"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"
)

func TestReadSound(t *testing.T) {
	read, problems := Read(os.DirFS(soundRules))
	require.Empty(t, problems)
	require.Empty(t, read.Check(nil))
	lib := read.Library
	require.Len(t, lib.Rules, 3)
	rule := lib.Rules[0]
	assert.Equal(t, "confidentiality/internal-document", rule.ID)
	assert.Equal(t, "confidentiality", rule.Category)
	assert.Equal(t, pack.Warning, rule.Severity)
	assert.Equal(t, []pack.Condition{
		{Concept: "internal-document"},
		{Any: []pack.Condition{{Concept: "disclosure"}, {Concept: "mention", In: pack.ScopePost}}},
	}, rule.When.All)
	assert.Equal(t, pack.Condition{Concept: "bank-account"}, lib.Rules[2].When)
	assert.Equal(t, "[number]", *lib.Rules[2].Say["en"].Suggest[0].Replace)
	require.Len(t, lib.Concepts, 4)
	assert.Equal(t, pack.Reach{Kind: pack.ReachNext, Words: 4}, lib.Concepts[3].Reach)
	assert.Equal(t, "EC-1 EC-2 UN-1", lib.Provisions[0].ID+" "+lib.Provisions[1].ID+" "+lib.Provisions[2].ID)
	assert.Equal(t, "un", lib.Provisions[2].Org)
	assert.Equal(t, map[string]pack.Severity{"personal-data/bank-account": pack.Hint}, lib.Packs[0].Severity)
}

// The words for the empty value mean the same as leaving the key out.
func TestWordsForTheDefault(t *testing.T) {
	read, problems := Read(fstest.MapFS{
		"accuracy/a.yaml": {Data: []byte("severity: hint\nprovisions: [P]\nscope: sentence\non: text\nwhen: x\nsay: {}\nflag: []\nallow: []\n")},
		"concepts/c.yaml": {Data: []byte("about: |\n  two\n  lines\nreach: sentence\n")},
	})
	require.Empty(t, problems)
	assert.Equal(t, pack.ScopeSentence, read.Library.Rules[0].Scope)
	assert.Equal(t, pack.OnText, read.Library.Rules[0].On)
	assert.Equal(t, pack.Reach{}, read.Library.Concepts[0].Reach)
	assert.Equal(t, "two\nlines", read.Library.Concepts[0].About, "the last line break of a block is not meant")
}

// A file of which nothing can be read is reported once; what names it is not.
func TestABrokenFileIsReportedOnce(t *testing.T) {
	for name, content := range map[string]string{
		"concepts/disclosure.yaml": "about: [\n", "provisions/ec.yaml": "- {", "packs/ec.yaml": "",
		"confidentiality/internal-document.yaml": "\xff",
	} {
		files := fstest.MapFS{}
		for other, sound := range ruleFiles(t, soundRules) {
			files[other] = &fstest.MapFile{Data: sound}
		}
		files[name] = &fstest.MapFile{Data: []byte(content)}
		read, problems := Read(files)
		problems = append(problems, read.Check(problems)...)
		require.Len(t, problems, 1, "%v", problems)
		assert.Equal(t, "rules/"+name, problems[0].Place)
	}
}

func TestSound(t *testing.T) {
	read, _ := Read(os.DirFS(soundRules))
	bad := func(places ...string) (ids []string) {
		var problems []Problem
		for _, place := range places {
			problems = append(problems, Problem{pack.Problem{Place: place}, 1})
		}
		for _, rule := range read.Sound(problems).Rules {
			ids = append(ids, rule.ID)
		}
		return ids
	}
	assert.Len(t, bad(), 3)
	assert.Len(t, bad("rules/packs/ec.yaml"), 3)
	assert.Equal(t, []string{"endorsement/shared-paper", "personal-data/bank-account"}, bad("rules/confidentiality/internal-document.yaml"))
	assert.Equal(t, []string{"endorsement/shared-paper", "personal-data/bank-account"}, bad("rules/concepts/published.yaml"), "an exception is named too")
	assert.Empty(t, bad("rules/concepts/internal-document.yaml", "rules/concepts/bank-account.yaml"))
}

func TestLineOf(t *testing.T) {
	var document yaml.Node
	require.NoError(t, yaml.Unmarshal([]byte(`a:
  b:
    - x
    - id: one.two
      deep: [p,
        q]
"c/d":
  e: r
`), &document))
	root := document.Content[0]
	for _, c := range []struct {
		path, got string
		line      int
	}{
		{"", "", 1},
		{"a", "", 1},
		{"a.b", "", 2},
		{"a.b", `"q"`, 6},
		{"a.b[0]", "", 3},
		{"a.b[1]", "", 4},
		{"a.b[one.two].deep", "", 5},
		{"a.b[one.two].deep[1]", "", 6},
		{"a.b[one.two].missing", "", 4},
		{"a.b[9]", "", 2},
		{"[c/d].e", "", 8},
		{"a", `"r"`, 1},
		{"nowhere.at.all", "", 1},
	} {
		assert.Equal(t, c.line, lineOf(root, c.path, c.got), "%s %s", c.path, c.got)
	}
}

func TestLocate(t *testing.T) {
	read, _ := Read(os.DirFS(soundRules))
	located := read.Locate([]pack.Problem{
		{Place: "rules/provisions/ec.yaml", Field: "[EC-2].says"},
		{Place: "rules/nowhere.yaml", Field: "x"},
	})
	assert.Equal(t, 10, located[0].Line)
	assert.Equal(t, 1, located[1].Line)
}

// FuzzRead feeds the reader files of every kind. Whatever they hold, it names a line
// for each problem, and what it reads without problems can be compiled.
func FuzzRead(f *testing.F) {
	for _, content := range ruleFiles(f, soundRules) {
		f.Add(content)
	}
	for _, content := range ruleFiles(f, "../../../../testdata/rules/bad") {
		f.Add(content)
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		lines := 1 + strings.Count(string(content), "\n")
		for _, name := range []string{"concepts/a.yaml", "packs/a.yaml", "provisions/a.yaml", "accuracy/a.yaml"} {
			read, problems := Read(fstest.MapFS{name: {Data: content}})
			more := read.Check(problems)
			for _, problem := range append(problems, more...) {
				if problem.Line < 1 || problem.Line > lines+1 || problem.Field == "" || problem.Got == "" || problem.Want == "" {
					t.Errorf("%s: a problem without a place: %#v", name, problem)
				}
			}
			if len(problems)+len(more) > 0 {
				continue
			}
			files, err := jsonl.Encode(read.Library)
			require.NoError(t, err)
			back, err := jsonl.Decode(files)
			require.NoError(t, err)
			assert.Len(t, back.Concepts, len(read.Library.Concepts))
		}
	})
}
