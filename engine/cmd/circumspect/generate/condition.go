package generate

import (
	"slices"
	"strconv"
	"strings"

	"circumspect/engine/pack"
)

// inWords reads a condition aloud: `a` and (`b` or `c`).
func inWords(c pack.Condition) string {
	words := ""
	switch {
	case c.Concept != "":
		words = code(c.Concept)
	case c.All != nil:
		words = joined(c.All, " and ")
	case c.Any != nil:
		words = joined(c.Any, " or ")
	case c.None != nil:
		words = "none of " + joined(c.None, " or ")
	case c.Near != nil:
		words = codes(c.Near.Of, ", ") + " within " + strconv.Itoa(c.Near.Words) + " words"
		if c.Near.Ordered {
			words += " in this order"
		}
	case c.Count != nil:
		words = codes(c.Count.Of, " or ") + " at least " + strconv.Itoa(c.Count.Min) + " times"
	case c.Score != nil:
		words = "weights of at least " + strconv.Itoa(c.Score.Min) + " from " + weights(c.Score.Of)
	}
	if c.In == pack.ScopePost {
		words += " anywhere in the post"
	}
	return words
}

// joined puts the parts of a list side by side; a part that is a list gets brackets.
func joined(parts []pack.Condition, between string) string {
	words := make([]string, len(parts))
	for i, part := range parts {
		words[i] = inWords(part)
		if part.Concept == "" && len(parts) > 1 {
			words[i] = "(" + words[i] + ")"
		}
	}
	return strings.Join(words, between)
}

// weights lists concepts with their weights, in the order of ids.
func weights(of map[string]int) string {
	var list []string
	for id, weight := range of {
		list = append(list, code(id)+" "+strconv.Itoa(weight))
	}
	slices.Sort(list)
	return strings.Join(list, ", ")
}

// code sets an id apart from prose.
func code(id string) string { return "`" + id + "`" }

func codes(ids []string, between string) string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = code(id)
	}
	return strings.Join(list, between)
}
