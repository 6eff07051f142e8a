package eval

import (
	"slices"
	"strings"

	"circumspect/engine/pack"
)

// Report is what was measured on some posts.
type Report struct {
	Name       string               `json:"name"`
	All        Tally                `json:"all"`
	Categories map[string]*Category `json:"categories"`
	// Groups holds the posts by what their records say, as in Groups["kind"]["lookalike"].
	Groups        map[string]map[string]*Tally `json:"groups"`
	Flagged       Flagged                      `json:"flagged"`       // with any finding
	FlaggedProper Flagged                      `json:"flaggedProper"` // at caution or above
	Rules         []Rule                       `json:"rules"`
}

// groupings lists what posts are grouped by, in the order of the tables.
func groupings() []string {
	return []string{"kind", "organisation", "language", "note", "source", "licence"}
}

// byFunction groups functional tests, which have a table of their own.
const byFunction = "functionality"

// New sums up the outcomes of some posts.
func New(name string, outcomes []Outcome) *Report {
	r := &Report{Name: name, Categories: map[string]*Category{}, Groups: map[string]map[string]*Tally{}, Rules: Rules(outcomes)}
	sizes := map[string]int{}
	for i := range outcomes {
		sizes[collection(outcomes[i].post.Source)]++
	}
	for i := range outcomes {
		r.add(&outcomes[i], sizes)
	}
	return r
}

// add counts one post everywhere it belongs.
func (r *Report) add(o *Outcome, sizes map[string]int) {
	r.All.add(o)
	r.groups(o, sizes)
	r.categories(o)
	r.Flagged.add(len(o.whole.categories))
	r.FlaggedProper.add(o.whole.properCategories())
}

// groups counts a post in its groups; sizes tells how many posts a source has.
func (r *Report) groups(o *Outcome, sizes map[string]int) {
	p := o.post
	r.group("kind", p.Kind, o)
	r.group("organisation", p.Org, o)
	r.group("language", p.Lang, o)
	r.group("licence", p.Licence, o)
	r.group(byFunction, p.Functionality, o)
	source := collection(p.Source)
	if source != "" && sizes[source] < minSource {
		source = "single posts"
	}
	r.group("source", source, o)
	r.note(o)
}

// note counts a post by what its note says of how it speaks.
func (r *Report) note(o *Outcome) {
	switch {
	case o.post.indirect():
		r.group("note", "indirect", o)
	case o.post.Expect.breaks() && o.post.Note != "":
		r.group("note", "other breaches", o)
	}
	if o.post.flat() {
		r.group("note", "flat", o)
	}
}

// group counts a post in a group that has a name.
func (r *Report) group(by, name string, o *Outcome) {
	if name == "" {
		return
	}
	if r.Groups[by] == nil {
		r.Groups[by] = map[string]*Tally{}
	}
	if r.Groups[by][name] == nil {
		r.Groups[by][name] = &Tally{}
	}
	r.Groups[by][name].add(o)
}

// minSource is how many posts a source needs for a line of its own; some records name
// not the collection but the one post they were made from.
const minSource = 5

// collection gives the name of the collection a post comes from, without its address.
func collection(source string) string {
	name, _, _ := strings.Cut(source, " (")
	return name
}

// categories counts a post in the categories people named and in those found.
func (r *Report) categories(o *Outcome) {
	v := &o.post.Expect
	for _, name := range v.categories {
		r.category(name).expect(o, name)
	}
	for name, severity := range o.whole.categories {
		if v.given && !v.expects(name) {
			r.category(name).stray(v.harmless(), severity >= pack.Caution)
		}
	}
}

// category gives the counts of a category, made when first asked for.
func (r *Report) category(name string) *Category {
	if r.Categories[name] == nil {
		r.Categories[name] = &Category{}
	}
	return r.Categories[name]
}

// learned tells whether the learned signal spoke at all.
func (r *Report) learned() bool {
	return slices.ContainsFunc(r.Rules, func(rule Rule) bool { return learned(rule.ID) })
}
