package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// answered is what load prints.
type answered struct {
	Requests int     `json:"requests"`
	Seconds  float64 `json:"seconds"`
	// P50 and P95 are milliseconds from asking to the last byte.
	P50   float64 `json:"p50"`
	P95   float64 `json:"p95"`
	Bytes int     `json:"bytes"` // of a body
}

// load asks one address over several connections, each as soon as it was answered.
func load(args []string) error {
	flags := flag.NewFlagSet("load", flag.ContinueOnError)
	address := flags.String("address", "", "host:port")
	path := flags.String("path", "/", "what to ask for")
	header := flags.String("header", "", "a header to send")
	status := flags.String("status", "200", "what is to be answered")
	connections := flags.Int("connections", 8, "how many")
	seconds := flags.Float64("seconds", 2, "how long, at most")
	requests := flags.Int("requests", 1<<30, "how many, at most")
	if err := flags.Parse(args); err != nil {
		return err
	}
	ask := fmt.Sprintf("GET %s HTTP/1.1\r\nHost: %s\r\n", *path, *address)
	if *header != "" {
		ask += *header + "\r\n"
	}
	clients := make([]*client, *connections)
	begin := time.Now()
	end := begin.Add(time.Duration(*seconds * float64(time.Second)))
	var all sync.WaitGroup
	for i := range clients {
		clients[i] = &client{address: *address, ask: []byte(ask + "\r\n"), status: *status, most: (*requests + *connections - 1) / *connections, end: end}
		all.Go(clients[i].run)
	}
	all.Wait()
	return report(clients, time.Since(begin))
}

func report(clients []*client, took time.Duration) error {
	var times []time.Duration
	for _, c := range clients {
		if c.err != nil {
			return c.err
		}
		times = append(times, c.times...)
	}
	slices.Sort(times)
	at := func(share float64) float64 {
		return float64(times[int(share*float64(len(times)-1))].Microseconds()) / 1000
	}
	return json.NewEncoder(os.Stdout).Encode(answered{
		Requests: len(times), Seconds: took.Seconds(), P50: at(0.5), P95: at(0.95), Bytes: clients[0].bytes,
	})
}

// client is one connection. It knows as much of HTTP/1.1 as it takes to find the end of an
// answer, so that it costs little beside the server.
type client struct {
	address, status string
	ask             []byte
	most            int
	end             time.Time

	times []time.Duration
	bytes int
	err   error
}

func (c *client) run() {
	for c.err = c.connected(); errors.Is(c.err, errEnded); c.err = c.connected() {
	}
}

// errEnded is a connection that the server ended between two answers, as it may.
var errEnded = errors.New("load: connection: got its end, want an answer")

// connected asks over one connection until there is enough.
func (c *client) connected() error {
	connection, err := net.Dial("tcp", c.address)
	if err != nil {
		return err
	}
	defer connection.Close()
	answers := bufio.NewReaderSize(connection, 64<<10)
	for asked := 0; len(c.times) < c.most && (len(c.times) == 0 || time.Now().Before(c.end)); asked++ {
		begin := time.Now()
		if _, err := connection.Write(c.ask); err != nil {
			return err
		}
		if c.bytes, err = c.answer(answers); err != nil {
			if asked > 0 && (errors.Is(err, io.EOF) || errors.Is(err, syscall.ECONNRESET)) {
				return errEnded
			}
			return err
		}
		c.times = append(c.times, time.Since(begin))
	}
	return nil
}

// answer reads one answer and gives the bytes of its body.
func (c *client) answer(r *bufio.Reader) (int, error) {
	line, err := r.ReadSlice('\n')
	if err != nil {
		return 0, err
	}
	if !bytes.HasPrefix(line, []byte("HTTP/1.1 "+c.status+" ")) {
		return 0, fmt.Errorf("load: status: got %q, want %s", line, c.status)
	}
	length, chunked := 0, false
	for {
		line, err := r.ReadSlice('\n')
		if err != nil {
			return 0, err
		}
		name, value, _ := strings.Cut(strings.TrimSpace(string(line)), ":")
		switch {
		case name == "":
			if chunked {
				return chunks(r)
			}
			return r.Discard(length)
		case strings.EqualFold(name, "content-length"):
			if length, err = strconv.Atoi(strings.TrimSpace(value)); err != nil {
				return 0, err
			}
		case strings.EqualFold(name, "transfer-encoding"):
			chunked = true
		}
	}
}

// chunks passes over a body in chunks.
func chunks(r *bufio.Reader) (int, error) {
	for all := 0; ; {
		line, err := r.ReadSlice('\n')
		if err != nil {
			return 0, err
		}
		size, err := strconv.ParseInt(strings.TrimSpace(string(line)), 16, 32)
		if err != nil {
			return 0, err
		}
		if _, err := r.Discard(int(size) + 2); err != nil && !errors.Is(err, io.EOF) {
			return 0, err
		}
		if size == 0 {
			return all, nil
		}
		all += int(size)
	}
}
