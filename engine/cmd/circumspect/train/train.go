package train

import (
	"cmp"
	"slices"

	"circumspect/engine/learned"
)

// The size of a model and what it may cost, chosen so that it stays below 400 KB.
const (
	vectorWords = 12000 // words known from the vectors
	keptRows    = 30000 // other features
	alarmShare  = 0.025 // of harmless posts that may be flagged in cross-validation
)

// Result is a model and how models like it judged posts that they had not seen.
type Result struct {
	Model *learned.Model
	Posts []Post
	// Flagged gives, for every post, the outputs that flagged it in cross-validation.
	Flagged [][]int
	// Area is the chance that a breach is judged above a harmless post.
	Area float64
}

// Train fits a model to posts, with an output a category; vectors may be nil.
func Train(posts []Post, look Lookup, vectors *Vectors, categories []string) (*Result, error) {
	m := prepare(posts, look, vectors, categories)
	sums, err := m.crossValidate()
	if err != nil {
		return nil, err
	}
	model, err := m.model(m.all())
	if err != nil {
		return nil, err
	}
	model.Harmless = lowest(posts, sums)
	model.Threshold = thresholds(posts, sums, categories, alarmShare)
	r := &Result{Model: model, Posts: posts, Area: area(posts, sums)}
	for i := range posts {
		r.Flagged = append(r.Flagged, model.Judge(sums[i]))
	}
	return r, nil
}

// missedShare is the share of breaches that may read as harmless. Little is lost by it:
// only what single phrases say is lowered there, and to a hint.
const missedShare = 0.15

// lowest gives what all but so many breaches come to.
func lowest(posts []Post, sums [][]int32) int32 {
	var tops []int32
	for i := range posts {
		if posts[i].Breaks() {
			tops = append(tops, slices.Max(sums[i]))
		}
	}
	if len(tops) == 0 {
		return -never
	}
	slices.Sort(tops)
	return tops[int(missedShare*float64(len(tops)))]
}

// area gives the share of pairs of a breach and a harmless post in the right order.
func area(posts []Post, sums [][]int32) float64 {
	var all []candidate
	for i := range posts {
		all = append(all, candidate{sum: slices.Max(sums[i]), harmless: !posts[i].Breaks()})
	}
	slices.SortFunc(all, func(a, b candidate) int { return cmp.Compare(a.sum, b.sum) })
	below, right, breaches := 0, 0, 0
	for _, x := range all {
		if x.harmless {
			below++
		} else {
			right, breaches = right+below, breaches+1
		}
	}
	return float64(right) / float64(max(below, 1)) / float64(max(breaches, 1))
}
