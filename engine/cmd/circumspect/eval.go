package main

import (
	"fmt"
	"os"

	"circumspect/engine/cmd/circumspect/eval"

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
"finding", "hint" or "quiet". Posts without expect are counted by how many have findings.

A breach is found where a finding at caution or above stands in an expected category; a
hint counts only for disclaimer, publication, copyright, endorsement, escalation and
messaging. A false alarm is a finding at caution or above in a harmless post.`,
		Args: cobra.MinimumNArgs(1),
		RunE: evaluate,
	}
	command.Flags().String("org", "ec", "the organisation of posts that name none")
	command.Flags().StringSlice("lang", nil, "only posts in these languages")
	command.Flags().Bool("list", false, "list every post that was missed or flagged without need, with the rules that fired")
	command.Flags().Bool("rules", false, "tell what every rule did in all files, the ones with most false alarms first")
	command.Flags().Bool("pool", false, "measure all files together as well")
	command.Flags().String("reports", "", "write the reports to this folder and print a line a file")
	command.Flags().String("out", "", "write all counts to this file as JSON")
	return command
}

// evaluate measures one file of posts after another and reports.
func evaluate(cmd *cobra.Command, files []string) error {
	measured, err := measureFiles(cmd, files)
	if err != nil {
		return err
	}
	if err := measured.write(cmd); err != nil {
		return failure{fmt.Errorf("eval: %w", err)}
	}
	return nil
}

// measureFiles checks the posts of every file.
func measureFiles(cmd *cobra.Command, files []string) (*measurement, error) {
	read, err := readRules(cmd)
	if err != nil {
		return nil, err
	}
	d, err := newDesk(read.Library)
	if err != nil {
		return nil, err
	}
	m := &measurement{}
	for _, name := range files {
		outcomes, err := measureFile(cmd, d, name)
		if err != nil {
			return nil, failure{err}
		}
		m.add(name, outcomes)
	}
	if pool, _ := cmd.Flags().GetBool("pool"); pool && len(files) > 1 {
		m.pool()
	}
	return m, nil
}

// measureFile checks the posts of one file.
func measureFile(cmd *cobra.Command, d *desk, name string) ([]eval.Outcome, error) {
	var o eval.Options
	o.Org, _ = cmd.Flags().GetString("org")
	o.Langs, _ = cmd.Flags().GetStringSlice("lang")
	file, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("eval: %w", err)
	}
	defer file.Close()
	outcomes, err := eval.Measure(file, o, d.all)
	if err != nil {
		return nil, fmt.Errorf("%s:%w", name, err)
	}
	return outcomes, nil
}
