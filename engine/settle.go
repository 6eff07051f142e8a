package engine

import (
	"cmp"
	"slices"

	"circumspect/engine/pack"
)

// Settle orders findings, in place, and leaves, of those of one category whose spans overlap,
// the gravest: one judgement a place and category. What several signals made gives way
// to a finding of one phrase.
func Settle(found []Finding) []Finding {
	return settle(found, func(_ string, s pack.Severity) pack.Severity { return s })
}

// lowering gives the severity that the user wants a finding of a category to be shown with.
type lowering func(category string, severity pack.Severity) pack.Severity

// settle is Settle for a user who wants findings lowered. Of one category the gravest stays,
// as grave as the rules say, so that lowering does not choose another; where one category
// gives way to another, what counts is what will be shown.
func settle(found []Finding, lower lowering) []Finding {
	slices.SortStableFunc(found, byPlace)
	kept := make([]Finding, 0, len(found))
	found = withoutReplaced(found, lower)
	for i, f := range found {
		if !slices.ContainsFunc(found[:i], func(g Finding) bool { return outranks(g, f, true) }) &&
			!slices.ContainsFunc(found[i+1:], func(g Finding) bool { return outranks(g, f, false) }) {
			f.Severity = lower(f.Category, f.Severity)
			kept = append(kept, f)
		}
	}
	return kept
}

// withoutReplaced leaves out what several signals made where one phrase says it.
func withoutReplaced(found []Finding, lower lowering) []Finding {
	kept := make([]Finding, 0, len(found))
	for _, f := range found {
		if f.Weighed == nil || !slices.ContainsFunc(found, func(g Finding) bool { return replaces(g, f, lower) }) {
			kept = append(kept, f)
		}
	}
	return kept
}

// replaces tells whether one phrase says alone what several signals say together, anywhere
// in the same post, or explains in its own way all the words they rest on.
func replaces(g, f Finding, lower lowering) bool {
	switch {
	case g.Weighed != nil || g.Part != f.Part || g.Shared != f.Shared:
		return false
	case g.Category == f.Category:
		return g.Severity >= f.Severity
	}
	return g.Span.Start <= f.Span.Start && f.Span.End <= g.Span.End &&
		lower(g.Category, g.Severity) >= lower(f.Category, f.Severity)
}

func byPlace(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(boolInt(a.Shared), boolInt(b.Shared)), cmp.Compare(a.Part, b.Part),
		cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End),
		cmp.Compare(a.Rule, b.Rule),
	)
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// outranks tells whether g makes f superfluous; of equals the earlier stays.
func outranks(g, f Finding, earlier bool) bool {
	if g.Category != f.Category || g.Part != f.Part || g.Shared != f.Shared ||
		g.Span.Start >= f.Span.End || f.Span.Start >= g.Span.End {
		return false
	}
	return g.Severity > f.Severity || g.Severity == f.Severity && earlier
}
