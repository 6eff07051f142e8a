package eval

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"circumspect/engine"
)

// WriteList prints the posts that were missed or flagged without need, with the rules
// that fired and the words they marked.
func WriteList(out io.Writer, outcomes []Outcome) error {
	w := bufio.NewWriter(out)
	for _, part := range []struct {
		title  string
		belong func(*Outcome) bool
	}{
		{"missed", func(o *Outcome) bool { return o.post.Expect.breaks() && !o.whole.hit }},
		{"false alarms", func(o *Outcome) bool { return o.post.Expect.harmless() && o.whole.proper }},
		{"hints on harmless posts", func(o *Outcome) bool { return o.post.Expect.harmless() && o.whole.any && !o.whole.proper }},
		{"flagged, no verdict", func(o *Outcome) bool { return !o.post.Expect.given && o.whole.any }},
	} {
		writePart(w, part.title, outcomes, part.belong)
	}
	return w.Flush()
}

// writePart prints the posts that belong to one part of the list, or nothing.
func writePart(w io.Writer, title string, outcomes []Outcome, belong func(*Outcome) bool) {
	var posts []*Outcome
	for i := range outcomes {
		if belong(&outcomes[i]) {
			posts = append(posts, &outcomes[i])
		}
	}
	if len(posts) == 0 {
		return
	}
	fmt.Fprintf(w, "\n  %s: %d\n", title, len(posts))
	for _, o := range posts {
		o.write(w)
	}
}

// write prints one post: what it is, which rules fired, and its text.
func (o *Outcome) write(w io.Writer) {
	p := o.post
	about := []string{fmt.Sprint(p.ID)}
	for _, word := range []string{p.Org, p.Surface, p.Kind, strings.Join(p.Expect.categories, ", ")} {
		if word != "" {
			about = append(about, word)
		}
	}
	fmt.Fprintf(w, "  %s\n", strings.Join(about, " · "))
	for i := range o.found {
		f := &o.found[i]
		fmt.Fprintf(w, "      %s %s “%s”\n", f.Severity, f.Rule, p.marked(f))
	}
	wrapped(w, "      ", p.words())
}

// marked gives the words that a finding underlines.
func (p *post) marked(f *engine.Finding) string {
	text := p.Text
	switch {
	case f.Shared:
		text = p.Shared.Text
	case f.Part < len(p.Parts):
		text = p.Parts[f.Part]
	}
	units := utf16.Encode([]rune(text))
	start := min(f.Span.Start, len(units))
	return onOneLine(string(utf16.Decode(units[start:max(start, min(f.Span.End, len(units)))])))
}

// onOneLine puts single blanks in place of line breaks and the like.
func onOneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// wide is how many characters a line of the report has.
const wide = 100

// wrapped prints a text in lines that begin with an indent.
func wrapped(w io.Writer, indent, text string) {
	line := indent
	for _, word := range strings.Fields(text) {
		if len(line) > len(indent) && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > wide {
			fmt.Fprintln(w, line)
			line = indent
		}
		if len(line) > len(indent) {
			line += " "
		}
		line += word
	}
	fmt.Fprintln(w, line)
}
