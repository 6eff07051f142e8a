package trial

import (
	"bytes"
	"io"
	"testing"
	"time"

	"circumspect/engine/pack"
	"circumspect/engine/trust"
)

// step is one request and what it must bring. Steps build on each other.
type step struct {
	name, method, path string
	header             map[string]string
	body               []byte
	// slow sends the body in pieces, of a length that is not told.
	slow   bool
	status int
	says   string            // a pattern in the answer's text
	want   map[string]string // headers of the answer; "" is none, a pattern otherwise
	bytes  []byte            // what the answer unpacks to
	empty  bool              // the answer has no body
}

// steps is the table. Each list is one part of a server's contract.
func steps(t *testing.T) []step {
	return concat(general(), refused(t), unfit(t), served(t), rotated(t))
}

func concat(lists ...[]step) []step {
	var all []step
	for _, list := range lists {
		all = append(all, list...)
	}
	return all
}

const staff = "/v1/channels/staff"

func general() []step {
	return []step{
		{name: "health", method: "GET", path: "/healthz", status: 200, says: `^ok\n$`, want: map[string]string{"Cache-Control": "^no-store$", "Content-Type": "^text/plain; charset=utf-8$"}},
		{name: "health by head", method: "HEAD", path: "/healthz", status: 200, empty: true},
		{name: "health by post", method: "POST", path: "/healthz", body: []byte("a text"), status: 405, want: map[string]string{"Allow": "^GET, HEAD$"}},
		{name: "unknown path", method: "GET", path: "/nowhere", status: 404, says: "leads nowhere"},
		{name: "unknown endpoint", method: "GET", path: "/v1/", status: 404, says: "leads nowhere"},
		{name: "no endpoint takes text", method: "POST", path: "/v1/check", body: []byte("a text"), status: 404},
		{name: "unknown channel", method: "GET", path: "/v1/channels/nobody", status: 404, says: `^request: channel: got "nobody", want one that is published here`},
		{name: "channel that cannot be", method: "GET", path: "/v1/channels/STAFF", status: 404},
		{name: "channel and more", method: "GET", path: staff + "/more", status: 404},
		{name: "channel without envelope", method: "GET", path: staff, status: 404, says: "^channel staff: envelope: got none yet", want: map[string]string{"Etag": "", "Cache-Control": "^no-store$"}},
		{name: "channel by post", method: "POST", path: staff, body: []byte("a text"), status: 405, says: `got "POST", want GET, HEAD, PUT`, want: map[string]string{"Allow": "^GET, HEAD, PUT$"}},
		{name: "channel by delete", method: "DELETE", path: staff, status: 405, want: map[string]string{"Allow": "^GET, HEAD, PUT$"}},
		{name: "preflight", method: "OPTIONS", path: staff, header: map[string]string{"Origin": "https://x.com", "Access-Control-Request-Method": "PUT"}, status: 405, want: map[string]string{"Allow": "^GET, HEAD, PUT$"}},
		{name: "digest that cannot be", method: "GET", path: "/v1/packs/ABC", status: 404, says: "^pack: digest:"},
		{name: "digest that climbs", method: "GET", path: "/v1/packs/..%2fchannels.json", status: 404},
		{name: "unknown digest", method: "GET", path: "/v1/packs/" + trust.Digest(nil), status: 404},
		{name: "put a digest", method: "PUT", path: "/v1/packs/" + trust.Digest(nil), body: []byte("x"), status: 405, want: map[string]string{"Allow": "^GET, HEAD$"}},
		{name: "what the checker page asks", method: "GET", path: "/checker.json", status: 200, says: `^\{"channel":"staff","organisation":"ec","keys":\["` + `[A-Za-z0-9+/]{43}=","`, want: map[string]string{"Content-Type": "^application/json$"}},
	}
}

// put is a step that publishes.
func put(name string, body []byte, status int, says string) step {
	return step{name: name, method: "PUT", path: staff, header: octets(), body: body, status: status, says: says}
}

func octets(more ...string) map[string]string {
	header := map[string]string{"Content-Type": "application/octet-stream"}
	for i := 0; i+1 < len(more); i += 2 {
		header[more[i]] = more[i+1]
	}
	return header
}

// refused are envelopes that are not what they should be, sent while there is none yet.
func refused(t *testing.T) []step {
	good := sealed{version: 3}.bytes(t)
	steps := []step{
		{name: "put to an unknown channel", method: "PUT", path: "/v1/channels/nobody", header: octets(), body: good, status: 404},
		{name: "put without a type", method: "PUT", path: staff, body: good, status: 415, says: `^request: content-type: got "", want application/octet-stream`},
		{name: "put text", method: "PUT", path: staff, header: map[string]string{"Content-Type": "text/plain"}, body: []byte("a text"), status: 415},
		{name: "put packed", method: "PUT", path: staff, header: octets("Content-Encoding", "gzip"), body: good, status: 415, says: "content-encoding"},
		put("nothing", []byte{}, 400, "^envelope: truncated: got 0 bytes"),
		put("text in disguise", []byte("a text"), 400, "^envelope: bad-form:"),
		put("too large", make([]byte, trust.MaxEnvelope+1), 413, "^request: body: got 2097153 bytes, want 2097152 at most"),
		{name: "too large and does not say so", method: "PUT", path: staff, header: octets(), body: make([]byte, trust.MaxEnvelope+1), slow: true, status: 413, says: "^request: body: got more bytes"},
		put("as large as may be", append(bytes.Clone(good), make([]byte, trust.MaxEnvelope-len(good))...), 403, "^envelope: bad-signature:"),
		put("cut within the key", good[:28], 400, "^envelope: truncated: got 28 bytes"),
		put("cut by a byte", good[:len(good)-1], 403, "^envelope: bad-signature:"),
		put("a byte behind", append(bytes.Clone(good), 0), 403, "^envelope: bad-signature:"),
		put("bit of the magic", flipped(good, 3), 400, "^envelope: bad-form:"),
		put("bit of the key", flipped(good, 25), 403, "^envelope: unknown-key:"),
		put("bit of the signature", flipped(good, 40), 403, "^envelope: bad-signature:"),
		put("bit of the body", flipped(good, 100), 403, "^envelope: bad-signature:"),
		put("last bit", flipped(good, -1), 403, "^envelope: bad-signature:"),
		put("a stranger's", sealed{version: 3, key: stranger}.bytes(t), 403, "^envelope: unknown-key:"),
		put("another channel's", sealed{version: 3, channel: "other"}.bytes(t), 403, "^envelope: wrong-channel: got other, want staff"),
		put("expired", sealed{version: 3, from: -48 * time.Hour, lasts: time.Hour}.bytes(t), 403, "^envelope: expired:"),
		put("not yet valid", sealed{version: 3, from: 3 * time.Hour}.bytes(t), 403, "^envelope: not-yet-valid:"),
		put("withdraws itself", flippedKey(t), 400, "^envelope: bad-form:"),
	}
	return append(steps, step{name: "nothing of it was taken", method: "GET", path: staff, status: 404})
}

// flippedKey is signed by the older key and withdraws the newer.
func flippedKey(t *testing.T) []byte {
	return sealed{version: 3, key: older, without: ed25519Keys(newer)}.bytes(t)
}

// unfit are payloads that are signed as they should be and must not be served.
func unfit(t *testing.T) []step {
	with := func(change func(*pack.House)) []byte {
		return sealed{version: 3, payload: payload(change)}.bytes(t)
	}
	return []step{
		put("no house pack", sealed{version: 3, payload: []byte("a payload")}.bytes(t), 422, "^envelope: unreadable:"),
		put("half a house pack", sealed{version: 3, payload: payload(nil)[:60]}.bytes(t), 422, "^envelope: unreadable:"),
		put("pack of another version", sealed{version: 4, payload: payload(nil)}.bytes(t), 422, "^envelope: unfit: got a pack of version 3, want that of its envelope, 4"),
		put("watch words", with(func(h *pack.House) { h.Watch = []pack.Watched{{Word: "a"}, {Word: "b"}, {Word: "c"}} }), 422, "^pack: watch: got 3 words, want none in a served pack\n$"),
		put("private contact", with(func(h *pack.House) { h.Contacts[0].Private = true }), 422, `^pack: contacts\[0\]\.private:`),
		put("internal concept", with(func(h *pack.House) { h.Concepts = []pack.Concept{{ID: "secret", Internal: true}} }), 422, `^pack: concepts\[secret\]\.internal:`),
		put("internal rule", with(func(h *pack.House) { h.Rules = []pack.Rule{{ID: "a/b", Internal: true}} }), 422, `^pack: rules\[a/b\]\.internal:`),
		{name: "nothing of it was kept", method: "GET", path: staff, status: 404},
	}
}

// served publishes and fetches in every way.
func served(t *testing.T) []step {
	third := sealed{version: 3}.bytes(t)
	digest := trust.Digest(third)
	tag := `"` + digest + `"`
	file := "/v1/packs/" + digest
	fresh := map[string]string{
		"Etag": "^" + tag + "$", "Cache-Control": "^public, no-cache$", "Vary": "(?i)accept-encoding", "Content-Type": "^application/octet-stream$",
		"Content-Encoding": "", "Access-Control-Allow-Origin": "", "Set-Cookie": "",
	}
	packed := map[string]string{"Etag": "^" + tag + "$", "Content-Encoding": "^(gzip|br)$", "Vary": "(?i)accept-encoding"}
	ask := func(name string, header map[string]string, status int, want map[string]string) step {
		s := step{name: name, method: "GET", path: staff, header: header, status: status, want: want, bytes: third}
		if status == 304 {
			s.bytes, s.empty = nil, true
		}
		return s
	}
	held := map[string]string{
		"Etag": "^" + tag + "$", "Cache-Control": "^public, no-cache$", "Vary": "(?i)accept-encoding", "Content-Type": "", "Content-Length": "",
		"Content-Security-Policy": "",
	}
	created := put("first", third, 201, "^channel staff: version 3, digest "+digest)
	created.want = map[string]string{"Location": "^" + file + "$"}
	return []step{
		created,
		ask("newest", nil, 200, fresh),
		ask("newest for another origin", map[string]string{"Origin": "https://x.com"}, 200, fresh),
		{name: "newest by head", method: "HEAD", path: staff, status: 200, want: fresh, empty: true},
		ask("held", map[string]string{"If-None-Match": tag}, 304, held),
		ask("held, weak", map[string]string{"If-None-Match": "W/" + tag}, 304, held),
		ask("held, of a list", map[string]string{"If-None-Match": `"other", ` + tag}, 304, held),
		ask("held, anything", map[string]string{"If-None-Match": "*"}, 304, held),
		{name: "held, by head", method: "HEAD", path: staff, header: map[string]string{"If-None-Match": tag}, status: 304, want: held, empty: true},
		ask("another held", map[string]string{"If-None-Match": `"` + trust.Digest(nil) + `"`}, 200, fresh),
		ask("held, without marks", map[string]string{"If-None-Match": digest}, 200, fresh),
		ask("gzip", map[string]string{"Accept-Encoding": "gzip"}, 200, packed),
		ask("what browsers accept", map[string]string{"Accept-Encoding": "gzip, deflate, br, zstd"}, 200, packed),
		ask("anything accepted", map[string]string{"Accept-Encoding": "*;q=0.5"}, 200, packed),
		ask("no gzip", map[string]string{"Accept-Encoding": "gzip;q=0, br;q=0"}, 200, fresh),
		ask("what nobody has", map[string]string{"Accept-Encoding": "compress"}, 200, fresh),
		ask("held, gzip", map[string]string{"Accept-Encoding": "gzip", "If-None-Match": tag}, 304, held),
		{name: "gzip by head", method: "HEAD", path: staff, header: map[string]string{"Accept-Encoding": "gzip"}, status: 200, want: packed, empty: true},
		{name: "by digest", method: "GET", path: file, status: 200, bytes: third, want: map[string]string{"Cache-Control": "immutable", "Etag": "^" + tag + "$"}},
		{name: "by digest, gzip", method: "GET", path: file, header: map[string]string{"Accept-Encoding": "gzip"}, status: 200, bytes: third, want: map[string]string{"Content-Encoding": "^gzip$"}},
		{name: "by digest, held", method: "GET", path: file, header: map[string]string{"If-None-Match": tag}, status: 304, empty: true},
		{name: "by digest, head", method: "HEAD", path: file, status: 200, empty: true},
		{name: "other channel is still empty", method: "GET", path: "/v1/channels/other", status: 404},
		put("replay", third, 409, "^envelope: not-newer: got version 3, want above 3"),
		put("older", sealed{version: 2}.bytes(t), 409, "^envelope: not-newer: got version 2, want above 3"),
		put("same version, other bytes", sealed{version: 3, key: newer}.bytes(t), 409, "^envelope: not-newer:"),
		ask("newest as before", nil, 200, fresh),
	}
}

// rotated goes from the older key to the newer, which withdraws it.
func rotated(t *testing.T) []step {
	fourth := sealed{version: 4, key: newer, without: ed25519Keys(older)}.bytes(t)
	sixth := sealed{version: 6, key: newer}.bytes(t)
	slowly := put("slowly", sixth, 201, "version 6")
	slowly.slow = true
	return []step{
		put("withdraws the older key", fourth, 201, "version 4"),
		put("of the withdrawn key", sealed{version: 5, key: older}.bytes(t), 403, "^envelope: withdrawn-key:"),
		slowly,
		put("of the withdrawn key, later", sealed{version: 7, key: older}.bytes(t), 403, "^envelope: withdrawn-key:"),
		{name: "newest of the newer key", method: "GET", path: staff, status: 200, bytes: sixth},
		{name: "an older one by its digest", method: "GET", path: "/v1/packs/" + trust.Digest(fourth), status: 200, bytes: fourth},
		put("replay after rotation", fourth, 409, "^envelope: not-newer:"),
	}
}

func slowly(body []byte) io.Reader { return &trickle{body} }

// trickle gives a body in pieces; its length cannot be told beforehand.
type trickle struct{ rest []byte }

// Read implements io.Reader.
func (r *trickle) Read(p []byte) (int, error) {
	if len(r.rest) == 0 {
		return 0, io.EOF
	}
	time.Sleep(time.Millisecond)
	n := copy(p, r.rest[:min(len(r.rest), 64<<10)])
	r.rest = r.rest[n:]
	return n, nil
}
