package format

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/encoding/htmlindex"

	"readout/content/clean"
)

// A web page: its main text without menus, notices and other stories, and what
// its head says of title, date, author and site. Readability finds the main text;
// where a page has no furniture, or readability would lose half of the words, the
// page is taken whole.

const mostHTML = 16 << 20 // a page is cut there, with a notice

// isHTML recognises a page by its clean head.
func isHTML(head []byte) bool {
	start := bytes.TrimLeft(head, " \t\n")
	low := strings.ToLower(string(start[:min(len(start), 2048)]))
	for strings.HasPrefix(low, "<!--") || strings.HasPrefix(low, "<?xml") {
		_, rest, ok := strings.Cut(low, ">")
		if !ok {
			return false
		}
		low = strings.TrimLeft(rest, " \t\n")
	}
	for _, p := range []string{"<!doctype html", "<html", "<head>", "<head ", "<body", "<title>", "<meta "} {
		if strings.HasPrefix(low, p) {
			return true
		}
	}
	return false
}

// decodeHTML gives the clean text of a page. A byte order mark and valid UTF-8 go
// before what the page declares, which is often wrong.
func decodeHTML(raw []byte) []byte {
	if !utf8.Valid(raw) && !bytes.HasPrefix(raw, []byte("\xFF\xFE")) && !bytes.HasPrefix(raw, []byte("\xFE\xFF")) {
		charset := declaredCharset(raw[:min(len(raw), 64<<10)])
		if charset == "" {
			charset = guessCharset(textBytes(raw))
		}
		raw = decodeAs(raw, charset)
	}
	return clean.Bytes(raw)
}

// textBytes is the head of a page without its tags, whose letters are no words.
func textBytes(raw []byte) (out []byte) {
	tag := false
	for _, c := range raw[:min(len(raw), 256<<10)] {
		switch {
		case c == '<':
			tag = true
		case c == '>':
			tag = false
		case !tag:
			out = append(out, c)
		}
	}
	i := bytes.IndexFunc(out, func(r rune) bool { return r >= 0x80 })
	return out[max(0, i):]
}

// decodeAs decodes bytes from a charset by its name; the gate sees to what is not
// known, to UTF-8 and to UTF-16.
func decodeAs(raw []byte, charset string) []byte {
	e, err := htmlindex.Get(strings.TrimSpace(charset))
	if err != nil {
		return raw
	}
	if name, _ := htmlindex.Name(e); strings.HasPrefix(name, "utf-") || name == "replacement" {
		return raw
	}
	text, err := e.NewDecoder().Bytes(raw)
	if err != nil || bytes.Count(text, []byte("\uFFFD"))*50 > len(text) {
		return raw
	}
	return text
}

// declaredCharset finds charset=… in the head of a page.
func declaredCharset(head []byte) string {
	low := bytes.ToLower(head)
	for {
		i := bytes.Index(low, []byte("charset="))
		if i < 0 {
			return ""
		}
		low = bytes.TrimLeft(low[i+8:], `"' `)
		end := bytes.IndexAny(low, "\"'> ;/\n")
		if end > 0 {
			return string(low[:end])
		}
	}
}

func readHTML(ctx context.Context, o *Out, raw []byte, name string, opt Options) error {
	if len(raw) > mostHTML {
		raw = raw[:mostHTML]
		o.Meta.Warnings = append(o.Meta.Warnings, fmt.Sprintf("only the first %d MB of the page are read", mostHTML>>20))
	}
	text := decodeHTML(raw)
	doc, err := html.Parse(whileWanted{ctx, bytes.NewReader(text)})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil { // deeper than the parser goes
		page := looseHTML(text)
		o.Meta.Title, o.Meta.TitleMade = madeFromMarkdown(page.md, name), true
		o.anchor(opt, stamp{}, stamp{}, dateInMarkdown(page.md), name)
		o.whole(page)
		return nil
	}
	htmlLines(text, doc)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	p := newPage(doc)
	main := p.main()
	page := webMarkdown(main, p.base, p.left, htmlLine)
	if len(bytes.Fields(page.md)) == 0 {
		return fmt.Errorf("a web page without text; it may be drawn by its scripts: save it from the browser")
	}
	m := &o.Meta
	m.Title, m.From, m.Source = p.title, p.author, p.site
	if m.Title == "" {
		m.Title = firstHeading(page.md)
	}
	if m.Title == "" {
		m.Title, m.TitleMade = madeFromMarkdown(page.md, name), true
	}
	p.title = m.Title
	page = page.dropTitle(m.Title)
	for _, f := range p.more {
		o.more(f.Name, f.Value)
	}
	first := p.visibleDate()
	if p.utc && beside(first.Date, p.date.Date) {
		p.date.Date = first.Date
	}
	if first.IsZero() {
		first = dateInMarkdown(page.md)
	}
	if first.IsZero() && dateInName(name).IsZero() {
		first = p.picture
	}
	o.anchor(opt, p.date, stamp{}, first, name)
	o.whole(page)
	return nil
}

// whileWanted is a Reader that fails when the context ends.
type whileWanted struct {
	ctx context.Context
	in  io.Reader
}

func (r whileWanted) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.in.Read(b)
}

// dropTitle takes the first heading off if it is the title again, or the first
// line.
func (l lined) dropTitle(title string) lined {
	lines := l.md
	for n := 0; n < 12 && len(lines) > 0; n++ {
		line, rest, _ := bytes.Cut(lines, []byte{'\n'})
		if bytes.HasPrefix(line, []byte("#")) || n == 0 && len(line) > 0 && letters(words(append(bytes.Clone(line), '\n'))) == letters(title) {
			if letters(words(append(bytes.Clone(line), '\n'))) == letters(title) {
				at := len(l.md) - len(lines)
				rest = bytes.TrimLeft(rest, "\n")
				from := upTo(l.from, bytes.Count(l.md, []byte{'\n'}))
				gone := bytes.Count(l.md[at:len(l.md)-len(rest)], []byte{'\n'})
				for i := range l.mute {
					if l.mute[i].first >= n+gone {
						l.mute[i] = l.mute[i].plus(-gone)
					}
				}
				l.md, l.from = append(bytes.Clone(l.md[:at]), rest...), append(from[:n:n], from[min(n+gone, len(from)):]...)
				return l
			}
			return l
		}
		lines = rest
	}
	return l
}

// page is a parsed web page and what its head says.
type page struct {
	doc      *html.Node
	body     *html.Node
	export   bool // a word processor wrote it
	base     *url.URL
	docTitle string
	title    string
	author   string
	site     string
	date     stamp
	utc      bool // it is told by the clock in Greenwich
	picture  stamp
	more     []field
	size     map[*html.Node]size2 // how many words stand under each element
	lost     map[*html.Node]bool  // elements of which readability kept nothing
}

type field = struct{ Name, Value string }

// first is the first element of a kind under n.
func first(n *html.Node, a atom.Atom) *html.Node {
	for c := range n.Descendants() {
		if c.DataAtom == a && c.Type == html.ElementNode {
			return c
		}
	}
	return nil
}

// looseHTML reads a page that is too deep for a tree: its words, a paragraph for
// each block.
func looseHTML(text []byte) lined {
	line := 1
	w := &web{fresh: true, ended: -1, lineOf: func(*html.Node) int { return line }}
	z := html.NewTokenizer(bytes.NewReader(text))
	z.SetMaxBuf(1 << 20)
	quiet := 0
	for {
		kind := z.Next()
		next := line + bytes.Count(z.Raw(), []byte{'\n'})
		switch kind {
		case html.ErrorToken:
			w.flush()
			if len(w.md) > 0 {
				w.md = append(w.md, '\n')
			}
			return marked(w.md, w.marks)
		case html.TextToken:
			raw := z.Raw()
			line += bytes.Count(raw[:len(raw)-len(bytes.TrimLeft(raw, " \t\n"))], []byte{'\n'})
			if quiet == 0 {
				n := &html.Node{Type: html.TextNode, Data: string(z.Text())}
				w.stands(n)
				w.text(n.Data)
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			n := &html.Node{Type: html.ElementNode, DataAtom: atom.Lookup(name)}
			switch {
			case isRawText(n):
				if quiet = 1; z.Token().Type == html.EndTagToken {
					quiet = 0
				}
			case n.DataAtom == atom.Br:
				w.lineBreak()
			case isBlock(n):
				w.flush()
			}
		}
		line = next
	}
}
