package format

import (
	"bytes"
	"unicode/utf8"

	"readout/briefing"
)

// begin starts a block with the first row.
func (t *text) begin(r *row) {
	tight := t.open && !t.gap && !t.shape.lines && !(t.shape.indents && r.indent >= t.prev.indent+2)
	ended := stops(t.prev.text) || len(t.levels) > 0
	t.joinSection(r)
	t.cutPortion(r)
	if t.dated && (t.entryLen(r.text) > 0 || isSpan(r.text)) || !t.dated && t.chronicle(0) {
		t.dated = true
		t.item(r, marker{number: -1})
		return
	}
	t.dated = false
	if m := t.marker(r, 0); m.width > 0 {
		if n := t.numbered(r); n > 0 && m.number >= 0 && len(t.levels) == 0 {
			t.heading(n, r.text)
			return
		}
		t.item(r, m)
		return
	}
	if len(t.levels) > 0 {
		// A paragraph of the item it is indented under.
		for n := len(t.levels); n > 0 && (r.indent <= t.levels[n-1].indent || t.shape.lines && r.indent < t.levels[n-1].text); n-- {
			t.levels = t.levels[:n-1]
			tight = false
		}
		if len(t.levels) > 0 {
			t.paragraph(r)
			return
		}
	}
	switch {
	case isRule(r.text):
		t.out.blank()
		t.out.from(r.line)
		t.out.md = append(t.out.md, "---"...)
		t.close()
		t.next()
		return
	case t.field(r):
		return
	}
	if n, cut := t.headingHere(r, tight, ended); n > 0 {
		t.headingUpTo(n, cut)
		return
	}
	if t.lettered(r, 0) {
		t.letter = r.text[1]
		t.paragraph(r)
		return
	}
	if t.defines(r, 0) {
		t.paragraph(r)
		return
	}
	if p := t.prev.text; tight && len(p) <= 100 && len(r.text) <= 100 && !isDated(r.text) && (len(p) < 40 || !stops(p) || p[len(p)-1] == ':') {
		if n, _ := t.label(r.text); n == 0 {
			t.lineBreak(r)
			return
		}
	}
	t.paragraph(r)
}

// joinSection puts the number of a section on the row of its “Sec.”, which some
// converters break off.
func (t *text) joinSection(r *row) {
	for {
		n := t.ahead(1)
		whole := isWord(r.text, "Section") || isWord(r.text, "Sec.")
		if n.blank() || n.cont || !(whole && isDigit(n.text[0]) || !whole && isSectionNumber(r.text)) {
			return
		}
		joined := row{text: append(append(bytes.Clone(r.text), ' '), n.text...), indent: r.indent, wide: n.wide, line: n.line}
		t.next()
		t.rows[0] = joined
		*r = joined
	}
}

// isSectionNumber reports whether s is “Sec. 5.” and nothing else.
func isSectionNumber(s []byte) bool {
	for _, p := range []string{"Section ", "Sec. "} {
		if rest, ok := bytes.CutPrefix(s, []byte(p)); ok {
			d := digits(rest)
			return d > 0 && string(rest[d:]) == "."
		}
	}
	return false
}

// close ends what is open.
func (t *text) close() {
	t.open, t.gap, t.paged = false, true, false
	t.levels = t.levels[:0]
}

// field takes a line such as “Contact:” that says something about the document
// rather than in it, wherever it stands.
func (t *text) field(r *row) bool {
	name, value, ok := fieldOf(r.text)
	if !ok || len(value) == 0 || len(value) > 300 {
		return false
	}
	switch low(name) {
	case "contact", "contacts", "press contact", "media contact", "media contacts":
		t.out.more(string(name), string(value))
		t.next()
		t.gap, t.open = true, false
		return true
	}
	return false
}

// isDated reports whether a row is a line of a chronology or an agenda: it begins
// with a date or a clock time, and says something after it.
func isDated(s []byte) bool {
	if len(s) < 6 || !isAlnum(s[0]) || !bytes.ContainsAny(s[:min(len(s), 24)], "0123456789") {
		return false
	}
	if _, from, to, ok := briefing.FindDate(string(s[:min(len(s), 48)])); ok && from == 0 && to < len(s) {
		return true
	}
	n := digits(s)
	return n > 0 && n <= 2 && n+2 < len(s) && s[n] == ':' && isDigit(s[n+1]) ||
		isDigit(s[0]) && len(s) > 9 && bytes.ContainsAny(s[4:9], "-–:")
}

// isRule reports whether a row is a line across the page: three marks or more
// and nothing else.
func isRule(s []byte) bool {
	n := 0
	for len(s) > 0 {
		c, size := utf8.DecodeRune(s)
		s = s[size:]
		switch c {
		case '-', '*', '_', '=', '–', '—', '─', '~', '.', '•', '·', '⁂':
			n++
		case ' ', '\t':
		default:
			return false
		}
	}
	return n >= 3
}

// label returns the length of a label at the start of a paragraph, which is set
// in bold, and where the text after it begins. A speaker’s name in capitals or a
// few words in capitals or title case before a colon is one; “The package
// includes:” and “at 10:30” are none.
//
//	catches: MS. PSAKI: Hi.   Q    Thank you.   Expanding Vaccine Supply: Building on …
//	not:     He said: We will.   The meeting at 10:30 AM: what happened
func (t *text) label(s []byte) (n, rest int) {
	if t.shape.script && len(s) > 4 && (s[0] == 'Q' || s[0] == 'A') {
		if i := spaceLen(s[1:]); i >= 2 {
			return 1, 1 + i
		}
	}
	i := bytes.IndexByte(s[:min(len(s), 90)], ':')
	if i < 1 || i+1 >= len(s) || s[i+1] != ' ' {
		return 0, 0
	}
	if t.defines(&row{text: s}, 0) || isDigit(s[0]) && isDated(s) {
		return 0, 0
	}
	rest = i + 1 + spaceLen(s[i+1:])
	head := s[:i]
	if bytes.ContainsAny(head, "\"(?!;") && !isCaps(head) || bytes.Contains(head, []byte("“")) {
		return 0, 0
	}
	count := wordCount(head)
	switch {
	case isCaps(head) && count <= 8:
	case count == 1 && rest-i > 3: // a column of labels
	case count >= 2 && count <= 12 && isTitleCase(head) && !startsLower(s[rest:]):
	default:
		return 0, 0
	}
	return i + 1, rest
}
