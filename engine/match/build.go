package match

import (
	"encoding/binary"
	"slices"
)

// builder gathers terms as a graph of states and makes an automaton of it. A term's
// alternatives share what follows them, so that their number adds up and does not
// multiply.
type builder struct {
	states []state
}

// state is a place in the graph. Every edge leads on, so that there are no cycles.
type state struct {
	edges   []edge
	silent  []int // states reached without a symbol
	entries []entry
}

type edge struct {
	sym uint8
	to  int
}

// The states that terms begin at: where a word begins, and anywhere in a word.
const (
	atWord = iota
	inWord
)

func newBuilder() *builder { return &builder{states: make([]state, 2)} }

func (b *builder) state() int {
	b.states = append(b.states, state{})
	return len(b.states) - 1
}

func (b *builder) edge(from int, sym uint8) int {
	to := b.state()
	b.states[from].edges = append(b.states[from].edges, edge{sym, to})
	return to
}

func (b *builder) silent(from, to int) {
	b.states[from].silent = append(b.states[from].silent, to)
}

// end is one of the ends of what was built so far. A blank or gap is written only when
// something follows it, so that alternatives may be empty and blanks never double.
type end struct {
	state int
	begun bool // something was written
	blank bool // a blank is due
	gap   int  // words of a gap that is due
}

// add writes a term that stands for e.
func (b *builder) add(t *Term, e entry) {
	start := atWord
	if t.inner {
		start = inWord
	}
	if t.exact {
		forms, _ := t.exactForms() // checked by ParseTerm
		for _, f := range forms {
			want, _ := caseOf(f)
			b.accept(b.text([]end{{state: start}}, foldLiteral(f)), e.wanting(want))
		}
		return
	}
	b.accept(b.sequence([]end{{state: start}}, t.pieces), e)
}

func (b *builder) accept(ends []end, e entry) {
	for _, at := range ends {
		if at.begun {
			b.states[at.state].entries = append(b.states[at.state].entries, e)
		}
	}
}

func (b *builder) sequence(ends []end, pieces []piece) []end {
	for _, p := range pieces {
		switch p.kind {
		case isText:
			ends = b.text(ends, p.text)
		case isGap:
			for i := range ends {
				ends[i].gap = min(ends[i].gap+p.words, maxGapWords)
			}
		case isEnding:
			for i := range ends {
				if ends[i].begun && !ends[i].blank && ends[i].gap == 0 {
					ends[i].state = b.edge(ends[i].state, symAny)
				}
			}
		case isOptions:
			var all []end
			for _, option := range p.options {
				all = append(all, b.sequence(slices.Clone(ends), option)...)
			}
			ends = b.meet(all)
		}
	}
	return ends
}

// text writes folded text behind every end. An apostrophe may be left out by writers.
func (b *builder) text(ends []end, text string) []end {
	for i := range ends {
		at := &ends[i]
		for j := range len(text) {
			if text[j] == ' ' {
				at.blank = true
				continue
			}
			b.due(at)
			before := at.state
			for _, sym := range symbols[text[j]] {
				if sym != noSymbol {
					at.state = b.edge(at.state, sym)
				}
			}
			if text[j] == '\'' && j > 0 && j+1 < len(text) && text[j-1] > ' ' && text[j+1] > ' ' {
				b.silent(before, at.state)
			}
		}
	}
	return ends
}

// due writes the blank or gap that is due before a character.
func (b *builder) due(at *end) {
	switch {
	case !at.begun:
	case at.gap > 0:
		at.state = b.edge(at.state, symGap+uint8(at.gap)-1)
	case at.blank:
		at.state = b.edge(at.state, symBlank)
	}
	at.begun, at.blank, at.gap = true, false, 0
}

// meet joins ends that go on alike.
func (b *builder) meet(ends []end) []end {
	var out []end
	for _, e := range ends {
		i := slices.IndexFunc(out, func(o end) bool {
			return o.begun == e.begun && o.blank == e.blank && o.gap == e.gap
		})
		if i < 0 {
			joint := e
			if e.begun {
				joint.state = b.state()
				b.silent(e.state, joint.state)
			}
			out = append(out, joint)
		} else if e.begun {
			b.silent(e.state, out[i].state)
		}
	}
	return out
}

// build makes the automaton.
func (b *builder) build() *Automaton {
	d := determiner{b: b, seen: map[string]uint32{}, nodes: []draft{{}}, same: map[string]uint32{}}
	roots := [2]uint32{d.node([]int{atWord}), d.node([]int{inWord})}
	return d.write(roots)
}

// draft is a node while it is built.
type draft struct {
	branches uint64
	to       []uint32
	entries  []entry
}

// determiner turns sets of states into nodes, and nodes that go on alike into one.
type determiner struct {
	b     *builder
	seen  map[string]uint32 // by set of states
	nodes []draft           // node 0 is none
	same  map[string]uint32 // by content
}

// node gives the node of a set of states.
func (d *determiner) node(set []int) uint32 {
	set = d.close(set)
	key := setKey(set)
	if n, ok := d.seen[key]; ok {
		return n
	}
	var n draft
	var bySym [64][]int
	for _, s := range set {
		for _, e := range d.b.states[s].edges {
			bySym[e.sym] = append(bySym[e.sym], e.to)
		}
		n.entries = append(n.entries, d.b.states[s].entries...)
	}
	slices.Sort(n.entries)
	n.entries = slices.Compact(n.entries)
	for sym, to := range bySym {
		if to != nil {
			n.branches |= 1 << sym
			n.to = append(n.to, d.node(to))
		}
	}
	number := d.unique(n)
	d.seen[key] = number
	return number
}

// close adds the states that are reached silently, sorts and compacts.
func (d *determiner) close(set []int) []int {
	for i := 0; i < len(set); i++ {
		set = append(set, d.b.states[set[i]].silent...)
	}
	slices.Sort(set)
	return slices.Compact(set)
}

func setKey(set []int) string {
	var key []byte
	last := 0
	for _, s := range set {
		key = binary.AppendUvarint(key, uint64(s-last))
		last = s
	}
	return string(key)
}

// unique gives the number of a node that is alike, or of n itself.
func (d *determiner) unique(n draft) uint32 {
	key := binary.LittleEndian.AppendUint64(nil, n.branches)
	for _, t := range n.to {
		key = binary.LittleEndian.AppendUint32(key, t)
	}
	for _, e := range n.entries {
		key = binary.LittleEndian.AppendUint32(key, uint32(e))
	}
	if number, ok := d.same[string(key)]; ok {
		return number
	}
	d.nodes = append(d.nodes, n)
	d.same[string(key)] = uint32(len(d.nodes) - 1)
	return uint32(len(d.nodes) - 1)
}

// write lays the nodes out.
func (d *determiner) write(roots [2]uint32) *Automaton {
	order, number := d.onward(roots)
	a := &Automaton{nodes: make([]node, 1), outputs: make([]uint32, 1), roots: [2]uint32{number[roots[0]], number[roots[1]]}}
	lists := map[string]uint32{}
	for _, old := range order {
		n := d.nodes[old]
		targets := make([]uint32, len(n.to))
		for i, to := range n.to {
			targets[i] = number[to]
		}
		a.nodes = append(a.nodes, node{n.branches, a.link(targets), a.list(lists, n.entries)})
	}
	return a
}

// onward gives the nodes in an order in which every branch leads onward, and the new
// number of each. Nodes near the roots come first, because they are met most.
func (d *determiner) onward(roots [2]uint32) (order []uint32, number []uint32) {
	number = make([]uint32, len(d.nodes))
	due := make([]int, len(d.nodes)) // branches to a node from nodes that have no place yet
	for _, n := range d.nodes {
		for _, to := range n.to {
			due[to]++
		}
	}
	place := func(n uint32) {
		if due[n] == 0 && number[n] == 0 {
			order = append(order, n)
			number[n] = uint32(len(order))
		}
	}
	place(roots[0])
	place(roots[1])
	for i := 0; i < len(order); i++ {
		for _, to := range d.nodes[order[i]].to {
			due[to]--
			place(to)
		}
	}
	return order, number
}

// list writes a list of entries once and gives its index.
func (a *Automaton) list(written map[string]uint32, entries []entry) uint32 {
	if len(entries) == 0 {
		return 0
	}
	var key []byte
	for _, e := range entries {
		key = binary.LittleEndian.AppendUint32(key, uint32(e))
	}
	if at, ok := written[string(key)]; ok {
		return at
	}
	at := uint32(len(a.outputs))
	written[string(key)] = at
	a.outputs = append(a.outputs, uint32(len(entries)))
	for _, e := range entries {
		a.outputs = append(a.outputs, uint32(e))
	}
	return at
}
