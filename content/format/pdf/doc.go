// Package pdf reads the text of PDF documents: from characters with boxes to
// paragraphs, headings, lists, tables and notes. Its one reader is Open and Next.
//
//	engine.go    pdfium as WebAssembly: compiled, from the cache, or interpreted
//	instance.go  one copy of it with a document open, its limits, its traps
//	document.go  what the file says of itself, its bookmarks
//	extract.go   a page: characters, lines drawn on it, links, tags
//	word.go      characters into words, words into stretches of a line
//	memory_linux.go  its memory, beside that of Go
//	dot.go       marks of lists that are drawn
//	column.go    the page into regions in the order in which they are read
//	lattice.go   tables with lines
//	paragraph.go the lines of a region into paragraphs; text.go their words
//	heading.go   which are headings and items
//	note.go      notes at the foot of a page
//	margin.go    running heads and page numbers
//	tag.go       files that say what their parts are
//	layout.go    all this for one page, knowing those before
//	reader.go    page after page
//
// It will not read pictures of text, forms that are not on the page, or what
// scripts would write. Nothing that it gives has passed the gate.
package pdf
