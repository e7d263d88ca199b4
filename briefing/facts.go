package briefing

import (
	"sort"

	"readout/briefing/lang"
)

// Basis is how a fact is known: stated, written, computed or chosen.
type Basis = lang.Basis

const (
	Written  = lang.Written
	Computed = lang.Computed
	Chosen   = lang.Chosen
	StatedAs = lang.Stated
)

// Evidence is where a fact stands: its words as read, their range in the
// source, the range of their sentence, and the number of the paragraph.
// The prose of At is Words.
type Evidence struct {
	Words     string
	At        Range
	Sentence  Range
	Paragraph int
}

// Facts is everything that is derived from one briefing.
type Facts struct {
	Sections      []Section
	Summary       string // the first paragraph of the author's own summary
	SummaryAt     Range
	Timeline      []Event
	People        []Person
	Organisations []Body
	Places        []Body
	Sources       []Mentioned // unnamed sources
	Numbers       []Number
	Issues        []Issue
	Unexplained   []Mentioned
	Expressions   []Expression
	Names         []Named
	Quantities    []Quantity
	Links         []Link     // and references to footnotes
	Words         int        // of title and prose
	Paragraphs    []Numbered // every paragraph, in order
	Upto          Pos        // the source is read up to here
	Partial       bool       // the source goes on after Upto
}

// Numbered says where the paragraph of a number begins.
type Numbered struct {
	At     Pos
	Number int
}

// Paragraph returns the number of the paragraph that p stands in, 0 before the
// first.
func (f *Facts) Paragraph(p Pos) int {
	i := sort.Search(len(f.Paragraphs), func(i int) bool { return f.Paragraphs[i].At > p })
	if i == 0 {
		return 0
	}
	return f.Paragraphs[i-1].Number
}

// begins reports whether a paragraph begins at p.
func (f *Facts) begins(p Pos) bool {
	i := sort.Search(len(f.Paragraphs), func(i int) bool { return f.Paragraphs[i].At >= p })
	return i < len(f.Paragraphs) && f.Paragraphs[i].At == p
}

// section is the section whose heading begins at p.
func (f *Facts) section(p Pos) (int, bool) {
	i := sort.Search(len(f.Sections), func(i int) bool { return f.Sections[i].At.Start >= p })
	return i, i < len(f.Sections) && f.Sections[i].At.Start == p
}

// NumbersFirst reports whether the author states numbers as key figures.
func (f *Facts) NumbersFirst() bool {
	for _, n := range f.Numbers {
		if n.Basis == StatedAs {
			return true
		}
	}
	return false
}

// A Link is a link or a reference to a footnote, in the order of the text.
type Link struct {
	Text      string // its words; a footnote's label
	To        string // where a link really goes, "" for a footnote
	Note      string // a footnote's words
	NoteAt    Range  // where they stand
	At        Range
	Paragraph int
}

// When places an event against the briefing's own day.
type When string

const (
	Earlier When = "earlier"
	SameDay When = "day"
	Ahead   When = "ahead"
	Undated When = "undated"
)

// An Event is a dated statement: a line of the timeline.
type Event struct {
	Date, Until string // as lang.Time.Calendar has them; "" without a date
	From, To    Date   // first and last day; zero without a date
	Precision   string
	Qualifier   string
	When        When
	Text        string // the whole sentence as read, or the stated words
	Gist        string // one contiguous part of it that stands alone
	GistAt      Range
	Expression  string
	Basis       Basis
	Why         string // the rule behind a computed or chosen date, for a staffer
	forward     bool   // its verb looks ahead
	backward    bool
	idle        bool // nothing happens in it: it only says of when the speaker speaks
	Evidence    []Evidence
}

// A Person is a named person, with every alias merged.
type Person struct {
	Name     string
	Role     string
	Aliases  []string
	Mentions int
	Basis    Basis
	Evidence []Evidence // one for each mention, in the order of the text
}

// A Body is an organisation or a place.
type Body struct {
	Name     string
	Aliases  []string
	Mentions int
	Basis    Basis
	Evidence []Evidence
}

// Mentioned is something that the text names and says no more of: an unnamed
// source, an abbreviation that is never explained.
type Mentioned struct {
	Text     string
	Mentions int
	Evidence []Evidence
}

// A Number is a quantity worth asking about.
type Number struct {
	Text             string
	Value, Low, High float64
	Unit, Kind       string
	Qualifier        string
	About            string
	Basis            Basis
	Evidence         []Evidence
}

// An Issue is a matter that the text assumes its reader already knows.
type Issue struct {
	Label    string
	About    string // its most explanatory sentence
	Told     int    // the Evidence that stands in that sentence
	Mentions int
	Basis    Basis
	Evidence []Evidence
}

// Expression is a temporal expression, with TIMEX3 type, value and modifier.
type Expression struct {
	At               Range
	Text             string
	Type, Value, Mod string
}

// Named is one mention of a name; RefersTo is the canonical name.
type Named struct {
	At                   Range
	Text, Type, RefersTo string
}

// Quantity is one quantity of the text, for the pane or not.
type Quantity struct {
	At               Range
	Text             string
	Value, Low, High float64
	Unit, Kind       string
}
