package pack

import (
	"slices"
	"strconv"
	"strings"
)

// rule checks a rule from its name to its examples.
func (c *checker) rule(r *Rule) {
	c.place = RulePlace(r.ID)
	category, name, _ := strings.Cut(r.ID, "/")
	if !isName(name) {
		c.add("id", strconv.Quote(name), "a file name of small letters, digits and hyphens")
	}
	if r.Category != category {
		c.add("category", strconv.Quote(r.Category), strconv.Quote(category))
	}
	c.oneOf("category", category, Categories())
	if r.Severity < Hint || r.Severity > Warning {
		c.add("severity", strconv.Itoa(int(r.Severity)), "hint, caution or warning")
	}
	if r.Severity > Caution && learned(r) {
		c.add("severity", r.Severity.String(), "hint or caution (the learned signal is never surer)")
	}
	c.cited(r)
	c.circumstances(r)
	c.references(r)
	c.words(r)
	c.examples("flag", r.Flag, r)
	c.examples("allow", r.Allow, r)
}

// learned tells whether a rule follows the learned signal.
func learned(r *Rule) bool {
	return slices.ContainsFunc(Named(r.When), func(id string) bool { return strings.HasPrefix(id, ReadsAs) })
}

// most gives the gravest severity that a rule may have: the learned signal is never surer
// than a caution, and others wrote what is shared.
func most(r *Rule) Severity {
	if learned(r) || r.On == OnShared {
		return Caution
	}
	return Warning
}

// cited wants provisions that exist and a pack that keeps the rule.
func (c *checker) cited(r *Rule) {
	if len(r.Provisions) == 0 {
		c.add("provisions", "nothing", "at least one provision")
		return
	}
	for _, id := range r.Provisions {
		known(c, "provisions", id, "provision", c.provisions)
	}
	c.distinct("provisions", r.Provisions)
	if len(c.orgs(r)) > 0 && len(r.Packs(c.lib)) == 0 {
		c.add("provisions", "a rule that every pack leaves out", "a pack that keeps it, or no such file")
	}
}

// circumstances checks where and for whom the rule holds.
func (c *checker) circumstances(r *Rule) {
	if r.Scope != ScopeSentence {
		c.oneOf("scope", string(r.Scope), []string{"sentence", string(ScopePost)})
	}
	if r.On != OnText {
		c.oneOf("on", string(r.On), []string{"text", string(OnShared)})
		if r.Severity > Caution {
			c.add("severity", r.Severity.String(), "hint or caution (others wrote what is shared)")
		}
	} else if slices.ContainsFunc(Named(r.When), func(id string) bool { return strings.HasPrefix(id, Breaks) }) {
		c.add("on", "a rule on the writer's text that names "+Breaks+"…", "on: shared")
	}
	for _, surface := range r.Surfaces {
		c.oneOf("surfaces", surface, Surfaces())
	}
	c.distinct("surfaces", r.Surfaces)
	if slices.Contains(r.Surfaces, "dm") && !slices.Contains(MessageCategories(), r.Category) {
		c.add("surfaces", strconv.Quote("dm"), "no dm (see pack.MessageCategories)")
	}
	if r.Profile == nil {
		return
	}
	for _, status := range r.Profile.Status {
		c.oneOf("profile.status", status, Statuses())
	}
	if r.Profile.Device != "" {
		c.oneOf("profile.device", r.Profile.Device, Devices())
	}
}

// references checks every concept the rule names.
func (c *checker) references(r *Rule) {
	before := len(c.problems)
	c.condition("when", r.When, r.Scope)
	sound := len(c.problems) == before
	if sound && !positive(r.When, r.Scope) {
		c.add("when", "a condition that can hold without any concept nearby", "at least one concept that must occur where the rule looks (not none, not in: post)")
	}
	named := Named(r.When)
	for _, list := range []struct {
		field string
		ids   []string
	}{{"unless", r.Unless}, {"soften", r.Soften}, {"raise", r.Raise}, {"mark", r.Mark}} {
		for _, id := range list.ids {
			c.reference(list.field, id)
		}
		c.distinct(list.field, list.ids)
		if list.field != "mark" {
			named = append(named, list.ids...)
		}
	}
	for _, id := range r.Mark {
		if sound && c.concepts[id] != nil && !slices.Contains(Named(r.When), id) {
			c.add("mark", strconv.Quote(id), "a concept that when names")
		}
	}
	c.patterned(named)
}

// patterned holds a rule to one concept with patterns, which bounds the calls it makes.
func (c *checker) patterned(named []string) {
	slices.Sort(named)
	var patterned []string
	for _, id := range slices.Compact(named) {
		if concept := c.concepts[id]; concept != nil && len(concept.Patterns) > 0 {
			patterned = append(patterned, id)
		}
	}
	if len(patterned) > 1 {
		c.add("when", "concepts with patterns: "+strings.Join(patterned, ", "), "at most one such concept a rule")
	}
}

// reference wants a concept to exist, and remembers that it is used.
func (c *checker) reference(field, id string) {
	c.used[id] = true
	known(c, field, id, "concept", c.concepts)
}

// words checks what the rule says to its reader.
func (c *checker) words(r *Rule) {
	if _, ok := r.Say["en"]; !ok {
		c.add("say", "no en", "title, message and advice in English")
	}
	for _, lang := range keys(r.Say) {
		field, say := "say."+lang, r.Say[lang]
		c.oneOf(field, lang, Languages())
		c.filled(field+".title", say.Title)
		c.filled(field+".message", say.Message)
		c.filled(field+".advice", say.Advice)
		for i, suggest := range say.Suggest {
			c.suggest(field+".suggest["+strconv.Itoa(i)+"]", suggest)
		}
	}
}

// suggest wants a change that does one thing.
func (c *checker) suggest(field string, s Suggest) {
	c.filled(field+".label", s.Label)
	var ways []string
	if s.Replace != nil {
		ways = append(ways, "replace")
	}
	if s.Remove != "" {
		ways = append(ways, "remove")
		c.oneOf(field+".remove", s.Remove, []string{"words", "sentence"})
	}
	if s.Append != "" {
		ways = append(ways, "append")
	}
	if len(ways) == 0 {
		ways = []string{"nothing"}
	} else if len(ways) == 1 {
		return
	}
	c.add(field, strings.Join(ways, " and "), "exactly one of replace, remove and append")
}
