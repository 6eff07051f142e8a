package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"circumspect/engine"
	"circumspect/engine/cmd/circumspect/source"
	"circumspect/engine/pack"
	"circumspect/engine/prove"
	"circumspect/rules"

	"github.com/spf13/cobra"
)

// packCheckCommand is what an author runs after every change.
func packCheckCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check FOLDER",
		Short: "Reads a house pack, checks it and proves its examples",
		Long: `Reads every file of a house pack and reports everything that is wrong, in one go:

  my-unit/pack.yaml:7: extends: got "eg", want ec, osce or un (did you mean "ec"?)

Every rule that is well formed is tried on its own examples beside the rules of the built-in
pack. What must not be served is no problem here; it is told, and pack compile refuses it.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			builtIn, err := builtInEngine()
			if err != nil {
				return err
			}
			house, err := provenHouse(cmd, builtIn, args[0])
			if err != nil {
				return err
			}
			lines := append([]string{houseSummary(house)}, notServed(house)...)
			_, err = fmt.Fprintln(cmd.OutOrStdout(), strings.Join(lines, "\n"))
			return err
		},
	}
}

// provenHouse reads and checks the folder of a house pack and tries its examples. It prints
// what is wrong and then fails.
func provenHouse(cmd *cobra.Command, builtIn *engine.Engine, folder string) (*pack.House, error) {
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("pack: got %q, want a folder that holds a house pack", folder)
	}
	read, problems := source.ReadHouse(os.DirFS(folder), filepath.ToSlash(filepath.Clean(folder)))
	problems = append(problems, read.Check(builtIn.Library(), problems)...)
	problems = append(problems, read.Locate(prove.HouseTerms(read.Pack))...)
	if sound := read.Sound(problems); len(sound.Rules) > 0 {
		failing, err := prove.HouseExamples(builtIn, sound)
		if err != nil && len(problems) == 0 { // else what is wrong with the files is why
			return nil, failure{err}
		}
		problems = append(problems, read.Locate(failing)...)
	}
	if len(problems) == 0 {
		problems = read.Locate(read.Pack.Own(pack.Unused(builtIn.Library().With(read.Pack))))
	}
	return read.Pack, report(cmd, problems)
}

// builtInEngine makes an engine of the rules that are built in, once: it never changes, and
// making it takes a second.
var builtInEngine = sync.OnceValues(func() (*engine.Engine, error) {
	lib, err := rules.Library()
	if err != nil {
		return nil, failure{err}
	}
	built, err := engine.New(lib)
	if err != nil {
		return nil, failure{err}
	}
	return built, nil
})

// houseSummary counts what was read.
func houseSummary(h *pack.House) string {
	examples := 0
	for i := range h.Rules {
		examples += len(h.Rules[i].Flag) + len(h.Rules[i].Allow)
	}
	return fmt.Sprintf("%s %d for %s, in %s: %s and %s of its own, %s changed and %s silenced: well formed, and all %s hold",
		h.ID, h.Version, h.Extends, strings.Join(h.Languages, " "), counted("rule", len(h.Rules)), counted("concept", len(h.Concepts)),
		counted("built-in rule", len(h.Severity)), strconv.Itoa(len(h.Without)), counted("example", examples))
}

// counted puts a number before a word.
func counted(word string, n int) string { return strconv.Itoa(n) + " " + plural(word, n) }

// notServed tells what pack compile will refuse.
func notServed(h *pack.House) []string {
	var lines []string
	for _, problem := range h.Served() {
		lines = append(lines, "not to be served: "+problem.Field+": "+problem.Got)
	}
	return lines
}
