package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"circumspect/engine"
	"circumspect/engine/pack"
	"circumspect/engine/trust"
	"circumspect/rules"

	"github.com/spf13/cobra"
)

// packVerifyCommand judges an envelope as the extension would.
func packVerifyCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "verify FILE",
		Short: "Tells whether an extension would take an envelope, and what is in it",
		Long: `Judges an envelope as the extension does before it takes a new one, and prints what is in it:
pack, version, channel, key, dates, how it stands, and what it changes. If it would be refused, the
reason is printed and the exit status is 1; what a trusted key signed is printed all the same.`,
		Example: `  circumspect pack verify acme-7.envelope --public-key "$OLD,$NEW" --channel staff --above 6`,
		Args:    cobra.ExactArgs(1),
		RunE:    verifyEnvelope,
	}
	flags := command.Flags()
	flags.StringSlice("public-key", nil, "the public keys that are trusted, in base64: one or two, the older first")
	flags.String("channel", "", "the channel it must be for")
	flags.StringSlice("withdrawn", nil, "ids of keys that earlier envelopes withdrew")
	flags.String("now", "", "the date to judge at (by default the present)")
	flags.Int("above", 0, "the highest version taken so far: only a higher one is good")
	for _, name := range []string{"public-key", "channel"} {
		_ = command.MarkFlagRequired(name)
	}
	return command
}

func verifyEnvelope(cmd *cobra.Command, args []string) error {
	anchor, err := anchorOf(cmd)
	if err != nil {
		return err
	}
	now := time.Now()
	if given, _ := cmd.Flags().GetString("now"); given != "" {
		if now, err = dateOf("now", given); err != nil {
			return err
		}
	}
	envelope, err := os.ReadFile(args[0])
	if err != nil {
		return failure{fmt.Errorf("verify: %w", err)}
	}
	above, _ := cmd.Flags().GetInt("above")
	if err := judge(cmd.OutOrStdout(), envelope, anchor, above, now.Unix()); err != nil {
		return failure{fmt.Errorf("%s: %w", args[0], err)}
	}
	return nil
}

// anchorOf reads what is trusted from the flags.
func anchorOf(cmd *cobra.Command) (anchor trust.Anchor, err error) {
	anchor.Channel, _ = cmd.Flags().GetString("channel")
	keys, _ := cmd.Flags().GetStringSlice("public-key")
	for _, text := range keys {
		key, err := trust.ParseKey(text)
		if err != nil {
			return anchor, fmt.Errorf("--public-key: %w", err)
		}
		anchor.Keys = append(anchor.Keys, key)
	}
	withdrawn, _ := cmd.Flags().GetStringSlice("withdrawn")
	if anchor.Withdrawn, err = keyIDs("withdrawn", withdrawn); err != nil {
		return anchor, err
	}
	return anchor, anchor.Check()
}

// judge prints what a trusted key signed and gives why it would be refused.
func judge(out io.Writer, envelope []byte, anchor trust.Anchor, above int, now int64) error {
	opened, err := trust.Open(envelope, anchor)
	if err != nil {
		return err
	}
	house, err := readHouse(opened)
	if err != nil {
		return err
	}
	lines := slices.Concat(envelopeLines(opened, trust.Digest(envelope), now), houseLines(house))
	if _, err := fmt.Fprintln(out, strings.Join(lines, "\n")); err != nil {
		return err
	}
	// A digest that no envelope has: the version itself is not good enough, whatever its bytes.
	_, err = trust.Accept(envelope, anchor, trust.Held{Version: above, Digest: "-"}, now)
	return err
}

// readHouse puts the payload before an engine, as the extension does.
func readHouse(o *trust.Opened) (*engine.HouseInfo, error) {
	builtIn, err := nameEngine()
	if err != nil {
		return nil, err
	}
	with, err := builtIn.Read(o.Payload)
	switch {
	case errors.Is(err, engine.ErrUnreadable):
		return nil, &trust.Refusal{Reason: trust.Unreadable, Got: err.Error(), Want: "what pack compile writes"}
	case err != nil:
		return nil, &trust.Refusal{Reason: trust.Unfit, Got: err.Error(), Want: "a pack that fits this version of the tool"}
	case with.House().Version != o.Version:
		return nil, &trust.Refusal{Reason: trust.Unfit, Got: fmt.Sprint("a pack of version ", with.House().Version), Want: fmt.Sprint("that of its envelope, ", o.Version)}
	}
	checker, err := with.For(engine.Profile{Org: with.House().Extends, Lang: "en"})
	if err != nil {
		return nil, err
	}
	return checker.House(), nil
}

// nameEngine gives an engine that knows every rule and concept by name and finds nothing:
// no text is checked here, and building the built-in tables takes seconds.
func nameEngine() (*engine.Engine, error) {
	lib, err := rules.Library()
	if err != nil {
		return nil, err
	}
	lib.Model = nil
	for i := range lib.Concepts {
		lib.Concepts[i] = pack.Concept{ID: lib.Concepts[i].ID, Reach: lib.Concepts[i].Reach}
	}
	return engine.New(lib)
}

// envelopeLines gives a line a fact, for people and scripts.
func envelopeLines(o *trust.Opened, digest string, now int64) []string {
	lines := []string{
		"channel: " + o.Channel,
		fmt.Sprint("version: ", o.Version),
		"digest: " + digest,
		"key id: " + o.Key.String(),
		"not before: " + timeInWords(o.NotBefore),
		"expires: " + timeInWords(o.Expires),
		"standing: " + string(trust.StandingAt(o.Header, now)),
	}
	for _, id := range o.Withdraws {
		lines = append(lines, "withdraws: "+id.String())
	}
	for _, id := range o.Unlisted {
		lines = append(lines, "withdraws: "+id.String()+" (without effect: not among the keys given)")
	}
	return lines
}

func timeInWords(unix int64) string { return time.Unix(unix, 0).UTC().Format(time.RFC3339) }

// houseLines tells what a house pack adds to the built-in pack and changes in it.
func houseLines(house *engine.HouseInfo) []string {
	lines := []string{
		fmt.Sprintf("pack: %s (%s)", house.ID, house.Name),
		fmt.Sprint("own rules: ", house.Rules),
	}
	for _, l := range house.Lowered {
		lines = append(lines, fmt.Sprintf("severity: %s: %s, not %s", l.Rule, l.To, l.From))
	}
	for _, s := range house.Silenced {
		lines = append(lines, "silences: "+s.Rule)
	}
	for _, tier := range []struct {
		name string
		apps []string
	}{{"recommended", house.Apps.Recommended}, {"discouraged", house.Apps.Discouraged}, {"banned", house.Apps.Banned}} {
		if len(tier.apps) > 0 {
			lines = append(lines, "apps "+tier.name+": "+strings.Join(tier.apps, ", "))
		}
	}
	return lines
}
