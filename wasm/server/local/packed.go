package local

import (
	"bytes"
	"compress/gzip"
	"io"
	"sync"
)

// packed are bytes that are sent again and again, as they are and in gzip, which is made
// when it is first asked for.
type packed struct {
	plain   []byte
	zipped  func() []byte
	offered []string
}

// envelope is an envelope of a Folder.
type envelope = packed

func newEnvelope(content []byte) *envelope { return newPacked(content) }

// leastToZip is what fits a network packet anyway.
const leastToZip = 1200

func newPacked(content []byte) *packed {
	p := &packed{plain: content}
	p.zipped = sync.OnceValue(func() []byte { return zipped(content) })
	if len(content) >= leastToZip {
		p.offered = []string{"gzip"}
	}
	return p
}

// Encodings implements channels.Envelope.
func (p *packed) Encodings() []string { return p.offered }

// Length implements channels.Envelope.
func (p *packed) Length(encoding string) int { return len(p.in(encoding)) }

// Send implements channels.Envelope.
func (p *packed) Send(w io.Writer, encoding string) error {
	_, err := w.Write(p.in(encoding))
	return err
}

func (p *packed) in(encoding string) []byte {
	if encoding == "" {
		return p.plain
	}
	return p.zipped()
}

func zipped(content []byte) []byte {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		panic(err) // a level that there is
	}
	_, _ = w.Write(content) // a buffer takes everything
	_ = w.Close()
	return out.Bytes()
}
