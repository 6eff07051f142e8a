// Package wire is the form in which texts and answers cross between JavaScript and the
// engine: frames of key and value in, JSON out. encoding/json is left out because it
// would add a quarter to the size of the engine and more to its start.
package wire

import (
	"fmt"
	"strconv"
	"strings"

	"circumspect/engine"
	"circumspect/wasm/browser/judge"
)

// A frame is keys and values in turn, joined by NUL, which no value may contain.
const separator = "\x00"

// each calls visit for every key and value of a frame.
func each(frame string, visit func(key, value string) error) error {
	for frame != "" {
		key, rest, ok := strings.Cut(frame, separator)
		if !ok {
			return fmt.Errorf("frame: %s: got no value, want one", key)
		}
		value, more, _ := strings.Cut(rest, separator)
		if err := visit(key, value); err != nil {
			return err
		}
		frame = more
	}
	return nil
}

// Activate reads the frame of activate and of verify: the profile (org, status, device, official,
// official-handle*, field*, watch*, skip-language*, at-most* (category=level),
// app-discouraged*, app-banned*, lang) and the channel, where the user has one.
func Activate(frame string) (p engine.Profile, c judge.Channel, err error) {
	err = each(frame, func(key, value string) error {
		if known, err := channel(&c, key, value); known || err != nil {
			return err
		}
		return profile(&p, key, value)
	})
	return p, c, err
}

// profile takes one key of a profile.
func profile(p *engine.Profile, key, value string) error {
	switch key {
	case "org":
		p.Org = value
	case "status":
		p.Status = value
	case "field":
		p.Field = append(p.Field, value)
	case "watch":
		p.Watchlist = append(p.Watchlist, value)
	case "device":
		p.Device = value
	case "official":
		p.Official = value == "true"
	case "official-handle":
		p.OfficialHandles = append(p.OfficialHandles, value)
	case "skip-language":
		p.SkipLanguages = append(p.SkipLanguages, value)
	case "at-most":
		return atMost(p, value)
	case "app-discouraged":
		p.AppsDiscouraged = append(p.AppsDiscouraged, value)
	case "app-banned":
		p.AppsBanned = append(p.AppsBanned, value)
	case "lang":
		p.Lang = value
	default:
		return unknown(key)
	}
	return nil
}

// Document reads the frame of check: text or part*, surface, site, lang, handle, shared, author.
func Document(frame string) (engine.Document, error) {
	var d engine.Document
	err := each(frame, func(key, value string) error {
		switch key {
		case "text":
			d.Text = value
		case "part":
			d.Parts = append(d.Parts, value)
		case "surface":
			d.Surface = value
		case "site":
			d.Site = value
		case "lang":
			d.Lang = value
		case "handle":
			d.Handle = value
		case "shared":
			d.Shared.Text = value
		case "author":
			d.Shared.Author = value
		default:
			return unknown(key)
		}
		return nil
	})
	return d, err
}

// atMost reads category=level. Whether there are such, engine.For tells.
func atMost(p *engine.Profile, value string) error {
	category, level, ok := strings.Cut(value, "=")
	if !ok {
		return fmt.Errorf("profile: at-most: got %q, want category=level, as in offensive=hint", value)
	}
	if p.AtMost == nil {
		p.AtMost = map[string]string{}
	}
	p.AtMost[category] = level
	return nil
}

// Bio reads the frame of bio: text, name, handle, site, limit.
func Bio(frame string) (engine.Bio, error) {
	var b engine.Bio
	err := each(frame, func(key, value string) (err error) {
		switch key {
		case "text":
			b.Text = value
		case "name":
			b.Name = value
		case "handle":
			b.Handle = value
		case "site":
			b.Site = value
		case "limit":
			if b.Limit, err = strconv.Atoi(value); err != nil || b.Limit < 0 {
				return fmt.Errorf("frame: limit: got %q, want a length in UTF-16 code units", value)
			}
		default:
			return unknown(key)
		}
		return nil
	})
	return b, err
}

func unknown(key string) error {
	return fmt.Errorf("frame: got key %q, want one that is known", key)
}
