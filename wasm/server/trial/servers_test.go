package trial

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"sync"
	"syscall"
	"testing"
	"time"

	"circumspect/engine/trust"
	"circumspect/wasm/server/local"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// puts is how many envelopes a minute the servers under test take: more than the table
// sends, fewer than the flood at its end.
const puts = 90

// target is a server under test.
type target struct {
	address string
	// worker: KV is consistent only after a while, and the host packs answers.
	worker bool
	page   bool // it has the checker page
	// printed gives what the server has written to its terminal, once it has ended.
	printed func(t *testing.T) string
}

// configured makes a folder that names channels and keys.
func configured(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	keys := []string{trust.KeyOf(older).String(), trust.KeyOf(newer).String()}
	content, err := json.Marshal(map[string][]string{"staff": keys, "other": keys, "race": keys[:1]})
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "channels.json"), content, 0o644))
	checker := `{"channel": "staff", "organisation": "ec"}`
	require.NoError(t, os.WriteFile(filepath.Join(dir, "checker.json"), []byte(checker), 0o644))
	return dir
}

// inProcess runs the handler that circumspect serve runs.
func inProcess(t *testing.T) target {
	var failures []error
	handler, _, err := local.Handler(local.Options{
		Dir: configured(t), Page: filepath.Join(t.TempDir(), "none"), Puts: puts, Failed: func(err error) { failures = append(failures, err) },
	})
	require.NoError(t, err)
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return target{address: server.URL, printed: func(t *testing.T) string {
		assert.Empty(t, failures)
		return ""
	}}
}

// dist is where make leaves what it builds.
var dist = filepath.Join("..", "..", "..", "dist")

func native(t *testing.T) target {
	return started(t, filepath.Join(dist, "circumspect"),
		"serve", "--dir", configured(t), "--listen", "127.0.0.1:0", "--puts", strconv.Itoa(puts))
}

func workerd(t *testing.T) target {
	got := started(t, "node", filepath.Join("..", "serve.mjs"),
		"--only", "workerd", "--dir", configured(t), "--worker-port", "0", "--puts", strconv.Itoa(puts))
	got.worker = true
	return got
}

var addressLine = regexp.MustCompile(`^serving at (http://127\.0\.0\.1:\d+) `)

// started runs a server that prints where it serves, and ends it with the test.
func started(t *testing.T, program string, args ...string) target {
	t.Helper()
	command := exec.Command(program, args...)
	out, err := command.StdoutPipe()
	require.NoError(t, err)
	var errOut bytes.Buffer
	command.Stderr = &errOut
	require.NoError(t, command.Start(), "is it built? make build dist/server/app.wasm")
	lines := bufio.NewScanner(out)
	require.True(t, lines.Scan(), "got no address: %s", &errOut)
	address := addressLine.FindStringSubmatch(lines.Text())
	require.NotNil(t, address, lines.Text())
	end := sync.OnceValue(func() string {
		patience := time.AfterFunc(20*time.Second, func() { _ = command.Process.Kill() })
		defer patience.Stop()
		_ = command.Process.Signal(syscall.SIGTERM)
		rest := ""
		for lines.Scan() {
			rest += lines.Text() + "\n"
		}
		if err := command.Wait(); err != nil {
			rest += err.Error()
		}
		return rest + errOut.String()
	})
	t.Cleanup(func() { end() })
	return target{address: address[1], page: true, printed: func(*testing.T) string { return end() }}
}

// TestWorkerSize keeps the worker within what Cloudflare's free plan took until 2026.
func TestWorkerSize(t *testing.T) {
	if os.Getenv(everywhere) == "" {
		t.Skip("needs dist/server: make test-servers")
	}
	const most = 3_000_000 // bytes, gzip
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	files, err := filepath.Glob(filepath.Join(dist, "server", "*"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, name := range files {
		content, err := os.ReadFile(name)
		require.NoError(t, err)
		_, err = w.Write(content)
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	assert.Less(t, packed.Len(), most)
	t.Logf("%d bytes", packed.Len())
}

// unbrotlied asks node, as Go's library knows no brotli.
func unbrotlied(t *testing.T, content []byte) []byte {
	t.Helper()
	command := exec.Command("node", "-e", "process.stdout.write(zlib.brotliDecompressSync(fs.readFileSync(0)))")
	command.Stdin = bytes.NewReader(content)
	plain, err := command.Output()
	require.NoError(t, err)
	return plain
}
