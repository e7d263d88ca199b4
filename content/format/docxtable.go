package format

// mostSpan is how many columns a cell may say that it covers.
const mostSpan = 64

// table reads the table that has begun.
func (d *docx) table() *grid {
	merged := d.merged
	d.merged = nil
	t := &grid{}
	d.tableRows(t)
	d.merged = merged
	return t
}

func (d *docx) tableRows(t *grid) {
	x := d.x
	x.children(func() {
		switch {
		case x.kind != xmlStart, x.name == "w:sdtPr":
		case x.name == "w:tr":
			d.row(t)
		case d.passes():
			d.tableRows(t)
		}
	})
}

func (d *docx) row(t *grid) {
	x := d.x
	var r []cell
	removed := false
	var cells func()
	cells = func() {
		x.children(func() {
			switch {
			case x.kind != xmlStart, x.name == "w:sdtPr":
			case x.name == "w:trPr":
				x.children(func() {
					switch x.name {
					case "w:gridBefore":
						for range number(x.attr("w:val"), mostSpan) {
							r = append(r, cell{})
						}
					case "w:del":
						removed = true
						d.tracked.out++
					case "w:ins":
						d.tracked.in++
					}
				})
			case x.name == "w:tc":
				r = append(r, d.cell()...)
			case d.passes():
				cells()
			}
		})
	}
	cells()
	if !removed && len(r) > 0 {
		t.rows = append(t.rows, r)
	}
}

// cell reads a cell, and gives an empty one for each other column it covers.
func (d *docx) cell() []cell {
	x := d.x
	c := make([]cell, 1, 2)
	span, covered := 1, false
	read := func(b block) {
		if !covered {
			c[0].blocks = append(c[0].blocks, b)
		}
	}
	items := d.items
	d.items = nil
	x.children(func() {
		switch {
		case x.kind != xmlStart, x.name == "w:sdtPr":
		case x.name == "w:tcPr":
			x.children(func() {
				switch x.name {
				case "w:gridSpan":
					span = max(1, number(x.attr("w:val"), mostSpan))
				case "w:vMerge", "w:hMerge":
					covered = x.attr("w:val") != "restart"
				}
			})
		case x.name == "w:p":
			d.paragraph(read)
		case x.name == "w:tbl":
			if t := d.table(); len(t.rows) > 0 {
				read(block{table: t})
			}
		case d.passes():
			d.nested(read)
		}
	})
	if d.merged != nil {
		read(block{paragraph: d.merged})
		d.merged = nil
	}
	d.items = items
	for range span - 1 {
		c = append(c, cell{covered: true})
	}
	return c
}
