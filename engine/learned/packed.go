package learned

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
	"slices"
)

// magic begins every packed model; its figure changes with the form.
var magic = []byte("circumspect model 4\n")

var errShort = errors.New("learned: got fewer bytes than it promises, want it whole: train it again")

// Pack writes the model: keys as differences, so that it stays small.
func (m *Model) Pack() []byte {
	out := bytes.Clone(magic)
	out = binary.AppendUvarint(out, uint64(len(m.Outputs)))
	for i, name := range m.Outputs {
		out = binary.AppendUvarint(out, uint64(len(name)))
		out = append(out, name...)
		out = binary.AppendVarint(out, int64(m.Bias[i]))
		out = binary.AppendVarint(out, int64(m.Threshold[i]))
	}
	out = binary.AppendVarint(out, int64(m.Harmless))
	for _, s := range m.Scale {
		out = binary.AppendVarint(out, int64(s))
	}
	out = binary.AppendUvarint(out, uint64(len(m.keys)))
	last := Key(0)
	for i, key := range m.keys {
		out = binary.AppendUvarint(out, uint64(key-last))
		last = key
		out = m.appendRow(out, &m.rows[i])
	}
	return out
}

// MaxWeight is the greatest weight: a weight takes four bits.
const MaxWeight = 7

// every is the bit of a row's mask that stands for all outputs.
const every = maxOutputs

// appendRow writes the weights of a row: which outputs have one of their own, a bit each
// (the highest is for all of them), then the weights, two a byte.
func (m *Model) appendRow(out []byte, row *lanes) []byte {
	common := m.common(row)
	var mask uint32
	var weights []int32
	for i := range m.Outputs {
		if by := row.get(i) - common; by != 0 {
			mask |= 1 << i
			weights = append(weights, by)
		}
	}
	if common != 0 {
		mask |= 1 << every
		weights = append(weights, common)
	}
	out = append(out, byte(mask), byte(mask>>8), byte(mask>>16))
	for i, by := range weights {
		if i%2 == 0 {
			out = append(out, byte(by)&0xF)
		} else {
			out[len(out)-1] |= byte(by) << 4
		}
	}
	return out
}

// common gives the weight that most outputs of a row share, the lowest of equals, such
// that the others differ from it by no more than MaxWeight.
func (m *Model) common(row *lanes) int32 {
	best, most := int32(0), -1
	for by := int32(-MaxWeight); by <= MaxWeight; by++ {
		if n, ok := m.sharing(row, by); ok && n > most {
			best, most = by, n
		}
	}
	return best
}

// sharing counts the outputs of a row with this weight, and tells whether the others
// differ from it by no more than MaxWeight.
func (m *Model) sharing(row *lanes, by int32) (n int, ok bool) {
	for i := range m.Outputs {
		switch d := row.get(i) - by; {
		case d == 0:
			n++
		case d < -MaxWeight || d > MaxWeight:
			return 0, false
		}
	}
	return n, true
}

// Unpack reads what Pack wrote. The model must have these outputs, in this order.
func Unpack(packed []byte, outputs []string) (*Model, error) {
	rest, ok := bytes.CutPrefix(packed, magic)
	if !ok {
		return nil, fmt.Errorf("learned: got another beginning, want %q: train it again", magic)
	}
	u := &unpacker{rest: rest}
	m := &Model{}
	for range u.count(1) {
		m.Outputs = append(m.Outputs, string(u.take(u.count(1))))
		m.Bias, m.Threshold = append(m.Bias, u.signed()), append(m.Threshold, u.signed())
	}
	m.Harmless = u.signed()
	for i := range m.Scale {
		m.Scale[i] = u.signed()
	}
	u.rows(m)
	if u.err != nil {
		return nil, u.err
	}
	if !slices.Equal(m.Outputs, outputs) {
		return nil, fmt.Errorf("learned: outputs: got %v, want %v: train it again", m.Outputs, outputs)
	}
	m.makeIndex()
	return m, nil
}

// unpacker takes values off rest; after the first error it gives zeros.
type unpacker struct {
	rest []byte
	err  error
}

func (u *unpacker) fail() {
	u.rest = nil
	if u.err == nil {
		u.err = errShort
	}
}

// count reads a number of things, each of which takes so many bytes.
func (u *unpacker) count(bytes int) int {
	v, size := binary.Uvarint(u.rest)
	if size <= 0 || v > uint64((len(u.rest)-size)/bytes) {
		u.fail()
		return 0
	}
	u.rest = u.rest[size:]
	return int(v)
}

func (u *unpacker) signed() int32 {
	v, size := binary.Varint(u.rest)
	if size <= 0 || v != int64(int32(v)) {
		u.fail()
		return 0
	}
	u.rest = u.rest[size:]
	return int32(v)
}

func (u *unpacker) take(n int) []byte {
	if n > len(u.rest) {
		u.fail()
		return nil
	}
	taken := u.rest[:n]
	u.rest = u.rest[n:]
	return taken
}

// rows reads the rows of a model.
func (u *unpacker) rows(m *Model) {
	n := u.count(4)
	m.keys, m.rows = make([]Key, 0, n), make([]lanes, 0, n)
	last := uint64(0)
	for i := range n {
		step, size := binary.Uvarint(u.rest)
		if size <= 0 || last+step > 1<<32-1 || i > 0 && step == 0 {
			u.fail()
			return
		}
		u.rest = u.rest[size:]
		last += step
		m.keys, m.rows = append(m.keys, Key(last)), append(m.rows, u.row(len(m.Outputs)))
	}
}

// row reads the weights of a row.
func (u *unpacker) row(outputs int) (l lanes) {
	head := u.take(3)
	if head == nil {
		return l
	}
	mask := uint32(head[0]) | uint32(head[1])<<8 | uint32(head[2])<<16
	if mask&^(1<<every|1<<outputs-1) != 0 {
		u.fail()
		return l
	}
	pairs := u.take((bits.OnesCount32(mask) + 1) / 2)
	if pairs == nil {
		return l
	}
	at := func(i int) int32 { return int32(int8(pairs[i/2]<<(4-i%2*4)) >> 4) }
	common := int32(0)
	if mask>>every != 0 {
		common = at(bits.OnesCount32(mask) - 1)
	}
	for output, next := 0, 0; output < outputs; output++ {
		by := common
		if mask>>output&1 != 0 {
			by += at(next)
			next++
		}
		l.set(output, by)
	}
	return l
}
