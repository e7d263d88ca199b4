// Package clean is the gate that every byte from outside passes once.
//
// In goes a file in any charset that text comes in, with whatever the terminals,
// web pages and word processors before us left in it; out comes UTF-8 in
// composed form whose only controls are the newline and the tab. Nothing that a
// reader could see is dropped, nothing that a terminal could obey is kept.
//
//	charset.go   which charset it is, decided on the head
//	decode.go    other charsets into UTF-8
//	mojibake.go  UTF-8 that was read as Windows-1252 and saved again
//	gate.go      the stream: line ends, controls, invisible characters, NFC
//	escape.go    escape sequences, which go as a whole
//
// It does not know formats. What a format decodes later (an entity, an escape in
// front matter) has to pass again, through String or Line.
package clean
