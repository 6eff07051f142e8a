package trust

import "fmt"

// Held is the highest version ever accepted from a channel; zero is none.
type Held struct {
	Version int
	Digest  string // of that envelope; "" where its bytes are no longer known
}

// Accept says whether an envelope may become active at a time (Unix seconds), after
// everything that Open looks at: its version is above the highest ever accepted, or it
// is that very envelope again, and the time is within its dates.
func Accept(envelope []byte, a Anchor, held Held, now int64) (*Opened, error) {
	o, err := Open(envelope, a)
	if err != nil {
		return nil, err
	}
	if err := held.above(envelope, o.Version); err != nil {
		return nil, err
	}
	switch {
	case now < o.NotBefore:
		return nil, refuse(NotYetValid, date(now), date(o.NotBefore)+" or later")
	case now >= o.Expires:
		return nil, refuse(Expired, date(now), "a time before "+date(o.Expires))
	}
	return o, nil
}

// above refuses what is older than what is held, or calls itself the same and is not.
func (h Held) above(envelope []byte, version int) error {
	switch {
	case version < h.Version:
		return refuse(NotNewer, fmt.Sprint("version ", version), fmt.Sprint("above ", h.Version))
	case version == h.Version && h.Digest != "" && h.Digest != Digest(envelope):
		return refuse(NotNewer, fmt.Sprintf("version %d with other bytes", version), fmt.Sprint("above ", h.Version))
	}
	return nil
}
