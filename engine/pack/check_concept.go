package pack

import (
	"strconv"
	"strings"

	"circumspect/engine/fold"
)

// concept wants a meaning and something to find it by.
func (c *checker) concept(concept *Concept) {
	c.place = ConceptPlace(concept.ID)
	if !isName(concept.ID) {
		c.add("id", strconv.Quote(concept.ID), "a file name of small letters, digits and hyphens")
	}
	c.filled("about", concept.About)
	if len(concept.Terms)+len(concept.Only)+len(concept.Patterns) == 0 {
		c.add("terms", "nothing", "terms, only or patterns")
	}
	c.terms("terms", concept.Terms)
	c.terms("only", concept.Only)
	for i, pattern := range concept.Patterns {
		if field := "patterns[" + strconv.Itoa(i) + "]"; c.house {
			c.housePattern(field, pattern)
		} else {
			c.pattern(field, pattern)
		}
	}
	for _, lang := range keys(concept.Disguised) {
		c.disguised("disguised."+lang, lang, concept.Disguised[lang])
	}
}

// disguised wants words that package fold can read.
func (c *checker) disguised(path, lang string, d Disguised) {
	c.oneOf(path, lang, Languages())
	if len(d.Words) == 0 {
		c.add(path+".words", "nothing", "at least one word")
	}
	for i, item := range d.Words {
		for word := range strings.FieldsSeq(item) {
			if !fold.CanDisguise(word) {
				c.add(path+".words["+strconv.Itoa(i)+"]", strconv.Quote(word), "3 to 15 small letters from a to z")
			}
		}
	}
}

// terms wants a list per known language, without doubles.
func (c *checker) terms(field string, terms map[string][]string) {
	for _, lang := range keys(terms) {
		path := field + "." + lang
		c.oneOf(path, lang, Languages())
		if len(terms[lang]) == 0 {
			c.add(path, "nothing", "at least one term")
		}
		for i, term := range terms[lang] {
			c.filled(path+"["+strconv.Itoa(i)+"]", term)
		}
		c.distinct(path, terms[lang])
	}
}

// pattern checks the words of a pattern; match.CheckPattern checks what it may cost.
func (c *checker) pattern(field string, p Pattern) {
	c.filled(field+".regexp", p.Regexp)
	if len(p.Gate) > 0 && p.Trigger != "" {
		c.add(field+".trigger", "both gate and trigger", "one of them")
	}
	if p.Trigger != "" {
		c.oneOf(field+".trigger", string(p.Trigger), []string{string(TriggerDigits)})
	}
	c.distinct(field+".gate", p.Gate)
	if p.Before < 0 {
		c.add(field+".before", strconv.Itoa(p.Before), "0 or more")
	}
	if p.After < 0 {
		c.add(field+".after", strconv.Itoa(p.After), "0 or more")
	}
	if p.Validator != "" {
		c.oneOf(field+".validator", p.Validator, Validators())
	}
}
