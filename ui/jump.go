package ui

import (
	"readout/briefing"
	"readout/ui/page"
)

// A spot is where a reader was: enough to come back.
type spot struct {
	top   page.Place
	focus page.Paragraph
}

// most is how many spots are remembered.
const most = 200

func (d *document) here() spot { return spot{d.top, d.focus} }

// leave remembers where the reader is before a jump.
func (d *document) leave(s spot) {
	if n := len(d.back); n > 0 && d.back[n-1].top == s.top && d.back[n-1].focus.At == s.focus.At {
		return
	}
	d.back = append(d.back, s)
	if len(d.back) > most {
		d.back = d.back[1:]
	}
	d.forward = nil
}

// goBack returns to the last spot; false where there is none.
func (d *document) goBack() bool {
	if len(d.back) == 0 {
		return false
	}
	s := d.back[len(d.back)-1]
	d.back = d.back[:len(d.back)-1]
	d.forward = append(d.forward, d.here())
	d.restore(s)
	return true
}

func (d *document) goForward() bool {
	if len(d.forward) == 0 {
		return false
	}
	s := d.forward[len(d.forward)-1]
	d.forward = d.forward[:len(d.forward)-1]
	d.back = append(d.back, d.here())
	d.restore(s)
	return true
}

func (d *document) restore(s spot) {
	d.open(s.top.Pos)
	d.top = d.page.Snap(s.top)
	if s.focus.Block != nil {
		d.setFocus(s.focus)
	}
}

// A pointer is what a pane points at in the text: the words of an item and their
// sentence. The zero pointer points at nothing.
type pointer struct {
	words, sentence briefing.Range
}

// goTo puts the focus on the paragraph of r and brings it on the screen.
func (d *document) goTo(r briefing.Range, h int) {
	d.open(r.Start)
	if p, ok := d.page.Paragraph(r.Start); ok {
		d.setFocus(p)
		for i, s := range d.sents {
			if s.Has(r.Start) {
				d.sent = i
			}
		}
	}
	d.show(r, h)
}
