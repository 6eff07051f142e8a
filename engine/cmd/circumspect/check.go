package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"circumspect/engine"
	"circumspect/engine/pack"
	"circumspect/rules"

	"github.com/spf13/cobra"
)

// checkCommand is the command for users and, with --jsonl, for other programs.
func checkCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "check [TEXT…]",
		Short: "Checks a text, or JSON lines of texts",
		Long: `Checks the text given, or standard input, and shows what may break the guidelines.
Findings never make it fail, unless --fail-on is given.

With --jsonl it reads one JSON object a line from standard input

  {"id":"1","text":"…","surface":"post","org":"ec","lang":"en","site":"x","handle":"…",
   "parts":["…","…"],"shared":{"text":"…","author":"…"},
   "profile":{"status":"official","field":["…"],"official":false,"device":"private",
    "official-handles":["…"],"watchlist":["…"],"skip-languages":["ru"],
    "at-most":{"offensive":"hint","escalation":"off"},
    "apps-discouraged":["…"],"apps-banned":["…"]}}

of which only text, parts (a thread, in place of text) or shared is needed, and writes
one answer a line, in the same order:

  {"id":"1","findings":[{"rule":"…","category":"…","severity":"warning","start":0,"end":5,
   "provisions":["…"],"message":"…"}]}

start and end count UTF-16 code units, in the part of that number where "part" is given
and in the shared text where "shared" is true. "notes" says what was not looked at. A
line that cannot be read gives {"id":null,"line":2,"error":"…"} and exit status 1 in
the end; blank lines are passed over. The options give what a line leaves out.

at-most shows the findings of a category as cautions or hints, or not at all (off).
Words of the watchlist are found in skipped languages, too.`,
		Example: `  circumspect check --org osce "Our patrol leaves Kramatorsk at six tomorrow."
  circumspect check --surface dm < message.txt
  circumspect check --jsonl < posts.jsonl > findings.jsonl`,
		RunE: check,
	}
	flags := command.Flags()
	flags.Bool("jsonl", false, "read and write JSON lines")
	flags.String("org", "ec", "the organisation: ec, osce or un")
	flags.String("surface", "", strings.Join(pack.Surfaces(), ", ")+" (default post)")
	flags.String("lang", "", "the language of the text (guessed by default)")
	flags.String("site", "", strings.Join(sites(), ", "))
	flags.String("handle", "", "the account that writes, without @")
	flags.String("shared", "", "the text that is quoted or shared")
	flags.String("author", "", "who wrote the shared text")
	flags.String("status", "", "your status: "+strings.Join(pack.Statuses(), ", "))
	flags.String("device", "", "what you write on: "+strings.Join(pack.Devices(), ", "))
	flags.Bool("official", false, "the account is an official account")
	flags.StringSlice("field", nil, "words of your field of work")
	flags.StringSlice("watch", nil, "words to watch for")
	flags.StringSlice("official-handle", nil, "official accounts you write on: what --handle names is then official")
	flags.StringSlice("skip-language", nil, "languages whose sentences are left alone: "+strings.Join(pack.Languages(), ", "))
	flags.StringToString("at-most", nil, "the gravest level shown of a category: "+strings.Join(engine.Levels(), ", ")+", as in offensive=hint")
	flags.StringSlice("app-discouraged", nil, "messengers that your organisation discourages")
	flags.StringSlice("app-banned", nil, "messengers that your organisation bans")
	flags.String("dir", "", "judge by the rule files of this folder, in place of those built in")
	flags.String("pack", "", "judge by a house pack, too: its folder, or what pack compile wrote")
	flags.String("fail-on", "", "exit with 1 on findings of this severity or graver: hint, caution, warning")
	command.MarkFlagsMutuallyExclusive("dir", "pack")
	for flag, words := range map[string][]string{
		"surface": pack.Surfaces(), "site": sites(), "status": pack.Statuses(), "device": pack.Devices(),
		"fail-on": {"hint", "caution", "warning"}, "lang": pack.Languages(),
	} {
		if err := command.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)); err != nil {
			panic(err) // a flag that was not defined above
		}
	}
	return command
}

// check answers one text for a person, or many lines for a program.
func check(cmd *cobra.Command, args []string) error {
	profile, document, err := asked(cmd)
	if err != nil {
		return err
	}
	d, err := deskFor(cmd, &profile)
	if err != nil {
		return err
	}
	if jsonl, _ := cmd.Flags().GetBool("jsonl"); jsonl {
		if len(args) > 0 {
			return fmt.Errorf("check: got a text beside --jsonl, want lines on standard input")
		}
		return checkLines(d, profile, document, cmd.InOrStdin(), cmd.OutOrStdout())
	}
	if document.Text, err = given(cmd, args, document); err != nil {
		return err
	}
	result, err := d.check(profile, document)
	if err != nil {
		return err
	}
	page := page{out: cmd.OutOrStdout(), colour: coloured(cmd.OutOrStdout()), lib: d.engine.Library(), document: document}
	if err := page.show(result); err != nil {
		return failure{err}
	}
	return failOn(cmd, result)
}

// deskFor gives who answers. With a house pack the profile is of the organisation that the
// pack is for, unless the user says otherwise.
func deskFor(cmd *cobra.Command, profile *engine.Profile) (*desk, error) {
	name, _ := cmd.Flags().GetString("pack")
	if name == "" {
		lib, err := library(cmd)
		if err != nil {
			return nil, err
		}
		return newDesk(lib)
	}
	builtIn, err := builtInEngine()
	if err != nil {
		return nil, err
	}
	house, err := sideOf(cmd, builtIn, name)
	if err != nil {
		return nil, err
	}
	if !cmd.Flags().Changed("org") {
		profile.Org = house.house.Extends
	}
	return deskOf(house.engine), nil
}

// library gives the rules to judge by: those built in, or the rule files of a folder.
func library(cmd *cobra.Command) (*pack.Library, error) {
	if folder, _ := cmd.Flags().GetString("dir"); folder != "" {
		read, err := readRules(cmd)
		if err != nil {
			return nil, err
		}
		return read.Library, nil
	}
	lib, err := rules.Library()
	if err != nil {
		return nil, failure{err}
	}
	return lib, nil
}

// asked reads the options.
func asked(cmd *cobra.Command) (engine.Profile, engine.Document, error) {
	text := func(name string) string { value, _ := cmd.Flags().GetString(name); return value }
	profile := engine.Profile{Org: text("org"), Status: text("status"), Device: text("device")}
	profile.Official, _ = cmd.Flags().GetBool("official")
	profile.AtMost, _ = cmd.Flags().GetStringToString("at-most")
	for flag, into := range map[string]*[]string{
		"field": &profile.Field, "watch": &profile.Watchlist, "official-handle": &profile.OfficialHandles,
		"skip-language": &profile.SkipLanguages, "app-discouraged": &profile.AppsDiscouraged, "app-banned": &profile.AppsBanned,
	} {
		*into, _ = cmd.Flags().GetStringSlice(flag)
	}
	document := engine.Document{
		Surface: text("surface"), Lang: text("lang"), Site: text("site"), Handle: text("handle"),
		Shared: engine.Shared{Text: text("shared"), Author: text("author")},
	}
	if severity := text("fail-on"); severity != "" {
		var s pack.Severity
		if err := s.UnmarshalText([]byte(severity)); err != nil {
			return profile, document, fmt.Errorf("--fail-on: %w", err)
		}
	}
	return profile, document, known(profile, document)
}

// given is the text to check: the arguments, or standard input.
func given(cmd *cobra.Command, args []string, document engine.Document) (string, error) {
	if len(args) > 0 && (len(args) > 1 || args[0] != "-") {
		return strings.Join(args, " "), nil
	}
	if len(args) == 0 && document.Shared.Text != "" {
		return "", nil // a share without words of one's own
	}
	if in, ok := cmd.InOrStdin().(*os.File); ok && isTerminal(in) {
		fmt.Fprintln(cmd.ErrOrStderr(), "Type the text, then Ctrl-D.")
	}
	text, err := io.ReadAll(cmd.InOrStdin())
	if err != nil {
		return "", failure{fmt.Errorf("input: %w", err)}
	}
	return strings.TrimSuffix(string(text), "\n"), nil
}

// failOn fails where a finding is as grave as the user asked.
func failOn(cmd *cobra.Command, result engine.Result) error {
	word, _ := cmd.Flags().GetString("fail-on")
	var least pack.Severity
	if word == "" || least.UnmarshalText([]byte(word)) != nil {
		return nil
	}
	for i := range result.Findings {
		if result.Findings[i].Severity >= least {
			return errProblems
		}
	}
	return nil
}
