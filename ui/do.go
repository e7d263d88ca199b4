package ui

import (
	"fmt"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// key takes one key: to the prompt while the reader types, else to what the key
// map says it does here.
func (m *Model) key(k tea.KeyPressMsg) tea.Cmd {
	s := k.String()
	switch {
	case m.palette != nil:
		return m.paletteKey(k)
	case m.prompt != nil:
		return m.promptKey(k)
	}
	m.note = ""
	if a := m.pending; a != none {
		m.pending = none
		m.completed(a, k)
		return nil
	}
	if len(s) == 1 && (s[0] >= '1' && s[0] <= '9' || s == "0" && m.counted > 0) {
		m.counted = min(m.counted*10+int(s[0]-'0'), 1_000_000)
		return nil
	}
	n, counted := max(m.counted, 1), m.counted > 0
	m.counted = 0
	a := m.opt.Keys.lookUp(m.where(), s)
	if a == none && !m.help {
		m.note = m.opt.Keys.elsewhere(s)
		if m.note == "" && len(k.Text) > 0 {
			m.note = fmt.Sprintf("%s does nothing here; %s shows the keys", printable(keyName(s)), m.opt.Keys.keyOf(everywhere, showHelp))
		}
	}
	return m.act(a, n, counted)
}

// act does what an action says where the keys are.
func (m *Model) act(a action, n int, counted bool) tea.Cmd {
	in := m.where()
	m.did = a
	switch a {
	case openPalette:
		m.help = false
		m.openPalette()
		return nil
	case freeMouse:
		m.free = !m.free
		m.note = "the mouse is the terminal’s: select and copy; M takes it again"
		if !m.free {
			m.note = "the mouse is readout’s again"
		}
		return nil
	case quit:
		return tea.Quit
	case suspend:
		if m.opt.Looks == nil {
			return tea.Sequence(tea.Raw(ansi.ResetModeLightDark), tea.Suspend)
		}
		return tea.Suspend
	case redraw:
		return tea.ClearScreen
	case showHelp:
		m.help, m.helpTop = !m.help, 0
		return nil
	}
	if m.help {
		m.doInHelp(a, n)
		return nil
	}
	if m.mode == inWait {
		return m.doInWait(a, n)
	}
	if a == escape && m.opening.going() {
		m.leaveOpening()
		return nil
	}
	switch a {
	case none:
		return nil
	case wider:
		m.setWidth(m.measure + 4*n)
		return nil
	case narrower:
		m.setWidth(m.measure - 4*n)
		return nil
	case usualWidth:
		m.setWidth(usual)
		return nil
	}
	switch in {
	case inLibrary:
		return m.doInPile(a, n, counted)
	case inPane, inList:
		return m.doInPane(a, n, counted)
	}
	return m.doInText(a, n, counted)
}

// completed takes the second key of a command of two.
func (m *Model) completed(a action, k tea.KeyPressMsg) {
	r, n := utf8.DecodeRuneInString(k.Text)
	if n == 0 || n != len(k.Text) {
		return
	}
	switch a {
	case setMark:
		m.mark(r)
	case goToMark:
		m.goMark(r)
	case foldIt:
		m.fold(r)
	}
}

// setWidth sets the measure, within what can be read.
func (m *Model) setWidth(n int) {
	m.measure = max(min(n, 120), 40)
	m.resize()
	m.note = fmt.Sprintf("%d columns", m.lay.measure)
}

func (m *Model) doInHelp(a action, n int) {
	h := max(m.h-3, 1)
	switch a {
	case lineDown:
		m.helpTop += n
	case lineUp:
		m.helpTop -= n
	case pageDown:
		m.helpTop += n * h
	case pageUp:
		m.helpTop -= n * h
	case halfDown:
		m.helpTop += n * h / 2
	case halfUp:
		m.helpTop -= n * h / 2
	case toTop:
		m.helpTop = 0
	case toEnd:
		m.helpTop = 1 << 20
	case escape, closeReader:
		m.help = false
	}
}

// doInText does what a key says in the text.
func (m *Model) doInText(a action, n int, counted bool) tea.Cmd {
	d, h := m.doc, m.textHeight()
	switch a {
	case lineDown:
		d.scroll(n, h)
	case lineUp:
		d.scroll(-n, h)
	case pageDown:
		d.turnPages(n, h)
	case pageUp:
		d.turnPages(-n, h)
	case halfDown:
		d.turn(n*max(h/2, 1), h)
	case halfUp:
		d.turn(-n*max(h/2, 1), h)
	case toTop:
		d.leave(d.here())
		d.top = d.page.First()
		d.keepFocus(h, true)
	case toEnd:
		return m.toEnd(n, counted)
	case toPercent:
		d.leave(d.here())
		d.top = d.page.Fill(d.page.Percent(min(n, 100)), h)
		d.keepFocus(h, true)
	case nextSection, prevSection:
		d.leave(d.here())
		if a == prevSection {
			n = -n
		}
		d.section(n, h)
	case nextParagraph:
		d.paragraph(n, h)
	case prevParagraph:
		d.paragraph(-n, h)
	case nextSentence:
		d.sentence(n, h)
	case prevSentence:
		d.sentence(-n, h)
	case slideLeft:
		m.slide(-n)
	case slideRight:
		m.slide(n)
	case switchFocus:
		if m.list == nil && m.shown == noPane {
			m.openPane(m.lastPane)
		} else {
			m.hold()
		}
	case enter:
		return m.followFocus()
	case search:
		m.finding = nil
		m.prompt = &prompt{sign: "/", in: inText}
	case nextHit:
		m.hit(n)
	case prevHit:
		m.hit(-n)
	case goBack:
		if !d.goBack() {
			m.note = "there is no place to go back to"
		}
	case setMark, goToMark, foldIt:
		m.pending = a
	case filterText:
		m.dropFilter()
		m.finding = nil
		m.prompt = &prompt{sign: "&", in: inText}
	case copyIt, cite:
		return m.copyFocus(a == cite)
	case goForward:
		if !d.goForward() {
			m.note = "there is no place to go forward to"
		}
	case escape:
		switch {
		case d.toEnd:
			d.toEnd = false
			d.goBack()
		case d.only != nil:
			m.finding = nil
			m.dropFilter()
		case m.finding != nil:
			m.finding = nil
		case d.sent >= 0:
			d.sent = -1
		case m.paneOpen():
			m.closePane()
		}
	default:
		return m.doAnywhere(a, n)
	}
	return nil
}

// doAnywhere does what a key says in the text and in the panes alike.
func (m *Model) doAnywhere(a action, n int) tea.Cmd {
	switch a {
	case openTimeline:
		m.openPane(timelinePane)
	case openFigures:
		m.openPane(figuresPane)
	case openIssues:
		m.openPane(issuesPane)
	case openContents:
		m.toggleList(contentsList)
	case openLinks:
		m.toggleList(linksList)
	case reloadIt:
		return m.reload()
	case editIt:
		return m.edit()
	case nextBriefing:
		return m.turn(n)
	case prevBriefing:
		return m.turn(-n)
	case closeReader:
		if m.opt.Library == nil {
			return tea.Quit
		}
		m.doc.work.stop()
		m.mode = inPile
		m.resize()
		for i, k := range m.pile.shown {
			if m.doc != nil && m.pile.entries[k].Path == m.doc.path {
				m.pile.cursor = i
			}
		}
		return m.peek()
	}
	return nil
}

// turn goes n briefings on in the reading list.
func (m *Model) turn(n int) tea.Cmd {
	k := m.file + n
	if k < 0 || k >= len(m.files) {
		m.note = "this is the last briefing"
		if n < 0 {
			m.note = "this is the first briefing"
		}
		return nil
	}
	m.file = k
	return m.open(m.files[k])
}

// toEnd goes to the end, or to a paragraph's number. The end waits for the file
// to be read.
func (m *Model) toEnd(n int, counted bool) tea.Cmd {
	d := m.doc
	if counted {
		d.leave(d.here())
		if !d.toNumber(n, m.textHeight()) {
			d.back = d.back[:len(d.back)-1]
			m.note = fmt.Sprintf("there is no ¶%d", n)
			if d.facts == nil || d.facts.Partial {
				m.note = fmt.Sprintf("¶%d is not known yet", n)
			}
		}
		return nil
	}
	d.leave(d.here())
	if !d.done {
		d.toEnd, m.note = true, "reading to the end; Esc leaves it"
		return nil
	}
	m.end()
	return nil
}

func (m *Model) end() {
	h := m.textHeight()
	m.doc.top = m.doc.page.Last(h)
	m.doc.keepFocus(h, false)
}

// doInPane does what a key says in a pane or in the outline.
func (m *Model) doInPane(a action, n int, counted bool) tea.Cmd {
	p := m.side()
	rows := max(m.lay.pane.h/2, 1) // an item takes two lines
	last := len(p.items) - 1
	switch a {
	case lineDown:
		p.move(n)
	case lineUp:
		p.move(-n)
	case pageDown:
		p.move(n * rows)
	case pageUp:
		p.move(-n * rows)
	case halfDown:
		p.move(n * max(rows/2, 1))
	case halfUp:
		p.move(-n * max(rows/2, 1))
	case toTop:
		p.cursor = 0
		p.settle(1)
	case toEnd:
		p.cursor = last
		if counted {
			p.cursor = min(n-1, last)
		}
		p.settle(-1)
	case toPercent:
		p.cursor = max(last, 0) * min(n, 100) / 100
		p.settle(1)
	case nextSection:
		for range n {
			p.group(1)
		}
	case prevSection:
		for range n {
			p.group(-1)
		}
	case nextHit:
		p.move(n)
	case prevHit:
		p.move(-n)
	case nextPane, prevPane:
		m.otherPane(a == nextPane)
		return nil
	case enter:
		return m.commit()
	case switchFocus:
		m.release()
		return nil
	case search:
		m.prompt = &prompt{sign: "/", text: p.filter, in: m.where()}
		return nil
	case copyIt, cite:
		return m.copyItem(a == cite)
	case foldIt:
		if m.list == nil {
			if !p.more() {
				m.note = "all of them are shown"
			}
			break
		}
		m.pending = a
		return nil
	case closeReader:
		if m.list != nil {
			m.release()
			m.list = nil
			m.resize()
		} else {
			m.closePane()
		}
		return nil
	case goBack, goForward:
		m.release()
		return m.doInText(a, n, counted)
	case escape:
		if p.filter != "" {
			p.filter = ""
			p.apply()
			break
		}
		m.release()
		if m.list != nil {
			m.list = nil
			m.resize()
		} else if m.lay.tier == narrow {
			m.shown = noPane
			m.resize()
		}
		return nil
	default:
		return m.doAnywhere(a, n)
	}
	m.preview()
	return nil
}

// otherPane goes to the pane whose tab stands beside.
func (m *Model) otherPane(next bool) {
	for i, k := range panes {
		if k.kind != m.shown {
			continue
		}
		j := (i + len(panes) - 1) % len(panes)
		if next {
			j = (i + 1) % len(panes)
		}
		m.shown, m.lastPane = panes[j].kind, panes[j].kind
		m.fillPane()
		m.preview()
		return
	}
}

// promptKey takes a key while the reader types.
func (m *Model) promptKey(k tea.KeyPressMsg) tea.Cmd {
	if a := m.prompt.address; a != "" && k.String() == "y" {
		m.prompt = nil
		return m.copied(a, "the address")
	}
	done, keep := m.prompt.key(k)
	if !done {
		return m.typed()
	}
	p := m.prompt
	m.prompt = nil
	switch {
	case p.ask != nil:
		if keep {
			return p.ask()
		}
	case p.wrong != "" && keep:
		m.note = p.wrong
	case p.in == inText && keep:
		switch f := m.finding; {
		case f == nil:
		case f.query.Empty():
			m.finding = nil
		case f.done && len(f.hits) == 0:
			m.doc.restore(f.from)
			m.notFound()
		default:
			m.doc.leave(f.from)
		}
	case p.in == inText:
		if m.finding != nil {
			m.doc.restore(m.finding.from)
			m.finding = nil
			m.dropFilter()
		}
	case !keep:
		p.text = ""
		return m.filter(p)
	}
	return nil
}

// typed answers a change of what is typed.
func (m *Model) typed() tea.Cmd {
	if m.prompt.ask != nil { // a question: nothing is typed
		m.prompt.text = ""
		return nil
	}
	if m.prompt.in == inText {
		return m.startSearch(m.prompt.text)
	}
	return m.filter(m.prompt)
}

// filter keeps the items that have what is typed in them.
func (m *Model) filter(p *prompt) tea.Cmd {
	if p.in == inLibrary {
		m.pile.filter = p.text
		m.pile.apply()
		return m.peek()
	}
	m.side().filter = p.text
	m.side().apply()
	m.preview()
	return nil
}
