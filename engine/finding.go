package engine

import "circumspect/engine/pack"

// Finding is one place where the text may break a guideline. Its twin is
// extension/src/shared/finding.ts; testdata/contract/result.json is read by the
// tests of both.
type Finding struct {
	Rule        string
	Category    string
	Severity    pack.Severity
	Was         pack.Severity `json:",omitzero"` // without the house pack; 0 where that changes nothing
	Span        Span          // in the part's text, or in the shared text
	Part        int           // which post of a thread, from 0
	Shared      bool          // the span lies in what is quoted or shared
	Provisions  []string      // of the active pack only
	Title       string
	Message     string
	Advice      string
	Suggestions []Suggestion
	Weighed     []Span // the words that weighed, where several signals made the judgement; UTF-16 code units, in order
}

// Suggestion is a change the writer may accept: put Text in place of Span.
type Suggestion struct {
	Label string
	Span  Span
	Text  string
}

// Result is the answer to one document.
type Result struct {
	Findings []Finding // by part, start, end, rule
	Notes    []Note
	// Langs are the languages of the text's sentences that there are rules in, in the order
	// of the text; none where it is too short to tell.
	Langs []string
}

// Note says what was not looked at, and why.
type Note struct {
	Kind string // cut, not-evaluated, silenced, language or skipped
	// What is the number of code units read (cut), the rule (not-evaluated; silenced: it would
	// have spoken, had the house pack not silenced it), the language
	// code, "und" where unknown (language), or the code of a language that the user does
	// not want checked (skipped).
	What string
}
