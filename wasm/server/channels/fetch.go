package channels

import (
	"fmt"
	"net/http"
	"strconv"

	"circumspect/engine/trust"
)

// How long others may keep an answer: a channel is asked again each time, the envelope of
// a digest never changes. Most answers are these few headers, so they are made once.
var (
	askAgain = []string{"public, no-cache"}
	forEver  = []string{"public, max-age=31536000, immutable"}
	byCoding = []string{"Accept-Encoding"}
)

// newest gives the newest envelope of a channel.
func (s *server) newest(w http.ResponseWriter, r *http.Request) error {
	anchor, err := s.anchor(r)
	if err != nil {
		return err
	}
	record, err := s.Store.Record(r.Context(), anchor.Channel)
	switch {
	case err != nil:
		return err
	case record.Digest == "":
		return refusal{http.StatusNotFound, "channel " + anchor.Channel + ": envelope: got none yet, want one published"}
	case tagged(w, r, record.Digest, askAgain):
		return nil
	}
	envelope, err := s.Store.Envelope(r.Context(), record.Digest)
	if err == nil && envelope == nil {
		err = fmt.Errorf("store: envelope %s: got nothing, want what channel %s gives out", record.Digest, anchor.Channel)
	}
	if err != nil {
		return err
	}
	return s.send(w, r, envelope)
}

// pack gives the envelope of a digest.
func (s *server) pack(w http.ResponseWriter, r *http.Request) error {
	digest := r.PathValue("digest")
	unknown := refusal{http.StatusNotFound, "pack: digest: got one that is unknown here, want the SHA-256 of an envelope in lower-case hex"}
	if !isDigest(digest) {
		return unknown
	}
	envelope, err := s.Store.Envelope(r.Context(), digest)
	switch {
	case err != nil:
		return err
	case envelope == nil:
		return unknown
	case tagged(w, r, digest, forEver):
		return nil
	}
	return s.send(w, r, envelope)
}

// anchor gives the keys of the channel that a request names.
func (s *server) anchor(r *http.Request) (trust.Anchor, error) {
	anchor, known := s.Anchors[r.PathValue("channel")]
	if !known {
		return anchor, refusal{http.StatusNotFound, fmt.Sprintf("request: channel: got %.40q, want one that is published here", r.PathValue("channel"))}
	}
	return anchor, nil
}

// tagged sets what tells an envelope from others and answers whoever holds it already.
// The validator is the envelope's own digest in every encoding, so a client can compute
// it and a server cannot mark a client by it. Most requests end here: the answer that is
// held has the other headers (RFC 9110, 15.4.5), and each costs time.
func tagged(w http.ResponseWriter, r *http.Request, digest string, keep []string) bool {
	h, tag := w.Header(), Tag(digest)
	held := Holds(r.Header["If-None-Match"], tag)
	if held {
		clear(h)
	}
	h["Etag"], h["Cache-Control"], h["Vary"] = []string{tag}, keep, byCoding
	if held {
		w.WriteHeader(http.StatusNotModified)
	}
	return held
}

// send answers with an envelope, in an encoding that the sender understands.
func (s *server) send(w http.ResponseWriter, r *http.Request, envelope Envelope) error {
	h := w.Header()
	h.Set("Content-Type", contentType)
	encoding := Chosen(r.Header["Accept-Encoding"], envelope.Encodings())
	if encoding != "" {
		h.Set("Content-Encoding", encoding)
	}
	if length := envelope.Length(encoding); length >= 0 {
		h.Set("Content-Length", strconv.Itoa(length))
	}
	if r.Method == http.MethodHead {
		w.WriteHeader(http.StatusOK)
		return nil
	}
	if err := envelope.Send(w, encoding); err != nil && s.Failed != nil {
		s.Failed(fmt.Errorf("store: envelope: %w", err)) // too late for another answer
	}
	return nil
}
