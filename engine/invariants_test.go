package engine_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// allowed is all that the engine may import: nothing that does I/O, reads a clock, logs
// or knows JavaScript. io is there for io.EOF, time to read and write dates; the clock is
// not. crypto/ed25519 is there to verify and to sign with a key that is handed in; making
// one would read the machine's randomness.
var allowed = map[string]bool{
	"bytes": true, "cmp": true, "crypto/ed25519": true, "crypto/sha256": true,
	"encoding/base64": true, "encoding/binary": true, "encoding/hex": true, "encoding/json": true, "errors": true, "fmt": true, "hash/fnv": true,
	"io": true, "maps": true, "math": true, "math/bits": true, "regexp/syntax": true, "slices": true, "strconv": true,
	"strings": true, "sync": true, "time": true, "unicode": true, "unicode/utf8": true,
	"github.com/dlclark/regexp2": true,
}

// clock lists the names of package time that read the clock or wait.
var clock = map[string]bool{"Now": true, "Since": true, "Until": true, "Sleep": true, "After": true, "AfterFunc": true, "Tick": true, "NewTimer": true, "NewTicker": true}

// readers may do more: they are native tools around the engine.
var readers = []string{"cmd", filepath.Join("fold", "gen")}

func TestTheEngineDoesNoIO(t *testing.T) {
	files := 0
	require.NoError(t, filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		for _, r := range readers {
			if d.IsDir() && path == r {
				return fs.SkipDir
			}
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		files++
		checkFile(t, path)
		return nil
	}))
	assert.Greater(t, files, 25, "the engine has more files than that")
}

func checkFile(t *testing.T, path string) {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
	require.NoError(t, err)
	for _, imp := range file.Imports {
		name, err := strconv.Unquote(imp.Path.Value)
		require.NoError(t, err)
		ours := strings.HasPrefix(name, "circumspect/engine") && !strings.HasPrefix(name, "circumspect/engine/cmd")
		assert.True(t, ours || allowed[name], "%s imports %s", path, name)
	}
	for _, decl := range file.Decls {
		if f, ok := decl.(*ast.FuncDecl); ok {
			assert.False(t, f.Recv == nil && f.Name.Name == "init", "%s has an init function", path)
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok && x.Name == "time" {
				assert.False(t, clock[s.Sel.Name], "%s uses time.%s", path, s.Sel.Name)
			}
			assert.NotEqual(t, "GenerateKey", s.Sel.Name, "%s makes a key", path)
		}
		return true
	})
}
