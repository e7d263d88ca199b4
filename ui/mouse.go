package ui

import (
	tea "charm.land/bubbletea/v2"
)

// The mouse does what keys do: the wheel scrolls what it is over, a click goes
// to what it points at. M frees it, so that the terminal can select text.

// wheelLines is how far a notch of the wheel goes.
const wheelLines = 3

func (r rect) has(x, y int) bool { return x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h }

func (m *Model) wheel(msg tea.MouseWheelMsg) tea.Cmd {
	n := wheelLines
	switch msg.Button {
	case tea.MouseWheelUp:
		n = -n
	case tea.MouseWheelDown:
	case tea.MouseWheelLeft, tea.MouseWheelRight:
		if m.mode == inReader && !m.help && !m.lay.pane.has(msg.X, msg.Y) {
			m.slide(map[bool]int{true: 1, false: -1}[msg.Button == tea.MouseWheelRight])
		}
		return nil
	default:
		return nil
	}
	switch {
	case m.help:
		m.helpTop += n
	case m.mode == inPile:
		return m.doInPile(lineDown, sign(n), false)
	case m.mode == inWait:
	case m.lay.pane.has(msg.X, msg.Y):
		m.side().move(sign(n))
		m.preview()
	default:
		m.doc.scroll(n, m.textHeight())
	}
	return nil
}

func (m *Model) click(msg tea.MouseClickMsg) tea.Cmd {
	if msg.Button != tea.MouseLeft || m.help || m.prompt != nil || m.lay.tier == tiny {
		return nil
	}
	x, y := msg.X, msg.Y
	if m.mode == inWait {
		return nil
	}
	if m.mode == inPile {
		p := &m.pile
		list, _, _ := m.pileSizes()
		if i := p.top + y - 1; y >= 1 && x < list && i < len(p.shown) {
			again := i == p.cursor
			p.cursor, p.moved = i, true
			if again {
				return m.doInPile(enter, 1, false)
			}
			return m.peek()
		}
		return nil
	}
	l := m.lay
	switch {
	case l.pane.has(x, y):
		return m.clickPane(x-l.pane.x, y-l.pane.y)
	case l.divider && l.tier == wide && x == l.pane.x-1 || l.divider && l.tier == medium && y == l.pane.y-1:
		m.dragging = true
	case l.text.has(x, y):
		return m.clickText(x-l.text.x, y-l.text.y)
	}
	return nil
}

// clickPane takes a click on a tab or an item. A click on the item under the
// cursor goes there.
func (m *Model) clickPane(x, y int) tea.Cmd {
	p := m.side()
	if y == 0 {
		if k := p.tabAt(x, m.lay.pane.w, m.counts()); k != noPane && k != m.shown {
			m.openPane(k)
		}
		return nil
	}
	i, ok := p.rowsAt[y]
	if !ok {
		return nil
	}
	again := m.held && i == p.cursor
	p.cursor = i
	if !m.held {
		m.hold()
	}
	if again {
		return m.commit()
	}
	m.preview()
	return nil
}

// clickText puts the focus where the click is; on the rail it goes there, on a
// link it follows it.
func (m *Model) clickText(x, y int) tea.Cmd {
	d, l := m.doc, m.lay
	if m.held { // a click in the text is there to stay
		m.held, d.point = false, pointer{}
		m.resize()
	}
	if x == l.text.w-1 {
		d.leave(d.here())
		d.top = d.page.Fill(d.page.Percent(y*100/max(l.text.h-1, 1)), l.text.h)
		d.keepFocus(l.text.h, true)
		return nil
	}
	lines := d.page.Window(d.top, l.text.h)
	if y >= len(lines) || lines[y].Words.Start == lines[y].Words.End {
		return nil
	}
	at := lines[y].At(x - l.indent - l.left())
	if p, ok := d.page.Paragraph(at); ok {
		d.setFocus(p)
	}
	if d.facts != nil {
		for _, k := range d.facts.Links {
			if cell := x - l.indent - l.left(); k.At.Has(at) && cell >= 0 && cell < lines[y].Width {
				return m.follow(k)
			}
		}
	}
	return nil
}

// drag moves the divider.
func (m *Model) drag(msg tea.MouseMotionMsg) {
	if !m.dragging {
		return
	}
	switch m.lay.tier {
	case wide:
		m.split = max(m.w-msg.X-1, leastPane)
	case medium:
		m.splitRows = max(m.h-2-msg.Y, 3)
	}
	m.resize()
}
