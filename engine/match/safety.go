package match

import (
	"errors"
	"fmt"
	"regexp/syntax"
	"strings"

	"github.com/dlclark/regexp2"

	"circumspect/engine/pack"
)

// Limits of the static check.
const (
	minGate         = 3   // letters of a gate
	maxBranches     = 20  // of an alternation: longer ones are word lists, which belong in terms
	maxRepeats      = 100 // product of nested repeat counts
	maxPatternUnits = 256 // that a match may be long
)

// CheckPattern refuses a pattern that could run away. regexp2 cannot be stopped in
// WebAssembly, so what a pattern may do is bounded before it is ever run: statically,
// and by counting the steps of a backtracking matcher on inputs pumped from the
// pattern itself. It is called where rules are compiled, never in the browser.
func CheckPattern(p pack.Pattern) error {
	if _, err := regexp2.Compile(p.Regexp, regexp2.None); err != nil {
		return fmt.Errorf("regexp: got %q, want one that compiles: %w", p.Regexp, err)
	}
	bare, err := withoutLookarounds(p.Regexp)
	if err != nil {
		return err
	}
	tree, err := syntax.Parse(bare, syntax.Perl)
	if err != nil {
		return fmt.Errorf("regexp: got %q, want only syntax that Go's regexp knows, and lookarounds: %w", p.Regexp, err)
	}
	return errors.Join(checkGate(p), checkTree(tree, 1), checkLength(p, tree), checkGrowth(bare))
}

// checkGate wants something rare to wait for, and a window that a call may see.
func checkGate(p pack.Pattern) error {
	var errs []error
	if len(p.Gate) == 0 && p.Trigger == "" {
		errs = append(errs, errors.New("gate: got none, want literals or a trigger"))
	}
	for _, g := range p.Gate {
		if n := len(strings.Trim(g, "*=~ ")); n < minGate && !strings.ContainsAny(g, "@#") {
			errs = append(errs, fmt.Errorf("gate: got %q, want at least %d letters", g, minGate))
		}
	}
	if n := p.Before + p.After; n > pack.MaxWindow-maxTermBytes {
		errs = append(errs, fmt.Errorf("before, after: got %d characters, want at most %d", n, pack.MaxWindow-maxTermBytes))
	}
	return errors.Join(errs...)
}

// checkTree refuses what can take a pattern long: repeats without end, repeats within
// repeats, long alternations, and anchors, which mean nothing in a window.
func checkTree(re *syntax.Regexp, repeats int) error {
	switch re.Op {
	case syntax.OpStar, syntax.OpPlus:
		return fmt.Errorf("regexp: got %q, want a bound such as {0,20}", re)
	case syntax.OpRepeat:
		if re.Max < 0 {
			return fmt.Errorf("regexp: got %q, want a bound such as {2,20}", re)
		}
		if repeats *= max(re.Max, 1); repeats > maxRepeats {
			return fmt.Errorf("regexp: got %d repeats in %q, want at most %d", repeats, re, maxRepeats)
		}
	case syntax.OpAlternate:
		if len(re.Sub) > maxBranches {
			return fmt.Errorf("regexp: got %d branches, want at most %d: a list of words belongs in terms", len(re.Sub), maxBranches)
		}
	case syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText:
		return fmt.Errorf("regexp: got an anchor, want none: a pattern sees a window, not the text")
	}
	for _, sub := range re.Sub {
		if err := checkTree(sub, repeats); err != nil {
			return err
		}
	}
	return nil
}

// checkLength wants every match to fit between before, gate and after.
func checkLength(p pack.Pattern, tree *syntax.Regexp) error {
	if n := longest(tree); n > maxPatternUnits {
		return fmt.Errorf("regexp: got matches of up to %d characters, want at most %d", n, maxPatternUnits)
	}
	return nil
}

// longest gives the greatest number of characters a match can have.
func longest(re *syntax.Regexp) int {
	switch re.Op {
	case syntax.OpLiteral:
		return len(re.Rune)
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return 1
	case syntax.OpQuest, syntax.OpCapture:
		return longest(re.Sub[0])
	case syntax.OpRepeat:
		return max(re.Max, 0) * longest(re.Sub[0])
	}
	n := 0
	for _, sub := range re.Sub {
		if re.Op == syntax.OpAlternate {
			n = max(n, longest(sub))
		} else {
			n += longest(sub)
		}
	}
	return n
}

// withoutLookarounds takes (?=…) (?!…) (?<=…) (?<!…) out of an expression. They must
// not nest groups, so that what they cost is as plain as a literal.
func withoutLookarounds(expr string) (string, error) {
	var b strings.Builder
	for expr != "" {
		i := strings.Index(expr, "(?")
		if i < 0 || !lookaround(expr[i:]) {
			if i < 0 {
				i = len(expr) - 2
			}
			b.WriteString(expr[:i+2])
			expr = expr[i+2:]
			continue
		}
		b.WriteString(expr[:i])
		end := strings.IndexByte(expr[i:], ')')
		if end < 0 || strings.ContainsAny(expr[i+3:i+end], "(*+{") {
			return "", fmt.Errorf("regexp: got a group or repeat inside a lookaround, want a plain one")
		}
		expr = expr[i+end+1:]
	}
	return b.String(), nil
}

func lookaround(s string) bool {
	for _, begin := range []string{"(?=", "(?!", "(?<=", "(?<!"} {
		if strings.HasPrefix(s, begin) {
			return true
		}
	}
	return false
}
