package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"circumspect/engine"
)

// bio is a line of a file of bios: what stands in a profile, and what people say of it.
type bio struct {
	ID       any          `json:"id"`
	Org      string       `json:"org"`
	Lang     string       `json:"lang"`
	Bio      string       `json:"bio"`
	Name     string       `json:"name"`
	Handle   string       `json:"handle"`
	Status   string       `json:"status"`
	Grade    engine.Grade `json:"grade"`
	Employer bool         `json:"employer"`
	Concerns []string     `json:"concerns"`
}

// ReadBio gives what is recognised in a bio.
type ReadBio func(engine.Profile, engine.Bio) (engine.BioResult, error)

// BioReport counts how well bios were read.
type BioReport struct {
	Name        string
	Bios        int
	Employers   Share // bios that name the employer, of which it was found
	NoEmployers Share // bios that do not, of which none was found
	Disclaimers Share // full or short, of which one of the two was recognised
	Grades      Share // all, of which the grade is right
	Concerns    Share // concerns people have, of which they were found
	Extra       int   // concerns found that nobody has
	FalseFine   []string
	Missed      []string // disclaimers
	Wrong       []string // other grades, employers and concerns
}

// Share is how many of all.
type Share struct{ Of, Found int }

func (s *Share) add(found bool) {
	s.Of++
	if found {
		s.Found++
	}
}

// MeasureBios reads the bios of a file. Errors begin with the number of the line.
func MeasureBios(name string, file io.Reader, langs []string, read ReadBio) (*BioReport, error) {
	report := &BioReport{Name: name}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for number := 1; lines.Scan(); number++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		if err := report.line(lines.Bytes(), langs, read); err != nil {
			return nil, fmt.Errorf("%d: %w", number, err)
		}
	}
	return report, lines.Err()
}

var grades = []engine.Grade{engine.Full, engine.Short, engine.EndorsementOnly, engine.Contradicts, engine.NoDisclaimer}

// line measures one bio.
func (r *BioReport) line(line []byte, langs []string, read ReadBio) error {
	var b bio
	if err := json.Unmarshal(line, &b); err != nil {
		return fmt.Errorf("bio: %w", err)
	}
	if !slices.Contains(grades, b.Grade) {
		return fmt.Errorf("grade: got %q, want one of %v", b.Grade, grades)
	}
	if len(langs) > 0 && !slices.Contains(langs, b.Lang) {
		return nil
	}
	got, err := read(engine.Profile{Org: b.Org, Status: b.Status, Lang: "en"}, engine.Bio{Text: b.Bio, Name: b.Name, Handle: b.Handle})
	if err != nil {
		return err
	}
	r.count(&b, got)
	return nil
}

// count compares what was recognised with what people say.
func (r *BioReport) count(b *bio, got engine.BioResult) {
	r.Bios++
	found := len(got.Employer) > 0
	if b.Employer {
		r.Employers.add(found)
	} else {
		r.NoEmployers.add(!found)
	}
	r.Grades.add(got.Grade == b.Grade)
	wants := b.Grade == engine.Full || b.Grade == engine.Short
	if wants {
		r.Disclaimers.add(got.Grade == engine.Full || got.Grade == engine.Short)
	}
	said := fmt.Sprintf("%v · %s · %s, employer %t; got %s, employer %t%s\n      %s", b.ID, b.Org, b.Grade, b.Employer, got.Grade, found, r.concerns(b, got), b.Bio)
	switch {
	case b.Employer && got.Enough && !enough(b):
		r.FalseFine = append(r.FalseFine, said)
	case wants && got.Grade != engine.Full && got.Grade != engine.Short:
		r.Missed = append(r.Missed, said)
	case got.Grade != b.Grade || found != b.Employer || strings.Contains(said, "concern"):
		r.Wrong = append(r.Wrong, said)
	}
}

// enough tells what the organisation of a bio makes of the grade that people give.
func enough(b *bio) bool {
	return b.Grade == engine.Full || b.Grade == engine.Short && b.Org != "ec"
}

// concerns counts the concerns and says where they differ.
func (r *BioReport) concerns(b *bio, got engine.BioResult) string {
	var kinds []string
	for _, k := range got.Concerns {
		if !slices.Contains(kinds, k.Kind) {
			kinds = append(kinds, k.Kind)
		}
	}
	for _, kind := range b.Concerns {
		r.Concerns.add(slices.Contains(kinds, kind))
	}
	extra := slices.DeleteFunc(slices.Clone(kinds), func(k string) bool { return slices.Contains(b.Concerns, k) })
	r.Extra += len(extra)
	if len(extra) == 0 && len(kinds) == len(b.Concerns) {
		return ""
	}
	return fmt.Sprintf("; concerns %v, got %v", b.Concerns, kinds)
}

// Write writes the figures and the lists.
func (r *BioReport) Write(out io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d bios\n", r.Name, r.Bios)
	for _, row := range []struct {
		name string
		Share
	}{
		{"disclaimers recognised", r.Disclaimers}, {"grade right", r.Grades}, {"employer found", r.Employers},
		{"no employer, none found", r.NoEmployers}, {"concerns found", r.Concerns},
	} {
		fmt.Fprintf(&b, "  %-24s %4d of %4d  %7s  95 %%: %s\n", row.name, row.Found, row.Of, percent(row.Found, row.Of), interval(row.Found, row.Of))
	}
	fmt.Fprintf(&b, "  %-24s %4d\n  %-24s %4d\n", "concerns nobody has", r.Extra, "false fine", len(r.FalseFine))
	for _, list := range []struct {
		name  string
		lines []string
	}{{"false fine", r.FalseFine}, {"missed disclaimers", r.Missed}, {"read otherwise", r.Wrong}} {
		fmt.Fprintf(&b, "\n  %s: %d\n", list.name, len(list.lines))
		for _, line := range list.lines {
			fmt.Fprintf(&b, "  %s\n", line)
		}
	}
	_, err := io.WriteString(out, b.String())
	return err
}
