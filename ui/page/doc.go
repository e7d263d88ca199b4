// Package page lays out a briefing: blocks become lines of styled text, and
// every cell of a line knows its place in the source.
//
//	looks.go      colour roles, and the styles made of them
//	part.go       blocks into parts: what stands alone on its lines
//	frame.go      what stands beside a part: indent, bullet, bar, label
//	measure.go    characters and the cells they take
//	break.go      prose into lines
//	line.go       a line, and the map between its cells and the source
//	layout.go     a part into lines
//	leaf.go       words through Glamour
//	code.go       colours of code
//	table.go      rows and their columns
//	side.go       tables and code that are wider than the page
//	place.go      where a line stands, whatever the measure
//	page.go       the page: what it keeps of the pieces and of their layout
//	window.go     windows of it, and moves from place to place
//	paragraph.go  the numbered paragraphs
//	fold.go       what is hidden, and stepping over it
//	render.go     everything as a stream of lines
//	paint.go      a style over some cells of a line
//	vet.go        the gate: what may reach a terminal
//
// It knows no keys, no panes and no files, and it does not use Bubble Tea. It
// is the only user of Glamour.
package page
