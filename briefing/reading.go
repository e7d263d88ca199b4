package briefing

import (
	"iter"
	"strings"

	"readout/briefing/lang"
)

// A reading is the briefing as the engine read it: a unit for each leaf that
// holds words, where each stands, and what the engine found.
//
// It is many times the text, so it keeps no more than the facts are made of: of a
// leaf the way back to the source, of a table its heads, of a phrase what it adds to
// the matters; names, of which there are most, are packed.
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
	names      names
	matters    ranking
	kept       map[string]string // see word
	refers     []string          // of each name who that is; nil where nobody asks
	Sentences  []lang.Span
	Times      []lang.Time
	Quantities []lang.Quantity
	Sources    []lang.Span
}

// take takes in what the engine found in the next units.
func (r *reading) take(part lang.Reading) {
	for _, m := range part.Names {
		r.names.add(m)
	}
	r.matters.reading = r
	r.matters.gather(part.Phrases)
	for i := range part.Times {
		t := &part.Times[i]
		t.Lead, t.Mod = r.word(t.Lead), r.word(t.Mod)
	}
	for i := range part.Quantities {
		q := &part.Quantities[i]
		q.Unit, q.Qualifier = r.word(q.Unit), r.word(q.Qualifier)
	}
	r.Sentences = append(r.Sentences, part.Sentences...)
	r.Times = append(r.Times, part.Times...)
	r.Quantities = append(r.Quantities, part.Quantities...)
	r.Sources = append(r.Sources, part.Sources...)
}

// SentenceOf is the sentence that holds the first byte of s.
func (r *reading) SentenceOf(s lang.Span) lang.Span {
	return lang.SentenceOf(r.Sentences, s)
}

// word is a word that the engine gives, alone: its own is part of the whole text in
// small letters, and would keep that.
func (r *reading) word(s string) string {
	if s == "" {
		return ""
	}
	w, ok := r.kept[s]
	if !ok {
		if r.kept == nil {
			r.kept = map[string]string{}
		}
		w = strings.Clone(s)
		r.kept[w] = w
	}
	return w
}

// A place is where a leaf stands in the briefing.
type place struct {
	way
	kind      Kind  // Paragraph, Heading, Cell, Term, HTML
	item      bool  // the text of a list item
	section   int   // index into sections, -1 before the first heading
	paragraph int32 // its number, 0 for the title
	row, col  int32 // a cell's place in its table; row 0 is the head
	table     *grid // a cell's table, else nil
}

// A grid is what the cells of a table are read with: its first row and its first column.
type grid struct {
	head, first []string
	counts      []bool // of each column whether its bare numbers are counts, not years or hours
}

func newGrid(table *Block) *grid {
	g := &grid{first: make([]string, len(table.Blocks))}
	for i := range table.Blocks {
		g.first[i] = cell(table, i, 0)
	}
	if len(table.Blocks) > 0 {
		g.head = make([]string, len(table.Blocks[0].Blocks))
		for i := range g.head {
			g.head[i] = cell(table, 0, i)
		}
		g.counts = make([]bool, len(g.head))
		for i := range g.counts {
			g.counts[i] = columnCounts(table, i)
		}
	}
	return g
}

// over is the head of the column of a cell, beside that of its row; "" for none.
func (p *place) over() string {
	if int(p.col) < len(p.table.head) {
		return p.table.head[p.col]
	}
	return ""
}

func (p *place) beside() string { return p.table.first[p.row] }

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
	return Evidence{r.of(s), r.at(s), r.at(r.SentenceOf(s)), int(r.leaves[s.Unit].paragraph)}
}

// names are the names of a reading, in the order of the text. Most have neither a
// role nor a short form, so what stands around is kept apart.
type names struct {
	list   []packedName
	around []around
}

type packedName struct {
	passage
	around int32 // 1 + index into around, 0 for nothing
	typ    lang.NameType
	sure   bool
	called bool
}

type around struct {
	role, of, also, short passage
	loose                 bool
}

// A passage is a span, packed.
type passage struct{ unit, start, end int32 }

func pass(s lang.Span) passage { return passage{int32(s.Unit), int32(s.Start), int32(s.End)} }

func (p passage) span() lang.Span {
	return lang.Span{Unit: int(p.unit), Start: int(p.start), End: int(p.end)}
}

func (n *names) add(m lang.Name) {
	p := packedName{passage: pass(m.Span), typ: m.Type, sure: m.Sure, called: m.Called}
	if m.Role.Start < m.Role.End || m.Of.Start < m.Of.End || m.Short.Start < m.Short.End {
		n.around = append(n.around, around{pass(m.Role), pass(m.Of), pass(m.Also), pass(m.Short), m.Loose})
		p.around = int32(len(n.around))
	}
	n.list = append(n.list, p)
}

// name is name i.
func (r *reading) name(i int32) lang.Name { return r.names.at(int(i)) }

func (n *names) len() int { return len(n.list) }

func (n *names) at(i int) lang.Name {
	p := &n.list[i]
	m := lang.Name{Span: p.span(), Type: p.typ, Sure: p.sure, Called: p.called}
	if p.around > 0 {
		a := &n.around[p.around-1]
		m.Role, m.Of, m.Also, m.Short, m.Loose = a.role.span(), a.of.span(), a.also.span(), a.short.span(), a.loose
	}
	return m
}

func (n *names) all() iter.Seq2[int, lang.Name] {
	return func(yield func(int, lang.Name) bool) {
		for i := range n.list {
			if !yield(i, n.at(i)) {
				return
			}
		}
	}
}
