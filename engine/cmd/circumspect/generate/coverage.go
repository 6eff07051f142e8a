package generate

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"circumspect/engine/pack"
)

// Coverage gives the page that shows what answers each provision.
func Coverage(lib *pack.Library) []byte {
	var page bytes.Buffer
	page.WriteString("# Coverage of the guidelines\n\n" + notice)
	page.WriteString("What answers each provision. *Planned* marks what does not exist yet; a *reason* says why nothing in the product can.\n\n")
	page.WriteString("| pack | provisions | answered by a rule | by something else | planned only | by a reason only |\n|---|---|---|---|---|---|\n")
	for i := range lib.Packs {
		tally(&page, lib, lib.Packs[i].ID)
	}
	for i := range lib.Packs {
		fmt.Fprintf(&page, "\n## %s\n\n", lib.Packs[i].Name)
		page.WriteString("| provision | place | says | answered by |\n|---|---|---|---|\n")
		for _, provision := range ofOrg(lib, lib.Packs[i].ID) {
			fmt.Fprintf(&page, "| %s | %s, %s | %s | %s |\n", provision.ID, inline(provision.Document), inline(provision.Place),
				inline(provision.Says), strings.Join(answers(lib, provision), "; "))
		}
	}
	return page.Bytes()
}

// ofOrg lists the provisions of an organisation, in the order of ids.
func ofOrg(lib *pack.Library, org string) []*pack.Provision {
	var list []*pack.Provision
	for i := range lib.Provisions {
		if lib.Provisions[i].Org == org {
			list = append(list, &lib.Provisions[i])
		}
	}
	return list
}

// tally writes how many provisions of a pack are answered in which way.
func tally(page *bytes.Buffer, lib *pack.Library, org string) {
	provisions := ofOrg(lib, org)
	ways := map[string]int{}
	for _, provision := range provisions {
		ways[way(lib, provision)]++
	}
	fmt.Fprintf(page, "| %s | %d | %d | %d | %d | %d |\n", org, len(provisions),
		ways["rule"], ways["else"], ways["planned"], ways["reason"])
}

// way gives the best of the ways in which a provision is answered.
func way(lib *pack.Library, provision *pack.Provision) string {
	if len(citing(lib, provision.ID)) > 0 {
		return "rule"
	}
	if len(lookedAt(lib, provision.ID)) > 0 {
		return "else"
	}
	planned := false
	for _, answer := range provision.Answers {
		if !answer.Planned && answer.Kind != "reason" {
			return "else"
		}
		planned = planned || answer.Planned
	}
	if planned {
		return "planned"
	}
	return "reason"
}

// citing lists the rules that cite a provision.
func citing(lib *pack.Library, provision string) []string {
	var ids []string
	for i := range lib.Rules {
		if slices.Contains(lib.Rules[i].Provisions, provision) {
			ids = append(ids, lib.Rules[i].ID)
		}
	}
	return ids
}

// lookedAt lists the items of check-ups that cite a provision.
func lookedAt(lib *pack.Library, provision string) []string {
	var ids []string
	for i := range lib.Packs {
		for _, item := range lib.Packs[i].Checkup {
			if slices.Contains(item.Provisions, provision) {
				ids = append(ids, item.ID)
			}
		}
	}
	return ids
}

// answers lists what answers a provision: the rules that cite it, the items of the check-up, then the rest.
func answers(lib *pack.Library, provision *pack.Provision) []string {
	var list []string
	for _, id := range citing(lib, provision.ID) {
		list = append(list, code(id))
	}
	for _, id := range lookedAt(lib, provision.ID) {
		list = append(list, "check-up: "+code(id))
	}
	for _, answer := range provision.Answers {
		words := answer.Kind + ": " + inline(answer.What)
		if answer.Planned {
			words += " (planned)"
		}
		if answer.Kind != "rule" || answer.Planned {
			list = append(list, words)
		}
	}
	return list
}
