package engine

import "slices"

// ReadyText is a disclaimer of the pack, ready to be put behind a bio.
type ReadyText struct{ Lang, Text string }

// readyTexts gives the pack's disclaimers that fit beside a bio of so many UTF-16 code units,
// in the language of the bio, of the user, and in English. Where the text in full does not
// fit, its short form may.
func (c *Checker) readyTexts(lang string, units, limit int) []ReadyText {
	room := limit - units
	if units > 0 {
		room-- // a blank or line break between
	}
	var texts []ReadyText
	for i, l := range []string{lang, c.profile.Lang, "en"} {
		if slices.Contains([]string{lang, c.profile.Lang}[:min(i, 2)], l) {
			continue
		}
		for _, text := range []string{c.pack.Disclaimers[l], c.pack.ShortDisclaimers[l]} {
			if text != "" && (limit == 0 || textUnits(text) <= room) {
				texts = append(texts, ReadyText{l, text})
				break
			}
		}
	}
	return texts
}
