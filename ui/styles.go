package ui

import (
	"charm.land/lipgloss/v2"
	"readout/ui/page"
)

// styles are the looks of everything around the text; page has the text's own.
type styles struct {
	text, faint, accent, date, warning lipgloss.Style
	bold, title, hit, focus            lipgloss.Style
	sentence                           lipgloss.Style // the sentence a pane points at
	words                              lipgloss.Style // the words of the item inside it
}

func newStyles(l *page.Looks) styles {
	r := l.Roles
	fg := func(c string) lipgloss.Style {
		s := lipgloss.NewStyle()
		if c != "" {
			s = s.Foreground(lipgloss.Color(c))
		}
		return s
	}
	s := styles{
		text: fg(r.Text), faint: fg(r.Faint), accent: fg(r.Accent), date: fg(r.Date), warning: fg(r.Warning),
		bold: fg(r.Text).Bold(true), title: fg(r.Text).Bold(true),
		hit:      lipgloss.NewStyle().Reverse(true),
		focus:    fg(r.Accent),
		sentence: fg(r.Accent),
		words:    fg(r.Date).Bold(true).Underline(true),
	}
	if r.Faint == "" {
		s.faint = s.faint.Faint(true)
		s.sentence = s.sentence.Bold(true)
	}
	return s
}
