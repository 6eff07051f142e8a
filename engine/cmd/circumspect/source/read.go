// Package source reads rule files and house packs, the only YAML in the project, and knows on
// which line everything stands.
package source

import (
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

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
	files
}

// maxFile is how many bytes a rule file may have. The largest, provisions, need a third.
const maxFile = 256 << 10

// Read reads every rule file below a folder that holds concepts, packs, provisions and
// one folder per category. It gives what it could read and everything that is wrong.
func Read(folder fs.FS) (*Source, []Problem) {
	r := &readingRules{reading: newReading(ruleFields()), library: &pack.Library{}}
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
	sortLibrary(r.library)
	return &Source{r.library, r.files}, r.problems
}

// Check gives what is wrong with the library as a whole, apart from what Read has told
// already.
func (s *Source) Check(read []Problem) []Problem {
	lost := false // provisions, so that nobody can say whether a rule's exist
	for place, broken := range s.broken {
		lost = lost || broken && strings.HasPrefix(place, "rules/provisions/")
	}
	return s.Locate(slices.DeleteFunc(s.untold(read, pack.Check(s.Library)), func(p pack.Problem) bool {
		return lost && strings.Contains(p.Want, "provision")
	}))
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
	sound.Concepts, sound.Rules = soundOf(s.Library.Concepts, s.Library.Rules, func(place string) bool { return bad[place] })
	return sound
}

// soundOf leaves out the concepts and rules whose place is bad, and the rules that name
// such a concept.
func soundOf(concepts []pack.Concept, rules []pack.Rule, bad func(place string) bool) ([]pack.Concept, []pack.Rule) {
	goodConcepts := slices.DeleteFunc(slices.Clone(concepts), func(c pack.Concept) bool { return bad(pack.ConceptPlace(c.ID)) })
	goodRules := slices.DeleteFunc(slices.Clone(rules), func(r pack.Rule) bool {
		names := slices.Concat(pack.Named(r.When), r.Unless, r.Soften, r.Raise)
		return bad(pack.RulePlace(r.ID)) || slices.ContainsFunc(names, func(id string) bool { return bad(pack.ConceptPlace(id)) })
	})
	return goodConcepts, goodRules
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

// readingRules is the state of one Read.
type readingRules struct {
	*reading
	library *pack.Library
}

// entry reads one file, or says why it does not belong.
func (r *readingRules) entry(folder fs.FS, name string) {
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
	if root := r.open(folder, name, place); root != nil {
		r.record(kind, strings.TrimSuffix(rest, extension), place, root)
	}
}

// modelFile is what `circumspect rules train` writes; what else stands beside it tells
// where it came from.
const modelFile = "learned/model.bin"

// learned reads the model.
func (r *readingRules) learned(folder fs.FS, name string) {
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
	r.library.Model = content
}

// record fills the library from the document of one file. Of a broken file only the id
// is known, which keeps what names it from being reported too.
func (r *readingRules) record(kind, id, place string, root *yaml.Node) {
	lib := r.library
	switch kind {
	case "concepts":
		lib.Concepts = append(lib.Concepts, r.concept(id, place, root))
	case "packs":
		p := pack.Pack{ID: id}
		r.fill(place, root, &p)
		lib.Packs = append(lib.Packs, p)
	case "provisions":
		lib.Provisions = append(lib.Provisions, r.provisions(id, place, root)...)
	default:
		lib.Rules = append(lib.Rules, r.rule(kind, id, place, root))
	}
}

// sortLibrary puts every list in the order of its ids.
func sortLibrary(lib *pack.Library) {
	slices.SortFunc(lib.Concepts, func(a, b pack.Concept) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(lib.Rules, func(a, b pack.Rule) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(lib.Packs, func(a, b pack.Pack) int { return strings.Compare(a.ID, b.ID) })
	slices.SortStableFunc(lib.Provisions, func(a, b pack.Provision) int { return strings.Compare(a.ID, b.ID) })
}
