package segment

import (
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

// functionWords are short words that betray a language. They are enough to tell the
// languages apart that posts of our users are written in, and to notice one that is
// none of them; languages we have no rules for are listed for that reason.
var functionWords = map[string]string{
	"en": "the and of to is are was were be been it its this that these those with for from you your we our they their he she his her not have has had will would can could should do does did what which who but or if as at by on i my me us an so just about there when how all no up out get got dont cant im ive its isnt",
	"fr": "le la les des du de un une et est sont dans pour pas que qui sur avec ce cette ces nous vous ils elle il je mon ma mes notre votre leur au aux par plus ne se en mais ou comme tout ete avoir etre fait c'est j'ai qu'il d'un",
	"de": "der die das und ist sind nicht ein eine einer einem einen zu mit auf fur von dem den des im in wir ihr sie er es ich mein unser auch noch nur wird werden wurde hat haben habe aber oder wie als bei nach uber aus an am vom zum zur",
	"es": "el la los las de del y es son en un una que no por para con se su sus lo al como mas pero este esta estos nos mi muy ya hay fue ha han ser esta todo cuando",
	"it": "il lo la gli le di del della dei delle e sono un una che non per con si su da dal nel nella al alla come piu ma questo questa ci mi molto gia ha hanno essere stato anche io noi perche",
	"pt": "o os as do da dos das um uma em no na nos nas por para com nao que se mais mas foi sao esta isso ele ela voce muito ja tem seu sua ao pelo pela",
	"nl": "de het een en van is zijn niet dat die in op te voor met aan ook maar om er wij ik je ze hij bij nog naar uit dan wel als over",
	"pl": "i w z na nie to sie jest do ze co jak ale po tak za od czy jego dla juz przez sa ma tylko oraz byc",
	"fi": "ja on ei se etta ovat oli mutta kun niin tai joka myos han mina sina ole ovat kuin jos nyt vain",
	"sv": "och att det som en pa ar av for med till den har de inte om ett var jag men sig fran vi kan nar",
	"ro": "si de la in nu este sunt un o cu pe din care mai ca pentru sa au fost ce dar lui",
	"cs": "a se na je v ze s z do to i o ale jako jsem jsou byl by po za pro tak jen",
	"hu": "a az es hogy nem is egy van meg de ez mint csak volt ha vagy mar lesz",
	"tr": "ve bir bu icin da de ile cok ne daha gibi ama var olan olarak mi kadar",
	"sr": "i je u da se na su za od sa kao ali to koji nije ili",
	"sq": "dhe ne te e i nje per me eshte nga se ka qe por si nuk jane",
}

// minFunctionWords is how many words must point to a language before it is believed.
const minFunctionWords = 2

// languageCodes names the bits of wordLanguages, which gives the languages each
// function word belongs to.
var languageCodes, wordLanguages = indexLanguages()

func indexLanguages() ([]string, map[uint64]uint32) {
	codes := []string{"en", "fr", "de", "es", "it", "pt", "nl", "pl", "fi", "sv", "ro", "cs", "hu", "tr", "sr", "sq"}
	set := make(map[uint64]uint32, 1024) // more than there are: growing costs at start
	for i, code := range codes {
		for _, w := range strings.Fields(functionWords[code]) {
			set[wordKey([]byte(w))] |= 1 << i
		}
	}
	return codes, set
}

// FunctionWord tells whether a folded word is one that betrays a language, so that its
// letters mean nothing more.
func FunctionWord(word []byte) bool {
	return len(word) <= maxFunctionWord && wordLanguages[wordKey(word)] != 0
}

// maxFunctionWord is the length in bytes of the longest function word.
const maxFunctionWord = 8

// wordKey packs a word of at most maxFunctionWord bytes into a number, which a map
// finds several times faster than a string.
func wordKey(word []byte) (key uint64) {
	for _, b := range word {
		key = key<<8 | uint64(b)
	}
	return key
}

// languages guesses the language of every sentence: by its letters, then by its
// function words, and where a sentence has too few of them by the whole text.
func (t *Text) languages() {
	t.wordLangs = slices.Grow(t.wordLangs[:0], len(t.Words))
	for _, w := range t.Words {
		var set uint32
		if w.End-w.Start <= maxFunctionWord {
			set = wordLanguages[wordKey(t.Fold.Bytes[w.Start:w.End])]
		}
		t.wordLangs = append(t.wordLangs, set)
	}
	t.Lang = t.guess(0, len(t.Words))
	for i := range t.Sentences {
		s := &t.Sentences[i]
		s.Lang = t.guess(int(s.FirstWord), int(s.EndWord))
		if s.Lang == "" {
			s.Lang = t.Lang
		}
	}
}

// guess gives the language of the words from first to end, or "" where it cannot tell.
func (t *Text) guess(first, end int) string {
	if script := t.script(first, end); script != "" {
		return script
	}
	var counts [16]int
	best := 0
	for _, set := range t.wordLangs[first:end] {
		for ; set != 0; set &= set - 1 {
			i := bits.TrailingZeros32(set)
			if counts[i]++; counts[i] > counts[best] {
				best = i
			}
		}
	}
	if counts[best] < minFunctionWords {
		return ""
	}
	return languageCodes[best]
}

// script names the language of a script that one language of ours alone uses, where
// most words are written in it.
func (t *Text) script(first, end int) string {
	var ru, ar, zh, other int
	for _, w := range t.Words[first:end] {
		r, _ := utf8.DecodeRune(t.Fold.Bytes[w.Start:])
		switch {
		case r >= 0x0400 && r <= 0x052F:
			ru++
		case r >= 0x0600 && r <= 0x06FF:
			ar++
		case r >= 0x3040 && r <= 0x9FFF:
			zh++
		default:
			other++
		}
	}
	switch best := max(ru, ar, zh); {
	case best == 0 || best < other:
		return ""
	case best == ru:
		return "ru"
	case best == ar:
		return "ar"
	default:
		return "zh"
	}
}
