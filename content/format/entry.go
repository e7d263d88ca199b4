package format

import (
	"bytes"
	"unicode/utf8"

	"readout/briefing"
)

// Rows that belong together because they are made alike: the entries of a
// chronology, sub-items with letters, the lines of a list of abbreviations. Each
// is a block of its own, whatever the line breaks between them.

// entryLen is the length of the date and the dash that an entry of a chronology
// begins with: “July 15, 1998 - The bill is introduced”.
func (t *text) entryLen(s []byte) int {
	if len(s) < 12 || !isAlnum(s[0]) || !bytes.ContainsAny(s[:min(len(s), 24)], "0123456789") {
		return 0
	}
	head := s[:min(len(s), 48)]
	if !bytes.Contains(head, []byte(" - ")) && !bytes.Contains(head, []byte("– ")) && !bytes.Contains(head, []byte("— ")) {
		return 0 // looking for a date costs more
	}
	_, from, to, ok := briefing.FindDate(string(head))
	if !ok || from != 0 {
		return 0
	}
	rest := bytes.TrimLeft(s[to:], " ")
	c, n := utf8.DecodeRune(rest)
	switch c {
	case '-', '–', '—':
		if n < len(rest) && rest[n] == ' ' {
			return to
		}
	}
	return 0
}

// isSpan reports whether a row of a chronology has a date without a day before its
// dash: “May 2004 - ”, “2005–2011 - ”.
func isSpan(s []byte) bool {
	end := bytes.Index(s[:min(len(s), 40)], []byte(" - "))
	for _, dash := range []string{" – ", " — "} {
		if i := bytes.Index(s[:min(len(s), 40)], []byte(dash)); i > 0 && (end < 0 || i < end) {
			end = i
		}
	}
	if end < 4 {
		return false
	}
	years := 0
	for _, w := range bytes.FieldsFunc(s[:end], func(r rune) bool { return r == ' ' || r == '-' || r == '–' || r == ',' || r == '.' }) {
		switch n := digits(w); {
		case n == 4 && len(w) == 4:
			years++
		case n > 0 && n <= 2 && n == len(w):
		case n == 0 && len(w) >= 3 && isMonth(low(w)):
		default:
			return false
		}
	}
	return years > 0
}

func isMonth(w string) bool {
	switch w[:3] {
	case "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec":
		return len(w) <= 9
	}
	return w == "early" || w == "mid" || w == "late" || w == "spring" || w == "summer" || w == "autumn" || w == "fall" || w == "winter"
}

// chronicle reports whether three entries of a chronology or more begin at the
// i-th row, with nothing but their own wrapped rows and blank rows between them.
func (t *text) chronicle(i int) bool {
	if i >= len(t.rows) || t.entryLen(t.rows[i].text) == 0 {
		return false
	}
	n, own, seen := 0, 0, 0
	for ; i < len(t.rows) && seen < 2*aheadBytes; i++ {
		r := &t.rows[i]
		seen += len(r.text)
		switch {
		case r.blank() || r.cont:
		case t.entryLen(r.text) > 0:
			own = 0
			if n++; n == 3 {
				return true
			}
		case isSpan(r.text):
		case own > 8 || i == 0 || t.rows[i-1].blank():
			return false // a paragraph between them
		case !t.shape.wrapped:
			return false
		default:
			own++
		}
	}
	return false
}

// lettered reports whether the i-th row begins a sub-item: “(b) …” behind (a), or
// (a) where (b) follows. The letters of a sentence that goes on over rows are
// none: they stand inside.
//
//	catches: (a) a commitment; / (b) support for the plan; / (c) a warning
//	not:     (a) alone   the provisions of / (b) and (c) apply, where no row begins with (a)
func (t *text) lettered(r *row, i int) bool {
	c := letterOf(r.text)
	switch {
	case c == 0:
		return false
	case c == 'a' || c == 'i' && t.letter != 'h':
		seen := 0
		next := c + 1
		for j := i + 1; j < min(len(t.rows), i+24) && seen < aheadBytes; j++ {
			if d := letterOf(t.rows[j].text); d == next || c == 'i' && bytes.HasPrefix(t.rows[j].text, []byte("(ii) ")) {
				return true
			}
			seen += len(t.rows[j].text)
		}
		return false
	}
	return c == t.letter+1
}

// letterOf is the letter of a row that begins with “(a) ”, 0 without one.
func letterOf(s []byte) byte {
	if len(s) > 4 && s[0] == '(' && s[2] == ')' && s[3] == ' ' && s[1] >= 'a' && s[1] <= 'z' {
		return s[1]
	}
	return 0
}

// defines reports whether the i-th row says what a short form stands for, as the
// lines of an annex do: the form, a colon, words that have its letters and no full
// stop, and another such line beside it. It is no speaker and no label.
//
//	catches: HNEC: High National Elections Commission / 5+5: Joint Military Commission
//	not:     CHAIR: We will now take questions.   WHAT: Tour of the depot / WHEN: Friday
func (t *text) defines(r *row, i int) bool {
	if !isDefinition(r.text) {
		return false
	}
	if t.prev.text != nil && isDefinition(t.prev.text) {
		return true
	}
	for j := i; j < min(len(t.rows), i+4); j++ {
		if s := t.rows[j].text; len(s) > 0 && !bytes.Equal(s, r.text) {
			return isDefinition(s)
		}
	}
	return false
}

func isDefinition(s []byte) bool {
	i := bytes.IndexByte(s[:min(len(s), 16)], ':')
	if i < 2 || i+3 > len(s) || s[i+1] != ' ' || len(s) > 120 || stops(s) {
		return false
	}
	form := s[:i]
	caps := 0
	for _, c := range form {
		switch {
		case c >= 'A' && c <= 'Z' || isDigit(c):
			caps++
		case c == ' ' || c >= 'a' && c <= 'z' && caps == 0:
			return false
		}
	}
	return caps >= 2 && wordCount(s[i+1:]) >= 2 && isLetter(s[i+2]) && spells(s[i+2:], form)
}

// spells reports whether the letters of a short form come in order in the words,
// from the first letter of both on.
func spells(words, form []byte) bool {
	k := 0
	for _, f := range form {
		if !isLetter(f) {
			continue
		}
		if k == 0 && words[0]|0x20 != f|0x20 {
			return false
		}
		for k < len(words) && words[k]|0x20 != f|0x20 {
			k++
		}
		if k++; k > len(words) {
			return false
		}
	}
	return true
}
