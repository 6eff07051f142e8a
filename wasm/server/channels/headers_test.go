package channels_test

import (
	"testing"

	"circumspect/engine/trust"
	"circumspect/wasm/server/channels"

	"github.com/stretchr/testify/assert"
)

func TestChosen(t *testing.T) {
	offered := []string{"br", "gzip"}
	for accepted, want := range map[string]string{
		"": "", "gzip": "gzip", "br": "br", "gzip, br": "br", "GZIP": "gzip", "identity": "", "*": "br", "*;q=0": "",
		"gzip;q=1, br;q=0.5": "gzip", "br;q=0, gzip": "gzip", "br;q=0, *": "gzip", "gzip;q=0": "", "gzip;q=2": "", "gzip;q=x": "",
		"gzip;q=NaN": "", "gzip; q=0.3 , br ;q=0.2": "gzip", "zstd, deflate": "", "gzip;level=3": "gzip", ",,": "",
	} {
		assert.Equal(t, want, channels.Chosen([]string{accepted}, offered), accepted)
	}
	assert.Equal(t, "gzip", channels.Chosen([]string{"deflate", " gzip"}, offered), "headers apart, as a worker hands them on")
	assert.Equal(t, "", channels.Chosen([]string{"br"}, []string{"gzip"}))
}

func TestHolds(t *testing.T) {
	digest := trust.Digest(nil)
	tag := channels.Tag(digest)
	for value, want := range map[string]bool{
		tag: true, "W/" + tag: true, `"x", ` + tag: true, "*": true,
		digest: false, `"x"`: false, "": false, `"` + digest[1:] + `"`: false,
	} {
		assert.Equal(t, want, channels.Holds([]string{value}, tag), value)
	}
}
