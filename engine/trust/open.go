package trust

import (
	"crypto/ed25519"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
)

// Open says whether an envelope is whole, signed by a key of the anchor and for its
// channel. It knows no time: it is for an envelope that was accepted before and is read
// again, whose age StandingAt tells. What it refuses is a *Refusal; any other error is
// an anchor that cannot be used.
func Open(envelope []byte, a Anchor) (*Opened, error) {
	if err := a.Check(); err != nil {
		return nil, err
	}
	if err := checkForm(envelope); err != nil {
		return nil, err
	}
	place, err := signer(envelope, a)
	if err != nil {
		return nil, err
	}
	o := &Opened{Key: a.Keys[place].ID()}
	r := reader{rest: envelope[bodyAt:]}
	if err := r.body(o); err != nil {
		return nil, err
	}
	if o.Channel != a.Channel {
		return nil, refuse(WrongChannel, o.Channel, a.Channel)
	}
	return o, o.divide(a, place)
}

// checkForm looks at what can be told without any key.
func checkForm(envelope []byte) error {
	start := string(envelope[:min(len(envelope), len(magic))])
	switch {
	case len(envelope) > MaxEnvelope:
		return tooLarge(len(envelope))
	case !strings.HasPrefix(magic, start):
		return refuse(BadForm, fmt.Sprintf("a beginning of %q", start), fmt.Sprintf("%q", magic))
	case len(envelope) <= bodyAt:
		return refuse(Truncated, fmt.Sprint(len(envelope), " bytes"), fmt.Sprint("more than ", bodyAt))
	}
	return nil
}

// signer gives the place in the anchor of the key that signed.
func signer(envelope []byte, a Anchor) (int, error) {
	id := KeyID(envelope[keyAt:signatureAt])
	place := a.place(id)
	switch {
	case slices.Contains(a.Withdrawn, id):
		return 0, refuse(WithdrawnKey, "key "+id.String(), "one that is not withdrawn")
	case place < 0:
		return 0, refuse(UnknownKey, "key "+id.String(), "one of "+a.ids())
	}
	signed := slices.Concat(envelope[:signatureAt], envelope[bodyAt:])
	if !ed25519.Verify(a.Keys[place].public[:], signed, envelope[signatureAt:bodyAt]) {
		return 0, refuse(BadSignature, "a signature that does not fit", "that of key "+id.String()+" over these bytes")
	}
	return place, nil
}

// ids names the keys of the anchor.
func (a Anchor) ids() string {
	ids := make([]string, len(a.Keys))
	for i, k := range a.Keys {
		ids[i] = k.ID().String()
	}
	return strings.Join(ids, ", ")
}

// divide keeps in Withdraws the keys that the anchor lists and refuses an envelope that
// withdraws the key at place, which signed it, or a later one.
func (o *Opened) divide(a Anchor, place int) error {
	signed := o.Withdraws
	o.Withdraws = nil
	for _, id := range signed {
		switch at := a.place(id); {
		case at >= place:
			return withdrawsWrong(o.Key, id)
		case at >= 0:
			o.Withdraws = append(o.Withdraws, id)
		default:
			o.Unlisted = append(o.Unlisted, id)
		}
	}
	return nil
}

// reader takes the fields of a body, from the front. After the first mistake, which it
// keeps, it gives nothing more.
type reader struct {
	rest []byte
	err  error
}

// body reads a whole body into o.
func (r *reader) body(o *Opened) error {
	o.Channel = string(r.block("channel"))
	o.Version = int(r.number("version", MaxVersion))
	o.NotBefore = int64(r.number("not-before", maxTime))
	o.Expires = int64(r.number("expiry", maxTime))
	for range r.number("withdrawn keys", MaxWithdraws) {
		var id KeyID
		copy(id[:], r.take("withdrawn keys", uint64(len(id))))
		o.Withdraws = append(o.Withdraws, id)
	}
	o.Payload = r.block("payload")
	if r.err != nil {
		return r.err
	}
	if len(r.rest) > 0 || len(o.Payload) == 0 {
		return refuse(BadForm, fmt.Sprintf("a payload of %d bytes with %d behind", len(o.Payload), len(r.rest)), "a payload with nothing behind")
	}
	return o.check()
}

// number reads a number in its shortest form.
func (r *reader) number(field string, most uint64) uint64 {
	n, size := binary.Uvarint(r.rest)
	switch {
	case r.err != nil:
		return 0
	case size == 0:
		r.err = refuse(Truncated, field+" cut off", "a whole body")
		return 0
	case size < 0 || n > most || size > 1 && r.rest[size-1] == 0:
		r.err = refuse(BadForm, field+" out of bounds", fmt.Sprintf("%d at most, in its shortest form", most))
		return 0
	}
	r.rest = r.rest[size:]
	return n
}

// block reads bytes behind their length.
func (r *reader) block(field string) []byte {
	return r.take(field, r.number(field, MaxEnvelope))
}

// take reads n bytes.
func (r *reader) take(field string, n uint64) []byte {
	if r.err == nil && n > uint64(len(r.rest)) {
		r.err = refuse(Truncated, field+" cut off", "a whole body")
	}
	if r.err != nil {
		return nil
	}
	b := r.rest[:n:n]
	r.rest = r.rest[n:]
	return b
}
