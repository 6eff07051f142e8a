//go:build js && wasm

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"syscall/js"

	"circumspect/wasm/server/channels"
)

// How long a location may answer from its own copy, in seconds: a record is asked for
// again as soon as KV allows, an envelope never changes.
const (
	recordSeconds   = 60
	envelopeSeconds = 24 * 60 * 60
)

// namespace is a store in Workers KV: channel/<name> is a record, pack/<digest> an
// envelope. KV is consistent only after a while, a minute or more, so a location may
// give out, and judge by, a record that is no longer the newest.
type namespace struct{ kv js.Value }

// Record implements channels.Store.
func (n namespace) Record(_ context.Context, channel string) (channels.Record, error) {
	var record channels.Record
	value, err := n.get("channel/"+channel, "text", recordSeconds)
	if err != nil || value.IsNull() {
		return record, err
	}
	if err := json.Unmarshal([]byte(value.String()), &record); err != nil {
		return record, fmt.Errorf("store: record of %s: %w", channel, err)
	}
	return record, nil
}

// Envelope implements channels.Store.
func (n namespace) Envelope(_ context.Context, digest string) (channels.Envelope, error) {
	value, err := n.get("pack/"+digest, "stream", envelopeSeconds)
	if err != nil || value.IsNull() {
		return nil, err
	}
	return stream{value}, nil
}

// Keep implements channels.Store.
func (n namespace) Keep(_ context.Context, channel string, r channels.Record, envelope []byte) error {
	record, err := json.Marshal(r)
	if err != nil {
		return fmt.Errorf("store: record of %s: %w", channel, err)
	}
	content := js.Global().Get("Uint8Array").New(len(envelope))
	js.CopyBytesToJS(content, envelope)
	if err := n.put("pack/"+r.Digest, content); err != nil {
		return err
	}
	return n.put("channel/"+channel, js.ValueOf(string(record)))
}

func (n namespace) get(key, kind string, seconds int) (js.Value, error) {
	value, err := await(n.kv.Call("get", key, map[string]any{"type": kind, "cacheTtl": seconds}))
	if err != nil {
		return value, fmt.Errorf("store: %s: %w", key, err)
	}
	return value, nil
}

func (n namespace) put(key string, value js.Value) error {
	if _, err := await(n.kv.Call("put", key, value)); err != nil {
		return fmt.Errorf("store: %s: %w", key, err)
	}
	return nil
}

// stream is an envelope that the host reads and sends by itself; Go never sees its bytes.
type stream struct{ body js.Value }

// Encodings implements channels.Envelope: the host compresses by the header alone, and its
// brotli, made in a hurry, is no smaller than gzip.
func (stream) Encodings() []string { return []string{"gzip", "br"} }

// Length implements channels.Envelope.
func (stream) Length(string) int { return -1 }

// Send implements channels.Envelope.
func (s stream) Send(w io.Writer, _ string) error {
	answer, ok := w.(interface{ WriteRawJSBody(js.Value) })
	if !ok {
		return errors.New("answer: got a writer that takes no stream, want that of a worker")
	}
	answer.WriteRawJSBody(s.body)
	return nil
}
