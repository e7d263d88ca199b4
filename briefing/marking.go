package briefing

import "strings"

// MarkingColors are the official colours of a handling line, ink on ground; "" and
// "" where it has none. TLP 2.0 (FIRST): coloured words on black. US: the banner
// colours of classification labels (SF 706 to SF 711): green unclassified, purple
// CUI, blue confidential, red secret, orange top secret.
func MarkingColors(words string) (ink, ground string) {
	has := marksIn(words)
	switch {
	case has("TLP:RED"):
		return "#ff2b2b", "#000000"
	case has("TLP:AMBER"):
		return "#ffc000", "#000000"
	case has("TLP:GREEN"):
		return "#33ff00", "#000000"
	case has("TLP:CLEAR", "TLP:WHITE"):
		return "#ffffff", "#000000"
	case has("TOP SECRET"):
		return "#000000", "#ff8c00"
	case has("UNCLASSIFIED") && !has("CUI", "CONTROLLED"):
		return "#ffffff", "#007a33"
	case has("CUI", "CONTROLLED UNCLASSIFIED"):
		return "#ffffff", "#502b85"
	case has("SECRET"):
		return "#ffffff", "#c8102e"
	case has("CONFIDENTIAL"):
		return "#ffffff", "#0033a0"
	}
	return "", ""
}

// open reports whether a marking lets anyone read. An embargo, a limit on who may
// be quoted and what we do not know do not.
func open(marking string) bool {
	has := marksIn(marking)
	return marking == "" || has("TLP:CLEAR", "TLP:WHITE") || has("UNCLASSIFIED") && !has("CUI", "CONTROLLED", "//", "FOR OFFICIAL USE ONLY", "FOUO", "EMBARGO")
}

// marksIn asks which words a handling line holds, whatever its letters.
func marksIn(words string) func(...string) bool {
	w := strings.ToUpper(words)
	return func(parts ...string) bool {
		for _, p := range parts {
			if strings.Contains(w, p) {
				return true
			}
		}
		return false
	}
}
