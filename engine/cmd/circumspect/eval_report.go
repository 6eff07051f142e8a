package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"circumspect/engine/cmd/circumspect/eval"

	"github.com/spf13/cobra"
)

// measurement is what was found in some files of posts.
type measurement struct {
	reports  []*eval.Report
	outcomes [][]eval.Outcome // by report
	all      []eval.Outcome   // of every file
}

// add keeps the outcomes of one file under a name that no other file has.
func (m *measurement) add(file string, outcomes []eval.Outcome) {
	base := strings.TrimSuffix(filepath.Base(file), ".jsonl")
	name := base
	for n := 2; m.has(name); n++ {
		name = base + "-" + strconv.Itoa(n)
	}
	m.reports, m.outcomes = append(m.reports, eval.New(name, outcomes)), append(m.outcomes, outcomes)
	m.all = append(m.all, outcomes...)
}

// has tells whether a report has a name.
func (m *measurement) has(name string) bool {
	for _, r := range m.reports {
		if r.Name == name {
			return true
		}
	}
	return false
}

// pool adds a report on all files taken together. Its posts are listed with their files.
func (m *measurement) pool() {
	m.reports, m.outcomes = append(m.reports, eval.New("pool", m.all)), append(m.outcomes, nil)
}

// write prints what the options ask for, and writes the files they name.
func (m *measurement) write(cmd *cobra.Command) error {
	flags, out := cmd.Flags(), cmd.OutOrStdout()
	if err := m.writeFiles(cmd); err != nil {
		return err
	}
	if folder, _ := flags.GetString("reports"); folder != "" {
		eval.WriteSummary(out, m.reports)
	} else if err := m.print(cmd); err != nil {
		return err
	}
	if rules, _ := flags.GetBool("rules"); rules {
		return eval.WriteRules(out, eval.Rules(m.all))
	}
	return nil
}

// print gives every report, one below the other.
func (m *measurement) print(cmd *cobra.Command) error {
	list, _ := cmd.Flags().GetBool("list")
	for i := range m.reports {
		if err := m.writeReport(cmd.OutOrStdout(), i, list); err != nil {
			return err
		}
		fmt.Fprintln(cmd.OutOrStdout())
	}
	return nil
}

// writeReport writes one report, with its list of posts where that is asked for.
func (m *measurement) writeReport(out io.Writer, i int, list bool) error {
	if err := m.reports[i].Write(out); err != nil || !list {
		return err
	}
	return eval.WriteList(out, m.outcomes[i])
}

// writeFiles writes the files that the options name.
func (m *measurement) writeFiles(cmd *cobra.Command) error {
	list, _ := cmd.Flags().GetBool("list")
	if folder, _ := cmd.Flags().GetString("reports"); folder != "" {
		if err := m.writeFolder(folder, list); err != nil {
			return err
		}
	}
	name, _ := cmd.Flags().GetString("out")
	if name == "" {
		return nil
	}
	counts, err := json.MarshalIndent(m.reports, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(name, append(counts, '\n'), 0o644)
}

// writeFolder writes a file for every report and one for the rules.
func (m *measurement) writeFolder(folder string, list bool) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	var text bytes.Buffer
	for i, r := range m.reports {
		text.Reset()
		if err := m.writeReport(&text, i, list); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, r.Name+".txt"), text.Bytes(), 0o644); err != nil {
			return err
		}
	}
	text.Reset()
	if err := eval.WriteRules(&text, eval.Rules(m.all)); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "rules.txt"), text.Bytes(), 0o644)
}
