package eval

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"circumspect/engine"
	"circumspect/engine/pack"
)

// post is a line of a file of posts.
type post struct {
	ID            any           `json:"id"`
	Text          string        `json:"text"`
	Parts         []string      `json:"parts"`
	Org           string        `json:"org"`
	Surface       string        `json:"surface"`
	Lang          string        `json:"lang"`
	Shared        engine.Shared `json:"shared"` // keys text and author
	Profile       profile       `json:"profile"`
	Kind          string        `json:"kind"`
	Note          string        `json:"note"`
	Source        string        `json:"source"`
	Licence       string        `json:"licence"`
	Functionality string        `json:"functionality"`
	Expect        verdict       `json:"expect"`
}

// profile is what a post says about its writer.
type profile struct {
	Status    string   `json:"status"`
	Field     []string `json:"field"`
	Official  bool     `json:"official"`
	Device    string   `json:"device"`
	Watchlist []string `json:"watchlist"`
}

// verdict is what people said of a post.
type verdict struct {
	given      bool     // somebody said something
	any        bool     // it breaks something, nobody said what
	hint       bool     // a hint is all it asks for
	categories []string // what it breaks
}

// errVerdict marks a verdict that cannot be read.
var errVerdict = errors.New("expect")

// UnmarshalJSON reads a list of categories, or "finding", "hint" or "quiet".
func (v *verdict) UnmarshalJSON(line []byte) error {
	v.given = true
	if err := json.Unmarshal(line, &v.categories); err == nil {
		return v.known()
	}
	var word string
	if err := json.Unmarshal(line, &word); err != nil || !slices.Contains([]string{"finding", "hint", "quiet"}, word) {
		return fmt.Errorf("%w: got %s, want a list of categories, finding, hint or quiet", errVerdict, line)
	}
	v.any, v.hint = word != "quiet", word == "hint"
	return nil
}

// known wants every category to be one of ours, so that a misspelt one is not counted as missed.
func (v *verdict) known() error {
	for _, category := range v.categories {
		if !slices.Contains(pack.Categories(), category) {
			return fmt.Errorf("%w: got %q, want a category%s", errVerdict, category, pack.DidYouMean(category, pack.Categories()))
		}
	}
	return nil
}

// breaks tells whether people said that the post breaks something.
func (v *verdict) breaks() bool { return v.any || len(v.categories) > 0 }

// harmless tells whether people said that the post breaks nothing.
func (v *verdict) harmless() bool { return v.given && !v.breaks() }

// expects tells whether a finding of a category is one that people asked for.
func (v *verdict) expects(category string) bool {
	return v.any || slices.Contains(v.categories, category)
}

// maxLine is how many bytes a line may have.
const maxLine = 4 << 20

// readPosts reads posts, one JSON object a line. Errors begin with the number of the line.
func readPosts(file io.Reader, keep func(*post, int) error) error {
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, maxLine)
	for number := 1; lines.Scan(); number++ {
		var p post
		if err := json.Unmarshal(lines.Bytes(), &p); errors.Is(err, errVerdict) {
			return fmt.Errorf("%d: %w", number, err)
		} else if err != nil {
			return fmt.Errorf("%d: post: got %w, want a JSON object as circumspect rules eval --help shows it", number, err)
		}
		if err := keep(&p, number); err != nil {
			return err
		}
	}
	return lines.Err()
}

// asked gives the user and the document of a post.
func (p *post) asked(org string) (engine.Profile, engine.Document) {
	if p.Org != "" {
		org = p.Org
	}
	document := engine.Document{Parts: p.Parts, Surface: p.Surface, Lang: p.Lang, Shared: p.Shared}
	if len(p.Parts) == 0 {
		document.Text = p.Text
	}
	w := &p.Profile
	return engine.Profile{
		Org: org, Status: w.Status, Field: w.Field, Official: w.Official, Device: w.Device, Watchlist: w.Watchlist,
	}, document
}

// words gives all the text of a post.
func (p *post) words() string {
	text := p.Text
	if len(p.Parts) > 0 {
		text = strings.Join(p.Parts, " / ")
	}
	if p.Shared.Text != "" {
		text += " [shares: " + p.Shared.Text + "]"
	}
	return text
}

// indirect tells whether the breach has no tell-tale word.
func (p *post) indirect() bool { return strings.HasPrefix(p.Note, "indirect") }

// flat tells whether the note marks a flat register before its colon, as in
// "indirect, flat: the date of the vote".
func (p *post) flat() bool {
	marks, _, marked := strings.Cut(p.Note, ":")
	return (marked || p.Note == "flat") && slices.Contains(strings.FieldsFunc(marks, func(r rune) bool {
		return r == ' ' || r == ',' || r == ';'
	}), "flat")
}
