package trust

import "fmt"

const (
	day       = 24 * 60 * 60
	firstYear = 1970
)

// date writes Unix seconds for people, as RFC 3339 in UTC. Package time would do it, and
// add 16 KB (gzip) to the engine in the browser.
func date(unix int64) string {
	unix = min(max(unix, 0), maxTime)
	days, year, month := unix/day, firstYear, 1
	for ; days >= yearDays(year); year++ {
		days -= yearDays(year)
	}
	for ; days >= monthDays(year, month); month++ {
		days -= monthDays(year, month)
	}
	second := unix % day
	return fmt.Sprintf("%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, days+1, second/3600, second/60%60, second%60)
}

func leap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func yearDays(year int) int64 {
	if leap(year) {
		return 366
	}
	return 365
}

func monthDays(year, month int) int64 {
	switch {
	case month == 2:
		return yearDays(year) - 337
	case month == 4 || month == 6 || month == 9 || month == 11:
		return 30
	}
	return 31
}
