package local

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"circumspect/engine/trust"
	"circumspect/wasm/server/channels"
)

// Folder is a store in files: DIR/records/<channel>.json says what a channel gives out,
// DIR/packs/<digest>.envelope holds every envelope ever published. One process at a time
// may write to a folder.
type Folder struct {
	dir string

	mutex sync.RWMutex
	// records and newest hold what was read or written; every file is read once at most
	// as long as it is what a channel gives out.
	records map[string]channels.Record
	newest  map[string]*envelope // by digest
}

// OpenFolder makes the folders that are missing.
func OpenFolder(dir string) (*Folder, error) {
	f := &Folder{dir: dir, records: map[string]channels.Record{}, newest: map[string]*envelope{}}
	for _, name := range []string{"records", "packs"} {
		if err := os.MkdirAll(filepath.Join(dir, name), 0o755); err != nil {
			return nil, fmt.Errorf("store: %w", err)
		}
	}
	return f, nil
}

// Record implements channels.Store.
func (f *Folder) Record(_ context.Context, channel string) (channels.Record, error) {
	f.mutex.RLock()
	record, known := f.records[channel]
	f.mutex.RUnlock()
	if known {
		return record, nil
	}
	record, err := f.readRecord(channel)
	if err != nil {
		return record, err
	}
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if newer, known := f.records[channel]; known {
		return newer, nil // published meanwhile
	}
	f.records[channel] = record
	return record, nil
}

func (f *Folder) readRecord(channel string) (channels.Record, error) {
	var record channels.Record
	content, err := os.ReadFile(f.recordFile(channel))
	if errors.Is(err, fs.ErrNotExist) {
		return record, nil
	}
	if err == nil {
		err = json.Unmarshal(content, &record)
	}
	if err != nil {
		return record, fmt.Errorf("store: record of %s: %w", channel, err)
	}
	return record, nil
}

// Envelope implements channels.Store.
func (f *Folder) Envelope(_ context.Context, digest string) (channels.Envelope, error) {
	f.mutex.RLock()
	held := f.newest[digest]
	f.mutex.RUnlock()
	if held != nil {
		return held, nil
	}
	content, err := os.ReadFile(f.envelopeFile(digest))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("store: %w", err)
	case trust.Digest(content) != digest:
		return nil, fmt.Errorf("store: %s: got other bytes, want those of this digest", f.envelopeFile(digest))
	}
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if !f.givesOut(digest) {
		return &envelope{plain: content}, nil // rarely asked for: not worth packing
	}
	read := newEnvelope(content)
	f.newest[digest] = read
	return read, nil
}

// Keep implements channels.Store.
func (f *Folder) Keep(_ context.Context, channel string, r channels.Record, content []byte) error {
	record, err := json.Marshal(r)
	if err != nil {
		return fmt.Errorf("store: record of %s: %w", channel, err)
	}
	if err := writeFile(f.envelopeFile(r.Digest), content); err != nil {
		return err
	}
	if err := writeFile(f.recordFile(channel), append(record, '\n')); err != nil {
		return err
	}
	f.mutex.Lock()
	defer f.mutex.Unlock()
	f.records[channel], f.newest[r.Digest] = r, newEnvelope(content)
	for digest := range f.newest {
		if !f.givesOut(digest) {
			delete(f.newest, digest)
		}
	}
	return nil
}

// givesOut tells whether a channel gives out the envelope of a digest.
func (f *Folder) givesOut(digest string) bool {
	for _, record := range f.records {
		if record.Digest == digest {
			return true
		}
	}
	return false
}

func (f *Folder) recordFile(channel string) string {
	return filepath.Join(f.dir, "records", channel+".json")
}

func (f *Folder) envelopeFile(digest string) string {
	return filepath.Join(f.dir, "packs", digest+".envelope")
}

// writeFile makes a file with its whole content or, when anything fails, leaves what was there.
func writeFile(name string, content []byte) (err error) {
	temporary, err := os.CreateTemp(filepath.Dir(name), ".writing-*")
	if err != nil {
		return fmt.Errorf("store: %w", err)
	}
	defer func() {
		if err != nil {
			err = fmt.Errorf("store: %w", err)
			_ = os.Remove(temporary.Name()) // the first error tells more
		}
	}()
	_, err = temporary.Write(content)
	if err == nil {
		err = temporary.Chmod(0o644)
	}
	if err == nil {
		err = temporary.Sync()
	}
	if err = errors.Join(err, temporary.Close()); err != nil {
		return err
	}
	return os.Rename(temporary.Name(), name)
}
