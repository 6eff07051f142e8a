// Package trust says whether a signed envelope may become active: whose it is, whether
// it is whole, for this channel, newer than what was held, and within its dates. It is
// pure: the time is an argument, and what was accepted before is the caller's to keep.
package trust

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"slices"
)

// The form of an envelope: magic, key id, signature, body. The signature covers all but
// itself. The body holds, in this order and nothing behind: channel, version, not-before,
// expiry, withdrawn key ids, payload (numbers as uvarint, texts behind their length).
const (
	magic       = "circumspect envelope v1\n"
	keyAt       = len(magic)
	signatureAt = keyAt + len(KeyID{})
	bodyAt      = signatureAt + ed25519.SignatureSize
)

const (
	// MaxEnvelope is the largest envelope, in bytes.
	MaxEnvelope = 2 << 20
	// MaxWithdraws is how many keys one envelope may withdraw.
	MaxWithdraws = 16
	// MaxVersion is the highest version.
	MaxVersion = 1<<31 - 1
	maxTime    = 253402300799 // the last second of the year 9999
	maxChannel = 32
)

// Header is what an envelope says about its payload. Times are Unix seconds: it becomes
// active from NotBefore on and before Expires.
type Header struct {
	Channel            string
	Version            int // 1 or more
	NotBefore, Expires int64
	// Withdraws lists keys that nobody shall trust any more.
	Withdraws []KeyID
}

// Opened is an envelope whose signature is good and whose channel is the right one.
type Opened struct {
	// Header is as it was signed, but for Withdraws: only keys that the anchor lists.
	Header
	// Unlisted are the keys it withdraws that the anchor does not list: without effect,
	// and not to be remembered, or an old key could withdraw its successor in advance.
	Unlisted []KeyID
	Key      KeyID  // the key that signed
	Payload  []byte // shares the memory of the envelope
}

// ValidChannel tells whether a channel may have this name: [a-z0-9-]{1,32}.
func ValidChannel(name string) bool {
	for i := range len(name) {
		c := name[i]
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return name != "" && len(name) <= maxChannel
}

// Digest gives the SHA-256 of an envelope in lower-case hex, as channels name it.
func Digest(envelope []byte) string {
	sum := sha256.Sum256(envelope)
	return hex.EncodeToString(sum[:])
}

// Seal signs a payload. It refuses what Open would.
func Seal(h Header, payload []byte, private ed25519.PrivateKey) ([]byte, error) {
	if len(private) != ed25519.PrivateKeySize {
		return nil, fmt.Errorf("key: got %d bytes, want an Ed25519 private key of %d", len(private), ed25519.PrivateKeySize)
	}
	key := KeyOf(private)
	if err := h.check(); err != nil {
		return nil, err
	}
	if slices.Contains(h.Withdraws, key.ID()) {
		return nil, withdrawsWrong(key.ID(), key.ID())
	}
	if len(payload) == 0 {
		return nil, refuse(BadForm, "an empty payload", "a house pack")
	}
	id := key.ID()
	signed := append([]byte(magic), id[:]...)
	signed = appendBody(signed, h, payload)
	if size := len(signed) + ed25519.SignatureSize; size > MaxEnvelope {
		return nil, tooLarge(size)
	}
	return slices.Insert(signed, signatureAt, ed25519.Sign(private, signed)...), nil
}

// appendBody writes everything that follows the signature.
func appendBody(to []byte, h Header, payload []byte) []byte {
	to = binary.AppendUvarint(to, uint64(len(h.Channel)))
	to = append(to, h.Channel...)
	for _, n := range []uint64{uint64(h.Version), uint64(h.NotBefore), uint64(h.Expires), uint64(len(h.Withdraws))} {
		to = binary.AppendUvarint(to, n)
	}
	for _, id := range h.Withdraws {
		to = append(to, id[:]...)
	}
	to = binary.AppendUvarint(to, uint64(len(payload)))
	return append(to, payload...)
}

// check refuses a header whose values make no sense, whoever signed it.
func (h Header) check() error {
	switch {
	case !ValidChannel(h.Channel):
		return refuse(BadForm, fmt.Sprintf("channel %.40q", h.Channel), "[a-z0-9-]{1,32}")
	case h.Version < 1 || h.Version > MaxVersion:
		return refuse(BadForm, fmt.Sprint("version ", h.Version), fmt.Sprint("1 to ", MaxVersion))
	case h.NotBefore < 0 || h.Expires > maxTime:
		return refuse(BadForm, fmt.Sprintf("dates %d and %d", h.NotBefore, h.Expires), "1970 to 9999")
	case h.Expires <= h.NotBefore:
		return refuse(BadForm, "expiry "+date(h.Expires), "a time after "+date(h.NotBefore))
	case len(h.Withdraws) > MaxWithdraws:
		return refuse(BadForm, fmt.Sprint(len(h.Withdraws), " withdrawn keys"), fmt.Sprint(MaxWithdraws, " at most"))
	}
	return nil
}
