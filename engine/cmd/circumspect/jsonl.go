package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"unicode/utf8"

	"circumspect/engine"
	"circumspect/engine/pack"
)

// maxLine is how many bytes a line of input may have.
const maxLine = 8 << 20

// request is a line of input.
type request struct {
	ID      json.RawMessage `json:"id"`
	Text    *string         `json:"text"`
	Parts   []string        `json:"parts"`
	Surface string          `json:"surface"`
	Org     string          `json:"org"`
	Lang    string          `json:"lang"`
	Site    string          `json:"site"`
	Handle  string          `json:"handle"`
	Shared  *engine.Shared  `json:"shared"` // keys text and author
	Profile lineProfile     `json:"profile"`
}

// lineProfile is the user of a line; see engine.Profile.
type lineProfile struct {
	Status          string            `json:"status"`
	Field           []string          `json:"field"`
	Official        bool              `json:"official"`
	Device          string            `json:"device"`
	OfficialHandles []string          `json:"official-handles"`
	Watchlist       []string          `json:"watchlist"`
	SkipLanguages   []string          `json:"skip-languages"`
	AtMost          map[string]string `json:"at-most"`
	AppsDiscouraged []string          `json:"apps-discouraged"`
	AppsBanned      []string          `json:"apps-banned"`
}

// response is a line of output.
type response struct {
	ID       json.RawMessage `json:"id"`
	Findings []foundLine     `json:"findings"`
	Notes    []noteLine      `json:"notes,omitempty"`
}

// foundLine is a finding of a response. Start and End are UTF-16 code units.
type foundLine struct {
	Rule       string        `json:"rule"`
	Category   string        `json:"category"`
	Severity   pack.Severity `json:"severity"`
	Start      int           `json:"start"`
	End        int           `json:"end"`
	Part       *int          `json:"part,omitempty"`   // only where parts were given
	Shared     bool          `json:"shared,omitempty"` // the span lies in the shared text
	Provisions []string      `json:"provisions"`
	Message    string        `json:"message"`
}

// noteLine says what was not looked at.
type noteLine struct {
	Kind string `json:"kind"`
	What string `json:"what"`
}

// unreadable is the answer to a line that cannot be read.
type unreadable struct {
	ID    *string `json:"id"` // always null
	Line  int     `json:"line"`
	Error string  `json:"error"`
}

// checkLines answers every line of in on out, in the same order. Values that a line
// does not give come from the defaults. It fails in the end if some line was unreadable.
func checkLines(d *desk, defaults engine.Profile, usual engine.Document, in io.Reader, out io.Writer) error {
	return answerLines(in, out, func(line []byte) (any, error) { return answerLine(d, defaults, usual, line) })
}

// answerLines writes an answer for every line that is not blank, or what is wrong with it.
func answerLines(in io.Reader, out io.Writer, answerTo func(line []byte) (any, error)) error {
	reader, writer := bufio.NewReaderSize(in, 64<<10), bufio.NewWriter(out)
	encoder := json.NewEncoder(writer)
	encoder.SetEscapeHTML(false)
	var failed error
	for number := 1; ; number++ {
		line, err := readLine(reader)
		if errors.Is(err, io.EOF) {
			return errors.Join(failed, writer.Flush())
		}
		if err == nil && len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var answer any
		if err == nil {
			answer, err = answerTo(line)
		}
		if errors.Is(err, errInput) {
			return failure{err}
		}
		if err != nil {
			failed, answer = errProblems, unreadable{Line: number, Error: err.Error()}
		}
		if err := encoder.Encode(answer); err != nil {
			return failure{fmt.Errorf("output: %w", err)}
		}
		if reader.Buffered() == 0 { // who waits for the answer gets it now
			if err := writer.Flush(); err != nil {
				return failure{fmt.Errorf("output: %w", err)}
			}
		}
	}
}

// errInput marks an input that gives no more lines.
var errInput = errors.New("input")

// readLine gives the next line without its end. A line over maxLine is read to its end
// and is an error of that line alone.
func readLine(reader *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		piece, err := reader.ReadSlice('\n')
		if long = long || len(line)+len(piece) > maxLine; !long {
			line = append(line, piece...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && len(line) == 0 && !long:
			return nil, io.EOF
		case err != nil && !errors.Is(err, io.EOF):
			return nil, fmt.Errorf("%w: %w", errInput, err)
		case long:
			return nil, fmt.Errorf("line: got more than %d bytes, want at most that", maxLine)
		}
		return bytes.TrimPrefix(line, []byte("\ufeff")), nil
	}
}

// answerLine answers one line.
func answerLine(d *desk, defaults engine.Profile, usual engine.Document, line []byte) (*response, error) {
	var r request
	if err := readObject(line, &r); err != nil {
		return nil, err
	}
	if r.Text == nil && r.Parts == nil && r.Shared == nil {
		return nil, errors.New("text: got nothing, want text, parts or shared")
	}
	if r.Text != nil && len(r.Parts) > 0 {
		return nil, errors.New("text: got both text and parts, want one of them")
	}
	result, err := d.check(r.profile(defaults), r.document(usual))
	if err != nil {
		return nil, err
	}
	return respond(r.ID, result, r.Parts != nil), nil
}

// readObject reads the JSON object of a line.
func readObject(line []byte, into any) error {
	if !utf8.Valid(line) {
		return errors.New("line: got bytes that are not UTF-8, want UTF-8")
	}
	if err := json.Unmarshal(line, into); err != nil {
		return lineError(err)
	}
	return nil
}

// lineError says in the words of this tool what encoding/json could not read.
func lineError(err error) error {
	var wrong *json.UnmarshalTypeError
	if !errors.As(err, &wrong) {
		return fmt.Errorf("line: got %w, want a JSON object", err)
	}
	want := map[reflect.Kind]string{reflect.String: "text", reflect.Bool: "true or false", reflect.Slice: "a list", reflect.Map: "an object"}[wrong.Type.Kind()]
	return fmt.Errorf("%s: got %s, want %s", either(wrong.Field, "line"), wrong.Value, either(want, "an object"))
}

// profile gives the user of a line: what it says, else the defaults.
func (r *request) profile(defaults engine.Profile) engine.Profile {
	p := defaults
	p.Org = either(r.Org, p.Org)
	p.Status = either(r.Profile.Status, p.Status)
	p.Device = either(r.Profile.Device, p.Device)
	p.Official = r.Profile.Official || p.Official
	for _, list := range []struct{ given, into *[]string }{
		{&r.Profile.Field, &p.Field}, {&r.Profile.OfficialHandles, &p.OfficialHandles}, {&r.Profile.Watchlist, &p.Watchlist},
		{&r.Profile.SkipLanguages, &p.SkipLanguages}, {&r.Profile.AppsDiscouraged, &p.AppsDiscouraged}, {&r.Profile.AppsBanned, &p.AppsBanned},
	} {
		if *list.given != nil {
			*list.into = *list.given
		}
	}
	if r.Profile.AtMost != nil {
		p.AtMost = r.Profile.AtMost
	}
	return p
}

// document gives the text of a line: what it says, else what is usual.
func (r *request) document(usual engine.Document) engine.Document {
	d := usual
	d.Parts = r.Parts
	d.Surface = either(r.Surface, d.Surface)
	d.Site = either(r.Site, d.Site)
	d.Handle = either(r.Handle, d.Handle)
	d.Lang = either(r.Lang, d.Lang)
	if r.Text != nil {
		d.Text = *r.Text
	}
	if r.Shared != nil {
		d.Shared = *r.Shared
	}
	return d
}

// either gives the first text unless it is empty. A line cannot unset a default.
func either(given, otherwise string) string {
	if given != "" {
		return given
	}
	return otherwise
}

// respond puts a result into the words of the contract.
func respond(id json.RawMessage, result engine.Result, inParts bool) *response {
	answer := &response{ID: id, Findings: []foundLine{}}
	if id == nil {
		answer.ID = json.RawMessage("null")
	}
	for i := range result.Findings {
		f := &result.Findings[i]
		line := foundLine{
			Rule: f.Rule, Category: f.Category, Severity: f.Severity, Start: f.Span.Start, End: f.Span.End,
			Shared: f.Shared, Provisions: f.Provisions, Message: f.Message,
		}
		if inParts && !f.Shared {
			line.Part = &f.Part
		}
		answer.Findings = append(answer.Findings, line)
	}
	for _, note := range result.Notes {
		answer.Notes = append(answer.Notes, noteLine(note))
	}
	return answer
}
