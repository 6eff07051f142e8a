package eval

import (
	"fmt"
	"math"
	"strings"
)

// wilson gives the 95 % interval of a share of n posts, as shares.
func wilson(found, n int) (low, high float64) {
	if n == 0 {
		return 0, 1
	}
	const z = 1.959964
	p, size := float64(found)/float64(n), float64(n)
	middle := (p + z*z/(2*size)) / (1 + z*z/size)
	reach := z / (1 + z*z/size) * math.Sqrt(p*(1-p)/size+z*z/(4*size*size))
	return max(0, middle-reach), min(1, middle+reach)
}

// interval gives the 95 % interval in per cent, or a dash where there is nothing to share.
func interval(found, n int) string {
	if n == 0 {
		return "-"
	}
	low, high := wilson(found, n)
	return fmt.Sprintf("%.1f–%.1f", 100*low, 100*high)
}

// percent gives a share with one decimal, or a dash where there is nothing to share.
func percent(n, all int) string {
	if all == 0 {
		return "-"
	}
	return inHundred(n, all) + " %"
}

// inHundred gives a share in per cent without the sign, for columns that bear it.
func inHundred(n, all int) string {
	if all == 0 {
		return "-"
	}
	return fmt.Sprintf("%.1f", 100*float64(n)/float64(all))
}

// share says n of all, in per cent.
func share(n, all int) string { return fmt.Sprintf("%d of %d (%s)", n, all, percent(n, all)) }

// categoryOf gives the category of a rule, which is the folder it stands in.
func categoryOf(rule string) string {
	category, _, _ := strings.Cut(rule, "/")
	return category
}
