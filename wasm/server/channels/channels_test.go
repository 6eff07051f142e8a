package channels_test

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"circumspect/engine/image"
	"circumspect/engine/pack"
	"circumspect/engine/trust"
	"circumspect/wasm/server/channels"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// memory is a store in memory that fails when it is told to.
type memory struct {
	mutex   sync.Mutex
	records map[string]channels.Record
	packs   map[string][]byte
	trouble map[string]error // by method
	panics  bool
}

func newMemory() *memory {
	return &memory{records: map[string]channels.Record{}, packs: map[string][]byte{}, trouble: map[string]error{}}
}

func (m *memory) Record(_ context.Context, channel string) (channels.Record, error) {
	if m.panics {
		panic("a store that breaks")
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	return m.records[channel], m.trouble["Record"]
}

func (m *memory) Envelope(_ context.Context, digest string) (channels.Envelope, error) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if content, known := m.packs[digest]; known {
		return plain(content), m.trouble["Envelope"]
	}
	return nil, m.trouble["Envelope"]
}

func (m *memory) Keep(_ context.Context, channel string, r channels.Record, envelope []byte) error {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if err := m.trouble["Keep"]; err != nil {
		return err
	}
	m.records[channel], m.packs[r.Digest] = r, envelope
	return nil
}

// plain is an envelope in no encoding.
type plain []byte

func (plain) Encodings() []string { return nil }
func (p plain) Length(string) int { return len(p) }
func (p plain) Send(w io.Writer, _ string) error {
	_, err := w.Write(p)
	return err
}

// often allows so many requests, and then fails or refuses.
type often struct {
	left atomic.Int32
	err  error
}

func (o *often) Allow(*http.Request) (bool, error) {
	return o.left.Add(-1) >= 0, o.err
}

func private(n byte) ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed(bytes.Repeat([]byte{n}, ed25519.SeedSize))
}

// now is when every test takes place.
const now = 1_800_000_000

type server struct {
	http.Handler
	store    *memory
	limit    *often
	clock    int64
	failures []string
}

func newServer(t *testing.T) *server {
	t.Helper()
	anchors, err := channels.Anchors(fmt.Appendf(nil, `{"staff": [%q, %q]}`, trust.KeyOf(private(1)), trust.KeyOf(private(2))))
	require.NoError(t, err)
	s := &server{store: newMemory(), limit: &often{}, clock: now}
	s.limit.left.Store(100)
	s.Handler = channels.Handler(channels.Options{
		Anchors: anchors, Store: s.store, Limit: s.limit,
		Now: func() int64 { return s.clock }, Failed: func(err error) { s.failures = append(s.failures, err.Error()) },
	})
	return s
}

func (s *server) ask(method, path string, body []byte) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/octet-stream")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

const staff = "/v1/channels/staff"

func sealed(t *testing.T, version int, key ed25519.PrivateKey, withdraws ...trust.KeyID) []byte {
	t.Helper()
	payload := image.WriteHouse(&pack.House{ID: "acme", Extends: "ec", Version: version, Languages: []string{"en"}}, image.Tables{})
	envelope, err := trust.Seal(trust.Header{Channel: "staff", Version: version, NotBefore: now - 10, Expires: now + 10, Withdraws: withdraws}, payload, key)
	require.NoError(t, err)
	return envelope
}

func TestClock(t *testing.T) {
	s := newServer(t)
	envelope := sealed(t, 1, private(1))
	for clock, says := range map[int64]string{now - 11: "not-yet-valid", now + 10: "expired"} {
		s.clock = clock
		answer := s.ask("PUT", staff, envelope)
		assert.Equal(t, http.StatusForbidden, answer.Code)
		assert.Contains(t, answer.Body.String(), "envelope: "+says)
	}
	s.clock = now + 9
	assert.Equal(t, http.StatusCreated, s.ask("PUT", staff, envelope).Code)
	s.clock = now + 1000
	assert.Equal(t, http.StatusOK, s.ask("GET", staff, nil).Code, "an old envelope is given out: clients judge")
}

func TestWithdrawnStays(t *testing.T) {
	s := newServer(t)
	for _, step := range []struct {
		version, key, status int
		withdraws            []trust.KeyID
	}{
		{version: 1, key: 1, status: http.StatusCreated},
		{version: 2, key: 2, status: http.StatusCreated, withdraws: []trust.KeyID{trust.KeyOf(private(1)).ID(), trust.KeyOf(private(9)).ID()}},
		{version: 3, key: 1, status: http.StatusForbidden},
		{version: 3, key: 2, status: http.StatusCreated},
		{version: 4, key: 1, status: http.StatusForbidden},
		{version: 4, key: 2, status: http.StatusCreated, withdraws: []trust.KeyID{trust.KeyOf(private(1)).ID()}},
	} {
		answer := s.ask("PUT", staff, sealed(t, step.version, private(byte(step.key)), step.withdraws...))
		assert.Equal(t, step.status, answer.Code, answer.Body)
	}
	assert.Equal(t, []string{trust.KeyOf(private(1)).ID().String()}, s.store.records["staff"].Withdrawn, "once, and only what the channel lists")
}

func TestFailures(t *testing.T) {
	trouble := errors.New("the disk is full")
	for name, breaks := range map[string]func(*server){
		"record":           func(s *server) { s.store.trouble["Record"] = trouble },
		"envelope":         func(s *server) { s.store.trouble["Envelope"] = trouble },
		"envelope is gone": func(s *server) { clear(s.store.packs) },
		"a panic":          func(s *server) { s.store.panics = true },
	} {
		t.Run(name, func(t *testing.T) {
			s := newServer(t)
			require.Equal(t, http.StatusCreated, s.ask("PUT", staff, sealed(t, 1, private(1))).Code)
			breaks(s)
			answer := s.ask("GET", staff, nil)
			assert.Equal(t, http.StatusServiceUnavailable, answer.Code)
			assert.Equal(t, "60", answer.Header().Get("Retry-After"))
			assert.Empty(t, answer.Header().Get("Etag"))
			assert.NotContains(t, answer.Body.String(), "disk", "what is wrong is for the host")
			assert.Len(t, s.failures, 1)
		})
	}
	for name, breaks := range map[string]func(*server){
		"record": func(s *server) { s.store.trouble["Record"] = trouble },
		"keep":   func(s *server) { s.store.trouble["Keep"] = trouble },
		"limit":  func(s *server) { s.limit.err = trouble },
		"record that makes no sense": func(s *server) {
			s.store.records["staff"] = channels.Record{Withdrawn: []string{"no id"}}
		},
	} {
		t.Run("put, "+name, func(t *testing.T) {
			s := newServer(t)
			breaks(s)
			assert.Equal(t, http.StatusServiceUnavailable, s.ask("PUT", staff, sealed(t, 1, private(1))).Code)
			assert.Len(t, s.failures, 1)
		})
	}
}

func TestLimit(t *testing.T) {
	s := newServer(t)
	s.limit.left.Store(2)
	for v := 1; v <= 2; v++ {
		require.Equal(t, http.StatusCreated, s.ask("PUT", staff, sealed(t, v, private(1))).Code)
	}
	answer := s.ask("PUT", staff, sealed(t, 3, private(1)))
	assert.Equal(t, http.StatusTooManyRequests, answer.Code)
	assert.Equal(t, "60", answer.Header().Get("Retry-After"))
	assert.Equal(t, http.StatusOK, s.ask("GET", staff, nil).Code)
	assert.Equal(t, http.StatusNotFound, s.ask("PUT", "/v1/channels/nobody", nil).Code, "unknown channels cost nothing")
}

func TestAtOnce(t *testing.T) {
	s := newServer(t)
	const versions = 50
	var all sync.WaitGroup
	for v := 1; v <= versions; v++ {
		envelope := sealed(t, v, private(1))
		all.Go(func() {
			r := httptest.NewRequest("PUT", staff, bytes.NewReader(envelope))
			r.Header.Set("Content-Type", "application/octet-stream")
			w := httptest.NewRecorder()
			s.ServeHTTP(w, r)
			assert.Contains(t, []int{http.StatusCreated, http.StatusConflict}, w.Code)
		})
	}
	all.Wait()
	assert.Equal(t, versions, s.store.records["staff"].Version)
}

func TestAnchors(t *testing.T) {
	key := trust.KeyOf(private(1)).String()
	for configuration, says := range map[string]string{
		``:                           "channels: got unexpected end of JSON input, want {",
		`[]`:                         "channels: got json:",
		`null`:                       "channels: got none, want one at least",
		`{}`:                         "channels: got none, want one at least",
		`{"staff": []}`:              "channels: staff: anchor: keys: got 0, want 1 to 2",
		`{"staff": ["x"]}`:           "channels: staff: key: got \"x\"",
		`{"Staff": ["` + key + `"]}`: "channels: Staff: anchor: channel:",
		`{"staff": ["` + key + `", "` + key + `"]}`: "channels: staff: anchor: keys:",
	} {
		_, err := channels.Anchors([]byte(configuration))
		require.Error(t, err, configuration)
		assert.Contains(t, err.Error(), says)
	}
}

func TestChecker(t *testing.T) {
	key := trust.KeyOf(private(1)).String()
	anchors, err := channels.Anchors([]byte(`{"staff": ["` + key + `"]}`))
	require.NoError(t, err)
	for configuration, says := range map[string]string{
		`{`:                      "checker: got unexpected end of JSON input",
		`{"organisation": "ec"}`: `checker: channel: got ""`,
		`{"channel": "other"}`:   `checker: channel: got "other", want one that is published here`,
		`{"channel": "staff"}`:   "checker: organisation: got nothing",
	} {
		_, err := channels.NewChecker([]byte(configuration), anchors)
		require.Error(t, err, configuration)
		assert.Contains(t, err.Error(), says)
	}
	checker, err := channels.NewChecker([]byte(`{"channel": "staff", "organisation": "un", "keys": ["a stranger's"]}`), anchors)
	require.NoError(t, err)
	assert.Equal(t, &channels.Checker{Channel: "staff", Organisation: "un", Keys: []string{key}}, checker)
	w := httptest.NewRecorder()
	channels.Handler(channels.Options{Checker: checker}).ServeHTTP(w, httptest.NewRequest("GET", "/checker.json", nil))
	var told channels.Checker
	require.NoError(t, json.Unmarshal(w.Body.Bytes(), &told))
	assert.Equal(t, *checker, told)
	assert.Equal(t, http.StatusNotFound, newServer(t).ask("GET", "/checker.json", nil).Code)
}

func TestPage(t *testing.T) {
	h := channels.Handler(channels.Options{Page: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "page") })})
	for request, status := range map[string]int{"GET /": 200, "GET /page.js": 200, "HEAD /": 200, "POST /": 405, "PUT /page.js": 405, "GET /v1/x": 404} {
		method, path, _ := strings.Cut(request, " ")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(method, path, nil))
		assert.Equal(t, status, w.Code, request)
	}
}
