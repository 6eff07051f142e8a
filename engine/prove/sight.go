package prove

import (
	"strings"

	"circumspect/engine"
	"circumspect/engine/fold"
	"circumspect/engine/match"
	"circumspect/engine/pack"
	"circumspect/engine/segment"
)

// sight finds which concepts occur in a text, to explain why a rule did or did not hold.
type sight struct {
	matcher   *match.Matcher
	disguises *fold.Disguises
	numbers   map[string]match.Concept
}

// newSight builds a matcher of its own, since the engine keeps its hits to itself.
func newSight(lib *pack.Library) *sight {
	var official match.Official
	for i := range lib.Packs {
		official.Domains = append(official.Domains, lib.Packs[i].Official.Domains...)
		official.Handles = append(official.Handles, lib.Packs[i].Official.Handles...)
	}
	matcher, err := match.New(lib.Concepts, official)
	if err != nil {
		return &sight{} // the engine has reported it already
	}
	return &sight{matcher, match.Disguises(lib.Concepts), match.Numbers(lib.Concepts)}
}

// concepts gives the folded words of every concept that occurs in a document.
func (s *sight) concepts(document engine.Document) map[string][]string {
	seen := map[string][]string{}
	if s.matcher == nil {
		return seen
	}
	parts := max(len(document.Parts), 1)
	for _, text := range []string{document.Text + strings.Join(document.Parts, "\n\n"), document.Shared.Text} {
		segmented := segment.Text{Disguises: s.disguises}
		var hits match.Hits
		segmented.Segment(text)
		s.matcher.Find(&segmented, parts, &hits)
		for id, number := range s.numbers {
			for _, hit := range hits.Of[number] {
				seen[id] = append(seen[id], string(segmented.Fold.Bytes[hit.Start:hit.End]))
			}
		}
	}
	return seen
}
