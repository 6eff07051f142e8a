//go:build js && wasm

// Command server is the pack server as a Cloudflare Worker. The host starts it anew for
// every request. wrangler.jsonc names what it is bound to.
package main

import (
	"fmt"
	"net/http"
	"syscall/js"
	"time"

	"circumspect/wasm/server/channels"

	"github.com/syumai/workers"
	"github.com/syumai/workers/cloudflare"
)

// Names of the bindings.
const (
	packsBinding    = "PACKS"
	putsBinding     = "PUTS"
	channelsBinding = "CHANNELS"
	checkerBinding  = "CHECKER"
)

func main() {
	handler, err := handler()
	if err != nil {
		handler = broken(err)
	}
	workers.Serve(handler)
}

// handler puts the pack server together from what the worker is bound to.
func handler() (http.Handler, error) {
	anchors, err := channels.Anchors([]byte(configuration(channelsBinding)))
	if err != nil {
		return nil, err
	}
	var checker *channels.Checker
	if text := configuration(checkerBinding); text != "null" {
		if checker, err = channels.NewChecker([]byte(text), anchors); err != nil {
			return nil, err
		}
	}
	store := cloudflare.GetBinding(packsBinding)
	if store.IsUndefined() {
		return nil, fmt.Errorf("binding: %s: got nothing, want a KV namespace", packsBinding)
	}
	return channels.Handler(channels.Options{
		Anchors: anchors, Store: namespace{store}, Limit: limit{cloudflare.GetBinding(putsBinding)}, Checker: checker,
		Now:    func() int64 { return time.Now().Unix() },
		Failed: func(err error) { js.Global().Get("console").Call("error", err.Error()) },
	}), nil
}

// configuration gives a variable as JSON, be it JSON in wrangler.jsonc or a text from the dashboard.
func configuration(name string) string {
	value := cloudflare.GetBinding(name)
	if value.Type() == js.TypeObject {
		value = js.Global().Get("JSON").Call("stringify", value)
	}
	if value.Type() != js.TypeString {
		return "null"
	}
	return value.String()
}

// broken answers every request with what is wrong with the configuration, which is public.
func broken(err error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	})
}
