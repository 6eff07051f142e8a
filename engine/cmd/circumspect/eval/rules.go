package eval

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"

	"circumspect/engine/pack"
)

// Rule counts the posts in which one rule gave a finding.
type Rule struct {
	ID       string `json:"id"`
	Fired    int    `json:"fired"`
	Right    int    `json:"right"`    // breaches of its category
	Wrong    int    `json:"wrong"`    // breaches of other categories
	Alarms   int    `json:"alarms"`   // harmless posts, at caution or above
	Hints    int    `json:"hints"`    // harmless posts, as a hint
	Unjudged int    `json:"unjudged"` // posts without verdict, at caution or above
	Unhinted int    `json:"unjudgedHints"`
}

// Rules counts what every rule did, the ones with most false alarms first.
func Rules(outcomes []Outcome) []Rule {
	counts := map[string]*Rule{}
	for i := range outcomes {
		for id, severity := range outcomes[i].fired() {
			if counts[id] == nil {
				counts[id] = &Rule{ID: id}
			}
			counts[id].add(&outcomes[i], severity)
		}
	}
	var rules []Rule
	for _, id := range slices.Sorted(maps.Keys(counts)) {
		rules = append(rules, *counts[id])
	}
	slices.SortStableFunc(rules, func(a, b Rule) int {
		return cmp.Or(cmp.Compare(b.Alarms, a.Alarms), cmp.Compare(b.Unjudged, a.Unjudged),
			cmp.Compare(b.Hints, a.Hints), cmp.Compare(b.Unhinted, a.Unhinted), cmp.Compare(b.Wrong, a.Wrong))
	})
	return rules
}

// fired gives the rules with a finding in a post, and the gravest of each.
func (o *Outcome) fired() map[string]pack.Severity {
	severities := map[string]pack.Severity{}
	for i := range o.found {
		severities[o.found[i].Rule] = max(severities[o.found[i].Rule], o.found[i].Severity)
	}
	return severities
}

// add counts a post in which the rule fired.
func (r *Rule) add(o *Outcome, severity pack.Severity) {
	r.Fired++
	proper := severity >= pack.Caution
	category := categoryOf(r.ID)
	switch v := &o.post.Expect; {
	case v.breaks() && v.expects(category):
		r.Right++
	case v.breaks():
		r.Wrong++
	case v.given && proper:
		r.Alarms++
	case v.given:
		r.Hints++
	case proper:
		r.Unjudged++
	default:
		r.Unhinted++
	}
}

// WriteRules prints what every rule did, in posts.
func WriteRules(out io.Writer, rules []Rule) error {
	w := bufio.NewWriter(out)
	fmt.Fprintf(w, "%-42s%6s%6s%6s%7s%6s%10s%10s\n", "rule", "fired", "right", "wrong", "alarms", "hints", "unjudged", "precision")
	for _, r := range rules {
		fmt.Fprintf(w, "%s%6d%6d%6d%7d%6d%10s%10s\n", cell(r.ID, 42), r.Fired, r.Right, r.Wrong, r.Alarms, r.Hints,
			fmt.Sprintf("%d+%d", r.Unjudged, r.Unhinted), percent(r.Right, r.Right+r.Wrong+r.Alarms+r.Hints))
	}
	fmt.Fprint(w, `  right, wrong: breaches of its category, of others · alarms, hints: harmless posts, at
  caution or above, as hints only · unjudged: posts without verdict, in the same two ways
`)
	return w.Flush()
}
