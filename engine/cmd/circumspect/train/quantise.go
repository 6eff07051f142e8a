package train

import (
	"cmp"
	"math"
	"slices"

	"circumspect/engine/learned"
)

// half is how much "breaks anything" and the category each make of an output.
const half = 0.5

// quantise turns a fit into a model of whole numbers, without thresholds; the words in
// known are always among its rows.
func quantise(t *table, w *weights, categories []string, v *Vectors, known map[learned.Key]bool) (*learned.Model, error) {
	m := &learned.Model{Outputs: categories, Threshold: make([]int32, len(categories))}
	any := w.outputs - 1
	for c := range categories {
		m.Bias = append(m.Bias, whole(half*float64(w.bias[c])+half*float64(w.bias[any]), learned.One))
	}
	rows := fullRows(t, w, v, known)
	rows = strongest(rows, known, keptRows)
	unit := unitOf(rows)
	for f := range m.Scale {
		m.Scale[f] = whole(unit[f], learned.One*learned.ScaleOne)
	}
	var list []learned.Row
	for _, r := range rows {
		list = append(list, r.quantised(unit[r.family]))
	}
	return m, m.SetRows(list)
}

// whole rounds x to a whole number of parts.
func whole(x, parts float64) int32 { return int32(math.RoundToEven(x * parts)) }

// fullRow is a feature with the weights it will have, before rounding.
type fullRow struct {
	key    learned.Key
	family learned.Family
	any    float32
	each   []float32
	times  int
}

// fullRows gives the rows of all columns, and those of words that have only a vector.
func fullRows(t *table, w *weights, v *Vectors, known map[learned.Key]bool) []fullRow {
	times := make([]int, len(t.keys))
	for _, row := range t.rows {
		for _, x := range row {
			times[x.column]++
		}
	}
	var rows []fullRow
	for i, key := range t.keys {
		rows = append(rows, w.full(key, t.family[i], i, len(t.keys), v, times[i]))
	}
	if v != nil {
		for _, key := range v.Words {
			if _, ok := t.columns[key]; !ok && known[key] {
				rows = append(rows, w.full(key, learned.Words, -1, len(t.keys), v, 1))
			}
		}
	}
	return rows
}

// full gives the row of a feature: of its column, if it has one, and of its vector.
func (w *weights) full(key learned.Key, family learned.Family, column, columns int, v *Vectors, times int) fullRow {
	sum := make([]float32, w.outputs)
	if column >= 0 {
		copy(sum, w.w[column*w.outputs:])
	}
	for c := range sum {
		sum[c] *= float32(strength()[family])
	}
	if family == learned.Words && v != nil {
		for d, x := range v.Of[key] {
			addTo(sum, w.w[(columns+d)*w.outputs:], float32(vectorTo*x))
		}
	}
	for c := range sum {
		sum[c] *= half
	}
	return fullRow{key, family, sum[len(sum)-1], sum[:len(sum)-1], times}
}

// force is how much a row has to say.
func (r *fullRow) force() float64 {
	most := math.Abs(float64(r.any))
	for _, x := range r.each {
		most = max(most, math.Abs(float64(x)))
	}
	return most * math.Sqrt(float64(r.times))
}

// strongest keeps so many rows, and those of known words.
func strongest(rows []fullRow, known map[learned.Key]bool, keep int) []fullRow {
	slices.SortStableFunc(rows, func(a, b fullRow) int {
		return cmp.Or(cmp.Compare(b.force(), a.force()), cmp.Compare(a.key, b.key))
	})
	var kept []fullRow
	for i, r := range rows {
		if i < keep || r.family == learned.Words && known[r.key] {
			kept = append(kept, r)
		}
	}
	return kept
}

// strongShare is the share of a family's weights that whole numbers reach; the few beyond
// are cut down, so that the many keep more steps.
const strongShare = 0.995

// unitOf gives by family what a whole-number weight of 1 stands for.
func unitOf(rows []fullRow) [learned.Families]float64 {
	var all [learned.Families][]float64
	for _, r := range rows {
		for _, x := range append(r.each[:len(r.each):len(r.each)], r.any) {
			if x != 0 {
				all[r.family] = append(all[r.family], math.Abs(float64(x)))
			}
		}
	}
	var units [learned.Families]float64
	for f, list := range all {
		if slices.Sort(list); len(list) > 0 {
			units[f] = list[int(strongShare*float64(len(list)-1))] / learned.MaxWeight
		}
	}
	return units
}

// least is what a weight of a single output must be worth, in steps, to be kept: smaller
// ones cost bytes and say little.
const least = 1.4

// quantised rounds a row's weights.
func (r *fullRow) quantised(unit float64) learned.Row {
	row := learned.Row{Key: r.key}
	if n := roundTo(r.any, unit); n != 0 {
		row.Weights = append(row.Weights, learned.Weight{Output: -1, By: n})
	}
	for c, x := range r.each {
		if n := roundTo(x, unit); n != 0 && math.Abs(float64(x)) >= least*unit {
			row.Weights = append(row.Weights, learned.Weight{Output: c, By: n})
		}
	}
	return row
}

func roundTo(x float32, unit float64) int8 {
	if unit == 0 {
		return 0
	}
	return int8(max(-learned.MaxWeight, min(learned.MaxWeight, math.RoundToEven(float64(x)/unit))))
}
