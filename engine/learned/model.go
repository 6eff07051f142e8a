// Package learned is the learned signal: a linear model over the words of a passage and
// the concepts that occur in it, one output a category. It adds up whole numbers only, so
// that every machine comes to the same judgement, and can say which words weighed.
//
// `circumspect rules train` makes the model; ARCHITECTURE.md says from what.
package learned

import (
	"cmp"
	"fmt"
	"slices"
)

// Model holds the weights. It is safe for concurrent use.
type Model struct {
	// Outputs names the categories.
	Outputs []string
	// Bias and Threshold are by output, in units of 1/One.
	Bias, Threshold []int32
	// Harmless is what no output may come to for a passage to read as harmless.
	Harmless int32
	// Scale says by family how much a weight of 1 adds, in units of 1/(One × ScaleOne).
	Scale [Families]int32

	keys  []Key      // ascending
	rows  []lanes    // by key
	roots [256]int32 // InverseRoot of small numbers
	// maybe has a bit for every beginning of a key: most features have no row, and that
	// is then known at once.
	maybe []uint64
	index []uint32 // by the highest bits of a key, where to look among keys
}

// One is what thresholds, biases and sums count as one.
const One = 1 << 12

// ScaleOne is what Scale counts as one, beyond One.
const ScaleOne = 1 << scaleBits

const scaleBits = 8

// maxOutputs is how many outputs a model can have.
const maxOutputs = 23

// indexBits is how many of a key's highest bits the index looks at: about as many places
// as a model has keys. maybeBits is the same for maybe: some thirty bits a key.
const (
	indexBits = 15
	maybeBits = 20
)

// Weight is a weight of a row: what a feature adds to an output.
type Weight struct {
	Output int  // -1 for all outputs
	By     int8 // -MaxWeight to MaxWeight
}

// Row is the weights of a feature.
type Row struct {
	Key     Key
	Weights []Weight
}

// SetRows gives the model its weights.
func (m *Model) SetRows(rows []Row) error {
	slices.SortFunc(rows, func(a, b Row) int { return cmp.Compare(a.Key, b.Key) })
	m.keys, m.rows = nil, nil
	for i, row := range rows {
		if i > 0 && row.Key == rows[i-1].Key {
			return fmt.Errorf("learned: row %d: got key %d twice, want it once", i, row.Key)
		}
		m.keys, m.rows = append(m.keys, row.Key), append(m.rows, m.lanesOf(row.Weights))
	}
	m.makeIndex()
	return nil
}

// lanesOf adds up the weights of a row.
func (m *Model) lanesOf(weights []Weight) (l lanes) {
	for output := range m.Outputs {
		sum := int32(0)
		for _, w := range weights {
			if w.Output == -1 || w.Output == output {
				sum += int32(w.By)
			}
		}
		l.set(output, sum)
	}
	return l
}

// makeIndex notes where the keys of every beginning start, and which beginnings there are.
func (m *Model) makeIndex() {
	for n := range m.roots {
		m.roots[n] = InverseRoot(int32(n))
	}
	m.maybe = make([]uint64, 1<<maybeBits/64)
	for _, key := range m.keys {
		m.maybe[key>>(32-maybeBits)/64] |= 1 << (key >> (32 - maybeBits) % 64)
	}
	m.index = make([]uint32, 1<<indexBits+1)
	at := 0
	for i := range m.index {
		for at < len(m.keys) && int(m.keys[at]>>(32-indexBits)) < i {
			at++
		}
		m.index[i] = uint32(at)
	}
}

// Row gives the number of a feature's row, or -1.
func (m *Model) Row(key Key) int32 {
	if m.maybe[key>>(32-maybeBits)/64]>>(key>>(32-maybeBits)%64)&1 == 0 {
		return -1
	}
	top := key >> (32 - indexBits)
	for i := m.index[top]; i < m.index[top+1]; i++ {
		if m.keys[i] >= key {
			if m.keys[i] == key {
				return int32(i)
			}
			return -1
		}
	}
	return -1
}

// Rows counts the features that have weights.
func (m *Model) Rows() int { return len(m.keys) }

// Rowed gives features, read for another model, with this one's rows.
func (m *Model) Rowed(features []Feature) []Feature {
	rowed := slices.Clone(features)
	for i := range rowed {
		rowed[i].Row = m.Row(rowed[i].Key)
	}
	return rowed
}
