package eval

// Breaches counts posts that break something.
type Breaches struct {
	Posts     int `json:"posts"`
	Found     int `json:"found"`
	ByHint    int `json:"byHint"`    // of those found, the ones by hints alone
	Hinted    int `json:"hinted"`    // not found, but with a hint in an expected category
	Astray    int `json:"astray"`    // not found nor hinted, but found in another category
	RulesOnly int `json:"rulesOnly"` // found by rules alone, without the learned signal
}

// Harmless counts posts that break nothing.
type Harmless struct {
	Posts       int `json:"posts"`
	Alarms      int `json:"alarms"` // at caution or above
	Any         int `json:"any"`    // with any finding, hints included
	RulesAlarms int `json:"rulesOnlyAlarms"`
	RulesAny    int `json:"rulesOnlyAny"`
}

// Unjudged counts posts of which nobody said whether they break something.
type Unjudged struct {
	Posts       int `json:"posts"`
	Proper      int `json:"proper"` // at caution or above
	Hints       int `json:"hints"`  // hints only
	RulesProper int `json:"rulesOnlyProper"`
	RulesHints  int `json:"rulesOnlyHints"`
}

// Tally counts a group of posts.
type Tally struct {
	Breaches Breaches `json:"breaches"`
	Harmless Harmless `json:"harmless"`
	Unjudged Unjudged `json:"unjudged"`
}

// add counts a post.
func (t *Tally) add(o *Outcome) {
	switch {
	case !o.post.Expect.given:
		t.Unjudged.add(o)
	case o.post.Expect.breaks():
		t.Breaches.add(o)
	default:
		t.Harmless.add(o)
	}
}

func (b *Breaches) add(o *Outcome) {
	b.Posts++
	count(&b.Found, o.whole.hit)
	count(&b.ByHint, o.whole.byHint)
	count(&b.Hinted, o.whole.hinted)
	count(&b.Astray, o.whole.astray)
	count(&b.RulesOnly, o.rules.hit)
}

func (h *Harmless) add(o *Outcome) {
	h.Posts++
	count(&h.Alarms, o.whole.proper)
	count(&h.Any, o.whole.any)
	count(&h.RulesAlarms, o.rules.proper)
	count(&h.RulesAny, o.rules.any)
}

func (u *Unjudged) add(o *Outcome) {
	u.Posts++
	count(&u.Proper, o.whole.proper)
	count(&u.Hints, o.whole.any && !o.whole.proper)
	count(&u.RulesProper, o.rules.proper)
	count(&u.RulesHints, o.rules.any && !o.rules.proper)
}

// count adds one where something holds.
func count(n *int, holds bool) {
	if holds {
		*n++
	}
}

// Category counts one category, post by post.
type Category struct {
	Expected  int `json:"expected"` // breaches of which people named it
	Found     int `json:"found"`
	ByHint    int `json:"byHint"`
	Hinted    int `json:"hinted"`
	RulesOnly int `json:"rulesOnly"`
	Wrong     int `json:"wrong"`  // breaches of other categories, at caution or above
	Alarms    int `json:"alarms"` // harmless posts, at caution or above
	Any       int `json:"any"`    // harmless posts, hints included
}

// expect counts a breach of which people named the category. In a functional test any
// of the categories named will do.
func (c *Category) expect(o *Outcome, category string) {
	hit, byHint, hinted := o.whole.foundIn(category)
	byRules, _, _ := o.rules.foundIn(category)
	if o.post.Functionality != "" {
		hit, byHint, hinted, byRules = o.whole.hit, o.whole.byHint, o.whole.hinted, o.rules.hit
	}
	c.Expected++
	count(&c.Found, hit)
	count(&c.ByHint, byHint)
	count(&c.Hinted, hinted)
	count(&c.RulesOnly, byRules)
}

// stray counts a finding where people did not ask for one.
func (c *Category) stray(harmless, proper bool) {
	count(&c.Wrong, !harmless && proper)
	count(&c.Alarms, harmless && proper)
	count(&c.Any, harmless)
}

// Flagged counts posts with findings and the different categories found in them.
type Flagged struct {
	Posts      int `json:"posts"`
	Categories int `json:"categories"`
}

// add counts a post.
func (f *Flagged) add(categories int) {
	count(&f.Posts, categories > 0)
	f.Categories += categories
}
