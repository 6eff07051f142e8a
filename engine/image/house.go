package image

import (
	"bytes"
	"errors"
	"fmt"

	"circumspect/engine/pack"
)

// houseMagic begins the payload of every envelope; its figure changes with the form.
var houseMagic = []byte("circumspect house pack 1\n")

// WriteHouse gives the payload of a house pack: what Write gives of a library. The tables
// number the pack's own concepts from 0.
func WriteHouse(h *pack.House, tables Tables) []byte {
	c := &coder{}
	house(c, h, &tables)
	return append(bytes.Clone(houseMagic), c.buf...)
}

// ReadHouse gives the house pack and the tables of a payload, whose memory they share. It
// reads any bytes without harm; whether the tables make an automaton, package match tells.
func ReadHouse(payload []byte) (*pack.House, Tables, error) {
	var tables Tables
	rest, ok := bytes.CutPrefix(payload, houseMagic)
	if !ok {
		return nil, tables, fmt.Errorf("payload: got another beginning, want %q", houseMagic)
	}
	c := &coder{buf: rest, reading: true}
	h := &pack.House{}
	house(c, h, &tables)
	switch {
	case c.err != nil:
		return nil, tables, fmt.Errorf("payload: %w", c.err)
	case len(c.buf) > 0:
		return nil, tables, errors.New("payload: got more bytes than it needs, want none behind it")
	}
	return h, tables, nil
}

func house(c *coder, h *pack.House, t *Tables) {
	text(c, &h.ID)
	text(c, &h.Name)
	text(c, &h.Extends)
	c.number(&h.Version)
	texts(c, &h.Languages)
	list(c, &h.Sources, source)
	list(c, &h.Contacts, contact)
	table(c, &h.Disclaimers, text[string])
	table(c, &h.ShortDisclaimers, text[string])
	official(c, &h.Official)
	texts(c, &h.Apps.Recommended)
	texts(c, &h.Apps.Discouraged)
	texts(c, &h.Apps.Banned)
	list(c, &h.Media, question)
	list(c, &h.Checkup, checkupItem)
	texts(c, &h.Without)
	table(c, &h.Severity, severity)
	list(c, &h.News, func(c *coder, n *pack.News) {
		c.number(&n.Version)
		table(c, &n.Says, text[string])
	})
	list(c, &h.Watch, func(c *coder, w *pack.Watched) {
		text(c, &w.Word)
		text(c, &w.Until)
	})
	list(c, &h.Concepts, func(c *coder, p *pack.Concept) {
		concept(c, p)
		c.flag(&p.Internal)
	})
	list(c, &h.Rules, func(c *coder, r *pack.Rule) {
		rule(c, r)
		c.flag(&r.Internal)
	})
	list(c, &h.Provisions, provision)
	c.tables(t)
}

// Rule gives the bytes of a rule, which are the same for rules that judge and speak alike.
func Rule(r *pack.Rule) []byte {
	c := &coder{}
	rule(c, r)
	return c.buf
}
