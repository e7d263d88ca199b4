package ui

import (
	"fmt"
	"strings"

	"readout/briefing"
)

var (
	weekdays = [...]string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}
	months   = [...]string{"", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
)

// longDate is “Mon 8 Nov 2021”.
func longDate(d briefing.Date) string {
	return fmt.Sprintf("%s %d %s %d", weekdays[d.Weekday()], d.Day, months[d.Month], d.Year)
}

// shortDate leaves the year out where it is the reader's: the anchor's.
func shortDate(d, anchor briefing.Date) string {
	s := fmt.Sprintf("%s %d %s", weekdays[d.Weekday()], d.Day, months[d.Month])
	if d.Year != anchor.Year {
		s += fmt.Sprintf(" %d", d.Year)
	}
	return s
}

// span is “1–7 Nov”, “29 Nov – 3 Dec”, the year where it is not the anchor's.
func span(a, b, anchor briefing.Date) string {
	year := ""
	if b.Year != anchor.Year || a.Year != b.Year {
		year = fmt.Sprintf(" %d", b.Year)
	}
	switch {
	case a.Year != b.Year:
		return fmt.Sprintf("%d %s %d – %d %s%s", a.Day, months[a.Month], a.Year, b.Day, months[b.Month], year)
	case a.Month != b.Month:
		return fmt.Sprintf("%d %s – %d %s%s", a.Day, months[a.Month], b.Day, months[b.Month], year)
	}
	return fmt.Sprintf("%d–%d %s%s", a.Day, b.Day, months[b.Month], year)
}

// whenOf is the date of an event as precisely as the text has it.
func whenOf(e briefing.Event, anchor briefing.Date) string {
	if e.Date == "" {
		return ""
	}
	s := moment(e.Date, e, anchor)
	if e.Until != "" && e.Until != e.Date {
		switch {
		case len(e.Date) == 10 && len(e.Until) == 10:
			s = span(e.From, e.To, anchor)
		default:
			s += "–" + moment(e.Until, briefing.Event{}, anchor)
		}
	}
	switch e.Qualifier {
	case "":
	case "about":
		s = "c. " + s
	default:
		s = e.Qualifier + " " + s
	}
	return s
}

// moment writes one value as DESIGN's dates are written.
func moment(v string, e briefing.Event, anchor briefing.Date) string {
	day, clock, _ := strings.Cut(v, "T")
	if d, ok := briefing.ParseDate(day); ok && len(day) == 10 {
		s := shortDate(d, anchor)
		if len(clock) >= 5 && clock[2] == ':' {
			s += " " + clock[:5]
		}
		return s
	}
	year, rest, _ := strings.Cut(v, "-")
	switch {
	case strings.HasPrefix(rest, "W") && !e.From.IsZero():
		return span(e.From, e.To, anchor)
	case len(rest) == 2 && rest[0] >= '0' && rest[0] <= '9':
		m := int(rest[0]-'0')*10 + int(rest[1]-'0')
		if m >= 1 && m <= 12 {
			return months[m] + " " + year
		}
	case strings.HasPrefix(rest, "Q"):
		return rest + " " + year
	case strings.HasPrefix(rest, "H"):
		return rest + " " + year
	case rest != "":
		if s, ok := map[string]string{"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}[rest]; ok {
			return s + " " + year
		}
	case len(v) == 3: // a decade
		return v + "0s"
	case len(v) == 2:
		return v + "00s"
	}
	return v
}

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
