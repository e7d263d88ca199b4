package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"readout/briefing"
	"readout/ui/page"
)

// An Entry is a briefing of a library, as its head tells it.
type Entry struct {
	Path    string
	Title   string
	Marking string
	Date    briefing.Date
	Minutes int
	About   bool  // Minutes is an estimate
	Err     error // why it cannot be read
}

// name is what the list is sorted by where it is not by date: the title as it reads,
// and the path where there is none.
func (e Entry) name() string { return strings.ToLower(cmp.Or(e.Title, e.Path)) }

// A Shelf is a library: what can be opened, and what the head of each tells.
type Shelf struct {
	Paths []string
	Notes []string                // what was left out, in a line each
	Entry func(path string) Entry // reads a head
}

// A pile is the library on the screen: a list, and beside it the beginning of
// what the cursor is on.
type pile struct {
	name    string
	loaded  bool
	err     error
	shelf   Shelf
	entries []Entry // those that are not read yet have their path alone
	shown   []int   // what the filter leaves: indexes into entries
	cursor  int
	top     int
	filter  string
	preview bool
	byTitle bool // in the order of their titles; else newest first
	heads   int  // how many heads have been read
	moved   bool // the reader has chosen where the cursor is
	peeking work
	ahead   *document // what is previewed
	seq     int       // answers of older previews are dropped
}

// listed is the answer of looking what there is.
type listed struct {
	shelf Shelf
	err   error
}

// told is the answer of reading some heads, from an index on.
type told struct {
	from    int
	entries []Entry
}

// peeked is the answer of opening a briefing for the preview.
type peeked struct {
	seq   int
	path  string
	first scanned
	err   error
}

func (m *Model) listPile() tea.Cmd {
	list := m.opt.Library
	return func() tea.Msg {
		s, err := list()
		return listed{s, err}
	}
}

func (m *Model) gotPile(a listed) tea.Cmd {
	p := &m.pile
	p.loaded, p.shelf, p.err = true, a.shelf, a.err
	m.files = a.shelf.Paths
	p.entries = make([]Entry, len(m.files))
	for i, f := range m.files {
		p.entries[i].Path = f
	}
	p.apply()
	return tea.Batch(m.tell(0), m.peek())
}

// heads is how many files one step reads the head of.
const heads = 32

// tell is the command that reads the heads from an index on.
func (m *Model) tell(from int) tea.Cmd {
	s := m.pile.shelf
	if from >= len(s.Paths) {
		return nil
	}
	return func() tea.Msg {
		a := told{from: from}
		for _, p := range s.Paths[from:min(from+heads, len(s.Paths))] {
			a.entries = append(a.entries, s.Entry(p))
		}
		return a
	}
}

func (m *Model) gotTold(a told) tea.Cmd {
	copy(m.pile.entries[min(a.from, len(m.pile.entries)):], a.entries)
	m.pile.heads = a.from + len(a.entries)
	m.pile.apply()
	return tea.Batch(m.tell(m.pile.heads), m.peek())
}

// apply filters.
func (p *pile) apply() {
	was, had := p.current()
	p.shown = p.shown[:0]
	q := briefing.NewQuery(p.filter)
	for i, e := range p.entries {
		from, _ := q.Find(e.Title + " " + e.Path + " " + e.Marking)
		if q.Empty() || from >= 0 {
			p.shown = append(p.shown, i)
		}
	}
	slices.SortStableFunc(p.shown, func(a, b int) int {
		if p.byTitle {
			return strings.Compare(p.entries[a].name(), p.entries[b].name())
		}
		return p.entries[b].Date.Days() - p.entries[a].Date.Days()
	})
	p.cursor = max(min(p.cursor, len(p.shown)-1), 0)
	if !p.moved {
		p.cursor = 0
		return
	}
	for i, k := range p.shown {
		if had && p.entries[k].Path == was.Path {
			p.cursor = i
		}
	}
}

func (p *pile) current() (Entry, bool) {
	if p.cursor < 0 || p.cursor >= len(p.shown) {
		return Entry{}, false
	}
	return p.entries[p.shown[p.cursor]], true
}

// day moves to the next entry of another day.
func (p *pile) day(dir int) {
	e, ok := p.current()
	if !ok {
		return
	}
	for i := p.cursor + dir; i >= 0 && i < len(p.shown); i += dir {
		if p.entries[p.shown[i]].Date != e.Date {
			p.cursor = i
			return
		}
	}
}

// peek is the command that opens the beginning of the current briefing.
func (m *Model) peek() tea.Cmd {
	p := &m.pile
	e, ok := p.current()
	if !ok || !p.preview || m.lay.tier != wide || p.ahead != nil && p.ahead.path == e.Path {
		return nil
	}
	p.seq++
	p.peeking.stop()
	p.peeking = newWork()
	seq, open, ctx := p.seq, m.opt.Open, p.peeking.context()
	return func() tea.Msg {
		feed, err := open(e.Path)
		if err != nil {
			return peeked{seq: seq, path: e.Path, err: err}
		}
		return peeked{seq: seq, path: e.Path, first: scan(ctx, 0, feed, briefing.Text{}, briefing.State{}, false, head)}
	}
}

func (m *Model) gotPeek(a peeked) {
	p := &m.pile
	if a.seq != p.seq || a.err != nil {
		return
	}
	_, _, w := m.pileSizes()
	p.ahead = newDocument(0, a.path, nil, a.first, m.looks, min(w-4, usual))
}

// pileSizes: the width of the list, of its title column, and of the preview.
func (m *Model) pileSizes() (list, title, preview int) {
	list = m.w
	if m.lay.tier == wide && m.pile.preview {
		list = min(max(m.w/2, 60), 84)
		preview = m.w - list - 1
	}
	title = list - 2
	if list >= 30 { // the date
		title -= 13
	}
	if list >= 50 { // the minutes
		title -= 8
	}
	return list, title, preview
}

func (m *Model) listWidth() int {
	list, _, _ := m.pileSizes()
	return list
}

// drawPile draws the library as h lines.
func (m *Model) drawPile(h int) []string {
	p := &m.pile
	s := m.styles
	list, title, preview := m.pileSizes()
	var rows []string
	say := func(words string) {
		rows = append(rows, "")
		for _, l := range wrap(words, list-4) {
			rows = append(rows, "  "+s.faint.Render(l))
		}
	}
	switch {
	case !p.loaded:
		say("Reading the library…")
	case p.err != nil:
		say(p.err.Error())
	case len(p.entries) == 0:
		say("No briefings here. Name a folder with documents on the command line: readout FOLDER")
	case len(p.shown) == 0:
		say("No briefing has “" + p.filter + "” in its title. Esc drops the filter.")
	default:
		p.top = max(min(p.top, p.cursor, len(p.shown)-h), p.cursor-h+1, 0)
		for i := p.top; i < len(p.shown) && len(rows) < h; i++ {
			rows = append(rows, m.entry(p.entries[p.shown[i]], i == p.cursor, title))
		}
	}
	for len(rows) < h {
		rows = append(rows, "")
	}
	var beside []string
	if preview > 0 {
		beside = m.drawPreview(preview, h)
	}
	for i := range rows[:h] {
		rows[i] = pad(clip(rows[i], list), list)
		if preview > 0 {
			rows[i] += s.faint.Render("│") + beside[i]
		}
	}
	return rows[:h]
}

// entry is one line of the list.
func (m *Model) entry(e Entry, cursor bool, title int) string {
	s := m.styles
	sign, style := "  ", s.text
	if cursor {
		sign, style = s.accent.Render("▌")+" ", s.bold
	}
	date := ""
	if !e.Date.IsZero() {
		date = fmt.Sprintf("%2d %s %d", e.Date.Day, months[e.Date.Month], e.Date.Year)
	}
	name := e.Title
	if name == "" {
		name = printable(e.Path)
	}
	badge := ""
	if e.Marking != "" && title >= 40 {
		badge = " " + marking(e.Marking).Render(" "+shorten(e.Marking, 16)+" ")
	}
	minutes := ""
	switch {
	case e.Err != nil:
		minutes, style = "unread", s.faint
	case e.Minutes > 0:
		minutes = fmt.Sprintf("%d min", e.Minutes)
		if e.About {
			minutes = "≈" + minutes
		}
	}
	room := title - ansi.StringWidth(badge)
	row := pad(style.Render(shorten(name, room))+badge, title)
	if w := title + 2; w < m.listWidth() {
		row = s.date.Render(pad(date, 13)) + row
	}
	if title+2+13 < m.listWidth() {
		row += s.faint.Render(fmt.Sprintf("%7s", minutes))
	}
	return sign + row
}

// drawPreview draws the beginning of the briefing under the cursor.
func (m *Model) drawPreview(w, h int) []string {
	var out []string
	if d := m.pile.ahead; d != nil && len(m.pile.shown) > 0 {
		known, _ := cardText(briefing.NewCard(d.text.Meta, nil, briefing.CardItems), min(w-4, usual), m.styles)
		for _, l := range append(known, "") {
			out = append(out, "  "+l)
		}
		for _, l := range d.page.Window(page.Place{}, max(h-len(out), 0)) {
			out = append(out, "  "+l.Text)
		}
	}
	for len(out) < h {
		out = append(out, "")
	}
	for i := range out[:h] {
		out[i] = pad(clip(out[i], w), w)
	}
	return out[:h]
}

// doInPile does what a key says in the library.
func (m *Model) doInPile(a action, n int, counted bool) tea.Cmd {
	p := &m.pile
	p.moved = true
	h := max(m.h-2, 1)
	last := len(p.shown) - 1
	switch a {
	case lineDown:
		p.cursor += n
	case lineUp:
		p.cursor -= n
	case pageDown:
		p.cursor += n * max(h-1, 1)
	case pageUp:
		p.cursor -= n * max(h-1, 1)
	case halfDown:
		p.cursor += n * max(h/2, 1)
	case halfUp:
		p.cursor -= n * max(h/2, 1)
	case toTop:
		p.cursor = 0
	case toEnd:
		p.cursor = last
		if counted {
			p.cursor = n - 1
		}
	case toPercent:
		p.cursor = last * min(n, 100) / 100
	case nextParagraph:
		for range n {
			p.day(1)
		}
	case prevParagraph:
		for range n {
			p.day(-1)
		}
	case nextHit:
		p.cursor++
	case prevHit:
		p.cursor--
	case switchFocus:
		if p.preview = !p.preview; m.lay.tier != wide {
			m.note = fmt.Sprintf("the preview needs %d columns", wideFrom)
		}
	case sortPile:
		p.byTitle = !p.byTitle
		p.apply()
		m.note = "newest first"
		if p.byTitle {
			m.note = "in the order of their titles"
		}
	case search:
		m.prompt = &prompt{sign: "/", text: p.filter, in: inLibrary}
	case copyIt, cite:
		e, _ := p.current()
		if a == cite {
			return m.copied(e.Path, "the path")
		}
		return m.copied(e.Title, "the title")
	case enter:
		if e, ok := p.current(); ok {
			m.files, m.file = m.files[:0:0], p.cursor // J and K walk what is shown
			for _, k := range p.shown {
				m.files = append(m.files, p.entries[k].Path)
			}
			return m.open(e.Path)
		}
	case escape:
		p.filter = ""
		p.apply()
	case closeReader:
		return tea.Quit
	}
	p.cursor = max(min(p.cursor, len(p.shown)-1), 0)
	return m.peek()
}
