package pack

import (
	"strconv"
	"strings"
)

// Problem is one thing that is wrong with a library.
type Problem struct {
	// Place is the file the thing comes from: rules/confidentiality/x.yaml.
	Place string
	// Field is the path to the value within the file: when.all or flag[1]. An index
	// counts from 0; where a list holds things with ids it is the id.
	Field string
	// Got and Want complete the sentence "got …, want …"; a value in Got is quoted.
	Got, Want string
}

// Error gives the problem as one line.
func (p Problem) Error() string {
	return p.Place + ": " + p.Field + ": got " + p.Got + ", want " + p.Want
}

// ConceptPlace is the file a concept comes from.
func ConceptPlace(id string) string { return "rules/concepts/" + id + ".yaml" }

// RulePlace is the file a rule comes from.
func RulePlace(id string) string { return "rules/" + id + ".yaml" }

// PackPlace is the file a pack comes from.
func PackPlace(id string) string { return "rules/packs/" + id + ".yaml" }

// ProvisionsPlace is the file that holds the provisions of an organisation.
func ProvisionsPlace(org string) string { return "rules/provisions/" + org + ".yaml" }

// Either lists words as people do: a, b or c.
func Either(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// DidYouMean gives a remark with the candidate that a misspelt word was probably meant
// to be, or nothing.
func DidYouMean(word string, candidates []string) string {
	if near := nearest(word, candidates); near != "" {
		return " (did you mean " + strconv.Quote(near) + "?)"
	}
	return ""
}

// nearest gives the candidate that a misspelt word was probably meant to be, or "".
func nearest(word string, candidates []string) string {
	best, bestCost := "", 1+max(1, len(word)/4)
	for _, candidate := range candidates {
		if cost := editCost(word, candidate); cost < bestCost {
			best, bestCost = candidate, cost
		}
	}
	return best
}

// editCost counts the letters to insert, remove or change to turn a into b.
func editCost(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
