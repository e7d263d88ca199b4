package page

import (
	"strings"

	"github.com/alecthomas/chroma/v2"

	"readout/briefing"
)

// narrowest is the least measure: what is narrower is laid out as if it were
// this wide, so that a wide character and a mark have room.
const narrowest = 4

// A row is a line of a part, before the page knows where it stands.
type row struct {
	text  string
	width int
	spans []span

	left, right int // how much lies beside it: see Line
}

func (r *row) pos() briefing.Pos { return r.spans[0].pos() }

// laid is a part laid out: its lines, and those without words over it.
type laid struct {
	over  []row
	rows  []row
	bytes int // of prose that they show
}

// layouter lays out parts in one measure.
type layouter struct {
	looks *Looks
	width int
	pen   *pen
	slow  map[string]bool // languages that are not highlighted any more
	sides sides           // nil where nothing can be scrolled sideways: in print
	said  func(briefing.Pos) string
	code  *chroma.Style // nil until it is asked for
}

func newLayouter(k *Looks, width int) *layouter {
	return &layouter{looks: k, width: max(width, narrowest), pen: newPen(), slow: map[string]bool{}}
}

// part lays out one part.
func (l *layouter) part(p *part) *laid {
	f, opens := p.frame, p.opens
	if l.said != nil && p.block.Kind == briefing.Heading && p.from == 0 {
		if words := l.said(p.block.At.Start); words != "" { // said before the heading
			f, opens = f.in(briefing.Heading, words, 0), min(opens, f.level())
		}
	}
	s := beside(f, opens, l.width)
	out := &laid{over: l.over(p)}
	switch p.block.Kind {
	case briefing.Rule:
		room := l.width - s.first
		if l.looks.Linear {
			s.draw(l.pen, l.looks, true)
			l.pen.write(clip("* * *", room), l.looks.faint())
			out.rows = append(out.rows, l.row([]span{place(p.pos, s.first)}, s.first+min(5, room)))
			break
		}
		n := min(max(room/4, 3), room)
		s.draw(l.pen, l.looks, true)
		l.pen.b.WriteString(strings.Repeat(" ", (room-n)/2))
		l.pen.write(strings.Repeat("─", n), l.looks.faint())
		out.rows = append(out.rows, l.row([]span{place(p.pos, s.first)}, s.first+(room-n)/2+n))
	case briefing.Row:
		l.cells(p, &s, out)
	default:
		if p.block.Leaf == nil || p.block.Leaf.Prose == "" && len(p.block.Leaf.Marks) == 0 {
			n := s.draw(l.pen, l.looks, true)
			out.rows = append(out.rows, l.row([]span{place(p.pos, s.first)}, n))
			break
		}
		l.leaf(p, &s, out)
	}
	return out
}

// place is a span without words.
func place(p briefing.Pos, cell int) span { return span{from: int(p), to: int(p), cell: cell} }

// row takes what the pen has drawn as a line.
func (l *layouter) row(spans []span, width int) row {
	text := l.pen.take()
	if t := strings.TrimRight(text, " "); len(t) < len(text) {
		width -= len(text) - len(t)
		text = t
	}
	return row{text: Vet(text), width: width, spans: spans}
}

// over draws the lines over a part: blank ones, in which the bars of quotations
// go on, and the rule over a heading.
func (l *layouter) over(p *part) []row {
	var out []row
	above := p.above
	if p.table != nil && p.block != &p.table.block.Blocks[0] {
		if _, ok := l.view(p); !ok {
			above = 1 // its cells stand under each other
		}
	}
	if above > 0 {
		f := p.frame.up(p.shared)
		s := beside(f, p.shared, l.width)
		for range above {
			n := s.draw(l.pen, l.looks, false)
			out = append(out, l.row(nil, n))
		}
	}
	if b := p.block; b.Kind == briefing.Heading && b.Level <= 2 && p.from == 0 && !l.looks.Linear {
		s := beside(p.frame, p.frame.level(), l.width)
		n := s.draw(l.pen, l.looks, false)
		line := "─"
		if b.Level == 1 {
			line = "━"
		}
		l.pen.write(strings.Repeat(line, l.width-n), l.looks.faint())
		out = append(out, l.row(nil, l.width))
	}
	return out
}

// room is how many cells every line of a part has.
func (l *layouter) room(p *part) int {
	s := beside(p.frame, p.opens, l.width)
	return l.width - max(s.first, s.rest)
}

// leaf lays out words: a paragraph, a heading, a term, code.
func (l *layouter) leaf(p *part, s *side, out *laid) {
	b := p.block
	code := b.Kind == briefing.Code
	first, rest := l.width-s.first, l.width-s.rest
	hang := 0
	if b.Kind == briefing.Paragraph {
		hang = min(speaker(b.Leaf), max(rest-2*least, 0))
	}
	if p.from > 0 { // a later slice
		first -= hang
	}
	lp := leafPen{pen: l.pen, looks: l.looks, leaf: b.Leaf, voice: l.looks.voice(b), room: rest - hang, verbatim: code}
	if code {
		if p.lit != l.looks {
			p.hues, p.lit = l.highlight(b), l.looks
		}
		lp.colours = p.hues
	}
	if code && l.sides != nil && l.room(p) >= leastWide {
		l.codeLines(p, s, out, lp)
		return
	}
	out.bytes += p.to - p.from
	cuts := breakLines(b.Leaf, p.from, p.to, first, rest-hang, code)
	spans := make([]span, 0, len(cuts)+2)
	for i, c := range cuts {
		cell := s.draw(l.pen, l.looks, i == 0)
		limit := first
		if i > 0 || p.from > 0 {
			l.pen.b.WriteString("        "[:hang])
			cell += hang
		}
		if i > 0 {
			limit = rest - hang
		}
		n := len(spans)
		var end int
		if b.Leaf.Prose == "" {
			_, end = lp.draw(c, limit, cell, nil)
			spans = append(spans, place(p.pos, cell))
		} else {
			spans, end = lp.draw(c, limit, cell, spans)
		}
		out.rows = append(out.rows, l.row(spans[n:len(spans):len(spans)], end))
	}
}

// speaker returns how far the lines under the first one hang where a paragraph
// begins with a label in bold: “Q:”, “Secretary Blinken:”. One with line breaks of
// its own is a block of such lines, “To: …”, “From: …”.
func speaker(l *briefing.Leaf) int {
	if len(l.Runs) < 2 || l.Runs[0].Look&briefing.Strong == 0 || strings.Contains(l.Prose, "\n") {
		return 0
	}
	label := l.Prose[:l.Runs[0].To]
	if s := strings.TrimRight(label, " "); s == "Q" || s == "A" {
		return 2 // the turns of a transcript
	}
	if strings.HasSuffix(label, ":") || strings.HasSuffix(label, ": ") || strings.HasPrefix(l.Prose[len(label):], ":") {
		if n := width(strings.TrimRight(label, ": ")) + 2; n <= 6 {
			return n
		}
		return 4
	}
	return 0
}

// Layout lays out one block in a measure of width cells.
func Layout(b *briefing.Block, width int, looks *Looks) []Line {
	return newLayouter(looks, width).block(b)
}

func (l *layouter) block(b *briefing.Block) []Line {
	parts := flatten([]briefing.Block{*b}, briefing.Range{})
	var out []Line
	for i := range parts {
		p := &parts[i]
		if i == 0 {
			p.above = 0
		}
		a := l.part(p)
		for k := range a.over {
			out = append(out, a.line(p, 0, k-len(a.over)))
		}
		for k := range a.rows {
			out = append(out, a.line(p, 0, k))
		}
	}
	return out
}

// line makes row i of a part a line of the page; rows below 0 are those over it.
func (a *laid) line(p *part, piece, i int) Line {
	l := Line{Piece: piece, Paragraph: -1, Item: -1}
	if i < 0 {
		r := &a.over[len(a.over)+i]
		l.Text, l.Width = r.text, r.width
		l.Place = Place{a.rows[0].pos(), -i}
		return l
	}
	r := &a.rows[i]
	l.Text, l.Width, l.spans, l.Left, l.Right = r.text, r.width, r.spans, r.left, r.right
	l.Place.Pos = r.pos()
	l.Words = words(r.spans)
	if p.table != nil && r.left+r.right > 0 { // what lies beside is on the line all the same
		if w := wordsOf(p.block); l.Words.Start < l.Words.End {
			if i == 0 {
				l.Words.Start = w.Start
			}
			if i == len(a.rows)-1 || a.rows[i+1].left+a.rows[i+1].right == 0 {
				l.Words.End = w.End
			}
		} else if i == 0 {
			l.Words = w
		}
	}
	l.Block = p.block
	l.Paragraph = p.paragraph
	if p.begins && i == 0 {
		l.Begins, l.Item = true, p.item
	}
	return l
}

// words is the range of the source that spans show.
func words(spans []span) briefing.Range {
	r := briefing.Range{Start: -1}
	for i := range spans {
		s := &spans[i]
		if s.leaf == nil || s.from >= s.to {
			continue
		}
		w := s.leaf.Range(s.from, s.to)
		if r.Start < 0 {
			r = w
		}
		r.Start, r.End = min(r.Start, w.Start), max(r.End, w.End)
	}
	if r.Start < 0 {
		r.Start = 0
		if len(spans) > 0 {
			r.Start = spans[0].pos()
		}
		r.End = r.Start
	}
	return r
}
