package segment

import (
	"bytes"
	"strings"

	"circumspect/engine/fold"
)

// Kind says what a mark is. The names are those that rules use.
type Kind uint8

// The kinds of marks.
const (
	Link Kind = iota
	Mention
	Hashtag
	Quotation
	EmailAddress
	Digits // a run of at least four digits, separators allowed within
	Shouting
	Exclaiming
	Question
	Point // the number or bullet that begins a point of a list
	Thread
)

// Mark is something found without a word list. Start and End are bytes of folded text.
type Mark struct {
	Kind       Kind
	Digits     uint8 // how many, of a run of digits
	Start, End int32
}

const (
	minDigits         = 4   // of a run worth a pattern
	maxQuotation      = 600 // bytes
	minShoutedWords   = 3
	minShoutedLetters = 12
)

func (t *Text) mark(kind Kind, start, end int) {
	t.Marks = append(t.Marks, Mark{Kind: kind, Start: int32(start), End: int32(end)})
}

func (t *Text) marks() {
	t.tokens()
	t.quotations('"')
	t.quotations('\'')
	t.digits()
	t.exclamations()
	t.points()
	for _, s := range t.Sentences {
		t.shouting(s)
	}
}

// tokens finds links, mentions, hashtags and addresses among what blanks separate.
func (t *Text) tokens() {
	class := t.Fold.Class
	for i := 0; i < len(class); {
		if class[i]&(fold.Blank|fold.Newline) != 0 {
			i++
			continue
		}
		start, plain := i, true
		for i < len(class) && class[i]&(fold.Blank|fold.Newline) == 0 {
			switch t.Fold.Bytes[i] {
			case '@', '#', '.', '/':
				plain = false
			}
			i++
		}
		if !plain {
			t.token(start, i)
		}
	}
}

func (t *Text) token(start, end int) {
	b := t.Fold.Bytes
	for start < end && strings.IndexByte(`("'[<`, b[start]) >= 0 {
		start++
	}
	for end > start && strings.IndexByte(`)"'].,;:!?>`, b[end-1]) >= 0 {
		end--
	}
	token := b[start:end]
	switch at := bytes.IndexByte(token, '@'); {
	case len(token) < 2:
	case at == 0:
		t.mark(Mention, start, end)
	case token[0] == '#':
		t.mark(Hashtag, start, end)
	case at > 0 && bytes.IndexByte(token[at:], '.') > 1:
		t.mark(EmailAddress, start, end)
	case isLink(token):
		t.mark(Link, start, end)
	case bytes.HasPrefix(token, []byte("1/")) && len(token) <= 4:
		t.mark(Thread, start, end)
	}
}

// topLevels are endings by which a bare host name is told from two words run together.
var topLevels = map[string]bool{
	"com": true, "org": true, "net": true, "eu": true, "int": true, "info": true, "news": true, "io": true,
	"be": true, "fr": true, "de": true, "es": true, "ru": true, "uk": true, "ch": true, "at": true, "lu": true,
	"nl": true, "pl": true, "me": true, "tv": true, "gov": true, "edu": true, "cn": true, "example": true,
}

// isLink tells whether a token is a link with or without its scheme.
func isLink(token []byte) bool {
	if bytes.Contains(token, []byte("://")) || bytes.HasPrefix(token, []byte("www.")) {
		return true
	}
	host := Host(token)
	dot := bytes.LastIndexByte(host, '.')
	return dot > 0 && topLevels[string(host[dot+1:])]
}

// Host gives the host name of a link.
func Host(link []byte) []byte {
	if i := bytes.Index(link, []byte("://")); i >= 0 {
		link = link[i+3:]
	}
	if i := bytes.IndexAny(link, "/?#:"); i >= 0 {
		link = link[:i]
	}
	return link
}

// quotations finds text between two quotation marks on one line.
func (t *Text) quotations(quote byte) {
	b, class := t.Fold.Bytes, t.Fold.Class
	open := -1
	for i, c := range b {
		switch {
		case class[i]&fold.Newline != 0:
			open = -1
		case c != quote:
		case open < 0 && opens(class, i):
			open = i
		case open >= 0 && closes(class, i):
			if i-open <= maxQuotation {
				t.mark(Quotation, open, i+1)
			}
			open = -1
		}
	}
}

// opens tells whether a quotation mark at i can begin a quotation.
func opens(class []fold.Class, i int) bool {
	return (i == 0 || class[i-1]&(fold.Letter|fold.Digit) == 0) && i+1 < len(class) && class[i+1]&(fold.Blank|fold.Newline) == 0
}

// closes tells whether a quotation mark at i can end a quotation.
func closes(class []fold.Class, i int) bool {
	return class[i-1]&fold.Blank == 0 && (i+1 == len(class) || class[i+1]&(fold.Letter|fold.Digit) == 0)
}

// digits finds runs of digits such as telephone and account numbers.
func (t *Text) digits() {
	b, class := t.Fold.Bytes, t.Fold.Class
	for i := 0; i < len(b); i++ {
		if class[i]&fold.Digit == 0 {
			continue
		}
		start, n, end := i, 0, i
		for gap := 0; i < len(b) && gap <= 2; i++ {
			if class[i]&fold.Digit != 0 {
				n, gap, end = n+1, 0, i+1
			} else if strings.IndexByte(" -./()", b[i]) >= 0 {
				gap++
			} else {
				break
			}
		}
		if n >= minDigits {
			t.mark(Digits, start, end)
			t.Marks[len(t.Marks)-1].Digits = uint8(min(n, 255))
		}
	}
}

// exclamations finds question marks and runs of exclamation marks.
func (t *Text) exclamations() {
	b := t.Fold.Bytes
	for i := 0; i < len(b); i++ {
		if b[i] != '!' && b[i] != '?' {
			continue
		}
		start, loud := i, false
		for ; i < len(b) && (b[i] == '!' || b[i] == '?'); i++ {
			loud = loud || b[i] == '!'
		}
		if loud && i-start >= 2 {
			t.mark(Exclaiming, start, i)
		} else if b[start] == '?' {
			t.mark(Question, start, i)
		}
	}
}

// points finds the numbers and bullets that begin points: 1. 2) 3/ (4) - • at the
// beginning of a line, (1) (2) anywhere.
func (t *Text) points() {
	class, b := t.Fold.Class, t.Fold.Bytes
	for i := range b {
		lineStart := i == 0 || class[i-1]&fold.Newline != 0
		if b[i] != '(' && !lineStart {
			continue
		}
		if end := t.pointEnd(i); end > 0 && (lineStart || b[end-1] == ')') {
			t.mark(Point, i, end)
		}
	}
}

// pointEnd gives the end of the number or bullet at i, or 0.
func (t *Text) pointEnd(i int) int {
	b, class := t.Fold.Bytes, t.Fold.Class
	if (b[i] == '-' || b[i] == '*') && i+1 < len(b) && class[i+1]&fold.Blank != 0 {
		return i + 1
	}
	if bytes.HasPrefix(b[i:], []byte("•")) {
		return i + len("•")
	}
	bracket := b[i] == '('
	if bracket {
		i++
	}
	n := i
	for n < len(b) && n-i < 2 && class[n]&fold.Digit != 0 {
		n++
	}
	if n == i || n == len(b) || strings.IndexByte(".)/", b[n]) < 0 || bracket && b[n] != ')' {
		return 0
	}
	if n+1 < len(b) && class[n+1]&fold.Digit != 0 && b[n] == '.' {
		return 0
	}
	return n + 1
}

// shouting finds runs of words in capitals, long ones so that a row of acronyms does
// not count.
func (t *Text) shouting(s Sentence) {
	run, letters, long, start := 0, 0, 0, 0
	for w := s.FirstWord; w <= s.EndWord; w++ {
		if w < s.EndWord && t.capitals(t.Words[w]) {
			word := t.Words[w]
			if run == 0 {
				start = int(word.Start)
			}
			n := int(word.End - word.Start)
			run, letters = run+1, letters+n
			if n >= 5 {
				long++
			}
			continue
		}
		if run >= minShoutedWords && letters >= minShoutedLetters && long >= 2 {
			t.mark(Shouting, start, int(t.Words[w-1].End))
		}
		run, letters, long = 0, 0, 0
	}
}

// capitals tells whether every letter of a word was written as a capital.
func (t *Text) capitals(w Word) bool {
	for _, c := range t.Fold.Class[w.Start:w.End] {
		if c&fold.Letter != 0 && c&fold.Upper == 0 || c&fold.Digit != 0 {
			return false
		}
	}
	return t.Fold.Class[w.Start]&fold.Letter != 0
}
