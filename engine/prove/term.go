// Package prove shows that a library does what it says: that its terms and expressions
// can be read and stay within their bounds, and that every rule flags and allows its own
// examples.
package prove

import (
	"slices"
	"strconv"
	"strings"

	"circumspect/engine/match"
	"circumspect/engine/pack"
)

// Terms gives the terms and patterns that the matcher cannot read or may not run.
func Terms(lib *pack.Library) []pack.Problem {
	var problems []pack.Problem
	for i := range lib.Concepts {
		concept := &lib.Concepts[i]
		place := pack.ConceptPlace(concept.ID)
		problems = append(problems, byLanguage(place, "terms", concept.Terms)...)
		problems = append(problems, byLanguage(place, "only", concept.Only)...)
		for j, pattern := range concept.Patterns {
			field := "patterns[" + strconv.Itoa(j) + "]"
			problems = append(problems, list(place, field+".gate", "", pattern.Gate)...)
			problems = append(problems, costs(place, field, pattern)...)
		}
	}
	return problems
}

// byLanguage checks terms language by language, in the order of their codes.
func byLanguage(place, field string, terms map[string][]string) []pack.Problem {
	var problems []pack.Problem
	langs := make([]string, 0, len(terms))
	for lang := range terms {
		langs = append(langs, lang)
	}
	slices.Sort(langs)
	for _, lang := range langs {
		problems = append(problems, list(place, field+"."+lang, lang, terms[lang])...)
	}
	return problems
}

// list checks the terms of one language.
func list(place, field, lang string, terms []string) []pack.Problem {
	var problems []pack.Problem
	for i, term := range terms {
		if _, err := match.ParseTerm(lang, term); err != nil && term != "" { // pack.Check tells of blank ones
			quoted := strconv.Quote(term)
			problem := asProblem(place, field+"["+strconv.Itoa(i)+"]", strings.TrimPrefix(err.Error(), "term "+quoted+": "))
			problem.Got += " in " + quoted
			problems = append(problems, problem)
		}
	}
	return problems
}

// costs gives why a pattern could run away.
func costs(place, field string, pattern pack.Pattern) []pack.Problem {
	if pattern.Regexp == "" {
		return nil // pack.Check tells of it
	}
	var problems []pack.Problem
	for _, err := range each(match.CheckPattern(pattern)) {
		key, rest, _ := strings.Cut(err.Error(), ": ")
		key, _, _ = strings.Cut(key, ",") // of "before, after" the first
		problems = append(problems, asProblem(place, field+"."+key, rest))
	}
	return problems
}

// each gives the errors that were joined, or the one there is.
func each(err error) []error {
	joined, several := err.(interface{ Unwrap() []error })
	switch {
	case err == nil:
		return nil
	case !several:
		return []error{err}
	}
	var list []error
	for _, part := range joined.Unwrap() {
		list = append(list, each(part)...)
	}
	return list
}

// asProblem takes the text of an error, "got X, want Y", apart.
func asProblem(place, field, text string) pack.Problem {
	got, want, split := strings.Cut(strings.TrimPrefix(text, "got "), ", want ")
	if !split {
		got, want = text, "something else"
	}
	return pack.Problem{Place: place, Field: field, Got: got, Want: want}
}
