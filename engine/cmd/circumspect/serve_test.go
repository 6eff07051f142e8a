package main

import (
	"bufio"
	"bytes"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestServe(t *testing.T) {
	dir := t.TempDir()
	// The example of RFC 8032, section 7.1.
	channels := `{"staff": ["11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="]}`
	require.NoError(t, os.WriteFile(filepath.Join(dir, "channels.json"), []byte(channels), 0o644))
	require.NoError(t, os.Mkdir(filepath.Join(dir, "page"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "page", "index.html"), []byte("the page"), 0o644))
	in, out := io.Pipe()
	var errOut bytes.Buffer
	status := make(chan int, 1)
	go func() {
		status <- run([]string{"serve", "--dir", dir, "--listen", "127.0.0.1:0", "--page", filepath.Join(dir, "page")}, nil, out, &errOut)
	}()
	line, err := bufio.NewReader(in).ReadString('\n')
	require.NoError(t, err, &errOut)
	assert.Regexp(t, `^serving at http://127\.0\.0\.1:\d+ \(packs and the checker page\)\n$`, line)
	answer, err := http.Get(strings.Fields(line)[2])
	require.NoError(t, err)
	defer answer.Body.Close()
	page, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	assert.Equal(t, "the page", string(page))
	require.NoError(t, syscall.Kill(os.Getpid(), syscall.SIGTERM))
	assert.Equal(t, 0, <-status)
	assert.Empty(t, errOut.String())
}

func TestServeRefuses(t *testing.T) {
	dir := t.TempDir()
	for says, args := range map[string][]string{
		`required flag(s) "dir" not set`: nil,
		"channels.json: got no file":     {"--dir", dir},
	} {
		_, errOut, status := tool(t, "", append([]string{"serve"}, args...)...)
		assert.NotZero(t, status)
		assert.Contains(t, errOut, says)
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "channels.json"), []byte(`{"staff": ["11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="]}`), 0o644))
	_, errOut, status := tool(t, "", "serve", "--dir", dir, "--listen", "nowhere")
	assert.Equal(t, exitProblems, status)
	assert.Contains(t, errOut, "serve: listen tcp")
}
