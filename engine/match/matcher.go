package match

import (
	"fmt"
	"slices"
	"sync"

	"circumspect/engine/image"
	"circumspect/engine/pack"
	"circumspect/engine/segment"
)

// Matcher finds the hits of every concept in a text. It is safe for concurrent use.
type Matcher struct {
	vocabulary
	house    *vocabulary // of a house pack; nil where there is none
	common   []bool      // by number: of pack.ProfileConcepts
	patterns []pattern
	official Official
	pool     sync.Pool // of *scratch
}

// vocabulary is an automaton and what its entries stand for.
type vocabulary struct {
	auto     *Automaton
	langs    []string // the languages of language-bound terms; entry.lang counts from 1
	first    int      // the number of the concept that an entry calls 0
	concepts int      // how many; entries above stand for gates
}

// Numbers gives every concept of a library its number: built-in ones first.
func Numbers(concepts []pack.Concept) map[string]Concept {
	numbers := map[string]Concept{}
	for i, c := range slices.Concat(pack.BuiltIns(), concepts) {
		numbers[c.ID] = Concept(i)
	}
	return numbers
}

// New builds the matcher of the concepts. The errors name the concept and field.
func New(concepts []pack.Concept, official Official) (*Matcher, error) {
	m := &Matcher{vocabulary: vocabulary{concepts: BuiltInCount + len(concepts)}, common: commonOf(concepts), official: official}
	b := newBuilder()
	for i, c := range concepts {
		if err := m.addConcept(b, Concept(BuiltInCount+i), c); err != nil {
			return nil, fmt.Errorf("concept %s: %w", c.ID, err)
		}
	}
	m.auto = b.build()
	return m, nil
}

func (m *Matcher) addConcept(b *builder, number Concept, c pack.Concept) error {
	if err := m.addTerms(b, number, c); err != nil {
		return err
	}
	for i, p := range c.Patterns {
		gate := Concept(m.concepts + len(m.patterns))
		for _, term := range p.Gate {
			if err := addTerm(b, gate, "", 0, term); err != nil {
				return fmt.Errorf("patterns[%d].gate: %w", i, err)
			}
		}
		set, most := requiredOf(p.Regexp)
		m.patterns = append(m.patterns, pattern{p, number, set, most, &lazy{}})
	}
	return nil
}

// addTerms adds the terms of a concept to b.
func (v *vocabulary) addTerms(b *builder, number Concept, c pack.Concept) error {
	for _, lang := range sortedKeys(c.Terms) {
		for _, term := range c.Terms[lang] {
			if err := addTerm(b, number, lang, 0, term); err != nil {
				return fmt.Errorf("terms.%s: %w", lang, err)
			}
		}
	}
	for _, lang := range sortedKeys(c.Only) {
		for _, term := range c.Only[lang] {
			if err := addTerm(b, number, lang, v.langNumber(lang), term); err != nil {
				return fmt.Errorf("only.%s: %w", lang, err)
			}
		}
	}
	return nil
}

func addTerm(b *builder, number Concept, lang string, bound uint8, term string) error {
	t, err := ParseTerm(lang, term)
	if err != nil {
		return err
	}
	b.add(t, newEntry(uint16(number), AnyCase, bound))
	return nil
}

// langNumber gives the number of a language that terms are bound to.
func (v *vocabulary) langNumber(lang string) uint8 {
	i := slices.Index(v.langs, lang)
	if i < 0 {
		i = len(v.langs)
		v.langs = append(v.langs, lang)
	}
	return uint8(i + 1)
}

// commonOf marks the numbers of the concepts that are looked for in profiles only.
func commonOf(concepts []pack.Concept) []bool {
	common, ids := make([]bool, BuiltInCount+len(concepts)), pack.ProfileConcepts()
	for i := range concepts {
		common[BuiltInCount+i] = slices.Contains(ids, concepts[i].ID)
	}
	return common
}

// Find records in h every hit in t but those of concepts that are looked for in profiles
// only; parts is how many posts the text was joined from.
func (m *Matcher) Find(t *segment.Text, parts int, h *Hits) { m.find(t, parts, h, m.common) }

// FindInProfile records in h every hit in a profile's bio or name.
func (m *Matcher) FindInProfile(t *segment.Text, h *Hits) { m.find(t, 1, h, nil) }

// find records the hits of concepts that are not left out.
func (m *Matcher) find(t *segment.Text, parts int, h *Hits, leftOut []bool) {
	h.reset(m.numbers())
	s := m.borrow()
	defer m.pool.Put(s)
	m.builtins(t, h, parts)
	m.terms(t, h, s.gates, leftOut)
	if m.house != nil {
		m.house.terms(t, h, nil, nil)
	}
	m.runPatterns(t, h, s)
	h.sort()
}

// numbers counts the concepts, those of a house pack included.
func (m *Matcher) numbers() int {
	if m.house != nil {
		return m.house.first + m.house.concepts
	}
	return m.concepts
}

// terms walks the automaton over t, for all concepts that are not left out.
func (v *vocabulary) terms(t *segment.Text, h *Hits, gates [][]Hit, leftOut []bool) {
	s := search{a: v.auto, text: t}
	s.found = func(output uint32, start, end int) {
		v.auto.entries(output, func(e entry) {
			c := int(e.concept())
			if c < len(leftOut) && leftOut[c] || !v.counts(t, e, start, end) {
				return
			}
			if c < v.concepts {
				h.add(t, Concept(v.first+c), start, end)
			} else {
				gates[c-v.concepts] = append(gates[c-v.concepts], Hit{Start: int32(start), End: int32(end)})
			}
		})
	}
	s.run()
}

// counts tells whether an entry's conditions on case and language are met.
func (v *vocabulary) counts(t *segment.Text, e entry, start, end int) bool {
	if e.wanted() != AnyCase && !written(t, start, end, e.wanted()) {
		return false
	}
	if e.lang() == 0 || len(t.Sentences) == 0 {
		return true
	}
	lang := t.Sentences[t.SentenceAt(start)].Lang
	return lang == "" || lang == v.langs[e.lang()-1]
}

// scratch is memory that one search after another uses.
type scratch struct {
	gates [][]Hit         // per pattern, the places where its gate was met
	calls map[Concept]int // how often patterns of a concept were tried
	runes []rune          // what an expression sees
}

func (m *Matcher) borrow() *scratch {
	s, ok := m.pool.Get().(*scratch)
	if !ok {
		return &scratch{gates: make([][]Hit, len(m.patterns)), calls: map[Concept]int{}}
	}
	for i := range s.gates {
		s.gates[i] = s.gates[i][:0]
	}
	return s
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// Tables gives the matcher's tables.
func (m *Matcher) Tables() image.Tables {
	a := m.auto
	t := image.Tables{Languages: m.langs, Roots: [2]int{int(a.roots[0]), int(a.roots[1])}, Packed: a.packed()}
	for _, p := range m.patterns {
		t.Required, t.Longest = append(t.Required, int(p.required)), append(t.Longest, p.longest)
	}
	return t
}

// FromTables makes the matcher that tables came from. The concepts need no terms.
func FromTables(concepts []pack.Concept, official Official, t image.Tables) (*Matcher, error) {
	m := &Matcher{vocabulary: vocabulary{langs: t.Languages, concepts: BuiltInCount + len(concepts)}, common: commonOf(concepts), official: official}
	for i, c := range concepts {
		for _, p := range c.Patterns {
			n := len(m.patterns)
			if n >= min(len(t.Required), len(t.Longest)) {
				return nil, errPacked
			}
			m.patterns = append(m.patterns, pattern{p, Concept(BuiltInCount + i), required(t.Required[n]), t.Longest[n], &lazy{}})
		}
	}
	var err error
	m.auto, err = unpack(t.Packed, [2]uint32{uint32(t.Roots[0]), uint32(t.Roots[1])}, nil)
	return m, err
}
