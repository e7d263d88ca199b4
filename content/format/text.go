package format

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// text reads plain text row by row. What it needs to know of what comes is
// within a few kilobytes; what it has to remember is a row, the open list and
// some counts.
type text struct {
	out  *Out
	name string
	opt  Options

	rest    []byte // an unfinished line
	rows    []row  // not yet converted
	base    []row  // what rows is a part of
	bufs    [2][]byte
	buf     int // which of them the rows are in
	last    []byte
	line    int // the number of the line that rest begins
	midLine bool
	glued   bool
	blanks  int // blank rows at the end of rows

	started  bool
	headless bool // the text has no head of its own
	shape    shape

	open    bool     // a paragraph or an item can go on
	prev    row      // the last row of text
	gap     bool     // a blank row came after it
	paged   bool     // the end of a page came after it
	running []string // rows that stood beside the end of a page
	trailer bool     // what follows the article has begun
	levels  []level
	table   *tagTable // the open table, nil for none
	number  int       // the last number of a numbered paragraph
	portion string    // the mark of the paragraph that begins
	letter  byte      // the last letter of a lettered sub-item
	dated   bool      // the open list is a chronology
}

func newText(o *Out, name string, opt Options) Converter {
	return &text{out: o, name: name, opt: opt, line: 1, gap: true}
}

const aheadBytes, aheadRows = 8 << 10, 48 // how far the converter looks ahead

func (t *text) Convert(in []byte, end bool) {
	in = t.keep(blankSpaces(in))
	t.rest = t.split(in, end)
	t.base = t.rows
	if !t.started {
		t.started = true
		t.shape = shapeOf(t.rows)
		if !t.headless {
			t.head()
		}
	}
	ahead, at := 0, len(t.rows) // rows[at:] are for looking at
	for at > 0 && !end && ahead < aheadBytes && len(t.rows)-at < aheadRows {
		at--
		ahead += len(t.rows[at].text)
	}
	for n := len(t.rows); len(t.rows) > n-at; {
		t.step()
	}
	if end && t.table != nil {
		t.endTable()
	}
	if n := len(t.out.md); end && n > 0 && t.out.md[n-1] != '\n' {
		t.out.newline()
	}
}

// keep returns what is left of the portion before with in behind it, in a buffer
// that is used again: the text passes through two of them, whatever its size.
func (t *text) keep(in []byte) []byte {
	size := len(t.rest) + len(in)
	for i := range t.rows {
		size += len(t.rows[i].text)
	}
	t.buf = 1 - t.buf
	b := t.bufs[t.buf]
	if cap(b) < size {
		b = make([]byte, 0, size+size/4)
	}
	b = b[:0]
	t.base = append(t.base[:0], t.rows...)
	t.rows = t.base
	for i := range t.rows {
		n := len(b)
		b = append(b, t.rows[i].text...)
		t.rows[i].text = b[n:len(b):len(b)]
	}
	t.last = append(t.last[:0], t.prev.text...)
	if t.prev.text != nil {
		t.prev.text = t.last
	}
	n := len(b)
	b = append(append(b, t.rest...), in...)
	t.bufs[t.buf] = b
	return b[n:]
}

// next drops the first row.
func (t *text) next() { t.rows = t.rows[1:] }

// ahead returns the i-th row from here, a blank one past the end.
func (t *text) ahead(i int) *row {
	if i < len(t.rows) {
		return &t.rows[i]
	}
	return &row{}
}

// block returns how far ahead the next row of text after row i is, 0 for none.
func (t *text) block(i int) int {
	for i++; i < len(t.rows); i++ {
		if !t.rows[i].blank() {
			return i
		}
	}
	return 0
}

// step converts the first row, and with it those that belong to it.
func (t *text) step() {
	r := &t.rows[0]
	switch {
	case t.table != nil:
		t.inTable(r)
	case r.cont:
		t.same(r)
	case r.blank():
		t.gap, t.open = true, false
		t.next()
	case t.tableHere(r):
		t.table = &tagTable{line: r.line}
		t.levels, t.open = t.levels[:0], false
		t.inTable(r)
	case t.aside():
	case t.continues(r):
		t.softBreak(r)
	default:
		t.begin(r)
	}
}

// same goes on with a line that was too long for one row.
func (t *text) same(r *row) {
	if !r.blank() {
		if !r.glued {
			t.out.md = append(t.out.md, ' ')
		}
		t.out.md = appendText(t.out.md, r.text, false)
		t.prev = *r
	}
	t.next()
}

// softBreak goes on with the open paragraph on a new line.
func (t *text) softBreak(r *row) {
	if t.gap { // a page ended within it
		t.gap, t.open = false, true
	}
	t.out.newline()
	t.out.from(r.line)
	t.indent(len(t.levels))
	t.out.md = appendText(t.out.md, r.text, true)
	t.prev = *r
	t.paged = false
	t.next()
}

// continues reports whether r goes on with the paragraph before it.
func (t *text) continues(r *row) bool {
	p := &t.prev
	if t.paged && t.shape.wrapped && len(t.levels) == 0 && p.text != nil && !stops(p.text) && startsLower(r.text) {
		return true
	}
	if !t.open || t.gap || t.lettered(r, 0) || t.defines(r, 0) {
		return false
	}
	if n := len(t.levels); n > 0 && r.indent > t.levels[n-1].indent {
		return !t.shape.lines && t.marker(r, 0).width == 0
	}
	if !t.shape.wrapped || t.shape.indents && r.indent >= p.indent+2 {
		return false
	}
	if m := t.marker(r, 0); m.width > 0 && (!t.shape.full(p, r) || stops(p.text) || len(t.levels) > 0) {
		return false
	}
	switch {
	case t.shape.full(p, r):
		return true
	case stops(p.text):
		return false
	case startsLower(r.text):
		return true
	}
	n := t.ahead(1)
	if n.blank() && bytes.IndexByte(r.text, ' ') < 0 {
		return true // a last word alone
	}
	return !n.blank() && t.shape.full(r, n) && p.wide > t.shape.width/4
}

// paragraph begins one with what is left of the first row.
func (t *text) paragraph(r *row) {
	t.out.blank()
	t.out.from(r.line)
	t.indent(len(t.levels))
	t.words(r.text, true)
	t.prev = *r
	t.open, t.gap, t.paged = true, false, false
	t.next()
}

// lineBreak puts the row on a line of its own in the open paragraph.
func (t *text) lineBreak(r *row) {
	if bytes.HasSuffix(t.out.md, []byte{'\\'}) { // a third sign before a break is misread
		t.out.md = append(t.out.md, "  "...)
	} else {
		t.out.md = append(t.out.md, '\\')
	}
	t.out.newline()
	t.out.from(r.line)
	t.indent(len(t.levels))
	t.words(r.text, true)
	t.prev = *r
	t.gap, t.paged = false, false
	t.next()
}

// words appends the words of a paragraph's first row, its label in bold.
func (t *text) words(s []byte, start bool) {
	s = t.takePortion(s)
	if n, rest := t.label(s); n > 0 {
		t.out.md = append(t.out.md, "**"...)
		t.out.md = appendText(t.out.md, s[:n], false)
		t.out.md = append(t.out.md, "** "...)
		s, start = s[rest:], false
	}
	t.out.md = appendText(t.out.md, s, start)
}

// stops reports whether s ends as a sentence or a lead-in does.
func stops(s []byte) bool {
	s = bytes.TrimRight(s, `"')]*`)
	s = bytes.TrimSuffix(bytes.TrimSuffix(s, []byte("”")), []byte("’"))
	if len(s) == 0 {
		return false
	}
	switch s[len(s)-1] {
	case '.', '?', '!', ':':
		return true
	}
	return bytes.HasSuffix(s, []byte("…"))
}

func startsLower(s []byte) bool {
	r, _ := utf8.DecodeRune(s)
	return unicode.IsLower(r)
}

func isWord(s []byte, w string) bool { return string(s) == w }
