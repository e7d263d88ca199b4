// Package format turns what a file holds into Markdown, metadata and origin.
// Nothing behind it knows formats.
//
// A format is one file and one row of the table in format.go: its name, how it is
// recognised, and a Converter, which gets the clean text of the file in portions
// and appends what it makes of it to an Out. It gets the first 64 KB (or the whole
// of a shorter file) at once, and decides on them what it has to decide; from
// then on it must come by with what has been and a few kilobytes ahead.
//
// A format that cannot be read as it comes has Whole instead of New: it gets the
// bytes of the file as they are, all of them, at the first Next, and writes the Out
// in one go. Whoever packs a file does not change what it is: gzip is the door's.
//
//	format.go    the table
//	magic.go     what a file plainly is that no format reads
//	out.go       what a converter writes to
//	escape.go    text that Markdown would take for mark-up
//	markdown.go  Markdown; matter.go and stated.go its front matter
//	text.go      plain text, row by row
//	rows.go      its rows; shape.go the regime of its line breaks
//	head.go      what stands before its first paragraph
//	block.go     what a row begins; list.go, heading.go
//	entry.go     rows made alike: chronologies, sub-items, abbreviations
//	portion.go   (U) and its kin before paragraphs
//	tagtable.go  tables that a converter left in it as HTML
//	html.go      web pages; htmlmeta.go what their heads say
//	webwrite.go  an HTML tree as Markdown; weblist.go, webtable.go
//	epub.go      e-books, chapter by chapter
//	mail.go      mail; mailpart.go its parts, mailtext.go plain text of mail
//	mbox.go      many mails, the smallest format to copy from
//	furniture.go page numbers, trailers, running heads; marking.go
//	anchor.go    the date that relative dates are resolved against
//	title.go     a title where a document has none
//	docx.go      Word documents, odt.go OpenDocument texts, rtf.go rich text: each is
//	             read into paragraphs and tables (ooxmlblock.go), which ooxmlwrite.go
//	             writes and ooxmlhead.go gives a title and metadata
//
// A format whose bytes are no text has Magic and Steps: it gets the file whole, as it
// is, 256 MB at most, and gives Markdown a block at a time. Nothing of it has passed
// the gate, so its words go through clean before they are escaped.
package format
