package main

import (
	"fmt"
	"os"
	"path/filepath"

	"circumspect/engine"
	"circumspect/engine/cmd/circumspect/generate"
	"circumspect/engine/pack"

	"github.com/spf13/cobra"
)

// rulesCompileCommand is what make generate and make build call.
func rulesCompileCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "compile",
		Short: "Checks the rule files and writes everything that is made from them",
		Long: `Checks and proves the rule files, then writes below their folder:

  compiled/{concepts,rules,packs,provisions}.jsonl   the canonical library, a record a line
  CATALOGUE.md COVERAGE.md                           pages for people
  schema.json                                        the schema for editors

If anything is wrong nothing is written.`,
		Args: cobra.NoArgs,
		RunE: compileRules,
	}
	command.Flags().Bool("check", false, "write nothing; fail if a generated file is not current")
	command.Flags().String("image", "", "also write the engine's ready tables to this file, for the WebAssembly build")
	return command
}

// compileRules writes only when every rule file is sound and every example holds.
func compileRules(cmd *cobra.Command, _ []string) error {
	read, _, err := provenRules(cmd, nil)
	if err != nil {
		return err
	}
	files, err := generate.Files(read.Library)
	if err != nil {
		return failure{err}
	}
	folder, err := rulesFolder(cmd)
	if err != nil {
		return err
	}
	if only, _ := cmd.Flags().GetBool("check"); only {
		return compareGenerated(cmd, folder, files)
	}
	if err := generate.Write(folder, files); err != nil {
		return failure{err}
	}
	if image, _ := cmd.Flags().GetString("image"); image != "" {
		if err := writeImage(image, read.Library); err != nil {
			return failure{err}
		}
	}
	_, err = fmt.Fprintln(cmd.OutOrStdout(), summary(read.Library))
	return err
}

// compareGenerated reports every generated file that is not current.
func compareGenerated(cmd *cobra.Command, folder string, files map[string][]byte) error {
	drifted := generate.Drift(os.DirFS(folder), files)
	for _, name := range drifted {
		fmt.Fprintf(cmd.ErrOrStderr(), "rules/%s:1: file: got another text, want what rules compile writes (run make generate)\n", name)
	}
	if len(drifted) > 0 {
		return errProblems
	}
	_, err := fmt.Fprintln(cmd.OutOrStdout(), len(files), "generated files are current")
	return err
}

// writeImage writes the tables that the WebAssembly build embeds.
func writeImage(path string, lib *pack.Library) error {
	built, err := engine.New(lib)
	if err != nil {
		return fmt.Errorf("image: %w", err)
	}
	folder, name := filepath.Split(path)
	return generate.Write(folder, map[string][]byte{name: built.Image()})
}

// rulesCatalogueCommand prints what compile writes to CATALOGUE.md, for files in work.
func rulesCatalogueCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "catalogue",
		Short: "Prints every rule and concept as a page",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			read, err := readRules(cmd)
			if err != nil {
				return err
			}
			_, err = cmd.OutOrStdout().Write(generate.Catalogue(read.Library))
			return err
		},
	}
}
