package format

import (
	"strings"
	"unicode"

	"readout/content/clean"
)

// What a word processor's file holds, whichever it is: paragraphs and tables,
// made of spans. DOCX, ODT and RTF are read into them, one block at a time, and
// they are written as Markdown in one way.

// A textRun is text of one look.
type textRun struct {
	text string
	look look
	link string
	note string // the label of a note that is referred to here; text is empty
	alt  bool   // text is the alternative text of a picture
}

type look uint8

const (
	bold look = 1 << iota
	italic
	strike
	raised
)

// lineBreak is the text of a break within a paragraph.
const lineBreak = "\n"

// A paragraph is one, of whatever kind.
type paragraph struct {
	spans  []textRun
	level  int    // of a heading, from 1; 0 for none
	title  bool   // it has the style of a title
	number string // as it is printed, of a heading or an item: “1.2”, “(a)”
	item   bool   // it is the item of a list
	plain  bool   // the number is an Arabic one and a stop or a parenthesis
	depth  int    // of the item or of what goes on with one, from 0
	goes   bool   // it goes on with the item before it
	quote  bool
	line   int // of the file, or its number among the paragraphs where a file has no lines; 0 for none
}

// A grid is a table. It holds rows of cells; what a merged cell covers is an empty one.
type grid struct{ rows [][]cell }

// A cell is covered where the one before it reaches over it.
type cell struct {
	blocks  []block
	covered bool
}

// A block is a paragraph or a table.
type block struct {
	*paragraph
	table *grid
}

// line is where the block begins.
func (b block) line() int {
	if b.paragraph != nil {
		return b.paragraph.line
	}
	if b.table != nil {
		for _, r := range b.table.rows {
			if n := lineOfRow(r); n > 0 {
				return n
			}
		}
	}
	return 0
}

func lineOfRow(r []cell) int {
	for _, c := range r {
		for _, b := range c.blocks {
			if n := b.line(); n > 0 {
				return n
			}
		}
	}
	return 0
}

// add appends text, joined to the span before it where that looks the same.
func (p *paragraph) add(s textRun) {
	if s.text == "" && s.note == "" {
		return
	}
	if n := len(p.spans); n > 0 && s.note == "" && !s.alt {
		if l := &p.spans[n-1]; l.note == "" && !l.alt && l.text != lineBreak && s.text != lineBreak && l.look == s.look && l.link == s.link {
			l.text += s.text
			return
		}
	}
	p.spans = append(p.spans, s)
}

// words is the text of the paragraph, its breaks as they are.
func (p *paragraph) words() string {
	if p == nil {
		return ""
	}
	var b strings.Builder
	for _, s := range p.spans {
		if !s.alt {
			b.WriteString(s.text)
		}
	}
	return strings.TrimSpace(clean.String(b.String()))
}

// empty reports whether there is nothing to read in the paragraph.
func (p *paragraph) empty() bool {
	for _, s := range p.spans {
		if s.note != "" || !saysNothing(s.text) {
			return false
		}
	}
	return true
}

// saysNothing reports whether nothing of a text passes the gate but white space.
func saysNothing(s string) bool {
	for _, r := range s {
		if r == 0x1B || r >= 0x80 && r < 0xA0 { // what follows may go with it
			break
		}
		if r > ' ' && r < 0x7F || unicode.IsLetter(r) {
			return false
		}
	}
	return strings.TrimSpace(clean.String(s)) == ""
}

// all reports whether every word of the paragraph has a look.
func (p *paragraph) all(l look) bool {
	for _, s := range p.spans {
		if s.look&l == 0 && s.note == "" && strings.TrimSpace(s.text) != "" {
			return false
		}
	}
	return true
}

// lines cuts the paragraph at its breaks.
func (p *paragraph) lines() []paragraph {
	out := []paragraph{{}}
	for _, s := range p.spans {
		for i, part := range strings.Split(s.text, lineBreak) {
			if i > 0 {
				out = append(out, paragraph{})
			}
			s.text = part
			out[len(out)-1].add(s)
		}
	}
	return out
}
