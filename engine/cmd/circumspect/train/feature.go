package train

import (
	"math"

	"circumspect/engine/fold"
	"circumspect/engine/learned"
	"circumspect/engine/match"
	"circumspect/engine/segment"
)

// Lookup finds the concepts of a text.
type Lookup struct {
	Matcher   *match.Matcher
	Disguises *fold.Disguises
	Names     []learned.Key // by concept
}

// minGroups is how many groups of twins a feature must occur in to be learned from.
const minGroups = 3

// features takes the features of every post's first passage. Words that occur in enough
// groups, and those in known, count as words; of others only the letters do.
func features(posts []Post, group []int, look Lookup, known map[learned.Key]bool) (list [][]learned.Feature, words map[learned.Key]bool) {
	every := read(posts, look, func(learned.Key) bool { return true })
	words = frequent(every, group, func(f learned.Feature) bool { return f.Family == learned.Words })
	for key := range known {
		words[key] = true
	}
	return read(posts, look, func(k learned.Key) bool { return words[k] }), words
}

// read takes the features of all posts.
func read(posts []Post, look Lookup, knows func(learned.Key) bool) [][]learned.Feature {
	list := make([][]learned.Feature, len(posts))
	reader := learned.Reader{Names: look.Names, Row: func(k learned.Key) int32 {
		if knows(k) {
			return 0
		}
		return -1
	}}
	text := segment.Text{Disguises: look.Disguises}
	var hits match.Hits
	for i := range posts {
		text.Segment(posts[i].Text)
		look.Matcher.Find(&text, 1, &hits)
		if passages := learned.Passages(&text); len(passages) > 0 {
			reader.Open(learned.Input{Text: &text, Hits: &hits, Org: posts[i].Org, Surface: posts[i].Surface})
			list[i] = append(list[i], reader.Read(passages[0])...)
		}
	}
	return list
}

// frequent lists the features that occur in enough groups.
func frequent(list [][]learned.Feature, group []int, wanted func(learned.Feature) bool) map[learned.Key]bool {
	seen := map[learned.Key][]int32{}
	for i, features := range list {
		for _, f := range features {
			if wanted(f) {
				note(seen, f.Key, int32(group[i]))
			}
		}
	}
	keys := map[learned.Key]bool{}
	for key, in := range seen {
		if len(in) >= minGroups {
			keys[key] = true
		}
	}
	return keys
}

// note records that a key occurs in a group.
func note(seen map[learned.Key][]int32, key learned.Key, group int32) {
	in := seen[key]
	if len(in) >= minGroups {
		return
	}
	for _, g := range in {
		if g == group {
			return
		}
	}
	seen[key] = append(in, group)
}

// strength is how much a family's features count in a fit: what is weaker learns more
// slowly and overfits less.
func strength() [learned.Families]float64 {
	return [...]float64{
		learned.Words: 1, learned.Pairs: 0.5, learned.Letters: 0.3,
		learned.Concepts: 1, learned.Situation: 1,
	}
}

// value is a feature of a post and how strong it is.
type value struct {
	column int32
	by     float32
}

// table is the posts as rows of numbered features.
type table struct {
	rows    [][]value
	keys    []learned.Key // of the columns
	family  []learned.Family
	columns map[learned.Key]int32
}

// tabulate makes rows of the features that wanted names.
func tabulate(list [][]learned.Feature, wanted map[learned.Key]bool) *table {
	t := &table{columns: map[learned.Key]int32{}}
	for _, features := range list {
		t.rows = append(t.rows, t.row(features, wanted))
	}
	return t
}

// row gives the features of a post, each as strong as the model will take it: the times
// it occurs, divided by the root of how many its family has.
func (t *table) row(features []learned.Feature, wanted map[learned.Key]bool) []value {
	numbers := learned.Count(features)
	var row []value
	at := map[int32]int{}
	for _, f := range features {
		if !wanted[f.Key] {
			continue
		}
		column := t.column(f)
		i, ok := at[column]
		if !ok {
			i = len(row)
			at[column] = i
			row = append(row, value{column: column})
		}
		row[i].by += float32(strength()[f.Family] / math.Sqrt(float64(numbers[f.Family]+learned.Prior)))
	}
	return row
}

// column gives the number of a feature.
func (t *table) column(f learned.Feature) int32 {
	column, ok := t.columns[f.Key]
	if !ok {
		column = int32(len(t.keys))
		t.columns[f.Key] = column
		t.keys, t.family = append(t.keys, f.Key), append(t.family, f.Family)
	}
	return column
}
