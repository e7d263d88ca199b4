package format

import "strings"

// drawing reads a picture's alternative text and the text in boxes.
func (d *docx) drawing(p *paragraph) {
	x := d.x
	for depth := x.depth; x.depth >= depth && x.next(); {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "w:txbxContent":
			fields := d.fields
			d.fields = nil
			d.blocks(func(b block) { d.boxes = append(d.boxes, b) })
			d.fields = fields
		case "wp:docPr":
			d.alternative(p, x.attr("descr"))
		case "v:shape", "v:rect", "v:imagedata":
			d.alternative(p, x.attr("alt"))
		case "mc:AlternateContent":
			d.alternate(func() {
				if x.kind == xmlStart {
					d.drawing(p)
				}
			})
		}
	}
}

// alternative adds the alternative text of a picture.
func (d *docx) alternative(p *paragraph, s string) {
	if s = altText(s); s != "" && !d.header {
		d.seen++
		p.add(textRun{text: s, alt: true})
	}
}

// altText is the alternative text of a picture, without what a program says of
// how it made it; "" for what is too long to be one.
func altText(s string) string {
	for _, made := range []string{"Description automatically generated", "AI-generated content may be incorrect."} {
		s, _, _ = strings.Cut(s, made)
	}
	if s = line1(s); len(s) >= 4000 {
		return ""
	}
	return s
}
