package ui

import "readout/ui/page"

// slide scrolls what is wider than the page sideways, by n steps: the table or the
// code in focus, else the first on the screen.
func (m *Model) slide(n int) {
	d, h := m.doc, m.textHeight()
	lines := d.page.Window(d.top, h)
	at := -1
	for i := range lines {
		l := &lines[i]
		if l.Left+l.Right == 0 || l.Pinned {
			continue
		}
		focused := d.has && l.Words.Start < d.focus.At.End && d.focus.At.Start < l.Words.End
		if at < 0 || focused {
			at = i
		}
		if focused {
			break
		}
	}
	switch {
	case at < 0:
		m.note = "nothing here is wider than the page"
	case d.page.Slide(lines, at, n):
		d.top = d.page.Snap(d.top)
	case n > 0:
		m.note = "this is its right end"
	default:
		m.note = "this is its left end"
	}
}

// someWide reports whether something on the screen is wider than the page.
func someWide(lines []page.Line) bool {
	for i := range lines {
		if lines[i].Left+lines[i].Right > 0 {
			return true
		}
	}
	return false
}
