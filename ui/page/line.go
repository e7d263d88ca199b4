package page

import (
	"sort"

	"readout/briefing"
)

// A Line is one line of the page.
type Line struct {
	Text  string // styled; SGR and vetted OSC 8, nothing else
	Width int    // cells
	Place Place
	Words briefing.Range  // covers the words on it; empty where it has none
	Piece int             // index of the piece it comes from; -1 for the head of the page
	Block *briefing.Block // what it shows: a paragraph, heading, row, code; nil for a blank line and the head

	// Paragraph is the number of the line's paragraph in its piece, as
	// briefing.Paragraphs counts; -1 where its words belong to none.
	Paragraph int
	Begins    bool // the paragraph begins on this line: its number stands beside it
	Item      int  // the author's number where a top-level ordered item begins here, else -1

	Left, Right int  // what lies beside it: columns of a table, cells of code
	Pinned      bool // the head of a table, over rows of it that have scrolled under

	spans []span
}

// Cells is a stretch of cells on a line.
type Cells struct{ From, To int }

// A span says that bytes from up to but not with to of a leaf's prose stand from
// a cell on. Characters follow each other without gaps; where something that is
// no prose stands between, a new span begins. A span without a leaf, or without
// bytes, is only a place.
type span struct {
	leaf           *briefing.Leaf
	from, to, cell int
}

func (s *span) pos() briefing.Pos {
	if s.leaf == nil {
		return briefing.Pos(s.from)
	}
	return s.leaf.Pos(s.from)
}

// step is the length and the width of the character at byte i.
func (s *span) step(i int) (n, cells int) {
	end := s.to
	if k := firstRun(s.leaf, i); k < len(s.leaf.Runs) {
		end = min(end, s.leaf.Runs[k].To)
	}
	return cluster(s.leaf.Prose[i:end])
}

// cellOf returns the cell in which byte i of the prose stands, and the one
// behind it.
func (s *span) cellOf(i int) (cell, end int) {
	cell = s.cell
	for k := s.from; k < s.to; {
		n, w := s.step(k)
		if i < k+n {
			return cell, cell + w
		}
		k, cell = k+n, cell+w
	}
	return cell, cell
}

// byteAt returns the byte of the prose that stands in a cell, or of the nearest
// character of the span.
func (s *span) byteAt(cell int) int {
	at, x := s.from, s.cell
	for k := s.from; k < s.to; {
		n, w := s.step(k)
		if w > 0 {
			at = k
		}
		if x+w > cell && w > 0 {
			break
		}
		k, x = k+n, x+w
	}
	return at
}

// At returns the place in the source of what stands in a cell, or of the nearest
// word on the line.
func (l *Line) At(cell int) briefing.Pos {
	k := sort.Search(len(l.spans), func(i int) bool { return l.spans[i].cell > cell }) - 1
	for k > 0 && l.spans[k].from == l.spans[k].to {
		k--
	}
	if k < 0 {
		return l.Place.Pos
	}
	s := &l.spans[k]
	if s.leaf == nil || s.from == s.to {
		return s.pos()
	}
	return s.leaf.Pos(s.byteAt(cell))
}

// Cells returns the cells that show r: more than one stretch in a row of a
// table, none where the line shows nothing of it.
func (l *Line) Cells(r briefing.Range) []Cells {
	var out []Cells
	for i := range l.spans {
		s := &l.spans[i]
		if s.leaf == nil || s.from >= s.to {
			continue
		}
		from, to := max(s.leaf.Offset(r.Start), s.from), min(s.leaf.Offset(r.End), s.to)
		if from >= to {
			continue
		}
		a, _ := s.cellOf(from)
		_, b := s.cellOf(to - 1)
		if a >= b {
			continue
		}
		if n := len(out); n > 0 && out[n-1].To == a {
			out[n-1].To = b
		} else {
			out = append(out, Cells{a, b})
		}
	}
	return out
}

// nearest returns, of the spans of one line, the one that shows pos or stands
// nearest before it, where it stands behind best; nil for none. The first span
// of a line is its place, also without words.
func nearest(spans []span, pos, best briefing.Pos) (*span, briefing.Pos) {
	var found *span
	for k := range spans {
		s := &spans[k]
		if k > 0 && s.from == s.to {
			continue
		}
		if p := s.pos(); p > best && p <= pos {
			found, best = s, p
		}
	}
	return found, best
}

// Find returns the line and the cell that show pos, or the nearest word before
// it, or else the first.
func Find(lines []Line, pos briefing.Pos) (line, cell int) {
	best := briefing.Pos(-1)
	var s *span
	for i := range lines {
		if f, p := nearest(lines[i].spans, pos, best); f != nil {
			s, best, line = f, p, i
		}
	}
	if s == nil {
		for i := range lines {
			if len(lines[i].spans) > 0 {
				return i, lines[i].spans[0].cell
			}
		}
		return 0, 0
	}
	if s.leaf == nil || s.from == s.to {
		return line, s.cell
	}
	cell, end := s.cellOf(s.leaf.Offset(pos))
	if cell == end && cell > s.cell { // behind the last word
		cell--
	}
	return line, cell
}
