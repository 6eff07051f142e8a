// Package eval measures findings against posts whose verdicts are known.
package eval

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"circumspect/engine"
)

// Options say what to measure.
type Options struct {
	Org   string   // of posts that name none
	Langs []string // only these; empty is all
}

// Check gives the findings of every rule that holds for a document, as Checker.All does.
type Check func(engine.Profile, engine.Document) ([]engine.Finding, error)

// Outcome is a post and what was found in it.
type Outcome struct {
	post  *post
	found []engine.Finding // as the writer sees them
	whole judged           // by rules and learned signal
	rules judged           // by rules alone
}

// Measure checks every post of a file. Errors begin with the number of the line.
func Measure(file io.Reader, o Options, check Check) ([]Outcome, error) {
	var outcomes []Outcome
	err := readPosts(file, func(p *post, number int) error {
		if len(o.Langs) > 0 && !slices.Contains(o.Langs, p.Lang) {
			return nil
		}
		found, err := check(p.asked(o.Org))
		if err != nil {
			return fmt.Errorf("%d: %w", number, err)
		}
		outcomes = append(outcomes, newOutcome(p, found))
		return nil
	})
	return outcomes, err
}

// newOutcome judges what was found in a post, with and without the learned signal, which
// may take the place of what a rule found.
func newOutcome(p *post, all []engine.Finding) Outcome {
	ruled := slices.DeleteFunc(slices.Clone(all), func(f engine.Finding) bool { return learned(f.Rule) })
	found := engine.Settle(all)
	return Outcome{post: p, found: found, whole: judge(&p.Expect, found), rules: judge(&p.Expect, ruled)}
}

// learned tells whether a finding comes from the learned signal.
func learned(rule string) bool { return strings.HasSuffix(rule, "/learned") }
