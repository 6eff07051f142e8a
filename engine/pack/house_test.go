package pack

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestServedRefusesWhatIsNotPublic(t *testing.T) {
	assert.Empty(t, (&House{Contacts: []Contact{{Role: "Press desk"}}}).Served())
	h := &House{
		Watch:    []Watched{{Word: "a"}, {Word: "b", Until: "2026-12-01"}, {Word: "c"}},
		Contacts: []Contact{{Role: "Press desk"}, {Role: "Duty officer", Private: true}},
		Concepts: []Concept{{ID: "su-move", Internal: true}},
		Rules:    []Rule{{ID: "confidentiality/su-move", Internal: true}},
	}
	var got []string
	for _, p := range h.Served() {
		got = append(got, p.Error())
	}
	assert.Equal(t, []string{
		"pack: watch: got 3 words, want none in a served pack",
		"pack: contacts[1].private: got a private contact, want none in a served pack",
		"pack: concepts[su-move].internal: got an internal concept, want none in a served pack",
		"pack: rules[confidentiality/su-move].internal: got an internal rule, want none in a served pack",
	}, got)
	assert.Equal(t, "1 word", (&House{Watch: h.Watch[:1]}).Served()[0].Got)
}

func TestWithLeavesTheLibraryAsItIs(t *testing.T) {
	lib := &Library{Packs: []Pack{{
		ID: "ec", Contacts: []Contact{{Role: "Ethics"}}, Disclaimers: map[string]string{"en": "e", "fr": "f"},
		Without: []string{"a/x"}, Severity: map[string]Severity{"a/y": Hint}, Official: Official{Domains: []string{"europa.eu"}},
	}, {ID: "un"}}}
	changed := lib.With(&House{
		Extends: "ec", Contacts: []Contact{{Role: "Press desk"}}, Disclaimers: map[string]string{"en": "ours"},
		Without: []string{"a/z"}, Severity: map[string]Severity{"a/y": Warning}, Official: Official{Domains: []string{"su.example"}},
		Concepts: []Concept{{ID: "c"}}, Rules: []Rule{{ID: "a/r"}},
	})
	assert.Equal(t, Pack{
		ID: "ec", Contacts: []Contact{{Role: "Press desk"}}, Disclaimers: map[string]string{"en": "ours", "fr": "f"},
		Without: []string{"a/x", "a/z"}, Severity: map[string]Severity{"a/y": Warning}, Official: Official{Domains: []string{"europa.eu", "su.example"}},
	}, changed.Packs[0])
	assert.Equal(t, Pack{ID: "un"}, changed.Packs[1])
	assert.Equal(t, map[string]string{"en": "e", "fr": "f"}, lib.Packs[0].Disclaimers)
	assert.Equal(t, map[string]Severity{"a/y": Hint}, lib.Packs[0].Severity)
	assert.Empty(t, lib.Rules)
	assert.Len(t, changed.Rules, 1)
}
