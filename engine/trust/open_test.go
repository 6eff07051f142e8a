package trust

import (
	"encoding/binary"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEveryCutIsRefused(t *testing.T) {
	envelope := sealed(t, third(), newKey)
	for n := range len(envelope) {
		o, err := Open(envelope[:n], staff(newKey))
		assert.Nil(t, o)
		var r *Refusal
		require.ErrorAs(t, err, &r, "%d bytes", n)
		want := Truncated
		if n > bodyAt {
			want = BadSignature
		}
		assert.Equal(t, want, r.Reason, "%d bytes", n)
	}
	_, err := Open(nil, staff(newKey))
	refused(t, err, Truncated, "0 bytes", "more than 96")
	_, err = Open(append(slices.Clone(envelope), 0), staff(newKey))
	refused(t, err, BadSignature, "a signature that does not fit", "that of key "+KeyOf(newKey).ID().String()+" over these bytes")
}

func TestEveryFlippedBitIsRefused(t *testing.T) {
	envelope := sealed(t, third(), newKey)
	for bit := range 8 * len(envelope) {
		changed := slices.Clone(envelope)
		changed[bit/8] ^= 1 << (bit % 8)
		o, err := Open(changed, staff(oldKey, newKey))
		assert.Nil(t, o)
		var r *Refusal
		require.ErrorAs(t, err, &r, "bit %d", bit)
		want := BadSignature
		switch {
		case bit/8 < keyAt:
			want = BadForm
		case bit/8 < signatureAt:
			want = UnknownKey
		}
		assert.Equal(t, want, r.Reason, "bit %d", bit)
	}
}

func TestOtherKeysAreRefused(t *testing.T) {
	envelope := sealed(t, third(), otherKey)
	_, err := Open(envelope, staff(oldKey, newKey))
	refused(t, err, UnknownKey, "key "+KeyOf(otherKey).ID().String(), "one of "+KeyOf(oldKey).ID().String()+", "+KeyOf(newKey).ID().String())

	id := KeyOf(newKey).ID() // another's signature under the name of our key
	copy(envelope[keyAt:], id[:])
	_, err = Open(envelope, staff(newKey))
	refused(t, err, BadSignature, "a signature that does not fit", "that of key "+id.String()+" over these bytes")

	for _, anchor := range []Anchor{staff(oldKey, newKey), staff(newKey)} { // listed or not
		anchor.Withdrawn = []KeyID{KeyOf(oldKey).ID()}
		_, err = Open(sealed(t, third(), oldKey), anchor)
		refused(t, err, WithdrawnKey, "key "+KeyOf(oldKey).ID().String(), "one that is not withdrawn")
		_, err = Open(sealed(t, third(), newKey), anchor)
		assert.NoError(t, err)
	}
}

func TestAnotherChannelIsRefused(t *testing.T) {
	h := third()
	h.Channel = "trial"
	_, err := Open(sealed(t, h, newKey), staff(newKey))
	refused(t, err, WrongChannel, "trial", "staff")
}

func TestAKeyWithdrawsOnlyThoseBeforeIt(t *testing.T) {
	ids := []KeyID{KeyOf(oldKey).ID(), KeyOf(newKey).ID(), KeyOf(otherKey).ID()}
	h := third()
	h.Withdraws = ids[1:2]
	_, err := Open(sealed(t, h, oldKey), staff(oldKey, newKey))
	refused(t, err, BadForm, "key "+ids[0].String()+" withdrawing "+ids[1].String(), "only keys listed before its own withdrawn")

	o, err := Open(sealed(t, h, oldKey), staff(oldKey))
	require.NoError(t, err)
	assert.Empty(t, o.Withdraws, "or a stolen old key could keep its successor from ever being trusted")
	assert.Equal(t, ids[1:2], o.Unlisted)

	h.Withdraws = ids[1:2]
	_, err = Open(signedBody(appendBody(nil, h, []byte("x")), newKey), staff(oldKey, newKey))
	refused(t, err, BadForm, "key "+ids[1].String()+" withdrawing "+ids[1].String(), "only keys listed before its own withdrawn")

	h.Withdraws = []KeyID{ids[2], ids[0]}
	o, err = Open(sealed(t, h, newKey), staff(oldKey, newKey))
	require.NoError(t, err)
	assert.Equal(t, ids[:1], o.Withdraws)
}

func TestSignedBodiesOfAnotherFormAreRefused(t *testing.T) {
	head := []byte("\x05staff")
	whole := appendBody(nil, third(), []byte("payload"))
	long := append(slices.Clone(head), 0x83, 0x00) // version 3 in two bytes
	for name, c := range map[string]struct {
		body   []byte
		reason Reason
		got    string
	}{
		"only a channel":     {head, Truncated, "version cut off"},
		"half a channel":     {head[:3], Truncated, "channel cut off"},
		"endless number":     {append(slices.Clone(head), slices.Repeat([]byte{0xff}, 20)...), BadForm, "version out of bounds"},
		"long number":        {append(long, whole[7:]...), BadForm, "version out of bounds"},
		"half a number":      {append(slices.Clone(head), 0x83), Truncated, "version cut off"},
		"huge channel":       {binary.AppendUvarint(nil, 1<<62), BadForm, "channel out of bounds"},
		"more behind":        {append(slices.Clone(whole), 0), BadForm, "a payload of 7 bytes with 1 behind"},
		"half a payload":     {whole[:len(whole)-1], Truncated, "payload cut off"},
		"no payload":         {appendBody(nil, third(), nil), BadForm, "a payload of 0 bytes with 0 behind"},
		"absent withdrawn":   {append(whole[:len(whole)-9:len(whole)-9], 3, 1, 2), Truncated, "withdrawn keys cut off"},
		"too many withdrawn": {append(whole[:len(whole)-9:len(whole)-9], MaxWithdraws+1), BadForm, "withdrawn keys out of bounds"},
		"a spelled channel":  {append([]byte("\x05Staff"), whole[6:]...), BadForm, `channel "Staff"`},
		"no channel":         {append([]byte{0}, whole[6:]...), BadForm, `channel ""`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Open(signedBody(c.body, newKey), staff(newKey))
			var r *Refusal
			require.ErrorAs(t, err, &r)
			assert.Equal(t, c.reason, r.Reason, r.Error())
			assert.Equal(t, c.got, r.Got)
		})
	}
}

func TestAnAnchorThatCannotBeUsedIsNoRefusal(t *testing.T) {
	envelope := sealed(t, third(), newKey)
	for want, anchor := range map[string]Anchor{
		`anchor: channel: got "", want [a-z0-9-]{1,32}`: {Keys: staff(newKey).Keys},
		`anchor: keys: got 0, want 1 to 2`:              staff(),
		`anchor: keys: got 3, want 1 to 2`:              staff(oldKey, newKey, otherKey),
		`anchor: keys: got ` + KeyOf(newKey).String() + `, want different keys that were made with a private half`: staff(newKey, newKey),
	} {
		_, err := Accept(envelope, anchor, Held{}, begin)
		require.EqualError(t, err, want)
		var r *Refusal
		assert.NotErrorAs(t, err, &r)
	}
}

// Whatever the bytes, Open neither breaks nor accepts what was not signed; with the
// signature made good, so that the fuzzer reaches the body, it takes only one form.
func FuzzOpen(f *testing.F) {
	h := third()
	h.Withdraws = []KeyID{KeyOf(oldKey).ID()}
	whole := sealed(f, h, newKey)
	for _, seed := range [][]byte{nil, []byte(magic), whole, whole[:bodyAt], whole[:len(whole)-3], sealed(f, third(), oldKey), append(slices.Clone(whole), 0)} {
		f.Add(seed)
	}
	anchor := staff(oldKey, newKey)
	f.Fuzz(func(t *testing.T, b []byte) {
		o, err := Open(b, anchor)
		if (o == nil) != (err != nil) {
			t.Fatalf("got %v and %v, want one of them", o, err)
		}
		if len(b) <= bodyAt {
			return
		}
		o, err = Open(signedBody(b[bodyAt:], newKey), anchor)
		if err != nil {
			var r *Refusal
			require.ErrorAs(t, err, &r)
			return
		}
		again := o.Header
		again.Withdraws = nil
		if len(o.Withdraws)+len(o.Unlisted) == 0 {
			require.Equal(t, b[bodyAt:], appendBody(nil, again, o.Payload), "one form only")
		}
		require.NoError(t, again.check())
	})
}
