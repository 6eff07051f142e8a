// Package local runs the pack server on an organisation's own machine: envelopes in a
// folder, the files of the checker page from memory, a limit on publishing.
package local

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"circumspect/engine/trust"
	"circumspect/wasm/server/channels"
)

// How long a client may take and how much it may say before it is cut off. An envelope
// of 2 MiB in readTimeout is a line of 600 kbit/s.
const (
	headerTimeout = 5 * time.Second
	readTimeout   = 30 * time.Second
	writeTimeout  = 60 * time.Second
	idleTimeout   = 2 * time.Minute
	stopTimeout   = 10 * time.Second
	mostHeaders   = 16 << 10 // bytes
)

// Options say what to serve.
type Options struct {
	// Dir is the folder of the store. Its channels.json names channels and keys, its
	// checker.json, which may be missing, the channel of the checker page.
	Dir  string
	Page string // the folder of the checker page
	Puts int    // how many envelopes a minute one address may publish
	// Failed is told what kept requests from their answers, never what was asked.
	Failed func(error)
}

// Handler gives the pack server of a folder, and whether it has the checker page.
func Handler(o Options) (handler http.Handler, hasPage bool, err error) {
	anchors, checker, err := configuration(o.Dir)
	if err != nil {
		return nil, false, fmt.Errorf("%s: %w", o.Dir, err)
	}
	store, err := OpenFolder(o.Dir)
	if err != nil {
		return nil, false, err
	}
	page, err := Page(o.Page)
	if err != nil {
		return nil, false, err
	}
	return channels.Handler(channels.Options{
		Anchors: anchors, Store: store, Limit: NewLimit(o.Puts), Checker: checker, Page: page, Failed: o.Failed,
		Now: func() int64 { return time.Now().Unix() },
	}), page != nil, nil
}

// configuration reads channels.json and, where there is one, checker.json.
func configuration(dir string) (map[string]trust.Anchor, *channels.Checker, error) {
	content, err := os.ReadFile(filepath.Join(dir, "channels.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, errors.New(`channels.json: got no file, want {"<channel>": ["<public key in base64>"]}`)
	}
	if err != nil {
		return nil, nil, err
	}
	anchors, err := channels.Anchors(content)
	if err != nil {
		return nil, nil, fmt.Errorf("channels.json: %w", err)
	}
	content, err = os.ReadFile(filepath.Join(dir, "checker.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return anchors, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	checker, err := channels.NewChecker(content, anchors)
	if err != nil {
		return nil, nil, fmt.Errorf("checker.json: %w", err)
	}
	return anchors, checker, nil
}

// Serve answers until ctx ends, and lets requests under way finish.
func Serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	return run(ctx, listener, newServer(handler))
}

func newServer(handler http.Handler) *http.Server {
	return &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout, IdleTimeout: idleTimeout,
		MaxHeaderBytes: mostHeaders,
		// Its lines would hold addresses of clients.
		ErrorLog: log.New(io.Discard, "", 0),
	}
}

func run(ctx context.Context, listener net.Listener, server *http.Server) error {
	stopped := make(chan error, 1)
	go func() {
		<-ctx.Done()
		patience, cancel := context.WithTimeout(context.Background(), stopTimeout)
		defer cancel()
		stopped <- server.Shutdown(patience)
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	return <-stopped
}
