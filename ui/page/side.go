package page

import (
	"strings"

	"readout/briefing"
)

// What is wider than the page is scrolled sideways: a table by columns, under its
// first one; lines of code by cells. Each table and each block of code has its own
// place. In print nothing can be scrolled: cells stand under each other there, and
// lines of code wrap.

// sides is how far each wide block is scrolled, by the name of the block: a table
// to its column, code by cells.
type sides map[briefing.Pos]int

// leastWide is the room in which anything is scrolled; in less the cells of a row
// stand under each other, and code wraps. mostColumn is how wide a column gets there.
const (
	leastWide  = 24
	mostColumn = 36
)

// longLine is how long a line of code may be to be scrolled. A longer one wraps:
// nobody goes that far to the side, and a screen of them would be a megabyte.
const longLine = 400

// nameWide names the wide blocks of piece i. One that goes on behind a forced cut
// is named after where it is cut, as a table is after its head.
func (p *Page) nameWide(i int, parts []part) {
	for n := range parts {
		q := &parts[n]
		switch {
		case q.table != nil:
			q.wide = q.table.block.At.Start
		case q.block.Kind != briefing.Code:
		case q.block.Cont && p.pieces[i].In != nil:
			q.wide = -1 - p.pieces[i].In.From
		case i+1 < len(p.pieces) && p.pieces[i+1].In != nil && q.block == parts[len(parts)-1].block:
			q.wide = -1 - p.pieces[i+1].In.From
		default:
			q.wide = q.block.At.Start
		}
	}
}

// A view is what of a table is shown: some of its columns.
type view struct {
	room        int
	w           []int // cells of each column
	cols        []int // the ones that are shown: the first, and some that follow each other
	left, right int   // columns that lie beside
}

func (v *view) wide() bool { return v.left+v.right > 0 }

// total is how many cells the columns take, all of the room where some lie beside.
func (v *view) total() int {
	if v.wide() {
		return v.room
	}
	return total(v.w) + gutter*(len(v.w)-1)
}

// view is what of its table a row shows; false where its cells are to stand under
// each other.
func (l *layouter) view(p *part) (view, bool) {
	room := l.room(p)
	if l.looks.Linear {
		return view{}, false
	}
	if w := p.table.columns(room); w != nil {
		v := view{room: room, w: w}
		for c := range w {
			v.cols = append(v.cols, c)
		}
		return v, true
	}
	if l.sides == nil || room < leastWide || len(p.table.natural) < 2 {
		return view{}, false
	}
	return p.table.scrolled(room, l.sides[p.wide]), true
}

// scrolled is the view of a table that is too wide, from column from on, or from
// so far left that the last one is still at the edge.
func (t *table) scrolled(room, from int) view {
	n := len(t.natural)
	v := view{room: room, w: make([]int, n)}
	v.w[0] = min(max(t.natural[0], 1), max(room/3, 8))
	free := room - v.w[0] - 3 // one cell more before the second column, and the signs
	for c := 1; c < n; c++ {
		v.w[c] = max(min(t.natural[c], mostColumn, free-gutter), 1)
	}
	last, used := n, 0 // the first column with which all after it fit
	for last > 1 && used+gutter+v.w[last-1] <= free {
		last--
		used += gutter + v.w[last]
	}
	from = max(min(from, last), 1)
	v.cols = []int{0}
	for c := from; c < n && free >= gutter+v.w[c]; c++ {
		free -= gutter + v.w[c]
		v.cols = append(v.cols, c)
	}
	v.left, v.right = from-1, n-from-(len(v.cols)-1)
	return v
}

// shows reports whether a column is shown.
func (v *view) shows(c int) bool {
	return c == 0 || c > v.left && c < v.left+len(v.cols)
}

// sign draws a sign that more lies beside in a cell of a line that has come to
// cell x, and returns the cell behind it.
func (l *layouter) sign(s string, x, cell int) int {
	l.pen.b.WriteString(strings.Repeat(" ", max(cell-x, 0)))
	l.pen.write(s, l.looks.faint())
	return max(cell, x) + 1
}

// codeLines lays out lines of code, scrolled sideways.
func (l *layouter) codeLines(p *part, s *side, out *laid, lp leafPen) {
	prose := p.block.Leaf.Prose
	room, off := l.room(p), l.sides[p.wide]
	for from := p.from; from <= p.to; {
		to := p.to
		if i := strings.IndexByte(prose[from:to], '\n'); i >= 0 {
			to = from + i
		}
		if len(prose[from:to]) > longLine {
			for _, c := range breakLines(p.block.Leaf, from, to, room, room, true) {
				cell := s.draw(l.pen, l.looks, len(out.rows) == 0)
				lp.column = 0
				spans, end := lp.draw(c, room, cell, nil)
				out.rows = append(out.rows, l.row(spans, end))
			}
			out.bytes += to - from
		} else {
			cell := s.draw(l.pen, l.looks, len(out.rows) == 0)
			out.rows = append(out.rows, l.codeLine(&lp, from, to, cell, off, room))
			out.bytes += min(to-from, room)
		}
		from = to + 1
	}
}

// codeLine lays out one line of code from column off on, in room cells that begin
// at cell.
func (l *layouter) codeLine(lp *leafPen, from, to, cell, off, room int) row {
	leaf := lp.leaf
	to = from + trimmed(leaf.Prose[from:to])
	full := columnOf(leaf, from, to)
	lo, hi := off, off+room
	if off > 0 {
		lo++
	}
	if full > hi {
		hi--
	}
	c, column := cut{from: to}, full
	walk(leaf, from, to, func(i, n, x, w int) bool {
		if x >= lo && c.from == to && i < to {
			c.from, column = i, x
		}
		if x+w <= hi {
			c.to = i + n
		}
		return x < hi
	})
	if full <= lo || c.to < c.from {
		c.from, c.to, column = to, to, lo
	}
	x := cell
	if off > 0 && full > 0 {
		x = l.sign("‹", x, x)
	}
	if c.from < c.to {
		l.pen.b.WriteString(strings.Repeat(" ", cell+column-off-x))
		x = cell + column - off
	}
	spans := []span{{leaf, from, from, x}}
	if c.from == from {
		spans = spans[:0]
	}
	lp.column = column
	spans, x = lp.draw(c, room, x, spans)
	if full > off+room {
		x = l.sign("›", x, cell+room-1)
	}
	r := l.row(spans, x)
	r.left, r.right = min(off, full), max(full-off-room, 0)
	return r
}

// walk tells of the characters of a line of code: where each begins, how long it
// is, its column and how wide it is; until do says that it is enough.
func walk(leaf *briefing.Leaf, from, to int, do func(i, n, x, w int) bool) {
	s := span{leaf: leaf, from: from, to: to}
	x := 0
	for i := from; i < to; {
		n, w := s.step(i)
		if leaf.Prose[i] == '\t' {
			w = tab(x, 4)
		}
		if !do(i, n, x, w) {
			return
		}
		i, x = i+n, x+w
	}
}

// columnOf is the column of byte at in the line of code that begins at from.
func columnOf(leaf *briefing.Leaf, from, at int) int {
	x := 0
	walk(leaf, from, at, func(_, _, k, w int) bool {
		x = k + w
		return true
	})
	return x
}

// Slide scrolls the wide block that one of the lines of a window shows: n steps to
// the right, to the left where n is negative. A step is a column, or half the room
// that code has. It is false where nothing more lies on that side.
func (p *Page) Slide(lines []Line, i, n int) bool {
	c, ok := p.partAt(lines[i].Place.Pos)
	if !ok {
		return false
	}
	q := &p.load(c.piece).parts[c.part]
	was := p.lay.sides[q.wide]
	to := was
	switch {
	case q.table != nil:
		v, ok := p.lay.view(q)
		if !ok || !v.wide() || n > 0 && v.right == 0 {
			return false
		}
		to = max(v.left+1+n, 1)
		if w := q.table.scrolled(v.room, to); w.left+1 < to {
			to = w.left + 1
		}
		was = v.left + 1
	case q.block.Kind == briefing.Code:
		most := 0
		for k := range lines {
			if lines[k].Block != nil && lines[k].Block.Kind == briefing.Code && p.sameWide(&lines[k], q.wide) {
				most = max(most, lines[k].Right)
			}
		}
		to = max(was+min(n*max(p.lay.room(q)/2, 1), most), 0)
	}
	return p.slideTo(q.wide, was, to)
}

// sameWide reports whether a line belongs to a wide block.
func (p *Page) sameWide(l *Line, name briefing.Pos) bool {
	c, ok := p.partAt(l.Place.Pos)
	return ok && p.load(c.piece).parts[c.part].wide == name
}

// slideTo scrolls a wide block, and drops what is laid out of it.
func (p *Page) slideTo(name briefing.Pos, was, to int) bool {
	if to == was {
		return false
	}
	p.lay.sides[name] = to
	for _, k := range p.kept {
		for n := range k.parts {
			if q := &k.parts[n]; q.wide == name && k.laid[n] != nil && (q.table != nil || q.block.Kind == briefing.Code) {
				p.rows -= len(k.laid[n].rows)
				k.laid[n] = nil
			}
		}
	}
	return true
}

// Reveal scrolls sideways so that the beginning of r is not beside the page.
func (p *Page) Reveal(r briefing.Range) bool {
	c, ok := p.partAt(r.Start)
	if !ok {
		return false
	}
	q := &p.load(c.piece).parts[c.part]
	switch {
	case q.table != nil:
		v, ok := p.lay.view(q)
		if !ok || !v.wide() {
			return false
		}
		for k := range q.block.Blocks {
			if at := q.block.Blocks[k].Leaf.At; at.Start >= r.End || r.Start >= at.End {
				continue
			}
			was, to := v.left+1, v.left+1
			if k > 0 && k < to {
				to = k
			}
			for ; !v.shows(k) && to <= k; v = q.table.scrolled(v.room, to) {
				if v.left+1 >= k {
					break
				}
				if k > v.left {
					to++
				}
			}
			return p.slideTo(q.wide, was, to)
		}
	case q.block.Kind == briefing.Code:
		leaf := q.block.Leaf
		at := leaf.Offset(r.Start)
		from := strings.LastIndexByte(leaf.Prose[:min(at, len(leaf.Prose))], '\n') + 1
		if at-from > longLine {
			return false
		}
		room, off := p.lay.room(q), p.lay.sides[q.wide]
		if room < leastWide {
			return false
		}
		a, b := columnOf(leaf, from, at), columnOf(leaf, from, min(leaf.Offset(r.End), from+longLine, len(leaf.Prose)))
		if a > off && b < off+room-1 || off == 0 && b < room {
			return false
		}
		to := max(a-room/3, 0)
		if a < room-1 && b < room {
			to = 0
		}
		return p.slideTo(q.wide, off, to)
	}
	return false
}

// pinned is the head of a table as it stands over its rows, and what it was laid
// out for.
type pinned struct {
	lay         *layouter
	width, side int
	rows        []Line
}

// headOf is the head of a table, as lines that show no words of their own.
func (p *Page) headOf(q *part) []Line {
	t := q.table
	side := p.lay.sides[q.wide]
	if t.pin == nil || t.pin.lay != p.lay || t.pin.width != p.lay.width || t.pin.side != side {
		head := part{block: &t.block.Blocks[0], frame: q.frame, opens: q.frame.level(), shared: q.frame.level(), table: t, wide: q.wide, paragraph: -1, pos: q.pos, end: q.pos + 1}
		a := p.lay.part(&head)
		p.work.Lines += len(a.rows)
		p.work.Laid += a.bytes
		t.pin = &pinned{lay: p.lay, width: p.lay.width, side: side}
		for _, r := range a.rows {
			t.pin.rows = append(t.pin.rows, Line{Text: r.text, Width: r.width, Left: r.left, Right: r.right, Piece: 0, Block: head.block, Paragraph: -1, Item: -1, Pinned: true})
		}
	}
	return t.pin.rows
}

// pinHead lays the head of a table over the first lines of a window that begins
// inside it: the rows scroll under it. It leaves the head away near the end of
// the table, and on a screen that has no room to spare for it.
func (p *Page) pinHead(out []Line, first cursor) {
	if first.piece < 0 || len(out) == 0 {
		return
	}
	q := &p.load(first.piece).parts[first.part]
	if q.table == nil || q.block == &q.table.block.Blocks[0] && first.row <= 0 {
		return
	}
	if _, ok := p.lay.view(q); !ok {
		return
	}
	head := p.headOf(q)
	rows := 0 // of the table
	for c, ok := first, true; ok && rows <= 2*len(head); {
		if k := p.load(c.piece); k.parts[c.part].table != q.table {
			break
		}
		if rows++; rows > len(out) {
			break
		}
		c, ok = p.down(c)
	}
	if rows <= 2*len(head) || len(out) < 4*len(head) {
		return
	}
	for i := range head {
		l := head[i]
		l.Place, l.Piece = out[i].Place, out[i].Piece
		l.Words = briefing.Range{Start: l.Place.Pos, End: l.Place.Pos}
		out[i] = l
	}
}

// PinnedFrom is how many lines the head of a table would take in a window of h
// lines that begins at top.
func (p *Page) PinnedFrom(top Place, h int) int { return Pinned(p.Window(top, h)) }

// Pinned is how many lines of a window the head of a table takes.
func Pinned(lines []Line) (n int) {
	for n < len(lines) && lines[n].Pinned {
		n++
	}
	return n
}
