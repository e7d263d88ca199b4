package ui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"readout/briefing"
)

// A Start is the place to open a briefing at: FILE#section, +N, +/pattern. The
// zero Start is the top.
type Start struct {
	Section   string // a heading, as a link to it or as it reads
	Paragraph int
	Pattern   string
}

// Places takes the place to open at from the arguments of a command line: +12 and
// +/pattern before a file, FILE#section where no file has that very name.
func Places(args []string, exists func(path string) bool) (files []string, start Start) {
	for _, p := range args {
		at, isPlace := strings.CutPrefix(p, "+")
		if pattern, ok := strings.CutPrefix(at, "/"); isPlace && ok {
			start.Pattern = pattern
			continue
		}
		if n, err := strconv.Atoi(at); isPlace && err == nil {
			start.Paragraph = n
			continue
		}
		if i := strings.LastIndexByte(p, '#'); i > 0 && len(files) == 0 && !exists(p) {
			p, start.Section = p[:i], p[i+1:]
		}
		files = append(files, p)
	}
	return files, start
}

// wanted is a place that is gone to as soon as the briefing is read so far: a
// start, or what the reader was on before a reload.
type wanted struct {
	start Start
	quote string       // the words that were in focus
	at    briefing.Pos // and where they stood
}

func (w wanted) none() bool { return w == wanted{} }

// arrive goes to the place that is wanted, once facts and source are there.
func (m *Model) arrive() tea.Cmd {
	d := m.doc
	w := d.want
	if w.none() || !d.done || d.facts == nil {
		return nil
	}
	d.want = wanted{}
	h := m.textHeight()
	switch {
	case w.start.Section != "":
		at, ok := d.anchorOf(w.start.Section)
		if !ok {
			at, ok = d.sectionLike(w.start.Section)
		}
		if !ok {
			m.note = "there is no section " + printable(w.start.Section)
			return nil
		}
		d.goHeading(at, h)
	case w.start.Paragraph > 0:
		if !d.toNumber(w.start.Paragraph, h) {
			m.note = "there is no such ¶"
		}
	case w.start.Pattern != "":
		q, err := briefing.NewPattern(w.start.Pattern)
		if err != nil {
			m.note = printable(err.Error())
			return nil
		}
		m.seq++ // a search like any other: n goes on from it
		m.finding = &finding{seq: m.seq, query: q, typed: "/" + w.start.Pattern, at: -1, from: d.here()}
		return d.find(m.finding)
	case w.quote != "":
		if at, ok := d.first(briefing.NewQuery(w.quote), w.at); ok {
			d.goTo(briefing.Range{Start: at.Start, End: at.Start + 1}, h)
			d.sent = -1
		}
	}
	return nil
}

// sectionLike finds a heading that begins with words, or whose role they name.
func (d *document) sectionLike(words string) (briefing.Pos, bool) {
	want := briefing.Slug(words)
	for _, s := range d.facts.Sections {
		if strings.HasPrefix(briefing.Slug(s.Title), want) || briefing.Slug(string(s.Role)) == want {
			return s.At.Start, true
		}
	}
	return 0, false
}

// first finds the hit nearest to a place.
func (d *document) first(q briefing.Query, near briefing.Pos) (briefing.Range, bool) {
	var best briefing.Range
	found := false
	far := func(r briefing.Range) briefing.Pos { return max(r.Start-near, near-r.Start) }
	for _, p := range d.text.Pieces {
		for _, r := range q.In(d.text.Markdown, p, d.text.Refs) {
			if !found || far(r) < far(best) {
				best, found = r, true
			}
		}
	}
	return best, found
}

// reload opens the briefing anew, at the words that are in focus.
func (m *Model) reload() tea.Cmd {
	d := m.doc
	if d.path == "-" {
		m.note = "standard input cannot be read again"
		return nil
	}
	w := wanted{at: d.focus.At.Start}
	if d.has && d.focus.Block != nil && d.focus.Block.Leaf != nil {
		w.quote = firstWords(d.focus.Block.Leaf.Prose)
	}
	return m.openAt(d.path, w)
}

// firstWords is enough of a paragraph to know it by.
func firstWords(s string) string {
	const enough = 60
	if len(s) <= enough {
		return s
	}
	if i := strings.LastIndexByte(s[:enough], ' '); i > 0 {
		return s[:i]
	}
	return ""
}

// Changed says that a file was written: the briefing that is open reloads, at
// the same words.
type Changed struct{ Path string }

func (m *Model) changed(a Changed) tea.Cmd {
	if m.doc == nil || m.mode != inReader || m.doc.path != a.Path {
		return nil
	}
	m.note = "the file has changed"
	return m.reload()
}

// edited is the answer of the editor.
type edited struct {
	note string
	err  error
}

// edit opens the editor at the line of the file that the focus, or the item of
// the pane, came from.
func (m *Model) edit() tea.Cmd {
	d := m.doc
	if m.opt.Edit == nil {
		m.note = "no editor here"
		return nil
	}
	at := d.focusRange().Start
	if m.held {
		if it, ok := m.side().current(); ok && it.placed() {
			at = it.words.Start
		}
	}
	cmd, note, err := m.opt.Edit(d.path, d.text.Source, at)
	if err != nil {
		m.note = err.Error()
		return nil
	}
	if m.opt.Linear != nil {
		cmd = aloud{cmd, m.opt.Linear}
	}
	run := tea.Exec(cmd, func(err error) tea.Msg { return edited{note, err} })
	if m.opt.Looks == nil {
		return tea.Sequence(tea.Raw(ansi.ResetModeLightDark), run)
	}
	return run
}

func (m *Model) gotEdited(a edited) tea.Cmd {
	if m.doc == nil {
		return nil
	}
	cmd := m.reload()
	if m.opt.Looks == nil {
		cmd = tea.Batch(cmd, follow)
	}
	m.note = a.note
	if a.err != nil {
		m.note = "the editor: " + printable(a.err.Error())
	}
	return cmd
}
