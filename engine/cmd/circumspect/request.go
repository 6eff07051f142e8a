package main

import (
	"fmt"
	"slices"
	"strconv"

	"circumspect/engine"
	"circumspect/engine/pack"
)

// desk answers documents of many profiles with one engine.
type desk struct {
	engine   *engine.Engine
	checkers map[string]*engine.Checker // by profile
}

// newDesk builds the engine, which takes some tenths of a second.
func newDesk(lib *pack.Library) (*desk, error) {
	built, err := engine.New(lib)
	if err != nil {
		return nil, failure{err}
	}
	return deskOf(built), nil
}

// deskOf answers with an engine that there is already.
func deskOf(built *engine.Engine) *desk {
	return &desk{engine: built, checkers: map[string]*engine.Checker{}}
}

// maxCheckers bounds what is kept for input in which every line has another profile.
const maxCheckers = 64

// check answers one document, or says which word of the request is unknown.
func (d *desk) check(profile engine.Profile, document engine.Document) (engine.Result, error) {
	checker, err := d.known(profile, document)
	if err != nil {
		return engine.Result{}, err
	}
	return checker.Check(document), nil
}

// all gives the findings of every rule that holds, before graver ones take the place of
// others.
func (d *desk) all(profile engine.Profile, document engine.Document) ([]engine.Finding, error) {
	checker, err := d.known(profile, document)
	if err != nil {
		return nil, err
	}
	return checker.All(document), nil
}

// bio tells what a profile says of its owner.
func (d *desk) bio(profile engine.Profile, bio engine.Bio) (engine.BioResult, error) {
	checker, err := d.known(profile, engine.Document{Site: bio.Site})
	if err != nil {
		return engine.BioResult{}, err
	}
	return checker.Bio(bio), nil
}

// known gives the checker of a profile where all words of a request are known.
func (d *desk) known(profile engine.Profile, document engine.Document) (*engine.Checker, error) {
	if err := known(profile, document); err != nil {
		return nil, err
	}
	return d.checker(profile)
}

// checker gives the checker of a profile, made once.
func (d *desk) checker(profile engine.Profile) (*engine.Checker, error) {
	key := fmt.Sprintf("%q %v", []string{profile.Org, profile.Status, profile.Device, profile.Lang}, profile.Official) +
		fmt.Sprintf("%q %q %q %q", profile.Field, profile.Watchlist, profile.OfficialHandles, profile.SkipLanguages) +
		fmt.Sprintf("%q %q %q", profile.AtMost, profile.AppsDiscouraged, profile.AppsBanned)
	if checker := d.checkers[key]; checker != nil {
		return checker, nil
	}
	checker, err := d.engine.For(profile)
	if err != nil {
		return nil, err
	}
	if len(d.checkers) >= maxCheckers {
		clear(d.checkers)
	}
	d.checkers[key] = checker
	return checker, nil
}

// sites lists where a text can be published; none is the popup and this tool.
func sites() []string { return []string{"x", "linkedin", "facebook", "none"} }

// known wants the words of a request to be in the vocabulary, so that a misspelt
// surface does not silently switch rules off.
func known(profile engine.Profile, document engine.Document) error {
	for _, word := range []struct {
		field, word string
		words       []string
	}{
		{"surface", document.Surface, pack.Surfaces()},
		{"site", document.Site, sites()},
		{"profile.status", profile.Status, pack.Statuses()},
		{"profile.device", profile.Device, pack.Devices()},
	} {
		if word.word != "" && !slices.Contains(word.words, word.word) {
			return fmt.Errorf("%s: got %s, want %s%s", word.field, strconv.Quote(word.word),
				pack.Either(word.words), pack.DidYouMean(word.word, word.words))
		}
	}
	return nil
}
