package image

import (
	"bytes"
	"fmt"

	"circumspect/engine/pack"
)

// Tables are what is costly to build in a matcher; package match makes and reads them.
type Tables struct {
	Languages []string // of language-bound terms
	Roots     [2]int
	Packed    []byte // the automaton
	Required  []int  // what each pattern requires
	Longest   []int  // characters a match of each pattern can have
}

// magic begins every image; its figure changes with the form.
var magic = []byte("circumspect image 9\n")

// Write gives the image of a library and its matcher. Examples and the terms
// themselves, which are in the tables, are left out.
func Write(lib *pack.Library, tables Tables) []byte {
	c := &coder{}
	code(c, lib, &tables)
	return append(bytes.Clone(magic), c.buf...)
}

// Read gives the library and the tables of an image, whose memory they share.
func Read(image []byte) (*pack.Library, Tables, error) {
	var tables Tables
	rest, ok := bytes.CutPrefix(image, magic)
	if !ok {
		return nil, tables, fmt.Errorf("image: got another beginning, want %q: build it again", magic)
	}
	c := &coder{buf: rest, reading: true}
	lib := &pack.Library{}
	code(c, lib, &tables)
	return lib, tables, c.err
}

func code(c *coder, lib *pack.Library, t *Tables) {
	list(c, &lib.Concepts, concept)
	list(c, &lib.Rules, rule)
	list(c, &lib.Packs, onePack)
	list(c, &lib.Provisions, provision)
	c.tables(t)
	c.bytes(&lib.Model)
}

func (c *coder) tables(t *Tables) {
	texts(c, &t.Languages)
	c.number(&t.Roots[0])
	c.number(&t.Roots[1])
	c.bytes(&t.Packed)
	list(c, &t.Required, (*coder).number)
	list(c, &t.Longest, (*coder).number)
}

// concept codes a concept without its terms; of the languages only that they are there.
func concept(c *coder, p *pack.Concept) {
	text(c, &p.ID)
	text(c, &p.Reach.Kind)
	c.number(&p.Reach.Words)
	table(c, &p.Terms, func(*coder, *[]string) {})
	list(c, &p.Patterns, pattern)
	table(c, &p.Disguised, disguised)
}

func disguised(c *coder, d *pack.Disguised) {
	texts(c, &d.Words)
	texts(c, &d.Beside)
	texts(c, &d.Ordinary)
}

func pattern(c *coder, p *pack.Pattern) {
	text(c, &p.Regexp)
	text(c, &p.Trigger)
	c.number(&p.Digits)
	c.number(&p.Before)
	c.number(&p.After)
	c.flag(&p.Caps)
	text(c, &p.Validator)
}

func severity(c *coder, s *pack.Severity) {
	n := int(*s)
	c.number(&n)
	*s = pack.Severity(n)
}

func rule(c *coder, r *pack.Rule) {
	text(c, &r.ID)
	text(c, &r.Category)
	severity(c, &r.Severity)
	texts(c, &r.Provisions)
	text(c, &r.Scope)
	text(c, &r.On)
	texts(c, &r.Surfaces)
	optional(c, &r.Profile, situation)
	condition(c, &r.When)
	texts(c, &r.Unless)
	texts(c, &r.Soften)
	texts(c, &r.Raise)
	texts(c, &r.Mark)
	table(c, &r.Say, say)
}

func situation(c *coder, s *pack.Situation) {
	texts(c, &s.Status)
	optional(c, &s.Official, (*coder).flag)
	text(c, &s.Device)
}

// maxDepth is how deep conditions may lie within one another.
const maxDepth = 32

func condition(c *coder, p *pack.Condition) {
	if c.depth++; c.depth > maxDepth {
		c.failed(errDeep)
		return
	}
	defer func() { c.depth-- }()
	text(c, &p.Concept)
	list(c, &p.All, condition)
	list(c, &p.Any, condition)
	list(c, &p.None, condition)
	optional(c, &p.Near, func(c *coder, n *pack.Near) {
		texts(c, &n.Of)
		c.number(&n.Words)
		c.flag(&n.Ordered)
	})
	optional(c, &p.Count, func(c *coder, n *pack.Count) {
		texts(c, &n.Of)
		c.number(&n.Min)
	})
	optional(c, &p.Score, func(c *coder, n *pack.Score) {
		table(c, &n.Of, (*coder).number)
		c.number(&n.Min)
	})
	text(c, &p.In)
}

func say(c *coder, s *pack.Say) {
	text(c, &s.Title)
	text(c, &s.Message)
	text(c, &s.Advice)
	list(c, &s.Suggest, func(c *coder, g *pack.Suggest) {
		text(c, &g.Label)
		optional(c, &g.Replace, text[string])
		text(c, &g.Remove)
		text(c, &g.Append)
	})
}

func onePack(c *coder, p *pack.Pack) {
	text(c, &p.ID)
	text(c, &p.Name)
	text(c, &p.Version)
	list(c, &p.Sources, source)
	list(c, &p.Credits, func(c *coder, k *pack.Credit) {
		text(c, &k.What)
		text(c, &k.From)
		text(c, &k.Licence)
	})
	list(c, &p.Contacts, contact)
	table(c, &p.Disclaimers, text[string])
	table(c, &p.ShortDisclaimers, text[string])
	text(c, &p.Disclaimer)
	official(c, &p.Official)
	text(c, &p.Likes)
	list(c, &p.Media, question)
	list(c, &p.Checkup, checkupItem)
	texts(c, &p.Without)
	table(c, &p.Severity, severity)
}

func provision(c *coder, p *pack.Provision) {
	text(c, &p.ID)
	text(c, &p.Org)
	text(c, &p.Document)
	text(c, &p.Place)
	text(c, &p.Says)
}

func source(c *coder, s *pack.Source) {
	text(c, &s.ID)
	text(c, &s.Title)
	text(c, &s.Date)
	text(c, &s.URL)
}

func contact(c *coder, k *pack.Contact) {
	text(c, &k.Role)
	text(c, &k.Address)
	c.flag(&k.Private)
}

func official(c *coder, o *pack.Official) {
	texts(c, &o.Domains)
	texts(c, &o.Handles)
}

func question(c *coder, q *pack.Question) {
	table(c, &q.Ask, text[string])
	texts(c, &q.Provisions)
}

func checkupItem(c *coder, i *pack.CheckupItem) {
	text(c, &i.ID)
	table(c, &i.Ask, text[string])
	table(c, &i.Why, text[string])
	texts(c, &i.Provisions)
	table(c, &i.Links, text[string])
}
