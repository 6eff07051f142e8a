// Package rules holds the rule files and embeds their compiled form, so that programs
// need no files beside them and a fresh clone builds without a step before.
package rules

import (
	"embed"
	"fmt"

	"circumspect/engine/pack"
	"circumspect/engine/pack/jsonl"
)

// compiled is written by `circumspect rules compile` (make generate) and never by hand.
//
//go:embed compiled/*.jsonl
var compiled embed.FS

// model is written by `circumspect rules train` (make train).
//
//go:embed learned/model.bin
var model []byte

// Library gives the library that the committed files describe.
func Library() (*pack.Library, error) {
	files := map[string][]byte{}
	for _, name := range jsonl.Files() {
		content, err := compiled.ReadFile("compiled/" + name)
		if err != nil {
			return nil, fmt.Errorf("rules/compiled: %w", err)
		}
		files[name] = content
	}
	lib, err := jsonl.Decode(files)
	if err != nil {
		return nil, fmt.Errorf("rules/compiled/%w", err)
	}
	lib.Model = model
	return lib, nil
}
