package source

import (
	"reflect"
	"strings"

	"circumspect/engine/pack"
)

// field says what the Go types of package pack cannot: how a key of a rule file is
// explained, whether it must be there, and which words it takes. The reader and the
// schema for editors are both made from it.
type field struct {
	doc      string
	required bool
	oneOf    []string
	// zero is the word that stands for the empty value, as sentence does for scope.
	zero string
}

// fields describes every key a rule file or a house pack may hold, by Go type and key. A
// key that is not listed is not read from files: ids come from paths.
func fields() map[string]field {
	return map[string]field{
		"Concept.about":     {doc: "In one line, what the concept means.", required: true},
		"Concept.reach":     {doc: "How far an occurrence covers the text around it under unless, soften and raise: sentence, post, inside, next N or around N (words)."},
		"Concept.terms":     {doc: "Terms per language, in the term syntax of CONTRIBUTING.md."},
		"Concept.only":      {doc: "Terms per language that count only in sentences of that language."},
		"Concept.patterns":  {doc: "Regular expressions, tried only where their gate was met."},
		"Concept.disguised": {doc: "Words, per language, that writers disguise: spaced out, masked, misspelt, in figures or joined. They are read wherever they stand."},

		"Concept.internal": {doc: "Keeps the concept out of what a server gives out."},

		"Disguised.words":    {doc: "The words, several in an item, small letters from a to z only.", required: true},
		"Disguised.beside":   {doc: "Small words that may be joined to such words."},
		"Disguised.ordinary": {doc: "Words that look like misspelt ones and are not, and of the words those that mean nothing in pieces (use less)."},

		"Pattern.regexp":    {doc: "A regexp2 expression over folded text: lower case, no accents.", required: true},
		"Pattern.gate":      {doc: "Terms, one of which must occur before the expression is tried."},
		"Pattern.trigger":   {doc: "A gate that is not a term: a run of at least four digits.", oneOf: []string{"digits"}},
		"Pattern.digits":    {doc: "How many digits the run must have that the trigger waits for. By default four."},
		"Pattern.before":    {doc: "How many characters before the gate the expression may see."},
		"Pattern.after":     {doc: "How many characters after the gate the expression may see."},
		"Pattern.caps":      {doc: "Every letter of the match must be a capital in the writer's text."},
		"Pattern.validator": {doc: "A check the match must pass.", oneOf: pack.Validators()},

		"Rule.severity":   {doc: "How sure and how grave: hint, caution or warning.", required: true, oneOf: severities()},
		"Rule.provisions": {doc: "The provisions the rule answers. They decide which packs it is in.", required: true},
		"Rule.scope":      {doc: "Where the concepts of when must meet.", oneOf: []string{"sentence", "post"}, zero: "sentence"},
		"Rule.on":         {doc: "Which text the rule reads: the writer's own, or what is quoted or shared.", oneOf: []string{"text", "shared"}, zero: "text"},
		"Rule.surfaces":   {doc: "Where the rule holds. By default everywhere but in a profile; in a direct message only in a few categories.", oneOf: pack.Surfaces()},
		"Rule.profile":    {doc: "Limits the rule to some users."},
		"Rule.when":       {doc: "The condition: a concept, or one of all, any, none, near, count and score.", required: true},
		"Rule.unless":     {doc: "Concepts that void the hits they reach."},
		"Rule.soften":     {doc: "Concepts that lower the severity by one step where they reach the finding."},
		"Rule.raise":      {doc: "Concepts that raise the severity by one step where they reach the finding."},
		"Rule.mark":       {doc: "The concepts to underline. By default those of the first condition."},
		"Rule.say":        {doc: "What the reader is told, per language. English is required.", required: true},
		"Rule.flag":       {doc: "At least two texts that must raise this rule.", required: true},
		"Rule.allow":      {doc: "At least two near misses that must not raise this rule.", required: true},

		"Rule.internal": {doc: "Keeps the rule out of what a server gives out."},

		"Situation.status":   {doc: "The rule holds for users of this status only.", oneOf: pack.Statuses()},
		"Situation.official": {doc: "The rule holds on official accounts only (true) or on others only (false)."},
		"Situation.device":   {doc: "The rule holds on such a device only.", oneOf: pack.Devices()},

		"Condition.concept": {doc: "A concept that must occur (only needed beside in; otherwise write the name alone)."},
		"Condition.all":     {doc: "Every one of these conditions holds."},
		"Condition.any":     {doc: "At least one of these conditions holds."},
		"Condition.none":    {doc: "None of these conditions holds."},
		"Condition.near":    {doc: "The concepts stand within so many words of each other."},
		"Condition.count":   {doc: "The concepts occur at least so often."},
		"Condition.score":   {doc: "The weights of the concepts that occur add up to at least so much."},
		"Condition.in":      {doc: "Looks at the whole post in a rule of sentence scope.", oneOf: []string{"post"}},

		"Near.of":      {doc: "At least two concepts.", required: true},
		"Near.words":   {doc: "How many words apart at most.", required: true},
		"Near.ordered": {doc: "In the order they are listed."},
		"Count.of":     {doc: "The concepts to count.", required: true},
		"Count.min":    {doc: "How often they occur at least.", required: true},
		"Score.of":     {doc: "The weight of each concept.", required: true},
		"Score.min":    {doc: "What the weights add up to at least.", required: true},

		"Say.title":       {doc: "Two to five words.", required: true},
		"Say.message":     {doc: "Why, in one or two plain sentences to the reader.", required: true},
		"Say.advice":      {doc: "How to mend it.", required: true},
		"Say.suggest":     {doc: "Changes the reader can apply with a click."},
		"Suggest.label":   {doc: "The words on the button.", required: true},
		"Suggest.replace": {doc: "The text to put in place of the underlined words."},
		"Suggest.remove":  {doc: "What to take out.", oneOf: []string{"words", "sentence"}},
		"Suggest.append":  {doc: "The text to put at the end of the post."},

		"Example.lang":             {doc: "The language of the text.", required: true, oneOf: pack.Languages()},
		"Example.text":             {doc: "An invented post."},
		"Example.org":              {doc: "The pack to try. By default every pack the rule is in."},
		"Example.surface":          {doc: "Where the text is published. By default where the rule holds.", oneOf: pack.Surfaces()},
		"Example.shared":           {doc: "The text that is quoted or shared."},
		"Example.parts":            {doc: "The posts of a thread, in place of text."},
		"Example.status":           {doc: "The status of the user.", oneOf: pack.Statuses()},
		"Example.device":           {doc: "The device of the user.", oneOf: pack.Devices()},
		"Example.field":            {doc: "The user's field of work, in words."},
		"Example.watchlist":        {doc: "The writer's own watchlist."},
		"Example.apps-discouraged": {doc: "The apps that the writer's organisation discourages."},
		"Example.apps-banned":      {doc: "The apps that the writer's organisation bans."},

		"Pack.name":              {doc: "The name of the organisation.", required: true},
		"Pack.version":           {doc: "The version of the pack.", required: true},
		"Pack.sources":           {doc: "The documents the pack was made from.", required: true},
		"Pack.credits":           {doc: "Works of others that the rules were made with."},
		"Pack.contacts":          {doc: "Where the reader can ask."},
		"Pack.disclaimers":       {doc: "A disclaimer for profiles, per language."},
		"Pack.short-disclaimers": {doc: "A shorter disclaimer, per language, for where there is little room."},
		"Pack.disclaimer":        {doc: "How much of a disclaimer the guidelines ask for: one of the two elements (own views; not the organisation's), or both.", oneOf: []string{"short", pack.FullOnly}, zero: "short"},
		"Pack.official":          {doc: "Where the organisation publishes: what is there is no leak.", required: true},
		"Pack.likes":             {doc: "Which likes the guidelines reach: all of them, or only those on the user's own field of work.", oneOf: []string{"all", pack.LikesOwnField}, zero: "all"},
		"Pack.media":             {doc: "What to ask of everybody who attaches a picture or a film."},
		"Pack.checkup":           {doc: "What no text shows and the reader should look at now and then."},
		"Pack.without":           {doc: "Rules that cite this organisation's provisions but are not in its pack."},
		"Pack.severity":          {doc: "Severities that differ in this pack, by rule.", oneOf: severities()},

		"House.id":                {doc: "The id of the house pack: small letters, digits and hyphens.", required: true},
		"House.name":              {doc: "The name of the unit or organisation, as its staff knows it.", required: true},
		"House.extends":           {doc: "The built-in pack that it adds to and changes.", required: true, oneOf: []string{"ec", "osce", "un"}},
		"House.version":           {doc: "A whole number that grows with every version given out.", required: true},
		"House.languages":         {doc: "The languages in which every rule says its words and has an example. English is required.", required: true, oneOf: pack.Languages()},
		"House.sources":           {doc: "The documents its own provisions stand in."},
		"House.contacts":          {doc: "Where the reader can ask, in place of the contacts of the built-in pack."},
		"House.disclaimers":       {doc: "Disclaimers for profiles, per language, in place of those of the built-in pack."},
		"House.short-disclaimers": {doc: "Shorter disclaimers, per language, in place of those of the built-in pack."},
		"House.official":          {doc: "Where it publishes, besides what the built-in pack lists."},
		"House.apps":              {doc: "Messengers, by how the organisation sees them."},
		"House.media":             {doc: "What else to ask of everybody who attaches a picture or a film."},
		"House.checkup":           {doc: "What else the reader should look at now and then."},
		"House.without":           {doc: "Rules of the built-in pack that are silenced. Users are told so."},
		"House.severity":          {doc: "Severities of rules of the built-in pack that are changed, by rule. Users are told so.", oneOf: severities()},
		"House.news":              {doc: "What a version changed, in words for its users."},
		"Apps.recommended":        {doc: "Messengers that are meant for work."},
		"Apps.discouraged":        {doc: "Messengers that are better not used for work."},
		"Apps.banned":             {doc: "Messengers that must not be used for work."},
		"News.version":            {doc: "The version that brought it.", required: true},
		"News.says":               {doc: "What changed, per language. English is required.", required: true},
		"Watched.word":            {doc: "The word or name, found in any form.", required: true},
		"Watched.until":           {doc: "The last day it is watched for: YYYY-MM-DD."},

		"Source.id":              {doc: "What the ids of its provisions begin with.", required: true},
		"Source.title":           {doc: "The title of the document.", required: true},
		"Source.date":            {doc: "Its date: YYYY-MM-DD or YYYY-MM.", required: true},
		"Source.url":             {doc: "Where it is published."},
		"Credit.what":            {doc: "What was taken: a list, word vectors, posts.", required: true},
		"Credit.from":            {doc: "The work it was taken from.", required: true},
		"Credit.licence":         {doc: "The licence of that work, by its SPDX name.", required: true},
		"Question.ask":           {doc: "The question, per language. English is required.", required: true},
		"Question.provisions":    {doc: "The provisions it is about, of this organisation.", required: true},
		"CheckupItem.id":         {doc: "A name that stays: what the reader has looked at is kept by it.", required: true},
		"CheckupItem.ask":        {doc: "What to look at, per language. English is required.", required: true},
		"CheckupItem.why":        {doc: "Why, in a plain sentence, per language. English is required.", required: true},
		"CheckupItem.provisions": {doc: "The provisions it is about, of this organisation.", required: true},
		"CheckupItem.links":      {doc: "The page where it is set, by site: x, linkedin, facebook."},
		"Contact.role":           {doc: "Who answers.", required: true},
		"Contact.address":        {doc: "An address or page."},
		"Contact.private":        {doc: "Keeps the contact out of what a server gives out."},
		"Official.domains":       {doc: "Hosts; europa.eu stands for itself and all below it.", required: true},
		"Official.handles":       {doc: "Handles without @.", required: true},

		"Provision.id":       {doc: "The number of the provision.", required: true},
		"Provision.document": {doc: "The document it stands in.", required: true},
		"Provision.place":    {doc: "Where in the document.", required: true},
		"Provision.says":     {doc: "What it asks, in our own words.", required: true},
		"Provision.answers":  {doc: "What in the product answers it.", required: true},
		"Answer.kind":        {doc: "What kind of thing answers it.", required: true, oneOf: pack.AnswerKinds()},
		"Answer.what":        {doc: "The rule or thing, or the reason why nothing does.", required: true},
		"Answer.planned":     {doc: "It does not exist yet."},
	}
}

// ruleFields describes the keys of rule files.
func ruleFields() map[string]field {
	all := fields()
	for _, name := range houseOnly() {
		delete(all, name)
	}
	return all
}

// severities lists the words for severities, gravest last.
func severities() []string {
	return []string{pack.Hint.String(), pack.Caution.String(), pack.Warning.String()}
}

// key is one key of a struct of package pack as files spell it.
type key struct {
	name  string
	index int
	field
}

// keysOf lists the keys that a file may give for a struct, in the order of the struct.
func keysOf(t reflect.Type, all map[string]field) []key {
	var keys []key
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if known, ok := all[t.Name()+"."+name]; ok {
			keys = append(keys, key{name, i, known})
		}
	}
	return keys
}
