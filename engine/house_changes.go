package engine

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"circumspect/engine/image"
	"circumspect/engine/pack"
)

// Change is something in which two house packs differ.
type Change struct {
	// Kind is rule-added, rule-removed, rule-changed, severity, silenced, restored, contacts,
	// apps, disclaimers or words.
	Kind  string
	Rule  string // empty where the change is about none
	Title string // of the rule, in the asker's language
	// From and To are severities, where Kind is severity.
	From, To string
}

// Changes lists in which two payloads of house packs differ. Without an older one, or with
// one that extends another pack, everything is new.
func (e *Engine) Changes(older, newer []byte, lang string) ([]Change, error) {
	to, toTables, err := image.ReadHouse(newer)
	if err != nil {
		return nil, err
	}
	from, fromTables, err := image.ReadHouse(older)
	if err != nil || from.Extends != to.Extends {
		from, fromTables = &pack.House{Extends: to.Extends}, image.Tables{}
	}
	lang, _, _ = strings.Cut(lang, "-")
	d := difference{engine: e, from: from, to: to, lang: lang}
	d.rules()
	d.builtIn()
	d.others(fromTables, toTables)
	return d.changes, nil
}

// difference is the state of one Changes.
type difference struct {
	engine   *Engine
	from, to *pack.House
	lang     string
	changes  []Change
}

// rules compares the packs' own rules.
func (d *difference) rules() {
	for i := range d.to.Rules {
		r := &d.to.Rules[i]
		switch old := ruleOf(d.from.Rules, r.ID); {
		case old == nil:
			d.add("rule-added", r)
		case !bytes.Equal(image.Rule(old), image.Rule(r)):
			d.add("rule-changed", r)
		}
	}
	for i := range d.from.Rules {
		if r := &d.from.Rules[i]; ruleOf(d.to.Rules, r.ID) == nil {
			d.add("rule-removed", r)
		}
	}
}

// builtIn compares what the packs change in built-in rules.
func (d *difference) builtIn() {
	p := d.engine.pack(d.to.Extends)
	for i := range d.engine.lib.Rules {
		r := &d.engine.lib.Rules[i]
		was, is := severityIn(d.from, p, r), severityIn(d.to, p, r)
		if was != is {
			d.changes = append(d.changes, Change{"severity", r.ID, d.title(r), was.String(), is.String()})
		}
		before, now := slices.Contains(d.from.Without, r.ID), slices.Contains(d.to.Without, r.ID)
		switch {
		case now && !before:
			d.add("silenced", r)
		case before && !now:
			d.add("restored", r)
		}
	}
}

// others compares what is not about one rule.
func (d *difference) others(fromTables, toTables image.Tables) {
	for _, part := range []struct {
		kind string
		same bool
	}{
		{"contacts", slices.Equal(d.from.Contacts, d.to.Contacts)},
		{"apps", slices.Equal(d.from.Apps.Recommended, d.to.Apps.Recommended) &&
			slices.Equal(d.from.Apps.Discouraged, d.to.Apps.Discouraged) && slices.Equal(d.from.Apps.Banned, d.to.Apps.Banned)},
		{"disclaimers", maps.Equal(d.from.Disclaimers, d.to.Disclaimers) && maps.Equal(d.from.ShortDisclaimers, d.to.ShortDisclaimers)},
		{"words", len(d.from.Concepts)+len(d.to.Concepts) == 0 || bytes.Equal(fromTables.Packed, toTables.Packed)},
	} {
		if !part.same {
			d.changes = append(d.changes, Change{Kind: part.kind})
		}
	}
}

func (d *difference) add(kind string, r *pack.Rule) {
	d.changes = append(d.changes, Change{Kind: kind, Rule: r.ID, Title: d.title(r)})
}

func (d *difference) title(r *pack.Rule) string {
	if say, ok := r.Say[d.lang]; ok {
		return say.Title
	}
	return r.Say["en"].Title
}

// severityIn gives the severity of a built-in rule in its pack as a house pack changes it.
func severityIn(h *pack.House, p *pack.Pack, r *pack.Rule) pack.Severity {
	if s, ok := h.Severity[r.ID]; ok {
		return s
	}
	return p.SeverityOf(r)
}

// ruleOf gives the rule with an id, or nil.
func ruleOf(rules []pack.Rule, id string) *pack.Rule {
	for i := range rules {
		if rules[i].ID == id {
			return &rules[i]
		}
	}
	return nil
}
