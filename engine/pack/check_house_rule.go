package pack

import (
	"slices"
	"strconv"
)

// housePattern wants a run of digits that passes a check: the only pattern that costs
// nothing, whoever wrote it.
func (c *checker) housePattern(field string, p Pattern) {
	if p.Regexp != "" || len(p.Gate) > 0 || p.Before != 0 || p.After != 0 || p.Caps {
		c.add(field, "an expression or a gate", "trigger, digits and validator only (a house pack has no expressions)")
	}
	c.oneOf(field+".trigger", string(p.Trigger), []string{string(TriggerDigits)})
	c.oneOf(field+".validator", p.Validator, DigitValidators())
	if p.Digits != 0 && (p.Digits < minDigits || p.Digits > maxDigits) {
		c.add(field+".digits", strconv.Itoa(p.Digits), strconv.Itoa(minDigits)+" to "+strconv.Itoa(maxDigits))
	}
}

// DigitValidators lists the checks that a run of digits alone can pass.
func DigitValidators() []string { return []string{"luhn", "phone", "date"} }

// How many digits a pattern may wait for.
const minDigits, maxDigits = 4, 40

// rules checks the pack's own rules.
func (c *houseChecker) rules() {
	for i := range c.h.Rules {
		c.rule(&c.h.Rules[i])
	}
	c.contradictions()
}

// rule checks a rule of the pack's own: it answers the organisation, in all its languages.
func (c *houseChecker) rule(r *Rule) {
	c.checker.rule(r)
	if c.builtIn.rules[r.ID] != nil {
		c.add("id", strconv.Quote(r.ID), "an id of its own (this one is taken)")
	}
	for _, id := range r.Provisions {
		if p := c.provisions[id]; p != nil && p.Org != c.h.Extends {
			c.add("provisions", strconv.Quote(id), "a provision of "+c.h.Extends+" or of the pack's own")
		}
	}
	for _, lang := range c.h.Languages {
		if !slices.Contains(Languages(), lang) {
			continue // identity has told
		}
		if _, says := r.Say[lang]; !says && lang != "en" {
			c.add("say", "no "+lang, "the words in each language of the pack")
		}
		if !slices.ContainsFunc(r.Flag, func(e Example) bool { return e.Lang == lang }) {
			c.add("flag", "no example in "+lang, "one at least in each language of the pack")
		}
	}
}
