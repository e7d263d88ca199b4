package page

import "readout/briefing"

// A Paragraph is what has a number: see briefing.Paragraphs.
type Paragraph struct {
	At     briefing.Range
	Piece  int // index of the piece
	Number int // in the piece, from 1; 0 goes on with the one of the piece before
	Item   int // the author's number where a top-level ordered item begins, else -1
	Block  *briefing.Block
}

func (p *Page) paragraph(c cursor) Paragraph {
	k := p.load(c.piece)
	q := &k.parts[c.part]
	for n := c.part; n > 0 && !k.parts[n].begins && k.parts[n-1].block == q.block; n-- {
		c.part = n - 1
	}
	return Paragraph{wordsOf(q.block), c.piece, q.paragraph, k.parts[c.part].item, q.block}
}

// Paragraph returns the paragraph that holds pos, or else the next one, or else
// the last; false where there is none.
func (p *Page) Paragraph(pos briefing.Pos) (Paragraph, bool) {
	at, ok := p.part(pos)
	for c := at; ok; c, ok = p.after(c) {
		if p.load(c.piece).parts[c.part].paragraph >= 0 {
			return p.paragraph(c), true
		}
	}
	return p.PrevParagraph(pos)
}

// NextParagraph returns the first paragraph that begins after pos.
func (p *Page) NextParagraph(pos briefing.Pos) (Paragraph, bool) {
	for c, ok := p.part(pos); ok; c, ok = p.after(c) {
		if q := &p.load(c.piece).parts[c.part]; steps(q) && q.pos > pos {
			return p.paragraph(c), true
		}
	}
	return Paragraph{}, false
}

// PrevParagraph returns the last paragraph that begins before pos.
func (p *Page) PrevParagraph(pos briefing.Pos) (Paragraph, bool) {
	for c, ok := p.part(pos); ok; c, ok = p.before(c) {
		if q := &p.load(c.piece).parts[c.part]; steps(q) && q.pos < pos {
			return p.paragraph(c), true
		}
	}
	return Paragraph{}, false
}

// steps reports whether a step by paragraphs stops at a part: where one begins,
// and at each slice of one that was cut by force, so that a step through a line
// of ten megabytes reads no more than a step elsewhere.
func steps(q *part) bool { return q.begins || q.block != nil && q.block.Cont }

// Paragraphs is how many paragraphs begin in a piece.
func (p *Page) Paragraphs(piece int) int { return p.load(piece).counts }
