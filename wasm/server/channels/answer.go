package channels

import (
	"errors"
	"io"
	"net/http"
	"strings"

	"circumspect/engine/trust"
)

// refusal is a request that is answered with a status and a reason.
type refusal struct {
	status int
	reason string
}

// Error gives the reason.
func (r refusal) Error() string { return r.reason }

// statusOf gives the status of what package trust refuses; most of it is forbidden.
func statusOf(reason trust.Reason) int {
	switch reason {
	case trust.TooLarge:
		return http.StatusRequestEntityTooLarge
	case trust.Truncated, trust.BadForm:
		return http.StatusBadRequest
	case trust.NotNewer:
		return http.StatusConflict
	case trust.Unreadable, trust.Unfit:
		return http.StatusUnprocessableEntity
	}
	return http.StatusForbidden
}

// refuse answers an error: a refusal with its reason, anything else as a failure.
func (s *server) refuse(w http.ResponseWriter, err error) {
	var refused refusal
	var envelope *trust.Refusal
	switch {
	case errors.As(err, &refused):
		say(w, refused.status, refused.reason)
	case errors.As(err, &envelope):
		say(w, statusOf(envelope.Reason), envelope.Error())
	default:
		s.failed(w, err)
	}
}

// failed answers what is not the sender's fault, tells the host, and tells the sender no more.
func (s *server) failed(w http.ResponseWriter, err error) {
	if s.Failed != nil {
		s.Failed(err)
	}
	w.Header().Set("Retry-After", "60")
	say(w, http.StatusServiceUnavailable, "server: store: got a failure, want an answer: try again later")
}

// say answers with a line of text.
func say(w http.ResponseWriter, status int, text string) {
	h := w.Header()
	for _, name := range []string{"Content-Encoding", "Content-Length", "Etag"} {
		h.Del(name)
	}
	h.Set("Content-Type", "text/plain; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, strings.TrimRight(text, "\n")+"\n") // a sender that is gone needs no answer
}
