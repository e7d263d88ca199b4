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
func Derive(t Text, stop func() bool) *Facts {
	r := read(t, stop)
	f := &Facts{Sections: r.sections, Words: r.words, Paragraphs: r.paragraphs, Links: r.linked(), Upto: r.upto, Partial: int(r.upto) < len(t.Markdown)}
	f.Summary, f.SummaryAt = summary(r)
	f.Expressions = expressions(r)
	f.Quantities = quantities(r)
	f.People, f.Organisations, f.Places, f.Names = people(r)
	f.Sources = sources(r)
	f.Timeline = timeline(r)
	f.Numbers = numbers(r)
	f.Issues = issues(r, f)
	f.Unexplained = unexplained(r, f)
	return f
}

// A reading is the briefing as the engine read it: a unit for each leaf that
// holds words, where each stands, and what the engine found.
type reading struct {
	src        []byte
	meta       Meta
	leaves     []place // leaves[i] is where units[i] stands
	units      []lang.Unit
	sections   []Section
	over       []int32 // of each section the one that it stands in, -1 for none
	words      int
	paragraphs []Numbered
	links      []Link
	notes      map[string]*Block // the first definition of each label
	upto       Pos
	lang.Reading
}

// A place is where a leaf stands in the briefing.
type place struct {
	*Leaf
	kind      Kind   // Paragraph, Heading, Cell, Term, HTML
	section   int    // index into sections, -1 before the first heading
	paragraph int    // its number, 0 for the title
	item      bool   // the text of a list item
	table     *Block // a cell's table, else nil
	row, col  int    // a cell's place in it; row 0 is the head
}

// role is the role of the section that the leaf stands in.
func (r *reading) role(unit int) Role {
	if s := r.leaves[unit].section; s >= 0 {
		return r.sections[s].Role
	}
	return Other
}

// at is the source of a span.
func (r *reading) at(s lang.Span) Range { return r.leaves[s.Unit].Range(s.Start, s.End) }

// of is the words of a span.
func (r *reading) of(s lang.Span) string { return s.Of(r.units) }

// evidence is where a span stands.
func (r *reading) evidence(s lang.Span) Evidence {
	return Evidence{r.of(s), r.at(s), r.at(r.SentenceOf(s)), r.leaves[s.Unit].paragraph}
}

// batch is how much prose the engine reads at a time: its tokens take ten times
// the room.
const batch = 256 << 10

func read(t Text, stop func() bool) *reading {
	r := &reading{src: t.Markdown, meta: t.Meta}
	w := walker{r: r, section: -1, numbers: authorNumbers(t)}
	for _, p := range t.Pieces {
		if p.At.Start >= Enough || stop != nil && stop() {
			break
		}
		w.blocks(Parse(t.Markdown, p, t.Refs), nil)
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
	var c lang.Carry
	was := t.Meta.Date
	for i := 0; i < len(r.units) && (stop == nil || !stop()); {
		day := r.day(i)
		if day != was {
			c, was = c.Undated(), day
		}
		j, n := i, 0
		for j < len(r.units) && (n == 0 || n < batch) && (j == i || r.day(j) == day) {
			n += len(r.units[j].S)
			j++
		}
		var part lang.Reading
		part, c = lang.Read(r.units[i:j], day, c)
		part.Shift(i)
		r.Append(part)
		i = j
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
		for i := range b.Blocks {
			if i > 0 && hasWords(&b.Blocks[i]) {
				w.next(&b.Blocks[i])
			}
			if b.Blocks[i].Cont {
				continue
			}
			for j := range b.Blocks[i].Blocks {
				w.add(&b.Blocks[i].Blocks[j], place{table: b, row: i, col: j}, lang.Cell)
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
	w.add(b, place{paragraph: paragraph}, lang.Heading)
}

func (w *walker) add(b *Block, p place, kind lang.Kind) {
	p.Leaf, p.kind, p.section = b.Leaf, b.Kind, w.section
	if b.Kind != Heading {
		p.paragraph = w.paragraph
	}
	w.r.words += words(b.Leaf.Prose)
	w.r.links = append(w.r.links, b.Leaf.links(p.paragraph)...)
	if b.Leaf.Prose == "" || w.r.meta.IsSilent(b.Leaf.Pos(0)) {
		return
	}
	if kind == lang.Prose && w.r.sequence(w.section) {
		kind = lang.Agenda
	}
	w.r.leaves = append(w.r.leaves, p)
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
