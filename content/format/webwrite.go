package format

import (
	"bytes"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"readout/content/clean"
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

	line   []byte   // the open paragraph as Markdown
	raw    []byte   // and after it text that is not yet escaped
	emph   []string // emphasis that is open in the tree
	shown  int      // how much of it has its marks written
	opened []int    // where they stand in line
	pairs  [][3]int // of the emphasis that is closed: where it opens and closes, and how long its mark is
	plain  int      // depth of headings and cells, where line breaks and emphasis are not said

	base    *url.URL
	ids     map[string]*html.Node // what links within the document lead to
	find    func(href string) *html.Node
	notes   []note
	noted   map[*html.Node]bool // which stand with the notes and not where they are
	counted *int                // the notes of what was written before
	shift   int                 // how much deeper headings stand
	skip    func(*html.Node) bool
}

type note struct {
	label string
	body  *html.Node
}

// webMarkdown writes what is under a node. The base is what links are relative
// to, nil if unknown; skip says what to leave out.
func webMarkdown(n *html.Node, base *url.URL, skip func(*html.Node) bool) []byte {
	return newWeb(n, base, skip).write(n)
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

func (w *web) write(n *html.Node) []byte {
	w.index(n)
	w.node(n)
	w.flush()
	for i := 0; i < len(w.notes); i++ { // a note may have notes
		w.blank()
		w.first, w.prefix = "[^"+w.notes[i].label+"]: ", "    "
		w.children(w.notes[i].body)
		w.flush()
		w.first, w.prefix = "", ""
	}
	if len(w.md) > 0 && w.md[len(w.md)-1] != '\n' {
		w.md = append(w.md, '\n')
	}
	return w.md
}

// index finds the notes of the text: short links within the document whose target
// has words of its own.
func (w *web) index(root *html.Node) {
	for n := range root.Descendants() {
		if id := attr(n, "id"); id != "" && w.ids[id] == nil {
			w.ids[id] = n
		}
		if name := attr(n, "name"); n.DataAtom == atom.A && name != "" && w.ids[name] == nil {
			w.ids[name] = n
		}
	}
	for n := range root.Descendants() {
		if body := w.noteOf(n); body != nil {
			w.noted[body] = true
		}
	}
}

// noteOf returns the note that a link refers to, nil if it is no such link: its
// words are a number or a sign, it is raised or says what it is, and it leads to
// an item or a paragraph further down that begins no heading.
func (w *web) noteOf(n *html.Node) *html.Node {
	if n.DataAtom != atom.A {
		return nil
	}
	href := attr(n, "href")
	if _, frag, _ := strings.Cut(href, "#"); frag == "" || strings.Contains(href, ":") {
		return nil
	}
	words := strings.Trim(nodeText(n), "[]() \n\t")
	kind := attr(n, "epub:type") + " " + attr(n, "role") + " " + attr(n, "class")
	ref := strings.Contains(kind, "noteref") || strings.Contains(kind, "footnote-ref")
	raised := n.Parent != nil && n.Parent.DataAtom == atom.Sup || n.FirstChild != nil && n.FirstChild.DataAtom == atom.Sup
	if !ref && !raised || len(words) == 0 || len(words) > 5 || strings.Contains(kind, "back") {
		return nil
	}
	body := w.find(href)
	for body != nil && (body.DataAtom == atom.A || body.DataAtom == atom.Span || body.DataAtom == atom.Sup) {
		body = body.Parent
	}
	if body == nil || body.DataAtom == atom.Body || len(strings.Fields(nodeText(body))) < 2 || contains(body, n) {
		return nil
	}
	switch body.DataAtom {
	case atom.Li, atom.P, atom.Div, atom.Aside, atom.Dd, atom.Section:
		return body
	}
	return nil
}

func contains(n, inner *html.Node) bool {
	for ; inner != nil; inner = inner.Parent {
		if inner == n {
			return true
		}
	}
	return false
}

func (w *web) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
}

func (w *web) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
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
	case atom.Dt:
		w.flush()
		w.emphasis(n, "**")
		w.flush()
	case atom.Rt, atom.Rp: // ruby: the base and what is said of it
		w.children(n)
	default:
		if isBlock(n) {
			w.flush()
			w.children(n)
			w.flush()
			return
		}
		w.children(n)
	}
}

func isBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Main, atom.Aside, atom.Nav, atom.Address, atom.Figure,
		atom.Figcaption, atom.Dl, atom.Dd, atom.Dt, atom.Details, atom.Summary, atom.Form, atom.Fieldset, atom.Center, atom.Td, atom.Th, atom.Tr,
		atom.Caption, atom.Li, atom.Body, atom.Html, atom.Hgroup, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol,
		atom.Blockquote, atom.Pre, atom.Table, atom.Hr, atom.Option, atom.Legend:
		return true
	}
	return false
}

// isHidden reports whether nobody sees an element, be it that only a screen
// reader speaks it: “Media caption”, “opens in a new window”.
func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "class":
			for _, c := range strings.Fields(strings.ToLower(a.Val)) {
				switch c {
				case "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "off-screen", "offscreen", "govuk-visually-hidden", "a11y-hidden", "assistive-text":
					return n.DataAtom != atom.H1 && n.DataAtom != atom.Body
				}
			}
		case "style":
			s := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden") || strings.Contains(s, "mso-hide:all") {
				return true
			}
		}
	}
	return false
}

// text adds words to the open paragraph. They passed the gate before their
// references were resolved, and pass again.
func (w *web) text(s string) {
	n := len(w.raw)
	w.raw = append(w.raw, clean.String(s)...)
	for i, c := range w.raw[n:] {
		if c == '\n' {
			w.raw[n+i] = ' '
		}
	}
	w.raw = append(w.raw[:n], blankSpaces(w.raw[n:])...)
}

// settle escapes the text that has come together.
func (w *web) settle() {
	raw := w.raw
	if len(raw) == 0 {
		return
	}
	atStart := len(w.line) == 0 || bytes.HasSuffix(w.line, []byte("\\\n"))
	if atStart || w.line[len(w.line)-1] == ' ' {
		raw = bytes.TrimLeft(raw, " \t")
	}
	w.raw = w.raw[:0]
	if len(raw) == 0 {
		return
	}
	if spaces := bytes.TrimLeft(raw, " \t"); len(spaces) == 0 {
		w.line = append(w.line, ' ')
		return
	} else if w.shown < len(w.emph) && w.plain == 0 {
		if len(spaces) < len(raw) && !atStart {
			w.line = append(w.line, ' ')
		}
		raw = spaces
		w.openEmphasis(raw)
	}
	if last := len(raw) - len(bytes.TrimRight(raw, " \t")); last > 0 {
		w.line = append(appendText(w.line, raw, atStart && w.shown == 0), ' ')
		return
	}
	w.line = appendText(w.line, raw, atStart && w.shown == 0)
}

// openEmphasis writes the marks that are due before the text, where Markdown
// takes them for marks: not between a letter and a punctuation mark.
func (w *web) openEmphasis(next []byte) {
	before, _ := utf8.DecodeLastRune(w.line)
	after, _ := utf8.DecodeRune(next)
	inWord := len(w.line) > 0 && isLetterOrDigit(before)
	for w.shown < len(w.emph) {
		at := len(w.line)
		if inWord && !isLetterOrDigit(after) {
			at = -1
		} else {
			w.line = append(w.line, w.emph[w.shown]...)
		}
		w.opened = append(w.opened, at)
		w.shown++
	}
}

func (w *web) emphasis(n *html.Node, mark string) {
	for _, e := range w.emph {
		if e == mark || w.plain > 0 {
			w.children(n)
			return
		}
	}
	w.settle()
	w.emph = append(w.emph, mark)
	w.children(n)
	w.settle()
	w.closeEmphasis(len(w.emph) - 1)
	w.emph = w.emph[:len(w.emph)-1]
}

// closeEmphasis closes what is written of the emphasis down to a depth.
func (w *web) closeEmphasis(depth int) {
	for w.shown > depth {
		w.shown--
		at := w.opened[w.shown]
		w.opened = w.opened[:w.shown]
		if at < 0 {
			continue
		}
		mark := w.emph[w.shown]
		text := bytes.TrimRight(w.line, " ")
		space := len(text) < len(w.line)
		if len(text) <= at+len(mark) || bytes.HasSuffix(text, []byte("\\")) {
			w.line = append(w.line[:at], w.line[min(at+len(mark), len(w.line)):]...)
			continue
		}
		w.pairs = append(w.pairs, [3]int{at, len(text), len(mark)})
		if w.line = append(text, mark...); space {
			w.line = append(w.line, ' ')
		}
	}
}

// dropMarks takes out the emphasis whose closing mark stands between a
// punctuation mark and a letter: Markdown would show it.
func (w *web) dropMarks() {
	for i := len(w.pairs) - 1; i >= 0; i-- {
		open, end, n := w.pairs[i][0], w.pairs[i][1], w.pairs[i][2]
		if end+n > len(w.line) {
			continue
		}
		last, _ := utf8.DecodeLastRune(w.line[:end])
		next, _ := utf8.DecodeRune(w.line[end+n:])
		if isLetterOrDigit(last) || !isLetterOrDigit(next) {
			continue
		}
		w.line = append(w.line[:end], w.line[end+n:]...)
		w.line = append(w.line[:open], w.line[open+n:]...)
	}
	w.pairs = w.pairs[:0]
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func (w *web) lineBreak() {
	if w.plain > 0 {
		w.raw = append(w.raw, ' ')
		return
	}
	w.settle()
	w.line = bytes.TrimRight(w.line, " ")
	switch {
	case len(w.line) == 0:
	case bytes.HasSuffix(w.line, []byte("\\\n")): // two of them end a paragraph
		w.flush()
	default:
		w.line = append(w.line, "\\\n"...)
	}
}

// flush writes the open paragraph.
func (w *web) flush() {
	w.settle()
	if w.plain > 0 {
		if len(w.line) > 0 && w.line[len(w.line)-1] != ' ' {
			w.line = append(w.line, ' ')
		}
		return
	}
	w.closeEmphasis(0)
	w.dropMarks()
	line := bytes.TrimSuffix(bytes.TrimRight(w.line, " "), []byte("\\\n"))
	w.line = w.line[:0]
	if len(bytes.TrimSpace(line)) == 0 {
		return
	}
	w.start()
	for i, l := range bytes.Split(line, []byte{'\n'}) {
		if i > 0 {
			w.md = append(append(w.md, '\n'), w.prefix...)
		}
		w.md = append(w.md, l...)
	}
}

// blank ends the block before with a blank line.
func (w *web) blank() {
	if w.first != "" || len(w.md) == 0 {
		return
	}
	if !w.fresh {
		w.md = append(w.md, '\n')
	}
	if !bytes.HasSuffix(w.md, []byte("\n\n")) {
		w.md = append(append(w.md, strings.TrimRight(w.prefix, " ")...), '\n')
	}
	w.fresh = true
}

// start begins a block on a new line.
func (w *web) start() {
	if w.first != "" {
		w.md = append(w.md, w.first...)
		w.first = ""
	} else {
		if !w.fresh {
			w.blank()
		}
		w.md = append(w.md, w.prefix...)
	}
	w.fresh = false
}

// within writes what is under n with a prefix before every line.
func (w *web) within(prefix string, n *html.Node) {
	was := w.prefix
	if w.first != "" {
		w.first += prefix
	}
	w.prefix += prefix
	w.children(n)
	w.flush()
	w.prefix = was
}

func (w *web) heading(n *html.Node, level int) {
	w.flush()
	s := w.inline(n)
	if len(s) == 0 {
		return
	}
	w.start()
	w.md = append(w.md, "######"[:min(level, 6)]...)
	w.md = append(append(w.md, ' '), s...)
	if s[len(s)-1] == '#' {
		w.md = append(w.md[:len(w.md)-1], `\#`...)
	}
}

// inline returns what is under n on one line.
func (w *web) inline(n *html.Node) []byte {
	w.settle()
	line, emph, shown, opened := w.line, w.emph, w.shown, w.opened
	w.line, w.emph, w.shown, w.opened = nil, nil, 0, nil
	w.plain++
	w.line = append(w.line, ' ') // nothing in it begins a line
	w.children(n)
	w.settle()
	s := bytes.TrimSpace(w.line)
	w.plain--
	w.line, w.emph, w.shown, w.opened = line, emph, shown, opened
	return s
}

// link writes a link that leads out of the document, a note that is referred to,
// or only the words.
func (w *web) link(n *html.Node) {
	if body := w.noteOf(n); body != nil && w.noted[body] && w.plain == 0 {
		w.settle()
		label := ""
		for _, f := range w.notes {
			if f.body == body {
				label = f.label
			}
		}
		if label == "" {
			*w.counted++
			label = strconv.Itoa(*w.counted)
			w.notes = append(w.notes, note{label, body})
		}
		w.line = append(bytes.TrimRight(w.line, " "), "[^"+label+"]"...)
		return
	}
	to := w.address(attr(n, "href"))
	words := strings.TrimSpace(nodeText(n))
	if strings.Trim(words, "↩↑^\ufe0e") == "" && words != "" {
		return
	}
	if to == "" || words == "" || w.holdsBlock(n) {
		w.children(n)
		return
	}
	w.settle()
	if w.shown < len(w.emph) && w.plain == 0 {
		w.openEmphasis([]byte("a"))
	}
	w.line = append(w.line, '[')
	w.children(n)
	w.settle()
	text := bytes.TrimRight(w.line, " ")
	space := len(text) < len(w.line)
	w.line = append(text, "]("+to+")"...)
	if space {
		w.line = append(w.line, ' ')
	}
}

func (w *web) holdsBlock(n *html.Node) bool {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && (isBlock(c) || c.DataAtom == atom.Br || c.DataAtom == atom.A) {
			return true
		}
	}
	return false
}

const longestAddress = 2000

// address is where a link leads, in a form that Markdown reads, "" for what is no
// address on the net.
func (w *web) address(href string) string {
	href = strings.TrimSpace(clean.String(href))
	if href == "" || href[0] == '#' || len(href) > longestAddress {
		return ""
	}
	u, err := url.Parse(href)
	if err != nil {
		return ""
	}
	if w.base != nil {
		u = w.base.ResolveReference(u)
	}
	switch u.Scheme {
	case "http", "https", "mailto":
	default:
		return ""
	}
	return inAddress().Replace(u.String())
}

// inAddress writes what would end an address or mean something in it.
var inAddress = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E", `\`, "%5C", "\n", "", "*", "%2A", "&", "&amp;")
})

func (w *web) code(n *html.Node) {
	w.flush()
	text := strings.Trim(clean.String(nodeText(n)), "\n")
	if strings.TrimSpace(text) == "" {
		return
	}
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	w.start()
	w.md = append(w.md, fence...)
	for _, l := range strings.Split(text, "\n") {
		w.md = append(append(append(w.md, '\n'), w.prefix...), l...)
	}
	w.md = append(append(append(w.md, '\n'), w.prefix...), fence...)
}

// attr returns an attribute of n, "" without one.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// nodeText is the text under n as it stands in the file.
func nodeText(n *html.Node) string {
	var b strings.Builder
	if n.Type == html.TextNode {
		b.WriteString(n.Data)
	}
	for c := range n.Descendants() {
		switch {
		case c.Type == html.TextNode && !isRawText(c.Parent):
			b.WriteString(c.Data)
		case c.DataAtom == atom.Br:
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func isRawText(n *html.Node) bool {
	return n != nil && (n.DataAtom == atom.Script || n.DataAtom == atom.Style || n.DataAtom == atom.Noscript || n.DataAtom == atom.Template)
}
