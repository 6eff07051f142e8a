package eval

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"circumspect/engine"
)

// Score counts how one category was found.
type Score struct {
	Found  int // expected and found
	Missed int // expected and not found
	False  int // found and not expected, where people said what to expect
	Posts  int // found, whatever people said
}

// Rate counts posts, and those of them that have findings.
type Rate struct{ Posts, Flagged int }

// Report is what was measured on one file.
type Report struct {
	ByCategory map[string]*Score
	ByKind     map[string]*Rate
	Breaches   Rate // posts that break something
	Harmless   Rate // posts that break nothing
	Unjudged   Rate // posts of which nobody said
	Named      int  // breaches of which people named the categories
	Right      int  // those of them in which one of these was found
	Wrong      []string
}

// add counts one post.
func (r *Report) add(p post, found []engine.Finding, list bool) {
	categories := map[string]bool{}
	for i := range found {
		categories[found[i].Category] = true
	}
	flagged := len(found) > 0
	r.rate(p).count(flagged)
	if p.Kind != "" {
		kind := r.ByKind[p.Kind]
		if kind == nil {
			kind = &Rate{}
			r.ByKind[p.Kind] = kind
		}
		kind.count(flagged)
	}
	r.score(p, categories)
	if list && p.Expect.given {
		r.wrong(p, found, categories)
	}
}

// rate gives the group a post belongs to.
func (r *Report) rate(p post) *Rate {
	switch {
	case !p.Expect.given:
		return &r.Unjudged
	case p.Expect.breaks():
		return &r.Breaches
	}
	return &r.Harmless
}

// count adds a post to a group.
func (r *Rate) count(flagged bool) {
	r.Posts++
	if flagged {
		r.Flagged++
	}
}

// score counts a post's categories. Where people did not say which, none is wrong.
func (r *Report) score(p post, categories map[string]bool) {
	hit := false
	for _, category := range p.Expect.categories {
		if categories[category] {
			hit = true
			r.category(category).Found++
		} else {
			r.category(category).Missed++
		}
	}
	if hit {
		r.Right++
	}
	if len(p.Expect.categories) > 0 {
		r.Named++
	}
	judged := p.Expect.given && !p.Expect.any
	for category := range categories {
		r.category(category).Posts++
		if judged && !slices.Contains(p.Expect.categories, category) {
			r.category(category).False++
		}
	}
}

// category gives the score of a category, made when first asked for.
func (r *Report) category(name string) *Score {
	if r.ByCategory[name] == nil {
		r.ByCategory[name] = &Score{}
	}
	return r.ByCategory[name]
}

// wrong keeps a post that was missed or falsely flagged.
func (r *Report) wrong(p post, found []engine.Finding, categories map[string]bool) {
	missed := slices.DeleteFunc(slices.Clone(p.Expect.categories), func(c string) bool { return categories[c] })
	what := ""
	switch {
	case !p.Expect.breaks() && len(found) > 0:
		what = "false " + rulesOf(found)
	case p.Expect.any && len(found) == 0:
		what = "missed"
	case len(missed) > 0:
		what = "missed " + strings.Join(missed, ", ")
		if len(found) > 0 {
			what += " but " + rulesOf(found)
		}
	default:
		return
	}
	text := p.Text + strings.Join(p.Parts, " / ")
	r.Wrong = append(r.Wrong, fmt.Sprintf("%v [%s %s] %s: %s", p.ID, p.Org, p.Surface, what, strings.Join(strings.Fields(text), " ")))
}

// Write prints the report; categories gives the order.
func (r *Report) Write(out io.Writer, categories []string) error {
	w := bufio.NewWriter(out)
	for _, line := range r.Wrong {
		fmt.Fprintln(w, "  "+line)
	}
	if r.Breaches.Posts > 0 {
		fmt.Fprintf(w, "  breaches: %s flagged\n", share(r.Breaches.Flagged, r.Breaches.Posts))
	}
	if r.Named > 0 {
		fmt.Fprintf(w, "  breaches in a named category: %s found there\n", share(r.Right, r.Named))
	}
	if r.Harmless.Posts > 0 {
		fmt.Fprintf(w, "  harmless: %s falsely flagged\n", share(r.Harmless.Flagged, r.Harmless.Posts))
	}
	if r.Unjudged.Posts > 0 {
		fmt.Fprintf(w, "  posts without verdict: %s flagged\n", share(r.Unjudged.Flagged, r.Unjudged.Posts))
	}
	for _, kind := range slices.Sorted(maps.Keys(r.ByKind)) {
		fmt.Fprintf(w, "  %-12s %s flagged\n", kind, share(r.ByKind[kind].Flagged, r.ByKind[kind].Posts))
	}
	r.table(w, categories)
	return w.Flush()
}

// table prints precision and recall per category.
func (r *Report) table(w io.Writer, categories []string) {
	fmt.Fprintf(w, "  %-18s %8s %8s %6s %6s %10s %8s\n", "category", "flagged", "expected", "found", "false", "precision", "recall")
	var all Score
	for _, category := range categories {
		if s := r.ByCategory[category]; s != nil {
			s.row(w, category)
			all.Found, all.Missed, all.False, all.Posts = all.Found+s.Found, all.Missed+s.Missed, all.False+s.False, all.Posts+s.Posts
		}
	}
	all.row(w, "all")
}

// row prints the score of one category.
func (s *Score) row(w io.Writer, name string) {
	fmt.Fprintf(w, "  %-18s %8d %8d %6d %6d %10s %8s\n", name, s.Posts, s.Found+s.Missed, s.Found, s.False,
		percent(s.Found, s.Found+s.False), percent(s.Found, s.Found+s.Missed))
}

// share says n of all, in per cent.
func share(n, all int) string { return fmt.Sprintf("%d of %d (%s)", n, all, percent(n, all)) }

// percent gives a share with one decimal, or a dash where there is nothing to share.
func percent(n, all int) string {
	if all == 0 {
		return "-"
	}
	return fmt.Sprintf("%.1f %%", 100*float64(n)/float64(all))
}
