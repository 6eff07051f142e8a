package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const staffChannel = "https://packs.inland-harbours.example/v1/channels/staff"

func TestPolicy(t *testing.T) {
	want, err := filepath.Abs("../../../testdata/packs/policy.json")
	require.NoError(t, err)
	packCopy(t, "harbours")
	mistake{"watch.yaml", "", "- {word: Blue Heron, until: 2027-02-28}\n- word: Otter\n"}.make(t, "harbours")
	const id = "abcdefghijklmnopabcdefghijklmnop"
	for browser, path := range map[string][]string{
		"chrome": {"3rdparty", "extensions", id}, "edge": {"3rdparty", "extensions", id},
		"firefox": {"policies", "3rdparty", "Extensions", "circumspect@extension"},
	} {
		args := []string{"pack", "policy", "harbours", "--browser", browser, "--channel", staffChannel, "--public-key", publicKey("old"), "--public-key", publicKey("new"),
			"--lock", "org,channel", "--ethics", "Ethics correspondent"}
		if browser != "firefox" {
			args = append(args, "--extension-id", id)
		}
		out, errOut, status := tool(t, "", args...)
		require.Equal(t, 0, status, errOut)
		if browser == "firefox" { // extension/src/shared/policy-file.test.ts reads it, too
			golden(t, want, out)
		}
		var value any
		require.NoError(t, json.Unmarshal([]byte(out), &value))
		for _, step := range path {
			inner, ok := value.(map[string]any)
			require.True(t, ok && len(inner) == 1, "%s: %s", step, out)
			value = inner[step]
		}
		assert.Equal(t, map[string]any{
			"org": "ec", "channel": staffChannel, "keys": []any{publicKey("old"), publicKey("new")},
			"watchlist":     []any{map[string]any{"word": "Blue Heron", "until": "2027-02-28"}, map[string]any{"word": "Otter"}},
			"contactEthics": "Ethics correspondent", "locked": []any{"org", "channel"},
		}, value)
	}
}

func TestPolicyRefuses(t *testing.T) {
	packCopy(t, "harbours")
	require.NoError(t, os.WriteFile("words.yaml", []byte("- word: X\n- word: Otter\n  until: soon\n"), 0o644))
	sound := []string{"pack", "policy", "harbours", "--browser", "firefox"}
	here := append(sound, "--channel", staffChannel, "--public-key", publicKey("old"))
	for _, c := range []struct {
		args []string
		want string
	}{
		{append(sound, "--channel", "http://host/v1/channels/staff", "--public-key", publicKey("old")), `--channel: got "http://host/v1/channels/staff", want https://host/v1/channels/name`},
		{append(sound, "--channel", staffChannel+"?x", "--public-key", publicKey("old")), "--channel: got"},
		{append(sound, "--channel", staffChannel, "--public-key", "AAAA"), "--public-key: key: got"},
		{append(here, "--public-key", publicKey("new"), "--public-key", publicKey("other")), "--public-key: got 3, want at most 2"},
		{append(here, "--lock", "guard"), `--lock: got "guard", want org, channel or keys`},
		{append(here, "--browser", "opera"), `--browser: got "opera", want chrome, edge or firefox`},
		{append(here, "--browser", "edge"), `--extension-id: got "", want the 32 letters by which edge knows the extension`},
		{append(here, "--watch", "words.yaml"), "words.yaml:1: [0].word: got \"X\", want a word of 2 to 48 letters\nwords.yaml:3: [1].until: got \"soon\", want a day, YYYY-MM-DD\n"},
		{append(here, "--watch", "nowhere.yaml"), "nowhere.yaml:1: file: got open nowhere.yaml"},
	} {
		out, errOut, status := tool(t, "", c.args...)
		assert.NotZero(t, status, c.want)
		assert.Empty(t, out)
		assert.Contains(t, errOut, c.want)
	}
}

func TestSettingsFile(t *testing.T) {
	want, err := filepath.Abs("../../../testdata/packs/settings.json")
	require.NoError(t, err)
	packCopy(t, "harbours")
	require.NoError(t, os.WriteFile("words.yaml", []byte("- word: Otter\n"), 0o644))
	out, errOut, status := tool(t, "", "pack", "settings", "harbours", "--watch", "words.yaml", "--security", "Duty officer")
	require.Equal(t, 0, status, errOut)
	golden(t, want, regexp.MustCompile(`"date": "[^"]*"`).ReplaceAllString(out, `"date": "2026-11-22T12:00:00Z"`))
	var file struct {
		Product, Version, Date string
		Form                   int
		Settings               map[string]any
	}
	require.NoError(t, json.Unmarshal([]byte(out), &file))
	assert.Equal(t, "circumspect", file.Product)
	assert.Regexp(t, `^\d+(\.\d+)*$`, file.Version)
	_, err = time.Parse(time.RFC3339, file.Date)
	assert.NoError(t, err)
	assert.Equal(t, map[string]any{"org": "ec", "watchlist": []any{map[string]any{"word": "Otter"}}, "contactSecurity": "Duty officer"}, file.Settings)
}

// The extension lifts older forms and refuses newer ones, so ours may not run ahead.
func TestSettingsFormIsKnown(t *testing.T) {
	source, err := os.ReadFile("../../../extension/src/shared/settings.ts")
	require.NoError(t, err)
	found := regexp.MustCompile(`settingsVersion = (\d+);`).FindSubmatch(source)
	require.NotNil(t, found)
	version, err := strconv.Atoi(string(found[1]))
	require.NoError(t, err)
	assert.LessOrEqual(t, settingsForm, version)
}
