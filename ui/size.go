package ui

// Sizes: every rectangle of the screen is decided here.

// tier is how much the screen can show at once.
type tier int

const (
	tiny   tier = iota // too small to read on: says so
	narrow             // a pane takes the screen
	medium             // a pane opens below the text
	wide               // a pane stands beside the text
)

const (
	leastWidth  = 20
	leastHeight = 5
	mediumFrom  = 70
	wideFrom    = 110
	margin      = 7  // focus bar and ¶ number, left of the text
	usual       = 72 // the measure
	leastSplit  = 9  // lines: with fewer a pane takes the screen
	leastPane   = 29
	mostPane    = 76
)

// rect is a rectangle of the screen, in cells.
type rect struct{ x, y, w, h int }

// layout is where everything stands.
type layout struct {
	tier    tier
	text    rect // the text with its margin; h 0 where a pane takes the screen
	measure int  // columns of text
	indent  int  // columns before the margin: the text is centred
	pane    rect // h 0 without one
	divider bool // a column or row between the two
}

// arrange decides the rectangles of a w×h screen. measure is the reader's
// width, open whether a pane is; split and splitRows are its width and height as
// the reader dragged them, 0 for the usual.
func arrange(w, h, measure int, open bool, split, splitRows int) layout {
	l := layout{}
	if w < leastWidth || h < leastHeight {
		return l
	}
	body := h - 2 // status lines
	l.tier = narrow
	switch {
	case w >= wideFrom:
		l.tier = wide
	case w >= mediumFrom && body >= leastSplit:
		l.tier = medium
	}
	l.text = rect{0, 1, w, body}
	switch {
	case !open:
	case l.tier == wide:
		p := min(max(w-margin-measure-4, leastPane), mostPane)
		if split > 0 {
			p = min(max(split, leastPane), w-40)
		}
		l.pane = rect{w - p, 1, p, body}
		l.text.w = w - p - 1
		l.divider = true
	case l.tier == medium:
		p := max(body*2/5, 3)
		if splitRows > 0 {
			p = min(max(splitRows, 3), body-4)
		}
		l.pane = rect{0, 1 + body - p, w, p}
		l.text.h = body - p - 1
		l.divider = true
	default:
		l.pane = rect{0, 1, w, body}
		l.text.h = 0
	}
	l.measure = max(min(measure, l.text.w-margin-1), 8)
	if l.text.w < 40 { // no room for numbers in the margin
		l.measure = max(l.text.w-3, 8)
	}
	l.indent = max((l.text.w-l.left()-l.measure-1)/2, 0)
	return l
}

// arrangeLinear is for who hears the screen: lines as long as the measure, nothing
// beside them.
func arrangeLinear(w, h, measure int, open bool) layout {
	if w < leastWidth || h < leastHeight {
		return layout{}
	}
	l := layout{tier: narrow, text: rect{0, 0, w, h - 1}, measure: min(measure, w-1)}
	if open {
		l.pane = l.text
		l.text.h = 0
	}
	return l
}

// left is the width of the margin.
func (l layout) left() int {
	if l.text.w < 40 {
		return 2
	}
	return margin
}
