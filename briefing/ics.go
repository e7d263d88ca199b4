package briefing

import (
	"bufio"
	"cmp"
	"encoding/hex"
	"fmt"
	"hash/fnv"
	"io"
	"strings"
	"unicode/utf8"
)

// WriteICS writes the timelines of briefings as one iCalendar file (RFC 5545).
//
// An event that is known to the day, or a stretch of days or weeks, becomes an
// all-day event; one with a clock time a timed one, floating, because the text
// seldom says whose clock it means. Months and what is coarser would cover the
// calendar with bars that nobody asked for: they are left out, and counted. A date
// that a rule chose, or that the text has as “about”, is tentative. No event makes
// its reader busy.
//
// The same briefing gives the same file: the stamp is its date anchor, and a UID
// comes from the title, the date and the words, so that importing it again changes
// events instead of doubling them.
func WriteICS(w io.Writer, all ...Briefing) error {
	c := calendar{w: bufio.NewWriter(w), seen: map[string]int{}}
	c.raw("BEGIN", "VCALENDAR")
	c.raw("VERSION", "2.0")
	c.raw("PRODID", "-//readout//readout//EN")
	c.raw("CALSCALE", "GREGORIAN")
	left := 0
	var titles, markings []string
	for _, b := range all {
		for _, e := range b.Timeline {
			if _, _, ok := days(e); !ok {
				left++
			}
		}
		titles = append(titles, b.Meta.Title)
		if m := b.Meta.Marking; m != "" {
			markings = append(markings, m)
		}
	}
	c.text("X-WR-CALNAME", strings.Join(titles, " · "))
	if len(markings) > 0 {
		c.text("X-READOUT-MARKING", strings.Join(markings, " · "))
	}
	c.text("X-READOUT-LEFT-OUT", fmt.Sprintf("%d events without a day: undated, or known to the month at best", left))
	for i := range all {
		c.events(&all[i])
	}
	c.raw("END", "VCALENDAR")
	return c.w.Flush()
}

type calendar struct {
	w    *bufio.Writer
	seen map[string]int // how often a UID was given
}

func (c *calendar) events(b *Briefing) {
	stamp := "19700101T000000Z"
	if d := b.Meta.Date; !d.IsZero() {
		stamp = icsDay(d) + "T000000Z"
	}
	for _, e := range b.Timeline {
		from, until, ok := days(e)
		if !ok {
			continue
		}
		c.raw("BEGIN", "VEVENT")
		c.raw("UID", c.uid(b.Meta.Title, e))
		c.raw("DTSTAMP", stamp)
		c.when(e, from, until)
		summary := cmp.Or(oneLine(e.Gist), oneLine(e.Text))
		if e.Qualifier != "" { // it is not on that day
			summary = "(" + e.Qualifier + ") " + summary
		}
		c.text("SUMMARY", summary)
		c.text("DESCRIPTION", description(b, e))
		if e.Basis == Chosen || e.Qualifier == "about" {
			c.raw("STATUS", "TENTATIVE")
		} else {
			c.raw("STATUS", "CONFIRMED")
		}
		if open(b.Meta.Marking) {
			c.raw("CLASS", "PUBLIC")
		} else {
			c.raw("CLASS", "CONFIDENTIAL")
		}
		c.raw("TRANSP", "TRANSPARENT")
		c.raw("END", "VEVENT")
	}
}

// days is the first and the last day of an event; not ok where the text knows
// either only to the month or worse.
func days(e Event) (from, until Date, ok bool) {
	fine := func(p string) bool { return p == "minute" || p == "day" || p == "week" }
	if e.From.IsZero() || e.To.IsZero() || e.To.Before(e.From) || !fine(precision(e.Date)) || e.Until != "" && !fine(precision(e.Until)) {
		return Date{}, Date{}, false
	}
	return e.From, e.To, true
}

// when writes the dates. DTEND is the day after the last one; a clock time stands
// only where the beginning has one, and the end has one too if there is an end.
func (c *calendar) when(e Event, from, until Date) {
	start, end := icsClock(e.Date), icsClock(e.Until)
	if start != "" && (end != "" && (from.Before(until) || start < end) || e.Until == "") {
		c.raw("DTSTART", icsDay(from)+start)
		if end != "" {
			c.raw("DTEND", icsDay(until)+end)
		}
		return
	}
	c.raw("DTSTART;VALUE=DATE", icsDay(from))
	c.raw("DTEND;VALUE=DATE", icsDay(until.Add(1)))
}

func icsDay(d Date) string { return fmt.Sprintf("%04d%02d%02d", d.Year, d.Month, d.Day) }

// icsClock is the clock time of a date as T140000; "" without one.
func icsClock(date string) string {
	c := clockOf(date)
	if len(c) < len("14:00") || c[2] != ':' || strings.Trim(c[:2]+c[3:5], "0123456789") != "" || c[:2] > "23" || c[3:5] > "59" {
		return ""
	}
	return "T" + c[:2] + c[3:5] + "00"
}

// uid names an event by what it says, not by where it stands.
func (c *calendar) uid(title string, e Event) string {
	h := fnv.New128a()
	for _, s := range []string{title, e.Date, e.Until, e.Text, e.Gist} {
		fmt.Fprintf(h, "%d:%s", len(s), s)
	}
	id := hex.EncodeToString(h.Sum(nil))
	n := c.seen[id]
	c.seen[id]++
	if n > 0 { // the same said twice
		id += fmt.Sprintf("-%d", n+1)
	}
	return id + "@readout"
}

// description is the marking, the whole sentence, how its date is known, and where
// it stands.
func description(b *Briefing, e Event) string {
	var lines []string
	if b.Meta.Marking != "" {
		lines = append(lines, oneLine(b.Meta.Marking))
	}
	lines = append(lines, "“"+oneLine(e.Text)+"”", oneLine(e.HowKnown(b.Meta)))
	where := oneLine(b.Meta.Title)
	if p := paragraphOf(e.Evidence); p > 0 {
		where += fmt.Sprintf(", ¶%d", p)
	}
	return strings.Join(append(lines, where), "\n")
}

// text writes a property whose value is TEXT.
func (c *calendar) text(name, value string) {
	var b strings.Builder
	for _, r := range value {
		switch {
		case r == '\\' || r == ';' || r == ',':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case visible(r) >= 0 && r != '\u2028' && r != '\u2029': // some readers end lines there
			b.WriteRune(visible(r))
		}
	}
	c.raw(name, b.String())
}

// raw writes a content line, folded at 75 octets between runes.
func (c *calendar) raw(name, value string) {
	const most = 75
	s := name + ":" + value
	room := most
	for len(s) > room {
		n := room
		for n > 1 && !utf8.RuneStart(s[n]) {
			n--
		}
		_, _ = c.w.WriteString(s[:n] + "\r\n ")
		s, room = s[n:], most-1 // the blank counts
	}
	_, _ = c.w.WriteString(s + "\r\n")
}

// oneLine is words without line breaks and double blanks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// paragraphOf is where a fact stands on the page: the title is in the card.
func paragraphOf(e []Evidence) int {
	for _, x := range e {
		if x.Paragraph > 0 {
			return x.Paragraph
		}
	}
	return 0
}
