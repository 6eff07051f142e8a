package train

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"circumspect/engine/learned"
	"circumspect/engine/match"
	"circumspect/engine/pack"
)

func categories() []string { return []string{"security", "offensive"} }

// look finds two concepts.
func look(t *testing.T) Lookup {
	concepts := []pack.Concept{
		{ID: "leaving", Terms: map[string][]string{"en": {"leave~"}}},
		{ID: "animal", Terms: map[string][]string{"en": {"donkey~", "goat~"}}},
	}
	m, err := match.New(concepts, match.Official{})
	require.NoError(t, err)
	return Lookup{m, match.Disguises(concepts), learned.Names(match.Numbers(concepts))}
}

// pairs makes posts with twins: whoever leaves tomorrow breaks something, as do those who
// call others donkeys.
func pairs() []Post {
	var posts []Post
	add := func(breach, twin, category string) {
		id := fmt.Sprint(len(posts))
		posts = append(posts,
			Post{ID: id, Lang: "en", Org: "un", Surface: "post", Text: breach, Expect: []string{category}, Pair: id + "a"},
			Post{ID: id + "a", Lang: "en", Org: "un", Surface: "post", Text: twin, Pair: id})
	}
	for _, who := range strings.Fields("we they drivers guards monitors interns both all some others") {
		for _, from := range strings.Fields("camp gate hotel office airport border") {
			add(who+" leave the "+from+" tomorrow at dawn", who+" left the "+from+" last year at dawn", "security")
			add(who+" at the "+from+" are donkeys", who+" at the "+from+" feed donkeys", "offensive")
		}
	}
	return posts
}

func TestTrainingIsReproducible(t *testing.T) {
	first, err := Train(pairs(), look(t), nil, categories())
	require.NoError(t, err)
	second, err := Train(pairs(), look(t), nil, categories())
	require.NoError(t, err)
	assert.Equal(t, first.Model.Pack(), second.Model.Pack())
	assert.Equal(t, golden, NewInput("", first.Model.Pack(), 0, false).SHA256, "the same on every machine")
}

// golden is the digest of the model that pairs gives.
const golden = "04ac03f6ce72801072c1ac75f6be68ed3a96996ced43390b5405861588c772f1"

func TestTrainingSeparatesTwins(t *testing.T) {
	r, err := Train(pairs(), look(t), nil, categories())
	require.NoError(t, err)
	assert.Greater(t, r.Area, 0.99)
	tally := r.tallies()["invented posts"]
	assert.Equal(t, 120, tally.Breaches)
	assert.Greater(t, tally.Right, 100)
	assert.LessOrEqual(t, tally.False, 3)
}

func TestTwinsStayTogether(t *testing.T) {
	posts := []Post{{ID: "a", Pair: "b"}, {ID: "x"}, {ID: "b", Pair: "a"}, {ID: "c", Pair: "b"}}
	assert.Equal(t, []int{0, 1, 0, 0}, groups(posts))
	posts[0].Expect = []string{"threat"}
	assert.Equal(t, [][]int{{2}, nil, nil, nil}, twins(posts))
}

func TestVectorsLendWordsTheirNeighboursWeight(t *testing.T) {
	far := make([]float32, dimensions)
	far[0] = 1
	near := slices.Clone(far)
	other := make([]float32, dimensions)
	other[1] = 1
	v := &Vectors{Of: map[learned.Key][]float32{}}
	for word, vector := range map[string][]float32{"tomorrow": far, "tonight": near, "yesterday": other} {
		v.Of[learned.WordKey(word)] = vector
	}
	for _, word := range []string{"tomorrow", "tonight", "yesterday"} {
		v.Words = append(v.Words, learned.WordKey(word))
	}
	r, err := Train(pairs(), look(t), v, categories())
	require.NoError(t, err)
	sum := func(word string) int32 {
		sums := make([]int32, 2)
		r.Model.Sums(r.Model.Rowed([]learned.Feature{{Key: learned.WordKey(word)}}), sums)
		return sums[0]
	}
	assert.Greater(t, sum("tonight"), sum("yesterday"), "tonight never occurs, but stands where tomorrow stands")
}

func TestThresholdsKeepToTheBudget(t *testing.T) {
	var posts []Post
	var sums [][]int32
	for i := range int32(100) {
		posts = append(posts, Post{Expect: []string{"security"}}, Post{})
		sums = append(sums, []int32{i, 0}, []int32{i - 50, -90})
	}
	limits := thresholds(posts, sums, categories(), 0.02)
	assert.Equal(t, int32(50), limits[0], "no harmless post comes to it, half of the breaches do")
	assert.Equal(t, int32(never), limits[1])
}

func TestReadVectors(t *testing.T) {
	numbers := strings.TrimSuffix(strings.Repeat("3,", dimensions), ",")
	v, err := ReadVectors(strings.NewReader(`{"words":[",","camp","x2"],"vectors":{",":[` + numbers + `],"camp":[` + numbers + `],"x2":[` + numbers + `]}}`))
	require.NoError(t, err)
	assert.Equal(t, []learned.Key{learned.WordKey("camp")}, v.Words)
	assert.InDelta(t, 1/math.Sqrt(dimensions), v.Of[learned.WordKey("camp")][7], 1e-6)
	_, err = ReadVectors(strings.NewReader("{"))
	assert.ErrorContains(t, err, "vectors: ")
}

func TestRead(t *testing.T) {
	posts, err := Read(strings.NewReader(`{"id":"1","lang":"en","text":"a","expect":["threat"],"note":"indirect: x"}`+"\n"+`{"id":"2","lang":"fr"}`), "p.jsonl")
	require.NoError(t, err)
	require.Len(t, posts, 1, "only English")
	assert.True(t, posts[0].Breaks() && posts[0].Indirect() && !posts[0].Free())
	_, err = Read(strings.NewReader("{}\n["), "p.jsonl")
	assert.ErrorContains(t, err, "p.jsonl:2: post: got ")
}

func TestMeasuringPostsAreRefused(t *testing.T) {
	assert.NoError(t, Refuse("testdata/posts/pairs-flat.jsonl"))
	assert.EqualError(t, Refuse("testdata/posts/dev.jsonl"), "train: file: got dev.jsonl, want no posts that are kept for measuring")
	assert.Error(t, Refuse("functional.jsonl"))
}
