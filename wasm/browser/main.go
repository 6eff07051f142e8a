//go:build js && wasm

// Command browser is the engine as the extension runs it. JavaScript writes a frame
// (package wire) into the memory that reserve gives, calls activate, verify, check or bio, and reads
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
	"circumspect/wasm/browser/judge"
	"circumspect/wasm/browser/wire"
)

//go:embed engine.image
var image []byte

// state is all that lives between calls.
var state struct {
	judge  *judge.Judge
	input  []byte
	result []byte
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
	profile, channel, err := asked(size)
	if err != nil {
		return fail(err)
	}
	house, refusal, err := state.judge.Activate(profile, channel)
	if err != nil {
		return fail(err)
	}
	debug.SetGCPercent(100)
	state.result = wire.PackInfo(wire.PackOf(state.judge.Checker(), house, refusal))
	return done
}

// verify tells whether an envelope may become active. It changes nothing.
//
//go:wasmexport verify
func verify(size int32) (answer int32) {
	defer recoverAs(&answer)
	profile, channel, err := asked(size)
	if err != nil {
		return fail(err)
	}
	state.result = wire.Verdict(state.judge.Verify(profile, channel))
	return done
}

// asked starts the engine where it has not started yet and reads a profile and its channel.
func asked(size int32) (engine.Profile, judge.Channel, error) {
	if err := start(); err != nil {
		return engine.Profile{}, judge.Channel{}, err
	}
	return wire.Activate(frame(size))
}

// start loads the engine, once.
func start() error {
	if state.judge != nil {
		return nil
	}
	e, err := engine.Load(image)
	if err != nil {
		return err
	}
	state.judge = judge.New(e)
	return nil
}

// checker gives the one that was activated, or an error that names who asks for it.
func checker(asker string) (*engine.Checker, error) {
	if state.judge == nil || state.judge.Checker() == nil {
		return nil, errors.New(asker + ": got no active pack, want activate called first")
	}
	return state.judge.Checker(), nil
}

//go:wasmexport check
func check(size int32) (answer int32) {
	defer recoverAs(&answer)
	checker, err := checker("check")
	if err != nil {
		return fail(err)
	}
	document, err := wire.Document(frame(size))
	if err != nil {
		return fail(err)
	}
	state.result = wire.Result(state.result, checker.Check(document))
	return done
}

//go:wasmexport bio
func bio(size int32) (answer int32) {
	defer recoverAs(&answer)
	checker, err := checker("bio")
	if err != nil {
		return fail(err)
	}
	asked, err := wire.Bio(frame(size))
	if err != nil {
		return fail(err)
	}
	state.result = wire.BioResult(state.result, checker.Bio(asked))
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
