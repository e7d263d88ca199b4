package ui

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"readout/briefing"
)

// line joins what stands left and right on a line of w cells; the right gives
// way first, part by part.
func line(left string, right []string, w int, s styles) string {
	for n := len(right); n >= 0; n-- {
		r := strings.Join(right[len(right)-n:], " · ")
		if r != "" {
			r += " "
		}
		if room := w - ansi.StringWidth(r) - 2; room >= min(ansi.StringWidth(left), 24) || n == 0 {
			l := shorten(left, max(w-ansi.StringWidth(r)-1, 0))
			return pad(l, w-ansi.StringWidth(r)) + s.faint.Render(r)
		}
	}
	return pad("", w)
}

// badge is the marking as it stands in the first and the last line.
func (m *Model) badge() string {
	words := ""
	switch {
	case m.mode == inReader && m.doc != nil:
		words = m.doc.text.Meta.Marking
	case m.mode == inPile && m.pile.ahead != nil && len(m.pile.shown) > 0 && m.pile.preview && m.lay.tier == wide:
		words = m.pile.ahead.text.Meta.Marking
	}
	if words == "" {
		return " "
	}
	return " " + marking(words).Render(" "+shorten(words, max(m.w/4, 12))+" ") + " "
}

// topLine is the first line of the screen.
func (m *Model) topLine() string {
	if m.help {
		return line(m.badge()+m.styles.bold.Render("Keys"), []string{m.opt.Keys.keyOf(everywhere, showHelp) + " closes"}, m.w, m.styles)
	}
	if m.mode == inPile {
		var right []string
		if n := len(m.pile.shelf.Notes); n > 0 {
			right = append(right, shorten(printable(m.pile.shelf.Notes[n-1]), 40))
		}
		all := count(len(m.pile.entries), "briefing")
		if m.pile.filter != "" {
			all = fmt.Sprintf("/%s  %d of %s", shorten(m.pile.filter, 20), len(m.pile.shown), all)
		}
		return line(m.badge()+m.styles.bold.Render(printable(m.pile.name)), append(right, all), m.w, m.styles)
	}
	if m.mode == inWait {
		return line(m.badge()+m.styles.faint.Render(printable(filepath.Base(m.files[m.file]))), nil, m.w, m.styles)
	}
	d := m.doc
	meta := d.text.Meta
	var right []string
	if !meta.Date.IsZero() {
		right = append(right, longDate(meta.Date))
		if !m.opt.Today.IsZero() {
			right = append(right, age(meta.Date, m.opt.Today))
		}
	} else {
		right = append(right, "no date")
	}
	if f := d.facts; f != nil {
		right = append(right, m.left(f))
		if n := len(f.Paragraphs); n > 0 && d.has {
			last := f.Paragraphs[n-1].Number
			about := ""
			if f.Partial {
				about = "≈"
			}
			right = append(right, fmt.Sprintf("¶%d of %s%d", f.Paragraph(d.focus.At.Start), about, last))
		}
	} else {
		right = append(right, fmt.Sprintf("%d%%", d.percent()))
	}
	if len(m.files) > 1 {
		right = append(right, fmt.Sprintf("%d/%d", m.file+1, len(m.files)))
	}
	title := m.styles.bold.Render(meta.Title)
	if meta.Title == "" || d.onTitle() && m.lay.text.h > 0 {
		title = m.styles.faint.Render(printable(filepath.Base(d.path)))
	}
	return line(m.badge()+title, right, m.w, m.styles)
}

// left is the time that the rest takes to read.
func (m *Model) left(f *briefing.Facts) string {
	d := m.doc
	rest := len(d.text.Markdown) - int(d.top.Pos)
	if d.onCard() {
		rest = len(d.text.Markdown)
	}
	words := f.Words * rest / max(len(d.text.Markdown), 1)
	if f.Partial && f.Upto > 0 {
		words = int(float64(f.Words) / float64(f.Upto) * float64(rest))
		return fmt.Sprintf("≈%d min left", briefing.Minutes(words))
	}
	return fmt.Sprintf("%d min left", max(briefing.Minutes(words), 1))
}

// onTitle reports whether the card's title is on the screen: it need not stand
// over it a second time.
func (d *document) onTitle() bool { return d.top.Above > 0 && d.top == d.page.First() }

// percent is how far into the source the screen is.
func (d *document) percent() int {
	return int(d.top.Pos) * 100 / max(len(d.text.Markdown), 1)
}

// bottomLine is the last line: the prompt, a note, or what keys do here.
func (m *Model) bottomLine() string {
	if p := m.prompt; p != nil {
		state := ""
		if p.in == inText && m.finding != nil && p.text != "" {
			state = m.finding.String()
		}
		if p.wrong != "" {
			state = printable(p.wrong)
		}
		if p.ask != nil {
			return line(m.badge()+p.sign, nil, m.w, m.styles)
		}
		return line(m.badge()+p.sign+tail(p.text, m.w/2)+"▏", []string{state}, m.w, m.styles)
	}
	var right []string
	if m.finding != nil && m.mode == inReader && !m.help {
		sign := "/"
		if m.finding.filter {
			sign = "&"
		}
		if m.finding.lights {
			sign = "all of "
		}
		right = append(right, sign+shorten(m.finding.typed, 20)+"  "+m.finding.String())
	}
	if m.pending != none {
		return line(m.badge()+m.pending.waits(), right, m.w, m.styles)
	}
	if m.counted > 0 {
		right = append(right, fmt.Sprint(m.counted))
	}
	if m.doc != nil && m.mode == inReader && !m.doc.done {
		reading := "reading…"
		if m.doc.read >= 0 {
			reading = fmt.Sprintf("reading… %d%%", m.doc.read)
		}
		right = append(right, reading)
	}
	if m.note == "" && m.opening.going() {
		return line(m.badge()+m.opening.about, right, m.w, m.styles)
	}
	if m.note != "" {
		return line(m.badge()+m.note, right, m.w, m.styles)
	}
	room := m.w - ansi.StringWidth(m.badge()) - 2
	if len(right) > 0 {
		room -= ansi.StringWidth(strings.Join(right, " · ")) + 2
	}
	return line(m.badge()+m.hints(room), right, m.w, m.styles)
}

// hints says what the main keys do in this place, in room cells.
func (m *Model) hints(room int) string {
	in := m.where()
	leave := "close"
	if m.opt.Library == nil {
		leave = "quit"
	}
	hint := func(a action, words string) string {
		k := m.opt.Keys.keyOf(in, a)
		if k == "" {
			return ""
		}
		return m.styles.accent.Render(k) + " " + m.styles.faint.Render(words)
	}
	var parts []string
	switch {
	case m.help:
		parts = []string{hint(lineDown, "down"), hint(pageDown, "page"), hint(openPalette, "find an action"), hint(showHelp, "back")}
	case in == inLibrary && len(m.pile.shown) == 0:
		parts = []string{hint(showHelp, "help"), hint(closeReader, "quit")}
		if m.pile.filter != "" {
			parts = slices.Insert(parts, 0, hint(escape, "all again"))
		}
	case in == inText:
		parts = []string{hint(openTimeline, "timeline"), hint(showHelp, "help"), hint(openFigures, "figures"), hint(openIssues, "issues"),
			hint(search, "search"), hint(closeReader, leave), hint(openContents, "contents"), hint(nextSection, "next section"), hint(openLinks, "links")}
		if k := m.opt.Keys.keyOf(in, slideLeft); k != "" && m.sideways {
			parts = slices.Insert(parts, 2, m.styles.accent.Render(k)+" "+hint(slideRight, "sideways"))
		}
		if m.finding != nil && len(m.finding.hits) > 1 {
			off := "lights off"
			if m.doc.only != nil {
				off = "all sections"
			}
			parts = slices.Insert(parts, 0, hint(nextHit, "next"), hint(prevHit, "previous"), hint(escape, off))
		}
	case in == inPane:
		parts = []string{hint(enter, "go to sentence"), hint(switchFocus, "back to text"), hint(showHelp, "help"), hint(nextPane, "next pane"), hint(nextSection, "next group"), hint(search, "filter")}
	case in == inList:
		parts = []string{hint(enter, "go"), hint(escape, "back"), hint(search, "filter"), hint(showHelp, "help")}
	default:
		parts = []string{hint(enter, "open"), hint(search, "filter"), hint(showHelp, "help"), hint(closeReader, "quit"), hint(sortPile, "order")}
		if m.lay.tier == wide {
			parts = append(parts, hint(switchFocus, "preview"))
		}
	}
	if i := slices.Index(parts, hint(showHelp, "help")); i > 0 && m.w < 60 { // it leads to all the others
		parts = slices.Insert(slices.Delete(parts, i, i+1), 0, hint(showHelp, "help"))
	}
	out := ""
	for _, p := range parts {
		next := out
		if next != "" {
			next += "  "
		}
		next += p
		if ansi.StringWidth(next) > room {
			break
		}
		out = next
	}
	return out
}

// tail is the end of s, at most w cells.
func tail(s string, w int) string {
	if n := ansi.StringWidth(s); n > w {
		return ansi.TruncateLeft(s, n-w+1, "…")
	}
	return s
}
