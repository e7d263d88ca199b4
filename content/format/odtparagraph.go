package format

import (
	"bytes"
	"cmp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// odtItem says which item a paragraph is the first of, or goes on with.
type odtItem struct {
	number string
	plain  bool
	bullet bool
	depth  int
	goes   bool
	list   string
	left   int
}

// paragraph reads the paragraph or heading that has begun.
func (d *odt) paragraph(give func(block), item *odtItem) {
	x := d.x
	outer := d.boxes
	d.boxes = nil
	d.count++
	p := &paragraph{line: d.count}
	s := d.resolve(x.attr("text:style-name"))
	p.title, p.quote = s.title, s.quote
	if x.name == "text:h" {
		p.level = max(1, number(x.attr("text:outline-level"), 9))
		if d.outline != nil && item == nil && x.attr("text:is-list-header") != "true" {
			p.number, _ = d.print(d.outline, "outline", p.level-1, -1)
		}
	} else if s.level > 0 {
		p.level = s.level
	}
	d.inline(p, 0, "")
	switch {
	case p.empty():
	case p.level > 0 || p.title:
		if item != nil {
			p.number = item.number
		}
		d.items.end()
	case item == nil:
		p.depth, p.goes = d.items.goesOn(s.left, false)
	case item.goes:
		p.depth, p.goes = d.items.goesOn(0, true)
	case item.number != "" || item.bullet:
		p.item, p.number, p.plain = true, item.number, item.plain
		p.depth = d.items.item(item.list, item.depth, item.left)
	default:
		d.items.end()
	}
	boxes := d.boxes
	d.boxes = outer
	if !p.empty() {
		give(block{paragraph: p})
	}
	for _, b := range boxes {
		give(b)
	}
}

// list reads the list that has begun.
func (d *odt) list(give func(block), depth int, style string, outer *odtList) {
	x := d.x
	if s := x.attr("text:style-name"); s != "" {
		style = s
	}
	l := d.lists[style]
	if l == nil {
		l = outer
	}
	goesOn := x.attr("text:continue-numbering") == "true" || x.has("text:continue-list")
	if c := d.counts[style]; c != nil && !goesOn && depth == 0 {
		for k := range c {
			c[k] = -1
		}
	}
	x.children(func() {
		if x.name != "text:list-item" && x.name != "text:list-header" {
			return
		}
		it := odtItem{depth: min(depth, 12), bullet: true, list: style}
		if l != nil {
			it.left = l.levels[min(depth, 9)].left
		}
		begun := x.name == "text:list-header"
		if begun {
			it.bullet = false
		}
		start := -1
		if s := x.attr("text:start-value"); s != "" {
			start = number(s, 1<<30)
		}
		x.children(func() {
			switch x.name {
			case "text:p", "text:h":
				if !begun {
					begun = true
					it.number, it.plain = d.print(l, style, depth, start)
					it.bullet = it.number == "" && (l == nil || l.levels[min(depth, 9)].bullet)
				}
				at := it
				d.paragraph(give, &at)
				it.goes = true
			case "text:list":
				d.list(give, depth+1, style, l)
			default:
				if x.kind == xmlStart && !d.block(give) && d.passes() {
					d.blocks(give)
				}
			}
		})
	})
}

// inline reads what stands in the element that has begun.
func (d *odt) inline(p *paragraph, l look, link string) {
	x := d.x
	s := d.lookOf(x.attr("text:style-name"))
	l = l&^s.off | s.look
	if s.hidden {
		x.skip()
		return
	}
	font := d.font
	d.font = cmp.Or(s.font, font)
	defer func() { d.font = font }()
	x.children(func() {
		if x.kind == xmlText {
			// white space in the file is one space at most
			s := strings.Map(func(r rune) rune {
				if r == '\n' || r == '\r' {
					return ' '
				}
				return r
			}, string(x.text))
			if hasPictures(d.font) {
				s = inSymbols(s, d.font)
			}
			p.add(textRun{text: s, look: l, link: link})
			return
		}
		switch x.name {
		case "text:s":
			p.add(textRun{text: " ", look: l, link: link})
		case "text:tab":
			p.add(textRun{text: "\t", look: l, link: link})
		case "text:line-break":
			p.add(textRun{text: lineBreak, look: l, link: link})
		case "text:a":
			// what is relative goes out of the archive first
			d.inline(p, l, linkTo(strings.TrimPrefix(x.attr("xlink:href"), "../")))
		case "text:note":
			d.note(p)
		case "office:annotation":
			d.comment(p)
		case "office:annotation-end":
			d.commentEnds(p, x.attr("office:name"))
		case "text:ruby":
			d.ruby(p, l, link)
		case "text:page-number", "text:page-count":
			if !d.header {
				d.inline(p, l, link)
			}
		case "loext:content-control":
			if x.attr("loext:showing-place-holder") != "true" { // nothing is written there yet
				d.inline(p, l, link)
			}
		case "text:placeholder", "text:bookmark", "text:tracked-changes", "text:change", "office:event-listeners":
		case "draw:frame", "draw:custom-shape", "draw:g", "draw:rect", "draw:a":
			d.frame(p)
		default:
			d.inline(p, l, link)
		}
	})
}

func (d *odt) ruby(p *paragraph, l look, link string) {
	x := d.x
	x.children(func() {
		switch x.name {
		case "text:ruby-base":
			d.inline(p, l, link)
		case "text:ruby-text":
			if s := line1(x.words()); s != "" {
				p.add(textRun{text: "(" + s + ")", look: l, link: link})
			}
		}
	})
}

// frame reads a picture's alternative text, the text in a box, an equation.
func (d *odt) frame(p *paragraph) {
	x := d.x
	alt, spoken := "", false
	for depth := x.depth; x.depth >= depth && x.next(); {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "svg:title", "svg:desc":
			if s := altText(x.words()); s != "" {
				alt = s
			}
		case "draw:text-box":
			d.apart(func(b block) { d.boxes = append(d.boxes, b) })
		case "text:p", "text:list", "loext:table":
			d.block(func(b block) { d.boxes = append(d.boxes, b) })
		case "draw:object":
			if s := d.formula(x.attr("xlink:href")); s != "" {
				p.add(textRun{text: s})
				spoken = true
			}
		}
	}
	if alt != "" && !spoken && !d.header {
		p.add(textRun{text: alt, alt: true})
	}
}

// formula is what an equation says, which is a part of its own; without its
// elements what its writer typed.
func (d *odt) formula(href string) string {
	part := strings.TrimPrefix(href, "./") + "/content.xml"
	if !d.parts.has(part) {
		return ""
	}
	raw := d.parts.all(part)
	if len(raw) > mostFormula {
		return ""
	}
	doc, err := html.Parse(bytes.NewReader(plainMath(raw)))
	if err != nil {
		return ""
	}
	var typed string
	for n := range doc.Descendants() {
		switch n.Data {
		case "math":
			if s := line1(mathWords(n)); s != "" {
				return s
			}
		case "annotation":
			typed = line1(nodeText(n))
		}
	}
	return typed
}

const mostFormula = 1 << 20

func (d *odt) note(p *paragraph) {
	x := d.x
	kind := x.attr("text:note-class")
	if d.header || len(d.notes) >= mostNotes {
		return
	}
	d.marks[kind]++
	label := strconv.Itoa(d.marks[kind])
	if kind == "endnote" {
		label = roman(d.marks[kind])
	}
	p.add(textRun{note: label})
	at := len(d.notes)
	d.notes = append(d.notes, odtNote{label: label})
	x.children(func() {
		if x.name == "text:note-body" {
			var blocks []block
			d.apart(func(b block) { blocks = append(blocks, b) })
			d.notes[at].blocks = blocks
		}
	})
}

func (d *odt) comment(p *paragraph) {
	x := d.x
	if d.header || len(d.notes) >= mostNotes {
		return
	}
	d.marks["comment"]++
	label := "c" + strconv.Itoa(d.marks["comment"])
	p.add(textRun{note: label})
	if name := x.attr("office:name"); name != "" {
		d.remarks[name] = label
	}
	at := len(d.notes)
	d.notes = append(d.notes, odtNote{label: label})
	author := ""
	var blocks []block
	x.children(func() {
		if x.name == "dc:creator" {
			author = line1(x.words())
		} else if x.kind == xmlStart {
			d.block(func(b block) { blocks = append(blocks, b) })
		}
	})
	d.notes[at].blocks = byAuthor(author, blocks)
}

// commentEnds puts the mark of a comment behind the words that it is about, where
// they are of one paragraph.
func (d *odt) commentEnds(p *paragraph, name string) {
	label := d.remarks[name]
	for i, s := range p.spans {
		if label != "" && s.note == label {
			p.spans = append(append(p.spans[:i], p.spans[i+1:]...), s)
			return
		}
	}
}
