package engine

import (
	"bytes"
	"slices"
)

// How far apart, in words, the parts of a claim may stand. Scripts without blanks count
// every character as a word.
const (
	ownWithin     = 6 // "opinions" … "my own"
	denyingWithin = 3 // "not" before words that it takes back
)

// own gives where the text says that views are the writer's own, or that the writer answers
// for them.
func (c *claims) own() []mark {
	var list []mark
	for _, hit := range c.hit["bio-whose"] {
		if at, ok := c.whose(wordsOf(hit)); ok {
			list = append(list, at)
		}
	}
	for _, hit := range c.hit["bio-my"] {
		if at, ok := c.mine(wordsOf(hit)); ok {
			list = append(list, at)
		}
	}
	for _, id := range []string{"disclaimer-own", "responsible"} {
		for _, hit := range c.hit[id] {
			if at := wordsOf(hit); !c.denied(at.first, denyingWithin) && !c.ofOthers(at) {
				list = append(list, at)
			}
		}
	}
	return list
}

// whose finds what a word such as "own" says of views before or behind it.
func (c *claims) whose(own mark) (mark, bool) {
	if c.ofOthers(own) {
		return mark{}, false
	}
	if end := c.viewAt(c.skipWhose(own.end)); end > 0 && c.sameClause(own.first, end-1) {
		return mark{own.first, end}, !c.denied(own.first, denyingWithin)
	}
	if !c.complete(own.end) {
		return mark{}, false
	}
	for _, view := range slices.Backward(c.hit["bio-what"]) {
		at := wordsOf(view)
		if at.end > own.first || !c.sameClause(at.first, own.first) {
			continue
		}
		if own.first-at.end > ownWithin*c.wide(own.first) {
			break
		}
		if c.hit["bio-not-views"].covers(at.first) || !c.says(at.end, own.first) {
			continue
		}
		return mark{at.first, own.end}, true
	}
	return mark{}, false
}

// says tells whether the words between views and "own" join them: not "posts about my own …",
// not "views not my own".
func (c *claims) says(first, end int) bool {
	if c.hit["bio-not"].within(first, end) {
		return false
	}
	if end > first && c.hit["bio-preposition"].covers(end-1) {
		return false
	}
	return !c.hit["bio-preposition"].covers(first) || c.hit["bio-is"].within(first, end)
}

// mine finds "my opinions" where nothing else is said, and "posts reflect my views".
func (c *claims) mine(my mark) (mark, bool) {
	end := c.hit["bio-opinion"].starts(my.end)
	if end == 0 || c.viewAt(my.end) == 0 || !c.ends(end) && c.hit["bio-alone"].starts(end) == 0 {
		return mark{}, false
	}
	if end < len(c.clause) && bytes.IndexByte(betweenWords(c.text, end), ':') >= 0 || c.denied(my.first, denyingWithin) {
		return mark{}, false
	}
	return mark{my.first, end}, c.begins(my.first) || c.viewBefore(my.first)
}

// begins tells whether nothing but words such as "these are only" stands before the word w.
func (c *claims) begins(w int) bool {
	for w--; w >= 0 && c.sameClause(w, w+1) && !pause(c.text, w+1); w-- {
		if !c.hit["bio-is"].covers(w) && !c.hit["bio-goes-on"].covers(w) && !c.hit["bio-what"].covers(w) {
			return false
		}
	}
	return true
}

// viewBefore tells whether a word for views stands before the word w and is joined to it.
func (c *claims) viewBefore(w int) bool {
	for v := w - 1; v >= max(0, w-ownWithin) && c.sameClause(v, w); v-- {
		if c.hit["bio-what"].covers(v) {
			return c.says(v+1, w)
		}
	}
	return false
}

// skipWhose passes over further words such as "personal" in "my own personal views".
func (c *claims) skipWhose(w int) int {
	for {
		end := c.hit["bio-whose"].starts(w)
		if end == 0 || w > 0 && !c.sameClause(w-1, w) {
			return w
		}
		w = end
	}
}

// viewAt gives the end of the word for views at w, which belongs to the word before; or 0.
func (c *claims) viewAt(w int) int {
	if w >= len(c.clause) || c.ends(w) || c.hit["bio-not-views"].covers(w) || c.hit["bio-not-views"].covers(w-1) {
		return 0
	}
	return c.hit["bio-what"].starts(w)
}

// ofOthers tells whether others are meant, as in "your own opinions".
func (c *claims) ofOthers(at mark) bool {
	return at.first > 0 && c.sameClause(at.first-1, at.first) && c.hit["bio-others"].covers(at.first-1)
}
