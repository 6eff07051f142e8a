package learned

// lanes holds what a feature adds to every output, a byte each, laneZero added so that no
// lane is below zero: whole words are then added up without one lane disturbing the next.
type lanes [(maxOutputs + 7) / 8]uint64

// laneZero is more than an output's weight can be below zero: its own and the one of all.
const laneZero = 2*MaxWeight + 2

// get gives what the feature adds to an output.
func (l *lanes) get(output int) int32 {
	return int32(uint8(l[output/8]>>(output%8*8))) - laneZero
}

// set notes what the feature adds to an output.
func (l *lanes) set(output int, by int32) {
	shift := output % 8 * 8
	l[output/8] = l[output/8]&^(0xFF<<shift) | uint64(by+laneZero)<<shift
}

// tally adds up lanes: 16 bits for an output, those of even numbers apart from the odd.
type tally struct {
	even, odd lanes
	rows      int32 // added since the last flush
	sums      [maxOutputs + 1]int32
}

const evenLanes = 0x00FF00FF00FF00FF

// maxTallied is how many rows 16 bits have room for.
const maxTallied = (1<<16 - 1) / (2 * laneZero)

func (t *tally) add(l *lanes) {
	if t.rows == maxTallied {
		t.flush()
	}
	t.rows++
	for i, word := range l {
		t.even[i] += word & evenLanes
		t.odd[i] += word >> 8 & evenLanes
	}
}

// flush moves what was added into sums.
func (t *tally) flush() {
	for i := range t.sums {
		from := &t.even
		if i%2 == 1 {
			from = &t.odd
		}
		t.sums[i] += int32(uint16(from[i/8]>>(i%8/2*16))) - t.rows*laneZero
	}
	t.even, t.odd, t.rows = lanes{}, lanes{}, 0
}
