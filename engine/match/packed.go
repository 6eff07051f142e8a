package match

import (
	"encoding/binary"
	"errors"
	"math/bits"
)

// The packed form of an automaton is a third of its size in a compressed file. It is
// read in one pass over its nodes, without any search or sorting. Five columns follow
// one another, each begun by its length: how many branches a node has (bit 7: it has an
// output); the symbol of every branch (bit 7: it leads to a node met before); the
// index of every output; the nodes met before, as differences; the lists of entries.
const flagBit = 0x80

var errPacked = errors.New("automaton: got tables that do not fit together, want them whole: build the image again")

// packed gives the packed form.
func (a *Automaton) packed() []byte {
	var counts, syms, outputs, targets, lists []byte
	next, last := a.firstFresh(), uint32(0)
	for _, n := range a.nodes[1:] {
		count := byte(bits.OnesCount64(n.branches))
		if n.output != 0 {
			count |= flagBit
			outputs = binary.AppendUvarint(outputs, uint64(n.output))
		}
		counts = append(counts, count)
		for b := n.branches; b != 0; b &= b - 1 {
			sym := byte(bits.TrailingZeros64(b))
			to := a.target(n.first, n.branches&(1<<sym-1))
			if to == next {
				next++
			} else {
				sym |= flagBit
				targets = binary.AppendVarint(targets, int64(to)-int64(last))
				last = to
			}
			syms = append(syms, sym)
		}
	}
	for _, v := range a.outputs {
		lists = binary.LittleEndian.AppendUint32(lists, v)
	}
	var out []byte
	for _, column := range [][]byte{counts, syms, outputs, targets, lists} {
		out = binary.AppendUvarint(out, uint64(len(column)))
		out = append(out, column...)
	}
	return out
}

// firstFresh gives the number of the first node that is not a root.
func (a *Automaton) firstFresh() uint32 { return max(a.roots[0], a.roots[1]) + 1 }

// reader reads the columns of a packed automaton from the front.
type reader struct{ counts, syms, outputs, targets, lists []byte }

// unpack reads a packed automaton; within bounds, unless it is our own.
func unpack(packed []byte, roots [2]uint32, within *bounds) (*Automaton, error) {
	var r reader
	for _, into := range []*[]byte{&r.counts, &r.syms, &r.outputs, &r.targets, &r.lists} {
		n, size := binary.Uvarint(packed)
		if size <= 0 || n > uint64(len(packed)-size) {
			return nil, errPacked
		}
		*into, packed = packed[size:size+int(n)], packed[size+int(n):]
	}
	a := &Automaton{
		nodes: make([]node, len(r.counts)+1), targets: make([]uint32, 0, len(r.syms)/2),
		outputs: make([]uint32, len(r.lists)/4), roots: roots,
	}
	for i := range a.outputs {
		a.outputs[i] = binary.LittleEndian.Uint32(r.lists[i*4:])
	}
	if len(a.outputs) == 0 || int(max(roots[0], roots[1])) > len(r.counts) {
		return nil, errPacked
	}
	if within != nil {
		within.reached = make([]extent, len(a.nodes))
	}
	return a, r.read(a, within)
}

// read fills the nodes and targets of a.
func (r *reader) read(a *Automaton, within *bounds) error {
	next, last := a.firstFresh(), int64(0)
	var targets [64]uint32
	for i, count := range r.counts {
		n := &a.nodes[i+1]
		k := int(count &^ flagBit)
		if k > len(r.syms) || k > len(targets) {
			return errPacked
		}
		for j, sym := range r.syms[:k] {
			n.branches |= 1 << (sym & 63)
			to := next
			if sym&flagBit == 0 {
				next++
			} else {
				d, size := binary.Varint(r.targets)
				if size <= 0 {
					return errPacked
				}
				last, r.targets = last+d, r.targets[size:]
				to = uint32(last)
			}
			if int(to) >= len(a.nodes) {
				return errPacked
			}
			targets[j] = to
		}
		if bits.OnesCount64(n.branches) != k {
			return errPacked
		}
		if within != nil {
			if err := within.steps(uint32(i+1), r.syms[:k], targets[:k]); err != nil {
				return err
			}
		}
		n.first, r.syms = a.link(targets[:k]), r.syms[k:]
		if count&flagBit != 0 {
			if err := r.output(a, n, within); err != nil {
				return err
			}
		}
	}
	return nil
}

// output reads the index of a node's list of entries.
func (r *reader) output(a *Automaton, n *node, within *bounds) error {
	at, size := binary.Uvarint(r.outputs)
	if size <= 0 || at >= uint64(len(a.outputs)) || at+uint64(a.outputs[at]) >= uint64(len(a.outputs)) {
		return errPacked
	}
	n.output, r.outputs = uint32(at), r.outputs[size:]
	if within == nil {
		return nil
	}
	return within.output(a, n.output)
}
