// Package eval measures findings against posts whose verdicts are known.
package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"circumspect/engine"
	"circumspect/engine/pack"
)

// Options say what to measure.
type Options struct {
	Org   string        // of posts that name none
	Langs []string      // only these; empty is all
	From  pack.Severity // only findings as grave
	List  bool          // keep the posts that went wrong
}

// Check gives the findings of a document.
type Check func(engine.Profile, engine.Document) ([]engine.Finding, error)

// post is a line of a file of posts.
type post struct {
	ID      any           `json:"id"`
	Text    string        `json:"text"`
	Parts   []string      `json:"parts"`
	Org     string        `json:"org"`
	Surface string        `json:"surface"`
	Lang    string        `json:"lang"`
	Shared  engine.Shared `json:"shared"` // keys text and author
	Kind    string        `json:"kind"`
	Expect  verdict       `json:"expect"`
}

// verdict is what people said of a post.
type verdict struct {
	given      bool     // somebody said something
	any        bool     // it breaks something, nobody said what
	categories []string // what it breaks
}

// UnmarshalJSON reads a list of categories, or "finding", "hint" or "quiet".
func (v *verdict) UnmarshalJSON(line []byte) error {
	v.given = true
	if err := json.Unmarshal(line, &v.categories); err == nil {
		return nil
	}
	var word string
	if err := json.Unmarshal(line, &word); err != nil {
		return fmt.Errorf("expect: got %s, want a list of categories, finding or quiet", line)
	}
	v.any = word != "quiet"
	return nil
}

// breaks tells whether people said that the post breaks something.
func (v verdict) breaks() bool { return v.any || len(v.categories) > 0 }

// maxLine is how many bytes a line may have.
const maxLine = 4 << 20

// Measure checks every post of a file. Errors begin with the number of the line.
func Measure(file io.Reader, o Options, check Check) (*Report, error) {
	report := &Report{ByCategory: map[string]*Score{}, ByKind: map[string]*Rate{}}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, maxLine)
	for number := 1; lines.Scan(); number++ {
		var p post
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			return nil, fmt.Errorf("%d: post: got %w, want a JSON object as circumspect rules eval --help shows it", number, err)
		}
		if len(o.Langs) > 0 && !slices.Contains(o.Langs, p.Lang) {
			continue
		}
		found, err := check(p.asked(o))
		if err != nil {
			return nil, fmt.Errorf("%d: %w", number, err)
		}
		report.add(p, graver(found, o.From), o.List)
	}
	return report, lines.Err()
}

// asked gives the user and the document of a post.
func (p *post) asked(o Options) (engine.Profile, engine.Document) {
	org := p.Org
	if org == "" {
		org = o.Org
	}
	document := engine.Document{Parts: p.Parts, Surface: p.Surface, Lang: p.Lang, Shared: p.Shared}
	if len(p.Parts) == 0 {
		document.Text = p.Text
	}
	return engine.Profile{Org: org}, document
}

// graver keeps the findings of a severity and above.
func graver(found []engine.Finding, from pack.Severity) []engine.Finding {
	return slices.DeleteFunc(slices.Clone(found), func(f engine.Finding) bool { return f.Severity < from })
}

// rulesOf names the rules of findings.
func rulesOf(found []engine.Finding) string {
	var words []string
	for i := range found {
		words = append(words, found[i].Rule)
	}
	slices.Sort(words)
	return strings.Join(slices.Compact(words), ", ")
}
