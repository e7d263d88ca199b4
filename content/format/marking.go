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

// termsIn finds in a paragraph the terms on which its words are given: embargoed
// until some time, on background. A reader must see them first, so they are short:
// the clause with the handling words, never cut inside quotation marks.
//
//	catches: This call is on background, attributable to “a senior official”, and embargoed until noon.
//	not:     The call will not be embargoed.   Four deaths are attributable to the heat.
func termsIn(paragraph string) string {
	l := strings.ToLower(paragraph)
	if len(l) != len(paragraph) {
		return ""
	}
	at := -1
	for _, p := range []string{"embargoed until", "under embargo until", "attributable to"} {
		if j := strings.Index(l, p); j >= 0 && (at < 0 || j < at) {
			at = j
		}
	}
	if at < 0 {
		return ""
	}
	start, end := sentenceAround(paragraph, at)
	s, l := paragraph[start:end], l[start:end]
	if strings.Contains(l, "not be embargoed") || strings.Contains(l, "not embargoed") || !strings.Contains(l, "embargo") && !quotesAfter(l, "attributable to") {
		return ""
	}
	first, last := len(s), 0
	for _, p := range []string{"on deep background", "on background", "off the record", "embargoed until", "under embargo until", "not for attribution", "attributable to"} {
		if j := strings.Index(l, p); j >= 0 {
			first, last = min(first, j), max(last, strings.LastIndex(l, p)+len(p))
		}
	}
	if first > 0 && s[first-1] != ' ' {
		return ""
	}
	s = strings.TrimRight(line1(s[first:last+clauseLen(s[last:])]), ".,;:!? ")
	for _, mark := range []string{"”", `"`} {
		if in, ok := strings.CutSuffix(s, mark); ok {
			s = strings.TrimRight(in, ".,") + mark
		}
	}
	if len(s) > 300 {
		return ""
	}
	return embargoFirst(s)
}

// embargoFirst puts until when nothing may be used before the other terms: a screen
// may have no room for all of them.
func embargoFirst(s string) string {
	l := strings.ToLower(s)
	at := strings.Index(l, "embargoed until")
	if at < 0 {
		at = strings.Index(l, "under embargo until")
	}
	if at <= 0 || len(l) != len(s) {
		return s
	}
	before := s[:at]
	if i := strings.LastIndex(before, " and "); i > 0 && len(before)-i < 40 && strings.Count(before[i:], "“") == strings.Count(before[i:], "”") { // “, and this call will be”
		before = before[:i]
	}
	if before = strings.TrimSpace(before); strings.HasSuffix(before, ",”") || strings.HasSuffix(before, `,"`) {
		before = before[:strings.LastIndexByte(before, ',')] + before[strings.LastIndexByte(before, ',')+1:]
	}
	if before = strings.TrimRight(before, " ,;"); before == "" {
		return s
	}
	return s[at:] + markSeparator + before
}

// quotesAfter reports whether what follows p names whom words are to be laid to:
// it is set in quotation marks, or is an official.
func quotesAfter(s, p string) bool {
	_, rest, ok := strings.Cut(s, p)
	rest = strings.TrimLeft(rest, " ")
	return ok && (strings.HasPrefix(rest, "“") || strings.HasPrefix(rest, `"`) || strings.Contains(s, "background"))
}

// sentenceAround is the sentence of a paragraph that at stands in, with the
// quotation mark that closes behind it.
func sentenceAround(s string, at int) (start, end int) {
	for k := 0; k+1 < len(s); k++ {
		if c := s[k]; (c == '.' || c == '!' || c == '?') && endsSentence(s[start:k+1], s[k+1:]) {
			e := k + 1
			for e < len(s) && s[e] != ' ' {
				e++
			}
			if k >= at {
				return start, e
			}
			start = e
		}
	}
	return start, len(s)
}

// clauseLen is how far a clause goes on: to a mark that ends it outside of
// quotation marks, or to the end.
func clauseLen(s string) int {
	quoted := false
	for i, r := range s {
		switch r {
		case '“':
			quoted = true
		case '”':
			quoted = false
		case '"':
			quoted = !quoted
		case ',', ';', ':':
			if !quoted && i+1 < len(s) && s[i+1] == ' ' {
				return i
			}
		}
	}
	return len(s)
}
