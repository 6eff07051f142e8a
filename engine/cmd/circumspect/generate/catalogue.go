package generate

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"circumspect/engine/pack"
)

// notice tells people where a page comes from.
const notice = "<!-- Written by `make generate` from the rule files. Do not edit. -->\n\n"

// Catalogue gives the page that shows every rule and concept.
func Catalogue(lib *pack.Library) []byte {
	var page bytes.Buffer
	page.WriteString("# Catalogue of rules\n\n" + notice)
	fmt.Fprintf(&page, "%d rules, %d concepts, %d packs.\n\n", len(lib.Rules), len(lib.Concepts), len(lib.Packs))
	counts(&page, lib)
	for _, category := range pack.Categories() {
		rules := inCategory(lib, category)
		if len(rules) == 0 {
			continue
		}
		fmt.Fprintf(&page, "## %s\n\n", category)
		for _, rule := range rules {
			ruleEntry(&page, lib, rule)
		}
	}
	conceptTable(&page, lib)
	return page.Bytes()
}

// counts writes how many rules each pack has in each category.
func counts(page *bytes.Buffer, lib *pack.Library) {
	page.WriteString("| category | rules |")
	for i := range lib.Packs {
		page.WriteString(" " + lib.Packs[i].ID + " |")
	}
	page.WriteString("\n|---|---|" + strings.Repeat("---|", len(lib.Packs)) + "\n")
	for _, category := range pack.Categories() {
		rules := inCategory(lib, category)
		fmt.Fprintf(page, "| %s | %d |", category, len(rules))
		for i := range lib.Packs {
			n := 0
			for _, rule := range rules {
				if slices.Contains(rule.Packs(lib), lib.Packs[i].ID) {
					n++
				}
			}
			fmt.Fprintf(page, " %d |", n)
		}
		page.WriteString("\n")
	}
	page.WriteString("\n")
}

// inCategory lists the rules of a category, in the order of ids.
func inCategory(lib *pack.Library, category string) []*pack.Rule {
	var rules []*pack.Rule
	for i := range lib.Rules {
		if lib.Rules[i].Category == category {
			rules = append(rules, &lib.Rules[i])
		}
	}
	return rules
}

// ruleEntry writes one rule as people read it: what it says, then how it decides.
func ruleEntry(page *bytes.Buffer, lib *pack.Library, rule *pack.Rule) {
	say := rule.Say["en"]
	fmt.Fprintf(page, "### %s\n\n**%s.** %s *%s*\n\n", rule.ID, strings.TrimSuffix(say.Title, "."), say.Message, say.Advice)
	line := func(name, words string) {
		if words != "" {
			fmt.Fprintf(page, "- %s: %s\n", name, words)
		}
	}
	line("Severity", severities(lib, rule))
	line("Packs", strings.Join(rule.Packs(lib), ", "))
	line("Provisions", strings.Join(rule.Provisions, ", "))
	line("Where", where(rule))
	line("When", inWords(rule.When))
	line("Unless", codes(rule.Unless, ", "))
	line("Softer with", codes(rule.Soften, ", "))
	line("Graver with", codes(rule.Raise, ", "))
	example(page, "Flags, for example", rule.Flag)
	example(page, "Allows, for example", rule.Allow)
	page.WriteString("\n")
}

// severities gives the severity of a rule and where packs differ from it.
func severities(lib *pack.Library, rule *pack.Rule) string {
	words := rule.Severity.String()
	for i := range lib.Packs {
		if severity, ok := lib.Packs[i].Severity[rule.ID]; ok {
			words += ", in " + lib.Packs[i].ID + " " + severity.String()
		}
	}
	return words
}

// where says in which texts and for whom a rule holds, if that is limited.
func where(rule *pack.Rule) string {
	var words []string
	if len(rule.Surfaces) > 0 {
		words = append(words, strings.Join(rule.Surfaces, ", "))
	}
	if rule.On == pack.OnShared {
		words = append(words, "reads what is quoted or shared")
	}
	if rule.Scope == pack.ScopePost {
		words = append(words, "within the whole post")
	}
	if p := rule.Profile; p != nil {
		if len(p.Status) > 0 {
			words = append(words, "status "+pack.Either(p.Status))
		}
		if p.Official != nil {
			words = append(words, map[bool]string{true: "official accounts", false: "not on official accounts"}[*p.Official])
		}
		if p.Device != "" {
			words = append(words, p.Device+" device")
		}
	}
	return strings.Join(words, "; ")
}

// example shows the first of a rule's examples; the others stand in its file.
func example(page *bytes.Buffer, name string, list []pack.Example) {
	if len(list) == 0 {
		return
	}
	text := list[0].Text
	if len(list[0].Parts) > 0 {
		text = strings.Join(list[0].Parts, " / ")
	}
	if list[0].Shared != "" {
		text = strings.TrimSpace(text + " (sharing: " + list[0].Shared + ")")
	}
	fmt.Fprintf(page, "- %s: %s\n", name, inline(text))
}

// inline makes a text one line that Markdown leaves as it is.
func inline(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "<", "&lt;", "`", "\\`", "[", `\[`, "|", `\|`, "#", `\#`).Replace(text)
}

// conceptTable writes every concept, built-in ones first.
func conceptTable(page *bytes.Buffer, lib *pack.Library) {
	page.WriteString("## Concepts\n\n| concept | means | reach | terms | patterns |\n|---|---|---|---|---|\n")
	for _, concept := range pack.BuiltIns() {
		fmt.Fprintf(page, "| `%s` | %s | %s | built in | |\n", concept.ID, inline(concept.About), concept.Reach)
	}
	for i := range lib.Concepts {
		concept := &lib.Concepts[i]
		fmt.Fprintf(page, "| `%s` | %s | %s | %s | %d |\n",
			concept.ID, inline(concept.About), concept.Reach, termCounts(concept), len(concept.Patterns))
	}
}

// termCounts gives the number of terms per language: en 12, fr 3.
func termCounts(concept *pack.Concept) string {
	var words []string
	for _, lang := range pack.Languages() {
		if n := len(concept.Terms[lang]) + len(concept.Only[lang]); n > 0 {
			words = append(words, fmt.Sprintf("%s %d", lang, n))
		}
	}
	return strings.Join(words, ", ")
}
