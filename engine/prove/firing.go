package prove

import (
	"fmt"
	"slices"
	"strconv"

	"circumspect/engine"
	"circumspect/engine/pack"
)

// Sample is a text with its writer that the rules are tried on.
type Sample struct {
	Profile  engine.Profile
	Document engine.Document
}

// MinTogether is how many samples two rules must have fired on, always together, before
// Firing calls them one rule.
const MinTogether = 5

// Firing gives what is suspect about a library without problems: rules that fire on no
// sample and on no example of another rule, and rules that always fire on the same samples.
func Firing(lib *pack.Library, samples []Sample) ([]pack.Problem, error) {
	whole, err := engine.New(lib)
	if err != nil {
		return nil, fmt.Errorf("prove: %w", err)
	}
	f := &firing{engine: whole, lib: lib, checkers: map[string]*engine.Checker{}, on: map[string][]int{}, elsewhere: map[string]bool{}}
	for i, sample := range samples {
		ids, err := f.raised(sample)
		if err != nil {
			return nil, fmt.Errorf("prove: sample %d: %w", i+1, err)
		}
		for _, id := range ids {
			f.on[id] = append(f.on[id], i)
		}
	}
	if err := f.examples(); err != nil {
		return nil, err
	}
	return append(f.never(len(samples)), f.together()...), nil
}

// firing is where the rules of a library fired.
type firing struct {
	engine    *engine.Engine
	lib       *pack.Library
	checkers  map[string]*engine.Checker // by profile
	on        map[string][]int           // the samples each rule fired on, in order
	elsewhere map[string]bool            // rules that fired on an example of another rule
}

// raised lists the rules that fire on a sample, each once.
func (f *firing) raised(s Sample) ([]string, error) {
	key := fmt.Sprintf("%#v", s.Profile)
	if f.checkers[key] == nil {
		checker, err := f.engine.For(s.Profile)
		if err != nil {
			return nil, err
		}
		f.checkers[key] = checker
	}
	ids := f.checkers[key].Raised(s.Document)
	slices.Sort(ids)
	return slices.Compact(ids), nil
}

// examples tries every rule on the examples of all others.
func (f *firing) examples() error {
	for i := range f.lib.Rules {
		rule := &f.lib.Rules[i]
		for _, example := range slices.Concat(rule.Flag, rule.Allow) {
			for _, org := range rule.Packs(f.lib) {
				ids, err := f.raised(Sample{profile(rule, example, org), asDocument(rule, example)})
				if err != nil {
					return fmt.Errorf("prove: %s: %w", rule.ID, err)
				}
				for _, id := range ids {
					f.elsewhere[id] = f.elsewhere[id] || id != rule.ID
				}
			}
		}
	}
	return nil
}

// never gives the rules that fire on nothing but their own examples.
func (f *firing) never(samples int) []pack.Problem {
	var problems []pack.Problem
	for i := range f.lib.Rules {
		if id := f.lib.Rules[i].ID; len(f.on[id]) == 0 && !f.elsewhere[id] {
			problems = append(problems, pack.Problem{
				Place: pack.RulePlace(id), Field: "when",
				Got:  "no finding on " + strconv.Itoa(samples) + " posts and the examples of all other rules",
				Want: "a rule that somebody's words can meet",
			})
		}
	}
	return problems
}

// together gives the rules that fire on just the samples that an earlier rule fires on.
func (f *firing) together() []pack.Problem {
	var problems []pack.Problem
	first := map[string]string{} // the first rule that fired on these samples
	for i := range f.lib.Rules {
		id := f.lib.Rules[i].ID
		if len(f.on[id]) < MinTogether {
			continue
		}
		key := fmt.Sprint(f.on[id])
		if first[key] == "" {
			first[key] = id
			continue
		}
		problems = append(problems, pack.Problem{
			Place: pack.RulePlace(id), Field: "when",
			Got:  "findings on just the " + strconv.Itoa(len(f.on[id])) + " posts on which " + first[key] + " has them",
			Want: "one rule, or two that differ",
		})
	}
	return problems
}
