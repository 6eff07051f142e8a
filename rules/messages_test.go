package rules

import (
	"slices"
	"testing"

	"circumspect/engine"
	"circumspect/engine/pack"

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

// The lists of apps are the user's own, so they hold on any device, and in messages only.
func TestAppsOfTheUsersLists(t *testing.T) {
	built := shippedEngine(t)
	check := func(p engine.Profile, surface, text string) []string {
		checker, err := built.For(p)
		require.NoError(t, err)
		var found []string
		for _, f := range checker.Check(engine.Document{Text: text, Surface: surface, Lang: "en"}).Findings {
			found = append(found, f.Rule+" "+f.Severity.String())
		}
		return found
	}
	const text = "Let's continue the negotiation on Gossip Box."
	for _, org := range []string{"ec", "osce", "un"} {
		for _, device := range []string{"private", "corporate", ""} {
			p := engine.Profile{Org: org, Device: device}
			assert.Empty(t, check(p, "dm", text), "%s %s: no list", org, device)
			p.AppsDiscouraged = []string{"GossipBox"}
			assert.Equal(t, []string{"messaging/app-discouraged caution"}, check(p, "dm", text), "%s %s", org, device)
			p.AppsBanned = []string{"Gossip Box"}
			assert.Contains(t, check(p, "dm", text), "messaging/app-banned warning", "%s %s", org, device)
			assert.Empty(t, check(p, "post", text), "%s %s: a post", org, device)
			assert.Empty(t, check(p, "dm", "Let's continue the chess game on Gossip Box."), "%s %s", org, device)
			p.AtMost = map[string]string{"messaging": "off"}
			assert.Empty(t, check(p, "dm", text), "%s %s: off", org, device)
		}
	}
}

// Words of the watchlist are told of as warnings wherever they stand: a word in a message, a
// profile or beside an official link is out all the same.
func TestWatchlistHasNoExceptions(t *testing.T) {
	built := shippedEngine(t)
	for _, org := range []string{"ec", "osce", "un"} {
		checker, err := built.For(engine.Profile{Org: org, Device: "private", Watchlist: []string{"Blue Heron"}})
		require.NoError(t, err)
		for _, surface := range []string{"", "post", "reply", "quote", "comment", "repost", "dm", "bio", "name", "article"} {
			for _, text := range []string{
				"#BlueHeron", "What if blue-herons were published already? See https://ec.europa.eu/x and @UN", "As announced today, no Blue Heron. Just kidding!",
			} {
				found := checker.Check(engine.Document{Text: text, Surface: surface}).Findings
				assert.True(t, slices.ContainsFunc(found, func(f engine.Finding) bool {
					return f.Rule == "confidentiality/watchlist" && f.Severity == pack.Warning
				}), "%s %s: %s: %v", org, surface, text, found)
			}
		}
	}
}
