package ui

import (
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"readout/briefing"
)

// What takes long to open shows the frame first, and says in it what goes on: the
// reader can leave it, or go on to the next file.

// slow is a Document that knows whether its first page takes time to read.
type slow interface{ Slow() bool }

// isSlow reports whether a document is to be waited for. Linear mode has no frame to
// show.
func (m *Model) isSlow(feed Document) bool {
	s, ok := feed.(slow)
	return ok && m.opt.Linear == nil && s.Slow()
}

// wait leaves the first reading of a file to the command that Init gives.
func (m *Model) wait(path string, feed Document) {
	m.mode = inWait
	m.opening = newWork()
	m.opening.about = "reading " + printable(filepath.Base(path)) + ", page 1; Esc leaves it"
	id, w, want := m.ids, m.opening, wanted{start: m.opt.Start}
	m.waiting = func() tea.Msg { return firstScan(w, id, path, feed, want) }
}

// firstScan reads as much of a file as the first screen needs.
func firstScan(w work, id int, path string, feed Document, want wanted) opened {
	first := scan(w.context(), id, feed, briefing.Text{}, briefing.State{}, false, head)
	a := opened{id: id, path: path, feed: feed, first: first, want: want, work: w}
	if len(first.text.Markdown) == 0 {
		a.err = first.err
	}
	return a
}

// doInWait does what a key says while there is nothing to read yet.
func (m *Model) doInWait(a action, n int) tea.Cmd {
	switch a {
	case escape, closeReader:
		m.opening.stop()
		return tea.Quit
	case nextBriefing:
		return m.turn(n)
	case prevBriefing:
		return m.turn(-n)
	}
	return nil
}

// notOpened answers that a file cannot be read: the next in the list is opened, and
// without one the program ends and says so.
func (m *Model) notOpened(err error) tea.Cmd {
	m.note = err.Error()
	if m.mode != inWait {
		return nil
	}
	if m.err == nil {
		m.err = err
	}
	if m.file+1 < len(m.files) {
		return m.turn(1)
	}
	return tea.Quit
}

// Err is why the program ended with nothing to show, nil if it did not.
func (m *Model) Err() error {
	if m.mode != inWait {
		return nil
	}
	return m.err
}

func (m *Model) drawWait(h int) []string {
	out := make([]string, h)
	for i := range out {
		out[i] = pad("", m.w)
	}
	if h > 2 && m.opening.going() {
		out[2] = pad(clip("  "+m.styles.faint.Render("reading "+printable(filepath.Base(m.files[m.file]))+", page 1 …"), m.w), m.w)
	}
	return out
}
