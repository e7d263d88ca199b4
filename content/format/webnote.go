package format

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Notes of a page: a raised number that leads to words further down.

type note struct {
	label string
	body  *html.Node
	words string // of the link that refers to it
}

// index finds the notes of the text: short links within the document whose target
// has words of its own.
func (w *web) index(root *html.Node) {
	w.nth = map[*html.Node]int{}
	for n := range root.Descendants() {
		if n.DataAtom == atom.A || isBlock(n) {
			w.nth[n] = len(w.nth) + 1
		}
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
	words := noteWords(n)
	kind := attr(n, "epub:type") + " " + attr(n, "role") + " " + attr(n, "class")
	ref := strings.Contains(kind, "noteref") || strings.HasPrefix(href, "#_ftn") && !strings.HasPrefix(href, "#_ftnref") || strings.HasPrefix(href, "#_edn") && !strings.HasPrefix(href, "#_ednref") || strings.Contains(kind, "footnote-ref")
	raised := n.Parent != nil && n.Parent.DataAtom == atom.Sup || n.FirstChild != nil && n.FirstChild.DataAtom == atom.Sup
	if !ref && !raised || len(words) == 0 || len(words) > 5 || strings.Contains(kind, "back") || w.inNote {
		return nil
	}
	body := w.find(href)
	for body != nil && (body.DataAtom == atom.A || body.DataAtom == atom.Span || body.DataAtom == atom.Sup) {
		body = body.Parent
	}
	if body == nil || body.DataAtom == atom.Body || len(strings.Fields(nodeText(body))) < 2 || contains(body, n) {
		return nil
	}
	if at, ok := w.nth[body]; ok && at < w.nth[n] {
		return nil // it leads back to where a note is referred to
	}
	switch body.DataAtom {
	case atom.Li, atom.P, atom.Div, atom.Aside, atom.Dd, atom.Section:
		return body
	}
	return nil
}

// noteWords is the number or the sign that a link to a note shows.
func noteWords(n *html.Node) string { return strings.Trim(nodeText(n), "[]() \n\t") }
