package format

import "bytes"

// table writes a table, or what stands in it where it is there for the layout
// alone: one column, or for the most part cells that hold tables.
func (w *blockWriter) table(t *grid) {
	width, filled := 0, 0
	nested, cells := 0, 0 // cells that hold tables, of those that hold anything
	rows := t.columns()
	t = &grid{}
	for _, r := range rows {
		used := 0
		for _, c := range r {
			words, tables := false, false
			for _, b := range c.blocks {
				says := b.says()
				tables = tables || says && b.table != nil
				words = words || says
			}
			if words {
				used++
				cells++
			}
			if tables {
				nested++
			}
		}
		if used > 0 { // a row of empty cells is space
			width = max(width, len(r))
			t.rows = append(t.rows, r)
		}
		filled = max(filled, used)
	}
	if width < 2 || nested > 0 && (filled < 2 || 2*nested > cells) {
		for _, r := range t.rows {
			for _, c := range r {
				for _, b := range c.blocks {
					if b.says() {
						w.write(b)
					}
				}
			}
		}
		return
	}
	w.start()
	o := w.out
	var inner []*grid
	for i, r := range t.rows {
		o.from(lineOfRow(r))
		o.md = append(o.md, '|')
		for j := range width {
			o.md = append(o.md, ' ')
			if j < len(r) {
				o.md = r[j].append(o.md)
				for _, b := range r[j].blocks {
					if b.table != nil && b.says() {
						inner = append(inner, b.table)
					}
				}
			}
			o.md = append(o.md, " |"...)
		}
		o.newline()
		if i == 0 {
			o.from(0)
			o.md = append(o.md, '|')
			o.md = append(o.md, bytes.Repeat([]byte("---|"), width)...)
			o.newline()
		}
	}
	o.blank()
	for _, t := range inner {
		w.table(t)
	}
}

// append appends the words of a cell on one line.
func (c cell) append(dst []byte) []byte {
	first := true
	for _, b := range c.blocks {
		if b.paragraph == nil || b.empty() {
			continue
		}
		if !first {
			dst = append(dst, "<br>"...)
		}
		first = false
		at := len(dst)
		if b.number != "" {
			dst = append(appendInline(dst, []byte(b.number), 0), ' ')
		} else if b.item {
			dst = append(dst, "• "...)
		}
		dst = appendSpans(dst, b.spans, "<br>", false)
		dst = append(dst[:at], bytes.ReplaceAll(dst[at:], []byte{'|'}, []byte(`\|`))...)
	}
	return dst
}

// says reports whether there is anything to read in the block.
func (b block) says() bool {
	if b.table == nil {
		return b.paragraph != nil && !b.empty()
	}
	for _, r := range b.table.rows {
		for _, c := range r {
			for _, x := range c.blocks {
				if x.says() {
					return true
				}
			}
		}
	}
	return false
}

// columns leaves away the columns in which no cell begins: a cell that reaches
// over them has no use for them.
func (t *grid) columns() [][]cell {
	begins := make([]bool, mostSpan)
	all := true
	for _, r := range t.rows {
		for len(begins) < len(r) {
			begins = append(begins, false)
		}
		for i, c := range r {
			begins[i] = begins[i] || !c.covered
			all = all && !c.covered
		}
	}
	if all {
		return t.rows
	}
	rows := make([][]cell, len(t.rows))
	for i, r := range t.rows {
		for j, c := range r {
			if begins[j] {
				rows[i] = append(rows[i], c)
			}
		}
	}
	return rows
}
