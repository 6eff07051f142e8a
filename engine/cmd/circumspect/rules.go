package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"circumspect/engine/cmd/circumspect/source"
	"circumspect/engine/pack"
	"circumspect/engine/prove"

	"github.com/spf13/cobra"
)

// rulesCommand groups the commands on rule files, which all take --dir.
func rulesCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "rules",
		Short: "Checks, compiles and measures the rule files",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	command.PersistentFlags().String("dir", "rules", "the folder that holds the rule files")
	command.AddCommand(rulesCheckCommand(), rulesCompileCommand(), rulesCatalogueCommand(), rulesEvalCommand(), rulesTrainCommand(), rulesNewCommand())
	return command
}

// rulesCheckCommand is what a writer of rules runs after every change.
func rulesCheckCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "check [PATH…]",
		Short: "Reads every rule file, checks it and proves its examples",
		Long: `Reads every rule file and reports everything that is wrong, in one go:

  rules/confidentiality/x.yaml:7: when.all: got "internl-document", want a concept that exists

When all files are well formed, every rule is tried on its own examples. With paths,
such as rules/confidentiality, only what is wrong in those files is reported.

With --posts the rules are tried on sample posts as well. Rules that never fire on a
post nor on an example of another rule, and rules that always fire on the same posts,
are warned of; that is no failure.`,
		RunE: checkRules,
	}
	command.Flags().StringSlice("posts", nil, `sample posts to try the rules on, as in "testdata/posts/*.jsonl"`)
	return command
}

// checkRules reports what is wrong with the rule files, and what is suspect.
func checkRules(cmd *cobra.Command, paths []string) error {
	read, problems, err := provenRules(cmd, paths)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintln(cmd.OutOrStdout(), summary(read.Library)); err != nil {
		return err
	}
	return warn(cmd, read, problems, paths)
}

// readRules reads and checks the rule files. It prints what is wrong and then fails.
func readRules(cmd *cobra.Command) (*source.Source, error) {
	read, problems, err := rulesAndProblems(cmd)
	if err != nil {
		return nil, err
	}
	return read, report(cmd, problems)
}

// rulesAndProblems reads the rule files and gives all that is wrong with their form.
func rulesAndProblems(cmd *cobra.Command) (*source.Source, []source.Problem, error) {
	folder, err := rulesFolder(cmd)
	if err != nil {
		return nil, nil, err
	}
	read, problems := source.Read(os.DirFS(folder))
	problems = append(problems, read.Check(problems)...)
	return read, append(problems, read.Locate(prove.Terms(read.Library))...), nil
}

// provenRules reads and checks the rule files and tries every well-formed rule on its
// examples. It prints what is wrong below the paths, if there are any, and then fails. It
// gives all problems, also those elsewhere.
func provenRules(cmd *cobra.Command, paths []string) (*source.Source, []source.Problem, error) {
	read, problems, err := rulesAndProblems(cmd)
	if err != nil {
		return nil, nil, err
	}
	failing, err := prove.Examples(read.Sound(problems))
	if err != nil {
		_ = report(cmd, problems) // what is wrong with the files may be why
		return nil, nil, failure{err}
	}
	if len(problems) == 0 {
		failing = append(failing, pack.Unused(read.Library)...)
	}
	problems = append(problems, read.Locate(failing)...)
	return read, problems, report(cmd, below(paths, problems))
}

// below keeps the problems of files below one of the paths; no path keeps all.
func below(paths []string, problems []source.Problem) []source.Problem {
	return slices.DeleteFunc(slices.Clone(problems), func(p source.Problem) bool {
		return len(paths) > 0 && !slices.ContainsFunc(paths, func(path string) bool {
			return strings.HasPrefix(p.Place, filepath.ToSlash(filepath.Clean(path)))
		})
	})
}

// rulesFolder gives the folder of the rule files and wants it to exist.
func rulesFolder(cmd *cobra.Command) (string, error) {
	folder, err := cmd.Flags().GetString("dir")
	if err != nil {
		return "", err
	}
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return "", fmt.Errorf("--dir: got %q, want the folder that holds the rule files", filepath.Clean(folder))
	}
	return folder, nil
}

// report prints problems in the order of files and lines.
func report(cmd *cobra.Command, problems []source.Problem) error {
	if len(problems) == 0 {
		return nil
	}
	source.Sort(problems)
	places := map[string]bool{}
	for _, problem := range problems {
		places[problem.Place] = true
		fmt.Fprintln(cmd.ErrOrStderr(), problem.Error())
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "%d %s in %d %s\n", len(problems), plural("problem", len(problems)), len(places), plural("file", len(places)))
	return errProblems
}

// summary counts what was read.
func summary(lib *pack.Library) string {
	examples := 0
	for i := range lib.Rules {
		examples += len(lib.Rules[i].Flag) + len(lib.Rules[i].Allow)
	}
	return fmt.Sprintf("%d rules, %d concepts, %d packs, %d provisions: well formed, and all %d examples hold",
		len(lib.Rules), len(lib.Concepts), len(lib.Packs), len(lib.Provisions), examples)
}
