package source

import (
	"slices"
	"strings"

	"circumspect/engine/pack"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// countries is what a term writes for any country, in the language of the term.
const countries = "{countries}"

// notStates are regions of Unicode's list that nobody names as one who acts: places
// without a government of their own, and names that mean something else to most.
const notStates = "AC AQ AX BL BQ BV CC CP CX DG EA EZ GG GP GS HM IC IM IO JE MF NF NU PM PN QO RE SH SJ SX TA TC TF TK UM UN VG VI WF YT"

// renamed holds names newer than the list (Unicode CLDR 32) and short ones in common use.
func renamed() map[string][]string {
	return map[string][]string{
		"en": {"congo", "czech republic", "east timor", "eswatini", "ivory coast", "north macedonia", "palestine", "turkiye", "the states", "great britain", "britain"},
	}
}

// expand writes lists out in the terms of a concept.
func expand(c *pack.Concept) {
	for _, terms := range []map[string][]string{c.Terms, c.Only} {
		for lang, list := range terms {
			for i, term := range list {
				if strings.Contains(term, countries) {
					list[i] = strings.ReplaceAll(term, countries, "("+strings.Join(countryNames(lang), "|")+")")
				}
			}
		}
	}
}

// countryNames gives the names of countries in a language, from the Unicode CLDR data of
// golang.org/x/text; none for a language it does not know.
func countryNames(lang string) []string {
	namer := display.Regions(language.Make(lang))
	if namer == nil {
		return nil
	}
	names := renamed()[lang]
	for _, code := range codes() {
		region, err := language.ParseRegion(code)
		if err != nil || !region.IsCountry() || region.Canonicalize() != region || strings.Contains(notStates, code) {
			continue
		}
		if name := namer.Name(region); name != "" {
			names = append(names, spellings(name)...)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// codes lists all pairs of capital letters.
func codes() (list []string) {
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			list = append(list, string([]rune{a, b}))
		}
	}
	return list
}

// spellings gives a name as terms spell it: "Myanmar (Burma)" is two names, "Hong Kong SAR
// China" and "Congo - Kinshasa" begin with the short one.
func spellings(name string) []string {
	name, _, _ = strings.Cut(strings.ToLower(name), " sar ")
	name, _, _ = strings.Cut(name, " - ")
	name = strings.NewReplacer("&", "and", ".", "", "’", "'").Replace(name)
	long, short, both := strings.Cut(strings.TrimSuffix(name, ")"), " (")
	if !both {
		return []string{long}
	}
	return []string{long, short}
}
