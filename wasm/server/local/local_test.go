package local

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"circumspect/engine/trust"
	"circumspect/wasm/server/channels"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFolder(t *testing.T) {
	dir, ctx := t.TempDir(), t.Context()
	f, err := OpenFolder(dir)
	require.NoError(t, err)
	empty, err := f.Record(ctx, "staff")
	require.NoError(t, err)
	assert.Zero(t, empty)
	first, second := []byte(strings.Repeat("first ", 1000)), []byte("second")
	one := channels.Record{Version: 1, Digest: trust.Digest(first)}
	two := channels.Record{Version: 2, Digest: trust.Digest(second), Withdrawn: []string{"0011223344556677"}}
	require.NoError(t, f.Keep(ctx, "staff", one, first))
	require.NoError(t, f.Keep(ctx, "staff", two, second))
	require.NoError(t, f.Keep(ctx, "other", one, first))
	again, err := OpenFolder(dir)
	require.NoError(t, err)
	for name, folder := range map[string]*Folder{"the same": f, "opened again": again} {
		for range 2 { // read, and then from memory
			record, err := folder.Record(ctx, "staff")
			require.NoError(t, err)
			assert.Equal(t, two, record, name)
			held(t, folder, one.Digest, first)
			held(t, folder, two.Digest, second)
		}
	}
	assert.Len(t, f.newest, 2)
	nothing, err := f.Envelope(ctx, trust.Digest(nil))
	require.NoError(t, err)
	assert.Nil(t, nothing)
	files, err := filepath.Glob(filepath.Join(dir, "*", ".writing-*"))
	require.NoError(t, err)
	assert.Empty(t, files)
}

func held(t *testing.T, f *Folder, digest string, want []byte) {
	t.Helper()
	e, err := f.Envelope(t.Context(), digest)
	require.NoError(t, err)
	require.NotNil(t, e)
	var got strings.Builder
	require.NoError(t, e.Send(&got, ""))
	assert.Equal(t, string(want), got.String())
	assert.Equal(t, len(want), e.Length(""))
}

func TestFolderDamaged(t *testing.T) {
	dir, ctx := t.TempDir(), t.Context()
	f, err := OpenFolder(dir)
	require.NoError(t, err)
	digest := trust.Digest([]byte("right"))
	require.NoError(t, os.WriteFile(f.envelopeFile(digest), []byte("wrong"), 0o644))
	_, err = f.Envelope(ctx, digest)
	assert.ErrorContains(t, err, "got other bytes, want those of this digest")
	require.NoError(t, os.WriteFile(f.recordFile("staff"), []byte(`{"version":`), 0o644))
	_, err = f.Record(ctx, "staff")
	assert.ErrorContains(t, err, "store: record of staff:")
	require.NoError(t, os.RemoveAll(filepath.Join(dir, "packs")))
	assert.Error(t, f.Keep(ctx, "other", channels.Record{Version: 1, Digest: digest}, []byte("right")))
	record, err := f.Record(ctx, "other")
	require.NoError(t, err)
	assert.Zero(t, record, "what could not be kept is not given out")
	_, err = OpenFolder(filepath.Join(dir, "records", "staff.json"))
	assert.Error(t, err)
}

func TestLimit(t *testing.T) {
	l, begin := NewLimit(2), time.Unix(1_800_000_000, 0)
	from := func(address string) bool {
		return l.allow(sender(&http.Request{RemoteAddr: address}), begin)
	}
	for i, want := range []bool{true, true, false} {
		assert.Equal(t, want, from(fmt.Sprintf("192.0.2.1:%d", 1000+i)))
	}
	for i, want := range []bool{true, true, false} {
		assert.Equal(t, want, from(fmt.Sprintf("[2001:db8::%d]:1000", i)), "one network of IPv6")
	}
	assert.True(t, from("[2001:db8:0:1::1]:1000"))
	assert.True(t, from("192.0.2.3:1000"))
	assert.True(t, from("[::ffff:192.0.2.4]:1000"))
	assert.True(t, from("192.0.2.4:1000"))
	assert.False(t, from("192.0.2.5:1000"), "more than all together may")
	begin = begin.Add(59 * time.Second)
	assert.False(t, from("192.0.2.5:1000"))
	begin = begin.Add(time.Second)
	assert.True(t, from("192.0.2.1:1000"), "a new minute")
	assert.True(t, from("nonsense"))
}

func TestConfiguration(t *testing.T) {
	key := `"` + trustKey(t) + `"`
	for _, one := range []struct{ channels, checker, says string }{
		{"", "", "channels.json: got no file, want {"},
		{"{", "", "channels.json: channels: got unexpected end"},
		{`{"staff": [` + key + `]}`, `{"channel": "other"}`, "checker.json: checker: channel:"},
	} {
		dir := t.TempDir()
		for name, content := range map[string]string{"channels.json": one.channels, "checker.json": one.checker} {
			if content != "" {
				require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644))
			}
		}
		_, _, err := Handler(Options{Dir: dir, Puts: 1})
		assert.ErrorContains(t, err, one.says)
	}
}

func trustKey(t *testing.T) string {
	t.Helper()
	// The example of RFC 8032, section 7.1.
	const key = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
	_, err := trust.ParseKey(key)
	require.NoError(t, err)
	return key
}

// running serves a folder with one channel, as circumspect serve does, but for its timeouts.
func running(t *testing.T, set func(*http.Server)) (address string, stop func() error) {
	t.Helper()
	dir := t.TempDir()
	content, err := json.Marshal(map[string][]string{"staff": {trustKey(t)}})
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "channels.json"), content, 0o644))
	handler, hasPage, err := Handler(Options{Dir: dir, Page: filepath.Join(dir, "none"), Puts: 10})
	require.NoError(t, err)
	assert.False(t, hasPage)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	server, ended := newServer(handler), make(chan error, 1)
	set(server)
	go func() { ended <- run(ctx, listener, server) }()
	stop = func() error {
		cancel()
		return <-ended
	}
	t.Cleanup(cancel)
	return listener.Addr().String(), stop
}

// said opens a connection, says something and gives what is answered until it closes.
func said(t *testing.T, address, text string) string {
	t.Helper()
	connection, err := net.Dial("tcp", address)
	require.NoError(t, err)
	defer connection.Close()
	_, err = io.WriteString(connection, text)
	require.NoError(t, err)
	require.NoError(t, connection.SetReadDeadline(time.Now().Add(10*time.Second)))
	answer, err := io.ReadAll(connection)
	require.NoError(t, err, "the server must end it first")
	return string(answer)
}

func TestSlowClients(t *testing.T) {
	address, _ := running(t, func(s *http.Server) {
		s.ReadHeaderTimeout, s.ReadTimeout, s.IdleTimeout = 200*time.Millisecond, 400*time.Millisecond, 200*time.Millisecond
	})
	assert.NotContains(t, said(t, address, "GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow"), "200 OK", "half a header")
	answer := said(t, address, "PUT /v1/channels/staff HTTP/1.1\r\nHost: x\r\nContent-Type: application/octet-stream\r\nContent-Length: 1000\r\n\r\nhalf")
	assert.Contains(t, answer, "408 Request Timeout", "half a body")
	assert.Contains(t, answer, "request: body: got 4 bytes and then no more, want the rest in time")
	assert.Contains(t, said(t, address, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"), "200 OK", "one that stays")
	huge := "GET /healthz HTTP/1.1\r\nHost: x\r\nX-Much: " + strings.Repeat("x", 64<<10)
	assert.Contains(t, said(t, address, huge), "431 Request Header Fields Too Large")
}

func TestStopsAfterAnswers(t *testing.T) {
	address, stop := running(t, func(*http.Server) {})
	connection, err := net.Dial("tcp", address)
	require.NoError(t, err)
	defer connection.Close()
	_, err = io.WriteString(connection, "PUT /v1/channels/staff HTTP/1.1\r\nHost: x\r\nContent-Type: application/octet-stream\r\nContent-Length: 8\r\n\r\nhalf")
	require.NoError(t, err)
	time.Sleep(100 * time.Millisecond) // the request is under way
	stopped := make(chan error, 1)
	go func() { stopped <- stop() }()
	time.Sleep(100 * time.Millisecond)
	_, err = io.WriteString(connection, "half")
	require.NoError(t, err)
	answer, err := http.ReadResponse(bufio.NewReader(connection), nil)
	require.NoError(t, err)
	defer answer.Body.Close()
	assert.Equal(t, http.StatusBadRequest, answer.StatusCode)
	assert.NoError(t, <-stopped)
	_, err = net.Dial("tcp", address)
	assert.Error(t, err, "nobody listens any more")
}
