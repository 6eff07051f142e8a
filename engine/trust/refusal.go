package trust

import "fmt"

// Reason says why an envelope does not become active.
type Reason string

// Every reason there is. The last two are found by package engine, which reads payloads.
const (
	TooLarge     Reason = "too-large"
	Truncated    Reason = "truncated"
	BadForm      Reason = "bad-form" // also: withdraws a key it may not withdraw
	UnknownKey   Reason = "unknown-key"
	WithdrawnKey Reason = "withdrawn-key"
	BadSignature Reason = "bad-signature" // also: cut short or changed behind the signature
	WrongChannel Reason = "wrong-channel"
	NotNewer     Reason = "not-newer"
	NotYetValid  Reason = "not-yet-valid"
	Expired      Reason = "expired"
	Unreadable   Reason = "unreadable" // the payload is no house pack
	Unfit        Reason = "unfit"      // it needs a newer engine, or extends another pack
)

// Reasons lists every reason, in the order in which they are looked for.
func Reasons() []Reason {
	return []Reason{TooLarge, Truncated, BadForm, UnknownKey, WithdrawnKey, BadSignature,
		WrongChannel, NotNewer, NotYetValid, Expired, Unreadable, Unfit}
}

// Refusal is why an envelope does not become active, for people to read.
type Refusal struct {
	Reason    Reason
	Got, Want string
}

// Error names what was got and what is wanted.
func (r *Refusal) Error() string {
	return fmt.Sprintf("envelope: %s: got %s, want %s", r.Reason, r.Got, r.Want)
}

func refuse(reason Reason, got, want string) error {
	return &Refusal{Reason: reason, Got: got, Want: want}
}

func tooLarge(size int) error {
	return refuse(TooLarge, fmt.Sprint(size, " bytes"), fmt.Sprint(MaxEnvelope, " at most"))
}

// withdrawsWrong refuses an envelope whose key reaches for itself or a later key: a
// mistake or an attack, and in neither case should anything of it be used.
func withdrawsWrong(by, withdrawn KeyID) error {
	return refuse(BadForm, fmt.Sprintf("key %s withdrawing %s", by, withdrawn), "only keys listed before its own withdrawn")
}
