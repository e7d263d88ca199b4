package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"readout/briefing"
)

// What stands beside the text: which pane is open, who has the keys, and where
// the text returns to.

// fillPane gives the open pane its items.
func (m *Model) fillPane() {
	d := m.doc
	if d == nil {
		return
	}
	if m.list != nil {
		m.fillList()
	}
	if m.shown == noPane {
		return
	}
	items, empty := m.paneItems(m.shown)
	m.pane.fewer = m.opt.Keys.keyOf(inPane, foldIt)
	m.pane.set(m.shown, items, empty)
}

// paneItems are the items of a pane, and what it says when there are none.
func (m *Model) paneItems(k paneKind) ([]item, string) {
	f := m.doc.facts
	if f == nil {
		return nil, "Reading…"
	}
	switch k {
	case timelinePane:
		if m.doc.anchor().IsZero() {
			return timelineItems(f, m.doc.text.Meta, m.opt.Today), "No dates found. The briefing has no date of its own, so “Monday” cannot be placed: give one with --date YYYY-MM-DD."
		}
		return timelineItems(f, m.doc.text.Meta, m.opt.Today), "No dates found in this briefing."
	case figuresPane:
		return figuresItems(f), "No people, organisations or numbers found in this briefing."
	default:
		return issuesItems(f, m.doc.text.Meta), "No background issues found: the text explains what it speaks of."
	}
}

// counts are the numbers on the tabs, -1 while they are not known.
func (m *Model) counts() (n [len(panes)]int) {
	f := m.doc.facts
	for i := range n {
		n[i] = -1
	}
	if f == nil {
		return n
	}
	issues := len(f.Issues)
	for _, s := range f.Sections {
		if s.Role == briefing.Background {
			issues++
		}
	}
	return [...]int{len(f.Timeline), len(f.People) + len(f.Organisations) + len(f.Numbers), issues}
}

// drawPane draws what stands beside the text.
func (m *Model) drawPane() []string {
	r := m.lay.pane
	at := m.doc.focus.At
	if !m.doc.has || m.held {
		at = briefing.Range{}
	}
	if m.list != nil {
		return m.list.draw(r.w, r.h, m.held, m.counts(), at, m.styles)
	}
	return m.pane.draw(r.w, r.h, m.held, m.counts(), at, m.styles)
}

// side is the list that has the keys, or would have.
func (m *Model) side() *pane {
	if m.list != nil {
		return m.list
	}
	return &m.pane
}

// openPane opens a pane and gives it the keys; the open one is closed.
func (m *Model) openPane(k paneKind) {
	if m.shown == k && m.list == nil {
		m.closePane()
		return
	}
	m.list = nil
	m.shown, m.lastPane = k, k
	m.pane.kind = noPane // it begins anew
	m.fillPane()
	if !m.pane.nearest(m.doc) && k == timelinePane { // what matters is ahead
		for i, it := range m.pane.items {
			if it.ahead {
				m.pane.cursor = i
				break
			}
		}
	}
	m.hold()
}

// nearest puts the cursor on the first item of the paragraph in focus, where the
// reader is past the beginning of the text and there is one.
func (p *pane) nearest(d *document) bool {
	if !d.has || d.top == d.page.First() {
		return false
	}
	i := slices.IndexFunc(p.items, func(it item) bool { return it.placed() && d.focus.At.Has(it.words.Start) })
	if i >= 0 {
		p.cursor = i
	}
	return i >= 0
}

func (m *Model) closePane() {
	if m.held {
		m.release()
	}
	m.shown, m.list = noPane, nil
	m.resize()
}

// toggleList opens a list in the place of the pane, or closes it.
func (m *Model) toggleList(k paneKind) {
	if m.list != nil && m.list.kind == k {
		m.release()
		m.list = nil
		m.resize()
		return
	}
	m.list = &pane{kind: k}
	m.fillList()
	m.list.nearest(m.doc)
	for i, it := range m.list.items {
		if it.own {
			m.list.cursor = i
			break
		}
	}
	m.hold()
}

// fillList gives the open list its items.
func (m *Model) fillList() {
	d := m.doc
	switch k := m.list.kind; {
	case d.facts == nil:
		m.list.set(k, nil, "Reading…")
	case k == linksList:
		m.list.set(k, linkItems(d), "This briefing has no links and no footnotes.")
	default:
		m.list.set(k, contentsItems(d), "This briefing has no headings.")
	}
}

// hold gives the keys to the pane. The place in the text is kept for the way
// back.
func (m *Model) hold() {
	if !m.held {
		m.before = m.doc.here()
	}
	m.held = true
	m.resize()
	m.preview()
}

// preview shows in the text what the pane points at.
func (m *Model) preview() {
	d := m.doc
	d.point = pointer{}
	it, ok := m.side().current()
	if !ok || !it.placed() || !m.held {
		return
	}
	d.point = pointer{it.words, it.sentence}
	switch {
	case m.lay.text.h == 0:
	case it.heading():
		d.top = d.headingTop(it.words.Start)
	default:
		d.show(it.sentence, m.lay.text.h)
	}
}

// release gives the keys back to the text, at the place where the pane took
// them.
func (m *Model) release() {
	if !m.held {
		return
	}
	m.held = false
	m.doc.point = pointer{}
	m.resize()
	m.doc.restore(m.before)
}

// commit goes to the sentence of the current item and stays there.
func (m *Model) commit() tea.Cmd {
	it, ok := m.side().current()
	switch {
	case !ok:
		return nil
	case it.link != nil:
		m.leaveList()
		return m.follow(*it.link)
	case !it.placed():
		m.note = "stated in the front matter: it has no sentence in the text"
		return nil
	}
	d := m.doc
	m.leaveList()
	if it.heading() {
		d.goHeading(it.words.Start, m.textHeight())
		return nil
	}
	m.lightUp(it)
	if at, ok := d.titleAt(); ok && at.Has(it.words.Start) { // the card shows it
		d.top = d.page.First()
		return nil
	}
	d.goTo(it.words, m.textHeight())
	return nil
}

// lightUp lights every mention of a person, a body or an issue over the whole
// text. n and N walk them, as they walk hits: what came later is walked.
func (m *Model) lightUp(it item) {
	if len(it.lights) < 2 {
		return
	}
	m.seq++
	f := &finding{seq: m.seq, typed: it.text, lights: true, done: true, from: m.before}
	for _, e := range it.lights {
		f.hits = append(f.hits, e.At)
	}
	slices.SortFunc(f.hits, func(a, b briefing.Range) int { return int(a.Start - b.Start) })
	f.at = max(slices.Index(f.hits, it.words), 0)
	m.finding = f
}

// leaveList gives the keys to the text for good: the way back is remembered, a
// list closes, and on a narrow screen the pane makes room.
func (m *Model) leaveList() {
	m.doc.leave(m.before)
	m.held = false
	m.doc.point = pointer{}
	m.list = nil
	if m.lay.tier == narrow {
		m.shown = noPane
	}
	m.resize()
}
