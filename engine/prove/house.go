package prove

import (
	"fmt"
	"strconv"
	"strings"

	"circumspect/engine"
	"circumspect/engine/match"
	"circumspect/engine/pack"
)

// HouseTerms gives the terms and words of a house pack that the matcher cannot read, told
// of the pack's own files.
func HouseTerms(h *pack.House) []pack.Problem {
	problems := h.Own(Terms(&pack.Library{Concepts: h.Concepts}))
	for _, list := range []struct {
		field string
		names []string
	}{{"apps.discouraged", h.Apps.Discouraged}, {"apps.banned", h.Apps.Banned}} {
		for i, name := range list.names {
			problems = append(problems, unfit("pack.yaml", list.field+"["+strconv.Itoa(i)+"]", name)...)
		}
	}
	for i, watched := range h.Watch {
		problems = append(problems, unfit("watch.yaml", "["+strconv.Itoa(i)+"].word", watched.Word)...)
	}
	return problems
}

// unfit gives a word that cannot be looked for; pack.CheckHouse tells of blank ones.
func unfit(file, field, word string) []pack.Problem {
	_, err := match.NewOverlay(match.Own{Watchlist: []string{word}})
	if err == nil || word == "" {
		return nil
	}
	return []pack.Problem{asProblem(pack.HousePlace(file), field, strings.TrimPrefix(err.Error(), "watchlist: "))}
}

// HouseExamples tries the rules of a house pack that has no other problems on their own
// examples, in an engine that judges by the pack. It gives the examples that do not hold.
func HouseExamples(builtIn *engine.Engine, h *pack.House) ([]pack.Problem, error) {
	whole, err := builtIn.With(h)
	if err != nil {
		return nil, fmt.Errorf("prove: %w", err)
	}
	problems, err := examples(whole, builtIn.Library().With(h), h.Rules)
	return h.Own(problems), err
}
