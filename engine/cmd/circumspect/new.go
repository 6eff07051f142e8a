package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"circumspect/engine/pack"

	"github.com/spf13/cobra"
)

// scaffold is a new rule: complete in form, so that what rules check then reports is
// what is left to be written.
const scaffold = `# yaml-language-server: $schema=../schema.json#/$defs/rule
# What each key means: CONTRIBUTING.md. Try it with: circumspect rules check rules/%[1]s.yaml
severity: caution            # hint, caution or warning
provisions: []               # ids from rules/provisions; they decide which packs the rule is in
when:
  all: []                    # concepts from rules/concepts that must meet in a sentence
unless: [quotation]          # concepts that void the hits they reach
say:
  en:
    title: ""                # two to five words
    message: ""              # why, in one or two plain sentences to the reader
    advice: ""               # how to mend it
flag:                        # at least two invented posts that must raise this rule
  - {lang: en, text: ""}
  - {lang: en, text: ""}
allow:                       # at least two near misses that must stay silent
  - {lang: en, text: ""}
  - {lang: en, text: ""}
`

// rulesNewCommand is what make rule calls.
func rulesNewCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "new CATEGORY/NAME",
		Short:   "Begins a new rule file",
		Example: "  circumspect rules new accuracy/absolute-claims",
		Args:    cobra.ExactArgs(1),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return folders(pack.Categories()), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			folder, err := rulesFolder(cmd)
			if err != nil {
				return err
			}
			path, err := newRule(folder, args[0])
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s\nFill it in, then run: circumspect rules check rules/%s.yaml\n", path, args[0])
			return err
		},
	}
}

// folders turns categories into what a rule id begins with.
func folders(categories []string) []string {
	for i := range categories {
		categories[i] += "/"
	}
	return categories
}

// newRule writes the scaffold of a rule that does not exist yet.
func newRule(folder, id string) (string, error) {
	category, name, _ := strings.Cut(id, "/")
	if !slices.Contains(pack.Categories(), category) {
		return "", fmt.Errorf("new: got category %q, want %s%s", category,
			pack.Either(pack.Categories()), pack.DidYouMean(category, pack.Categories()))
	}
	if !regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`).MatchString(name) {
		return "", fmt.Errorf("new: got name %q, want small letters, digits and hyphens, like absolute-claims", name)
	}
	path := filepath.Join(folder, category, name+".yaml")
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return "", failure{fmt.Errorf("new: %w", err)}
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return "", failure{fmt.Errorf("new: %w", err)} // mostly: the rule exists already
	}
	_, err = fmt.Fprintf(file, scaffold, id)
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return "", failure{fmt.Errorf("new: %w", err)}
	}
	return path, nil
}
