package eval

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"circumspect/engine"
	"circumspect/engine/pack"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// asWritten finds what the text spells out: "hint security/a" is a hint of that rule.
func asWritten(_ engine.Profile, d engine.Document) ([]engine.Finding, error) {
	var found []engine.Finding
	words := strings.Fields(d.Text)
	for i := 0; i+1 < len(words); i++ {
		var severity pack.Severity
		if severity.UnmarshalText([]byte(words[i])) == nil {
			found = append(found, engine.Finding{Rule: words[i+1], Category: categoryOf(words[i+1]), Severity: severity, Span: engine.Span{Start: 0, End: 4}})
		}
	}
	return found, nil
}

// measured gives the outcomes of posts, one a line.
func measured(t *testing.T, lines ...string) []Outcome {
	t.Helper()
	outcomes, err := Measure(strings.NewReader(strings.Join(lines, "\n")), Options{Org: "ec"}, asWritten)
	require.NoError(t, err)
	require.Len(t, outcomes, len(lines))
	return outcomes
}

func TestBreaches(t *testing.T) {
	for line, want := range map[string]Breaches{
		`{"text":"caution security/a","expect":["security"]}`:                             {Posts: 1, Found: 1, RulesOnly: 1},
		`{"text":"hint security/a","expect":["security"]}`:                                {Posts: 1, Hinted: 1},
		`{"text":"hint disclaimer/a","expect":["disclaimer"]}`:                            {Posts: 1, Found: 1, ByHint: 1, RulesOnly: 1},
		`{"text":"hint security/a caution security/b","expect":["security"]}`:             {Posts: 1, Found: 1, RulesOnly: 1},
		`{"text":"warning threat/a","expect":["security"]}`:                               {Posts: 1, Astray: 1},
		`{"text":"hint threat/a","expect":["security"]}`:                                  {Posts: 1},
		`{"text":"hint disclaimer/x caution disclaimer/learned","expect":["disclaimer"]}`: {Posts: 1, Found: 1, RulesOnly: 1},
		`{"text":"caution security/learned","expect":["security"]}`:                       {Posts: 1, Found: 1},
		`{"text":"caution threat/a","expect":["security","threat"]}`:                      {Posts: 1, Found: 1, RulesOnly: 1},
		`{"text":"caution threat/a","expect":"finding"}`:                                  {Posts: 1, Found: 1, RulesOnly: 1},
		`{"text":"hint threat/a","expect":"finding"}`:                                     {Posts: 1, Hinted: 1},
		`{"text":"hint messaging/a","expect":"finding"}`:                                  {Posts: 1, Found: 1, ByHint: 1, RulesOnly: 1},
		`{"text":"hint threat/a","expect":"hint"}`:                                        {Posts: 1, Found: 1, ByHint: 1, RulesOnly: 1},
		`{"text":"nothing","expect":"hint"}`:                                              {Posts: 1},
	} {
		assert.Equal(t, Tally{Breaches: want}, New("x", measured(t, line)).All, line)
	}
}

func TestHarmlessAndUnjudged(t *testing.T) {
	all := New("x", measured(t,
		`{"text":"caution threat/a hint security/a","expect":[]}`,
		`{"text":"hint disclaimer/a","expect":"quiet"}`,
		`{"text":"hint threat/a caution threat/learned","expect":[]}`,
		`{"text":"nothing","expect":[]}`,
		`{"text":"caution threat/a hint security/a"}`,
		`{"text":"hint threat/a caution threat/learned"}`,
		`{"text":"nothing"}`,
	)).All
	assert.Equal(t, Harmless{Posts: 4, Alarms: 2, Any: 3, RulesAlarms: 1, RulesAny: 3}, all.Harmless)
	assert.Equal(t, Unjudged{Posts: 3, Proper: 2, RulesProper: 1, RulesHints: 1}, all.Unjudged)
}

func TestCategories(t *testing.T) {
	r := New("x", measured(t,
		`{"text":"caution threat/a","expect":["threat","security"]}`,
		`{"text":"hint security/a caution threat/a","expect":["security"]}`,
		`{"text":"warning threat/a","expect":[]}`,
		`{"text":"hint threat/a","expect":[]}`,
		`{"text":"warning threat/a","expect":"finding"}`,
		`{"text":"warning threat/a"}`,
		`{"text":"caution threat/a","expect":["offensive","discrimination","threat"],"functionality":"slur"}`,
		`{"text":"nothing","expect":["offensive"],"functionality":"slur"}`,
	))
	assert.Equal(t, &Category{Expected: 2, Found: 2, RulesOnly: 2, Wrong: 1, Alarms: 1, Any: 2}, r.Categories["threat"])
	assert.Equal(t, &Category{Expected: 2, Hinted: 1}, r.Categories["security"])
	assert.Equal(t, &Category{Expected: 2, Found: 1, RulesOnly: 1}, r.Categories["offensive"], "any category of a functional test will do")
	assert.Equal(t, Flagged{Posts: 7, Categories: 8}, r.Flagged)
	assert.Equal(t, Flagged{Posts: 6, Categories: 6}, r.FlaggedProper)
}

func TestGroups(t *testing.T) {
	post := `{"text":"caution threat/a","org":"un","lang":"en","expect":["threat"],"kind":"violation","licence":"CC0","source":"Big (a, b)"`
	r := New("x", measured(t,
		post+`,"note":"indirect: no word"}`, post+`,"note":"indirect, flat: no word"}`, post+`,"note":"flat rental: a word"}`,
		post+`,"note":"flats"}`, post+`}`, `{"text":"x","expect":[],"source":"one post","note":"flat"}`,
	))
	for by, names := range map[string][]string{
		"kind": {"violation"}, "organisation": {"un"}, "language": {"en"}, "licence": {"CC0"},
		"source": {"Big", "single posts"}, "note": {"flat", "indirect", "other breaches"},
	} {
		assert.Equal(t, names, groupNames(r.Groups[by], func(*Tally) bool { return true }), by)
	}
	assert.Equal(t, 5, r.Groups["source"]["Big"].Breaches.Found)
	assert.Equal(t, 2, r.Groups["note"]["indirect"].Breaches.Posts)
	assert.Equal(t, 2, r.Groups["note"]["other breaches"].Breaches.Posts)
	assert.Equal(t, 2, r.Groups["note"]["flat"].Breaches.Posts, "a mark stands before the colon")
	assert.Equal(t, 1, r.Groups["note"]["flat"].Harmless.Posts)
}

func TestRules(t *testing.T) {
	rules := Rules(measured(t,
		`{"text":"caution threat/a caution threat/a hint security/b","expect":["threat"]}`,
		`{"text":"caution threat/a","expect":["security"]}`,
		`{"text":"hint threat/a","expect":[]}`,
		`{"text":"caution security/b hint security/b","expect":[]}`,
		`{"text":"caution security/b"}`,
		`{"text":"hint security/b"}`,
	))
	assert.Equal(t, []Rule{
		{ID: "security/b", Fired: 4, Wrong: 1, Alarms: 1, Unjudged: 1, Unhinted: 1},
		{ID: "threat/a", Fired: 3, Right: 1, Wrong: 1, Hints: 1},
	}, rules)
	var out bytes.Buffer
	require.NoError(t, WriteRules(&out, rules))
	assert.Regexp(t, `threat/a +3 +1 +1 +0 +1 +0\+0 +33\.3 %`, out.String())
}

func TestIntervals(t *testing.T) {
	assert.Equal(t, "49.0–94.3", interval(8, 10), "the example of Wilson's interval that textbooks give")
	assert.Equal(t, "0.0–27.8", interval(0, 10))
	assert.Equal(t, "96.3–100.0", interval(100, 100))
	assert.Equal(t, "-", interval(0, 0))
	assert.Equal(t, "33.3 %", percent(1, 3))
}

func TestList(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, WriteList(&out, measured(t,
		`{"id":"m","text":"hint security/a 😀 `+strings.Repeat("long ", 30)+`","org":"un","surface":"post","expect":["security"]}`,
		`{"id":"f","text":"😀 caution threat/a","expect":[]}`,
		`{"id":"h","text":"hint threat/a","expect":[]}`,
		`{"id":"u","text":"hint threat/a"}`,
		`{"id":"right","text":"caution threat/a","expect":["threat"]}`,
		`{"id":"silent","text":"nothing"}`,
	)))
	text := out.String()
	for _, want := range []string{
		"missed: 1\n  m · un · post · security\n      hint security/a “hint”\n      hint security/a 😀 long",
		"false alarms: 1\n  f\n      caution threat/a “😀 c”\n",
		"hints on harmless posts: 1\n  h\n", "flagged, no verdict: 1\n  u\n",
	} {
		assert.Contains(t, text, want)
	}
	assert.NotContains(t, text, "right")
	assert.NotContains(t, text, "silent")
	assertWidth(t, text)
}

func TestReportsFitTheScreen(t *testing.T) {
	r := New("x", measured(t,
		`{"text":"caution threat/a","org":"un","lang":"en","kind":"violation","expect":["threat"],"functionality":"one with a name that is wider than its column is","licence":"MIT (repo) + Twitter terms"}`,
		`{"text":"caution threat/a","org":"un","lang":"en","kind":"lookalike","expect":[],"functionality":"two"}`,
		`{"text":"hint threat/a caution threat/learned","kind":"plain","expect":[]}`, `{"text":"caution threat/a","source":"A"}`,
	))
	var out bytes.Buffer
	require.NoError(t, r.Write(&out))
	WriteSummary(&out, []*Report{r, New("a name that is longer than the column it has", nil)})
	assertWidth(t, out.String())
	for _, want := range []string{
		`breaches found  1 of 1 \(100\.0 %\), 95 %: 20\.7–100\.0; 0 by hints alone; rules only 1`,
		`false alarms    2 of 2 \(100\.0 %\).*; rules only 1`,
		`no verdict      1 of 1 \(100\.0 %\) at caution or above`,
		`\n +two +- +0/1    0\.0 %`,
		`\n  all +1/1  100\.0 % +0/1    0\.0 %`,
		`\nx +1/1 100\.0 % 20\.7–100\.0 +2/2 100\.0 %     100\.0 % 100\.0 %`,
		`\n  rules only +1 100\.0 % 20\.7–100\.0 +1  50\.0 %`,
	} {
		assert.Regexp(t, want, out.String())
	}
}

// assertWidth wants no line wider than a report may be.
func assertWidth(t *testing.T, text string) {
	t.Helper()
	for _, line := range strings.Split(text, "\n") {
		assert.LessOrEqual(t, len([]rune(line)), wide, line)
		assert.NotRegexp(t, `%\d|\d{4,}\.\d|\.\d\d+[.–]`, line, "columns do not touch")
	}
}

func TestMeasureAsks(t *testing.T) {
	var asked []engine.Profile
	check := func(p engine.Profile, d engine.Document) ([]engine.Finding, error) {
		asked = append(asked, p)
		if len(d.Parts) > 0 {
			return nil, errors.New("no threads today")
		}
		return nil, nil
	}
	lines := `{"text":"a","lang":"en","profile":{"status":"former","field":["steel"],"official":true,"device":"private","watchlist":["x"]}}
{"text":"b","lang":"de"}
{"parts":["c"],"lang":"en","org":"un"}`
	_, err := Measure(strings.NewReader(lines), Options{Org: "osce", Langs: []string{"en"}}, check)
	assert.EqualError(t, err, "3: no threads today")
	assert.Equal(t, []engine.Profile{
		{Org: "osce", Status: "former", Field: []string{"steel"}, Official: true, Device: "private", Watchlist: []string{"x"}}, {Org: "un"},
	}, asked)
}
