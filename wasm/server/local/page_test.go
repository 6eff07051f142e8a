package local

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const headersOfPage = `# Made by hand.
/*
  Content-Security-Policy: default-src 'self'; script-src 'wasm-unsafe-eval'
  X-Everywhere: yes

/icons/*
	X-Icon: yes
/page.js
  X-Script: yes
`

func pageOf(t *testing.T, files map[string]string) (http.Handler, error) {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644))
	}
	return Page(dir)
}

func TestPage(t *testing.T) {
	script := strings.Repeat("// a script\n", 1000)
	page, err := pageOf(t, map[string]string{
		"index.html": "<!doctype html>", "page.js": script, "icons/32.png": "png", "engine.wasm": "wasm",
		"checker.webmanifest": "{}", "odd.thing": "?", "_headers": headersOfPage,
	})
	require.NoError(t, err)
	get := func(method, path string, header ...string) *httptest.ResponseRecorder {
		r, w := httptest.NewRequest(method, path, nil), httptest.NewRecorder()
		for i := 0; i+1 < len(header); i += 2 {
			r.Header.Set(header[i], header[i+1])
		}
		page.ServeHTTP(w, r)
		return w
	}
	for path, kind := range map[string]string{
		"/": "text/html; charset=utf-8", "/index.html": "text/html; charset=utf-8", "/page.js": "text/javascript; charset=utf-8",
		"/icons/32.png": "image/png", "/engine.wasm": "application/wasm", "/checker.webmanifest": "application/manifest+json",
		"/odd.thing": "application/octet-stream",
	} {
		answer := get("GET", path)
		assert.Equal(t, http.StatusOK, answer.Code, path)
		assert.Equal(t, kind, answer.Header().Get("Content-Type"), path)
		assert.Equal(t, "default-src 'self'; script-src 'wasm-unsafe-eval'", answer.Header().Get("Content-Security-Policy"), path)
		assert.Equal(t, path == "/page.js", answer.Header().Get("X-Script") != "", path)
		assert.Equal(t, path == "/icons/32.png", answer.Header().Get("X-Icon") != "", path)
		assert.Equal(t, http.StatusNotModified, get("GET", path, "If-None-Match", answer.Header().Get("Etag")).Code, path)
		assert.Empty(t, get("HEAD", path).Body.String(), path)
	}
	for _, path := range []string{"/_headers", "/icons", "/icons/", "/nothing", "/../local.go"} {
		assert.Equal(t, http.StatusNotFound, get("GET", path).Code, path)
	}
	packed := get("GET", "/page.js", "Accept-Encoding", "br, gzip")
	assert.Equal(t, "gzip", packed.Header().Get("Content-Encoding"))
	r, err := gzip.NewReader(packed.Body)
	require.NoError(t, err)
	content, err := io.ReadAll(r)
	require.NoError(t, err)
	assert.Equal(t, script, string(content))
}

func TestPageRefused(t *testing.T) {
	none, err := Page(filepath.Join(t.TempDir(), "none"))
	require.NoError(t, err)
	assert.Nil(t, none)
	_, err = pageOf(t, map[string]string{"page.js": ""})
	assert.ErrorContains(t, err, "got no index.html, want the built checker page")
	for _, wrong := range []string{"  X-Header: without a path\n", "/*\n  without a colon\n"} {
		_, err = pageOf(t, map[string]string{"index.html": "", "_headers": wrong})
		assert.ErrorContains(t, err, "_headers:")
	}
}
