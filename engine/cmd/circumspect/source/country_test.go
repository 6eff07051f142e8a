package source

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"circumspect/engine/pack"
)

func TestCountryNames(t *testing.T) {
	english := countryNames("en")
	assert.Greater(t, len(english), 200)
	for _, name := range []string{"norway", "myanmar", "burma", "congo", "hong kong", "trinidad and tobago", "côte d'ivoire", "north macedonia"} {
		assert.Contains(t, english, name)
	}
	assert.NotContains(t, english, "jersey")
	assert.NotContains(t, english, "")
	assert.Contains(t, countryNames("fr"), "norvège")
	assert.Empty(t, countryNames("x-none"))
}

func TestExpandWritesCountriesOut(t *testing.T) {
	c := pack.Concept{Terms: map[string][]string{"en": {"bomb {countries} now", "plain"}}}
	expand(&c)
	assert.Regexp(t, `^bomb \(.*\|norway\|.*\) now$`, c.Terms["en"][0])
	assert.Equal(t, "plain", c.Terms["en"][1])
}
