package learned

import (
	"cmp"
	"slices"
)

// Sums adds up the outputs of a passage into sums, in units of 1/One.
func (m *Model) Sums(features []Feature, sums []int32) {
	numbers := Count(features)
	var tallies [Families]tally
	for i := range features {
		if row := features[i].Row; row >= 0 {
			tallies[features[i].Family].add(&m.rows[row])
		}
	}
	copy(sums, m.Bias)
	for f := range tallies {
		tallies[f].flush()
		factor := int64(m.Scale[f]) * m.inverseRoot(numbers[f])
		for i := range sums {
			sums[i] += int32(int64(tallies[f].sums[i]) * factor >> (rootBits + scaleBits))
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

// nearBest is how far below the best a sum may be to be named beside it: the two can
// hardly be told apart.
const nearBest = One / 8

// Judge gives the highest output, if it comes to its threshold, and behind it those that
// come to theirs and are hardly below it.
func (m *Model) Judge(sums []int32) []int {
	best := Top(sums)
	if len(sums) == 0 || sums[best] < m.Threshold[best] {
		return nil
	}
	outputs := []int{best}
	for i, sum := range sums {
		if i != best && sum >= m.Threshold[i] && sum > sums[best]-nearBest {
			outputs = append(outputs, i)
		}
	}
	return outputs
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
		share := int64(m.rows[f.Row].get(output)) * int64(m.Scale[f.Family]) * m.inverseRoot(numbers[f.Family]) / int64(f.EndWord-f.Word)
		for w := f.Word; w < f.EndWord; w++ {
			by[w-p.FirstWord] += share
		}
	}
	return heaviest(by, p.FirstWord)
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
