package wire

import (
	"cmp"
	"encoding/json"
	"errors"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"circumspect/engine"
	"circumspect/engine/pack"
	"circumspect/engine/trust"
	"circumspect/wasm/browser/judge"
)

const contract = "../../../testdata/contract/"

func frame(pairs ...string) string { return strings.Join(pairs, separator) }

func TestProfileReadsWhatTheSettingsWrite(t *testing.T) {
	raw, err := os.ReadFile(contract + "profile.json")
	require.NoError(t, err)
	var file struct {
		Cases []struct{ Pairs [][2]string }
	}
	require.NoError(t, json.Unmarshal(raw, &file))
	require.Len(t, file.Cases, 3)
	var got []engine.Profile
	for _, c := range file.Cases {
		var flat []string
		for _, p := range c.Pairs {
			flat = append(flat, p[:]...)
		}
		p, _, err := Activate(frame(flat...))
		require.NoError(t, err)
		got = append(got, p)
	}
	assert.Equal(t, []engine.Profile{
		{Status: "official", Device: "private", Lang: "en"},
		{
			Org: "ec", Status: "seconded", Official: true, Device: "corporate", OfficialHandles: []string{"@EU_Sample"},
			Field: []string{"fisheries", "total allowable catch"}, Watchlist: []string{"Blue Heron"}, SkipLanguages: []string{"ru"},
			AtMost: map[string]string{"offensive": "hint", "escalation": "off"}, AppsDiscouraged: []string{"Gossip Box"}, AppsBanned: []string{"Chatterbox"}, Lang: "fr-BE",
		},
		{Org: "un", Status: "former", Device: "private", Watchlist: []string{"Ω-project", "𝒮tar"}, Lang: "de"},
	}, got)
}

// The table of the contract names every field of engine.Profile, the key that is read into
// it, and values that the engine knows.
func TestProfileHasTheFieldsOfTheContract(t *testing.T) {
	type field struct {
		Go, Key, Kind string
		Values        []string
	}
	raw, err := os.ReadFile(contract + "profile.json")
	require.NoError(t, err)
	var file struct {
		Fields map[string]field
		Lang   field
	}
	require.NoError(t, json.Unmarshal(raw, &file))
	known := map[string][]string{
		"Org": {"", "ec", "osce", "un"}, "Status": pack.Statuses(), "Device": pack.Devices(),
		"AtMost": append([]string{"full"}, engine.Levels()...),
	}
	sample := map[string]string{"flag": "true", "levels": "threat=hint"}
	var named []string
	for _, f := range append(slices.Collect(maps.Values(file.Fields)), file.Lang) {
		named = append(named, f.Go)
		assert.Equal(t, known[f.Go], f.Values, f.Go)
		p, _, err := Activate(frame(f.Key, cmp.Or(sample[f.Kind], "x")))
		require.NoError(t, err, f.Key)
		assert.False(t, reflect.ValueOf(p).FieldByName(f.Go).IsZero(), "%s is read into %s", f.Key, f.Go)
	}
	var fields []string
	for i := range reflect.TypeFor[engine.Profile]().NumField() {
		fields = append(fields, reflect.TypeFor[engine.Profile]().Field(i).Name)
	}
	assert.ElementsMatch(t, fields, named)
}

func TestProfileRefuses(t *testing.T) {
	_, _, err := Activate(frame("at-most", "offensive"))
	assert.EqualError(t, err, `profile: at-most: got "offensive", want category=level, as in offensive=hint`)
	_, _, err = Activate(frame("colour", "red"))
	assert.EqualError(t, err, `frame: got key "colour", want one that is known`)
}

func TestDocument(t *testing.T) {
	d, err := Document(frame("part", "a\nb", "part", "", "surface", "quote", "site", "x", "lang", "fr", "handle", "me", "shared", "s", "author", "h"))
	require.NoError(t, err)
	assert.Equal(t, engine.Document{Parts: []string{"a\nb", ""}, Surface: "quote", Site: "x", Lang: "fr", Handle: "me", Shared: engine.Shared{Text: "s", Author: "h"}}, d)
	d, err = Document(frame("text", ""))
	require.NoError(t, err)
	assert.Equal(t, engine.Document{}, d)
	_, err = Document(frame("colour", "red"))
	assert.EqualError(t, err, `frame: got key "colour", want one that is known`)
	_, err = Document("text")
	assert.EqualError(t, err, "frame: text: got no value, want one")
}

func TestResultIsTheOneTypeScriptReads(t *testing.T) {
	want, err := os.ReadFile(contract + "result.json")
	require.NoError(t, err)
	got := Result(nil, engine.Result{
		Findings: []engine.Finding{
			{
				Rule: "confidentiality/internal-document", Category: "confidentiality", Severity: pack.Warning, Span: engine.Span{Start: 3, End: 16},
				Provisions: []string{"EC-2b-1"}, Title: `Internal "document"`, Message: "Line one\nline two \\ 😀", Advice: "Leave it out.",
				Suggestions: []engine.Suggestion{{Label: "Remove", Span: engine.Span{End: 17}}},
				Weighed:     []engine.Span{{Start: 3, End: 11}, {Start: 12, End: 16}},
			},
			{
				Rule: "endorsement/party", Category: "endorsement", Severity: pack.Hint, Was: pack.Caution, Span: engine.Span{End: 5}, Part: 2, Shared: true,
				Title: "T", Message: "M", Advice: "A",
			},
		},
		Notes: []engine.Note{{Kind: "cut", What: "200000"}, {Kind: "language", What: "fi"}, {Kind: "skipped", What: "ru"}, {Kind: "silenced", What: "accuracy/hearsay"}},
		Langs: []string{"en", "fr"},
	})
	assert.Equal(t, strings.TrimSpace(string(want)), string(got))
	assert.Equal(t, `{"findings":[],"notes":[],"langs":[]}`, string(Result(got, engine.Result{})))
}

func TestPackInfoIsTheOneTypeScriptReads(t *testing.T) {
	want, err := os.ReadFile(contract + "pack.json")
	require.NoError(t, err)
	p := &pack.Pack{
		ID: "ec", Name: "European Commission", Version: "1", Sources: []pack.Source{{ID: "EC", Title: "G", Date: "2019-01"}},
		Credits:  []pack.Credit{{What: "w", From: "f", Licence: "MIT"}},
		Contacts: []pack.Contact{{Role: "r", Address: "a@b"}, {Role: "s"}}, Disclaimers: map[string]string{"fr": "f", "en": "e"},
	}
	media := []engine.Question{{Ask: "Is it yours?", Provisions: []string{"EC-1"}}}
	checkup := []engine.CheckupItem{
		{ID: "two-step", Ask: "Is a second step on?", Why: "w", Provisions: []string{"EC-1"}, Links: map[string]string{"x": "https://x.com/s", "linkedin": "https://www.linkedin.com/s"}, Edition: "1a2b"},
		{ID: "old-posts", Ask: "Old posts?", Why: "w", Provisions: []string{"EC-1"}, Edition: "0"},
	}
	provisions := []pack.Provision{{ID: "EC-1", Org: "ec", Document: "d", Place: "p", Says: "s"}}
	got := PackInfo(Pack{p, media, checkup, provisions, 7, house(), nil})
	assert.Equal(t, strings.TrimSpace(string(want)), string(got))
}

// house is a house pack with something in every field.
func house() *judge.House {
	key, _ := trust.ParseKeyID("0123456789abcdef")
	return &judge.House{
		HouseInfo: &engine.HouseInfo{
			ID: "sample-unit", Name: "Sample Unit", Version: 3, Rules: 2,
			Lowered:  []engine.Lowered{{Rule: "accuracy/hearsay", Title: "Hearsay", From: pack.Caution, To: pack.Hint}},
			Silenced: []engine.Silenced{{Rule: "branding/emblem", Title: "An emblem"}},
			Apps:     pack.Apps{Recommended: []string{"House Chat"}, Banned: []string{"Gossip Box"}},
			News:     []engine.News{{Version: 3, Says: "Two rules on the move."}},
		},
		Header:   trust.Header{Channel: "staff", Version: 3, NotBefore: 1767225600, Expires: 1798761600, Withdraws: []trust.KeyID{key}},
		Standing: trust.Stale, Key: key,
	}
}

func TestVerdictsAreTheOnesTypeScriptReads(t *testing.T) {
	want, err := os.ReadFile(contract + "verdict.jsonl")
	require.NoError(t, err)
	accepted := Verdict(judge.Verdict{House: house(), Digest: "d1", Changes: []engine.Change{
		{Kind: "rule-added", Rule: "confidentiality/move", Title: "The move"},
		{Kind: "severity", Rule: "accuracy/hearsay", Title: "Hearsay", From: "caution", To: "hint"},
		{Kind: "contacts"},
	}})
	refused := Verdict(judge.Verdict{Refusal: &trust.Refusal{Reason: trust.NotNewer, Got: "version 2", Want: "above 3"}})
	assert.Equal(t, string(want), string(accepted)+"\n"+string(refused)+"\n")
}

func TestActivateReadsTheChannel(t *testing.T) {
	p, c, err := Activate(frame("org", "ec", "channel", "staff", "key", "a", "key", "b", "withdrawn", "c", "now", "5", "floor", "3", "held", "d", "envelope", "AQI=", "previous", ""))
	require.NoError(t, err)
	assert.Equal(t, "ec", p.Org)
	assert.Equal(t, judge.Channel{
		Name: "staff", Keys: []string{"a", "b"}, Withdrawn: []string{"c"}, Now: 5,
		Held: trust.Held{Version: 3, Digest: "d"}, Envelope: []byte{1, 2}, Previous: []byte{},
	}, c)
	for _, wrong := range [][2]string{{"now", "soon"}, {"floor", "x"}, {"envelope", "?"}} {
		_, _, err := Activate(frame(wrong[0], wrong[1]))
		assert.ErrorContains(t, err, "frame: "+wrong[0]+": got ", wrong)
	}
}

func TestError(t *testing.T) {
	assert.Equal(t, `{"error":"got \"x\""}`, string(Error(errors.New(`got "x"`))))
}

func FuzzJSON(f *testing.F) {
	for _, s := range []string{"", "a\"\\\x00\x1f", "😀\xff\u2028", "\xed\xa0\x80"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var back struct{ Error string }
		require.NoError(t, json.Unmarshal(Error(errors.New(s)), &back))
		require.Equal(t, string([]rune(s)), back.Error)
	})
}
