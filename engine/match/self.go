package match

import (
	"bytes"
	"slices"

	"circumspect/engine/segment"
)

// ForgetSelf takes out the mentions of an account and the links to it: who writes is nobody
// else. handle has no @; "" is not known.
func (h *Hits) ForgetSelf(t *segment.Text, handle string) {
	if handle == "" {
		return
	}
	for _, c := range []Concept{conceptMention, conceptLink, conceptUnofficialLink} {
		h.Of[c] = slices.DeleteFunc(h.Of[c], func(hit Hit) bool {
			return names(t.Fold.Bytes[hit.Start:hit.End], []byte(handle))
		})
	}
}

// names tells whether a mention or a link, of whatever site, names an account.
func names(mark, handle []byte) bool {
	if mark[0] == '@' {
		return bytes.EqualFold(mark[1:], handle)
	}
	steps := bytes.FieldsFunc(mark, func(r rune) bool { return r == '/' || r == '?' || r == '#' })
	return slices.ContainsFunc(steps[min(1, len(steps)):], func(step []byte) bool {
		return bytes.EqualFold(bytes.TrimPrefix(step, []byte("@")), handle)
	})
}
