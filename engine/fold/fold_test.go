package fold

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func folded(text string) *Text {
	var t Text
	t.Fold(text)
	return &t
}

func TestFold(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"empty", "", ""},
		{"case", "Hello WORLD", "hello world"},
		{"composed and decomposed accents", "é e\u0301 Ñ", "e e n"},
		{"quotation marks", "“a” «b» ‘c’ 「d」", `"a" "b" 'c' "d"`},
		{"dashes", "a–b—c‑d", "a-b-c-d"},
		{"blanks of all kinds, runs of them", "a\u00a0\u2003 \t b", "a b"},
		{"line breaks", "a \r\nb\n\nc\u2028d", "a\nb\n\nc\nd"},
		{"zero width", "con\u200bfi\u2060den\ufefftial", "confidential"},
		{"right-to-left marks", "\u202eabc\u202c", "abc"},
		{"full width", "ＦＵＬＬ，１２", "full,12"},
		{"ornamental letters", "𝗕𝗼𝗹𝗱 𝓈𝒸𝓇𝒾𝓅𝓉 🄰", "bold script a"},
		{"ligatures", "ﬁle Straße œuvre", "file strasse oeuvre"},
		{"Cyrillic letters in a Latin word", "сonfidentiаl", "confidential"},
		{"Latin letters in a Cyrillic word", "cовeтник", "советник"},
		{"Greek letters in a Latin word", "intεrnal", "internal"},
		{"Cyrillic stays", "Привет, ЕЩЁ", "привет, еще"},
		{"Arabic marks and variants", "غَزَّة أحمد ١٢٣", "غزه احمد 123"},
		{"Chinese", "内部文件。", "内部文件。"},
		{"hashtag in CamelCase", "#NotYetPublic", "#not yet public"},
		{"hashtag with an acronym", "#EUPolicy", "#eu policy"},
		{"hashtag with an underscore", "#not_yet", "#not yet"},
		{"capitals outside a hashtag stay together", "McCarthy", "mccarthy"},
		{"emoji", "a 👩‍💻 b", "a 👩💻 b"},
		{"not UTF-8", "a\xffb", "a\ufffdb"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, string(folded(c.text).Bytes))
		})
	}
	assert.Len(t, cases, 24)
}

func TestFoldOffsets(t *testing.T) {
	cases := []struct {
		name, text, part string
		start, end       int
	}{
		{"emoji before", "😀 bad", "bad", 3, 6},
		{"combining mark belongs to its letter", "cafe\u0301 x", "cafe", 0, 5},
		{"zero width after a word does not", "bad\u200b x", "bad", 0, 3},
		{"zero width inside does", "b\u200bad x", "bad", 0, 4},
		{"ligature is one unit", "ﬁne", "fi", 0, 1},
		{"hashtag part", "#NotPublic", "public", 4, 10},
		{"mended word", "сonf x", "conf", 0, 4},
		{"ornamental letters take two units", "𝗕𝗼", "bo", 0, 4},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := folded(c.text)
			at := indexOf(string(f.Bytes), c.part)
			require.GreaterOrEqual(t, at, 0)
			assert.Equal(t, c.start, int(f.Starts[at]))
			assert.Equal(t, c.end, int(f.Ends[at+len(c.part)-1]))
		})
	}
	assert.Len(t, cases, 8)
}

func indexOf(s, part string) int {
	for i := 0; i+len(part) <= len(s); i++ {
		if s[i:i+len(part)] == part {
			return i
		}
	}
	return -1
}

func TestClasses(t *testing.T) {
	f := folded("Ab 1\n内")
	want := []Class{Letter | Upper | Head, Letter | Head, Blank | Head, Digit | Head, Newline | Head, Letter | Ideo | Head, Letter | Ideo, Letter | Ideo}
	assert.Equal(t, want, f.Class)
}

func TestTableIsCurrent(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the generator")
	}
	bin, err := exec.LookPath("go")
	if err != nil {
		t.Skip("no go command here, as under js/wasm")
	}
	want, err := os.ReadFile("table.go")
	require.NoError(t, err)
	dir := t.TempDir()
	gen, err := filepath.Abs("gen")
	require.NoError(t, err)
	exe := filepath.Join(dir, "gen.exe")
	out, err := exec.Command(bin, "build", "-o", exe, gen).CombinedOutput()
	require.NoError(t, err, string(out))
	run := exec.Command(exe)
	run.Dir = dir
	require.NoError(t, run.Run())
	got, err := os.ReadFile(filepath.Join(dir, "table.go"))
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got), "run go generate ./engine/fold")
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"", "a", "😀é", "#ABc_d", "сonf\u200b", "\r\n \r", "a\xff\xfe", "ﷺ", "e\u0301\u0301\U000E0041"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := folded(s)
		units := len(utf16.Encode([]rune(s)))
		require.Equal(t, units, got.Units)
		require.Len(t, got.Class, len(got.Bytes))
		last := uint32(0)
		for i := range got.Bytes {
			require.LessOrEqual(t, got.Starts[i], got.Ends[i])
			require.LessOrEqual(t, last, got.Starts[i])
			require.LessOrEqual(t, int(got.Ends[i]), units)
			last = got.Starts[i]
		}
	})
}
