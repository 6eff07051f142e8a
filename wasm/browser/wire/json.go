package wire

import (
	"maps"
	"slices"
	"strconv"
	"unicode/utf8"

	"circumspect/engine"
	"circumspect/engine/pack"
	"circumspect/engine/trust"
	"circumspect/wasm/browser/judge"
)

// writer writes JSON. Every value is followed by a comma, which closing takes back.
type writer struct{ b []byte }

func (w *writer) open(c byte) { w.b = append(w.b, c) }

func (w *writer) close(c byte) {
	if n := len(w.b); w.b[n-1] == ',' {
		w.b = w.b[:n-1]
	}
	w.b = append(w.b, c, ',')
}

// done gives what was written, without the last comma.
func (w *writer) done() []byte { return w.b[:len(w.b)-1] }

// key writes a key, which must need no escapes.
func (w *writer) key(k string) {
	w.b = append(w.b, '"')
	w.b = append(w.b, k...)
	w.b = append(w.b, '"', ':')
}

func (w *writer) number(k string, n int) {
	w.key(k)
	w.b = strconv.AppendInt(w.b, int64(n), 10)
	w.b = append(w.b, ',')
}

func (w *writer) flag(k string, v bool) {
	w.key(k)
	w.b = strconv.AppendBool(w.b, v)
	w.b = append(w.b, ',')
}

func (w *writer) text(k, s string) {
	w.key(k)
	w.value(s)
}

func (w *writer) texts(k string, list []string) {
	w.key(k)
	w.open('[')
	for _, s := range list {
		w.value(s)
	}
	w.close(']')
}

// objects writes a list of objects; fields writes what stands in one.
func objects[T any](w *writer, k string, items []T, fields func(*T)) {
	w.key(k)
	w.open('[')
	for i := range items {
		w.open('{')
		fields(&items[i])
		w.close('}')
	}
	w.close(']')
}

const hex = "0123456789abcdef"

// value writes a string value.
func (w *writer) value(s string) {
	w.b = append(w.b, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 {
				w.b = append(append(w.b, s[start:i]...), "\ufffd"...)
				start = i + 1
			}
			i += size
			continue
		}
		if c < ' ' || c == '"' || c == '\\' {
			w.b = append(w.b, s[start:i]...)
			if c < ' ' {
				w.b = append(w.b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
			} else {
				w.b = append(w.b, '\\', c)
			}
			start = i + 1
		}
		i++
	}
	w.b = append(w.b, s[start:]...)
	w.b = append(w.b, '"', ',')
}

// Result writes the answer to one document in the form of
// extension/src/shared/finding.ts, into memory that b had before.
func Result(b []byte, r engine.Result) []byte {
	w := writer{b[:0]}
	w.open('{')
	objects(&w, "findings", r.Findings, w.finding)
	objects(&w, "notes", r.Notes, func(n *engine.Note) {
		w.text("kind", n.Kind)
		w.text("what", n.What)
	})
	w.texts("langs", r.Langs)
	w.close('}')
	return w.done()
}

func (w *writer) finding(f *engine.Finding) {
	w.text("rule", f.Rule)
	w.text("category", f.Category)
	w.text("severity", f.Severity.String())
	if f.Was != 0 {
		w.text("was", f.Was.String())
	}
	w.number("start", f.Span.Start)
	w.number("end", f.Span.End)
	w.number("part", f.Part)
	w.flag("shared", f.Shared)
	w.weighed(f.Weighed)
	w.texts("provisions", f.Provisions)
	w.text("title", f.Title)
	w.text("message", f.Message)
	w.text("advice", f.Advice)
	objects(w, "suggestions", f.Suggestions, func(s *engine.Suggestion) {
		w.text("label", s.Label)
		w.number("start", s.Span.Start)
		w.number("end", s.Span.End)
		w.text("text", s.Text)
	})
}

// weighed writes the words that weighed as pairs; most findings have none, and no key.
func (w *writer) weighed(spans []engine.Span) {
	if len(spans) == 0 {
		return
	}
	w.spans("weighed", spans)
}

// spans writes spans as pairs.
func (w *writer) spans(k string, spans []engine.Span) {
	w.key(k)
	w.open('[')
	for _, s := range spans {
		w.open('[')
		w.b = append(strconv.AppendInt(w.b, int64(s.Start), 10), ',')
		w.b = append(strconv.AppendInt(w.b, int64(s.End), 10), ',')
		w.close(']')
	}
	w.close(']')
}

// Pack is what the user may know of the active pack.
type Pack struct {
	*pack.Pack
	Media      []engine.Question
	Checkup    []engine.CheckupItem
	Provisions []pack.Provision
	Rules      int
	House      *judge.House   // nil where none judges
	Refusal    *trust.Refusal // nil where no house pack was refused
}

// PackOf gathers what the user may know of a checker's pack.
func PackOf(c *engine.Checker, house *judge.House, refusal *trust.Refusal) Pack {
	return Pack{c.Pack(), c.Media(), c.Checkup(), c.Provisions(), c.Rules(), house, refusal}
}

// PackInfo writes a pack in the form of extension/src/shared/finding.ts.
func PackInfo(p Pack) []byte {
	var w writer
	w.open('{')
	w.text("id", p.ID)
	w.text("name", p.Name)
	w.text("version", p.Version)
	w.number("rules", p.Rules)
	objects(&w, "sources", p.Sources, func(s *pack.Source) {
		w.text("id", s.ID)
		w.text("title", s.Title)
		w.text("date", s.Date)
		w.optional("url", s.URL)
	})
	objects(&w, "credits", p.Credits, func(c *pack.Credit) {
		w.text("what", c.What)
		w.text("from", c.From)
		w.text("licence", c.Licence)
	})
	objects(&w, "contacts", p.Contacts, func(c *pack.Contact) {
		w.text("role", c.Role)
		w.optional("address", c.Address)
	})
	w.table("disclaimers", p.Disclaimers)
	objects(&w, "media", p.Media, func(q *engine.Question) {
		w.text("ask", q.Ask)
		w.texts("provisions", q.Provisions)
	})
	objects(&w, "checkup", p.Checkup, func(i *engine.CheckupItem) {
		w.text("id", i.ID)
		w.text("ask", i.Ask)
		w.text("why", i.Why)
		w.texts("provisions", i.Provisions)
		w.table("links", i.Links)
		w.text("edition", i.Edition)
	})
	w.provisions(p.Provisions)
	w.house(p.House, p.Refusal)
	w.close('}')
	return w.done()
}

func (w *writer) table(k string, texts map[string]string) {
	w.key(k)
	w.open('{')
	for _, name := range sortedKeys(texts) {
		w.text(name, texts[name])
	}
	w.close('}')
}

func (w *writer) optional(k, s string) {
	if s != "" {
		w.text(k, s)
	}
}

func (w *writer) provisions(list []pack.Provision) {
	w.key("provisions")
	w.open('{')
	for i := range list {
		p := &list[i]
		w.key(p.ID)
		w.open('{')
		w.text("id", p.ID)
		w.text("document", p.Document)
		w.text("place", p.Place)
		w.text("says", p.Says)
		w.close('}')
	}
	w.close('}')
}

// Error writes an error.
func Error(err error) []byte {
	var w writer
	w.open('{')
	w.text("error", err.Error())
	w.close('}')
	return w.done()
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
