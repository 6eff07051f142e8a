//go:build js && wasm

package main

import (
	"errors"
	"net/http"
	"syscall/js"
)

// limit is a rate limit that Cloudflare counts, by the address of the sender.
type limit struct{ binding js.Value }

// Allow implements channels.Limit.
func (l limit) Allow(r *http.Request) (bool, error) {
	if l.binding.IsUndefined() {
		return false, errors.New("binding: " + putsBinding + ": got nothing, want a rate limit")
	}
	outcome, err := await(l.binding.Call("limit", map[string]any{"key": r.Header.Get("Cf-Connecting-Ip")}))
	if err != nil {
		return false, err
	}
	return outcome.Get("success").Bool(), nil
}
