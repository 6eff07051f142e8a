package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"circumspect/engine/cmd/circumspect/generate"
	"circumspect/engine/cmd/circumspect/source"
	"circumspect/engine/pack"
	"circumspect/rules"

	"github.com/spf13/cobra"
)

// starter holds the files of a new house pack, with the words of an example in place of
// the organisation's.
//
//go:embed starter
var starter embed.FS

// packNewCommand is how an organisation begins.
func packNewCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "new FOLDER",
		Short: "Begins a house pack: a folder of commented files",
		Long: `Writes the folder of a new house pack: one concept, one rule with its examples, a provision, a
contact and a list of apps, all with comments. It passes pack check as it is.`,
		Example: "  circumspect pack new my-unit --extends ec --id my-unit",
		Args:    cobra.ExactArgs(1),
		RunE:    newPack,
	}
	command.Flags().String("extends", "", "the built-in pack: ec, osce or un")
	command.Flags().String("id", "", "the id of the pack: small letters, digits and hyphens")
	for _, name := range []string{"extends", "id"} {
		_ = command.MarkFlagRequired(name)
	}
	return command
}

// newPack writes the files of a folder that does not exist yet.
func newPack(cmd *cobra.Command, args []string) error {
	extends, _ := cmd.Flags().GetString("extends")
	id, _ := cmd.Flags().GetString("id")
	if err := free(extends, id); err != nil {
		return err
	}
	folder := args[0]
	if _, err := os.Lstat(folder); !errors.Is(err, fs.ErrNotExist) {
		return failure{fmt.Errorf("new: got %q, which is there already, want a new folder", folder)}
	}
	files, err := starterFiles(extends, id)
	if err != nil {
		return failure{err}
	}
	if err := generate.Write(folder, files); err != nil {
		return failure{fmt.Errorf("new: %w", err)}
	}
	for _, name := range generate.Names(files) {
		fmt.Fprintln(cmd.OutOrStdout(), filepath.Join(folder, name))
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "Make it yours, then run: circumspect pack check %s\n", folder)
	return err
}

// free wants an id that no built-in pack or document has, and a pack that there is.
func free(extends, id string) error {
	if !regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`).MatchString(id) {
		return fmt.Errorf("--id: got %q, want small letters, digits and hyphens, like my-unit", id)
	}
	lib, err := rules.Library()
	if err != nil {
		return failure{err}
	}
	var packs []string
	for i := range lib.Packs {
		p := &lib.Packs[i]
		packs = append(packs, p.ID)
		if p.ID == id || slices.ContainsFunc(p.Sources, func(s pack.Source) bool { return s.ID == strings.ToUpper(id) }) {
			return fmt.Errorf("--id: got %q, which the pack %s has, want one of your own", id, p.ID)
		}
	}
	if !slices.Contains(packs, extends) {
		return fmt.Errorf("--extends: got %q, want %s%s", extends, pack.Either(packs), pack.DidYouMean(extends, packs))
	}
	return nil
}

// starterFiles gives the files of a new house pack by name, with the schema for editors.
func starterFiles(extends, id string) (map[string][]byte, error) {
	below, err := fs.Sub(starter, "starter")
	if err != nil {
		return nil, err
	}
	schema, err := source.Schema()
	if err != nil {
		return nil, err
	}
	words := strings.NewReplacer("MY-UNIT", strings.ToUpper(id), "my-unit", id, "extends: ec ", "extends: "+extends+" ")
	files := map[string][]byte{"schema.json": schema}
	return files, fs.WalkDir(below, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(below, name)
		files[name] = []byte(words.Replace(string(content)))
		return err
	})
}
