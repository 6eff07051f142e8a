package learned

// Key stands for a feature: 32 bits of a hash. Features are not kept by name, and those
// a model has no weight for are not in it, so that a collision is a matter of chance
// (some 60,000 rows among four billion keys).
type Key uint32

const (
	fnvOffset = 2166136261 // FNV-1a, 32 bits
	fnvPrime  = 16777619
)

// Seeds keep the families apart: the same letters are one feature as a word and
// another as part of a word.
const (
	seedWord Key = fnvOffset + iota
	seedPair
	seedLetters
	seedConcept
	seedSituation
)

// hash continues seed over text.
func hash[T string | []byte](seed Key, text T) Key {
	h := seed
	for i := 0; i < len(text); i++ {
		h = (h ^ Key(text[i])) * fnvPrime
	}
	return mix(h)
}

// both gives the key of two features in this order.
func both(seed, a, b Key) Key { return mix((seed^a)*fnvPrime ^ b*0x9E3779B1) }

// mix spreads a change of any bit over all of them (the last steps of MurmurHash3).
func mix(h Key) Key {
	h ^= h >> 16
	h *= 0x85EBCA6B
	h ^= h >> 13
	h *= 0xC2B2AE35
	return h ^ h>>16
}

// WordKey gives the key of a word as the folded text spells it.
func WordKey(word string) Key { return hash(seedWord, word) }
