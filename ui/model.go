package ui

import (
	"cmp"
	"context"
	"errors"
	"io"
	"path/filepath"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"readout/briefing"
	"readout/ui/page"
)

// Options is what main hands in.
type Options struct {
	// Open begins to read a briefing; the path is one of Files or of an Entry.
	Open func(path string) (Document, error)
	// Library looks what there is to choose from; nil without a library.
	Library func() (Shelf, error)
	// Name is what the library is called.
	Name string
	// Browse opens an address outside the program; nil forbids it.
	Browse func(address string) error
	// Edit makes the command that opens a document in the reader's editor, at a place
	// of its text, and says what is to be known about that afterwards; nil forbids it.
	Edit func(path string, text briefing.Source, at briefing.Pos) (cmd tea.ExecCommand, note string, err error)
	// Watch is told which file is open; what changes comes back as Changed.
	Watch func(path string)
	Note  string        // said at the start, on the last line
	Start Start         // where the first file is opened
	Files []string      // the reading list; the first is opened
	Today briefing.Date // for “3 days old” and the line for today
	Looks *page.Looks   // nil: what the terminal answers, until then as Light says
	Light bool
	// Linear writes what there is to read line by line to it, and draws nothing: for
	// who hears the screen. See linear.go.
	Linear io.Writer
	Keys   KeyMap // nil: the usual
	Card   int    // how many dates and numbers the card shows, 0 for the usual
	Width  int    // the measure, 0 for the usual
}

// mode is what fills the screen.
type mode int

const (
	inReader mode = iota
	inPile
	inWait // for the first file, with nothing to read yet
)

// Model is the program. It is the only one with Update.
type Model struct {
	opt     Options
	w, h    int
	measure int
	lay     layout
	looks   *page.Looks
	styles  styles
	dark    bool // the terminal's background
	sixteen bool // and how many colours it has

	mode    mode
	opening work    // of the briefing that is to come
	waiting tea.Cmd // what reads the first, where that takes time
	doc     *document
	pile    pile
	files   []string // the reading list that J and K walk
	file    int

	pane      pane
	shown     paneKind // the pane that is open
	lastPane  paneKind // what Tab opens
	list      *pane    // the outline or the links, while they are open
	held      bool     // the pane has the keys
	before    spot     // where the reader was before the pane took the keys
	finding   *finding
	prompt    *prompt
	palette   *palette
	free      bool // the mouse is the terminal's
	sideways  bool // something on the screen is wider than it
	dragging  bool // the divider
	split     int  // the pane's width as dragged, 0 for the usual
	splitRows int  // and its height
	help      bool
	helpTop   int
	pending   action // waits for its second key
	counted   int    // the count typed so far
	note      string // said once on the last line
	ids, seq  int
	err       error  // why there is nothing to show
	did       action // the last one
}

// New makes the program. It opens the first file, reading no more than the
// first screen needs.
func New(opt Options) (*Model, error) {
	m := &Model{opt: opt, dark: !opt.Light, measure: usual, looks: opt.Looks, lastPane: timelinePane, files: opt.Files}
	if m.opt.Keys == nil {
		m.opt.Keys = usualKeys
	}
	if opt.Width > 0 {
		m.measure = opt.Width
	}
	if m.looks == nil {
		m.looks = page.Dark()
		if opt.Light {
			m.looks = page.Light()
		}
	}
	if opt.Linear != nil {
		k := *page.Mono()
		if opt.Looks != nil {
			k = *opt.Looks
		}
		k.Linear = true
		m.looks, m.opt.Looks = &k, &k
	}
	m.styles = newStyles(m.looks)
	m.pile.name, m.pile.preview = opt.Name, true
	m.note = opt.Note
	if len(opt.Files) == 0 {
		m.mode = inPile
		return m, nil
	}
	var fault error
	for i, path := range opt.Files {
		m.ids++
		feed, err := opt.Open(path)
		var first scanned
		if err == nil && m.isSlow(feed) {
			m.file = i
			m.wait(path, feed)
			if m.err = fault; fault != nil {
				m.note = fault.Error()
			}
			return m, nil
		}
		if err == nil {
			if first = scan(context.Background(), m.ids, feed, briefing.Text{}, briefing.State{}, false, head); len(first.text.Markdown) == 0 {
				err = first.err
			}
		}
		if err != nil {
			fault = cmp.Or(fault, err)
			continue
		}
		m.file = i
		m.begin(newDocument(m.ids, path, feed, first, m.looks, m.measure))
		m.note = opt.Note
		if m.doc.want = (wanted{start: opt.Start}); fault != nil {
			m.note = fault.Error()
		}
		return m, nil
	}
	return nil, fault
}

// small is a source whose facts are derived at once: it takes less time than
// the first frame, and saves the reader a change on the screen.
const small = 16 << 10

// begin puts a document on the screen.
func (m *Model) begin(d *document) {
	if m.doc != nil {
		m.doc.work.stop()
	}
	m.doc, m.mode, m.err = d, inReader, nil
	d.thrift()
	m.finding, m.list, m.held, m.note = nil, nil, false, ""
	if d.done && len(d.text.Markdown) <= small {
		d.facts = briefing.Panes(d.text, nil)
	} else {
		d.reserved = true
	}
	m.resize()
	d.top = d.page.First()
	m.fillPane()
	if m.opt.Watch != nil {
		m.opt.Watch(d.path)
	}
}

// Init asks for what is not known yet.
func (m *Model) Init() tea.Cmd {
	var cmds []tea.Cmd
	if m.opt.Looks == nil {
		cmds = append(cmds, follow)
	}
	if m.doc != nil {
		cmds = append(cmds, m.doc.next())
	}
	if m.waiting != nil {
		cmds = append(cmds, m.waiting)
	}
	if m.opt.Library != nil {
		cmds = append(cmds, m.listPile())
	}
	return tea.Batch(cmds...)
}

// follow asks for the background and to be told when the system turns dark or
// light (mode 2031): a terminal that follows the system has another background then.
func follow() tea.Msg {
	return tea.BatchMsg{tea.RequestBackgroundColor, tea.Raw(ansi.SetModeLightDark)}
}

// Update routes a message to the method named after what happened.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
		m.resize()
		if m.doc != nil && m.lay.tier != tiny {
			return m, tea.Batch(m.arrive(), m.peek())
		}
		if m.mode == inPile {
			return m, m.peek()
		}
	case tea.BackgroundColorMsg:
		m.dark = msg.IsDark()
		m.dress()
	case tea.ColorProfileMsg:
		m.sixteen = msg.Profile == colorprofile.ANSI
		m.dress()
	case uv.DarkColorSchemeEvent, uv.LightColorSchemeEvent: // the system's; the terminal's own may differ
		return m, tea.RequestBackgroundColor
	case tea.ResumeMsg:
		if m.opt.Looks == nil {
			return m, follow
		}
	case tea.KeyPressMsg:
		return m, m.key(msg)
	case tea.MouseWheelMsg:
		return m, m.wheel(msg)
	case tea.MouseClickMsg:
		return m, m.click(msg)
	case tea.MouseMotionMsg:
		m.drag(msg)
	case tea.MouseReleaseMsg:
		m.dragging = false
	case tea.PasteMsg:
		if m.prompt != nil {
			m.prompt.text += printable(msg.Content)
			return m, m.typed()
		}
	case scanned:
		return m, m.gotScan(msg)
	case derived:
		return m, m.gotFacts(msg)
	case found:
		return m, m.gotHits(msg)
	case opened:
		return m, m.gotOpen(msg)
	case listed:
		return m, m.gotPile(msg)
	case told:
		return m, m.gotTold(msg)
	case peeked:
		m.gotPeek(msg)
	case Changed:
		return m, m.changed(msg)
	case edited:
		return m, m.gotEdited(msg)
	case browsed:
		m.gotBrowsed(msg)
	}
	return m, nil
}

// dress changes the looks to what the terminal has said of itself, where the
// reader has not chosen any.
func (m *Model) dress() {
	if m.opt.Looks != nil {
		return
	}
	switch {
	case m.sixteen:
		m.looks = page.Sixteen(m.dark)
	case m.dark:
		m.looks = page.Dark()
	default:
		m.looks = page.Light()
	}
	m.styles = newStyles(m.looks)
	if m.doc != nil {
		m.doc.page.Dress(m.looks)
		m.fillCard()
	}
	if m.pile.ahead != nil {
		m.pile.ahead.page.Dress(m.looks)
	}
}

// resize decides the rectangles anew. The place in the text stays.
func (m *Model) resize() {
	m.lay = arrange(m.w, m.h, m.measure, m.paneOpen(), m.split, m.splitRows)
	if m.opt.Linear != nil {
		m.lay = arrangeLinear(m.w, m.h, m.measure, m.paneOpen())
	}
	if m.doc == nil || m.lay.tier == tiny {
		return
	}
	m.doc.page.Resize(m.lay.measure)
	m.fillCard()
	m.doc.top = m.doc.page.Snap(m.doc.top)
}

func (m *Model) paneOpen() bool {
	return m.mode == inReader && (m.shown != noPane || m.list != nil)
}

// textHeight is how many lines the text has, or would have.
func (m *Model) textHeight() int {
	if m.lay.text.h > 0 {
		return m.lay.text.h
	}
	return max(m.h-2, 1)
}

// where says where a key is pressed.
func (m *Model) where() where {
	switch {
	case m.mode == inPile:
		return inLibrary
	case m.held && m.list != nil:
		return inList
	case m.held:
		return inPane
	}
	return inText
}

// gotScan answers the reading of a part of the file.
func (m *Model) gotScan(a scanned) tea.Cmd {
	d := m.doc
	if d == nil || a.id != d.id || errors.Is(a.err, context.Canceled) {
		return nil
	}
	d.take(a)
	if !d.has {
		if p, ok := d.page.Paragraph(0); ok {
			d.setFocus(p)
		}
	}
	if d.err != nil {
		m.note = d.err.Error()
	}
	switch {
	case d.toEnd && d.done:
		d.toEnd, m.note = false, ""
		m.end()
	case d.toEnd:
		m.note = "reading to the end; Esc leaves it"
	}
	return d.next()
}

// gotFacts answers the derivation.
func (m *Model) gotFacts(a derived) tea.Cmd {
	d := m.doc
	if d == nil || a.id != d.id {
		return nil
	}
	d.facts = a.facts
	m.fillCard()
	m.fillPane()
	if m.lay.tier == tiny {
		return nil
	}
	return m.arrive()
}

// opened is the answer of opening another briefing.
type opened struct {
	id    int
	path  string
	feed  Document
	first scanned
	want  wanted
	err   error
	work  work
}

// open is the command that opens a briefing at its top.
func (m *Model) open(path string) tea.Cmd { return m.openAt(path, wanted{}) }

// leaveOpening stops opening a briefing: what is on the screen stays.
func (m *Model) leaveOpening() {
	m.ids++ // whatever it still answers is not for us
	m.opening.stop()
	m.opening = work{}
	m.note = "not opened"
}

// openAt opens a briefing at a place. What takes long says so.
func (m *Model) openAt(path string, want wanted) tea.Cmd {
	m.ids++
	m.opening.stop()
	m.opening = newWork()
	m.opening.about = "opening " + printable(filepath.Base(path)) + "; Esc leaves it"
	id, open, w := m.ids, m.opt.Open, m.opening
	return func() tea.Msg {
		feed, err := open(path)
		if err != nil {
			return opened{id: id, path: path, err: err, work: w}
		}
		return firstScan(w, id, path, feed, want)
	}
}

func (m *Model) gotOpen(a opened) tea.Cmd {
	if a.id != m.ids {
		return nil
	}
	m.opening = work{}
	if a.err != nil {
		return m.notOpened(a.err)
	}
	note := m.note
	m.begin(newDocument(a.id, a.path, a.feed, a.first, m.looks, m.measure))
	m.doc.work = a.work
	if m.doc.want = a.want; !a.want.none() {
		m.note = note
		return tea.Batch(m.arrive(), m.doc.next())
	}
	return m.doc.next()
}

// View draws the screen: status, text and pane, status.
func (m *Model) View() tea.View {
	v := tea.NewView(m.screen())
	v.AltScreen = true
	v.WindowTitle = m.windowTitle()
	if !m.free {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}

func (m *Model) windowTitle() string {
	if m.mode == inPile || m.doc == nil {
		return "readout"
	}
	if t := m.doc.text.Meta.Title; t != "" {
		return printable(shorten(t, 80))
	}
	return printable(filepath.Base(m.doc.path))
}

// screen is the whole screen as one string.
func (m *Model) screen() string {
	if m.w <= 0 || m.h <= 0 {
		return ""
	}
	if m.lay.tier == tiny {
		return clip("too small", m.w)
	}
	rows := make([]string, 0, m.h)
	rows = append(rows, m.topLine())
	switch {
	case m.help:
		rows = append(rows, m.drawHelp(m.h-2)...)
	case m.mode == inPile:
		rows = append(rows, m.drawPile(m.h-2)...)
	case m.mode == inWait:
		rows = append(rows, m.drawWait(m.h-2)...)
	default:
		rows = append(rows, m.drawReader()...)
	}
	switch {
	case m.palette != nil:
		m.overlay(rows[1:])
	case m.prompt != nil && m.prompt.address != "":
		m.showAddress(rows[1:])
	}
	rows = append(rows, m.bottomLine())
	n := 0
	for _, r := range rows {
		n += len(r) + 1
	}
	b := make([]byte, 0, n)
	for i, r := range rows { // the second gate: a file's name or an error is drawn here too
		if i > 0 {
			b = append(b, '\n')
		}
		b = append(b, page.Vet(r)...)
	}
	return string(b)
}

// drawReader draws text and pane where size.go says.
func (m *Model) drawReader() []string {
	l := m.lay
	var text, beside []string
	if l.text.h > 0 {
		text = m.drawText()
	}
	if l.pane.h > 0 {
		beside = m.drawPane()
	}
	switch {
	case l.pane.h == 0:
		return text
	case l.text.h == 0:
		return beside
	case l.tier == wide:
		bar := m.styles.faint.Render("│")
		for i := range text {
			text[i] += bar + beside[i]
		}
		return text
	}
	rule := make([]rune, m.w)
	for i := range rule {
		rule[i] = '─'
	}
	return append(append(text, m.styles.faint.Render(string(rule))), beside...)
}

func (m *Model) drawHelp(h int) []string {
	lines := m.opt.Keys.helpLines(m.where(), min(m.w-4, 100), m.styles)
	m.helpTop = max(min(m.helpTop, len(lines)-h), 0)
	var out []string
	for i := m.helpTop; i < len(lines) && len(out) < h; i++ {
		out = append(out, "  "+lines[i])
	}
	for len(out) < h {
		out = append(out, "")
	}
	for i := range out {
		out[i] = pad(clip(out[i], m.w), m.w)
	}
	return out
}
