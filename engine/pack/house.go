package pack

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// House is a house pack: what an organisation adds to a built-in pack and changes in it.
type House struct {
	ID   string `json:"id"` // small letters, digits and hyphens
	Name string `json:"name"`
	// Extends names the built-in pack: ec, osce or un.
	Extends string `json:"extends"`
	// Version counts from 1; a channel takes only versions above the one it has.
	Version int `json:"version"`
	// Languages are those in which every rule says its words.
	Languages []string `json:"languages"`
	// Sources are added to those of the built-in pack, and the house's provisions begin with their ids.
	Sources []Source `json:"sources,omitempty"`
	// Contacts stand in place of those of the built-in pack.
	Contacts []Contact `json:"contacts,omitempty"`
	// Disclaimers stand, by language, in place of those of the built-in pack.
	Disclaimers      map[string]string `json:"disclaimers,omitempty"`
	ShortDisclaimers map[string]string `json:"short-disclaimers,omitempty"`
	Official         Official          `json:"official,omitzero"` // added
	Apps             Apps              `json:"apps,omitzero"`
	Media            []Question        `json:"media,omitempty"`   // added
	Checkup          []CheckupItem     `json:"checkup,omitempty"` // added
	// Without and Severity name rules of the built-in pack that it silences and whose
	// severity it changes. Users are told so.
	Without  []string            `json:"without,omitempty"`
	Severity map[string]Severity `json:"severity,omitempty"`
	// News tells users what a version changed.
	News []News `json:"news,omitempty"`

	// Watch is the organisation's own words that must not slip out: never in a served pack.
	Watch      []Watched   `json:"-"`
	Concepts   []Concept   `json:"-"`
	Rules      []Rule      `json:"-"`
	Provisions []Provision `json:"-"` // their Org is Extends
}

// Apps sorts messengers by how an organisation sees them.
type Apps struct {
	Recommended []string `json:"recommended,omitempty"`
	Discouraged []string `json:"discouraged,omitempty"`
	Banned      []string `json:"banned,omitempty"`
}

// News is what a version of a house pack changed, in words for its users.
type News struct {
	Version int               `json:"version"`
	Says    map[string]string `json:"says"` // per language; "en" is required
}

// Watched is a word that must not slip out before a day.
type Watched struct {
	Word  string `json:"word"`
	Until string `json:"until,omitempty"` // the last day it is watched for, YYYY-MM-DD
}

// HousePlace is where a part of a house pack is told of; file is its name in the folder.
func HousePlace(file string) string { return "pack/" + file }

// Served gives what keeps a house pack from being served. What a server gives out is
// public: it holds no words that must not slip out, nobody's own address, nothing internal.
func (h *House) Served() []Problem {
	var problems []Problem
	add := func(field, got, want string) {
		problems = append(problems, Problem{Place: "pack", Field: field, Got: got, Want: want})
	}
	if n := len(h.Watch); n > 0 {
		words := " words"
		if n == 1 {
			words = " word"
		}
		add("watch", strconv.Itoa(n)+words, "none in a served pack")
	}
	for i := range h.Contacts {
		if h.Contacts[i].Private {
			add("contacts["+strconv.Itoa(i)+"].private", "a private contact", "none in a served pack")
		}
	}
	for i := range h.Concepts {
		if h.Concepts[i].Internal {
			add("concepts["+h.Concepts[i].ID+"].internal", "an internal concept", "none in a served pack")
		}
	}
	for i := range h.Rules {
		if h.Rules[i].Internal {
			add("rules["+h.Rules[i].ID+"].internal", "an internal rule", "none in a served pack")
		}
	}
	return problems
}

// With gives the library as a house pack changes it: its pack stands in place of the one
// it extends, under the same id. lib stays as it is. Concepts of lib keep their numbers.
func (lib *Library) With(h *House) *Library {
	changed := &Library{
		Concepts: slices.Concat(lib.Concepts, h.Concepts), Rules: slices.Concat(lib.Rules, h.Rules),
		Packs: slices.Clone(lib.Packs), Provisions: slices.Concat(lib.Provisions, h.Provisions), Model: lib.Model,
	}
	for i := range changed.Packs {
		if changed.Packs[i].ID == h.Extends {
			changed.Packs[i] = changed.Packs[i].with(h)
		}
	}
	return changed
}

// with gives a built-in pack as a house pack changes it.
func (p Pack) with(h *House) Pack {
	p.Sources = slices.Concat(p.Sources, h.Sources)
	if len(h.Contacts) > 0 {
		p.Contacts = h.Contacts
	}
	p.Disclaimers = over(p.Disclaimers, h.Disclaimers)
	p.ShortDisclaimers = over(p.ShortDisclaimers, h.ShortDisclaimers)
	p.Official.Domains = slices.Concat(p.Official.Domains, h.Official.Domains)
	p.Official.Handles = slices.Concat(p.Official.Handles, h.Official.Handles)
	p.Media, p.Checkup = slices.Concat(p.Media, h.Media), slices.Concat(p.Checkup, h.Checkup)
	p.Without, p.Severity = slices.Concat(p.Without, h.Without), over(p.Severity, h.Severity)
	return p
}

// over gives a table in which the values of changes stand in place of others.
func over[V any](table, changes map[string]V) map[string]V {
	if len(changes) == 0 {
		return table
	}
	all := maps.Clone(changes)
	for key, value := range table {
		if _, changed := changes[key]; !changed {
			all[key] = value
		}
	}
	return all
}

// Changes tells whether the pack changes the severity of a built-in rule.
func (h *House) Changes(rule string) bool {
	_, changes := h.Severity[rule]
	return changes
}

// Fits tells why a library that With gave cannot judge by its house pack, which was compiled
// elsewhere, maybe for a newer library; nil where it can. A change to a rule that the library
// does not have is no reason: older programs have fewer.
func Fits(changed *Library, h *House) error {
	// Without the indexes of newChecker, which would cost the start more than a few looks.
	c := &checker{lib: changed}
	c.misfits(h)
	if len(c.problems) == 0 {
		return nil
	}
	wrong := c.problems[0]
	return fmt.Errorf("house pack: %s: got %s, want %s", wrong.Field, wrong.Got, wrong.Want)
}

// misfits finds what an engine relies on. The rest, such as words and examples, CheckHouse
// has looked at where the pack was made.
func (c *checker) misfits(h *House) {
	packs := idsOf(c.lib.Packs, func(p *Pack) string { return p.ID })
	concepts := idsOf(slices.Concat(BuiltIns(), c.lib.Concepts), func(c *Concept) string { return c.ID })
	provisions := idsOf(c.lib.Provisions, func(p *Provision) string { return p.ID })
	rules := idsOf(c.lib.Rules, func(r *Rule) string { return r.ID })
	c.among("extends", h.Extends, "pack", packs)
	for i := range h.Concepts {
		c.once("concepts", h.Concepts[i].ID, concepts)
	}
	for _, p := range h.Provisions {
		c.once("provisions", p.ID, provisions)
		if p.Org != h.Extends {
			c.add("provisions["+p.ID+"].org", strconv.Quote(p.Org), h.Extends)
		}
	}
	for i := range h.Rules {
		r := &h.Rules[i]
		field := "rules[" + r.ID + "]"
		c.once("rules", r.ID, rules)
		c.oneOf(field+".category", r.Category, Categories())
		c.allowed(field+".severity", r.Severity, r)
		if _, ok := r.Say["en"]; !ok {
			c.add(field+".say", "no en", "words in English")
		}
		for _, id := range r.Provisions {
			c.among(field+".provisions", id, "provision", provisions)
		}
	}
	for _, id := range keys(h.Severity) {
		var changed *Rule
		if at := slices.Index(rules, id); at >= 0 {
			changed = &c.lib.Rules[at]
		}
		c.allowed("severity["+id+"]", h.Severity[id], changed)
	}
}

// idsOf lists the ids of all.
func idsOf[T any](all []T, id func(*T) string) []string {
	ids := make([]string, len(all))
	for i := range all {
		ids[i] = id(&all[i])
	}
	return ids
}

// among wants an id to be one of those there are.
func (c *checker) among(field, id, kind string, ids []string) {
	if !slices.Contains(ids, id) {
		c.add(field, strconv.Quote(id), "a "+kind+" that exists"+DidYouMean(id, ids))
	}
}

// once wants an id to stand only once among those there are.
func (c *checker) once(list, id string, ids []string) {
	if at := slices.Index(ids, id); slices.Contains(ids[at+1:], id) {
		c.add(list+"["+id+"].id", strconv.Quote(id), "an id of its own (this one is taken)")
	}
}

// allowed wants a severity that a rule may have; of a rule that is not known, any there is.
func (c *checker) allowed(field string, s Severity, r *Rule) {
	switch {
	case s < Hint || s > Warning:
		c.add(field, strconv.Itoa(int(s)), "hint, caution or warning")
	case r != nil && s > most(r):
		c.add(field, s.String(), "hint or caution (the learned signal is never surer, and others wrote what is shared)")
	}
}
