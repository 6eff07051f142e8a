package main

import (
	"fmt"
	"os"

	"circumspect/engine"
	"circumspect/engine/cmd/circumspect/eval"
	"circumspect/engine/pack"

	"github.com/spf13/cobra"
)

// rulesEvalCommand measures rule files that need not be compiled yet.
func rulesEvalCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "eval FILE…",
		Short: "Measures the rule files on posts with known verdicts",
		Long: `Measures the rule files on JSON lines of posts

  {"id":"1","text":"…","org":"ec","surface":"post","lang":"en","expect":["security"],"kind":"violation"}

expect lists the categories that a post breaks, none for a harmless one; or it says
"finding" or "quiet". Posts without expect are counted by how many have findings.`,
		Args: cobra.MinimumNArgs(1),
		RunE: evaluate,
	}
	command.Flags().String("org", "ec", "the organisation of posts that name none")
	command.Flags().StringSlice("lang", nil, "only posts in these languages")
	command.Flags().String("from", "hint", "count findings of this severity or graver only: hint, caution, warning")
	command.Flags().Bool("list", false, "list every post that was missed or falsely flagged")
	return command
}

// evaluate measures one file of posts after another.
func evaluate(cmd *cobra.Command, files []string) error {
	read, err := readRules(cmd)
	if err != nil {
		return err
	}
	d, err := newDesk(read.Library)
	if err != nil {
		return err
	}
	options, err := evalOptions(cmd)
	if err != nil {
		return err
	}
	for _, name := range files {
		if err := evalFile(cmd, d, options, name); err != nil {
			return failure{err}
		}
	}
	return nil
}

// evalOptions reads the options of rules eval.
func evalOptions(cmd *cobra.Command) (eval.Options, error) {
	var o eval.Options
	o.Org, _ = cmd.Flags().GetString("org")
	o.Langs, _ = cmd.Flags().GetStringSlice("lang")
	o.List, _ = cmd.Flags().GetBool("list")
	from, _ := cmd.Flags().GetString("from")
	if err := o.From.UnmarshalText([]byte(from)); err != nil {
		return o, fmt.Errorf("--from: %w", err)
	}
	return o, nil
}

// evalFile measures one file of posts.
func evalFile(cmd *cobra.Command, d *desk, o eval.Options, name string) error {
	file, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("eval: %w", err)
	}
	defer file.Close()
	check := func(profile engine.Profile, document engine.Document) ([]engine.Finding, error) {
		result, err := d.check(profile, document)
		return result.Findings, err
	}
	report, err := eval.Measure(file, o, check)
	if err != nil {
		return fmt.Errorf("%s:%w", name, err)
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%s\n", name)
	return report.Write(cmd.OutOrStdout(), pack.Categories())
}
