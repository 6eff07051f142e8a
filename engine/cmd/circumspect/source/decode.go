package source

import (
	"cmp"
	"encoding"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"circumspect/engine/pack"

	"go.yaml.in/yaml/v4"
)

// decoder fills values of package pack from the nodes of one file and collects every
// problem on the way. It is strict: an unknown key or a wrong type is a problem.
type decoder struct {
	place    string
	fields   map[string]field
	problems []Problem
}

// add keeps a problem; the path of the whole file is empty and called file.
func (d *decoder) add(line int, path, got, want string) {
	d.problems = append(d.problems, Problem{pack.Problem{Place: d.place, Field: cmp.Or(path, "file"), Got: got, Want: want}, line})
}

// value fills into from a node. The field says which words are allowed.
func (d *decoder) value(node *yaml.Node, into reflect.Value, path string, about field) {
	if !d.plain(node, path) {
		return
	}
	if reader, ok := into.Addr().Interface().(encoding.TextUnmarshaler); ok {
		d.word(node, reader, path, about)
		return
	}
	if into.Type() == reflect.TypeFor[pack.Condition]() && node.Kind == yaml.ScalarNode {
		d.text(node, into.FieldByName("Concept"), path, about)
		return
	}
	switch into.Kind() {
	case reflect.String:
		d.text(node, into, path, about)
	case reflect.Bool:
		d.bool(node, into, path)
	case reflect.Int:
		d.number(node, into, path)
	case reflect.Pointer:
		into.Set(reflect.New(into.Type().Elem()))
		d.value(node, into.Elem(), path, about)
	case reflect.Slice:
		d.list(node, into, path, about)
	case reflect.Map:
		d.byKey(node, into, path, about)
	case reflect.Struct:
		d.record(node, into, path)
	}
}

// plain refuses what would make a file hard to read: anchors, aliases and tags.
func (d *decoder) plain(node *yaml.Node, path string) bool {
	switch {
	case node.Kind == yaml.AliasNode:
		d.add(node.Line, path, "an alias *"+node.Value, "the value itself")
	case node.Anchor != "":
		d.add(node.Line, path, "an anchor &"+node.Anchor, "the value without it")
	case node.Style&yaml.TaggedStyle != 0:
		d.add(node.Line, path, "a tag "+node.Tag, "the value without it")
	default:
		return true
	}
	return false
}

// word fills a value that reads its own spelling, such as a severity.
func (d *decoder) word(node *yaml.Node, into encoding.TextUnmarshaler, path string, about field) {
	text, ok := d.scalar(node, path, about)
	if !ok {
		return
	}
	if err := into.UnmarshalText([]byte(text)); err != nil {
		_, want, _ := strings.Cut(err.Error(), "want ")
		d.add(node.Line, path, strconv.Quote(text), want+pack.DidYouMean(text, about.oneOf))
	}
}

// text fills a string, within the words that the field allows.
func (d *decoder) text(node *yaml.Node, into reflect.Value, path string, about field) {
	text, ok := d.scalar(node, path, about)
	if !ok {
		return
	}
	if about.oneOf != nil && !slices.Contains(about.oneOf, text) {
		d.add(node.Line, path, strconv.Quote(text), pack.Either(about.oneOf)+pack.DidYouMean(text, about.oneOf))
		return
	}
	if about.zero != "" && text == about.zero {
		text = ""
	}
	into.SetString(text)
}

// scalar gives the text of a node. A block loses its last line break, which nobody
// means; a number must be quoted so that nobody reads 1.10 as 1.1. A date is text.
func (d *decoder) scalar(node *yaml.Node, path string, about field) (string, bool) {
	if tag := node.ShortTag(); node.Kind != yaml.ScalarNode || tag != "!!str" && tag != "!!timestamp" {
		want := "text (put it in quotes)"
		switch {
		case about.oneOf != nil:
			want = pack.Either(about.oneOf)
		case node.Kind != yaml.ScalarNode:
			want = "text (put it in quotes if it holds a colon, or begins with a bracket)"
		case tag == "!!null":
			want = "text"
		}
		d.add(node.Line, path, describe(node), want)
		return "", false
	}
	return strings.TrimRight(node.Value, "\n"), true
}

// bool fills a truth value; yes and no are words, as in YAML 1.2.
func (d *decoder) bool(node *yaml.Node, into reflect.Value, path string) {
	if node.Kind != yaml.ScalarNode || node.ShortTag() != "!!bool" {
		d.add(node.Line, path, describe(node), "true or false")
		return
	}
	into.SetBool(strings.EqualFold(node.Value, "true"))
}

// number fills a whole number.
func (d *decoder) number(node *yaml.Node, into reflect.Value, path string) {
	n, err := strconv.Atoi(node.Value)
	if node.Kind != yaml.ScalarNode || node.ShortTag() != "!!int" || err != nil {
		d.add(node.Line, path, describe(node), "a whole number")
		return
	}
	into.SetInt(int64(n))
}

// list fills a slice. A thing with an id is named by it in paths, others by their index.
func (d *decoder) list(node *yaml.Node, into reflect.Value, path string, about field) {
	if node.Kind != yaml.SequenceNode {
		d.add(node.Line, path, describe(node), "a list")
		return
	}
	into.Set(reflect.MakeSlice(into.Type(), len(node.Content), len(node.Content)))
	for i, item := range node.Content {
		d.value(item, into.Index(i), path+"["+cmp.Or(idOf(item), strconv.Itoa(i))+"]", about)
	}
}

// byKey fills a map whose keys the file chooses: languages, rules or concepts.
func (d *decoder) byKey(node *yaml.Node, into reflect.Value, path string, about field) {
	if node.Kind != yaml.MappingNode {
		d.add(node.Line, path, describe(node), "keys with values")
		return
	}
	into.Set(reflect.MakeMap(into.Type()))
	d.pairs(node, path, func(name string, at string, value *yaml.Node) {
		item := reflect.New(into.Type().Elem()).Elem()
		d.value(value, item, at, about)
		into.SetMapIndex(reflect.ValueOf(name), item)
	})
}

// record fills a struct from the keys that its type allows.
func (d *decoder) record(node *yaml.Node, into reflect.Value, path string) {
	if node.Kind != yaml.MappingNode {
		d.add(node.Line, path, describe(node), "keys with values")
		return
	}
	keys := keysOf(into.Type(), d.fields)
	missing := map[string]bool{}
	var names []string
	for _, key := range keys {
		missing[key.name] = key.required
		names = append(names, key.name)
	}
	d.pairs(node, path, func(name, at string, value *yaml.Node) {
		delete(missing, name)
		i := slices.Index(names, name)
		if i < 0 {
			d.add(lineOfKey(node, name), at, "an unknown key", pack.Either(names)+pack.DidYouMean(name, names))
			return
		}
		d.value(value, into.Field(keys[i].index), at, keys[i].field)
	})
	for _, name := range names {
		if missing[name] {
			d.add(node.Line, join(path, name), "no such key", asWanted(keys[slices.Index(names, name)].doc))
		}
	}
}

// asWanted turns the explanation of a key into the end of "want …".
func asWanted(doc string) string {
	return strings.ToLower(doc[:1]) + strings.TrimSuffix(doc[1:], ".")
}

// pairs visits the keys of a mapping and refuses those that are no text or come twice.
func (d *decoder) pairs(node *yaml.Node, path string, visit func(name, at string, value *yaml.Node)) {
	seen := map[string]int{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		name := node.Content[i]
		at := join(path, name.Value)
		switch {
		case name.Kind != yaml.ScalarNode || name.ShortTag() != "!!str":
			d.add(name.Line, at, describe(name)+" as a key", "text")
		case seen[name.Value] > 0:
			d.add(name.Line, at, "the key again (first on line "+strconv.Itoa(seen[name.Value])+")", "each key once")
		default:
			seen[name.Value] = name.Line
			visit(name.Value, at, node.Content[i+1])
		}
	}
}

// describe names what stands in a file, for the reader of a problem.
func describe(node *yaml.Node) string {
	switch node.Kind {
	case yaml.MappingNode:
		return "keys with values"
	case yaml.SequenceNode:
		return "a list"
	}
	switch node.ShortTag() {
	case "!!null":
		return "nothing"
	case "!!int", "!!float":
		return "the number " + node.Value
	case "!!bool":
		return "the truth value " + node.Value
	}
	return strconv.Quote(node.Value)
}
