package format

import (
	"strings"
)

// paragraph reads the paragraph that has begun, and gives it and its text boxes.
func (d *docx) paragraph(give func(block)) {
	outer := d.boxes
	d.boxes = nil
	p := &paragraph{}
	if d.inner == 0 {
		d.count++
		p.line = d.count
	}
	props := docxProps{docxPlace: noPlace}
	var l look
	d.x.children(func() {
		if d.x.kind != xmlStart {
			return
		}
		if d.x.name == "w:pPr" {
			if props = d.paragraphProps(); props.level <= 0 {
				l = d.paragraphStyle(props.style).look
			}
			return
		}
		d.inline(p, l, "")
	})
	boxes := d.boxes
	d.boxes = outer
	if d.merged != nil {
		p.spans, p.line = append(d.merged.spans, p.spans...), d.merged.line
		d.merged = nil
	}
	if props.removed {
		d.merged = p
	} else {
		d.place(p, props)
		if !p.empty() {
			give(block{paragraph: p})
		}
	}
	for _, b := range boxes {
		give(b)
	}
}

// docxProps is what a paragraph says about itself.
type docxProps struct {
	docxPlace
	style   string
	removed bool // its end is none, or was deleted: the next paragraph goes on with it
}

func (d *docx) paragraphProps() docxProps {
	x := d.x
	p := docxProps{docxPlace: noPlace}
	x.children(func() {
		switch x.name {
		case "w:pStyle":
			p.style = x.attr("w:val")
		case "w:framePr":
			switch x.attr("w:dropCap") {
			case "drop", "margin": // a first letter that is set as large as several lines
				p.removed = true
			}
		case "w:rPr":
			x.children(func() {
				switch x.name {
				case "w:del", "w:moveFrom":
					p.removed = true
				}
			})
		default:
			p.read(x)
		}
	})
	return p
}

// place says what the paragraph is: heading, item, or neither.
func (d *docx) place(p *paragraph, props docxProps) {
	s := d.paragraphStyle(props.style)
	p.level, p.title, p.quote = s.level, s.title, s.quote
	if props.level >= 0 {
		p.level = props.level
	}
	id, ilvl := props.num, props.ilvl
	if id == "" {
		if id = s.num; id != "" && ilvl < 0 {
			if ilvl = d.nums.ofStyle(id, props.style); ilvl < 0 {
				ilvl = s.ilvl
			}
		}
	}
	ilvl = max(ilvl, 0)
	var no printed
	counted := false
	if id != "" && id != "0" && !d.header {
		no, counted = d.nums.next(id, ilvl)
	}
	if p.empty() {
		return
	}
	left := props.left
	if left == 0 {
		if left = no.left; left == 0 {
			left = s.left
		}
	}
	switch {
	case p.level > 0 || p.title:
		p.number = no.text
		d.items.end()
	case counted:
		p.item, p.number, p.plain = true, no.text, no.plain
		p.depth = d.items.item(id, ilvl, left)
	default:
		p.depth, p.goes = d.items.goesOn(left, s.goes)
	}
}

// inline reads an element that stands in a paragraph.
func (d *docx) inline(p *paragraph, l look, link string) {
	x := d.x
	if x.kind != xmlStart {
		return
	}
	each := func() { x.children(func() { d.inline(p, l, link) }) }
	switch x.name {
	case "w:r":
		d.run(p, l, link)
	case "w:hyperlink":
		if r, ok := d.rels[x.attr("r:id")]; ok && r.outside {
			link = linkTo(r.to)
			if a := x.attr("w:anchor"); a != "" && link != "" && !strings.Contains(link, "#") {
				link += "#" + a
			}
		}
		each()
	case "w:fldSimple":
		f := docxField{instr: []byte(x.attr("w:instr"))}
		f.run(d.header)
		d.fields = append(d.fields, f)
		each()
		d.fields = d.fields[:len(d.fields)-1]
	case "m:oMath", "m:oMathPara":
		p.add(textRun{text: d.math(), look: l &^ raised, link: link})
	case "w:sdt":
		d.control(p, l, link)
	case "mc:AlternateContent":
		d.alternate(func() { d.inline(p, l, link) })
	default:
		if d.passes() {
			each()
		}
	}
}

// control reads a content control. What asks the writer to fill it in is not
// written yet.
func (d *docx) control(p *paragraph, l look, link string) {
	x := d.x
	asks := false
	x.children(func() {
		switch x.name {
		case "w:sdtPr":
			x.children(func() {
				if x.name == "w:showingPlcHdr" {
					asks = x.on()
				}
			})
		case "w:sdtContent":
			if !asks {
				x.children(func() { d.inline(p, l, link) })
			}
		}
	})
}

// alternate reads the first choice of several that say the same; what is there
// for older programs only where the choice has no words.
func (d *docx) alternate(read func()) {
	x := d.x
	chosen := false
	x.children(func() {
		if x.kind != xmlStart || chosen {
			return
		}
		before := d.seen
		kind := x.name
		x.children(read)
		chosen = kind == "mc:Choice" && d.seen > before
	})
}

// run reads a run of text.
func (d *docx) run(p *paragraph, l look, link string) {
	x := d.x
	hidden := false
	font := d.font
	d.font = ""
	defer func() { d.font = font }()
	x.children(func() {
		if x.kind != xmlStart {
			return
		}
		if x.name != "w:rPr" {
			if !hidden {
				d.inRun(p, l, link)
			}
			return
		}
		style, off := "", look(0)
		direct := look(0)
		x.children(func() {
			switch x.name {
			case "w:rStyle":
				style = x.attr("w:val")
			case "w:vanish":
				hidden = x.on()
			case "w:rFonts":
				if f := x.attr("w:ascii"); hasPictures(f) {
					d.font = f
				}
			default:
				direct, off = runLook(x, direct, off)
			}
		})
		if style != "" {
			l = d.characterLook(style, l)
		}
		l = l&^off | direct
	})
}

func (d *docx) inRun(p *paragraph, l look, link string) {
	x := d.x
	text := func(s string) {
		if n := len(d.fields); n > 0 {
			for _, f := range d.fields {
				if !f.result || f.hidden {
					return
				}
				if f.link != "" {
					link = f.link
				}
			}
		}
		d.seen += len(s)
		p.add(textRun{text: s, look: l, link: link})
	}
	switch x.name {
	case "w:t":
		s := strings.ReplaceAll(x.words(), "\n", " ")
		if d.font != "" {
			s = inSymbols(s, d.font)
		}
		text(s)
	case "w:tab", "w:ptab":
		text("\t")
	case "w:br", "w:cr":
		text(lineBreak)
	case "w:noBreakHyphen":
		text("-")
	case "w:sym":
		text(symbol(x.attr("w:font"), x.attr("w:char")))
	case "w:instrText":
		if n := len(d.fields); n > 0 && !d.fields[n-1].result && len(d.fields[n-1].instr) < 1<<12 {
			d.fields[n-1].instr = append(d.fields[n-1].instr, x.words()...)
		}
	case "w:fldChar":
		d.fieldChar(text)
	case "w:footnoteReference", "w:endnoteReference", "w:commentReference":
		if label := d.refer(x.name, x.attr("w:id")); label != "" {
			p.add(textRun{note: label})
		}
	case "w:ruby":
		d.ruby(p, l, link)
	case "w:drawing", "w:pict", "w:object":
		d.drawing(p)
	case "mc:AlternateContent":
		d.alternate(func() { d.inRun(p, l, link) })
	}
}

// ruby reads words with their reading above them, which follows in brackets.
func (d *docx) ruby(p *paragraph, l look, link string) {
	x := d.x
	var above paragraph
	var base bool
	x.children(func() {
		switch x.name {
		case "w:rt":
			x.children(func() { d.inline(&above, 0, "") })
		case "w:rubyBase":
			base = true
			x.children(func() { d.inline(p, l, link) })
		}
	})
	if s := above.words(); s != "" && base {
		p.add(textRun{text: "(" + s + ")", look: l, link: link})
	}
}

// blocks reads what stands in the element that has begun: a cell, a box, a note.
func (d *docx) blocks(give func(block)) {
	items := d.items
	d.items = nil
	d.nested(give)
	if d.merged != nil {
		give(block{paragraph: d.merged})
		d.merged = nil
	}
	d.items = items
}

func (d *docx) nested(give func(block)) {
	x := d.x
	x.children(func() {
		if x.kind != xmlStart {
			return
		}
		switch x.name {
		case "w:p":
			d.paragraph(give)
		case "w:tbl":
			if t := d.table(); len(t.rows) > 0 {
				give(block{table: t})
			}
		case "w:sdtPr", "w:sdtEndPr":
		default:
			if d.passes() {
				d.nested(give)
			}
		}
	})
}
