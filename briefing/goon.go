package briefing

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// A Container is what a piece goes on with where a cut before it was forced: the
// quotations, list items and notes that are open, and in them a fence, a table
// or an HTML block.
//
// Such a piece is read behind a few lines made for it, which open all of that
// again; what comes of those lines is taken out of the tree, and what goes on is
// marked Cont. In the middle of a line nothing is opened: its words are read alone,
// and the containers are put around them.
type Container struct {
	From   Pos // where the piece begins in which the outermost of it was opened
	levels []level
	leaf   Kind   // Code, HTML, Table; Paragraph for words
	open   bool   // a paragraph or indented code is open, which needs no line to open it
	lines  string // what opens the leaf again
	head   Range  // of a table outside everything: where its lines stand
	fence  Pos    // of a fence outside everything: 1 + where it begins
	lead   string // all that stands before such a piece
}

// level is an open container.
type level struct {
	kind    Kind // Quote, Item, Note
	hang    int  // Item: where its words begin
	marker  byte // of its list, with its looseness
	tight   bool
	ordered bool
	number  int
	label   string // Note
}

// String names what is open, for tests.
func (c *Container) String() string { return fmt.Sprintf("%d %q %d", c.From, c.lead, c.leaf) }

// compose makes the lines that open the container again.
func (c *Container) compose() {
	var first, rest strings.Builder
	for _, l := range c.levels {
		switch l.kind {
		case Quote:
			first.WriteString("> ")
			rest.WriteString("> ")
		case Note:
			first.WriteString("[^" + l.label + "]: ")
			rest.WriteString("    ")
		default:
			mark := string(rune(l.marker))
			if l.ordered { // the number is put right afterwards
				mark = strings.Repeat("0", min(max(l.hang-6, 0), 8)) + "1" + mark
			}
			gap := l.hang - len(mark)
			lead := max(gap-4, 0)
			first.WriteString(strings.Repeat(" ", lead) + mark + strings.Repeat(" ", gap-lead))
			rest.WriteString(strings.Repeat(" ", l.hang))
		}
	}
	switch {
	case c.lines != "":
		c.lead = first.String() + strings.ReplaceAll(strings.TrimSuffix(c.lines, "\n"), "\n", "\n"+rest.String()) + "\n"
	case len(c.levels) > 0:
		c.lead = first.String() + "#\n" // a heading, because no line goes on with one
	}
}

// md is the open piece up to end, behind what opens its containers again.
func (s *State) md(src []byte, end Pos) (md []byte, lead int) {
	if s.in != nil {
		lead = len(s.in.lead)
	}
	md = make([]byte, 0, lead+int(end-s.start)+8)
	if s.in != nil {
		md = append(md, s.in.lead...)
	}
	return append(md, src[s.start:end]...), lead
}

// openAt asks goldmark what is open at a place in the last line of src[:end]. It
// is nil where a top-level block begins there. False says that no piece can begin
// there; what is open is then told as far as it is known.
func (s *State) openAt(src []byte, cut, end Pos) (*Container, bool) {
	md, lead := s.md(src, end)
	at := lead + int(cut-s.start)
	root := blockGrammar().Parse(text.NewReader(md))
	c := &Container{From: s.start}
	for n := ast.Node(root); ; {
		k := n.LastChild()
		if k == nil || begin(k) >= at {
			break
		}
		if n == root && begin(k) < lead {
			c.From = s.in.From
		}
		if len(c.levels) >= deepest {
			return c, false
		}
		again := begin(k) < lead // opened by the lines before the piece
		n = k
		switch k := k.(type) {
		case *ast.Blockquote:
			c.levels = append(c.levels, level{kind: Quote})
			continue
		case *east.Footnote:
			c.levels = append(c.levels, level{kind: Note, label: string(k.Ref)})
			continue
		case *ast.List:
			item := k.LastChild()
			if begin(item) >= at {
				item = item.PreviousSibling()
			}
			l := level{kind: Item, hang: item.(*ast.ListItem).Offset, marker: k.Marker, tight: k.IsTight, ordered: k.IsOrdered(), number: k.Start}
			if d := len(c.levels); again && d < len(s.in.levels) {
				l.tight, l.number = s.in.levels[d].tight, s.in.levels[d].number
			}
			for i := item.PreviousSibling(); i != nil; i = i.PreviousSibling() {
				l.number++
			}
			c.levels = append(c.levels, l)
			if item != k.LastChild() {
				c.compose()
				return c, true
			}
			n = item
			continue
		case *ast.Paragraph, *ast.TextBlock:
			c.open = true
		case *ast.CodeBlock:
			c.leaf, c.open = Code, true
		case *ast.FencedCodeBlock:
			c.leaf = Code
			if c.lines = fenceLine(md, k); c.lines == "" {
				return c, false
			}
			if len(c.levels) == 0 && !again {
				c.fence = s.start + Pos(bytes.LastIndexByte(md[:k.Pos()], '\n')+1-lead) + 1
			} else if len(c.levels) == 0 {
				c.fence = s.in.fence
			}
		case *ast.HTMLBlock:
			c.leaf, c.lines = HTML, htmlLine(md, k)
		case *east.Table:
			c.leaf = Table
			switch {
			case len(c.levels) == 0 && again:
				c.lines, c.head = s.in.lines, s.in.head
			case len(c.levels) == 0:
				from, to := headLines(md, k)
				c.lines, c.head = string(md[from:to]), Range{s.start + Pos(from-lead), s.start + Pos(to-lead)}
			default:
				c.lines = bareHead(k)
			}
		default: // a definition, a link: no line goes on with anything else
			return c, false
		}
		break
	}
	if len(c.levels) == 0 && c.lines == "" && c.leaf != Code {
		return nil, !c.open
	}
	c.compose()
	return c, true
}

// begin is where a node begins.
func begin(n ast.Node) int {
	if n.Pos() >= 0 {
		return n.Pos()
	}
	if l := n.Lines(); l != nil && l.Len() > 0 {
		return l.At(0).Start
	}
	return 0
}

// fenceLine is the line that opens a fence, "" where goldmark does not say where
// it stands.
func fenceLine(md []byte, n *ast.FencedCodeBlock) string {
	p := n.Pos()
	if p < 0 || p >= len(md) || fenceRun(md[p:]) < 3 {
		return ""
	}
	from := p
	for from > 0 && p-from < 3 && md[from-1] == ' ' {
		from--
	}
	if from > 0 && md[from-1] != '\n' { // the blanks are a container's
		from = p
	}
	line, _, _ := bytes.Cut(md[from:], []byte{'\n'})
	return string(line) + "\n"
}

// htmlLine opens an HTML block of the kind of n, and shows nothing.
func htmlLine(md []byte, n *ast.HTMLBlock) string {
	switch n.HTMLBlockType {
	case ast.HTMLBlockType1:
		if n.Lines().Len() > 0 {
			if name, _ := tagName(bytes.TrimLeft(md[n.Lines().At(0).Start:], " ")); name == "script" || name == "style" {
				return "<" + name + ">\n"
			}
		}
		return "<pre>\n"
	case ast.HTMLBlockType2:
		return "<!--\n"
	case ast.HTMLBlockType3:
		return "<?\n"
	case ast.HTMLBlockType4:
		return "<!A\n"
	case ast.HTMLBlockType5:
		return "<![CDATA[>\n"
	}
	return "<div>\n"
}

// headLines is where the head of a table and the line under it stand.
func headLines(md []byte, n *east.Table) (from, to int) {
	for c := n.FirstChild().FirstChild(); c != nil; c = c.NextSibling() {
		if l := c.Lines(); l != nil && l.Len() > 0 {
			from = bytes.LastIndexByte(md[:l.At(0).Start], '\n') + 1
			break
		}
	}
	to = from
	for range 2 {
		if i := bytes.IndexByte(md[to:], '\n'); i >= 0 {
			to += i + 1
		}
	}
	return from, to
}

// bareHead is a head without words for a table with the columns of n.
func bareHead(n *east.Table) string {
	rule := "|"
	for _, a := range n.Alignments {
		rule += [...]string{east.AlignLeft: ":--|", east.AlignRight: "--:|", east.AlignCenter: ":-:|", east.AlignNone: "---|"}[a]
	}
	return "|" + strings.Repeat(" |", len(n.Alignments)) + "\n" + rule + "\n"
}

// goOn takes out of a piece's blocks what opened its containers again, and marks
// what goes on.
func (c *Container) goOn(blocks []Block, levels []level) []Block {
	if len(blocks) == 0 {
		return nil
	}
	b := &blocks[0]
	if len(levels) == 0 {
		return c.goOnLeaf(blocks)
	}
	l := levels[0]
	switch {
	case b.Kind == l.kind:
		b.Blocks = c.goOn(b.Blocks, levels[1:])
	case b.Kind == List && l.kind == Item && len(b.Blocks) > 0:
		b.Tight = l.tight
		for i := range b.Blocks {
			b.Blocks[i].Tight, b.Blocks[i].Start = l.tight, l.number+i
		}
		first := &b.Blocks[0]
		first.Cont = true
		if first.Blocks = c.goOn(first.Blocks, levels[1:]); len(first.Blocks) == 0 {
			b.Blocks = b.Blocks[1:]
		} else {
			first.At.Start = max(first.At.Start, first.Blocks[0].At.Start)
		}
	default: // read as something else
		return blocks
	}
	if len(b.Blocks) == 0 {
		return blocks[1:]
	}
	b.Cont = true
	b.At.Start = max(b.At.Start, b.Blocks[0].At.Start)
	return blocks
}

func (c *Container) goOnLeaf(blocks []Block) []Block {
	b := &blocks[0]
	if c.lines == "" {
		if b.Kind == Heading && b.Leaf.Prose == "" && len(c.levels) > 0 {
			blocks = blocks[1:]
		}
		if c.open && len(blocks) > 0 && blocks[0].Kind == c.leaf {
			blocks[0].Cont = true
		}
		return blocks
	}
	if b.Kind != c.leaf {
		return blocks
	}
	b.Cont = true
	switch b.Kind {
	case Table:
		b.Blocks[0].Cont = true
		if len(b.Blocks) == 1 {
			return blocks[1:]
		}
		b.At.Start = b.Blocks[1].At.Start
	case Code:
		if b.Leaf.Prose == "" {
			return blocks[1:]
		}
		b.At.Start = b.Leaf.At.Start
	}
	return blocks
}

// around puts the containers around words from the middle of a line.
func (c *Container) around(blocks []Block) []Block {
	if len(blocks) == 0 {
		return nil
	}
	at := Range{blocks[0].At.Start, blocks[len(blocks)-1].At.End}
	for i := len(c.levels) - 1; i >= 0; i-- {
		l := c.levels[i]
		b := Block{Kind: l.kind, At: at, Cont: true, Blocks: blocks, Label: l.label}
		if l.kind == Item {
			b.Ordered, b.Start, b.Marker, b.Tight = l.ordered, l.number, l.marker, l.tight
			b = Block{Kind: List, At: at, Cont: true, Ordered: l.ordered, Marker: l.marker, Tight: l.tight, Blocks: []Block{b}}
		}
		blocks = []Block{b}
	}
	return blocks
}
