package page

import "readout/briefing"

// A Place is where a line stands: the Pos of its first visible cell. It survives
// a resize: the line is then the one that shows Pos.
//
// Lines without words (blank lines, the rule over a heading, the head of the
// page) have no Pos; they belong to the words below them, and Above counts up
// from there: 1 is the line just above the one with Pos. So the head can be
// filled in, and no place in the text changes.
type Place struct {
	Pos   briefing.Pos
	Above int
}

// Before reports whether p stands before q.
func (p Place) Before(q Place) bool {
	return p.Pos < q.Pos || p.Pos == q.Pos && p.Above > q.Above
}
