package pdf

import "strings"

// A Block is what the pages say, in the order in which it is read.
type Block struct {
	Kind  Kind
	Spans []Span
	Level int    // of a heading, from 1
	Title bool   // the heading is set as a title
	Label string // of an item as printed, “•” or “1.”; of a note
	Depth int    // of an item, from 0
	Rows  [][]Cell
	Head  bool  // the first row is the head
	Goes  bool  // it goes on with the item before
	Page  int   // that it begins on, from 1
	On    []int // the page of each row
	open  bool  // the next page may go on with it
	size  float64
}

// Kind is what a block is.
type Kind int

const (
	Paragraph Kind = iota
	Heading
	Item
	Table
	Note   // at the foot of a page; Span.Note refers to it
	Margin // a running head or foot, a stamp
)

// A Span is text of one look.
type Span struct {
	Text         string
	Bold, Italic bool
	Raised       bool
	Link         string
	Note         string // the label of a note that is referred to here
}

// A Cell holds paragraphs.
type Cell [][]Span

// Break is the text of a line break that is meant.
const Break = "\n"

func (b *Block) words() string {
	var s strings.Builder
	for _, x := range b.Spans {
		s.WriteString(x.Text)
	}
	return s.String()
}

// add appends a span, joined to the one before where it looks the same.
func add(spans []Span, s Span) []Span {
	if n := len(spans); n > 0 {
		l := &spans[n-1]
		t := s
		t.Text = l.Text
		if *l == t && s.Note == "" {
			l.Text += s.Text
			return spans
		}
	}
	return append(spans, s)
}
