package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"circumspect/engine"
	"circumspect/engine/cmd/circumspect/eval"
	"circumspect/engine/pack"

	"github.com/spf13/cobra"
)

// bioCommand tells what profiles say of their owners.
func bioCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "bio [TEXT…]",
		Short: "Tells whether a profile names the employer and carries a disclaimer",
		Long: `Tells of a bio whether it names the employer, how its disclaimer is graded (full, short,
endorsement-only, contradicts, none), and which ready text fits beside it.

With --jsonl it reads one JSON object a line from standard input

  {"id":"1","bio":"…","name":"…","handle":"…","org":"un","site":"x","limit":160,
   "profile":{"status":"official"}}

of which only bio is needed, and writes one answer a line, in the same order. Spans count
UTF-16 code units. Without --jsonl it writes the answer to the text given, or to standard input.`,
		Example: `  circumspect bio --org un "UNICEF, Amman. Views my own."
  circumspect bio --jsonl < bios.jsonl`,
		RunE: bio,
	}
	flags := command.PersistentFlags()
	flags.String("org", "ec", "the organisation: ec, osce or un")
	flags.String("dir", "", "judge by the rule files of this folder, in place of those built in")
	command.Flags().Bool("jsonl", false, "read and write JSON lines")
	command.Flags().String("status", "", "your status: "+strings.Join(pack.Statuses(), ", "))
	command.Flags().String("name", "", "the display name")
	command.Flags().String("handle", "", "the handle, without @")
	command.Flags().Int("limit", 0, "how many UTF-16 code units the box takes; 0 is no limit")
	command.AddCommand(bioEvalCommand())
	return command
}

// bioRequest is a line of input.
type bioRequest struct {
	ID      json.RawMessage `json:"id"`
	Bio     *string         `json:"bio"`
	Name    string          `json:"name"`
	Handle  string          `json:"handle"`
	Org     string          `json:"org"`
	Site    string          `json:"site"`
	Limit   int             `json:"limit"`
	Profile struct {
		Status   string `json:"status"`
		Official bool   `json:"official"`
		Lang     string `json:"lang"`
	} `json:"profile"`
}

// bioResponse is a line of output, in the words of extension/src/shared/protocol.ts.
type bioResponse struct {
	ID         json.RawMessage `json:"id,omitempty"`
	Grade      engine.Grade    `json:"grade"`
	Enough     bool            `json:"enough"`
	Employer   [][2]int        `json:"employer"`
	Disclaimer [][2]int        `json:"disclaimer"`
	Concerns   []concernLine   `json:"concerns"`
	Lang       string          `json:"lang"`
	Texts      []readyLine     `json:"texts"`
}

type concernLine struct {
	Kind  string `json:"kind"`
	Where string `json:"where"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

type readyLine struct {
	Lang string `json:"lang"`
	Text string `json:"text"`
}

// bio answers one bio, or many lines.
func bio(cmd *cobra.Command, args []string) error {
	d, err := bioDesk(cmd)
	if err != nil {
		return err
	}
	flags := cmd.Flags()
	org, _ := flags.GetString("org")
	if jsonl, _ := flags.GetBool("jsonl"); jsonl {
		if len(args) > 0 {
			return errors.New("bio: got a text beside --jsonl, want lines on standard input")
		}
		return answerLines(cmd.InOrStdin(), cmd.OutOrStdout(), func(line []byte) (any, error) { return answerBio(d, org, line) })
	}
	return oneBio(cmd, d, org, args)
}

// oneBio answers the bio given, or standard input.
func oneBio(cmd *cobra.Command, d *desk, org string, args []string) error {
	text, err := given(cmd, args, engine.Document{})
	if err != nil {
		return err
	}
	flags, asked := cmd.Flags(), engine.Bio{Text: text}
	asked.Name, _ = flags.GetString("name")
	asked.Handle, _ = flags.GetString("handle")
	asked.Limit, _ = flags.GetInt("limit")
	status, _ := flags.GetString("status")
	result, err := d.bio(engine.Profile{Org: org, Status: status, Lang: "en"}, asked)
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(cmd.OutOrStdout())
	encoder.SetEscapeHTML(false)
	return encoder.Encode(bioAnswer(nil, result))
}

// bioDesk builds the engine of the rules that the flags name.
func bioDesk(cmd *cobra.Command) (*desk, error) {
	lib, err := library(cmd)
	if err != nil {
		return nil, err
	}
	return newDesk(lib)
}

// answerBio answers one line.
func answerBio(d *desk, org string, line []byte) (any, error) {
	var r bioRequest
	if err := readObject(line, &r); err != nil {
		return nil, err
	}
	if r.Bio == nil {
		return nil, errors.New("bio: got nothing, want text")
	}
	profile := engine.Profile{Org: either(r.Org, org), Status: r.Profile.Status, Official: r.Profile.Official, Lang: either(r.Profile.Lang, "en")}
	result, err := d.bio(profile, engine.Bio{Text: *r.Bio, Name: r.Name, Handle: r.Handle, Site: r.Site, Limit: r.Limit})
	if err != nil {
		return nil, err
	}
	return bioAnswer(r.ID, result), nil
}

// bioAnswer puts what was recognised into the words of the contract.
func bioAnswer(id json.RawMessage, r engine.BioResult) *bioResponse {
	answer := &bioResponse{ID: id, Grade: r.Grade, Enough: r.Enough, Lang: r.Lang, Employer: pairs(r.Employer), Disclaimer: pairs(r.Disclaimer), Concerns: []concernLine{}, Texts: []readyLine{}}
	for _, k := range r.Concerns {
		answer.Concerns = append(answer.Concerns, concernLine{k.Kind, k.Where, k.Span.Start, k.Span.End})
	}
	for _, t := range r.Texts {
		answer.Texts = append(answer.Texts, readyLine(t))
	}
	return answer
}

func pairs(spans []engine.Span) [][2]int {
	list := make([][2]int, 0, len(spans))
	for _, s := range spans {
		list = append(list, [2]int{s.Start, s.End})
	}
	return list
}

// bioEvalCommand measures how well profiles are read.
func bioEvalCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "eval FILE…",
		Short: "Measures recognition on bios with known answers",
		Long: `Measures recognition on JSON lines of bios

  {"id":"1","org":"un","lang":"en","bio":"…","name":"…","handle":"…",
   "grade":"short","employer":true,"concerns":["work-email"]}

and lists what was read wrongly. A false fine is the gravest: the bio names the employer
and lacks what its organisation asks for, and yet nothing would be said.`,
		Args: cobra.MinimumNArgs(1),
		RunE: evaluateBios,
	}
	command.Flags().StringSlice("lang", nil, "only bios in these languages")
	return command
}

func evaluateBios(cmd *cobra.Command, files []string) error {
	d, err := bioDesk(cmd)
	if err != nil {
		return err
	}
	langs, _ := cmd.Flags().GetStringSlice("lang")
	for _, name := range files {
		report, err := measureBios(d, name, langs)
		if err != nil {
			return failure{err}
		}
		if err := report.Write(cmd.OutOrStdout()); err != nil {
			return failure{fmt.Errorf("eval: %w", err)}
		}
	}
	return nil
}

// measureBios reads the bios of one file.
func measureBios(d *desk, name string, langs []string) (*eval.BioReport, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("eval: %w", err)
	}
	defer file.Close()
	report, err := eval.MeasureBios(name, file, langs, d.bio)
	if err != nil {
		return nil, fmt.Errorf("%s:%w", name, err)
	}
	return report, nil
}
