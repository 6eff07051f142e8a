package jsonl

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"circumspect/engine/pack"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// full gives a library that uses every kind of value, in no order.
func full() *pack.Library {
	yes, text := true, "a \"quoted\" <b> & é 😀\nline"
	rule := func(id string, when pack.Condition) pack.Rule {
		return pack.Rule{
			ID: id, Category: "confidentiality", Severity: pack.Caution, Provisions: []string{"EC-1"},
			Scope: pack.ScopePost, On: pack.OnShared, Surfaces: []string{"dm"},
			Profile: &pack.Situation{Status: []string{"former"}, Official: &yes, Device: "corporate"},
			When:    when, Unless: []string{"u"}, Soften: []string{"s"}, Raise: []string{"r"}, Mark: []string{"a"},
			Say: map[string]pack.Say{"en": {Title: "t", Message: "m", Advice: "a", Suggest: []pack.Suggest{
				{Label: "l", Replace: &text}, {Label: "l", Remove: "words"}, {Label: "l", Append: "x"},
			}}, "de": {Title: "T"}},
			Flag:  []pack.Example{{Lang: "en", Text: text, Org: "ec", Surface: "dm", Shared: "s", Status: "former", Device: "private", Field: []string{"f"}}},
			Allow: []pack.Example{{Lang: "en", Parts: []string{"a", "b"}}},
		}
	}
	name := func(id string) pack.Condition { return pack.Condition{Concept: id} }
	return &pack.Library{
		Concepts: []pack.Concept{
			{ID: "b", About: "x", Reach: pack.Reach{Kind: pack.ReachNext, Words: 4}, Only: map[string][]string{"fr": {"y"}}},
			{ID: "a", About: "x", Terms: map[string][]string{"en": {"z", "y"}, "de": {"w"}}, Patterns: []pack.Pattern{
				{Regexp: "a{1,2}", Gate: []string{"g"}, Before: 1, After: 2, Caps: true, Validator: "iban"}, {Regexp: "b", Trigger: pack.TriggerDigits},
			}},
		},
		Rules: []pack.Rule{
			rule("confidentiality/z", name("a")),
			rule("confidentiality/a", pack.Condition{All: []pack.Condition{
				name("a"), {Concept: "b", In: pack.ScopePost},
				{Any: []pack.Condition{name("b"), {None: []pack.Condition{name("c")}}}, In: pack.ScopePost},
				{Near: &pack.Near{Of: []string{"a", "b"}, Words: 3, Ordered: true}},
				{Count: &pack.Count{Of: []string{"a"}, Min: 2}},
				{Score: &pack.Score{Of: map[string]int{"b": 1, "a": 2}, Min: 3}},
			}}),
		},
		Packs: []pack.Pack{{
			ID: "ec", Name: "n", Version: "1", Sources: []pack.Source{{ID: "EC", Title: "t", Date: "2019", URL: "u"}},
			Contacts: []pack.Contact{{Role: "r", Address: "a"}}, Disclaimers: map[string]string{"en": "d"},
			Official: pack.Official{Domains: []string{"europa.eu"}, Handles: []string{"h"}},
			Without:  []string{"w"}, Severity: map[string]pack.Severity{"x": pack.Hint},
		}},
		Provisions: []pack.Provision{
			{ID: "EC-2", Org: "ec", Document: "d", Place: "p", Says: "s", Answers: []pack.Answer{{Kind: "reason", What: "w", Planned: true}}},
			{ID: "EC-1", Org: "ec"},
		},
	}
}

func TestRoundTrip(t *testing.T) {
	lib := full()
	files, err := Encode(lib)
	require.NoError(t, err)
	require.Len(t, files, len(Files()))
	back, err := Decode(files)
	require.NoError(t, err)
	slices.Reverse(lib.Concepts) // Encode sorts by id and leaves its argument as it is
	slices.Reverse(lib.Rules)
	slices.Reverse(lib.Provisions)
	assert.Equal(t, lib, back)
	again, err := Encode(back)
	require.NoError(t, err)
	assert.Equal(t, files, again)
}

func TestLinesReadAsFilesDo(t *testing.T) {
	files, err := Encode(full())
	require.NoError(t, err)
	rules := strings.Split(string(files[Rules]), "\n")
	require.Len(t, rules, 3, "a record a line, and a line break at the end")
	assert.True(t, strings.HasPrefix(rules[0], `{"id":"confidentiality/a",`), "in the order of ids")
	assert.Contains(t, rules[1], `"when":"a"`, "a lone concept is a string")
	assert.Contains(t, rules[0], `"when":{"all":["a",{"concept":"b","in":"post"},{"any":["b",{"none":["c"]}],"in":"post"}`)
	assert.Contains(t, rules[0], `"severity":"caution"`)
	assert.Contains(t, rules[0], `<b> & é 😀\nline`, "text stays readable")
	assert.Contains(t, string(files[Concepts]), `"reach":"next 4"`)
}

func TestDecodeRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(files map[string][]byte)
		want  string
	}{
		"a missing file":   {func(f map[string][]byte) { delete(f, Packs) }, "packs.jsonl: file: got nothing, want a file"},
		"no JSON":          {replace(Packs, `{"id"`, `{id`), "packs.jsonl:1: record: got invalid character"},
		"an unknown key":   {replace(Packs, `"name"`, `"nom"`), `packs.jsonl:1: record: got json: unknown field "nom"`},
		"a deep unknown":   {replace(Rules, `"any":`, `"either":`), `rules.jsonl:1: record: got json: unknown field "either"`},
		"a wrong severity": {replace(Rules, `"caution"`, `"loud"`), `rules.jsonl:1: record: got severity: got "loud"`},
		"a wrong reach":    {replace(Concepts, `"next 4"`, `"next door"`), `concepts.jsonl:2: record: got reach: got "next door"`},
		"two on a line":    {replace(Provisions, "}\n", "}"), "provisions.jsonl:1: record: got text after the record"},
		"blanks":           {replace(Packs, `"id":`, `"id": `), "packs.jsonl:1: record: got another spelling or order, want the canonical form"},
		"a key twice":      {replace(Packs, `"name":`, `"name":"x","name":`), "packs.jsonl:1: record: got another spelling"},
		"another order":    {swap(Provisions), "provisions.jsonl:1: record: got another spelling or order"},
		"no last break":    {func(f map[string][]byte) { f[Rules] = bytes.TrimSuffix(f[Rules], []byte("\n")) }, "rules.jsonl:2: record: got another spelling"},
		"a blank line":     {func(f map[string][]byte) { f[Rules] = append(f[Rules], '\n') }, "rules.jsonl:3: record: got EOF"},
	} {
		t.Run(name, func(t *testing.T) {
			files, err := Encode(full())
			require.NoError(t, err)
			before := maps.Clone(files)
			c.spoil(files)
			require.NotEqual(t, before, files)
			_, err = Decode(files)
			assert.ErrorContains(t, err, c.want)
		})
	}
}

func replace(file, old, by string) func(map[string][]byte) {
	return func(files map[string][]byte) {
		files[file] = bytes.Replace(files[file], []byte(old), []byte(by), 1)
	}
}

func swap(file string) func(map[string][]byte) {
	return func(files map[string][]byte) {
		lines := bytes.SplitAfter(files[file], []byte("\n"))
		lines[0], lines[1] = lines[1], lines[0]
		files[file] = bytes.Join(lines, nil)
	}
}

func TestEncodeRefusesWhatItCouldNotRead(t *testing.T) {
	_, err := Encode(&pack.Library{Rules: []pack.Rule{{ID: "a/b"}}})
	assert.ErrorContains(t, err, "a/b: ")
	assert.ErrorContains(t, err, "severity: got 0, want 1 to 3")
}
