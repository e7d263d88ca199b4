package briefing

import (
	"slices"
	"strings"
)

// Card is what opens the page: what a reader wants to know before reading.
type Card struct {
	Title       string
	TitleMade   bool
	Marking     string
	Date        Date
	DateFrom    string
	Fields      []Field // from, to, subject, source, and what else the file says
	Minutes     int     // 0 until the facts are there
	Summary     string  // the author's own summary, highlights or recommendation
	SummaryAt   Range
	Next        []Event // the first dates ahead
	Numbers     []Number
	Sources     []Mentioned
	Unexplained []Mentioned
	Partial     bool // the facts are those of the first part only
	Warnings    []string
}

// CardItems is how many dates and numbers a card shows at most, unless the reader
// says otherwise.
const CardItems = 3

// NewCard makes the card of a briefing with at most so many dates and numbers;
// without facts, what is known without them.
func NewCard(m Meta, f *Facts, items int) Card {
	c := Card{Title: m.Title, TitleMade: m.TitleMade, Marking: m.Marking, Date: m.Date, DateFrom: m.DateFrom, Summary: m.Summary, Warnings: m.Warnings}
	for _, x := range []Field{{"from", m.From}, {"to", m.To}, {"subject", m.Subject}, {"source", m.Source}} {
		if x.Value != "" && x.Value != m.Title {
			c.Fields = append(c.Fields, x)
		}
	}
	for _, x := range m.More {
		if d, ok := ParseDate(x.Value); !ok || d != m.Date { // the anchor is told already
			c.Fields = append(c.Fields, x)
		}
	}
	if f == nil {
		return c
	}
	c.Minutes, c.Partial = Minutes(f.Words), f.Partial
	if c.Summary == "" {
		c.Summary, c.SummaryAt = f.Summary, f.SummaryAt
	}
	c.Next = next(f.Timeline, m.Date, items)
	c.Numbers = f.Numbers[:min(len(f.Numbers), items)]
	c.Sources, c.Unexplained = f.Sources, f.Unexplained
	return c
}

// next is the first events ahead, one for a day; where hours of a day are given, those
// instead. Hours that the day itself has yet to bring count as ahead. Without an anchor
// nobody knows what is ahead.
func next(timeline []Event, anchor Date, most int) []Event {
	if anchor.IsZero() {
		return nil
	}
	var out []Event
	for _, e := range timeline {
		clock := clockOf(e.Date)
		if e.When != Ahead && (e.When != SameDay || clock == "" || !e.forward && e.Basis != StatedAs) {
			continue
		}
		day, _, _ := strings.Cut(e.Date, "T")
		n := slices.IndexFunc(out, func(o Event) bool { return strings.HasPrefix(o.Date, day) })
		switch {
		case n < 0:
			out = append(out, e)
		case clock == "":
		case clockOf(out[n].Date) == "":
			out[n] = e
		case !slices.ContainsFunc(out, func(o Event) bool { return o.Date == e.Date }):
			out = append(out, e)
		}
		if len(out) > most {
			break
		}
	}
	return out[:min(len(out), most)]
}

// summary is the first paragraph of the author's own summary, else of the
// recommendation.
func summary(r *reading) (string, Range) {
	for _, role := range []Role{Summary, Recommendation} {
		for i, p := range r.leaves {
			if p.kind == Paragraph && r.role(i) == role {
				s := r.units[i].S
				return s, p.Range(0, len(s))
			}
		}
	}
	return "", Range{}
}
