package briefing

import (
	"fmt"
	"strings"
)

var (
	dayNames   = [...]string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}
	monthNames = [...]string{"", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
)

// LongDate is “Mon 8 Nov 2021”.
func LongDate(d Date) string {
	return fmt.Sprintf("%s %d %s %d", dayNames[d.Weekday()], d.Day, monthNames[d.Month], d.Year)
}

// ShortDate leaves the year out where it is the reader's: the anchor's.
func ShortDate(d, anchor Date) string {
	s := fmt.Sprintf("%s %d %s", dayNames[d.Weekday()], d.Day, monthNames[d.Month])
	if d.Year != anchor.Year {
		s += fmt.Sprintf(" %d", d.Year)
	}
	return s
}

// span is “1–7 Nov”, “29 Nov – 3 Dec”, the year where it is not the anchor's.
func span(a, b, anchor Date) string {
	year := ""
	if b.Year != anchor.Year || a.Year != b.Year {
		year = fmt.Sprintf(" %d", b.Year)
	}
	switch {
	case a.Year != b.Year:
		return fmt.Sprintf("%d %s %d – %d %s%s", a.Day, monthNames[a.Month], a.Year, b.Day, monthNames[b.Month], year)
	case a.Month != b.Month:
		return fmt.Sprintf("%d %s – %d %s%s", a.Day, monthNames[a.Month], b.Day, monthNames[b.Month], year)
	}
	return fmt.Sprintf("%d–%d %s%s", a.Day, b.Day, monthNames[b.Month], year)
}

// Calendar is the date of an event as precisely as the text has it, without the
// year where that is the anchor's; "" without a date.
func (e Event) Calendar(anchor Date) string {
	if e.Date == "" {
		return ""
	}
	s := moment(e.Date, e, anchor)
	if e.Until != "" && e.Until != e.Date {
		switch {
		case len(e.Date) == 10 && len(e.Until) == 10:
			s = span(e.From, e.To, anchor)
		default:
			s += "–" + moment(e.Until, Event{}, anchor)
		}
	}
	switch e.Qualifier {
	case "":
	case "about":
		s = "c. " + s
	case "before", "by":
		switch {
		case !late(&e):
		case e.Precision == "week": // “by the end of this week”: its last day
			s = ShortDate(e.To, anchor)
		default: // “before the end of the month”
			s = "the end of " + s
		}
		s = e.Qualifier + " " + s
	default:
		s = e.Qualifier + " " + s
	}
	return s
}

// moment writes one value as DESIGN's dates are written.
func moment(v string, e Event, anchor Date) string {
	day, clock, _ := strings.Cut(v, "T")
	if d, ok := ParseDate(day); ok && len(day) == 10 {
		s := ShortDate(d, anchor)
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
			return monthNames[m] + " " + year
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

// HowKnown says how the date of an event is known: the words, what they come to,
// and by which rule.
func (e Event) HowKnown(m Meta) string {
	var b strings.Builder
	if e.Expression != "" {
		fmt.Fprintf(&b, "“%s”", e.Expression)
	}
	if e.Date != "" {
		if b.Len() > 0 {
			b.WriteString(" → ")
		}
		b.WriteString(e.Calendar(Date{}))
	}
	switch {
	case e.Why != "":
		b.WriteString(": " + strings.TrimSuffix(e.Why, ".") + ".")
	case e.Basis == StatedAs:
		b.WriteString(": stated by the author.")
	case e.Basis == Written && e.Date != "":
		b.WriteString(": written in the text.")
	case m.Date.IsZero():
		b.WriteString(": unresolved, because the briefing has no date that could be its anchor.")
	default:
		b.WriteString(": the text gives no date that it could be counted from.")
	}
	return strings.TrimPrefix(b.String(), ": ")
}
