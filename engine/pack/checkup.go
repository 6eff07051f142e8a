package pack

import (
	"slices"
	"strconv"
	"strings"
)

// CheckupItem is something that no text shows and the user looks at now and then: a
// privacy setting, old posts, a second step at sign-in.
type CheckupItem struct {
	ID         string            `json:"id"`  // of its own within the pack; what the user has looked at is kept by it
	Ask        map[string]string `json:"ask"` // per language; "en" is required
	Why        map[string]string `json:"why"`
	Provisions []string          `json:"provisions"`
	Links      map[string]string `json:"links,omitempty"` // by site: the page where it is set
}

// LinkSites lists the sites that settings pages can be named of.
func LinkSites() []string { return []string{"x", "linkedin", "facebook"} }

// linkHosts lists where the settings pages of a site are.
func linkHosts(site string) []string {
	switch site {
	case "x":
		return []string{"x.com"}
	case "linkedin":
		return []string{"www.linkedin.com"}
	case "facebook":
		return []string{"www.facebook.com", "accountscenter.facebook.com"}
	}
	return nil
}

// checkup wants every item to have a name of its own, words, provisions and true links.
func (c *checker) checkup(p *Pack) {
	var ids []string
	for i, item := range p.Checkup {
		field := "checkup[" + strconv.Itoa(i) + "]"
		if !isName(item.ID) {
			c.add(field+".id", strconv.Quote(item.ID), "a name of small letters, digits and hyphens")
		}
		ids = append(ids, item.ID)
		c.wording(field+".ask", item.Ask, "the question in English")
		c.wording(field+".why", item.Why, "the reason in English")
		c.own(field+".provisions", item.Provisions, p)
		for _, site := range keys(item.Links) {
			c.link(field+".links", site, item.Links[site])
		}
	}
	c.distinct("checkup", ids)
}

// wording wants a text in English, and only in languages that we know.
func (c *checker) wording(field string, texts map[string]string, want string) {
	if _, ok := texts["en"]; !ok {
		c.add(field, "no en", want)
	}
	for _, lang := range keys(texts) {
		c.oneOf(field, lang, Languages())
		c.filled(field+"."+lang, texts[lang])
	}
}

// own wants provisions of the pack's own, each once.
func (c *checker) own(field string, provisions []string, p *Pack) {
	if len(provisions) == 0 {
		c.add(field, "nothing", "at least one provision")
	}
	for _, id := range provisions {
		if known(c, field, id, "provision", c.provisions) && c.provisions[id].Org != p.ID {
			c.add(field, strconv.Quote(id), "a provision of "+p.ID)
		}
	}
	c.distinct(field, provisions)
}

// link wants a page of the very site, so that no pack leads anybody elsewhere.
func (c *checker) link(field, site, address string) {
	hosts := linkHosts(site)
	if hosts == nil {
		c.oneOf(field, site, LinkSites())
		return
	}
	if !slices.ContainsFunc(hosts, func(host string) bool { return strings.HasPrefix(address, "https://"+host+"/") }) || strings.ContainsAny(address, " \t\n\\") {
		c.add(field+"."+site, strconv.Quote(address), "an https address on "+strings.Join(hosts, " or "))
	}
}

// lookedAt tells whether an item of a check-up answers a provision.
func (c *checker) lookedAt(provision string) bool {
	for i := range c.lib.Packs {
		for _, item := range c.lib.Packs[i].Checkup {
			if slices.Contains(item.Provisions, provision) {
				return true
			}
		}
	}
	return false
}
