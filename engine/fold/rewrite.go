package fold

// rewrite puts the words of readings in the place of what they were read from.
func (t *Text) rewrite(found []reading) {
	old := Text{Bytes: t.Bytes, Class: t.Class, Starts: t.Starts, Ends: t.Ends}
	t.Bytes, t.Class, t.Starts, t.Ends = nil, nil, nil, nil
	last := 0
	for _, r := range found {
		t.copy(&old, last, r.start)
		t.spell(&old, r)
		last = r.end
	}
	t.copy(&old, last, len(old.Bytes))
}

func (t *Text) copy(old *Text, from, to int) {
	t.Bytes, t.Class = append(t.Bytes, old.Bytes[from:to]...), append(t.Class, old.Class[from:to]...)
	t.Starts, t.Ends = append(t.Starts, old.Starts[from:to]...), append(t.Ends, old.Ends[from:to]...)
}

// spell writes the words of a reading, each letter with the units it came from.
func (t *Text) spell(old *Text, r reading) {
	from := old.sources(r)
	n := 0
	for i := range len(r.words) {
		if r.words[i] == ' ' {
			at := t.Ends[len(t.Ends)-1]
			if from == nil {
				at = old.Starts[r.start]
			}
			t.write(' ', Blank|Head, at, at)
			continue
		}
		if from == nil {
			t.write(r.words[i], Letter|Head|old.Class[r.start]&Upper, old.Starts[r.start], old.Ends[r.end-1])
		} else {
			t.write(r.words[i], Letter|Head|old.Class[from[n]]&Upper, old.Starts[from[n]], old.Ends[from[n]])
		}
		n++
	}
}

func (t *Text) write(b byte, class Class, start, end uint32) {
	t.Bytes, t.Class = append(t.Bytes, b), append(t.Class, class)
	t.Starts, t.Ends = append(t.Starts, start), append(t.Ends, end)
}

// sources gives the byte that each letter of a reading came from, nil where letters
// were left out or added.
func (t *Text) sources(r reading) []int {
	letters := 0
	for i := range len(r.words) {
		if r.words[i] != ' ' {
			letters++
		}
	}
	var every, plain []int
	for i := r.start; i < r.end; i++ {
		every = append(every, i)
		if t.Class[i]&(Letter|Digit) != 0 || standsFor(t.Bytes[i]) != 0 && !divides(t.Bytes[i]) {
			plain = append(plain, i)
		}
	}
	switch letters {
	case len(every):
		return every
	case len(plain):
		return plain
	}
	return nil
}
