// Package judge keeps what judges in the browser: the engine with its own packs, and the
// house pack of an envelope that package trust lets serve. Nothing else ever judges; where
// an envelope is refused the built-in pack does.
package judge

import (
	"bytes"
	"errors"
	"fmt"

	"circumspect/engine"
	"circumspect/engine/trust"
)

// Judge holds the engine of the image, and the one with the house pack that was read last.
// It is not safe for concurrent use.
type Judge struct {
	engine *engine.Engine
	read   struct {
		payload []byte
		engine  *engine.Engine
	}
	checker *engine.Checker
}

// New makes a judge of an engine.
func New(e *engine.Engine) *Judge { return &Judge{engine: e} }

// Checker judges by the profile that was activated last; nil before.
func (j *Judge) Checker() *engine.Checker { return j.checker }

// Channel is what the extension knows of the user's channel. The zero value is none.
type Channel struct {
	Name      string
	Keys      []string // base64, older first
	Withdrawn []string // key ids
	Now       int64    // Unix seconds
	Held      trust.Held
	// Envelope is the one to judge by, or the one that was offered; Previous the one that
	// was held before.
	Envelope, Previous []byte
}

// anchor reads what to trust. Keys are settings, which are checked where they are entered.
func (c *Channel) anchor() (trust.Anchor, error) {
	a := trust.Anchor{Channel: c.Name}
	for _, text := range c.Keys {
		key, err := trust.ParseKey(text)
		if err != nil {
			return a, err
		}
		a.Keys = append(a.Keys, key)
	}
	for _, text := range c.Withdrawn {
		id, err := trust.ParseKeyID(text)
		if err != nil {
			return a, err
		}
		a.Withdrawn = append(a.Withdrawn, id)
	}
	return a, a.Check()
}

// House is what users may know of an envelope and of the house pack in it.
type House struct {
	*engine.HouseInfo
	trust.Header
	Standing trust.Standing
	Key      trust.KeyID
}

// Activate makes a checker for a profile. With an envelope it judges by its house pack;
// where that is refused or lapsed the built-in pack judges and the answer says why. Only a
// profile that cannot be used is an error; then the checker stays as it was.
func (j *Judge) Activate(p engine.Profile, c Channel) (*House, *trust.Refusal, error) {
	house, checker, refusal := j.held(p, c)
	if checker == nil {
		var err error
		if checker, err = j.engine.For(p); err != nil {
			return nil, nil, err
		}
	}
	j.checker = checker
	return house, refusal, nil
}

// held reads the envelope that was accepted before; the checker is nil where it does not serve.
func (j *Judge) held(p engine.Profile, c Channel) (*House, *engine.Checker, *trust.Refusal) {
	if len(c.Envelope) == 0 {
		return nil, nil, nil
	}
	house, checker, err := j.open(p, c, func(a trust.Anchor) (*trust.Opened, error) { return trust.Open(c.Envelope, a) })
	switch {
	case err != nil:
		return nil, nil, asRefusal(err)
	case house.Standing == trust.Lapsed:
		return house, nil, nil
	}
	return house, checker, nil
}

// Verdict is the answer to an envelope that was offered.
type Verdict struct {
	House   *House
	Digest  string // of the envelope; "" where it is refused
	Changes []engine.Change
	Refusal *trust.Refusal // nil where the envelope may become active
}

// Verify tells whether an envelope may become active for a profile, and what it would
// change. It changes nothing.
func (j *Judge) Verify(p engine.Profile, c Channel) Verdict {
	var opened *trust.Opened
	house, _, err := j.open(p, c, func(a trust.Anchor) (o *trust.Opened, err error) {
		opened, err = trust.Accept(c.Envelope, a, c.Held, c.Now)
		return opened, err
	})
	if err != nil {
		return Verdict{Refusal: asRefusal(err)}
	}
	changes, err := j.engine.Changes(j.payload(c), opened.Payload, p.Lang)
	if err != nil {
		return Verdict{Refusal: asRefusal(err)}
	}
	return Verdict{House: house, Digest: trust.Digest(c.Envelope), Changes: changes}
}

// payload gives that of the envelope held before, or nil: it was verified when it came, and
// only serves to tell what changed.
func (j *Judge) payload(c Channel) []byte {
	anchor, err := c.anchor()
	if err != nil || len(c.Previous) == 0 {
		return nil
	}
	anchor.Withdrawn = nil
	opened, err := trust.Open(c.Previous, anchor)
	if err != nil {
		return nil
	}
	return opened.Payload
}

// open reads an envelope that a way of opening lets pass, and makes a checker of it.
func (j *Judge) open(p engine.Profile, c Channel, way func(trust.Anchor) (*trust.Opened, error)) (*House, *engine.Checker, error) {
	anchor, err := c.anchor()
	if err != nil {
		return nil, nil, &trust.Refusal{Reason: trust.UnknownKey, Got: err.Error(), Want: "a channel and keys that can be used"}
	}
	opened, err := way(anchor)
	if err != nil {
		return nil, nil, err
	}
	with, err := j.with(opened.Payload)
	if err != nil {
		return nil, nil, err
	}
	if extends := with.House().Extends; extends != p.Org {
		return nil, nil, fmt.Errorf("a pack that extends %s, want %s", extends, p.Org)
	}
	if version := with.House().Version; version != opened.Version {
		return nil, nil, fmt.Errorf("a payload of version %d, want %d", version, opened.Version)
	}
	checker, err := with.For(p)
	if err != nil {
		return nil, nil, err
	}
	return &House{
		HouseInfo: checker.House(), Header: opened.Header, Standing: trust.StandingAt(opened.Header, c.Now),
		Key: opened.Key,
	}, checker, nil
}

// with gives the engine with the house pack of a payload; the last one is kept, since a
// profile changes more often than a pack.
func (j *Judge) with(payload []byte) (*engine.Engine, error) {
	if j.read.engine != nil && bytes.Equal(j.read.payload, payload) {
		return j.read.engine, nil
	}
	with, err := j.engine.Read(payload)
	if err != nil {
		return nil, err
	}
	j.read.payload, j.read.engine = payload, with
	return with, nil
}

// asRefusal names why an envelope cannot serve, whatever it was that refused it.
func asRefusal(err error) *trust.Refusal {
	var refusal *trust.Refusal
	if errors.As(err, &refusal) {
		return refusal
	}
	refusal = &trust.Refusal{Reason: trust.Unfit, Got: err.Error(), Want: "a pack for this version"}
	if errors.Is(err, engine.ErrUnreadable) {
		refusal.Reason, refusal.Want = trust.Unreadable, "a house pack"
	}
	return refusal
}
