package format

import (
	"bytes"
	"slices"
	"strings"
)

// Furniture is what pages and web sites put around a text: page numbers, the
// mark of the end, share buttons, comment forms, other articles. It is listed
// apart, never lost, and gives no facts.

const (
	longestAside = 250 // bytes that furniture and markings have
	shortRow     = 50  // a row up to here may be any of them
)

// aside takes the first row if it is furniture or a marking.
func (t *text) aside() bool {
	r := &t.rows[0]
	if len(r.text) > longestAside || t.ahead(1).cont {
		t.trailer = false
		return false
	}
	if !t.trailer && !t.paged && !maybeAside(r.text) {
		return false
	}
	s := string(r.text)
	if t.open && !t.gap && !isPage(s) && !isCaps(r.text) && t.continues(r) {
		return false
	}
	switch {
	case isPage(s):
		t.paged = true
	case isMarking(s):
		// It stands at the head and the foot of every page: shown once.
		t.paged = true
		if !slices.Contains(splitMarks(t.out.Meta.Marking), s) {
			t.out.mark(s)
			t.next()
			return true
		}
	case isEnd(s), isBoilerplate(s):
	case startsTrailer(s):
		t.trailer = true
	case t.trailer && t.stillTrailer(r):
	case t.runs(r):
	default:
		t.trailer = false
		return false
	}
	t.out.furniture(s)
	t.next()
	return true
}

// maybeAside is a quick look: most rows are plainly text.
func maybeAside(s []byte) bool {
	if len(s) <= shortRow || !isLetter(s[0]) || isCaps(s) || bytes.HasPrefix(s, []byte("Case")) {
		return true
	}
	for _, p := range boilerplate {
		if hasPrefixFold(s, p) {
			return true
		}
	}
	for _, p := range embargoes {
		if hasPrefixFold(s, p) {
			return true
		}
	}
	return bytes.Contains(s, []byte("[email")) || bytes.Contains(s, spaces[:3])
}

// hasPrefixFold reports whether s begins with p, which is in lower case.
func hasPrefixFold(s []byte, p string) bool {
	if len(s) < len(p) {
		return false
	}
	for i := range p {
		if c := s[i]; c != p[i] && !(c >= 'A' && c <= 'Z' && c|0x20 == p[i]) {
			return false
		}
	}
	return true
}

// runs reports whether a row is the running head or foot of a page: it stands
// beside the end of a page and stood there before.
func (t *text) runs(r *row) bool {
	below := t.block(0)
	if len(r.text) > 80 || !t.paged && (below == 0 || !isPage(string(t.rows[below].text))) {
		return false
	}
	s := letters(string(r.text))
	if s == "" || s == letters(t.out.Meta.Title) || slices.Contains(t.running, s) {
		return true
	}
	if len(t.running) < 16 {
		t.running = append(t.running, s)
	}
	return false
}

// stillTrailer: headlines and buttons follow an article; a paragraph ends them,
// or a heading with one.
func (t *text) stillTrailer(r *row) bool {
	below := t.block(0)
	return !isSentence(r.text) && (below == 0 || !isSentence(t.rows[below].text) || wordCount(t.rows[below].text) <= 15)
}

func isSentence(s []byte) bool { return stops(s) && wordCount(s) > 6 }

// isPage reports whether s numbers a page or is a court’s stamp on it.
func isPage(s string) bool {
	if i := strings.LastIndex(s, "   "); i > 0 && len(s) < 120 && isPage(strings.TrimSpace(s[i:])) { // at the end of a running head
		return true
	}
	if len(s) > 20 {
		return strings.HasPrefix(s, "Case") && strings.Contains(s, "Document") && strings.Contains(s, "Filed") && strings.Contains(s, "Page")
	}
	if !strings.ContainsAny(s, "0123456789") {
		return false
	}
	f := strings.Fields(strings.ToLower(s))
	isNum := func(w string) bool { return w != "" && len(w) < 5 && strings.Trim(w, "0123456789") == "" }
	isDash := func(w string) bool { return strings.Trim(w, "-–—") == "" }
	switch {
	case len(f) == 4 && f[0] == "page" && isNum(f[1]) && (f[2] == "of" || f[2] == "/") && isNum(f[3]),
		len(f) == 2 && (f[0] == "page" || f[0] == "p.") && isNum(f[1]),
		len(f) == 3 && isDash(f[0]) && isNum(f[1]) && isDash(f[2]):
		return true
	}
	return false
}

// isEnd reports whether s is a mark of the end: ###, -30-, REUTER.
func isEnd(s string) bool {
	if rest := strings.TrimLeft(s, "#"); len(s)-len(rest) >= 3 {
		return len(strings.Fields(rest)) <= 1
	}
	if strings.HasPrefix(s, "<!--") && strings.HasSuffix(s, "-->") {
		return true
	}
	if rest, ok := strings.CutPrefix(s, "END "); ok && isClockTime(strings.TrimLeft(rest, " ")) {
		return true // END 7:48 A.M. EST
	}
	switch strings.Trim(s, "-–—[]()* ") {
	case "END", "ENDS", "End", "Ends", "REUTER", "REUTERS", "ENDIT", "30":
		return len(s) > 2
	}
	return false
}

// startsTrailer reports whether s begins what a web page puts after an article.
func startsTrailer(s string) bool {
	if len(s) > 40 {
		return false
	}
	switch strings.ToLower(strings.Trim(s, " .:!»>")) {
	case "leave a reply", "leave a comment", "leave a comment below", "related articles", "related posts", "related stories", "related news",
		"related topics", "latest news", "latest stories", "back to top button", "back to top", "most read", "most popular", "you may also like",
		"you might also like", "more from this section", "more on this story", "read next", "share this article", "share this story",
		"share this post", "share this":
		return true
	}
	return false
}

var boilerplate = [...]string{
	"your email address will not be published", "%d bloggers like this", "this is a developing story", "skip to main content",
	"skip to content", "sign up for our newsletter", "subscribe to our newsletter", "click here to share", "all rights reserved",
	"we use cookies", "this site uses cookies", "this website uses cookies", "copyright ©", "© 20", "© 19", "download our app",
}

// isBoilerplate reports whether s is a line that pages repeat anywhere.
func isBoilerplate(s string) bool {
	for _, p := range boilerplate {
		if hasPrefixFold([]byte(s), p) {
			return true
		}
	}
	if strings.Contains(s, "[email protected]") && len(strings.Fields(s)) <= 8 {
		return true
	}
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") && len(strings.Fields(s)) <= 8 {
		for _, agency := range []string{"/AP)", "/AFP)", "/Reuters)", "/Getty Images)", "/EPA)", "/AP Photo)", "AFP via Getty Images)"} {
			if strings.HasSuffix(s, agency) {
				return true
			}
		}
	}
	if len(s) > 50 {
		return false
	}
	switch strings.Trim(strings.ToLower(s), " .:") {
	case "advertisement", "advertising", "article continues below", "article continues below advertisement", "story continues below advertisement",
		"left menu", "right menu", "main menu", "toggle navigation", "share on facebook", "share on twitter", "share on whatsapp", "copy link",
		"getty images", "listen to this article", "print this page", "accept cookies", "cookie settings", "loading…", "loading":
		return true
	}
	return false
}

// isHeadBoilerplate reports whether s is a button or a menu at the top of a page;
// lower down the same words may be headings.
func isHeadBoilerplate(s string) bool {
	switch strings.ToLower(strings.Trim(s, " .:|»>")) {
	case "share", "print", "email", "e-mail", "tweet", "menu", "home", "search", "save", "comments", "comment", "facebook", "twitter", "linkedin",
		"whatsapp", "subscribe", "sign in", "log in", "login", "listen", "follow", "close", "read more", "breaking news", "live", "live updates":
		return true
	}
	return false
}
