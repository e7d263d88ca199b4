package pdf

import (
	"math"
	"slices"
	"sort"
	"strings"
)

// layout makes blocks of pages. It knows what the pages before have shown: how
// large the body is, which words there are, which notes.
type layout struct {
	outline map[string][]Mark // bookmarks, by their letters
	page    int               // that is laid out
	sizes   map[int]int       // characters, by size
	words   map[string]bool
	labels  map[string]bool // of notes
	heads   []headStyle     // seen
	open    []headStyle     // that the next heading may be under
	tagHead bool            // a tagged heading was seen
	first   bool            // no page was laid out
	rough   bool            // the page is a scan
	items   []float64       // where the marks of open items stand
	margins map[string]bool // running lines that were given
}

func newLayout(marks []Mark) *layout {
	l := &layout{outline: map[string][]Mark{}, sizes: map[int]int{}, words: map[string]bool{}, labels: map[string]bool{}, margins: map[string]bool{}, first: true}
	for _, m := range marks {
		if k := letters(m.Title); k != "" {
			l.outline[k] = append(l.outline[k], m)
		}
	}
	return l
}

// bookmark is the level of the bookmark that leads to a text on this page, 0 for
// none. A list of contents has the words too.
func (l *layout) bookmark(text string) int {
	if n := markLen(text); n > 0 && isBullet(text[:n]) {
		return 0
	}
	for _, m := range l.outline[letters(text)] {
		if m.Page < 0 || m.Page == l.page {
			return m.Level
		}
	}
	return 0
}

// body is the size of most of the text so far.
func (l *layout) body() float64 {
	most, size := 0, 10.0
	for _, k := range sortedKeys(l.sizes) {
		if n := l.sizes[k]; n > most {
			most, size = n, float64(k)/2
		}
	}
	return size
}

func sortedKeys(m map[int]int) []int {
	keys := make([]int, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Ints(keys)
	return keys
}

// A sheet is a page on its way: its words, and what of it is no part of the text.
type sheet struct {
	*Page
	words  []word
	segs   []seg
	edge   [2][]line // at the top and at the foot, from the edge inwards
	aside  []string  // what stands on its side
	margin []string  // running heads and feet, once it is known
	gone   map[int]bool
}

// prepare finds the words of a page, and the lines at its edges.
func prepare(p *Page) *sheet {
	s := &sheet{Page: p, gone: map[int]bool{}}
	s.aside = asideText(p.upright())
	s.words = p.words()
	var text []word
	for _, w := range s.words {
		if w.style.Artifact {
			continue
		}
		text = append(text, w)
	}
	if art := without2(s.words); len(art)*2 <= len(s.words) {
		s.words = text
		for _, l := range lines(segments(art)) {
			s.margin = append(s.margin, l.text())
		}
	}
	if !s.tagged() {
		s.dots()
	}
	s.segs = segments(slices.Clone(s.words))
	all := lines(s.segs)
	const near = 4
	for i := 0; i < len(all) && i < near && all[i].base < 0.15*p.Height; i++ {
		s.edge[0] = append(s.edge[0], all[i])
	}
	for i := len(all) - 1; i >= 0 && i >= len(all)-near && all[i].base > 0.85*p.Height; i-- {
		s.edge[1] = append(s.edge[1], all[i])
	}
	return s
}

// without2 are the words that the file calls artifacts.
func without2(words []word) (out []word) {
	for _, w := range words {
		if w.style.Artifact {
			out = append(out, w)
		}
	}
	return out
}

// asideText joins what stands on its side, by the order of the file.
func asideText(g []Glyph) []string {
	var out []string
	var b strings.Builder
	for i, x := range g {
		if i > 0 && (x.Turn != g[i-1].Turn || math.Hypot(x.Left-g[i-1].Left, x.Top-g[i-1].Top) > 4*(x.height()+x.width())) {
			out = append(out, b.String())
			b.Reset()
		}
		b.WriteString(spell(x.R))
	}
	out = append(out, b.String())
	for i := range out {
		out[i] = strings.Join(strings.Fields(strings.ReplaceAll(out[i], "\u00AD", "")), " ")
	}
	return slices.DeleteFunc(out, func(s string) bool { return s == "" })
}

// take makes blocks of a sheet whose running lines are known.
func (l *layout) take(s *sheet) []Block {
	for _, w := range s.words {
		l.sizes[sizeKey(w.size)] += len(w.text)
		if k := wordKey(w.text); len(k) > 2 && len(l.words) < 200_000 {
			l.words[k] = true
		}
	}
	l.rough = s.Pictures > 0.7
	body := l.body()
	if s.tagged() {
		return l.finish(l.tagParas(s, body), body)
	}
	return l.read(s.segs, s.Rules)
}

// read makes blocks of what stands on a page.
func (l *layout) read(segs []seg, rules []Box) []Block {
	body := l.body()
	return l.finish(l.pageParas(segs, rules, body), body)
}

func (l *layout) finish(paras []para, body float64) []Block {
	notes := l.notes(paras, body)
	l.classify(paras, body)
	return l.blocks(paras, notes)
}

func wordKey(s string) string {
	return strings.ToLower(strings.TrimFunc(s, func(r rune) bool { return strings.ContainsRune(`.,;:!?()[]"“”‘’'`, r) }))
}

// pageParas reads a page by what stands where.
func (l *layout) pageParas(segs []seg, rules []Box, body float64) []para {
	var all [][]line
	rs := regions(segs, rules)
	for _, r := range rs {
		if r.cells == nil && r.columns == nil {
			all = append(all, lines(r.segs))
		} else {
			all = append(all, nil)
		}
	}
	set := setting{measureLeadings(all), body, l.rough}
	var out []para
	for i, r := range rs {
		switch {
		case r.cells != nil:
			out = append(out, l.latticePara(&r, set))
		case r.columns != nil:
			out = append(out, l.columnPara(&r, set))
		default:
			markRules(all[i], rules)
			out = append(out, paragraphs(all[i], r.Box, set)...)
		}
	}
	return joinTables(out)
}

// joinTables joins the tables that columns in a band above each other make.
func joinTables(in []para) []para {
	var out []para
	for _, p := range in {
		if n := len(out); n > 0 && p.kind == Table && out[n-1].kind == Table && len(p.rows) > 0 && len(out[n-1].rows) > 0 &&
			len(p.rows[0]) == len(out[n-1].rows[0]) && p.Top-out[n-1].Bottom < 2*p.size && p.label == "" && out[n-1].label == "" {
			out[n-1].rows = append(out[n-1].rows, p.rows...)
			out[n-1].Box = out[n-1].Box.join(p.Box)
			continue
		}
		out = append(out, p)
	}
	return out
}

// markRules notes the lines of text that have a line drawn above them.
func markRules(ls []line, rules []Box) {
	for _, r := range rules {
		if r.height() > thin || r.width() < 20 {
			continue
		}
		for i := range ls {
			if ls[i].base > r.Bottom {
				if ls[i].base-r.Bottom < 2.2*ls[i].size && (i == 0 || ls[i-1].base < r.Top+1) && r.Left < ls[i].Right && r.Right > ls[i].Left {
					ls[i].over = true
				}
				break
			}
		}
	}
}

// latticePara is a table with lines.
func (l *layout) latticePara(r *region, set setting) para {
	p := para{Box: r.Box, kind: Table, column: r.Box, size: set.body, label: "ruled"}
	for _, row := range r.cells.table(r.segs) {
		var cells []cellText
		for _, c := range row {
			cells = append(cells, cellParas(c, set))
		}
		p.rows = append(p.rows, cells)
	}
	p.rows = dropEmpty(p.rows)
	return p
}

func cellParas(segs []seg, set setting) cellText {
	if len(segs) == 0 {
		return nil
	}
	ls := lines(segs)
	box := ls[0].Box
	for _, x := range ls {
		box = box.join(x.Box)
	}
	return paragraphs(ls, box, set)
}

// dropEmpty takes out rows and columns without words: lines drawn twice make some.
func dropEmpty(rows [][]cellText) [][]cellText {
	rows = slices.DeleteFunc(rows, func(r []cellText) bool {
		return !slices.ContainsFunc(r, func(c cellText) bool { return len(c) > 0 })
	})
	if len(rows) == 0 {
		return rows
	}
	for c := len(rows[0]) - 1; c >= 0; c-- {
		empty := true
		for _, r := range rows {
			empty = empty && (c >= len(r) || len(r[c]) == 0)
		}
		if empty {
			for i := range rows {
				if c < len(rows[i]) {
					rows[i] = slices.Delete(rows[i], c, c+1)
				}
			}
		}
	}
	return rows
}

// blocks writes paragraphs.
func (l *layout) blocks(paras []para, notes map[string]string) []Block {
	ref := func(mark string) string { return notes[mark] }
	known := func(s string) bool { return l.words[wordKey(s)] }
	var out, feet []Block
	for i := range paras {
		p := &paras[i]
		b := Block{Kind: p.kind, Level: p.level, Title: p.title, Label: p.label, Depth: p.depth, Goes: p.goes, open: p.open, size: p.size}
		if p.kind == Table {
			b.Label = ""
			b.Head = p.head
			for _, row := range p.rows {
				var cells []Cell
				for _, c := range row {
					var cell Cell
					for k := range c {
						if s := c[k].spans(0, ref, known); len(s) > 0 {
							cell = append(cell, clean(s))
						}
					}
					cells = append(cells, cell)
				}
				b.Rows = append(b.Rows, cells)
			}
			if len(b.Rows) > 0 {
				out = append(out, b)
			}
			continue
		}
		b.Spans = clean(p.spans(p.mark, ref, known))
		if len(b.Spans) == 0 && b.Label == "" {
			continue
		}
		if p.kind == Note && p.label == "" {
			b.Kind = Paragraph // nothing refers to it
		} else if p.kind == Note {
			b.open = false
			feet = append(feet, b)
			continue
		}
		out = append(out, b)
	}
	return append(out, feet...)
}

// clean drops the soft hyphens that end no line.
func clean(spans []Span) []Span {
	for i := range spans {
		spans[i].Text = strings.ReplaceAll(spans[i].Text, "\u00AD", "")
	}
	return slices.DeleteFunc(spans, func(s Span) bool { return s.Text == "" && s.Note == "" })
}
