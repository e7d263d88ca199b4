package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

// A table without lines is columns of short cells. Its rows part where white space
// runs across it that is wider than the one between the lines of a cell.

// narrow is how many sizes part two columns of many lines: spaces between words
// are a third at most, and do not stand above each other for long.
const narrow = 0.36

// columnPara is such a table.
func (l *layout) columnPara(r *region, set setting) para {
	p := para{Box: r.Box, kind: Table, column: r.Box, size: r.segs[0].size}
	r.refine()
	n := len(r.columns) + 1
	for _, segs := range r.rows(set) {
		row := make([][]seg, n)
		for _, s := range segs {
			c, _ := slices.BinarySearch(r.columns, s.mid())
			row[c] = append(row[c], s)
		}
		var cells []cellText
		for _, c := range row {
			cells = append(cells, cellParas(c, set))
		}
		p.rows = append(p.rows, cells)
	}
	p.rows = dropEmpty(p.rows)
	return p
}

// refine finds the columns that stand so near each other that their words look
// like those of one.
func (r *region) refine() {
	edges := slices.Concat([]float64{r.Left - 1}, r.columns, []float64{r.Right + 1})
	var found []float64
	for i := 1; i < len(edges); i++ {
		var in []seg
		for _, s := range r.segs {
			if s.mid() > edges[i-1] && s.mid() < edges[i] {
				in = append(in, s)
			}
		}
		found = append(found, innerGaps(in)...)
	}
	if len(found) == 0 {
		return
	}
	r.columns = append(r.columns, found...)
	slices.Sort(r.columns)
	var segs []seg
	for _, s := range r.segs {
		segs = append(segs, s.split(found)...)
	}
	r.segs = segs
}

// innerGaps are the places where white space runs between words of a column.
func innerGaps(segs []seg) []float64 {
	ls := lines(segs)
	if len(ls) < 5 {
		return nil
	}
	left, right := ls[0].Left, ls[0].Right
	size := 0.0
	for _, l := range ls {
		left, right = min(left, l.Left), max(right, l.Right)
		size += l.size / float64(len(ls))
	}
	white := []gap{{left, right}}
	for _, l := range ls {
		for i := 0; i < len(l.words); {
			from, to := l.words[i].Left, l.words[i].Right
			for i++; i < len(l.words) && l.words[i].Left-to < 0.2*size; i++ {
				to = max(to, l.words[i].Right)
			}
			white = without(white, from, to)
		}
	}
	var out []float64
	for _, g := range white {
		if g.to-g.from < narrow*size && !(g.to-g.from > 0.2*size && lined(ls, g)) {
			continue
		}
		l, r, both := 0, 0, 0
		for i := range ls {
			hasL := ls[i].Left < g.from
			hasR := ls[i].Right > g.to
			if hasL {
				l++
			}
			if hasR {
				r++
			}
			if hasL && hasR {
				both++
			}
		}
		if min(l, r) >= 4 && both >= 3 && both*3 >= min(l, r) {
			out = append(out, g.mid())
		}
	}
	return out
}

// lined reports whether the words behind a gap all begin at one place.
func lined(ls []line, g gap) bool {
	n := 0
	for i := range ls {
		for _, w := range ls[i].words {
			if w.Left >= g.to-0.1 {
				if w.Left > g.to+1 {
					return false
				}
				n++
				break
			}
		}
	}
	return n >= 5
}

// split cuts a seg at places.
func (s *seg) split(at []float64) []seg {
	out := []seg{{Box: s.words[0].Box, words: s.words[:1:1], base: s.base, size: s.size, mark: s.mark}}
	for _, w := range s.words[1:] {
		last := &out[len(out)-1]
		if slices.ContainsFunc(at, func(x float64) bool { return last.Right <= x+0.1 && w.Left >= x-0.1 }) {
			w.glued = false
			out = append(out, seg{Box: w.Box, words: []word{w}, base: s.base, size: s.size})
			continue
		}
		last.words = append(last.words, w)
		last.Box = last.Box.join(w.Box)
	}
	return out
}

// rows parts the segs of the table into rows.
func (r *region) rows(set setting) [][]seg {
	ls := lines(r.segs)
	var rows [][]seg
	var bases []float64
	filled := 0
	for _, x := range ls {
		var row []seg
		for _, s := range r.segs {
			if math.Abs(s.base-x.base) < 0.4*min(s.size, x.size) || s.base == x.base {
				row = append(row, s)
			}
		}
		rows = append(rows, row)
		bases = append(bases, x.base)
		filled += r.filled(row)
	}
	rows = once(rows)
	full := float64(filled)/float64(max(len(rows)*(len(r.columns)+1), 1)) > 0.85
	least, ok := r.rowGap(ls)
	if ok && !full {
		if out := r.joined(rows, ls, least); r.sane(out) {
			return out
		}
	}
	out := rows[:0:0]
	pitch := rowPitch(bases)
	for i, row := range rows {
		if len(row) == 0 {
			continue
		}
		k := len(out) - 1
		near := i > 0 && bases[i]-bases[i-1] < 0.7*pitch
		if k >= 0 && (near || !r.first(row) && bases[i]-bases[i-1] < 1.35*set.lead.of(ls[i].size) && r.joins(out[k], row)) {
			out[k] = append(out[k], row...)
		} else {
			out = append(out, row)
		}
	}
	return out
}

// once leaves each seg in the first row that has it.
func once(rows [][]seg) [][]seg {
	seen := map[int]bool{}
	for i, row := range rows {
		rows[i] = slices.DeleteFunc(row, func(s seg) bool {
			k := s.words[0].seq
			was := seen[k]
			seen[k] = true
			return was
		})
	}
	return rows
}

func (r *region) column(s *seg) int {
	c, _ := slices.BinarySearch(r.columns, s.mid())
	return c
}

// filled is how many columns a row has words in.
func (r *region) filled(row []seg) int {
	seen := map[int]bool{}
	for i := range row {
		seen[r.column(&row[i])] = true
	}
	return len(seen)
}

func (r *region) first(row []seg) bool {
	return slices.ContainsFunc(row, func(s seg) bool { return r.column(&s) == 0 })
}

// joins reports whether a row is the second line of the cells above: all that it
// has stands under words, and it is fewer than they.
func (r *region) joins(above, row []seg) bool {
	has := map[int]bool{}
	for i := range above {
		has[r.column(&above[i])] = true
	}
	n := map[int]bool{}
	for i := range row {
		c := r.column(&row[i])
		if !has[c] {
			return false
		}
		n[c] = true
	}
	return len(n) < len(has) || len(has) == 1
}

// rowGap is the least white space across the table that parts rows, where it has
// two sorts: between rows and between the lines of a cell.
func (r *region) rowGap(ls []line) (float64, bool) {
	var gaps []float64
	for i := 1; i < len(ls); i++ {
		gaps = append(gaps, white(&ls[i-1], &ls[i]))
	}
	if len(gaps) < 3 {
		return 0, false
	}
	sorted := slices.Clone(gaps)
	slices.Sort(sorted)
	best, at := 0.0, 0.0
	for i := 1; i < len(sorted); i++ {
		if d := sorted[i] - sorted[i-1]; d > best && sorted[i] < 1.5*ls[0].size {
			best, at = d, (sorted[i]+sorted[i-1])/2
		}
	}
	return at, best > 0.1*ls[0].size
}

// white is how far two lines stand apart, less than nothing where they overlap.
func white(a, b *line) float64 {
	return (b.base - 0.75*b.size) - (a.base + 0.22*a.size)
}

func (r *region) joined(rows [][]seg, ls []line, least float64) [][]seg {
	var out [][]seg
	low := 0.0
	for i, row := range rows {
		if len(row) == 0 {
			continue
		}
		if k := len(out) - 1; k >= 0 && ls[i].base-0.75*ls[i].size-low < least {
			out[k] = append(out[k], row...)
		} else {
			out = append(out, row)
			low = 0
		}
		low = max(low, ls[i].base+0.22*ls[i].size)
	}
	return out
}

// sane reports whether rows are what they should be: no cell has two numbers above
// each other, and there are not so few that the table is one row.
func (r *region) sane(rows [][]seg) bool {
	if len(rows) < 2 {
		return false
	}
	for _, row := range rows {
		numbers := map[int]int{}
		for i := range row {
			if isNumber(row[i].text()) {
				c := r.column(&row[i])
				if numbers[c]++; numbers[c] > 1 {
					return false
				}
			}
		}
	}
	return true
}

// isNumber reports whether a text is a number and nothing but its marks.
func isNumber(s string) bool {
	return strings.IndexFunc(s, unicode.IsDigit) >= 0 && strings.Trim(s, "0123456789.,%$€£()+-–− ") == ""
}

// rowPitch is the usual distance of rows.
func rowPitch(bases []float64) float64 {
	var d []float64
	for i := 1; i < len(bases); i++ {
		d = append(d, bases[i]-bases[i-1])
	}
	if len(d) == 0 {
		return 0
	}
	slices.Sort(d)
	return d[len(d)/2]
}

// trimTable takes off a band what stands above and below its table: lines that are
// alone in it, a heading or a caption.
func trimTable(segs []seg, gaps []gap) (above, table, below []seg) {
	ls := lines(segs)
	alone := func(l *line) bool {
		n := map[int]bool{}
		for _, w := range l.words {
			c := 0
			for c < len(gaps) && w.mid() > gaps[c].mid() {
				c++
			}
			n[c] = true
		}
		return len(n) == 1
	}
	from, to := 0, len(ls)
	size := medianSize(segs)
	for from < to && alone(&ls[from]) && (from+1 < to && (ls[from].size > 1.08*size || ls[from].all(isBold) || white(&ls[from], &ls[from+1]) > 0.6*size || alone(&ls[from+1]))) {
		from++
	}
	last := to
	for last > from && alone(&ls[last-1]) {
		last--
	}
	for k := last; k < to; k++ {
		if k > 0 && (ls[k].size > 1.08*size || white(&ls[k-1], &ls[k]) > 0.9*size) {
			to = k
		}
	}
	if to-from < 2 {
		return nil, segs, nil
	}
	for _, s := range segs {
		switch {
		case s.base < ls[from].base-0.4*ls[from].size:
			above = append(above, s)
		case s.base > ls[to-1].base+0.4*ls[to-1].size:
			below = append(below, s)
		default:
			table = append(table, s)
		}
	}
	return above, table, below
}

func medianSize(segs []seg) float64 {
	var z []float64
	for _, s := range segs {
		z = append(z, s.size)
	}
	slices.Sort(z)
	return z[len(z)/2]
}
