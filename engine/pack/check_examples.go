package pack

import (
	"slices"
	"strconv"
	"strings"
)

// minExamples is how many flag and how many allow examples prove a rule.
const minExamples = 2

// examples wants enough of them, each about something that can be checked.
func (c *checker) examples(field string, examples []Example, r *Rule) {
	if len(examples) < minExamples {
		c.add(field, strconv.Itoa(len(examples)), "at least "+strconv.Itoa(minExamples)+" examples")
	}
	for i, example := range examples {
		c.example(field+"["+strconv.Itoa(i)+"]", example, r)
		if slices.ContainsFunc(examples[:i], func(other Example) bool {
			return example.Text != "" && other.Text == example.Text && other.Shared == example.Shared
		}) {
			c.add(field+"["+strconv.Itoa(i)+"].text", strconv.Quote(example.Text), "each only once")
		}
	}
}

// example wants a text, and a user and a surface that can be.
func (c *checker) example(field string, e Example, r *Rule) {
	c.oneOf(field+".lang", e.Lang, Languages())
	switch {
	case e.Text != "" && len(e.Parts) > 0:
		c.add(field+".parts", "both text and parts", "one of them")
	case e.Text == "" && len(e.Parts) == 0 && e.Shared == "":
		c.add(field+".text", "nothing", "text")
	}
	if e.Org != "" {
		if orgs := c.orgs(r); known(c, field+".org", e.Org, "pack", c.packs) && len(orgs) > 0 && !slices.Contains(orgs, e.Org) {
			c.add(field+".org", strconv.Quote(e.Org), "a pack whose provisions the rule cites")
		}
	}
	if e.Surface != "" {
		c.oneOf(field+".surface", e.Surface, Surfaces())
	}
	if e.Status != "" {
		c.oneOf(field+".status", e.Status, Statuses())
	}
	if e.Device != "" {
		c.oneOf(field+".device", e.Device, Devices())
	}
}

// contradictions finds examples that a rule must flag though it, or another rule of the
// category, allows the same words of the same writer: one of the two is wrong.
func (c *checker) contradictions() {
	type allowed struct {
		rule *Rule
		orgs []string
	}
	all := map[string][]allowed{}
	for i := range c.lib.Rules {
		r := &c.lib.Rules[i]
		for _, e := range r.Allow {
			all[situated(r, e)] = append(all[situated(r, e)], allowed{r, c.triedIn(r, e)})
		}
	}
	for i := range c.lib.Rules {
		r := &c.lib.Rules[i]
		c.place = RulePlace(r.ID)
		for j, e := range r.Flag {
			for _, other := range all[situated(r, e)] {
				if meet(other.orgs, c.triedIn(r, e)) {
					c.add("flag["+strconv.Itoa(j)+"]", strconv.Quote(e.words()), "a text that "+other.rule.ID+" does not allow")
				}
			}
		}
	}
}

// triedIn lists the packs in which an example must hold.
func (c *checker) triedIn(r *Rule, e Example) []string {
	if e.Org != "" {
		return []string{e.Org}
	}
	return r.Packs(c.lib)
}

// meet tells whether two lists have a word in common.
func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(word string) bool { return slices.Contains(b, word) })
}

// words gives what an example says.
func (e *Example) words() string { return e.Text + strings.Join(e.Parts, " ") + e.Shared }

// situated spells out the category, the words and the writer of an example.
func situated(r *Rule, e Example) string {
	status, device := e.Status, e.Device
	if r.Profile != nil {
		status, device = status+strings.Join(r.Profile.Status, " "), device+r.Profile.Device
	}
	return strings.Join(append([]string{r.Category, e.Text, e.Shared, r.SurfaceOf(e), status, device, strings.Join(e.Field, " ")}, e.Parts...), "\x00")
}
