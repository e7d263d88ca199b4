package pdf

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A line is words on one baseline in one region.
type line struct {
	Box
	words []word
	base  float64
	size  float64
	over  bool // a line is drawn above it
}

// A para is a paragraph before it is known what it is.
type para struct {
	Box
	lines  []line
	broken []bool  // by line: a break before it is meant
	gap    float64 // white space above, in sizes; 99 at the top of a region
	size   float64
	column Box // of the region
	kind   Kind
	level  int
	title  bool
	label  string
	depth  int
	goes   bool // it goes on with the item before
	mark   int  // words at the start that are the mark of an item or note
	rows   [][]cellText
	head   bool
	tagged bool // its kind is known from the tags
	plain  bool // it is no heading, whatever it looks like
	open   bool // the next column may go on with it
}

// cellText is the paragraphs of a cell.
type cellText []para

// lines joins the segs of a region that stand on one baseline.
func lines(segs []seg) []line {
	segs = slices.Clone(segs)
	slices.SortStableFunc(segs, func(a, b seg) int { return cmp(a.base, b.base) })
	var out []line
	for _, s := range segs {
		at := -1
		for i := len(out) - 1; i >= 0 && i >= len(out)-3; i-- {
			l := &out[i]
			d := math.Abs(l.base - s.base)
			if d < 0.35*min(l.size, s.size) || d < 0.6*max(l.size, s.size) && min(l.size, s.size) < 0.8*max(l.size, s.size) && l.besides(s.Box) {
				at = i
				break
			}
		}
		if at < 0 {
			out = append(out, line{Box: s.Box, words: s.words, base: s.base, size: s.size})
			continue
		}
		l := &out[at]
		if s.size > l.size*1.1 {
			l.base, l.size = s.base, s.size
		}
		l.Box = l.Box.join(s.Box)
		ws := slices.Concat(l.words, s.words)
		if !rightToLeft(ws) {
			slices.SortStableFunc(ws, func(a, b word) int { return cmp(a.Left, b.Left) })
		} else {
			slices.SortStableFunc(ws, func(a, b word) int { return a.seq - b.seq })
		}
		ws[0].glued = false
		l.words = ws
		unspace(ws)
	}
	slices.SortStableFunc(out, func(a, b line) int { return cmp(a.base, b.base) })
	return out
}

// besides reports whether a box stands left or right of the line, not over it.
func (l *line) besides(b Box) bool { return b.Left >= l.Right-1 || b.Right <= l.Left+1 }

func (l *line) text() string { return textOf(l.words) }

// all reports whether every word of the line has a look.
func (l *line) all(look func(Style) bool) bool {
	any := false
	for _, w := range l.words {
		if strings.IndexFunc(w.text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0 {
			continue
		}
		if !look(w.style) {
			return false
		}
		any = true
	}
	return any
}

func isBold(s Style) bool { return s.Bold }

// leadings are the usual distances of baselines, by size.
type leadings map[int]float64

// setting is what holds for the paragraphs of a page.
type setting struct {
	lead  leadings
	body  float64
	rough bool // a scan that was read by a machine: sizes and places are guesses
}

// sizes is by how much two lines of a paragraph may differ in size.
func (s setting) sizes() float64 {
	if s.rough {
		return 0.3
	}
	return 0.07
}

// gaps is how much more than the usual leading parts paragraphs.
func (s setting) gaps() float64 {
	if s.rough {
		return 0.5
	}
	return 0.3
}

func sizeKey(size float64) int { return int(math.Round(size * 2)) }

// measureLeadings takes for each size the smallest distance of lines that is common.
func measureLeadings(regions [][]line) leadings {
	counts := map[int]map[int]int{}
	for _, ls := range regions {
		for i := 1; i < len(ls); i++ {
			k := sizeKey(ls[i].size)
			if k != sizeKey(ls[i-1].size) || ls[i].base-ls[i-1].base > 3*ls[i].size {
				continue
			}
			if counts[k] == nil {
				counts[k] = map[int]int{}
			}
			counts[k][int(math.Round((ls[i].base-ls[i-1].base)*2))]++
		}
	}
	out := leadings{}
	for k, c := range counts {
		most, total := 0, 0
		for d, n := range c {
			total += n
			if n > most || n == most && d < int(out[k]*2) {
				most, out[k] = n, float64(d)/2
			}
		}
		for d, n := range c { // a smaller one that is common too
			if f := float64(d) / 2; f < out[k] && n*5 >= total && f > float64(k)/2*0.8 {
				out[k] = f
			}
		}
	}
	return out
}

func (l leadings) of(size float64) float64 {
	k := sizeKey(size)
	for _, d := range [...]int{0, -1, 1} {
		if x := l[k+d]; x > 0 {
			return min(x, 2.6*size)
		}
	}
	return 1.25 * size
}

// paragraphs parts the lines of a region into paragraphs.
func paragraphs(ls []line, column Box, set setting) []para {
	var out []para
	right := rightEdge(ls)
	for i := range ls {
		l := &ls[i]
		if i == 0 {
			out = append(out, newPara(*l, 99, column))
			continue
		}
		p := &out[len(out)-1]
		gap := (l.base - ls[i-1].base) - set.lead.of(max(l.size, ls[i-1].size))
		was := &ls[i-1]
		breaks, hard := p.ends(was, l, gap, right, set)
		if breaks && i+1 < len(ls) && !hard && p.centred(l, column) {
			hard = false
		}
		if !breaks {
			p.lines = append(p.lines, *l)
			p.broken = append(p.broken, hard)
			p.Box = p.Box.join(l.Box)
			continue
		}
		p.open = false
		out = append(out, newPara(*l, gap/l.size, column))
	}
	if n := len(out); n > 0 {
		p := &out[n-1]
		last := &p.lines[len(p.lines)-1]
		p.open = !ended(last.text()) && (last.Right > right-4*last.size || len(p.lines) == 1)
	}
	return out
}

func newPara(l line, gap float64, column Box) para {
	return para{Box: l.Box, lines: []line{l}, broken: []bool{false}, gap: gap, size: l.size, column: column, open: true}
}

// rightEdge is where full lines end.
func rightEdge(ls []line) float64 {
	var r []float64
	for _, l := range ls {
		r = append(r, l.Right)
	}
	slices.Sort(r)
	return r[len(r)-1-len(r)/20]
}

// ends reports whether a paragraph ends before the next line, and if not, whether
// the line was broken on purpose.
func (p *para) ends(was, l *line, gap, right float64, set setting) (ends, broken bool) {
	body := set.body
	size := max(was.size, l.size)
	wb, lb := was.all(isBold), l.all(isBold)
	switch {
	case gap > set.gaps()*size:
		return true, false
	case math.Abs(was.size-l.size) > set.sizes()*size && !p.mixed(was, l):
		return true, false
	case wb != lb && short(was, l, right) && (lb || len(p.lines) <= 3 && p.allBold()):
		return true, false
	case wb && !lb && len(p.lines) <= 3 && p.allBold() && !l.words[0].style.Bold && !ended(was.text()):
		return true, false // a heading as long as its line, no bold words at the start of a text
	case l.over && gap > -0.1*size:
		return true, false
	}
	if first := &l.words[0]; first.raised && isNoteMark(first.text) && l.size < 0.96*body {
		return true, false
	}
	if l.size < 0.96*body && p.nextNote(l) {
		return true, false
	}
	first, last := l.text(), was.text()
	mark := markLen(first)
	if mark > 0 {
		was0 := p.lines[0].text()
		bullet := isBullet(first[:mark])
		switch {
		case bullet && strings.Trim(first[:mark], "-–—−o*") != "":
			return true, false
		case markLen(was0) > 0 && math.Abs(p.lines[0].Left-l.Left) < 0.6*size:
			return true, false
		case ended(last) || short(was, l, right) || strings.HasSuffix(last, ";") || strings.HasSuffix(last, ":") || strings.HasSuffix(last, " and") || strings.HasSuffix(last, " or"):
			if bullet || l.Left > p.lines[0].Left+0.5*size || ended(last) || short(was, l, right) {
				return true, false
			}
		}
	}
	in := markLen(p.lines[0].text()) > 0
	left := p.lines[len(p.lines)-1].Left
	if !in && len(p.lines) > 1 && l.Left > left+0.8*size && l.Left < left+6*size && (ended(last) || short(was, l, right)) {
		return true, false // indented
	}
	if !in && len(p.lines) == 1 && math.Abs(l.Left-left) < 0.3*size && left > p.column.Left+0.8*size && ended(last) && short(was, l, right) {
		return true, false
	}
	if in && l.Left < p.lines[0].Left-0.5*size && (ended(last) || short(was, l, right)) {
		return true, false
	}
	if in && len(p.lines) > 1 && left < p.lines[0].Left-0.5*size && l.Left > left+0.5*size && (ended(last) || short(was, l, right)) {
		return true, false // items whose first line is indented
	}
	if p.stacked(was, l) && was.size < 1.15*body && !wb && !isCaps(last) && !hyphened(last) {
		return false, true
	}
	if !short(was, l, right) || hyphened(last) {
		return false, false
	}
	if p.centred(l, p.column) && was.size >= 1.15*body && l.size >= 1.15*body || wb && lb && p.allBold() {
		return false, false // a title of two lines
	}
	if in {
		return l.Left < p.textLeft()-0.5*size, false
	}
	if leader(last) || len(p.lines) == 1 || slices.Contains(p.broken, true) {
		if len(p.lines) > 1 && !p.broken[len(p.lines)-1] {
			return true, false
		}
		return false, true
	}
	return true, false
}

// nextNote reports whether a line begins with the number after the one that the
// paragraph begins with, at the same place: notes whose numbers do not stand raised.
func (p *para) nextNote(l *line) bool {
	a, b := &p.lines[0].words[0], &l.words[0]
	n, err := strconv.Atoi(a.text)
	m, err2 := strconv.Atoi(b.text)
	return err == nil && err2 == nil && m == n+1 && n < 1000 && math.Abs(a.Left-b.Left) < 1 && len(p.lines[0].words) > 1 && len(l.words) > 1
}

// hyphened reports whether a line ends within a word.
func hyphened(s string) bool {
	s, ok := strings.CutSuffix(s, "-")
	r, _ := utf8.DecodeLastRuneInString(s)
	return ok && unicode.IsLetter(r)
}

// mixed reports whether two lines are of one paragraph though one of them has
// small words only, as a raised number.
func (p *para) mixed(was, l *line) bool {
	has := func(l *line, size float64) bool {
		for _, w := range l.words {
			if math.Abs(w.size-size) < 0.07*size {
				return true
			}
		}
		return false
	}
	return has(l, was.size) || has(was, l.size)
}

func (p *para) allBold() bool {
	for i := range p.lines {
		if !p.lines[i].all(isBold) {
			return false
		}
	}
	return true
}

// textLeft is where the text of an item begins.
func (p *para) textLeft() float64 {
	if n := markWords(p.lines[0].words); n > 0 && n < len(p.lines[0].words) {
		if len(p.lines) > 1 {
			return p.lines[1].Left
		}
		return p.lines[0].words[n].Left
	}
	return p.lines[0].Left
}

// markWords is how many words make the mark of an item.
func markWords(words []word) int {
	n := markLen(textOf(words))
	if n == 0 {
		return 0
	}
	for i := 1; i <= len(words) && i <= 4; i++ {
		if len(textOf(words[:i])) >= n {
			return i
		}
	}
	return 0
}

// short reports whether the first word of a line had room on the line before.
func short(was, l *line, right float64) bool {
	first := l.words[0].width()
	for _, w := range l.words[1:] {
		if !w.glued {
			break
		}
		first += w.width()
	}
	return right-was.Right > first+0.8*l.size
}

// centred reports whether a line and the last of the paragraph stand around the
// middle of the column.
func (p *para) centred(l *line, column Box) bool {
	last := &p.lines[len(p.lines)-1]
	return math.Abs(last.mid()-l.mid()) < 0.7*l.size && math.Abs(last.Left-l.Left) > 0.5*l.size
}

// stacked reports whether two lines are set around the middle of the column one by
// one, as names and places are on a title page: neither begins at its left, and the
// second begins like something new.
func (p *para) stacked(was, l *line) bool {
	r, _ := utf8.DecodeRuneInString(l.text())
	in := func(l *line) bool {
		return l.Left > p.column.Left+2*l.size || p.column.width() > 4*l.size && l.width() > 0.98*p.column.width()
	}
	return !unicode.IsLower(r) && p.centred(l, p.column) && math.Abs(l.mid()-p.column.mid()) < 0.7*l.size && in(l) && in(was) &&
		min(l.width(), was.width()) < 0.75*max(l.width(), was.width())
}

// ended reports whether a text ends a sentence.
func ended(s string) bool {
	s = strings.TrimRight(s, `"'”’)]»0123456789¹²³⁴⁵⁶⁷⁸⁹⁰*† `)
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?:;…", r)
}

// leader reports whether a line is one of a table of contents: dots lead to a page.
func leader(s string) bool {
	s = strings.TrimRight(s, "0123456789ivxlc ")
	return strings.HasSuffix(s, "....") || strings.HasSuffix(s, ". . .") || strings.HasSuffix(s, "……")
}

// isNoteMark reports whether a raised word refers to a note.
func isNoteMark(s string) bool {
	s = strings.Trim(s, "()[].,")
	if s == "" || len(s) > 6 {
		return false
	}
	return strings.Trim(s, "0123456789") == "" && len(s) <= 3 || strings.Trim(s, "*†‡§¶") == "" || len(s) == 1 && unicode.IsLower(rune(s[0]))
}
