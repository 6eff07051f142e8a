// Package engine judges a text by an organisation's guidelines: a document and a
// profile go in, findings come out.
//
// It does no I/O, reads no clock, logs nothing and knows no JavaScript. The same
// document and rules give the same findings on every machine.
package engine

import (
	"fmt"
	"slices"
	"strings"

	"circumspect/engine/fold"
	"circumspect/engine/image"
	"circumspect/engine/learned"
	"circumspect/engine/match"
	"circumspect/engine/pack"
	"circumspect/engine/rule"
)

// Engine holds the rules of a library. It is safe for concurrent use.
type Engine struct {
	lib     *pack.Library
	matcher *match.Matcher
	// disguises are the words that are read in disguise; nil where there are none.
	disguises *fold.Disguises
	rules     *rule.Set
	model     *learned.Model          // nil where there is none
	row       func(learned.Key) int32 // of the model
	names     []learned.Key           // of concepts, by number
	langs     map[string]bool         // languages that concepts have terms in
	orgs      map[string]string
	bio       map[string]match.Concept // numbers of the concepts that profiles are read by
}

// New builds an engine; the automaton is built from the terms, which takes longer
// than Load.
func New(lib *pack.Library) (*Engine, error) {
	m, err := match.New(lib.Concepts, official(lib))
	if err != nil {
		return nil, err
	}
	return assemble(lib, m)
}

// Load makes an engine from an image, which must not be changed afterwards.
func Load(data []byte) (*Engine, error) {
	lib, tables, err := image.Read(data)
	if err != nil {
		return nil, err
	}
	m, err := match.FromTables(lib.Concepts, official(lib), tables)
	if err != nil {
		return nil, fmt.Errorf("image: %w", err)
	}
	return assemble(lib, m)
}

// Image gives the bytes that Load makes the same engine from.
func (e *Engine) Image() []byte { return image.Write(e.lib, e.matcher) }

// assemble makes an engine of a library and its matcher.
func assemble(lib *pack.Library, m *match.Matcher) (*Engine, error) {
	set, err := rule.NewSet(lib)
	if err != nil {
		return nil, err
	}
	e := &Engine{lib: lib, matcher: m, disguises: match.Disguises(lib.Concepts), rules: set, langs: map[string]bool{}, orgs: map[string]string{}}
	if len(lib.Model) > 0 {
		if e.model, err = learned.Unpack(lib.Model, pack.Categories()); err != nil {
			return nil, err
		}
		e.row, e.names = e.model.Row, learned.Names(match.Numbers(lib.Concepts))
	}
	for _, c := range lib.Concepts {
		if slices.Contains(pack.BioConcepts(), c.ID) {
			continue // profiles are read in more languages than posts
		}
		for lang := range c.Terms {
			e.langs[lang] = true
		}
	}
	e.bio = bioNumbers(lib)
	for _, p := range lib.Provisions {
		e.orgs[p.ID] = p.Org
	}
	return e, nil
}

// official gathers where the organisations of all packs publish: what the United
// Nations published is no secret of the Commission's.
func official(lib *pack.Library) match.Official {
	var o match.Official
	for _, p := range lib.Packs {
		o.Domains = append(o.Domains, p.Official.Domains...)
		o.Handles = append(o.Handles, p.Official.Handles...)
	}
	return o
}

// Library gives what the engine judges with. It must not be changed.
func (e *Engine) Library() *pack.Library { return e.lib }

// For makes a checker for one user. It fails where the profile names no pack, or has
// a word that cannot be looked for.
func (e *Engine) For(p Profile) (*Checker, error) {
	p.Lang, _, _ = strings.Cut(p.Lang, "-") // fr-BE is fr
	c := &Checker{engine: e, profile: p}
	var names []string
	for i := range e.lib.Packs {
		names = append(names, e.lib.Packs[i].ID)
		if e.lib.Packs[i].ID == p.Org {
			c.pack = &e.lib.Packs[i]
		}
	}
	if c.pack == nil {
		return nil, fmt.Errorf("profile: org: got %q, want %s", p.Org, strings.Join(names, ", "))
	}
	if err := p.check(); err != nil {
		return nil, err
	}
	overlay, err := match.NewOverlay(match.Own{
		Field: p.Field, Watchlist: p.Watchlist, AppsDiscouraged: p.AppsDiscouraged, AppsBanned: p.AppsBanned,
	})
	if err != nil {
		return nil, fmt.Errorf("profile: %w", err)
	}
	c.overlay = overlay
	c.personal, c.official = c.choose(p.Official), c.choose(true)
	return c, nil
}

// choose picks the rules of the user's pack and situation.
func (c *Checker) choose(official bool) []choice {
	chosen := make([]choice, len(c.engine.lib.Rules))
	without := map[string]bool{}
	for _, id := range c.pack.Without {
		without[id] = true
	}
	for i := range c.engine.lib.Rules {
		r := &c.engine.lib.Rules[i]
		if without[r.ID] || c.profile.AtMost[r.Category] == off || !r.Admits(c.profile.Status, c.profile.Device, official) {
			continue
		}
		ch := choice{severity: r.Severity, anyLanguage: slices.Contains(pack.Named(r.When), pack.Watchlist)}
		for _, id := range r.Provisions {
			if c.engine.orgs[id] == c.pack.ID {
				ch.provisions = append(ch.provisions, id)
			}
		}
		ch.in = len(ch.provisions) > 0
		if s, ok := c.pack.Severity[r.ID]; ok {
			ch.severity = s
		}
		chosen[i] = ch
	}
	return chosen
}

// choices gives what the pack makes of each rule on an account. One on the organisation's
// own list or the user's is official, whatever else the profile says.
func (c *Checker) choices(handle string) []choice {
	if c.pack.Official.Has(handle) || c.profile.writesOn(handle) {
		return c.official
	}
	return c.personal
}

// choice is what a pack makes of a rule.
type choice struct {
	in         bool
	severity   pack.Severity
	provisions []string // the pack's own
	// anyLanguage marks what rests on the user's watchlist: its words are found in languages
	// that the user does not want checked, too.
	anyLanguage bool
}

// Provisions lists the provisions of the checker's pack.
func (c *Checker) Provisions() []pack.Provision {
	var list []pack.Provision
	for _, p := range c.engine.lib.Provisions {
		if p.Org == c.pack.ID {
			list = append(list, p)
		}
	}
	return list
}

// Question is a question of the pack in the user's language.
type Question struct {
	Ask        string
	Provisions []string
}

// Media lists what to ask of a writer who attaches a picture or a film.
func (c *Checker) Media() []Question {
	var list []Question
	for _, q := range c.pack.Media {
		list = append(list, Question{c.inLanguage(q.Ask), q.Provisions})
	}
	return list
}

// Rules counts the rules that the checker applies.
func (c *Checker) Rules() int {
	n := 0
	for _, ch := range c.personal {
		if ch.in {
			n++
		}
	}
	return n
}
