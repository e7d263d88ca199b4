package format

import "slices"

// A table of rich text is its cells as they come. How they stand is said by the
// row: where each cell ends, counted from the left, and which is merged with the
// one above or before it. Rows of one table need not have the same cells, so the
// columns are where any cell of it begins. Tables in cells are told by their depth.

// rtfTable is a table that is open.
type rtfTable struct {
	rows []rtfRow
	row  [][]block // the cells of the row that is open
	cell []block   // what the cell that is open holds
}

// rtfRow is a row with what was said of it.
type rtfRow struct {
	cells [][]block
	rtfRowDef
}

// rtfRowDef says where cells stand, in twips.
type rtfRowDef struct {
	left  int
	ends  []int
	first bool // the row is the first of a table
}

const (
	deepestTable = 16
	mostCells    = 1000
	edgeSlack    = 60 // a millimetre, by which programs miss an edge
)

// define reads a word that says how a row stands, and reports whether it is one.
func (d *rtfRowDef) define(word string, n int) bool {
	switch word {
	case "trowd":
		*d = rtfRowDef{}
	case "trleft":
		d.left = n
	case "irow":
		d.first = n == 0
	case "cellx":
		if len(d.ends) < mostCells {
			d.ends = append(d.ends, n)
		}
	default:
		return false
	}
	return true
}

// at is the table at a depth, 1 for one that is in no other. Those that are
// deeper end, those that are missing begin.
func (f *rtfFlow) at(depth int) *rtfTable {
	depth = min(depth, deepestTable)
	f.close(depth)
	for len(f.tables) < depth {
		f.tables = append(f.tables, &rtfTable{})
	}
	return f.tables[depth-1]
}

// close ends the tables that are deeper: each is a block of the cell it stands in,
// the outermost one of the flow.
func (f *rtfFlow) close(depth int) {
	for n := len(f.tables); n > depth; n = len(f.tables) {
		t := f.tables[n-1]
		f.tables = f.tables[:n-1]
		if len(t.cell) > 0 {
			t.row = append(t.row, t.cell)
		}
		if len(t.row) > 0 {
			t.rows = append(t.rows, rtfRow{cells: t.row})
		}
		if len(t.rows) == 0 {
			continue
		}
		b := block{table: t.grid()}
		if n == 1 {
			f.give(b)
		} else {
			outer := f.tables[n-2]
			outer.cell = append(outer.cell, b)
		}
	}
}

func (f *rtfFlow) endCell(r *rtf, depth int) {
	f.props.table = depth
	f.paragraph(r)
	t := f.at(depth)
	if len(t.row) < mostCells {
		t.row = append(t.row, t.cell)
	}
	t.cell = nil
}

func (f *rtfFlow) endRow(depth int, d rtfRowDef) {
	if len(f.tables) < depth {
		return
	}
	t := f.at(depth)
	if d.first && len(t.rows) > 0 { // another table that stands right below
		below := &rtfTable{row: t.row, cell: t.cell}
		t.row, t.cell = nil, nil
		f.close(depth - 1)
		f.tables = append(f.tables, below)
		t = below
	}
	if len(t.cell) > 0 {
		t.row = append(t.row, t.cell)
		t.cell = nil
	}
	if len(t.row) > 0 {
		t.rows = append(t.rows, rtfRow{t.row, d})
		t.row = nil
	}
}

// grid gives each cell its column.
func (t *rtfTable) grid() *grid {
	var begins []int
	for _, r := range t.rows {
		begins = append(begins, r.begins()...)
	}
	slices.Sort(begins)
	columns := begins[:0]
	for _, x := range begins {
		if n := len(columns); n == 0 || x-columns[n-1] > edgeSlack {
			columns = append(columns, x)
		}
	}
	if len(columns) > mostSpan {
		columns = nil
	}
	g := &grid{}
	for _, r := range t.rows {
		var row []cell
		begins := r.begins()
		for i, blocks := range r.cells {
			if i < len(begins) && len(columns) > 0 {
				col, _ := slices.BinarySearch(columns, begins[i]-edgeSlack)
				for len(row) < col {
					row = append(row, cell{covered: i > 0})
				}
			}
			row = append(row, cell{blocks: blocks})
		}
		g.rows = append(g.rows, row)
	}
	return g
}

// begins is where the cells of the row begin, nothing if that was not said of
// each.
func (r rtfRow) begins() []int {
	if len(r.ends) != len(r.cells) {
		return nil
	}
	return append([]int{r.left}, r.ends[:len(r.ends)-1]...)
}
