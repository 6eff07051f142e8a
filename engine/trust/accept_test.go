package trust

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestVersionsNeverGoDown(t *testing.T) {
	envelope := sealed(t, third(), newKey)
	for _, held := range []Held{{}, {Version: 2, Digest: "x"}, {Version: 3, Digest: Digest(envelope)}, {Version: 3}} {
		o, err := Accept(envelope, staff(newKey), held, begin)
		require.NoError(t, err, "%v", held)
		assert.Equal(t, 3, o.Version)
	}
	_, err := Accept(envelope, staff(newKey), Held{Version: 4, Digest: Digest(envelope)}, begin)
	refused(t, err, NotNewer, "version 3", "above 4")
	_, err = Accept(envelope, staff(newKey), Held{Version: 3, Digest: Digest([]byte("other"))}, begin)
	refused(t, err, NotNewer, "version 3 with other bytes", "above 3")
}

func TestDatesOfAcceptance(t *testing.T) {
	envelope := sealed(t, third(), newKey)
	for _, now := range []int64{begin, begin + 1, end - 1} {
		_, err := Accept(envelope, staff(newKey), Held{}, now)
		require.NoError(t, err)
	}
	_, err := Accept(envelope, staff(newKey), Held{}, begin-1)
	refused(t, err, NotYetValid, "2026-09-21T14:13:19Z", "2026-09-21T14:13:20Z or later")
	assert.EqualError(t, err, "envelope: not-yet-valid: got 2026-09-21T14:13:19Z, want 2026-09-21T14:13:20Z or later")
	_, err = Accept(envelope, staff(newKey), Held{}, end)
	refused(t, err, Expired, "2026-10-21T14:13:20Z", "a time before 2026-10-21T14:13:20Z")
	for _, now := range []int64{begin - 1, end, end + Grace} {
		_, err = Open(envelope, staff(newKey))
		require.NoError(t, err, "what was accepted is opened at any time, here %d", now)
	}
}

func TestAnOldVersionIsSaidBeforeADate(t *testing.T) {
	_, err := Accept(sealed(t, third(), newKey), staff(newKey), Held{Version: 9}, end)
	refused(t, err, NotNewer, "version 3", "above 9")
}

func TestStanding(t *testing.T) {
	for now, want := range map[int64]Standing{
		0: Fresh, begin: Fresh, end - 1: Fresh, end: Stale, end + 180*day - 1: Stale, end + 180*day: Lapsed, 1 << 62: Lapsed,
	} {
		assert.Equal(t, want, StandingAt(third(), now), "at %d", now)
	}
}
