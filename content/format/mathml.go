package format

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Equations of e-books and OpenDocument files are MathML. They are read as those of
// Word are (docxmath.go): a fraction as a/b, a power as x^2, a root as √(x).

// speakMath puts for every equation under n what it says; one that stands on a line
// of its own keeps it.
func speakMath(n *html.Node) {
	var all []*html.Node
	for x := range n.Descendants() {
		if x.Type == html.ElementNode && x.Data == "math" {
			all = append(all, x)
		}
	}
	for _, x := range all {
		if x.Parent == nil {
			continue
		}
		said := &html.Node{Type: html.TextNode, Data: line1(mathWords(x))}
		if attr(x, "display") == "block" {
			div := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
			div.AppendChild(said)
			said = div
		}
		x.Parent.InsertBefore(said, x)
		x.Parent.RemoveChild(x)
	}
}

// plainMath takes the prefix off the names of equations, which HTML does not know.
func plainMath(text []byte) []byte {
	i := bytes.Index(text, []byte(":math"))
	open := bytes.LastIndexByte(text[:max(i, 0)], '<')
	if open < 0 || i-open > 20 || bytes.ContainsAny(text[open+1:i], " >/=\"") {
		return text
	}
	prefix := string(text[open+1 : i+1])
	text = bytes.ReplaceAll(text, []byte("<"+prefix), []byte("<"))
	return bytes.ReplaceAll(text, []byte("</"+prefix), []byte("</"))
}

// mathWords is what an element of an equation says.
func mathWords(n *html.Node) string { return mathTerm(n, 0) }

const deepestMath = 64

func mathTerm(n *html.Node, depth int) string {
	if depth > deepestMath {
		return ""
	}
	var kids []string
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			kids = append(kids, mathTerm(c, depth+1))
		}
	}
	at := func(i int) string {
		if i < len(kids) {
			return kids[i]
		}
		return ""
	}
	switch n.Data {
	case "mi", "mn", "mtext", "ms":
		return line1(mathVisible(nodeText(n)))
	case "mo":
		return operator(line1(mathVisible(nodeText(n))))
	case "mspace", "mphantom", "annotation", "annotation-xml", "none", "mprescripts", "maligngroup", "malignmark":
		return ""
	case "semantics", "maction":
		return at(0)
	case "mfrac":
		if attr(n, "linethickness") == "0" {
			return "(" + at(0) + " over " + at(1) + ")"
		}
		return group(at(0)) + "/" + group(at(1))
	case "msup":
		return at(0) + "^" + group(at(1))
	case "msub":
		return at(0) + "_" + group(at(1))
	case "msubsup":
		return at(0) + "_" + group(at(1)) + "^" + group(at(2))
	case "munder":
		return at(0) + limit("_", at(1))
	case "mover":
		return at(0) + limit("^", at(1))
	case "munderover":
		return at(0) + limit("_", at(1)) + limit("^", at(2)) + " "
	case "msqrt":
		return "√" + group(strings.Join(kids, ""))
	case "mroot":
		if at(1) == "3" {
			return "∛" + group(at(0))
		}
		return "√[" + at(1) + "]" + group(at(0))
	case "mfenced":
		open, end, sep := "(", ")", ","
		for _, a := range n.Attr {
			switch a.Key {
			case "open":
				open = a.Val
			case "close":
				end = a.Val
			case "separators":
				sep = strings.TrimSpace(a.Val)
			}
		}
		return open + strings.Join(kids, sep) + end
	case "mtable":
		return "[" + filled(kids, "; ") + "]"
	case "mtr", "mlabeledtr":
		return filled(kids, ", ")
	}
	return row1(kids)
}

// row1 puts terms side by side: letters and numbers that touch stay apart where
// they would make another word.
func row1(terms []string) string {
	var b strings.Builder
	for i, s := range terms {
		if i > 0 && len(s) > 1 && len(terms[i-1]) > 1 && isAlnum(s[0]) && isAlnum(terms[i-1][len(terms[i-1])-1]) && !isDigit(terms[i-1][len(terms[i-1])-1]) {
			b.WriteByte(' ')
		}
		b.WriteString(s)
	}
	return strings.ReplaceAll(b.String(), "  ", " ")
}

// filled joins the terms that are not empty.
func filled(terms []string, by string) string {
	var full []string
	for _, s := range terms {
		if s = strings.TrimSpace(s); s != "" {
			full = append(full, s)
		}
	}
	return strings.Join(full, by)
}

// limit is what stands under or over a term; a brace or a bar that is drawn there
// says nothing.
func limit(mark, s string) string {
	if s = strings.TrimSpace(s); s == "" || strings.Trim(s, "⏞⏟⎴⎵¯_‾→←^~˙¨ˇˆ˜ ") == "" {
		return ""
	}
	return mark + group(s)
}

// operator sets the spaces that are set around it.
func operator(s string) string {
	switch s {
	case "=", "+", "−", "≤", "≥", "<", ">", "≠", "≈", "≃", "≡", "∈", "→", "⟶", "←", "⇒", "⇔", "×", "·", "±", "∪", "∩", "∧", "∨", ":=", "↦":
		return " " + s + " "
	case "-":
		return " − "
	case ",", ";":
		return s + " "
	}
	return s
}

// mathVisible leaves away the operators that nobody sees, such as the times between
// letters.
func mathVisible(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x2061 && r <= 0x2064 {
			return -1
		}
		return r
	}, s)
}

// chooseCases leaves one case of each choice that a book gives to the program that
// shows it: the first that it can show, text or equations, else what is there for
// programs that know none.
func chooseCases(n *html.Node) {
	for x := range n.Descendants() {
		if x.Type != html.ElementNode || !strings.HasSuffix(x.Data, ":switch") {
			continue
		}
		var chosen *html.Node
		for c := x.FirstChild; c != nil; c = c.NextSibling {
			space := attr(c, "required-namespace")
			known := strings.HasSuffix(c.Data, ":case") && (strings.HasSuffix(space, "/Math/MathML") || strings.HasSuffix(space, "/xhtml"))
			if chosen == nil && c.Type == html.ElementNode && (known || strings.HasSuffix(c.Data, ":default")) {
				chosen = c
			}
		}
		for c := x.FirstChild; c != nil; {
			next := c.NextSibling
			if c != chosen {
				x.RemoveChild(c)
			}
			c = next
		}
	}
}
