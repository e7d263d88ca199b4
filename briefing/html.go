package briefing

import (
	"bufio"
	_ "embed"
	"fmt"
	"html"
	"io"
	"strings"
)

//go:embed page.css
var pageCSS string

// WriteHTML writes briefings as one self-contained page: the card of each, its
// text, and its panes as lists that link to the paragraphs. Paragraph 12 has the id
// p12, in the second briefing b2-p12. The marking stands above and below each
// briefing, in sight while it is read and on each sheet when it is printed.
//
// The page runs nothing and fetches nothing, which its policy tells the browser
// too. Everything is escaped; links lead to http, https and mailto only.
func WriteHTML(w io.Writer, all ...Briefing) error {
	h := page{w: bufio.NewWriter(w)}
	var titles []string
	for _, b := range all {
		titles = append(titles, b.Meta.Title)
	}
	h.put("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n",
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" content=\"readout\">\n",
		"<title>", esc(strings.Join(titles, " · ")), "</title>\n<style>\n", pageCSS, "</style>\n</head>\n<body>\n")
	for i := range all {
		h.briefing(&all[i], i)
	}
	h.put("</body>\n</html>\n")
	return h.w.Flush()
}

// page writes one HTML page.
type page struct {
	w     *bufio.Writer
	b     *Briefing
	id    string          // before every id of this briefing
	given map[int]bool    // paragraphs that have their id
	notes map[string]int  // footnotes by label, numbered as they come
	told  map[string]bool // footnotes whose words have their id
	slugs map[string]int  // sections by what links call them
	hide  Pos             // where the title begins, which stands in the card; -1 without one
	open  bool            // a paragraph is not closed yet: it may go on behind a forced cut
}

func (h *page) put(s ...string) {
	for _, x := range s {
		_, _ = h.w.WriteString(x)
	}
}

// esc is text for an element or a quoted attribute.
func esc(s string) string { return html.EscapeString(strings.Map(visible, s)) }

func (h *page) briefing(b *Briefing, n int) {
	*h = page{w: h.w, b: b, given: map[int]bool{}, notes: map[string]int{}, told: map[string]bool{}, slugs: map[string]int{}, hide: titleAt(b)}
	if n > 0 {
		h.id = fmt.Sprintf("b%d-", n+1)
	}
	for i := len(b.Sections) - 1; i >= 0; i-- { // the first of a name wins
		h.slugs[Slug(b.Sections[i].Title)] = i
	}
	marking, style := esc(b.Meta.Marking), ""
	if ink, ground := MarkingColors(b.Meta.Marking); ink != "" {
		style = fmt.Sprintf(" style=\"color:%s;background:%s\"", ink, ground)
	}
	h.put("<article id=\"", h.id, "top\">\n")
	if marking != "" {
		h.put("<header class=\"marking\"", style, ">", marking, "</header>\n")
	}
	h.put("<div class=\"sheet\">\n")
	h.card(NewCard(b.Meta, b.Facts, CardItems))
	h.contents()
	h.put("<main>\n")
	for _, p := range b.Pieces {
		blocks := Parse(b.Markdown, p, b.Refs)
		for k := range blocks {
			h.top(&blocks[k])
		}
	}
	h.shut()
	h.put("</main>\n")
	h.panes()
	h.put("</div>\n")
	if marking != "" {
		h.put("<footer class=\"marking\"", style, ">", marking, "</footer>\n")
	}
	h.put("</article>\n")
}

// titleAt is where the heading begins that the card shows.
func titleAt(b *Briefing) Pos {
	for _, s := range b.Sections {
		if s.Level == 1 && s.At.Start < b.Pieces[0].At.End {
			return s.At.Start
		}
	}
	return -1
}

// top writes a block of the text itself. A paragraph stays open until the next
// block is known not to go on with it.
func (h *page) top(b *Block) {
	switch {
	case b.Kind == Heading && b.At.Start == h.hide:
		return
	case b.Cont && h.open && b.Kind == Paragraph:
		if at := b.At.Start; at > 0 && strings.IndexByte(" \t\n", h.b.Markdown[at-1]) >= 0 {
			h.put(" ")
		}
		h.words(b.Leaf)
		return
	}
	h.shut()
	if b.Kind != Paragraph {
		h.block(b)
		return
	}
	h.put("<p", h.anchor(b.At.Start), ">")
	h.words(b.Leaf)
	h.open = true
}

func (h *page) shut() {
	if h.open {
		h.put("</p>\n")
	}
	h.open = false
}

func (h *page) blocks(blocks []Block) {
	for i := range blocks {
		h.block(&blocks[i])
	}
}

func (h *page) block(b *Block) {
	switch b.Kind {
	case Paragraph, HTML:
		h.around("p", h.anchor(b.At.Start), b.Leaf)
	case Heading:
		tag := fmt.Sprintf("h%d", min(max(b.Level, 2), 6)) // the title is the one h1
		h.around(tag, h.sectionID(b.At.Start), b.Leaf)
	case Code:
		h.put("<pre", h.anchor(b.At.Start), "><code>")
		for line := range strings.Lines(b.Leaf.Prose) {
			text, ended := strings.CutSuffix(line, "\n")
			for i, part := range strings.Split(text, "\t") { // a tab is kept, other controls are not
				if i > 0 {
					h.put("\t")
				}
				h.put(esc(part))
			}
			if ended {
				h.put("\n")
			}
		}
		h.put("</code></pre>\n")
	case Rule:
		h.put("<hr>\n")
	case List:
		h.list(b)
	case Quote:
		h.put("<blockquote>\n")
		h.blocks(b.Blocks)
		h.put("</blockquote>\n")
	case Table:
		h.table(b)
	case Definitions:
		h.put("<dl>\n")
		for i := range b.Blocks {
			d := &b.Blocks[i]
			if d.Kind == Term {
				h.around("dt", "", d.Leaf)
				continue
			}
			h.put("<dd>")
			h.blocks(d.Blocks)
			h.put("</dd>\n")
		}
		h.put("</dl>\n")
	case Note:
		id := ""
		if !h.told[b.Label] {
			h.told[b.Label] = true
			id = fmt.Sprintf(" id=\"%sn%d\"", h.id, h.note(b.Label))
		}
		h.put("<div class=\"note\"", id, "><sup>", esc(b.Label), "</sup>\n")
		h.blocks(b.Blocks)
		h.put("</div>\n")
	case Item, Row, Cell, Term, Description: // what holds them writes them
	}
}

func (h *page) list(b *Block) {
	tag, class := "ul", ""
	if b.Tight {
		class = " class=\"tight\""
	}
	if b.Ordered {
		tag = "ol"
		if len(b.Blocks) > 0 && b.Blocks[0].Start != 1 {
			class += fmt.Sprintf(" start=\"%d\"", b.Blocks[0].Start)
		}
	}
	h.put("<", tag, class, ">\n")
	for i := range b.Blocks {
		item := &b.Blocks[i]
		class, box := "", ""
		switch item.Task {
		case 0:
			if item.Cont { // its number stands where it began
				class = " class=\"task\""
			}
		case ' ':
			class, box = " class=\"task\"", "☐ "
		default:
			class, box = " class=\"task\"", "☑ "
		}
		h.put("<li", class, h.anchor(item.At.Start), ">", box)
		h.blocks(item.Blocks)
		h.put("</li>\n")
	}
	h.put("</", tag, ">\n")
}

func (h *page) table(b *Block) {
	h.put("<div class=\"wide\"><table>\n")
	for i := range b.Blocks {
		row := &b.Blocks[i]
		tag := "td"
		if row.Cont { // the head stands where the table began
			continue
		}
		switch i {
		case 0:
			h.put("<thead>\n<tr>")
			tag = "th"
		case 1:
			h.put("<tbody>\n")
		}
		if i > 0 {
			h.put("<tr", h.anchor(row.At.Start), ">")
		}
		for k := range row.Blocks {
			c := &row.Blocks[k]
			class := [...]string{AlignNone: "", AlignLeft: "", AlignCenter: " class=\"center\"", AlignRight: " class=\"right\""}[c.Align]
			h.put("<", tag, class, ">")
			h.words(c.Leaf)
			h.put("</", tag, ">")
		}
		h.put("</tr>\n")
		if i == 0 {
			h.put("</thead>\n")
		}
	}
	if len(b.Blocks) > 1 {
		h.put("</tbody>\n")
	}
	h.put("</table></div>\n")
}

func (h *page) around(tag, attributes string, l *Leaf) {
	h.put("<", tag, attributes, ">")
	h.words(l)
	h.put("</", tag, ">\n")
}

// words writes a leaf with its looks, links and references to footnotes.
func (h *page) words(l *Leaf) {
	mark, link := 0, ""
	unlink := func() {
		if link != "" {
			h.put("</a>")
		}
		link = ""
	}
	marks := func(upto int) {
		for ; mark < len(l.Marks) && l.Marks[mark].At <= upto; mark++ {
			unlink()
			label := l.Marks[mark].Label
			h.put(fmt.Sprintf("<sup><a href=\"#%sn%d\">", h.id, h.note(label)), esc(label), "</a></sup>")
		}
	}
	for _, r := range l.Runs {
		for from := r.From; from < r.To; {
			marks(from)
			to := r.To
			if mark < len(l.Marks) {
				to = min(to, l.Marks[mark].At)
			}
			if href := h.href(r.Link); href != link {
				unlink()
				if href != "" {
					h.put("<a href=\"", esc(href), "\" rel=\"noopener noreferrer\">")
				}
				link = href
			}
			h.look(r.Look, l.Prose[from:to])
			from = to
		}
	}
	marks(len(l.Prose))
	unlink()
}

// look writes words in their markup; a newline is a hard break.
func (h *page) look(look Look, words string) {
	var shut []string
	for _, t := range [...]struct {
		look Look
		tag  string
	}{{Strong, "strong"}, {Emphasis, "em"}, {Strike, "s"}, {CodeSpan, "code"}, {Image, "i"}} {
		if look&t.look != 0 {
			h.put("<", t.tag, ">")
			shut = append(shut, t.tag)
		}
	}
	for i, line := range strings.Split(words, "\n") {
		if i > 0 {
			h.put("<br>\n")
		}
		h.put(esc(line))
	}
	for i := len(shut) - 1; i >= 0; i-- {
		h.put("</", shut[i], ">")
	}
}

// href is where a link may lead: http, https, mailto, or a heading of the briefing;
// "" elsewhere. Blanks and controls are no part of an address.
func (h *page) href(to string) string {
	if slug, ok := strings.CutPrefix(to, "#"); ok {
		if i, ok := h.slugs[Slug(slug)]; ok {
			return fmt.Sprintf("#%ss%d", h.id, i)
		}
		return ""
	}
	scheme, _, _ := strings.Cut(to, ":")
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto":
		return strings.Map(func(r rune) rune {
			if r == ' ' {
				return -1
			}
			return visible(r)
		}, to)
	}
	return ""
}

// note is the number of a footnote.
func (h *page) note(label string) int {
	n, ok := h.notes[label]
	if !ok {
		n = len(h.notes) + 1
		h.notes[label] = n
	}
	return n
}

// anchor is the id of the paragraph that begins at p, the first time it is asked.
func (h *page) anchor(p Pos) string {
	n := h.b.Facts.Paragraph(p)
	if n == 0 || h.given[n] || !h.b.begins(p) {
		return ""
	}
	h.given[n] = true
	return fmt.Sprintf(" id=\"%sp%d\" data-n=\"%d\"", h.id, n, n)
}

// sectionID is the id of the section whose heading begins at p.
func (h *page) sectionID(p Pos) string {
	if i, ok := h.b.section(p); ok {
		return fmt.Sprintf(" id=\"%ss%d\"", h.id, i)
	}
	return ""
}
