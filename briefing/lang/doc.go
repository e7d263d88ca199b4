// Package lang is the language engine: it reads English prose and says where
// its sentences, temporal expressions, names, quantities and noun phrases are.
//
// Strings go in, spans come out. The engine knows prose, not briefings: it sees
// no Markdown, no sections and no files, and it asks neither a clock nor a
// network. The same units give the same reading, byte for byte, on every
// machine.
//
//	token.go      words, numbers and marks of a unit; lexeme.go what is known of a word
//	              whatever text it stands in; wrap.go which line breaks are the
//	              typist's
//	sentence.go   where sentences begin and end
//	date.go       civil dates; calendar.go and finddate.go read them from strings
//	time.go       temporal expressions, in two steps:
//	              timegrammar.go reads them, with the rules in time*.go by what they
//	              begin with; timeresolve.go gives them their place in the calendar
//	              (timeplace.go, timeshift.go), from the anchor, the verb that governs
//	              them (verb.go, timedirection.go) and the dates spoken of before
//	clause.go     the clause that a date belongs to
//	name.go       names: nameclue.go says what can be said of a word (nameseen.go what
//	              the document says of it), nametag.go finds the best sequence of tags
//	              by the weights of nametable.go, with a second look where the document
//	              disagrees (namevote.go); namerule.go and namefix.go correct it;
//	              namerole.go and nameshort.go read the words around; lesson.go and
//	              package train make the table
//	source.go     unnamed sources
//	quantity.go   numbers with unit and noun: numeral.go and spelled.go read the number,
//	              amount.go its unit (unit.go, currency.go), quantityrange.go its other
//	              end, about.go what it measures; notcounted.go and quantityclock.go
//	              take what is a number and counts nothing
//	phrase.go     noun phrases, over the word classes of pos.go and verbform.go;
//	              phrasetable.go says how rare their words are in the news
//
// Names, on the fold of the shared corpora that is never learnt from (F1 in per cent,
// same span and type): persons 82.8, organisations 69.8, places 74.6, all 75.7; the
// sets of persons that package briefing makes of them 79.9.
//
// It will not merge what it finds into people, events or issues: that needs the
// whole document and is done by package briefing.
package lang
