package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"circumspect/engine"
	"circumspect/engine/pack"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestContractLines(t *testing.T) {
	in, err := os.ReadFile("../../../testdata/contract/lines.jsonl")
	require.NoError(t, err)
	out, errOut, status := tool(t, string(in), "check", "--jsonl", "--dir", soundRules)
	assert.Equal(t, exitProblems, status, "some lines cannot be read")
	assert.Empty(t, errOut)
	lines := strings.Split(strings.TrimSuffix(string(in), "\n"), "\n")
	require.Len(t, lines, 21)
	assert.Equal(t, len(lines)-1, strings.Count(out, "\n"), "an answer for every line that is not blank")
	golden(t, "../../../testdata/contract/lines.out.jsonl", out)
}

func TestContractSpansAreUTF16(t *testing.T) {
	out, _, status := tool(t, `{"id":"1","text":"Good morning 😀 The draft note says no."}`+"\n", "check", "--jsonl", "--dir", soundRules)
	require.Equal(t, 0, status)
	var answer response
	require.NoError(t, json.Unmarshal([]byte(out), &answer))
	require.Len(t, answer.Findings, 1)
	assert.Equal(t, 20, answer.Findings[0].Start, "the emoji counts two")
	assert.Equal(t, 30, answer.Findings[0].End)
}

func TestLongLines(t *testing.T) {
	long := `{"id":"long","text":"` + strings.Repeat("this is what we have for you all ", 125_000) + `"}`
	require.Greater(t, len(long), 4_000_000)
	tooLong := strings.Repeat("x", maxLine+1)
	out, _, status := tool(t, long+"\n"+tooLong+"\n"+`{"id":"last","text":""}`, "check", "--jsonl", "--dir", soundRules)
	assert.Equal(t, exitProblems, status)
	answers := strings.Split(strings.TrimSpace(out), "\n")
	require.Len(t, answers, 3)
	assert.Equal(t, `{"id":"long","findings":[],"notes":[{"kind":"cut","what":"200000"}]}`, answers[0])
	assert.Equal(t, fmt.Sprintf(`{"id":null,"line":2,"error":"line: got more than %d bytes, want at most that"}`, maxLine), answers[1])
	assert.Equal(t, `{"id":"last","findings":[]}`, answers[2])
}

func TestLinesThatAreNotUTF8(t *testing.T) {
	out, _, status := tool(t, "\ufeff{\"id\":1,\"text\":\"\"}\r\n{\"id\":2,\"text\":\"\xff\"}\n", "check", "--jsonl", "--dir", soundRules)
	assert.Equal(t, exitProblems, status)
	assert.Equal(t, `{"id":1,"findings":[]}`+"\n"+`{"id":null,"line":2,"error":"line: got bytes that are not UTF-8, want UTF-8"}`+"\n", out)
}

// A caller that waits for each answer before it sends the next line gets it.
func TestAnswersAreNotHeldBack(t *testing.T) {
	d, err := newDesk(&pack.Library{Packs: []pack.Pack{{ID: "ec"}}})
	require.NoError(t, err)
	inRead, inWrite := io.Pipe()
	outRead, outWrite := io.Pipe()
	done := make(chan error, 1)
	go func() {
		done <- checkLines(d, engine.Profile{Org: "ec"}, engine.Document{}, inRead, outWrite)
		outWrite.Close()
	}()
	answers := json.NewDecoder(outRead)
	for i := range 3 {
		_, err := fmt.Fprintf(inWrite, `{"id":%d,"text":"x"}`+"\n", i)
		require.NoError(t, err)
		var answer response
		require.NoError(t, answers.Decode(&answer))
		assert.Equal(t, fmt.Sprint(i), string(answer.ID))
	}
	inWrite.Close()
	assert.NoError(t, <-done)
}

// broken is an input or output that fails.
type broken struct{}

func (broken) Read([]byte) (int, error)  { return 0, errors.New("no more") }
func (broken) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestBrokenInputAndOutput(t *testing.T) {
	var errOut bytes.Buffer
	args := []string{"check", "--jsonl", "--dir", soundRules}
	assert.Equal(t, exitProblems, run(args, broken{}, io.Discard, &errOut))
	assert.Contains(t, errOut.String(), "input: no more")
	errOut.Reset()
	assert.Equal(t, exitProblems, run(args, strings.NewReader(`{"text":"x"}`+"\n"), broken{}, &errOut))
	assert.Contains(t, errOut.String(), "output: full")
}

func TestCheckShows(t *testing.T) {
	text := "A long beginning that must be cut somewhere before it. Good morning 😀 草案\nThe draft note says no. My account: DE89 3704 0044 0532 0130 00, thanks"
	out, errOut, status := tool(t, text, "check", "--dir", soundRules)
	assert.Equal(t, 0, status, "findings never make it fail")
	assert.Empty(t, errOut)
	golden(t, "../../../testdata/contract/check.txt", out)
	fromArguments, _, _ := tool(t, "", append([]string{"check", "--dir", soundRules}, text)...)
	assert.Equal(t, out, fromArguments)
}

func TestCheckSharedText(t *testing.T) {
	out, _, status := tool(t, "", "check", "--dir", soundRules, "--surface", "repost", "--org", "un", "--shared", "The draft note says no.", "--author", "friend")
	assert.Equal(t, 0, status)
	assert.Contains(t, out, "caution  Shared paper  endorsement/shared-paper\n    The draft note says no.\n        ~~~~~~~~~~\n")
}

func TestShorten(t *testing.T) {
	assert.Equal(t, strings.Repeat("é", 90), shorten(strings.Repeat("é", 90)))
	assert.Equal(t, strings.Repeat("a", 60)+"…"+strings.Repeat("b", 30), shorten(strings.Repeat("a", 60)+"x"+strings.Repeat("b", 30)))
	assert.Equal(t, "…cd", tail("abcd", 2))
	assert.Equal(t, "abcd", tail("abcd", 4))
	assert.Equal(t, "ab…", head("abcd", 2))
	assert.Equal(t, "abcd", head("abcd", 4))
}

func TestCheckInColour(t *testing.T) {
	lib := &pack.Library{}
	result := engine.Result{Findings: []engine.Finding{{Rule: "a/b", Severity: pack.Caution, Title: "T", Message: "M", Advice: "A", Span: engine.Span{Start: 2, End: 4}}}}
	var out bytes.Buffer
	require.NoError(t, page{out: &out, colour: true, lib: lib, document: engine.Document{Text: "a bc \x1b[2Jd"}}.show(result))
	assert.Contains(t, out.String(), "\x1b[33;1mcaution\x1b[0m")
	assert.Contains(t, out.String(), "a \x1b[4;4:3;33mbc\x1b[0m [2Jd", "the text's own control characters are left out")
}

func TestColourOnlyOnATerminal(t *testing.T) {
	file, err := os.Create(t.TempDir() + "/out")
	require.NoError(t, err)
	defer file.Close()
	assert.False(t, coloured(file), "a file is no terminal")
	assert.False(t, coloured(&bytes.Buffer{}))
	device, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0) // a character device, as a terminal is
	require.NoError(t, err)
	defer device.Close()
	t.Setenv("TERM", "xterm")
	t.Setenv("NO_COLOR", "")
	assert.True(t, coloured(device))
	t.Setenv("NO_COLOR", "1")
	assert.False(t, coloured(device))
	t.Setenv("NO_COLOR", "")
	t.Setenv("TERM", "dumb")
	assert.False(t, coloured(device))
}

func TestFailOn(t *testing.T) {
	for _, c := range []struct {
		severity, text string
		status         int
	}{
		{"warning", "The draft note says no.", exitProblems},
		{"hint", "My account: DE89 3704 0044 0532 0130 00", exitProblems},
		{"caution", "My account: DE89 3704 0044 0532 0130 00", 0},
		{"hint", "Nothing at all.", 0},
		{"loud", "Nothing at all.", exitUsage},
	} {
		_, _, status := tool(t, "", "check", "--dir", soundRules, "--fail-on", c.severity, c.text)
		assert.Equal(t, c.status, status, "%s: %s", c.severity, c.text)
	}
}

func TestWrongUse(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"chek"}, `unknown command "chek"`},
		{[]string{"check", "--loud"}, "unknown flag: --loud"},
		{[]string{"check", "--dir", soundRules, "--surface", "pots", "x"}, `surface: got "pots", want post, reply`},
		{[]string{"check", "--dir", soundRules, "--org", "nato", "x"}, `profile: org: got "nato", want ec, un`},
		{[]string{"check", "--dir", soundRules, "--jsonl", "x"}, "got a text beside --jsonl"},
		{[]string{"check", "--dir", "nowhere", "x"}, `--dir: got "nowhere", want the folder`},
		{[]string{"rules", "chek"}, `unknown command "chek"`},
		{[]string{"rules", "eval"}, "requires at least 1 arg"},
		{[]string{"rules", "new"}, "accepts 1 arg"},
		{[]string{"rules", "check", "--dir", "nowhere"}, `--dir: got "nowhere"`},
	} {
		out, errOut, status := tool(t, "", c.args...)
		assert.Equal(t, exitUsage, status, c.args)
		assert.Contains(t, errOut, c.want)
		assert.Contains(t, errOut, "Try: circumspect --help")
		assert.Empty(t, out)
	}
}

func TestHelpVersionAndCompletion(t *testing.T) {
	for _, args := range [][]string{{}, {"--help"}, {"check", "--help"}, {"rules"}, {"rules", "compile", "--help"}, {"rules", "eval", "--help"}, {"completion", "bash"}} {
		out, errOut, status := tool(t, "", args...)
		assert.Equal(t, 0, status, args)
		assert.Empty(t, errOut)
		assert.Contains(t, out, "circumspect")
	}
	out, _, status := tool(t, "", "version")
	assert.Equal(t, 0, status)
	assert.Regexp(t, `^circumspect \S+\n$`, out)
	short, _, _ := tool(t, "", "--version")
	assert.Equal(t, out, short)
	words, _, _ := tool(t, "", "__complete", "check", "--surface", "")
	assert.Contains(t, words, "post\nreply\nquote")
	words, _, _ = tool(t, "", "__complete", "rules", "new", "")
	assert.Contains(t, words, "confidentiality/\nsecurity/")
}

// What a user sets reaches the engine from lines and from options alike; a line's own values
// take the place of the options.
func TestSettingsOfTheUser(t *testing.T) {
	const watchlist = "confidentiality/watchlist"
	cases := []struct {
		line string // beside the text
		want bool   // a finding of the rule
		rule string
	}{
		{`"profile":{"watchlist":[]}`, false, watchlist},
		{`"profile":{"watchlist":["Blue Heron"]}`, true, watchlist},
		{`"profile":{}`, true, watchlist}, // by the options
		{`"profile":{"at-most":{"confidentiality":"off"}}`, false, watchlist},
		{`"profile":{"skip-languages":["en"]}`, true, watchlist},
		{`"profile":{"skip-languages":[]}`, true, "messaging/app-banned"},
		{`"profile":{}`, false, "messaging/app-banned"}, // English is skipped by the options
		{`"profile":{"skip-languages":[],"device":"private"}`, true, "messaging/app-banned"},
		{`"profile":{"skip-languages":[],"apps-banned":[]}`, false, "messaging/app-banned"},
		{`"profile":{"skip-languages":[],"apps-banned":[],"apps-discouraged":["Chatterbox"]}`, true, "messaging/app-discouraged"},
		{`"profile":{"skip-languages":[],"at-most":{"messaging":"off"}}`, false, "messaging/app-banned"},
	}
	var in strings.Builder
	for _, c := range cases {
		fmt.Fprintf(&in, `{"text":"Let's discuss the contract for blueherons over #Chatterbox, I can't today.","surface":"dm","lang":"en",%s}`+"\n", c.line)
	}
	out, _, status := tool(t, in.String(), "check", "--jsonl", "--watch", "blue heron", "--app-banned", "chatter box", "--skip-language", "en")
	require.Zero(t, status, out)
	answers := json.NewDecoder(strings.NewReader(out))
	for _, c := range cases {
		var answer response
		require.NoError(t, answers.Decode(&answer))
		found := slices.ContainsFunc(answer.Findings, func(f foundLine) bool { return f.Rule == c.rule })
		assert.Equal(t, c.want, found, "%s %s: %v", c.line, c.rule, answer.Findings)
	}
	assert.Len(t, cases, 11)
}

func TestOptionsOfTheUser(t *testing.T) {
	var profiles []engine.Profile
	for _, args := range [][]string{
		{"--official-handle", "@EU_Sample,b", "--at-most", "offensive=hint,threat=off", "--app-discouraged", "Gossip Box"},
		{"--watch", "a b", "--skip-language", "en,fr", "--app-banned", "c", "--field", "d"},
	} {
		command := checkCommand()
		require.NoError(t, command.ParseFlags(args))
		p, _, err := asked(command)
		require.NoError(t, err)
		profiles = append(profiles, p)
	}
	none := []string{}
	assert.Equal(t, []engine.Profile{
		{Org: "ec", OfficialHandles: []string{"@EU_Sample", "b"}, AtMost: map[string]string{"offensive": "hint", "threat": "off"}, AppsDiscouraged: []string{"Gossip Box"}, AppsBanned: none, Watchlist: none, SkipLanguages: none, Field: none},
		{Org: "ec", Watchlist: []string{"a b"}, SkipLanguages: []string{"en", "fr"}, AppsBanned: []string{"c"}, Field: []string{"d"}, AppsDiscouraged: none, OfficialHandles: none, AtMost: map[string]string{}},
	}, profiles)

	out, _, _ := tool(t, "", "check", "--dir", soundRules, "--skip-language", "en", "This is the draft note that we have for you.")
	assert.Contains(t, out, "Not checked: the language en, which you do not want checked.")
	_, errOut, status := tool(t, "", "check", "--dir", soundRules, "--at-most", "offensive=loud", "x")
	assert.Equal(t, exitUsage, status)
	assert.Contains(t, errOut, `profile: at-most: offensive: got "loud", want caution, hint or off`)
}

// One engine answers users with different settings.
func TestSettingsAreNotMixedUp(t *testing.T) {
	d, err := newDesk(&pack.Library{Packs: []pack.Pack{{ID: "ec"}}})
	require.NoError(t, err)
	profiles := []engine.Profile{
		{}, {Field: []string{"ab"}}, {Watchlist: []string{"ab"}}, {OfficialHandles: []string{"ab"}}, {SkipLanguages: []string{"en"}},
		{AtMost: map[string]string{"threat": "off"}}, {AppsDiscouraged: []string{"ab"}}, {AppsBanned: []string{"ab"}},
	}
	for _, p := range profiles {
		p.Org = "ec"
		_, err := d.checker(p)
		require.NoError(t, err)
	}
	assert.Len(t, d.checkers, len(profiles))
}
