package page

import (
	"bytes"
	"slices"
	"sort"

	"readout/briefing"
)

// A Page shows a source that may still be growing. It keeps the pieces it has
// parsed and the parts it has laid out, within bounds, and lays out only what is
// asked for. It is not safe for two goroutines.
type Page struct {
	Head []string // lines above the first words: the card. They scroll with the page

	src    []byte
	pieces []briefing.Piece
	refs   briefing.Refs
	hide   briefing.Range
	folds  []briefing.Range // sorted, apart
	lay    *layouter

	begun   *table       // the last one that goes on in a later piece
	begunAt briefing.Pos // the piece in which it begins

	kept map[int]*piece
	used []int // the kept ones, the last used last
	rows int   // laid out and kept
	work Work
}

// piece is a parsed piece with what of it is laid out.
type piece struct {
	blocks []briefing.Block
	parts  []part
	laid   []*laid
	counts int // paragraphs that begin in it
}

// How much a page keeps: pieces, bytes of their source, and lines.
const (
	keepPieces = 32
	keepBytes  = 1 << 20
	keepRows   = 20000
)

// Work counts what the page has done.
type Work struct {
	Pieces int // parsed
	Parsed int // bytes of source
	Laid   int // bytes of prose
	Lines  int // laid out
}

// New returns an empty page of the given measure.
func New(looks *Looks, width int) *Page {
	p := &Page{lay: newLayouter(looks, width), kept: map[int]*piece{}}
	p.lay.sides = sides{}
	return p
}

// Work returns what has been done since the page was made.
func (p *Page) Work() Work { return p.work }

// Feed tells the page what has been read so far: a longer source, more pieces,
// more definitions than before. What is laid out already stays, unless a new
// definition may change it.
func (p *Page) Feed(src []byte, pieces []briefing.Piece, refs briefing.Refs) {
	for _, i := range slices.Clone(p.used) {
		if i >= len(pieces) || pieces[i] != p.pieces[i] { // it was open, and has grown
			p.drop(i)
		}
	}
	if refs.Len() != p.refs.Len() {
		p.begun = nil
		for _, i := range slices.Clone(p.used) {
			if bytes.IndexByte(p.pieces[i].At.Of(p.src), '[') >= 0 {
				p.drop(i)
			}
		}
	}
	p.src, p.pieces, p.refs = src, pieces, refs
}

// Hide leaves out the heading that stands at r: the title, which the card shows.
func (p *Page) Hide(r briefing.Range) {
	if r == p.hide {
		return
	}
	for _, i := range slices.Clone(p.used) {
		if at := p.pieces[i].At; at.Has(r.Start) || at.Has(p.hide.Start) {
			p.drop(i)
		}
	}
	p.hide = r
}

// Resize sets the measure. Layouts are dropped, trees are kept.
func (p *Page) Resize(width int) {
	if max(width, narrowest) != p.lay.width {
		p.lay.width = max(width, narrowest)
		p.forget()
	}
}

// Width is the measure.
func (p *Page) Width() int { return p.lay.width }

// Say sets what is said before a heading, by where it begins: “Section 3 of 9: ”.
func (p *Page) Say(before func(heading briefing.Pos) string) {
	p.lay.said = before
	p.forget()
}

// Dress sets the looks.
func (p *Page) Dress(looks *Looks) {
	was := p.lay
	p.lay = newLayouter(looks, was.width)
	p.lay.sides, p.lay.said = was.sides, was.said
	p.forget()
}

// forget drops what is laid out.
func (p *Page) forget() {
	for _, k := range p.kept {
		clear(k.laid)
	}
	p.rows = 0
}

func (p *Page) drop(i int) {
	if k := p.kept[i]; k != nil {
		for _, a := range k.laid {
			if a != nil {
				p.rows -= len(a.rows)
			}
		}
		delete(p.kept, i)
		p.used = slices.DeleteFunc(p.used, func(k int) bool { return k == i })
	}
}

// load returns a piece, parsed.
func (p *Page) load(i int) *piece {
	if n := len(p.used); n > 0 && p.used[n-1] == i {
		return p.kept[i]
	}
	k := p.kept[i]
	if k == nil {
		k = &piece{blocks: briefing.Parse(p.src, p.pieces[i], p.refs)}
		k.parts = flattenOn(k.blocks, p.hide, p.tableOf(i, k.blocks))
		if i == 0 && len(k.parts) > 0 {
			k.parts[0].above = 0
		}
		p.nameWide(i, k.parts)
		k.laid = make([]*laid, len(k.parts))
		k.counts = briefing.CountParagraphs(k.blocks)
		p.kept[i] = k
		p.work.Pieces++
		p.work.Parsed += int(p.pieces[i].At.End - p.pieces[i].At.Start)
	} else {
		p.used = slices.DeleteFunc(p.used, func(k int) bool { return k == i })
	}
	p.used = append(p.used, i)
	size := 0
	for n := len(p.used) - 1; n >= 0; n-- {
		at := p.pieces[p.used[n]].At
		size += int(at.End - at.Start)
		if kept := len(p.used) - n; kept > keepPieces || kept > 4 && size > keepBytes {
			for _, old := range slices.Clone(p.used[:n+1]) {
				p.drop(old)
			}
			break
		}
	}
	return k
}

// tableOf returns the table that piece i goes on with, nil for none. It is read
// from the piece in which it begins, and the last one is kept.
func (p *Page) tableOf(i int, blocks []briefing.Block) *table {
	in := p.pieces[i].In
	if in == nil || len(blocks) == 0 || blocks[0].Kind != briefing.Table || !blocks[0].Cont {
		return nil
	}
	if p.begun == nil || p.begunAt != in.From {
		at := p.pieces[p.PieceAt(in.From)]
		first := briefing.Parse(p.src, at, p.refs)
		p.work.Pieces++
		p.work.Parsed += int(at.At.End - at.At.Start)
		p.begun, p.begunAt = nil, in.From
		if n := len(first); n > 0 && first[n-1].Kind == briefing.Table {
			p.begun = &table{block: &first[n-1]}
		}
	}
	return p.begun
}

// layout returns a part of a piece, laid out.
func (p *Page) layout(i, n int) *laid {
	k := p.load(i)
	if k.laid[n] == nil {
		if p.rows > keepRows {
			p.forget()
		}
		a := p.lay.part(&k.parts[n])
		k.laid[n] = a
		p.rows += len(a.rows)
		p.work.Lines += len(a.rows) + len(a.over)
		p.work.Laid += a.bytes
	}
	return k.laid[n]
}

// Blocks returns the blocks of a piece, parsed if they are not at hand.
func (p *Page) Blocks(piece int) []briefing.Block { return p.load(piece).blocks }

// PieceAt returns the index of the piece that holds pos, or of the nearest; -1
// where there is none.
func (p *Page) PieceAt(pos briefing.Pos) int {
	return max(sort.Search(len(p.pieces), func(i int) bool { return p.pieces[i].At.Start > pos })-1, min(0, len(p.pieces)-1))
}
