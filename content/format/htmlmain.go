package format

import (
	"strconv"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The main text of a page. First goes what says by its name that it is none
// (htmlfurniture.go), and what a reader opens by a click is opened. Of the rest
// readability finds the article; what it drops between what it keeps, a heading, a
// table, a list, a paragraph, is put back unless it is mostly links. Where
// readability would lose half of the words of a page that has little else, the
// page is taken whole.

// main is where the main text stands; keeps says what under it is not of it.
func (p *page) main() *html.Node {
	body := first(p.doc, atom.Body)
	if body == nil {
		return p.doc
	}
	reveal(body)
	p.measure(body)
	p.prune(body)
	region := p.landmark(body)
	p.measure(body)
	all, linked := p.size[region].words, p.size[region].linked
	if p.export {
		return region
	}
	texts := numberTexts(body)
	parser := readability.NewParser()
	parser.KeepClasses = true
	a, err := parser.ParseDocument(p.doc, p.base)
	if err != nil || a.Node == nil {
		return region
	}
	kept := make([]bool, len(texts))
	found := 0
	for n := range a.Node.Descendants() {
		if i, err := strconv.Atoi(attr(n, "text")); err == nil && n.Type == html.TextNode && i < len(kept) {
			kept[i] = true
			found += wordsIn(n.Data)
		}
	}
	if found == 0 || found*2 < all && linked*3 < all || found < 40 && all > found {
		return region
	}
	return p.mend(texts, kept, found)
}

// numberTexts gives each text with words its number, as an attribute, since
// readability copies the tree.
func numberTexts(n *html.Node) (texts []*html.Node) {
	for c := range n.Descendants() {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" && !isRawText(c.Parent) {
			c.Attr = append(c.Attr, html.Attribute{Key: "text", Val: strconv.Itoa(len(texts))})
			texts = append(texts, c)
		}
	}
	return texts
}

// landmark is the one element that says it holds the main text, else the body.
func (p *page) landmark(body *html.Node) *html.Node {
	only := func(is func(*html.Node) bool) *html.Node {
		var found *html.Node
		for n := range body.Descendants() {
			if n.Type == html.ElementNode && is(n) && !(found != nil && contains(found, n)) {
				if found != nil {
					return nil
				}
				found = n
			}
		}
		return found
	}
	if n := only(func(n *html.Node) bool { return n.DataAtom == atom.Main || attr(n, "role") == "main" }); n != nil {
		return n
	}
	n := only(func(n *html.Node) bool {
		switch strings.ToLower(attr(n, "id")) {
		case "main", "main-content", "maincontent", "content", "bodycontent":
			return true
		}
		return n.DataAtom == atom.Article
	})
	if n != nil && p.size[n].words*2 > p.size[body].words {
		return n
	}
	return body
}

// size2 is how many words stand under an element, and how many of them in links.
type size2 struct{ words, linked int }

// measure counts the words under n and under each element in it.
func (p *page) measure(n *html.Node) {
	p.size = map[*html.Node]size2{}
	var walk func(n *html.Node, link bool) size2
	walk = func(n *html.Node, link bool) (s size2) {
		if n.Type == html.TextNode {
			if !isRawText(n.Parent) {
				s.words = wordsIn(n.Data)
			}
			if link {
				s.linked = s.words
			}
			return s
		}
		if n.Type == html.ElementNode && isHidden(n) {
			return s
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			t := walk(c, link || n.DataAtom == atom.A)
			s.words, s.linked = s.words+t.words, s.linked+t.linked
		}
		p.size[n] = s
		return s
	}
	walk(n, false)
}

// wordsIn counts words: what stands between blanks, and two signs of a script that
// has no blanks.
func wordsIn(s string) int {
	signs := 0
	for _, r := range s {
		if r >= 0x2E80 && r < 0xE000 || r >= 0xE00 && r < 0xE80 {
			signs++
		}
	}
	if signs > 0 {
		return max(len(strings.Fields(s)), signs/2)
	}
	return len(strings.Fields(s))
}

// prune takes furniture out of the page before its main text is looked for.
func (p *page) prune(body *html.Node) {
	var out []*html.Node
	var walk func(n *html.Node, inside bool)
	walk = func(n *html.Node, inside bool) {
		inside = inside || n.DataAtom == atom.Article || n.DataAtom == atom.Main || attr(n, "role") == "main"
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode {
				continue
			}
			if p.furniture(c, inside, p.size[body]) {
				out = append(out, c)
			} else {
				walk(c, inside)
			}
		}
	}
	walk(body, false)
	for _, n := range out {
		n.Parent.RemoveChild(n)
	}
}

// mend is the element around all that readability kept, with what it dropped in
// there marked as lost, but for what belongs between what it kept.
func (p *page) mend(texts []*html.Node, kept []bool, found int) *html.Node {
	holds := map[*html.Node]bool{} // elements with something that was kept
	from, to := -1, 0
	for i, n := range texts {
		if !kept[i] {
			continue
		}
		if from < 0 {
			from = i
		}
		to = i
		for n = n.Parent; n != nil && !holds[n]; n = n.Parent {
			holds[n] = true
		}
	}
	root := texts[from].Parent
	for !contains(root, texts[to]) {
		root = root.Parent
	}
	for isInline(root) && root.Parent != nil {
		root = root.Parent
	}
	begun := from // of the texts, those up to the heading of the page are not looked at
	for i := from - 1; i >= 0; i-- {
		h := texts[i].Parent
		for h != nil && h.DataAtom != atom.H1 {
			h = h.Parent
		}
		if h != nil {
			begun = i + 1
			break
		}
	}
	p.lost = map[*html.Node]bool{}
	if begun < from { // what leads in
		for !contains(root, texts[begun]) {
			root = root.Parent
		}
	}
	if root.Parent != nil && root.DataAtom != atom.Body && root.DataAtom != atom.Main && root.DataAtom != atom.Article {
		for c := root.NextSibling; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && holdsPanel(c) {
				root = root.Parent
				holds[root] = true
				break
			}
		}
	}
	var back []*html.Node
	words := 0
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c.Type == html.ElementNode && holds[c]:
				walk(c)
			case c.Type == html.ElementNode && isInline(c) && (isInline(n) || isWording(n)): // of a line that was kept
			case c.Type == html.ElementNode:
				first, last, ok := textsOf(c)
				if !ok { // a break, a rule
					continue
				}
				if first < begun && last >= begun && last < from { // the head of the page with what leads in
					walk(c)
					continue
				}
				between := first > from && last < to
				lead := first >= begun && last < from && (p.size[c].words >= shortestLead && isSentence([]byte(line1(nodeText(c)))) || leadsIn(c))
				panel := first > to && holds[c.Parent] && holdsPanel(c)
				if p.lost[c] = !(between || lead || panel) || !p.belongs(c); !p.lost[c] {
					back = append(back, c)
					words += p.size[c].words
				}
			case c.Type == html.TextNode:
				if i, err := strconv.Atoi(attr(c, "text")); err == nil && !kept[i] {
					p.lost[c] = !isInline(n) && n.DataAtom != atom.P
				}
			}
		}
	}
	walk(root)
	p.dropByline(texts, kept, begun)
	if words*2 > found { // that is no mending: a page of many things
		for _, n := range back {
			p.lost[n] = true
		}
	}
	return root
}

// dropByline leaves out what stands over the first sentence and is said in the
// metadata: a section, who wrote it, when it was published.
func (p *page) dropByline(texts []*html.Node, kept []bool, begun int) {
	seen := map[*html.Node]bool{}
	for i, n := range texts {
		if !kept[i] {
			continue
		}
		b := n.Parent
		for isInline(b) && b.Parent != nil {
			b = b.Parent
		}
		if seen[b] {
			continue
		}
		seen[b] = true
		s := line1(nodeText(b))
		if p.size[b].words > mostByline || isHeading(b) && i >= begun && letters(s) != letters(p.title) {
			return
		}
		_, _, _, dated := findDate(s)
		switch {
		case i < begun && p.size[b].words <= 3, isByline(s) || dated && strings.HasPrefix(s, "By "):
			if name, ok := strings.CutPrefix(s, "By "); ok && p.author == "" && !dated {
				p.author = name
			}
			p.lost[b] = true
		case dated && !isSentence([]byte(s)) && (!p.date.IsZero() || isPublished(s)):
			p.lost[b] = true
		}
	}
}

const mostByline = 16 // words

// isPublished reports whether a line tells when a page was made or changed.
func isPublished(s string) bool {
	l := strings.ToLower(s)
	for _, p := range []string{"published", "posted", "updated", "last updated", "first published", "created", "issued on"} {
		if strings.HasPrefix(l, p) {
			return true
		}
	}
	return false
}

// isWording reports whether an element holds words and nothing else.
func isWording(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Li, atom.Dt, atom.Dd, atom.Td, atom.Th, atom.Figcaption:
		return true
	}
	return isHeading(n)
}

// shortestLead is how many words a paragraph has that leads in, between the
// heading of the page and what readability takes for its text: who wrote it and
// when has fewer.
const shortestLead = 8

// leadsIn reports whether an element says by its name that it leads in the text.
func leadsIn(n *html.Node) bool {
	for w := range nameWords(attr(n, "class")) {
		switch w {
		case "standfirst", "lede", "lead", "dek", "deck", "intro", "introduction", "subtitle", "subhead", "subheadline", "subheading", "summary", "abstract":
			return true
		}
	}
	return false
}

// holdsPanel reports whether an element is or holds what a click opens.
func holdsPanel(n *html.Node) bool {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && isPanel(c) {
			return true
		}
	}
	return isPanel(n)
}

// textsOf are the numbers of the first and the last text under n.
func textsOf(n *html.Node) (first, last int, ok bool) {
	first = -1
	for c := range n.Descendants() {
		if i, err := strconv.Atoi(attr(c, "text")); err == nil && c.Type == html.TextNode {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last, first >= 0
}

// belongs reports whether what readability dropped is of the text all the same: a
// heading over something that is no card with a link, a paragraph, a table, a list
// that is not mostly links.
func (p *page) belongs(n *html.Node) bool {
	s := p.size[n]
	if k := named(attr(n, "class") + " " + attr(n, "id")); s.words == 0 || k >= sideways || k == ifLinks || k == besideText && headingIn(n) == nil {
		return false
	}
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && named(attr(c, "class")+" "+attr(c, "id")) >= sideways {
			return false
		}
	}
	if h := headingIn(n); h != nil {
		if t := p.size[h]; t.words > 0 && t.linked == t.words || t.words == s.words && !p.heads(n) {
			return false
		}
	}
	return s.linked*2 < s.words || s.words-s.linked > 25
}

// heads reports whether something follows a heading that it can stand over.
func (p *page) heads(n *html.Node) bool {
	for c := n.NextSibling; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && p.size[c].words > 0 {
			return headingIn(c) == nil || p.size[headingIn(c)].words < p.size[c].words || headingIn(c).Data > headingIn(n).Data
		}
	}
	return false
}

// headingIn is n or the first heading under it.
func headingIn(n *html.Node) *html.Node {
	if isHeading(n) {
		return n
	}
	for c := range n.Descendants() {
		if isHeading(c) {
			return c
		}
	}
	return nil
}

// left reports whether an element under the main text is not of it.
func (p *page) left(n *html.Node) bool { return p.lost[n] }

// reveal opens what a page shows when a reader clicks: the panels of tabs, of an
// accordion, of details. Nothing in it is hidden from a reader.
func reveal(body *html.Node) {
	controlled := map[string]bool{}
	for n := range body.Descendants() {
		if id := attr(n, "aria-controls"); id != "" && attr(n, "role") != "combobox" && !isMenuButton(n) {
			controlled[id] = true
		}
	}
	for n := range body.Descendants() {
		if n.Type != html.ElementNode || n.DataAtom == atom.Nav || !isPanel(n) && !controlled[attr(n, "id")] {
			continue
		}
		for c := n; c != nil; c = nil {
			var rest []html.Attribute
			for _, a := range c.Attr {
				switch {
				case a.Key == "hidden", a.Key == "aria-hidden":
				case a.Key == "style" && hidesBy(a.Val):
				default:
					rest = append(rest, a)
				}
			}
			c.Attr = rest
		}
	}
	for n := range body.Descendants() { // a button that is a heading, or in one
		if n.DataAtom == atom.Button && n.Parent != nil && (isHeading(n.Parent) || n.Parent.DataAtom == atom.Summary) {
			n.DataAtom, n.Data = atom.Span, "span"
		}
	}
}

// isPanel reports whether an element is what a tab or the head of an accordion
// shows.
func isPanel(n *html.Node) bool {
	if attr(n, "role") == "tabpanel" {
		return true
	}
	for _, c := range strings.Fields(strings.ToLower(attr(n, "class"))) {
		switch c {
		case "tab-pane", "tabpanel", "tab-panel", "accordion-collapse", "collapse", "panel-collapse", "accordion-content", "accordion-body", "accordion__content", "accordion-panel", "toggle-content":
			return true
		}
		if strings.HasSuffix(c, "accordion__content") || strings.HasSuffix(c, "accordion-section-content") || strings.HasSuffix(c, "accordion__section-content") || strings.HasSuffix(c, "tabs__panel") || strings.HasSuffix(c, "accordion__panel") {
			return true
		}
	}
	return false
}

// isMenuButton reports whether a control opens a menu or a search box.
func isMenuButton(n *html.Node) bool {
	if attr(n, "aria-haspopup") != "" {
		return true
	}
	for ; n != nil; n = n.Parent {
		if n.DataAtom == atom.Nav || n.DataAtom == atom.Header || n.DataAtom == atom.Form {
			return true
		}
	}
	return false
}
