package page

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"readout/briefing"
)

// A part is what stands alone on its lines: a paragraph, a heading, a row, some
// lines of code; with the frames it stands in. It is the unit of layout, because
// one list may be as long as the whole document.
type part struct {
	block     *briefing.Block
	frame     *frame
	opens     int    // it is the first in its frames deeper than this
	above     int    // blank lines over it
	shared    int    // how many frames it shares with the part before
	table     *table // of a row
	from, to  int    // the stretch of the prose
	paragraph int    // its number in the piece, -1 for none
	begins    bool
	item      int          // the author's number where a top-level item begins, else -1
	pos       briefing.Pos // of its first visible cell
	end       briefing.Pos // behind its last one
	wide      briefing.Pos // names the table or the code that it scrolls sideways with

	hues []hue  // of code
	lit  *Looks // that hues are in
}

// slice is how much prose of one leaf is laid out at once. A leaf longer than
// longLeaf is shown in slices, as a paragraph that Cut has cut by force is; code too
// long for colours in slices of at most codeLines.
const (
	slice     = 4 << 10
	longLeaf  = 16 << 10
	codeSlice = 3 << 9
	codeLines = 24
)

// flattener turns the blocks of a piece into parts.
type flattener struct {
	parts  []part
	above  int // blank lines before the next part
	number map[*briefing.Block]int
	item   int
	hide   briefing.Range
	goes   int    // how many frames go on from the piece before
	begun  *table // the table that goes on from there
}

// flatten returns the parts of a piece. The heading at hide is left out.
func flatten(blocks []briefing.Block, hide briefing.Range) []part {
	return flattenOn(blocks, hide, nil)
}

// flattenOn returns the parts of a piece that may go on with a table.
func flattenOn(blocks []briefing.Block, hide briefing.Range, begun *table) []part {
	f := &flattener{number: map[*briefing.Block]int{}, item: -1, hide: hide, begun: begun}
	briefing.Paragraphs(blocks, func(b *briefing.Block, n int) bool {
		f.number[b] = n
		return true
	})
	f.goes, f.above = goesOn(blocks)
	f.all(blocks, nil, 1)
	return settled(f.parts)
}

// goesOn returns how many frames the first block of a piece shares with the end of
// the piece before, and how many blank lines stand between them.
func goesOn(blocks []briefing.Block) (frames, gap int) {
	gap = 1
	for len(blocks) > 0 && blocks[0].Cont {
		b := &blocks[0]
		switch b.Kind {
		case briefing.List:
			gap = between(b)
		case briefing.Item:
			frames, gap = frames+1, between(b)
		case briefing.Quote, briefing.Note:
			frames, gap = frames+1, 1
		default:
			return frames, 0
		}
		blocks = b.Blocks
	}
	return frames, gap
}

// between is how many blank lines stand between the blocks of a list.
func between(b *briefing.Block) int {
	if b.Tight {
		return 0
	}
	return 1
}

// all adds blocks that stand under each other in one frame, with gap blank lines
// between them.
func (f *flattener) all(blocks []briefing.Block, in *frame, gap int) {
	for i := range blocks {
		if i > 0 {
			f.above = gap
		}
		f.block(&blocks[i], in)
	}
}

func (f *flattener) block(b *briefing.Block, in *frame) {
	switch b.Kind {
	case briefing.Paragraph, briefing.HTML, briefing.Heading, briefing.Term:
		if b.Kind == briefing.Heading && f.hide.Start < f.hide.End && f.hide.Has(b.Leaf.At.Start) {
			return
		}
		f.leaf(b, in)
	case briefing.Code:
		f.leaf(b, in.in(briefing.Code, "", 2))
	case briefing.Rule:
		f.add(part{block: b, frame: in, pos: b.At.Start, end: b.At.Start + 1})
	case briefing.List:
		digits := 0
		if n := len(b.Blocks); n > 0 && b.Ordered {
			digits = len(strconv.Itoa(b.Blocks[n-1].Start))
		}
		gap := between(b)
		own := ownNumbers(b)
		for i := range b.Blocks {
			item := &b.Blocks[i]
			if i > 0 {
				f.above = gap
			}
			if in == nil && item.Ordered && !item.Cont {
				f.item = item.Start
			}
			label := itemLabel(item, digits)
			hang := width(label)
			if item.Cont || own {
				label = ""
			}
			f.container(item, in.in(briefing.Item, label, hang), gap)
			f.item = -1
		}
	case briefing.Quote:
		f.container(b, in.in(briefing.Quote, "", 2), 1)
	case briefing.Definitions:
		f.all(b.Blocks, in, 0)
	case briefing.Description:
		f.container(b, in.in(briefing.Description, "", 4), between(b))
	case briefing.Note:
		label := "[" + drawn(b.Label) + "] "
		hang := min(width(label), 6)
		if b.Cont {
			label = ""
		}
		f.container(b, in.in(briefing.Note, label, hang), 1)
	case briefing.Table:
		f.table(b, in)
	case briefing.Item, briefing.Row, briefing.Cell: // inside the others
	}
}

// container adds what b holds. One that holds nothing still has its label.
func (f *flattener) container(b *briefing.Block, in *frame, gap int) {
	n := len(f.parts)
	f.all(b.Blocks, in, gap)
	if len(f.parts) == n && (in.label != "" || in.kind == briefing.Quote) {
		f.add(part{block: b, frame: in, pos: b.At.Start, end: b.At.Start + 1})
	}
}

func (f *flattener) leaf(b *briefing.Block, in *frame) {
	l := b.Leaf
	for from := 0; ; {
		to, next := sliceEnd(l.Prose, from, b.Kind == briefing.Code)
		at := briefing.Range{Start: b.At.Start, End: b.At.Start + 1}
		if l.Prose != "" {
			at = briefing.Range{Start: l.Pos(from), End: l.At.End}
			if next < len(l.Prose) {
				at.End = l.Pos(next)
			}
		}
		f.add(part{block: b, frame: in, from: from, to: to, pos: at.Start, end: at.End})
		if next >= len(l.Prose) {
			return
		}
		from, f.above = next, 0
	}
}

// sliceEnd returns where the slice that begins at from ends, and where the next
// one begins.
func sliceEnd(prose string, from int, code bool) (to, next int) {
	if !code && (len(prose)-from <= slice || len(prose) <= longLeaf) || len(prose) <= highlighted {
		return len(prose), len(prose)
	}
	at := from + slice
	if code {
		at = min(from+codeSlice, len(prose))
		line := from
		for range codeLines {
			i := strings.IndexByte(prose[line:at], '\n')
			if i < 0 {
				break
			}
			line += i + 1
		}
		if line > from {
			return line - 1, line
		}
	} else if i := strings.LastIndexAny(prose[from+slice/2:at], " \n"); i >= 0 {
		at = from + slice/2 + i
		return at, at + 1
	}
	for k := 1; k < utf8.UTFMax && at < len(prose) && !utf8.RuneStart(prose[at]); k++ {
		at--
	}
	return at, at
}

func (f *flattener) table(b *briefing.Block, in *frame) {
	t := &table{block: b}
	if b.Cont && f.begun != nil {
		t, f.begun = f.begun, nil
	}
	for i := range b.Blocks {
		row := &b.Blocks[i]
		if row.Cont {
			continue
		}
		if i > 0 {
			f.above = 0
		}
		at := wordsOf(row)
		if at.Start >= at.End {
			continue
		}
		if i == 0 {
			at.End++ // the rule under the head
		}
		f.add(part{block: row, frame: in, table: t, pos: at.Start, end: at.End})
	}
}

// wordsOf is the range of the words of a block that is a leaf or a row; empty
// where it has none.
func wordsOf(b *briefing.Block) briefing.Range {
	if b.Leaf != nil {
		return b.Leaf.At
	}
	var r briefing.Range
	for i := range b.Blocks {
		l := b.Blocks[i].Leaf
		if l == nil || l.Prose == "" {
			continue
		}
		if r.Start == r.End {
			r.Start = l.At.Start
		}
		r.End = l.At.End
	}
	return r
}

func (f *flattener) add(p part) {
	p.above, p.item, p.paragraph = f.above, -1, -1
	if n, ok := f.number[p.block]; ok {
		p.paragraph = n
		p.begins = p.from == 0 && !p.block.Cont
		if p.begins {
			p.item, f.item = f.item, -1
		}
	}
	if n := len(f.parts); n > 0 {
		p.shared = common(f.parts[n-1].frame, p.frame)
	} else {
		p.shared = f.goes
	}
	p.opens = p.shared
	f.parts = append(f.parts, p)
}

// settled drops what has no words and no place of its own: every part must be
// found by its place, and each later part stands at a later one.
func settled(parts []part) []part {
	wordless := func(p *part) bool {
		return p.block.Leaf == nil && p.table == nil || p.block.Leaf != nil && p.block.Leaf.Prose == ""
	}
	out := parts[:0]
	last := briefing.Pos(-1)
	for i := range parts {
		p := parts[i]
		for n := len(out); n > 0 && !wordless(&p) && wordless(&out[n-1]) && out[n-1].pos >= p.pos; n-- {
			out = out[:n-1]
		}
		if wordless(&p) && p.pos <= last {
			continue
		}
		out = append(out, p)
		last = max(last, p.pos)
	}
	return out
}
