package match

import (
	"testing"

	"github.com/stretchr/testify/require"

	"circumspect/engine/pack"
	"circumspect/rules"
)

// BenchmarkPatternCompile compiles every pattern of the rules. With -benchtime=1x, in a
// process of its own, it is what compiling them all at start would cost.
func BenchmarkPatternCompile(b *testing.B) {
	lib := benchLibrary(b)
	for b.Loop() {
		compileAll(b, lib)
	}
}

// BenchmarkPatternFind tries every pattern on every example that a rule must flag; they
// are about as long as windows. The engine tries a pattern only where its gate is met.
func BenchmarkPatternFind(b *testing.B) {
	lib := benchLibrary(b)
	compiled, texts := compileAll(b, lib), flagged(lib)
	for b.Loop() {
		for _, l := range compiled {
			findAll(b, l, texts)
		}
	}
	calls := float64(len(compiled) * len(texts) * b.N)
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/calls, "ns/call")
}

func benchLibrary(b *testing.B) *pack.Library {
	lib, err := rules.Library()
	require.NoError(b, err)
	return lib
}

func compileAll(b *testing.B, lib *pack.Library) []*lazy {
	var compiled []*lazy
	for _, c := range lib.Concepts {
		for _, p := range c.Patterns {
			l := &lazy{}
			_, err := l.get(p.Regexp)
			require.NoError(b, err)
			compiled = append(compiled, l)
		}
	}
	require.NotEmpty(b, compiled)
	return compiled
}

func flagged(lib *pack.Library) [][]byte {
	var texts [][]byte
	for _, r := range lib.Rules {
		for _, example := range r.Flag {
			texts = append(texts, []byte(example.Text))
		}
	}
	return texts
}

func findAll(b *testing.B, l *lazy, texts [][]byte) {
	for _, text := range texts {
		_, _, err := (&scratch{}).find(l.re, text, window{end: len(text)})
		require.NoError(b, err)
	}
}
