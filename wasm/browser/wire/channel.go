package wire

import (
	"encoding/base64"
	"fmt"
	"strconv"

	"circumspect/engine"
	"circumspect/engine/trust"
	"circumspect/wasm/browser/judge"
)

// channel takes one key of a channel: channel, key*, withdrawn*, now (Unix seconds), floor,
// held, envelope and previous (base64). It tells whether the key is one.
func channel(c *judge.Channel, key, value string) (known bool, err error) {
	switch key {
	case "channel":
		c.Name = value
	case "key":
		c.Keys = append(c.Keys, value)
	case "withdrawn":
		c.Withdrawn = append(c.Withdrawn, value)
	case "now":
		if c.Now, err = strconv.ParseInt(value, 10, 64); err != nil {
			err = fmt.Errorf("frame: now: got %q, want Unix seconds", value)
		}
	case "floor":
		if c.Held.Version, err = strconv.Atoi(value); err != nil {
			err = fmt.Errorf("frame: floor: got %q, want a version", value)
		}
	case "held":
		c.Held.Digest = value
	case "envelope":
		c.Envelope, err = block(key, value)
	case "previous":
		c.Previous, err = block(key, value)
	default:
		return false, nil
	}
	return true, err
}

// block reads bytes in base64.
func block(key, value string) ([]byte, error) {
	b, err := base64.StdEncoding.DecodeString(value)
	if err != nil {
		return nil, fmt.Errorf("frame: %s: got what is no base64 (%w), want an envelope in base64", key, err)
	}
	return b, nil
}

// Verdict writes the answer to an envelope that was offered.
func Verdict(v judge.Verdict) []byte {
	var w writer
	w.open('{')
	w.house(v.House, v.Refusal)
	if v.House != nil {
		w.text("digest", v.Digest)
		w.texts("withdraws", ids(v.House.Withdraws))
		objects(&w, "changes", v.Changes, func(c *engine.Change) {
			w.text("kind", c.Kind)
			w.optional("rule", c.Rule)
			w.optional("title", c.Title)
			w.optional("from", c.From)
			w.optional("to", c.To)
		})
	}
	w.close('}')
	return w.done()
}

// house writes a house pack, or why there is none.
func (w *writer) house(h *judge.House, refusal *trust.Refusal) {
	if refusal != nil {
		w.key("refusal")
		w.open('{')
		w.text("reason", string(refusal.Reason))
		w.text("got", refusal.Got)
		w.text("want", refusal.Want)
		w.close('}')
	}
	if h == nil {
		return
	}
	w.key("house")
	w.open('{')
	w.text("id", h.ID)
	w.text("name", h.Name)
	w.number("version", h.HouseInfo.Version)
	w.text("channel", h.Channel)
	w.number("notBefore", int(h.NotBefore))
	w.number("expires", int(h.Expires))
	w.text("standing", string(h.Standing))
	w.text("key", h.Key.String())
	w.number("rules", h.Rules)
	w.overrides(h.HouseInfo)
	w.key("apps")
	w.open('{')
	w.texts("recommended", h.Apps.Recommended)
	w.texts("discouraged", h.Apps.Discouraged)
	w.texts("banned", h.Apps.Banned)
	w.close('}')
	objects(w, "news", h.News, func(n *engine.News) {
		w.number("version", n.Version)
		w.text("says", n.Says)
	})
	w.close('}')
}

// overrides writes what a house pack changes in built-in rules.
func (w *writer) overrides(h *engine.HouseInfo) {
	objects(w, "lowered", h.Lowered, func(l *engine.Lowered) {
		w.text("rule", l.Rule)
		w.text("title", l.Title)
		w.text("from", l.From.String())
		w.text("to", l.To.String())
	})
	objects(w, "silenced", h.Silenced, func(s *engine.Silenced) {
		w.text("rule", s.Rule)
		w.text("title", s.Title)
	})
}

func ids(keys []trust.KeyID) (list []string) {
	for _, id := range keys {
		list = append(list, id.String())
	}
	return list
}
