package engine

import (
	"cmp"
	"slices"

	"circumspect/engine/match"
	"circumspect/engine/pack"
	"circumspect/engine/segment"
)

// claims are read in what a profile says. They are recognised by small classes of words that
// stand close together (concepts bio-…), and by whole phrases.
type claims struct {
	text   *segment.Text
	clause []int
	hit    map[string]wordHits // by concept, of pack.BioConcepts
}

// readClaims prepares the reading of a text in which the matcher has looked for hits; raw is
// the text as written.
func (e *Engine) readClaims(s *scratch, raw string) *claims {
	c := &claims{text: &s.text, clause: clauses(&s.text), hit: map[string]wordHits{}}
	for id, number := range e.bio {
		c.hit[id] = s.hits.Of[number]
	}
	for _, w := range unequals(&s.text, raw) {
		sign := match.Hit{Word: int32(w), EndWord: int32(w)}
		for _, id := range []string{"bio-not", "bio-denies"} {
			c.hit[id] = append(slices.Clip(c.hit[id]), sign)
		}
	}
	return c
}

// unequals gives the words behind signs such as ≠, which folding makes an equals sign.
func unequals(t *segment.Text, raw string) []int {
	var list []int
	at, before := 0, rune(0)
	for _, r := range raw {
		if r == '≠' || r == '=' && (before == '!' || before == '/') {
			list = append(list, wordAfter(t, at))
		}
		at, before = at+unitsOf(r), r
	}
	return list
}

// wordAfter gives the first word behind a UTF-16 code unit of the text as written.
func wordAfter(t *segment.Text, unit int) int {
	w := slices.IndexFunc(t.Words, func(w segment.Word) bool { return int(t.Fold.Starts[w.Start]) > unit })
	if w < 0 {
		return len(t.Words)
	}
	return w
}

// mark is a range of words that says something. A sign alone covers none.
type mark struct{ first, end int }

// complete tells whether a word such as "own" can end before the word w: behind it nothing
// stands that it could belong to.
func (c *claims) complete(w int) bool {
	return c.ends(w) || c.hit["bio-goes-on"].starts(w) > 0 || c.hit["bio-what"].starts(w) > 0 && !c.hit["bio-not-views"].covers(w) || c.hit["endorsement-disclaimer"].starts(w) > 0
}

// ends tells whether a clause or a part of it ends before the word w.
func (c *claims) ends(w int) bool {
	return w >= len(c.clause) || w > 0 && (c.clause[w] != c.clause[w-1] || pause(c.text, w))
}

// denied tells whether a no stands within so many words before the word w, with no
// punctuation between.
func (c *claims) denied(w, within int) bool {
	for _, hit := range c.hit["bio-not"] {
		no := wordsOf(hit)
		if no.first == no.end || no.end > w || w-no.end >= within {
			continue
		}
		joined := true
		for i := no.end; i <= w && i < len(c.clause); i++ {
			joined = joined && !c.ends(i)
		}
		if joined {
			return true
		}
	}
	return false
}

// marks gives the words of all hits of these concepts.
func (c *claims) marks(ids ...string) []mark {
	var list []mark
	for _, id := range ids {
		list = append(list, marksOf(c.hit[id])...)
	}
	return list
}

// wide is how much longer distances are where every character is a word.
func (c *claims) wide(w int) int {
	if word := c.text.Words[w]; c.text.Fold.Bytes[word.Start] >= 0xE3 {
		return 2
	}
	return 1
}

func (c *claims) sameClause(v, w int) bool { return c.clause[v] == c.clause[w] }

func wordsOf(hit match.Hit) mark { return mark{int(hit.Word), int(hit.EndWord)} }

func marksOf(hits wordHits) []mark {
	list := make([]mark, 0, len(hits))
	for _, hit := range hits {
		list = append(list, wordsOf(hit))
	}
	return list
}

// span gives the bytes of folded text that a mark covers.
func (c *claims) span(m mark) (start, end int) {
	return int(c.text.Words[m.first].Start), int(c.text.Words[m.end-1].End)
}

// disclaimers gives where the text says that views are the writer's own, and where that they are
// not the organisation's. Clauses that only look like it count where nothing clearer is said,
// not even that sharing is no endorsement.
func (c *claims) disclaimers() (ours, theirs []mark) {
	ours, theirs = c.own(), c.notHouse()
	if len(ours)+len(theirs)+len(c.endorsement()) == 0 {
		ours = c.loose()
	}
	return ours, theirs
}

// asHits records what a profile claims as hits of built-in concepts, for rules to read.
func (c *claims) asHits(h *match.Hits, org string) {
	ours, theirs := c.disclaimers()
	for i, marks := range [][]mark{c.employers(org), ours, theirs, c.official()} {
		slices.SortFunc(marks, func(a, b mark) int { return cmp.Or(a.first-b.first, a.end-b.end) })
		for _, m := range marks {
			if start, end := c.span(m); start < end {
				h.Add(c.text, match.Claimed(i), start, end)
			}
		}
	}
}

// bioNumbers gives the numbers of the concepts that profiles are read by.
func bioNumbers(lib *pack.Library) map[string]match.Concept {
	all, numbers := match.Numbers(lib.Concepts), map[string]match.Concept{}
	for _, id := range pack.BioConcepts() {
		if number, ok := all[id]; ok {
			numbers[id] = number
		}
	}
	return numbers
}
