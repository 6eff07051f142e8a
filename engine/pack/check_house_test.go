package pack

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// soundHouse gives a small house pack without problems, new each time so that a test may spoil it.
func soundHouse() *House {
	text := func(text string) Example { return Example{Lang: "en", Text: text} }
	return &House{
		ID: "harbours", Name: "Harbours", Extends: "ec", Version: 2, Languages: []string{"en"},
		Sources:  []Source{{ID: "H", Title: "t", Date: "2026-01"}},
		Severity: map[string]Severity{"confidentiality/paper": Hint},
		News:     []News{{Version: 2, Says: map[string]string{"en": "n"}}},
		Apps:     Apps{Banned: []string{"Chatterbox"}},
		Watch:    []Watched{{Word: "Otter", Until: "2027-02-28"}},
		Concepts: []Concept{{ID: "lock", About: "a lock", Patterns: []Pattern{{Trigger: TriggerDigits, Digits: 12, Validator: "luhn"}}}},
		Rules: []Rule{{
			ID: "security/lock", Category: "security", Severity: Hint, Provisions: []string{"H-1"}, When: Condition{Concept: "lock"},
			Say:  map[string]Say{"en": {Title: "t", Message: "m", Advice: "a"}},
			Flag: []Example{text("e"), text("f")}, Allow: []Example{text("g"), text("h")},
		}},
		Provisions: []Provision{{ID: "H-1", Org: "ec", Document: "d", Place: "p", Says: "s"}},
	}
}

func TestSoundHouse(t *testing.T) {
	lib := sound()
	assert.Empty(t, CheckHouse(lib, soundHouse()))
	assert.Equal(t, sound(), lib, "the library stays as it is")
	assert.Empty(t, soundHouse().Own(Unused(lib.With(soundHouse()))))
}

// The files in testdata/packs/bad try most problems through the reader; here are those
// that the reader catches first, or that would make long files.
func TestCheckHouse(t *testing.T) {
	many := func(n int) (words []string) {
		for i := range n {
			words = append(words, "word"+strings.Repeat("x", i))
		}
		return words
	}
	for want, spoil := range map[string]func(*House){
		`pack/pack.yaml: extends: got "eg", want ec (did you mean "ec"?)`:                                func(h *House) { h.Extends, h.Provisions[0].Org = "eg", "eg" },
		`pack/pack.yaml: version: got 2147483648, want 1 to 2147483647`:                                  func(h *House) { h.Version = MaxVersion + 1 },
		`pack/pack.yaml: languages: got "en", want each only once`:                                       func(h *House) { h.Languages = []string{"en", "en"} },
		`pack/pack.yaml: apps.discouraged: got 21, want at most 20 messengers`:                           func(h *House) { h.Apps.Discouraged = many(21) },
		`pack/pack.yaml: apps.banned[0]: got 81 bytes, want at most 80`:                                  func(h *House) { h.Apps.Banned[0] = strings.Repeat("x", 81) },
		`pack/pack.yaml: severity[confidentiality/paper]: got severity 7, want hint, caution or warning`: func(h *House) { h.Severity["confidentiality/paper"] = 7 },
		`pack/pack.yaml: without: got "confidentiality/paper", want each only once`: func(h *House) {
			h.Severity, h.Without = nil, []string{"confidentiality/paper", "confidentiality/paper"}
		},
		`pack/watch.yaml: file: got 201 words, want at most 200`: func(h *House) {
			h.Watch = nil
			for _, word := range many(201) {
				h.Watch = append(h.Watch, Watched{Word: word[:min(len(word), 76)] + string(rune('a'+len(h.Watch)%26)) + string(rune('a'+len(h.Watch)/26))})
			}
		},
		`pack/concepts/lock.yaml: patterns[0]: got an expression or a gate, want trigger, digits and validator only (a house pack has no expressions)`: func(h *House) {
			h.Concepts[0].Patterns[0].Regexp = "[0-9]+"
		},
		`pack/concepts/lock.yaml: patterns[0].validator: got "iban", want luhn, phone or date`: func(h *House) {
			h.Concepts[0].Patterns[0].Validator = "iban"
		},
		`pack/security/lock.yaml: provisions: got "H-2", want a provision that exists (did you mean "H-1"?)`: func(h *House) {
			h.Rules[0].Provisions = []string{"H-2"}
		},
	} {
		h := soundHouse()
		spoil(h)
		var lines []string
		for _, problem := range CheckHouse(sound(), h) {
			lines = append(lines, problem.Error())
		}
		require.Equal(t, []string{want}, lines)
	}
}

// What others wrote, and what the learned signal reads, is never more than a caution.
func TestChangedSeverityKeepsItsBounds(t *testing.T) {
	lib := sound()
	lib.Rules[0].On, lib.Rules[0].Severity = OnShared, Caution
	h := soundHouse()
	h.Severity["confidentiality/paper"] = Warning
	problems := CheckHouse(lib, h)
	require.Len(t, problems, 1)
	assert.Equal(t, "hint or caution (the rule is never surer)", problems[0].Want)
}

func TestCheckWatched(t *testing.T) {
	assert.Empty(t, CheckWatched(soundHouse().Watch))
	problems := CheckWatched([]Watched{{Word: "Otter", Until: "soon"}, {Word: ""}})
	require.Len(t, problems, 2)
	assert.Equal(t, `pack/watch.yaml: [0].until: got "soon", want a day, YYYY-MM-DD`, problems[0].Error())
	assert.Equal(t, `pack/watch.yaml: [1].word: got nothing, want text`, problems[1].Error())
}
