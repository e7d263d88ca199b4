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

// definitions writes terms and what they mean. A list that holds anything else, or
// terms without a meaning, is written as what is in it.
func (w *web) definitions(n *html.Node) {
	w.flush()
	plain, last := w.plain == 0 && w.prefix == "", atom.Atom(0)
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) == "", c.Type == html.CommentNode:
		case c.DataAtom == atom.Dt, c.DataAtom == atom.Dd && last != 0:
			plain = plain && !holdsBlocks(c)
			last = c.DataAtom
		default:
			plain = false
		}
	}
	if !plain || last != atom.Dd {
		w.children(n)
		w.flush()
		return
	}
	last = 0
	for c := range n.ChildNodes() {
		if c.Type != html.ElementNode || isHidden(c) || w.skip != nil && w.skip(c) {
			continue
		}
		was, fresh := len(w.md), w.fresh
		if last != 0 && !(last == atom.Dd && c.DataAtom == atom.Dt) && !w.fresh {
			w.md, w.fresh = append(w.md, '\n'), true
		}
		if c.DataAtom == atom.Dd {
			w.first, w.prefix = ": ", "  "
		}
		w.children(c)
		w.flush()
		w.prefix = ""
		if w.first != "" {
			w.first, w.md, w.fresh = "", w.md[:was], fresh
		}
		last = c.DataAtom
	}
}

// holdsBlocks reports whether blocks stand in n that are more than one paragraph.
func holdsBlocks(n *html.Node) bool {
	paragraphs := 0
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && isBlock(c) {
			if paragraphs++; c.DataAtom != atom.P && c.DataAtom != atom.Div || paragraphs > 1 {
				return true
			}
		}
	}
	return false
}
