package main

import (
	"fmt"
	"io"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"circumspect/engine"
	"circumspect/engine/image"
	"circumspect/engine/pack"

	"github.com/spf13/cobra"
)

// builtInSide begins the name of a built-in pack where a house pack could stand.
const builtInSide = "built-in:"

// packDiffCommand shows what an update would bring.
func packDiffCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Tells what one version of a house pack changes in another",
		Long: `Tells in what two versions of a house pack differ: rules, severities, silenced rules, contacts,
messengers, disclaimers, words. OLD and NEW are each a folder, a file that pack compile wrote, or
built-in:ec (osce, un), the pack as it is without a house pack.

With --posts it also checks sample posts with both, and lists the findings that appear, disappear
or change their severity. Posts are JSON lines as rules eval reads them; --org says whose they are
where a line does not. Posts of other organisations are left out.`,
		Example: `  circumspect pack diff built-in:ec my-unit --posts posts.jsonl
  circumspect pack diff my-unit-6.payload my-unit --posts posts.jsonl --json`,
		Args: cobra.ExactArgs(2),
		RunE: diffPacks,
	}
	command.Flags().StringSlice("posts", nil, `sample posts to check with both, as in "posts/*.jsonl"`)
	command.Flags().String("org", "", "the organisation of posts that name none (by default that of the packs)")
	command.Flags().Bool("json", false, "write JSON")
	return command
}

// side is one of the packs that are compared.
type side struct {
	engine  *engine.Engine
	payload []byte
	house   *pack.House
}

// difference is what diff tells.
type difference struct {
	Changes  []change       `json:"changes"`
	Findings []findingMoved `json:"findings"`
	Posts    postsChecked   `json:"posts"`
}

// change is a change as the extension is told of it; see engine.Change.
type change struct {
	Kind  string `json:"kind"`
	Rule  string `json:"rule,omitempty"`
	Title string `json:"title,omitempty"`
	From  string `json:"from,omitempty"`
	To    string `json:"to,omitempty"`
}

func diffPacks(cmd *cobra.Command, args []string) error {
	builtIn, err := builtInEngine()
	if err != nil {
		return err
	}
	older, err := sideOf(cmd, builtIn, args[0])
	if err != nil {
		return err
	}
	newer, err := sideOf(cmd, builtIn, args[1])
	if err != nil {
		return err
	}
	if older.house.Extends != newer.house.Extends {
		return fmt.Errorf("diff: got packs for %s and %s, want two for the same organisation", older.house.Extends, newer.house.Extends)
	}
	d := difference{Changes: ofThePack(older.house, newer.house), Findings: []findingMoved{}}
	changes, err := builtIn.Changes(older.payload, newer.payload, "en")
	if err != nil {
		return failure{fmt.Errorf("diff: %w", err)}
	}
	for _, c := range changes {
		d.Changes = append(d.Changes, inDetail(change(c), older.house, newer.house)...)
	}
	if err := d.onPosts(cmd, older, newer); err != nil {
		return err
	}
	return d.write(cmd)
}

// sideOf reads one of the packs.
func sideOf(cmd *cobra.Command, builtIn *engine.Engine, name string) (side, error) {
	if org, ok := strings.CutPrefix(name, builtInSide); ok {
		return unchanged(builtIn, org)
	}
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		house, err := provenHouse(cmd, builtIn, name)
		if err != nil {
			return side{}, err
		}
		payload, err := builtIn.HousePayload(house)
		if err != nil {
			return side{}, failure{fmt.Errorf("%s: %w", name, err)}
		}
		return payloadSide(builtIn, name, payload)
	}
	payload, err := os.ReadFile(name)
	if err != nil {
		return side{}, failure{fmt.Errorf("diff: %w", err)}
	}
	return payloadSide(builtIn, name, payload)
}

// unchanged gives a built-in pack as a house pack that changes nothing.
func unchanged(builtIn *engine.Engine, org string) (side, error) {
	var packs []string
	for i := range builtIn.Library().Packs {
		packs = append(packs, builtIn.Library().Packs[i].ID)
	}
	if !slices.Contains(packs, org) {
		return side{}, fmt.Errorf("diff: got %s%s, want %s%s", builtInSide, org, builtInSide, pack.Either(packs))
	}
	payload, err := builtIn.HousePayload(&pack.House{Extends: org})
	if err != nil {
		return side{}, failure{err}
	}
	return payloadSide(builtIn, org, payload)
}

// payloadSide reads a compiled house pack.
func payloadSide(builtIn *engine.Engine, name string, payload []byte) (side, error) {
	house, _, err := image.ReadHouse(payload)
	if err != nil {
		return side{}, failure{fmt.Errorf("%s: %w (is it what pack compile wrote?)", name, err)}
	}
	judge, err := builtIn.Read(payload)
	if err != nil {
		return side{}, failure{fmt.Errorf("%s: %w", name, err)}
	}
	return side{judge, payload, house}, nil
}

// ofThePack lists what changed of which the extension does not tell its users.
func ofThePack(older, newer *pack.House) []change {
	changes := []change{}
	if older.Version != newer.Version && older.Version*newer.Version > 0 { // a built-in pack has 0
		changes = append(changes, change{Kind: "version", From: strconv.Itoa(older.Version), To: strconv.Itoa(newer.Version)})
	}
	for _, part := range []struct {
		kind string
		of   func(*pack.House) any
	}{
		{"name", func(h *pack.House) any { return h.Name }},
		{"sources", func(h *pack.House) any { return h.Sources }},
		{"provisions", func(h *pack.House) any { return h.Provisions }},
		{"official", func(h *pack.House) any { return h.Official }},
		{"media", func(h *pack.House) any { return h.Media }},
		{"checkup", func(h *pack.House) any { return h.Checkup }},
		{"news", func(h *pack.House) any { return h.News }},
		{"watch", func(h *pack.House) any { return h.Watch }},
	} {
		if !reflect.DeepEqual(part.of(older), part.of(newer)) {
			changes = append(changes, change{Kind: part.kind})
		}
	}
	return changes
}

// inDetail says of contacts and messengers which came and which went.
func inDetail(c change, older, newer *pack.House) []change {
	switch c.Kind {
	case "contacts":
		return lists(c.Kind, contactLines(older), contactLines(newer))
	case "apps":
		return lists(c.Kind, appLines(older), appLines(newer))
	}
	return []change{c}
}

// lists gives a change for every line that only one of two lists has.
func lists(kind string, older, newer []string) []change {
	var changes []change
	for _, line := range older {
		if !slices.Contains(newer, line) {
			changes = append(changes, change{Kind: kind, From: line})
		}
	}
	for _, line := range newer {
		if !slices.Contains(older, line) {
			changes = append(changes, change{Kind: kind, To: line})
		}
	}
	if changes == nil { // only their order differs
		changes = []change{{Kind: kind}}
	}
	return changes
}

func contactLines(h *pack.House) []string {
	var lines []string
	for _, c := range h.Contacts {
		lines = append(lines, strings.TrimSuffix(c.Role+", "+c.Address, ", "))
	}
	return lines
}

func appLines(h *pack.House) []string {
	var lines []string
	for _, tier := range []struct {
		name string
		apps []string
	}{{"recommended", h.Apps.Recommended}, {"discouraged", h.Apps.Discouraged}, {"banned", h.Apps.Banned}} {
		for _, app := range tier.apps {
			lines = append(lines, tier.name+": "+app)
		}
	}
	return lines
}

// write writes the difference for a person or a program.
func (d *difference) write(cmd *cobra.Command) error {
	out := cmd.OutOrStdout()
	if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
		return printJSON(cmd, d)
	}
	for _, c := range d.Changes {
		fmt.Fprintln(out, c.inWords())
	}
	switch {
	case len(d.Changes) == 0:
		fmt.Fprintln(out, "nothing changes in the pack")
	case len(d.Changes) == 1 && d.Changes[0].Kind == "version":
		fmt.Fprintln(out, "nothing else changes in the pack")
	}
	return d.writePosts(out)
}

// inWords gives a change as a line.
func (c change) inWords() string {
	line := strings.ReplaceAll(c.Kind, "-", " ")
	if about := map[string]string{
		"words": "what its own concepts find", "disclaimers": "the texts for profiles", "official": "where it publishes",
		"media": "the questions about pictures", "checkup": "what to look at now and then", "watch": "the words to watch for",
	}[c.Kind]; about != "" {
		line += ": " + about
	}
	if c.Rule != "" {
		line += ": " + c.Rule + " (" + c.Title + ")"
	}
	switch {
	case c.From != "" && c.To != "":
		line += ": " + c.From + " → " + c.To
	case c.From != "":
		line += ": - " + c.From
	case c.To != "":
		line += ": + " + c.To
	}
	return line
}

// writePosts lists the findings that changed and sums up.
func (d *difference) writePosts(out io.Writer) error {
	for _, f := range d.Findings {
		fmt.Fprintf(out, "\n%s: %s %s %s\n    %s\n", f.Post, f.inWords(), f.Rule, "“"+shorten(oneLine(f.Words))+"”", head(oneLine(f.text), 4*around))
	}
	if d.Posts.Checked+d.Posts.LeftOut == 0 {
		return nil
	}
	_, err := fmt.Fprintf(out, "\n%s checked, %d of other organisations left out; findings change in %d: %s\n",
		counted("post", d.Posts.Checked), d.Posts.LeftOut, d.Posts.Changed, d.summary())
	return err
}
