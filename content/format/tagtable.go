package format

import "bytes"

// Converters that could not say a table in plain text leave it there as HTML, a
// tag or a cell a row. It becomes a table again; its tags are furniture.
type tagTable struct {
	cells [][]byte // of the row that is open
	open  bool     // the last of them goes on
	line  int      // of the file, where the row began
	width int      // cells of the first row, 0 before it is written
	tags  []byte
	cut   bool // a tag stands before what comes next
}

// tableHere reports whether a table begins with the first row.
func (t *text) tableHere(r *row) bool {
	if !hasPrefixFold(r.text, "<table") {
		return false
	}
	seen := 0
	for j := 0; j < min(len(t.rows), aheadRows) && seen < aheadBytes; j++ {
		if bytes.Contains(t.rows[j].text, []byte("<tr")) {
			return true
		}
		seen += len(t.rows[j].text)
	}
	return false
}

// inTable takes the first row into the open table.
func (t *text) inTable(r *row) {
	b := t.table
	if r.blank() {
		if n := t.block(0); n == 0 || t.rows[n].text[0] != '<' {
			t.endTable()
		}
		t.next()
		return
	}
	if b.open {
		b.add([]byte{' '}, r.line)
	}
	for s := r.text; len(s) > 0; {
		i := bytes.IndexByte(s, '<')
		if i < 0 {
			b.add(s, r.line)
			break
		}
		b.add(s[:i], r.line)
		end := bytes.IndexByte(s[i:], '>')
		if end < 2 || !isLetter(s[i+1]) && s[i+1] != '/' && s[i+1] != '!' {
			b.add(s[i:i+1], r.line)
			s = s[i+1:]
			continue
		}
		tag := s[i : i+end+1]
		s = s[i+end+1:]
		if len(b.tags) > 4*longRow {
			t.out.furniture(string(bytes.TrimSpace(b.tags)))
			b.tags = b.tags[:0]
		}
		b.tags = append(append(b.tags, tag...), ' ')
		b.cut = true
		switch tagName(tag) {
		case "tr", "/tr":
			t.tableRow()
		case "td", "th":
			b.cells, b.open = append(b.cells, nil), true
			b.line = r.line
		case "/td", "/th":
			b.open = false
		case "br", "p", "/p", "li", "/li", "div", "/div":
			b.add([]byte{' '}, r.line)
		case "/table":
			t.endTable()
			if r.text = bytes.TrimLeft(s, " \t"); len(r.text) == 0 {
				t.next()
			}
			return
		}
	}
	t.next()
	if n := len(b.cells); n > 0 && len(b.cells[n-1]) > 4*longRow {
		t.endTable() // no table has such a cell
	}
}

// add adds to the open cell; what stands outside of any gets one.
func (b *tagTable) add(s []byte, line int) {
	if !b.open {
		if len(bytes.TrimSpace(s)) == 0 {
			return
		}
		b.cells, b.open, b.line = append(b.cells, nil), true, line
	}
	k := len(b.cells) - 1
	c := b.cells[k]
	if b.cut && len(c) > 0 && len(s) > 0 && inWord(c[len(c)-1]) && inWord(s[0]) {
		c = append(c, ' ') // 10<sup>6</sup> is not 106
	}
	b.cut = false
	b.cells[k] = append(c, s...)
}

func inWord(c byte) bool { return isAlnum(c) || c >= 0x80 }

// tableRow writes the row that is open. The first is the head; what a later one
// has more goes into its last cell, since Markdown would drop it.
func (t *text) tableRow() {
	b, o := t.table, t.out
	b.open = false
	if len(b.cells) == 0 {
		return
	}
	if b.width == 0 {
		o.blank()
	}
	o.from(b.line)
	o.md = append(o.md, '|')
	for i, c := range b.cells {
		if b.width == 0 || i < b.width {
			o.md = append(o.md, ' ')
		}
		o.md = append(o.md, bytes.ReplaceAll(appendText(nil, bytes.TrimSpace(c), false), []byte{'|'}, []byte(`\|`))...)
		if b.width == 0 || i < b.width-1 || i == len(b.cells)-1 {
			o.md = append(o.md, " |"...)
		} else {
			o.md = append(o.md, ' ')
		}
	}
	o.newline()
	if b.width == 0 {
		b.width = len(b.cells)
		o.from(0)
		o.md = append(o.md, '|')
		o.md = append(o.md, bytes.Repeat([]byte("---|"), b.width)...)
		o.newline()
	}
	b.cells = nil
}

func (t *text) endTable() {
	t.tableRow()
	t.out.furniture(string(bytes.TrimSpace(t.table.tags)))
	t.table = nil
	t.close()
}

// tagName is the name of a tag in lower case, with the slash of one that closes.
func tagName(tag []byte) string {
	n := 1
	for n < len(tag) && (isAlnum(tag[n]) || n == 1 && tag[n] == '/') {
		n++
	}
	return low(tag[1:n])
}
