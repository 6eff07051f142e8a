package match

import (
	"fmt"

	"circumspect/engine/segment"
)

// Own is the words that a user has told us of.
type Own struct {
	Field, Watchlist []string
	// Messengers that the user's organisation discourages or bans.
	AppsDiscouraged, AppsBanned []string
}

// Overlay finds a user's own words. It is safe for concurrent use.
type Overlay struct {
	field *vocabulary // nil where the user named none
	names nameIndex   // the other lists
}

// NewOverlay makes the overlay of a user's words; nil where there are none. The field of
// work is read as English words are, all else as names: see name.
func NewOverlay(own Own) (*Overlay, error) {
	o := &Overlay{names: nameIndex{}}
	if err := o.addField(own.Field); err != nil {
		return nil, err
	}
	for _, list := range []struct {
		key     string
		concept Concept
		words   []string
	}{
		{"watchlist", conceptWatchlist, own.Watchlist},
		{"app-discouraged", conceptAppDiscouraged, own.AppsDiscouraged},
		{"app-banned", conceptAppBanned, own.AppsBanned},
	} {
		for _, word := range list.words {
			n, ok := newName(list.concept, word)
			if !ok {
				return nil, unfit(list.key, word)
			}
			o.names.add(n)
		}
	}
	if o.field == nil && len(o.names) == 0 {
		return nil, nil
	}
	return o, nil
}

// addField builds the matcher of the field of work: words taken literally, with the
// endings of English.
func (o *Overlay) addField(words []string) error {
	if len(words) == 0 {
		return nil
	}
	b := newBuilder()
	for _, w := range words {
		if err := addTerm(b, conceptOwnField, "en", 0, Literal(w)+"~"); err != nil {
			return unfit("field", w)
		}
	}
	o.field = &vocabulary{concepts: BuiltInCount, auto: b.build()}
	return nil
}

func unfit(list, word string) error {
	return fmt.Errorf("%s: got %q, want a word of %d to %d letters", list, word, minTermBytes, maxTermBytes/2)
}

// Find adds the hits in t to h.
func (o *Overlay) Find(t *segment.Text, h *Hits) {
	if o.field != nil {
		o.field.terms(t, h, nil, nil)
	}
	o.names.find(t, h)
	h.sort()
}
