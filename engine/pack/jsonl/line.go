package jsonl

import (
	"bytes"
	"encoding/json"

	"circumspect/engine/pack"
)

// ruleLine is a rule as it is written: its own When hides that of the rule.
type ruleLine struct {
	pack.Rule
	When condition `json:"when"`
}

// condition is a pack.Condition that is written as a plain string where it only names
// a concept, as rule files do.
type condition pack.Condition

// tree is a condition that is more than a name.
type tree struct {
	Concept string      `json:"concept,omitempty"`
	All     []condition `json:"all,omitempty"`
	Any     []condition `json:"any,omitempty"`
	None    []condition `json:"none,omitempty"`
	Near    *pack.Near  `json:"near,omitempty"`
	Count   *pack.Count `json:"count,omitempty"`
	Score   *pack.Score `json:"score,omitempty"`
	In      pack.Scope  `json:"in,omitempty"`
}

// MarshalJSON writes a name as a string and anything else as an object.
func (c condition) MarshalJSON() ([]byte, error) {
	t := tree{
		Concept: c.Concept, All: written(c.All), Any: written(c.Any), None: written(c.None),
		Near: c.Near, Count: c.Count, Score: c.Score, In: c.In,
	}
	if t.named() {
		return json.Marshal(c.Concept)
	}
	return json.Marshal(t)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (c *condition) UnmarshalJSON(line []byte) error {
	if bytes.HasPrefix(line, []byte(`"`)) {
		*c = condition{}
		return json.Unmarshal(line, &c.Concept)
	}
	var t tree
	if err := strict(line, &t); err != nil {
		return err
	}
	*c = condition{
		Concept: t.Concept, All: read(t.All), Any: read(t.Any), None: read(t.None),
		Near: t.Near, Count: t.Count, Score: t.Score, In: t.In,
	}
	return nil
}

// named tells whether the condition is nothing but the name of a concept.
func (t tree) named() bool {
	return t.Concept != "" && t.In == "" && t.All == nil && t.Any == nil && t.None == nil &&
		t.Near == nil && t.Count == nil && t.Score == nil
}

// written turns parts of a condition into what is written; nil stays nil.
func written(list []pack.Condition) []condition {
	var out []condition
	for _, c := range list {
		out = append(out, condition(c))
	}
	return out
}

// read turns what was written back into parts of a condition.
func read(list []condition) []pack.Condition {
	var out []pack.Condition
	for _, c := range list {
		out = append(out, pack.Condition(c))
	}
	return out
}
