package ui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"readout/briefing"
)

// reserved is how many lines are kept free for facts that are still to come.
const reserved = 5

// cardLabel is how wide the labels of the card's lines are.
const cardLabel = 9

// cardText is the card of a briefing as lines of at most w cells: what is known
// at once, then what is derived.
func cardText(c briefing.Card, w int, s styles) (known, facts []string) {
	for _, l := range wrap(c.Title, w) {
		known = append(known, s.title.Render(l))
	}
	if c.TitleMade {
		known = append(known, s.faint.Render(clip("(the text has no title: this is its beginning)", w)))
	}
	var from []string
	if c.Date.IsZero() {
		from = append(from, "no date found: relative dates stay unresolved")
	} else {
		from = append(from, longDate(c.Date)+", from the "+c.DateFrom)
	}
	if c.Minutes > 0 {
		from = append(from, fmt.Sprintf("%d min", c.Minutes))
	}
	for _, l := range wrap(strings.Join(from, " · "), w) {
		known = append(known, s.faint.Render(l))
	}
	if c.Marking != "" {
		for _, l := range wrap(c.Marking, w) {
			known = append(known, marking(c.Marking).Render(l))
		}
	}
	for _, f := range c.Fields {
		known = append(known, labelled(f.Name, f.Value, w, s)...)
	}
	for _, warning := range c.Warnings {
		for _, l := range wrap(warning, w) {
			known = append(known, s.warning.Render(l))
		}
	}
	if c.Summary != "" {
		known = append(known, "")
		lines := wrap(c.Summary, w-2)
		if len(lines) > 5 {
			lines = append(lines[:4], clip(lines[4], w-4)+"…")
		}
		bar := s.accent.Render("▎") + " "
		if s.linear {
			bar = ""
			lines[0] = "Summary: " + lines[0]
		}
		for _, l := range lines {
			known = append(known, bar+s.text.Render(l))
		}
	}
	var rows [][2]string
	dates := 12
	for _, e := range c.Next {
		dates = max(dates, ansi.StringWidth(mark(e)+e.Calendar(c.Date)))
	}
	for i, e := range c.Next {
		rows = append(rows, [2]string{first(i, "NEXT"), s.date.Render(pad(mark(e)+e.Calendar(c.Date), dates)) + "  " + e.Gist + number(paragraphOf(e.Evidence))})
	}
	for i, n := range c.Numbers {
		text := s.bold.Render(n.Text)
		if n.About != "" {
			text += "  " + n.About
		}
		rows = append(rows, [2]string{first(i, "NUMBERS"), text + number(paragraphOf(n.Evidence))})
	}
	rows = append(rows, mentions("SOURCES", c.Sources, true, w)...)
	rows = append(rows, mentions("NOT EXPLAINED HERE", c.Unexplained, false, w)...)
	if c.Partial {
		rows = append(rows, [2]string{"", "facts of the first 8 MB only"})
	}
	for _, r := range rows {
		facts = append(facts, cardRow(r[0], r[1], w, s))
	}
	return known, facts
}

// cardRow is one line, cut on the right; the ¶ number at its end stays.
func cardRow(label, text string, w int, s styles) string {
	room := w - max(cardLabel, ansi.StringWidth(label)+1)
	if i := strings.LastIndex(text, "  ¶"); i >= 0 && ansi.StringWidth(text) > room {
		text = ansi.Truncate(text[:i], room-ansi.StringWidth(text[i:]), "…") + text[i:]
	}
	return s.faint.Render(pad(label, cardLabel-1)+" ") + ansi.Truncate(text, max(room, 1), "…")
}

// mentions is what is named and not told, on two lines at most.
func mentions(label string, all []briefing.Mentioned, quoted bool, w int) [][2]string {
	var parts []string
	for _, m := range all {
		t := m.Text
		if quoted {
			t = "“" + t + "”"
		}
		if p := paragraphOf(m.Evidence); p > 0 {
			t += fmt.Sprintf(" ¶%d", p)
		}
		parts = append(parts, strings.ReplaceAll(t, " ", "\u00a0"))
	}
	var rows [][2]string
	for i, l := range wrapAt(strings.Join(parts, " · "), w-max(cardLabel, len(label)+1), 2) {
		rows = append(rows, [2]string{first(i, label), strings.ReplaceAll(l, "\u00a0", " ")})
	}
	return rows
}

func labelled(name, value string, w int, s styles) []string {
	var out []string
	label := pad(strings.ToLower(name), cardLabel-1) + " "
	lines := wrap(value, max(w-ansi.StringWidth(label), 8))
	if len(lines) > 2 {
		lines = append(lines[:1], clip(lines[1], w-cardLabel-2)+"…")
	}
	for i, l := range lines {
		if i > 0 {
			label = strings.Repeat(" ", ansi.StringWidth(label))
		}
		out = append(out, s.faint.Render(label)+s.text.Render(l))
	}
	return out
}

// fillCard sets the head of the page. While the card is on the screen its
// height is kept, so that the line being read does not move.
func (m *Model) fillCard() {
	d := m.doc
	known, facts := cardText(briefing.NewCard(d.text.Meta, d.facts, m.card()), m.lay.measure, m.styles)
	lines := known
	if len(facts) > 0 || d.facts == nil {
		lines = append(lines, "")
	}
	switch {
	case d.facts == nil:
		lines = append(lines, make([]string, reserved)...)
	case d.reserved && d.onCard():
		facts = facts[:min(len(facts), reserved)]
		lines = append(append(lines, facts...), make([]string, reserved-len(facts))...)
		if len(facts) == 0 {
			lines = append(lines, "")
		}
	default:
		lines = append(lines, facts...)
		d.reserved = false
	}
	first := (len(d.page.Head) == 0 || d.top.Above > 0) && d.top == d.page.First()
	d.page.Head = append(lines, "")
	if first {
		d.top = d.page.First()
	}
}

// card is how many dates and numbers the card shows.
func (m *Model) card() int {
	if m.opt.Card > 0 {
		return m.opt.Card
	}
	return briefing.CardItems
}

// onCard reports whether the card is on the screen.
func (d *document) onCard() bool {
	return d.top.Above > 0 && d.top.Pos == d.page.First().Pos
}

func paragraphOf(e []briefing.Evidence) int {
	n, _, _ := standing(e)
	return n
}

func number(paragraph int) string {
	if paragraph == 0 {
		return ""
	}
	return fmt.Sprintf("  ¶%d", paragraph)
}

// mark is ~ before a date that a rule chose.
func mark(e briefing.Event) string {
	if e.Basis == briefing.Chosen && e.Date != "" {
		return "~"
	}
	return ""
}

func first(i int, label string) string {
	if i > 0 {
		return ""
	}
	return label
}
