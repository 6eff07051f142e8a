package trust

// Grace is how long an envelope works past its expiry, in seconds: 180 days.
const Grace = 180 * 24 * 60 * 60

// Standing is how an active envelope stands in time.
type Standing string

// An envelope past its expiry is stale: it works and says so. When the grace is over it
// is lapsed, and the embedded pack serves.
const (
	Fresh  Standing = "fresh"
	Stale  Standing = "stale"
	Lapsed Standing = "lapsed"
)

// StandingAt tells how an envelope that was accepted stands at a time (Unix seconds). A
// clock set back before NotBefore changes nothing.
func StandingAt(h Header, now int64) Standing {
	switch {
	case now < h.Expires:
		return Fresh
	case now < h.Expires+Grace:
		return Stale
	}
	return Lapsed
}
