package main

import (
	"fmt"
	"os"
	"path/filepath"

	"circumspect/engine"
	"circumspect/engine/cmd/circumspect/eval"
	"circumspect/engine/cmd/circumspect/source"
	"circumspect/engine/prove"

	"github.com/spf13/cobra"
)

// warn tries the rules without problems on sample posts and prints what is suspect. That
// is no failure: a rule may wait for words that no sample has.
func warn(cmd *cobra.Command, read *source.Source, problems []source.Problem, paths []string) error {
	patterns, _ := cmd.Flags().GetStringSlice("posts")
	if len(patterns) == 0 {
		return nil
	}
	samples, err := readSamples(patterns)
	if err != nil {
		return failure{err}
	}
	suspect, err := prove.Firing(read.Sound(problems), samples)
	if err != nil {
		return failure{err}
	}
	warnings := below(paths, read.Locate(suspect))
	source.Sort(warnings)
	if len(warnings) > 0 {
		fmt.Fprintf(cmd.OutOrStdout(), "\n%d %s, on %d posts and all examples\n", len(warnings), plural("warning", len(warnings)), len(samples))
	}
	for _, warning := range warnings {
		fmt.Fprintln(cmd.OutOrStdout(), warning.Error())
	}
	return nil
}

// readSamples reads the posts of all files that the patterns name.
func readSamples(patterns []string) ([]prove.Sample, error) {
	var samples []prove.Sample
	for _, pattern := range patterns {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			return nil, fmt.Errorf("--posts: got %q, want files that exist", pattern)
		}
		for _, name := range names {
			if samples, err = readSampleFile(samples, name, "ec"); err != nil {
				return nil, err
			}
		}
	}
	return samples, nil
}

// readSampleFile appends the posts of one file, those that name no organisation as of org.
func readSampleFile(samples []prove.Sample, name, org string) ([]prove.Sample, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("--posts: %w", err)
	}
	defer file.Close()
	_, err = eval.Measure(file, eval.Options{Org: org}, func(profile engine.Profile, document engine.Document) ([]engine.Finding, error) {
		samples = append(samples, prove.Sample{Profile: profile, Document: document})
		return nil, known(profile, document)
	})
	if err != nil {
		return nil, fmt.Errorf("%s:%w", name, err)
	}
	return samples, nil
}
