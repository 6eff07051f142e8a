package eval

import (
	"fmt"
	"io"
)

// WriteSummary prints a line for every report.
func WriteSummary(w io.Writer, reports []*Report) {
	writeJudged(w, reports)
	writeOthers(w, reports)
}

// writeJudged prints the reports with verdicts.
func writeJudged(w io.Writer, reports []*Report) {
	head := fmt.Sprintf("%-24s%13s%8s%11s%13s%8s%12s%8s\n", "", "found", "recall", "95 %", "false alarms", "share", "lookalikes", "plain")
	for _, r := range reports {
		b, h := &r.All.Breaches, &r.All.Harmless
		if b.Posts+h.Posts == 0 {
			continue
		}
		fmt.Fprint(w, head)
		head = ""
		fmt.Fprintf(w, "%s%13s%8s%11s%13s%8s%12s%8s\n", cell(r.Name, 24),
			fmt.Sprintf("%d/%d", b.Found, b.Posts), percent(b.Found, b.Posts), interval(b.Found, b.Posts),
			fmt.Sprintf("%d/%d", h.Alarms, h.Posts), percent(h.Alarms, h.Posts), r.anyOf("lookalike"), r.anyOf("plain"))
		if r.learned() {
			fmt.Fprintf(w, "%-24s%13d%8s%11s%13d%8s\n", "  rules only", b.RulesOnly, percent(b.RulesOnly, b.Posts),
				interval(b.RulesOnly, b.Posts), h.RulesAlarms, percent(h.RulesAlarms, h.Posts))
		}
	}
	if head == "" {
		fmt.Fprintln(w, "lookalikes, plain: share with any finding, hints included")
	}
}

// anyOf gives the share of a kind of harmless posts that have any finding.
func (r *Report) anyOf(kind string) string {
	t := r.Groups["kind"][kind]
	if t == nil {
		return "-"
	}
	return percent(t.Harmless.Any, t.Harmless.Posts)
}

// writeOthers prints the reports on posts of which nobody said what they break.
func writeOthers(w io.Writer, reports []*Report) {
	head := fmt.Sprintf("%-24s%13s%12s%8s%11s%9s%8s\n", "no verdict", "posts", "caution+", "share", "95 %", "hints", "share")
	for _, r := range reports {
		u := &r.All.Unjudged
		if u.Posts == 0 {
			continue
		}
		fmt.Fprint(w, head)
		head = ""
		fmt.Fprintf(w, "%s%13d%12d%8s%11s%9d%8s\n", cell(r.Name, 24), u.Posts, u.Proper, percent(u.Proper, u.Posts),
			interval(u.Proper, u.Posts), u.Hints, percent(u.Hints, u.Posts))
		if r.learned() {
			fmt.Fprintf(w, "%-37s%12d%8s%11s%9d%8s\n", "  rules only", u.RulesProper, percent(u.RulesProper, u.Posts),
				interval(u.RulesProper, u.Posts), u.RulesHints, percent(u.RulesHints, u.Posts))
		}
	}
}
