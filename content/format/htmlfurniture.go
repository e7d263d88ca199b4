package format

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What is plainly not of the text of a page: by its element, by its role, or by
// what its author called it. A name alone is never enough for what holds the
// heading of the page, an article, or half of the words that are no links.

// furniture reports whether an element is furniture of a page of that size.
// Inside says that it stands in what is said to hold the main text.
func (p *page) furniture(n *html.Node, inside bool, page size2) bool {
	s := p.size[n]
	large := (s.words-s.linked)*2 > page.words-page.linked
	switch n.DataAtom {
	case atom.Nav, atom.Dialog:
		return true
	case atom.Form: // some servers put the whole page into one
		return !large
	case atom.Aside:
		return !large && first(n, atom.H1) == nil
	case atom.Footer, atom.Header:
		if !inside && first(n, atom.H1) == nil {
			return true
		}
	case atom.P:
		return p.pointsElsewhere(n) || s.words <= 5 && isLabel(n)
	case atom.A:
		return skips(n) || isLabel(n)
	case atom.Article, atom.Main, atom.Body, atom.Html, atom.H1, atom.Table, atom.Tr, atom.Td, atom.Th, atom.Tbody:
		return false
	}
	if strings.HasPrefix(n.Data, "amp-") {
		switch n.Data[4:] {
		case "ad", "embed", "social-share", "sidebar", "consent", "sticky-ad", "auto-ads", "user-notification":
			return true
		}
	}
	if s.words <= 5 && s.words > 0 && isLabel(n) {
		return true
	}
	switch attr(n, "role") {
	case "navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog", "menu", "tablist", "toolbar", "alert":
		return first(n, atom.H1) == nil
	}
	if attr(n, "aria-hidden") == "true" && n.DataAtom != atom.Span && n.DataAtom != atom.I {
		return true
	}
	if !isBlock(n) && n.DataAtom != atom.Span && n.DataAtom != atom.Strong && n.DataAtom != atom.Em {
		return false
	}
	if first(n, atom.H1) != nil {
		return false
	}
	switch named(attr(n, "class") + " " + attr(n, "id")) {
	case readersOwn:
		return true
	case neverText:
		return !large && first(n, atom.Article) == nil
	case besideText:
		return !large && first(n, atom.Article) == nil && (s.linked*2 >= s.words || !inside && headingIn(n) == nil)
	case sideways:
		return !large && first(n, atom.Article) == nil && (s.linked*2 >= s.words || !inside)
	case ifLinks:
		return !large && s.linked*2 >= s.words
	}
	return false
}

// kindOfName is what the name of an element says of it.
type kindOfName int

const (
	noName     kindOfName = iota
	ifLinks               // furniture if it is mostly links
	besideText            // the same, or outside of the main text and without a heading
	sideways              // the same, or outside of the main text
	neverText             // furniture
	readersOwn            // what readers wrote under it, however long
)

// named looks at the names of an element, word by word, for what says most.
func named(names string) (kind kindOfName) {
	was := ""
	for w := range nameWords(names) {
		k := noName
		switch w {
		case "comments", "disqus", "respond":
			k = readersOwn
		case "cookie", "cookies", "consent", "gdpr", "onetrust", "cookiebar", "cookiebanner", "newsletter", "newsletters", "signup", "share", "sharing", "sharebar", "sharedaddy", "social",
			"breadcrumb", "breadcrumbs", "related", "relatedposts", "recommended", "recommendations", "promo", "promoted", "player", "ad", "ads", "advert", "adverts", "advertisement", "adslot", "dfp", "mpu", "outbrain",
			"taboola", "sponsored", "skip", "skiplink", "paywall", "subscribe", "subscription", "noprint", "printfooter", "catlinks",
			"sidebar", "sidenav", "rightcol", "leftcol", "rail", "rightrail", "navbox", "editsection", "sitesub", "trending", "mostread", "feedback", "likes", "popup", "modal", "toast", "snackbar", "backtotop", "donate", "donation", "portlet", "dropdown":
			k = neverText
		case "topbar", "toolbar", "masthead", "navbar", "navigation", "nav", "menu", "footer", "pagination", "pager":
			k = sideways
		case "bar":
			switch was {
			case "side":
				k = neverText
			case "top", "nav":
				k = sideways
			}
		case "col", "column":
			if was == "right" || was == "side" {
				k = neverText
			}
		case "sub":
			if was == "site" { // of a wiki
				k = neverText
			}
		case "header", "branding", "logo":
			k = besideText
		case "tags", "topics", "widget", "widgets", "popular", "teaser", "teasers", "categories", "links", "toc", "lang", "languages", "secondary":
			k = ifLinks
		case "read", "stories", "posts", "articles":
			if was == "most" || was == "more" {
				k = neverText
			}
		case "also":
			if was == "see" || was == "read" {
				k = neverText
			}
		}
		kind, was = max(kind, k), w
	}
	return kind
}

// nameWords are the words of names, in lower case: “article-body__inner”,
// “sideNavBox”.
func nameWords(names string) func(func(string) bool) {
	return func(yield func(string) bool) {
		start := -1
		var was rune
		for i, r := range names + " " {
			letter := unicode.IsLetter(r)
			if start >= 0 && (!letter || unicode.IsUpper(r) && unicode.IsLower(was)) {
				if !yield(strings.ToLower(names[start:i])) {
					return
				}
				start = -1
			}
			if letter && start < 0 {
				start = i
			}
			was = r
		}
	}
}

// pointsElsewhere reports whether a paragraph only leads to another page: “Read
// also: …” with all else a link, or a headline in capitals that is one.
func (p *page) pointsElsewhere(n *html.Node) bool {
	s := p.size[n]
	if s.linked == 0 || s.words-s.linked > 3 || s.words > 30 {
		return false
	}
	text := line1(nodeText(n))
	if s.linked == s.words && s.words >= 5 && isCaps([]byte(text)) {
		return true
	}
	l := strings.ToLower(text)
	for _, lead := range []string{"read also", "read more", "also read", "read next", "related:", "see also:", "more:", "watch:", "listen:", "don't miss", "don’t miss", "recommended:", "lesen sie auch", "lire aussi", "à lire aussi", "lea también", "leggi anche"} {
		if strings.HasPrefix(l, lead) {
			return true
		}
	}
	return false
}

// isLabel reports whether all that an element says is the label of something that
// the page does: a button, a place that fills later.
//
//	catches: hide caption · Loading... · Enlarge this image · Advertisement
//	not:     Share, as a word of a sentence; Next steps
func isLabel(n *html.Node) bool {
	s := strings.ToLower(strings.Trim(line1(nodeText(n)), " .…:»›>«‹<|·"))
	switch s {
	case "hide caption", "toggle caption", "enlarge this image", "enlarge image", "view image in fullscreen", "open image in new window", "zum vergrößern anklicken", "continue reading the main story", "continue reading",
		"read the full story", "story continues below", "skip advertisement", "copy link to clipboard", "link copied", "opens in a new window", "view this post on instagram", "back to top", "return to top", "top of page":
		return true
	}
	if isInline(n) {
		return false
	}
	switch s {
	case "next", "previous", "prev", "share", "print", "email", "tweet", "close", "menu", "save", "follow", "listen", "loading", "share this", "print this page", "show more", "load more", "see more", "view more", "view all", "see all", "read more", "learn more":
		return true
	}
	return isBoilerplate(s)
}

// skips reports whether a link only jumps over the head of the page.
func skips(n *html.Node) bool {
	return strings.HasPrefix(attr(n, "href"), "#") && (strings.HasPrefix(strings.ToLower(line1(nodeText(n))), "skip to") || strings.HasPrefix(strings.ToLower(line1(nodeText(n))), "jump to"))
}
