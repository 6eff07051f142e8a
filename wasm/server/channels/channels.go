// Package channels is the pack server: an http.Handler that gives out the newest envelope
// of each channel and takes newer ones. It runs in Cloudflare Workers and natively alike;
// where envelopes are kept and how often one may publish is the host's part.
//
// It holds no secret: whoever has the private key of a channel may publish to it, and
// nobody else. It has no endpoint that takes text, sets no cookie and logs no request.
package channels

import (
	"context"
	"fmt"
	"io"
	"maps"
	"net/http"
	"sync"

	"circumspect/engine/trust"
)

// Store keeps envelopes, and of each channel which one is the newest.
type Store interface {
	// Record tells what a channel gives out; the zero Record where nothing was published.
	Record(ctx context.Context, channel string) (Record, error)
	// Envelope gives the envelope of a digest, nil where there is none.
	Envelope(ctx context.Context, digest string) (Envelope, error)
	// Keep stores an envelope first and then makes it what the channel gives out.
	Keep(ctx context.Context, channel string, r Record, envelope []byte) error
}

// Envelope is an envelope in a store, ready to be sent.
type Envelope interface {
	// Encodings lists the content encodings that the host can send it in, the best first.
	Encodings() []string
	// Length is how many bytes it has in an encoding ("" is as it is), -1 where only
	// sending tells.
	Length(encoding string) int
	// Send writes it as the body of an answer whose headers are set. In an encoding that
	// the host applies by itself it writes it as it is.
	Send(w io.Writer, encoding string) error
}

// Limit says whether a sender may publish again already.
type Limit interface {
	Allow(r *http.Request) (bool, error)
}

// Options are what a host hands in.
type Options struct {
	Anchors map[string]trust.Anchor // by the name of the channel
	Store   Store
	Limit   Limit
	Now     func() int64 // Unix seconds
	// Checker is what the checker page is told, nil for nothing.
	Checker *Checker
	// Page answers what is no endpoint; without it such a path is not found.
	Page http.Handler
	// Failed, if not nil, is told what kept a request from its answer, never what was asked.
	Failed func(error)
}

// server answers requests.
type server struct {
	Options
	// publishing keeps two envelopes from being judged by the same record.
	publishing sync.Mutex
}

// Handler gives the pack server.
func Handler(o Options) http.Handler {
	s := &server{Options: o}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /v1/channels/{channel}", s.answered(s.newest))
	mux.HandleFunc("PUT /v1/channels/{channel}", s.answered(s.publish))
	mux.HandleFunc("/v1/channels/{channel}", others("GET, HEAD, PUT"))
	mux.HandleFunc("GET /v1/packs/{digest}", s.answered(s.pack))
	mux.HandleFunc("/v1/packs/{digest}", others("GET, HEAD"))
	mux.HandleFunc("GET /healthz", healthy)
	mux.HandleFunc("/healthz", others("GET, HEAD"))
	mux.HandleFunc("GET /checker.json", s.answered(s.checker))
	mux.HandleFunc("/checker.json", others("GET, HEAD"))
	mux.HandleFunc("/v1/", notFound)
	mux.HandleFunc("/", s.elsewhere)
	return s.guarded(mux)
}

// guarded sets the headers that every answer with a body has and survives a panic. No header lets
// another origin read an answer: an extension needs none for a host it may reach.
func (s *server) guarded(next http.Handler) http.Handler {
	headers := http.Header{
		"X-Content-Type-Options":       {"nosniff"},
		"Referrer-Policy":              {"no-referrer"},
		"Content-Security-Policy":      {"default-src 'none'; frame-ancestors 'none'"},
		"Cross-Origin-Resource-Policy": {"same-origin"},
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		maps.Copy(w.Header(), headers)
		defer func() {
			if p := recover(); p != nil {
				s.failed(w, fmt.Errorf("server: handler: got a panic, want an answer: %v", p))
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// answered turns the error of a step into an answer.
func (s *server) answered(step func(http.ResponseWriter, *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := step(w, r); err != nil {
			s.refuse(w, err)
		}
	}
}

// healthy says that the server runs; it looks at no store, so that asking costs nothing.
func healthy(w http.ResponseWriter, _ *http.Request) { say(w, http.StatusOK, "ok") }

// elsewhere answers what is no endpoint.
func (s *server) elsewhere(w http.ResponseWriter, r *http.Request) {
	switch {
	case s.Page == nil:
		notFound(w, r)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		others("GET, HEAD")(w, r)
	default:
		s.Page.ServeHTTP(w, r)
	}
}

func notFound(w http.ResponseWriter, _ *http.Request) {
	say(w, http.StatusNotFound, "request: path: got one that leads nowhere, want /v1/channels/…, /v1/packs/… or /healthz")
}

// others answers the methods that a path does not know.
func others(allowed string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Allow", allowed)
		say(w, http.StatusMethodNotAllowed, fmt.Sprintf("request: method: got %.16q, want %s", r.Method, allowed))
	}
}
