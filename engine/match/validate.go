package match

import "bytes"

// validators check what an expression alone cannot: they get the folded text of a match
// and give how much of it is valid, 0 for none.
var validators = map[string]func([]byte) int{
	"iban":  longestIBAN,
	"luhn":  whole(validLuhn),
	"phone": whole(validPhone),
	"date":  whole(validDate),
}

// whole makes a validator that takes all or nothing.
func whole(valid func([]byte) bool) func([]byte) int {
	return func(b []byte) int {
		if !valid(b) {
			return 0
		}
		return len(b)
	}
}

// longestIBAN leaves out, word by word, what follows an account number: an expression
// cannot tell the words behind it from its last group.
func longestIBAN(b []byte) int {
	for {
		if validIBAN(b) {
			return len(b)
		}
		cut := bytes.LastIndexAny(b, " -")
		if cut < 0 {
			return 0
		}
		b = b[:cut]
	}
}

// Validators lists the names a pattern may use.
func Validators() []string { return []string{"date", "iban", "luhn", "phone"} }

// validIBAN checks length and check digits as in ISO 13616.
func validIBAN(b []byte) bool {
	var s []byte
	for _, c := range b {
		if c != ' ' && c != '-' {
			s = append(s, c)
		}
	}
	if len(s) < 15 || len(s) > 34 {
		return false
	}
	rest := 0
	for _, c := range append(s[4:len(s):len(s)], s[:4]...) {
		switch {
		case c >= '0' && c <= '9':
			rest = (rest*10 + int(c-'0')) % 97
		case c >= 'a' && c <= 'z':
			rest = (rest*100 + int(c-'a') + 10) % 97
		default:
			return false
		}
	}
	return rest == 1
}

// validLuhn checks the last digit of a card number as in ISO/IEC 7812.
func validLuhn(b []byte) bool {
	d := digitsOf(b)
	if len(d) < 12 || len(d) > 19 {
		return false
	}
	sum := 0
	for i := range d {
		v := d[len(d)-1-i]
		if i%2 == 1 {
			if v *= 2; v > 9 {
				v -= 9
			}
		}
		sum += v
	}
	return sum%10 == 0
}

// validPhone wants as many digits as ITU E.164 allows, and not all the same.
func validPhone(b []byte) bool {
	d := digitsOf(b)
	if len(d) < 8 || len(d) > 15 {
		return false
	}
	for _, v := range d {
		if v != d[len(d)-1] {
			return true
		}
	}
	return false
}

// validDate wants three groups of figures that make a day of a life: day or month
// first, a year from 1920 on, in either order.
func validDate(b []byte) bool {
	var group [3]int
	n, inside := -1, false
	for _, c := range b {
		if c < '0' || c > '9' {
			inside = false
			continue
		}
		if !inside {
			if n++; n == len(group) {
				return false
			}
			inside = true
		}
		group[n] = group[n]*10 + int(c-'0')
	}
	if n != 2 {
		return false
	}
	day, month, year := group[0], group[1], group[2]
	if day >= 1920 {
		day, year = year, day
	}
	if month > 12 {
		day, month = month, day
	}
	if year < 100 {
		year += 1900
	}
	return day >= 1 && day <= 31 && month >= 1 && month <= 12 && year >= 1920 && year <= 2100
}

func digitsOf(b []byte) []int {
	var d []int
	for _, c := range b {
		if c >= '0' && c <= '9' {
			d = append(d, int(c-'0'))
		}
	}
	return d
}
