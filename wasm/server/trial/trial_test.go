// Package trial holds one table of requests that every form of the pack server must
// answer alike: the handler in this process, circumspect serve, and the worker in workerd.
package trial

import (
	"bytes"
	"compress/gzip"
	"crypto/ed25519"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"circumspect/engine/trust"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// wantSteps is how many steps the table has, so that none is lost unseen.
const wantSteps = 83

// everywhere asks for the real servers, too. They must be built: make test-servers.
const everywhere = "CIRCUMSPECT_SERVERS"

func TestServers(t *testing.T) {
	targets := map[string]func(*testing.T) target{"in process": inProcess}
	if os.Getenv(everywhere) != "" {
		targets["native"], targets["workerd"] = native, workerd
	}
	for name, start := range targets {
		t.Run(name, func(t *testing.T) { try(t, start(t)) })
	}
}

// try puts a server through the table, then through what no table can hold.
func try(t *testing.T, to target) {
	ran := 0
	for _, s := range steps(t) {
		ran += run(t, to, s)
	}
	assert.Equal(t, wantSteps, ran, "steps")
	if to.page {
		t.Run("page", func(t *testing.T) { page(t, to) })
	}
	t.Run("half a body", func(t *testing.T) { halfABody(t, to) })
	t.Run("at once", func(t *testing.T) { atOnce(t, to) })
	t.Run("flood", func(t *testing.T) { flood(t, to) })
	assert.Empty(t, to.printed(t), "a server prints nothing of its requests")
}

// run does one step and gives 1, so that steps can be counted.
func run(t *testing.T, to target, s step) int {
	t.Run(s.name, func(t *testing.T) {
		answer, body := send(t, to, s)
		assert.Equal(t, s.status, answer.StatusCode, "%s", body)
		assert.Regexp(t, s.says, string(body))
		for name, pattern := range s.want {
			header(t, answer, name, pattern)
		}
		for _, name := range never {
			header(t, answer, name, "")
		}
		if s.status != http.StatusNotModified {
			for name, pattern := range onEvery {
				header(t, answer, name, pattern)
			}
		}
		if s.bytes != nil {
			assert.True(t, bytes.Equal(s.bytes, unpacked(t, answer, body)), "the bytes of the envelope")
		}
		if s.empty {
			assert.Empty(t, body)
		}
	})
	return 1
}

// onEvery are headers that every answer has; where nothing has changed, the answer that is held has them.
var onEvery = map[string]string{
	"X-Content-Type-Options": "^nosniff$", "Referrer-Policy": "^no-referrer$", "Content-Security-Policy": "default-src 'none'.*frame-ancestors 'none'",
}

// never are headers that no answer has.
var never = []string{"Access-Control-Allow-Origin", "Access-Control-Allow-Methods", "Set-Cookie", "Server"}

func header(t *testing.T, answer *http.Response, name, pattern string) {
	t.Helper()
	if got := answer.Header.Get(name); pattern == "" {
		assert.Empty(t, got, name)
	} else {
		assert.Regexp(t, pattern, got, name)
	}
}

// client sends what it is told and unpacks nothing.
var client = &http.Client{
	Transport:     &http.Transport{DisableCompression: true, MaxIdleConnsPerHost: 8},
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	Timeout:       time.Minute,
}

func send(t *testing.T, to target, s step) (*http.Response, []byte) {
	t.Helper()
	var body io.Reader
	switch {
	case s.slow:
		body = slowly(s.body)
	case s.body != nil:
		body = bytes.NewReader(s.body)
	}
	request, err := http.NewRequestWithContext(t.Context(), s.method, to.address+s.path, body)
	require.NoError(t, err)
	for name, value := range s.header {
		request.Header.Set(name, value)
	}
	request.Close = body != nil // a server that has not read all of a body ends the connection
	answer, err := client.Do(request)
	require.NoError(t, err)
	defer answer.Body.Close()
	content, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	return answer, content
}

// unpacked undoes the encoding of an answer; of br, which Go does not know, it only asks node.
func unpacked(t *testing.T, answer *http.Response, body []byte) []byte {
	t.Helper()
	switch encoding := answer.Header.Get("Content-Encoding"); encoding {
	case "":
		return body
	case "gzip":
		r, err := gzip.NewReader(bytes.NewReader(body))
		require.NoError(t, err)
		content, err := io.ReadAll(r)
		require.NoError(t, err)
		return content
	case "br":
		return unbrotlied(t, body)
	default:
		t.Fatalf("got encoding %q, want gzip or br", encoding)
		return nil
	}
}

// page looks at the checker page's files, which Cloudflare gives out without the worker.
func page(t *testing.T, to target) {
	for path, kind := range map[string]string{
		"/": "^text/html", "/page.js": "^text/javascript", "/engine.wasm": "^application/wasm$", "/sw.js": "^text/javascript",
	} {
		want := map[string]string{"Content-Type": kind, "Content-Security-Policy": "script-src 'self' 'wasm-unsafe-eval'", "Cache-Control": "must-revalidate", "Etag": `^"`}
		run(t, to, step{name: path, method: "GET", path: path, status: 200, want: want})
		answer, _ := send(t, to, step{method: "HEAD", path: path})
		held := map[string]string{"If-None-Match": answer.Header.Get("Etag")}
		run(t, to, step{name: path + " held", method: "GET", path: path, header: held, status: 304, want: onEvery, empty: true})
	}
	run(t, to, step{name: "the file of headers", method: "GET", path: "/_headers", status: 404})
	run(t, to, step{name: "the page takes no text", method: "POST", path: "/", body: []byte("a text"), status: 405})
}

// halfABody breaks off in the middle; the server must go on.
func halfABody(t *testing.T, to target) {
	connection, err := net.Dial("tcp", strings.TrimPrefix(to.address, "http://"))
	require.NoError(t, err)
	_, err = fmt.Fprintf(connection, "PUT %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/octet-stream\r\nContent-Length: 100000\r\n\r\nhalf", staff)
	require.NoError(t, err)
	require.NoError(t, connection.Close())
	answer, _ := send(t, to, step{method: "GET", path: "/healthz"})
	assert.Equal(t, http.StatusOK, answer.StatusCode)
}

// atOnce publishes many versions at the same time, while others fetch.
func atOnce(t *testing.T, to target) {
	const versions = 8
	envelopes := map[string]int{}
	taken := make([]bool, versions+1)
	var all sync.WaitGroup
	for v := 1; v <= versions; v++ {
		envelope := sealed{channel: "race", version: v}.bytes(t)
		envelopes[trust.Digest(envelope)] = v
		all.Go(func() {
			answer, body := send(t, to, step{method: "PUT", path: "/v1/channels/race", header: octets(), body: envelope})
			taken[v] = answer.StatusCode == http.StatusCreated
			assert.True(t, taken[v] || answer.StatusCode == http.StatusConflict, "%d %s", answer.StatusCode, body)
		})
		all.Go(func() {
			answer, body := send(t, to, step{method: "GET", path: "/v1/channels/race"})
			if answer.StatusCode == http.StatusOK {
				assert.Equal(t, `"`+trust.Digest(body)+`"`, answer.Header.Get("Etag"), "what is given out is whole")
			}
		})
	}
	all.Wait()
	answer, body := send(t, to, step{method: "GET", path: "/v1/channels/race"})
	require.Equal(t, http.StatusOK, answer.StatusCode)
	newest := envelopes[trust.Digest(body)]
	assert.True(t, newest > 0 && taken[newest], "version %d is one that was taken", newest)
	if !to.worker { // KV: best effort
		assert.Equal(t, versions, newest)
	}
}

// flood publishes more than anybody may. Fetching goes on.
func flood(t *testing.T, to target) {
	for range 2*puts + 10 { // a minute may end in between
		answer, body := send(t, to, step{method: "PUT", path: staff, header: octets(), body: []byte("x")})
		if answer.StatusCode == http.StatusTooManyRequests {
			assert.Regexp(t, "^request: rate: got too many envelopes", string(body))
			assert.NotEmpty(t, answer.Header.Get("Retry-After"))
			answer, _ = send(t, to, step{method: "GET", path: staff})
			assert.Equal(t, http.StatusOK, answer.StatusCode)
			return
		}
	}
	t.Error("got no refusal, want one after many")
}

func ed25519Keys(keys ...ed25519.PrivateKey) []ed25519.PrivateKey { return keys }
