package pdf

import (
	"math"
	"slices"
)

// A lattice is a table with lines. A cell reaches over those that no line parts.
type lattice struct {
	Box
	xs, ys     []float64
	down, over []Box // the lines, standing and lying
}

const (
	touch       = 3.5 // how near lines meet
	mostLattice = 400 // lines of either kind
)

// lattices finds sets of lines that meet and make cells.
func lattices(rules []Box) []*lattice {
	if len(rules) < 4 || len(rules) > mostRules {
		return nil
	}
	group := make([]int, len(rules))
	for i := range group {
		group[i] = i
	}
	find := func(i int) int {
		for group[i] != i {
			group[i] = group[group[i]]
			i = group[i]
		}
		return i
	}
	order := make([]int, len(rules))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp(rules[a].Top, rules[b].Top) })
	for a, i := range order {
		for _, j := range order[a+1:] {
			if rules[j].Top > rules[i].Bottom+touch {
				break
			}
			if rules[j].Left <= rules[i].Right+touch && rules[i].Left <= rules[j].Right+touch {
				group[find(i)] = find(j)
			}
		}
	}
	sets := map[int]*lattice{}
	var out []*lattice
	for i, r := range rules {
		l := sets[find(i)]
		if l == nil {
			l = &lattice{Box: r}
			sets[find(i)] = l
			out = append(out, l)
		}
		l.Box = l.Box.join(r)
		if r.height() > r.width() {
			l.down = append(l.down, r)
		} else {
			l.over = append(l.over, r)
		}
	}
	kept := out[:0]
	for _, l := range out {
		l.xs = edges(l.down, func(b Box) float64 { return b.mid() })
		l.ys = edges(l.over, func(b Box) float64 { return (b.Top + b.Bottom) / 2 })
		if len(l.xs) >= 2 && len(l.ys) >= 2 && len(l.xs)+len(l.ys) >= 6 && len(l.xs) < mostLattice && len(l.ys) < mostLattice {
			kept = append(kept, l)
			continue
		}
		// open at the sides: lines that stand between columns, lines that lie between rows
		if len(l.xs) >= 1 && len(l.ys) >= 2 {
			if xs := l.closed(); len(xs) >= 3 {
				l.xs = xs
				kept = append(kept, l)
			}
		}
	}
	slices.SortFunc(kept, func(a, b *lattice) int { return cmp(a.width()*a.height(), b.width()*b.height()) })
	return kept
}

// closed adds the sides where the lying lines go on beyond the standing ones.
func (l *lattice) closed() []float64 {
	xs := slices.Clone(l.xs)
	if l.xs[0]-l.Left > 10 {
		xs = append([]float64{l.Left}, xs...)
	}
	if l.Right-l.xs[len(l.xs)-1] > 10 {
		xs = append(xs, l.Right)
	}
	return xs
}

// edges are the places of lines, those that are nearly the same as one.
func edges(lines []Box, at func(Box) float64) []float64 {
	var all []float64
	for _, b := range lines {
		all = append(all, at(b))
	}
	slices.Sort(all)
	var out []float64
	for _, x := range all {
		if n := len(out); n == 0 || x-out[n-1] > touch {
			out = append(out, x)
		}
	}
	return out
}

// fits reports whether what stands within the lines is a table: words in two
// columns and more, and not one page in a frame.
func (l *lattice) fits(segs []seg) bool {
	if len(l.xs) < 3 || len(segs) < 2 {
		return false
	}
	used := map[[2]int]int{}
	for _, s := range segs {
		for _, w := range s.words {
			c, r := l.at(&w)
			used[[2]int{c, r}]++
		}
	}
	cols, rows := map[int]bool{}, map[int]bool{}
	for k := range used {
		cols[k[0]] = true
		rows[k[1]] = true
	}
	return len(cols) >= 2 && len(used) >= 3
}

// at is the column and the row of a word.
func (l *lattice) at(w *word) (int, int) {
	return slot(l.xs, w.mid()), slot(l.ys, w.base-0.3*w.size)
}

func slot(edges []float64, x float64) int {
	n, _ := slices.BinarySearch(edges, x)
	return min(max(n-1, 0), max(len(edges)-2, 0))
}

// standing reports whether a line parts columns c and c+1 in row r.
func (l *lattice) standing(c, r int) bool {
	x, y := l.xs[c+1], (l.ys[r]+l.ys[r+1])/2
	return slices.ContainsFunc(l.down, func(b Box) bool {
		return math.Abs(b.mid()-x) <= touch && b.Top-touch <= y && y <= b.Bottom+touch
	})
}

// lying reports whether a line parts rows r and r+1 in column c.
func (l *lattice) lying(c, r int) bool {
	x, y := (l.xs[c]+l.xs[c+1])/2, l.ys[r+1]
	return slices.ContainsFunc(l.over, func(b Box) bool {
		return math.Abs((b.Top+b.Bottom)/2-y) <= touch && b.Left-touch <= x && x <= b.Right+touch
	})
}

// table fills the cells. What a cell reaches over is empty.
func (l *lattice) table(segs []seg) [][][]seg {
	cols, rows := len(l.xs)-1, len(l.ys)-1
	owner := make([]int, cols*rows)
	for i := range owner {
		owner[i] = i
	}
	for r := range rows {
		for c := range cols {
			i := r*cols + c
			if c > 0 && !l.standing(c-1, r) {
				owner[i] = owner[i-1]
			}
			if r > 0 && !l.lying(c, r-1) && (owner[i] == i || c > 0 && owner[i] == owner[i-1] && owner[i-cols] == owner[i-cols-1]) {
				owner[i] = owner[i-cols]
			}
		}
	}
	out := make([][][]seg, rows)
	for r := range out {
		out[r] = make([][]seg, cols)
	}
	for _, s := range segs {
		for _, piece := range l.pieces(s) {
			c, r := l.at(&piece.words[0])
			o := owner[r*cols+c]
			out[o/cols][o%cols] = append(out[o/cols][o%cols], piece)
		}
	}
	return l.ruled(out)
}

// pieces cuts a seg at the standing lines it crosses.
func (l *lattice) pieces(s seg) []seg {
	var out []seg
	last := -1
	for _, w := range s.words {
		c, r := l.at(&w)
		if n := len(out); n > 0 && (c == last || !l.between(last, c, r)) {
			out[n-1].words = append(out[n-1].words, w)
			out[n-1].Box = out[n-1].Box.join(w.Box)
		} else {
			p := seg{Box: w.Box, words: []word{w}, base: s.base, size: s.size}
			p.words[0].glued = false
			out = append(out, p)
		}
		last = c
	}
	return out
}

// between reports whether a line stands between two columns.
func (l *lattice) between(a, b, r int) bool {
	if a > b {
		a, b = b, a
	}
	for c := a; c < b; c++ {
		if l.standing(c, r) {
			return true
		}
	}
	return false
}

// ruled parts the rows of a table that has lines between its columns alone. Of
// what stands between two lines a row begins where a column of numbers has one, for
// no cell has two above each other, or where all columns have a line.
func (l *lattice) ruled(rows [][][]seg) [][][]seg {
	var out [][][]seg
	for _, row := range rows {
		bases := rowBases(row)
		if len(bases) < 3 {
			out = append(out, row)
			continue
		}
		parts := make([][][]seg, len(bases))
		for k := range parts {
			parts[k] = make([][]seg, len(row))
		}
		for c := range row {
			for _, s := range row[c] {
				k := 0
				for k+1 < len(bases) && s.base > bases[k+1]-3 {
					k++
				}
				parts[k][c] = append(parts[k][c], s)
			}
		}
		out = append(out, parts...)
	}
	return out
}

// rowBases are the baselines of the rows within a row of cells, none if it is one.
func rowBases(row [][]seg) []float64 {
	var most, first []float64
	filled, same := 0, 0
	for _, c := range row {
		b := baselines(c)
		if len(b) == 0 {
			continue
		}
		if filled++; filled == 1 {
			first = b
		}
		if alike(first, b) {
			same++
		}
		n := 0
		for i := range c {
			if isNumber(c[i].text()) {
				n++
			}
		}
		if len(b) >= 3 && n*10 >= len(c)*8 && len(b) > len(most) {
			most = b
		}
	}
	if filled < 2 {
		return nil
	}
	if most == nil && same == filled {
		return first
	}
	return most
}

func baselines(segs []seg) []float64 {
	var out []float64
	for _, s := range segs {
		out = append(out, s.base)
	}
	slices.Sort(out)
	return slices.CompactFunc(out, func(a, b float64) bool { return math.Abs(a-b) < 3 })
}

func alike(a, b []float64) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if math.Abs(a[i]-b[i]) > 3 {
			return false
		}
	}
	return true
}
