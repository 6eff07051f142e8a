package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"circumspect/engine"
	"circumspect/engine/pack"

	"golang.org/x/text/width"
)

// page shows a result to a person.
type page struct {
	out      io.Writer
	colour   bool
	lib      *pack.Library
	document engine.Document
}

// show writes every finding, the notes and a count.
func (p page) show(result engine.Result) error {
	w := bufio.NewWriter(p.out)
	for i := range result.Findings {
		p.finding(w, &result.Findings[i])
	}
	for _, note := range result.Notes {
		fmt.Fprintln(w, "Not checked:", noteInWords(note))
	}
	fmt.Fprintln(w, count(result.Findings))
	return w.Flush()
}

// finding shows one finding: what and where, why, what to do, and on which grounds.
func (p page) finding(w io.Writer, f *engine.Finding) {
	text := textOf(p.document, f)
	fmt.Fprintf(w, "%s  %s  %s\n", p.paint(f.Severity, f.Severity.String()), p.bold(f.Title), p.dim(f.Rule))
	if f.Was != 0 {
		fmt.Fprintf(w, "    %s\n", p.dim("changed by your organisation from "+f.Was.String()))
	}
	p.excerpt(w, text, f)
	fmt.Fprintf(w, "    %s\n    %s\n", f.Message, f.Advice)
	for _, suggestion := range f.Suggestions {
		fmt.Fprintf(w, "    - %s%s\n", suggestion.Label, effect(suggestion))
	}
	for _, id := range f.Provisions {
		fmt.Fprintf(w, "    %s\n", p.dim(p.provision(id)))
	}
	fmt.Fprintln(w)
}

// textOf gives the text that a finding stands in.
func textOf(document engine.Document, f *engine.Finding) string {
	switch {
	case f.Shared:
		return document.Shared.Text
	case len(document.Parts) > 0:
		return document.Parts[f.Part]
	}
	return document.Text
}

// effect says what a suggestion puts in place.
func effect(s engine.Suggestion) string {
	if text := strings.TrimSpace(s.Text); text != "" {
		return ": \u201c" + text + "\u201d"
	}
	return ""
}

// provision names a provision and where it stands.
func (p page) provision(id string) string {
	i := slices.IndexFunc(p.lib.Provisions, func(provision pack.Provision) bool { return provision.ID == id })
	if i < 0 {
		return id
	}
	return id + ": " + p.lib.Provisions[i].Document + ", " + p.lib.Provisions[i].Place
}

// around is how many characters of the text are shown before and after a finding.
const around = 30

// excerpt shows the words of a finding, underlined: in colour by the terminal, else by
// a second line. The shape of the line tells the severity too.
func (p page) excerpt(w io.Writer, text string, f *engine.Finding) {
	start, end := byteAt(text, f.Span.Start), byteAt(text, f.Span.End)
	before, marked, after := tail(oneLine(text[:start]), around), shorten(oneLine(text[start:end])), head(oneLine(text[end:]), around)
	if p.colour {
		fmt.Fprintf(w, "    %s%s%s\n", before, p.underline(f.Severity, marked), after)
		return
	}
	fmt.Fprintf(w, "    %s%s%s\n", before, marked, after)
	shape := map[pack.Severity]string{pack.Hint: ".", pack.Caution: "~", pack.Warning: "^"}[f.Severity]
	fmt.Fprintf(w, "    %s%s\n", strings.Repeat(" ", columns(before)), strings.Repeat(shape, max(1, columns(marked))))
}

// byteAt gives the byte offset of a UTF-16 offset.
func byteAt(text string, units int) int {
	for i, r := range text {
		if units <= 0 {
			return i
		}
		if units--; r > 0xFFFF {
			units--
		}
	}
	return len(text)
}

// oneLine shows line breaks as blanks and leaves out what a terminal would obey.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, text)
}

// tail gives the last characters of a text.
func tail(text string, characters int) string {
	for at := len(text); at > 0; characters-- {
		if characters == 0 {
			return "…" + text[at:]
		}
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
	}
	return text
}

// head gives the first characters of a text.
func head(text string, characters int) string {
	for at := range text {
		if characters == 0 {
			return text[:at] + "…"
		}
		characters--
	}
	return text
}

// shorten leaves out the middle of what is longer than a line, as the words of a rule on
// whole texts are.
func shorten(text string) string {
	if utf8.RuneCountInString(text) <= 3*around {
		return text
	}
	return head(text, 2*around) + strings.TrimPrefix(tail(text, around), "…")
}

// columns counts the columns a text takes on a terminal.
func columns(text string) int {
	n := 0
	for _, r := range text {
		switch kind := width.LookupRune(r).Kind(); {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case kind == width.EastAsianWide || kind == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

// count sums up. Nothing found is never an all-clear: rules miss things.
func count(findings []engine.Finding) string {
	if len(findings) == 0 {
		return "Nothing found. That is no promise that nothing is there."
	}
	var words []string
	for _, severity := range []pack.Severity{pack.Warning, pack.Caution, pack.Hint} {
		n := 0
		for i := range findings {
			if findings[i].Severity == severity {
				n++
			}
		}
		if n > 0 {
			words = append(words, fmt.Sprintf("%d %s", n, plural(severity.String(), n)))
		}
	}
	return fmt.Sprintf("%d %s: %s.", len(findings), plural("finding", len(findings)), strings.Join(words, ", "))
}

// plural gives the word for so many.
func plural(word string, n int) string {
	if n == 1 {
		return word
	}
	return word + "s"
}

// noteInWords says what was not looked at, since silence would read as an all-clear.
func noteInWords(note engine.Note) string {
	switch note.Kind {
	case "cut":
		return "what comes after the first " + note.What + " characters."
	case "not-evaluated":
		return "the rule " + note.What + ", which came to its bound on this text."
	case "language":
		if note.What == "und" {
			return "a language that could not be told."
		}
		return "the language " + note.What + ", for which there are no words yet."
	case "silenced":
		return "the rule " + note.What + ", which your organisation silences."
	case "skipped":
		return "the language " + note.What + ", which you do not want checked."
	}
	return note.Kind + " " + note.What
}

// coloured tells whether to use colour: on a terminal that can, unless NO_COLOR is set.
func coloured(out io.Writer) bool {
	file, ok := out.(*os.File)
	return ok && isTerminal(file) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// isTerminal tells whether a person is at the other end; /dev/null counts too, harmlessly.
func isTerminal(file *os.File) bool {
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// style wraps text in the codes of a terminal, or leaves it as it is.
func (p page) style(code, text string) string {
	if !p.colour {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func (p page) bold(text string) string { return p.style("1", text) }
func (p page) dim(text string) string  { return p.style("2", text) }

// paint colours a word by severity.
func (p page) paint(s pack.Severity, text string) string { return p.style(colourOf(s)+";1", text) }

// underline draws the line of a severity: dotted, curly or straight where the terminal
// knows the difference, straight elsewhere.
func (p page) underline(s pack.Severity, text string) string {
	shape := map[pack.Severity]string{pack.Hint: "4:4", pack.Caution: "4:3", pack.Warning: "4"}[s]
	return p.style("4;"+shape+";"+colourOf(s), text)
}

// colourOf gives the terminal colour of a severity: blue, yellow or red.
func colourOf(s pack.Severity) string {
	return map[pack.Severity]string{pack.Hint: "34", pack.Caution: "33", pack.Warning: "31"}[s]
}
