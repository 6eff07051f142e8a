package match

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"circumspect/engine/pack"
)

func gated(expr string) pack.Pattern {
	return pack.Pattern{Regexp: expr, Gate: []string{"ares"}, After: 30}
}

func TestCheckPatternRefuses(t *testing.T) {
	cases := []struct {
		name string
		p    pack.Pattern
		want string
	}{
		{"nested repeats", gated(`(a+)+b`), "want a bound"},
		{"nested repeats with bounds", gated(`(?:a{1,20}){1,20}b`), "repeats"},
		{"ambiguous repeats under the product", gated(`(?:a{1,10}){1,10}b`), "steps"},
		{"overlapping branches", gated(`(?:a|aa){1,50}b`), "steps"},
		{"cubic on separators", gated(`.{0,100},.{0,100},.{0,100}x`), "steps"},
		{"repeat without end", gated(`ares \d+`), "want a bound"},
		{"any text without end", gated(`ares.*secret`), "want a bound"},
		{"word list", gated(`\b(?:aa|bb|cc|dd|ee|ff|gg|hh|ii|jj|kk|ll|mm|nn|oo|pp|qq|rr|ss|tt|uu|vv)\b`), "branches"},
		{"anchor", gated(`^ares \d{4}`), "anchor"},
		{"backreference", gated(`(a|b)\1`), "want only syntax"},
		{"broken", gated(`ares (`), "want one that compiles"},
		{"no gate", pack.Pattern{Regexp: `\d{4}`}, "gate: got none"},
		{"short gate", pack.Pattern{Regexp: `ab \d{4}`, Gate: []string{"ab"}}, "at least 3 letters"},
		{"window too wide", pack.Pattern{Regexp: `ares`, Gate: []string{"ares"}, Before: 300, After: 300}, "before, after"},
		{"match too long", gated(`ares \d{100}\d{100}\d{100}`), "matches of up to"},
		{"group in a lookaround", gated(`ares(?=(x|y))`), "lookaround"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.ErrorContains(t, CheckPattern(c.p), c.want)
		})
	}
	assert.Len(t, cases, 16)
}

func TestCheckPatternAccepts(t *testing.T) {
	cases := []pack.Pattern{
		gated(`\bares ?\(20\d\d\) ?\d{4,8}(?: ?- ?\d\d/\d\d/20\d\d)?`),
		gated(`(?<!public )\bares\b(?! exam)`),
		iban,
		{Regexp: `\+?\d[\d ().-]{6,18}\d`, Trigger: pack.TriggerDigits, Before: 2, After: 2, Validator: "phone"},
	}
	for _, p := range cases {
		assert.NoError(t, CheckPattern(p), p.Regexp)
	}
	assert.Len(t, cases, 4)
}
