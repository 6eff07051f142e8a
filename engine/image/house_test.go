package image_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"circumspect/engine/image"
	"circumspect/engine/pack"
)

func sample() *pack.House {
	return &pack.House{
		ID: "su", Name: "Sample Unit", Extends: "ec", Version: 7, Languages: []string{"en", "fr"},
		Sources: []pack.Source{{ID: "SU", Title: "t", Date: "2026-11", URL: "https://su.example"}}, Contacts: []pack.Contact{{Role: "r", Address: "a", Private: true}},
		Disclaimers: map[string]string{"en": "d"}, ShortDisclaimers: map[string]string{"en": "s"}, Official: pack.Official{Domains: []string{"su.example"}, Handles: []string{"su"}},
		Apps: pack.Apps{Recommended: []string{"a"}, Discouraged: []string{"b"}, Banned: []string{"c"}}, Media: []pack.Question{{Ask: map[string]string{"en": "?"}, Provisions: []string{"SU-1"}}},
		Checkup: []pack.CheckupItem{{ID: "i", Ask: map[string]string{"en": "?"}, Why: map[string]string{"en": "w"}, Provisions: []string{"SU-1"}, Links: map[string]string{"x": "https://x.com/a"}}},
		Without: []string{"a/b"}, Severity: map[string]pack.Severity{"a/c": pack.Caution}, News: []pack.News{{Version: 7, Says: map[string]string{"en": "n"}}},
		Watch:    []pack.Watched{{Word: "w", Until: "2026-12-01"}},
		Concepts: []pack.Concept{{ID: "c", Internal: true, Reach: pack.Reach{Kind: pack.ReachNext, Words: 3}, Patterns: []pack.Pattern{{Trigger: pack.TriggerDigits, Digits: 8, Validator: "luhn"}}}},
		Rules: []pack.Rule{{
			ID: "a/r", Category: "a", Severity: pack.Warning, Provisions: []string{"SU-1"}, When: pack.Condition{Near: &pack.Near{Of: []string{"c", "d"}, Words: 4}},
			Say: map[string]pack.Say{"en": {Title: "t", Message: "m", Advice: "a"}}, Internal: true,
		}},
		Provisions: []pack.Provision{{ID: "SU-1", Org: "ec", Document: "d", Place: "p", Says: "s"}},
	}
}

var tables = image.Tables{Languages: []string{"fr"}, Roots: [2]int{1, 2}, Packed: []byte{1, 2, 3}}

func TestAPayloadGivesTheHousePackBack(t *testing.T) {
	payload := image.WriteHouse(sample(), tables)
	h, read, err := image.ReadHouse(payload)
	require.NoError(t, err)
	assert.Equal(t, sample(), h)
	assert.Equal(t, tables, read)
	for n := range payload {
		_, _, err := image.ReadHouse(payload[:n])
		require.Error(t, err, n)
	}
	_, _, err = image.ReadHouse(append(payload, 0))
	assert.ErrorContains(t, err, "more bytes than it needs")
}

func TestConditionsLieOnlySoDeep(t *testing.T) {
	deep := func(n int) []byte {
		h := sample()
		for range n {
			h.Rules[0].When = pack.Condition{All: []pack.Condition{h.Rules[0].When}}
		}
		return image.WriteHouse(h, tables)
	}
	_, _, err := image.ReadHouse(deep(31))
	require.NoError(t, err)
	_, _, err = image.ReadHouse(deep(32))
	assert.Error(t, err)
}
