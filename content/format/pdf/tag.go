package pdf

import (
	"math"
	"unicode"
	"unicode/utf8"
)

// Tags: a file may say what its parts are. They are trusted where nearly all of
// the words of a page are under some.

// tagged reports whether the tags cover the text.
func (s *sheet) tagged() bool {
	if len(s.Tags) == 0 || len(s.words) == 0 {
		return false
	}
	ids := map[int]bool{}
	blocks := 0
	var walk func(t *Tag)
	walk = func(t *Tag) {
		if t.Kind == "" {
			ids[t.ID] = true
			return
		}
		if tagKind(t.Kind) != tagInline {
			blocks++
		}
		for _, k := range t.Kids {
			walk(k)
		}
	}
	for _, t := range s.Tags {
		walk(t)
	}
	with, all := 0, 0
	for _, w := range s.words {
		all += len(w.text)
		if w.tag >= 0 && ids[w.tag] {
			with += len(w.text)
		}
	}
	return blocks > 1 && with*100 >= all*92
}

type tagRole int

const (
	tagInline tagRole = iota
	tagGroup
	tagBlock
	tagHeading
	tagList
	tagItem
	tagTable
	tagNote
)

func tagKind(kind string) tagRole {
	switch kind {
	case "Document", "Part", "Art", "Sect", "Div", "DocumentFragment", "Aside", "NonStruct", "Private", "Index", "Form":
		return tagGroup
	case "P", "Caption", "BlockQuote", "TOCI", "BibEntry", "Figure", "Formula", "Normal", "Textbody":
		return tagBlock
	case "H", "H1", "H2", "H3", "H4", "H5", "H6", "Title":
		return tagHeading
	case "L", "TOC":
		return tagList
	case "LI":
		return tagItem
	case "Table":
		return tagTable
	case "Note", "FENote", "Footnote", "Endnote":
		return tagNote
	}
	return tagInline
}

// tagging is the work on the tags of one page.
type tagging struct {
	l     *layout
	s     *sheet
	body  float64
	by    map[int][]word
	out   []para
	loose []word // of inline elements outside any block
	later []*Tag // notes that were met within a block
	feet  []para // and within a table
	lead  leadings
}

func (l *layout) tagParas(s *sheet, body float64) []para {
	t := &tagging{l: l, s: s, body: body, by: map[int][]word{}, lead: leadings{}}
	for _, w := range s.words {
		t.by[w.tag] = append(t.by[w.tag], w)
	}
	for _, k := range s.Tags {
		t.walk(k, 0)
	}
	t.flush()
	for i := 1; i < len(t.out); i++ { // what has a tag of its own goes on in another column only
		if t.out[i].Top >= t.out[i-1].Bottom-1 {
			t.out[i-1].open = false
		}
	}
	var rest []word
	for _, w := range s.words {
		if len(t.by[w.tag]) > 0 {
			rest = append(rest, w)
		}
	}
	if len(rest) > 0 { // what no tag has
		out := l.pageParas(segments(rest), nil, body)
		if out[len(out)-1].Bottom < s.Height/4 {
			t.out = append(out, t.out...)
		} else {
			t.out = append(t.out, out...)
		}
	}
	return t.out
}

// words takes the words under an element, in its order.
func (t *tagging) words(e *Tag) []word {
	var out []word
	var walk func(e *Tag)
	walk = func(e *Tag) {
		if e.Kind == "" {
			out = append(out, t.by[e.ID]...)
			delete(t.by, e.ID)
			return
		}
		if tagKind(e.Kind) == tagNote {
			t.later = append(t.later, e)
			return
		}
		at := len(out)
		for _, k := range e.Kids {
			walk(k)
		}
		if e.Kind == "Lbl" { // in a text or a note: the mark of a note
			for i := range out[at:] {
				out[at+i].raised = isNoteMark(out[at+i].text)
			}
		}
	}
	if tagKind(e.Kind) != tagNote {
		walk(e)
		return out
	}
	for _, k := range e.Kids {
		walk(k)
	}
	return out
}

func (t *tagging) flush() {
	if len(t.loose) > 0 {
		w := t.loose
		t.loose = nil
		t.block(w, para{})
	}
}

// walk makes paragraphs of an element; depth is of lists.
func (t *tagging) walk(e *Tag, depth int) {
	if e.Kind == "" {
		t.loose = append(t.loose, t.words(e)...)
		return
	}
	role := tagKind(e.Kind)
	if role != tagInline {
		t.flush()
	}
	switch role {
	case tagInline:
		if !hasBlocks(e) {
			t.loose = append(t.loose, t.words(e)...)
			return
		}
		t.kids(e, depth)
	case tagGroup:
		t.kids(e, depth)
		t.flush()
	case tagBlock:
		if hasBlocks(e) {
			t.kids(e, depth)
			t.flush()
			return
		}
		t.block(t.words(e), para{})
	case tagHeading:
		if t.l.rough { // a machine has guessed what is a heading of a scan
			t.block(t.words(e), para{})
			return
		}
		p := para{kind: Heading, level: 1, tagged: true}
		if len(e.Kind) == 2 && isDigit(e.Kind[1]) {
			p.level = int(e.Kind[1] - '0')
		}
		p.title = e.Kind == "Title"
		t.block(t.words(e), p)
	case tagList:
		t.kids(e, depth)
		t.flush()
	case tagItem:
		t.item(e, depth)
	case tagTable:
		t.table(e)
	case tagNote:
		t.block(t.words(e), para{kind: Note})
	}
}

func (t *tagging) kids(e *Tag, depth int) {
	for _, k := range e.Kids {
		t.walk(k, depth)
	}
}

// notes makes paragraphs of the notes that stood within the last block.
func (t *tagging) notes() {
	notes := t.later
	t.later = nil
	for _, n := range notes {
		t.block(t.words(n), para{kind: Note})
	}
}

// hasBlocks reports whether an element holds more than words.
func hasBlocks(e *Tag) bool {
	for _, k := range e.Kids {
		if k.Kind != "" && (tagKind(k.Kind) > tagGroup && k.Kind != "Figure" && k.Kind != "Formula" && tagKind(k.Kind) != tagNote || hasBlocks(k)) {
			return true
		}
	}
	return false
}

// item makes an item: its label, its words, and lists within it.
func (t *tagging) item(e *Tag, depth int) {
	var label, text []word
	var inner []*Tag
	marked := false
	var walk func(e *Tag)
	walk = func(e *Tag) {
		switch {
		case e.Kind == "Lbl":
			marked = true // though it may be drawn
			label = append(label, t.words(e)...)
		case tagKind(e.Kind) == tagNote:
			t.later = append(t.later, e)
		case e.Kind == "" || e.Kind != "LBody" && tagKind(e.Kind) == tagInline:
			text = append(text, t.words(e)...)
		case len(text) > 0 && e.Kind != "LBody" || tagKind(e.Kind) == tagList || tagKind(e.Kind) == tagTable || tagKind(e.Kind) == tagItem:
			inner = append(inner, e)
		case e.Kind == "LBody" || tagKind(e.Kind) == tagGroup || hasBlocks(e):
			for _, k := range e.Kids {
				walk(k)
			}
		default:
			text = append(text, t.words(e)...)
		}
	}
	for _, k := range e.Kids {
		walk(k)
	}
	p := para{kind: Item, depth: depth, tagged: true, label: "•"}
	mark := textOf(label)
	if mark == "" && len(text) > 0 {
		if n := markLen(textOf(text)); n > 0 {
			mark, p.mark = textOf(text)[:n], markWords(text)
		}
	}
	if mark != "" && !isBullet(mark) {
		p.label = mark
	}
	if mark == "" && !marked && p.mark == 0 && len(text) > 0 {
		p.label = ""
		p.kind, p.goes = Paragraph, true // it goes on from the page before
		if len(t.out) == 0 {
			p.goes = false
		}
	}
	t.block(text, p)
	for _, k := range inner {
		switch tagKind(k.Kind) {
		case tagList, tagItem, tagTable:
			t.walk(k, depth+1)
		default:
			t.block(t.words(k), para{kind: Paragraph, goes: true, depth: depth, tagged: true})
		}
	}
}

// block makes a paragraph of words, in lines as they stand.
func (t *tagging) block(words []word, p para) {
	defer t.notes()
	if len(words) == 0 {
		return
	}
	p.lines = tagLines(words)
	p.broken = make([]bool, len(p.lines))
	p.Box = p.lines[0].Box
	sizes := map[int]int{}
	for _, l := range p.lines {
		p.Box = p.Box.join(l.Box)
		for _, w := range l.words {
			if !w.raised {
				sizes[sizeKey(w.size)] += len(w.text)
			}
		}
	}
	most := 0
	for _, k := range sortedKeys(sizes) {
		if sizes[k] > most {
			most, p.size = sizes[k], float64(k)/2
		}
	}
	p.column = Box{Right: t.s.Width}
	p.gap = 1
	if n := len(t.out); n > 0 && p.lines[0].base > t.out[n-1].Bottom {
		p.gap = (p.Top - t.out[n-1].Bottom) / max(p.size, 1)
	}
	right := rightEdge(p.lines)
	for i := 1; i < len(p.lines); i++ { // a break that is meant leaves much room
		p.broken[i] = p.kind == Paragraph && p.stackedTag(i, t.s.Width) || short(&p.lines[i-1], &p.lines[i], max(right, p.Left+0.6*(t.s.Width-2*p.Left))) && right-p.lines[i-1].Right > 0.25*(right-p.Left) && !p.centred2(i)
	}
	p.open = p.kind == Paragraph && !ended(p.lines[len(p.lines)-1].text())
	t.out = append(t.out, p)
}

// stackedTag reports whether two lines stand around the middle of the page, one much
// shorter than the other, as names and places on a title page do.
func (p *para) stackedTag(i int, width float64) bool {
	a, b := &p.lines[i-1], &p.lines[i]
	r, _ := utf8.DecodeRuneInString(b.text())
	return !unicode.IsLower(r) && !p.allBold() && !isCaps(a.text()) && math.Abs(a.mid()-b.mid()) < 0.7*a.size && math.Abs(a.mid()-width/2) < 2*a.size &&
		min(a.width(), b.width()) < 0.75*max(a.width(), b.width())
}

func (p *para) centred2(i int) bool {
	return math.Abs(p.lines[i].mid()-p.lines[i-1].mid()) < 0.7*p.size && math.Abs(p.lines[i].Left-p.lines[i-1].Left) > 0.5*p.size && p.kind == Heading
}

// tagLines parts words into lines where the next one begins: lower, and not behind
// the last.
func tagLines(words []word) []line {
	var out []line
	for _, w := range words {
		if n := len(out); n > 0 {
			l := &out[n-1]
			s := seg{words: l.words, base: l.base, size: l.size, Box: l.Box}
			d := math.Abs(w.base - l.base)
			if d < 0.8*max(w.size, l.size) && (w.Left > l.words[len(l.words)-1].Left-0.5*w.size || rightToLeft([]word{w})) {
				last := &l.words[len(l.words)-1]
				s.takes(&w)
				gap := w.Left - last.Right
				if w.seq != last.seq+1 {
					w.glued = gap < wordGap*max(w.size, last.size)*0.6 && gap > -0.5*w.size
				}
				if w.size > l.size*1.15 && !w.raised {
					l.base, l.size = w.base, w.size
				}
				l.Box = l.Box.join(w.Box)
				l.words = append(l.words, w)
				continue
			}
		}
		w.glued = false
		out = append(out, line{Box: w.Box, words: []word{w}, base: w.base, size: w.size})
	}
	for i := range out { // a small mark at the start stands raised
		if ws := out[i].words; len(ws) > 1 && ws[0].size < 0.8*out[i].size && ws[0].base < out[i].base-0.1*out[i].size {
			ws[0].raised = true
		}
	}
	return out
}

// table makes a table of its rows. A cell that reaches over others leaves them empty.
func (t *tagging) table(e *Tag) {
	p := para{kind: Table, tagged: true, size: t.body, label: "tagged"}
	covered := map[[2]int]bool{}
	var rows func(e *Tag)
	rows = func(e *Tag) {
		for _, k := range e.Kids {
			switch k.Kind {
			case "TR":
				r := len(p.rows)
				var cells []cellText
				c := 0
				heads := 0
				for _, d := range k.Kids {
					if d.Kind != "TD" && d.Kind != "TH" {
						continue
					}
					for covered[[2]int{r, c}] {
						cells = append(cells, nil)
						c++
					}
					if d.Kind == "TH" {
						heads++
					}
					cells = append(cells, t.cell(d))
					w, h := max(d.Span[0], 1), max(d.Span[1], 1)
					for y := range h {
						for x := range w {
							if y > 0 || x > 0 {
								covered[[2]int{r + y, c + x}] = true
							}
						}
					}
					c++
				}
				for covered[[2]int{r, c}] {
					cells = append(cells, nil)
					c++
				}
				if r == 0 && heads > 0 && heads == len(k.Kids) {
					p.head = true
				}
				p.rows = append(p.rows, cells)
			case "THead", "TBody", "TFoot", "Div", "Sect", "NonStruct":
				rows(k)
			case "Caption":
				t.block(t.words(k), para{})
			}
		}
	}
	rows(e)
	if w := t.words(e); len(w) > 0 { // outside the cells
		t.block(w, para{})
	}
	if len(p.rows) > 0 {
		p.Box = Box{}
		t.out = append(t.out, p)
	}
	t.out = append(t.out, t.feet...)
	t.feet = nil
}

func (t *tagging) cell(e *Tag) cellText {
	in := &tagging{l: t.l, s: t.s, body: t.body, by: t.by, lead: t.lead}
	in.kids(e, 0)
	in.flush()
	for i := range in.out {
		in.out[i].broken = make([]bool, len(in.out[i].lines)) // cells are narrow: every line is short
	}
	var out cellText
	for _, p := range in.out {
		if p.kind == Note {
			t.feet = append(t.feet, p)
			continue
		}
		if p.kind == Table {
			for _, r := range p.rows {
				for _, c := range r {
					out = append(out, c...)
				}
			}
			continue
		}
		out = append(out, p)
	}
	return out
}
