package match

import (
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
		assert.Equal(t, want, requiredOf(expr), expr)
	}
	assert.Len(t, cases, 10)
}

func TestAWindowWithoutWhatIsRequiredIsNoCall(t *testing.T) {
	m := patternMatcher(t, pack.Pattern{Regexp: `\bares [a-z ]{0,9}\d`, Gate: []string{"ares"}, After: 12})
	text := ""
	for range 2 * pack.MaxCalls {
		text += "ares and nothing but words follow here. "
	}
	assert.Equal(t, []string{"ares no 7"}, found(m, first, text+"ares no 7"))
}
