package engine

import (
	"slices"
	"strings"
	"unicode"
)

// handleConcerns tells whether a handle looks like one of the organisation's. One that is on
// its list does not only look so.
func (c *Checker) handleConcerns(s *scratch, handle string) []Concern {
	if handle == "" || c.pack.Official.Has(handle) || c.profile.writesOn(handle) {
		return nil
	}
	claimed := c.claimsOf(s, handle+"\n"+spaced(handle))
	looks := len(claimed.employers(c.pack.ID)) > 0 || slices.ContainsFunc(claimed.marks(claimed.familyConcepts("handle-", c.pack.ID)...), func(m mark) bool {
		return m.first == 0 || claimed.clause[m.first] != claimed.clause[m.first-1]
	})
	if !looks {
		return nil
	}
	return []Concern{{officialLooking, "handle", Span{0, textUnits(handle)}}}
}

// spaced puts blanks between the words of a handle: UN_MariaBerg is UN Maria Berg.
func spaced(handle string) string {
	runes := []rune(handle)
	var b strings.Builder
	for i, r := range runes {
		if i > 0 && unicode.IsUpper(r) && (unicode.IsLower(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1])) {
			b.WriteByte(' ')
		}
		if strings.ContainsRune("_.-", r) || unicode.IsDigit(r) {
			r = ' '
		}
		b.WriteRune(r)
	}
	return b.String()
}
