package main

import (
	"os"
	"path/filepath"
	"testing"

	"circumspect/engine/trust"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Envelopes as they were when the form was settled: the tests of trust, of this tool and
// of the extension read them.
const signedFiles = "../../../testdata/signed"

const (
	firstEnvelope   = signedFiles + "/acme-3.envelope" // signed by the old key
	rotatedEnvelope = signedFiles + "/acme-4.envelope" // by the new key, which withdraws the old
)

// writeSigned makes the files anew where UPDATE_GOLDEN is set: only when the form is meant
// to change, which no extension out there would understand.
func writeSigned(t *testing.T) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") == "" {
		return
	}
	for file, args := range map[string][]string{
		firstEnvelope:   {compiled(t, house(3)), "--key", keyFile(t, "old")},
		rotatedEnvelope: {compiled(t, house(4)), "--key", keyFile(t, "new"), "--withdraw", keyID("old")},
	} {
		_, errOut, status := tool(t, "", append([]string{"pack", "sign", "--channel", "staff", "--not-before", "2027-01-01", "--days", "90", "-o", file}, args...)...)
		require.Equal(t, 0, status, errOut)
	}
}

func verify(t *testing.T, more ...string) (out, errOut string, status int) {
	t.Helper()
	return tool(t, "", append([]string{"pack", "verify", "--channel", "staff"}, more...)...)
}

func TestSignedFiles(t *testing.T) {
	writeSigned(t)
	out, errOut, status := verify(t, firstEnvelope, "--public-key", publicKey("old"), "--now", "2027-02-01")
	require.Equal(t, 0, status, errOut)
	golden(t, signedFiles+"/acme-3.txt", out)
	both := publicKey("old") + "," + publicKey("new")
	out, errOut, status = verify(t, rotatedEnvelope, "--public-key", both, "--now", "2027-02-01T10:00:00Z", "--above", "3")
	require.Equal(t, 0, status, errOut)
	golden(t, signedFiles+"/acme-4.txt", out)
}

// The whole form, also of the payload: the same house pack gives the same bytes.
func TestSignedFilesAreMadeAgain(t *testing.T) {
	again := filepath.Join(t.TempDir(), "again")
	_, errOut, status := tool(t, "", "pack", "sign", compiled(t, house(4)), "--key", keyFile(t, "new"), "--channel", "staff",
		"--not-before", "2027-01-01", "--days", "90", "--withdraw", keyID("old"), "-o", again)
	require.Equal(t, 0, status, errOut)
	want, err := os.ReadFile(rotatedEnvelope)
	require.NoError(t, err)
	got, err := os.ReadFile(again)
	require.NoError(t, err)
	assert.Equal(t, want, got)
}

func TestVerifyRefuses(t *testing.T) {
	both := publicKey("old") + "," + publicKey("new")
	for name, c := range map[string]struct {
		args   []string
		status int
		want   string
		shown  bool // what is in it is printed all the same
	}{
		"expired":       {[]string{"--public-key", both, "--now", "2027-04-01"}, exitProblems, "expired: got 2027-04-01T00:00:00Z, want a time before 2027-04-01T00:00:00Z", true},
		"early":         {[]string{"--public-key", both, "--now", "2026-12-31T23:59:59Z"}, exitProblems, "not-yet-valid: got", true},
		"not newer":     {[]string{"--public-key", both, "--now", "2027-02-01", "--above", "3"}, exitProblems, "not-newer: got version 3 with other bytes, want above 3", true},
		"rolled back":   {[]string{"--public-key", both, "--now", "2027-02-01", "--above", "4"}, exitProblems, "not-newer: got version 3, want above 4", true},
		"wrong channel": {[]string{"--public-key", both, "--channel", "trial"}, exitProblems, "wrong-channel: got staff, want trial", false},
		"unknown key":   {[]string{"--public-key", publicKey("new")}, exitProblems, "unknown-key: got key " + keyID("old"), false},
		"withdrawn key": {[]string{"--public-key", both, "--withdrawn", keyID("old")}, exitProblems, "withdrawn-key: got key " + keyID("old"), false},
		"no key":        {[]string{"--public-key", "x"}, exitUsage, `--public-key: key: got "x"`, false},
		"a placeholder": {[]string{"--public-key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}, exitUsage, "want a key that was made with its private half", false},
		"three keys":    {[]string{"--public-key", both + "," + publicKey("other")}, exitUsage, "anchor: keys: got 3, want 1 to 2", false},
		"no date":       {[]string{"--public-key", both, "--now", "soon"}, exitUsage, `--now: got "soon", want a date`, false},
	} {
		t.Run(name, func(t *testing.T) {
			out, errOut, status := verify(t, append([]string{firstEnvelope}, c.args...)...)
			assert.Equal(t, c.status, status)
			assert.Contains(t, errOut, c.want)
			assert.Equal(t, c.shown, len(out) > 0, out)
		})
	}
	_, errOut, status := verify(t, "nowhere", "--public-key", both)
	assert.Equal(t, exitProblems, status)
	assert.Contains(t, errOut, "no such file")
}

// A key may be trusted and yet sign what is no house pack, or not the one it says.
func TestVerifyRefusesPayloads(t *testing.T) {
	payload, err := os.ReadFile(compiled(t, house(3)))
	require.NoError(t, err)
	for want, c := range map[string]struct {
		version int
		payload []byte
	}{
		"unreadable: got ": {3, []byte("hello")},
		"unfit: got a pack of version 3, want that of its envelope, 4": {4, payload},
	} {
		h := trust.Header{Channel: "staff", Version: c.version, NotBefore: 1_790_000_000, Expires: 1_900_000_000}
		envelope, err := trust.Seal(h, c.payload, throwAway("new"))
		require.NoError(t, err)
		file := filepath.Join(t.TempDir(), "x.envelope")
		require.NoError(t, os.WriteFile(file, envelope, 0o644))
		out, errOut, status := verify(t, file, "--public-key", publicKey("new"), "--now", "2027-02-01")
		assert.Equal(t, exitProblems, status)
		assert.Empty(t, out)
		assert.Contains(t, errOut, want)
	}
}
