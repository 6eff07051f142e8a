package engine

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"circumspect/engine/pack"
)

// Profile is what the user has told the tool about themselves. It mirrors the
// settings of extension/src/shared/fields.ts; testdata/contract/profile.json is
// read by the tests of both.
type Profile struct {
	Org             string            // ec, osce, un or an organisation's own pack
	Status          string            // official, seconded, contractor, intern, member or former
	Field           []string          // the user's field of work, in words
	Device          string            // private or corporate
	Official        bool              // the account is an official account of the organisation
	OfficialHandles []string          // official accounts that the user writes on, with or without @
	Watchlist       []string          // the user's own words
	SkipLanguages   []string          // languages whose sentences are left alone
	AtMost          map[string]string // by category, the gravest level shown: caution, hint, off
	AppsDiscouraged []string          // messengers that the organisation discourages
	AppsBanned      []string          // messengers that it bans
	Lang            string            // language of the messages; English where a rule has no other
}

// off is the level of a category that the user does not want to hear of.
const off = "off"

// check says what in a profile nobody can have meant.
func (p *Profile) check() error {
	for _, lang := range p.SkipLanguages {
		if !slices.Contains(pack.Languages(), lang) {
			return fmt.Errorf("profile: skip-language: got %q, want %s", lang, pack.Either(pack.Languages()))
		}
	}
	for _, category := range slices.Sorted(maps.Keys(p.AtMost)) {
		if !slices.Contains(pack.Categories(), category) {
			return fmt.Errorf("profile: at-most: got %q, want a category, as in offensive=hint", category)
		}
		if level := p.AtMost[category]; !slices.Contains(Levels(), level) {
			return fmt.Errorf("profile: at-most: %s: got %q, want %s", category, level, pack.Either(Levels()))
		}
	}
	return nil
}

// Levels lists how grave the findings of a category may be shown at most.
func Levels() []string { return []string{pack.Caution.String(), pack.Hint.String(), off} }

// writesOn tells whether an account is one of the user's official ones.
func (p *Profile) writesOn(handle string) bool {
	handle = bare(handle)
	return handle != "" && slices.ContainsFunc(p.OfficialHandles, func(h string) bool { return strings.EqualFold(bare(h), handle) })
}

// bare gives a handle without blanks and @.
func bare(handle string) string { return strings.TrimPrefix(strings.TrimSpace(handle), "@") }

// skips tells whether the user wants nothing said of sentences in a language.
func (p *Profile) skips(lang string) bool { return slices.Contains(p.SkipLanguages, lang) }

// lowered gives a severity as grave as the user wants that of a category at most.
func (p *Profile) lowered(category string, severity pack.Severity) pack.Severity {
	var most pack.Severity
	if level, ok := p.AtMost[category]; !ok || most.UnmarshalText([]byte(level)) != nil {
		return severity
	}
	return min(severity, most)
}
