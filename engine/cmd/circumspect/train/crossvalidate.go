package train

import (
	"cmp"
	"slices"
	"sync"

	"circumspect/engine/learned"
)

// folds is into how many parts the posts are divided: each is judged by a model that
// has learned from the others.
const folds = 5

// material is posts made ready for fitting.
type material struct {
	posts      []Post
	group      []int
	features   [][]learned.Feature
	known      map[learned.Key]bool
	vectors    *Vectors
	problem    *problem
	categories []string
}

// prepare takes the features from posts.
func prepare(posts []Post, look Lookup, v *Vectors, categories []string) *material {
	m := &material{posts: posts, group: groups(posts), known: map[learned.Key]bool{}, vectors: v, categories: categories}
	if v != nil {
		for _, key := range v.Words {
			m.known[key] = true
		}
	}
	var words map[learned.Key]bool
	m.features, words = features(posts, m.group, look, m.known)
	wanted := frequent(m.features, m.group, func(learned.Feature) bool { return true })
	for key := range words {
		wanted[key] = true
	}
	m.known = words
	m.problem = &problem{table: tabulate(m.features, wanted), vectors: vectorsOf(m.features, v), twins: twins(posts)}
	for i := range posts {
		weight := float32(1)
		if posts[i].Edited {
			weight = realTo
		}
		m.problem.weight = append(m.problem.weight, weight)
		m.problem.want = append(m.problem.want, outputsOf(&posts[i], categories))
	}
	return m
}

// model fits and rounds a model to the posts listed.
func (m *material) model(list []int) (*learned.Model, error) {
	return quantise(m.problem.table, m.problem.fit(list), m.categories, m.vectors, m.known)
}

// all lists every post.
func (m *material) all() []int {
	list := make([]int, len(m.posts))
	for i := range list {
		list[i] = i
	}
	return list
}

// crossValidate gives, for every post, the sums of a model that has not seen it.
func (m *material) crossValidate() ([][]int32, error) {
	sums, errs := make([][]int32, len(m.posts)), make([]error, folds)
	var done sync.WaitGroup
	for fold := range folds {
		done.Go(func() { errs[fold] = m.judge(fold, sums) })
	}
	done.Wait()
	return sums, cmp.Or(errs...)
}

// judge learns from all folds but one and sums up that one.
func (m *material) judge(fold int, sums [][]int32) error {
	var learn, left []int
	for i, g := range m.group {
		if part(m.posts[g].ID) == fold {
			left = append(left, i)
		} else {
			learn = append(learn, i)
		}
	}
	model, err := m.model(learn)
	if err != nil {
		return err
	}
	for _, i := range left {
		sums[i] = make([]int32, len(m.categories))
		model.Sums(model.Rowed(m.features[i]), sums[i])
	}
	return nil
}

// part puts a group into a fold.
func part(id string) int { return int(learned.WordKey(id)>>8) % folds }

// thresholds chooses, from sums of posts not learned from, what each output must come to:
// the most hits for so large a share of harmless posts falsely flagged.
func thresholds(posts []Post, sums [][]int32, categories []string, share float64) []int32 {
	harmless := 0
	for i := range posts {
		if !posts[i].Breaks() {
			harmless++
		}
	}
	budget := int(share * float64(harmless))
	var best []int32
	low, high := 0.0, 64.0 // what a false alarm costs, in hits
	for range 24 {
		price := (low + high) / 2
		chosen := chooseAll(posts, sums, categories, price)
		if falseAlarms(posts, sums, chosen) <= budget {
			best, high = chosen, price
		} else {
			low = price
		}
	}
	return best
}

// candidate is a post that an output would flag.
type candidate struct {
	sum             int32
	right, harmless bool
}

// never is a threshold that nothing comes to.
const never = 1 << 30

// chooseAll gives every output its best threshold at a price.
func chooseAll(posts []Post, sums [][]int32, categories []string, price float64) []int32 {
	chosen := make([]int32, len(categories))
	for c, category := range categories {
		var list []candidate
		for i := range posts {
			if learned.Top(sums[i]) == c {
				list = append(list, candidate{sums[i][c], slices.Contains(posts[i].Expect, category), !posts[i].Breaks()})
			}
		}
		chosen[c] = choose(list, price)
	}
	return chosen
}

// wrongTo is what a breach flagged in a wrong category costs, as a part of a false alarm.
const wrongTo = 0.2

// choose gives the threshold with the greatest gain.
func choose(list []candidate, price float64) int32 {
	slices.SortStableFunc(list, func(a, b candidate) int { return cmp.Compare(b.sum, a.sum) })
	gain, most, at := 0.0, 0.0, int32(never)
	for i, x := range list {
		switch {
		case x.right:
			gain++
		case x.harmless:
			gain -= price
		default:
			gain -= price * wrongTo
		}
		last := i == len(list)-1 || list[i+1].sum < x.sum
		if last && gain > most {
			most, at = gain, x.sum
		}
	}
	return at
}

// falseAlarms counts the harmless posts that come to a threshold.
func falseAlarms(posts []Post, sums [][]int32, thresholds []int32) (n int) {
	m := learned.Model{Threshold: thresholds}
	for i := range posts {
		if len(m.Judge(sums[i])) > 0 && !posts[i].Breaks() {
			n++
		}
	}
	return n
}
