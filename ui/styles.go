package ui

import (
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"readout/ui/page"
)

// styles are the looks of everything around the text, made of the same roles as
// the text's own; the on… ones are laid over cells of the text.
type styles struct {
	text, faint, accent, date, warning    lipgloss.Style
	bold, title, focus                    lipgloss.Style
	onSentence, onWords, onHit, onThisHit ansi.Style
	onLight                               ansi.Style
	linear                                bool // heard, not seen: see page.Looks
}

func newStyles(l *page.Looks) styles {
	fg := func(c string) lipgloss.Style {
		s := lipgloss.NewStyle()
		if c != "" {
			s = s.Foreground(lipgloss.Color(c))
		}
		return s
	}
	s := styles{
		text: fg(l.Text), faint: fg(l.Faint), accent: fg(l.Accent), date: fg(l.Date), warning: fg(l.Warning),
		bold: fg(l.Text).Bold(true), title: fg(l.Text).Bold(true), focus: fg(l.Accent),
		onHit:     ansi.Style{}.Reverse(true),
		onThisHit: ansi.Style{}.Reverse(true).Bold().Underline(true),
		onLight:   ansi.Style{}.Bold().Underline(true),
		onWords:   ansi.Style{}.Bold().Underline(true),
	}
	s.linear = l.Linear
	if l.Faint == "" {
		s.faint = s.faint.Faint(true)
	}
	if l.Accent == "" { // without colours: faint and bold carry the difference
		s.onSentence = ansi.Style{}.Bold()
		return s
	}
	s.onSentence = ansi.Style{}.ForegroundColor(lipgloss.Color(l.Accent))
	s.onLight = s.onLight.ForegroundColor(lipgloss.Color(l.Accent))
	s.onWords = s.onWords.ForegroundColor(lipgloss.Color(l.Date))
	return s
}
