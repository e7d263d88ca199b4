package format

import "strings"

// A marking says how a document is to be handled. It stands alone on a line, in
// capitals, often at the head and the foot of every page.

const markSeparator = " · "

func splitMarks(s string) []string { return strings.Split(s, markSeparator) }

// isMarking reports whether a line is a marking.
//
//	catches: SECRET; PRIORITY   TOP SECRET//SI//NOFORN   TLP:AMBER   Embargoed until 5 p.m.
//	not:     SECRET TALKS BEGIN IN GENEVA   The call is not embargoed.
func isMarking(s string) bool {
	if len(s) < 3 {
		return false
	}
	if isEmbargo(s) {
		return true
	}
	s = strings.Trim(s, " ()[]*-–—")
	if len(s) < 3 || len(s) > 120 {
		return false
	}
	if len(s) > 4 && strings.EqualFold(s[:4], "TLP:") {
		level, _, _ := strings.Cut(strings.ToUpper(s[4:]), "+")
		switch strings.TrimSpace(level) {
		case "RED", "AMBER", "GREEN", "CLEAR", "WHITE", "AMBER+STRICT":
			return true
		}
		return false
	}
	if !isCaps([]byte(s)) {
		return false
	}
	i := strings.IndexAny(s, "/;,:(–")
	if j := strings.Index(s, " - "); j >= 0 && (i < 0 || j < i) {
		i = j
	}
	first := s
	if i >= 0 {
		first = s[:i]
	}
	switch strings.TrimSpace(first) {
	case "TOP SECRET", "SECRET", "CONFIDENTIAL", "RESTRICTED", "UNCLASSIFIED", "OFFICIAL", "OFFICIAL-SENSITIVE", "OFFICIAL SENSITIVE",
		"CUI", "CONTROLLED", "CONTROLLED UNCLASSIFIED INFORMATION", "SBU", "SENSITIVE BUT UNCLASSIFIED", "SENSITIVE",
		"FOR OFFICIAL USE ONLY", "UNCLASSIFIED FOR OFFICIAL USE ONLY", "FOUO", "LIMITED OFFICIAL USE", "LAW ENFORCEMENT SENSITIVE",
		"NATO SECRET", "NATO CONFIDENTIAL", "NATO RESTRICTED", "NATO UNCLASSIFIED", "COSMIC TOP SECRET",
		"EU RESTRICTED", "EU CONFIDENTIAL", "EU SECRET", "RESTREINT UE", "PROTECTED", "PROTECTED A", "PROTECTED B",
		"EYES ONLY", "NOT FOR DISTRIBUTION", "NOT FOR PUBLICATION", "NOT FOR RELEASE", "PRE-DECISIONAL", "DELIBERATIVE", "PRIVILEGED",
		"PRIVILEGED AND CONFIDENTIAL", "INTERNAL USE ONLY", "FOR INTERNAL USE ONLY", "EMBARGOED":
		return true
	}
	return strings.HasPrefix(s, "UNCLASSIFIED WHEN ") || strings.HasPrefix(s, "UNCLASSIFIED UPON ")
}

// isEmbargo reports whether a line says until when a text is not to be used.
func isEmbargo(s string) bool {
	for _, p := range embargoes {
		if hasPrefixFold([]byte(s), p) {
			return wordCount([]byte(s)) <= 25
		}
	}
	return false
}

var embargoes = [...]string{
	"embargoed until", "embargoed for", "embargoed to", "embargo:", "embargoed:", "strictly embargoed", "under embargo until",
	"not for release until", "not for release before", "not for publication until", "not for publication before", "hold for release",
}

// termsIn finds the sentence of a paragraph that says on what terms its words are
// given: embargoed until some time, on background. A reader must see it first.
func termsIn(paragraph string) string {
	l := strings.ToLower(paragraph)
	i := -1
	for _, p := range []string{"embargoed until", "under embargo until", "attributable to"} {
		if j := strings.Index(l, p); j >= 0 && (i < 0 || j < i) {
			i = j
		}
	}
	if i < 0 || len(l) != len(paragraph) {
		return ""
	}
	start, end := 0, len(paragraph)
	for k := 0; k+1 < len(paragraph); k++ {
		if c := paragraph[k]; (c == '.' || c == '!' || c == '?') && endsSentence(paragraph[start:k+1], paragraph[k+1:]) {
			if k >= i {
				end = k + 1
				break
			}
			start = k + 1
		}
	}
	s := line1(strings.TrimLeft(paragraph[start:end], `"”’) `))
	if strings.Contains(strings.ToLower(s), "not be embargoed") || len(s) > 300 {
		return ""
	}
	return s
}
