package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"crypto/x509"
	"encoding/pem"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"circumspect/engine/pack"
	"circumspect/engine/trust"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Keys as OpenSSL 3.0 writes them: openssl genpkey -algorithm ed25519 (and x25519), and the
// public half of the first: openssl pkey -pubout -outform DER | tail -c 32 | base64.
const (
	opensslKey    = "MC4CAQAwBQYDK2VwBCIEIEu8p19jIuYrWINYTXNLr6Yazshk/mOltAABX+DnF3kD"
	opensslPublic = "lfZ1Ntn/iyIS7XYWBXVkC9ksFFnEvff9tHd3uMKy3/g="
	x25519Key     = "MC4CAQAwBQYDK2VuBCIEIGjYUkIv6Cj0OG7oZwOah9ZU1vF+i7cFVpDK1kK2FFtU"
)

// inPEM writes a key as files hold it.
func inPEM(kind, base64 string) string {
	return "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n"
}

// throwAway makes a key for tests; its seed stands here, so nothing may trust it.
func throwAway(name string) ed25519.PrivateKey {
	seed := sha256.Sum256([]byte("circumspect test key " + name))
	return ed25519.NewKeyFromSeed(seed[:])
}

// keyFile writes a throw-away key as openssl would.
func keyFile(t *testing.T, name string) string {
	t.Helper()
	der, err := x509.MarshalPKCS8PrivateKey(throwAway(name))
	require.NoError(t, err)
	path := filepath.Join(t.TempDir(), name+".key")
	require.NoError(t, os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: keyBlock, Bytes: der}), 0o600))
	return path
}

func publicKey(name string) string { return trust.KeyOf(throwAway(name)).String() }
func keyID(name string) string     { return trust.KeyOf(throwAway(name)).ID().String() }

// house is a house pack of every kind of change that needs no words of its own.
func house(version int) *pack.House {
	return &pack.House{
		ID: "acme", Name: "Acme staff", Extends: "un", Version: version, Languages: []string{"en"},
		Without:  []string{"accuracy/hearsay"},
		Severity: map[string]pack.Severity{"accuracy/unconfirmed-crisis": pack.Hint},
		Apps:     pack.Apps{Recommended: []string{"Signal"}, Banned: []string{"Telegram", "WeChat"}},
	}
}

// compiled writes a house pack as pack compile does.
func compiled(t *testing.T, h *pack.House) string {
	t.Helper()
	builtIn, err := nameEngine()
	require.NoError(t, err)
	payload, err := builtIn.HousePayload(h)
	require.NoError(t, err)
	path := filepath.Join(t.TempDir(), "acme.pack")
	require.NoError(t, os.WriteFile(path, payload, 0o644))
	return path
}

func TestKeygen(t *testing.T) {
	name := filepath.Join(t.TempDir(), "2027")
	out, errOut, status := tool(t, "", "pack", "keygen", name)
	require.Equal(t, 0, status, errOut)
	assert.Regexp(t, `^public key: [A-Za-z0-9+/]{43}=\nkey id: [0-9a-f]{16}\n$`, out)
	again, _, status := tool(t, "", "pack", "key", name+".key")
	assert.Equal(t, 0, status)
	assert.Equal(t, out, again)
	info, err := os.Stat(name + ".key")
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o600), info.Mode().Perm())

	before, err := os.ReadFile(name + ".key")
	require.NoError(t, err)
	_, errOut, status = tool(t, "", "pack", "keygen", name)
	assert.Equal(t, exitProblems, status)
	assert.Contains(t, errOut, "file exists")
	after, err := os.ReadFile(name + ".key")
	require.NoError(t, err)
	assert.Equal(t, before, after, "no key is ever written over")
}

func TestKeyOfOpenSSL(t *testing.T) {
	path := filepath.Join(t.TempDir(), "openssl.key")
	require.NoError(t, os.WriteFile(path, []byte(inPEM(keyBlock, opensslKey)), 0o600))
	out, errOut, status := tool(t, "", "pack", "key", path)
	require.Equal(t, 0, status, errOut)
	assert.True(t, strings.HasPrefix(out, "public key: "+opensslPublic+"\n"), out)
}

func TestOtherKeyFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.key")
	for content, want := range map[string]string{
		"":                                     "got no PRIVATE KEY block, want an unencrypted private key in PEM",
		"hi":                                   "got no PRIVATE KEY block",
		inPEM(keyBlock, "AAAA"):                "asn1",
		inPEM("ENCRYPTED PRIVATE KEY", "AAAA"): "want an unencrypted private key",
		inPEM(keyBlock, x25519Key):             "want an Ed25519 key",
	} {
		require.NoError(t, os.WriteFile(path, []byte(content), 0o600))
		_, errOut, status := tool(t, "", "pack", "key", path)
		assert.Equal(t, exitProblems, status)
		assert.Contains(t, errOut, want)
	}
}

func TestSignGivesTheSameBytes(t *testing.T) {
	file := compiled(t, house(3))
	envelope := strings.TrimSuffix(file, ".pack") + ".envelope"
	args := []string{"pack", "sign", file, "--key", keyFile(t, "old"), "--channel", "staff", "--not-before", "2027-01-01"}
	out, errOut, status := tool(t, "", append(args, "--expires", "2027-01-31")...)
	require.Equal(t, 0, status, errOut)
	content, err := os.ReadFile(envelope)
	require.NoError(t, err)
	assert.Equal(t, envelope+"\ndigest: "+trust.Digest(content)+"\n", out)

	other := filepath.Join(t.TempDir(), "other")
	for _, more := range [][]string{{"--days", "30"}, {"--expires", "2027-01-31T02:00:00+02:00"}} {
		_, errOut, status = tool(t, "", append(append(args, "-o", other), more...)...)
		require.Equal(t, 0, status, errOut)
		same, err := os.ReadFile(other)
		require.NoError(t, err)
		assert.Equal(t, content, same)
	}
}

func TestSignBeginsToday(t *testing.T) {
	file := compiled(t, house(3))
	_, errOut, status := tool(t, "", "pack", "sign", file, "--key", keyFile(t, "old"), "--channel", "staff", "--days", "7")
	require.Equal(t, 0, status, errOut)
	out, errOut, status := tool(t, "", "pack", "verify", strings.TrimSuffix(file, ".pack")+".envelope", "--public-key", publicKey("old"), "--channel", "staff")
	require.Equal(t, 0, status, errOut)
	today := time.Now().UTC().Truncate(24 * time.Hour)
	assert.Contains(t, out, "not before: "+today.Format(time.RFC3339)+"\nexpires: "+today.AddDate(0, 0, 7).Format(time.RFC3339)+"\nstanding: fresh\n")
}

func TestSignRefuses(t *testing.T) {
	file, key := compiled(t, house(3)), keyFile(t, "old")
	internal := house(3)
	internal.Contacts = []pack.Contact{{Role: "the press officer on duty", Private: true}}
	internalFile := compiled(t, internal)
	notOne := filepath.Join(t.TempDir(), "no.pack")
	require.NoError(t, os.WriteFile(notOne, []byte("something else"), 0o644))
	for name, c := range map[string]struct {
		args   []string
		status int
		want   string
	}{
		"no key":          {[]string{file, "--channel", "staff", "--days", "1"}, exitUsage, "required flag"},
		"no end":          {[]string{file, "--key", key, "--channel", "staff"}, exitUsage, "at least one of the flags"},
		"two ends":        {[]string{file, "--key", key, "--channel", "staff", "--days", "1", "--expires", "2027-01-01"}, exitUsage, "none of the others can be"},
		"no date":         {[]string{file, "--key", key, "--channel", "staff", "--expires", "tomorrow"}, exitUsage, `--expires: got "tomorrow", want a date`},
		"no time":         {[]string{file, "--key", key, "--channel", "staff", "--days", "-1"}, exitProblems, "sign: envelope: bad-form: got expiry"},
		"no channel name": {[]string{file, "--key", key, "--channel", "All Staff", "--days", "1"}, exitProblems, `got channel "All Staff", want [a-z0-9-]{1,32}`},
		"no key id":       {[]string{file, "--key", key, "--channel", "staff", "--days", "1", "--withdraw", "x"}, exitUsage, `--withdraw: key id: got "x"`},
		"its own key":     {[]string{file, "--key", key, "--channel", "staff", "--days", "1", "--withdraw", keyID("old")}, exitProblems, "want only keys listed before its own withdrawn"},
		"no pack":         {[]string{notOne, "--key", key, "--channel", "staff", "--days", "1"}, exitProblems, "is it what pack compile wrote?"},
		"no file":         {[]string{"nowhere", "--key", key, "--channel", "staff", "--days", "1"}, exitProblems, "nowhere: no such file"},
		"internal":        {[]string{internalFile, "--key", key, "--channel", "staff", "--days", "1"}, exitProblems, "pack: contacts[0].private: got a private contact, want none in a served pack\n"},
	} {
		t.Run(name, func(t *testing.T) {
			output := filepath.Join(t.TempDir(), "x.envelope")
			out, errOut, status := tool(t, "", append([]string{"pack", "sign", "-o", output}, c.args...)...)
			assert.Equal(t, c.status, status)
			assert.Empty(t, out)
			assert.Contains(t, errOut, c.want)
			assert.NoFileExists(t, output)
		})
	}
}
