package format

import (
	"slices"
	"strings"
)

// drawing reads the text in boxes and in diagrams, and a picture's alternative
// text: that of the whole, or where it has none those of its parts.
func (d *docx) drawing(p *paragraph) {
	x := d.x
	whole, parts := "", []string(nil)
	say := func(b block) { d.boxes = append(d.boxes, b) }
	for depth := x.depth; x.depth >= depth && x.next(); {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "w:txbxContent":
			fields := d.fields
			d.fields = nil
			d.blocks(say)
			d.fields = fields
		case "wp:docPr":
			if whole = x.attr("descr"); whole == "" {
				whole = x.attr("title")
			}
		case "pic:cNvPr":
			parts = append(parts, x.attr("descr"))
		case "v:shape", "v:rect", "v:imagedata":
			parts = append(parts, x.attr("alt"))
		case "v:textpath": // letters drawn as a picture: in a header a watermark
			if s := x.attr("string"); s != "" {
				d.seen++
				say(block{paragraph: &paragraph{spans: []textRun{{text: s}}}})
			}
		case "dgm:relIds":
			if r, ok := d.rels[x.attr("r:dm")]; ok && !r.outside {
				d.within(r.to, func() { d.diagram(say) })
			}
		case "mc:AlternateContent":
			d.alternate(func() {
				if x.kind == xmlStart {
					d.drawing(p)
				}
			})
		}
	}
	if altText(whole) != "" {
		parts = []string{whole}
	}
	for i, s := range parts {
		if !slices.Contains(parts[:i], s) {
			d.alternative(p, s)
		}
	}
}

// diagram reads the words of a diagram (SmartArt), which are a part of their own, in
// the order in which they were written.
func (d *docx) diagram(say func(block)) {
	x := d.x
	p := &paragraph{}
	for x.next() {
		switch {
		case x.kind == xmlStart && x.name == "a:t":
			p.add(textRun{text: x.words()})
		case x.kind == xmlStart && x.name == "a:br":
			p.add(textRun{text: lineBreak})
		case x.kind == xmlEnd && x.name == "a:p":
			if !p.empty() {
				d.seen++
				say(block{paragraph: p})
			}
			p = &paragraph{}
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
