package format

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// list writes a list. It is tight unless an item holds two paragraphs or more. A
// list that follows another directly takes another mark, so that they stay two.
func (w *web) list(n *html.Node) {
	w.flush()
	ordered := n.DataAtom == atom.Ol
	number := 1
	if s, err := strconv.Atoi(attr(n, "start")); err == nil && s >= 0 && s < 1e8 {
		number = s
	}
	mark := byte('-')
	if ordered {
		mark = '.'
	}
	if w.ended == len(w.md) && w.mark == mark {
		mark = map[byte]byte{'-': '*', '.': ')'}[mark]
	}
	loose := isLoose(n)
	outer := w.prefix
	began := false
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if strings.TrimSpace(nodeText(c)) == "" || c.Type == html.ElementNode && isHidden(c) || w.noted[c] || c.Type == html.CommentNode {
			continue
		}
		if c.DataAtom == atom.Ul || c.DataAtom == atom.Ol { // under the item before
			w.prefix = outer + "  "
			w.list(c)
			w.prefix = outer
			continue
		}
		label := string(mark) + " "
		if ordered {
			if v, err := strconv.Atoi(attr(c, "value")); err == nil && v >= 0 && v < 1e8 {
				number = v
			}
			label = strconv.Itoa(number) + string(mark) + " "
			number++
		}
		nested := outer != "" && !strings.HasSuffix(outer, "> ") && (!ordered || number == 2)
		if began && !loose || !began && nested && w.first == "" {
			if !w.fresh {
				w.md = append(w.md, '\n')
				w.fresh = true
			}
		} else {
			w.blank()
		}
		if w.first == "" {
			w.first = outer
		}
		w.first += label
		w.prefix = outer + strings.Repeat(" ", len(label))
		began = true
		if c.Type == html.TextNode {
			w.node(c)
		} else {
			w.children(c)
		}
		w.flush()
		w.prefix = outer
		if w.first != "" { // it held nothing that shows
			w.first = ""
		}
	}
	w.ended, w.mark = len(w.md), mark
}

func isLoose(list *html.Node) bool {
	for li := range list.ChildNodes() {
		n := 0
		for c := range li.ChildNodes() {
			if c.DataAtom == atom.P {
				n++
			}
		}
		if n > 1 {
			return true
		}
	}
	return false
}
