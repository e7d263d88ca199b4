package ui

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"readout/briefing"
)

// A paneKind is one of the panes beside the text.
type paneKind int

const (
	noPane paneKind = iota
	timelinePane
	figuresPane
	issuesPane
	contentsList // the lists that open in the place of a pane
	linksList
)

// panes are the panes in the order of their tabs.
var panes = [...]struct {
	kind paneKind
	name string
	open action
}{
	{timelinePane, "Timeline", openTimeline},
	{figuresPane, "Figures", openFigures},
	{issuesPane, "Issues", openIssues},
}

// A pane is a list of items with a cursor. It is told its size and its data and
// draws exactly its rectangle.
type pane struct {
	kind   paneKind
	all    []item
	items  []item // what the filter leaves
	deep   int    // how many lines an item may have
	parted bool   // blank lines stand between items
	spread [2]int // the room that these were settled for
	empty  string // what an empty pane says
	cursor int
	top    int // first item drawn
	filter string
	full   bool        // the lesser items are shown too
	fewer  string      // the key that shows them
	hidden string      // how many are not shown, and that key
	drawn  map[int]int // the item that each line of the list shows
	rowsAt map[int]int // and each line of the pane, for the mouse
}

// set gives the pane its items; the cursor stays on the item it was on.
func (p *pane) set(kind paneKind, items []item, empty string) {
	var at briefing.Range
	if p.kind == kind && p.cursor < len(p.items) {
		at = p.items[p.cursor].words
	} else {
		p.cursor, p.top, p.filter, p.full = 0, 0, "", false
	}
	p.kind, p.all, p.empty = kind, items, empty
	p.apply()
	for i, it := range p.items {
		if at.End > 0 && it.words == at {
			p.cursor = i
		}
	}
	p.settle(1)
}

// apply filters.
func (p *pane) apply() {
	p.items, p.deep = p.items[:0:0], 0
	q := briefing.NewQuery(p.filter)
	hidden := 0
	for _, it := range p.all {
		switch {
		case it.lesser && q.Empty() && !p.full:
			hidden++
		case q.Empty() || it.now == "" && matches(q, it):
			p.items = append(p.items, it)
		}
	}
	p.hidden = ""
	if hidden > 0 {
		p.hidden = fmt.Sprintf("%s: %d more", p.fewer, hidden)
		p.items = append(p.items, item{now: fmt.Sprintf("these are the main ones, %s shows %d more", p.fewer, hidden)})
	}
	p.cursor = max(min(p.cursor, len(p.items)-1), 0)
	p.settle(1)
}

func matches(q briefing.Query, it item) bool {
	from, _ := q.Find(it.label + " " + it.text + " " + it.more)
	return from >= 0
}

// more shows the lesser items of a long list, or hides them again; the cursor stays on
// its item if that is shown.
func (p *pane) more() bool {
	any := false
	for _, it := range p.all {
		any = any || it.lesser
	}
	if !any {
		return false
	}
	it, _ := p.current()
	p.full = !p.full
	p.apply()
	for i, o := range p.items {
		if o.words == it.words && o.label == it.label && o.text == it.text {
			p.cursor = i
		}
	}
	p.settle(1)
	return true
}

// settle moves the cursor off a line that cannot be chosen.
func (p *pane) settle(dir int) {
	p.cursor = max(p.cursor, 0)
	for range p.items {
		if p.cursor >= len(p.items) {
			p.cursor, dir = len(p.items)-1, -1
		}
		if p.cursor < 0 {
			p.cursor, dir = 0, 1
		}
		if p.items[p.cursor].now == "" {
			return
		}
		p.cursor += dir
	}
}

// current is the item under the cursor.
func (p *pane) current() (item, bool) {
	if p.cursor < 0 || p.cursor >= len(p.items) {
		return item{}, false
	}
	return p.items[p.cursor], true
}

// move moves the cursor by n items.
func (p *pane) move(n int) {
	for ; n != 0; n -= sign(n) {
		was := p.cursor
		p.cursor += sign(n)
		for p.cursor >= 0 && p.cursor < len(p.items) && p.items[p.cursor].now != "" {
			p.cursor += sign(n)
		}
		if p.cursor < 0 || p.cursor >= len(p.items) {
			p.cursor = was
			return
		}
	}
}

// group moves to the first item of the next group, or of the one before.
func (p *pane) group(dir int) {
	if len(p.items) == 0 {
		return
	}
	g := p.items[p.cursor].group
	i := p.cursor
	for i >= 0 && i < len(p.items) && p.items[i].group == g {
		i += dir
	}
	if i < 0 || i >= len(p.items) {
		if dir < 0 {
			p.cursor = 0
			p.settle(1)
		}
		return
	}
	if dir < 0 { // to the first of its group
		g = p.items[i].group
		for i > 0 && p.items[i-1].group == g {
			i--
		}
	}
	p.cursor = i
	p.settle(1)
}

// boxLines is how many lines the box under the list takes at most.
const boxLines = 4

// draw draws the pane as exactly h lines of w cells. held says that it has the
// keys, at is the paragraph that the reader is on: its items are marked.
func (p *pane) draw(w, h int, held bool, counts [len(panes)]int, at briefing.Range, s styles) []string {
	out := []string{p.tabs(w, counts, s)}
	if h >= 14 {
		out = append(out, "")
	}
	if p.filter != "" {
		out = append(out, s.faint.Render(fit(" /"+p.filter, w)))
	}
	p.settleDepth(w, h-len(out)-boxLines-1)
	var box []string
	if it, ok := p.current(); ok && h >= 7 {
		text := it.box
		if it.more != "" && p.shape(it, w, p.labels(w), p.deep).cut {
			text = strings.TrimSpace(text + " " + it.more)
		}
		box = wrapAt(text, w-2, min(boxLines, max(h/4, 1)))
	}
	room := h - len(out)
	if len(box) > 0 {
		room -= len(box) + 1
	}
	body := p.list(w, max(room, 1), held, at, s)
	p.rowsAt = map[int]int{}
	for i, item := range p.drawn {
		if i < len(body) {
			p.rowsAt[len(out)+i] = item
		}
	}
	if len(p.items) == 0 {
		text := p.empty
		if p.filter != "" {
			text = "Nothing here has “" + p.filter + "” in it. Esc drops the filter."
		}
		body = []string{""}
		for _, l := range wrap(text, w-2) {
			body = append(body, " "+s.faint.Render(l))
		}
	}
	out = append(out, body...)
	for len(out) < h-len(box)-min(len(box), 1) {
		out = append(out, "")
	}
	if len(box) > 0 {
		out = append(out, s.faint.Render(strings.Repeat("─", w)))
		for _, l := range box {
			out = append(out, " "+s.text.Render(l))
		}
	}
	out = out[:min(len(out), h)]
	for i := range out {
		out[i] = pad(clip(out[i], w), w)
	}
	return out
}

// tabs is the line over the list.
func (p *pane) tabs(w int, counts [len(panes)]int, s styles) string {
	switch p.kind {
	case contentsList:
		return s.bold.Render(" Contents")
	case linksList:
		return s.bold.Render(" Links and footnotes")
	}
	var b strings.Builder
	at := 0
	for i, t := range p.tabNames(w, counts) {
		b.WriteString(strings.Repeat(" ", max(t.x-at, 0)))
		if panes[i].kind == p.kind {
			b.WriteString(s.bold.Render(t.name))
		} else {
			b.WriteString(s.faint.Render(t.name))
		}
		at = t.x + ansi.StringWidth(t.name)
	}
	if n := ansi.StringWidth(p.hidden); n > 0 && at+3+n <= w {
		b.WriteString(strings.Repeat(" ", w-n-at) + s.faint.Render(p.hidden))
	}
	return b.String()
}

// a tab is its words and the column where they begin.
type tab struct {
	name string
	x    int
}

// tabNames are the tabs of a line of w cells; the open one stands in brackets.
func (p *pane) tabNames(w int, counts [len(panes)]int) [len(panes)]tab {
	var out [len(panes)]tab
	gap := 3
	if w < 50 {
		gap = 1
	}
	x := 0
	for i, k := range panes {
		name := k.name
		if counts[i] >= 0 {
			name += " " + strconv.Itoa(counts[i])
		}
		switch {
		case k.kind == p.kind:
			name = "[" + name + "]"
		case w >= 40:
			name = " " + name + " "
		}
		out[i] = tab{name, x}
		x += ansi.StringWidth(name) + gap
	}
	if x-gap > w { // the open one alone, with a sign of the others
		for i, k := range panes {
			if out[i].x = 0; k.kind != p.kind {
				out[i].name = ""
			} else if out[i].name = "‹" + out[i].name + "›"; ansi.StringWidth(out[i].name) > w {
				out[i].name = "‹[" + k.name + "]›"
			}
		}
	}
	return out
}

// tabAt is the tab at a column of the first line.
func (p *pane) tabAt(x, w int, counts [len(panes)]int) paneKind {
	for i, t := range p.tabNames(w, counts) {
		if x >= t.x && x < t.x+ansi.StringWidth(t.name) {
			return panes[i].kind
		}
	}
	return noPane
}

// labelWidth is how wide the left column gets.
const labelWidth = 24

// An item has two lines, and where the whole list has room for more, up to most:
// what need not be cut is not cut, and a blank line parts long items.
const (
	leastLines = 2
	mostLines  = 6
)

// settleDepth settles how many lines an item may have. It does not ask which item is
// under the cursor: moving moves nothing else.
func (p *pane) settleDepth(w, h int) {
	if p.deep > 0 && p.spread == [2]int{w, h} {
		return
	}
	p.deep, p.parted, p.spread = leastLines, false, [2]int{w, h}
	if len(p.items) == 0 {
		return
	}
	// The heads of the groups, and the blank lines over them.
	groups := -1
	for i, it := range p.items {
		if p.kind != contentsList && it.now == "" && (i == 0 || it.group != p.items[i-1].group) {
			groups += 2
		}
	}
	label := p.labels(w)
	for deep := mostLines; deep > leastLines; deep-- {
		n := 0
		for i := 0; i < len(p.items) && groups+n <= h; i++ {
			s := p.shape(p.items[i], w, label, deep)
			if n += s.height(); s.above {
				n++
			}
		}
		if groups+n <= h {
			p.deep = deep
			p.parted = n >= 2*len(p.items) && groups+n+len(p.items) <= h
			return
		}
	}
}

// labels is the width of the left column.
func (p *pane) labels(w int) int {
	label, most := 0, labelWidth
	if w < 70 {
		most = max(w/3, 6)
	}
	for _, it := range p.items {
		n := ansi.StringWidth(it.label)
		if strings.HasPrefix(it.label, "“") { // words, not a date: they may be cut
			n = min(n, labelWidth/2)
		}
		label = max(label, min(n, most))
	}
	return label
}

// list draws the items, scrolled so that the cursor is on the screen.
func (p *pane) list(w, h int, held bool, at briefing.Range, s styles) []string {
	label := p.labels(w)
	p.top = min(p.top, p.cursor)
	for {
		lines, last := p.lines(w, label, h, held, at, s)
		if last < h || p.top >= p.cursor {
			return lines[:min(len(lines), h)]
		}
		p.top++
	}
}

// lines draws from the top item on until the screen is full. It also returns
// the last line of the item under the cursor.
func (p *pane) lines(w, label, h int, held bool, at briefing.Range, s styles) (out []string, last int) {
	p.drawn = map[int]int{}
	group := ""
	if p.top > 0 {
		group = p.items[p.top-1].group
	}
	for i := p.top; i < len(p.items); i++ {
		it := p.items[i]
		if it.group != group && it.now == "" && p.kind != contentsList && h >= 4 { // its groups are its own lines
			group = it.group
			if len(out) > 0 {
				out = append(out, "")
			}
			out = append(out, " "+s.faint.Bold(true).Render(clip(group, w-1)))
		} else if p.parted && i > p.top {
			out = append(out, "")
		}
		for _, row := range p.item(it, w, label, i == p.cursor, held, at, s) {
			if it.now == "" {
				p.drawn[len(out)] = i
			}
			out = append(out, row)
		}
		if i == p.cursor {
			last = len(out) - 1
		}
		if len(out) >= h && i >= p.cursor {
			break
		}
	}
	return out, last
}
