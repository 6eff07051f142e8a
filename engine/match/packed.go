package match

import (
	"encoding/binary"
	"errors"
	"math/bits"
)

// The packed form of an automaton is a third of its size in a compressed file. It is
// read in one pass over its nodes, without any search or sorting. Four columns follow
// one another, each begun by its length: how many branches a node has (bit 7: it has an
// output); the symbol of every branch (bit 7: it leads to a node met before); the
// outputs; the nodes met before, as differences.
const flagBit = 0x80

var errPacked = errors.New("automaton: got tables that do not fit together, want them whole: build the image again")

// packed gives the packed form.
func (a *Automaton) packed() []byte {
	var counts, syms, outputs, targets []byte
	next, last := a.firstFresh(), uint32(0)
	for n := nodeSize; n < len(a.nodes); n += nodeSize {
		branches, output := a.node(uint32(n / nodeSize))
		first := binary.LittleEndian.Uint32(a.nodes[n+8:])
		count := byte(bits.OnesCount64(branches))
		if output != 0 {
			count |= flagBit
			outputs = binary.AppendUvarint(outputs, uint64(output))
		}
		counts = append(counts, count)
		for ; branches != 0; branches &= branches - 1 {
			sym := byte(bits.TrailingZeros64(branches))
			to := a.target(first, 0)
			if first++; to == next {
				next++
			} else {
				sym |= flagBit
				targets = binary.AppendVarint(targets, int64(to)-int64(last))
				last = to
			}
			syms = append(syms, sym)
		}
	}
	var out []byte
	for _, column := range [][]byte{counts, syms, outputs, targets} {
		out = binary.AppendUvarint(out, uint64(len(column)))
		out = append(out, column...)
	}
	return out
}

// firstFresh gives the number of the first node that is not a root.
func (a *Automaton) firstFresh() uint32 { return max(a.roots[0], a.roots[1]) + 1 }

// columns are the columns of a packed automaton, read from the front.
type columns struct{ counts, syms, outputs, targets []byte }

// unpack reads a packed automaton; outputs are its lists of entries.
func unpack(packed, outputs []byte, roots [2]uint32) (*Automaton, error) {
	var c columns
	for _, into := range []*[]byte{&c.counts, &c.syms, &c.outputs, &c.targets} {
		n, size := binary.Uvarint(packed)
		if size <= 0 || n > uint64(len(packed)-size) {
			return nil, errPacked
		}
		*into, packed = packed[size:size+int(n)], packed[size+int(n):]
	}
	a := &Automaton{
		outputs: outputs, roots: roots,
		nodes:   make([]byte, nodeSize, (len(c.counts)+1)*nodeSize),
		targets: make([]byte, 0, len(c.syms)*4),
	}
	next, last := a.firstFresh(), int64(0)
	for _, count := range c.counts {
		k := int(count &^ flagBit)
		if k > len(c.syms) {
			return nil, errPacked
		}
		first := uint32(len(a.targets) / 4)
		var branches uint64
		for _, sym := range c.syms[:k] {
			branches |= 1 << (sym & 63)
			to := next
			if sym&flagBit == 0 {
				next++
			} else {
				d, size := binary.Varint(c.targets)
				if size <= 0 {
					return nil, errPacked
				}
				last, c.targets = last+d, c.targets[size:]
				to = uint32(last)
			}
			if int(to) > len(c.counts) {
				return nil, errPacked
			}
			a.targets = binary.LittleEndian.AppendUint32(a.targets, to)
		}
		c.syms = c.syms[k:]
		output := uint64(0)
		if count&flagBit != 0 {
			var size int
			if output, size = binary.Uvarint(c.outputs); size <= 0 || output*4 >= uint64(len(outputs)) {
				return nil, errPacked
			}
			c.outputs = c.outputs[size:]
		}
		a.nodes = binary.LittleEndian.AppendUint64(a.nodes, branches)
		a.nodes = binary.LittleEndian.AppendUint32(a.nodes, first)
		a.nodes = binary.LittleEndian.AppendUint32(a.nodes, uint32(output))
	}
	return a, nil
}
