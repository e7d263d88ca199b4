package format

import (
	"strconv"
	"strings"
)

// docxStyle is what the style of a paragraph or of a run says.
type docxStyle struct {
	name  string // in English for what is built in, in lower case
	based string
	docxPlace
	look look
	off  look // that it switches off
	run  bool
}

// docxPlace is where a paragraph or its style says that it stands.
type docxPlace struct {
	level int // of the outline, from 1; 0 for none, -1 not said
	num   string
	ilvl  int // -1 not said
	left  int // indent in twips
}

var noPlace = docxPlace{level: -1, ilvl: -1}

// read reads an element of the properties of a paragraph.
func (p *docxPlace) read(x *xmlReader) {
	switch x.name {
	case "w:outlineLvl":
		p.level = outline(x.attr("w:val"))
	case "w:ind":
		p.left = indent(x)
	case "w:numPr":
		x.children(func() {
			switch x.name {
			case "w:numId":
				p.num = x.attr("w:val")
			case "w:ilvl":
				p.ilvl = number(x.attr("w:val"), 8)
			}
		})
	}
}

const longestStyleChain = 12

// readStyles reads the styles, by their names in the file.
func readStyles(x *xmlReader) map[string]*docxStyle {
	styles := map[string]*docxStyle{}
	for x.next() {
		if x.kind != xmlStart || x.name != "w:style" {
			continue
		}
		s := &docxStyle{docxPlace: noPlace, run: x.attr("w:type") == "character"}
		id := x.attr("w:styleId")
		x.children(func() {
			switch x.name {
			case "w:name":
				s.name = strings.ToLower(x.attr("w:val"))
			case "w:basedOn":
				s.based = x.attr("w:val")
			case "w:pPr":
				x.children(func() { s.read(x) })
			case "w:rPr":
				x.children(func() { s.look, s.off = runLook(x, s.look, s.off) })
			}
		})
		if len(styles) < 20_000 {
			styles[id] = s
		}
	}
	return styles
}

// runLook reads an element of the properties of a run.
func runLook(x *xmlReader, l, off look) (look, look) {
	var bit look
	on := x.on()
	switch x.name {
	case "w:b":
		bit = bold
	case "w:i":
		bit = italic
	case "w:strike", "w:dstrike":
		bit = strike
	case "w:vertAlign":
		bit, on = raised, x.attr("w:val") == "superscript"
	default:
		return l, off
	}
	if on {
		return l | bit, off &^ bit
	}
	return l &^ bit, off | bit
}

// outline reads the level of an outline: 0 to 8, and 9 for text.
func outline(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 8 {
		return 0
	}
	return n + 1
}

func number(s string, most int) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return max(0, min(n, most))
}

// indent reads the left indent of a paragraph.
func indent(x *xmlReader) int {
	s := x.attr("w:left")
	if s == "" {
		s = x.attr("w:start")
	}
	return number(s, 1<<20)
}

// A resolved style is what a paragraph has of its style and of those that it is
// based on.
type resolved struct {
	level int
	title bool
	num   string
	ilvl  int
	left  int
	goes  bool
	quote bool
	look  look // of its words, where it is no heading
}

// paragraphStyle follows the chain of styles: the level that comes first counts,
// by number or by name.
func (d *docx) paragraphStyle(id string) resolved {
	if r, ok := d.resolved[id]; ok {
		return r
	}
	r := resolved{ilvl: -1}
	level := -1
	at := id
	var off look
	for range longestStyleChain {
		s := d.styles[at]
		if s == nil {
			break
		}
		if level < 0 {
			level = s.level
		}
		if level <= 0 {
			if n := headingName(s.name); n > 0 && level < 0 {
				level = n
			}
		}
		switch {
		case s.name == "title":
			r.title = true
		case strings.HasPrefix(s.name, "list continue"):
			r.goes = true
		case isQuoteStyle(s.name):
			r.quote = true
		}
		r.look |= s.look &^ off
		off |= s.off &^ r.look
		if r.num == "" {
			r.num = s.num
		}
		if r.ilvl < 0 {
			r.ilvl = s.ilvl
		}
		if r.left == 0 {
			r.left = s.left
		}
		at = s.based
	}
	if len(d.styles) == 0 { // none in the file: the names that Word gives them
		if n, ok := strings.CutPrefix(strings.ToLower(id), "heading"); ok {
			level = number(n, 9)
		}
		r.title = strings.EqualFold(id, "title")
	}
	if r.level = max(level, 0); r.level > 0 || r.title {
		r.look = 0
	}
	d.resolved[id] = r
	return r
}

// characterLook follows the chain of the style of a run.
func (d *docx) characterLook(id string, l look) look {
	var set, off look
	for range longestStyleChain {
		s := d.styles[id]
		if s == nil {
			break
		}
		set |= s.look &^ off
		off |= s.off &^ set
		id = s.based
	}
	return l&^off | set
}
