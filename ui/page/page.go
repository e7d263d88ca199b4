package page

import "readout/briefing"

// A Page shows a source that may still be growing. It keeps the pieces it has
// parsed and the parts it has laid out, within bounds, and lays out only what is
// asked for. It is not safe for two goroutines.
type Page struct {
	Head []string // lines above the first words: the card. They scroll with the page
}

// New returns an empty page of the given measure.
func New(looks *Looks, width int) *Page { return &Page{} }

// Feed tells the page what has been read so far: a longer source, more pieces,
// more definitions than before. What is laid out already stays, unless a new
// definition may change it.
func (p *Page) Feed(src []byte, pieces []briefing.Piece, refs briefing.Refs) {}

// Hide leaves out the heading that stands at r: the title, which the card shows.
func (p *Page) Hide(r briefing.Range) {}

// Resize sets the measure. Layouts are dropped, trees are kept.
func (p *Page) Resize(width int) {}

// Dress sets the looks.
func (p *Page) Dress(looks *Looks) {}

// Window returns the lines of a screen of h lines whose first is the one at top;
// fewer where the page ends.
func (p *Page) Window(top Place, h int) []Line { return nil }

// Snap returns the place of the line that shows pl.
func (p *Page) Snap(pl Place) Place { return pl }

// Move goes n lines down, up where n is negative, and stops at the first and the
// last line.
func (p *Page) Move(from Place, n int) Place { return from }

// Scroll moves the top of a screen of h lines by n lines, but not so far that
// the screen shows less than h lines where there are as many.
func (p *Page) Scroll(top Place, n, h int) Place { return top }

// First is the place of the first line, the head included.
func (p *Page) First() Place { return Place{} }

// Last is the top of the last screen of h lines.
func (p *Page) Last(h int) Place { return Place{} }

// Percent is the place so far into the source.
func (p *Page) Percent(n int) Place { return Place{} }

// A Paragraph is what has a number: see briefing.Paragraphs.
type Paragraph struct {
	At     briefing.Range
	Piece  int // index of the piece
	Number int // in the piece, from 1; 0 goes on with the one of the piece before
	Item   int // the author's number where a top-level ordered item begins, else -1
	Block  *briefing.Block
}

// Paragraph returns the paragraph that holds pos, or else the next one, or else
// the last; false where there is none.
func (p *Page) Paragraph(pos briefing.Pos) (Paragraph, bool) { return Paragraph{}, false }

// NextParagraph returns the first paragraph that begins after pos.
func (p *Page) NextParagraph(pos briefing.Pos) (Paragraph, bool) { return Paragraph{}, false }

// PrevParagraph returns the last paragraph that begins before pos.
func (p *Page) PrevParagraph(pos briefing.Pos) (Paragraph, bool) { return Paragraph{}, false }

// Blocks returns the blocks of a piece, parsed if they are not at hand.
func (p *Page) Blocks(piece int) []briefing.Block { return nil }

// PieceAt returns the index of the piece that holds pos, or of the nearest; -1
// where there is none.
func (p *Page) PieceAt(pos briefing.Pos) int { return -1 }

// Work counts what the page has done.
type Work struct {
	Pieces int // parsed
	Parsed int // bytes of source
	Laid   int // bytes of prose
	Lines  int // laid out
}

// Work returns what has been done since the page was made.
func (p *Page) Work() Work { return Work{} }
