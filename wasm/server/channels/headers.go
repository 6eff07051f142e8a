package channels

import (
	"strconv"
	"strings"
)

// contentType is what an envelope is sent as, both ways.
const contentType = "application/octet-stream"

// Tag gives the validator of an envelope or file, as the header ETag has it.
func Tag(digest string) string { return `"` + digest + `"` }

// Holds tells whether If-None-Match names a validator. Proxies that compress make one
// weak, so weak ones count.
func Holds(values []string, tag string) bool {
	for _, value := range values {
		for held := range strings.SplitSeq(value, ",") {
			held = strings.TrimPrefix(strings.TrimSpace(held), "W/")
			if held == "*" || held == tag {
				return true
			}
		}
	}
	return false
}

// Chosen gives the first of the offered encodings that Accept-Encoding wants most, or ""
// for none.
func Chosen(values, offered []string) string {
	best, most := "", 0.0
	for _, encoding := range offered {
		if q := quality(values, encoding); q > most {
			best, most = encoding, q
		}
	}
	return best
}

// quality tells how much Accept-Encoding wants an encoding, from 0 to 1.
func quality(values []string, encoding string) float64 {
	others := 0.0
	for _, value := range values {
		for item := range strings.SplitSeq(value, ",") {
			name, parameters, _ := strings.Cut(item, ";")
			switch name = strings.TrimSpace(name); {
			case strings.EqualFold(name, encoding):
				return weight(parameters)
			case name == "*":
				others = weight(parameters)
			}
		}
	}
	return others
}

// weight reads the q of an encoding; it is 1 where there is none, 0 where it makes no sense.
func weight(parameters string) float64 {
	name, value, found := strings.Cut(strings.TrimSpace(parameters), "=")
	if !found || !strings.EqualFold(strings.TrimSpace(name), "q") {
		return 1
	}
	q, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil || !(q >= 0 && q <= 1) {
		return 0
	}
	return q
}

// isDigest tells whether a text can be the SHA-256 of an envelope.
func isDigest(s string) bool {
	return len(s) == 64 && strings.Trim(s, "0123456789abcdef") == ""
}
