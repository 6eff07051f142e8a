// Package pack holds what a guideline is made of once it has been read from its
// files: concepts, rules, packs and provisions. It knows how to check them, how to
// write them in a canonical form and how to prove every rule with its own examples.
// It does no I/O and reads no YAML.
package pack

// Library is everything the engine judges with. The order of each list is the order
// of the ids, so that the same files always give the same bytes.
type Library struct {
	Concepts   []Concept
	Rules      []Rule
	Packs      []Pack
	Provisions []Provision
	// Model is the learned signal as learned.Unpack reads it; nil where there is none.
	Model []byte
}

// Concept is a set of terms and patterns, per language, that mean one thing.
type Concept struct {
	ID string `json:"id"`
	// About says in a line what the concept means.
	About string `json:"about"`
	// Reach says how far an occurrence covers the text around it when a rule names
	// the concept under unless, soften or raise. The zero value is the sentence.
	Reach Reach `json:"reach,omitzero"`
	// Internal keeps the concept out of what a server gives out.
	Internal bool `json:"internal,omitempty"`
	// Terms lists terms per language in the term syntax (see package match).
	Terms map[string][]string `json:"terms,omitempty"`
	// Only lists terms that count only in a sentence of their own language, because
	// they are common words in another one.
	Only map[string][]string `json:"only,omitempty"`
	// Patterns are regular expressions, tried only where their gate was met.
	Patterns []Pattern `json:"patterns,omitempty"`
	// Disguised holds, per language, words of the concept that writers disguise; they
	// are read wherever they stand (see package fold).
	Disguised map[string]Disguised `json:"disguised,omitempty"`
}

// Disguised is words that writers disguise. Every item of a list may hold several words,
// in small letters from a to z.
type Disguised struct {
	Words []string `json:"words"`
	// Beside holds small words that may be joined to such words.
	Beside []string `json:"beside,omitempty"`
	// Ordinary holds words that look like misspelt ones and are not, and of Words those
	// that mean nothing in pieces, as in "use less".
	Ordinary []string `json:"ordinary,omitempty"`
}

// Reach is how far an occurrence of a concept covers the text around it.
type Reach struct {
	// Kind is ReachSentence, ReachPost, ReachInside, ReachNext or ReachAround.
	Kind ReachKind `json:"kind"`
	// Words counts the words covered by ReachNext and ReachAround.
	Words int `json:"words,omitempty"`
}

// ReachKind names a kind of reach.
type ReachKind string

// The kinds of reach.
const (
	ReachSentence ReachKind = ""       // the sentence the occurrence stands in
	ReachPost     ReachKind = "post"   // the whole text
	ReachInside   ReachKind = "inside" // the occurrence itself, as with a quotation
	ReachNext     ReachKind = "next"   // so many words after it, as with a negation
	ReachAround   ReachKind = "around" // so many words before and after it
)

// Pattern is a regular expression over folded text (see package fold).
type Pattern struct {
	// Regexp is in regexp2 syntax, written against folded text: lower case, no accents.
	Regexp string `json:"regexp"`
	// Gate holds terms, one of which must occur inside the window before the
	// expression is tried. Empty when Trigger is set.
	Gate []string `json:"gate,omitempty"`
	// Trigger is TriggerDigits when the expression needs no fixed word but figures.
	Trigger Trigger `json:"trigger,omitempty"`
	// Digits is how many digits the run must have that TriggerDigits waits for; 0 is 4.
	Digits int `json:"digits,omitempty"`
	// Before and After are how many characters of folded text before and after the
	// gate belong to the window; together with the gate never more than MaxWindow.
	Before int `json:"before,omitempty"`
	After  int `json:"after,omitempty"`
	// Caps wants every letter of the match to be a capital in the writer's text.
	Caps bool `json:"caps,omitempty"`
	// Validator names a check the match must pass: iban, luhn, phone, date.
	Validator string `json:"validator,omitempty"`
}

// Trigger names a gate that is not a term.
type Trigger string

// TriggerDigits is met by a run of at least four digits, separators allowed within.
const TriggerDigits Trigger = "digits"

// Bounds on patterns. regexp2's timeout does not work in WebAssembly, so a pattern
// is bounded by what it may see and how often it may look.
const (
	MaxWindow = 512 // UTF-16 code units a call may see
	MaxCalls  = 4   // calls a concept may make on one text
)

// Severity says how sure and how grave a finding is.
type Severity uint8

// The severities, in order.
const (
	Hint Severity = iota + 1
	Caution
	Warning
)

// Rule combines concepts into a judgement.
type Rule struct {
	ID         string   `json:"id"` // category/file-name
	Category   string   `json:"category"`
	Severity   Severity `json:"severity"`
	Provisions []string `json:"provisions"`
	// Scope is ScopeSentence or ScopePost: where the concepts of When must meet.
	Scope Scope `json:"scope,omitempty"`
	// On is OnText, or OnShared for rules about what is quoted, shared or liked.
	On On `json:"on,omitempty"`
	// Surfaces limits the rule; by default it holds where Rule.AppliesTo says.
	Surfaces []string   `json:"surfaces,omitempty"`
	Profile  *Situation `json:"profile,omitempty"`
	When     Condition  `json:"when"`
	// Unless names concepts that void the hits they reach.
	Unless []string `json:"unless,omitempty"`
	// Soften and Raise name concepts that move the severity one step down or up
	// where they reach the finding.
	Soften []string `json:"soften,omitempty"`
	Raise  []string `json:"raise,omitempty"`
	// Mark names the concepts to underline; by default those of the first condition.
	Mark []string `json:"mark,omitempty"`
	// Say holds the words for the reader per language; "en" is required.
	Say   map[string]Say `json:"say"`
	Flag  []Example      `json:"flag"`
	Allow []Example      `json:"allow"`
	// Internal keeps the rule out of what a server gives out.
	Internal bool `json:"internal,omitempty"`
}

// Scope is where the concepts of a rule must meet.
type Scope string

// The scopes.
const (
	ScopeSentence Scope = ""
	ScopePost     Scope = "post"
)

// On says which text a rule reads.
type On string

// The texts a rule can read.
const (
	OnText   On = ""
	OnShared On = "shared"
)

// Situation limits a rule to some users. Empty fields do not limit.
type Situation struct {
	Status   []string `json:"status,omitempty"`
	Official *bool    `json:"official,omitempty"`
	Device   string   `json:"device,omitempty"`
}

// Condition is a tree over concepts. Exactly one field is set, besides In.
type Condition struct {
	Concept string      `json:"concept,omitempty"`
	All     []Condition `json:"all,omitempty"`
	Any     []Condition `json:"any,omitempty"`
	None    []Condition `json:"none,omitempty"`
	Near    *Near       `json:"near,omitempty"`
	Count   *Count      `json:"count,omitempty"`
	Score   *Score      `json:"score,omitempty"`
	// In widens this condition to the whole post in a rule of sentence scope.
	In Scope `json:"in,omitempty"`
}

// Near holds when one hit of every concept lies within so many words of the first.
type Near struct {
	Of    []string `json:"of"`
	Words int      `json:"words"`
	// Ordered wants the hits in the order of Of.
	Ordered bool `json:"ordered,omitempty"`
}

// Count holds when the concepts together occur at least Min times.
type Count struct {
	Of  []string `json:"of"`
	Min int      `json:"min"`
}

// Score holds when the weights of the concepts that occur add up to Min.
type Score struct {
	Of  map[string]int `json:"of"`
	Min int            `json:"min"`
}

// Say holds what a finding tells its reader in one language.
type Say struct {
	Title   string    `json:"title"`
	Message string    `json:"message"`
	Advice  string    `json:"advice"`
	Suggest []Suggest `json:"suggest,omitempty"`
}

// Suggest is a change the reader can apply. Exactly one of Replace, Remove and
// Append is set.
type Suggest struct {
	Label string `json:"label"`
	// Replace is the text to put in place of the underlined words.
	Replace *string `json:"replace,omitempty"`
	// Remove is "words" or "sentence".
	Remove string `json:"remove,omitempty"`
	// Append is put at the end of the post, after a space or a line break.
	Append string `json:"append,omitempty"`
}

// Example is a text a rule must flag or must allow.
type Example struct {
	Lang    string   `json:"lang"`
	Text    string   `json:"text"`
	Org     string   `json:"org,omitempty"` // by default every pack the rule is in
	Surface string   `json:"surface,omitempty"`
	Shared  string   `json:"shared,omitempty"`
	Parts   []string `json:"parts,omitempty"`
	Status  string   `json:"status,omitempty"`
	Device  string   `json:"device,omitempty"`
	Field   []string `json:"field,omitempty"`
	// Watchlist holds the user's own words.
	Watchlist []string `json:"watchlist,omitempty"`
	// AppsDiscouraged and AppsBanned are those of the user's settings.
	AppsDiscouraged []string `json:"apps-discouraged,omitempty"`
	AppsBanned      []string `json:"apps-banned,omitempty"`
}

// Provision is a numbered point of a guideline, in our own words.
type Provision struct {
	ID       string   `json:"id"`
	Org      string   `json:"org"`
	Document string   `json:"document"`
	Place    string   `json:"place"`
	Says     string   `json:"says"`
	Answers  []Answer `json:"answers"`
}

// Answer says what in the product answers a provision.
type Answer struct {
	// Kind is rule, guard, reminder, checklist, text, export, setting, reference or reason.
	Kind string `json:"kind"`
	// What names the rule or thing, or gives the reason.
	What string `json:"what"`
	// Planned marks what does not exist yet.
	Planned bool `json:"planned,omitempty"`
}
