package engine

import (
	"unicode/utf8"

	"circumspect/engine/segment"
)

// Span is a range of UTF-16 code units, as JavaScript counts them: End is the first
// unit after it.
type Span struct{ Start, End int }

// units is the one place where bytes of folded text become code units of the
// writer's text.
func units(t *segment.Text, start, end int) Span {
	if start >= end {
		return Span{}
	}
	return Span{int(t.Fold.Starts[start]), int(t.Fold.Ends[end-1])}
}

// unitsOf gives how many UTF-16 code units a character takes.
func unitsOf(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// textUnits counts the UTF-16 code units of a text; what is not UTF-8 counts one a byte.
func textUnits(text string) int {
	n := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		n += unitsOf(r)
		i += size
	}
	return n
}
