package match

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"circumspect/engine/pack"
)

func TestRequiredOf(t *testing.T) {
	cases := map[string]required{
		`ares \(20\d\d\) \d{4}`:   requiresDigit | requiresBracket,
		`[a-z]{3,9}, [0-9]{1,2}`:  requiresDigit | requiresComma,
		`(?:a\d|b)`:               0,
		`(?:a\d|b\d@)`:            requiresDigit,
		`(?:\d)?a`:                0,
		`\d{0,3}a`:                0,
		`[0-9a]b`:                 0,
		`a/b@(?!x)`:               requiresSlash | requiresAt,
		`(?<!\d)a`:                0,
		`this ( does not compile`: 0,
	}
	for expr, want := range cases {
		set, _ := requiredOf(expr)
		assert.Equal(t, want, set, expr)
	}
	assert.Len(t, cases, 10)
}

func TestNarrowLosesNoMatch(t *testing.T) {
	p := pack.Pattern{Regexp: `(?<![a-z])[a-z]{3,9}, [0-9]{1,2}(?![0-9])`, Gate: []string{"camp"}, Before: 120, After: 120}
	m := patternMatcher(t, p)
	filler := "word after word goes by here "
	for n := range 4 {
		before, after := strings.Repeat(filler, n), strings.Repeat(filler, 4-n)
		assert.Equal(t, []string{"amina, 34"}, found(m, first, before+"camp "+after[:20]+" Amina, 34 "+after))
		assert.Equal(t, []string{"amina, 34"}, found(m, first, before+"Amina, 34 "+after[:20]+" camp "+after))
	}
	assert.Empty(t, found(m, first, "camp "+filler+"Amina, 345"))
}

func TestAWindowWithoutWhatIsRequiredIsNoCall(t *testing.T) {
	m := patternMatcher(t, pack.Pattern{Regexp: `\bares [a-z ]{0,9}\d`, Gate: []string{"ares"}, After: 12})
	text := ""
	for range 2 * pack.MaxCalls {
		text += "ares and nothing but words follow here. "
	}
	assert.Equal(t, []string{"ares no 7"}, found(m, first, text+"ares no 7"))
}
