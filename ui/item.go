package ui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"readout/briefing"
)

// An item is a line of a pane: a fact, or a line between facts (now).
type item struct {
	group    string // its heading
	now      string // a line for today: not to be chosen
	own      bool   // the briefing's own day
	ahead    bool   // on that day or later
	lesser   bool   // not among the main ones of a long list
	label    string // the left column
	text     string // quoted
	key      string // words of the text that are to be read, however it is cut
	more     string // what the text says of it, faint
	number   int    // ¶
	words    briefing.Range
	sentence briefing.Range
	box      string              // why it is here, in sentences
	lights   []briefing.Evidence // every mention, for Enter to light up
	link     *briefing.Link      // what Enter follows, in the list of links
}

// placed reports whether the item stands somewhere in the text.
func (i item) placed() bool { return i.words.Start < i.words.End }

// heading reports whether the item is a section: it goes to the top of the screen.
func (i item) heading() bool { return i.placed() && i.words == i.sentence }

// leastRoom is how wide the words of an item are at least beside their label.
const leastRoom = 24

// A shape is how an item fills its lines.
type shape struct {
	number      string
	above       bool     // the label stands over the words, whole
	lines, more []string // what is quoted, and what stands faint at the end of its last line and under it
	cut         bool     // of the faint words
}

// height is how many lines the words take, the label not counted.
func (s shape) height() int { return max(len(s.lines), len(s.lines)-1+len(s.more)) }

// shape lays an item out in w cells and at most deep lines, the left column being label
// cells wide.
func (p *pane) shape(it item, w, label, deep int) shape {
	var s shape
	switch {
	case it.number > 0:
		s.number = fmt.Sprintf(" ¶%d", it.number)
	case it.placed() && !it.heading() && it.link == nil: // it stands in no paragraph
		s.number = " title"
	}
	lead := 2
	if label > 0 {
		lead += label + 2
	}
	room := max(w-lead-ansi.StringWidth(s.number)-1, 4)
	if s.above = label > 0 && room < leastRoom; s.above {
		room = max(w-5, 4)
	}
	s.lines = wrapKeeping(it.text, it.key, room, deep)
	if len(s.lines) == 0 {
		s.lines = []string{""}
	}
	switch n := room - ansi.StringWidth(s.lines[len(s.lines)-1]); {
	case it.more == "":
	case len(s.lines) == 1 && n > ansi.StringWidth(it.more)+2:
		s.more = []string{"  " + it.more}
	case len(s.lines) < deep:
		s.more = append([]string{""}, wrapAt(it.more, room, deep-len(s.lines))...)
		s.cut = len(wrap(it.more, room)) > deep-len(s.lines)
	case n > 8:
		s.more, s.cut = []string{"  " + shorten(it.more, n-2)}, true
	default:
		s.cut = true
	}
	return s
}

// item draws one item in a line or some: mark, label, words, number.
func (p *pane) item(it item, w, label int, cursor, held bool, at briefing.Range, s styles) []string {
	if it.now != "" {
		text := "── " + it.now + " "
		return []string{s.date.Render(text + strings.Repeat("─", max(w-ansi.StringWidth(text), 0)))}
	}
	shape := p.shape(it, w, label, max(p.deep, leastLines))
	number, lines, more, above := shape.number, shape.lines, shape.more, shape.above
	told := len(lines) - 1
	for len(lines) < shape.height() {
		lines = append(lines, "")
	}
	sign := "  "
	style := s.text
	switch {
	case cursor && held:
		sign, style = s.accent.Render("▌")+" ", s.bold
	case cursor:
		sign = s.faint.Render("▌") + " "
	case it.own:
		sign = s.date.Render("◆") + " "
	case it.placed() && at.Start < at.End && at.Has(it.words.Start):
		sign = s.accent.Render("▎") + " "
	}
	dates := s.date
	if p.kind != timelinePane {
		dates = s.bold
	}
	var out []string
	if above {
		row := sign + dates.Render(shorten(it.label, max(w-4-ansi.StringWidth(number), 4)))
		out = append(out, pad(row, w-ansi.StringWidth(number)-1)+s.faint.Render(number))
		label, number = 0, ""
	}
	for i, l := range lines {
		row := sign
		if i > 0 || above {
			row = "  "
			if cursor {
				row = sign
			}
		}
		if above {
			row += "  "
		}
		if label > 0 {
			t := ""
			if i == 0 {
				t = it.label
			}
			row += dates.Render(fit(t, label)) + "  "
		}
		row += style.Render(l)
		if k := i - told; k >= 0 && k < len(more) {
			row += s.faint.Render(more[k])
		}
		if i == 0 && number != "" {
			row = pad(row, w-ansi.StringWidth(number)-1) + s.faint.Render(number)
		}
		out = append(out, row)
	}
	return out
}
