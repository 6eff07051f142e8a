package pack

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// Bounds of a house pack, those of the settings that its words take the place of.
const (
	MaxApps    = 20  // messengers of a kind
	MaxWatched = 200 // words that must not slip out
	MaxWord    = 80  // bytes of such a word
)

// MaxVersion is the highest version that an envelope can carry. Twin of trust.MaxVersion.
const MaxVersion = 1<<31 - 1

// CheckHouse gives everything that is wrong with a house pack beside the library that it
// extends, told of its own files. Like Check it does not look into terms.
func CheckHouse(lib *Library, h *House) []Problem {
	c := &houseChecker{checker: newChecker(lib.With(h)), builtIn: newChecker(lib), h: h}
	c.house = true
	c.place = HousePlace("pack.yaml")
	c.identity()
	c.news()
	c.apps()
	extended := c.packs[h.Extends]
	if extended != nil {
		c.pack(*extended)
		c.changes()
	}
	c.watched(h.Watch)
	for i := range h.Concepts {
		c.concept(&h.Concepts[i])
	}
	for i := range h.Provisions {
		c.provision(&h.Provisions[i])
	}
	if extended != nil { // else nobody can say whom the rules answer
		c.rules()
	}
	return h.Own(c.problems)
}

// Own keeps the problems of the library as a house pack changes it that are the pack's
// own, and tells them of its files.
func (h *House) Own(problems []Problem) []Problem {
	places := map[string]string{ProvisionsPlace(h.Extends): HousePlace("provisions.yaml")}
	for i := range h.Concepts {
		places[ConceptPlace(h.Concepts[i].ID)] = HousePlace("concepts/" + h.Concepts[i].ID + ".yaml")
	}
	for i := range h.Rules {
		places[RulePlace(h.Rules[i].ID)] = HousePlace(h.Rules[i].ID + ".yaml")
	}
	var own []Problem
	for _, problem := range problems {
		if place := places[problem.Place]; place != "" {
			problem.Place = place
		}
		if strings.HasPrefix(problem.Place, HousePlace("")) {
			own = append(own, problem)
		}
	}
	return own
}

// houseChecker checks the parts of a house pack within the library that it changes.
type houseChecker struct {
	*checker
	builtIn *checker // knows the names that are taken
	h       *House
}

// identity checks what a house pack says of itself.
func (c *houseChecker) identity() {
	if c.builtIn.packs[c.h.ID] != nil || !isName(c.h.ID) {
		c.add("id", strconv.Quote(c.h.ID), "a name of its own of small letters, digits and hyphens")
	}
	c.filled("name", c.h.Name)
	c.oneOf("extends", c.h.Extends, keys(c.packs))
	if c.h.Version < 1 || c.h.Version > MaxVersion {
		c.add("version", strconv.Itoa(c.h.Version), "1 to "+strconv.Itoa(MaxVersion))
	}
	if !slices.Contains(c.h.Languages, "en") {
		c.add("languages", "no en", "English and any others")
	}
	for _, lang := range c.h.Languages {
		c.oneOf("languages", lang, Languages())
	}
	c.distinct("languages", c.h.Languages)
}

// news wants words for versions that there have been.
func (c *houseChecker) news() {
	told := map[int]bool{}
	for i, n := range c.h.News {
		field := "news[" + strconv.Itoa(i) + "]"
		if newest := max(c.h.Version, 1); n.Version < 1 || n.Version > newest && c.h.Version > 0 {
			c.add(field+".version", strconv.Itoa(n.Version), "1 to "+strconv.Itoa(newest)+", the version of the pack")
		}
		if told[n.Version] {
			c.add(field+".version", strconv.Itoa(n.Version), "each only once")
		}
		told[n.Version] = true
		c.wording(field+".says", n.Says, "what is new in English")
	}
}

// apps wants every messenger in one list only.
func (c *houseChecker) apps() {
	var all []string
	for _, list := range []struct {
		field string
		names []string
	}{{"apps.recommended", c.h.Apps.Recommended}, {"apps.discouraged", c.h.Apps.Discouraged}, {"apps.banned", c.h.Apps.Banned}} {
		if len(list.names) > MaxApps {
			c.add(list.field, strconv.Itoa(len(list.names)), "at most "+strconv.Itoa(MaxApps)+" messengers")
		}
		for i, name := range list.names {
			c.word(list.field+"["+strconv.Itoa(i)+"]", name)
			all = append(all, strings.ToLower(name))
		}
	}
	c.distinct("apps", all)
}

// word wants a text that is not too long to look for.
func (c *checker) word(field, text string) {
	c.filled(field, text)
	if len(text) > MaxWord {
		c.add(field, strconv.Itoa(len(text))+" bytes", "at most "+strconv.Itoa(MaxWord))
	}
}

// pack checks what a house pack adds to the pack that it extends, given as changed by it.
func (c *houseChecker) pack(changed Pack) {
	c.sources()
	changed.Official, changed.Media, changed.Checkup = c.h.Official, c.h.Media, c.h.Checkup
	if len(c.h.Contacts) == 0 {
		changed.Contacts = nil
	}
	c.offers(&changed)
	for i, item := range c.h.Checkup {
		if slices.ContainsFunc(c.builtIn.packs[c.h.Extends].Checkup, func(other CheckupItem) bool { return other.ID == item.ID }) {
			c.add("checkup["+strconv.Itoa(i)+"].id", strconv.Quote(item.ID), "an id of its own (this one is taken)")
		}
	}
}

// sources wants ids that no other document has.
func (c *houseChecker) sources() {
	var taken []string
	for i := range c.builtIn.lib.Packs {
		for _, source := range c.builtIn.lib.Packs[i].Sources {
			taken = append(taken, source.ID)
		}
	}
	for _, source := range c.h.Sources {
		c.source("sources["+source.ID+"]", source)
		if slices.Contains(taken, source.ID) {
			c.add("sources["+source.ID+"].id", strconv.Quote(source.ID), "an id of its own (this one is taken)")
		}
		taken = append(taken, source.ID)
	}
}

// changes checks which rules of the built-in pack are silenced or changed, and how.
func (c *houseChecker) changes() {
	builtIn := c.builtIn.packs[c.h.Extends]
	c.distinct("without", c.h.Without)
	for _, id := range c.h.Without {
		c.changeable("without", id, builtIn)
	}
	for _, id := range keys(c.h.Severity) {
		field := "severity[" + id + "]"
		if !c.changeable(field, id, builtIn) {
			continue
		}
		if slices.Contains(c.h.Without, id) {
			c.add(field, strconv.Quote(id), "it here or in without, not both")
		}
		c.changed(field, c.builtIn.rules[id], c.h.Severity[id], builtIn)
	}
}

// changeable tells whether an id is that of a rule of the built-in pack, as it should be.
func (c *houseChecker) changeable(field, id string, builtIn *Pack) bool {
	if !known(c.checker, field, id, "built-in rule", c.builtIn.rules) {
		return false
	}
	if !slices.Contains(c.builtIn.rules[id].Packs(c.builtIn.lib), builtIn.ID) {
		c.add(field, strconv.Quote(id), "a rule of "+builtIn.ID)
		return false
	}
	return true
}

// changed wants a severity that the rule does not have yet, and may have.
func (c *houseChecker) changed(field string, r *Rule, to Severity, builtIn *Pack) {
	switch {
	case to < Hint || to > Warning:
		c.add(field, to.String(), "hint, caution or warning")
	case to == builtIn.SeverityOf(r):
		c.add(field, to.String(), "another severity than "+builtIn.ID+" gives the rule")
	case to > most(r):
		c.add(field, to.String(), "hint or caution (the rule is never surer)")
	}
}

// CheckWatched gives what is wrong with words to watch for that stand in a file of their own.
func CheckWatched(words []Watched) []Problem {
	c := &checker{}
	c.watched(words)
	return c.problems
}

// watched wants each word once, and days that exist.
func (c *checker) watched(words []Watched) {
	c.place = HousePlace("watch.yaml")
	if len(words) > MaxWatched {
		c.add("file", strconv.Itoa(len(words))+" words", "at most "+strconv.Itoa(MaxWatched))
	}
	seen := map[string]bool{}
	for i, watched := range words {
		field := "[" + strconv.Itoa(i) + "]"
		c.word(field+".word", watched.Word)
		if seen[watched.Word] {
			c.add(field+".word", strconv.Quote(watched.Word), "each only once")
		}
		seen[watched.Word] = true
		if _, err := time.Parse(time.DateOnly, watched.Until); err != nil && watched.Until != "" {
			c.add(field+".until", strconv.Quote(watched.Until), "a day, YYYY-MM-DD")
		}
	}
}

// provision wants a document of the pack's own behind it.
func (c *houseChecker) provision(p *Provision) {
	c.place = HousePlace("provisions.yaml")
	field := "[" + p.ID + "]"
	if !slices.ContainsFunc(c.h.Sources, func(s Source) bool { return strings.HasPrefix(p.ID, s.ID+"-") }) {
		c.add(field+".id", strconv.Quote(p.ID), "the id of a source of pack.yaml, a hyphen and a number")
	}
	c.described(field, p)
}
