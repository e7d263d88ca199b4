// Package briefing is what a briefing is: Markdown source, cut into pieces,
// parsed into blocks and leaves, and the facts derived from it.
//
// Everything here is pure: the same in and out, no files, no network, no clock,
// no terminal.
//
//	source.go     the source, its metadata, and where its lines came from
//	cut.go        pieces: stretches that parse alone
//	parse.go      a piece into blocks
//	block.go      the kinds of blocks
//	leaf.go       prose, and the map from it to the source
//	section.go    sections and their roles
//	facts.go      the facts, and how they hang together
//	derive.go     from blocks to facts
//	timeline.go   events, with gist.go for their words and agenda.go for rows of tables
//	numbers.go    the numbers of the pane, with tablenumbers.go for cells
//	issues.go     the matters that the text takes as known: matter.go and matterweight.go rank them
//	check.go      what does not fit together; checknumbers.go what does not add up
//	exports.go    what briefings are written in: json.go, markdown.go, html.go, ics.go, csv.go
package briefing
