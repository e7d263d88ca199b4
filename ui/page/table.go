package page

import (
	"strings"
	"sync"

	"readout/briefing"
)

// A table is laid out row by row; its columns are the same in every row. Their
// widths come from the head and the first rows, so that a table of any length
// shows its first screen at once.
type table struct {
	block   *briefing.Block
	once    sync.Once
	natural []int // cells of the widest cell, per column
	word    []int // cells of the longest word
	right   []bool
	fitted  int   // the room that widths are for
	widths  []int // nil: they do not fit
	pin     *pinned
}

// sampled is how many rows widths are taken from.
const sampled = 100

// gutter is the space between two columns.
const gutter = 2

func (t *table) measure() {
	rows := t.block.Blocks
	for i := 0; i < len(rows) && i < sampled; i++ {
		for c := range rows[i].Blocks {
			cell := &rows[i].Blocks[c]
			for len(t.natural) <= c {
				t.natural, t.word, t.right = append(t.natural, 0), append(t.word, 0), append(t.right, true)
			}
			text := cell.Leaf.Prose
			n := 0
			for _, line := range strings.Split(text, "\n") {
				n = max(n, width(line))
			}
			for _, m := range cell.Leaf.Marks {
				n += width(markText(m.Label, 80))
			}
			t.natural[c] = max(t.natural[c], n)
			for _, w := range strings.Fields(text) {
				t.word[c] = max(t.word[c], width(w))
			}
			if i > 0 && text != "" && !numeric(text) {
				t.right[c] = false
			}
		}
	}
	for c := range t.right { // a column of nothing is none of numbers
		some := false
		for i := 1; i < len(rows) && i < sampled; i++ {
			some = some || c < len(rows[i].Blocks) && rows[i].Blocks[c].Leaf.Prose != ""
		}
		t.right[c] = t.right[c] && some
	}
}

// longWord is how long a word may be before a column may break it.
const longWord = 16

// columns fits the columns into room cells: each gets what its widest cell
// takes; where that is too much, the widest give first, but none gives up its
// longest word, and none of numbers anything. Nil says that they do not fit: the
// table is then wider than the page (side.go), or where it is printed, the cells
// of a row are shown under each other.
func (t *table) columns(room int) []int {
	t.once.Do(t.measure)
	if t.fitted != room {
		t.fitted, t.widths = room, t.fit(room)
	}
	return t.widths
}

func (t *table) fit(room int) []int {
	n := len(t.natural)
	room -= gutter * (n - 1)
	w := make([]int, n)
	floor := make([]int, n)
	for c := range w {
		w[c] = max(t.natural[c], 1)
		floor[c] = min(w[c], max(min(t.word[c], longWord), 5))
		if t.right[c] {
			floor[c] = min(w[c], longWord)
		}
	}
	if n == 0 || total(floor) > room {
		return nil
	}
	for over := total(w) - room; over > 0; over-- {
		widest := -1
		for c := range w {
			if w[c] > floor[c] && (widest < 0 || w[c] > w[widest]) {
				widest = c
			}
		}
		w[widest]--
	}
	return w
}

func total(w []int) int {
	sum := 0
	for _, n := range w {
		sum += n
	}
	return sum
}

// numeric reports whether a cell holds a number: more digits than letters, and
// few letters.
func numeric(s string) bool {
	digits, letters := 0, 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case letter(r):
			letters++
		}
	}
	if digits == 0 {
		return s == "-" || s == "–" || s == "—" || s == "n/a" || s == "N/A"
	}
	return letters <= 2 && len(s) < 20
}

// cells lays out a row: the cells of the columns that are shown.
func (l *layouter) cells(p *part, s *side, out *laid) {
	head := p.block == &p.table.block.Blocks[0]
	v, ok := l.view(p)
	if !ok {
		l.stacked(p, s, out, head)
		return
	}
	cells := p.block.Blocks
	cuts := make([][]cut, len(cells))
	height := 0
	for _, c := range v.cols {
		if c < len(cells) {
			cuts[c] = cellLines(cells[c].Leaf, v.w[c])
			height = max(height, len(cuts[c]))
			out.bytes += len(cells[c].Leaf.Prose)
		}
	}
	if v.wide() { // its words may all lie beside
		height = max(height, 1)
	}
	for i := range height {
		x := s.draw(l.pen, l.looks, i == 0)
		begin := x
		var spans []span
		at := x // where the column begins
		for k, c := range v.cols {
			if k == 1 && v.left > 0 {
				x = l.sign("‹", x, at-gutter)
			}
			if c < len(cells) && i < len(cuts[c]) {
				leaf, cut := cells[c].Leaf, cuts[c][i]
				n := cutWidth(leaf, cut, v.w[c])
				pad := at + indent(cells[c].Align, p.table.right[c], v.w[c]-n) - x
				l.pen.b.WriteString(strings.Repeat(" ", pad))
				x += pad
				lp := leafPen{pen: l.pen, looks: l.looks, leaf: leaf, voice: l.looks.voice(&cells[c]), room: v.w[c]}
				if head {
					lp.voice = over(lp.voice, l.looks.Style.Strong)
				}
				spans, x = lp.draw(cut, v.w[c], x, spans)
			}
			at += v.w[c] + gutter
			if k == 0 && v.wide() {
				at++ // the sign stands apart from both
			}
		}
		if v.right > 0 {
			x = l.sign("›", x, begin+v.room-1)
		}
		if len(spans) == 0 || i == 0 && spans[0].pos() > p.pos {
			spans = append([]span{place(p.pos, begin)}, spans...)
		}
		r := l.row(spans, x)
		r.left, r.right = v.left, v.right
		out.rows = append(out.rows, r)
	}
	if head {
		x := s.draw(l.pen, l.looks, false)
		n := v.total()
		l.pen.write(strings.Repeat("─", n), l.looks.faint())
		out.rows = append(out.rows, l.row([]span{place(p.end-1, x)}, x+n))
	}
}

func cellLines(leaf *briefing.Leaf, w int) []cut {
	if leaf.Prose == "" && len(leaf.Marks) == 0 {
		return nil
	}
	return breakLines(leaf, 0, len(leaf.Prose), w, w, false)
}

// cutWidth is how many cells a line takes.
func cutWidth(leaf *briefing.Leaf, c cut, room int) int {
	s := span{leaf: leaf, from: c.from, to: c.to}
	n, at := 0, c.from
	words := func(to int) {
		for at < to {
			k, w := s.step(at)
			at, n = at+k, n+w
		}
	}
	for m := c.mark; m < c.marks; m++ {
		words(min(leaf.Marks[m].At, c.to))
		if w := width(markText(leaf.Marks[m].Label, room)); markFits(n, w, room, at > c.from) {
			n += w
		}
	}
	words(c.to)
	return n
}

func indent(a briefing.Align, number bool, free int) int {
	switch {
	case free <= 0:
		return 0
	case a == briefing.AlignRight, a == briefing.AlignNone && number:
		return free
	case a == briefing.AlignCenter:
		return free / 2
	}
	return 0
}

// stacked shows the cells of a row under each other, each behind the head of its
// column.
func (l *layouter) stacked(p *part, s *side, out *laid, head bool) {
	heads := p.table.block.Blocks[0].Blocks
	room := l.room(p)
	for c := range p.block.Blocks {
		leaf := p.block.Blocks[c].Leaf
		label := ""
		if !head && room >= least && c < len(heads) && heads[c].Leaf.Prose != "" {
			label = clip(drawn(strings.ReplaceAll(heads[c].Leaf.Prose, "\n", " ")), room-6) + ": "
		}
		first := room - width(label)
		hang := min(2, room-2)
		if label == "" {
			hang = 0
		}
		if leaf.Prose == "" && len(leaf.Marks) == 0 {
			continue
		}
		out.bytes += len(leaf.Prose)
		lp := leafPen{pen: l.pen, looks: l.looks, leaf: leaf, voice: l.looks.voice(&p.block.Blocks[c]), room: room - hang}
		if head {
			lp.voice = over(lp.voice, l.looks.Style.Strong)
		}
		for i, k := range breakLines(leaf, 0, len(leaf.Prose), first, room-hang, false) {
			x := s.draw(l.pen, l.looks, len(out.rows) == 0)
			limit := first
			if i == 0 {
				bare := strings.TrimRight(label, " ")
				l.pen.write(bare, l.looks.faint())
				l.pen.b.WriteString(label[len(bare):])
				x += width(label)
			} else {
				l.pen.b.WriteString(strings.Repeat(" ", hang))
				x, limit = x+hang, room-hang
			}
			var spans []span
			spans, x = lp.draw(k, limit, x, nil)
			out.rows = append(out.rows, l.row(spans, x))
		}
	}
}
