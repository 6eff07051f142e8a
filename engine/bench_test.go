package engine_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"circumspect/engine"
	"circumspect/rules"
)

// benchTexts are the texts that testdata/bench measures every engine with.
const benchTexts = "../testdata/bench/texts"

// BenchmarkCheck judges the texts of testdata/bench in the classes that its classes.mjs
// describes. Its own metrics are milliseconds a text.
func BenchmarkCheck(b *testing.B) {
	checker := newChecker(b, loadEngine(b))
	for _, size := range []string{"short", "medium", "long"} {
		texts := readTexts(b, size[:1])
		b.Run(size+"/unique", func(b *testing.B) { checkAll(b, checker, unique(texts)) })
		b.Run(size+"/repeat", func(b *testing.B) { checkAll(b, checker, texts) })
		b.Run(size+"/keystroke", func(b *testing.B) { checkAll(b, checker, keystrokes(texts)) })
	}
}

// BenchmarkLoad takes an image to its first answer. With -benchtime=1x, in a process of
// its own, it is the cold start that a user sees.
func BenchmarkLoad(b *testing.B) {
	image := readImage(b)
	text := readTexts(b, "s")[0]
	for b.Loop() {
		e, err := engine.Load(image)
		require.NoError(b, err)
		newChecker(b, e).Check(engine.Document{Text: text})
	}
}

// BenchmarkNew takes the rules, already decoded, to the first answer: what would be
// waited for if the automaton were built at start.
func BenchmarkNew(b *testing.B) {
	lib, err := rules.Library()
	require.NoError(b, err)
	text := readTexts(b, "s")[0]
	for b.Loop() {
		e, err := engine.New(lib)
		require.NoError(b, err)
		newChecker(b, e).Check(engine.Document{Text: text})
	}
}

func readImage(b *testing.B) []byte {
	image, err := os.ReadFile("../wasm/browser/engine.image")
	if os.IsNotExist(err) {
		b.Skip("no engine.image: run make build")
	}
	require.NoError(b, err)
	return image
}

func loadEngine(b *testing.B) *engine.Engine {
	e, err := engine.Load(readImage(b))
	require.NoError(b, err)
	return e
}

func newChecker(b *testing.B, e *engine.Engine) *engine.Checker {
	checker, err := e.For(engine.Profile{Org: "ec", Status: "official", Device: "private", Lang: "en"})
	require.NoError(b, err)
	return checker
}

// readTexts reads the benchmark's texts whose names begin with a letter.
func readTexts(b *testing.B, letter string) []string {
	names, err := filepath.Glob(filepath.Join(benchTexts, letter+"*.txt"))
	require.NoError(b, err)
	require.NotEmpty(b, names)
	var texts []string
	for _, name := range names {
		text, err := os.ReadFile(name)
		require.NoError(b, err)
		texts = append(texts, string(text))
	}
	return texts
}

// uniqueRounds is how many different forms of each text there are.
const uniqueRounds = 12

// unique puts a number before every punctuation mark, another one each round, so that
// no clause ever comes twice.
func unique(texts []string) []string {
	mark := regexp.MustCompile(`[,.:;!?](\s|$)`)
	var list []string
	for round := range uniqueRounds {
		for _, text := range texts {
			list = append(list, mark.ReplaceAllString(text, " "+strconv.Itoa(100+round)+"$0"))
		}
	}
	return list
}

// keystrokes gives every text as it is after each of its last keys.
func keystrokes(texts []string) []string {
	const keys = 20
	var list []string
	for _, text := range texts {
		runes := []rune(text)
		for n := len(runes) - keys; n <= len(runes); n++ {
			list = append(list, string(runes[:n]))
		}
	}
	return list
}

// checkAll judges the texts in turn and reports the median, 95th percentile and least
// time of one.
func checkAll(b *testing.B, checker *engine.Checker, texts []string) {
	b.ReportAllocs()
	var times []time.Duration
	for i := 0; b.Loop(); i++ {
		document := engine.Document{Text: texts[i%len(texts)]}
		start := time.Now()
		checker.Check(document)
		times = append(times, time.Since(start))
	}
	slices.Sort(times)
	report := func(name string, d time.Duration) { b.ReportMetric(d.Seconds()*1000, name) }
	report("ms-min", times[0])
	report("ms-median", times[len(times)/2])
	report("ms-p95", times[len(times)*95/100])
}
