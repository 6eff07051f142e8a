package pack

import (
	"fmt"
	"strconv"
	"strings"
)

// Categories lists what a post may break, in the order in which people read it.
func Categories() []string {
	return []string{
		"confidentiality", "security", "attribution", "impartiality", "proceedings",
		"offensive", "discrimination", "threat", "reputation", "accuracy",
		"personal-data", "copyright", "branding", "disclaimer", "publication",
		"anonymity", "endorsement", "messaging", "account-security", "escalation",
	}
}

// AboutTone tells whether a category is about how things are said: the same words are
// harmless in a game or in fun. The others are about what is told.
func AboutTone(category string) bool {
	switch category {
	case "offensive", "discrimination", "threat", "escalation", "impartiality", "endorsement", "reputation", "accuracy", "attribution":
		return true
	}
	return false
}

// MessageCategories lists what is looked for in a direct message: what does its harm however
// few people read it (leaks, threats, data, credentials), and what the guidelines on
// messaging ask. How people speak in private of politics, of others or of the house is
// nobody's business. Proceedings are here because a word in private to a bidder or a
// candidate is the usual leak; rules on mere opinions of a case name surfaces without dm.
func MessageCategories() []string {
	return []string{"confidentiality", "security", "proceedings", "threat", "personal-data", "messaging", "account-security"}
}

// Surfaces lists where a text can be published.
func Surfaces() []string {
	return []string{"post", "reply", "quote", "comment", "repost", "like", "dm", "bio", "name", "article"}
}

// Statuses lists how a user can be bound to the organisation.
func Statuses() []string {
	return []string{"official", "seconded", "contractor", "intern", "member", "former"}
}

// Devices lists what a user can write on.
func Devices() []string { return []string{"private", "corporate"} }

// Languages lists the languages that terms, messages and examples may be in.
func Languages() []string { return []string{"en", "fr", "de", "es", "it", "ru", "ar", "zh"} }

// Validators lists the checks a pattern can ask for.
func Validators() []string { return []string{"iban", "luhn", "phone", "date"} }

// AnswerKinds lists what can answer a provision.
func AnswerKinds() []string {
	return []string{"rule", "guard", "reminder", "checklist", "text", "export", "setting", "reference", "reason"}
}

// ReadsAs begins the ids of the built-in concepts that the learned signal finds: one for
// every category.
const ReadsAs = "reads-as-"

// Breaks begins the ids of the built-in concepts for what a shared text would break if it were
// the writer's own: one for every category of SharedCategories.
const Breaks = "breaks-"

// SharedCategories lists what a quoted, shared or liked text is judged by like a text of the
// writer's own: what passing on does the harm of, or puts the writer behind.
func SharedCategories() []string {
	return []string{"confidentiality", "impartiality", "discrimination", "threat", "accuracy"}
}

// Concepts of the user's own words that mean something to the engine.
const (
	Watchlist      = "watchlist"
	AppDiscouraged = "app-discouraged"
	AppBanned      = "app-banned"
)

// BuiltIns lists the concepts that have no file because the segmenter, the profile,
// the learned signal or the rules find them, with the reach each has under unless, soften and raise.
// Package match numbers them in this order.
func BuiltIns() []Concept {
	list := []Concept{
		{ID: "link", About: "a link", Reach: Reach{Kind: ReachPost}},
		{ID: "official-link", About: "a link or handle on the official list of an organisation", Reach: Reach{Kind: ReachPost}},
		{ID: "unofficial-link", About: "any other link", Reach: Reach{Kind: ReachPost}},
		{ID: "mention", About: "an @name"},
		{ID: "hashtag", About: "a #tag"},
		{ID: "quotation", About: "text in quotation marks", Reach: Reach{Kind: ReachInside}},
		{ID: "email-address", About: "an e-mail address"},
		{ID: "shouting", About: "words or a sentence in capitals"},
		{ID: "exclaiming", About: "runs of exclamation and question marks"},
		{ID: "question", About: "a sentence that asks"},
		{ID: "structured-text", About: "a text in numbered, bulleted or counted points", Reach: Reach{Kind: ReachPost}},
		{ID: "thread", About: "a text of several posts", Reach: Reach{Kind: ReachPost}},
		{ID: "long-text", About: "a text of 900 UTF-16 units or more", Reach: Reach{Kind: ReachPost}},
		{ID: "own-field", About: "a word of the user's field of work", Reach: Reach{Kind: ReachPost}},
		{ID: Watchlist, About: "a word of the user's watchlist"},
		{ID: AppDiscouraged, About: "a messenger that the user's organisation discourages, by the user's settings"},
		{ID: AppBanned, About: "a messenger that the user's organisation bans, by the user's settings"},
	}
	for _, category := range Categories() {
		list = append(list, Concept{ID: ReadsAs + category, About: "words that weighed most where the learned signal reads a text as " + category})
	}
	for _, category := range SharedCategories() {
		list = append(list, Concept{ID: Breaks + category, About: "where a shared text, were it the writer's own, would raise more than a hint of " + category})
	}
	return append(list,
		Concept{ID: "bio-employed", About: "where a profile names the user's organisation as the employer", Reach: Reach{Kind: ReachPost}},
		Concept{ID: "bio-own", About: "where a profile says that views are the writer's own", Reach: Reach{Kind: ReachPost}},
		Concept{ID: "bio-not-employer", About: "where a profile says that views are not the organisation's", Reach: Reach{Kind: ReachPost}},
		Concept{ID: "bio-official", About: "where a profile claims to speak for an organisation", Reach: Reach{Kind: ReachPost}},
	)
}

// ProfileConcepts lists those of BioConcepts that nearly every text has words of. They are
// looked for in profiles only.
func ProfileConcepts() []string {
	return []string{"bio-told", "bio-me", "bio-apart", "bio-power", "bio-verdict", "bio-light", "bio-aside"}
}

// BioConcepts lists the concepts that the engine itself reads profiles by.
func BioConcepts() []string {
	return append(ProfileConcepts(),
		"bio-what", "bio-opinion", "bio-alone", "bio-whose", "bio-my", "bio-others", "bio-preposition", "bio-is", "bio-goes-on", "bio-not-views",
		"bio-not", "bio-denies", "bio-stands-for", "bio-agrees", "bio-house", "bio-employer", "bio-speaks-for", "bio-filler", "bio-elsewhere",
		"disclaimer-own", "responsible", "disclaimer-not-employer", "endorsement-disclaimer", "speaks-officially", "past-service",
		"employer-ec", "employer-osce", "employer-un", "handle-ec", "handle-osce", "handle-un", "emblem-word", "emblem-flag",
	)
}

// String gives the severity as rule files and results spell it.
func (s Severity) String() string {
	switch s {
	case Hint:
		return "hint"
	case Caution:
		return "caution"
	case Warning:
		return "warning"
	}
	return "severity " + strconv.Itoa(int(s))
}

// MarshalText writes the severity as a word.
func (s Severity) MarshalText() ([]byte, error) {
	if s < Hint || s > Warning {
		return nil, fmt.Errorf("severity: got %d, want 1 to 3", s)
	}
	return []byte(s.String()), nil
}

// UnmarshalText reads the severity from its word.
func (s *Severity) UnmarshalText(text []byte) error {
	for _, severity := range []Severity{Hint, Caution, Warning} {
		if string(text) == severity.String() {
			*s = severity
			return nil
		}
	}
	return fmt.Errorf("severity: got %q, want hint, caution or warning", text)
}

// String gives the reach as rule files spell it: sentence, post, inside, next 4, around 6.
func (r Reach) String() string {
	switch r.Kind {
	case ReachSentence:
		return "sentence"
	case ReachNext, ReachAround:
		return string(r.Kind) + " " + strconv.Itoa(r.Words)
	}
	return string(r.Kind)
}

// MarshalText writes the reach as rule files spell it.
func (r Reach) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads the reach from the spelling of rule files.
func (r *Reach) UnmarshalText(text []byte) error {
	kind, count, counted := strings.Cut(string(text), " ")
	words, err := strconv.Atoi(count)
	switch {
	case !counted && kind == "sentence":
		*r = Reach{}
	case !counted && (kind == string(ReachPost) || kind == string(ReachInside)):
		*r = Reach{Kind: ReachKind(kind)}
	case err == nil && words > 0 && (kind == string(ReachNext) || kind == string(ReachAround)):
		*r = Reach{Kind: ReachKind(kind), Words: words}
	default:
		return fmt.Errorf("reach: got %q, want sentence, post, inside, next N or around N", text)
	}
	return nil
}
