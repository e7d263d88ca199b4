package briefing

import (
	"bytes"
	"unicode/utf8"
)

// closer closes the open piece at a place; the next one goes on as it says.
type closer = func(at Pos, cont bool, in *Container)

// container cuts before line where a list, a table, a quotation, a fence or an
// HTML block has grown past most, or goes on from such a cut and has grown past
// aim.
func (s *State) container(src, line []byte, closeAt closer) {
	size, limit := int(s.pos-s.start), most
	if s.in != nil {
		limit = aim
	}
	if s.cont || size < limit || size < s.later || !s.atLine(src) || !s.fits(src, line, size-limit) {
		return
	}
	in, ok := s.same(line)
	if !ok {
		in, ok = s.openAt(src, s.pos, s.pos+Pos(len(line)))
	}
	if !ok {
		s.later = size + size/2 // so that the scan stays linear
		return
	}
	if in != nil && in.lazy(line) {
		closeAt(s.pos, true, nil)
	} else {
		closeAt(s.pos, false, in)
	}
	s.run = s.pos
}

// same is what the open piece goes on with, where that can be told without
// goldmark: in a fence that is still open, between the rows of a table.
func (s *State) same(line []byte) (*Container, bool) {
	c := s.in
	switch {
	case c == nil || len(c.levels) > 0:
		return nil, false
	case c.leaf == Code:
		return c, c.fence > 0 && s.fence != 0 && s.fenceAt == c.fence
	}
	return c, c.leaf == Table && s.steady && line[0] == '|'
}

// fits reports whether a piece may well begin with line, the less particular the
// further it lies past where it was to end: with a top-level item, a row, a
// paragraph of a quotation; then with any item or paragraph; then with any line
// that has words.
func (s *State) fits(src, line []byte, past int) bool {
	body := bytes.TrimLeft(line, " \t")
	if len(bytes.TrimSpace(body)) == 0 {
		return false
	}
	if past > 2*aim {
		return true
	}
	if s.fence != 0 && s.in != nil && s.in.leaf == Code || s.fence != 0 && !s.unsure {
		return !s.blank
	}
	mark := !cuttable(body) && body[0] != '[' && body[0] != ':'
	switch body[0] {
	case '[', ':':
		return false
	case '|', '<':
		return true
	case '>':
		mark = past > aim || bytes.HasSuffix(bytes.TrimRight(src[:s.pos], " \r\n"), []byte("\n>")) || bytes.HasSuffix(bytes.TrimRight(src[:s.pos], " \r\n"), []byte("\n> >"))
	}
	if bytes.IndexByte(line, '|') > 0 && past > aim/2 { // a table without bars at its sides
		return true
	}
	return (mark || s.blank) && (past > aim || len(body) == len(line))
}

// lazy reports whether line goes on with the words of a paragraph without the
// mark or the indent of the container that it stands in.
func (c *Container) lazy(line []byte) bool {
	if !c.open || c.leaf != Paragraph || len(c.levels) == 0 {
		return false
	}
	body := bytes.TrimLeft(line, " ")
	indent := len(line) - len(body)
	switch l := c.levels[0]; l.kind {
	case Quote:
		return body[0] != '>'
	case Note:
		return indent < 4 && body[0] != '\t'
	default:
		return indent < l.hang && body[0] != '\t'
	}
}

// longLine cuts a line longer than most that is no paragraph of its own: the words
// of an item, a cell, a line of code. It reports whether it moved the scan. Whole
// says that the end of the line, n bytes on, is known.
func (s *State) longLine(src []byte, n int, whole bool, closeAt closer) bool {
	step := Pos(slice)
	if s.cont && s.in != nil {
		if n > 2*int(step) { // so that its last stretch is no shorter than the others
			at := atSpace(src, s.pos, step)
			s.leave(src[s.pos:at])
			closeAt(at, true, s.in)
			s.pos = at
			return true
		}
		if !whole {
			return false
		}
		s.leave(src[s.pos : s.pos+Pos(n)])
		s.pos += Pos(n)
		closeAt(s.pos, false, s.in.behindLine(s.html != "" || s.fence != 0))
		s.run, s.blank, s.defs = s.pos, false, false
		return true
	}
	if s.cont || n <= most || !s.atLine(src) {
		return false
	}
	at := atSpace(src, s.pos, step)
	in, _ := s.openAt(src, at, at+1)
	if in == nil {
		in = &Container{From: s.start}
	}
	s.line(src, src[s.pos:at], &definitions{})
	closeAt(at, true, in)
	s.pos, s.blank, s.defs = at, false, false
	return true
}

// leave ends an HTML block in the middle of a long line.
func (s *State) leave(words []byte) {
	if s.html != "" && ends(words, s.html) {
		s.html = ""
	}
}

// behindLine is what goes on behind the end of a long line.
func (c *Container) behindLine(verbatim bool) *Container {
	d := *c
	d.open = false
	if !verbatim || c.leaf != Code && c.leaf != HTML {
		d.leaf, d.lines, d.head = Paragraph, "", Range{}
	}
	if len(d.levels) == 0 && d.lines == "" {
		return nil
	}
	d.lead = ""
	d.compose()
	return &d
}

// atSpace is a place behind a space, or behind a rune, at most n bytes on.
func atSpace(src []byte, from, n Pos) Pos {
	at := from + n
	if i := bytes.LastIndexAny(src[from+n/2:at], " \n"); i >= 0 {
		return from + n/2 + Pos(i) + 1
	}
	for k := 1; k < utf8.UTFMax && src[at]&0xc0 == 0x80; k++ { // no rune is cut
		at--
	}
	return at
}
