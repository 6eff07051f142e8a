package main

import (
	"fmt"
	"path/filepath"

	"circumspect/engine"
	"circumspect/engine/prove"

	"github.com/spf13/cobra"
)

// How a finding of a post changes.
const (
	appears    = "appears"
	disappears = "disappears"
	regraded   = "severity"
)

// findingMoved is a finding that only one of two packs makes, or not as gravely.
type findingMoved struct {
	Post string `json:"post"` // file and line
	Kind string `json:"kind"`
	Rule string `json:"rule"`
	// From and To are severities; From is empty where it appears, To where it disappears.
	From string `json:"from,omitempty"`
	To   string `json:"to,omitempty"`
	// Start and End are UTF-16 code units in the part or the shared text.
	Start int    `json:"start"`
	End   int    `json:"end"`
	Words string `json:"words"`
	text  string // that the words stand in
}

// postsChecked counts sample posts.
type postsChecked struct {
	Checked int `json:"checked"`
	LeftOut int `json:"leftOut"`
	Changed int `json:"changed"`
}

// onPosts checks sample posts with both packs.
func (d *difference) onPosts(cmd *cobra.Command, older, newer side) error {
	patterns, _ := cmd.Flags().GetStringSlice("posts")
	org, _ := cmd.Flags().GetString("org")
	if org == "" {
		org = newer.house.Extends
	}
	was, is := deskOf(older.engine), deskOf(newer.engine)
	for _, pattern := range patterns {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			return fmt.Errorf("--posts: got %q, want files that exist", pattern)
		}
		for _, name := range names {
			samples, err := readSampleFile(nil, name, org)
			if err != nil {
				return failure{err}
			}
			for i, sample := range samples {
				if sample.Profile.Org != newer.house.Extends {
					d.Posts.LeftOut++
				} else if err := d.onPost(fmt.Sprintf("%s:%d", name, i+1), sample, was, is); err != nil {
					return failure{err}
				}
			}
		}
	}
	return nil
}

// onPost checks one post with both packs.
func (d *difference) onPost(place string, sample prove.Sample, was, is *desk) error {
	before, err := was.check(sample.Profile, sample.Document)
	if err != nil {
		return fmt.Errorf("%s: %w", place, err)
	}
	now, err := is.check(sample.Profile, sample.Document)
	if err != nil {
		return fmt.Errorf("%s: %w", place, err)
	}
	moved := compare(before.Findings, now.Findings, sample.Document)
	for i := range moved {
		moved[i].Post = place
	}
	d.Findings = append(d.Findings, moved...)
	d.Posts.Checked++
	if len(moved) > 0 {
		d.Posts.Changed++
	}
	return nil
}

// compare gives the findings that differ, in the order of before and then of now.
func compare(before, now []engine.Finding, document engine.Document) []findingMoved {
	var moved []findingMoved
	for i := range before {
		old := &before[i]
		switch same := sameAs(old, now); {
		case same == nil:
			moved = append(moved, moving(disappears, old, document, old.Severity.String(), ""))
		case same.Severity != old.Severity:
			moved = append(moved, moving(regraded, same, document, old.Severity.String(), same.Severity.String()))
		}
	}
	for i := range now {
		if sameAs(&now[i], before) == nil {
			moved = append(moved, moving(appears, &now[i], document, "", now[i].Severity.String()))
		}
	}
	return moved
}

// sameAs finds what the same rule says of the same words, or of words among them.
func sameAs(f *engine.Finding, list []engine.Finding) *engine.Finding {
	for i := range list {
		other := &list[i]
		apart := other.Span.End < f.Span.Start || f.Span.End < other.Span.Start
		if other.Rule == f.Rule && other.Part == f.Part && other.Shared == f.Shared && !apart {
			return other
		}
	}
	return nil
}

// moving tells of a finding and the words it stands on.
func moving(kind string, f *engine.Finding, document engine.Document, from, to string) findingMoved {
	text := textOf(document, f)
	return findingMoved{
		Kind: kind, Rule: f.Rule, From: from, To: to, Start: f.Span.Start, End: f.Span.End,
		Words: text[byteAt(text, f.Span.Start):byteAt(text, f.Span.End)], text: text,
	}
}

// inWords says what becomes of the finding.
func (m *findingMoved) inWords() string {
	switch m.Kind {
	case appears:
		return m.To + " appears:"
	case disappears:
		return m.From + " disappears:"
	}
	return m.From + " → " + m.To + ":"
}

// summary counts the findings by what becomes of them.
func (d *difference) summary() string {
	n := map[string]int{}
	for i := range d.Findings {
		n[d.Findings[i].Kind]++
	}
	return fmt.Sprintf("%d appear, %d disappear, %d change in severity", n[appears], n[disappears], n[regraded])
}
