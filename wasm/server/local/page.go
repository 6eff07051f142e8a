package local

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"os"
	"path"
	"strconv"
	"strings"

	"circumspect/engine/trust"
	"circumspect/wasm/server/channels"
)

// headersFile says which headers the files of a page have, in Cloudflare's form, so that
// both hosts set the same ones. It is not served.
const headersFile = "_headers"

// Page serves the files of a folder from memory. It is nil where there is no such folder.
func Page(dir string) (http.Handler, error) {
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	p := &page{files: map[string]*file{}}
	if err := fs.WalkDir(os.DirFS(dir), ".", p.read(os.DirFS(dir))); err != nil {
		return nil, fmt.Errorf("page: %w", err)
	}
	if p.files["/index.html"] == nil {
		return nil, fmt.Errorf("page: %s: got no index.html, want the built checker page", dir)
	}
	p.files["/"] = p.files["/index.html"]
	return p, nil
}

// page is a folder of files by their paths.
type page struct {
	files   map[string]*file
	headers []headers
}

type file struct {
	*packed
	kind, tag string
}

// read gives the function that takes in each file of a folder.
func (p *page) read(dir fs.FS) fs.WalkDirFunc {
	return func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		content, err := fs.ReadFile(dir, name)
		if err != nil {
			return err
		}
		if name == headersFile {
			p.headers, err = parseHeaders(content)
			return err
		}
		p.files["/"+name] = &file{newPacked(content), kindOf(name), channels.Tag(trust.Digest(content))}
		return nil
	}
}

// kindOf gives the content type of a file, whatever the machine's own tables say.
func kindOf(name string) string {
	switch path.Ext(name) {
	case ".js", ".mjs":
		return "text/javascript; charset=utf-8"
	case ".webmanifest":
		return "application/manifest+json"
	case ".wasm":
		return "application/wasm"
	}
	if kind := mime.TypeByExtension(path.Ext(name)); kind != "" {
		return kind
	}
	return "application/octet-stream"
}

// ServeHTTP answers GET and HEAD.
func (p *page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f := p.files[r.URL.Path]
	if f == nil {
		http.Error(w, "request: path: got one that leads nowhere, want /", http.StatusNotFound)
		return
	}
	h := w.Header()
	h.Set("Content-Type", f.kind)
	h.Set("Cache-Control", "public, max-age=0, must-revalidate")
	h.Set("Etag", f.tag)
	h.Set("Vary", "Accept-Encoding")
	for _, block := range p.headers {
		block.set(h, r.URL.Path)
	}
	if channels.Holds(r.Header["If-None-Match"], f.tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	f.send(w, r)
}

func (f *file) send(w http.ResponseWriter, r *http.Request) {
	encoding := channels.Chosen(r.Header["Accept-Encoding"], f.Encodings())
	if encoding != "" {
		w.Header().Set("Content-Encoding", encoding)
	}
	w.Header().Set("Content-Length", strconv.Itoa(f.Length(encoding)))
	if r.Method != http.MethodHead {
		_ = f.Send(w, encoding) // a reader that is gone needs no answer
	}
}

// headers are those of the paths that match a pattern: a path, or one that ends in *.
type headers struct {
	pattern string
	fields  [][2]string
}

func (b headers) set(h http.Header, name string) {
	start, open := strings.CutSuffix(b.pattern, "*")
	if name != b.pattern && !(open && strings.HasPrefix(name, start)) {
		return
	}
	for _, field := range b.fields {
		h.Set(field[0], field[1])
	}
}

// parseHeaders reads a _headers file: a pattern at the beginning of a line, its headers
// indented below it, comments behind #.
func parseHeaders(content []byte) ([]headers, error) {
	var blocks []headers
	lines := bufio.NewScanner(bytes.NewReader(content))
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		trimmed := strings.TrimSpace(line)
		name, value, found := strings.Cut(trimmed, ":")
		switch {
		case trimmed == "" || strings.HasPrefix(trimmed, "#"):
		case line[0] != ' ' && line[0] != '\t':
			blocks = append(blocks, headers{pattern: trimmed})
		case !found || len(blocks) == 0:
			return nil, fmt.Errorf("%s:%d: got %q, want a header below its path", headersFile, number, trimmed)
		default:
			last := &blocks[len(blocks)-1]
			last.fields = append(last.fields, [2]string{strings.TrimSpace(name), strings.TrimSpace(value)})
		}
	}
	return blocks, lines.Err()
}
