package trust

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"slices"
)

// MaxKeys is how many keys an anchor may list: one, or two while one replaces the other.
const MaxKeys = 2

// KeyID names a key: the first 8 bytes of the SHA-256 of the public key.
type KeyID [8]byte

// String gives the id in lower-case hex.
func (id KeyID) String() string { return hex.EncodeToString(id[:]) }

// ParseKeyID reads what String gives.
func ParseKeyID(s string) (KeyID, error) {
	var id KeyID
	b, err := hex.DecodeString(s)
	if err == nil && len(b) == len(id) {
		copy(id[:], b)
	}
	if id.String() != s {
		return KeyID{}, fmt.Errorf("key id: got %.40q, want %d lower-case hex digits", s, 2*len(id))
	}
	return id, nil
}

// Key is an Ed25519 public key.
type Key struct{ public [ed25519.PublicKeySize]byte }

// ParseKey reads a public key in standard base64.
func ParseKey(s string) (Key, error) {
	var k Key
	b, err := base64.StdEncoding.Strict().DecodeString(s)
	if err == nil && len(b) == len(k.public) {
		copy(k.public[:], b)
	}
	if k.String() != s { // also: the decoder passes over line ends
		return Key{}, fmt.Errorf("key: got %.60q, want an Ed25519 public key: %d bytes in base64", s, len(k.public))
	}
	if k.weak() {
		return Key{}, fmt.Errorf("key: got %q, want a key that was made with its private half", s)
	}
	return k, nil
}

// KeyOf gives the public half of a private key.
func KeyOf(private ed25519.PrivateKey) Key {
	var k Key
	copy(k.public[:], private[ed25519.PrivateKeySize-ed25519.PublicKeySize:])
	return k
}

// ID names the key.
func (k Key) ID() KeyID {
	sum := sha256.Sum256(k.public[:])
	return KeyID(sum[:len(KeyID{})])
}

// String gives the key in standard base64.
func (k Key) String() string { return base64.StdEncoding.EncodeToString(k.public[:]) }

// weakKeys are the points of small order without their sign: under such a key, of which
// all zeros is one, anybody can sign. A placeholder in a policy file may be one.
const weakKeys = "" +
	"0000000000000000000000000000000000000000000000000000000000000000" +
	"0100000000000000000000000000000000000000000000000000000000000000" +
	"26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05" +
	"c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a" +
	"ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f" +
	"edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f" +
	"eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"

func (k Key) weak() bool {
	k.public[len(k.public)-1] &^= 0x80
	unsigned := hex.EncodeToString(k.public[:])
	for at := 0; at < len(weakKeys); at += len(unsigned) {
		if weakKeys[at:at+len(unsigned)] == unsigned {
			return true
		}
	}
	return false
}

// Anchor is what an installation trusts: one channel and its keys.
type Anchor struct {
	Channel string
	// Keys are in the order in which they came into use. A key may withdraw only keys
	// that stand before it, so that a stolen old key cannot withdraw the new one.
	Keys []Key
	// Withdrawn are keys that an accepted envelope withdrew. The caller keeps them.
	Withdrawn []KeyID
}

// Check reports what makes an anchor unusable.
func (a Anchor) Check() error {
	if !ValidChannel(a.Channel) {
		return fmt.Errorf("anchor: channel: got %.40q, want [a-z0-9-]{1,32}", a.Channel)
	}
	if len(a.Keys) == 0 || len(a.Keys) > MaxKeys {
		return fmt.Errorf("anchor: keys: got %d, want 1 to %d", len(a.Keys), MaxKeys)
	}
	for i, k := range a.Keys {
		if k.weak() || slices.Contains(a.Keys[:i], k) {
			return fmt.Errorf("anchor: keys: got %s, want different keys that were made with a private half", k)
		}
	}
	return nil
}

// place gives where the anchor lists a key, or -1.
func (a Anchor) place(id KeyID) int {
	return slices.IndexFunc(a.Keys, func(k Key) bool { return k.ID() == id })
}
