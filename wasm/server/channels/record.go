package channels

import (
	"fmt"
	"slices"

	"circumspect/engine/trust"
)

// Record is what a store remembers of a channel.
type Record struct {
	Version int    `json:"version"` // of the newest envelope
	Digest  string `json:"digest"`
	// Withdrawn are the ids of keys that an envelope of this channel withdrew: for good.
	Withdrawn []string `json:"withdrawn,omitempty"`
}

// withdrawn gives the keys that were withdrawn.
func (r Record) withdrawn() ([]trust.KeyID, error) {
	ids := make([]trust.KeyID, len(r.Withdrawn))
	for i, text := range r.Withdrawn {
		id, err := trust.ParseKeyID(text)
		if err != nil {
			return nil, fmt.Errorf("record: withdrawn: %w", err)
		}
		ids[i] = id
	}
	return ids, nil
}

// after gives the record of a channel that took an envelope with this digest.
func (r Record) after(o *trust.Opened, digest string) Record {
	next := Record{Version: o.Version, Digest: digest, Withdrawn: slices.Clone(r.Withdrawn)}
	for _, id := range o.Withdraws {
		if !slices.Contains(next.Withdrawn, id.String()) {
			next.Withdrawn = append(next.Withdrawn, id.String())
		}
	}
	return next
}
