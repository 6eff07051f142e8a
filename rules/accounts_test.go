package rules

import (
	"slices"
	"testing"

	"circumspect/engine"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// An official account is the organisation's voice, whatever the profile says of the user.
func TestOfficialAccounts(t *testing.T) {
	built := shippedEngine(t)
	lib, err := Library()
	require.NoError(t, err)
	voice := engine.Document{Text: "We at the Commission have decided to extend the deadline.", Lang: "en"}
	leak := engine.Document{Text: "Leaked: the draft note is not public yet and says no.", Lang: "en"}
	for _, p := range lib.Packs {
		for handle, official := range map[string]bool{"": false, "somebody": false, p.Official.Handles[0]: true} {
			voice.Handle, leak.Handle = handle, handle
			assert.NotEqual(t, official, slices.Contains(raised(t, built, engine.Profile{Org: p.ID}, voice), "attribution"), "%s: %q", p.ID, handle)
			assert.Contains(t, raised(t, built, engine.Profile{Org: p.ID}, leak), "confidentiality", "%s: %q", p.ID, handle)
		}
		voice.Handle = ""
		assert.NotContains(t, raised(t, built, engine.Profile{Org: p.ID, Official: true}, voice), "attribution", p.ID)
	}
}

// A mention of the account that writes is nobody who is helped.
func TestOwnAccountIsNobodyElse(t *testing.T) {
	built := shippedEngine(t)
	d := engine.Document{Text: "@acme_build have a look at our new call for tenders, it fits perfectly.", Lang: "en"}
	assert.Contains(t, ruleIDs(t, built, d), "proceedings/tender-steering")
	d.Handle = "Acme_Build"
	assert.NotContains(t, ruleIDs(t, built, d), "proceedings/tender-steering")
}

// ruleIDs lists the rules that hold for a user of the Commission.
func ruleIDs(t *testing.T, built *engine.Engine, d engine.Document) []string {
	checker, err := built.For(engine.Profile{Org: "ec"})
	require.NoError(t, err)
	return checker.Raised(d)
}
