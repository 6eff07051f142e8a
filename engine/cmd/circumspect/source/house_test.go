package source

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"circumspect/engine/pack"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"
)

const soundHouse = "../../../../testdata/packs/ok/inland-harbours"

// kindOfHouse tells what a file of a house pack holds, as the schema names it.
func kindOfHouse(name string) string {
	switch folder, _, _ := strings.Cut(name, "/"); folder {
	case "concepts":
		return "house-concept"
	case "pack.yaml":
		return "house"
	case "provisions.yaml":
		return "house-provisions"
	case "watch.yaml":
		return "watch"
	}
	return "house-rule"
}

// houseFilesOf gives the files of the sound house pack, with some words to watch for.
func houseFilesOf(t testing.TB) map[string][]byte {
	files := ruleFiles(t, soundHouse)
	files["watch.yaml"] = []byte("- word: Blue Heron\n  until: 2027-02-28\n- word: Otter\n")
	return files
}

// asFS gives files as a folder, with one changed.
func asFS(files map[string][]byte, name string, content []byte) fstest.MapFS {
	folder := fstest.MapFS{}
	for other, sound := range files {
		folder[other] = &fstest.MapFile{Data: sound}
	}
	folder[name] = &fstest.MapFile{Data: content}
	return folder
}

func TestReadHouse(t *testing.T) {
	files := houseFilesOf(t)
	folder := asFS(files, "watch.yaml", files["watch.yaml"])
	folder["README.md"] = &fstest.MapFile{Data: []byte("# For readers")}
	folder[".git/config"] = &fstest.MapFile{Data: []byte("[core]")}
	read, problems := ReadHouse(folder, "harbours/")
	require.Empty(t, problems)
	h := read.Pack
	assert.Equal(t, "inland-harbours ec", h.ID+" "+h.Extends)
	assert.Equal(t, 3, h.Version)
	assert.Len(t, h.Rules, 3)
	assert.Len(t, h.Concepts, 7)
	assert.Equal(t, pack.Caution, h.Severity["publication/media-appearance"])
	assert.Equal(t, "2026-03-02", h.Sources[0].Date)
	assert.Equal(t, []pack.Watched{{Word: "Blue Heron", Until: "2027-02-28"}, {Word: "Otter"}}, h.Watch)
	for _, p := range h.Provisions {
		assert.Equal(t, "ec", p.Org)
	}
}

func TestWatchOfCommentsHoldsNoWords(t *testing.T) {
	for content, words := range map[string]int{"# - word: Otter\n\n  # until when\n": 0, "": 0, "# x\n- word: Otter\n": 1} {
		read, problems := ReadHouse(asFS(houseFilesOf(t), "watch.yaml", []byte(content)), "h")
		assert.Empty(t, problems)
		assert.Len(t, read.Pack.Watch, words)
	}
}

func TestReadWatch(t *testing.T) {
	folder := fstest.MapFS{"words.yaml": {Data: []byte("- word: Otter\n- wort: Heron\n")}}
	read, problems := ReadWatch(folder, "words.yaml", "internal/words.yaml")
	assert.Len(t, read.Pack.Watch, 2)
	require.Len(t, problems, 2)
	assert.Equal(t, `internal/words.yaml:2: [1].wort: got an unknown key, want word or until (did you mean "word"?)`, problems[0].Error())
	assert.Equal(t, "internal/words.yaml:1", read.Locate([]pack.Problem{{Place: pack.HousePlace("watch.yaml"), Field: "[0].word"}})[0].Error()[:21])
}

// Both the schema for editors and the reader take every file of the sound pack, and refuse
// an unknown key wherever there are keys.
func TestSchemaOfHouseFiles(t *testing.T) {
	files, schemas, refused := houseFilesOf(t), map[string]*jsonschema.Schema{}, 0
	for name, content := range files {
		kind := kindOfHouse(name)
		if schemas[kind] == nil {
			schemas[kind] = validator(t, kind)
		}
		assert.NoError(t, schemas[kind].Validate(asEditors(t, content)), name)
		var document yaml.Node
		require.NoError(t, yaml.Unmarshal(content, &document))
		for _, mapping := range mappings(document.Content[0]) {
			mapping.Content = append(mapping.Content, text("unheard-of"), text("x"))
			spoiled, err := yaml.Marshal(&document)
			require.NoError(t, err)
			mapping.Content = mapping.Content[:len(mapping.Content)-2]
			_, problems := ReadHouse(asFS(files, name, spoiled), "h")
			if bySchema := schemas[kind].Validate(asEditors(t, spoiled)) != nil; len(problems) > 0 || bySchema {
				require.NotEmpty(t, problems, string(spoiled))
				assert.True(t, bySchema, string(spoiled))
				refused++
			}
		}
	}
	assert.Len(t, schemas, 5)
	assert.Equal(t, 71, refused)
}

// The schema that needs no kind tells house packs from rule files by their keys.
func TestSchemaTellsHouseFiles(t *testing.T) {
	schema := validator(t, "")
	for _, name := range []string{"pack.yaml", "watch.yaml", "impartiality/lock-tolls.yaml", "concepts/soon.yaml"} {
		assert.NoError(t, schema.Validate(asEditors(t, houseFilesOf(t)[name])), name)
	}
	spoiled := strings.Replace(string(houseFilesOf(t)["pack.yaml"]), "extends: ec", "extends: eg", 1)
	assert.Error(t, schema.Validate(asEditors(t, []byte(spoiled))))
}

// FuzzReadHouse feeds the reader files of every kind. Whatever they hold, it names a line
// for each problem.
func FuzzReadHouse(f *testing.F) {
	files := houseFilesOf(f)
	for _, content := range files {
		f.Add(content)
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		for _, name := range []string{"pack.yaml", "provisions.yaml", "watch.yaml", "concepts/a.yaml", "accuracy/a.yaml"} {
			sound := map[string][]byte{"pack.yaml": files["pack.yaml"]}
			read, problems := ReadHouse(asFS(sound, name, content), "h")
			for _, problem := range append(problems, read.Check(&pack.Library{Packs: []pack.Pack{{ID: "ec"}}}, problems)...) {
				if problem.Line < 1 || !strings.HasPrefix(problem.Place, "h/") || problem.Field == "" || problem.Got == "" || problem.Want == "" {
					t.Errorf("%s: a problem without a place: %#v", name, problem)
				}
			}
		}
	})
}

// Editors find the schema by the first line of every file of the pack.
func TestSchemaIsFoundFromHouseFiles(t *testing.T) {
	for name, content := range ruleFiles(t, soundHouse) {
		first, _, _ := strings.Cut(string(content), "\n")
		up := strings.Repeat("../", 4+strings.Count(name, "/"))
		assert.Equal(t, "# yaml-language-server: $schema="+up+"rules/schema.json#/$defs/"+kindOfHouse(name), first, name)
	}
	_, err := os.Stat(soundHouse + "/../../../../rules/schema.json")
	assert.NoError(t, err)
}
