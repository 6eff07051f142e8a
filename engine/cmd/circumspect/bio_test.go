package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestBioLines(t *testing.T) {
	in := `{"id":"1","bio":"😀 Nurse, UNICEF. Views my own","org":"un","handle":"UN_Maria","limit":60}
{"id":2,"bio":"Baker","profile":{"status":"former"}}
{"id":3,"text":"no bio"}
{"id":4,"bio":"x","org":"nowhere"}
{"id":5,"bio":"x","site":"moon"}
`
	out, _, status := tool(t, in, "bio", "--jsonl")
	assert.Equal(t, exitProblems, status)
	assert.Equal(t, `{"id":"1","grade":"short","enough":true,"employer":[[10,16]],"disclaimer":[[18,30]],"concerns":[{"kind":"official-looking","where":"handle","start":0,"end":8}],"lang":"","texts":[{"lang":"en","text":"Views my own, not the UN's."}]}
{"id":2,"grade":"none","enough":true,"employer":[],"disclaimer":[],"concerns":[],"lang":"","texts":[{"lang":"en","text":"I am responsible for my posts; they do not necessarily reflect the views of the European Commission."}]}
{"id":null,"line":3,"error":"bio: got nothing, want text"}
{"id":null,"line":4,"error":"profile: org: got \"nowhere\", want ec, osce, un"}
{"id":null,"line":5,"error":"site: got \"moon\", want x, linkedin, facebook or none"}
`, out)
}

func TestBioOfOneText(t *testing.T) {
	out, errOut, status := tool(t, "", "bio", "--org", "osce", "--status", "former", "OSCE, Vienna. Opinions are mine.")
	assert.Equal(t, 0, status, errOut)
	var answer bioResponse
	require.NoError(t, json.Unmarshal([]byte(out), &answer))
	assert.Equal(t, []concernLine{{Kind: "former", Where: "bio", Start: 0, End: 4}}, answer.Concerns)
	_, errOut, status = tool(t, "", "bio", "--jsonl", "text")
	assert.Equal(t, exitUsage, status)
	assert.Contains(t, errOut, "beside --jsonl")
}

func TestBioEval(t *testing.T) {
	file := filepath.Join(t.TempDir(), "bios.jsonl")
	require.NoError(t, os.WriteFile(file, []byte(`{"id":"right","org":"un","lang":"en","bio":"UNICEF. Views my own","grade":"short","employer":true}
{"id":"fine","org":"un","lang":"en","bio":"UNICEF. Views my own","grade":"none","employer":true}
{"id":"missed","org":"un","lang":"en","bio":"UNICEF. Quack","grade":"full","employer":true,"concerns":["emblem"]}
{"id":"half","org":"ec","lang":"en","bio":"DG TRADE. Views my own","grade":"full","employer":false}
{"id":"french","org":"ec","lang":"fr","bio":"Boulanger","grade":"none","employer":false}
`), 0o644))
	out, errOut, status := tool(t, "", "bio", "eval", "--lang", "en", file)
	assert.Equal(t, 0, status, errOut)
	for _, want := range []string{
		`bios.jsonl: 4 bios`, `disclaimers recognised +2 of +3 `, `grade right +1 of +4 `, `employer found +3 of +3 `,
		`no employer, none found +0 of +1 `, `concerns found +0 of +1 `, `false fine +1\n`,
		`false fine: 1\n  fine · un`, `missed disclaimers: 1\n  missed · un`, `read otherwise: 1\n  half · ec`,
	} {
		assert.Regexp(t, want, out)
	}
	require.NoError(t, os.WriteFile(file, []byte("\n"+`{"bio":"x","grade":"good"}`), 0o644))
	_, errOut, status = tool(t, "", "bio", "eval", file)
	assert.Equal(t, exitProblems, status)
	assert.Contains(t, errOut, `bios.jsonl:2: grade: got "good", want one of [full short`)
}
