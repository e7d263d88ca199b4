package briefing

import (
	"bytes"
	"maps"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A Piece is a stretch of source that parses alone. Pieces follow each other
// without gaps.
type Piece struct {
	At   Range
	Cont bool       // begins in the middle of a paragraph or a line: the cut was forced
	In   *Container // what it goes on with, where a cut was forced; nil for nothing
}

// Refs is what the briefing defines for all its pieces: link references and
// footnote labels. It is never changed once handed out.
type Refs struct {
	links map[string]parser.Reference
	notes map[string]bool
}

// Len is the number of definitions. They only grow in number, so two Refs of
// one briefing with one length are the same.
func (r Refs) Len() int { return len(r.links) + len(r.notes) }

// How large pieces get: aim is half a millisecond of parsing; a block longer than
// most is cut by force: a paragraph, or a line, into slices of less than a screen,
// a container into pieces of the usual size.
const (
	aim   = 16 << 10
	most  = 64 << 10
	slice = 3 << 9
)

// State is where a scan stands. The zero State stands at the beginning.
type State struct {
	Refs  Refs
	start Pos // of the piece that is open
	pos   Pos // scanned up to here: the beginning of a line
	aim   int // 0 for the usual

	cont   bool       // the open piece begins in the middle of a paragraph or a line
	in     *Container // and goes on with this
	later  int        // how long the open piece gets before goldmark is asked again where to cut it
	steady bool       // nothing but rows of a table since the piece began
	blank  bool       // the line before is blank
	run    Pos        // where the lines without a blank one between them began

	fence    byte // the open fence's mark, 0 for none
	fenceLen int
	fenceAt  Pos    // 1 + where its line begins
	unsure   bool   // the fence may stand in a list item or an HTML block: ask before believing it
	html     string // what ends the open HTML block, "" for none
	refused  Pos    // 1 + the beginning of a long run that is no paragraph
	defs     bool   // the run may define something
}

// Pos is how far the scan has come.
func (s State) Pos() Pos { return s.pos }

// Cut goes on with the scan of src from where s stands and returns the pieces
// it has closed. Last says that src is the whole; else a later src begins with
// this one, and what stands behind the last closed piece stays open.
//
// It runs over lines, not over a tree. It cuts before a line at column 0 that
// follows a blank line and is no list mark, bracket, colon or digit, outside
// fences and the HTML blocks that blank lines do not end: there CommonMark has
// closed every container. Where a line scan cannot know, because a fence stands
// indented and may belong to a list item, it asks goldmark.
//
// Where no such line comes for longer than most, a cut is forced, in a paragraph
// (force), between the lines of a container or in a long one (force.go); the next
// piece then knows what it goes on with.
func Cut(src []byte, s State, last bool) ([]Piece, State) {
	if s.aim == 0 {
		s.aim = aim
	}
	var out []Piece
	fresh := &definitions{old: s.Refs}
	closeAt := func(p Pos, cont bool, in *Container) {
		if p > s.start {
			out = append(out, Piece{Range{s.start, p}, s.cont, s.in})
		}
		s.start, s.cont, s.in, s.later, s.steady = p, cont, in, 0, true
	}
	for int(s.pos) < len(src) {
		rest := src[s.pos:]
		n := bytes.IndexByte(rest, '\n')
		whole := n >= 0 || last
		if n < 0 {
			n = len(rest)
		} else {
			n++
		}
		if s.force(src, s.pos+Pos(n), closeAt) || s.longLine(src, n, whole, closeAt) {
			continue
		}
		if !whole {
			break
		}
		line := rest[:n]
		if s.cont && !s.blank && s.atLine(src) && interrupts(line) {
			closeAt(s.pos, false, nil)
			s.run = s.pos
		}
		if s.blank && cuttable(line) && s.outside(src) && (int(s.pos-s.start) >= s.aim || s.cont) {
			closeAt(s.pos, false, nil)
		}
		s.container(src, line, closeAt)
		s.line(src, line, fresh)
		s.pos += Pos(n)
	}
	if last {
		s.define(src, s.pos, fresh)
		closeAt(Pos(len(src)), false, nil)
	}
	s.Refs = fresh.refs()
	return out, s
}

// force cuts a paragraph whose lines reach past most, at a space. It reports
// whether it moved the scan.
func (s *State) force(src []byte, end Pos, closeAt closer) bool {
	if s.fence != 0 || s.html != "" || s.cont && s.in != nil {
		return false
	}
	if s.blank && s.pos > s.run {
		s.run = s.pos
	}
	from := s.run
	if s.cont {
		from = s.start
	}
	if s.cont && int(end-from) <= slice || !s.cont && (int(end-from) <= most || s.refused == from+1) {
		return false
	}
	if !s.cont && !s.inParagraph(src, from+most) {
		s.refused = from + 1 // a list, table or quotation
		return false
	}
	at := atSpace(src, from, slice)
	if !s.cont && from > s.start && cuttable(src[from:at]) {
		closeAt(from, false, nil)
	}
	closeAt(at, true, nil)
	s.run, s.pos, s.blank, s.defs = at, at, false, false
	return true
}

// atLine reports whether the scan stands at the beginning of a line.
func (s *State) atLine(src []byte) bool { return s.pos == 0 || src[s.pos-1] == '\n' }

// inParagraph reports whether the open piece, up to end, ends inside a top-level
// paragraph.
func (s *State) inParagraph(src []byte, end Pos) bool {
	md, _ := s.md(src, end)
	root := blockGrammar().Parse(text.NewReader(md))
	p, ok := root.LastChild().(*ast.Paragraph)
	return ok && p.Lines().Len() > 0 && p.Lines().At(p.Lines().Len()-1).Stop >= len(md)-1
}

// line takes one line into account.
func (s *State) line(src, line []byte, fresh *definitions) {
	body := bytes.TrimLeft(line, " ")
	indent := len(line) - len(body)
	begins := s.atLine(src)
	empty := begins && util.IsBlank(body)
	s.steady = s.steady && !empty && !interrupts(line)
	switch {
	case s.html != "":
		if ends(line, s.html) {
			s.html = ""
		}
	case s.fence != 0:
		if n := fenceRun(body); indent < 4 && n >= s.fenceLen && body[0] == s.fence && len(bytes.TrimSpace(body[n:])) == 0 {
			s.fence = 0
		}
	case empty:
		if !s.blank {
			s.define(src, s.pos, fresh)
		}
	default:
		if s.blank || s.pos == 0 {
			s.run = s.pos
		}
		if indent >= 4 || !begins {
			break
		}
		if n := fenceRun(body); n >= 3 && (body[0] == '~' || bytes.IndexByte(body[n:], '`') < 0) {
			s.fence, s.fenceLen, s.fenceAt = body[0], n, s.pos+1
			s.unsure = indent > 0 || src[s.run] == '<' || src[s.run] == ' '
			break
		}
		if e := htmlEnd(body); e != "" && !ends(body[1:], e) {
			s.html, s.unsure = e, indent > 0
		}
	}
	s.blank = empty
	if !empty && s.fence == 0 && s.html == "" {
		s.defs = s.defs || bytes.Contains(line, []byte("]:"))
	}
}

// outside reports whether the line that begins at pos stands outside fences and
// HTML blocks.
func (s *State) outside(src []byte) bool {
	if s.fence == 0 && s.html == "" {
		return true
	}
	if !s.unsure {
		return false
	}
	s.unsure = false
	// A probe that parses as a paragraph of its own stands outside.
	md, _ := s.md(src, s.pos)
	md = append(md, "probe\n"...)
	p, ok := blockGrammar().Parse(text.NewReader(md)).LastChild().(*ast.Paragraph)
	if ok && p.Lines().Len() == 1 && len(md)-len("probe\n") == p.Lines().At(0).Start {
		s.fence, s.html = 0, ""
		return true
	}
	return false
}

// cuttable reports whether a piece may begin with line, where a blank line
// stands before it.
func cuttable(line []byte) bool {
	if len(line) == 0 {
		return false
	}
	switch c := line[0]; {
	case c == ' ', c == '\t', c == '\n', c == '\r', c == '[', c == ':', c >= '0' && c <= '9':
		return false
	case c == '-', c == '*', c == '+':
		return len(line) > 1 && line[1] != ' ' && line[1] != '\t' && line[1] != '\n' && line[1] != '\r'
	}
	return true
}

// interrupts reports whether line may end a paragraph that it follows.
func interrupts(line []byte) bool {
	b := bytes.TrimLeft(line, " ")
	if len(line)-len(b) > 3 || len(b) == 0 {
		return false
	}
	switch c := b[0]; c {
	case '#', '>', '<', '`', '~', '_':
		return true
	case '-', '*', '+':
		return !cuttable(b) || b[1] == c
	case '[':
		return len(b) > 1 && b[1] == '^'
	default:
		return c >= '0' && c <= '9'
	}
}

func fenceRun(b []byte) int {
	if len(b) == 0 || b[0] != '`' && b[0] != '~' {
		return 0
	}
	n := 1
	for n < len(b) && b[n] == b[0] {
		n++
	}
	return n
}

// htmlEnd returns what ends the HTML block that b begins, of the kinds that a
// blank line does not end; "</" stands for the end of a script, a style sheet,
// a pre or a textarea.
func htmlEnd(b []byte) string {
	if len(b) < 3 || b[0] != '<' {
		return ""
	}
	switch {
	case bytes.HasPrefix(b, []byte("<!--")):
		return "-->"
	case bytes.HasPrefix(b, []byte("<![CDATA[")):
		return "]]>"
	case b[1] == '?':
		return "?>"
	case b[1] == '!' && b[2]|0x20 >= 'a' && b[2]|0x20 <= 'z':
		return ">"
	}
	for _, t := range []string{"script", "pre", "style", "textarea"} {
		if len(b) > len(t)+1 && bytes.EqualFold(b[1:1+len(t)], []byte(t)) && bytes.IndexByte([]byte(" \t>\n\r"), b[1+len(t)]) >= 0 {
			return "</"
		}
	}
	return ""
}

func ends(line []byte, end string) bool {
	if end != "</" {
		return bytes.Contains(line, []byte(end))
	}
	low := bytes.ToLower(line)
	for _, t := range []string{"</script>", "</pre>", "</style>", "</textarea>"} {
		if bytes.Contains(low, []byte(t)) {
			return true
		}
	}
	return false
}

// definitions gathers what a scan finds; the map it began with is copied only
// if there is something new.
type definitions struct {
	old, now Refs
}

func (d *definitions) refs() Refs {
	if d.now.Len() == 0 {
		return d.old
	}
	out := Refs{maps.Clone(d.now.links), maps.Clone(d.now.notes)}
	for k, v := range d.old.links {
		out.links[k] = v // the first of a label wins
	}
	for k := range d.old.notes {
		out.notes[k] = true
	}
	return out
}

// define asks goldmark for the definitions of the run of lines that ends at
// end. A run at column 0 is read alone; one inside a container only from the
// beginning of the piece.
func (s *State) define(src []byte, end Pos, d *definitions) {
	if !s.defs || s.cont {
		s.defs = false
		return
	}
	s.defs = false
	from := s.run
	if src[from] == ' ' || src[from] == '\t' {
		from = s.start
	}
	c := &context{Context: parser.NewContext()}
	root := blockGrammar().Parse(text.NewReader(src[from:end]), parser.WithContext(c))
	if d.now.links == nil {
		d.now = Refs{map[string]parser.Reference{}, map[string]bool{}}
	}
	for _, r := range c.References() {
		key := util.ToLinkReference(r.Label())
		if _, ok := d.now.links[key]; !ok {
			d.now.links[key] = parser.NewReference(bytes.Clone(r.Label()), bytes.Clone(r.Destination()), bytes.Clone(r.Title()))
		}
	}
	eachNote(root, func(label string) { d.now.notes[label] = true })
}

// Open is the piece that is still open, as far as it has been read: up to end.
func (s State) Open(end Pos) Piece { return Piece{Range{s.start, end}, s.cont, s.in} }
