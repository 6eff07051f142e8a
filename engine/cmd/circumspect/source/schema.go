package source

import (
	"bytes"
	"encoding/json"
	"reflect"

	"circumspect/engine/pack"
)

// object is a part of a JSON schema.
type object = map[string]any

// Schema gives the JSON schema of rule files, made from the types of package pack and
// the explanations in fields. Editors use it for the file kind named after the #:
//
//	# yaml-language-server: $schema=../schema.json#/$defs/rule
func Schema() ([]byte, error) {
	s := &schema{fields: ruleFields(), defs: object{}}
	s.defs["concept"] = s.shape(reflect.TypeFor[pack.Concept](), field{})
	s.defs["rule"] = s.shape(reflect.TypeFor[pack.Rule](), field{})
	s.defs["pack"] = s.shape(reflect.TypeFor[pack.Pack](), field{})
	s.defs["provisions"] = s.shape(reflect.TypeFor[[]pack.Provision](), field{})
	s.house()
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "\t")
	err := encoder.Encode(object{
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"title":   "A rule file of Circumspect",
		"$defs":   s.defs,
		// Without a kind after the # the file is told by its keys, which keeps the
		// complaints of an editor to one kind of file.
		"if":   object{"type": "array"},
		"then": told("items", object{"required": []string{"word"}}, "watch", ref("provisions")),
		"else": byKey("extends", "house", byKey("sources", "pack", byKey("about", "concept", ref("rule")))),
	})
	return out.Bytes(), err
}

// house defines the files of house packs that differ from rule files.
func (s *schema) house() {
	h := &schema{fields: houseFields(), defs: s.defs}
	h.defs["house"] = h.shape(reflect.TypeFor[pack.House](), field{})
	h.defs["house-concept"] = h.shape(reflect.TypeFor[pack.Concept](), field{})
	h.defs["house-rule"] = h.shape(reflect.TypeFor[pack.Rule](), field{})
	h.defs["house-provisions"] = h.shape(reflect.TypeFor[[]pack.Provision](), field{})
	h.defs["watch"] = h.shape(reflect.TypeFor[[]pack.Watched](), field{})
}

// byKey tells a kind of file by a key that only it has.
func byKey(name, kind string, otherwise object) object {
	return told("required", []string{name}, kind, otherwise)
}

// told tells a kind of file by a condition.
func told(keyword string, condition any, kind string, otherwise object) object {
	return object{"if": object{keyword: condition}, "then": ref(kind), "else": otherwise}
}

// schema collects the definitions that refer to each other.
type schema struct {
	fields map[string]field
	defs   object
}

// ref refers to a definition, by the name editors find after the #.
func ref(name string) object { return object{"$ref": "#/$defs/" + name} }

// shape gives the schema of a Go type, within the words that a field allows.
func (s *schema) shape(t reflect.Type, about field) object {
	switch t {
	case reflect.TypeFor[pack.Severity]():
		return object{"enum": severities()}
	case reflect.TypeFor[pack.Reach]():
		return object{"type": "string", "pattern": "^(sentence|post|inside|(next|around) [1-9][0-9]*)$"}
	case reflect.TypeFor[pack.Condition]():
		return s.condition(t)
	}
	switch t.Kind() {
	case reflect.String:
		if about.oneOf != nil {
			return object{"enum": about.oneOf}
		}
		return object{"type": "string"}
	case reflect.Bool:
		return object{"type": "boolean"}
	case reflect.Int:
		return object{"type": "integer"}
	case reflect.Pointer:
		return s.shape(t.Elem(), about)
	case reflect.Slice:
		return object{"type": "array", "items": s.shape(t.Elem(), about)}
	case reflect.Map:
		return object{"type": "object", "additionalProperties": s.shape(t.Elem(), about)}
	}
	return s.record(t)
}

// condition defines the one type that contains itself.
func (s *schema) condition(t reflect.Type) object {
	if s.defs["condition"] == nil {
		s.defs["condition"] = object{} // stands in while its own parts refer to it
		s.defs["condition"] = object{"anyOf": []object{{"type": "string"}, s.record(t)}}
	}
	return ref("condition")
}

// record gives the schema of a struct: its described keys and no others.
func (s *schema) record(t reflect.Type) object {
	properties, required := object{}, []string{}
	for _, key := range keysOf(t, s.fields) {
		property := s.shape(t.Field(key.index).Type, key.field)
		property["description"] = key.doc
		properties[key.name] = property
		if key.required {
			required = append(required, key.name)
		}
	}
	return object{"type": "object", "additionalProperties": false, "properties": properties, "required": required}
}
