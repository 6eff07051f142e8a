package match

import (
	"regexp/syntax"

	"circumspect/engine/segment"
)

// required is a set of characters without which an expression cannot match. Looking
// for them in a window is a hundred times cheaper than the expression.
type required uint8

const (
	requiresDigit required = 1 << iota
	requiresAt
	requiresComma
	requiresSlash
	requiresBracket
)

// requiredOf gives what every match of an expression must hold, and how many characters
// it has at most. It is called where engines are built, never in the browser; on any
// doubt it gives nothing.
func requiredOf(expr string) (set required, most int) {
	bare, err := withoutLookarounds(expr)
	if err != nil {
		return 0, 0
	}
	tree, err := syntax.Parse(bare, syntax.Perl)
	if err != nil {
		return 0, 0
	}
	return requiredBy(tree), longest(tree)
}

func requiredBy(re *syntax.Regexp) (set required) {
	switch re.Op {
	case syntax.OpLiteral:
		for _, r := range re.Rune {
			set |= requiredRune(r)
		}
	case syntax.OpCharClass:
		if len(re.Rune) == 0 {
			return 0
		}
		set = ^required(0)
		for i := 0; i < len(re.Rune); i += 2 {
			for r := re.Rune[i]; r <= re.Rune[i+1] && set != 0; r++ {
				set &= requiredRune(r)
			}
		}
	case syntax.OpAlternate:
		set = ^required(0)
		for _, sub := range re.Sub {
			set &= requiredBy(sub)
		}
	case syntax.OpConcat, syntax.OpCapture, syntax.OpPlus:
		for _, sub := range re.Sub {
			set |= requiredBy(sub)
		}
	case syntax.OpRepeat:
		if re.Min > 0 {
			set = requiredBy(re.Sub[0])
		}
	}
	return set
}

func requiredRune(r rune) required {
	switch {
	case r >= '0' && r <= '9':
		return requiresDigit
	case r == '@':
		return requiresAt
	case r == ',':
		return requiresComma
	case r == '/':
		return requiresSlash
	case r == '(':
		return requiresBracket
	}
	return 0
}

// lookMargin is how many characters around a match a lookaround may want to see.
const lookMargin = 24

// narrow leaves of a window what is near enough to a required character to be part of
// a match, so that the expression is not tried where it cannot succeed.
func (p *pattern) narrow(t *segment.Text, w window) window {
	if p.required == 0 || p.longest == 0 {
		return w
	}
	one := p.required & -p.required // any of them will do
	first, last := -1, -1
	for i, b := range t.Fold.Bytes[w.start:w.end] {
		if requiredRune(rune(b)) == one {
			if last = w.start + i; first < 0 {
				first = last
			}
		}
	}
	if first >= 0 {
		w.start = max(w.start, back(t, first, p.longest+lookMargin))
		w.end = min(w.end, forward(t, last, p.longest+lookMargin))
	}
	return w
}

// in tells whether a window holds all of the set.
func (set required) in(t *segment.Text, w window) bool {
	for _, b := range t.Fold.Bytes[w.start:w.end] {
		if set == 0 {
			return true
		}
		set &^= requiredRune(rune(b))
	}
	return set == 0
}
