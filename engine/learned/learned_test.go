package learned

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"circumspect/engine/match"
	"circumspect/engine/pack"
	"circumspect/engine/segment"
)

// outputs of the models in these tests.
func outputs() []string { return []string{"security", "offensive"} }

// small gives a model that reads "convoy" as security and "clown" as offensive.
func small(t *testing.T) *Model {
	m := &Model{Outputs: outputs(), Bias: []int32{-One, -One}, Threshold: []int32{0, 0}}
	for f := range m.Scale {
		m.Scale[f] = One * ScaleOne
	}
	require.NoError(t, m.SetRows([]Row{
		{WordKey("convoy"), []Weight{{Output: 0, By: 7}}},
		{WordKey("clown"), []Weight{{Output: 1, By: 7}, {Output: -1, By: -2}}},
		{WordKey("tomorrow"), []Weight{{Output: -1, By: 3}}},
		{Key: WordKey("the")}, {Key: WordKey("leaves")}, {Key: WordKey("what")}, {Key: WordKey("a")}, {Key: WordKey("lovely")},
	}))
	return m
}

// featuresOf reads a text with a reader that knows some words; nil knows all.
func featuresOf(t *testing.T, text string, knows ...string) []Feature {
	r := Reader{Names: make([]Key, match.BuiltInCount), Row: func(k Key) int32 {
		if knows == nil {
			return 0
		}
		return int32(slices.IndexFunc(knows, func(w string) bool { return WordKey(w) == k }))
	}}
	var s segment.Text
	var h match.Hits
	s.Segment(text)
	m, err := match.New(nil, match.Official{})
	require.NoError(t, err)
	m.Find(&s, 1, &h)
	passages := Passages(&s)
	require.Len(t, passages, 1)
	r.Open(Input{Text: &s, Hits: &h, Org: "ec", Surface: "post"})
	return slices.Clone(r.Read(passages[0]))
}

// wordsOf keeps the keys of one family.
func keysOf(features []Feature, family Family) []Key {
	var keys []Key
	for _, f := range features {
		if f.Family == family {
			keys = append(keys, f.Key)
		}
	}
	return keys
}

func TestReadTakesWordsApart(t *testing.T) {
	for text, want := range map[string]string{
		"We can't go":                    "we ca not go",
		"they'll say she's ill":          "they will say she ill",
		"see it https://example.org now": "see it <link> now",
		"do ask @somebody or a@b.org":    "do ask <mention> or <address>",
		"at 18:45 on 3 May":              "at <figure> on may",
		"well 🙃 then so 🤐 what":          "well 🙃 then so 🤐 what",
		"he said that he left":           "he said that left",
	} {
		var keys []Key
		for _, word := range strings.Fields(want) {
			keys = append(keys, hash(seedWord, word))
		}
		assert.Equal(t, keys, keysOf(featuresOf(t, text), Words), text)
	}
}

func TestReadMasksNamesAndSpellsUnknownWords(t *testing.T) {
	features := featuresOf(t, "we met Bruno the gonbold", "we", "met", "the")
	want := []Key{WordKey("we"), WordKey("met"), WordKey("<name>"), WordKey("the"), WordKey("<word>")}
	assert.Equal(t, want, keysOf(features, Words))
	letters := keysOf(features, Letters)
	assert.Contains(t, letters, hash(seedLetters, "^gon"))
	assert.Contains(t, letters, hash(seedLetters, "old$"))
	assert.NotContains(t, letters, hash(seedLetters, "brun"), "a name is not spelled")
}

func TestReadLeavesAloneWhatItDoesNotKnow(t *testing.T) {
	assert.Empty(t, featuresOf(t, "no idea", "no", "idea"), "too short")
	assert.Empty(t, featuresOf(t, "nous avons no idea so ici et puis", "no", "idea", "so"), "another language")
	assert.NotEmpty(t, featuresOf(t, "we have no idea", "no", "idea", "we"))
}

func TestReadPairsWords(t *testing.T) {
	pairs := keysOf(featuresOf(t, "leave tomorrow, leave"), Pairs)
	leave, tomorrow := WordKey("leave"), WordKey("tomorrow")
	assert.Equal(t, []Key{both(seedPair, WordKey("<s>"), leave), both(seedPair, leave, tomorrow), both(seedPair, tomorrow, leave)}, pairs)
	assert.NotEqual(t, both(seedPair, 1, 2), both(seedPair, 2, 1))
}

func TestReadFindsConcepts(t *testing.T) {
	concepts := []pack.Concept{
		{ID: "leaving", Terms: map[string][]string{"en": {"leave"}}},
		{ID: "when", Terms: map[string][]string{"en": {"tomorrow"}}},
	}
	m, err := match.New(concepts, match.Official{})
	require.NoError(t, err)
	read := func(text string) []Feature {
		r := Reader{Names: Names(match.Numbers(concepts)), Row: func(Key) int32 { return 0 }}
		var s segment.Text
		var h match.Hits
		s.Segment(text)
		m.Find(&s, 1, &h)
		r.Open(Input{Text: &s, Hits: &h})
		return r.Read(Passages(&s)[0])
	}
	leaving, when := hash(seedConcept, "leaving"), hash(seedConcept, "when")
	assert.ElementsMatch(t, []Key{leaving, when}, keysOf(read("We leave tomorrow, and leave again"), Concepts))
	assert.Equal(t, []Key{leaving}, keysOf(read("We leave and leave"), Concepts))
	assert.Zero(t, Names(match.Numbers(concepts))[match.Numbers(nil)["watchlist"]], "the user's own words are no feature")
}

func TestPassagesCoverTheTextOnce(t *testing.T) {
	var s segment.Text
	s.Segment(strings.Repeat("One two three four five. ", 70) + strings.Repeat("word ", 150))
	passages := Passages(&s)
	require.Greater(t, len(passages), 3)
	sentence, word := int32(0), int32(0)
	for _, p := range passages {
		assert.Equal(t, sentence, p.FirstSentence)
		assert.Equal(t, word, p.FirstWord)
		assert.True(t, p.EndWord-p.FirstWord <= maxPassageWords || p.EndSentence-p.FirstSentence == 1)
		sentence, word = p.EndSentence, p.EndWord
	}
	assert.Equal(t, len(s.Sentences), int(sentence))
	assert.Equal(t, len(s.Words), int(word))
	s.Segment("")
	assert.Empty(t, Passages(&s))
}

func TestInverseRoot(t *testing.T) {
	for n := range int32(5000) {
		assert.InDelta(t, 65536/math.Sqrt(float64(n+Prior)), InverseRoot(n), 1, n)
	}
}

func TestJudgement(t *testing.T) {
	m := small(t)
	judge := func(text string) ([]int, []int32) {
		sums := make([]int32, 2)
		m.Sums(m.Rowed(featuresOf(t, text)), sums)
		return m.Judge(sums), sums
	}
	outputs, sums := judge("The convoy leaves tomorrow")
	assert.Equal(t, []int{0}, outputs)
	// 7 and 3 of four words, divided by √(4 + Prior), less the bias of 1.
	assert.InDelta(t, (10/math.Sqrt(4+Prior)-1)*One, sums[0], 4)
	outputs, _ = judge("What a clown")
	assert.Equal(t, []int{1}, outputs)
	outputs, _ = judge("What a lovely day")
	assert.Empty(t, outputs)
}

func TestJudgeNamesWhatIsHardlyBelowTheBest(t *testing.T) {
	m := &Model{Threshold: []int32{One, One, 3 * One}}
	assert.Equal(t, []int{1, 0}, m.Judge([]int32{2*One - nearBest + 1, 2 * One, 2 * One}))
	assert.Equal(t, []int{1}, m.Judge([]int32{2*One - nearBest, 2 * One, 0}))
	assert.Empty(t, m.Judge([]int32{0, One - 1, 0}))
	assert.Empty(t, m.Judge(nil))
}

func TestWeighed(t *testing.T) {
	m := small(t)
	features := m.Rowed(featuresOf(t, "The convoy leaves tomorrow"))
	assert.Equal(t, []int32{1}, m.Weighed(features, 0, Passage{0, 1, 0, 4}), "convoy makes more than half")
	assert.Empty(t, m.Weighed(m.Rowed(featuresOf(t, "a lovely day")), 0, Passage{0, 1, 0, 3}))
}

func TestPackAndUnpack(t *testing.T) {
	packed := small(t).Pack()
	m, err := Unpack(packed, outputs())
	require.NoError(t, err)
	assert.Equal(t, small(t), m)
	assert.Equal(t, packed, m.Pack())
	for n := range packed {
		_, err := Unpack(packed[:n], outputs())
		assert.ErrorContains(t, err, "learned: got", n)
	}
	_, err = Unpack(packed, []string{"security"})
	assert.ErrorContains(t, err, "learned: outputs: got [security offensive], want [security]: train it again")
}

func TestRowsAreUnique(t *testing.T) {
	m := &Model{Outputs: outputs()}
	assert.ErrorContains(t, m.SetRows([]Row{{Key: 7}, {Key: 7}}), "got key 7 twice")
}

func FuzzUnpack(f *testing.F) {
	m := &Model{Outputs: outputs(), Bias: []int32{1, -1}, Threshold: []int32{2, -2}}
	if err := m.SetRows([]Row{{9, []Weight{{0, 1}, {-1, -7}}}, {1 << 31, nil}}); err != nil {
		f.Fatal(err)
	}
	f.Add(m.Pack())
	f.Fuzz(func(t *testing.T, packed []byte) {
		m, err := Unpack(packed, outputs())
		if err != nil {
			return
		}
		sums := make([]int32, 2)
		m.Sums(m.Rowed([]Feature{{Key: 9}, {Key: 1 << 31}}), sums)
		m.Judge(sums)
	})
}
