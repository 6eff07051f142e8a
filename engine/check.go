package engine

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"circumspect/engine/learned"
	"circumspect/engine/match"
	"circumspect/engine/pack"
	"circumspect/engine/rule"
	"circumspect/engine/segment"
)

// MaxUnits is how many UTF-16 code units of a text are read; the rest is left out and
// the result says so.
const MaxUnits = 200_000

// maxShared is how many UTF-16 code units of a shared text are read.
const maxShared = 20_000

// Checker judges texts for one user. It is safe for concurrent use.
type Checker struct {
	engine  *Engine
	profile Profile
	pack    *pack.Pack
	overlay *match.Overlay // nil where the user has no words of their own
	// What the pack makes of each rule: on the account that the profile tells of, and on an
	// official one.
	personal, official []choice
	scratch            sync.Pool
}

// scratch is memory that one check after another uses.
type scratch struct {
	text   segment.Text
	hits   match.Hits
	reader learned.Reader
	sums   []int32
	// harmless lists the passages that the model reads as harmless.
	harmless []learned.Passage
}

// Pack gives the pack the checker judges by.
func (c *Checker) Pack() *pack.Pack { return c.pack }

// Check judges a document.
func (c *Checker) Check(d Document) Result {
	found, notes, langs := c.check(d)
	return Result{Findings: settle(found, c.profile.lowered), Notes: notes, Langs: langs}
}

// All gives the findings of every rule that holds for d, also those that Check leaves out
// because a graver one stands in the same place, as grave as the rules say.
func (c *Checker) All(d Document) []Finding {
	found, _, _ := c.check(d)
	return found
}

// Raised lists the rules of all these findings.
func (c *Checker) Raised(d Document) []string {
	found := c.All(d)
	ids := make([]string, 0, len(found))
	for i := range found {
		ids = append(ids, found[i].Rule)
	}
	return ids
}

func (c *Checker) check(d Document) ([]Finding, []Note, []string) {
	s, ok := c.scratch.Get().(*scratch)
	if !ok {
		s = &scratch{}
	}
	defer c.scratch.Put(s)
	whole := join(d)
	text, cut := limit(whole.text, MaxUnits)
	var notes []Note
	if cut {
		notes = append(notes, Note{"cut", strconv.Itoa(MaxUnits)})
	}
	r := reading{surface: d.Surface, handle: d.Handle, lang: d.Lang, chosen: c.choices(d.Handle), text: text, whole: whole}
	found, notes := c.read(s, r, notes)
	if lang, ok := c.unknownLanguage(&s.text, d.Lang); ok {
		notes = append(notes, Note{"language", lang})
	}
	langs := c.languages(&s.text, d.Lang)
	if d.Shared.Text == "" || c.engine.official(d.Shared.Author) {
		return found, notes, langs
	}
	r.on, r.lang = pack.OnShared, ""
	r.text, _ = limit(d.Shared.Text, maxShared)
	r.whole = single(r.text)
	shared, notes := c.read(s, r, notes)
	return append(found, shared...), notes, langs
}

// reading is one of the texts of a document, and by what it is judged.
type reading struct {
	text    string
	whole   joined
	on      pack.On
	surface string
	handle  string   // of the writer
	lang    string   // of the text, where the page says it
	chosen  []choice // by rule
}

// read evaluates the rules on one text.
func (c *Checker) read(s *scratch, r reading, notes []Note) ([]Finding, []Note) {
	c.look(s, &r)
	if r.on == pack.OnShared {
		if !c.counts(s, r.surface) {
			return nil, notes
		}
		notes = c.asOwn(s, r, notes)
	}
	notes = c.noteSkipped(s, r, notes)
	raised, notes := c.evaluate(s, r, func(rule *pack.Rule) bool {
		return rule.On == r.on && rule.AppliesTo(r.surface)
	}, notes)
	var found []Finding
	for _, hit := range raised {
		found = append(found, c.finding(s, r, hit))
	}
	return found, notes
}

// look finds what occurs in a text.
func (c *Checker) look(s *scratch, r *reading) {
	s.text.Disguises = c.engine.disguises
	s.text.Segment(r.text)
	if len(r.whole.starts) == 1 {
		r.whole.units = s.text.Fold.Units
	}
	profile := r.surface == "bio" || r.surface == "name"
	if profile {
		c.engine.matcher.FindInProfile(&s.text, &s.hits)
	} else {
		c.engine.matcher.Find(&s.text, len(r.whole.starts), &s.hits)
	}
	s.hits.ForgetSelf(&s.text, r.handle)
	if c.overlay != nil {
		c.overlay.Find(&s.text, &s.hits)
	}
	if profile && len(r.text) <= 2*maxBioUnits {
		c.engine.readClaims(s, r.text).asHits(&s.hits, c.pack.ID)
	}
	surface := r.surface
	if r.on == pack.OnShared {
		surface = "post"
	}
	c.engine.learn(s, surface, c.pack.ID)
}

// evaluate gives every place where a wanted rule of the user holds.
func (c *Checker) evaluate(s *scratch, r reading, wanted func(*pack.Rule) bool, notes []Note) ([]rule.Raised, []Note) {
	raised, unfinished := c.engine.rules.Evaluate(&s.text, &s.hits, func(i int) bool {
		return r.chosen[i].in && wanted(&c.engine.lib.Rules[i])
	})
	for _, i := range unfinished {
		notes = append(notes, Note{"not-evaluated", c.engine.lib.Rules[i].ID})
	}
	return c.withoutSilenced(r, c.withoutSkipped(s, r, raised), notes)
}

// finding makes what the writer is shown of a rule that holds.
func (c *Checker) finding(s *scratch, r reading, hit rule.Raised) Finding {
	t := &s.text
	rule := &c.engine.lib.Rules[hit.Rule]
	say := c.say(rule)
	span, part := r.whole.locate(units(t, hit.Start, hit.End))
	f := Finding{
		Rule: rule.ID, Category: rule.Category, Severity: c.severity(s, r, hit, r.chosen[hit.Rule].severity), Was: c.was(s, r, hit),
		Span: span, Part: part, Shared: r.on == pack.OnShared, Provisions: r.chosen[hit.Rule].provisions,
		Title: say.Title, Message: say.Message, Advice: say.Advice,
	}
	for _, w := range hit.Weighed {
		if at, in := r.whole.locate(units(t, int(w.Start), int(w.End))); in == part {
			f.Weighed = append(f.Weighed, at)
		}
	}
	if r.on == pack.OnText {
		for _, change := range say.Suggest {
			f.Suggestions = append(f.Suggestions, suggestion(t, r.whole, hit, f, change))
		}
	}
	return f
}

// severity tells how grave a rule that holds is. What others wrote is never grave enough to
// hold the writer up.
func (c *Checker) severity(s *scratch, r reading, hit rule.Raised, severity pack.Severity) pack.Severity {
	rule := &c.engine.lib.Rules[hit.Rule]
	severity = step(severity, hit.Step)
	if rule.On == pack.OnShared {
		return min(severity, pack.Caution)
	}
	return s.softened(severity, rule.Category, hit.Sentence)
}

// was tells how grave a rule that holds would be without the house pack; 0 where it is the same.
func (c *Checker) was(s *scratch, r reading, hit rule.Raised) pack.Severity {
	chosen := r.chosen[hit.Rule]
	if chosen.was == 0 {
		return 0
	}
	if was := c.severity(s, r, hit, chosen.was); was != c.severity(s, r, hit, chosen.severity) {
		return was
	}
	return 0
}

// say gives a rule's words in the user's language, else in English.
func (c *Checker) say(r *pack.Rule) pack.Say {
	if say, ok := r.Say[c.profile.Lang]; ok {
		return say
	}
	return r.Say["en"]
}

// step moves a severity, which stays among the three there are.
func step(s pack.Severity, by int) pack.Severity {
	return pack.Severity(min(max(int(s)+by, int(pack.Hint)), int(pack.Warning)))
}

// minWordsToGuess is how many words a text must have before we say that we do not
// know its language.
const minWordsToGuess = 15

// unknownLanguage tells whether the text is in a language that no concept has terms in.
func (c *Checker) unknownLanguage(t *segment.Text, given string) (string, bool) {
	lang := given
	if lang == "" {
		lang = t.Lang
	}
	switch {
	case lang != "":
		return lang, !c.engine.langs[lang] && !c.profile.skips(lang)
	case len(t.Words) >= minWordsToGuess:
		return "und", true
	}
	return "", false
}

// languages lists the languages of the sentences of t that there are rules in.
func (c *Checker) languages(t *segment.Text, given string) (langs []string) {
	if given != "" && c.reads(given) {
		return []string{given}
	}
	for i := range t.Sentences {
		if lang := t.Sentences[i].Lang; c.reads(lang) && !slices.Contains(langs, lang) {
			langs = append(langs, lang)
		}
	}
	return langs
}

// limit cuts text after so many UTF-16 code units.
func limit(text string, units int) (string, bool) {
	if len(text) <= units {
		return text, false
	}
	n := 0
	for i, r := range text {
		if n += unitsOf(r); n > units {
			return text[:i], true
		}
	}
	return text, false
}

// joined is the posts of a thread as one text.
type joined struct {
	text   string
	starts []int // UTF-16 code units at which each post begins
	units  int   // in all
}

const partBreak = "\n\n"

// join puts the posts of a thread behind one another.
func join(d Document) joined {
	if len(d.Parts) == 0 {
		return single(d.Text)
	}
	j := joined{text: strings.Join(d.Parts, partBreak)}
	for _, p := range d.Parts {
		j.starts = append(j.starts, j.units)
		j.units += textUnits(p) + len(partBreak)
	}
	j.units -= len(partBreak)
	return j
}

// single is one post; how long it is, segmenting tells.
func single(text string) joined { return joined{text: text, starts: []int{0}} }

// locate gives the post that a span of the joined text begins in, and the span there.
func (j joined) locate(s Span) (Span, int) {
	part := len(j.starts) - 1
	for part > 0 && j.starts[part] > s.Start {
		part--
	}
	at := j.starts[part]
	return Span{s.Start - at, min(s.End, j.end(part)) - at}, part
}

// end gives where a post ends in the joined text.
func (j joined) end(part int) int {
	if part+1 < len(j.starts) {
		return j.starts[part+1] - len(partBreak)
	}
	return j.units
}
