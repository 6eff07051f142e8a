package engine

import (
	"slices"

	"circumspect/engine/match"
	"circumspect/engine/pack"
	"circumspect/engine/rule"
)

// official tells whether a text comes from where one of the organisations publishes; author
// is a handle or a name.
func (e *Engine) official(author string) bool {
	return slices.ContainsFunc(e.lib.Packs, func(p pack.Pack) bool { return p.Official.Has(author) })
}

// counts tells whether passing on what s holds speaks for the user. A like does not in every
// pack.
func (c *Checker) counts(s *scratch, surface string) bool {
	return surface != "like" || c.pack.Likes == pack.LikesAll || len(s.hits.Of[match.OwnField]) > 0
}

// asOwn records, as hits of built-in concepts, where a shared text would be at fault if it
// were a post of the writer's own. What would be but a hint is left out.
func (c *Checker) asOwn(s *scratch, r reading, notes []Note) []Note {
	categories := pack.SharedCategories()
	raised, notes := c.evaluate(s, r, func(rule *pack.Rule) bool {
		return rule.On == pack.OnText && rule.AppliesTo("post") && slices.Contains(categories, rule.Category)
	}, notes)
	slices.SortStableFunc(raised, func(a, b rule.Raised) int { return a.Start - b.Start })
	for _, hit := range raised {
		if c.severity(s, r, hit, r.chosen[hit.Rule].severity) >= pack.Caution {
			category := slices.Index(categories, c.engine.lib.Rules[hit.Rule].Category)
			s.hits.Add(&s.text, match.Breaks(category), hit.Start, hit.End)
		}
	}
	return notes
}
