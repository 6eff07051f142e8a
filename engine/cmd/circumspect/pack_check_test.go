package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"circumspect/engine"
	"circumspect/engine/pack"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"
)

const (
	soundPack = "../../../testdata/packs/ok/inland-harbours"
	badPacks  = "../../../testdata/packs/bad"
	packPosts = "../../../testdata/packs/posts.jsonl"
)

// packCopy copies the sound house pack to a folder of this name in an empty place, to
// which the test then moves.
func packCopy(t *testing.T, name string) {
	t.Helper()
	sound, err := filepath.Abs(soundPack)
	require.NoError(t, err)
	t.Chdir(t.TempDir())
	require.NoError(t, os.CopyFS(name, os.DirFS(sound)))
}

// checkPack checks a folder with an engine that other tests use, too, and gives what is
// printed about it.
func checkPack(t *testing.T, builtIn *engine.Engine, folder string) (errOut string, house *pack.House, err error) {
	t.Helper()
	var out bytes.Buffer
	cmd := &cobra.Command{}
	cmd.SetErr(&out)
	house, err = provenHouse(cmd, builtIn, folder)
	return out.String(), house, err
}

// mistake is one change that makes the sound house pack a bad one.
type mistake struct {
	File string
	From string // the part to replace; empty is the whole file
	To   string // empty beside an empty From: the file goes
}

// make makes the mistake in a copy of the pack.
func (m mistake) make(t *testing.T, folder string) {
	t.Helper()
	file := filepath.Join(folder, m.File)
	if m.From == "" && m.To == "" {
		require.NoError(t, os.Remove(file))
		return
	}
	content := m.To
	if m.From != "" {
		sound, err := os.ReadFile(file)
		require.NoError(t, err)
		require.Equal(t, 1, strings.Count(string(sound), m.From), "%q", m.From)
		content = strings.Replace(string(sound), m.From, m.To, 1)
	}
	require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
	require.NoError(t, os.WriteFile(file, []byte(content), 0o644))
}

// Every file of testdata/packs/bad is one mistake in the sound pack; the file of its name
// that ends in .txt is what the author is told.
func TestBadPacks(t *testing.T) {
	files, err := filepath.Glob(badPacks + "/*.yaml")
	require.NoError(t, err)
	require.Len(t, files, 63, "every bad file is a case")
	builtIn, err := builtInEngine()
	require.NoError(t, err)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".yaml"), func(t *testing.T) {
			content, err := os.ReadFile(file)
			require.NoError(t, err)
			var m mistake
			require.NoError(t, yaml.Unmarshal(content, &m))
			want, err := filepath.Abs(strings.TrimSuffix(file, ".yaml") + ".txt")
			require.NoError(t, err)
			packCopy(t, "harbours")
			m.make(t, "harbours")
			before := tree(t, ".")
			errOut, _, err := checkPack(t, builtIn, "harbours")
			require.ErrorIs(t, err, errProblems)
			golden(t, want, errOut)
			assert.Equal(t, before, tree(t, "."), "nothing is written")
		})
	}
}

func TestSoundPack(t *testing.T) {
	out, errOut, status := tool(t, "", "pack", "check", soundPack)
	assert.Equal(t, 0, status, errOut)
	assert.Equal(t, "inland-harbours 3 for ec, in en fr: 3 rules and 7 concepts of its own, 2 built-in rules changed and 1 silenced: well formed, and all 18 examples hold\n", out)
}

func TestPackFolder(t *testing.T) {
	for _, command := range []string{"check", "compile"} {
		args := []string{"pack", command, "nowhere"}
		if command == "compile" {
			args = append(args, "-o", filepath.Join(t.TempDir(), "x"))
		}
		_, errOut, status := tool(t, "", args...)
		assert.Equal(t, exitUsage, status)
		assert.Contains(t, errOut, `pack: got "nowhere", want a folder that holds a house pack`)
	}
}

// All mistakes of all files are told in one go.
func TestAllProblemsOfAPackInOneGo(t *testing.T) {
	packCopy(t, "harbours")
	for _, m := range []mistake{
		{"pack.yaml", "languages: [en, fr]", "languages: [en, xx]"},
		{"provisions.yaml", "place: \"section 2\"", "place: \"\""},
		{"concepts/soon.yaml", "about: A day", "abuot: A day"},
		{"impartiality/lock-tolls.yaml", "severity: caution", "severity: grave"},
		{"watch.yaml", "", "- word: X\n"},
	} {
		m.make(t, "harbours")
	}
	_, errOut, status := tool(t, "", "pack", "check", "./harbours/")
	assert.Equal(t, exitProblems, status)
	for _, place := range []string{
		"harbours/pack.yaml:7: languages[1]: ", "harbours/provisions.yaml:4: [HARBOURS-1].place: ", "harbours/concepts/soon.yaml:2: abuot: ",
		"harbours/impartiality/lock-tolls.yaml:2: severity: ", "harbours/watch.yaml:1: [0].word: ", " in 5 files\n",
	} {
		assert.Contains(t, errOut, place)
	}
}

func TestCompilePack(t *testing.T) {
	place := t.TempDir()
	for _, name := range []string{"one.payload", "two.payload"} {
		out, errOut, status := tool(t, "", "pack", "compile", soundPack, "-o", filepath.Join(place, name))
		require.Equal(t, 0, status, errOut)
		assert.Contains(t, out, " bytes\n")
	}
	one, err := os.ReadFile(filepath.Join(place, "one.payload"))
	require.NoError(t, err)
	two, err := os.ReadFile(filepath.Join(place, "two.payload"))
	require.NoError(t, err)
	assert.Equal(t, one, two, "the same folder gives the same bytes")
	builtIn, err := builtInEngine()
	require.NoError(t, err)
	with, err := builtIn.Read(one)
	require.NoError(t, err)
	checker, err := with.For(engine.Profile{Org: "ec"})
	require.NoError(t, err)
	raised := checker.Raised(engine.Document{Text: "Lock tolls are far too low, ship owners laugh at us.", Lang: "en"})
	assert.Contains(t, raised, "impartiality/lock-tolls")
}

// What a server gives out is public, so these are refused though nothing is wrong with them.
func TestNotToBeServed(t *testing.T) {
	builtIn, err := builtInEngine()
	require.NoError(t, err)
	for want, m := range map[string]mistake{
		"pack: watch: got 3 words, want none in a served pack":                                            {"watch.yaml", "", "- word: Blue Heron\n- word: Riverton\n- {word: Otter, until: 2027-02-28}\n"},
		"pack: watch: got 1 word, want none in a served pack":                                             {"watch.yaml", "", "- word: Blue Heron\n"},
		"pack: contacts[2].private: got a private contact, want none in a served pack":                    {"pack.yaml", "  - role: Central Ethics Service", "  - {role: Head of unit, address: \"+32 2 555 0100\", private: true}"},
		"pack: concepts[soon].internal: got an internal concept, want none in a served pack":              {"concepts/soon.yaml", "about:", "internal: true\nabout:"},
		"pack: rules[impartiality/lock-tolls].internal: got an internal rule, want none in a served pack": {"impartiality/lock-tolls.yaml", "severity:", "internal: true\nseverity:"},
	} {
		t.Run(want, func(t *testing.T) {
			packCopy(t, "harbours")
			m.make(t, "harbours")
			errOut, house, err := checkPack(t, builtIn, "harbours")
			require.NoError(t, err, errOut)
			var problems []string
			for _, problem := range house.Served() {
				problems = append(problems, problem.Error())
			}
			assert.Equal(t, []string{want}, problems)
			assert.Len(t, notServed(house), 1)
		})
	}
	packCopy(t, "harbours")
	mistake{"watch.yaml", "", "- word: Blue Heron\n"}.make(t, "harbours")
	out, errOut, status := tool(t, "", "pack", "compile", "harbours", "-o", "harbours.payload")
	assert.Equal(t, exitProblems, status)
	assert.Empty(t, out)
	assert.Equal(t, "pack: watch: got 1 word, want none in a served pack\nWhat is served is public. See: circumspect pack policy --help, circumspect pack settings --help\n", errOut)
	assert.NoFileExists(t, "harbours.payload")
}

// A text can be tried with a house pack, which is then for its organisation.
func TestCheckWithAPack(t *testing.T) {
	for _, c := range []struct {
		args []string
		want []string
	}{
		{[]string{"Lock tolls are scandalous."}, []string{"caution  A side on lock tolls  impartiality/lock-tolls", "HARBOURS-3: Note on social media"}},
		{[]string{"My op-ed on the EU's plans for rivers comes out tomorrow."}, []string{"caution  Interview, article or talk", "changed by your organisation from hint"}},
		{[]string{"--surface", "reply", "STOP LYING ABOUT OUR LOCKS, YOU KNOW NOTHING!!!"}, []string{"Not checked: the rule escalation/shouting, which your organisation silences."}},
		{[]string{"--org", "un", "Lock tolls are scandalous."}, []string{"Nothing found."}},
	} {
		out, errOut, status := tool(t, "", append([]string{"check", "--pack", soundPack}, c.args...)...)
		assert.Equal(t, 0, status, errOut)
		for _, part := range c.want {
			assert.Contains(t, out, part)
		}
	}
	_, errOut, status := tool(t, "", "check", "--pack", soundPack, "--dir", soundRules, "x")
	assert.Equal(t, exitUsage, status)
	assert.Contains(t, errOut, "[dir pack]")
}
