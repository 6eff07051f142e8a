// Package jsonl writes a library in its canonical form, JSON with a record a line, and
// reads it back. It stands apart from package pack so that the WebAssembly build, which
// loads a binary image, carries no encoding/json.
package jsonl

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"circumspect/engine/pack"
)

// The files of a library.
const (
	Concepts   = "concepts.jsonl"
	Rules      = "rules.jsonl"
	Packs      = "packs.jsonl"
	Provisions = "provisions.jsonl"
)

// Files lists the names of the files of a library.
func Files() []string { return []string{Concepts, Rules, Packs, Provisions} }

// Encode gives the files of a library by name: one record a line, in the order of ids,
// the same bytes for the same library always.
func Encode(lib *pack.Library) (map[string][]byte, error) {
	rules := make([]ruleLine, len(lib.Rules))
	for i := range lib.Rules {
		rules[i] = ruleLine{Rule: lib.Rules[i], When: condition(lib.Rules[i].When)}
	}
	files := map[string][]byte{}
	var failed error
	keep := func(name string, content []byte, err error) {
		files[name] = content
		failed = errors.Join(failed, err)
	}
	content, err := lines(lib.Concepts, func(c pack.Concept) string { return c.ID })
	keep(Concepts, content, err)
	content, err = lines(rules, func(r ruleLine) string { return r.ID })
	keep(Rules, content, err)
	content, err = lines(lib.Packs, func(p pack.Pack) string { return p.ID })
	keep(Packs, content, err)
	content, err = lines(lib.Provisions, func(p pack.Provision) string { return p.ID })
	keep(Provisions, content, err)
	return files, failed
}

// lines writes records in the order of their ids.
func lines[T any](records []T, id func(T) string) ([]byte, error) {
	records = slices.Clone(records)
	slices.SortStableFunc(records, func(a, b T) int { return strings.Compare(id(a), id(b)) })
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	for i := range records {
		if err := encoder.Encode(&records[i]); err != nil {
			return nil, fmt.Errorf("%s: %w", id(records[i]), err)
		}
	}
	return out.Bytes(), nil
}

// Decode reads a library from its files. It takes only what Encode would write, byte
// for byte, so that there is one form of a library and nothing hides in another.
func Decode(files map[string][]byte) (*pack.Library, error) {
	var lib pack.Library
	var rules []ruleLine
	err := errors.Join(
		records(files, Concepts, &lib.Concepts),
		records(files, Rules, &rules),
		records(files, Packs, &lib.Packs),
		records(files, Provisions, &lib.Provisions),
	)
	if err != nil {
		return nil, err
	}
	for _, line := range rules {
		line.Rule.When = pack.Condition(line.When)
		lib.Rules = append(lib.Rules, line.Rule)
	}
	return &lib, canonical(&lib, files)
}

// records reads the lines of one file.
func records[T any](files map[string][]byte, name string, into *[]T) error {
	content, ok := files[name]
	if !ok {
		return fmt.Errorf("%s: file: got nothing, want a file", name)
	}
	number := 0
	for line := range bytes.Lines(content) {
		number++
		var record T
		if err := strict(line, &record); err != nil {
			return fmt.Errorf("%s:%d: record: got %w, want a record in canonical form", name, number, err)
		}
		*into = append(*into, record)
	}
	return nil
}

// strict decodes one value and nothing after it, without unknown keys.
func strict(line []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		return err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return errors.New("text after the record")
	}
	return nil
}

// canonical wants the files to be what Encode gives.
func canonical(lib *pack.Library, files map[string][]byte) error {
	want, err := Encode(lib)
	if err != nil {
		return err
	}
	for _, name := range Files() {
		if line := firstDifference(files[name], want[name]); line > 0 {
			return fmt.Errorf("%s:%d: record: got another spelling or order, want the canonical form", name, line)
		}
	}
	return nil
}

// firstDifference gives the first line on which two files differ, or 0.
func firstDifference(got, want []byte) int {
	if bytes.Equal(got, want) {
		return 0
	}
	theirs := bytes.SplitAfter(want, []byte("\n"))
	for i, line := range bytes.SplitAfter(got, []byte("\n")) {
		if i >= len(theirs) || !bytes.Equal(line, theirs[i]) {
			return i + 1
		}
	}
	return len(theirs)
}
