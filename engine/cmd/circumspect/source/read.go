// Package source reads rule files, the only YAML in the project, and knows on which
// line everything stands.
package source

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"circumspect/engine/learned"
	"circumspect/engine/pack"

	"go.yaml.in/yaml/v4"
)

// Problem is a problem with the line it was found on.
type Problem struct {
	pack.Problem
	Line int // from 1
}

// Error gives the problem as a line that editors and terminals make clickable.
func (p Problem) Error() string {
	return p.Place + ":" + strconv.Itoa(p.Line) + ": " + p.Field + ": got " + p.Got + ", want " + p.Want
}

// Source is a library and the files it was read from.
type Source struct {
	Library *pack.Library
	roots   map[string]*yaml.Node // by place
	broken  map[string]bool       // places of which nothing could be read
}

// maxFile is how many bytes a rule file may have. The largest, provisions, need a third.
const maxFile = 256 << 10

// Read reads every rule file below a folder that holds concepts, packs, provisions and
// one folder per category. It gives what it could read and everything that is wrong.
func Read(folder fs.FS) (*Source, []Problem) {
	r := &reading{source: &Source{Library: &pack.Library{}, roots: map[string]*yaml.Node{}, broken: map[string]bool{}}, fields: fields()}
	err := fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if !entry.IsDir() {
			r.entry(folder, name)
		}
		return nil
	})
	if err != nil {
		r.add("rules", 1, "files", err.Error(), "a folder that can be read")
	}
	sortLibrary(r.source.Library)
	return r.source, r.problems
}

// Check gives what is wrong with the library as a whole, apart from what Read has told
// already: a field that could not be read is not reported again for being empty, nor is
// what it is part of.
func (s *Source) Check(read []Problem) []Problem {
	told := map[string]bool{}
	for _, problem := range read {
		told[problem.Place+" "+problem.Field] = true
		told[problem.Place+" "+parent(problem.Field)] = true
	}
	lost := false // provisions, so that nobody can say whether a rule's exist
	for place, broken := range s.broken {
		lost = lost || broken && strings.HasPrefix(place, "rules/provisions/")
	}
	found := slices.DeleteFunc(pack.Check(s.Library), func(p pack.Problem) bool {
		return told[p.Place+" "+p.Field] || s.broken[p.Place] || lost && strings.Contains(p.Want, "provision")
	})
	return s.Locate(found)
}

// Sound gives the library without the concepts and rules that have problems, and
// without the rules that name such a concept, so that the others can be proved.
func (s *Source) Sound(problems []Problem) *pack.Library {
	bad := map[string]bool{}
	for _, problem := range problems {
		bad[problem.Place] = true
	}
	sound := &pack.Library{Packs: s.Library.Packs, Model: s.Library.Model}
	sound.Provisions = slices.CompactFunc(slices.Clone(s.Library.Provisions), func(a, b pack.Provision) bool { return a.ID == b.ID })
	for _, concept := range s.Library.Concepts {
		if !bad[pack.ConceptPlace(concept.ID)] {
			sound.Concepts = append(sound.Concepts, concept)
		}
	}
	for _, rule := range s.Library.Rules {
		names := slices.Concat(pack.Named(rule.When), rule.Unless, rule.Soften, rule.Raise)
		lost := slices.ContainsFunc(names, func(id string) bool { return bad[pack.ConceptPlace(id)] })
		if !lost && !bad[pack.RulePlace(rule.ID)] {
			sound.Rules = append(sound.Rules, rule)
		}
	}
	return sound
}

// Locate adds to each problem the line of its field.
func (s *Source) Locate(problems []pack.Problem) []Problem {
	located := make([]Problem, len(problems))
	for i, problem := range problems {
		located[i] = Problem{problem, 1}
		if root := s.roots[problem.Place]; root != nil {
			located[i].Line = lineOf(root, problem.Field, problem.Got)
		}
	}
	return located
}

// Sort puts problems in the order of files and lines.
func Sort(problems []Problem) {
	slices.SortStableFunc(problems, func(a, b Problem) int {
		if a.Place != b.Place {
			return strings.Compare(a.Place, b.Place)
		}
		return a.Line - b.Line
	})
}

// reading is the state of one Read.
type reading struct {
	source   *Source
	fields   map[string]field
	problems []Problem
}

// add keeps a problem of a whole file.
func (r *reading) add(place string, line int, fieldPath, got, want string) {
	r.problems = append(r.problems, Problem{pack.Problem{Place: place, Field: fieldPath, Got: got, Want: want}, line})
}

// entry reads one file, or says why it does not belong.
func (r *reading) entry(folder fs.FS, name string) {
	place := "rules/" + name
	kind, rest, below := strings.Cut(name, "/")
	extension := path.Ext(name)
	if !below || kind == "compiled" {
		return // generated files and embed.go
	}
	if kind == "learned" {
		r.learned(folder, name)
		return
	}
	if extension != ".yaml" || strings.Contains(rest, "/") {
		r.add(place, 1, "file", strconv.Quote(name), "a file named <kind or category>/<id>.yaml")
		return
	}
	content, err := fs.ReadFile(folder, name)
	if err != nil {
		r.add(place, 1, "file", err.Error(), "a file that can be read")
		return
	}
	root := r.parse(place, content)
	if root == nil {
		r.source.broken[place] = true
		root = &yaml.Node{}
	}
	r.source.roots[place] = root
	r.record(kind, strings.TrimSuffix(rest, extension), place, root)
}

// modelFile is what `circumspect rules train` writes; what else stands beside it tells
// where it came from.
const modelFile = "learned/model.bin"

// learned reads the model.
func (r *reading) learned(folder fs.FS, name string) {
	if name != modelFile {
		return
	}
	content, err := fs.ReadFile(folder, name)
	if err == nil {
		_, err = learned.Unpack(content, pack.Categories())
	}
	if err != nil {
		r.add("rules/"+name, 1, "file", err.Error(), "a model that can be read")
		return
	}
	r.source.Library.Model = content
}

// parse gives the one document of a file, or nil.
func (r *reading) parse(place string, content []byte) *yaml.Node {
	if len(content) > maxFile {
		r.add(place, 1, "file", strconv.Itoa(len(content))+" bytes", "at most "+strconv.Itoa(maxFile))
		return nil
	}
	if line := badLine(content); line > 0 {
		r.add(place, line, "file", "bytes that are not UTF-8", "UTF-8 text")
		return nil
	}
	if line := tabLine(content); line > 0 {
		r.add(place, line, "file", "a tab before the first letter", "blanks (YAML indents with blanks only)")
		return nil
	}
	loader, err := yaml.NewLoader(bytes.NewReader(content))
	if err != nil {
		r.add(place, 1, "yaml", err.Error(), "well-formed YAML")
		return nil
	}
	var document, second yaml.Node
	if err := loader.Load(&document); err != nil || len(document.Content) == 0 {
		r.syntax(place, err)
		return nil
	}
	if loader.Load(&second) == nil && second.Kind != 0 {
		r.add(place, second.Line, "file", "a second document", "one thing a file")
		return nil
	}
	return document.Content[0]
}

// syntax reports what the YAML parser could not read.
func (r *reading) syntax(place string, err error) {
	if err == nil || err.Error() == "EOF" {
		r.add(place, 1, "file", "an empty file", "a concept, rule, pack or list of provisions")
		return
	}
	line, message := 1, err.Error()
	var broken *yaml.LoadError
	if errors.As(err, &broken) {
		line, message = max(broken.Mark.Line, 1), broken.Message
	}
	r.add(place, line, "yaml", message, "well-formed YAML (text that holds \": \" or begins with [ { & * ! | > ' \" % @ ` needs quotes)")
}

// badLine gives the line of the first byte that is not UTF-8, or 0.
func badLine(content []byte) int {
	for i, line := range bytes.Split(content, []byte("\n")) {
		if !utf8.Valid(line) {
			return i + 1
		}
	}
	return 0
}

// tabLine gives the first line that is indented with a tab, or 0.
func tabLine(content []byte) int {
	for i, line := range bytes.Split(content, []byte("\n")) {
		if indent := line[:len(line)-len(bytes.TrimLeft(line, " \t"))]; len(indent) < len(line) && bytes.ContainsRune(indent, '\t') {
			return i + 1
		}
	}
	return 0
}

// record fills the library from the document of one file. Of a broken file only the id
// is known, which keeps what names it from being reported too.
func (r *reading) record(kind, id, place string, root *yaml.Node) {
	d := &decoder{place: place, fields: r.fields}
	lib := r.source.Library
	switch kind {
	case "concepts":
		concept := pack.Concept{ID: id}
		d.value(root, reflect.ValueOf(&concept).Elem(), "", field{})
		expand(&concept)
		lib.Concepts = append(lib.Concepts, concept)
	case "packs":
		p := pack.Pack{ID: id}
		d.value(root, reflect.ValueOf(&p).Elem(), "", field{})
		lib.Packs = append(lib.Packs, p)
	case "provisions":
		var provisions []pack.Provision
		d.value(root, reflect.ValueOf(&provisions).Elem(), "", field{})
		for i := range provisions {
			provisions[i].Org = id
		}
		lib.Provisions = append(lib.Provisions, provisions...)
	default:
		rule := pack.Rule{ID: kind + "/" + id, Category: kind}
		d.value(root, reflect.ValueOf(&rule).Elem(), "", field{})
		lib.Rules = append(lib.Rules, rule)
	}
	if !r.source.broken[place] {
		r.problems = append(r.problems, d.problems...)
		r.source.broken[place] = slices.ContainsFunc(d.problems, func(p Problem) bool { return p.Field == "file" })
	}
}

// sortLibrary puts every list in the order of its ids.
func sortLibrary(lib *pack.Library) {
	slices.SortFunc(lib.Concepts, func(a, b pack.Concept) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(lib.Rules, func(a, b pack.Rule) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(lib.Packs, func(a, b pack.Pack) int { return strings.Compare(a.ID, b.ID) })
	slices.SortStableFunc(lib.Provisions, func(a, b pack.Provision) int { return strings.Compare(a.ID, b.ID) })
}
