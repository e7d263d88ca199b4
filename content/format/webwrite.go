package format

import (
	"bytes"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// web writes an HTML tree as Markdown. What an author can say in both comes
// through: headings, lists, tables, quotations, emphasis, links, notes; pictures,
// forms, scripts and styles do not. The writer is ours rather than a library's so
// that text is escaped as everywhere else here, that a cell which claims to span
// 100,000 columns costs nothing, and that mail and e-books share it.
type web struct {
	md     []byte
	prefix string // of every line: the indents and marks of what is around it
	first  string // of the next line instead, with the mark of an item
	fresh  bool   // the last line is ended
	ended  int    // where the last list ended
	mark   byte   // and with what its items begin

	line      []byte   // the open paragraph as Markdown
	raw       []byte   // and after it text that is not yet escaped
	from      []int    // the line of the file of each of its lines, as lineOf tells, 0 before any word
	emph      []string // emphasis that is open in the tree
	shown     int      // how much of it has its marks written
	opened    []int    // where they stand in line
	pairs     [][3]int // of the emphasis that is closed: where it opens and closes, and how long its mark is
	plain     int      // depth of headings and cells, where emphasis is not said
	cellBreak string   // what a line break is written as in there, "" for a space

	base     *url.URL
	ids      map[string]*html.Node // what links within the document lead to
	find     func(href string) *html.Node
	notes    []note
	inNote   bool
	writing  int                 // which note is written
	nth      map[*html.Node]int  // in which order links and blocks come
	noted    map[*html.Node]bool // which stand with the notes and not where they are
	counted  *int                // the notes of what was written before
	lineOf   func(*html.Node) int
	marks    []mark
	silent   []stretch // of md, what gives no facts: who took a picture
	captions int       // depth of elements that caption a picture
	recent   []string  // the last captions
	shift    int       // how much deeper headings stand
	skip     func(*html.Node) bool
}

// webMarkdown writes what is under a node. The base is what links are relative
// to, nil if unknown; skip says what to leave out, lineOf where a text stands in
// the file, both may be nil.
func webMarkdown(n *html.Node, base *url.URL, skip func(*html.Node) bool, lineOf func(*html.Node) int) lined {
	w := newWeb(n, base, skip)
	w.lineOf = lineOf
	return w.write(n)
}

func newWeb(n *html.Node, base *url.URL, skip func(*html.Node) bool) *web {
	w := &web{base: base, fresh: true, ended: -1, ids: map[string]*html.Node{}, noted: map[*html.Node]bool{}, counted: new(int), skip: skip}
	w.find = func(href string) *html.Node { return w.ids[strings.TrimPrefix(href, "#")] }
	heads := 0
	for c := range n.Descendants() {
		if c.DataAtom == atom.H1 {
			heads++
		}
	}
	if heads > 1 { // one is the title
		w.shift = 1
	}
	return w
}

func (w *web) write(n *html.Node) lined {
	nestLists(n)
	w.index(n)
	w.node(n)
	w.flush()
	for i := 0; i < len(w.notes); i++ { // a note may have notes
		w.blank()
		w.first, w.prefix = "[^"+w.notes[i].label+"]: ", "    "
		w.inNote, w.writing = true, i
		w.children(w.notes[i].body)
		w.flush()
		w.inNote = false
		w.first, w.prefix = "", ""
	}
	if len(w.md) > 0 && w.md[len(w.md)-1] != '\n' {
		w.md = append(w.md, '\n')
	}
	l := marked(w.md, w.marks)
	for _, s := range w.silent {
		text := bytes.TrimLeft(w.md[s.start:s.end], "\n")
		first := bytes.Count(w.md[:s.end-len(text)], []byte{'\n'})
		l.mute = append(l.mute, lineSpan{first, first + bytes.Count(bytes.TrimRight(text, "\n"), []byte{'\n'}) + 1})
	}
	return l
}

func (w *web) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
}

func (w *web) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		if w.skip != nil && w.skip(n) {
			return
		}
		w.stands(n)
		w.text(n.Data)
		return
	case html.DocumentNode:
		w.children(n)
		return
	case html.ElementNode:
	default:
		return
	}
	if w.noted[n] || isHidden(n) || w.skip != nil && w.skip(n) {
		return
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Template, atom.Head, atom.Iframe, atom.Object, atom.Embed, atom.Svg, atom.Input, atom.Button,
		atom.Select, atom.Textarea, atom.Audio, atom.Video, atom.Canvas, atom.Img, atom.Noscript:
	case atom.Br:
		w.lineBreak()
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.heading(n, max(2, int(n.Data[1]-'0')+w.shift))
	case atom.Ul, atom.Ol, atom.Menu:
		w.list(n)
	case atom.Blockquote:
		w.flush()
		w.blank()
		w.within("> ", n)
	case atom.Pre:
		w.code(n)
	case atom.Hr:
		w.flush()
		if len(w.md) > 0 {
			w.start()
			w.md = append(w.md, "---"...)
		}
	case atom.Table:
		w.table(n)
	case atom.A:
		w.link(n)
	case atom.B, atom.Strong:
		w.emphasis(n, "**")
	case atom.I, atom.Em, atom.Cite:
		w.emphasis(n, "*")
	case atom.Dl:
		w.definitions(n)
	case atom.Dt:
		w.flush()
		w.emphasis(n, "**")
		w.flush()
	case atom.Rt, atom.Rp: // ruby: the base and what is said of it
		w.children(n)
	default:
		if isCaption(n) {
			w.captions++
			defer func() { w.captions-- }()
		}
		if w.plain == 0 && (isCredit(n) || isSignature(n)) {
			w.flush()
			at := len(w.md)
			w.children(n)
			w.flush()
			w.silent = append(w.silent, stretch{at, len(w.md)})
			return
		}
		if isBlock(n) {
			w.flush()
			at := len(w.md)
			w.children(n)
			w.flush()
			if endsInAgency(w.md[at:]) {
				w.silent = append(w.silent, stretch{at, len(w.md)})
			}
			return
		}
		w.children(n)
	}
}
