package engine

import (
	"circumspect/engine/learned"
	"circumspect/engine/match"
	"circumspect/engine/pack"
)

// modelLang is the language of the posts that the model learned from.
const modelLang = "en"

// learn records, as hits of built-in concepts, the words that weighed most in every
// passage that the model reads as a breach, and notes the passages that read as harmless.
func (e *Engine) learn(s *scratch, surface, org string) {
	s.harmless = s.harmless[:0]
	if e.model == nil || s.text.Lang != "" && s.text.Lang != modelLang {
		return
	}
	if surface == "" {
		surface = "post"
	}
	s.reader.Row, s.reader.Names = e.row, e.names
	s.sums = append(s.sums[:0], make([]int32, len(e.model.Outputs))...)
	s.reader.Open(learned.Input{Text: &s.text, Hits: &s.hits, Org: org, Surface: surface})
	for _, p := range learned.Passages(&s.text) {
		if features := s.reader.Read(p); len(features) > 0 {
			e.model.Sums(features, s.sums)
			e.judge(s, features, p)
		}
	}
}

// judge records what the sums of a passage say.
func (e *Engine) judge(s *scratch, features []learned.Feature, p learned.Passage) {
	if e.model.ReadsHarmless(s.sums) {
		s.harmless = append(s.harmless, p)
	}
	for _, output := range e.model.Judge(s.sums) {
		for _, w := range e.model.Weighed(features, output, p) {
			word := s.text.Words[w]
			s.hits.Add(&s.text, match.ReadsAs(output), int(word.Start), int(word.End))
		}
	}
}

// softened lowers what a phrase says to a hint where the passage as a whole reads as
// harmless. A warning falls only where the category is about how things are said; one
// about what is told (a marking, a password, an hour) rests on what cannot be meant
// otherwise.
func (s *scratch) softened(severity pack.Severity, category string, sentence int) pack.Severity {
	if severity == pack.Warning && !pack.AboutTone(category) {
		return severity
	}
	for _, p := range s.harmless {
		if int(p.FirstSentence) <= sentence && sentence < int(p.EndSentence) {
			return pack.Hint
		}
	}
	return severity
}
