package main

import (
	"crypto/tls"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"circumspect/engine/trust"
	"circumspect/wasm/server/local"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const guideFile = "../../../wasm/server/README.md"

// guideHost is where the guide publishes.
const guideHost = "packs.inland-harbours.example"

func guide(t *testing.T) string {
	t.Helper()
	content, err := os.ReadFile(guideFile)
	require.NoError(t, err)
	return string(content)
}

// blocks gives the code blocks of the guide that are in a language: sh is run by this
// test, bash is for another machine.
func blocks(guide, language string) []string {
	var found []string
	for _, match := range regexp.MustCompile("(?ms)^```"+language+"\n(.*?)^```$").FindAllStringSubmatch(guide, -1) {
		found = append(found, match[1])
	}
	return found
}

func TestGuideBeginsWithWhatIsPublic(t *testing.T) {
	first := strings.Split(guide(t), "\n\n")[1]
	for _, word := range []string{"public", "not encrypted", "words to watch for", "release dates", "private contacts", "internal", "pack policy", "pack settings", "refuse"} {
		assert.Contains(t, strings.Join(strings.Fields(first), " "), word)
	}
}

// A reader who follows the guide from top to bottom gets where it says.
func TestGuideRuns(t *testing.T) {
	text := guide(t)
	source, err := os.Getwd()
	require.NoError(t, err)
	t.Chdir(t.TempDir())
	tools(t, source)
	for file, language := range map[string]string{"posts.jsonl": "jsonl", "internal/watch.yaml": "yaml"} {
		require.Len(t, blocks(text, language), 1)
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(blocks(text, language)[0]), 0o644))
	}
	served := guideServer(t)
	lines := strings.Join(blocks(text, "sh"), "\n")
	script := exec.Command("bash", "-euo", "pipefail", "-c", lines)
	out, err := script.CombinedOutput()
	require.NoError(t, err, "%s", out)

	says := string(out)
	for _, want := range []string{
		"well formed, and all", "key id: ", "standing: fresh", "nothing else changes in the pack\n", "withdraws: ",
		"channel pilot: version 3, ", "channel staff: version 4, ",
		"warning appears: messaging/app-banned", // what banning an app changes for the sample posts
	} {
		assert.Contains(t, says, want)
	}
	assert.NotContains(t, says, "without effect")
	for file, path := range map[string]string{"pilot-4.envelope": "pilot", "staff-4.envelope": "staff"} {
		envelope, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Equal(t, `"`+trust.Digest(envelope)+`"`, served(path))
	}
	log, err := os.ReadFile("run.log")
	require.NoError(t, err)
	assert.Equal(t, 26, strings.Count(string(log), "\n"), "commands that ran:\n%s", log)
	assert.Len(t, regexp.MustCompile("(?m)^curl ").FindAllString(lines, -1), 7)
}

// tools puts a circumspect into the way that keeps a list of what it is asked, and lets
// curl find the host of the guide on this machine.
func tools(t *testing.T, source string) {
	t.Helper()
	for _, name := range []string{"bash", "curl", "sed"} {
		if _, err := exec.LookPath(name); err != nil {
			t.Skip("needs what the guide uses:", err)
		}
	}
	bin, err := filepath.Abs("bin")
	require.NoError(t, err)
	require.NoError(t, os.Mkdir(bin, 0o755))
	// As make builds it, so that most of it is built already.
	build := exec.Command("go", "build", "-trimpath", "-o", filepath.Join(bin, "tool"), "circumspect/engine/cmd/circumspect")
	build.Dir = source
	out, err := build.CombinedOutput()
	require.NoError(t, err, "%s", out)
	wrapper := "#!/bin/sh\necho \"$*\" >> '" + filepath.Dir(bin) + "/run.log'\nexec '" + bin + "/tool' \"$@\"\n"
	require.NoError(t, os.WriteFile(filepath.Join(bin, "circumspect"), []byte(wrapper), 0o755))
	t.Setenv("PATH", bin+":"+os.Getenv("PATH"))
}

// guideServer serves the folder packs under the name of the guide's host from the first
// request on. It gives what a channel's newest envelope is tagged with.
func guideServer(t *testing.T) func(channel string) string {
	t.Helper()
	handler := sync.OnceValues(func() (http.Handler, error) {
		h, _, err := local.Handler(local.Options{Dir: "packs", Page: "none", Puts: 30})
		return h, err
	})
	server := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h, err := handler()
		if assert.NoError(t, err) {
			h.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(server.Close)
	_, port, err := net.SplitHostPort(server.Listener.Addr().String())
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(".curlrc", []byte("insecure\nsilent\nconnect-to = \""+guideHost+":443:127.0.0.1:"+port+"\"\n"), 0o644))
	home, err := os.Getwd()
	require.NoError(t, err)
	t.Setenv("CURL_HOME", home)
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
	return func(channel string) string {
		answer, err := client.Get(server.URL + "/v1/channels/" + channel)
		require.NoError(t, err)
		defer answer.Body.Close()
		_, _ = io.Copy(io.Discard, answer.Body)
		return answer.Header.Get("Etag")
	}
}

// What the guide names in passing, or for another machine, is at least a command with
// flags that there are.
func TestGuideCommandsAreKnown(t *testing.T) {
	text := guide(t)
	lines := regexp.MustCompile("`(circumspect [^`]+)`").FindAllStringSubmatch(strings.ReplaceAll(text, "\n", " "), -1)
	lines = append(lines, regexp.MustCompile(`(?m)^ExecStart=/usr/local/bin/(circumspect .*)$`).FindAllStringSubmatch(text, -1)...)
	require.Len(t, lines, 6)
	for _, line := range lines {
		args := strings.Fields(line[1])[1:]
		command, rest, err := rootCommand().Find(args)
		require.NoError(t, err, line[1])
		assert.True(t, command.Runnable(), line[1])
		assert.NotEqual(t, "circumspect", command.Name(), line[1])
		assert.NoError(t, command.ParseFlags(rest), line[1])
	}
	// Every flag that it names by itself belongs to some command.
	flags := map[string]bool{}
	everyFlag(rootCommand(), flags)
	named := regexp.MustCompile("`--([a-z-]+)`").FindAllStringSubmatch(text, -1)
	require.GreaterOrEqual(t, len(named), 6)
	for _, match := range named {
		assert.True(t, flags[match[1]], match[0])
	}
}

func everyFlag(command *cobra.Command, into map[string]bool) {
	command.Flags().VisitAll(func(f *pflag.Flag) { into[f.Name] = true })
	for _, sub := range command.Commands() {
		everyFlag(sub, into)
	}
}

// column gives the first column of the rows of the guide's tables that are names in code.
func column(part string) []string {
	var names []string
	for _, row := range regexp.MustCompile("(?m)^\\| (`[^|]+`) \\|").FindAllStringSubmatch(part, -1) {
		for _, name := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(row[1], -1) {
			names = append(names, name[1])
		}
	}
	return names
}

// section gives the part of the guide under a heading.
func section(t *testing.T, text, heading string) string {
	t.Helper()
	_, part, found := strings.Cut(text, "\n## "+heading+"\n")
	require.True(t, found, heading)
	part, _, _ = strings.Cut(part, "\n## ")
	return part
}

// Whatever the extension may have to say, the guide has a remedy for it.
func TestGuideTrouble(t *testing.T) {
	var texts struct {
		House struct{ Refusals, Failures, Obstacles map[string]any }
	}
	content, err := os.ReadFile("../../../extension/locales/en/pages.json")
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(content, &texts))
	var want []string
	for _, reason := range trust.Reasons() {
		want = append(want, string(reason))
		assert.Contains(t, texts.House.Refusals, string(reason))
	}
	require.Len(t, want, 12)
	for name := range texts.House.Failures {
		want = append(want, name)
	}
	for name := range texts.House.Obstacles {
		if name != "allow" { // the words of the button
			want = append(want, name)
		}
	}
	assert.Len(t, want, 22)
	assert.ElementsMatch(t, want, column(section(t, guide(t), "14. Trouble")))
}

// The table of settings names those that a policy may set, and no other.
func TestGuideFields(t *testing.T) {
	content, err := os.ReadFile("../../../extension/src/shared/fields.ts")
	require.NoError(t, err)
	_, table, found := strings.Cut(string(content), "export const fields = {")
	require.True(t, found)
	want, locks := []string{"locked"}, []string{}
	for _, line := range regexp.MustCompile(`(?m)^\t(\w+): \w+\(.*$`).FindAllStringSubmatch(table, -1) {
		if !strings.Contains(line[0], "own: true") {
			want = append(want, line[1])
		}
		if strings.Contains(line[0], "lockable: true") {
			locks = append(locks, line[1])
		}
	}
	assert.Len(t, want, 23)
	part := section(t, guide(t), "7. Policies")
	assert.ElementsMatch(t, want, column(part))
	slices.Sort(locks)
	assert.Equal(t, []string{"channel", "keys", "org"}, locks)
	for _, row := range regexp.MustCompile("(?m)^\\| `(\\w+)` \\|.* \\| (yes|no)? ?\\|$").FindAllStringSubmatch(part, -1) {
		assert.Equal(t, slices.Contains(locks, row[1]), row[2] == "yes", row[0])
	}
}
