package channels

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"

	"circumspect/engine/image"
	"circumspect/engine/trust"
)

// mostUnread is how many bytes of a body that is refused anyway are waited for.
const mostUnread = 2 * trust.MaxEnvelope

// publish takes a newer envelope of a channel.
func (s *server) publish(w http.ResponseWriter, r *http.Request) error {
	anchor, err := s.anchor(r)
	if err != nil {
		return err
	}
	if err := s.mayPublish(w, r); err != nil {
		// Whoever is still sending may not see an answer.
		_, _ = io.CopyN(io.Discard, r.Body, mostUnread)
		return err
	}
	envelope, err := body(w, r)
	if err != nil {
		return err
	}
	if err := declared(r); err != nil {
		return err
	}
	record, err := s.keep(r, anchor, envelope)
	if err != nil {
		return err
	}
	w.Header().Set("Location", "/v1/packs/"+record.Digest)
	say(w, http.StatusCreated, fmt.Sprintf("channel %s: version %d, digest %s", anchor.Channel, record.Version, record.Digest))
	return nil
}

// mayPublish refuses what can be refused before the body is read.
func (s *server) mayPublish(w http.ResponseWriter, r *http.Request) error {
	allowed, err := s.Limit.Allow(r)
	if err != nil {
		return fmt.Errorf("limit: %w", err)
	}
	if !allowed {
		w.Header().Set("Retry-After", "60")
		return refusal{http.StatusTooManyRequests, "request: rate: got too many envelopes, want a minute's pause"}
	}
	if r.ContentLength > trust.MaxEnvelope {
		return tooLarge(fmt.Sprint(r.ContentLength))
	}
	return nil
}

// declared refuses what does not call itself an envelope, after the body was read.
func declared(r *http.Request) error {
	kind, _, err := mime.ParseMediaType(strings.Join(r.Header["Content-Type"], ","))
	switch {
	case err != nil || kind != contentType:
		return refusal{http.StatusUnsupportedMediaType, fmt.Sprintf("request: content-type: got %.40q, want %s", r.Header.Get("Content-Type"), contentType)}
	case r.Header.Get("Content-Encoding") != "":
		return refusal{http.StatusUnsupportedMediaType, fmt.Sprintf("request: content-encoding: got %.40q, want none", r.Header.Get("Content-Encoding"))}
	}
	return nil
}

func tooLarge(size string) error {
	return refusal{http.StatusRequestEntityTooLarge, fmt.Sprintf("request: body: got %s bytes, want %d at most", size, trust.MaxEnvelope)}
}

// body reads an envelope, and no more than an envelope may have.
func body(w http.ResponseWriter, r *http.Request) ([]byte, error) {
	envelope, err := io.ReadAll(http.MaxBytesReader(w, r.Body, trust.MaxEnvelope))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return nil, tooLarge("more")
	case err != nil:
		return nil, refusal{http.StatusRequestTimeout, fmt.Sprintf("request: body: got %d bytes and then no more, want the rest in time", len(envelope))}
	}
	return envelope, nil
}

// keep judges an envelope by what the channel gives out, stores it and gives the record.
func (s *server) keep(r *http.Request, anchor trust.Anchor, envelope []byte) (Record, error) {
	s.publishing.Lock()
	defer s.publishing.Unlock()
	record, err := s.Store.Record(r.Context(), anchor.Channel)
	if err != nil {
		return record, err
	}
	if anchor.Withdrawn, err = record.withdrawn(); err != nil {
		return record, err
	}
	o, err := trust.Accept(envelope, anchor, trust.Held{Version: record.Version, Digest: record.Digest}, s.Now())
	if err != nil {
		return record, err
	}
	if o.Version <= record.Version { // Accept lets the very envelope that is held pass again
		return record, &trust.Refusal{Reason: trust.NotNewer, Got: fmt.Sprint("version ", o.Version), Want: fmt.Sprint("above ", record.Version)}
	}
	if err := servable(o); err != nil {
		return record, err
	}
	record = record.after(o, trust.Digest(envelope))
	return record, s.Store.Keep(r.Context(), anchor.Channel, record, envelope)
}

// servable refuses a payload that no extension would take, or that holds what is not for
// everyone.
func servable(o *trust.Opened) error {
	house, _, err := image.ReadHouse(o.Payload)
	if err != nil {
		return &trust.Refusal{Reason: trust.Unreadable, Got: err.Error(), Want: "a house pack"}
	}
	if house.Version != o.Version {
		return &trust.Refusal{Reason: trust.Unfit, Got: fmt.Sprint("a pack of version ", house.Version), Want: fmt.Sprint("that of its envelope, ", o.Version)}
	}
	problems := house.Served()
	if len(problems) == 0 {
		return nil
	}
	lines := make([]string, len(problems))
	for i, p := range problems {
		lines[i] = p.Error()
	}
	return refusal{http.StatusUnprocessableEntity, strings.Join(lines, "\n")}
}
