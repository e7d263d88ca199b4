package format

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What an element of a page is: one that begins a block, that nobody sees, its
// attributes and words.

func contains(n, inner *html.Node) bool {
	for ; inner != nil; inner = inner.Parent {
		if inner == n {
			return true
		}
	}
	return false
}

func isBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Main, atom.Aside, atom.Nav, atom.Address, atom.Figure,
		atom.Figcaption, atom.Dl, atom.Dd, atom.Dt, atom.Details, atom.Summary, atom.Form, atom.Fieldset, atom.Center, atom.Td, atom.Th, atom.Tr,
		atom.Caption, atom.Li, atom.Body, atom.Html, atom.Hgroup, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol,
		atom.Blockquote, atom.Pre, atom.Table, atom.Hr, atom.Option, atom.Legend:
		return true
	}
	return false
}

// isHidden reports whether nobody sees an element, be it that only a screen
// reader speaks it: “Media caption”, “opens in a new window”.
func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "class":
			for _, c := range strings.Fields(strings.ToLower(a.Val)) {
				switch c {
				case "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "off-screen", "offscreen", "govuk-visually-hidden", "a11y-hidden", "assistive-text":
					return n.DataAtom != atom.H1 && n.DataAtom != atom.Body
				}
			}
		case "style":
			if hidesBy(a.Val) {
				return true
			}
		}
	}
	return false
}

// hidesBy reports whether a style hides what it is of.
func hidesBy(style string) bool {
	s := strings.ReplaceAll(strings.ToLower(style), " ", "")
	return strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden") || strings.Contains(s, "mso-hide:all")
}

func isHeading(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return n.Type == html.ElementNode
	}
	return false
}

// isInline reports whether an element stands within a line.
func isInline(n *html.Node) bool {
	switch n.DataAtom {
	case atom.A, atom.Span, atom.B, atom.I, atom.Em, atom.Strong, atom.Sup, atom.Sub, atom.U, atom.Small, atom.Font, atom.Abbr, atom.Time, atom.Code, atom.Cite, atom.Q, atom.Mark, atom.Ins, atom.Del, atom.S, atom.Label, atom.Kbd:
		return true
	}
	return false
}

// isCredit reports whether an element says who took a picture. It is read and gives
// no facts.
func isCredit(n *html.Node) bool {
	for w := range nameWords(attr(n, "class")) {
		switch w {
		case "credit", "credits", "photocredit", "imagecredit", "photographer":
			return true
		}
	}
	return false
}

// isSignature reports whether an element is what a mail program signs with.
func isSignature(n *html.Node) bool {
	if n.DataAtom != atom.Div {
		return false
	}
	for w := range nameWords(attr(n, "class") + " " + attr(n, "id")) {
		if w == "signature" {
			return true
		}
	}
	return false
}

// isCaption reports whether an element captions a picture.
func isCaption(n *html.Node) bool {
	if n.DataAtom == atom.Figure || n.DataAtom == atom.Figcaption {
		return true
	}
	for w := range nameWords(attr(n, "class")) {
		if w == "caption" {
			return true
		}
	}
	return false
}

// endsInAgency reports whether a short paragraph ends as the credit of a picture.
//
//	catches: Ann Roe/Anadolu via Getty Images
//	not:     He had bought the pictures from Getty Images, he said.
func endsInAgency(md []byte) bool {
	s := strings.TrimRight(strings.TrimSpace(string(md)), ")*_")
	if len(s) > 120 || len(strings.Fields(s)) > 14 {
		return false
	}
	for _, a := range []string{"Getty Images", "/AP", "/AFP", "/Reuters", "/REUTERS", "/EPA", "/AP Photo", "/Shutterstock", "/dpa", "/Bloomberg", "/NPR", "/Magnum Photos"} {
		if strings.HasSuffix(s, a) && (strings.Contains(s, "/") || strings.Contains(s, "via ") || len(strings.Fields(s)) <= 5) {
			return true
		}
	}
	return false
}

// attr returns an attribute of n, "" without one.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// nodeText is the text under n as it stands in the file.
func nodeText(n *html.Node) string {
	var b strings.Builder
	if n.Type == html.TextNode {
		b.WriteString(n.Data)
	}
	for c := range n.Descendants() {
		switch {
		case c.Type == html.TextNode && !isRawText(c.Parent):
			b.WriteString(c.Data)
		case c.DataAtom == atom.Br:
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func isRawText(n *html.Node) bool {
	return n != nil && (n.DataAtom == atom.Script || n.DataAtom == atom.Style || n.DataAtom == atom.Noscript || n.DataAtom == atom.Template)
}
