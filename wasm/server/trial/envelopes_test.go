package trial

import (
	"bytes"
	"crypto/ed25519"
	"strings"
	"testing"
	"time"

	"circumspect/engine/image"
	"circumspect/engine/pack"
	"circumspect/engine/trust"

	"github.com/stretchr/testify/require"
)

// The keys of the tests: the channel staff lists the first two.
var (
	older    = privateKey(1)
	newer    = privateKey(2)
	stranger = privateKey(3)
)

func privateKey(n byte) ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed(bytes.Repeat([]byte{n}, ed25519.SeedSize))
}

// house is a house pack as an organisation publishes it, long enough to be worth packing.
func house() *pack.House {
	says := strings.Repeat("What this version changes, said again and again. ", 400)
	return &pack.House{
		ID: "acme", Name: "Acme", Extends: "ec", Version: 3, Languages: []string{"en"},
		Contacts: []pack.Contact{{Role: "communication", Address: "communication@example.org"}},
		News:     []pack.News{{Version: 3, Says: map[string]string{"en": says}}},
	}
}

func payload(change func(*pack.House)) []byte {
	h := house()
	if change != nil {
		change(h)
	}
	return image.WriteHouse(h, image.Tables{})
}

// sealed is an envelope; zero fields get values that are right for channel staff.
type sealed struct {
	channel string
	version int
	from    time.Duration // not before now and this
	lasts   time.Duration
	key     ed25519.PrivateKey
	payload []byte
	without []ed25519.PrivateKey // withdrawn
}

func (s sealed) bytes(t *testing.T) []byte {
	t.Helper()
	begins := time.Now().Add(s.from - time.Hour)
	header := trust.Header{
		Channel: or(s.channel, "staff"), Version: s.version, NotBefore: begins.Unix(),
		Expires: begins.Add(or(s.lasts, 48*time.Hour)).Unix(),
	}
	for _, key := range s.without {
		header.Withdraws = append(header.Withdraws, trust.KeyOf(key).ID())
	}
	if s.key == nil {
		s.key = older
	}
	if s.payload == nil {
		s.payload = payload(func(h *pack.House) { h.Version = s.version })
	}
	envelope, err := trust.Seal(header, s.payload, s.key)
	require.NoError(t, err)
	return envelope
}

func or[T comparable](value, otherwise T) T {
	var none T
	if value == none {
		return otherwise
	}
	return value
}

// flipped changes one bit.
func flipped(envelope []byte, at int) []byte {
	changed := bytes.Clone(envelope)
	if at < 0 {
		at += len(changed)
	}
	changed[at] ^= 1
	return changed
}
