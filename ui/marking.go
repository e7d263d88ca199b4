package ui

import (
	"charm.land/lipgloss/v2"

	"readout/briefing"
)

// marking is the look of a handling line: its official colours, on every screen.
func marking(words string) lipgloss.Style {
	s := lipgloss.NewStyle().Bold(true)
	ink, ground := briefing.MarkingColors(words)
	if ink == "" {
		return s.Reverse(true)
	}
	return s.Foreground(lipgloss.Color(ink)).Background(lipgloss.Color(ground))
}
