package pack

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// pack checks what an organisation says of itself and its exceptions.
func (c *checker) pack(p *Pack) {
	c.place = PackPlace(p.ID)
	if !isName(p.ID) {
		c.add("id", strconv.Quote(p.ID), "a file name of small letters, digits and hyphens")
	}
	c.filled("name", p.Name)
	c.filled("version", p.Version)
	if len(p.Sources) == 0 {
		c.add("sources", "nothing", "at least one document")
	}
	for _, source := range p.Sources {
		c.source("sources["+source.ID+"]", source)
	}
	for i, credit := range p.Credits {
		field := "credits[" + strconv.Itoa(i) + "]"
		c.filled(field+".what", credit.What)
		c.filled(field+".from", credit.From)
		c.filled(field+".licence", credit.Licence)
	}
	c.offers(p)
	if p.Disclaimer != ShortIsEnough {
		c.oneOf("disclaimer", p.Disclaimer, []string{"short", FullOnly})
	}
	if p.Likes != LikesAll {
		c.oneOf("likes", p.Likes, []string{"all", LikesOwnField})
	}
	for _, id := range p.Without {
		c.member("without", id, p)
	}
	for _, id := range keys(p.Severity) {
		c.member("severity["+id+"]", id, p)
	}
}

// offers checks what an organisation gives its staff, built in or by a house pack.
func (c *checker) offers(p *Pack) {
	for i, contact := range p.Contacts {
		c.filled("contacts["+strconv.Itoa(i)+"].role", contact.Role)
	}
	for _, lang := range keys(p.Disclaimers) {
		c.oneOf("disclaimers."+lang, lang, Languages())
		c.filled("disclaimers."+lang, p.Disclaimers[lang])
	}
	for _, lang := range keys(p.ShortDisclaimers) {
		c.shortDisclaimer("short-disclaimers."+lang, lang, p)
	}
	c.official(p.Official)
	for i, question := range p.Media {
		c.question("media["+strconv.Itoa(i)+"]", question, p)
	}
	c.checkup(p)
}

// shortDisclaimer wants a text that is shorter than the one it stands in for.
func (c *checker) shortDisclaimer(field, lang string, p *Pack) {
	c.oneOf(field, lang, Languages())
	c.filled(field, p.ShortDisclaimers[lang])
	long, ok := p.Disclaimers[lang]
	if !ok {
		c.add(field, "no disclaimer in full", "one in disclaimers."+lang)
	} else if short := utf8.RuneCountInString(p.ShortDisclaimers[lang]); short >= utf8.RuneCountInString(long) {
		c.add(field, strconv.Itoa(short)+" characters", "fewer than disclaimers."+lang+" has")
	}
}

// question wants words, and provisions that the organisation has.
func (c *checker) question(field string, q Question, p *Pack) {
	c.wording(field+".ask", q.Ask, "the question in English")
	c.own(field+".provisions", q.Provisions, p)
}

// source wants a document that a reader can find.
func (c *checker) source(field string, source Source) {
	c.filled(field+".id", source.ID)
	c.filled(field+".title", source.Title)
	if !isDate(source.Date) {
		c.add(field+".date", strconv.Quote(source.Date), "YYYY-MM-DD or YYYY-MM")
	}
}

// isDate tells whether a text is a day or a month that exists.
func isDate(text string) bool {
	_, day := time.Parse("2006-01-02", text)
	_, month := time.Parse("2006-01", text)
	return day == nil || month == nil
}

// official wants hosts and handles as the matcher compares them, or they never match.
func (c *checker) official(official Official) {
	for _, domain := range official.Domains {
		if domain != strings.ToLower(domain) || !strings.Contains(domain, ".") || strings.ContainsAny(domain, "/:@* ") {
			c.add("official.domains", strconv.Quote(domain), "a host in small letters, like europa.eu")
		}
	}
	for _, handle := range official.Handles {
		if handle == "" || strings.ContainsAny(handle, "@/ ") {
			c.add("official.handles", strconv.Quote(handle), "a handle without @")
		}
	}
	c.distinct("official.domains", official.Domains)
	c.distinct("official.handles", official.Handles)
}

// member wants an exception to name a rule that the pack would have.
func (c *checker) member(field, id string, p *Pack) {
	if !known(c, field, id, "rule", c.rules) {
		return
	}
	if orgs := c.orgs(c.rules[id]); len(orgs) > 0 && !slices.Contains(orgs, p.ID) {
		c.add(field, strconv.Quote(id), "a rule that cites a provision of "+p.ID)
	}
}

// orgs lists the packs whose provisions a rule cites.
func (c *checker) orgs(rule *Rule) []string {
	var orgs []string
	for _, id := range rule.Provisions {
		if p := c.provisions[id]; p != nil && !slices.Contains(orgs, p.Org) {
			orgs = append(orgs, p.Org)
		}
	}
	return orgs
}

// provision wants a known document behind it and an answer, be it a reason for none.
func (c *checker) provision(p *Provision) {
	c.place = ProvisionsPlace(p.Org)
	field := "[" + p.ID + "]"
	owner := c.packs[p.Org]
	if known(c, field+".id", p.Org, "pack", c.packs) && len(owner.Sources) > 0 && !slices.ContainsFunc(owner.Sources, func(s Source) bool { return strings.HasPrefix(p.ID, s.ID+"-") }) {
		c.add(field+".id", strconv.Quote(p.ID), "the id of a source of "+p.Org+", a hyphen and a number")
	}
	c.described(field, p)
	if len(p.Answers) == 0 && !c.lookedAt(p.ID) {
		c.add(field+".answers", "nothing", "what answers it, or the reason why nothing does")
	}
	for i, answer := range p.Answers {
		c.answer(field+".answers["+strconv.Itoa(i)+"]", answer, p.ID)
	}
}

// described wants a provision to say where it stands and what it asks.
func (c *checker) described(field string, p *Provision) {
	c.filled(field+".document", p.Document)
	c.filled(field+".place", p.Place)
	c.filled(field+".says", p.Says)
}

// answer wants a rule that is said to answer a provision to cite it.
func (c *checker) answer(field string, answer Answer, provision string) {
	c.oneOf(field+".kind", answer.Kind, AnswerKinds())
	c.filled(field+".what", answer.What)
	if answer.Kind != "rule" || answer.Planned {
		return
	}
	rule := c.rules[answer.What]
	if known(c, field+".what", answer.What, "rule", c.rules) && len(rule.Provisions) > 0 && !slices.Contains(rule.Provisions, provision) {
		c.add(field+".what", strconv.Quote(answer.What), "a rule that cites "+provision)
	}
}
