package source

import (
	"bytes"
	"errors"
	"io/fs"
	"reflect"
	"slices"
	"strconv"
	"unicode/utf8"

	"circumspect/engine/pack"

	"go.yaml.in/yaml/v4"
)

// files is what was read of a folder, to find lines by.
type files struct {
	roots  map[string]*yaml.Node // by place
	broken map[string]bool       // places of which nothing could be read
}

// Locate adds to each problem the line of its field.
func (f *files) Locate(problems []pack.Problem) []Problem {
	located := make([]Problem, len(problems))
	for i, problem := range problems {
		located[i] = Problem{problem, 1}
		if root := f.roots[problem.Place]; root != nil {
			located[i].Line = lineOf(root, problem.Field, problem.Got)
		}
	}
	return located
}

// untold leaves out what reading has told already: a field that could not be read is not
// reported again for being empty, nor is what it is part of.
func (f *files) untold(read []Problem, found []pack.Problem) []pack.Problem {
	told := map[string]bool{}
	for _, problem := range read {
		told[problem.Place+" "+problem.Field] = true
		told[problem.Place+" "+parent(problem.Field)] = true
	}
	return slices.DeleteFunc(found, func(p pack.Problem) bool {
		return told[p.Place+" "+p.Field] || f.broken[p.Place]
	})
}

// reading is the state of reading a folder.
type reading struct {
	files
	fields   map[string]field
	problems []Problem
}

// newReading begins to read files whose keys the fields describe.
func newReading(fields map[string]field) *reading {
	return &reading{files: files{roots: map[string]*yaml.Node{}, broken: map[string]bool{}}, fields: fields}
}

// add keeps a problem of a whole file.
func (r *reading) add(place string, line int, fieldPath, got, want string) {
	r.problems = append(r.problems, Problem{pack.Problem{Place: place, Field: fieldPath, Got: got, Want: want}, line})
}

// open reads one file. Of one that is broken there is an empty document.
func (r *reading) open(folder fs.FS, name, place string) *yaml.Node {
	content, err := fs.ReadFile(folder, name)
	if err != nil {
		r.add(place, 1, "file", err.Error(), "a file that can be read")
		return nil
	}
	root := r.parse(place, content)
	if root == nil {
		r.broken[place] = true
		root = &yaml.Node{}
	}
	r.roots[place] = root
	return root
}

// fill fills into, a pointer, from the document of a file.
func (r *reading) fill(place string, root *yaml.Node, into any) {
	d := &decoder{place: place, fields: r.fields}
	d.value(root, reflect.ValueOf(into).Elem(), "", field{})
	if !r.broken[place] {
		r.problems = append(r.problems, d.problems...)
		r.broken[place] = slices.ContainsFunc(d.problems, func(p Problem) bool { return p.Field == "file" })
	}
}

// concept reads the concept of a file.
func (r *reading) concept(id, place string, root *yaml.Node) pack.Concept {
	concept := pack.Concept{ID: id}
	r.fill(place, root, &concept)
	expand(&concept)
	return concept
}

// rule reads the rule of a file.
func (r *reading) rule(category, name, place string, root *yaml.Node) pack.Rule {
	rule := pack.Rule{ID: category + "/" + name, Category: category}
	r.fill(place, root, &rule)
	return rule
}

// provisions reads the provisions of an organisation.
func (r *reading) provisions(org, place string, root *yaml.Node) []pack.Provision {
	var provisions []pack.Provision
	r.fill(place, root, &provisions)
	for i := range provisions {
		provisions[i].Org = org
	}
	return provisions
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
