package match

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"circumspect/engine/fold"
)

// Limits on a term.
const (
	maxTermBytes = 96  // of its longest form, folded
	minTermBytes = 2   // of its shortest form
	maxExact     = 400 // forms of a term whose case counts
	maxGapWords  = 6
	maxGaps      = 3
)

// Case says whether a term wants capitals.
type Case uint8

// The cases.
const (
	AnyCase Case = iota
	Capital      // the first letter is a capital
	AllCaps      // every letter is a capital
)

// Term is a parsed term: a sequence of pieces, some of them alternatives.
type Term struct {
	pieces []piece
	// inner lets the term begin inside a word.
	inner bool
	// exact makes the case of the letters count.
	exact bool
}

// piece is one piece of a term.
type piece struct {
	kind pieceKind
	// text is folded text, or for the pieces of an exact term as written.
	text string
	// words is how many words a gap may hold.
	words int
	// options are the alternatives.
	options [][]piece
}

type pieceKind uint8

const (
	isText pieceKind = iota
	isOptions
	isGap
	isEnding // any letters to the end of the word
)

// ParseTerm reads a term. The syntax: (a|b|) alternatives, word~ English inflections,
// word* any ending, *word inside a word, [3] up to three words in between, a leading =
// for case as written, \ before a character that means itself. A blank matches a blank
// or a hyphen.
func ParseTerm(lang, term string) (*Term, error) {
	t := &Term{}
	p := parser{lang: lang}
	p.text, t.exact = strings.CutPrefix(term, "=")
	p.text, t.inner = strings.CutPrefix(p.text, "*")
	p.exact = t.exact
	var err error
	if t.pieces, err = p.sequence(0); err == nil && p.at < len(p.text) {
		err = fmt.Errorf("got %c outside brackets, want (a|b), or \\%c for itself", p.text[p.at], p.text[p.at])
	}
	if err == nil {
		err = t.check()
	}
	if err != nil {
		return nil, fmt.Errorf("term %q: %w", term, err)
	}
	return t, nil
}

// check holds a term to the limits.
func (t *Term) check() error {
	shortest, longest, gaps := size(t.pieces)
	switch {
	case shortest < minTermBytes:
		return fmt.Errorf("got a form of %d letters, want at least %d, or a symbol", shortest, minTermBytes)
	case longest > maxTermBytes:
		return fmt.Errorf("got a form of %d bytes, want at most %d", longest, maxTermBytes)
	case gaps > maxGaps:
		return fmt.Errorf("got %d gaps, want at most %d", gaps, maxGaps)
	}
	if t.exact {
		_, err := t.exactForms()
		return err
	}
	return nil
}

// size gives the bytes of the shortest and longest form, blanks at the edges not
// counted, and the most gaps on one way.
func size(pieces []piece) (shortest, longest, gaps int) {
	for _, p := range pieces {
		switch p.kind {
		case isText:
			shortest += len(strings.Trim(p.text, " '"))
			longest += len(p.text)
		case isGap:
			gaps++
		case isOptions:
			least, most, mostGaps := maxTermBytes+1, 0, 0
			for _, option := range p.options {
				s, l, g := size(option)
				least, most, mostGaps = min(least, s), max(most, l), max(mostGaps, g)
			}
			shortest, longest, gaps = shortest+least, longest+most, gaps+mostGaps
		}
	}
	return shortest, longest, gaps
}

// parser reads a term.
type parser struct {
	lang  string
	text  string
	at    int
	exact bool
}

// sequence reads up to the end, or to | or ) inside brackets.
func (p *parser) sequence(depth int) ([]piece, error) {
	var out []piece
	var literal strings.Builder
	flush := func() {
		if literal.Len() > 0 {
			out = append(out, p.literal(literal.String()))
			literal.Reset()
		}
	}
	for p.at < len(p.text) {
		r, size := utf8.DecodeRuneInString(p.text[p.at:])
		if r == '|' || r == ')' {
			break
		}
		p.at += size
		if r == '\\' {
			if p.at == len(p.text) {
				return nil, fmt.Errorf("got \\ at the end, want a character after it")
			}
			r, size = utf8.DecodeRuneInString(p.text[p.at:])
			p.at += size
			literal.WriteRune(r)
			continue
		}
		if !strings.ContainsRune("([*~", r) {
			literal.WriteRune(r)
			continue
		}
		flush()
		var err error
		if out, err = p.mark(r, out, depth); err != nil {
			return nil, err
		}
	}
	flush()
	if depth > 0 && p.at == len(p.text) {
		return nil, fmt.Errorf("got ( without ), want it closed or escaped as \\(")
	}
	return out, nil
}

func (p *parser) literal(text string) piece {
	if !p.exact {
		text = foldLiteral(text)
	}
	return piece{kind: isText, text: text}
}

// mark reads what a mark of the syntax begins, or applies it to the pieces before.
func (p *parser) mark(r rune, before []piece, depth int) ([]piece, error) {
	switch r {
	case '(':
		options, err := p.options(depth + 1)
		return append(before, piece{kind: isOptions, options: options}), err
	case '[':
		words, err := p.gap()
		return append(before, piece{kind: isGap, words: words}), err
	case '*':
		if len(before) == 0 {
			return nil, fmt.Errorf("got * in front of an alternative, want it at the very beginning or behind a word")
		}
		return append(before, piece{kind: isEnding}), nil
	}
	if p.lang != "en" {
		return nil, fmt.Errorf("got ~ in language %q, want it in English only: use * elsewhere", p.lang)
	}
	if len(before) == 0 {
		return nil, fmt.Errorf("got ~ without a word before it, want word~")
	}
	last, err := inflected(before[len(before)-1])
	return append(before[:len(before)-1], last...), err
}

// options reads alternatives up to the closing bracket.
func (p *parser) options(depth int) ([][]piece, error) {
	var all [][]piece
	for {
		option, err := p.sequence(depth)
		if err != nil {
			return nil, err
		}
		all = append(all, option)
		closed := p.text[p.at] == ')'
		p.at++
		if closed {
			return all, nil
		}
	}
}

func (p *parser) gap() (int, error) {
	rest := p.text[p.at:]
	if len(rest) < 2 || rest[0] < '1' || rest[0] > '0'+maxGapWords || rest[1] != ']' {
		return 0, fmt.Errorf("got [ without a figure from 1 to %d, want such as [3]", maxGapWords)
	}
	p.at += 2
	return int(rest[0] - '0'), nil
}

// inflected gives a piece with the inflections of its last word, or of the last word
// of each alternative.
func inflected(p piece) ([]piece, error) {
	switch p.kind {
	case isText:
		cut := strings.LastIndexByte(p.text, ' ') + 1
		if p.text[cut:] == "" {
			return nil, fmt.Errorf("got ~ without a word before it, want word~")
		}
		forms := piece{kind: isOptions}
		for _, form := range inflections(p.text[cut:]) {
			forms.options = append(forms.options, []piece{{kind: isText, text: form}})
		}
		return []piece{{kind: isText, text: p.text[:cut]}, forms}, nil
	case isOptions:
		for i, option := range p.options {
			if len(option) == 0 {
				continue
			}
			last, err := inflected(option[len(option)-1])
			if err != nil {
				return nil, err
			}
			p.options[i] = append(option[:len(option)-1:len(option)-1], last...)
		}
		return []piece{p}, nil
	}
	return nil, fmt.Errorf("got ~ without a word before it, want word~")
}

// exactForms spells out a term whose case counts: the case can differ by form.
func (t *Term) exactForms() ([]string, error) {
	forms, err := spell(t.pieces)
	if err != nil {
		return nil, err
	}
	for _, f := range forms {
		if _, err := caseOf(f); err != nil {
			return nil, err
		}
	}
	return forms, nil
}

// spell gives every form of a sequence.
func spell(pieces []piece) ([]string, error) {
	forms := []string{""}
	for _, p := range pieces {
		next := []string{p.text}
		if p.kind == isOptions {
			next = nil
			for _, option := range p.options {
				more, err := spell(option)
				if err != nil {
					return nil, err
				}
				next = append(next, more...)
			}
		} else if p.kind != isText {
			return nil, fmt.Errorf("got a gap or an ending behind =, want plain words")
		}
		if len(forms)*len(next) > maxExact {
			return nil, fmt.Errorf("got over %d forms behind =, want at most that", maxExact)
		}
		forms = product(forms, next)
	}
	return forms, nil
}

func product(left, right []string) []string {
	out := make([]string, 0, len(left)*len(right))
	for _, l := range left {
		for _, r := range right {
			out = append(out, l+r)
		}
	}
	return out
}

// caseOf says what a form as written wants.
func caseOf(form string) (Case, error) {
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(form))
	switch {
	case strings.IndexFunc(form, unicode.IsLower) < 0 && strings.IndexFunc(form, unicode.IsUpper) >= 0:
		return AllCaps, nil
	case unicode.IsUpper(first):
		return Capital, nil
	}
	return 0, fmt.Errorf("got %q behind =, want capitals or a capital first letter", form)
}

func foldLiteral(s string) string {
	var t fold.Text
	t.Fold(s)
	return strings.ReplaceAll(string(t.Bytes), "-", " ")
}

// Literal escapes text so that a term of it means just that text.
func Literal(text string) string {
	var b strings.Builder
	for _, r := range strings.TrimSpace(text) {
		if strings.ContainsRune(`()|[~*=\`, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
