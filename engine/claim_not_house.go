package engine

// How far apart, in words, the parts may stand.
const (
	standsWithin = 4 // "not" … "represent"
	houseWithin  = 8 // "represent" … "employer"
	strangeWords = 2 // among them that mean nothing to us
)

// notHouse gives where the text says that views are not those of whoever one works for.
func (c *claims) notHouse() []mark {
	var list []mark
	for _, hit := range c.hit["disclaimer-not-employer"] {
		list = append(list, wordsOf(hit))
	}
	for _, no := range c.hit["bio-denies"] {
		for _, house := range c.marks("bio-employer", "employer-ec", "employer-osce", "employer-un") {
			if no := wordsOf(no); c.notOf(no, house) {
				list = append(list, mark{no.first, house.end})
			}
		}
	}
	for _, no := range c.hit["bio-not"] {
		if at, ok := c.notFor(wordsOf(no)); ok {
			list = append(list, at)
		}
	}
	return list
}

// notOf tells whether a no takes views from the house: "not my employer's", "and not those of
// the Commission"; but not "not a UN official".
func (c *claims) notOf(no, house mark) bool {
	if house.first < no.end || house.first-no.end > houseWithin || !c.sameClause(no.first, house.first) {
		return false
	}
	for w := no.end; w < house.first; w++ {
		plain := c.hit["bio-filler"].covers(w) && !c.hit["bio-preposition"].covers(w)
		if !plain && !c.hit["bio-what"].covers(w) && !c.hit["bio-stands-for"].covers(w) {
			return false
		}
	}
	return c.complete(house.end) || c.hit["bio-stands-for"].starts(house.end) > 0
}

// notFor finds a no beside a verb and the house: "do not reflect those of …", "my employer does
// not share …".
func (c *claims) notFor(no mark) (mark, bool) {
	verb, shares := c.follows(no, "bio-stands-for"), c.follows(no, "bio-agrees", "bio-stands-for")
	if shares.end == 0 {
		return mark{}, false
	}
	for _, house := range c.marks("bio-house", "employer-ec", "employer-osce", "employer-un") {
		if house.end <= no.first && no.first-house.end < standsWithin && c.sameClause(house.first, no.first) {
			return mark{house.first, shares.end}, true
		}
		if verb.end > 0 && c.bears(verb, house) {
			return mark{no.first, max(verb.end, house.end)}, true
		}
	}
	return mark{}, false
}

// follows gives the first word of these concepts close behind a no.
func (c *claims) follows(no mark, ids ...string) mark {
	for _, at := range c.marks(ids...) {
		if at.first >= no.end && at.first-no.end <= standsWithin && c.sameClause(no.first, at.first) {
			return at
		}
	}
	return mark{}
}

// bears tells whether a house stands close behind a verb.
func (c *claims) bears(verb, house mark) bool {
	if house.end < verb.end || house.first-verb.end > houseWithin*c.wide(house.first) || !c.sameClause(verb.first, house.first) {
		return false
	}
	strange := 0
	for w := verb.end; w < house.first; w++ {
		if !c.joins(w) {
			strange++
		}
	}
	return strange <= strangeWords*c.wide(house.first)
}

// joins tells whether a word may stand between a no and whoever one works for.
func (c *claims) joins(w int) bool {
	for _, id := range []string{"bio-filler", "bio-what", "bio-stands-for", "bio-house"} {
		if c.hit[id].covers(w) {
			return true
		}
	}
	return c.text.Words[w].End-c.text.Words[w].Start == 1 // "a"
}
