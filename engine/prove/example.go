package prove

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"circumspect/engine"
	"circumspect/engine/pack"
)

// Examples tries every rule of a library that has no other problems on its own
// examples, in every pack it is in. It gives the examples that do not hold.
func Examples(lib *pack.Library) ([]pack.Problem, error) {
	whole, err := engine.New(lib)
	if err != nil {
		return nil, fmt.Errorf("prove: %w", err)
	}
	return examples(whole, lib, lib.Rules)
}

// examples tries rules of a library on their own examples.
func examples(whole *engine.Engine, lib *pack.Library, rules []pack.Rule) ([]pack.Problem, error) {
	p := &proof{engine: whole, lib: lib}
	for i := range rules {
		rule := &rules[i]
		for j, example := range rule.Flag {
			p.try(rule, "flag["+strconv.Itoa(j)+"]", example, true)
		}
		for j, example := range rule.Allow {
			p.try(rule, "allow["+strconv.Itoa(j)+"]", example, false)
		}
	}
	return p.problems, p.err
}

// proof is the state of one Examples.
type proof struct {
	engine   *engine.Engine
	lib      *pack.Library
	sight    *sight // made for the first example that does not hold
	problems []pack.Problem
	err      error
}

// try checks one example in every pack and keeps what does not hold.
func (p *proof) try(rule *pack.Rule, field string, example pack.Example, flag bool) {
	document := asDocument(rule, example)
	var wrong []string
	for _, org := range p.orgs(rule, example) {
		checker, err := p.engine.For(profile(rule, example, org))
		if err != nil {
			p.err = fmt.Errorf("prove: %s: %s: %w", rule.ID, field, err)
			return
		}
		if slices.Contains(checker.Raised(document), rule.ID) != flag {
			wrong = append(wrong, org)
		}
	}
	if len(wrong) > 0 {
		problem := p.failure(rule, document, flag, pack.Either(wrong))
		problem.Place, problem.Field = pack.RulePlace(rule.ID), field
		p.problems = append(p.problems, problem)
	}
}

// failure says what happened, and which concepts of the rule occur in the text.
func (p *proof) failure(rule *pack.Rule, document engine.Document, flag bool, orgs string) pack.Problem {
	if p.sight == nil {
		p.sight = newSight(p.lib)
	}
	seen := p.sight.concepts(document)
	found := func(ids []string) string { return listed(ids, seen) }
	when, unless := found(pack.Named(rule.When)), found(rule.Unless)
	got, want := "a finding of this rule", "none"
	if flag {
		got, want = "no finding of this rule", "one"
	}
	got += " (" + orgs + "; when: " + when
	if unless != "nothing" {
		got += "; unless: " + unless
	}
	return pack.Problem{Got: got + ")", Want: want}
}

// listed names those of the concepts that were seen, with the words.
func listed(ids []string, seen map[string][]string) string {
	var words []string
	for i, id := range ids {
		if hits := seen[id]; len(hits) > 0 && !slices.Contains(ids[:i], id) {
			words = append(words, id+" "+strings.Join(quoted(hits), " "))
		}
	}
	if len(words) == 0 {
		return "nothing"
	}
	return strings.Join(words, ", ")
}

// quoted puts every text in quotation marks.
func quoted(list []string) []string {
	out := make([]string, len(list))
	for i, text := range list {
		out[i] = strconv.Quote(text)
	}
	return out
}

// orgs lists the packs an example is tried in.
func (p *proof) orgs(rule *pack.Rule, example pack.Example) []string {
	if example.Org != "" {
		return []string{example.Org}
	}
	return rule.Packs(p.lib)
}

// profile gives the user of an example: what it says, else what the rule asks for.
func profile(rule *pack.Rule, example pack.Example, org string) engine.Profile {
	profile := engine.Profile{
		Org: org, Status: example.Status, Device: example.Device, Field: example.Field, Watchlist: example.Watchlist,
		AppsDiscouraged: example.AppsDiscouraged, AppsBanned: example.AppsBanned,
	}
	if s := rule.Profile; s != nil {
		if profile.Status == "" && len(s.Status) > 0 {
			profile.Status = s.Status[0]
		}
		if profile.Device == "" {
			profile.Device = s.Device
		}
		profile.Official = s.Official != nil && *s.Official
	}
	return profile
}

// asDocument gives the text of an example on the surface where its rule holds.
func asDocument(rule *pack.Rule, example pack.Example) engine.Document {
	return engine.Document{
		Text: example.Text, Parts: example.Parts, Surface: rule.SurfaceOf(example), Lang: example.Lang,
		Shared: engine.Shared{Text: example.Shared},
	}
}
