package ui

import (
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"readout/briefing"
)

// linkItems are the links and footnotes of the briefing, numbered, with where
// each really goes. The first of the focus is marked.
func linkItems(d *document) []item {
	var out []item
	own := false
	for i := range d.facts.Links {
		l := &d.facts.Links[i]
		it := item{label: fmt.Sprint(i + 1), text: l.Text, more: printable(l.To), number: l.Paragraph, words: l.At, link: l}
		it.sentence = briefing.Range{Start: l.At.Start, End: l.At.End + 1}
		if l.To == "" {
			it.text, it.more = "["+l.Text+"]", l.Note
		}
		it.box = it.more
		if !own && d.has && d.focus.At.Has(l.At.Start) {
			it.own, own = true, true
		}
		out = append(out, it)
	}
	return out
}

// followFocus follows what the paragraph in focus points at: at once where it is
// one thing, by way of the list where there are several.
func (m *Model) followFocus() tea.Cmd {
	d := m.doc
	if d.facts == nil || !d.has {
		return nil
	}
	var here []briefing.Link
	for _, l := range d.facts.Links {
		if d.focusRange().Has(l.At.Start) {
			here = append(here, l)
		}
	}
	switch len(here) {
	case 0:
		m.note = "this paragraph has no link and no footnote"
	case 1:
		return m.follow(here[0])
	default:
		m.toggleList(linksList)
	}
	return nil
}

// follow goes where a link goes: to a footnote or a heading of this briefing, to
// another briefing, or, when the reader says so, out of the program.
func (m *Model) follow(l briefing.Link) tea.Cmd {
	d := m.doc
	switch to := l.To; {
	case to == "":
		d.leave(d.here())
		d.goTo(l.NoteAt, m.textHeight())
	case strings.HasPrefix(to, "#"):
		at, ok := d.anchorOf(to[1:])
		if !ok {
			m.note = "this briefing has no heading " + printable(to)
			return nil
		}
		d.leave(d.here())
		d.goHeading(at, m.textHeight())
	case outside(to):
		if m.opt.Browse == nil {
			m.note = printable(to) + " is not opened here"
			return nil
		}
		browse := m.opt.Browse
		m.prompt = &prompt{sign: "Enter opens it · y copies it · Esc does not", address: printable(to), in: inText, ask: func() tea.Cmd {
			return func() tea.Msg { return browsed{to, browse(to)} }
		}}
	case beside(to):
		return m.open(filepath.Join(filepath.Dir(d.path), filepath.FromSlash(pathOf(to))))
	default:
		m.note = printable(to) + " is no link that readout follows"
	}
	return nil
}

// showAddress lays the whole address that is about to be opened over the last of
// the lines.
func (m *Model) showAddress(rows []string) {
	lines := wrap(m.prompt.address, m.w-4)
	if n := len(rows) - 1; len(lines) > n && n > 0 {
		lines = append(lines[:n-1], "…"+tail(m.prompt.address, m.w-6))
	}
	at := len(rows) - len(lines) - 1
	if at < 0 {
		return
	}
	rows[at] = m.styles.faint.Render(strings.Repeat("─", m.w))
	for i, l := range lines {
		rows[at+1+i] = pad("  "+m.styles.accent.Render(l), m.w)
	}
}

// browsed is the answer of the system's opener.
type browsed struct {
	to  string
	err error
}

func (m *Model) gotBrowsed(a browsed) {
	if a.err != nil {
		m.note = "nothing here opens it: " + printable(a.err.Error())
	}
}

// outside reports whether an address is one that the system may open.
func outside(to string) bool {
	u, err := url.Parse(to)
	if err != nil {
		return false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https", "mailto":
		return true
	}
	return false
}

// beside reports whether a link is a path in the folder of the briefing or below.
func beside(to string) bool {
	u, err := url.Parse(to)
	return err == nil && u.Scheme == "" && u.Host == "" && filepath.IsLocal(filepath.FromSlash(pathOf(to)))
}

// pathOf is the path of a relative link, without its section.
func pathOf(to string) string {
	to, _, _ = strings.Cut(to, "#")
	if p, err := url.PathUnescape(to); err == nil {
		return p
	}
	return to
}

// anchorOf finds the heading that #slug means.
func (d *document) anchorOf(slug string) (briefing.Pos, bool) {
	want := briefing.Slug(slug)
	if d.facts == nil {
		return 0, false
	}
	for _, s := range d.facts.Sections {
		if briefing.Slug(s.Title) == want {
			return s.At.Start, true
		}
	}
	return 0, false
}
