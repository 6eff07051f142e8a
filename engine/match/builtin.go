package match

import (
	"bytes"
	"strings"

	"circumspect/engine/segment"
)

// Numbers of built-in concepts, in the order of pack.BuiltIns.
const (
	conceptLink Concept = iota
	conceptOfficialLink
	conceptUnofficialLink
	conceptMention
	conceptHashtag
	conceptQuotation
	conceptEmailAddress
	conceptShouting
	conceptExclaiming
	conceptQuestion
	conceptStructuredText
	conceptThread
	conceptLongText
	conceptOwnField
	conceptWatchlist
	conceptAppDiscouraged
	conceptAppBanned
	conceptReadsAs                               // of the first category; the others follow
	conceptBreaks  = conceptReadsAs + categories // of the first shared category; the others follow
	conceptClaimed = conceptBreaks + sharedCategories
)

const (
	categories       = 20 // see pack.Categories
	sharedCategories = 5  // see pack.SharedCategories
	claims           = 4  // of a profile: employer, own views, not the organisation's, official
)

// OwnField is the concept of the user's field of work.
const OwnField = conceptOwnField

// Breaks gives the concept that stands for a fault in a shared text, by the number of the
// category in pack.SharedCategories.
func Breaks(category int) Concept { return conceptBreaks + Concept(category) }

// ReadsAs gives the concept that stands for the learned signal of a category, by the
// number of the category in pack.Categories.
func ReadsAs(category int) Concept { return conceptReadsAs + Concept(category) }

// Claimed gives the concept that stands for a claim of a profile: 0 names the employer, 1 says that
// views are own, 2 that they are not the organisation's, 3 that the profile is official.
func Claimed(claim int) Concept { return conceptClaimed + Concept(claim) }

// Learned tells whether a concept stands for the learned signal.
func Learned(c Concept) bool { return c >= conceptReadsAs && c < conceptBreaks }

// BuiltInCount is how many concepts have no file: those above, and the categories.
const BuiltInCount = int(conceptClaimed) + claims

const (
	minPoints    = 3   // that make a text structured
	minLongUnits = 900 // UTF-16 code units that make a text long
	minThread    = 4   // posts that make a thread
)

// Official lists the hosts and handles where organisations publish.
type Official struct {
	Domains []string
	Handles []string
}

// builtins records the hits of built-in concepts.
func (m *Matcher) builtins(t *segment.Text, h *Hits, parts int) {
	points := 0
	for _, mark := range t.Marks {
		start, end := int(mark.Start), int(mark.End)
		switch mark.Kind {
		case segment.Link:
			h.add(t, conceptLink, start, end)
			if m.official.host(segment.Host(t.Fold.Bytes[start:end])) {
				h.add(t, conceptOfficialLink, start, end)
			} else {
				h.add(t, conceptUnofficialLink, start, end)
			}
		case segment.Mention:
			h.add(t, conceptMention, start, end)
			if m.official.handle(t.Fold.Bytes[start+1 : end]) {
				h.add(t, conceptOfficialLink, start, end)
			}
		case segment.Point:
			if points++; points == minPoints {
				h.add(t, conceptStructuredText, start, end)
			}
		case segment.Digits:
		default:
			h.add(t, ofKind(mark.Kind), start, end)
		}
	}
	if n := len(t.Fold.Bytes); n > 0 && t.Fold.Units >= minLongUnits {
		h.add(t, conceptLongText, 0, n)
	}
	if n := len(t.Fold.Bytes); n > 0 && parts >= minThread {
		h.add(t, conceptThread, 0, n)
	}
}

// ofKind gives the concept of a mark that needs no further look.
func ofKind(k segment.Kind) Concept {
	switch k {
	case segment.Hashtag:
		return conceptHashtag
	case segment.Quotation:
		return conceptQuotation
	case segment.EmailAddress:
		return conceptEmailAddress
	case segment.Shouting:
		return conceptShouting
	case segment.Exclaiming:
		return conceptExclaiming
	case segment.Question:
		return conceptQuestion
	default:
		return conceptThread
	}
}

// host tells whether host is one of the domains or below one.
func (o *Official) host(host []byte) bool {
	for _, d := range o.Domains {
		if rest, ok := bytes.CutSuffix(host, []byte(d)); ok && (len(rest) == 0 || rest[len(rest)-1] == '.') {
			return true
		}
	}
	return false
}

func (o *Official) handle(handle []byte) bool {
	for _, h := range o.Handles {
		if strings.EqualFold(h, string(handle)) {
			return true
		}
	}
	return false
}
