package rules

import (
	"slices"
	"testing"

	"circumspect/engine"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// raised lists the categories found in a document.
func raised(t *testing.T, built *engine.Engine, p engine.Profile, d engine.Document) []string {
	checker, err := built.For(p)
	require.NoError(t, err)
	var categories []string
	for _, f := range checker.Check(d).Findings {
		categories = append(categories, f.Category)
	}
	slices.Sort(categories)
	return slices.Compact(categories)
}

// What is read in a private message, on whose device; beside it what a post would raise.
func TestDirectMessages(t *testing.T) {
	built := shippedEngine(t)
	cases := []struct {
		text, post       string // post is what a post raises at least
		private, office  []string
		withoutSituation []string
	}{
		{"You are an idiot and everybody here knows it.", "offensive", nil, nil, nil},
		{"Refugees are parasites, send them back.", "discrimination", nil, nil, nil},
		{"Vote for the Greens on Sunday!", "impartiality", nil, nil, nil},
		{"Commission bureaucrats are corrupt and lazy.", "reputation", nil, nil, nil},
		{"Careful. We know where you live.", "threat", []string{"threat"}, []string{"threat"}, []string{"threat"}},
		{"The password of the guest network is Lighthouse-77.", "account-security", []string{"account-security"}, []string{"account-security"}, []string{"account-security"}},
		{"Leaked: the draft note is not public yet and says no.", "confidentiality", []string{"confidentiality"}, []string{"confidentiality"}, []string{"confidentiality"}},
		{"Let's continue the negotiation on Telegram, my number is in the profile.", "", nil, []string{"messaging"}, []string{"messaging"}},
		{"Coffee at four?", "", nil, nil, nil},
	}
	for _, c := range cases {
		for _, org := range []string{"ec", "osce", "un"} {
			read := func(surface, device string) []string {
				return raised(t, built, engine.Profile{Org: org, Device: device}, engine.Document{Text: c.text, Surface: surface, Lang: "en"})
			}
			assert.Equal(t, c.private, read("dm", "private"), "%s: %s", org, c.text)
			assert.Equal(t, c.office, read("dm", "corporate"), "%s: %s", org, c.text)
			assert.Equal(t, c.withoutSituation, read("dm", ""), "%s: %s", org, c.text)
			if c.post != "" {
				assert.Contains(t, read("post", "private"), c.post, "%s: %s", org, c.text)
			}
		}
	}
	assert.Len(t, cases, 9)
}

// A bidder's price told in private is a leak, a view on a case is not.
func TestProceedingsInMessages(t *testing.T) {
	built := shippedEngine(t)
	for text, want := range map[string]bool{
		"Lot 2 is written for consortia like yours, the evaluators love regional partners.": true,
		"No way this merger sails through phase one.":                                       false,
	} {
		d := engine.Document{Text: text, Lang: "en"}
		assert.Contains(t, raised(t, built, engine.Profile{Org: "ec"}, d), "proceedings", text)
		d.Surface = "dm"
		assert.Equal(t, want, slices.Contains(raised(t, built, engine.Profile{Org: "ec"}, d), "proceedings"), text)
	}
}
