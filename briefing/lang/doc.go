// Package lang is the language engine: it reads English prose and says where
// its sentences, temporal expressions, names, quantities and noun phrases are.
//
// Strings go in, spans come out. The engine knows prose, not briefings: it sees
// no Markdown, no sections and no files, and it asks neither a clock nor a
// network. The same units give the same reading, byte for byte, on every
// machine.
//
//	token.go      words, numbers and marks of a unit
//	sentence.go   where sentences begin and end
//	date.go       civil dates
//
// It will not merge what it finds into people, events or issues: that needs the
// whole document and is done by package briefing.
package lang
