package format

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// A level of the open list: the columns of its marks and of its text in the
// file, and how far the Markdown under it is indented.
type level struct {
	indent, text int
	width        int
	ordered      bool
	last         int // the last number
}

// A marker is what an item begins with.
type marker struct {
	width  int // bytes, with the space after it; 0 for none
	number int // of an ordered item, -1 for a bullet
	delim  byte
}

// marker reads the mark at the start of the i-th row. A number marks an item only
// where it counts: it is 1, or follows the one before, or the next one follows
// later. So “46. Telegram From the Embassy” and “1998. It was” stay text.
func (t *text) marker(r *row, i int) (m marker) {
	s := r.text
	c, n := utf8.DecodeRune(s)
	switch c {
	case '-', '*', '+', '•', '–', '—', '·', '▪', '■', '►', '◦', '‣', '●', '○', '\uf0b7':
		if n == len(s) { // its text is on the next row
			if c == '•' || c == '●' || c == '\uf0b7' {
				return marker{width: n, number: -1}
			}
			return marker{}
		}
		if s[n] != ' ' && s[n] != '\t' || isRule(s) {
			return marker{}
		}
		if (c == '–' || c == '—') && !t.sibling(s[:n], r, i) {
			return marker{}
		}
		return marker{width: n + spaceLen(s[n:]), number: -1}
	case 'o': // what Word's hollow bullet becomes
		if len(s) > 4 && bytes.HasPrefix(s[1:], []byte("   ")) {
			return marker{width: 1 + spaceLen(s[1:]), number: -1}
		}
	}
	d := digits(s)
	if d == 0 || d > 4 || d+1 >= len(s) || s[d] != '.' && s[d] != ')' || s[d+1] != ' ' && s[d+1] != '\t' {
		return marker{}
	}
	number, _ := strconv.Atoi(string(s[:d]))
	if number == 1 || t.follows(number) || t.counts(i, number+1, s[d]) {
		return marker{width: d + 1 + spaceLen(s[d+1:]), number: number, delim: s[d]}
	}
	return marker{}
}

func (t *text) follows(number int) bool {
	if t.number > 0 && number == t.number+1 {
		return true
	}
	for _, l := range t.levels {
		if l.ordered && number == l.last+1 {
			return true
		}
	}
	return false
}

// counts reports whether a row that begins with the number comes soon.
func (t *text) counts(i, number int, delim byte) bool {
	want := strconv.AppendInt(nil, int64(number), 10)
	want = append(want, delim)
	seen := 0 // no further than there are always rows to look at
	for j := i + 1; j < min(len(t.rows), i+aheadRows) && seen < aheadBytes; j++ {
		if bytes.HasPrefix(t.rows[j].text, want) {
			return true
		}
		seen += len(t.rows[j].text)
	}
	return false
}

// sibling reports whether another row near by begins with the same dash: one
// alone is a dash of the sentence that was wrapped to a new line, or leads a
// quotation’s author in.
func (t *text) sibling(dash []byte, r *row, i int) bool {
	if len(t.levels) > 0 && bytes.HasPrefix(t.prev.text, dash) {
		return true
	}
	seen := 0
	for j := i + 1; j < min(len(t.rows), i+12) && seen < aheadBytes; j++ {
		if t.rows[j].indent == r.indent && bytes.HasPrefix(t.rows[j].text, dash) {
			return true
		}
		seen += len(t.rows[j].text)
	}
	return false
}

func spaceLen(s []byte) int { return len(s) - len(bytes.TrimLeft(s, " \t")) }

// item begins an item with the first row.
func (t *text) item(r *row, m marker) {
	for len(t.levels) > 0 && r.indent < t.levels[len(t.levels)-1].indent {
		t.levels = t.levels[:len(t.levels)-1]
	}
	ordered := m.number >= 0
	same := false
	if n := len(t.levels); n > 0 {
		l := &t.levels[n-1]
		deeper := r.indent > l.indent+1
		if same = !deeper && l.ordered == ordered && (!ordered || m.number == l.last+1); !same && !deeper {
			t.levels = t.levels[:n-1]
		}
	}
	var mark []byte
	if ordered {
		mark = append(strconv.AppendInt(nil, int64(m.number), 10), m.delim, ' ')
		t.number = m.number
	} else {
		mark = []byte("- ")
	}
	l := level{indent: r.indent, text: r.indent + m.width, width: len(mark), ordered: ordered, last: m.number}
	if same {
		t.levels[len(t.levels)-1] = l
		if !t.gap {
			t.out.newline()
		} else {
			t.out.blank()
		}
	} else {
		t.levels = append(t.levels, l)
		if len(t.levels) == 1 || t.gap {
			t.out.blank()
		} else {
			t.out.newline()
		}
	}
	t.out.from(r.line)
	t.indent(len(t.levels) - 1)
	t.out.md = append(t.out.md, mark...)
	s := r.text[m.width:]
	if len(s) == 0 { // the bullet stands alone, its text comes next
		for j := 1; j < 3; j++ {
			if n := t.ahead(j); !n.blank() && !n.cont {
				t.rows = t.rows[j:]
				s = n.text
				break
			}
		}
	}
	t.words(s, true)
	t.prev = *r
	t.open, t.gap, t.paged = true, false, false
	t.next()
}

// indent puts the text under the first n levels of the list.
func (t *text) indent(n int) {
	for _, l := range t.levels[:n] {
		t.out.md = append(t.out.md, spaces[:l.width]...)
	}
}
