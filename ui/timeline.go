package ui

import (
	"cmp"
	"fmt"

	"readout/briefing"
)

// timelineItems are the events: earlier, the briefing's own day, ahead, with a
// line for today; then what has no date.
func timelineItems(f *briefing.Facts, m briefing.Meta, today briefing.Date) []item {
	var out []item
	main := briefing.MainEvents(f, m)
	groups := map[briefing.When]string{
		briefing.Earlier: "EARLIER", briefing.SameDay: "THAT DAY", briefing.Ahead: "AHEAD",
		briefing.Undated: fmt.Sprintf("UNDATED %d", undated(f)),
	}
	now := item{now: "today, " + briefing.ShortDate(today, m.Date)}
	told := today.IsZero()
	for i, e := range f.Timeline {
		group := groups[e.When]
		if !told && (e.When == briefing.Undated || !e.From.IsZero() && today.Before(e.From)) {
			if n := len(out); n > 0 {
				now.group = out[n-1].group
				out = append(out, now)
			}
			told = true
		}
		it := item{group: group, lesser: !main[i], own: e.When == briefing.SameDay, ahead: e.When == briefing.SameDay || e.When == briefing.Ahead, label: mark(e) + e.Calendar(m.Date), text: cmp.Or(e.Gist, e.Text), key: e.Expression}
		if e.When == briefing.Undated && e.Expression != "" {
			it.label = "“" + e.Expression + "”"
		}
		it.number, it.words, it.sentence = standing(e.Evidence)
		it.box = e.HowKnown(m)
		out = append(out, it)
	}
	if n := len(out); n > 0 && !told {
		now.group = out[n-1].group
		out = append(out, now)
	}
	return out
}

func undated(f *briefing.Facts) (n int) {
	for _, e := range f.Timeline {
		if e.When == briefing.Undated {
			n++
		}
	}
	return n
}

// standing is where a fact stands: its first evidence that is on the page (the
// title is in the card).
func standing(e []briefing.Evidence) (number int, words, sentence briefing.Range) {
	if len(e) == 0 {
		return 0, briefing.Range{}, briefing.Range{}
	}
	at := e[0]
	for _, x := range e {
		if x.Paragraph > 0 {
			at = x
			break
		}
	}
	return at.Paragraph, at.At, at.Sentence
}
