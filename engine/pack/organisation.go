package pack

import (
	"slices"
	"strings"
)

// Pack is one organisation's guidelines. Which rules belong to it follows from the
// provisions they cite; only exceptions are listed.
type Pack struct {
	ID          string            `json:"id"`
	Name        string            `json:"name"`
	Version     string            `json:"version"`
	Sources     []Source          `json:"sources"`
	Credits     []Credit          `json:"credits,omitempty"`
	Contacts    []Contact         `json:"contacts,omitempty"`
	Disclaimers map[string]string `json:"disclaimers,omitempty"`
	// ShortDisclaimers holds shorter ones, per language, for where there is little room.
	ShortDisclaimers map[string]string `json:"short-disclaimers,omitempty"`
	// Disclaimer says how much of a disclaimer the guidelines ask for: ShortIsEnough or FullOnly.
	Disclaimer string              `json:"disclaimer,omitempty"`
	Official   Official            `json:"official"`
	Likes      string              `json:"likes,omitempty"`   // LikesAll or LikesOwnField
	Media      []Question          `json:"media,omitempty"`   // on attaching a picture or a film
	Checkup    []CheckupItem       `json:"checkup,omitempty"` // what to look at now and then
	Without    []string            `json:"without,omitempty"`
	Severity   map[string]Severity `json:"severity,omitempty"`
}

// SeverityOf gives how grave a rule is to the pack.
func (p *Pack) SeverityOf(r *Rule) Severity {
	if s, ok := p.Severity[r.ID]; ok {
		return s
	}
	return r.Severity
}

// Which likes the organisation's guidelines reach.
const (
	LikesAll      = ""
	LikesOwnField = "own-field" // those on the user's own field of work
)

// How much of a disclaimer the guidelines ask for.
const (
	ShortIsEnough = ""     // one of the two elements
	FullOnly      = "full" // that views are one's own and that they are not the organisation's
)

// Question is something to think of before publishing, asked of everybody.
type Question struct {
	Ask        map[string]string `json:"ask"` // per language; "en" is required
	Provisions []string          `json:"provisions"`
}

// Source is a document a pack was made from.
type Source struct {
	ID    string `json:"id"` // the prefix of its provisions: EC, IM, OSCE, UN
	Title string `json:"title"`
	Date  string `json:"date"` // YYYY-MM-DD or YYYY-MM
	URL   string `json:"url,omitempty"`
}

// Credit names a work of others that the pack's rules were made with.
type Credit struct {
	What    string `json:"what"`
	From    string `json:"from"`
	Licence string `json:"licence"`
}

// Contact is where the reader can ask.
type Contact struct {
	Role    string `json:"role"`
	Address string `json:"address,omitempty"`
	// Private keeps the contact out of what a server gives out.
	Private bool `json:"private,omitempty"`
}

// Official lists where an organisation publishes.
type Official struct {
	Domains []string `json:"domains"` // europa.eu stands for itself and all below it
	Handles []string `json:"handles"` // without @
}

// HasHost tells whether a host is one of the domains or below one.
func (o *Official) HasHost(host string) bool {
	return slices.ContainsFunc(o.Domains, func(d string) bool { return host == d || strings.HasSuffix(host, "."+d) })
}

// Has tells whether an account, with or without @, is on the list.
func (o *Official) Has(handle string) bool {
	handle = strings.TrimPrefix(handle, "@")
	return slices.ContainsFunc(o.Handles, func(h string) bool { return strings.EqualFold(h, handle) })
}
