package engine_test

import (
	"testing"

	"circumspect/engine"
	"circumspect/engine/pack"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// checkupOf gives the check-up of a library, through an image, as the browser gets it.
func checkupOf(t *testing.T, lib *pack.Library, lang string) []engine.CheckupItem {
	built, err := engine.New(lib)
	require.NoError(t, err)
	loaded, err := engine.Load(built.Image())
	require.NoError(t, err)
	c, err := loaded.For(engine.Profile{Org: "ec", Lang: lang})
	require.NoError(t, err)
	return c.Checkup()
}

// libraryWithCheckup gives the small library with two items.
func libraryWithCheckup() *pack.Library {
	lib := library()
	lib.Packs[0].Checkup = []pack.CheckupItem{
		{
			ID: "two-step", Ask: map[string]string{"en": "Is a second step on?", "fr": "Deuxième étape ?"}, Why: map[string]string{"en": "Passwords leak."},
			Provisions: []string{"EC-1"}, Links: map[string]string{"x": "https://x.com/settings"},
		},
		{ID: "old-posts", Ask: map[string]string{"en": "Old posts?"}, Why: map[string]string{"en": "They last."}, Provisions: []string{"EC-1"}},
	}
	return lib
}

func TestCheckupInTheUsersLanguage(t *testing.T) {
	list := checkupOf(t, libraryWithCheckup(), "fr")
	require.Len(t, list, 2)
	assert.Equal(t, "Deuxième étape ?", list[0].Ask)
	assert.Equal(t, "Passwords leak.", list[0].Why)
	assert.Equal(t, map[string]string{"x": "https://x.com/settings"}, list[0].Links)
	assert.Equal(t, []string{"EC-1"}, list[1].Provisions)
}

// Who changes the language, or gets another link, has nothing new to look at; who gets
// another question, reason or guideline has.
func TestEditions(t *testing.T) {
	editions := func(lang string, change func(*pack.Library)) [2]string {
		lib := libraryWithCheckup()
		change(lib)
		list := checkupOf(t, lib, lang)
		return [2]string{list[0].Edition, list[1].Edition}
	}
	before := editions("en", func(*pack.Library) {})
	assert.NotEqual(t, before[0], before[1])
	assert.Equal(t, before, editions("fr", func(*pack.Library) {}))
	assert.Equal(t, before, editions("en", func(l *pack.Library) { l.Packs[0].Checkup[0].Links["x"] = "https://x.com/other" }))
	asked := editions("en", func(l *pack.Library) { l.Packs[0].Checkup[0].Ask["en"] = "On?" })
	assert.NotEqual(t, before[0], asked[0])
	assert.Equal(t, before[1], asked[1])
	said := editions("en", func(l *pack.Library) {
		for i := range l.Provisions {
			l.Provisions[i].Says += " More."
		}
	})
	assert.NotEqual(t, before[0], said[0])
	assert.NotEqual(t, before[1], said[1])
}
