package match

import (
	"cmp"
	"fmt"
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/dlclark/regexp2"

	"circumspect/engine/fold"
	"circumspect/engine/pack"
	"circumspect/engine/segment"
)

// pattern is a regular expression behind its gate, compiled when first needed.
type pattern struct {
	pack.Pattern
	concept  Concept
	required required
	longest  int // characters a match can have; 0 where that is not known
	compiled *lazy
}

// lazy compiles an expression once.
type lazy struct {
	once sync.Once
	re   *regexp2.Regexp
	err  error
}

func (l *lazy) get(expr string) (*regexp2.Regexp, error) {
	l.once.Do(func() { l.re, l.err = regexp2.Compile(expr, regexp2.None) })
	return l.re, l.err
}

// window is a range of bytes of folded text that an expression may see, and the start
// of the last gate in it.
type window struct{ start, end, lastGate int }

// runPatterns tries the patterns whose gates were met.
func (m *Matcher) runPatterns(t *segment.Text, h *Hits, s *scratch) {
	clear(s.calls)
	for i := range m.patterns {
		p := &m.patterns[i]
		met := s.gates[i]
		if p.Trigger == pack.TriggerDigits {
			met = digitRuns(t, met, p.Digits)
		}
		if len(met) == 0 {
			continue
		}
		if p.Regexp == "" {
			p.take(t, h, met)
			continue
		}
		if err := p.run(t, h, windows(t, p.Pattern, met), s); err != nil {
			h.Unfinished = append(h.Unfinished, p.concept)
		}
	}
}

// take records the runs of digits that pass, for a pattern without an expression.
func (p *pattern) take(t *segment.Text, h *Hits, runs []Hit) {
	for _, run := range runs {
		if valid := p.valid(t, int(run.Start), int(run.End)); valid > 0 {
			h.add(t, p.concept, int(run.Start), int(run.Start)+valid)
		}
	}
}

// digitRuns appends to list the runs that have so many digits.
func digitRuns(t *segment.Text, list []Hit, digits int) []Hit {
	for _, mark := range t.Marks {
		if mark.Kind == segment.Digits && int(mark.Digits) >= digits {
			list = append(list, Hit{Start: mark.Start, End: mark.End})
		}
	}
	return list
}

// errBound says that a pattern was not tried everywhere.
var errBound = fmt.Errorf("pattern: got more than %d places to look at", pack.MaxCalls)

// run tries the expression in every window until its concept has used up its calls.
func (p *pattern) run(t *segment.Text, h *Hits, windows []window, s *scratch) error {
	re, err := p.compiled.get(p.Regexp)
	if err != nil {
		return err
	}
	for _, w := range windows {
		for w.start <= w.lastGate && p.required.in(t, w) {
			if s.calls[p.concept] == pack.MaxCalls {
				return errBound
			}
			s.calls[p.concept]++
			start, end, err := s.find(re, t.Fold.Bytes, p.narrow(t, w))
			if err != nil {
				return err
			}
			if end == 0 {
				break
			}
			if valid := p.valid(t, start, end); valid > 0 {
				h.add(t, p.concept, start, start+valid)
			}
			w.start = max(end, w.start+1)
		}
	}
	return nil
}

// find gives the first match in w as bytes of the text; end is 0 where there is none.
func (s *scratch) find(re *regexp2.Regexp, text []byte, w window) (start, end int, err error) {
	seen := text[w.start:w.end]
	s.runes = s.runes[:0]
	for i := 0; i < len(seen); {
		r, size := utf8.DecodeRune(seen[i:])
		s.runes = append(s.runes, r)
		i += size
	}
	found, err := re.FindRunesMatch(s.runes)
	if err != nil || found == nil || found.Length == 0 {
		return 0, 0, err
	}
	start = w.start + runeOffset(seen, found.Index)
	return start, w.start + runeOffset(seen, found.Index+found.Length), nil
}

// runeOffset gives the byte offset of the nth character.
func runeOffset(b []byte, n int) int {
	at := 0
	for range n {
		_, size := utf8.DecodeRune(b[at:])
		at += size
	}
	return at
}

// valid gives how many bytes of a match pass the pattern's other conditions.
func (p *pattern) valid(t *segment.Text, start, end int) int {
	if p.Caps && !written(t, start, end, AllCaps) {
		return 0
	}
	if p.Validator == "" {
		return end - start
	}
	return validators[p.Validator](t.Fold.Bytes[start:end])
}

// written tells whether the writer used the wanted case for the text from start to end.
func written(t *segment.Text, start, end int, want Case) bool {
	for _, c := range t.Fold.Class[start:end] {
		if c&fold.Letter == 0 || c&fold.Head == 0 {
			continue
		}
		if c&fold.Upper == 0 {
			return false
		}
		if want == Capital {
			return true
		}
	}
	return true
}

// windows gives what the expression may see around its gates; windows that overlap
// become one as long as that is not larger than a window may be.
func windows(t *segment.Text, p pack.Pattern, gates []Hit) []window {
	slices.SortFunc(gates, func(x, y Hit) int { return cmp.Compare(x.Start, y.Start) })
	var list []window
	for _, g := range gates {
		w := window{
			start: back(t, int(g.Start), p.Before), end: forward(t, int(g.End), p.After),
			lastGate: int(g.Start),
		}
		if n := len(list); n > 0 && w.start <= list[n-1].end && units(t, list[n-1].start, w.end) <= pack.MaxWindow {
			list[n-1].end, list[n-1].lastGate = max(list[n-1].end, w.end), w.lastGate
			continue
		}
		for w.end > w.start && units(t, w.start, w.end) > pack.MaxWindow {
			w.end = back(t, w.end, 1)
		}
		list = append(list, w)
	}
	return list
}

// units counts the UTF-16 code units of folded text from start to end.
func units(t *segment.Text, start, end int) int {
	n := 0
	for i := start; i < end; i++ {
		if t.Fold.Class[i]&fold.Head != 0 {
			n++
		}
		if t.Fold.Bytes[i] >= 0xF0 {
			n++
		}
	}
	return n
}

// back gives the position so many characters before i.
func back(t *segment.Text, i, chars int) int {
	for ; chars > 0 && i > 0; chars-- {
		for i--; i > 0 && t.Fold.Class[i]&fold.Head == 0; i-- {
		}
	}
	return i
}

// forward gives the position so many characters after i.
func forward(t *segment.Text, i, chars int) int {
	for ; chars > 0 && i < len(t.Fold.Class); chars-- {
		for i++; i < len(t.Fold.Class) && t.Fold.Class[i]&fold.Head == 0; i++ {
		}
	}
	return i
}
