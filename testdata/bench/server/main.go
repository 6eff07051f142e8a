// Command server is what measuring the pack server needs: a bare handler to compare with,
// an envelope to publish, and a client that asks as fast as it is answered.
package main

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"circumspect/engine/image"
	"circumspect/engine/pack"
	"circumspect/engine/trust"
	"circumspect/wasm/server/local"
)

func main() {
	steps := map[string]func([]string) error{"hello": hello, "envelope": envelope, "load": load}
	if len(os.Args) < 2 || steps[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "server: step: got none, want hello, envelope or load")
		os.Exit(2)
	}
	if err := steps[os.Args[1]](os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "server:", err)
		os.Exit(1)
	}
}

// hello serves a greeting at /, and at /large as many bytes as it is told.
func hello(args []string) error {
	flags := flag.NewFlagSet("hello", flag.ContinueOnError)
	size := flags.Int("bytes", 0, "of /large")
	limits := flags.Bool("limits", false, "with the time limits of the pack server")
	if err := flags.Parse(args); err != nil {
		return err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Printf("serving at http://%s\n", listener.Addr())
	greeting, large := []byte("hello\n"), bytes.Repeat([]byte("x"), *size)
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/large" {
			_, _ = w.Write(large)
			return
		}
		_, _ = w.Write(greeting)
	})
	if *limits {
		return local.Serve(context.Background(), listener, handler)
	}
	return http.Serve(listener, handler)
}

// envelope makes a folder for the pack server and an envelope of about so many bytes.
func envelope(args []string) error {
	flags := flag.NewFlagSet("envelope", flag.ContinueOnError)
	dir := flags.String("dir", "", "the folder")
	size := flags.Int("bytes", 100_000, "of the envelope")
	if err := flags.Parse(args); err != nil {
		return err
	}
	public, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		return err
	}
	now := time.Now().Unix()
	header := trust.Header{Channel: "staff", Version: 1, NotBefore: now - 60, Expires: now + 86400}
	house := &pack.House{ID: "bench", Name: "Bench", Extends: "ec", Version: 1, Languages: []string{"en"},
		News: []pack.News{{Version: 1, Says: map[string]string{"en": words(*size)}}}}
	sealed, err := trust.Seal(header, image.WriteHouse(house, image.Tables{}), private)
	if err != nil {
		return err
	}
	channels, err := json.Marshal(map[string][][]byte{"staff": {public}})
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(*dir, "channels.json"), channels, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(*dir, "staff.envelope"), sealed, 0o644)
}

// words gives a text that packs as texts do.
func words(size int) string {
	random := rand.New(rand.NewPCG(1, 2))
	var text strings.Builder
	for text.Len() < size {
		for range 2 + random.IntN(8) {
			text.WriteByte("etaoinshrdlu"[random.IntN(12)])
		}
		text.WriteByte(' ')
	}
	return text.String()
}
