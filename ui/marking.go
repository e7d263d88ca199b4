package ui

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// marking is the look of a handling line: its official colour, on every screen.
// TLP 2.0 (FIRST): coloured words on black. US: the banner colours of
// classification labels (SF 706 to SF 711): green unclassified, purple CUI, blue
// confidential, red secret, orange top secret.
func marking(words string) lipgloss.Style {
	s := lipgloss.NewStyle().Bold(true)
	w := strings.ToUpper(words)
	on := func(fg, bg string) lipgloss.Style {
		return s.Foreground(lipgloss.Color(fg)).Background(lipgloss.Color(bg))
	}
	has := func(parts ...string) bool {
		for _, p := range parts {
			if strings.Contains(w, p) {
				return true
			}
		}
		return false
	}
	switch {
	case has("TLP:RED"):
		return on("#ff2b2b", "#000000")
	case has("TLP:AMBER"):
		return on("#ffc000", "#000000")
	case has("TLP:GREEN"):
		return on("#33ff00", "#000000")
	case has("TLP:CLEAR", "TLP:WHITE"):
		return on("#ffffff", "#000000")
	case has("TOP SECRET"):
		return on("#000000", "#ff8c00")
	case has("UNCLASSIFIED") && !has("CUI", "CONTROLLED"):
		return on("#ffffff", "#007a33")
	case has("CUI", "CONTROLLED UNCLASSIFIED"):
		return on("#ffffff", "#502b85")
	case has("SECRET"):
		return on("#ffffff", "#c8102e")
	case has("CONFIDENTIAL"):
		return on("#ffffff", "#0033a0")
	}
	return s.Reverse(true)
}
