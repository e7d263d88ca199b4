package format

import (
	"strings"
	"unicode/utf8"
)

// rtfFlow is a flow of paragraphs: the body, a note, a text box, a header.
type rtfFlow struct {
	kind   string
	give   func(block)
	p      *paragraph
	props  rtfProps
	items  itemStack
	tables []*rtfTable // those that are open, each in a cell of the one before
	row    rtfRowDef   // what was said last of a row
	inner  rtfRowDef   // of a row of a table in a cell
	boxes  []block     // text boxes of the paragraph that is open
	held   []block     // of a text box
}

// rtfProps holds for a paragraph until it is reset.
type rtfProps struct {
	style, outline int
	list, level    int // of a list, by its number, and how deep in it
	left           int // indent in twips
	table          int // how many tables it stands in
	label          string
	labelled       bool
}

type rtfStyle struct {
	name  string
	level int
	based int
}

// end ends the flow: what is open in it is given.
func (f *rtfFlow) end(r *rtf) {
	if !f.p.empty() || len(f.boxes) > 0 {
		f.paragraph(r)
	}
	f.close(0)
}

// paragraph ends the paragraph that is open.
func (f *rtfFlow) paragraph(r *rtf) {
	p := f.p
	f.p = &paragraph{}
	boxes := f.boxes
	f.boxes = nil
	f.place(p, r)
	f.props.label, f.props.labelled = "", false
	give := func(b block) {
		t := f.at(f.props.table)
		t.cell = append(t.cell, b)
	}
	if f.props.table == 0 {
		f.close(0)
		give = f.give
	}
	if !p.empty() {
		give(block{paragraph: p})
	}
	for _, b := range boxes {
		give(b)
	}
}

// place says what the paragraph is: heading, item, or neither.
func (f *rtfFlow) place(p *paragraph, r *rtf) {
	s := r.styleOf(f.props.style)
	level := s.level
	if f.props.outline >= 0 {
		level = f.props.outline
	}
	label := f.props.label
	bullet := f.props.labelled && (label == "o" || strings.IndexFunc(label, hasNumber) < 0) // Word draws the second kind with the letter
	if bullet {
		label = ""
	}
	plain := isPlainNumber(label)
	if !r.labels && f.props.list > 0 && !p.empty() { // the program left it to the reader to count
		if no, ok := r.nums.next(decimal(f.props.list), f.props.level); ok {
			label, plain, bullet = no.text, no.plain, no.bullet
			if f.props.left == 0 {
				f.props.left = no.left
			}
		}
	}
	switch {
	case p.empty():
	case level > 0:
		p.level, p.number = level, label
		f.items.end()
	case s.name == "title":
		p.title = true
		f.items.end()
	case label != "" || bullet:
		p.item, p.number, p.plain = true, label, plain
		p.depth = f.items.item(decimal(f.props.list), f.props.level, f.props.left)
	default:
		p.depth, p.goes = f.items.goesOn(f.props.left, false)
		p.quote = !p.goes && isQuoteStyle(s.name)
	}
}

func hasNumber(c rune) bool {
	return c < utf8.RuneSelf && isAlnum(byte(c)) || c >= 0xC0 && c < 0x2000
}

// isPlainNumber reports whether the number of an item is one that Markdown knows:
// “3.” and “3)”, not “3.1” or “(3)”.
func isPlainNumber(s string) bool {
	n := digits([]byte(s))
	return n > 0 && n+1 == len(s) && (s[n] == '.' || s[n] == ')')
}

// styleOf is what the style of a paragraph says, and those that it is based on.
func (r *rtf) styleOf(n int) (s rtfStyle) {
	for range longestStyleChain {
		at, ok := r.styles[n]
		if !ok {
			break
		}
		if s.name == "" {
			s.name = at.name
		}
		if level := headingName(at.name); s.level == 0 && at.level == 0 && level > 0 {
			s.level = level
		}
		if s.level == 0 {
			s.level = at.level
		}
		if at.name == "title" {
			s.name = at.name
		}
		if at.based == n {
			break
		}
		n = at.based
	}
	return s
}
