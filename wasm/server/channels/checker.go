package channels

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"

	"circumspect/engine/trust"
)

// Checker tells the checker page whose house pack it judges by. The page fetches it from
// /checker.json of the server it came from.
type Checker struct {
	Channel      string   `json:"channel"`
	Organisation string   `json:"organisation"` // the built-in pack it extends: ec, osce, un
	Keys         []string `json:"keys"`         // of the channel; never read, always its own
}

// NewChecker reads {"channel": "staff", "organisation": "ec"} and adds the channel's keys.
func NewChecker(configuration []byte, anchors map[string]trust.Anchor) (*Checker, error) {
	var c Checker
	if err := json.Unmarshal(configuration, &c); err != nil {
		return nil, fmt.Errorf("checker: got %w, want a channel and an organisation", err)
	}
	anchor, known := anchors[c.Channel]
	switch {
	case !known:
		return nil, fmt.Errorf("checker: channel: got %.40q, want one that is published here", c.Channel)
	case c.Organisation == "":
		return nil, fmt.Errorf("checker: organisation: got nothing, want the built-in pack that is extended")
	}
	c.Keys = nil
	for _, key := range anchor.Keys {
		c.Keys = append(c.Keys, key.String())
	}
	return &c, nil
}

// checker answers the page.
func (s *server) checker(w http.ResponseWriter, _ *http.Request) error {
	if s.Checker == nil {
		return refusal{http.StatusNotFound, "checker: channel: got none, want one for the checker page"}
	}
	content, err := json.Marshal(s.Checker)
	if err != nil {
		return fmt.Errorf("checker: %w", err)
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header()["Cache-Control"] = askAgain
	_, _ = io.WriteString(w, string(content)+"\n") // a page that is gone needs no answer
	return nil
}
