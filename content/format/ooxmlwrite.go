package format

import (
	"strconv"
	"strings"
)

// blockWriter writes blocks as Markdown. It holds back the head of the document
// until it knows the title (see ooxmlhead.go).
type blockWriter struct {
	out     *Out
	name    string
	opt     Options
	title   string // what the properties of the file say
	held    []block
	size    int // of held
	begun   bool
	shift   int // what is added to the level of a heading
	list    []openItem
	written bool // something of the body is written
	line    int  // of the block that is written
}

// An openItem is an item that goes on, or whose list does.
type openItem struct {
	depth  int
	indent int  // columns before its mark
	inner  int  // columns before its text
	mark   byte // - or * of a bullet, . or ) behind a number
	number int
}

const mostHeld, mostHeldBytes = 64, 16 << 10

// add takes the next block of the document.
func (w *blockWriter) add(b block) {
	if b.paragraph != nil && b.empty() && b.number == "" {
		return
	}
	if w.begun {
		w.write(b)
		return
	}
	w.held = append(w.held, b)
	w.size += b.size()
	if len(w.held) >= mostHeld || w.size >= mostHeldBytes {
		w.begin()
	}
}

func (b block) size() (n int) {
	if b.table == nil {
		for _, s := range b.spans {
			n += len(s.text)
		}
		return n
	}
	for _, r := range b.table.rows {
		for _, c := range r {
			for _, x := range c.blocks {
				n += x.size()
			}
		}
	}
	return n
}

// end writes what is held back.
func (w *blockWriter) end() {
	if !w.begun {
		w.begin()
	}
	w.closeList()
}

func (w *blockWriter) write(b block) {
	w.written = true
	w.line = b.line()
	switch {
	case b.table != nil:
		w.table(b.table)
	case b.level > 0 && !b.item:
		w.heading(b.paragraph)
	case b.item:
		w.item(b.paragraph)
	default:
		w.paragraph(b.paragraph)
	}
}

// start begins a block at the left.
func (w *blockWriter) start() {
	w.closeList()
	w.out.blank()
	w.out.from(w.line)
}

func (w *blockWriter) closeList() {
	if len(w.list) > 0 {
		w.list = w.list[:0]
	}
}

func (w *blockWriter) heading(p *paragraph) {
	w.start()
	o := w.out
	n := min(max(p.level+w.shift, 1), 6)
	for range n {
		o.md = append(o.md, '#')
	}
	o.md = append(o.md, ' ')
	at := len(o.md)
	if p.number != "" {
		o.md = appendInline(o.md, []byte(p.number), 0)
		o.md = append(o.md, ' ')
	}
	spans := p.spans
	if p.all(bold) {
		spans = without(spans, bold)
	}
	o.md = appendSpans(o.md, spans, " ", false)
	o.md = closingMarks(o.md, at)
	o.blank()
}

func without(spans []textRun, l look) []textRun {
	out := make([]textRun, len(spans))
	for i, s := range spans {
		s.look &^= l
		out[i] = s
	}
	return out
}

func (w *blockWriter) paragraph(p *paragraph) {
	o := w.out
	n := len(w.list)
	if p.goes && n > 0 {
		for n > 1 && w.list[n-1].depth > p.depth {
			n--
		}
		w.list = w.list[:n]
		inner := w.list[n-1].inner
		o.blank()
		o.from(w.line)
		indent := strings.Repeat(" ", inner)
		w.lines(p, indent, indent)
		o.newline()
		return
	}
	w.start()
	if p.quote {
		q := *p
		if p.all(italic) { // as quotations are set
			q.spans = without(p.spans, italic)
		}
		w.lines(&q, "> ", "> ")
	} else {
		w.lines(p, "", "")
	}
	o.blank()
}

// lines writes the words of a paragraph, the first line and the rest behind what
// is before them.
func (w *blockWriter) lines(p *paragraph, before, rest string) {
	o := w.out
	o.md = append(o.md, before...)
	if p.number != "" {
		o.md = appendText(o.md, []byte(p.number), true)
		o.md = append(o.md, ' ')
	}
	first := true
	for _, l := range p.lines() {
		md := appendSpans(nil, l.spans, " ", first && p.number == "" || !first)
		if len(md) == 0 {
			continue
		}
		if !first {
			o.md = append(o.md, '\\')
			o.newline()
			o.from(w.line)
			o.md = append(o.md, rest...)
		}
		o.md = append(o.md, md...)
		first = false
	}
}

// item writes an item. Its number is the one that is printed: Markdown counts on
// from the first of a list, so a number out of turn begins a list of its own.
func (w *blockWriter) item(p *paragraph) {
	o := w.out
	n := len(w.list)
	for n > 0 && w.list[n-1].depth > p.depth {
		n--
	}
	it := openItem{depth: p.depth, mark: '-'}
	number, ordered := 0, false
	label := p.number
	if p.plain {
		digits := strings.TrimRight(label, ".)")
		if v, err := strconv.Atoi(digits); err == nil && v >= 0 && len(digits) < 10 {
			number, ordered = v, true
			it.mark, label = label[len(digits)], ""
		}
	}
	it.number = number
	tight := len(w.list) > 0
	if n > 0 && w.list[n-1].depth == p.depth {
		last := w.list[n-1]
		it.indent = last.indent
		wasOrdered := last.mark == '.' || last.mark == ')'
		if ordered && wasOrdered && number != last.number+1 && it.mark == last.mark {
			it.mark = '.' + ')' - it.mark // a list of its own
			tight = false
		}
		if !ordered && !wasOrdered || ordered && wasOrdered && number == last.number+1 {
			it.mark = last.mark
		}
		if ordered != wasOrdered || ordered && it.mark != last.mark {
			tight = false
		}
		n--
	} else if n > 0 {
		it.indent = w.list[n-1].inner
		if ordered && number != 1 {
			tight = false // it would go on with the paragraph
		}
	}
	w.list = w.list[:n]
	if tight {
		if len(o.md) > 0 && o.md[len(o.md)-1] != '\n' {
			o.newline()
		}
	} else {
		o.blank()
	}
	o.from(w.line)
	o.md = append(o.md, strings.Repeat(" ", it.indent)...)
	at := len(o.md)
	if ordered {
		o.md = strconv.AppendInt(o.md, int64(number), 10)
	}
	o.md = append(o.md, it.mark, ' ')
	it.inner = it.indent + len(o.md) - at
	w.list = append(w.list, it)
	q := *p
	q.number = label
	if label == "" && !ordered {
		o.md = w.task(o.md, &q)
	}
	w.lines(&q, "", strings.Repeat(" ", it.inner))
	o.newline()
}

// task writes the box that an item begins with as Markdown does.
func (w *blockWriter) task(dst []byte, p *paragraph) []byte {
	if len(p.spans) == 0 {
		return dst
	}
	mark := ""
	switch s := strings.TrimLeft(p.spans[0].text, " "); {
	case strings.HasPrefix(s, "☐"):
		mark = "[ ] "
	case strings.HasPrefix(s, "☒"), strings.HasPrefix(s, "☑"):
		mark = "[x] "
	default:
		return dst
	}
	p.spans = append([]textRun(nil), p.spans...)
	p.spans[0].text = strings.TrimLeft(p.spans[0].text, " ")[len("☐"):]
	return append(dst, mark...)
}
