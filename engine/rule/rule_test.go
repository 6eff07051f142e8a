package rule

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"circumspect/engine/match"
	"circumspect/engine/pack"
	"circumspect/engine/segment"
)

// library has one rule over concepts whose terms are their ids: a, b, c, and
// exceptions with every reach.
func library(r pack.Rule) *pack.Library {
	words := func(id string, reach pack.Reach) pack.Concept {
		return pack.Concept{ID: id, Reach: reach, Terms: map[string][]string{"en": {id}}}
	}
	return &pack.Library{
		Rules: []pack.Rule{r},
		Concepts: []pack.Concept{
			words("alpha", pack.Reach{}), words("beta", pack.Reach{}), words("gamma", pack.Reach{}),
			words("whole", pack.Reach{Kind: pack.ReachPost}), words("near", pack.Reach{Kind: pack.ReachAround, Words: 2}),
			words("not", pack.Reach{Kind: pack.ReachNext, Words: 3}), words("sentence", pack.Reach{}),
		},
	}
}

func is(id string) pack.Condition { return pack.Condition{Concept: id} }

// raised gives the underlined words of every finding, in brackets where softened, in
// exclamation marks where raised.
func raised(t *testing.T, r pack.Rule, text string) []string {
	t.Helper()
	lib := library(r)
	set, err := NewSet(lib)
	require.NoError(t, err)
	m, err := match.New(lib.Concepts, match.Official{})
	require.NoError(t, err)
	var seg segment.Text
	var h match.Hits
	seg.Segment(text)
	m.Find(&seg, 1, &h)
	list, _ := set.Evaluate(&seg, &h, func(int) bool { return true })
	var out []string
	for _, f := range list {
		words := string(seg.Fold.Bytes[f.Start:f.End])
		switch f.Step {
		case -1:
			words = "(" + words + ")"
		case 1:
			words = "!" + words + "!"
		}
		out = append(out, words)
	}
	return out
}

func TestConditions(t *testing.T) {
	all := pack.Rule{When: pack.Condition{All: []pack.Condition{is("alpha"), is("beta")}}}
	widened := pack.Rule{When: pack.Condition{All: []pack.Condition{is("alpha"), {In: pack.ScopePost, Any: []pack.Condition{is("beta"), is("gamma")}}}}}
	none := pack.Rule{When: pack.Condition{All: []pack.Condition{is("alpha"), {None: []pack.Condition{is("beta")}}}}}
	near := pack.Rule{When: pack.Condition{Near: &pack.Near{Of: []string{"alpha", "beta"}, Words: 2}}}
	ordered := pack.Rule{When: pack.Condition{Near: &pack.Near{Of: []string{"alpha", "beta"}, Words: 2, Ordered: true}}}
	count := pack.Rule{Scope: pack.ScopePost, When: pack.Condition{Count: &pack.Count{Of: []string{"alpha", "beta"}, Min: 3}}}
	score := pack.Rule{When: pack.Condition{Score: &pack.Score{Of: map[string]int{"alpha": 2, "beta": 1, "gamma": 1}, Min: 3}}}
	marked := pack.Rule{Mark: []string{"beta"}, When: all.When}
	cases := []struct {
		name string
		rule pack.Rule
		text string
		want []string
	}{
		{"all in one sentence", all, "alpha x beta", []string{"alpha"}},
		{"all in two sentences", all, "alpha. Beta", nil},
		{"twice", all, "alpha beta. Gamma. Beta alpha", []string{"alpha", "alpha"}},
		{"in the post", widened, "alpha. Gamma", []string{"alpha"}},
		{"in the post, missing", widened, "alpha. Alpha", nil},
		{"none", none, "alpha", []string{"alpha"}},
		{"none, but there", none, "alpha beta", nil},
		{"near", near, "beta x alpha", []string{"beta x alpha"}},
		{"near, too far", near, "alpha x y z beta", nil},
		{"near, the later pair", near, "alpha x y z q alpha beta", []string{"alpha beta"}},
		{"ordered", ordered, "alpha x beta", []string{"alpha x beta"}},
		{"ordered, the other way round", ordered, "beta x alpha", nil},
		{"count", count, "alpha. Beta. Alpha", []string{"alpha"}},
		{"count, too few", count, "alpha. Beta", nil},
		{"score", score, "alpha gamma", []string{"alpha gamma"}},
		{"score, a concept counts once", score, "beta beta beta gamma", nil},
		{"mark", marked, "alpha x beta", []string{"beta"}},
		{"marks close together are one", pack.Rule{Mark: []string{"alpha", "beta"}, When: all.When}, "alpha x beta y z q w beta", []string{"alpha x beta"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, raised(t, c.rule, c.text)) })
	}
	assert.Len(t, cases, 18)
}

func TestExceptions(t *testing.T) {
	on := func(id string) pack.Rule { return pack.Rule{When: is("alpha"), Unless: []string{id}} }
	cases := []struct {
		name, id, text string
		want           []string
	}{
		{"sentence", "sentence", "alpha sentence. Alpha", []string{"alpha"}},
		{"post", "whole", "alpha. Whole", nil},
		{"next, reached", "not", "not x y alpha", nil},
		{"next, too far", "not", "not x y z alpha", []string{"alpha"}},
		{"next, before it", "not", "alpha not", []string{"alpha"}},
		{"next, other sentence", "not", "not. Alpha", []string{"alpha"}},
		{"around, after", "near", "alpha x near", nil},
		{"around, before", "near", "near x alpha", nil},
		{"around, too far", "near", "near x y alpha", []string{"alpha"}},
		{"inside", "quotation", `she said "alpha x" alpha`, []string{"alpha"}},
		{"one of two is reached", "not", "not alpha y z q alpha", []string{"alpha"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, raised(t, on(c.id), c.text)) })
	}
	assert.Len(t, cases, 11)
}

func TestExceptionsDoNotVoidWhatNoneNames(t *testing.T) {
	r := pack.Rule{When: pack.Condition{All: []pack.Condition{is("alpha"), {None: []pack.Condition{is("beta")}}}}, Unless: []string{"not"}}
	assert.Empty(t, raised(t, r, "alpha x y not beta"))
}

func TestSteps(t *testing.T) {
	r := pack.Rule{When: is("alpha"), Soften: []string{"not"}, Raise: []string{"whole"}}
	assert.Equal(t, []string{"(alpha)"}, raised(t, r, "not alpha"))
	assert.Equal(t, []string{"!alpha!"}, raised(t, r, "alpha whole"))
	assert.Equal(t, []string{"alpha"}, raised(t, r, "whole not alpha"))
}

func TestNewSetRefuses(t *testing.T) {
	cases := map[string]pack.Rule{
		`when: got "delta", want a concept`:   {When: is("delta")},
		`unless: got "delta", want a concept`: {When: is("alpha"), Unless: []string{"delta"}},
		"mark: got":                           {When: is("alpha"), Mark: []string{"delta"}},
		"got no concept that must occur":      {When: pack.Condition{None: []pack.Condition{is("alpha")}}},
		"in the sentence":                     {When: pack.Condition{All: []pack.Condition{{In: pack.ScopePost, Any: []pack.Condition{is("alpha")}}}}},
		"got an empty condition":              {},
	}
	for want, r := range cases {
		_, err := NewSet(library(r))
		assert.ErrorContains(t, err, want)
	}
	assert.Len(t, cases, 6)
}

func TestARuleIsReportedSoOften(t *testing.T) {
	lib := library(pack.Rule{When: is("alpha")})
	set, err := NewSet(lib)
	require.NoError(t, err)
	m, err := match.New(lib.Concepts, match.Official{})
	require.NoError(t, err)
	var seg segment.Text
	var h match.Hits
	seg.Segment(strings.Repeat("Alpha. ", maxRaised+20))
	m.Find(&seg, 1, &h)
	list, unfinished := set.Evaluate(&seg, &h, func(int) bool { return true })
	assert.Len(t, list, maxRaised)
	assert.Equal(t, []int{0}, unfinished)
}

// TestTriggersLoseNothing compares evaluation by triggers with asking every rule for
// every sentence, on random conditions and texts.
func TestTriggersLoseNothing(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	ids := []string{"alpha", "beta", "gamma", "not", "whole"}
	var random func(depth int) pack.Condition
	random = func(depth int) pack.Condition {
		if depth == 0 {
			return is(ids[rng.IntN(len(ids))])
		}
		parts := []pack.Condition{random(depth - 1), random(depth - 1)}
		switch rng.IntN(6) {
		case 0:
			return pack.Condition{All: parts}
		case 1:
			return pack.Condition{Any: parts}
		case 2:
			return pack.Condition{None: parts}
		case 3:
			return pack.Condition{Near: &pack.Near{Of: []string{ids[rng.IntN(3)], ids[rng.IntN(3)]}, Words: 2}}
		case 4:
			return pack.Condition{Count: &pack.Count{Of: ids[:2], Min: 2}}
		}
		return pack.Condition{Score: &pack.Score{Of: map[string]int{"alpha": 1, "beta": 2}, Min: 2}}
	}
	compared, held := 0, 0
	for range 3000 {
		lib := library(pack.Rule{When: random(rng.IntN(4))})
		set, err := NewSet(lib)
		if err != nil {
			continue
		}
		m, err := match.New(lib.Concepts, match.Official{})
		require.NoError(t, err)
		var text strings.Builder
		for range 12 {
			text.WriteString(append(ids, "x", "y", ".", ".")[rng.IntN(9)] + " ")
		}
		var seg segment.Text
		var h match.Hits
		seg.Segment(text.String())
		m.Find(&seg, 1, &h)
		list, _ := set.Evaluate(&seg, &h, func(int) bool { return true })
		want := 0
		for s := range seg.Sentences {
			v := view{text: &seg, hits: &h, rule: &set.rules[0]}
			if v.holds(&set.rules[0].when, int32(s)) {
				if _, ok := v.place(int32(s)); ok {
					want++
				}
			}
		}
		assert.Len(t, list, want, "%+v on %q", lib.Rules[0].When, text.String())
		compared, held = compared+1, held+want
	}
	assert.Greater(t, compared, 1500)
	assert.Greater(t, held, 800)
}

func FuzzEvaluate(f *testing.F) {
	lib := library(pack.Rule{When: pack.Condition{Near: &pack.Near{Of: []string{"alpha", "beta", "gamma"}, Words: 3}}, Unless: []string{"not", "near", "quotation"}})
	set, err := NewSet(lib)
	require.NoError(f, err)
	m, err := match.New(lib.Concepts, match.Official{})
	require.NoError(f, err)
	for _, s := range []string{"", "alpha beta gamma", "not alpha. \"beta\" near gamma", "\xffalpha"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var seg segment.Text
		var h match.Hits
		seg.Segment(s)
		m.Find(&seg, 1, &h)
		list, _ := set.Evaluate(&seg, &h, func(int) bool { return true })
		for _, r := range list {
			require.Less(t, r.Start, r.End)
			require.LessOrEqual(t, r.End, len(seg.Fold.Bytes))
			require.Less(t, r.Sentence, len(seg.Sentences))
		}
	})
}
