package source

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"circumspect/engine/pack"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"
)

const (
	soundRules = "../../../../testdata/rules/ok"
	shipped    = "../../../../rules"
)

// notInFiles lists the keys that are read from the path and never from a file.
func notInFiles() []string {
	return []string{"Concept.id", "Rule.id", "Rule.category", "Pack.id", "Provision.org"}
}

// Every key of every type is explained, or known not to stand in files; and nothing
// else is explained. So no key can be added and forgotten.
func TestEveryKeyIsExplained(t *testing.T) {
	var keys []string
	seen := map[reflect.Type]bool{}
	var visit func(reflect.Type)
	visit = func(typ reflect.Type) {
		for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice || typ.Kind() == reflect.Map {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct || typ == reflect.TypeFor[pack.Reach]() || seen[typ] {
			return
		}
		seen[typ] = true
		for i := range typ.NumField() {
			name, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
			if name != "" && name != "-" { // Library's own fields are the kinds of files, as are House's
				keys = append(keys, typ.Name()+"."+name)
			}
			visit(typ.Field(i).Type)
		}
	}
	visit(reflect.TypeFor[pack.Library]())
	visit(reflect.TypeFor[pack.House]())
	var explained []string
	for key, field := range fields() {
		explained = append(explained, key)
		assert.Regexp(t, `^[A-Z].*\.$`, field.doc, key)
	}
	assert.Len(t, keys, 140)
	assert.ElementsMatch(t, keys, append(explained, notInFiles()...))
}

// validator compiles the schema that ships for one kind of file; "" lets the keys tell.
func validator(t *testing.T, kind string) *jsonschema.Schema {
	t.Helper()
	content, err := Schema()
	require.NoError(t, err)
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	require.NoError(t, err)
	compiler := jsonschema.NewCompiler()
	require.NoError(t, compiler.AddResource("schema.json", document))
	name := "schema.json"
	if kind != "" {
		name += "#/$defs/" + kind
	}
	schema, err := compiler.Compile(name)
	require.NoError(t, err)
	return schema
}

// kindOf tells from its folder what a file holds.
func kindOf(name string) string {
	switch folder, _, _ := strings.Cut(name, "/"); folder {
	case "concepts":
		return "concept"
	case "packs":
		return "pack"
	case "provisions":
		return "provisions"
	}
	return "rule"
}

// asEditors reads YAML as an editor does: as the values of JSON.
func asEditors(t *testing.T, content []byte) any {
	t.Helper()
	var value any
	require.NoError(t, yaml.Unmarshal(content, &value))
	return jsonValue(value)
}

func jsonValue(value any) any {
	switch v := value.(type) {
	case map[string]any:
		for key := range v {
			v[key] = jsonValue(v[key])
		}
	case []any:
		for i := range v {
			v[i] = jsonValue(v[i])
		}
	case interface{ Format(string) string }: // a date, which JSON does not know
		return v.Format("2006-01-02")
	}
	return value
}

// ruleFiles gives every rule file below a folder by name.
func ruleFiles(t testing.TB, folder string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(name) == ".yaml" {
			files[name], err = os.ReadFile(filepath.Join(folder, name))
		}
		return err
	})
	require.NoError(t, err)
	return files
}

func TestSchemaTakesEveryRuleFile(t *testing.T) {
	for folder, least := range map[string]int{soundRules: 10, shipped: 100} {
		files := ruleFiles(t, folder)
		assert.GreaterOrEqual(t, len(files), least)
		schemas := map[string]*jsonschema.Schema{"": validator(t, "")}
		for name, content := range files {
			kind := kindOf(name)
			if schemas[kind] == nil {
				schemas[kind] = validator(t, kind)
			}
			value := asEditors(t, content)
			assert.NoError(t, schemas[kind].Validate(value), name)
			assert.NoError(t, schemas[""].Validate(value), name)
		}
	}
}

// Wherever a file has keys, both the schema and the reader refuse an unknown one.
func TestUnknownKeysAreRefusedEverywhere(t *testing.T) {
	cases, schemas := 0, map[string]*jsonschema.Schema{}
	for _, kind := range []string{"concept", "rule", "pack", "provisions"} {
		schemas[kind] = validator(t, kind)
	}
	for name, content := range ruleFiles(t, soundRules) {
		var document yaml.Node
		require.NoError(t, yaml.Unmarshal(content, &document))
		for _, mapping := range mappings(document.Content[0]) {
			mapping.Content = append(mapping.Content, text("unheard-of"), text("x"))
			spoiled, err := yaml.Marshal(&document)
			require.NoError(t, err)
			mapping.Content = mapping.Content[:len(mapping.Content)-2]
			_, problems := Read(fstest.MapFS{name: {Data: spoiled}})
			refused := schemas[kindOf(name)].Validate(asEditors(t, spoiled)) != nil
			free := len(problems) == 0 && !refused // languages and rules are the file's own keys
			if !free {
				require.NotEmpty(t, problems, string(spoiled))
				assert.Contains(t, problems[0].Field, "unheard-of")
				assert.True(t, refused, string(spoiled))
				cases++
			}
		}
	}
	assert.Equal(t, 49, cases)
}

func text(value string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value}
}

// mappings gives every mapping below a node.
func mappings(node *yaml.Node) []*yaml.Node {
	var list []*yaml.Node
	if node.Kind == yaml.MappingNode {
		list = append(list, node)
	}
	for _, below := range node.Content {
		list = append(list, mappings(below)...)
	}
	return list
}

func TestSchemaRefuses(t *testing.T) {
	rule := validator(t, "rule")
	good := ruleFiles(t, soundRules)["confidentiality/internal-document.yaml"]
	for _, change := range [][2]string{
		{"severity: warning", "severity: fatal"},
		{"severity: warning\n", ""},
		{"provisions: [EC-1, UN-1]", "provisions: EC-1"},
		{"{concept: mention, in: post}", "{concept: mention, in: page}"},
		{"remove: sentence", "remove: page"},
		{"lang: en", "lang: xx"},
		{"advice: Lass es weg.", "advice: 7"},
	} {
		spoiled := strings.Replace(string(good), change[0], change[1], 1)
		require.NotEqual(t, string(good), spoiled)
		assert.Error(t, rule.Validate(asEditors(t, []byte(spoiled))), change[1])
	}
	concept := validator(t, "concept")
	for _, reach := range []string{"next", "next 0", "everywhere", "post 3"} {
		assert.Error(t, concept.Validate(map[string]any{"about": "x", "reach": reach}), reach)
	}
	assert.NoError(t, concept.Validate(map[string]any{"about": "x", "reach": "around 12"}))
}

// The first line by which an editor finds the schema leads to it, in every file that
// has one and in the scaffold of new rules.
func TestSchemaIsFoundByEditors(t *testing.T) {
	schema, err := filepath.Abs(filepath.Join(shipped, "schema.json"))
	require.NoError(t, err)
	found := 0
	for _, folder := range []string{soundRules, shipped} {
		for name, content := range ruleFiles(t, folder) {
			_, path, ok := strings.Cut(strings.SplitN(string(content), "\n", 2)[0], "yaml-language-server: $schema=")
			if !ok {
				continue
			}
			found++
			path, fragment, _ := strings.Cut(path, "#")
			place, err := filepath.Abs(filepath.Join(folder, filepath.Dir(name), path))
			require.NoError(t, err)
			assert.Equal(t, schema, place, name)
			assert.Contains(t, []string{"", "/$defs/" + kindOf(name)}, fragment, name)
		}
	}
	assert.Positive(t, found)
}
