package engine

import (
	"hash/fnv"
	"slices"
	"strconv"

	"circumspect/engine/pack"
)

// CheckupItem is an item of the pack's check-up in the user's language.
type CheckupItem struct {
	ID         string
	Ask        string
	Why        string
	Provisions []string
	Links      map[string]string // by site
	Edition    string            // another one when the item or what its provisions say was changed
}

// Checkup lists what no text shows and the user should look at now and then.
func (c *Checker) Checkup() []CheckupItem {
	var list []CheckupItem
	provisions := c.Provisions()
	for i := range c.pack.Checkup {
		item := &c.pack.Checkup[i]
		list = append(list, CheckupItem{
			ID: item.ID, Ask: c.inLanguage(item.Ask), Why: c.inLanguage(item.Why),
			Provisions: item.Provisions, Links: item.Links, Edition: edition(item, provisions),
		})
	}
	return list
}

// inLanguage gives the text in the user's language, or in English.
func (c *Checker) inLanguage(texts map[string]string) string {
	if text, ok := texts[c.profile.Lang]; ok {
		return text
	}
	return texts["en"]
}

// edition is a short hash of an item and its provisions in English, so that a user who changes the language
// is not told of changes.
func edition(item *pack.CheckupItem, provisions []pack.Provision) string {
	hash := fnv.New32a()
	write := func(text string) { _, _ = hash.Write(append([]byte(text), 0)) }
	write(item.Ask["en"])
	write(item.Why["en"])
	for _, p := range provisions {
		if slices.Contains(item.Provisions, p.ID) {
			write(p.ID)
			write(p.Says)
		}
	}
	return strconv.FormatUint(uint64(hash.Sum32()), 16)
}
