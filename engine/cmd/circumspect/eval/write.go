package eval

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"circumspect/engine/pack"
)

// Write prints the report for people, in 100 columns.
func (r *Report) Write(out io.Writer) error {
	w := bufio.NewWriter(out)
	fmt.Fprintln(w, r.Name)
	r.writeHead(w)
	if r.All.Breaches.Posts+r.All.Harmless.Posts > 0 {
		r.writeCategories(w)
		r.writeGroups(w)
		r.writeFunctions(w)
	}
	if r.All.Unjudged.Posts > 0 {
		r.writeUnjudged(w)
	}
	return w.Flush()
}

// writeHead prints what was measured as a whole.
func (r *Report) writeHead(w io.Writer) {
	if b := r.All.Breaches; b.Posts > 0 {
		fmt.Fprintf(w, "  breaches found  %s, 95 %%: %s; %d by hints alone; rules only %d\n",
			share(b.Found, b.Posts), interval(b.Found, b.Posts), b.ByHint, b.RulesOnly)
		fmt.Fprintf(w, "  not found       %d: %d only hinted, %d found in another category, %d silent\n",
			b.Posts-b.Found, b.Hinted, b.Astray, b.Posts-b.Found-b.Hinted-b.Astray)
	}
	if h := r.All.Harmless; h.Posts > 0 {
		fmt.Fprintf(w, "  false alarms    %s, 95 %%: %s; rules only %d\n",
			share(h.Alarms, h.Posts), interval(h.Alarms, h.Posts), h.RulesAlarms)
		fmt.Fprintf(w, "  any finding     %s harmless posts, hints included; rules only %d\n", share(h.Any, h.Posts), h.RulesAny)
	}
	if u := r.All.Unjudged; u.Posts > 0 {
		fmt.Fprintf(w, "  no verdict      %s at caution or above, %d more (%s) with hints\n",
			share(u.Proper, u.Posts), u.Hints, percent(u.Hints, u.Posts))
	}
	if r.Flagged.Posts > 0 {
		fmt.Fprintf(w, "  categories      %s different ones a flagged post (%s at caution or above)\n",
			r.Flagged.mean(), r.FlaggedProper.mean())
	}
}

// mean gives the average number of categories of a flagged post.
func (f *Flagged) mean() string {
	if f.Posts == 0 {
		return "-"
	}
	return fmt.Sprintf("%.2f", float64(f.Categories)/float64(f.Posts))
}

// writeCategories prints the main table.
func (r *Report) writeCategories(w io.Writer) {
	fmt.Fprintf(w, "\n  %-18s%7s%7s%8s%12s%7s%8s%8s%8s%8s%6s\n", "category",
		"posts", "found", "recall", "95 %", "rules", "by hint", "hinted", "wrong", "alarms", "any")
	for _, name := range pack.Categories() {
		if c := r.Categories[name]; c != nil {
			fmt.Fprintf(w, "  %-18s%7d%7d%8s%12s%7d%8d%8d%8d%8d%6d\n", name, c.Expected, c.Found, percent(c.Found, c.Expected),
				interval(c.Found, c.Expected), c.RulesOnly, c.ByHint, c.Hinted, c.Wrong, c.Alarms, c.Any)
		}
	}
	fmt.Fprint(w, `    rules: found without the learned signal · by hint: found, by hints alone
    hinted: not found, but hinted · wrong: flagged though a breach of other categories
    alarms: harmless, but flagged at caution or above · any: harmless, with any finding
`)
}

// writeGroups prints the tables by kind, organisation and so on.
func (r *Report) writeGroups(w io.Writer) {
	for _, by := range groupings() {
		names := groupNames(r.Groups[by], func(t *Tally) bool { return t.Breaches.Posts+t.Harmless.Posts > 0 })
		if len(names) == 0 {
			continue
		}
		fmt.Fprintf(w, "\n  %-14s%7s%6s%6s%8s%12s%9s%7s%6s%6s%11s%6s\n", by,
			"breach", "found", "rules", "recall", "95 %", "harmless", "alarms", "rules", "%", "95 %", "any %")
		for _, name := range names {
			b, h := &r.Groups[by][name].Breaches, &r.Groups[by][name].Harmless
			fmt.Fprintf(w, "  %s%7d%6d%6d%8s%12s%9d%7d%6d%6s%11s%6s\n", cell(name, 14),
				b.Posts, b.Found, b.RulesOnly, percent(b.Found, b.Posts), interval(b.Found, b.Posts), h.Posts,
				h.Alarms, h.RulesAlarms, inHundred(h.Alarms, h.Posts), interval(h.Alarms, h.Posts), inHundred(h.Any, h.Posts))
		}
	}
}

// writeFunctions prints how many functional tests came out right.
func (r *Report) writeFunctions(w io.Writer) {
	groups := r.Groups[byFunction]
	if len(groups) == 0 {
		return
	}
	fmt.Fprintf(w, "\n  %-44s%22s%22s\n", "functional tests right", "hateful", "not hateful")
	var all Tally
	for _, name := range groupNames(groups, func(*Tally) bool { return true }) {
		groups[name].writeFunction(w, name)
		all.Breaches.Posts += groups[name].Breaches.Posts
		all.Breaches.Found += groups[name].Breaches.Found
		all.Harmless.Posts += groups[name].Harmless.Posts
		all.Harmless.Alarms += groups[name].Harmless.Alarms
	}
	all.writeFunction(w, "all")
}

// writeFunction prints how many tests of one functionality came out right.
func (t *Tally) writeFunction(w io.Writer, name string) {
	right := func(n, all int) string {
		if all == 0 {
			return "-"
		}
		return fmt.Sprintf("%d/%d %8s", n, all, percent(n, all))
	}
	b, h := t.Breaches, t.Harmless
	fmt.Fprintf(w, "  %s%22s%22s\n", cell(name, 44), right(b.Found, b.Posts), right(h.Posts-h.Alarms, h.Posts))
}

// writeUnjudged prints the posts of which nobody said whether they break something.
func (r *Report) writeUnjudged(w io.Writer) {
	for _, by := range groupings() {
		names := groupNames(r.Groups[by], func(t *Tally) bool { return t.Unjudged.Posts > 0 })
		if len(names) == 0 {
			continue
		}
		fmt.Fprintf(w, "\n  %-28s%7s%9s%7s%8s%11s%8s%7s%8s\n", "no verdict, by "+by,
			"posts", "caution+", "rules", "share", "95 %", "hints", "rules", "share")
		for _, name := range names {
			u := &r.Groups[by][name].Unjudged
			fmt.Fprintf(w, "  %s%7d%9d%7d%8s%11s%8d%7d%8s\n", cell(name, 28), u.Posts, u.Proper, u.RulesProper,
				percent(u.Proper, u.Posts), interval(u.Proper, u.Posts), u.Hints, u.RulesHints, percent(u.Hints, u.Posts))
		}
	}
}

// groupNames lists the groups to print in the order of the alphabet.
func groupNames(groups map[string]*Tally, printed func(*Tally) bool) []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(groups)), func(name string) bool { return !printed(groups[name]) })
}

// cell gives a name as wide as a column; one that is wider has a line to itself.
func cell(name string, width int) string {
	if n := utf8.RuneCountInString(name); n <= width {
		return name + strings.Repeat(" ", width-n)
	}
	return name + "\n  " + strings.Repeat(" ", width)
}
