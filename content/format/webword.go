package format

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Word and Google Docs write a list flat. Word makes each item a paragraph whose
// style says its list and level and whose first words are its number; Google Docs
// makes each level a list beside the others. Here they become lists in lists.

// nestLists does so under a node.
func nestLists(root *html.Node) {
	var firsts []*html.Node
	for n := range root.Descendants() {
		switch n.DataAtom {
		case atom.P, atom.Li, atom.H1, atom.H2, atom.H3, atom.H4:
			if n.DataAtom == atom.P && wordLevel(n) > 0 && (prevElement(n) == nil || wordLevel(prevElement(n)) == 0) {
				firsts = append(firsts, n)
			}
		case atom.Ul, atom.Ol:
			if _, level := docsList(n); level == 0 {
				if next := nextElement(n); next != nil {
					if _, level := docsList(next); level >= 0 {
						firsts = append(firsts, n)
					}
				}
			}
		}
	}
	for _, n := range firsts {
		if n.Parent == nil {
			continue
		}
		if n.DataAtom == atom.P {
			nestWord(n)
		} else {
			nestDocs(n)
		}
	}
}

// nestWord puts a run of paragraphs that are items into lists.
func nestWord(n *html.Node) {
	type open struct {
		list  *html.Node
		level int
	}
	var stack []open
	parent := n.Parent
	for n != nil {
		level := wordLevel(n)
		if level == 0 {
			break
		}
		next := nextElement(n)
		label := takeLabel(n)
		number, ordered := labelNumber(label)
		for len(stack) > 0 && stack[len(stack)-1].level > level {
			stack = stack[:len(stack)-1]
		}
		if len(stack) > 0 && stack[len(stack)-1].level == level && (stack[len(stack)-1].list.DataAtom == atom.Ol) != ordered {
			stack = stack[:len(stack)-1]
		}
		if len(stack) == 0 || stack[len(stack)-1].level < level {
			list := &html.Node{Type: html.ElementNode, DataAtom: atom.Ul, Data: "ul"}
			if ordered {
				list.DataAtom, list.Data = atom.Ol, "ol"
				list.Attr = []html.Attribute{{Key: "start", Val: strconv.Itoa(number)}}
			}
			if len(stack) == 0 {
				parent.InsertBefore(list, n)
			} else if last := stack[len(stack)-1].list.LastChild; last != nil {
				last.AppendChild(list)
			}
			stack = append(stack, open{list, level})
		}
		item := &html.Node{Type: html.ElementNode, DataAtom: atom.Li, Data: "li"}
		if !ordered && !isBulletSign(label) { // “a)”: no list of Markdown has it
			item.AppendChild(&html.Node{Type: html.TextNode, Data: label + " "})
		}
		for c := n.FirstChild; c != nil; c = n.FirstChild {
			n.RemoveChild(c)
			item.AppendChild(c)
		}
		parent.RemoveChild(n)
		stack[len(stack)-1].list.AppendChild(item)
		n = next
	}
}

var levelOf = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`mso-list:\s*l\d+\s+level(\d)`) })

// wordLevel is the level of a paragraph that is an item of Word, 0 for none.
func wordLevel(n *html.Node) int {
	style := attr(n, "style")
	if n.DataAtom != atom.P || !strings.Contains(style, "mso-list") {
		return 0
	}
	m := levelOf().FindStringSubmatch(style)
	if m == nil {
		return 0
	}
	level, _ := strconv.Atoi(m[1])
	return level
}

// takeLabel takes the number or the bullet off an item of Word.
func takeLabel(n *html.Node) string {
	for c := range n.Descendants() {
		if c.DataAtom == atom.Span && strings.Contains(strings.ReplaceAll(attr(c, "style"), " ", ""), "mso-list:Ignore") {
			label := line1(strings.ReplaceAll(nodeText(c), "\u00a0", " "))
			c.Parent.RemoveChild(c)
			return label
		}
	}
	return "·"
}

func labelNumber(label string) (int, bool) {
	n, err := strconv.Atoi(strings.TrimRight(label, ".)"))
	return n, err == nil && n >= 0 && n < 1e6
}

func isBulletSign(label string) bool {
	return label == "" || label == "o" || !hasLetter([]byte(label)) && digits([]byte(label)) == 0
}

func nextElement(n *html.Node) *html.Node {
	for n = n.NextSibling; n != nil; n = n.NextSibling {
		if n.Type == html.ElementNode {
			return n
		}
		if n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" {
			return nil
		}
	}
	return nil
}

func prevElement(n *html.Node) *html.Node {
	for n = n.PrevSibling; n != nil; n = n.PrevSibling {
		if n.Type == html.ElementNode {
			return n
		}
		if n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" {
			return nil
		}
	}
	return nil
}

// docsList is which list of Google Docs an element is, and its level, -1 for none.
func docsList(n *html.Node) (id string, level int) {
	if n.DataAtom != atom.Ul && n.DataAtom != atom.Ol {
		return "", -1
	}
	for _, c := range strings.Fields(attr(n, "class")) {
		if rest, ok := strings.CutPrefix(c, "lst-kix_"); ok {
			id, l, _ := strings.Cut(rest, "-")
			if level, err := strconv.Atoi(l); err == nil && level < 9 {
				return id, level
			}
		}
	}
	return "", -1
}

// nestDocs puts the lists that follow one of Google Docs into it.
func nestDocs(list *html.Node) {
	id, _ := docsList(list)
	for {
		n := nextElement(list)
		if n == nil {
			return
		}
		other, level := docsList(n)
		if level < 0 || other != id {
			return
		}
		into := list
		for range level {
			last := into.LastChild
			for last != nil && last.DataAtom != atom.Li {
				last = last.PrevSibling
			}
			if last == nil {
				return
			}
			inner := last.LastChild
			if inner == nil || inner.DataAtom != atom.Ul && inner.DataAtom != atom.Ol {
				inner = &html.Node{Type: html.ElementNode, DataAtom: n.DataAtom, Data: n.Data}
				last.AppendChild(inner)
			}
			into = inner
		}
		for c := n.FirstChild; c != nil; c = n.FirstChild {
			n.RemoveChild(c)
			into.AppendChild(c)
		}
		n.Parent.RemoveChild(n)
	}
}
