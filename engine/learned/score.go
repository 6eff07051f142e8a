package learned

import (
	"cmp"
	"slices"
)

// Judgement is an output that came to its threshold.
type Judgement struct {
	Output int
	Margin int32 // above the threshold, in units of 1/One
}

// Sums adds up the outputs of a passage into sums, in units of 1/One.
func (m *Model) Sums(features []Feature, sums []int32) {
	numbers := Count(features)
	var parts [Families][maxOutputs + 1]int32
	for _, f := range features {
		if row := f.Row; row >= 0 {
			part := &parts[f.Family]
			for _, w := range m.weights[m.rows[row]:m.rows[row+1]] {
				part[w.output] += int32(w.by)
			}
		}
	}
	copy(sums, m.Bias)
	for f := range parts {
		part, factor := &parts[f], int64(m.Scale[f])*m.inverseRoot(numbers[f])
		for i := range sums {
			sums[i] += int32(int64(part[i]+part[every]) * factor >> (rootBits + scaleBits))
		}
	}
}

// rootBits is how many bits InverseRoot has below one.
const rootBits = 16

// Prior is how many features a family is taken to have besides those it has, so that the
// few words of a very short passage are little evidence.
const Prior = 6

// InverseRoot gives 1/√(n+Prior) with 16 bits below one.
func InverseRoot(n int32) int32 { return int32(root(1 << (2 * rootBits) / uint64(n+Prior))) }

// inverseRoot looks up what InverseRoot gives.
func (m *Model) inverseRoot(n int32) int64 {
	if int(n) < len(m.roots) {
		return int64(m.roots[n])
	}
	return int64(InverseRoot(n))
}

// root gives the whole part of a square root.
func root(n uint64) uint64 {
	var r uint64
	for bit := uint64(1) << 32; bit > 0; bit >>= 1 {
		if t := r | bit; t <= 1<<32-1 && t*t <= n {
			r = t
		}
	}
	return r
}

// Top gives the highest output, the first of equals.
func Top(sums []int32) int {
	best := 0
	for i, sum := range sums {
		if sum > sums[best] {
			best = i
		}
	}
	return best
}

// Best gives the highest output, if it comes to its threshold.
func (m *Model) Best(sums []int32) (Judgement, bool) {
	best := Top(sums)
	if len(sums) == 0 || sums[best] < m.Threshold[best] {
		return Judgement{Output: -1}, false
	}
	return Judgement{best, sums[best] - m.Threshold[best]}, true
}

// ReadsHarmless tells whether all outputs of a passage are so low that a single phrase
// is better taken as a hint.
func (m *Model) ReadsHarmless(sums []int32) bool { return slices.Max(sums) < m.Harmless }

// maxWeighed is how many words are named as having weighed.
const maxWeighed = 5

// weighed is a word and what its features added.
type weighed struct {
	word int32
	by   int64
}

// Weighed gives the words that weighed most for an output, in the order of the text.
func (m *Model) Weighed(features []Feature, output int, p Passage) []int32 {
	numbers := Count(features)
	by := make([]int64, p.EndWord-p.FirstWord)
	for _, f := range features {
		if f.Row < 0 || f.EndWord <= f.Word || f.Word < p.FirstWord || f.EndWord > p.EndWord {
			continue
		}
		share := m.adds(f.Row, output) * int64(m.Scale[f.Family]) * m.inverseRoot(numbers[f.Family]) / int64(f.EndWord-f.Word)
		for w := f.Word; w < f.EndWord; w++ {
			by[w-p.FirstWord] += share
		}
	}
	return heaviest(by, p.FirstWord)
}

// adds gives what a row adds to an output.
func (m *Model) adds(row int32, output int) (sum int64) {
	for _, w := range m.weights[m.rows[row]:m.rows[row+1]] {
		if w.output == every || int(w.output) == output {
			sum += int64(w.by)
		}
	}
	return sum
}

// heaviest picks the words that weighed most: as many as make half of the whole.
func heaviest(by []int64, first int32) []int32 {
	var words []weighed
	var whole int64
	for i, n := range by {
		if n > 0 {
			words = append(words, weighed{first + int32(i), n})
			whole += n
		}
	}
	slices.SortStableFunc(words, func(a, b weighed) int { return cmp.Compare(b.by, a.by) })
	var picked []int32
	var sum int64
	for _, w := range words[:min(len(words), maxWeighed)] {
		if 2*sum > whole {
			break
		}
		sum += w.by
		picked = append(picked, w.word)
	}
	slices.Sort(picked)
	return picked
}
