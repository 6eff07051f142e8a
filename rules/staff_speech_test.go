package rules

import (
	"bufio"
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"circumspect/engine"
	"circumspect/engine/pack"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// staffSpeechRules are the rules that answer reports of wrongdoing and speech for staff.
var staffSpeechRules = []string{"reputation/wrongdoing-report", "reputation/staff-representation"}

// dependent matches channels that a writer who reports something must not be sent to.
var dependent = regexp.MustCompile(`(?i)\b(manager|supervisor|superior|hierarchy|boss|head of unit)s?\b`)

// independent matches channels that do not depend on those who are reported.
var independent = regexp.MustCompile(`(?i)\b(hotline|ombudsman|mediator|staff representatives)\b`)

type speech struct {
	ID, Org, Surface, Lang, Text, Note string
	Expect                             []string
}

// speeches reads the posts whose note begins with a word.
func speeches(t *testing.T, word string) []speech {
	file, err := os.Open("../testdata/posts/pairs-staff-speech.jsonl")
	require.NoError(t, err)
	defer file.Close()
	var found []speech
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var s speech
		require.NoError(t, json.Unmarshal(lines.Bytes(), &s))
		if strings.HasPrefix(s.Note, word+":") {
			found = append(found, s)
		}
	}
	return found
}

// findings checks a post with the library that ships.
func findings(t *testing.T, built *engine.Engine, s speech) []engine.Finding {
	checker, err := built.For(engine.Profile{Org: s.Org})
	require.NoError(t, err)
	return checker.Check(engine.Document{Text: s.Text, Surface: s.Surface, Lang: s.Lang}).Findings
}

// Reports of wrongdoing and speech for staff never raise more than a caution, nor any other
// reproach of harming the organisation's name.
func TestStaffSpeechIsProtected(t *testing.T) {
	built, posts := shippedEngine(t), speeches(t, "protected")
	require.Len(t, posts, 20)
	answered := 0
	for _, s := range posts {
		for _, f := range findings(t, built, s) {
			assert.LessOrEqual(t, f.Severity, pack.Caution, "%s: %s", s.ID, f.Rule)
			assert.NotRegexp(t, dependent, f.Message+f.Advice, "%s: %s", s.ID, f.Rule)
			if f.Category != "reputation" {
				continue
			}
			assert.Contains(t, staffSpeechRules, f.Rule, s.ID)
			answered++
		}
	}
	assert.GreaterOrEqual(t, answered, 6, "posts answered by a rule for staff speech")
}

// What these rules say: it is a right, and independent channels come first.
func TestStaffSpeechMessages(t *testing.T) {
	lib, err := Library()
	require.NoError(t, err)
	checked := 0
	for _, r := range lib.Rules {
		if !slices.Contains(staffSpeechRules, r.ID) {
			continue
		}
		checked++
		say := r.Say["en"]
		assert.LessOrEqual(t, r.Severity, pack.Caution, r.ID)
		assert.Contains(t, say.Message, "is a right", r.ID)
		first, _, _ := strings.Cut(say.Advice, ".")
		assert.Regexp(t, independent, first, r.ID)
		assert.NotRegexp(t, dependent, say.Message+say.Advice, r.ID)
	}
	assert.Equal(t, len(staffSpeechRules), checked)
}

// Contacts who depend on those who are reported are never on the card of such a finding: in
// none of its fields, whatever fields it gets, nor in the provisions that the card spells out.
func TestStaffSpeechNamesNoDependentContact(t *testing.T) {
	lib, err := Library()
	require.NoError(t, err)
	roles, says := dependentContacts(lib), map[string]string{}
	require.Contains(t, roles, "your line manager")
	require.Contains(t, roles, "your supervisor")
	for _, p := range lib.Provisions {
		says[p.ID] = p.Says
	}
	built, checked := shippedEngine(t), 0
	for _, s := range speeches(t, "protected") {
		for _, f := range findings(t, built, s) {
			if !slices.Contains(staffSpeechRules, f.Rule) {
				continue
			}
			checked++
			assertNamesNone(t, roles, f, says)
		}
	}
	assert.GreaterOrEqual(t, checked, 6, "findings of staff speech")
}

// dependentContacts lists, in small letters, the contacts of all packs that depend on those who are reported.
func dependentContacts(lib *pack.Library) []string {
	var roles []string
	for _, p := range lib.Packs {
		for _, c := range p.Contacts {
			if dependent.MatchString(c.Role) {
				roles = append(roles, strings.ToLower(c.Role))
			}
		}
	}
	return roles
}

// assertNamesNone looks at a finding as a whole and at what its provisions say.
func assertNamesNone(t *testing.T, roles []string, f engine.Finding, says map[string]string) {
	whole, err := json.Marshal(f)
	require.NoError(t, err)
	card := strings.ToLower(string(whole))
	for _, id := range f.Provisions {
		require.Contains(t, says, id)
		card += "\n" + strings.ToLower(says[id])
	}
	for _, role := range roles {
		assert.NotContains(t, card, role, f.Rule)
		assert.NotContains(t, card, strings.TrimPrefix(role, "your "), f.Rule)
	}
}

// Speech for staff is no shield: a breach beside it is still found.
func TestStaffSpeechShieldsNoBreach(t *testing.T) {
	built, posts := shippedEngine(t), speeches(t, "near")
	require.Len(t, posts, 20)
	flagged := 0
	for _, s := range posts {
		if slices.ContainsFunc(findings(t, built, s), func(f engine.Finding) bool { return slices.Contains(s.Expect, f.Category) }) {
			flagged++
		} else {
			t.Logf("not found: %s, %s", s.ID, s.Note)
		}
	}
	t.Logf("%d of %d breaches found", flagged, len(posts))
	assert.GreaterOrEqual(t, flagged, 11)
}
