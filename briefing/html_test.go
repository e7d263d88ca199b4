package briefing

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// readHTML is what a browser's grammar makes of the export: the elements in order.
func readHTML(t *testing.T, all ...Briefing) []*html.Node {
	t.Helper()
	var b bytes.Buffer
	if err := WriteHTML(&b, all...); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&b)
	if err != nil {
		t.Fatal(err)
	}
	var out []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			out = append(out, n)
		}
	}
	return out
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for k := range n.Descendants() {
		if k.Type == html.TextNode {
			b.WriteString(k.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func named(nodes []*html.Node, tag string) []*html.Node {
	return slices.DeleteFunc(slices.Clone(nodes), func(n *html.Node) bool { return n.Data != tag })
}

// Every paragraph that a fact points at is there under its number, with the words
// of the fact in it, and every link inside the page arrives.
func TestHTMLPointsAtItsParagraphs(t *testing.T) {
	b := harbour()
	nodes := readHTML(t, b)
	byID := map[string]*html.Node{}
	for _, n := range nodes {
		if id := attr(n, "id"); id != "" {
			if byID[id] != nil {
				t.Errorf("two elements have the id %s", id)
			}
			byID[id] = n
		}
	}
	checked := 0
	for _, f := range b.facts() {
		for _, e := range f.evidence {
			if e.Paragraph == 0 {
				continue
			}
			p := byID[fmt.Sprintf("p%d", e.Paragraph)]
			if p == nil {
				t.Errorf("%q stands in ¶%d, which has no id", e.Words, e.Paragraph)
			} else if words := strings.Join(strings.Fields(e.Words), " "); !strings.Contains(textOf(p), words) {
				t.Errorf("¶%d is %q and does not hold %q", e.Paragraph, textOf(p), words)
			}
			checked++
		}
	}
	if checked < 10 {
		t.Fatalf("only %d facts were looked up", checked)
	}
	inside, outside := 0, []string{}
	for _, a := range named(nodes, "a") {
		to := attr(a, "href")
		if id, ok := strings.CutPrefix(to, "#"); ok {
			inside++
			if byID[id] == nil {
				t.Errorf("%q leads to %s, which is not there", textOf(a), to)
			}
			continue
		}
		outside = append(outside, to)
	}
	if want := []string{`https://example.org/a?b=1&c="2"`, "mailto:desk@example.org"}; !slices.Equal(outside, want) {
		t.Errorf("links out: %q, want %q", outside, want)
	}
	if inside < checked/2 {
		t.Errorf("%d links inside for %d facts", inside, checked)
	}
}

// The text is there in order and once, with its structure.
func TestHTMLHoldsTheText(t *testing.T) {
	b := harbour()
	nodes := readHTML(t, b)
	main := textOf(named(nodes, "main")[0])
	at := 0
	for _, p := range b.Pieces {
		Leaves(Parse(b.Markdown, p, b.Refs), func(k *Block) bool {
			if k.Kind == Heading && k.Level == 1 {
				return true // in the card
			}
			for _, w := range strings.Fields(k.Leaf.Prose) {
				i := strings.Index(main[at:], w)
				if i < 0 {
					t.Errorf("%q is not in the page, or out of order", w)
					return true
				}
				at += i + len(w)
			}
			return true
		})
	}
	for tag, n := range map[string]int{"h1": 1, "pre": 1, "ol": 1, "th": 2, "strong": 1, "main": 1, "script": 0, "img": 0, "iframe": 0} {
		if got := len(named(nodes, tag)); got != n {
			t.Errorf("%d elements %s, want %d", got, tag, n)
		}
	}
	if got := textOf(named(nodes, "h1")[0]); got != "The harbour talks" {
		t.Errorf("title %q", got)
	}
}

// The marking stands above and below each briefing, and its print style repeats it.
func TestHTMLBearsTheMarking(t *testing.T) {
	nodes := readHTML(t, harbour(), written(Meta{Title: "Open"}, "# Open\n\nWords.\n"))
	for _, tag := range []string{"header", "footer"} {
		m := named(nodes, tag)
		if len(m) != 1 || textOf(m[0]) != "TLP:AMBER" {
			t.Errorf("%d of %s: %v", len(m), tag, m)
		}
	}
	css := textOf(named(nodes, "style")[0])
	for _, want := range []string{"@media print", "header.marking { display: table-header-group }", "footer.marking { display: table-footer-group }", "prefers-color-scheme: dark"} {
		if !strings.Contains(css, want) {
			t.Errorf("the style sheet lacks %q", want)
		}
	}
	if got := len(named(nodes, "article")); got != 2 {
		t.Errorf("%d articles", got)
	}
	if !slices.ContainsFunc(nodes, func(n *html.Node) bool { return attr(n, "id") == "b2-p1" }) {
		t.Error("the second briefing has no b2-p1")
	}
}

// Nothing that a document says becomes markup, a script or an address of another kind.
func TestHTMLOfHostileWords(t *testing.T) {
	nodes := readHTML(t, hostile(), hostile())
	for _, n := range nodes {
		switch n.Data {
		case "script", "img", "iframe", "object", "svg", "form", "base", "link":
			t.Errorf("an element %s: %q", n.Data, textOf(n))
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") {
				t.Errorf("%s has %s", n.Data, a.Key)
			}
			if a.Key == "href" && !strings.HasPrefix(a.Val, "#") && a.Val != `https://example.org/"onclick="x` {
				t.Errorf("a link to %q", a.Val)
			}
			if a.Key == "src" {
				t.Errorf("%s fetches %q", n.Data, a.Val)
			}
		}
		if strings.ContainsAny(textOf(n), "\x00\x1b\x07\u202e") {
			t.Errorf("%s holds a control: %q", n.Data, textOf(n))
		}
	}
	if got := textOf(named(nodes, "title")[0]); !strings.HasPrefix(got, "</title><script>alert(1)</script>") {
		t.Errorf("title %q", got)
	}
	if main := textOf(named(nodes, "main")[0]); !strings.Contains(main, "<script>alert(6)</script>") || !strings.Contains(main, "Block words") || strings.Contains(main, "alert(8)") {
		t.Errorf("the text: %q", main)
	}
}

// A paragraph that was cut by force is one paragraph again.
func TestHTMLOfALongParagraph(t *testing.T) {
	var b strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&b, "w%d ", i)
	}
	x := written(Meta{Title: "Long"}, "# Long\n\n"+b.String()+"\n\nThe end.\n")
	if len(x.Pieces) < 3 {
		t.Fatalf("%d pieces: it is not cut", len(x.Pieces))
	}
	nodes := readHTML(t, x)
	main := named(nodes, "main")[0]
	var ps []string
	for n := range main.ChildNodes() {
		if n.Data == "p" {
			ps = append(ps, textOf(n))
		}
	}
	if len(ps) != 2 || ps[0] != strings.TrimSpace(b.String()) || ps[1] != "The end." {
		t.Errorf("%d paragraphs", len(ps))
	}
}

// Whatever the words, the page holds only elements of ours, no handlers, no address
// that a browser would run or fetch, and no id twice.
func FuzzHTML(f *testing.F) {
	for _, b := range []Briefing{harbour(), hostile()} {
		f.Add(string(b.Markdown), b.Meta.Title, b.Meta.Marking)
	}
	f.Add("# T\n\n- [ ] a\n  > b[^1]\n\n| a |\n|:-:|\n| <b>\n\n[^1]: x\n\n[^1]: y\n", "", "TLP:RED")
	f.Fuzz(func(t *testing.T, markdown, title, marking string) {
		ids := map[string]bool{}
		for _, n := range readHTML(t, written(Meta{Title: title, Marking: marking}, markdown)) {
			switch n.Data {
			case "html", "head", "meta", "title", "style", "body", "article", "header", "footer", "div", "section", "nav", "main", "aside",
				"h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "code", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "hr", "br",
				"table", "thead", "tbody", "tr", "th", "td", "a", "strong", "em", "s", "i", "b", "sup", "small", "time":
			default:
				t.Errorf("an element %s", n.Data)
			}
			for _, a := range n.Attr {
				switch a.Key {
				case "id":
					if ids[a.Val] {
						t.Errorf("two of %s", a.Val)
					}
					ids[a.Val] = true
				case "href":
					low := strings.ToLower(a.Val)
					if !strings.HasPrefix(low, "#") && !strings.HasPrefix(low, "http:") && !strings.HasPrefix(low, "https:") && !strings.HasPrefix(low, "mailto:") {
						t.Errorf("a link to %q", a.Val)
					}
				case "class", "rel", "style", "data-n", "datetime", "start", "charset", "name", "content", "http-equiv", "lang":
				default:
					t.Errorf("%s has %s", n.Data, a.Key)
				}
			}
		}
	})
}
