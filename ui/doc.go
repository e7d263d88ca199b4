// Package ui is the reader: one Bubble Tea model and plain panes.
//
// Only the model has Update. It routes size, keys and answers to methods named
// after what happened; a pane is told its size and its data, draws exactly its
// rectangle, and says what it points at. Sizes are decided in size.go, keys in
// keys.go, looks in page's looks.go and styles.go.
//
//	model.go      the model: what is open, what has the keys, who gets a message
//	document.go   the briefing that is open: source, pieces, facts as they arrive
//	reader.go     moving over the text: place, focus, sentence
//	side.go       what is wider than the page
//	fold.go       what is hidden: folded sections, and those that do not match
//	jump.go       going somewhere and coming back; marks.go, place.go by name
//	search.go     search over prose, in steps
//	card.go       the lines that open the page
//	pane.go       what the panes have in common: items, groups, the box
//	timeline.go   figures.go   issues.go   what stands in each
//	contents.go   links.go   the lists
//	library.go    the pile
//	linear.go     for who hears the screen: no picture, words
//	prompt.go     palette.go   typing
//	mouse.go      copy.go   the mouse, the clipboard
//	status.go     rail.go   the first and the last line, the column beside the text
//	help.go       the key map, shown
//	show.go       the styled page and the cards, printed
//
// It reads no files and parses nothing: what it shows comes from briefing, where
// it comes from is handed in by main as Library and Document.
package ui
