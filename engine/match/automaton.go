// Package match finds terms and patterns in segmented text. All terms of all concepts
// and languages sit in one automaton, which is walked from the beginning of every
// word; patterns run only where a gate of theirs was met.
package match

import (
	"math/bits"

	"circumspect/engine/fold"
	"circumspect/engine/segment"
)

// Symbols of the automaton. There are at most 64, so that the branches of a node fit
// into one word of bits.
const (
	symDigit  = 26
	symBlank  = 36 // a blank or a hyphen
	symOther  = 37 // ' @ # .
	symNibble = 41 // 16 symbols: half a byte of any other character
	symGap    = 57 // 6 symbols
	symAny    = 63 // any letters to the end of the word
	noSymbol  = 0xFF

	special = 1<<symAny | (1<<maxGapWords-1)<<symGap
)

// symbols gives the one or two symbols of a byte of folded text.
var symbols = symbolTable()

func symbolTable() (table [256][2]uint8) {
	for b := range table {
		table[b] = [2]uint8{symNibble + uint8(b>>4), symNibble + uint8(b&15)}
	}
	direct := func(b byte, sym uint8) { table[b] = [2]uint8{sym, noSymbol} }
	for i := range byte(26) {
		direct('a'+i, i)
	}
	for i := range byte(10) {
		direct('0'+i, symDigit+i)
	}
	direct(' ', symBlank)
	direct('-', symBlank)
	for i, b := range []byte("'@#.") {
		direct(b, symOther+uint8(i))
	}
	return table
}

// Automaton is the tables of all terms.
type Automaton struct {
	nodes   []node // node 0 is none
	targets []uint32
	// outputs holds lists of entries, each begun by its length; index 0 is no list.
	outputs []uint32
	roots   [2]uint32 // of terms that begin at a word, and inside one
}

// inRow marks a node whose targets are nodes that follow one another: most are, and
// then there is no need to look them up.
const inRow = 1 << 31

// node is a place in the automaton. Its targets follow one another in the order of
// their symbols.
type node struct {
	branches uint64 // a bit a symbol
	first    uint32 // index of its first target, or inRow and the target itself
	output   uint32 // index of its output, 0 for none
}

// entry is what a term stands for: concept (16 bits), case (8), language (8, 0 for any).
type entry uint32

func newEntry(concept uint16, c Case, lang uint8) entry {
	return entry(concept)<<16 | entry(c)<<8 | entry(lang)
}

func (e entry) wanting(c Case) entry { return e&^(0xFF<<8) | entry(c)<<8 }

func (e entry) concept() uint16 { return uint16(e >> 16) }
func (e entry) wanted() Case    { return Case(e >> 8) }
func (e entry) lang() uint8     { return uint8(e) }

// next gives the node that n leads to by a symbol, or 0.
func (a *Automaton) next(n uint32, sym uint8) uint32 {
	at := &a.nodes[n]
	bit := uint64(1) << (sym & 63)
	if at.branches&bit == 0 {
		return 0
	}
	return a.target(at.first, at.branches&(bit-1))
}

// target gives the target behind those of the branches below it.
func (a *Automaton) target(first uint32, below uint64) uint32 {
	at := first + uint32(bits.OnesCount64(below))
	if at&inRow != 0 {
		return at &^ inRow
	}
	return a.targets[at]
}

// link stores the targets of a node and gives what its first is to be.
func (a *Automaton) link(targets []uint32) uint32 {
	row := len(targets) > 0
	for i, to := range targets {
		row = row && to == targets[0]+uint32(i)
	}
	if row {
		return targets[0] | inRow
	}
	a.targets = append(a.targets, targets...)
	return uint32(len(a.targets) - len(targets))
}

// entries calls visit for the entries of an output.
func (a *Automaton) entries(output uint32, visit func(entry)) {
	n := a.outputs[output]
	for _, e := range a.outputs[output+1 : output+1+n] {
		visit(entry(e))
	}
}

// search is one pass over a text.
type search struct {
	a    *Automaton
	text *segment.Text
	// found is called for every output met.
	found func(output uint32, start, end int)
}

// run walks the automaton from every place where a term may begin.
func (s *search) run() {
	if len(s.a.nodes) == 0 {
		return
	}
	class := s.text.Fold.Class
	word, inner := s.a.roots[0], s.a.roots[1]
	atWord, inWord := s.a.nodes[word].branches, s.a.nodes[inner].branches
	for i, c := range class {
		if c&fold.Head == 0 || c&(fold.Blank|fold.Newline) != 0 {
			continue
		}
		sym := firstSymbol(s.text.Fold.Bytes[i])
		if atWord&sym != 0 && boundary(class, i) {
			s.walk(word, i, i)
		}
		if inWord&sym != 0 && c&fold.Letter != 0 {
			s.walk(inner, i, i)
		}
	}
}

// boundary tells whether a word may begin or end at i.
func boundary(class []fold.Class, i int) bool {
	if i <= 0 || i >= len(class) {
		return true
	}
	const inWord = fold.Letter | fold.Digit
	before, after := class[i-1], class[i]
	return before&inWord == 0 || after&inWord == 0 || (before|after)&fold.Ideo != 0
}

// walk follows the text from at; the term began at start.
func (s *search) walk(n uint32, start, at int) {
	b, class, nodes := s.text.Fold.Bytes, s.text.Fold.Class, s.a.nodes
	for {
		here := &nodes[n]
		if here.output != 0 && boundary(class, at) {
			s.found(here.output, start, at)
		}
		if here.branches&special != 0 && at > start {
			s.branch(n, here.branches, start, at)
		}
		if at == len(b) {
			return
		}
		sym := symbols[b[at]]
		bit := uint64(1) << (sym[0] & 63)
		if here.branches&bit == 0 {
			return
		}
		n = s.a.target(here.first, here.branches&(bit-1))
		if sym[1] != noSymbol {
			if n = s.a.next(n, sym[1]); n == 0 {
				return
			}
		}
		at++
	}
}

// branch follows the gaps and endings that are open at node n.
func (s *search) branch(n uint32, branches uint64, start, at int) {
	class := s.text.Fold.Class
	if branches&(1<<symAny) != 0 && class[at-1]&(fold.Letter|fold.Digit) != 0 {
		end := at
		for !boundary(class, end) {
			end++
		}
		s.walk(s.a.next(n, symAny), start, end)
	}
	if !boundary(class, at) {
		return
	}
	for gap := 1; gap <= maxGapWords; gap++ {
		if branches&(1<<(symGap+gap-1)) != 0 {
			s.skip(s.a.next(n, uint8(symGap+gap-1)), start, at, gap)
		}
	}
}

// skip goes on after none to gap words of the same sentence.
func (s *search) skip(n uint32, start, at, gap int) {
	words := s.text.Words
	first := s.text.WordAt(at)
	if first == len(words) || int(words[first].Start) < at || s.text.SentenceAt(start) != int(words[first].Sentence) {
		return
	}
	branches := s.a.nodes[n].branches
	for w := first; w <= first+gap && w < len(words) && words[w].Sentence == words[first].Sentence; w++ {
		if branches&firstSymbol(s.text.Fold.Bytes[words[w].Start]) != 0 {
			s.walk(n, start, int(words[w].Start))
		}
	}
}

// firstSymbol gives the branch that a byte of folded text takes first.
func firstSymbol(b byte) uint64 { return 1 << (symbols[b][0] & 63) }
