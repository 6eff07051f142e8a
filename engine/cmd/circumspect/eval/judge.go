package eval

import (
	"slices"

	"circumspect/engine"
	"circumspect/engine/pack"
)

// judged says what findings are worth beside a verdict. A finding proper is one at
// caution or above; a hint counts as a hit only in the categories where no tool can say more.
type judged struct {
	hit    bool // a finding proper in an expected category, or a hint that counts
	byHint bool // the hit is one by hints alone
	hinted bool // no hit, but a hint in an expected category
	astray bool // no hit and no such hint, but a finding proper in another category
	proper bool // a finding proper in any category
	any    bool // a finding, hints included
	// categories maps each category found to its gravest finding.
	categories map[string]pack.Severity
}

// hintable lists the categories in which a hint is a hit.
func hintable(category string) bool {
	return slices.Contains([]string{"disclaimer", "publication", "copyright", "endorsement", "escalation", "messaging"}, category)
}

// judge holds findings against a verdict.
func judge(v *verdict, found []engine.Finding) judged {
	j := judged{any: len(found) > 0, categories: map[string]pack.Severity{}}
	for i := range found {
		j.categories[found[i].Category] = max(j.categories[found[i].Category], found[i].Severity)
	}
	properHit, hintHit := false, false
	for category, severity := range j.categories {
		j.proper = j.proper || severity >= pack.Caution
		if v.expects(category) {
			properHit = properHit || severity >= pack.Caution
			hintHit = hintHit || v.hint || hintable(category)
			j.hinted = true
		}
	}
	j.hit = properHit || hintHit
	j.byHint = j.hit && !properHit
	j.hinted = j.hinted && !j.hit
	j.astray = j.proper && !j.hit && !j.hinted
	return j
}

// foundIn tells whether a category that people named was found, and whether by a hint
// that counts or by one that does not.
func (j *judged) foundIn(category string) (hit, byHint, hinted bool) {
	severity, any := j.categories[category]
	proper := severity >= pack.Caution
	byHint = any && !proper && hintable(category)
	return proper || byHint, byHint, any && !proper && !byHint
}

// properCategories counts the categories with a finding at caution or above.
func (j *judged) properCategories() int {
	n := 0
	for _, severity := range j.categories {
		count(&n, severity >= pack.Caution)
	}
	return n
}
