package engine

import (
	"bytes"
	"cmp"
	"slices"

	"circumspect/engine/segment"
)

// Bio is what a profile says of its owner.
type Bio struct {
	Text   string // the bio, headline or introduction
	Name   string // the display name; "" is not known
	Handle string // without @; "" is not known
	Site   string // x linkedin facebook or none
	Limit  int    // how many UTF-16 code units the box takes; 0 is no limit
}

// maxBioUnits is how many UTF-16 code units of a bio are read; no site takes more.
const maxBioUnits = 5000

// Grade says how a disclaimer was recognised.
type Grade string

// The grades.
const (
	Full            Grade = "full"             // views are one's own, and not the organisation's
	Short           Grade = "short"            // one of the two
	EndorsementOnly Grade = "endorsement-only" // only that sharing is no endorsement
	Contradicts     Grade = "contradicts"      // a disclaimer beside words that speak for the organisation
	NoDisclaimer    Grade = "none"             // none that is recognised
)

// Concern is something in a profile to think about.
type Concern struct {
	Kind  string // official-looking, emblem, former or work-email
	Where string // bio, name or handle
	Span  Span   // in the text that Where names
}

// BioResult is what was recognised in a profile. Its twin is BioAnswer in
// extension/src/shared/protocol.ts; testdata/contract/bio.json is read by the tests of both.
type BioResult struct {
	Grade Grade
	// Enough is true where the pack is content with the grade, or where nothing in the profile
	// points to the organisation.
	Enough     bool
	Employer   []Span // in the bio, like Disclaimer
	Disclaimer []Span
	Concerns   []Concern
	Lang       string // of the bio; "" where too short to tell
	Texts      []ReadyText
}

// The kinds of concerns.
const (
	officialLooking = "official-looking"
	emblem          = "emblem"
	formerStaff     = "former"
	workEmail       = "work-email"
)

// Bio tells whether a profile names the organisation and carries a disclaimer.
func (c *Checker) Bio(b Bio) BioResult {
	s, ok := c.scratch.Get().(*scratch)
	if !ok {
		s = &scratch{}
	}
	defer c.scratch.Put(s)
	text, _ := limit(b.Text, maxBioUnits)
	claimed := c.claimsOf(s, text)
	r := BioResult{Grade: claimed.grade(), Employer: c.employerSpans(claimed), Disclaimer: claimed.disclaimerSpans(), Lang: s.text.Lang}
	r.Concerns = c.concerns(claimed, "bio")
	r.Texts = c.readyTexts(r.Lang, textUnits(b.Text), b.Limit)
	if c.profile.Status == "former" {
		for _, at := range r.Employer {
			r.Concerns = append(r.Concerns, Concern{formerStaff, "bio", at})
		}
	}
	r.Concerns = append(r.Concerns, c.nameConcerns(s, b.Name)...)
	r.Concerns = append(r.Concerns, c.handleConcerns(s, b.Handle)...)
	r.Enough = c.enough(&r, b.Handle)
	return r
}

// enough tells whether the pack asks for nothing more. An official account needs no
// disclaimer.
func (c *Checker) enough(r *BioResult, handle string) bool {
	if c.profile.Official || c.pack.Official.Has(handle) || c.profile.writesOn(handle) {
		return true
	}
	named := len(r.Employer) > 0 || slices.ContainsFunc(r.Concerns, func(k Concern) bool { return k.Kind != emblem })
	return !named || r.Grade == Full || r.Grade == Short && c.pack.Disclaimer == ""
}

// claimsOf reads what a text claims.
func (c *Checker) claimsOf(s *scratch, text string) *claims {
	s.text.Disguises = c.engine.disguises
	s.text.Segment(text)
	c.engine.matcher.FindInProfile(&s.text, &s.hits)
	return c.engine.readClaims(s, text)
}

// grade grades the disclaimer of a bio.
func (c *claims) grade() Grade {
	ours, theirs := c.disclaimers()
	own, not := len(ours) > 0, len(theirs) > 0
	switch {
	case (own || not || len(c.endorsement()) > 0) && c.institutional():
		return Contradicts
	case own && not && apart(ours, theirs):
		return Full
	case own || not:
		return Short
	case len(c.endorsement()) > 0:
		return EndorsementOnly
	}
	return NoDisclaimer
}

// apart tells whether two claims are made, and not one that can be read as either.
func apart(ours, theirs []mark) bool {
	return slices.ContainsFunc(ours, func(o mark) bool {
		return slices.ContainsFunc(theirs, func(t mark) bool {
			return !(o.first <= t.first && t.end <= o.end) && !(t.first <= o.first && o.end <= t.end)
		})
	})
}

// institutional tells whether the text claims to speak for an organisation that we know.
func (c *claims) institutional() bool {
	return len(c.official()) > 0 && len(c.marks("bio-house", "employer-ec", "employer-osce", "employer-un")) > 0
}

// disclaimerSpans gives where the text says whose views are told, or else that sharing is no
// endorsement.
func (c *claims) disclaimerSpans() []Span {
	ours, theirs := c.disclaimers()
	list := slices.Concat(ours, theirs)
	if len(list) == 0 {
		list = c.endorsement()
	}
	return c.spans(list)
}

// employerSpans gives where the organisation is named: in words, or by a handle of its own.
func (c *Checker) employerSpans(claimed *claims) []Span {
	list := claimed.employers(c.pack.ID)
	t := claimed.text
	for _, m := range t.Marks {
		if m.Kind == segment.Mention && c.pack.Official.Has(string(t.Fold.Bytes[m.Start:m.End])) {
			list = append(list, mark{t.WordAt(int(m.Start)), t.WordAt(int(m.End))})
		}
	}
	return claimed.spans(list)
}

// concerns gives what in a bio or a name looks official, shows signs of the organisation or
// tells a work address.
func (c *Checker) concerns(claimed *claims, where string) []Concern {
	var list []Concern
	add := func(kind string, marks []mark) {
		for _, at := range claimed.spans(marks) {
			list = append(list, Concern{kind, where, at})
		}
	}
	add(emblem, claimed.marks("emblem-word"))
	for _, m := range claimed.text.Marks {
		address := claimed.text.Fold.Bytes[m.Start:m.End]
		if _, host, _ := bytes.Cut(address, []byte("@")); m.Kind == segment.EmailAddress && c.pack.Official.HasHost(string(host)) {
			list = append(list, Concern{workEmail, where, units(claimed.text, int(m.Start), int(m.End))})
		}
	}
	return list
}

// nameConcerns gives what in a display name looks official.
func (c *Checker) nameConcerns(s *scratch, name string) []Concern {
	if name == "" {
		return nil
	}
	name, _ = limit(name, maxBioUnits)
	claimed := c.claimsOf(s, name)
	list := c.concerns(claimed, "name")
	for _, hit := range claimed.hit["emblem-flag"] {
		list = append(list, Concern{emblem, "name", units(claimed.text, int(hit.Start), int(hit.End))})
	}
	for _, at := range c.employerSpans(claimed) {
		list = append(list, Concern{officialLooking, "name", at})
	}
	return list
}

// spans gives the UTF-16 code units of marks, in order; those that overlap become one.
func (c *claims) spans(marks []mark) []Span {
	slices.SortFunc(marks, func(a, b mark) int { return cmp.Or(a.first-b.first, b.end-a.end) })
	var list []Span
	for _, m := range marks {
		if m.first >= m.end {
			continue
		}
		start, end := c.span(m)
		at := units(c.text, start, end)
		if n := len(list); n > 0 && at.Start < list[n-1].End {
			list[n-1].End = max(list[n-1].End, at.End)
			continue
		}
		list = append(list, at)
	}
	return list
}
