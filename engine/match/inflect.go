package match

import "strings"

// inflections gives the regular English forms of a noun or verb: itself, -s, -ed and
// -ing. Where doubling the last consonant cannot be told from the spelling, both ways
// are given: a form nobody writes costs nothing.
func inflections(word string) []string {
	forms := []string{word, plural(word)}
	stem := strings.TrimSuffix(word, "e")
	switch n := len(word); {
	case consonantY(word):
		return append(forms, word[:n-1]+"ied", word+"ing")
	case strings.HasSuffix(word, "ie"):
		return append(forms, word+"d", word[:n-2]+"ying")
	case stem != word && !strings.HasSuffix(stem, "e"):
		return append(forms, word+"d", stem+"ing")
	case stem != word:
		return append(forms, word+"d", word+"ing")
	case doubles(word):
		last := word[n-1:]
		forms = append(forms, word+last+"ed", word+last+"ing")
	}
	return append(forms, word+"ed", word+"ing")
}

func plural(word string) string {
	for _, end := range []string{"s", "x", "z", "ch", "sh"} {
		if strings.HasSuffix(word, end) {
			return word + "es"
		}
	}
	if consonantY(word) {
		return word[:len(word)-1] + "ies"
	}
	return word + "s"
}

func consonantY(word string) bool {
	n := len(word)
	return n > 1 && word[n-1] == 'y' && !vowel(word[n-2])
}

// doubles tells whether word ends in consonant, vowel, consonant.
func doubles(word string) bool {
	n := len(word)
	return n >= 3 && !vowel(word[n-1]) && !strings.ContainsRune("wxy", rune(word[n-1])) &&
		vowel(word[n-2]) && !vowel(word[n-3])
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
