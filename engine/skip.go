package engine

import (
	"slices"

	"circumspect/engine/rule"
)

// langOf gives the language of a sentence; "" is not known.
func (r *reading) langOf(s *scratch, sentence int) string {
	if lang := s.text.Sentences[sentence].Lang; lang != "" {
		return lang
	}
	return r.lang
}

// reads tells whether there are rules in a language and the user wants it checked.
func (c *Checker) reads(lang string) bool { return c.engine.langs[lang] && !c.profile.skips(lang) }

// withoutSkipped leaves out what stands in sentences that the user does not want checked,
// but for words of the watchlist.
func (c *Checker) withoutSkipped(s *scratch, r reading, raised []rule.Raised) []rule.Raised {
	if len(c.profile.SkipLanguages) == 0 {
		return raised
	}
	return slices.DeleteFunc(raised, func(hit rule.Raised) bool {
		return !r.chosen[hit.Rule].anyLanguage && c.profile.skips(r.langOf(s, hit.Sentence))
	})
}

// noteSkipped notes the languages of a text that the user does not want checked.
func (c *Checker) noteSkipped(s *scratch, r reading, notes []Note) []Note {
	if len(c.profile.SkipLanguages) == 0 {
		return notes
	}
	for i := range s.text.Sentences {
		lang := r.langOf(s, i)
		if note := (Note{"skipped", lang}); c.profile.skips(lang) && !slices.Contains(notes, note) {
			notes = append(notes, note)
		}
	}
	return notes
}
