package channels

import (
	"encoding/json"
	"fmt"

	"circumspect/engine/trust"
)

// Anchors reads the configuration: each channel and its public keys, older first, as in
// {"staff": ["<key in base64>", "<the key that comes next>"]}.
func Anchors(configuration []byte) (map[string]trust.Anchor, error) {
	var lists map[string][]string
	if err := json.Unmarshal(configuration, &lists); err != nil {
		return nil, fmt.Errorf(`channels: got %w, want {"<channel>": ["<public key in base64>"]}`, err)
	}
	anchors := make(map[string]trust.Anchor, len(lists))
	for name, list := range lists {
		anchor := trust.Anchor{Channel: name}
		for _, text := range list {
			key, err := trust.ParseKey(text)
			if err != nil {
				return nil, fmt.Errorf("channels: %s: %w", name, err)
			}
			anchor.Keys = append(anchor.Keys, key)
		}
		if err := anchor.Check(); err != nil {
			return nil, fmt.Errorf("channels: %s: %w", name, err)
		}
		anchors[name] = anchor
	}
	if len(anchors) == 0 {
		return nil, fmt.Errorf("channels: got none, want one at least")
	}
	return anchors, nil
}
