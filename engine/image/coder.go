// Package image writes an engine's rules and tables into one block of bytes that needs
// no parsing to speak of: a WebAssembly engine starts from it in a few milliseconds,
// where reading JSON and building the automaton would take hundreds (ARCHITECTURE.md).
package image

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// coder writes values into buf or, when reading, takes them out of it, so that one
// function a type serves both ways.
type coder struct {
	buf     []byte
	reading bool
	err     error
	depth   int // of conditions within one another
}

var errShort = errors.New("image: got fewer bytes than it promises, want it whole: build it again")

func (c *coder) number(n *int) {
	if !c.reading {
		c.buf = binary.AppendUvarint(c.buf, uint64(*n))
		return
	}
	v, size := binary.Uvarint(c.buf)
	if size <= 0 || v > 1<<31 {
		c.fail()
		return
	}
	*n, c.buf = int(v), c.buf[size:]
}

var errDeep = fmt.Errorf("image: got conditions more than %d deep, want fewer", maxDepth)

func (c *coder) fail() { c.failed(errShort) }

func (c *coder) failed(err error) {
	c.buf = nil
	if c.err == nil {
		c.err = err
	}
}

// text codes a string type.
func text[S ~string](c *coder, s *S) {
	b := []byte(*s)
	c.bytes(&b)
	if c.reading {
		*s = S(b)
	}
}

// bytes codes a block; what is read shares the image's memory.
func (c *coder) bytes(b *[]byte) {
	n := len(*b)
	c.number(&n)
	if !c.reading {
		c.buf = append(c.buf, *b...)
		return
	}
	if n > len(c.buf) {
		c.fail()
		return
	}
	*b, c.buf = c.buf[:n:n], c.buf[n:]
}

func (c *coder) flag(b *bool) {
	n := 0
	if *b {
		n = 1
	}
	c.number(&n)
	*b = n == 1
}

// maxAhead is how many elements there is room made for before they are read.
const maxAhead = 4096

// list codes a list, a call of each an element. An empty list is read as nil.
func list[T any](c *coder, values *[]T, each func(*coder, *T)) {
	n := len(*values)
	c.number(&n)
	if c.reading {
		readList(c, values, n, each)
		return
	}
	for i := range *values {
		each(c, &(*values)[i])
	}
}

// readList reads n elements. Memory grows with what was read, not with what is promised.
func readList[T any](c *coder, values *[]T, n int, each func(*coder, *T)) {
	if *values = nil; n == 0 {
		return
	}
	*values = make([]T, 0, min(n, len(c.buf), maxAhead))
	for range n {
		var value T
		if each(c, &value); c.err != nil {
			return
		}
		*values = append(*values, value)
	}
}

func texts(c *coder, values *[]string) { list(c, values, text[string]) }

// table codes a map in the order of its keys.
func table[V any](c *coder, m *map[string]V, each func(*coder, *V)) {
	keys := make([]string, 0, len(*m))
	for k := range *m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	texts(c, &keys)
	if c.reading && len(keys) > 0 {
		*m = make(map[string]V, len(keys))
	}
	for _, k := range keys {
		v := (*m)[k]
		each(c, &v)
		if c.reading {
			(*m)[k] = v
		}
	}
}

// optional codes a value that may be missing.
func optional[T any](c *coder, p **T, each func(*coder, *T)) {
	there := *p != nil
	c.flag(&there)
	if !there {
		return
	}
	if c.reading {
		*p = new(T)
	}
	each(c, *p)
}
