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
//	jump.go       going somewhere and coming back
//	search.go     search over prose, in steps
//	card.go       the lines that open the page
//	pane.go       what the panes have in common: items, groups, the box
//	timeline.go   figures.go   issues.go   what stands in each
//	contents.go   the outline
//	library.go    the pile
//	prompt.go     typing
//	status.go     the first and the last line
//	help.go       the key map, shown
//	show.go       the styled page and the cards, printed
//
// It reads no files and parses nothing: what it shows comes from briefing, where
// it comes from is handed in by main as Library and Document.
package ui
