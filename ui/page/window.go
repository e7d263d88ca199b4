package page

import (
	"sort"

	"github.com/charmbracelet/x/ansi"

	"readout/briefing"
)

// A cursor stands on a line: row row of a part of a piece, below 0 one of those
// over it. In the head, piece is -1 and row counts from the top.
type cursor struct{ piece, part, row int }

// partAt finds the part that shows pos, or the next one, or else the last,
// hidden or not.
func (p *Page) partAt(pos briefing.Pos) (cursor, bool) {
	i := p.PieceAt(pos)
	if i < 0 {
		return cursor{}, false
	}
	parts := p.load(i).parts
	n := sort.Search(len(parts), func(k int) bool { return parts[k].pos > pos }) - 1
	switch {
	case n >= 0 && pos < parts[n].end:
		return cursor{i, n, 0}, true
	case n+1 < len(parts):
		return cursor{i, n + 1, 0}, true
	}
	if c, ok := p.next(cursor{i, n, 0}); ok {
		return c, true
	}
	if n >= 0 {
		return cursor{i, n, 0}, true
	}
	return p.prev(cursor{i, 0, 0})
}

// next and prev return the next and the previous part, hidden or not.
func (p *Page) next(c cursor) (cursor, bool) {
	if c.part+1 < len(p.load(c.piece).parts) {
		return cursor{c.piece, c.part + 1, 0}, true
	}
	for i := c.piece + 1; i < len(p.pieces); i++ {
		if len(p.load(i).parts) > 0 {
			return cursor{i, 0, 0}, true
		}
	}
	return c, false
}

func (p *Page) prev(c cursor) (cursor, bool) {
	if c.part > 0 {
		return cursor{c.piece, c.part - 1, 0}, true
	}
	for i := c.piece - 1; i >= 0; i-- {
		if n := len(p.load(i).parts); n > 0 {
			return cursor{i, n - 1, 0}, true
		}
	}
	return c, false
}

// locate finds the line of a place.
func (p *Page) locate(pl Place) (cursor, bool) {
	c, ok := p.part(pl.Pos)
	if !ok {
		if len(p.Head) == 0 {
			return c, false
		}
		return cursor{-1, 0, min(max(len(p.Head)-pl.Above, 0), len(p.Head)-1)}, true
	}
	a := p.layout(c.piece, c.part)
	c.row = a.find(pl.Pos)
	if pl.Above <= 0 || c.row > 0 {
		return c, true
	}
	c.row = -min(pl.Above, len(a.over))
	if head := pl.Above - len(a.over); head > 0 && len(p.Head) > 0 {
		if _, more := p.before(c); !more {
			return cursor{-1, 0, max(len(p.Head)-head, 0)}, true
		}
	}
	return c, true
}

// find returns the row that shows pos.
func (a *laid) find(pos briefing.Pos) int {
	best, at := briefing.Pos(-1), 0
	for i := range a.rows {
		if s, p := nearest(a.rows[i].spans, pos, best); s != nil {
			best, at = p, i
		}
	}
	return at
}

// down and up go to the next and the previous line.
func (p *Page) down(c cursor) (cursor, bool) {
	if c.piece < 0 {
		if c.row+1 < len(p.Head) {
			return cursor{-1, 0, c.row + 1}, true
		}
		first, ok := p.part(0)
		if !ok {
			return c, false
		}
		return cursor{first.piece, first.part, -len(p.layout(first.piece, first.part).over)}, true
	}
	if c.row+1 < len(p.layout(c.piece, c.part).rows) {
		c.row++
		return c, true
	}
	next, ok := p.after(c)
	if !ok {
		return c, false
	}
	next.row = -len(p.layout(next.piece, next.part).over)
	return next, true
}

func (p *Page) up(c cursor) (cursor, bool) {
	if c.piece < 0 {
		if c.row == 0 {
			return c, false
		}
		return cursor{-1, 0, c.row - 1}, true
	}
	if c.row > -len(p.layout(c.piece, c.part).over) {
		c.row--
		return c, true
	}
	prev, ok := p.before(c)
	if !ok {
		if len(p.Head) == 0 {
			return c, false
		}
		return cursor{-1, 0, len(p.Head) - 1}, true
	}
	prev.row = len(p.layout(prev.piece, prev.part).rows) - 1
	return prev, true
}

// place is where a line stands.
func (p *Page) place(c cursor) Place {
	if c.piece < 0 {
		above := len(p.Head) - c.row
		first, ok := p.part(0)
		if !ok {
			return Place{Above: above}
		}
		a := p.layout(first.piece, first.part)
		return Place{a.rows[0].pos(), above + len(a.over)}
	}
	a := p.layout(c.piece, c.part)
	if c.row < 0 {
		return Place{a.rows[0].pos(), -c.row}
	}
	return Place{Pos: a.rows[c.row].pos()}
}

func (p *Page) line(c cursor) Line {
	if c.piece < 0 {
		text := Vet(p.Head[c.row])
		return Line{Text: text, Width: ansi.StringWidth(text), Place: p.place(c), Piece: -1, Paragraph: -1, Item: -1}
	}
	return p.layout(c.piece, c.part).line(&p.load(c.piece).parts[c.part], c.piece, c.row)
}

// Window returns the lines of a screen of h lines whose first is the one at top;
// fewer where the page ends. Inside a long table its head stays at the top, and
// the rows scroll under it.
func (p *Page) Window(top Place, h int) []Line {
	c, ok := p.locate(top)
	var out []Line
	first := c
	for ok && len(out) < h {
		out = append(out, p.line(c))
		c, ok = p.down(c)
	}
	p.pinHead(out, first)
	return out
}

// Snap returns the place of the line that shows pl.
func (p *Page) Snap(pl Place) Place { return p.Move(pl, 0) }

// Move goes n lines down, up where n is negative, and stops at the first and the
// last line.
func (p *Page) Move(from Place, n int) Place {
	c, ok := p.locate(from)
	if !ok {
		return Place{}
	}
	for ; ok && n > 0; n-- {
		c, ok = p.down(c)
	}
	for ; ok && n < 0; n++ {
		c, ok = p.up(c)
	}
	return p.place(c)
}

// Scroll moves the top of a screen of h lines by n lines, but not so far that
// the screen shows less than h lines where there are as many.
func (p *Page) Scroll(top Place, n, h int) Place {
	to := p.Move(top, n)
	if n <= 0 {
		return to
	}
	if last := p.lastFrom(to, h); last.Before(to) {
		if top = p.Snap(top); last.Before(top) { // it stood too far down before
			return top
		}
		return last
	}
	return to
}

// Fill is top, or so much above it that the page fills a screen of h lines.
func (p *Page) Fill(top Place, h int) Place {
	if last := p.lastFrom(top, h); last.Before(top) {
		return last
	}
	return p.Snap(top)
}

// lastFrom returns to, or the top of the last screen of h lines where the page
// ends less than h lines under to.
func (p *Page) lastFrom(to Place, h int) Place {
	c, ok := p.locate(to)
	n := 0
	for ok && n < h {
		n++
		c, ok = p.down(c)
	}
	if n >= h {
		return to
	}
	return p.Last(h)
}

// First is the place of the first line, the head included.
func (p *Page) First() Place {
	if len(p.Head) > 0 {
		return p.place(cursor{-1, 0, 0})
	}
	c, ok := p.part(0)
	if !ok {
		return Place{}
	}
	c.row = -len(p.layout(c.piece, c.part).over)
	return p.place(c)
}

// Last is the top of the last screen of h lines.
func (p *Page) Last(h int) Place {
	c, ok := cursor{-1, 0, len(p.Head) - 1}, len(p.Head) > 0
	if i := len(p.pieces) - 1; i >= 0 {
		n := len(p.load(i).parts)
		if last, some := p.before(cursor{i, n, 0}); some {
			last.row = len(p.layout(last.piece, last.part).rows) - 1
			c, ok = last, true
		}
	}
	if !ok {
		return Place{}
	}
	for n := h - 1; ok && n > 0; n-- {
		c, ok = p.up(c)
	}
	return p.place(c)
}

// Percent is the place so far into the source, of the line that shows it.
func (p *Page) Percent(n int) Place {
	return p.Snap(Place{Pos: briefing.Pos(len(p.src) * min(max(n, 0), 100) / 100)})
}
