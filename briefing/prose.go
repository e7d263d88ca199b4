package briefing

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// prose builds a leaf: it is told what the source holds, in order, and keeps
// the words with the way back.
type prose struct {
	b    []byte
	leaf Leaf
	look Look
	link string
}

// plain adds source bytes that stand for themselves.
func (p *prose) plain(pos Pos, s []byte) {
	if len(s) == 0 {
		return
	}
	p.run(len(s))
	if n := len(p.leaf.segments); n > 0 {
		if l := &p.leaf.segments[n-1]; l.size == 0 && l.pos+Pos(l.n) == pos {
			l.n += int32(len(s))
			p.b = append(p.b, s...)
			return
		}
	}
	p.leaf.segments = append(p.leaf.segments, segment{pos, int32(len(p.b)), int32(len(s)), 0})
	p.b = append(p.b, s...)
}

// token adds words that size bytes of source at pos stand for.
func (p *prose) token(pos Pos, size int, words string) {
	if words == "" {
		return
	}
	p.run(len(words))
	p.leaf.segments = append(p.leaf.segments, segment{pos, int32(len(p.b)), int32(len(words)), int32(size)})
	p.b = append(p.b, words...)
}

func (p *prose) run(n int) {
	if k := len(p.leaf.Runs); k > 0 {
		if r := &p.leaf.Runs[k-1]; r.Look == p.look && r.Link == p.link {
			r.To += n
			return
		}
	}
	p.leaf.Runs = append(p.leaf.Runs, Run{len(p.b), len(p.b) + n, p.look, p.link})
}

func (p *prose) done() *Leaf {
	l := p.leaf
	l.Prose = string(p.b)
	if n := len(l.segments); n > 0 {
		l.At = Range{l.segments[0].pos, l.segments[n-1].end()}
		l.from = l.At.Start
	}
	return &l
}

// escaped adds source bytes in which backslash escapes and character references
// are resolved.
func (p *prose) escaped(pos Pos, s []byte) {
	for len(s) > 0 {
		i := bytes.IndexAny(s, "\\&")
		if i < 0 {
			p.plain(pos, s)
			return
		}
		p.plain(pos, s[:i])
		s, pos = s[i:], pos+Pos(i)
		n, words := 1, s[:1]
		switch {
		case s[0] == '\\' && len(s) > 1 && util.IsPunct(s[1]):
			n, words = 2, s[1:2]
		case s[0] == '&':
			if k, r := reference(s); k > 0 {
				p.token(pos, k, r)
				s, pos = s[k:], pos+Pos(k)
				continue
			}
		}
		if n == 1 {
			p.plain(pos, words)
		} else {
			p.token(pos, n, string(words))
		}
		s, pos = s[n:], pos+Pos(n)
	}
}

// reference reads a character reference at the start of s. It returns its
// length and what it stands for; characters that must not reach a screen
// (controls, bidirectional overrides) stand for nothing.
func reference(s []byte) (int, string) {
	end := bytes.IndexByte(s[:min(len(s), 40)], ';')
	if end < 2 {
		return 0, ""
	}
	var r string
	if s[1] != '#' {
		e, ok := util.LookUpHTML5EntityByName(string(s[1:end]))
		if !ok {
			return 0, ""
		}
		r = string(e.Characters)
	} else {
		digits, base := s[2:end], 10
		if len(digits) > 0 && (digits[0] == 'x' || digits[0] == 'X') {
			digits, base = digits[1:], 16
		}
		if len(digits) == 0 || len(digits) > 7 {
			return 0, ""
		}
		n := 0
		for _, d := range digits {
			v := strings.IndexByte("0123456789abcdef", d|0x20)
			if v < 0 || v >= base {
				return 0, ""
			}
			n = n*base + v
		}
		if n == 0 || n > unicode.MaxRune || !utf8.ValidRune(rune(n)) {
			n = utf8.RuneError
		}
		r = string(rune(n))
	}
	return end + 1, strings.Map(visible, r)
}

// visible keeps what may reach a screen; white space becomes a space.
func visible(r rune) rune {
	switch {
	case r == '\n' || r == '\t' || r == '\r':
		return ' '
	case r < 0x20 || r >= 0x7f && r < 0xa0,
		r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f, r == 0x061c:
		return -1
	}
	return r
}

// resolve gives the words of a raw string: link destinations, info strings.
func resolve(s string) string {
	var p prose
	p.escaped(0, []byte(s))
	return string(p.b)
}

// leaf reads the inline nodes below n.
func (c *converter) leaf(n ast.Node) *Leaf {
	var p prose
	c.inlines(&p, n, 0)
	for len(p.b) > 0 && p.b[len(p.b)-1] == ' ' { // nothing stands behind a last soft break
		p.trim()
	}
	return p.done()
}

// trim takes the last byte of the prose away.
func (p *prose) trim() {
	p.b = p.b[:len(p.b)-1]
	if s := &p.leaf.segments[len(p.leaf.segments)-1]; s.n == 1 || s.size > 0 && int(s.at) == len(p.b) {
		p.leaf.segments = p.leaf.segments[:len(p.leaf.segments)-1]
	} else if s.size == 0 {
		s.n--
	}
	if r := &p.leaf.Runs[len(p.leaf.Runs)-1]; r.To-r.From == 1 {
		p.leaf.Runs = p.leaf.Runs[:len(p.leaf.Runs)-1]
	} else {
		r.To--
	}
}

func (c *converter) inlines(p *prose, n ast.Node, depth int) {
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		c.inline(p, k, depth)
	}
}

func (c *converter) inline(p *prose, n ast.Node, depth int) {
	look, link := p.look, p.link
	switch n := n.(type) {
	case *ast.Text:
		pos, s := c.pos(n.Segment.Start), n.Segment.Value(c.md)
		if n.Segment.Padding > 0 {
			s = s[n.Segment.Padding:]
		}
		if n.IsRaw() || p.look&CodeSpan != 0 {
			c.raw(p, pos, s)
		} else {
			p.escaped(pos, s)
		}
		if n.HardLineBreak() {
			p.token(c.pos(n.Segment.Stop), c.lineBreak(n.Segment.Stop), "\n")
		} else if n.SoftLineBreak() {
			p.token(c.pos(n.Segment.Stop), c.lineBreak(n.Segment.Stop), " ")
		}
	case *ast.CodeSpan:
		p.look |= CodeSpan
		c.inlines(p, n, depth+1)
	case *ast.Emphasis:
		if n.Level > 1 {
			p.look |= Strong
		} else {
			p.look |= Emphasis
		}
		c.inlines(p, n, depth+1)
	case *east.Strikethrough:
		p.look |= Strike
		c.inlines(p, n, depth+1)
	case *ast.Link:
		p.link = resolve(string(n.Destination))
		c.inlines(p, n, depth+1)
	case *ast.Image:
		p.look |= Image
		if p.link == "" {
			p.link = resolve(string(n.Destination))
		}
		c.inlines(p, n, depth+1)
	case *ast.AutoLink:
		p.link = string(n.URL(c.md))
		if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(p.link), "mailto:") {
			p.link = "mailto:" + p.link
		}
		label := n.Label(c.md)
		p.plain(c.pos(c.offset(label)), label)
	case *ast.RawHTML:
		if n.Segments.Len() > 0 {
			first, last := n.Segments.At(0), n.Segments.At(n.Segments.Len()-1)
			if tag, _ := tagName(first.Value(c.md)); tag == "br" {
				p.token(c.pos(first.Start), last.Stop-first.Start, "\n")
			}
		}
	case *noteNode:
		p.leaf.Marks = append(p.leaf.Marks, Mark{len(p.b), n.label})
	case *east.TaskCheckBox: // the item says it
	default:
		c.inlines(p, n, depth+1)
	}
	p.look, p.link = look, link
}

// offset finds where in the source a part of it stands: goldmark hands out
// slices of what it was given.
func (c *converter) offset(part []byte) int {
	if cap(part) == 0 || cap(part) > cap(c.md) {
		return 0
	}
	return cap(c.md) - cap(part)
}

// lineBreak is how many bytes from the newline that follows stop belong to it.
func (c *converter) lineBreak(stop int) int {
	if i := bytes.IndexByte(c.md[min(stop, len(c.md)):], '\n'); i >= 0 {
		return i + 1
	}
	return 1
}

// raw adds code: nothing is resolved, a newline inside is a space.
func (c *converter) raw(p *prose, pos Pos, s []byte) {
	for {
		i := bytes.IndexByte(s, '\n')
		if i < 0 {
			p.plain(pos, s)
			return
		}
		p.plain(pos, s[:i])
		p.token(pos+Pos(i), 1, " ")
		s, pos = s[i+1:], pos+Pos(i+1)
	}
}

// code is the text of a code block, tabs as they are, lines apart.
func (c *converter) code(n ast.Node) *Leaf {
	var p prose
	p.look = CodeSpan
	lines := n.Lines()
	for i := range lines.Len() {
		c.line(&p, lines.At(i))
	}
	for len(p.b) > 0 && p.b[len(p.b)-1] == '\n' {
		p.trim()
	}
	return p.done()
}

func (c *converter) line(p *prose, s text.Segment) {
	for range s.Padding { // what is left of a tab
		p.token(c.pos(s.Start), 0, " ")
	}
	v := c.md[s.Start:s.Stop]
	p.plain(c.pos(s.Start), v)
	if len(v) == 0 || v[len(v)-1] != '\n' {
		p.token(c.pos(s.Stop), 0, "\n")
	}
}

// html is what a reader sees of an HTML block: its text. Tags, comments,
// scripts and style sheets are left out; white space folds, blocks and <br>
// begin lines.
func (c *converter) html(n *ast.HTMLBlock) *Leaf {
	var p prose
	lines := n.Lines()
	if lines.Len() == 0 {
		return p.done()
	}
	start, end := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	if n.HasClosure() {
		end = max(end, n.ClosureLine.Stop)
	}
	s := c.md[start:end]
	for i := 0; i < len(s); {
		switch {
		case s[i] == '<':
			name, size := tagName(s[i:])
			if size == 0 {
				p.plain(c.pos(start+i), s[i:i+1])
				i++
				continue
			}
			switch name {
			case "br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "summary", "blockquote":
				if len(p.b) > 0 && p.b[len(p.b)-1] != '\n' {
					p.token(c.pos(start+i), size, "\n")
				}
			case "td", "th":
				p.gap(c.pos(start+i), size)
			case "script", "style":
				if s[i+1] == '/' { // its words are gone already
					break
				}
				if k := bytes.Index(bytes.ToLower(s[i:]), []byte("</"+name)); k > 0 {
					size = k
				} else {
					size = len(s) - i
				}
			}
			i += size
		case s[i] == ' ' || s[i] == '\t' || s[i] == '\n':
			k := i + 1
			for k < len(s) && (s[k] == ' ' || s[k] == '\t' || s[k] == '\n') {
				k++
			}
			p.gap(c.pos(start+i), k-i)
			i = k
		default:
			k := bytes.IndexAny(s[i:], "< \t\n")
			if k < 0 {
				k = len(s) - i
			}
			p.text(c.pos(start+i), s[i:i+k])
			i += k
		}
	}
	for len(p.b) > 0 && (p.b[len(p.b)-1] == '\n' || p.b[len(p.b)-1] == ' ') {
		p.trim()
	}
	return p.done()
}

// gap adds one space, unless white space or nothing stands before it.
func (p *prose) gap(pos Pos, size int) {
	if n := len(p.b); n > 0 && p.b[n-1] != '\n' && p.b[n-1] != ' ' {
		p.token(pos, size, " ")
	}
}

// text adds HTML text: references are resolved, backslashes are themselves.
func (p *prose) text(pos Pos, s []byte) {
	for len(s) > 0 {
		i := bytes.IndexByte(s, '&')
		if i < 0 {
			p.plain(pos, s)
			return
		}
		p.plain(pos, s[:i])
		s, pos = s[i:], pos+Pos(i)
		n, words := reference(s)
		if n == 0 {
			p.plain(pos, s[:1])
			n = 1
		} else {
			p.token(pos, n, words)
		}
		s, pos = s[n:], pos+Pos(n)
	}
}

// tagName reads a tag, comment or declaration at the start of s: its name in
// lower case, without the slash, and its length. The length is 0 where s is
// none.
func tagName(s []byte) (string, int) {
	if len(s) < 3 || s[0] != '<' {
		return "", 0
	}
	if bytes.HasPrefix(s, []byte("<!--")) {
		if k := bytes.Index(s, []byte("-->")); k > 0 {
			return "!", k + 3
		}
		return "!", len(s)
	}
	i := 1
	if s[i] == '/' {
		i++
	}
	k := i
	for k < len(s) && (s[k]|0x20 >= 'a' && s[k]|0x20 <= 'z' || s[k] >= '0' && s[k] <= '9' || s[k] == '-') {
		k++
	}
	if k == i && s[i] != '!' && s[i] != '?' {
		return "", 0
	}
	quote := byte(0)
	for e := k; e < len(s); e++ {
		switch {
		case quote != 0:
			if s[e] == quote {
				quote = 0
			}
		case s[e] == '"' || s[e] == '\'':
			quote = s[e]
		case s[e] == '>':
			return strings.ToLower(string(s[i:k])), e + 1
		}
	}
	if e := bytes.IndexByte(s, '>'); e > 0 { // a quotation mark that never closes
		return strings.ToLower(string(s[i:k])), e + 1
	}
	return "", 0
}
