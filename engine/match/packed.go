package match

import (
	"encoding/binary"
	"errors"
	"math/bits"
)

// The packed form of an automaton is a third of its size in a compressed file. It is
// read in one pass over its nodes, without any search or sorting. Five columns follow
// one another, each begun by its length: how many branches a node has, or above
// mostBranches how many nodes of one branch follow one another (bit 7: the last has an
// output); the symbol of every branch (bit 7: to a node that a later branch leads to, too);
// the index of every output; the nodes that bit 7 is about, as differences; the lists of
// entries.
const (
	flagBit      = 0x80
	mostBranches = 64
)

var errPacked = errors.New("automaton: got tables that do not fit together, want them whole: build the image again")

// packed gives the packed form.
func (a *Automaton) packed() []byte {
	var counts, syms, outputs, targets, lists []byte
	next, last := a.firstFresh(), uint32(0)
	for _, n := range a.nodes[1:] {
		counts = appendCount(counts, n)
		if n.output != 0 {
			outputs = binary.AppendUvarint(outputs, uint64(n.output))
		}
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

// appendCount writes how many branches a node has.
func appendCount(counts []byte, n node) []byte {
	count := byte(bits.OnesCount64(n.branches))
	if n.output != 0 {
		return append(counts, count|flagBit)
	}
	if count != 1 {
		return append(counts, count)
	}
	if last := len(counts) - 1; last >= 0 && counts[last] > mostBranches && counts[last] < flagBit-1 {
		counts[last]++
		return counts
	}
	return append(counts, mostBranches+1)
}

// firstFresh gives the number of the first node that is not a root.
func (a *Automaton) firstFresh() uint32 { return max(a.roots[0], a.roots[1]) + 1 }

// reader reads the columns of a packed automaton from the front.
type reader struct {
	counts, syms, outputs, targets, lists []byte

	a      *Automaton
	within *bounds // nil for our own tables
	next   uint32  // the node that the next branch without bit 7 leads to
	last   int64   // the target that was read last
	// to holds the targets of a node while it is read.
	to [mostBranches]uint32
}

// unpack reads a packed automaton; within bounds, unless it is our own.
func unpack(packed []byte, roots [2]uint32, within *bounds) (*Automaton, error) {
	r := reader{within: within}
	for _, into := range []*[]byte{&r.counts, &r.syms, &r.outputs, &r.targets, &r.lists} {
		n, size := binary.Uvarint(packed)
		if size <= 0 || n > uint64(len(packed)-size) {
			return nil, errPacked
		}
		*into, packed = packed[size:size+int(n)], packed[size+int(n):]
	}
	nodes := r.count()
	if nodes > len(r.counts)+len(r.syms) || int(max(roots[0], roots[1])) > nodes || len(r.lists) < 4 {
		return nil, errPacked
	}
	r.a = &Automaton{
		nodes: make([]node, nodes+1), targets: make([]uint32, 0, len(r.syms)/2),
		outputs: make([]uint32, len(r.lists)/4), roots: roots,
	}
	for i := range r.a.outputs {
		r.a.outputs[i] = binary.LittleEndian.Uint32(r.lists[i*4:])
	}
	if r.a.outputs[0] != 0 {
		return nil, errPacked
	}
	if within != nil {
		within.reached = make([]extent, len(r.a.nodes))
	}
	return r.a, r.read()
}

// count tells how many nodes there are.
func (r *reader) count() (n int) {
	for _, count := range r.counts {
		n += max(int(count&^flagBit)-mostBranches, 1)
	}
	return n
}

// read fills the nodes and targets.
func (r *reader) read() error {
	r.next = r.a.firstFresh()
	n := uint32(0)
	for _, count := range r.counts {
		branches, nodes := int(count&^flagBit), 1
		if branches > mostBranches {
			branches -= mostBranches
			nodes = branches
		}
		if branches > len(r.syms) {
			return errPacked
		}
		if err := r.nodes(n+1, nodes, r.syms[:branches]); err != nil {
			return err
		}
		n, r.syms = n+uint32(nodes), r.syms[branches:]
		if count&flagBit != 0 {
			if err := r.output(n); err != nil {
				return err
			}
		}
	}
	return nil
}

// nodes reads one node, or several of one branch each.
func (r *reader) nodes(first uint32, nodes int, syms []byte) error {
	if len(syms) == nodes {
		return r.run(first, syms)
	}
	return r.node(first, syms)
}

// run reads nodes of one branch each, which most are. Calls are slow in WebAssembly, so it
// makes few.
func (r *reader) run(first uint32, syms []byte) (err error) {
	nodes, next := r.a.nodes, r.next
	for i, sym := range syms {
		to := next
		if sym&flagBit == 0 {
			next++
		} else if to, err = r.shared(); err != nil {
			return err
		}
		if int(to) >= len(nodes) {
			return errPacked
		}
		number := first + uint32(i)
		nodes[number].branches, nodes[number].first = 1<<(sym&63), to|inRow
		if r.within != nil {
			r.to[0] = to
			if err := r.within.steps(number, syms[i:i+1], r.to[:1]); err != nil {
				return err
			}
		}
	}
	r.next = next
	return nil
}

// node reads the branches of a node.
func (r *reader) node(number uint32, syms []byte) (err error) {
	n, targets := &r.a.nodes[number], r.to[:len(syms)]
	for i, sym := range syms {
		n.branches |= 1 << (sym & 63)
		to := r.next
		if sym&flagBit == 0 {
			r.next++
		} else if to, err = r.shared(); err != nil {
			return err
		}
		if int(to) >= len(r.a.nodes) {
			return errPacked
		}
		targets[i] = to
	}
	if bits.OnesCount64(n.branches) != len(syms) {
		return errPacked
	}
	n.first = r.a.link(targets)
	if r.within == nil {
		return nil
	}
	return r.within.steps(number, syms, targets)
}

// shared gives the target of a branch with bit 7.
func (r *reader) shared() (uint32, error) {
	d, size := binary.Varint(r.targets)
	if size <= 0 {
		return 0, errPacked
	}
	r.last, r.targets = r.last+d, r.targets[size:]
	return uint32(r.last), nil
}

// output reads the index of a node's list of entries.
func (r *reader) output(number uint32) error {
	at, size := binary.Uvarint(r.outputs)
	outputs := r.a.outputs
	if size <= 0 || at >= uint64(len(outputs)) || at+uint64(outputs[at]) >= uint64(len(outputs)) {
		return errPacked
	}
	r.a.nodes[number].output, r.outputs = uint32(at), r.outputs[size:]
	if r.within == nil {
		return nil
	}
	return r.within.output(r.a, uint32(at))
}
