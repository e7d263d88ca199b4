package format

import (
	"bytes"
	"net/url"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"readout/content/clean"
)

// link writes a link that leads out of the document, a note that is referred to,
// or only the words.
func (w *web) link(n *html.Node) {
	if body := w.noteOf(n); body != nil && w.noted[body] {
		w.settle()
		label := ""
		for _, f := range w.notes {
			if f.body == body {
				label = f.label
			}
		}
		if label == "" {
			*w.counted++
			label = strconv.Itoa(*w.counted)
			w.notes = append(w.notes, note{label, body, noteWords(n)})
		}
		w.line = append(bytes.TrimRight(w.line, " "), "[^"+label+"]"...)
		return
	}
	to := w.address(attr(n, "href"))
	words := strings.TrimSpace(nodeText(n))
	if strings.Trim(words, "↩↑^\ufe0e") == "" && words != "" {
		return
	}
	if w.inNote && strings.Contains(attr(n, "href"), "#") && len(words) <= 5 && (strings.HasPrefix(words, "[") || w.first != "" && noteWords(n) == w.notes[w.writing].words) { // back to where it is referred to
		return
	}
	if to == "" || words == "" || w.holdsBlock(n) {
		w.children(n)
		return
	}
	w.settle()
	if w.shown < len(w.emph) && w.plain == 0 {
		w.openEmphasis([]byte("a"))
	}
	w.line = append(w.line, '[')
	w.children(n)
	w.settle()
	text := bytes.TrimRight(w.line, " ")
	space := len(text) < len(w.line)
	w.line = append(text, "]("+to+")"...)
	if space {
		w.line = append(w.line, ' ')
	}
}

func (w *web) holdsBlock(n *html.Node) bool {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && (isBlock(c) || c.DataAtom == atom.Br || c.DataAtom == atom.A) {
			return true
		}
	}
	return false
}

const longestAddress = 2000

// address is where a link leads, in a form that Markdown reads, "" for what is no
// address on the net.
func (w *web) address(href string) string {
	href = strings.TrimSpace(clean.String(href))
	if href == "" || href[0] == '#' || len(href) > longestAddress {
		return ""
	}
	u, err := url.Parse(href)
	if err != nil {
		return ""
	}
	if w.base != nil {
		u = w.base.ResolveReference(u)
	}
	u = throughRedirect(u)
	switch u.Scheme {
	case "http", "https", "mailto":
	default:
		return ""
	}
	return inAddress().Replace(u.String())
}

// throughRedirect is where an address leads that goes by way of a service which
// counts or checks clicks: a link shows where it really goes.
func throughRedirect(u *url.URL) *url.URL {
	key := ""
	switch host := u.Hostname(); {
	case strings.HasPrefix(host, "www.google.") && u.Path == "/url":
		key = "q"
		if u.Query().Get(key) == "" {
			key = "url"
		}
	case strings.HasSuffix(host, ".safelinks.protection.outlook.com"):
		key = "url"
	case (host == "l.facebook.com" || host == "lm.facebook.com") && u.Path == "/l.php":
		key = "u"
	default:
		return u
	}
	if to := webAddress(u.Query().Get(key)); to != nil {
		return to
	}
	return u
}

// inAddress writes what would end an address or mean something in it.
var inAddress = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E", `\`, "%5C", "\n", "", "*", "%2A", "&", "&amp;")
})
