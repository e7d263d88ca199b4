package briefing

import (
	"strings"

	"readout/briefing/lang"
)

// Enough is how much of a source is read for facts; a longer one says so.
const Enough = 8 << 20

// A Text is a source with the pieces that it was cut into.
type Text struct {
	Source
	Pieces []Piece
	Refs   Refs
}

// NewText cuts a whole source.
func NewText(src Source) Text {
	pieces, s := Cut(src.Markdown, State{}, true)
	return Text{src, pieces, s.Refs}
}

// Derive reads a briefing and derives its facts. It stops early where stop
// says so; nil never does.
func Derive(t Text, stop func() bool) *Facts { return derive(t, stop, true) }

// Panes derives what a reader shows: all facts but the lists of every expression,
// name and quantity, which of a long text are as long as itself.
func Panes(t Text, stop func() bool) *Facts { return derive(t, stop, false) }

func derive(t Text, stop func() bool, lists bool) *Facts {
	r := read(t, stop)
	f := &Facts{Sections: r.sections, Words: r.words, Paragraphs: r.paragraphs, Links: r.linked(), Upto: r.upto, Partial: int(r.upto) < len(t.Markdown)}
	f.Summary, f.SummaryAt = summary(r)
	if lists {
		f.Expressions, f.Quantities = expressions(r), quantities(r)
		r.refers = make([]string, r.names.len())
	}
	// what is done with is let go, so that a long text never has all of it at once
	f.Timeline = timeline(r)
	r.Times = nil
	f.Numbers = numbers(r)
	r.Quantities = nil
	f.Sources = sources(r)
	f.Issues = issues(r)
	r.matters = ranking{}
	f.People, f.Organisations, f.Places = people(r)
	if lists {
		f.Names = mentions(r)
	}
	f.Unexplained = unexplained(r, f)
	return f
}

// batch is how much prose the engine reads at a time: its tokens take ten times
// the room.
const batch = 256 << 10

func read(t Text, stop func() bool) *reading {
	r := &reading{src: t.Markdown, meta: t.Meta}
	w := walker{r: r, section: -1, numbers: authorNumbers(t), day: t.Meta.Date}
	for _, p := range t.Pieces {
		if p.At.Start >= Enough || stop != nil && stop() {
			break
		}
		w.blocks(Parse(t.Markdown, p, t.Refs), nil)
		for w.unread >= batch && (stop == nil || !stop()) {
			w.engine()
		}
		r.upto = p.At.End
	}
	for i := range r.sections {
		s := &r.sections[i]
		s.At.End = r.upto
		for _, next := range r.sections[i+1:] {
			if next.Level <= s.Level {
				s.At.End = next.At.Start
				break
			}
		}
	}
	for len(r.units) > w.upto && (stop == nil || !stop()) {
		w.engine()
	}
	return r
}

// day is the date anchor of a unit.
func (r *reading) day(unit int) Date {
	if len(r.meta.Others) == 0 {
		return r.meta.Date
	}
	return r.meta.DateAt(r.leaves[unit].Range(0, 0).Start)
}

// A walker gathers the leaves of block after block.
type walker struct {
	r         *reading
	section   int
	paragraph int  // the number of the last one
	numbers   bool // the author's own
	titled    bool
	grid      *grid // of the table that is gathered
	upto      int   // units that the engine has read
	unread    int   // bytes of those that it has not
	carry     lang.Carry
	day       Date // the date anchor of what it read last
}

// engine has the engine read the next batch of units.
func (w *walker) engine() {
	r, i, n := w.r, w.upto, 0
	day := r.day(i)
	if day != w.day {
		w.carry, w.day = w.carry.Undated(), day
	}
	j := i
	for j < len(r.units) && (n == 0 || n < batch) && (j == i || r.day(j) == day) {
		n += len(r.units[j].S)
		j++
	}
	var part lang.Reading
	part, w.carry = lang.Read(r.units[i:j], day, w.carry)
	part.Shift(i)
	r.take(part)
	w.upto, w.unread = j, w.unread-n
}

func (w *walker) blocks(blocks []Block, in *Block) {
	for i := range blocks {
		w.block(&blocks[i], in)
	}
}

func (w *walker) block(b, in *Block) {
	switch b.Kind {
	case Heading:
		w.heading(b)
	case Paragraph:
		w.next(b)
		w.add(b, place{item: in != nil && in.Kind == Item}, lang.Prose)
	case HTML:
		w.next(b)
		w.add(b, place{}, lang.Prose)
	case Term:
		w.add(b, place{}, lang.Heading)
	case Code:
		w.next(b)
		w.r.words += words(b.Leaf.Prose)
	case Table:
		w.grid = newGrid(b)
		for i := range b.Blocks {
			if i > 0 && hasWords(&b.Blocks[i]) {
				w.next(&b.Blocks[i])
			}
			if b.Blocks[i].Cont {
				continue
			}
			for j := range b.Blocks[i].Blocks {
				w.add(&b.Blocks[i].Blocks[j], place{table: w.grid, row: int32(i), col: int32(j)}, lang.Cell)
			}
		}
	case Rule:
	case List:
		for i := range b.Blocks {
			if w.numbers && in == nil && b.Ordered && !b.Blocks[i].Cont {
				w.number(b.Blocks[i].Start, b.Blocks[i].At.Start)
			}
			w.blocks(b.Blocks[i].Blocks, &b.Blocks[i])
		}
	case Note:
		if w.r.notes == nil {
			w.r.notes = map[string]*Block{}
		}
		if _, ok := w.r.notes[b.Label]; !ok {
			w.r.notes[b.Label] = b
		}
		w.blocks(b.Blocks, b)
	default:
		w.blocks(b.Blocks, b)
	}
}

// next counts a paragraph, unless the author does.
func (w *walker) next(b *Block) {
	if !w.numbers && !b.Cont {
		w.number(w.paragraph+1, b.At.Start)
	}
}

func (w *walker) number(n int, at Pos) {
	w.paragraph = n
	w.r.paragraphs = append(w.r.paragraphs, Numbered{at, n})
}

func (w *walker) heading(b *Block) {
	role := RoleOf(b.Leaf.Prose)
	if b.Level == 1 && !w.titled {
		role = Other // a title says what the briefing is about, not what the first section is for
	}
	s := Section{Title: b.Leaf.Prose, Level: b.Level, Role: role, Paragraph: w.paragraph + 1, At: b.At, Head: b.Leaf.At}
	over := w.section
	for over >= 0 && w.r.sections[over].Level >= s.Level {
		over = int(w.r.over[over])
	}
	w.r.sections, w.r.over = append(w.r.sections, s), append(w.r.over, int32(over))
	w.section = len(w.r.sections) - 1
	paragraph := w.paragraph + 1
	if !w.titled && b.Level == 1 {
		w.titled, paragraph = true, 0
		if w.r.meta.TitleMade { // its words stand in the text as well
			return
		}
	}
	w.add(b, place{paragraph: int32(paragraph)}, lang.Heading)
}

func (w *walker) add(b *Block, p place, kind lang.Kind) {
	p.way, p.kind, p.section = b.Leaf.way, b.Kind, w.section
	if b.Kind != Heading {
		p.paragraph = int32(w.paragraph)
	}
	w.r.words += words(b.Leaf.Prose)
	w.r.links = append(w.r.links, b.Leaf.links(int(p.paragraph))...)
	if b.Leaf.Prose == "" || w.r.meta.IsSilent(b.Leaf.Pos(0)) {
		return
	}
	if kind == lang.Prose && w.r.sequence(w.section) {
		kind = lang.Agenda
	}
	w.r.leaves = append(w.r.leaves, p)
	w.unread += len(b.Leaf.Prose)
	w.r.units = append(w.r.units, lang.Unit{S: b.Leaf.Prose, Kind: kind, Ahead: w.r.ahead(w.section)})
}

// words counts what white space separates and has a letter or digit in it.
func words(s string) int {
	n := 0
	for f := range strings.FieldsSeq(s) {
		if strings.IndexFunc(f, func(r rune) bool { return r > '~' || r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z' }) >= 0 {
			n++
		}
	}
	return n
}

// authorNumbers reports whether the text numbers its own paragraphs, told from
// its head: most of its top-level paragraphs are items of ordered lists, long
// ones, whose numbers go on from one list to the next.
func authorNumbers(t Text) bool {
	numbered, plain, last := 0, 0, 0
	for _, p := range t.Pieces {
		if p.At.Start > 64<<10 {
			break
		}
		for _, b := range Parse(t.Markdown, p, t.Refs) {
			switch {
			case b.Kind == Paragraph:
				plain++
			case b.Kind == List && b.Ordered:
				for _, i := range b.Blocks {
					if i.Cont || len(i.Blocks) == 0 || i.Blocks[0].Leaf == nil || len(i.Blocks[0].Leaf.Prose) < 60 {
						continue
					}
					if i.Start <= last {
						return false
					}
					last = i.Start
					numbered++
				}
			}
		}
	}
	return numbered >= 3 && numbered > 2*plain
}

// expressions lists every temporal expression.
func expressions(r *reading) []Expression {
	var out []Expression
	for _, t := range r.Times {
		out = append(out, Expression{r.at(t.Span), r.of(t.Span), t.Type.String(), t.Value, t.Mod})
	}
	return out
}
