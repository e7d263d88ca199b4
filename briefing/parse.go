package briefing

import (
	"bytes"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Parse parses one piece into blocks whose positions are places in src. It is
// pure; who calls it caches.
//
// The grammar is CommonMark with tables, strikethrough, task lists, definition
// lists and footnotes. Bare addresses are left as words: finding them costs a
// quarter of the parse.
func Parse(src []byte, p Piece, r Refs) []Block {
	md := src[p.At.Start:p.At.End]
	c := converter{md: md, start: p.At.Start}
	g := grammar()
	switch {
	case p.Cont && p.In != nil && p.In.leaf == Code:
		return p.In.around(c.words())
	case p.Cont && p.In != nil && p.In.leaf == HTML:
		c.behind(p.In.lines, Range{})
	case p.Cont:
		g = paragraphGrammar()
	case p.In != nil:
		c.behind(p.In.lead, p.In.head)
	}
	root := g.Parse(text.NewReader(c.md), parser.WithContext(&context{parser.NewContext(), r}))
	blocks := c.blocks(root, 0)
	if p.Cont && len(blocks) > 0 {
		blocks[0].Cont = true
	}
	switch {
	case p.In == nil:
	case p.Cont:
		return p.In.around(blocks)
	default:
		return p.In.goOn(blocks, p.In.levels)
	}
	return blocks
}

// grammar and paragraphGrammar are safe for concurrent use once made.
var grammar = sync.OnceValue(func() parser.Parser {
	return goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.DefinitionList),
		goldmark.WithParserOptions(
			parser.WithBlockParsers(util.Prioritized(noteBlock{extension.NewFootnoteBlockParser()}, 999)),
			parser.WithInlineParsers(util.Prioritized(noteMark{}, 101)),
		),
	).Parser()
})

// paragraphGrammar reads what goes on from a forced cut: words and inline
// markup, whatever the first line begins with.
var paragraphGrammar = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
			util.Prioritized(noteMark{}, 101),
			util.Prioritized(extension.NewStrikethroughParser(), 500))...),
	)
})

// context answers from the definitions of the whole briefing; the first of a
// label wins.
type context struct {
	parser.Context
	refs Refs
}

func (c *context) Reference(label string) (parser.Reference, bool) {
	if r, ok := c.refs.links[label]; ok {
		return r, true
	}
	return c.Context.Reference(label)
}

// noteBlock is goldmark's footnote definition, left where it stands: shown by
// its label, it needs no list at the end and no mark that points at it.
type noteBlock struct{ parser.BlockParser }

func (noteBlock) Close(ast.Node, text.Reader, parser.Context) {}

// noteMark reads [^label] where the briefing defines label.
type noteMark struct{}

func (noteMark) Trigger() []byte { return []byte{'['} }

func (noteMark) Parse(_ ast.Node, r text.Reader, pc parser.Context) ast.Node {
	line, seg := r.PeekLine()
	label := noteLabel(line)
	if label == "" {
		return nil
	}
	c, ok := pc.(*context)
	if !ok || !c.refs.notes[label] {
		return nil
	}
	r.Advance(len(label) + 3)
	n := &noteNode{label: label}
	n.SetPos(seg.Start)
	return n
}

// noteLabel returns the label of a line that begins with [^label].
func noteLabel(line []byte) string {
	if len(line) < 4 || line[0] != '[' || line[1] != '^' {
		return ""
	}
	for i := 2; i < len(line) && i < 1000; i++ {
		switch line[i] {
		case ']':
			return string(line[2:i])
		case '[', '\n':
			return ""
		}
	}
	return ""
}

type noteNode struct {
	ast.BaseInline
	label string
}

var kindNoteNode = ast.NewNodeKind("Note")

func (n *noteNode) Kind() ast.NodeKind         { return kindNoteNode }
func (n *noteNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// converter turns goldmark's tree into blocks. The tree is then garbage: blocks
// take a tenth of its memory.
type converter struct {
	md    []byte
	start Pos   // of the piece
	lead  int   // how many bytes before the piece open its containers again
	head  Range // where in the source those stand; empty for nowhere
}

// behind puts lines before the piece.
func (c *converter) behind(lines string, head Range) {
	c.md = append(append(make([]byte, 0, len(lines)+len(c.md)), lines...), c.md...)
	c.lead, c.head = len(lines), head
}

// pos is where byte i of md stands in the source.
func (c *converter) pos(i int) Pos {
	switch {
	case i >= c.lead:
		return c.start + Pos(i-c.lead)
	case c.head.Start < c.head.End:
		return c.head.Start + Pos(i)
	}
	return c.start
}

// words is a piece from the middle of a line of code.
func (c *converter) words() []Block {
	p := prose{look: CodeSpan}
	p.plain(c.start, bytes.TrimRight(c.md, "\r\n"))
	l := p.done()
	if l.Prose == "" {
		return nil
	}
	return []Block{{Kind: Code, Leaf: l, At: l.At, Cont: true}}
}

// deepest is how many containers may stand in each other; what is deeper is
// read as if it stood at this depth.
const deepest = 100

func (c *converter) blocks(parent ast.Node, depth int) []Block {
	if depth > deepest {
		return c.flat(parent)
	}
	var out []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if d, ok := n.(*east.DefinitionList); ok {
			out = c.definitions(out, d, depth)
		} else if b, ok := c.block(n, depth); ok {
			out = append(out, b)
		}
	}
	return out
}

// definitions makes a block of each group of terms with their descriptions.
// (A list of all groups would depend on where the source is cut.)
func (c *converter) definitions(out []Block, d *east.DefinitionList, depth int) []Block {
	for n := d.FirstChild(); n != nil; {
		g := Block{Kind: Definitions}
		for ; n != nil; n = n.NextSibling() {
			if k := len(g.Blocks); k > 0 && n.Kind() == east.KindDefinitionTerm && g.Blocks[k-1].Kind == Description {
				break
			}
			if b, ok := c.block(n, depth+1); ok {
				g.Blocks = append(g.Blocks, b)
			}
		}
		if len(g.Blocks) > 0 {
			g.At = Range{g.Blocks[0].At.Start, g.Blocks[len(g.Blocks)-1].At.End}
			out = append(out, g)
		}
	}
	return out
}

// flat gives the leaves below parent, without recursion.
func (c *converter) flat(parent ast.Node) []Block {
	var out []Block
	n := parent.FirstChild()
	for n != nil {
		if t := n.FirstChild(); t != nil && t.Type() == ast.TypeBlock {
			n = t
			continue
		}
		if b, ok := c.block(n, deepest); ok {
			out = append(out, b)
		}
		for n != parent && n.NextSibling() == nil {
			n = n.Parent()
		}
		if n == parent {
			break
		}
		n = n.NextSibling()
	}
	return out
}

func (c *converter) block(n ast.Node, depth int) (Block, bool) {
	var b Block
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		b.Kind = Paragraph
		b.Leaf = c.leaf(n)
		if b.Leaf.Prose == "" && len(b.Leaf.Marks) == 0 {
			return b, false
		}
	case *ast.Heading:
		b.Kind, b.Level = Heading, n.Level
		b.Leaf = c.leaf(n)
	case *ast.CodeBlock:
		b.Kind, b.Leaf = Code, c.code(n)
	case *ast.FencedCodeBlock:
		b.Kind, b.Leaf = Code, c.code(n)
		if l := n.Language(c.md); l != nil {
			b.Info = resolve(string(l))
		}
	case *ast.HTMLBlock:
		b.Kind, b.Leaf = HTML, c.html(n)
		if b.Leaf.Prose == "" {
			return b, false
		}
	case *ast.ThematicBreak:
		b.Kind = Rule
	case *ast.Blockquote:
		b.Kind, b.Blocks = Quote, c.blocks(n, depth+1)
	case *ast.List:
		b.Kind, b.Marker, b.Tight, b.Ordered = List, n.Marker, n.IsTight, n.IsOrdered()
		number := n.Start
		for i := n.FirstChild(); i != nil; i = i.NextSibling() {
			item := Block{Kind: Item, Ordered: b.Ordered, Start: number, Marker: n.Marker, Tight: n.IsTight, Blocks: c.blocks(i, depth+1)}
			item.Task = task(i)
			item.At = c.at(i, item.Leaf, item.Blocks)
			b.Blocks = append(b.Blocks, item)
			number++
		}
	case *east.Table:
		b.Kind = Table
		for r := n.FirstChild(); r != nil; r = r.NextSibling() {
			row := Block{Kind: Row}
			for i := r.FirstChild(); i != nil; i = i.NextSibling() {
				cell := Block{Kind: Cell, Leaf: c.leaf(i)}
				if t, ok := i.(*east.TableCell); ok {
					cell.Align = aligns[t.Alignment]
				}
				cell.At = c.at(i, cell.Leaf, nil)
				row.Blocks = append(row.Blocks, cell)
			}
			settle(row.Blocks)
			row.At = c.at(r, nil, row.Blocks)
			b.Blocks = append(b.Blocks, row)
		}
	case *east.DefinitionTerm:
		b.Kind, b.Leaf = Term, c.leaf(n)
	case *east.DefinitionDescription:
		b.Kind, b.Blocks, b.Tight = Description, c.blocks(n, depth+1), n.IsTight
	case *east.Footnote:
		b.Kind, b.Label, b.Blocks = Note, string(n.Ref), c.blocks(n, depth+1)
	default: // link reference definitions are no part of the page
		return b, false
	}
	b.At = c.at(n, b.Leaf, b.Blocks)
	return b, true
}

var aligns = map[east.Alignment]Align{east.AlignNone: AlignNone, east.AlignLeft: AlignLeft, east.AlignCenter: AlignCenter, east.AlignRight: AlignRight}

// at is where a block stands: from its own mark, if goldmark knows it, to the
// end of its last line or of what it holds.
func (c *converter) at(n ast.Node, leaf *Leaf, blocks []Block) Range {
	r := Range{-1, -1}
	add := func(s Range) {
		if r.Start < 0 || s.Start < r.Start {
			r.Start = s.Start
		}
		r.End = max(r.End, s.End)
	}
	if n.Type() == ast.TypeBlock {
		if p := n.Pos(); p >= 0 && p <= len(c.md) && placed(n) {
			add(Range{c.pos(p), c.pos(p)})
		}
		if l := n.Lines(); l != nil && l.Len() > 0 {
			add(Range{c.pos(l.At(0).Start), c.pos(l.At(l.Len() - 1).Stop)})
		}
	}
	if leaf != nil && len(leaf.segments) > 0 {
		add(leaf.At)
	}
	for _, b := range blocks {
		add(b.At)
	}
	if r.Start < 0 {
		r = Range{c.start, c.start}
	}
	return r
}

// settle gives the empty cells of a row a place: behind the cell before, or
// before the first that has one.
func settle(cells []Block) {
	place, known := Pos(0), false
	for _, c := range cells {
		if len(c.Leaf.segments) > 0 {
			place, known = c.At.Start, true
			break
		}
	}
	for i := range cells {
		if len(cells[i].Leaf.segments) > 0 {
			place = cells[i].At.End
		} else if known {
			cells[i].At = Range{place, place}
		}
	}
}

// placed reports whether goldmark's Pos can be trusted: not in tables, whose
// head and missing cells stand nowhere, as does one after a blank quoted line.
func placed(n ast.Node) bool {
	switch n.Kind() {
	case east.KindTable, east.KindTableHeader, east.KindTableCell:
		return false
	}
	return true
}

// task returns the state of an item's check box: ' ', 'x', or 0 for none.
func task(item ast.Node) byte {
	if t := item.FirstChild(); t != nil {
		if box, ok := t.FirstChild().(*east.TaskCheckBox); ok {
			if box.IsChecked {
				return 'x'
			}
			return ' '
		}
	}
	return 0
}

// blockGrammar reads blocks and definitions, and no inline markup.
var blockGrammar = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(append(parser.DefaultBlockParsers(),
			util.Prioritized(extension.NewDefinitionListParser(), 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(noteBlock{extension.NewFootnoteBlockParser()}, 999))...),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
	)
})

// eachNote calls yield with the label of every footnote definition below n.
func eachNote(n ast.Node, yield func(label string)) {
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		if f, ok := k.(*east.Footnote); ok {
			yield(string(f.Ref))
		}
		if k.Type() == ast.TypeBlock {
			eachNote(k, yield)
		}
	}
}
