package engine_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"circumspect/engine"
	"circumspect/engine/pack"
	"circumspect/rules"
)

// house is a house pack of a unit that does not exist.
func house() *pack.House {
	return &pack.House{
		ID: "sample-unit", Name: "Sample Unit", Extends: "ec", Version: 1, Languages: []string{"en"},
		Sources:    []pack.Source{{ID: "SU", Title: "Notes for the move", Date: "2026-11"}},
		Contacts:   []pack.Contact{{Role: "The unit's press desk"}},
		Official:   pack.Official{Domains: []string{"sample-unit.example"}},
		Apps:       pack.Apps{Banned: []string{"Gossip Box"}},
		Without:    []string{"accuracy/hearsay"},
		Severity:   map[string]pack.Severity{"offensive/insult": pack.Caution},
		Provisions: []pack.Provision{{ID: "SU-1", Org: "ec", Document: "Notes", Place: "1", Says: "The move is not public."}},
		Concepts: []pack.Concept{
			{ID: "su-move", About: "the move", Terms: map[string][]string{"en": {"blue heron[2] move", "harbour tower"}}},
			{ID: "su-badge", About: "a badge number", Patterns: []pack.Pattern{{Trigger: pack.TriggerDigits, Digits: 12, Validator: "luhn"}}},
		},
		Rules: []pack.Rule{
			{
				ID: "confidentiality/su-move", Category: "confidentiality", Severity: pack.Warning, Provisions: []string{"SU-1"},
				When: pack.Condition{Any: []pack.Condition{{Concept: "su-move"}, {Concept: "su-badge"}}}, Unless: []string{"official-link"},
				Say: map[string]pack.Say{"en": {Title: "The move", Message: "It is not public.", Advice: "Wait."}},
			},
		},
	}
}

// newBuiltIn builds the engine of the built-in packs, which takes seconds.
var newBuiltIn = sync.OnceValues(func() (*engine.Engine, error) {
	lib, err := rules.Library()
	if err != nil {
		return nil, err
	}
	return engine.New(lib)
})

func builtIn(t testing.TB) *engine.Engine {
	e, err := newBuiltIn()
	require.NoError(t, err)
	return e
}

// withHouse gives the engine with a house pack, as it comes through a payload.
func withHouse(t testing.TB, e *engine.Engine, h *pack.House) *engine.Engine {
	payload, err := e.HousePayload(h)
	require.NoError(t, err)
	with, err := e.Read(payload)
	require.NoError(t, err)
	return with
}

func findings(t testing.TB, e *engine.Engine, org, text string) engine.Result {
	c, err := e.For(engine.Profile{Org: org})
	require.NoError(t, err)
	return c.Check(engine.Document{Text: text})
}

func TestAHousePackAddsItsRulesToTheOneItExtends(t *testing.T) {
	e := builtIn(t)
	with := withHouse(t, e, house())
	const text = "We go to the Harbour Tower in May."
	found := findings(t, with, "ec", text).Findings
	require.Len(t, found, 1)
	assert.Equal(t, "confidentiality/su-move", found[0].Rule)
	assert.Equal(t, engine.Span{Start: 13, End: 26}, found[0].Span)
	assert.Equal(t, []string{"SU-1"}, found[0].Provisions)
	assert.Empty(t, findings(t, e, "ec", text).Findings, "the engine before is as it was")
	assert.Empty(t, findings(t, with, "un", text).Findings, "other packs know nothing of it")
	assert.Len(t, findings(t, with, "ec", "The Blue Heron will soon move.").Findings, 1, "gaps are read")
	const card = "Mine is 4539578763621486, easy to learn."
	assert.Contains(t, ruleIDs(findings(t, with, "ec", card)), "confidentiality/su-move", "and figures that a validator lets pass")
	assert.Empty(t, findings(t, with, "ec", strings.Replace(card, "6,", "7,", 1)).Findings)
	assert.Empty(t, findings(t, with, "ec", text+" https://sample-unit.example/move").Findings, "its own site is official")
}

func TestAHousePackChangesBuiltInRulesOnlyVisibly(t *testing.T) {
	e := builtIn(t)
	rumour := engine.Document{Text: "Apparently Brussels will ban all wood stoves, forwarded as received!"}
	check := func(judge *engine.Engine) (engine.Result, []engine.Finding) {
		c, err := judge.For(engine.Profile{Org: "ec"})
		require.NoError(t, err)
		return c.Check(rumour), slices.DeleteFunc(c.All(rumour), func(f engine.Finding) bool { return f.Rule != "accuracy/hearsay" })
	}
	_, before := check(e)
	require.Len(t, before, 1)
	assert.Equal(t, pack.Hint, before[0].Severity, "the Commission's pack has it as a hint")
	assert.Zero(t, before[0].Was)

	silent, after := check(withHouse(t, e, house()))
	assert.Empty(t, after)
	assert.Contains(t, silent.Notes, engine.Note{Kind: "silenced", What: "accuracy/hearsay"})

	h := house()
	h.Without, h.Severity = nil, map[string]pack.Severity{"accuracy/hearsay": pack.Caution}
	_, raised := check(withHouse(t, e, h))
	require.Len(t, raised, 1)
	assert.Equal(t, [2]pack.Severity{pack.Caution, pack.Hint}, [2]pack.Severity{raised[0].Severity, raised[0].Was})
}

func TestHouseTellsWhatItChanges(t *testing.T) {
	e := builtIn(t)
	c, err := withHouse(t, e, house()).For(engine.Profile{Org: "ec"})
	require.NoError(t, err)
	info := c.House()
	require.NotNil(t, info)
	assert.Equal(t, "sample-unit", info.ID)
	assert.Equal(t, 1, info.Rules)
	require.Len(t, info.Silenced, 1)
	assert.Equal(t, "accuracy/hearsay", info.Silenced[0].Rule)
	assert.NotEmpty(t, info.Silenced[0].Title)
	require.Len(t, info.Lowered, 1)
	assert.Equal(t, "offensive/insult", info.Lowered[0].Rule)
	assert.Equal(t, pack.Caution, info.Lowered[0].To)
	other, err := withHouse(t, e, house()).For(engine.Profile{Org: "osce"})
	require.NoError(t, err)
	assert.Nil(t, other.House())
}

func TestTheAppsOfAHousePackJoinTheUsers(t *testing.T) {
	e := builtIn(t)
	message := engine.Document{Text: "I'll send you the draft report over Gossip Box tonight.", Surface: "dm"}
	for judge, want := range map[*engine.Engine]bool{e: false, withHouse(t, e, house()): true} {
		c, err := judge.For(engine.Profile{Org: "ec"})
		require.NoError(t, err)
		assert.Equal(t, want, slices.Contains(c.Raised(message), "messaging/app-banned"))
	}
}

func TestChangesBetweenTwoHousePacks(t *testing.T) {
	e := builtIn(t)
	older, err := e.HousePayload(house())
	require.NoError(t, err)
	h := house()
	h.Version, h.Without, h.Contacts = 2, nil, nil
	h.Severity["accuracy/hearsay"] = pack.Warning
	h.Concepts[0].Terms["en"][1] = "harbour house"
	h.Rules[0].Severity = pack.Caution
	h.Rules = append(h.Rules, h.Rules[0])
	h.Rules[1].ID = "confidentiality/su-second"
	newer, err := e.HousePayload(h)
	require.NoError(t, err)
	changes, err := e.Changes(older, newer, "en")
	require.NoError(t, err)
	hearsay := titleOf(t, e, "accuracy/hearsay")
	assert.Equal(t, []engine.Change{
		{Kind: "rule-changed", Rule: "confidentiality/su-move", Title: "The move"},
		{Kind: "rule-added", Rule: "confidentiality/su-second", Title: "The move"},
		{Kind: "severity", Rule: "accuracy/hearsay", Title: hearsay, From: "hint", To: "warning"},
		{Kind: "restored", Rule: "accuracy/hearsay", Title: hearsay},
		{Kind: "contacts"}, {Kind: "words"},
	}, changes)
	same, err := e.Changes(newer, newer, "en")
	require.NoError(t, err)
	assert.Empty(t, same)
	first, err := e.Changes(nil, older, "en")
	require.NoError(t, err)
	assert.Equal(t, "rule-added", first[0].Kind)
}

func titleOf(t *testing.T, e *engine.Engine, id string) string {
	for _, r := range e.Library().Rules {
		if r.ID == id {
			return r.Say["en"].Title
		}
	}
	t.Fatal("no rule", id)
	return ""
}

func TestWhatAnEngineCannotUseIsRefused(t *testing.T) {
	e := builtIn(t)
	for want, spoil := range map[string]func(*pack.House){
		`extends: got "eg"`:                       func(h *pack.House) { h.Extends = "eg" },
		`got "nobody-knows", want a concept that`: func(h *pack.House) { h.Rules[0].Unless = []string{"nobody-knows"} },
		`rules[accuracy/hearsay].id`:              func(h *pack.House) { h.Rules[0].ID = "accuracy/hearsay" },
		`concepts[access-point].id: got "access-point", want an id of its own`: func(h *pack.House) { h.Concepts[1].ID = "access-point" },
		`concepts[link].id: got "link", want an id of its own`:                 func(h *pack.House) { h.Concepts[1].ID = "link" },
		`provisions[EC-1-1].id: got "EC-1-1", want an id`:                      func(h *pack.House) { h.Provisions[0].ID = "EC-1-1" },
		`got "EC-0", want a provision that exists`:                             func(h *pack.House) { h.Rules[0].Provisions = []string{"EC-0"} },
		`concept that must occur`:                                              func(h *pack.House) { h.Rules[0].When = pack.Condition{None: []pack.Condition{{Concept: "su-move"}}} },
		`no validator of a run of digits`:                                      func(h *pack.House) { h.Concepts[1].Patterns[0].Regexp = "a+" },
		`severity: got 9`:                                                      func(h *pack.House) { h.Rules[0].Severity = 9 },
		`severity[accuracy/learned]: got warning`:                              func(h *pack.House) { h.Severity["accuracy/learned"] = pack.Warning },
		`severity[offensive/insult]: got 0`:                                    func(h *pack.House) { h.Severity["offensive/insult"] = 0 },
		`provisions[SU-1].org: got "un"`:                                       func(h *pack.House) { h.Provisions[0].Org = "un" },
	} {
		h := house()
		spoil(h)
		_, err := e.HousePayload(h)
		assert.ErrorContains(t, err, want)
	}
	_, err := e.Read([]byte("anything"))
	assert.ErrorIs(t, err, engine.ErrUnreadable)
	h := house()
	h.Severity["a-rule/of-tomorrow"] = pack.Hint
	_, err = e.HousePayload(h)
	assert.NoError(t, err, "an older engine has fewer rules")
}

// Every payload that was cut or in which a byte was changed is refused or makes an engine
// that still answers.
func FuzzPayload(f *testing.F) {
	e := builtIn(f)
	payload, err := e.HousePayload(house())
	require.NoError(f, err)
	f.Add(payload)
	f.Add(payload[:len(payload)/2])
	for at := 30; at < len(payload); at += 97 {
		changed := []byte(string(payload))
		changed[at] ^= 1 << (at % 8)
		f.Add(changed)
	}
	f.Fuzz(func(t *testing.T, payload []byte) {
		with, err := e.Read(payload)
		if err != nil {
			return
		}
		if c, err := with.For(engine.Profile{Org: with.House().Extends}); err == nil {
			c.Check(engine.Document{Text: "We go to the Harbour Tower; the Blue Heron will move. 4539578763621486"})
		}
	})
}

// large gives a house pack with so many terms.
func large(terms int) *pack.House {
	h := house()
	list := make([]string, terms)
	for i := range list {
		list[i] = fmt.Sprintf("%s %s project", syllables(i), syllables(i*7+3))
	}
	h.Concepts[0].Terms["en"] = append(h.Concepts[0].Terms["en"], list...)
	return h
}

// syllables gives a word that looks like one.
func syllables(n int) string {
	var b strings.Builder
	for range 3 {
		b.WriteString([]string{"ba", "re", "to", "lin", "mar", "ves", "co", "tal", "dun", "sel", "por", "nim"}[n%12])
		n /= 12
		n = n*5 + 1
	}
	return b.String()
}

func BenchmarkReadHouse(b *testing.B) {
	e := builtIn(b)
	payload, err := e.HousePayload(large(5000))
	require.NoError(b, err)
	b.ReportMetric(float64(len(payload)), "bytes")
	for b.Loop() {
		_, err = e.Read(payload)
	}
	require.NoError(b, err)
}

func BenchmarkCheckWithHouse(b *testing.B) {
	e := builtIn(b)
	for name, judge := range map[string]*engine.Engine{"without": e, "with": withHouse(b, e, large(5000))} {
		b.Run(name, func(b *testing.B) {
			c, err := judge.For(engine.Profile{Org: "ec"})
			require.NoError(b, err)
			text := strings.Repeat("Proud to have joined the meeting on fisheries in Brussels today, with many good questions from the floor. ", 3)
			for b.Loop() {
				c.Check(engine.Document{Text: text})
			}
		})
	}
}
