package ui

import (
	"readout/briefing"
	"readout/ui/page"
)

// Moving over the text. The place is the Pos of the top line, the focus a
// paragraph: both survive a resize.

// scroll moves the text by n lines. The focus stays where it is while it is on
// the screen, and is then the nearest paragraph that is wholly visible.
func (d *document) scroll(n, h int) {
	d.top = d.page.Scroll(d.top, n, h)
	d.keepFocus(h, n >= 0)
}

// turnPages scrolls by n pages. Two lines stay, to read on from, and as many as the
// head of a table covers.
func (d *document) turnPages(n, h int) {
	for ; n != 0; n -= sign(n) {
		lines := d.page.Window(d.top, h)
		over := page.Pinned(lines)
		if k := len(lines); n > 0 && k > 0 {
			over = d.page.PinnedFrom(lines[k-1].Place, h)
		}
		was := d.top
		d.turn(sign(n)*max(h-2-over, 1), h)
		if d.top == was {
			return
		}
	}
}

// turn scrolls by a page or half of one, and notes where reading left off.
func (d *document) turn(n, h int) {
	lines := d.page.Window(d.top, h)
	d.eye = 0
	for _, l := range lines {
		if l.Words.Start == l.Words.End {
			continue
		}
		d.eye = l.Words.Start // going down, the last line that was there; going up, the first
		if n < 0 {
			break
		}
	}
	d.scroll(n, h)
}

// keepFocus moves the focus onto the screen.
func (d *document) keepFocus(h int, down bool) {
	lines := d.page.Window(d.top, h)
	if d.has && visible(lines, d.focus.At) {
		return
	}
	p, ok := d.nearest(lines, down)
	if !ok { // the head of the page, or a picture without words, fills the screen
		p, ok = d.page.Paragraph(d.top.Pos)
	}
	if ok {
		d.setFocus(p)
	}
}

// nearest is the first paragraph on the screen that is wholly visible, from the
// top when going down, from the foot when going up; else any that is visible.
func (d *document) nearest(lines []page.Line, down bool) (page.Paragraph, bool) {
	var some, best page.Paragraph
	var hasSome, hasBest bool
	for i := range lines {
		l := &lines[i]
		if l.Paragraph < 0 || l.Words.Start == l.Words.End {
			continue
		}
		if hasSome && some.At.Has(l.Words.Start) {
			continue
		}
		p, ok := d.page.Paragraph(l.Words.Start)
		if !ok {
			continue
		}
		if !hasSome || !down {
			some, hasSome = p, true
		}
		if whole(lines, p.At) {
			if best, hasBest = p, true; down {
				break
			}
		}
	}
	if hasBest {
		return best, true
	}
	return some, hasSome
}

// visible reports whether some of r is on the screen.
func visible(lines []page.Line, r briefing.Range) bool {
	for _, l := range lines {
		if l.Words.Start < l.Words.End && l.Words.Start < r.End && r.Start < l.Words.End {
			return true
		}
	}
	return false
}

// whole reports whether all of r is on the screen.
func whole(lines []page.Line, r briefing.Range) bool {
	var first, last briefing.Range
	for _, l := range lines {
		if l.Words.Start < l.Words.End {
			if first == (briefing.Range{}) {
				first = l.Words
			}
			last = l.Words
		}
	}
	return first.Start <= r.Start && r.End <= last.End
}

// show scrolls as little as it can so that r is on the screen; where it is not
// yet, it comes to a third from the top.
func (d *document) show(r briefing.Range, h int) {
	d.open(r.Start)
	d.page.Reveal(r)
	defer d.uncover(r.Start, h)
	lines := d.page.Window(d.top, h)
	if whole(lines, r) {
		return
	}
	at := d.page.Snap(page.Place{Pos: r.Start})
	up := h / 3
	if d.tall(r, h-up) {
		up = min(1, h-1)
	}
	d.top = d.page.Fill(d.page.Move(at, -up), h)
}

// tall reports whether r takes more than h lines.
func (d *document) tall(r briefing.Range, h int) bool {
	from := d.page.Snap(page.Place{Pos: r.Start})
	return d.page.Move(from, max(h, 1)).Pos < r.End && d.page.Move(from, max(h, 1)).Pos > r.Start
}

// uncover scrolls up where the head of a table covers a place.
func (d *document) uncover(at briefing.Pos, h int) {
	lines := d.page.Window(d.top, h)
	n := page.Pinned(lines)
	if n == 0 || n == len(lines) || d.page.Snap(page.Place{Pos: at}).Before(d.top) {
		return
	}
	if place := d.page.Snap(page.Place{Pos: at}); place.Before(lines[n].Place) {
		d.top = d.page.Move(place, -n)
	}
}

// reveal brings a paragraph on the screen with the least movement: its end comes
// to the foot, or its beginning to the top where it is taller than the screen.
func (d *document) reveal(r briefing.Range, h int) {
	d.page.Reveal(r)
	defer d.uncover(r.Start, h)
	lines := d.page.Window(d.top, h)
	if whole(lines, r) {
		return
	}
	start := d.page.Snap(page.Place{Pos: r.Start})
	if start.Before(d.top) {
		d.top = d.page.Fill(d.page.Move(start, -1), h)
		return
	}
	end := d.page.Snap(page.Place{Pos: max(r.End-1, r.Start)})
	top := d.page.Move(end, -(h - 2))
	if start.Before(top) {
		top = start
	}
	if d.top.Before(top) {
		d.top = d.page.Fill(top, h)
	}
}

// paragraph moves the focus by n paragraphs.
func (d *document) paragraph(n, h int) {
	for ; n != 0 && d.has; n -= sign(n) {
		var p page.Paragraph
		var ok bool
		if n > 0 {
			p, ok = d.page.NextParagraph(d.focus.At.Start)
		} else {
			p, ok = d.page.PrevParagraph(d.focus.At.Start)
		}
		if !ok {
			if n < 0 {
				d.top = d.page.First()
			}
			break
		}
		d.setFocus(p)
	}
	if d.has {
		d.reveal(d.focus.At, h)
	}
}

// sentence moves by n sentences, from paragraph to paragraph.
func (d *document) sentence(n, h int) {
	for ; n != 0 && d.has; n -= sign(n) {
		k := d.sent + sign(n)
		switch {
		case k >= 0 && k < len(d.sents):
			d.sent = k
		case n > 0:
			p, ok := d.page.NextParagraph(d.focus.At.Start)
			if !ok {
				return
			}
			d.setFocus(p)
			d.sent = min(0, len(d.sents)-1)
		default:
			p, ok := d.page.PrevParagraph(d.focus.At.Start)
			if !ok {
				return
			}
			d.setFocus(p)
			d.sent = len(d.sents) - 1
		}
	}
	if d.has {
		d.reveal(d.focusRange(), h)
	}
}

// focusRange is the sentence in focus, or the paragraph.
func (d *document) focusRange() briefing.Range {
	if d.sent >= 0 && d.sent < len(d.sents) {
		return d.sents[d.sent]
	}
	return d.focus.At
}

// section moves by n headings. Without facts it looks no further than the
// pieces around.
func (d *document) section(n, h int) {
	for ; n != 0; n -= sign(n) {
		at, ok := d.heading(sign(n))
		if !ok {
			break
		}
		d.goHeading(at, h)
	}
}

// goHeading puts a heading at the top and the focus on what follows it.
func (d *document) goHeading(at briefing.Pos, h int) {
	d.open(at)
	d.top = d.headingTop(at)
	if p, ok := d.page.Paragraph(at); ok {
		d.setFocus(p)
	}
}

// headingTop is the top of a screen that begins with a heading.
func (d *document) headingTop(at briefing.Pos) page.Place {
	return d.page.Move(d.page.Snap(page.Place{Pos: at}), -1)
}

// heading finds the next heading after the focus, or the one before the section
// that the focus stands in.
func (d *document) heading(dir int) (briefing.Pos, bool) {
	here := d.headingAbove()
	if d.facts != nil {
		hs := d.facts.Sections
		if dir > 0 {
			for _, s := range hs {
				if _, gone := d.page.Folded(s.At.Start); !gone && s.At.Start > here && !d.isTitle(s.At.Start) && s.At.Start > d.focus.At.Start {
					return s.At.Start, true
				}
			}
			return 0, false
		}
		for i := len(hs) - 1; i >= 0; i-- {
			if _, gone := d.page.Folded(hs[i].At.Start); !gone && hs[i].At.Start < here && !d.isTitle(hs[i].At.Start) {
				return hs[i].At.Start, true
			}
		}
		return 0, false
	}
	k := d.page.PieceAt(d.focus.At.Start)
	for n := 0; n < 3 && k >= 0 && k < len(d.text.Pieces); n, k = n+1, k+dir {
		blocks := d.page.Blocks(k)
		for i := range blocks {
			b := &blocks[i]
			if dir < 0 {
				b = &blocks[len(blocks)-1-i]
			}
			if b.Kind == briefing.Heading && !d.isTitle(b.At.Start) &&
				(dir > 0 && b.At.Start > d.focus.At.Start || dir < 0 && b.At.Start < here) {
				return b.At.Start, true
			}
		}
	}
	return 0, false
}

func (d *document) isTitle(p briefing.Pos) bool {
	at, ok := d.titleAt()
	return ok && at.Start == p
}

// headingAbove is where the section of the focus begins.
func (d *document) headingAbove() briefing.Pos {
	if d.facts != nil {
		var at briefing.Pos
		for _, s := range d.facts.Sections {
			if s.At.Start > d.focus.At.Start {
				break
			}
			at = s.At.Start
		}
		return at
	}
	k := d.page.PieceAt(d.focus.At.Start)
	if k < 0 {
		return 0
	}
	var at briefing.Pos
	for _, b := range d.page.Blocks(k) {
		if b.Kind == briefing.Heading && b.At.Start <= d.focus.At.Start {
			at = b.At.Start
		}
	}
	return at
}

// toNumber goes to the paragraph of a number; false where there is none known.
func (d *document) toNumber(n, h int) bool {
	if d.facts == nil {
		return false
	}
	for _, p := range d.facts.Paragraphs {
		if p.Number == n {
			d.open(p.At)
			if para, ok := d.page.Paragraph(p.At); ok {
				d.setFocus(para)
				d.show(para.At, h)
				return true
			}
		}
	}
	return false
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}
