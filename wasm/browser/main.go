//go:build js && wasm

// Command browser is the engine as the extension runs it. JavaScript writes a frame
// (package wire) into the memory that reserve gives, calls activate, check or bio, and reads
// JSON where result_pointer and result_length say. Every export is synchronous and
// answers a panic as an error: under GOOS=js an export that panics would otherwise give
// JavaScript a number out of nowhere.
package main

import (
	_ "embed"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"unsafe"

	"circumspect/engine"
	"circumspect/wasm/browser/wire"
)

//go:embed engine.image
var image []byte

// state is all that lives between calls.
var state struct {
	engine  *engine.Engine
	checker *engine.Checker
	input   []byte
	result  []byte
}

// main stays, because the exports die with it. Until a pack is active nothing is
// garbage, so collecting would only delay the first answer.
func main() {
	debug.SetGCPercent(-1)
	select {}
}

// Answers of activate, check and bio.
const (
	done   int32 = 0
	failed int32 = 1
)

//go:wasmexport reserve
func reserve(size int32) *byte {
	if int(size) > cap(state.input) {
		state.input = make([]byte, size)
	}
	state.input = state.input[:max(int(size), 1)]
	return &state.input[0]
}

//go:wasmexport result_pointer
func resultPointer() unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(state.result)) }

//go:wasmexport result_length
func resultLength() int32 { return int32(len(state.result)) }

//go:wasmexport activate
func activate(size int32) (answer int32) {
	defer recoverAs(&answer)
	if state.engine == nil {
		e, err := engine.Load(image)
		if err != nil {
			return fail(err)
		}
		state.engine = e
	}
	profile, err := wire.Profile(frame(size))
	if err != nil {
		return fail(err)
	}
	checker, err := state.engine.For(profile)
	if err != nil {
		return fail(err)
	}
	state.checker = checker
	debug.SetGCPercent(100)
	state.result = wire.PackInfo(checker.Pack(), checker.Media(), checker.Checkup(), checker.Provisions(), checker.Rules())
	return done
}

//go:wasmexport check
func check(size int32) (answer int32) {
	defer recoverAs(&answer)
	if state.checker == nil {
		return fail(errors.New("check: got no active pack, want activate called first"))
	}
	document, err := wire.Document(frame(size))
	if err != nil {
		return fail(err)
	}
	state.result = wire.Result(state.result, state.checker.Check(document))
	return done
}

//go:wasmexport bio
func bio(size int32) (answer int32) {
	defer recoverAs(&answer)
	if state.checker == nil {
		return fail(errors.New("bio: got no active pack, want activate called first"))
	}
	asked, err := wire.Bio(frame(size))
	if err != nil {
		return fail(err)
	}
	state.result = wire.BioResult(state.result, state.checker.Bio(asked))
	return done
}

// frame gives the text that JavaScript wrote. It is copied: Go strings must not change.
func frame(size int32) string { return string(state.input[:size]) }

func fail(err error) int32 {
	state.result = wire.Error(err)
	return failed
}

// recoverAs turns a panic into an error, after which the engine is ready again.
func recoverAs(answer *int32) {
	r := recover()
	if r == nil {
		return
	}
	var err runtime.Error
	if e, ok := r.(error); ok && errors.As(e, &err) {
		*answer = fail(fmt.Errorf("engine: %w", err))
		return
	}
	*answer = fail(fmt.Errorf("engine: %v", r))
}
