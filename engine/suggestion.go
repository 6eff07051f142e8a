package engine

import (
	"circumspect/engine/pack"
	"circumspect/engine/rule"
	"circumspect/engine/segment"
)

// suggestion makes a change that can be applied to the post of a finding.
func suggestion(t *segment.Text, whole joined, hit rule.Raised, f Finding, s pack.Suggest) Suggestion {
	out := Suggestion{Label: s.Label, Span: f.Span}
	switch {
	case s.Replace != nil:
		out.Text = *s.Replace
	case s.Remove == "sentence":
		out.Span, _ = whole.locate(sentenceWithBlank(t, hit.Sentence))
	case s.Append != "":
		end := whole.end(f.Part) - whole.starts[f.Part]
		out.Span, out.Text = Span{end, end}, " "+s.Append
	}
	return out
}

// sentenceWithBlank gives a sentence with the blank after it, or before it where it
// is the last of its line, so that taking it out leaves no gap.
func sentenceWithBlank(t *segment.Text, n int) Span {
	s := t.Sentences[n]
	span := units(t, int(s.Start), int(s.End))
	if b := t.Fold.Bytes; int(s.End) < len(b) && b[s.End] == ' ' {
		span.End = int(t.Fold.Ends[s.End])
	} else if s.Start > 0 && b[s.Start-1] == ' ' {
		span.Start = int(t.Fold.Starts[s.Start-1])
	}
	return span
}
