// Package content is where briefings come from: files, standard input, folders,
// and the library that is built in.
//
//	document.go  a file on its way to Markdown, as much of it as is asked for
//	library.go   several files or a folder as a list of briefings
//	box.go       a file of mails as a library
//	samples.go   the built-in library
//	cache.go     what files were converted to, for the next time
//
// content/clean is the gate that every byte passes, content/format turns what a
// file holds into Markdown, metadata and origin. Nothing here lays out or reads
// what a briefing says, and nothing but the cache writes.
package content
