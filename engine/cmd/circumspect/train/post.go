// Package train fits the learned signal to posts with known verdicts. The same inputs
// give the same bytes on every machine: no clock, no chance but a seeded one, products
// rounded before they are added (so that no processor fuses the two), no function whose
// last digit may differ.
package train

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Post is a post with its verdict.
type Post struct {
	ID      string   `json:"id"`
	Lang    string   `json:"lang"`
	Org     string   `json:"org"`
	Surface string   `json:"surface"`
	Text    string   `json:"text"`
	Expect  []string `json:"expect"` // categories; none for a harmless post
	Kind    string   `json:"kind"`
	Pair    string   `json:"pair"` // id of the twin
	Licence string   `json:"licence"`
	Note    string   `json:"note"`
	Source  string   `json:"-"` // name of the file
	// Edited says that the post was made from a real one.
	Edited bool `json:"-"`
}

// maxLine is how many bytes a line may have.
const maxLine = 1 << 20

// Read reads English posts, one JSON object a line.
func Read(file io.Reader, source string) ([]Post, error) {
	var posts []Post
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, maxLine)
	for number := 1; lines.Scan(); number++ {
		p := Post{Source: source}
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			return nil, fmt.Errorf("%s:%d: post: got %w, want a JSON object", source, number, err)
		}
		if p.Lang == "en" {
			posts = append(posts, p)
		}
	}
	return posts, lines.Err()
}

// Breaks tells whether the post breaks something.
func (p *Post) Breaks() bool { return len(p.Expect) > 0 }

// Indirect tells whether the breach has no tell-tale word.
func (p *Post) Indirect() bool { return strings.HasPrefix(p.Note, "indirect") }

// Free tells whether a real post's licence allows learning from what was made of it.
func (p *Post) Free() bool { return strings.TrimSpace(p.Licence) == "CC-BY-4.0" }

// groups numbers the posts so that twins, and twins of twins, have the same number:
// they must not stand on both sides of a fold.
func groups(posts []Post) []int {
	group, at := make([]int, len(posts)), map[string]int{}
	for i := range posts {
		group[i] = i
		at[posts[i].ID] = i
	}
	for i := range posts {
		j, ok := at[posts[i].Pair]
		if !ok {
			continue
		}
		from, to := max(root(group, i), root(group, j)), min(root(group, i), root(group, j))
		group[from] = to
	}
	for i := range group {
		group[i] = root(group, i)
	}
	return group
}

// root follows a group to the post it is numbered by.
func root(group []int, i int) int {
	for group[i] != i {
		i = group[i]
	}
	return i
}

// twins lists, for every breach, its harmless twins.
func twins(posts []Post) [][]int {
	at := map[string]int{}
	for i := range posts {
		at[posts[i].ID] = i
	}
	lists := make([][]int, len(posts))
	for i := range posts {
		j, ok := at[posts[i].Pair]
		switch {
		case !ok || posts[i].Breaks() == posts[j].Breaks():
		case posts[i].Breaks():
			lists[i] = append(lists[i], j)
		default:
			lists[j] = append(lists[j], i)
		}
	}
	for i := range lists {
		slices.Sort(lists[i])
		lists[i] = slices.Compact(lists[i])
	}
	return lists
}
