package format

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// An e-book: its chapters in the order of its spine, each through the HTML writer,
// so that the first is there before the last is read. Notes stand in the book's
// one list of notes, wherever the book keeps them.

// isEpub recognises one by what every e-book names first.
func isEpub(raw []byte) bool {
	if !bytes.HasPrefix(raw, []byte("PK\x03\x04")) {
		return false
	}
	if bytes.Contains(raw[:min(len(raw), 200)], []byte("application/epub+zip")) {
		return true
	}
	p, err := openParts(raw)
	return err == nil && p.has("META-INF/container.xml") && strings.TrimSpace(string(p.all("mimetype"))) == "application/epub+zip"
}

// book is an e-book that is being read.
type book struct {
	out    *Out
	parts  *parts
	spine  []string          // names of parts
	label  map[string]string // what the navigation calls them
	trees  map[string]*html.Node
	past   map[string]bool // what was read of it
	noted  map[*html.Node]bool
	notes  int
	title  string
	shift  int
	warned bool
	read   int // chapters, whose numbers are the lines of the file: it has no others
}

// What may be encrypted without a lock: fonts.
const fontObfuscation = "http://www.idpf.org/2008/embedding http://ns.adobe.com/pdf/enc#RC"

func readEpub(o *Out, raw []byte, name string, opt Options) (Reader, error) {
	p, err := openParts(raw)
	if err != nil {
		return nil, err
	}
	if p.damaged {
		o.Meta.Warnings = append(o.Meta.Warnings, "the file is damaged or cut off: what was left of it is read")
	}
	if locked(p) {
		return nil, errors.New("it is locked by rights management; only the reader it was bought for opens it")
	}
	b := &book{out: o, parts: p, label: map[string]string{}, trees: map[string]*html.Node{}, noted: map[*html.Node]bool{}, past: map[string]bool{}}
	root := ""
	for x := newXML(p.open("META-INF/container.xml")); x.next(); {
		if x.kind == xmlStart && x.local == "rootfile" && root == "" {
			root = x.attr("full-path")
		}
	}
	date := b.pack(root)
	if len(b.spine) == 0 {
		return nil, errors.New("the e-book has no chapters; it may be damaged")
	}
	m := &o.Meta
	if m.Title == "" {
		m.Title, m.TitleMade = fromName(name), true
	}
	b.title = letters(m.Title)
	o.anchor(opt, date, stamp{}, stamp{}, name)
	return b, nil
}

func locked(p *parts) bool {
	if p.has("META-INF/rights.xml") || p.has("META-INF/sinf.xml") {
		return true
	}
	for x := newXML(p.open("META-INF/encryption.xml")); x.next(); {
		if x.kind == xmlStart && x.local == "EncryptionMethod" && !strings.Contains(fontObfuscation, x.attr("Algorithm")) {
			return true
		}
	}
	return false
}

// pack reads the list of the book: metadata, parts, their order.
func (b *book) pack(root string) (date stamp) {
	dir := path.Dir(root)
	at := func(href string) string {
		if h, err := url.PathUnescape(href); err == nil {
			href = h
		}
		return path.Join(dir, href)
	}
	m := &b.out.Meta
	type item struct{ name, kind, props string }
	items := map[string]item{}
	var order []string
	toc := ""
	for x := newXML(b.parts.open(root)); x.next(); {
		if x.kind != xmlStart {
			continue
		}
		switch x.local {
		case "title":
			if s := line1(x.words()); m.Title == "" && !isJunkTitle(s) {
				m.Title = s
			}
		case "creator":
			m.From = join(m.From, line1(x.words()))
		case "publisher":
			m.Source = join(m.Source, line1(x.words()))
		case "subject":
			if len(m.Tags) < 50 {
				m.Tags = append(m.Tags, line1(x.words()))
			}
		case "date":
			event := ""
			for _, a := range x.attrs {
				if a.Name.Local == "event" {
					event = a.Value
				}
			}
			if d, ok := webDate(x.words()); ok && date.IsZero() && event != "modification" && d.Year > 1400 {
				date = stamp{d, "header"}
			}
		case "item":
			if len(items) < mostParts {
				items[x.attr("id")] = item{at(x.attr("href")), x.attr("media-type"), x.attr("properties")}
			}
		case "spine":
			toc = x.attr("toc")
		case "itemref":
			if len(order) < mostParts {
				order = append(order, x.attr("idref"))
			}
		}
	}
	nav := items[toc].name
	for _, i := range items {
		if strings.Contains(" "+i.props+" ", " nav ") {
			nav = i.name
		}
	}
	for _, id := range order {
		i, ok := items[id]
		if ok && i.name != nav && (strings.Contains(i.kind, "html") || strings.Contains(i.kind, "dtbook")) {
			b.spine = append(b.spine, i.name)
		}
	}
	if nav != "" {
		b.navigation(nav)
	}
	m.From, m.Source = strings.Trim(m.From, ", "), strings.Trim(m.Source, ", ")
	return date
}

// navigation reads what the parts are called, from a nav or an NCX.
func (b *book) navigation(name string) {
	doc := b.tree(name)
	if doc == nil {
		return
	}
	label := ""
	put := func(href, words string) {
		file, frag, _ := strings.Cut(href, "#")
		file = path.Join(path.Dir(name), file)
		if words = line1(words); b.label[file] == "" && words != "" && frag == "" {
			b.label[file] = words
		}
	}
	for n := range doc.Descendants() {
		switch {
		case n.DataAtom == atom.A && attr(n, "href") != "":
			put(attr(n, "href"), nodeText(n))
		case n.Data == "navlabel":
			label = nodeText(n)
		case n.Data == "content" && attr(n, "src") != "":
			put(attr(n, "src"), label)
		}
	}
}

// tree parses a part once.
func (b *book) tree(name string) *html.Node {
	if t, ok := b.trees[name]; ok {
		return t
	}
	b.trees[name] = nil
	if !b.parts.has(name) {
		return nil
	}
	raw := b.parts.all(name)
	if len(raw) > mostHTML {
		raw = raw[:mostHTML]
	}
	doc, err := html.Parse(bytes.NewReader(closeTags(plainMath(decodeHTML(raw)))))
	if err != nil {
		return nil
	}
	chooseCases(doc)
	speakMath(doc)
	b.trees[name] = doc
	return doc
}

// Progress counts chapters.
func (b *book) Progress() (read, size int64) {
	return int64(b.read), int64(b.read + len(b.spine))
}

// Step reads the next chapter.
func (b *book) Step() (done bool, err error) {
	if b.out.Len() == 0 {
		b.out.title(0)
		b.out.from(0)
	}
	name := b.spine[0]
	b.spine = b.spine[1:]
	doc := b.tree(name)
	b.read++
	chapter := func(*html.Node) int { return b.read }
	var md lined
	switch {
	case doc != nil:
		w := newWeb(doc, nil, b.notFurniture)
		w.noted, w.counted = b.noted, &b.notes
		w.find = func(href string) *html.Node { return b.find(name, href) }
		if first(doc, atom.H1) != nil {
			b.shift = 1 // under the title of the book, from here on
		}
		w.shift, w.lineOf = b.shift, chapter
		md = w.write(doc)
	case b.parts.has(name):
		md = looseHTML(decodeHTML(b.parts.all(name))).at(func(int) int { return b.read })
	case !b.warned:
		b.warned = true
		b.out.Meta.Warnings = append(b.out.Meta.Warnings, "chapters are missing from the file: "+line1(path.Base(name)))
	}
	delete(b.trees, name)
	b.past[name] = true
	if label := b.label[name]; label != "" && len(md.md) > 0 && !bytes.HasPrefix(md.md, []byte("#")) && letters(label) != b.title {
		md = md.headed(label, b.read)
	}
	if b.out.first() {
		md = md.dropTitle(b.out.Meta.Title)
	}
	if len(md.md) > 0 {
		b.out.blank()
		b.out.write(md)
	}
	if len(b.spine) > 0 {
		return false, nil
	}
	if b.out.first() {
		return true, fmt.Errorf("the e-book has no text; its pages may be pictures")
	}
	return true, nil
}

// headed puts a heading before a chapter that has none, as the navigation calls it.
// Where its first words are that already, they become the heading; a name that a
// program counted is none.
func (l lined) headed(label string, chapter int) lined {
	if n, ok := strings.CutPrefix(label, "Section "); ok && strings.Trim(n, "0123456789") == "" {
		return l
	}
	head := appendHeading([]byte("## "), []byte(label))
	words, _, _ := bytes.Cut(l.md, []byte("\n\n"))
	if bytes.IndexByte(words, '\n') < 0 && letters(string(words)) == letters(label) {
		l.md = append(bytes.TrimRight(head, "\n"), l.md[len(words):]...)
		return l
	}
	return together(lined{md: head, from: []int{chapter}}, l)
}

// first reports whether nothing but the title is written.
func (o *Out) first() bool { return bytes.Count(o.md, []byte{'\n'}) <= 2 }

func (b *book) notFurniture(n *html.Node) bool {
	return n.DataAtom == atom.Nav || n.Data == "head"
}

// find follows a link from one part of the book to an element of another.
func (b *book) find(from, href string) *html.Node {
	file, frag, ok := strings.Cut(href, "#")
	if !ok || frag == "" || strings.Contains(file, ":") {
		return nil
	}
	name := from
	if file != "" {
		name = path.Join(path.Dir(from), file)
	}
	if b.past[name] {
		return nil // back to where a note was referred to
	}
	doc := b.tree(name)
	if doc == nil {
		return nil
	}
	for n := range doc.Descendants() {
		if attr(n, "id") == frag {
			return n
		}
	}
	return nil
}

// closeTags gives elements that XHTML closes in one tag, <a id="x"/>, an end as
// HTML knows it; without one they would swallow what follows.
func closeTags(text []byte) []byte {
	if !bytes.Contains(text, []byte("/>")) {
		return text
	}
	out := make([]byte, 0, len(text)+len(text)/16)
	for {
		i := bytes.Index(text, []byte("/>"))
		if i < 0 {
			return append(out, text...)
		}
		open := bytes.LastIndexByte(text[:i], '<')
		out = append(out, text[:i]...)
		text = text[i+2:]
		tag := out[len(out)-i:]
		if open < 0 || i-open < 2 || !isLetter(tag[open+1]) || isVoid(tagName(tag[open:])) || bytes.IndexByte(tag[open:], '>') >= 0 {
			out = append(out, "/>"...)
			continue
		}
		name := tag[open+1:]
		if j := bytes.IndexAny(name, " \t\n/"); j > 0 {
			name = name[:j]
		}
		out = append(append(append(out, "></"...), name...), '>')
	}
}

func isVoid(name string) bool {
	switch name {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr":
		return true
	}
	return false
}
