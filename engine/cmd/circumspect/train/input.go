package train

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
)

// Input is a file that a model learned from.
type Input struct {
	Name   string `json:"name"` // as it was given, or the base name of one from outside the repository
	SHA256 string `json:"sha256"`
	// Posts counts what was learned from; 0 for word vectors and concepts.
	Posts int `json:"posts,omitempty"`
	// Outside says that the file does not stand in the repository.
	Outside bool `json:"outside,omitempty"`
}

// NewInput notes what a file holds.
func NewInput(name string, content []byte, posts int, outside bool) Input {
	if outside {
		name = filepath.Base(name)
	}
	sum := sha256.Sum256(content)
	return Input{Name: filepath.ToSlash(name), SHA256: hex.EncodeToString(sum[:]), Posts: posts, Outside: outside}
}

// EncodeInputs writes the list that is kept beside the model.
func EncodeInputs(inputs []Input) ([]byte, error) {
	content, err := json.MarshalIndent(inputs, "", "  ")
	return append(content, '\n'), err
}

// Refuse gives an error for a file of posts that are kept for measuring.
func Refuse(name string) error {
	if base := filepath.Base(name); strings.HasPrefix(base, "dev") || strings.HasPrefix(base, "functional") {
		return fmt.Errorf("train: file: got %s, want no posts that are kept for measuring", base)
	}
	return nil
}
