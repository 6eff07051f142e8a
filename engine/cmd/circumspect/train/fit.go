package train

import (
	"math"
	"math/rand/v2"

	"circumspect/engine/learned"
)

// The settings of the fit, chosen by cross-validation.
const (
	rounds    = 10   // times every post is looked at
	averaged  = 6    // last rounds whose weights are averaged: what one post happened to do last weighs less
	step      = 0.1  // length of a step, which shrinks by AdaGrad
	breachTo  = 3    // how much more a missed breach counts than a false alarm
	realTo    = 3    // how much an edited real post counts more than an invented one
	pairTo    = 1    // how much a breach must stand above its twin
	decay     = 1e-5 // pull of every weight towards 0
	vectorTo  = 1    // how strong word vectors are
	seed      = 17
	gradLimit = 2
)

// weights are those of all columns, then of the dimensions of word vectors; of each one
// for every output and, last, one for "breaks anything".
type weights struct {
	outputs int
	w, sum  []float32
	bias    []float32
}

// problem is what to fit.
type problem struct {
	table   *table
	vectors [][]float32 // of each post, the sum of its words' vectors; may be nil
	want    [][]bool    // of each post, by output and last whether it breaks anything
	weight  []float32   // of each post
	twins   [][]int
}

// fit learns from the posts listed.
func (p *problem) fit(list []int) *weights {
	outputs := len(p.want[0])
	size := len(p.table.keys) + dimensions
	w := &weights{outputs, make([]float32, size*outputs), make([]float32, size*outputs), make([]float32, outputs)}
	order := append([]int(nil), list...)
	in := make([]bool, len(p.want))
	for _, i := range list {
		in[i] = true
	}
	chance := rand.New(rand.NewPCG(seed, seed))
	mean := &weights{outputs: outputs, w: make([]float32, size*outputs), bias: make([]float32, outputs)}
	for round := range rounds {
		chance.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			p.learn(w, i)
			for _, twin := range p.twins[i] {
				if in[twin] {
					p.part(w, i, twin)
				}
			}
		}
		if round >= rounds-averaged {
			mean.add(w, 1.0/averaged)
		}
	}
	return mean
}

// add adds a share of other weights.
func (w *weights) add(other *weights, share float32) {
	addTo(w.w, other.w, share)
	addTo(w.bias, other.bias, share)
}

// learn moves the weights by one post (squared hinge loss).
func (p *problem) learn(w *weights, i int) {
	s, slope := make([]float32, w.outputs), make([]float32, w.outputs)
	p.scores(w, i, s)
	for c, want := range p.want[i] {
		slope[c] = p.weight[i] * slopeOf(s[c], want)
		if want && c < w.outputs-1 {
			slope[c] *= breachTo
		}
		w.bias[c] -= float32(step * 0.1 * slope[c])
	}
	p.move(w, i, slope)
}

// part moves a breach and its twin away from each other.
func (p *problem) part(w *weights, breach, twin int) {
	s, t := make([]float32, w.outputs), make([]float32, w.outputs)
	p.scores(w, breach, s)
	p.scores(w, twin, t)
	up, down := make([]float32, w.outputs), make([]float32, w.outputs)
	for c, want := range p.want[breach] {
		if want {
			up[c] = slopeOf(s[c]-t[c], true) * pairTo * p.weight[breach]
			down[c] = -up[c]
		}
	}
	p.move(w, breach, up)
	p.move(w, twin, down)
}

// slopeOf is the slope of the squared hinge loss, limited so that one post does not
// outweigh the others.
func slopeOf(s float32, want bool) float32 {
	if want {
		return -max(0, min(gradLimit, 1-s))
	}
	return max(0, min(gradLimit, 1+s))
}

// scores gives the outputs for a post.
func (p *problem) scores(w *weights, i int, s []float32) {
	copy(s, w.bias)
	for _, v := range p.table.rows[i] {
		addTo(s, w.w[int(v.column)*w.outputs:], v.by)
	}
	for d, by := range p.vector(i) {
		addTo(s, w.w[(len(p.table.keys)+d)*w.outputs:], by)
	}
}

// addTo adds a multiple of from to s.
func addTo(s, from []float32, by float32) {
	for c := range s {
		s[c] += float32(by * from[c])
	}
}

func (p *problem) vector(i int) []float32 {
	if p.vectors == nil {
		return nil
	}
	return p.vectors[i]
}

// move takes a step against the slope.
func (p *problem) move(w *weights, i int, slope []float32) {
	for _, v := range p.table.rows[i] {
		w.step(int(v.column), v.by, slope)
	}
	for d, by := range p.vector(i) {
		w.step(len(p.table.keys)+d, by, slope)
	}
}

// step moves the weights of one column (AdaGrad: the more a weight has moved, the
// shorter its steps).
func (w *weights) step(column int, by float32, slope []float32) {
	at := column * w.outputs
	for c, s := range slope {
		if s == 0 {
			continue
		}
		g := float32(s*by) + float32(decay*w.w[at+c])
		w.sum[at+c] += float32(g * g)
		w.w[at+c] -= float32(float32(step*g) / (float32(math.Sqrt(float64(w.sum[at+c]))) + 1e-3))
	}
}

// outputsOf gives what a fit should say of a post.
func outputsOf(p *Post, categories []string) []bool {
	want := make([]bool, len(categories)+1)
	for i, c := range categories {
		for _, e := range p.Expect {
			want[i] = want[i] || e == c
		}
	}
	want[len(categories)] = p.Breaks()
	return want
}

// Vectors gives words their places in a space in which words used alike stand together.
type Vectors struct {
	Of map[learned.Key][]float32 // each of length 1
	// Words lists the keys, the most frequent first.
	Words []learned.Key
}

// dimensions of the word vectors.
const dimensions = 100

// vectorsOf adds up the vectors of each post's words, as the model will add their weights.
func vectorsOf(list [][]learned.Feature, v *Vectors) [][]float32 {
	if v == nil {
		return nil
	}
	sums := make([][]float32, len(list))
	for i, features := range list {
		sum, n := make([]float32, dimensions), 0
		for _, f := range features {
			if f.Family != learned.Words {
				continue
			}
			n++
			for d, x := range v.Of[f.Key] {
				sum[d] += x
			}
		}
		for d := range sum {
			sum[d] = float32(float64(sum[d]*vectorTo) / math.Sqrt(float64(n+learned.Prior)))
		}
		sums[i] = sum
	}
	return sums
}
