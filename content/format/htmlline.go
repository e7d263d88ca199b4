package format

import (
	"bytes"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// farText is how many texts ahead a text of the file is looked for in the tree:
// the parser moves what stands in a table beside its cells, and drops little.
const farText = 64

// htmlLines gives the texts of a tree the lines of the file that they begin on.
// The parser does not tell, so the file's texts are read a second time and matched
// in their order; a text that the parser has moved has no line. The line is an
// attribute of the text, which no text has in HTML, since readability copies the
// tree.
func htmlLines(text []byte, doc *html.Node) {
	var nodes []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" {
			nodes = append(nodes, n)
		}
	}
	z := html.NewTokenizer(bytes.NewReader(text))
	line := 1
	for len(nodes) > 0 {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		raw := z.Raw()
		here := line
		line += bytes.Count(raw, []byte{'\n'})
		if kind != html.TextToken {
			continue
		}
		lead := len(raw) - len(bytes.TrimLeft(raw, " \t\n\r\f"))
		if lead == len(raw) {
			continue
		}
		here += bytes.Count(raw[:lead], []byte{'\n'})
		words := bytes.TrimSpace(z.Text())
		for i, n := range nodes[:min(len(nodes), farText)] {
			if i > 0 && len(words) < 12 { // too short to be known elsewhere
				break
			}
			if strings.HasPrefix(strings.TrimSpace(n.Data), string(words)) {
				n.Attr = []html.Attribute{{Key: "line", Val: strconv.Itoa(here)}}
				nodes = nodes[i+1:]
				break
			}
		}
	}
}

// htmlLine is the line that a text begins on, 0 if unknown.
func htmlLine(n *html.Node) int {
	line, _ := strconv.Atoi(attr(n, "line"))
	return line
}
