package wire

import "circumspect/engine"

// BioResult writes what was recognised in a profile in the form of BioAnswer in
// extension/src/shared/protocol.ts, into memory that b had before. Whether the user has
// seen the reminder before, the engine does not know.
func BioResult(b []byte, r engine.BioResult) []byte {
	w := writer{b[:0]}
	w.open('{')
	w.text("grade", string(r.Grade))
	w.flag("enough", r.Enough)
	w.spans("employer", r.Employer)
	w.spans("disclaimer", r.Disclaimer)
	objects(&w, "concerns", r.Concerns, func(k *engine.Concern) {
		w.text("kind", k.Kind)
		w.text("where", k.Where)
		w.number("start", k.Span.Start)
		w.number("end", k.Span.End)
	})
	w.text("lang", r.Lang)
	objects(&w, "texts", r.Texts, func(t *engine.ReadyText) {
		w.text("lang", t.Lang)
		w.text("text", t.Text)
	})
	w.close('}')
	return w.done()
}
