// Package engine judges a text by an organisation's guidelines: a document and a
// profile go in, findings come out.
//
// It does no I/O, reads no clock, logs nothing and knows no JavaScript. The same
// document and rules give the same findings on every machine.
package engine

import (
	"errors"
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
	watches   []bool                   // by rule: it rests on the user's watchlist
	house     *pack.House              // nil where there is none
	builtIn   *pack.Pack               // the pack that the house pack extends, as it was before
}

// ErrUnreadable says that a payload holds no house pack that can be read.
var ErrUnreadable = errors.New("house pack: got what cannot be read")

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
func (e *Engine) Image() []byte { return image.Write(e.lib, e.matcher.Tables()) }

// assemble makes an engine of a library and its matcher.
func assemble(lib *pack.Library, m *match.Matcher) (*Engine, error) {
	set, err := rule.NewSet(lib)
	if err != nil {
		return nil, err
	}
	e := &Engine{
		lib: lib, matcher: m, disguises: match.Disguises(lib.Concepts), rules: set, bio: bioNumbers(lib),
		langs: langsOf(lib), orgs: orgsOf(lib), watches: watchesOf(lib.Rules),
	}
	if len(lib.Model) > 0 {
		if e.model, err = learned.Unpack(lib.Model, pack.Categories()); err != nil {
			return nil, err
		}
		e.row, e.names = e.model.Row, learned.Names(match.Numbers(lib.Concepts))
	}
	return e, nil
}

// langsOf gives the languages that concepts have terms in. Profiles are read in more than posts.
func langsOf(lib *pack.Library) map[string]bool {
	langs, ofProfiles := map[string]bool{}, pack.BioConcepts()
	for i := range lib.Concepts {
		if slices.Contains(ofProfiles, lib.Concepts[i].ID) {
			continue
		}
		for lang := range lib.Concepts[i].Terms {
			langs[lang] = true
		}
	}
	return langs
}

// orgsOf gives the organisation of every provision.
func orgsOf(lib *pack.Library) map[string]string {
	orgs := make(map[string]string, len(lib.Provisions))
	for i := range lib.Provisions {
		orgs[lib.Provisions[i].ID] = lib.Provisions[i].Org
	}
	return orgs
}

// watchesOf tells of every rule whether it rests on the user's watchlist.
func watchesOf(rules []pack.Rule) []bool {
	watches := make([]bool, len(rules))
	for i := range rules {
		watches[i] = slices.Contains(pack.Named(rules[i].When), pack.Watchlist)
	}
	return watches
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
	c := &Checker{engine: e, profile: p, pack: e.pack(p.Org)}
	if c.pack == nil {
		return nil, fmt.Errorf("profile: org: got %q, want %s", p.Org, strings.Join(e.packs(), ", "))
	}
	if err := p.check(); err != nil {
		return nil, err
	}
	var apps pack.Apps
	if h := c.house(); h != nil {
		apps = h.Apps
	}
	overlay, err := match.NewOverlay(match.Own{
		Field: p.Field, Watchlist: p.Watchlist,
		AppsDiscouraged: slices.Concat(p.AppsDiscouraged, apps.Discouraged), AppsBanned: slices.Concat(p.AppsBanned, apps.Banned),
	})
	if err != nil {
		return nil, fmt.Errorf("profile: %w", err)
	}
	c.overlay = overlay
	c.personal, c.official = c.choose(p.Official), c.choose(true)
	return c, nil
}

// pack gives a pack by its id; nil where there is none.
func (e *Engine) pack(id string) *pack.Pack {
	for i := range e.lib.Packs {
		if e.lib.Packs[i].ID == id {
			return &e.lib.Packs[i]
		}
	}
	return nil
}

// packs lists the ids of the packs.
func (e *Engine) packs() (ids []string) {
	for i := range e.lib.Packs {
		ids = append(ids, e.lib.Packs[i].ID)
	}
	return ids
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
		silenced := c.silenced(r)
		if without[r.ID] && !silenced || c.profile.AtMost[r.Category] == off || !r.Admits(c.profile.Status, c.profile.Device, official) {
			continue
		}
		ch := choice{severity: c.pack.SeverityOf(r), silenced: silenced, anyLanguage: c.engine.watches[i]}
		for _, id := range r.Provisions {
			if c.engine.orgs[id] == c.pack.ID {
				ch.provisions = append(ch.provisions, id)
			}
		}
		ch.in = len(ch.provisions) > 0
		if h := c.house(); h != nil && h.Changes(r.ID) {
			ch.was = c.engine.builtIn.SeverityOf(r)
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
	was        pack.Severity // in the built-in pack, where the house pack says otherwise; else 0
	silenced   bool          // by the house pack: noted, not shown
	provisions []string      // the pack's own
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
