package match

import (
	"fmt"
	"regexp/syntax"
	"strings"

	"circumspect/engine/pack"
)

// Limits of the growth test.
const (
	maxSteps = 400_000 // of a backtracking matcher on a full window
	maxRatio = 6       // between a full and a half window: 4 is quadratic, 8 cubic
	minSteps = 20_000  // below this, growth does not matter
)

// checkGrowth counts the steps that a backtracking matcher takes on windows filled
// with what the pattern itself is made of: each of its literals, classes and
// separators, alone and in pairs. Time is not looked at, so that the verdict is the
// same on every machine.
func checkGrowth(expr string) error {
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return err
	}
	prog, err := syntax.Compile(tree.Simplify())
	if err != nil {
		return err
	}
	for _, pump := range pumps(tree) {
		half := stepsOn(prog, fill(pump, pack.MaxWindow/2))
		full := stepsOn(prog, fill(pump, pack.MaxWindow))
		if full >= maxSteps || full > minSteps && full > half*maxRatio {
			return fmt.Errorf("regexp: got %d steps on %d characters of %q (%d on half), want at most %d and slower growth",
				full, pack.MaxWindow, pump, half, maxSteps)
		}
	}
	return nil
}

// maxPumps bounds how many pieces are paired.
const maxPumps = 24

// pumps gives the strings that windows are filled with.
func pumps(tree *syntax.Regexp) []string {
	pieces := map[string]bool{}
	collect(tree, pieces)
	for _, sep := range []string{" ", "-", ".", ",", "/", "a", "1"} {
		pieces[sep] = true
	}
	list := sortedKeys(pieces)
	if len(list) > maxPumps {
		list = list[:maxPumps]
	}
	out := list
	for _, a := range list {
		for _, b := range list {
			if a != b {
				out = append(out, a+b)
			}
		}
	}
	return out
}

// collect gathers the literals of a pattern and one character of each of its classes.
func collect(re *syntax.Regexp, pieces map[string]bool) {
	switch re.Op {
	case syntax.OpLiteral:
		pieces[string(re.Rune)] = true
		for _, r := range re.Rune {
			pieces[string(r)] = true
		}
	case syntax.OpCharClass:
		for i := 0; i+1 < len(re.Rune) && i < 8; i += 2 {
			pieces[string(re.Rune[i])] = true
		}
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		pieces["x"] = true
	}
	for _, sub := range re.Sub {
		collect(sub, pieces)
	}
}

func fill(pump string, units int) []rune {
	return []rune(strings.Repeat(pump, units/len([]rune(pump))))
}

// stepsOn counts the steps of trying prog at every position, up to maxSteps.
func stepsOn(prog *syntax.Prog, text []rune) int {
	b := backtracker{prog: prog, text: text}
	for at := range text {
		if b.run(uint32(prog.Start), at) {
			// A match ends a real search; failing is what costs, so go on after it.
			continue
		}
		if b.steps >= maxSteps {
			break
		}
	}
	return b.steps
}

// backtracker runs a program as a backtracking engine does, and counts.
type backtracker struct {
	prog  *syntax.Prog
	text  []rune
	steps int
}

func (b *backtracker) run(pc uint32, at int) bool {
	for b.steps < maxSteps {
		b.steps++
		switch in := &b.prog.Inst[pc]; in.Op {
		case syntax.InstMatch:
			return true
		case syntax.InstFail:
			return false
		case syntax.InstAlt, syntax.InstAltMatch:
			if b.run(in.Out, at) {
				return true
			}
			pc = in.Arg
		case syntax.InstCapture, syntax.InstNop:
			pc = in.Out
		case syntax.InstEmptyWidth:
			if !b.empty(syntax.EmptyOp(in.Arg), at) {
				return false
			}
			pc = in.Out
		default:
			if at == len(b.text) || !in.MatchRune(b.text[at]) {
				return false
			}
			at, pc = at+1, in.Out
		}
	}
	return false
}

func (b *backtracker) empty(want syntax.EmptyOp, at int) bool {
	before, after := rune(-1), rune(-1)
	if at > 0 {
		before = b.text[at-1]
	}
	if at < len(b.text) {
		after = b.text[at]
	}
	return want&^syntax.EmptyOpContext(before, after) == 0
}
