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
// To add one, write its file and its row, and nothing else: mbox.go is the smallest
// there is, with a pair in testdata/whole. The row says how it is recognised (Is by
// its clean head, Magic by its bytes); the file holds a function that fills the Out:
// Meta.Title, or TitleMade with one made, the anchor by Out.anchor, then lines of
// Markdown, each with the line of the file that it came from (Out.from, or lined
// where it is put together first). Text goes through clean and appendText. What it
// cannot read it says in an error that goes on with “open x.mbox: ”. The tests that
// hold for all (testdata/whole, a fuzz test with sound, limits_test.go) take it in
// by a file and a line each; library, cache, progress and Esc come with the row.
//
//	format.go    the table
//	magic.go     what a file plainly is that no format reads
//	out.go       what a converter writes to
//	escape.go    text that Markdown would take for mark-up
//	markdown.go  Markdown; shortcode.go what site generators put in it, matter.go and stated.go its front matter
//	text.go      plain text, row by row
//	rows.go      its rows; shape.go the regime of its line breaks
//	head.go      what stands before its first paragraph
//	block.go     what a row begins; list.go, heading.go
//	entry.go     rows made alike: chronologies, sub-items, abbreviations
//	portion.go   (U) and its kin before paragraphs
//	tagtable.go  tables that a converter left in it as HTML
//	html.go      web pages; htmlmain.go their main text, htmlfurniture.go what is
//	             none, htmlmeta.go what their heads say, htmlline.go their lines
//	webwrite.go  an HTML tree as Markdown: webblock.go, webinline.go, weblink.go,
//	             weblist.go, webnote.go, webtable.go; webnode.go what elements are,
//	             webword.go the lists of word processors
//	epub.go      e-books, chapter by chapter; mathml.go what equations say
//	mail.go      mail; mailpart.go its parts, mailtext.go plain text of mail
//	reply.go     what a mail quotes, its day, and what of it opens folded; notice.go
//	             what gives no facts; calendar.go an invitation
//	guess.go     the charset of what names none and is not Western
//	mbox.go      many mails, the smallest format to copy from
//	lines.go     Markdown that is put together, with the lines it came from
//	furniture.go page numbers, trailers, running heads; marking.go
//	anchor.go    the date that relative dates are resolved against
//	foreigndate.go  dates as other languages write them
//	title.go     a title where a document has none
//	docx.go      Word documents, odt.go OpenDocument texts, rtf.go rich text: each is
//	             read into paragraphs and tables (ooxmlblock.go), which ooxmlwrite.go
//	             writes and ooxmlhead.go gives a title and metadata
//
// A format whose bytes are no text has Magic and Steps: it gets the file whole, as it
// is, 256 MB at most, and gives Markdown a block at a time. Nothing of it has passed
// the gate, so its words go through clean before they are escaped.
//
// Measured on real documents (go test -v -run 'Samples|Dates' ./content/...), order
// being F1 of word triples: DOCX order 1.000 and headings 1.000 against what people
// say stands in them; HTML order .991 and headings 1.00 over 14 pages, 11 of 12 dates
// and none wrong; all 37 mails; five of six e-books .99 and more against pandoc, which
// writes the equations of the sixth as TeX (.864). What LibreOffice makes of the DOCX
// reads as they do (OfficeSamples): ODT order .976, headings .977, cells .953, rows
// .949, RTF .975, .977, .953, .929, dates and links all; what is missing it lost itself
// (the results of some fields, descriptions, numbers in comments, tables in tables). What is
// exported of 127 of them as Markdown has the same headings, items, cells and
// quotations in goldmark.
package format
