// Package generate makes the files that are written from the rule files: the compiled
// library, the schema for editors and the two pages for people.
package generate

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"circumspect/engine/cmd/circumspect/source"
	"circumspect/engine/pack"
	"circumspect/engine/pack/jsonl"
)

// Files gives every generated file by its path below the folder of the rules.
func Files(lib *pack.Library) (map[string][]byte, error) {
	compiled, err := jsonl.Encode(lib)
	if err != nil {
		return nil, err
	}
	schema, err := source.Schema()
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{
		"schema.json":  schema,
		"CATALOGUE.md": Catalogue(lib),
		"COVERAGE.md":  Coverage(lib),
	}
	for name, content := range compiled {
		files["compiled/"+name] = content
	}
	return files, nil
}

// Names gives the names of files in order.
func Names(files map[string][]byte) []string {
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Drift lists the files below a folder that are not what they should be.
func Drift(folder fs.FS, files map[string][]byte) []string {
	var drifted []string
	for _, name := range Names(files) {
		content, err := fs.ReadFile(folder, name)
		if err != nil || string(content) != string(files[name]) {
			drifted = append(drifted, name)
		}
	}
	return drifted
}

// Write puts files below a folder. It first writes all of them beside their places and
// then moves them, so that an error leaves the old files as they were.
func Write(folder string, files map[string][]byte) error {
	moves := map[string]string{}
	defer func() {
		for from := range moves {
			_ = os.Remove(from) // what could not be moved; the error is on its way already
		}
	}()
	for _, name := range Names(files) {
		to := filepath.Join(folder, filepath.FromSlash(name))
		from, err := beside(to, files[name])
		if from != "" {
			moves[from] = to
		}
		if err != nil {
			return err
		}
	}
	for from, to := range moves {
		if err := os.Rename(from, to); err != nil {
			return fmt.Errorf("write: %w", err)
		}
		delete(moves, from)
	}
	return nil
}

// beside writes a file under a temporary name in the folder of its place.
func beside(place string, content []byte) (string, error) {
	if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
		return "", fmt.Errorf("write: %w", err)
	}
	file, err := os.CreateTemp(filepath.Dir(place), ".compile-*")
	if err != nil {
		return "", fmt.Errorf("write: %w", err)
	}
	_, err = file.Write(content)
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Chmod(file.Name(), 0o644)
	}
	if err != nil {
		return file.Name(), fmt.Errorf("write: %w", err)
	}
	return file.Name(), nil
}
