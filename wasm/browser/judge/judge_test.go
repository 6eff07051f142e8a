package judge_test

import (
	"bytes"
	"crypto/ed25519"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"circumspect/engine"
	"circumspect/engine/pack"
	"circumspect/engine/trust"
	"circumspect/rules"
	"circumspect/wasm/browser/judge"
)

// newEngine builds the engine of the built-in packs, which takes seconds.
var newEngine = sync.OnceValues(func() (*engine.Engine, error) {
	lib, err := rules.Library()
	if err != nil {
		return nil, err
	}
	return engine.New(lib)
})

// private gives one of a few keys that are good for tests only.
func private(n byte) ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed(bytes.Repeat([]byte{n}, ed25519.SeedSize))
}

const (
	start   = 1_700_000_000 // Unix seconds
	expires = start + 30*24*60*60
	leak    = "We go to the Harbour Tower in May."
)

var user = engine.Profile{Org: "ec", Lang: "en"}

// house is a house pack of a unit that does not exist.
func house(version int) *pack.House {
	return &pack.House{
		ID: "sample-unit", Name: "Sample Unit", Extends: "ec", Version: version, Languages: []string{"en"},
		Concepts:   []pack.Concept{{ID: "su-move", About: "the move", Terms: map[string][]string{"en": {"harbour tower"}}}},
		Provisions: []pack.Provision{{ID: "SU-1", Org: "ec", Document: "Notes", Place: "1", Says: "The move is not public."}},
		Rules: []pack.Rule{{
			ID: "confidentiality/su-move", Category: "confidentiality", Severity: pack.Warning, Provisions: []string{"SU-1"},
			When: pack.Condition{Concept: "su-move"}, Say: map[string]pack.Say{"en": {Title: "The move", Message: "Not public.", Advice: "Wait."}},
		}},
		News: []pack.News{{Version: version, Says: map[string]string{"en": "The move."}}},
	}
}

// envelope seals a house pack.
func envelope(t *testing.T, h *pack.House, key byte, withdraws ...trust.KeyID) []byte {
	e, err := newEngine()
	require.NoError(t, err)
	payload, err := e.HousePayload(h)
	require.NoError(t, err)
	sealed, err := trust.Seal(trust.Header{Channel: "staff", Version: h.Version, NotBefore: start, Expires: expires, Withdraws: withdraws}, payload, private(key))
	require.NoError(t, err)
	return sealed
}

func newJudge(t *testing.T) *judge.Judge {
	e, err := newEngine()
	require.NoError(t, err)
	return judge.New(e)
}

// channel is one that trusts the first two keys, a day after the start.
func channel(envelope []byte) judge.Channel {
	return judge.Channel{
		Name: "staff", Keys: []string{trust.KeyOf(private(1)).String(), trust.KeyOf(private(2)).String()},
		Now: start + 24*60*60, Envelope: envelope,
	}
}

// leaks tells whether the house pack judges.
func leaks(j *judge.Judge) bool {
	return len(j.Checker().Check(engine.Document{Text: leak}).Findings) > 0
}

func TestAnAcceptedHousePackJudges(t *testing.T) {
	j := newJudge(t)
	offered := channel(envelope(t, house(1), 1))
	verdict := j.Verify(user, offered)
	require.Nil(t, verdict.Refusal)
	assert.Equal(t, trust.Digest(offered.Envelope), verdict.Digest)
	assert.Equal(t, []engine.Change{{Kind: "rule-added", Rule: "confidentiality/su-move", Title: "The move"}, {Kind: "words"}}, verdict.Changes)
	assert.Nil(t, j.Checker(), "to verify is not to activate")
	house, refusal, err := j.Activate(user, offered)
	require.NoError(t, err)
	require.Nil(t, refusal)
	assert.Equal(t, trust.Fresh, house.Standing)
	assert.Equal(t, trust.KeyOf(private(1)).ID(), house.Key)
	assert.Equal(t, []engine.News{{Version: 1, Says: "The move."}}, house.News)
	assert.True(t, leaks(j))
	_, _, err = j.Activate(user, judge.Channel{})
	require.NoError(t, err)
	assert.False(t, leaks(j), "without an envelope the built-in pack judges")
}

func TestNothingRefusedEverJudges(t *testing.T) {
	good := envelope(t, house(1), 1)
	flipped := bytes.Clone(good)
	flipped[len(flipped)/2] ^= 4
	other := house(1)
	other.Extends, other.Provisions[0].Org = "un", "un"
	withdrawn := channel(good)
	withdrawn.Withdrawn = []string{trust.KeyOf(private(1)).ID().String()}
	elsewhere := channel(good)
	elsewhere.Name = "other"
	spoilt := channel(good)
	spoilt.Keys = []string{"no key"}
	sealed, err := trust.Seal(trust.Header{Channel: "staff", Version: 1, NotBefore: start, Expires: expires}, []byte("no house pack"), private(1))
	require.NoError(t, err)
	unlike, err := trust.Seal(trust.Header{Channel: "staff", Version: 2, NotBefore: start, Expires: expires}, payloadOf(t, house(1)), private(1))
	require.NoError(t, err)
	cases := map[string]struct {
		channel judge.Channel
		want    trust.Reason
	}{
		"changed":         {channel(flipped), trust.BadSignature},
		"cut":             {channel(good[:50]), trust.Truncated},
		"anything":        {channel([]byte("<!doctype html>")), trust.BadForm},
		"by a stranger":   {channel(envelope(t, house(1), 3)), trust.UnknownKey},
		"withdrawn":       {withdrawn, trust.WithdrawnKey},
		"of elsewhere":    {elsewhere, trust.WrongChannel},
		"spoilt keys":     {spoilt, trust.UnknownKey},
		"no house pack":   {channel(sealed), trust.Unreadable},
		"other versions":  {channel(unlike), trust.Unfit},
		"of another pack": {channel(envelope(t, other, 1)), trust.Unfit},
	}
	j := newJudge(t)
	for name, c := range cases {
		verdict := j.Verify(user, c.channel)
		if assert.NotNil(t, verdict.Refusal, name) {
			assert.Equal(t, c.want, verdict.Refusal.Reason, name)
		}
		assert.Nil(t, verdict.House, name)
		_, refusal, err := j.Activate(user, c.channel)
		require.NoError(t, err, name)
		if assert.NotNil(t, refusal, name) {
			assert.Equal(t, c.want, refusal.Reason, name)
		}
		assert.False(t, leaks(j), name)
		assert.NotNil(t, j.Checker(), "checking goes on: %s", name)
	}
}

func payloadOf(t *testing.T, h *pack.House) []byte {
	e, err := newEngine()
	require.NoError(t, err)
	payload, err := e.HousePayload(h)
	require.NoError(t, err)
	return payload
}

func TestOnlyNewerEnvelopesWithinTheirDatesAreAccepted(t *testing.T) {
	j := newJudge(t)
	for _, c := range []struct {
		version int
		now     int64
		want    trust.Reason
	}{
		{2, start, trust.NotNewer}, {4, start - 1, trust.NotYetValid}, {4, expires, trust.Expired}, {4, expires - 1, ""},
	} {
		offered := channel(envelope(t, house(c.version), 1))
		offered.Now, offered.Held = c.now, trust.Held{Version: 3, Digest: "d"}
		verdict := j.Verify(user, offered)
		if c.want == "" {
			assert.Nil(t, verdict.Refusal)
		} else if assert.NotNil(t, verdict.Refusal) {
			assert.Equal(t, c.want, verdict.Refusal.Reason)
		}
	}
}

func TestAHeldPackGrowsStaleAndLapses(t *testing.T) {
	j := newJudge(t)
	held := channel(envelope(t, house(1), 1))
	for now, want := range map[int64]trust.Standing{expires - 1: trust.Fresh, expires: trust.Stale, expires + trust.Grace - 1: trust.Stale, expires + trust.Grace: trust.Lapsed} {
		held.Now = now
		house, refusal, err := j.Activate(user, held)
		require.NoError(t, err)
		require.Nil(t, refusal)
		assert.Equal(t, want, house.Standing)
		assert.Equal(t, want != trust.Lapsed, leaks(j), "a lapsed pack serves no more")
	}
}

func TestTheNextKeyWithdrawsTheFirst(t *testing.T) {
	j := newJudge(t)
	first := trust.KeyOf(private(1)).ID()
	offered := channel(envelope(t, house(2), 2, first))
	offered.Previous = envelope(t, house(1), 1)
	verdict := j.Verify(user, offered)
	require.Nil(t, verdict.Refusal)
	assert.Equal(t, []trust.KeyID{first}, verdict.House.Withdraws)
	assert.Empty(t, verdict.Changes, "the same pack, signed anew")
	refused := j.Verify(user, channel(envelope(t, house(2), 1, trust.KeyOf(private(2)).ID())))
	require.NotNil(t, refused.Refusal, "the first cannot withdraw the next")
}

func TestAProfileThatCannotBeUsedChangesNothing(t *testing.T) {
	j := newJudge(t)
	_, _, err := j.Activate(user, channel(envelope(t, house(1), 1)))
	require.NoError(t, err)
	_, _, err = j.Activate(engine.Profile{Org: "nobody"}, judge.Channel{})
	assert.ErrorContains(t, err, `profile: org: got "nobody"`)
	assert.True(t, leaks(j))
}

func TestPackAndEnvelopeHaveTheSameHighestVersion(t *testing.T) {
	assert.Equal(t, trust.MaxVersion, pack.MaxVersion)
}
