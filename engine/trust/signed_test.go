package trust

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The files of testdata/signed are what is out there: they must be read, and made again
// byte for byte, by every version to come.
func TestSignedFiles(t *testing.T) {
	const begin, end = 1_798_761_600, 1_806_537_600 // 2027-01-01 and 90 days later
	for file, want := range map[string]struct {
		header Header
		anchor Anchor
	}{
		"acme-3": {Header{Channel: "staff", Version: 3, NotBefore: begin, Expires: end}, staff(oldKey)},
		"acme-4": {Header{Channel: "staff", Version: 4, NotBefore: begin, Expires: end, Withdraws: []KeyID{KeyOf(oldKey).ID()}}, staff(oldKey, newKey)},
	} {
		envelope, err := os.ReadFile("../../testdata/signed/" + file + ".envelope")
		require.NoError(t, err)
		o, err := Accept(envelope, want.anchor, Held{Version: want.header.Version - 1}, begin)
		require.NoError(t, err)
		assert.Equal(t, want.header, o.Header)
		private := oldKey
		if o.Key != KeyOf(oldKey).ID() {
			private = newKey
		}
		again, err := Seal(o.Header, o.Payload, private)
		require.NoError(t, err)
		assert.Equal(t, envelope, again)
	}
}

// Keys and ids of the files, written out: what users' policies hold must not change either.
func TestNamesOfKeys(t *testing.T) {
	assert.Equal(t, "e0cd100214173e6d", KeyOf(oldKey).ID().String())
	assert.Equal(t, "04cbbe06c24362d9", KeyOf(newKey).ID().String())
	assert.Equal(t, "1wzzCVVMcbY++PoSv5OOXckJo1BnBOQxyy6ct7w8FaM=", KeyOf(newKey).String())
	assert.Equal(t, "PzEektpGpijwwa33Ssh3HxiFHr/5Xx3M8w1ySle1370=", KeyOf(oldKey).String())
}
