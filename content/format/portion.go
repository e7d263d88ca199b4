package format

import (
	"bytes"

	"readout/briefing"
)

// A portion mark says before each paragraph how that one is to be handled:
// “(U)”, “(S//NF)”. It is for the margin: in the prose it would stand before
// every first sentence.

// portionLen is the length of a portion mark at the start of a paragraph, with
// the spaces after it. The letters that also count sub-items, (C) and (S), are
// marks only where the document is marked.
//
//	catches: (U) Heads of State meet.   (SBU) The talks failed.   (S//NF) They know.
//	not:     (a) a commitment   (US) firms   (C) the third of three points
func (t *text) portionLen(s []byte) int {
	if len(s) < 5 || s[0] != '(' {
		return 0
	}
	end := bytes.IndexByte(s[:min(len(s), 24)], ')')
	if end < 2 || end+1 >= len(s) || s[end+1] != ' ' {
		return 0
	}
	level, _, controls := bytes.Cut(s[1:end], []byte("//"))
	switch string(level) {
	case "U", "SBU", "TS", "CUI", "FOUO", "LOU", "OS", "O-S":
	case "C", "S", "R", "O", "P":
		if !controls && t.out.Meta.Marking == "" {
			return 0
		}
	default:
		return 0
	}
	if controls && !isCaps(s[1:end]) {
		return 0
	}
	return end + 1 + spaceLen(s[end+1:])
}

// cutPortion takes a portion mark off a row, so that what the row begins can be
// seen.
func (t *text) cutPortion(r *row) {
	n := t.portionLen(r.text)
	if n == 0 || isRule(r.text[n:]) {
		return
	}
	if _, _, ok := fieldOf(r.text[n:]); ok {
		return
	}
	t.portion = string(bytes.TrimRight(r.text[:n], " \t"))
	r.cut(n)
}

// takePortion takes a portion mark off the words that are about to be written,
// and says where they stand.
func (t *text) takePortion(s []byte) []byte {
	if t.portion == "" {
		n := t.portionLen(s)
		t.portion = string(bytes.TrimRight(s[:n], " \t"))
		s = s[n:]
	}
	if t.portion != "" {
		t.out.Meta.Portions = append(t.out.Meta.Portions, briefing.Portion{At: briefing.Pos(len(t.out.md)), Mark: t.portion})
		t.portion = ""
	}
	return s
}
