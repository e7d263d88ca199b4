package ui

import (
	"fmt"

	"readout/briefing"
)

var months = [...]string{"", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// longDate is “Mon 8 Nov 2021”.
func longDate(d briefing.Date) string { return briefing.LongDate(d) }

// age is how old a briefing is: “3 days old”, “today”.
func age(d, today briefing.Date) string {
	switch n := today.Days() - d.Days(); {
	case n == 0:
		return "today"
	case n == 1:
		return "yesterday"
	case n < 0 && n > -60:
		return fmt.Sprintf("in %s", count(-n, "day"))
	case n < 0:
		return "in the future"
	case n < 60:
		return count(n, "day") + " old"
	case n < 730:
		return count(n/30, "month") + " old"
	default:
		return count(n/365, "year") + " old"
	}
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
