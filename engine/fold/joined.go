package fold

import "bytes"

// parted reads letters that known and small words were joined to, and gives them with
// blanks; "" where the letters are no such words.
func (d *Disguises) parted(letters []byte) string {
	p := parting{d: d, letters: letters}
	if !p.from(0) {
		return ""
	}
	return p.words()
}

// parting is the words found in joined letters so far.
type parting struct {
	d       *Disguises
	letters []byte
	cuts    []int // where each word begins
	known   int   // how many of them are known
	longest int   // letters of the longest known one
	tried   int
}

// words gives what was found, with blanks.
func (p *parting) words() string {
	var out []byte
	for i, at := range p.cuts[1:] {
		out = append(append(out, p.letters[p.cuts[i]:at]...), ' ')
	}
	return string(append(out, p.letters[p.cuts[len(p.cuts)-1]:]...))
}

// from goes on at a place and tells whether words fill the rest.
func (p *parting) from(at int) bool {
	rest := p.letters[at:]
	if len(rest) == 0 {
		return p.longest >= minWeight
	}
	if p.tried++; p.tried > maxTried || !p.d.mayBegin(rest) {
		return false
	}
	p.cuts = append(p.cuts, at)
	for n := min(len(rest), maxKnown); n >= minKnown && p.d.mayBeginLong(rest); n-- {
		if p.d.knows(rest[:n]) && p.with(at, n, true) {
			return true
		}
	}
	for _, w := range p.d.beside[rest[0]-'a'] {
		// A single letter is a word at the beginning only.
		if bytes.HasPrefix(rest, []byte(w)) && (len(w) > 1 || at == 0) && p.with(at, len(w), false) {
			return true
		}
	}
	p.cuts = p.cuts[:len(p.cuts)-1]
	return false
}

// with takes n letters as a word and goes on behind them.
func (p *parting) with(at, n int, known bool) bool {
	before := *p
	if known {
		p.known++
		p.longest = max(p.longest, n)
	}
	if p.from(at + n) {
		return true
	}
	p.known, p.longest = before.known, before.longest
	return false
}

// joined reads a word that several words were written as. Compounds are ordinary words,
// so it wants two known words, three words, or "are" at the beginning, and the last one
// no shorter than three letters.
func (d *Disguises) joined(word []byte) string {
	if len(word) < minJoined || len(word) > maxRun || !d.ends.has(hashOf(word[len(word)-4:])) || !d.mayBegin(word) {
		return ""
	}
	p := parting{d: d, letters: word}
	if !p.from(0) || d.ordinary[string(word)] || len(p.cuts) < 2 || p.known < 2 && len(p.cuts) < 3 && !bytes.HasPrefix(word, []byte("are")) {
		return ""
	}
	return p.words()
}
