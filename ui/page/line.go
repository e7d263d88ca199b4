package page

import "readout/briefing"

// A Line is one line of the page.
type Line struct {
	Text  string // styled; SGR and vetted OSC 8, nothing else
	Place Place
	Words briefing.Range  // covers the words on it; empty where it has none
	Piece int             // index of the piece it comes from; -1 for the head of the page
	Block *briefing.Block // what it shows: a paragraph, heading, row, code; nil for a blank line and the head

	// Paragraph is the number of the line's paragraph in its piece, as
	// briefing.Paragraphs counts; -1 where its words belong to none.
	Paragraph int
	Begins    bool // the paragraph begins on this line: its number stands beside it
	Item      int  // the author's number where a top-level ordered item begins here, else -1
}

// Cells is a stretch of cells on a line.
type Cells struct{ From, To int }

// At returns the place in the source of what stands in a cell, or of the nearest
// word on the line.
func (l *Line) At(cell int) briefing.Pos { return l.Place.Pos }

// Cells returns the cells that show r: more than one stretch in a row of a
// table, none where the line shows nothing of it.
func (l *Line) Cells(r briefing.Range) []Cells { return nil }

// Width is how many cells the line takes.
func (l *Line) Width() int { return 0 }
