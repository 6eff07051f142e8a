package pack

import (
	"slices"
	"strconv"
	"strings"
)

// Check gives everything that is wrong with a library by itself: names that lead
// nowhere, words that are not in the vocabulary, conditions that can never hold. It
// does not look into terms and regular expressions; see package prove.
func Check(lib *Library) []Problem {
	c := newChecker(lib)
	for i := range lib.Concepts {
		c.concept(&lib.Concepts[i])
	}
	for i := range lib.Packs {
		c.pack(&lib.Packs[i])
	}
	for i := range lib.Provisions {
		c.provision(&lib.Provisions[i])
	}
	for i := range lib.Rules {
		c.rule(&lib.Rules[i])
	}
	c.contradictions()
	return c.problems
}

// checker holds the names of a library and what was found wrong.
type checker struct {
	lib        *Library
	concepts   map[string]*Concept
	rules      map[string]*Rule
	packs      map[string]*Pack
	provisions map[string]*Provision
	used       map[string]bool // concepts that some rule names
	place      string          // the file being checked
	house      bool            // it is a house pack's
	problems   []Problem
}

// newChecker indexes a library by name.
func newChecker(lib *Library) *checker {
	c := &checker{
		lib: lib, concepts: map[string]*Concept{}, rules: map[string]*Rule{},
		packs: map[string]*Pack{}, provisions: map[string]*Provision{}, used: map[string]bool{},
	}
	for i := range lib.Rules {
		c.rules[lib.Rules[i].ID] = &lib.Rules[i]
	}
	for i := range lib.Packs {
		c.packs[lib.Packs[i].ID] = &lib.Packs[i]
	}
	for _, builtIn := range BuiltIns() {
		c.concepts[builtIn.ID] = &builtIn
		c.used[builtIn.ID] = true
	}
	for _, id := range BioConcepts() {
		c.used[id] = true
	}
	c.indexed()
	return c
}

// indexed fills the two indexes whose ids can clash.
func (c *checker) indexed() {
	for i := range c.lib.Concepts {
		concept := &c.lib.Concepts[i]
		if c.concepts[concept.ID] != nil {
			c.place = ConceptPlace(concept.ID)
			c.add("id", strconv.Quote(concept.ID), "an id of its own (this one is taken)")
		}
		c.concepts[concept.ID] = concept
	}
	for i := range c.lib.Provisions {
		provision := &c.lib.Provisions[i]
		if c.provisions[provision.ID] != nil {
			c.place = ProvisionsPlace(provision.Org)
			c.add("["+provision.ID+"].id", strconv.Quote(provision.ID), "an id of its own (this one is taken)")
			continue
		}
		c.provisions[provision.ID] = provision
	}
}

// add keeps a problem of the file being checked.
func (c *checker) add(field, got, want string) {
	c.problems = append(c.problems, Problem{Place: c.place, Field: field, Got: got, Want: want})
}

// oneOf wants a word to be one of a few.
func (c *checker) oneOf(field, word string, words []string) {
	if !slices.Contains(words, word) {
		c.add(field, strconv.Quote(word), Either(words)+DidYouMean(word, words))
	}
}

// known tells whether a name leads somewhere, which it should.
func known[V any](c *checker, field, name, kind string, all map[string]V) bool {
	_, exists := all[name]
	if !exists {
		c.among(field, name, kind, keys(all))
	}
	return exists
}

// filled wants a text not to be blank.
func (c *checker) filled(field, text string) {
	if strings.TrimSpace(text) == "" {
		c.add(field, "nothing", "text")
	}
}

// distinct wants no word twice.
func (c *checker) distinct(field string, words []string) {
	seen := make(map[string]bool, len(words))
	for _, word := range words {
		if seen[word] {
			c.add(field, strconv.Quote(word), "each only once")
		}
		seen[word] = true
	}
}

// Unused gives the concepts that no rule names: they cost time and do nothing. It is
// meant for a library without other problems, since a broken rule names what nobody knows.
func Unused(lib *Library) []Problem {
	c := newChecker(lib)
	for i := range lib.Rules {
		c.references(&lib.Rules[i])
	}
	c.problems = nil
	for i := range lib.Concepts {
		if id := lib.Concepts[i].ID; !c.used[id] {
			c.place = ConceptPlace(id)
			c.add("about", "a concept that no rule names", "a rule that names it, or no such file")
		}
	}
	return c.problems
}

// isName tells whether a text can be an id: small letters, digits and single hyphens.
func isName(text string) bool {
	for _, part := range strings.Split(text, "-") {
		if part == "" || strings.Trim(part, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			return false
		}
	}
	return true
}

// keys gives the keys of a map in order, so that problems come in the same order always.
func keys[V any](m map[string]V) []string {
	list := make([]string, 0, len(m))
	for key := range m {
		list = append(list, key)
	}
	slices.Sort(list)
	return list
}
