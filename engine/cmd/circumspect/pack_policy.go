package main

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"circumspect/engine/cmd/circumspect/source"
	"circumspect/engine/pack"
	"circumspect/engine/prove"
	"circumspect/engine/trust"

	"github.com/spf13/cobra"
)

// settings are those of the extension that an organisation may give out, by the names of
// extension/src/shared/fields.ts.
type settings struct {
	Org                  string         `json:"org"`
	Channel              string         `json:"channel,omitempty"`
	Keys                 []string       `json:"keys,omitempty"`
	Watchlist            []watchedWords `json:"watchlist,omitempty"`
	ContactEthics        string         `json:"contactEthics,omitempty"`
	ContactCommunication string         `json:"contactCommunication,omitempty"`
	ContactSecurity      string         `json:"contactSecurity,omitempty"`
}

// watchedWords is an item of the watchlist.
type watchedWords struct {
	Word  string `json:"word"`
	Until string `json:"until,omitempty"`
}

// policy is what the browser hands the extension: settings, and those the user cannot change.
type policy struct {
	settings
	Locked []string `json:"locked,omitempty"`
}

// lockable lists what a policy may lock; all else stays the user's.
func lockable() []string { return []string{"org", "channel", "keys"} }

// packPolicyCommand writes what administrators give to browsers.
func packPolicyCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "policy FOLDER",
		Short: "Prints a managed policy for browsers: organisation, channel, keys, words to watch for",
		Long: `Prints a file that an administrator gives to browsers. It sets the organisation, the channel
its house pack comes from and the keys that are trusted, and holds what a served pack must not:
the words of watch.yaml (or of --watch) and internal contacts. It is read by managed machines
only, but by everybody who uses one: mind who may see these words.

What a policy sets is a default that users may change, unless --lock names it. Only org, channel
and keys can be locked.

On Linux the file goes to
  chrome   /etc/opt/chrome/policies/managed/circumspect.json
  edge     /etc/opt/edge/policies/managed/circumspect.json
  firefox  /etc/firefox/policies/policies.json`,
		Example: `  circumspect pack policy my-unit --browser firefox --channel https://packs.my-unit.example/v1/channels/staff \
    --public-key "$KEY" --lock org,channel,keys > policies.json`,
		Args: cobra.ExactArgs(1),
		RunE: printPolicy,
	}
	flags := command.Flags()
	flags.String("browser", "", "chrome, edge or firefox")
	flags.String("extension-id", "", "the id of the extension (needed for chrome and edge, which show it on their page of extensions)")
	flags.StringSlice("lock", nil, "what users cannot change: "+strings.Join(lockable(), ", "))
	settingsFlags(command)
	for _, name := range []string{"browser", "channel", "public-key"} {
		_ = command.MarkFlagRequired(name)
	}
	return command
}

// packSettingsCommand writes what one user imports.
func packSettingsCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "settings FOLDER",
		Short: "Prints a settings file that a user imports by hand",
		Long: `Prints a file for the import on the options page, for machines that nobody manages: the
organisation, the words of watch.yaml (or of --watch), and whatever else is given. Whoever has
the file can read these words: hand it over as you would hand over the words.`,
		Example: "  circumspect pack settings my-unit --watch internal/watch.yaml > circumspect-settings.json",
		Args:    cobra.ExactArgs(1),
		RunE:    printSettings,
	}
	settingsFlags(command)
	return command
}

// settingsFlags defines what both files may hold.
func settingsFlags(command *cobra.Command) {
	flags := command.Flags()
	flags.String("channel", "", "the address of the channel, as in https://host/v1/channels/staff")
	flags.StringArray("public-key", nil, "a public key that is trusted, in base64; given twice, the older first")
	flags.String("watch", "", "the file of words to watch for (by default watch.yaml of the folder)")
	flags.String("ethics", "", "whom to ask about ethics, shown to users")
	flags.String("communication", "", "whom to ask about communication, shown to users")
	flags.String("security", "", "whom to ask about security, shown to users")
}

func printPolicy(cmd *cobra.Command, args []string) error {
	wrap, err := wrapperOf(cmd)
	if err != nil {
		return err
	}
	locked, _ := cmd.Flags().GetStringSlice("lock")
	for _, name := range locked {
		if !slices.Contains(lockable(), name) {
			return fmt.Errorf("--lock: got %q, want %s", name, pack.Either(lockable()))
		}
	}
	given, err := settingsOf(cmd, args[0])
	if err != nil {
		return err
	}
	return printJSON(cmd, wrap(policy{given, locked}))
}

// chromeID is how Chrome and Edge name extensions.
var chromeID = regexp.MustCompile(`^[a-p]{32}$`)

// firefoxID is the id in extension/manifest.ts.
const firefoxID = "circumspect@extension"

// wrapperOf gives how a browser wants the policy of an extension to be written.
func wrapperOf(cmd *cobra.Command) (func(policy) any, error) {
	browser, _ := cmd.Flags().GetString("browser")
	id, _ := cmd.Flags().GetString("extension-id")
	type object = map[string]any
	switch browser {
	case "chrome", "edge":
		if !chromeID.MatchString(id) {
			return nil, fmt.Errorf("--extension-id: got %q, want the 32 letters by which %s knows the extension", id, browser)
		}
		return func(p policy) any { return object{"3rdparty": object{"extensions": object{id: p}}} }, nil
	case "firefox":
		id = either(id, firefoxID)
		return func(p policy) any {
			return object{"policies": object{"3rdparty": object{"Extensions": object{id: p}}}}
		}, nil
	}
	return nil, fmt.Errorf("--browser: got %q, want chrome, edge or firefox", browser)
}

// The frame of a settings file; see extension/src/options/settings-file.ts. A file of an
// older form is lifted when it is imported, so the version may stay behind.
const (
	settingsProduct = "circumspect"
	settingsForm    = 3
	settingsVersion = "0"
)

func printSettings(cmd *cobra.Command, args []string) error {
	given, err := settingsOf(cmd, args[0])
	if err != nil {
		return err
	}
	return printJSON(cmd, struct {
		Product  string   `json:"product"`
		Version  string   `json:"version"`
		Form     int      `json:"form"`
		Date     string   `json:"date"`
		Settings settings `json:"settings"`
	}{settingsProduct, settingsVersion, settingsForm, time.Now().UTC().Format(time.RFC3339), given})
}

// printJSON writes a value as people read it.
func printJSON(cmd *cobra.Command, value any) error {
	encoder := json.NewEncoder(cmd.OutOrStdout())
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "\t")
	return encoder.Encode(value)
}

// settingsOf gathers what the flags and the folder give.
func settingsOf(cmd *cobra.Command, folder string) (settings, error) {
	text := func(name string) string { value, _ := cmd.Flags().GetString(name); return value }
	given := settings{
		Channel: text("channel"), ContactEthics: text("ethics"),
		ContactCommunication: text("communication"), ContactSecurity: text("security"),
	}
	given.Keys, _ = cmd.Flags().GetStringArray("public-key")
	if err := given.check(); err != nil {
		return given, err
	}
	builtIn, err := builtInEngine()
	if err != nil {
		return given, err
	}
	house, err := provenHouse(cmd, builtIn, folder)
	if err != nil {
		return given, err
	}
	given.Org = house.Extends
	if file := text("watch"); file != "" {
		if house.Watch, err = watchedIn(cmd, file); err != nil {
			return given, err
		}
	}
	for _, w := range house.Watch {
		given.Watchlist = append(given.Watchlist, watchedWords(w))
	}
	return given, nil
}

// maxContact is how long a contact may be in the settings, in UTF-16 code units; no text
// has more of them than bytes.
const maxContact = 200

// check wants what the extension would take.
func (s *settings) check() error {
	if s.Channel != "" && !isChannel(s.Channel) {
		return fmt.Errorf("--channel: got %q, want https://host/v1/channels/name, name of small letters, digits and hyphens", s.Channel)
	}
	if (s.Channel == "") != (len(s.Keys) == 0) {
		return fmt.Errorf("--channel: got it without --public-key or --public-key without it, want both")
	}
	if len(s.Keys) > trust.MaxKeys {
		return fmt.Errorf("--public-key: got %d, want at most %d", len(s.Keys), trust.MaxKeys)
	}
	for _, key := range s.Keys {
		if _, err := trust.ParseKey(key); err != nil {
			return fmt.Errorf("--public-key: %w", err)
		}
	}
	for flag, contact := range map[string]string{"ethics": s.ContactEthics, "communication": s.ContactCommunication, "security": s.ContactSecurity} {
		if len(contact) > maxContact {
			return fmt.Errorf("--%s: got %d bytes, want at most %d", flag, len(contact), maxContact)
		}
	}
	return nil
}

// isChannel tells whether a text is the address of a channel, as the browser writes it.
func isChannel(address string) bool {
	parsed, err := url.Parse(address)
	if err != nil {
		return false
	}
	name, ok := strings.CutPrefix(parsed.Path, "/v1/channels/")
	return ok && trust.ValidChannel(name) && parsed.Host != "" && parsed.Host == strings.ToLower(parsed.Host) &&
		"https://"+parsed.Host+"/v1/channels/"+name == address
}

// watchedIn reads the words of a file. It prints what is wrong and then fails.
func watchedIn(cmd *cobra.Command, file string) ([]pack.Watched, error) {
	folder, name := filepath.Split(file)
	read, problems := source.ReadWatch(os.DirFS(either(folder, ".")), name, filepath.ToSlash(file))
	problems = append(problems, read.Locate(slices.Concat(pack.CheckWatched(read.Pack.Watch), prove.HouseTerms(read.Pack)))...)
	return read.Pack.Watch, report(cmd, problems)
}
