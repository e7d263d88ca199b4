package pdf

import (
	"math"
	"slices"
)

// A region is a part of the page that is read from top to bottom before the next:
// a column, what stands above the columns, a table.
type region struct {
	Box
	segs    []seg
	columns []float64 // of a table without lines: where its columns part
	cells   *lattice  // of one with lines
}

const (
	mostSegs  = 6000 // of a page that is looked at for columns
	mostDepth = 12
)

// regions cuts the page, tables with lines first.
func regions(segs []seg, rules []Box) []region {
	var tables []region
	for _, l := range lattices(rules) {
		t := region{Box: l.Box, cells: l}
		rest := segs[:0:0]
		for _, s := range segs {
			if l.holds(s.mid(), s.base-s.size*0.3) || l.overlap(s.Box) > 0.6 {
				t.segs = append(t.segs, s)
			} else {
				rest = append(rest, s)
			}
		}
		if l.fits(t.segs) {
			segs = rest
			tables = append(tables, t)
		}
	}
	// a table is read where it stands: for the columns it is one broad seg
	for i, t := range tables {
		segs = append(segs, seg{Box: t.Box, base: t.Bottom, size: 10, words: []word{{Box: t.Box, seq: -1 - i}}})
	}
	if len(segs) == 0 {
		return nil
	}
	var out []region
	for _, part := range underMasthead(segs, rules) {
		for _, r := range cut(part, 0) {
			out = append(out, splitTables(r, tables)...)
		}
	}
	return out
}

// underMasthead parts what stands over a line across the upper quarter of the page
// from the columns under it.
func underMasthead(segs []seg, rules []Box) [][]seg {
	var all Box
	for i, s := range segs {
		if i == 0 {
			all = s.Box
		}
		all = all.join(s.Box)
	}
	at := 0.0
	for _, r := range rules {
		if r.height() <= thin && r.width() > 0.85*all.width() && r.Top > all.Top && r.Top < all.Top+0.25*all.height() {
			at = max(at, r.Top)
		}
	}
	var over, under []seg
	for _, s := range segs {
		if s.Bottom < at+2 {
			over = append(over, s)
		} else {
			under = append(under, s)
		}
	}
	if len(over) == 0 || len(under) == 0 || !slices.ContainsFunc(over, func(s seg) bool { return s.size > 1.3*medianSize(under) }) {
		return [][]seg{segs}
	}
	return [][]seg{over, under}
}

// splitTables puts the tables with lines in their places among the segs of a
// region.
func splitTables(r region, tables []region) []region {
	var out []region
	open := region{columns: r.columns}
	end := func() {
		if len(open.segs) > 0 {
			open.measure()
			out = append(out, open)
		}
		open = region{columns: r.columns}
	}
	slices.SortStableFunc(r.segs, func(a, b seg) int { return cmp(a.base, b.base) })
	for _, s := range r.segs {
		if n := s.words[0].seq; n < 0 {
			end()
			out = append(out, tables[-1-n])
			continue
		}
		open.segs = append(open.segs, s)
	}
	end()
	return out
}

func (r *region) measure() {
	r.Box = r.segs[0].Box
	for _, s := range r.segs {
		r.Box = r.Box.join(s.Box)
	}
}

func (b Box) overlap(c Box) float64 {
	w := min(b.Right, c.Right) - max(b.Left, c.Left)
	h := min(b.Bottom, c.Bottom) - max(b.Top, c.Top)
	if w <= 0 || h <= 0 || c.width()*c.height() <= 0 {
		return 0
	}
	return w * h / (c.width() * c.height())
}

// cut parts segs into regions. It looks from the top for the longest stretch that
// white space runs through, and asks of it whether it is columns or a table; what
// stands above and below is one region each, cut again.
func cut(segs []seg, depth int) []region {
	slices.SortStableFunc(segs, func(a, b seg) int { return cmp(a.Top+a.height()*0.3, b.Top+b.height()*0.3) })
	whole := region{segs: segs}
	whole.measure()
	if len(segs) < 4 || len(segs) > mostSegs || depth > mostDepth {
		return []region{whole}
	}
	from, to, gaps := band(segs)
	if to == 0 {
		return []region{whole}
	}
	var out []region
	if from > 0 {
		out = append(out, cut(slices.Clone(segs[:from]), depth+1)...)
	}
	out = append(out, part(slices.Clone(segs[from:to]), gaps, depth)...)
	if to < len(segs) {
		out = append(out, cut(slices.Clone(segs[to:]), depth+1)...)
	}
	return out
}

// A gap is white space from left to right.
type gap struct{ from, to float64 }

func (g gap) mid() float64 { return (g.from + g.to) / 2 }

// band finds the run of segs that white space runs through, with the gaps: the one
// with most on both sides of them, and of those the longest.
func band(segs []seg) (from, to int, gaps []gap) {
	left, right := segs[0].Left, segs[0].Right
	for _, s := range segs {
		left, right = min(left, s.Left), max(right, s.Right)
	}
	best := 0
	for i := 0; i < len(segs); i++ {
		if to > 0 && i >= to {
			break // what is below is looked at later
		}
		white := []gap{{left, right}}
		sizes := 0.0
		bestHere, hereTo := 0, 0
		var hereGaps []gap
		for j := i; j < len(segs) && len(white) > 0; j++ {
			s := &segs[j]
			for _, x := range s.pieces() {
				white = without(white, x.from, x.to)
			}
			sizes += min(s.size, 12)
			size := sizes / float64(j-i+1)
			if j-i < 3 {
				continue
			}
			if good, n := parting(segs[i:j+1], white, size); len(good) > 0 {
				if n >= bestHere && !(n < 4*len(good) && river(segs, i, j+1, good)) {
					bestHere, hereTo, hereGaps = n, j+1, good
				}
			} else if !inner(white, segs[i:j+1], size) {
				break
			}
		}
		if bestHere > best {
			best, from, to, gaps = bestHere, i, hereTo, hereGaps
		}
	}
	return from, to, gaps
}

// river reports whether a few lines with white space above each other are part of a
// text that is set wide: the line above or below, no further away than lines are,
// goes across it and ends where they end.
func river(segs []seg, from, to int, gaps []gap) bool {
	top, bottom, size := segs[from].base, segs[from].base, segs[from].size
	right := segs[from].Right
	for i := range segs[from:to] {
		s := &segs[from+i]
		top, bottom, size = min(top, s.base), max(bottom, s.base), max(size, s.size)
		right = max(right, s.Right)
	}
	across := func(s *seg, lead float64) bool {
		if lead > 1.6*size || lead < 0.5*size || s.words[0].seq < 0 {
			return false
		}
		end := s.Right // of its line
		for i := range segs {
			if segs[i].base == s.base {
				end = max(end, segs[i].Right)
			}
		}
		if math.Abs(end-right) > 0.5*size {
			return false
		}
		for _, x := range s.pieces() {
			if slices.ContainsFunc(gaps, func(g gap) bool { return x.from < g.from && x.to > g.to }) {
				return true
			}
		}
		return false
	}
	for i := from - 1; i >= 0 && top-segs[i].base < 2*size; i-- {
		if across(&segs[i], top-segs[i].base) {
			return true
		}
	}
	for i := to; i < len(segs) && segs[i].base-bottom < 2*size; i++ {
		if across(&segs[i], segs[i].base-bottom) {
			return true
		}
	}
	return false
}

// pieces are the stretches of a seg between spaces that are wider than those of
// prose, a mark and its text as one.
func (s *seg) pieces() []gap {
	out := []gap{{s.Left, s.words[0].Right}}
	least := 0.3 * s.size
	if len(s.words) > 3 { // in a line that is set wide every space is
		var d []float64
		for i := 1; i < len(s.words); i++ {
			d = append(d, s.words[i].Left-s.words[i-1].Right)
		}
		slices.Sort(d)
		least = max(least, 1.4*d[len(d)/2])
	} else if len(s.words) == 3 {
		least = max(least, 1.4*min(s.words[1].Left-s.words[0].Right, s.words[2].Left-s.words[1].Right))
	}
	for i := 1; i < len(s.words); i++ {
		w := &s.words[i]
		last := &out[len(out)-1]
		if w.Left-last.to > least && !(s.mark && i <= 2) {
			out = append(out, gap{w.Left, w.Right})
		}
		last = &out[len(out)-1]
		last.to = max(last.to, w.Right)
	}
	return out
}

// without takes what is covered out of white space.
func without(white []gap, from, to float64) []gap {
	out := white[:0:0]
	for _, g := range white {
		if to <= g.from || from >= g.to {
			out = append(out, g)
			continue
		}
		if from > g.from {
			out = append(out, gap{g.from, from})
		}
		if to < g.to {
			out = append(out, gap{to, g.to})
		}
	}
	return out
}

// inner reports whether some white may yet part something: all may be on one side
// of it, so far.
func inner(white []gap, segs []seg, size float64) bool {
	for _, g := range white {
		if g.to-g.from >= size*narrow {
			return true
		}
	}
	return false
}

// parting are the gaps with something on either side, wide enough for how many
// lines they run past, and how many lines have something beside them.
func parting(segs []seg, white []gap, size float64) (out []gap, beside int) {
	for _, g := range white {
		l, r := 0, 0
		lBase, rBase := math.Inf(-1), math.Inf(-1)
		for i := range segs { // lines, of which a justified one is several segs
			s := &segs[i]
			if s.Left < g.from && math.Abs(s.base-lBase) > 0.4*s.size {
				l, lBase = l+1, s.base
			}
			if s.Right > g.to && math.Abs(s.base-rBase) > 0.4*s.size {
				r, rBase = r+1, s.base
			}
		}
		least := apart * size
		switch n := min(l, r); {
		case n < 3:
			least = 1.5 * max(size, largest(segs))
		case n >= 8:
			least = narrow * size
		case n >= 5:
			least = 0.5 * size
		}
		if l >= 2 && r >= 2 && g.to-g.from >= least {
			out = append(out, g)
			beside += min(l, r)
		}
	}
	return out, beside
}

func largest(segs []seg) (size float64) {
	for i := range segs {
		size = max(size, segs[i].size)
	}
	return size
}

// part cuts a band at its gaps into columns, or takes it for a table.
func part(segs []seg, gaps []gap, depth int) []region {
	columns := make([][]seg, len(gaps)+1)
	var mids []float64
	for _, g := range gaps {
		mids = append(mids, g.mid())
	}
	var apart []seg
	for i := range segs {
		if segs[i].words[0].seq < 0 {
			apart = append(apart, segs[i])
		} else {
			apart = append(apart, segs[i].split(mids)...)
		}
	}
	segs = apart
	for _, s := range segs {
		n := 0
		for n < len(gaps) && s.mid() > gaps[n].mid() {
			n++
		}
		columns[n] = append(columns[n], s)
	}
	if isTable(columns) {
		above, segs, below := trimTable(segs, gaps)
		t := region{segs: segs}
		for _, g := range gaps {
			t.columns = append(t.columns, g.mid())
		}
		t.measure()
		var out []region
		if len(above) > 0 {
			out = append(out, cut(above, depth+1)...)
		}
		out = append(out, t)
		if len(below) > 0 {
			out = append(out, cut(below, depth+1)...)
		}
		return out
	}
	var out []region
	for _, c := range columns {
		if len(c) > 0 {
			out = append(out, cut(c, depth+1)...)
		}
	}
	return out
}

// isTable reports whether columns stand in rows rather than being read one after
// the other: most of their lines have a partner on their left or right at the same
// height, and they are short: prose fills its column.
func isTable(columns [][]seg) bool {
	var lines [][]float64
	prose, total := 0, 0
	for _, c := range columns {
		if len(c) == 0 {
			continue
		}
		left, right := c[0].Left, c[0].Right
		for _, s := range c {
			left, right = min(left, s.Left), max(right, s.Right)
		}
		full, words := 0, 0
		var bases []float64
		var from, to []float64 // of each line: justified ones are of several segs
		for _, s := range c {
			words += len(s.words)
			n := len(bases)
			if n == 0 || math.Abs(bases[n-1]-s.base) > 0.4*s.size {
				bases, from, to = append(bases, s.base), append(from, s.Left), append(to, s.Right)
				continue
			}
			from[n-1], to[n-1] = min(from[n-1], s.Left), max(to[n-1], s.Right)
		}
		for i := range bases {
			if to[i]-from[i] > 0.75*(right-left) {
				full++
			}
		}
		total++
		if len(bases) >= 4 && full*2 > len(bases) && words >= 4*len(bases) {
			prose++
		}
		lines = append(lines, bases)
	}
	if prose >= 2 || total < 2 {
		return false
	}
	// aligned: of each column but the fullest, how many lines have a partner
	fullest := 0
	for i := range lines {
		if len(lines[i]) > len(lines[fullest]) {
			fullest = i
		}
	}
	with, of := 0, 0
	for i := range lines {
		if i == fullest {
			continue
		}
		for _, b := range lines[i] {
			of++
			for k := range lines {
				if k != i && slices.ContainsFunc(lines[k], func(x float64) bool { return math.Abs(x-b) < 2.5 }) {
					with++
					break
				}
			}
		}
	}
	return with*10 >= of*7
}
