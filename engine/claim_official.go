package engine

import (
	"slices"

	"circumspect/engine/match"
)

// How far apart, in words, the parts may stand.
const (
	officialAfter = 8 // "not" … "official account"
	speaksWithin  = 3 // "speak for" … "UN"
)

// endorsement gives where the text says that sharing is no endorsement.
func (c *claims) endorsement() []mark { return marksOf(c.hit["endorsement-disclaimer"]) }

// official gives where the text claims to speak for an organisation.
func (c *claims) official() []mark {
	var list []mark
	for _, at := range c.marks("speaks-officially") {
		if !c.takenBack(at) {
			list = append(list, at)
		}
	}
	for _, verb := range c.marks("bio-speaks-for") {
		for _, house := range c.marks("bio-employer", "employer-ec", "employer-osce", "employer-un") {
			if c.speaksFor(verb, house) && !c.takenBack(verb) {
				list = append(list, mark{verb.first, house.end})
			}
		}
	}
	return list
}

// speaksFor tells whether a house stands right behind a verb, and neither a no nor "my own"
// between them.
func (c *claims) speaksFor(verb, house mark) bool {
	near := house.first >= verb.end && house.first-verb.end <= speaksWithin && c.sameClause(verb.first, house.first)
	return near && !c.hit["bio-not"].within(verb.first, house.first) && !c.hit["bio-whose"].within(verb.first, house.first)
}

// takenBack tells whether a claim is denied, past or another's: "not an official account", "former
// spokesman", "assistant to the spokesman".
func (c *claims) takenBack(at mark) bool {
	before := max(at.first-2, 0)
	switch {
	case c.denied(at.first, officialAfter), c.hit["disclaimer-not-employer"].covers(at.first):
		return true
	case c.hit["past-service"].within(before, at.first):
		return true
	case c.sameClause(before, at.first) && c.hit["bio-preposition"].within(before, at.first):
		return true
	}
	return c.hit["employer-ec"].starts(at.first) > at.end // the name of a service
}

// employers gives where the organisation is named as the employer.
func (c *claims) employers(org string) []mark {
	var list []mark
	for _, id := range c.familyConcepts("employer-", org) {
		for _, hit := range c.hit[id] {
			if at := wordsOf(hit); !c.elsewhere(at) {
				list = append(list, at)
			}
		}
	}
	return list
}

// familyConcepts gives the concept of a kind that an organisation has, or those of all where it
// has none.
func (c *claims) familyConcepts(kind, org string) []string {
	if _, known := c.hit[kind+org]; known {
		return []string{kind + org}
	}
	return []string{kind + "ec", kind + "osce", kind + "un"}
}

// elsewhere tells whether words around a name say that it is not the employer's.
func (c *claims) elsewhere(name mark) bool {
	return slices.ContainsFunc(c.hit["bio-elsewhere"], func(hit match.Hit) bool {
		at := wordsOf(hit)
		return at.first <= name.first && name.first < at.end
	})
}
