package ui

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"readout/briefing"
	"readout/ui/page"
)

// Linear mode is for who hears the screen. The program is the same, with the same
// keys; but nothing is drawn, moved or drawn over: after each key what is new is
// written under what was written before, once, in words. A screen reader reads it
// as it comes, and going back is going back in the terminal's own lines.

// linear is the model with a voice.
type linear struct {
	*Model
	out     io.Writer
	said    heard
	fresh   bool // the line is empty
	outline outline
}

// heard is what the reader knows of the state already.
type heard struct {
	doc     *document
	facts   *briefing.Facts
	mode    mode
	place   where
	side    paneKind
	cursor  int
	row     int // of the palette
	top     page.Place
	lines   []page.Line
	focus   briefing.Range
	section int
	asked   string // the sign of the prompt
	typed   string
	wrong   string
	pending action
	loaded  bool
	hits    string
}

// Program is the model as Run takes it: drawn, or heard where Options say so.
func (m *Model) Program() tea.Model {
	if m.opt.Linear == nil {
		return m
	}
	return &linear{Model: m, out: m.opt.Linear, fresh: true, said: heard{section: -1, mode: -1}}
}

func (l *linear) View() tea.View { return tea.NewView("") }

func (l *linear) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := l.Model.Update(msg)
	_, pressed := msg.(tea.KeyPressMsg)
	if l.lay.tier != tiny {
		l.tell(pressed)
	} else if _, ok := msg.(tea.WindowSizeMsg); ok && l.w > 0 {
		l.line("too small")
	}
	return l, cmd
}

// end ends a line that has not ended yet.
func (l *linear) end() {
	if !l.fresh {
		_, _ = io.WriteString(l.out, "\r\n")
		l.fresh = true
	}
}

// words writes words in lines of the measure: a terminal would break them anywhere.
func (l *linear) words(s string) {
	for _, k := range wrap(s, max(l.lay.measure, 8)) {
		l.line(k)
	}
}

// line writes a line.
func (l *linear) line(s string) {
	l.end()
	if l.looks.Accent == "" {
		s = ansi.Strip(s)
	}
	_, _ = io.WriteString(l.out, strings.TrimRight(page.Vet(s), " ")+"\r\n")
}

// part writes what stays on the line: what is asked and typed.
func (l *linear) part(s string) {
	_, _ = io.WriteString(l.out, ansi.Strip(printable(s)))
	l.fresh = false
}

// tell says what has changed.
func (l *linear) tell(pressed bool) {
	m, was := l.Model, &l.said
	if m.prompt != nil || m.pending != none {
		l.ask()
		return
	}
	if was.asked != "" || was.pending != none {
		was.asked, was.typed, was.wrong, was.pending, was.row = "", "", "", none, 0
		l.end()
	}
	if m.help {
		m.help = false
		for _, s := range m.opt.Keys.helpLines(m.where(), 1<<10, m.styles) {
			l.words(ansi.Strip(s))
		}
	}
	switch {
	case m.mode == inPile:
		l.tellPile(pressed)
	case m.doc != nil:
		l.tellDocument()
		if m.held {
			l.tellSide(pressed)
		} else {
			l.tellText(pressed)
		}
	}
	was.mode, was.place = m.mode, m.where()
	if m.note != "" && pressed {
		l.words(m.note)
	}
}

// ask says what is asked, and echoes what is typed.
func (l *linear) ask() {
	m, was := l.Model, &l.said
	if m.pending != none {
		if was.pending != m.pending {
			was.pending = m.pending
			l.line(m.pending.waits())
		}
		return
	}
	p := m.prompt
	if was.asked == "" {
		was.asked = p.sign
		if p.ask != nil {
			l.words(strings.TrimSpace(p.address + " " + p.sign))
			return
		}
		l.part(map[string]string{"/": "Search: ", "&": "Only sections with: ", ":": "Action: "}[p.sign] + p.text)
		was.typed = p.text
	}
	if rest, ok := strings.CutPrefix(p.text, was.typed); ok && p.ask == nil {
		if rest != "" {
			l.part(rest)
		}
	} else if p.ask == nil {
		l.end()
		l.part(p.text)
	}
	was.typed = p.text
	if p.wrong != was.wrong {
		if was.wrong = p.wrong; p.wrong != "" {
			l.words(printable(p.wrong))
			l.part(p.text)
		}
	}
	if q := m.palette; q != nil && q.cursor != was.row {
		was.row = q.cursor
		if q.cursor < len(q.rows) {
			b := q.rows[q.cursor]
			l.words(fmt.Sprintf("%d of %d: %s: %s", q.cursor+1, len(q.rows), b.name, b.help))
			l.part(p.text)
		}
	}
}

// tellPile says where the reader is in the library.
func (l *linear) tellPile(pressed bool) {
	p, was := &l.pile, &l.said
	if was.mode != inPile || was.loaded != p.loaded {
		switch was.loaded = p.loaded; {
		case !p.loaded:
			l.line(printable(p.name) + ": reading the library…")
			return
		case p.err != nil:
			l.line(printable(p.err.Error()))
		case len(p.entries) == 0:
			l.line("No briefings here.")
		default:
			l.line(fmt.Sprintf("%s: %s", printable(p.name), count(len(p.shown), "briefing")))
		}
		was.cursor, was.doc, was.section = -1, nil, -1
	}
	e, ok := p.current()
	if !ok {
		if pressed && p.loaded && p.filter != "" {
			l.line("No briefing has “" + p.filter + "” in its title.")
		}
		return
	}
	if e.Title == "" && e.Err == nil { // its head is not read yet
		return
	}
	if p.heads < len(p.entries) && !pressed || p.cursor == was.cursor && !(pressed && l.did == search) {
		return
	}
	was.cursor = p.cursor
	parts := []string{fmt.Sprintf("%d of %d: %s", p.cursor+1, len(p.shown), printable(cmp.Or(e.Title, e.Path)))}
	if !e.Date.IsZero() {
		parts = append(parts, longDate(e.Date))
	}
	if e.Marking != "" {
		parts = append(parts, e.Marking)
	}
	if e.Err != nil {
		parts = append(parts, e.Err.Error())
	} else if e.Minutes > 0 {
		parts = append(parts, fmt.Sprintf("%d min", e.Minutes))
	}
	l.words(strings.Join(parts, ", "))
}

// tellDocument says that another briefing is open, and later what the card has to
// say.
func (l *linear) tellDocument() {
	d, was := l.doc, &l.said
	if was.doc != d {
		*was = heard{doc: d, section: -1, mode: l.mode, loaded: was.loaded}
		l.outline = nil
		if len(l.files) > 1 {
			l.line(fmt.Sprintf("Briefing %d of %d", l.file+1, len(l.files)))
		}
	}
	if was.facts == d.facts {
		return
	}
	late := was.lines != nil
	was.facts = d.facts
	title, _ := d.titleAt()
	l.outline = sectionsOf(d.facts, title)
	d.page.Say(l.outline.before)
	if late {
		_, facts := cardText(briefing.NewCard(d.text.Meta, d.facts, l.card()), l.lay.measure, l.styles)
		for _, s := range facts {
			l.line(s)
		}
	}
}

// tellText says what is new in the text: lines after a scroll, the paragraph or
// the sentence after a step or a jump.
func (l *linear) tellText(pressed bool) {
	d, was := l.doc, &l.said
	lines := d.page.Window(d.top, l.textHeight())
	first := was.lines == nil
	focus := d.focusRange()
	moved := d.top != was.top || focus != was.focus
	back := was.place != 0 && was.place != inText || was.mode != inReader
	hits := ""
	if l.finding != nil && l.finding.done {
		hits = l.finding.String()
	}
	switch {
	case first:
		l.read(lines)
	case l.did == foldIt && pressed:
		l.read(lines)
	case !moved && !back && hits == was.hits:
	case l.scrolled():
		if moved {
			l.read(fresh(lines, was.lines))
		}
	case pressed || hits != was.hits:
		if hits != "" && hits != was.hits {
			l.line(hits)
		}
		if moved || back {
			l.paragraph(focus)
		}
	}
	was.side = noPane
	was.top, was.lines, was.focus, was.hits = d.top, lines, focus, hits
}

// scrolled reports whether the last key went by lines, not to a place.
func (l *linear) scrolled() bool {
	switch l.did {
	case lineDown, lineUp, pageDown, pageUp, halfDown, halfUp, toTop, toPercent, slideLeft, slideRight:
		return true
	case toEnd:
		return !l.doc.toEnd
	}
	return false
}

// fresh are the lines that were not there before.
func fresh(lines, before []page.Line) []page.Line {
	had := map[page.Place]string{}
	for _, b := range before {
		had[b.Place] = b.Text
	}
	var out []page.Line
	for _, k := range lines {
		if was, ok := had[k.Place]; !ok || was != k.Text {
			out = append(out, k)
		}
	}
	return out
}

// read says lines. The section that they begin in is said first, where it has not
// been yet.
func (l *linear) read(lines []page.Line) {
	d := l.doc
	mark := d.text.Meta.Marking
	if mark != "" && len(lines) > 1 {
		l.line(mark)
	}
	blank := true
	for i := range lines {
		k := &lines[i]
		if k.Piece >= 0 && k.Words.Start < k.Words.End {
			heading := k.Block != nil && k.Block.Kind == briefing.Heading
			if in := l.outline.at(k.Words.Start); in != l.said.section {
				if l.said.section = in; !heading && in >= 0 {
					l.words(l.outline.say(in))
				}
			}
		}
		text := ansi.Strip(k.Text)
		if strings.TrimSpace(text) == "" {
			if !blank {
				l.line("")
			}
			blank = true
			continue
		}
		blank = false
		if l.looks.Accent != "" {
			text = k.Text
		}
		if k.Block != nil && k.Block.Kind == briefing.Heading {
			text += d.foldMark(k.Block.At.Start)
		}
		text += d.quotedMark(k)
		l.line(text)
	}
}

// paragraph says where the reader is: the section, where it is another one, and
// the paragraph or the sentence.
func (l *linear) paragraph(r briefing.Range) {
	d := l.doc
	entered := l.did == nextSection || l.did == prevSection || l.did == goToMark || l.did == enter
	if in := l.outline.at(r.Start); in != l.said.section || entered {
		l.said.section = in
		l.words(l.outline.say(in))
	}
	words := strings.ReplaceAll(d.words(r), "\n", "; ")
	if n := 0; d.facts != nil && d.sent <= 0 {
		if n = d.facts.Paragraph(r.Start); n > 0 {
			words = fmt.Sprintf("¶%d: %s", n, words)
		}
	}
	l.words(words)
}

// tellSide says where the reader is in a pane or a list. One that has just been
// opened is told whole.
func (l *linear) tellSide(pressed bool) {
	p, was := l.side(), &l.said
	opened := was.side != p.kind || was.place != l.where()
	if opened || pressed && l.did == search {
		was.side, was.cursor = p.kind, p.cursor
		name := map[paneKind]string{contentsList: "Contents", linksList: "Links and footnotes"}[p.kind]
		for _, k := range panes {
			if k.kind == p.kind {
				name = k.name
			}
		}
		n := 0
		for _, it := range p.items {
			if it.now == "" {
				n++
			}
		}
		l.line(fmt.Sprintf("%s: %s", name, count(n, "item")))
		if n == 0 {
			l.words(cmp.Or(p.empty, "none"))
			return
		}
		group := ""
		for i, it := range p.items {
			if it.group != group && it.now == "" && p.kind != contentsList {
				group = it.group
				l.line(group)
			}
			l.item(p, i, false)
		}
		l.line("You are on:")
		l.item(p, p.cursor, true)
		return
	}
	if p.cursor != was.cursor {
		was.cursor = p.cursor
		l.item(p, p.cursor, true)
	}
}

// item says an item of a list, with how it is known where it is the current one.
func (l *linear) item(p *pane, i int, whole bool) {
	if i < 0 || i >= len(p.items) {
		return
	}
	it := p.items[i]
	if it.now != "" {
		l.line(it.now)
		return
	}
	n, k := 0, 0
	for j, o := range p.items {
		if o.now == "" {
			if n++; j <= i {
				k++
			}
		}
	}
	s := fmt.Sprintf("%d of %d: ", k, n)
	if it.label != "" && it.link == nil {
		s += it.label + ": "
	}
	s += strings.TrimSpace(it.text)
	if it.more != "" {
		s += ", " + it.more
	}
	if it.number > 0 {
		s += fmt.Sprintf(" ¶%d", it.number)
	}
	if whole && it.box != "" && it.box != it.more {
		s += ". " + it.box
	}
	l.words(s)
}
