package fold

// token is a word with signs and figures in it.
type token struct {
	start, end int
	places     [maxKnown]uint32 // the letters each character may stand for
	bare       [maxKnown]uint32 // the same without what only divides
	bareCount  int
	letters    int
	figures    int
	hidden     int // letters under a star
	dividing   int // signs that divide
	small      bool
}

// readSigns reads a word with figures and signs among its letters.
func (d *Disguises) readSigns(t *Text, i int) reading {
	k := t.token(i)
	r := reading{i, t.plainWord(i).end, ""}
	if k.end-k.start > 2*maxKnown || !k.plausible() {
		return r
	}
	words := ""
	if n := k.end - k.start; n <= maxKnown && (k.dividing == 0 || k.dividing == 1 && k.figures == 0 && k.letters >= minKnown) {
		words = d.masked(k.places[:n])
	}
	if words == "" && k.dividing > 0 && k.bareCount <= maxKnown && (k.figures == 0 || k.letters > minKnown) {
		words = d.masked(k.bare[:k.bareCount])
	}
	if words == "" || words == string(t.Bytes[k.start:k.end]) {
		return r
	}
	return reading{k.start, k.end, words}
}

// plausible tells whether enough of the word can be seen. Short words of capitals and
// figures are names of roads, engines and rooms.
func (k *token) plausible() bool {
	shown := k.letters + k.figures
	switch {
	case k.letters == 0 || shown+k.hidden+k.dividing > maxRun || k.hidden > 2*shown+1:
		return false
	case k.figures == 0:
		return true
	}
	named := !k.small && k.letters < minKnown && shown <= minKnown+1
	return k.letters > 1 && k.figures <= k.letters+1 && !named
}

// token gives the word at i with the signs in it. A sign that ends it is left out, but
// for those that stand for a letter at the end of a word.
func (t *Text) token(i int) token {
	k := token{start: i}
	if i > 0 && t.Bytes[i-1] == '$' && (i < 2 || t.Class[i-2]&(Blank|Newline) != 0) {
		k.start--
	}
	k.end = k.start
	for k.end < len(t.Bytes) && k.end-k.start <= maxRun && (t.Class[k.end]&(Letter|Digit) != 0 || masks(t.Bytes[k.end])) {
		k.end++
	}
	for k.end > i+1 && t.Class[k.end-1]&(Letter|Digit) == 0 && t.Bytes[k.end-1] != '$' {
		k.end--
	}
	for at := k.start; at < k.end && at < k.start+2*maxKnown; at++ {
		k.place(at-k.start, t.Bytes[at], t.Class[at])
	}
	return k
}

// place takes in the character at a place of the word.
func (k *token) place(at int, c byte, class Class) {
	set := standsFor(c)
	switch {
	case class&Letter != 0:
		k.letters++
		k.small = k.small || class&Upper == 0
	case class&Digit != 0:
		k.figures++
	case set == 0: // fits nothing
	case c == '*' || c == '#' || c == '%':
		k.hidden++
	case c == '.' || c == '-' || c == '_':
		k.dividing++
	}
	if at < maxKnown {
		k.places[at] = set
	}
	if class&(Letter|Digit) != 0 || c == '$' || c == '@' || c == '!' || c == '+' || c == '|' {
		if k.bareCount < maxKnown {
			k.bare[k.bareCount] = set
		}
		k.bareCount++
	}
}

const (
	anyLetter = 1<<26 - 1
	anyVowel  = 1 | 1<<('e'-'a') | 1<<('i'-'a') | 1<<('o'-'a') | 1<<('u'-'a')
)

// standsFor gives the letters that a character is written for.
func standsFor(c byte) uint32 {
	letters := ""
	switch {
	case c >= 'a' && c <= 'z':
		return 1 << (c - 'a')
	case c == '*' || c == '#' || c == '%':
		return anyLetter
	case c == '.' || c == '-' || c == '_':
		return anyVowel
	case c >= '0' && c <= '9':
		letters = [...]string{"o", "il", "z", "e", "a", "s", "gb", "t", "b", "gp"}[c-'0']
	case c == '$':
		letters = "s"
	case c == '!' || c == '|':
		letters = "il"
	case c == '@':
		letters = "ao"
	case c == '+':
		letters = "t"
	}
	return lettersOf([]byte(letters))
}
