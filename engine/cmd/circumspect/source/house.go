package source

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"circumspect/engine/pack"

	"go.yaml.in/yaml/v4"
)

// The files of a house pack beside concepts/<id>.yaml and <category>/<name>.yaml.
const (
	packFile       = "pack.yaml"
	provisionsFile = "provisions.yaml"
	watchFile      = "watch.yaml"
)

// House is a house pack and the files it was read from.
type House struct {
	Pack *pack.House
	files
	named  map[string]string // by place, the files that have another name
	folder string            // as the user names it
}

// ReadHouse reads the folder of a house pack; problems are told of files below name, the
// folder as the user gave it. It gives what it could read and everything that is wrong.
func ReadHouse(folder fs.FS, name string) (*House, []Problem) {
	r := &readingHouse{reading: newReading(houseFields()), house: &pack.House{}}
	if err := fs.WalkDir(folder, ".", r.visit(folder)); err != nil {
		r.add(pack.HousePlace(packFile), 1, "file", err.Error(), "a folder that can be read")
	} else if r.roots[pack.HousePlace(packFile)] == nil {
		r.add(pack.HousePlace(packFile), 1, "file", "no such file", "the id, name, version and languages of the pack")
		r.broken[pack.HousePlace(packFile)] = true
	}
	for i := range r.house.Provisions {
		r.house.Provisions[i].Org = r.house.Extends
	}
	h := &House{r.house, r.files, nil, strings.TrimSuffix(name, "/")}
	return h, h.told(r.problems)
}

// Locate adds to each problem the line of its field and tells it of the folder's file.
func (h *House) Locate(problems []pack.Problem) []Problem { return h.told(h.files.Locate(problems)) }

// told names in each problem the file as the user finds it.
func (h *House) told(problems []Problem) []Problem {
	for i := range problems {
		place := &problems[i].Place
		if file, ok := strings.CutPrefix(*place, pack.HousePlace("")); ok && h.named[*place] == "" {
			*place = h.folder + "/" + file
		} else if ok {
			*place = h.named[*place]
		}
	}
	return problems
}

// Check gives what is wrong with the house pack beside the library that it extends, apart
// from what ReadHouse has told already.
func (h *House) Check(lib *pack.Library, read []Problem) []Problem {
	if h.broken[pack.HousePlace(packFile)] {
		return nil // nobody can say what the rest is meant to be
	}
	lost := h.broken[pack.HousePlace(provisionsFile)]
	inFiles := slices.Clone(read)
	for i := range inFiles {
		inFiles[i].Place = pack.HousePlace(strings.TrimPrefix(inFiles[i].Place, h.folder+"/"))
	}
	return h.Locate(slices.DeleteFunc(h.untold(inFiles, pack.CheckHouse(lib, h.Pack)), func(p pack.Problem) bool {
		return lost && strings.Contains(p.Want, "provision")
	}))
}

// Sound gives the house pack without the concepts and rules that have problems, and
// without the rules that name such a concept, so that the others can be proved; where
// pack.yaml or the provisions have problems none can.
func (h *House) Sound(problems []Problem) *pack.House {
	bad := map[string]bool{}
	for _, problem := range problems {
		bad[problem.Place] = true
	}
	sound := *h.Pack
	lost := bad[h.folder+"/"+packFile] || bad[h.folder+"/"+provisionsFile]
	sound.Concepts, sound.Rules = soundOf(h.Pack.Concepts, h.Pack.Rules, func(place string) bool {
		return lost || bad[h.folder+"/"+strings.TrimPrefix(place, "rules/")]
	})
	return &sound
}

// readingHouse is the state of one ReadHouse.
type readingHouse struct {
	*reading
	house *pack.House
}

// visit reads every file but hidden ones.
func (r *readingHouse) visit(folder fs.FS) fs.WalkDirFunc {
	return func(name string, entry fs.DirEntry, err error) error {
		hidden := strings.HasPrefix(path.Base(name), ".") && name != "."
		switch {
		case err != nil:
			return err
		case hidden && entry.IsDir():
			return fs.SkipDir
		case !hidden && !entry.IsDir():
			return r.entry(folder, name)
		}
		return nil
	}
}

// entry reads one file, or says why it does not belong. What is no YAML beside pack.yaml,
// such as a page for readers, is nobody's business here.
func (r *readingHouse) entry(folder fs.FS, name string) error {
	kind, rest, below := strings.Cut(name, "/")
	yamlFile := path.Ext(name) == ".yaml"
	switch {
	case !below && name == watchFile:
		return r.watch(folder, name)
	case !below && (name == packFile || name == provisionsFile), below && yamlFile && !strings.Contains(rest, "/"):
		place := pack.HousePlace(name)
		if root := r.open(folder, name, place); root != nil {
			r.record(kind, strings.TrimSuffix(rest, ".yaml"), place, root)
		}
	case below || yamlFile || path.Ext(name) == ".yml":
		r.add(pack.HousePlace(name), 1, "file", strconv.Quote(name),
			strings.Join([]string{packFile, provisionsFile, watchFile, "concepts/<id>.yaml"}, ", ")+" or <category>/<name>.yaml")
	}
	return nil
}

// record fills the house pack from the document of one file.
func (r *readingHouse) record(kind, id, place string, root *yaml.Node) {
	h := r.house
	switch kind {
	case packFile:
		r.fill(place, root, h)
	case provisionsFile:
		h.Provisions = r.provisions("", place, root) // whose they are, pack.yaml says
	case "concepts":
		h.Concepts = append(h.Concepts, r.concept(id, place, root))
	default:
		h.Rules = append(h.Rules, r.rule(kind, id, place, root))
	}
}

// watch reads the words that must not slip out; a file of comments holds none.
func (r *readingHouse) watch(folder fs.FS, file string) error {
	content, err := fs.ReadFile(folder, file)
	if err != nil || onlyComments(content) {
		return err
	}
	place := pack.HousePlace(watchFile)
	if root := r.open(folder, file, place); root != nil {
		r.fill(place, root, &r.house.Watch)
	}
	return nil
}

// onlyComments tells whether no line of a file says anything.
func onlyComments(content []byte) bool {
	for line := range bytes.Lines(content) {
		if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '#' {
			return false
		}
	}
	return true
}

// ReadWatch reads a file of words that must not slip out, kept apart from the folder of a
// house pack, as a pack that holds nothing else. The problems are told of the file by name.
func ReadWatch(folder fs.FS, file, name string) (*House, []Problem) {
	r := &readingHouse{reading: newReading(houseFields()), house: &pack.House{}}
	if err := r.watch(folder, file); err != nil {
		r.add(pack.HousePlace(watchFile), 1, "file", err.Error(), "a file that can be read")
	}
	h := &House{r.house, r.files, map[string]string{pack.HousePlace(watchFile): name}, ""}
	return h, h.told(r.problems)
}

// houseOnly lists the keys that only house packs have.
func houseOnly() []string { return []string{"Concept.internal", "Rule.internal", "Contact.private"} }

// houseFields describes the keys of a house pack's files: those of rule files, without
// what a pack that anybody may write must not ask of a browser.
func houseFields() map[string]field {
	all := fields()
	for _, name := range []string{
		"Pattern.regexp", "Pattern.gate", "Pattern.before", "Pattern.after", "Pattern.caps",
		"Provision.answers", // the rules that cite it
	} {
		delete(all, name)
	}
	all["Pattern.trigger"] = field{doc: "The word digits: a run of at least four digits.", required: true, oneOf: []string{string(pack.TriggerDigits)}}
	all["Pattern.validator"] = field{doc: "A check that the run must pass.", required: true, oneOf: pack.DigitValidators()}
	return all
}
