package briefing

import (
	"bytes"
	"fmt"
	"sort"

	"readout/briefing/lang"
)

// Pos is a byte of the source. It is also the only “place”: a mark, a jump, the
// top of the screen.
type Pos int

// Range is the bytes from Start up to but not with End.
type Range struct{ Start, End Pos }

// Has reports whether p lies in r.
func (r Range) Has(p Pos) bool { return r.Start <= p && p < r.End }

// Of returns the bytes of the range.
func (r Range) Of(src []byte) []byte { return src[r.Start:r.End] }

// Date is a day; the zero Date is none.
type Date = lang.Date

// ParseDate reads a whole string as one calendar date, in any of the forms that
// the engine knows and that need no anchor.
func ParseDate(s string) (Date, bool) { return lang.ParseDate(s) }

// Source is what a format makes of a file: Markdown, where its lines came from,
// and what the file says about itself. While a file is being read, each Source
// holds more than the one before, and never changes what that one held.
type Source struct {
	Markdown []byte
	Origin   LineMap
	Meta     Meta
}

// Meta is what a document says about itself outside its prose.
type Meta struct {
	Format    string // text, markdown, …
	Unit      string // what the lines of the origin are in a file that has none: “page”; "" for lines
	Title     string // the words of the source's first # heading
	TitleMade bool   // the document has no title; this one was made
	Date      Date   // the date anchor
	DateFrom  string // flag, front matter, first line, header, dateline, first lines, file name, or ""
	From, To  string
	Subject   string
	Source    string
	Tags      []string
	Marking   string // a handling line: TLP, CUI, UNCLASSIFIED, an embargo
	Summary   string // the author's own
	Stated    Stated
	More      []Field  // other header lines and front matter keys, in the order of the file
	Furniture []string // lines of the file that are no words of the briefing: “Page 1 of 4”, “Share”
	Portions  []Portion
	Silent    []Range  // stretches that are read and give no facts, in their order: a signature, a legal notice
	Quoted    []Range  // what a mail quotes below what it says itself, without the line before it; a reader opens with it folded
	Others    []Dated  // stretches that were written on another day, in their order, the inner behind the outer
	Warnings  []string // what was wrong with the file: “line 3: front matter: …”
}

// Dated is a stretch of the source with a date anchor of its own: a message that is
// quoted in a mail, one mail of several. A zero Date says that its day is unknown.
type Dated struct {
	At   Range
	Date Date
}

// DateAt is the date anchor of what stands at p.
func (m *Meta) DateAt(p Pos) Date {
	day := m.Date
	for _, d := range m.Others {
		if d.At.Start > p {
			break
		}
		if d.At.Has(p) {
			day = d.Date
		}
	}
	return day
}

// IsSilent reports whether what stands at p gives no facts.
func (m *Meta) IsSilent(p Pos) bool {
	for _, s := range m.Silent {
		if s.Has(p) {
			return true
		}
	}
	return false
}

// Portion is a portion mark, “(U)”, which says how one paragraph is to be
// handled. It is for the margin; At is the first byte of the paragraph's words.
type Portion struct {
	At   Pos
	Mark string
}

// Place is where p stands in the file, as it is cited: “p. 12”; "" where the file has
// lines or nothing that a reader could turn to.
func (s *Source) Place(p Pos) string {
	n := s.Origin.Line(s.Markdown, p)
	if n == 0 || s.Meta.Unit != "page" {
		return ""
	}
	return fmt.Sprintf("p. %d", n)
}

// Field is a header line or a front matter key with its value.
type Field struct{ Name, Value string }

// Stated is what the front matter states as facts.
type Stated struct {
	Timeline []StatedEvent
	People   []StatedPerson
	Numbers  []StatedNumber
	Issues   []StatedIssue
}

type (
	StatedEvent  struct{ Date, Until, Event string }
	StatedPerson struct {
		Name, Role string
		Aka        []string
	}
	StatedNumber struct{ Value, About string }
	StatedIssue  struct{ Label, About string }
)

// LineMap says for each line of the source which line of the file it came from.
// It is a list of runs in the order of the source; within a run, lines of the
// source and of the file go up together.
type LineMap []LineRun

// LineRun: the line that begins at At came from line Line of the file, counted
// from 1; 0 for a line that the converter made.
type LineRun struct {
	At   Pos
	Line int
}

// Line returns the line of the file that p came from, 0 if from none.
func (m LineMap) Line(src []byte, p Pos) int {
	i := sort.Search(len(m), func(i int) bool { return m[i].At > p })
	if i == 0 {
		return 0
	}
	run := m[i-1]
	if run.Line == 0 {
		return 0
	}
	return run.Line + bytes.Count(src[run.At:p], []byte{'\n'})
}
