package match

import (
	"slices"
	"strings"

	"circumspect/engine/fold"
	"circumspect/engine/pack"
)

// Disguises gathers the words of all concepts that writers disguise; nil where there
// are none. Texts must be segmented with them before hits are looked for.
func Disguises(concepts []pack.Concept) *fold.Disguises {
	var words, beside, ordinary []string
	for i := range concepts {
		for _, lang := range sortedKeys(concepts[i].Disguised) {
			d := concepts[i].Disguised[lang]
			words = append(words, strings.Fields(strings.Join(d.Words, " "))...)
			beside = append(beside, strings.Fields(strings.Join(d.Beside, " "))...)
			ordinary = append(ordinary, strings.Fields(strings.Join(d.Ordinary, " "))...)
		}
	}
	if len(words) == 0 {
		return nil
	}
	slices.Sort(beside)
	return fold.NewDisguises(words, beside, ordinary)
}
