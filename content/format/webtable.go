package format

import (
	"bytes"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	widestSpan  = 64 // columns and rows that one cell may claim
	mostColumns = 256
	longestCell = 60  // words; more is no cell but a page laid out in tables
	longestData = 400 // unless the table has heads or a caption
)

// table writes a table of data as one, and a table that only lays out a page as
// what is in it.
func (w *web) table(n *html.Node) {
	w.flush()
	rows := tableRows(n)
	if w.plain > 0 || !isData(n, rows) {
		for _, tr := range rows {
			for c := range tr.ChildNodes() {
				w.node(c)
				w.flush()
			}
		}
		if len(rows) == 0 {
			w.children(n)
			w.flush()
		}
		return
	}
	for c := range n.ChildNodes() {
		if c.DataAtom == atom.Caption {
			w.children(c)
			w.flush()
		}
	}
	grid, heads := w.grid(rows)
	w.from = []int{w.lineIn(rows[0])}
	width := 0
	for _, r := range grid {
		width = max(width, len(r))
	}
	if heads == 0 && !headless(grid[0]) {
		heads = 1
	}
	head := make([][]byte, width)
	for _, r := range grid[:heads] {
		for i, c := range r {
			if len(head[i]) > 0 && len(c) > 0 {
				head[i] = append(head[i], ' ')
			}
			head[i] = append(head[i], c...)
		}
	}
	w.start()
	w.tableRow(head, width)
	w.md = append(append(w.md, '\n'), w.prefix...)
	w.md = append(w.md, '|')
	w.md = append(w.md, bytes.Repeat([]byte("---|"), width)...)
	for i, r := range grid[heads:] {
		w.md = append(append(w.md, '\n'), w.prefix...)
		w.marks = append(w.marks, mark{len(w.md), w.lineIn(rows[heads+i])})
		w.tableRow(r, width)
	}
}

func (w *web) tableRow(cells [][]byte, width int) {
	w.md = append(w.md, '|')
	for i := range width {
		w.md = append(w.md, ' ')
		if i < len(cells) {
			w.md = append(w.md, cells[i]...)
		}
		w.md = append(w.md, " |"...)
	}
}

// tableRows are the rows of a table and of its parts, not of tables inside.
func tableRows(n *html.Node) (rows []*html.Node) {
	for c := range n.ChildNodes() {
		switch c.DataAtom {
		case atom.Tr:
			rows = append(rows, c)
		case atom.Thead, atom.Tbody, atom.Tfoot:
			rows = append(rows, tableRows(c)...)
		}
	}
	return rows
}

// isData tells a table of data from one that lays out a page: two rows and two
// columns, no table inside, short cells where nothing says that they are data.
func isData(n *html.Node, rows []*html.Node) bool {
	if r := attr(n, "role"); r == "presentation" || r == "none" {
		return false
	}
	full, most := 0, longestCell
	for c := range n.Descendants() {
		if c.DataAtom == atom.Th || c.DataAtom == atom.Caption {
			most = longestData
			break
		}
	}
	for _, tr := range rows {
		cells := 0
		for c := range tr.ChildNodes() {
			if c.DataAtom != atom.Td && c.DataAtom != atom.Th || strings.TrimSpace(nodeText(c)) == "" {
				continue
			}
			cells++
			if len(strings.Fields(nodeText(c))) > most {
				return false
			}
			for d := range c.Descendants() {
				if d.DataAtom == atom.Table {
					return false
				}
			}
		}
		if cells > 1 {
			full++
		}
	}
	return full > 1
}

// grid puts the cells where they stand, those that span as many columns and rows
// as they say within reason, and counts the rows of the head.
func (w *web) grid(rows []*html.Node) (grid [][][]byte, heads int) {
	grid = make([][][]byte, len(rows))
	taken := map[[2]int]bool{}
	heading := true
	for y, tr := range rows {
		x, all := 0, true
		for c := range tr.ChildNodes() {
			if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
				continue
			}
			for taken[[2]int{y, x}] {
				x++
				grid[y] = append(grid[y], nil)
			}
			if x >= mostColumns { // what is beyond goes into the last
				grid[y][len(grid[y])-1] = append(append(grid[y][len(grid[y])-1], ' '), w.cell(c)...)
				continue
			}
			all = all && c.DataAtom == atom.Th
			across, down := span(c, "colspan"), span(c, "rowspan")
			grid[y] = append(grid[y], w.cell(c))
			for i := range across {
				if i > 0 {
					grid[y] = append(grid[y], nil)
				}
				for j := 1; j < down && y+j < len(rows); j++ {
					taken[[2]int{y + j, x + i}] = true
				}
			}
			x += across
		}
		if heading = heading && (all && x > 0 || tr.Parent.DataAtom == atom.Thead); heading {
			heads = y + 1
		}
	}
	return grid, min(heads, len(grid)-1)
}

// cell is a cell on one line, its paragraphs and items with breaks between.
func (w *web) cell(c *html.Node) []byte {
	was := w.cellBreak
	w.cellBreak = "<br>"
	s := w.inline(c)
	w.cellBreak = was
	for bytes.HasSuffix(s, []byte("<br>")) {
		s = bytes.TrimSpace(bytes.TrimSuffix(s, []byte("<br>")))
	}
	return bytes.ReplaceAll(s, []byte{'|'}, []byte(`\|`))
}

func span(c *html.Node, key string) int {
	n, err := strconv.Atoi(strings.TrimSpace(attr(c, key)))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, widestSpan)
}

// headless reports whether a first row holds figures, which no head does.
func headless(row [][]byte) bool {
	for i, c := range row {
		if i > 0 && len(c) > 0 && bytes.ContainsAny(c, "0123456789") && !bytes.ContainsAny(c[:1], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ12") {
			return true
		}
	}
	return false
}
