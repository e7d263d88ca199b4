package format

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// A row is a line of plain text, or the part of one that is looked at at once.
type row struct {
	text   []byte // without white space around it
	indent int    // columns in front of it
	wide   int    // columns of the line up to the end of text
	line   int    // of the file, from 1
	cont   bool   // goes on with the line of the row before
	glued  bool   // and that without a space between
}

func (r *row) blank() bool { return len(r.text) == 0 }

// cut drops the first n bytes of the text. The row stays as wide as it was.
func (r *row) cut(n int) { r.text = bytes.TrimLeft(r.text[n:], " \t") }

const (
	longRow    = 8 << 10 // a line longer than this comes in several rows
	wideLine   = 160     // in a line longer than this
	wideGap    = 16      // so many spaces are what is left of a line break
	tabColumns = 8
)

// split appends the rows of text and returns what is left of it, an unfinished
// line. A line that grows too long is handed on unfinished.
func (t *text) split(text []byte, end bool) []byte {
	for len(text) > 0 {
		i := bytes.IndexByte(text, '\n')
		whole := i >= 0 || end
		if i < 0 {
			i = len(text)
		}
		if !whole && i < 2*longRow {
			break
		}
		for i > longRow && (whole || i >= 2*longRow) {
			n, glued := cutRow(text[:longRow])
			t.add(text[:n], glued)
			text = text[n:]
			i -= n
		}
		if !whole {
			break
		}
		t.add(text[:i], false)
		text = text[min(i+1, len(text)):]
		t.line++
		t.midLine = false
	}
	return text
}

// cutRow finds where to cut a long line: after a space, or in the middle of a
// word that is as long.
func cutRow(s []byte) (n int, glued bool) {
	if i := bytes.LastIndexByte(s, ' '); i > 0 {
		return i + 1, false
	}
	n = len(s)
	for n > 1 && !utf8.RuneStart(s[n-1]) {
		n--
	}
	return n - 1, true
}

// add appends a row, or two where a wide gap shows that a line break was lost.
func (t *text) add(s []byte, glued bool) {
	r := row{line: t.line, cont: t.midLine, glued: t.glued}
	t.midLine, t.glued = true, glued
	for i, c := range s {
		if c == '\t' {
			r.indent += tabColumns - r.indent%tabColumns
		} else if c == ' ' {
			r.indent++
		} else {
			s = s[i:]
			break
		}
	}
	s = bytes.TrimRight(s, " \t")
	if len(bytes.TrimLeft(s, " \t")) == 0 {
		s, r.indent = nil, 0
		if t.blanks++; t.blanks > 2 { // thirty blank rows say no more than two
			return
		}
	} else {
		t.blanks = 0
	}
	for len(s) > wideLine {
		i := bytes.Index(s, spaces[:wideGap])
		if i < 0 {
			break
		}
		r.text, r.wide = s[:i], r.indent+i
		t.rows = append(t.rows, r)
		r = row{line: r.line}
		s = bytes.TrimLeft(s[i:], " \t")
	}
	if lostStops(s) {
		for {
			i := clauseGap(s)
			if i == 0 {
				break
			}
			r.text, r.wide = s[:i], r.indent+i
			t.rows = append(t.rows, r)
			r = row{line: r.line}
			s = bytes.TrimLeft(s[i:], " ")
		}
	}
	r.text, r.wide = s, r.indent+runes(s)
	t.rows = append(t.rows, r)
}

// Some archives hold releases from which every punctuation mark was taken and
// left a gap. There a gap between two clauses is all that is left of a full stop.

// lostStops reports whether a long line has gaps and no sentence ends.
func lostStops(s []byte) bool {
	if len(s) < 400 || bytes.Count(s, spaces[:2])*200 < len(s) {
		return false
	}
	for i := 0; i+1 < len(s); i++ {
		switch s[i] {
		case '.', ',', ';', '!', '?', ':':
			if s[i+1] == ' ' {
				return false
			}
		}
	}
	return true
}

// opensClause reports whether words are a clause that leads in another: “When you
// convene the Committee”, “Pointing to recent profits”. A comma stood behind it.
func opensClause(s []byte) bool {
	word, _, _ := bytes.Cut(bytes.TrimLeft(s, " "), []byte{' '})
	switch low(word) {
	case "when", "while", "as", "if", "because", "since", "although", "though", "after", "before", "until", "unless", "once", "whenever", "given", "despite":
		return true
	}
	return len(word) > 5 && bytes.HasSuffix(word, []byte("ing")) && wordCount(s) < 12
}

// clauseGap finds the first gap of such a line that stood for the end of a
// sentence, 0 for none: a capital follows, and on both sides are more words than
// a name has. The gaps of a list of names, and those before small letters, stood
// for commas.
//
//	catches: lasting peace in Northern Ireland  All of us are hopeful that
//	not:     Senators Collins  Dodd  Biden   peace  equality  and mutual respect
func clauseGap(s []byte) int {
	from := 0
	for i := 0; i < len(s); {
		n := bytes.Index(s[i:], spaces[:2])
		if n < 0 {
			break
		}
		i += n
		next := bytes.TrimLeft(s[i:], " ")
		to := bytes.Index(next, spaces[:2])
		if to < 0 {
			to = len(next)
		}
		first, _ := utf8.DecodeRune(next)
		if unicode.IsUpper(first) && wordCount(s[from:i]) >= 4 && wordCount(next[:to]) >= 4 && !opensClause(s[from:i]) {
			return i
		}
		i = len(s) - len(next)
		from = i
	}
	return 0
}

var spaces = []byte("                ")

// blankSpaces makes plain spaces of the spaces that do not break, which web
// pages put anywhere.
func blankSpaces(text []byte) []byte {
	for _, nb := range []string{"\u00a0", "\u202f", "\u2007"} {
		if bytes.Contains(text, []byte(nb)) {
			text = bytes.ReplaceAll(text, []byte(nb), []byte{' '})
		}
	}
	return text
}

// runes counts characters: the bytes that do not go on with one.
func runes(s []byte) (n int) {
	for _, c := range s {
		if c&0xC0 != 0x80 {
			n++
		}
	}
	return n
}
