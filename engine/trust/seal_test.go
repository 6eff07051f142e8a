package trust

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Test keys, in the order in which they came into use.
var (
	oldKey   = testKey("old")
	newKey   = testKey("new")
	otherKey = testKey("other")
)

const (
	begin = 1_790_000_000
	end   = begin + 30*day
)

// testKey makes a throw-away key; its seed stands here, so nothing may trust it.
func testKey(name string) ed25519.PrivateKey {
	seed := sha256.Sum256([]byte("circumspect test key " + name))
	return ed25519.NewKeyFromSeed(seed[:])
}

func staff(keys ...ed25519.PrivateKey) Anchor {
	a := Anchor{Channel: "staff"}
	for _, k := range keys {
		a.Keys = append(a.Keys, KeyOf(k))
	}
	return a
}

// third is the header most tests sign.
func third() Header {
	return Header{Channel: "staff", Version: 3, NotBefore: begin, Expires: end}
}

func sealed(t testing.TB, h Header, key ed25519.PrivateKey) []byte {
	t.Helper()
	envelope, err := Seal(h, []byte("payload"), key)
	require.NoError(t, err)
	return envelope
}

// signedBody signs any body, as only the holder of a key could.
func signedBody(body []byte, key ed25519.PrivateKey) []byte {
	id := KeyOf(key).ID()
	head := append([]byte(magic), id[:]...)
	return slices.Concat(head, ed25519.Sign(key, slices.Concat(head, body)), body)
}

func refused(t *testing.T, err error, reason Reason, got, want string) {
	t.Helper()
	var r *Refusal
	require.ErrorAs(t, err, &r)
	assert.Equal(t, Refusal{reason, got, want}, *r)
}

func TestSealAndOpen(t *testing.T) {
	h := third()
	h.Withdraws = []KeyID{KeyOf(oldKey).ID(), KeyOf(otherKey).ID()}
	envelope := sealed(t, h, newKey)
	o, err := Open(envelope, staff(oldKey, newKey))
	require.NoError(t, err)
	want := &Opened{Header: h, Key: KeyOf(newKey).ID(), Payload: []byte("payload")}
	want.Withdraws, want.Unlisted = h.Withdraws[:1], h.Withdraws[1:]
	assert.Equal(t, want, o)
}

func TestTheSameIsSealedAsTheSameBytes(t *testing.T) {
	assert.Equal(t, sealed(t, third(), newKey), sealed(t, third(), newKey))
	body := appendBody(nil, third(), []byte("payload"))
	assert.Equal(t, sealed(t, third(), newKey), signedBody(body, newKey))
}

func TestSealRefusesWhatOpenWould(t *testing.T) {
	self := KeyOf(newKey).ID()
	for name, change := range map[string]func(*Header){
		"no channel":       func(h *Header) { h.Channel = "" },
		"spelled channel":  func(h *Header) { h.Channel = "Staff" },
		"no version":       func(h *Header) { h.Version = 0 },
		"large version":    func(h *Header) { h.Version = MaxVersion + 1 },
		"before 1970":      func(h *Header) { h.NotBefore = -1 },
		"after 9999":       func(h *Header) { h.Expires = maxTime + 1 },
		"no time in force": func(h *Header) { h.Expires = h.NotBefore },
		"many withdrawn":   func(h *Header) { h.Withdraws = make([]KeyID, MaxWithdraws+1) },
		"itself":           func(h *Header) { h.Withdraws = []KeyID{self} },
	} {
		t.Run(name, func(t *testing.T) {
			h := third()
			change(&h)
			_, err := Seal(h, []byte("payload"), newKey)
			var r *Refusal
			require.ErrorAs(t, err, &r)
			assert.Equal(t, BadForm, r.Reason)
			if h.NotBefore >= 0 {
				_, err = Open(signedBody(appendBody(nil, h, []byte("payload")), newKey), staff(newKey))
				require.ErrorAs(t, err, &r)
				assert.Equal(t, BadForm, r.Reason)
			}
		})
	}
	_, err := Seal(third(), nil, newKey)
	refused(t, err, BadForm, "an empty payload", "a house pack")
	_, err = Seal(third(), []byte("x"), newKey[:32])
	assert.EqualError(t, err, "key: got 32 bytes, want an Ed25519 private key of 64")
}

func TestTheLargestEnvelope(t *testing.T) {
	room := MaxEnvelope - len(sealed(t, third(), newKey)) - 2 // a longer length takes 2 bytes more
	envelope, err := Seal(third(), make([]byte, room+len("payload")), newKey)
	require.NoError(t, err)
	require.Len(t, envelope, MaxEnvelope)
	_, err = Open(envelope, staff(newKey))
	require.NoError(t, err)
	_, err = Open(append(envelope, 0), staff(newKey))
	refused(t, err, TooLarge, "2097153 bytes", "2097152 at most")
	_, err = Seal(third(), make([]byte, room+len("payload")+1), newKey)
	refused(t, err, TooLarge, "2097153 bytes", "2097152 at most")
}

func TestChannelNames(t *testing.T) {
	for _, name := range []string{"staff", "a", "staff-10-percent", "00000000000000000000000000000032"} {
		assert.True(t, ValidChannel(name), name)
	}
	for _, name := range []string{"", "Staff", "staff/x", "st aff", "stäff", "staff\n", "..", "000000000000000000000000000000033"} {
		assert.False(t, ValidChannel(name), name)
	}
}

func TestKeysAndIDs(t *testing.T) {
	key := KeyOf(newKey)
	parsed, err := ParseKey(key.String())
	require.NoError(t, err)
	assert.Equal(t, key, parsed)
	id, err := ParseKeyID(key.ID().String())
	require.NoError(t, err)
	assert.Equal(t, key.ID(), id)
	sum := sha256.Sum256(newKey.Public().(ed25519.PublicKey))
	assert.Equal(t, sum[:8], id[:])

	url := base64.URLEncoding.EncodeToString([]byte("\xff\xff\xff" + string(make([]byte, 29))))
	for _, s := range []string{"", "x", key.String()[:43], key.String() + "\n", "\n" + key.String(), " " + key.String(), key.String() + "AAAA", url} {
		_, err := ParseKey(s)
		assert.ErrorContains(t, err, "want an Ed25519 public key: 32 bytes in base64", s)
	}
	for _, s := range []string{"", "0123", "0123456789ABCDEF", "0123456789abcdef00", "0123456789abcdeg"} {
		_, err := ParseKeyID(s)
		assert.ErrorContains(t, err, "want 16 lower-case hex digits", s)
	}
}

// Under a weak key, a signature that needs no private half is soon accepted for some
// text; that is why none may be trusted.
func TestWeakKeys(t *testing.T) {
	neutral := make([]byte, ed25519.SignatureSize)
	neutral[0] = 1
	forgeable := func(k Key) bool {
		for i := range uint64(400) {
			if ed25519.Verify(k.public[:], binary.AppendUvarint(nil, i), neutral) {
				return true
			}
		}
		return false
	}
	for at := 0; at < len(weakKeys); at += 64 {
		k := weakKey(t, weakKeys[at:at+64])
		assert.True(t, forgeable(k), "%s is weak", k)
		_, err := ParseKey(k.String())
		assert.ErrorContains(t, err, "want a key that was made with its private half")
		k.public[31] |= 0x80
		assert.True(t, k.weak(), "with a sign")
		assert.Error(t, Anchor{Channel: "staff", Keys: []Key{k}}.Check())
	}
	assert.False(t, forgeable(KeyOf(newKey)))
	assert.False(t, KeyOf(newKey).weak())
}

func weakKey(t *testing.T, hexadecimal string) Key {
	t.Helper()
	var k Key
	require.Len(t, hexadecimal, 64)
	first, err := ParseKeyID(hexadecimal[:16])
	require.NoError(t, err)
	copy(k.public[:], first[:])
	for i := 1; i < 4; i++ {
		part, err := ParseKeyID(hexadecimal[16*i : 16*i+16])
		require.NoError(t, err)
		copy(k.public[8*i:], part[:])
	}
	return k
}

func TestDates(t *testing.T) {
	for _, unix := range []int64{0, 1, 951_782_399, 951_782_400, 951_868_800, begin, 4_107_542_399, 4_107_542_400, maxTime} {
		assert.Equal(t, time.Unix(unix, 0).UTC().Format(time.RFC3339), date(unix))
	}
	for unix := int64(0); unix < 800*365*day; unix += 86_399 * 7 {
		require.Equal(t, time.Unix(unix, 0).UTC().Format(time.RFC3339), date(unix))
	}
	assert.Equal(t, "1970-01-01T00:00:00Z", date(-5))
	assert.Equal(t, "9999-12-31T23:59:59Z", date(1<<62), "soon, too")
}
