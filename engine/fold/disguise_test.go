package fold

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// disguises knows a few words; insults are kept to the mildest.
func disguises() *Disguises {
	return NewDisguises(
		strings.Fields("idiot idiots moron stupid crap crappy scum women vermin animals therapy useless rude rudeness"),
		strings.Fields("a i is are the all and you"),
		strings.Fields("moorn useless allthe crapand"))
}

func revealed(text string) *Text {
	var t Text
	t.Fold(text)
	disguises().Reveal(&t)
	return &t
}

func TestReveal(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"single letters with blanks", "an i d i o t here", "an idiot here"},
		{"with dots", "i.d.i.o.t.", "idiot."},
		{"with dashes", "i-d-i-o-t", "idiot"},
		{"with stars and underscores", "s*t*u*p*i*d m_o_r_o_n", "stupid moron"},
		{"two words of single letters", "y o u i d i o t", "you idiot"},
		{"an article before them", "is a m o r o n now", "is a moron now"},
		{"the blanks must be the same", "i d-i o.t", "i d-i o.t"},
		{"a star in a word", "id*ot cr*p m***n", "idiot crap moron"},
		{"other signs", "!diot cr@p $tup!d", "!diot crap stupid"},
		{"a dot or dash within", "sc.um cr-p mor-on", "scum crap moron"},
		{"figures for letters", "1d10t m0r0n 5tup1d", "idiot moron stupid"},
		{"swapped letters", "idoit mroon stupdi", "idiot moron stupid"},
		{"a letter too many", "idiiot stuppid", "idiot stupid"},
		{"a letter left out", "idot stpid crp", "idiot stupid crp"},
		{"stretched", "idioooot stuuupid craaaap", "idiot stupid crap"},
		{"joined", "womenarestupid stupididiot #stupididiots", "women are stupid stupid idiot #stupid idiots"},
		{"in pieces", "ver min and an imals, all imals", "vermin and animals, all imals"},
		{"in three pieces", "ani ma ls", "animals"},
		{"capitals", "I D I O T", "idiot"},
		{"plain words stay", "Idiots are stupid", "idiots are stupid"},
		{"two letters wrong", "idtoi stupendous", "idtoi stupendous"},
		{"an ordinary word that looks like one", "moorn", "moorn"},
		{"ordinary words that look like pieces", "use less energy", "use less energy"},
		{"ordinary words that look joined", "crapand", "crapand"},
		{"initials", "U.S.A. O.S.C.E. a b c d", "u.s.a. o.s.c.e. a b c d"},
		{"numbers with letters", "CO2 2FA COVID19 G20 3km v1.2.3 COM(2024)123", "co2 2fa covid19 g20 3km v1.2.3 com(2024)123"},
		{"roads and engines", "R0D M0R0", "r0d m0r0"},
		{"sums and emphasis", "2*3*4 *very* word**", "2*3*4 *very* word**"},
		{"a link", "https://example.org/1d10t?m0r0n=1", "https://example.org/1d10t?m0r0n=1"},
		{"a handle and an address", "@1d10t m0r0n@example.org", "@1d10t m0r0n@example.org"},
		{"longer words", "vermination idioted", "vermination idioted"},
		{"the end of a sentence", "so cr*p. Idoit!", "so crap. idiot!"},
		{"another script", "идиот 内部", "идиот 内部"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, string(revealed(c.text).Bytes))
		})
	}
	assert.Len(t, cases, 33)
}

func TestRevealOffsets(t *testing.T) {
	cases := []struct {
		name, text, part string
		start, end       int
	}{
		{"single letters", "😀 i d i o t x", "idiot", 3, 12},
		{"part of joined words", "womenarestupid", "stupid", 8, 14},
		{"blank between joined words", "womenarestupid", " ", 5, 5},
		{"letter for letter", "an 1d10t x", "idiot", 3, 8},
		{"a letter left out", "a stpid x", "stupid", 2, 7},
		{"a dot within", "sc.um", "scum", 0, 5},
		{"behind a shorter word", "i d i o t bad", "bad", 10, 13},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := revealed(c.text)
			at := strings.Index(string(f.Bytes), c.part)
			require.GreaterOrEqual(t, at, 0)
			assert.Equal(t, c.start, int(f.Starts[at]))
			assert.Equal(t, c.end, int(f.Ends[at+len(c.part)-1]))
		})
	}
	assert.Len(t, cases, 7)
}

// disguised writes a word as somebody who hides it might.
func disguised(word string, random *rand.Rand) string {
	at := 1 + random.IntN(len(word)-2)
	switch random.IntN(5) {
	case 0:
		return strings.Join(strings.Split(word, ""), string(" .-_*"[random.IntN(5)]))
	case 1:
		return word[:at] + "*" + word[at+1:]
	case 2:
		return word[:at] + word[at:at+1] + word[at:]
	case 3:
		return strings.NewReplacer("i", "1", "o", "0").Replace(word)
	}
	return word[:at] + word[at+1:at+2] + word[at:at+1] + word[at+2:]
}

// TestRevealRandom disguises a word in random company and wants it found where it stands.
func TestRevealRandom(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	around := []string{"😀 ", "Well, ", "ﬁne é ", "(", "#go ", "\n"}
	for range 2000 {
		word := []string{"idiot", "stupid", "moron", "vermin", "crappy"}[random.IntN(5)]
		hidden := disguised(word, random)
		if hidden == "moorn" {
			continue
		}
		before := around[random.IntN(len(around))]
		f := revealed(before + hidden + ", x.")
		at := strings.Index(string(f.Bytes), word)
		require.GreaterOrEqual(t, at, 0, "%q in %q", hidden, f.Bytes)
		start := len(utf16.Encode([]rune(before)))
		require.Equal(t, start, int(f.Starts[at]), hidden)
		require.Equal(t, start+len(hidden), int(f.Ends[at+len(word)-1]), hidden)
	}
}

// BenchmarkRevealHostile reads texts made to take long.
func BenchmarkRevealHostile(b *testing.B) {
	d := NewDisguises([]string{"idiot"}, strings.Fields("go home gohome with out without every one everyone"), nil)
	for _, part := range []string{"ordinary words of a post ", "g o h o m e ", "w i t h o u t ", "gohomewithouteveryonegohomewithout ", "i d-i.o_t*", "i*d*"} {
		b.Run(part, func(b *testing.B) {
			text := strings.Repeat(part, 100_000/len(part))
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				var t Text
				t.Fold(text)
				d.Reveal(&t)
			}
		})
	}
}

func FuzzReveal(f *testing.F) {
	for _, s := range []string{"", "i d i o t", "1d10t", "a$$ $", "id*", "-.-", "é i d i o t", "mmmoron", "ver min", "womenarestupid", "i\n d", "#IdiotStupid"} {
		f.Add(s)
	}
	d := disguises()
	f.Fuzz(func(t *testing.T, s string) {
		var got Text
		got.Fold(s)
		d.Reveal(&got)
		require.Equal(t, len(utf16.Encode([]rune(s))), got.Units)
		require.Len(t, got.Class, len(got.Bytes))
		require.Len(t, got.Starts, len(got.Bytes))
		last := uint32(0)
		for i := range got.Bytes {
			require.LessOrEqual(t, got.Starts[i], got.Ends[i])
			require.LessOrEqual(t, last, got.Starts[i])
			require.LessOrEqual(t, int(got.Ends[i]), got.Units)
			last = got.Starts[i]
		}
	})
}

func BenchmarkReveal(b *testing.B) {
	const text = "The committee met on Tuesday (room 4.21) and, after a well-prepared exchange of views, agreed on 3 of the 5 points; " +
		"colleagues from the e-mail team said it's going to be published in March. More at https://example.org/page/2024?x=1 #GoodNews " +
		"Thank you to everybody who helped us with it!"
	d := disguises()
	var t Text
	for b.Loop() {
		t.Fold(text)
		d.Reveal(&t)
	}
}
