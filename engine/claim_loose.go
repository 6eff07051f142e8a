package engine

import (
	"bytes"
	"slices"
)

// The claims of claim_own.go and claim_not_house.go want their words in a certain order. People
// find ever new ways to say the same; what these have in common is that nearly every word has to
// do with the person, the profile or the house. Such a clause is taken for a disclaimer in short,
// never in full: nothing is built on it that would be called fine where more is asked.

// A kind is a class of words, as a bit.
type kind uint16

const (
	told    kind = 1 << iota // what is told, and the telling
	mine                     // the person, and nobody else
	away                     // away from the office: enough by itself
	no                       // says no
	power                    // who is in charge where one works
	verdict                  // what they could do to words
	stands                   // to speak or answer for somebody
	light                    // says nothing of its own
	aside                    // takes the rest back
)

// kinds lists the concepts whose words are of a kind.
var kinds = [...]struct {
	kind     kind
	concepts []string
}{
	{told, []string{"bio-what", "bio-told"}},
	{mine, []string{"bio-whose", "bio-me"}},
	{away, []string{"bio-apart"}},
	{no, []string{"bio-not", "bio-denies"}},
	{power, []string{"bio-power", "bio-house", "bio-employer", "employer-ec", "employer-osce", "employer-un"}},
	{verdict, []string{"bio-verdict", "bio-stands-for", "bio-agrees"}},
	{stands, []string{"bio-stands-for"}},
	{light, []string{"bio-light", "bio-is", "bio-my"}},
	{aside, []string{"bio-aside", "bio-not-views"}},
}

// A run is words between two pauses or more. maxParts is how many parts of a clause one may have,
// and strangeOf how many words that are of no kind, by its length.
const (
	maxParts   = 4
	strangeOf  = 5 // one of so many
	maxStrange = 3
)

// loose gives the clauses, or the parts of them, that say little else than whose words these are.
func (c *claims) loose() []mark {
	of := c.kindsOf()
	var list []mark
	var starts []int // of the parts of this clause
	for w := 0; w <= len(of); w++ {
		if w > 0 && !c.ends(w) {
			continue
		}
		for _, first := range starts[max(0, len(starts)-maxParts):] {
			if run := of[first:w]; disclaims(run) || !c.announces(w) && apartFromWork(run) {
				list = append(list, mark{first, w})
			}
		}
		if w == len(of) || w > 0 && !c.sameClause(w-1, w) {
			starts = nil
		}
		starts = append(starts, w)
	}
	return list
}

// kindsOf gives the kinds of every word.
func (c *claims) kindsOf() []kind {
	of := make([]kind, len(c.clause))
	for w, word := range c.text.Words {
		if word.End-word.Start == 1 { // "a"
			of[w] = light
		}
	}
	for _, k := range kinds {
		for _, at := range c.marks(k.concepts...) {
			for w := at.first; w < at.end; w++ {
				of[w] |= k.kind
			}
		}
	}
	return of
}

// announces tells whether the word w answers what stands before: "off duty: guitar".
func (c *claims) announces(w int) bool {
	return w < len(c.clause) && bytes.ContainsAny(betweenWords(c.text, w), ":?")
}

// disclaims tells whether a run of words says little else than whose they are.
func disclaims(run []kind) bool {
	return strangers(run) <= min(maxStrange, 1+len(run)/strangeOf) && union(run)&aside == 0 && (owned(run) || refused(run))
}

// apartFromWork finds "out of uniform on this site".
func apartFromWork(run []kind) bool {
	has, strange := union(run), strangers(run)
	if slices.ContainsFunc(run, func(k kind) bool { return k&no != 0 && k&(away|told) == 0 }) {
		return false
	}
	return has&away != 0 && has&aside == 0 && (strange == 0 || strange == 1 && has&told != 0)
}

// strangers counts the words that are of no kind.
func strangers(run []kind) int {
	n := 0
	for _, k := range run {
		if k == 0 {
			n++
		}
	}
	return n
}

// owned finds "foolishness … my own" in either order, with no no before, and not "my own
// garden".
func owned(run []kind) bool {
	for i, k := range run {
		if k&no != 0 {
			return false
		}
		if k&mine == 0 || ofAnother(run[i:]) {
			continue
		}
		if saidBy(run[:i]) || saidBy(run[i+1:]) {
			return true
		}
	}
	return false
}

// ofAnother tells whether the first word behind "my own" is of no kind.
func ofAnother(run []kind) bool {
	end := slices.IndexFunc(run, func(k kind) bool { return k&mine == 0 })
	return end > 0 && run[end] == 0
}

// saidBy tells whether a word is told, and does not also say whose it is.
func saidBy(words []kind) bool {
	return slices.ContainsFunc(words, func(k kind) bool { return k&(told|stands) != 0 && k&mine == 0 })
}

// refused finds "no institution was consulted", "nobody pays me to tweet", "the house pays my
// rent, not my opinions", "statistics are official, opinions are not".
func refused(run []kind) bool {
	for i, k := range run {
		if k&no == 0 {
			continue
		}
		before, after := union(run[:i]), union(run[i+1:])
		said, judged := saidToThem(run), after&verdict != 0
		switch {
		case after&power != 0 && (said || after&stands != 0), said && judged:
			return true
		case after&power != 0 && judged && strangers(run) == 0:
			return true
		case before&power != 0 && i+1 < len(run) && run[i+1]&told != 0 && run[i+1]&power == 0:
			return true
		case before&power != 0 && said && (after&told != 0 && before&verdict != 0 || after&^light == 0):
			return true
		}
	}
	return false
}

// saidToThem tells whether a word is told, and not only what others could do to one.
func saidToThem(run []kind) bool {
	return slices.ContainsFunc(run, func(k kind) bool { return k&told != 0 && k&verdict == 0 })
}

// union gives all kinds of some words.
func union(run []kind) kind {
	var all kind
	for _, k := range run {
		all |= k
	}
	return all
}
