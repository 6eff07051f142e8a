package engine

import (
	"fmt"
	"slices"

	"circumspect/engine/image"
	"circumspect/engine/learned"
	"circumspect/engine/match"
	"circumspect/engine/pack"
	"circumspect/engine/rule"
)

// HousePayload gives the payload of a house pack that pack.CheckHouse and its examples let
// pass. It fails where Read would.
func (e *Engine) HousePayload(h *pack.House) ([]byte, error) {
	tables, err := match.HouseTables(h.Concepts)
	if err != nil {
		return nil, err
	}
	payload := image.WriteHouse(h, tables)
	if _, err := e.Read(payload); err != nil {
		return nil, err
	}
	return payload, nil
}

// Read gives an engine that judges by the house pack of a payload, too. It fails with
// ErrUnreadable where the payload holds none, else where this engine cannot use it.
func (e *Engine) Read(payload []byte) (*Engine, error) {
	h, tables, err := image.ReadHouse(payload)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	return e.with(h, tables)
}

// With gives an engine that judges by a house pack, too, as it was read from its files.
func (e *Engine) With(h *pack.House) (*Engine, error) {
	tables, err := match.HouseTables(h.Concepts)
	if err != nil {
		return nil, err
	}
	return e.with(h, tables)
}

// with puts an engine together that shares what is large with e.
func (e *Engine) with(h *pack.House, tables image.Tables) (*Engine, error) {
	if e.house != nil {
		return nil, fmt.Errorf("house pack: got a second one, want one")
	}
	lib := e.lib.With(h)
	if err := pack.Fits(lib, h); err != nil {
		return nil, err
	}
	matcher, err := e.matcher.With(h.Concepts, tables, official(lib))
	if err != nil {
		return nil, fmt.Errorf("house pack: %w", err)
	}
	set, err := e.rules.With(h.Concepts, h.Rules)
	if err != nil {
		return nil, fmt.Errorf("house pack: %w", err)
	}
	with := &Engine{
		lib: lib, matcher: matcher, disguises: e.disguises, rules: set, model: e.model, row: e.row, bio: e.bio,
		// The model knows nothing of these concepts.
		names: slices.Concat(e.names, make([]learned.Key, len(h.Concepts))),
		house: h, builtIn: e.pack(h.Extends), langs: langsOf(lib), orgs: orgsOf(lib),
		watches: slices.Concat(e.watches, watchesOf(h.Rules)),
	}
	if slices.ContainsFunc(h.Concepts, func(c pack.Concept) bool { return len(c.Disguised) > 0 }) {
		with.disguises = match.Disguises(lib.Concepts)
	}
	return with, nil
}

// House gives the house pack that the engine judges by; nil where there is none.
func (e *Engine) House() *pack.House { return e.house }

// house gives the house pack that changes the checker's pack; nil where none does.
func (c *Checker) house() *pack.House {
	if h := c.engine.house; h != nil && h.Extends == c.pack.ID {
		return h
	}
	return nil
}

// Lowered is a rule of the built-in pack whose severity a house pack changes.
type Lowered struct {
	Rule     string
	Title    string // in the user's language
	From, To pack.Severity
}

// Silenced is a rule of the built-in pack that a house pack silences.
type Silenced struct {
	Rule  string
	Title string // in the user's language
}

// HouseInfo is what users may know of the house pack they are judged by.
type HouseInfo struct {
	ID, Name string
	Version  int
	Rules    int // of its own
	Lowered  []Lowered
	Silenced []Silenced
	Apps     pack.Apps
	News     []News
}

// News is what a version of a house pack changed, in the user's language.
type News struct {
	Version int
	Says    string
}

// House tells of the house pack; nil where none changes the checker's pack.
func (c *Checker) House() *HouseInfo {
	h := c.house()
	if h == nil {
		return nil
	}
	info := &HouseInfo{ID: h.ID, Name: h.Name, Version: h.Version, Rules: len(h.Rules), Apps: h.Apps}
	for i := range c.engine.lib.Rules {
		r := &c.engine.lib.Rules[i]
		if was, is := c.engine.builtIn.SeverityOf(r), c.pack.SeverityOf(r); was != is && h.Changes(r.ID) {
			info.Lowered = append(info.Lowered, Lowered{r.ID, c.say(r).Title, was, is})
		}
		if c.silenced(r) {
			info.Silenced = append(info.Silenced, Silenced{r.ID, c.say(r).Title})
		}
	}
	for _, n := range h.News {
		info.News = append(info.News, News{n.Version, c.inLanguage(n.Says)})
	}
	return info
}

// silenced tells whether a house pack silences a rule that the built-in pack has.
func (c *Checker) silenced(r *pack.Rule) bool {
	h := c.house()
	return h != nil && len(h.Without) > 0 && slices.Contains(h.Without, r.ID) && !slices.Contains(c.engine.builtIn.Without, r.ID)
}

// withoutSilenced takes out what rules raised that the house pack silences, and notes it
// instead: what an organisation silences is never hidden.
func (c *Checker) withoutSilenced(r reading, raised []rule.Raised, notes []Note) ([]rule.Raised, []Note) {
	if h := c.house(); h == nil || len(h.Without) == 0 {
		return raised, notes
	}
	raised = slices.DeleteFunc(raised, func(hit rule.Raised) bool {
		silenced := r.chosen[hit.Rule].silenced
		if note := (Note{"silenced", c.engine.lib.Rules[hit.Rule].ID}); silenced && !slices.Contains(notes, note) {
			notes = append(notes, note)
		}
		return silenced
	})
	return raised, notes
}
