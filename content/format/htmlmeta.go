package format

import (
	"encoding/json"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"readout/briefing"
)

// What the head of a page says about it: JSON-LD, OpenGraph, Dublin Core and
// their kin, <time> and the address. When a page was changed is never its date.

func newPage(doc *html.Node) *page {
	p := &page{doc: doc}
	meta := map[string]string{}
	var ld article
	canonical := ""
	for n := range doc.Descendants() {
		switch n.DataAtom {
		case atom.Meta:
			key := strings.ToLower(firstOf(attr(n, "property"), attr(n, "name"), attr(n, "itemprop"), attr(n, "http-equiv")))
			if v := line1(attr(n, "content")); v != "" && meta[key] == "" {
				meta[key] = v
			}
		case atom.Link:
			if attr(n, "rel") == "canonical" {
				canonical = attr(n, "href")
			}
		case atom.Base:
			if p.base == nil {
				p.base = webAddress(attr(n, "href"))
			}
		case atom.Title:
			if p.docTitle == "" && (n.Parent == nil || n.Parent.DataAtom != atom.Svg) {
				p.docTitle = line1(nodeText(n))
			}
		case atom.Script:
			if strings.EqualFold(attr(n, "type"), "application/ld+json") && n.FirstChild != nil && len(n.FirstChild.Data) < 1<<20 {
				ld.read(n.FirstChild.Data)
			}
		}
	}
	at := webAddress(firstOf(canonical, meta["og:url"], meta["twitter:url"]))
	if p.base == nil {
		p.base = at
	}
	p.site = firstOf(meta["og:site_name"], ld.site, meta["application-name"], meta["dc.publisher"], meta["dcterms.publisher"])
	p.title = p.headline(firstOf(ld.headline, meta["og:title"], meta["twitter:title"], meta["dc.title"], meta["dcterms.title"], meta["title"]))
	p.author = firstOf(ld.author, meta["author"], meta["dc.creator"], meta["dcterms.creator"], meta["parsely-author"], meta["sailthru.author"], meta["byl"])
	if webAddress(p.author) != nil { // a profile
		p.author = ""
	}
	if s := firstOf(meta["article:section"], ld.section, meta["section"]); s != "" {
		p.more = append(p.more, field{"Section", s})
	}
	p.dated(ld.date, meta["article:published_time"], meta["og:article:published_time"], meta["datepublished"], meta["date.published"],
		meta["dcterms.issued"], meta["dc.date.issued"], meta["pubdate"], meta["publishdate"], meta["publish-date"], meta["publish_date"], meta["parsely-pub-date"], meta["sailthru.date"],
		meta["citation_publication_date"], meta["article.published"], meta["article.created"], meta["og:published_time"], meta["published_time"],
		meta["publication_date"], meta["ptime"], meta["displaydate"], meta["cxenseparse:recs:publishtime"])
	if p.date.IsZero() {
		if d, ok := p.timeElement(); ok {
			p.date = stamp{d, "header"}
		}
	}
	// These say when a page was made, which may be before it was published.
	p.dated(meta["dc.date"], meta["dcterms.date"], meta["date"], meta["dcterms.created"], meta["dc.date.created"], meta["created"])
	if p.date.IsZero() && at != nil {
		if d, ok := dateInAddress(at.Path); ok {
			p.date = stamp{d, "header"}
		}
	}
	// Last, the day on which the picture that stands for the page was put up.
	if u := webAddress(firstOf(meta["og:image"], meta["twitter:image"])); u != nil {
		if d, ok := dateInAddress(u.Path); ok {
			p.picture = stamp{d, "header"}
		}
	}
	return p
}

// dated takes the first value that is a date, if there is none yet.
func (p *page) dated(values ...string) {
	for _, v := range values {
		if d, ok := webDate(v); ok && p.date.IsZero() {
			p.date = stamp{d, "header"}
		}
	}
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v = line1(v); v != "" {
			return v
		}
	}
	return ""
}

func webAddress(s string) *url.URL {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil
	}
	return u
}

// webDate reads a date of metadata: what stands before the time of day, or a date
// in words.
func webDate(s string) (briefing.Date, bool) {
	s = line1(s)
	if len(s) < 8 || len(s) > 80 {
		return briefing.Date{}, false
	}
	if len(s) >= 10 && (len(s) == 10 || s[10] == 'T' || s[10] == ' ') {
		if d, ok := briefing.ParseDate(strings.ReplaceAll(s[:10], "/", "-")); ok {
			return d, true
		}
	}
	if digits([]byte(s)) == 8 && (len(s) == 8 || !isDigit(s[8])) {
		if d, ok := briefing.ParseDate(s[:4] + "-" + s[4:6] + "-" + s[6:8]); ok {
			return d, true
		}
	}
	if d, ok := briefing.ParseDate(s); ok {
		return d, true
	}
	d, _, _, ok := briefing.FindDate(s)
	return d, ok
}

// dateInAddress finds /2019/12/30/ in the path of a page.
func dateInAddress(path string) (briefing.Date, bool) {
	f := strings.Split(path, "/")
	for i := 0; i+2 < len(f); i++ {
		y, m, d := f[i], f[i+1], f[i+2]
		if len(y) != 4 || digits([]byte(y)) != 4 || len(d) < 1 || len(d) > 2 || digits([]byte(d)) != len(d) {
			continue
		}
		if len(m) == 3 && isMonth(strings.ToLower(m)) {
			return briefing.ParseDate(d + " " + strings.ToUpper(m[:1]) + m[1:] + " " + y)
		}
		if len(m) <= 2 && len(m) > 0 && digits([]byte(m)) == len(m) {
			return briefing.ParseDate(y + "-" + ("0" + m)[len(m)-1:] + "-" + ("0" + d)[len(d)-1:])
		}
	}
	return briefing.Date{}, false
}

// headline chooses the title: the heading of the page that the head repeats, else
// what the head says, without the name of the site.
func (p *page) headline(stated string) string {
	if stated == "" {
		stated = p.docTitle
	}
	long := letters(stated)
	best := ""
	for n := range p.doc.Descendants() {
		if n.DataAtom != atom.H1 {
			continue
		}
		h := line1(nodeText(n))
		if l := letters(h); len(strings.Fields(h)) >= 2 && len(l) > 7 && (strings.HasPrefix(long, l) || strings.HasPrefix(letters(p.docTitle), l)) && len(h) > len(best) {
			best = h
		}
	}
	if best != "" {
		return best
	}
	for _, sep := range []string{" | ", " - ", " – ", " — ", " · ", " :: ", " » "} {
		head, tail, ok := cutLast(stated, sep)
		if !ok || len(strings.Fields(head)) < 2 {
			continue
		}
		host := ""
		if p.base != nil {
			host = letters(strings.TrimPrefix(p.base.Hostname(), "www."))
		}
		if t := letters(tail); t == letters(p.site) || host != "" && strings.HasPrefix(host, t) || sep == " | " && len(strings.Fields(tail)) <= 5 {
			return p.headlineTrim(head)
		}
	}
	return stated
}

// headlineTrim takes a second part off: “Title | Politics | The Site”.
func (p *page) headlineTrim(s string) string {
	if head, tail, ok := cutLast(s, " | "); ok && len(strings.Fields(tail)) <= 3 && len(strings.Fields(head)) >= 3 {
		return head
	}
	return s
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+len(sep):]), true
}

// timeElement is the first <time> of the article that does not say it is of a
// change, or an element that says it holds the date.
func (p *page) timeElement() (briefing.Date, bool) {
	for _, within := range []atom.Atom{atom.Article, atom.Main, atom.Body} {
		root := first(p.doc, within)
		if root == nil {
			continue
		}
		for n := range root.Descendants() {
			says := strings.ToLower(attr(n, "class") + attr(n, "itemprop") + attr(n, "id"))
			published := strings.Contains(says, "datepublished") || strings.Contains(says, "published-date") || strings.Contains(says, "pubdate")
			if n.DataAtom != atom.Time && !published || strings.Contains(says, "modified") || strings.Contains(says, "updated") {
				continue
			}
			if n.Parent != nil && strings.Contains(strings.ToLower(nodeText(n.Parent)), "updated") && !published {
				continue
			}
			for _, v := range []string{attr(n, "datetime"), attr(n, "content"), nodeText(n)} {
				if d, ok := webDate(v); ok {
					return d, true
				}
			}
		}
	}
	return briefing.Date{}, false
}

// visibleDate is the date of a short line above or beside the text: “Posted on
// 8 November 2021”, not one that tells of a change.
func (p *page) visibleDate(main *html.Node) stamp {
	seen := 0
	for _, root := range []*html.Node{first(p.doc, atom.Body), main} {
		if root == nil {
			continue
		}
		for n := range root.Descendants() {
			if n.Type != html.TextNode || isRawText(n.Parent) {
				continue
			}
			s := line1(n.Data)
			if len(s) < 8 || len(s) > 60 {
				continue
			}
			if seen++; seen > 400 {
				break
			}
			l := strings.ToLower(s)
			if strings.Contains(l, "updated") || strings.Contains(l, "modified") || strings.Contains(l, "©") || strings.Contains(l, "copyright") {
				continue
			}
			d, from, to, ok := briefing.FindDate(s)
			if ok && from < 24 && len(s)-to < 20 {
				return stamp{d, "first lines"}
			}
		}
	}
	return stamp{}
}

// article is what JSON-LD says of the article on a page.
type article struct{ headline, date, author, section, site string }

func (a *article) read(src string) {
	var v any
	if json.Unmarshal([]byte(src), &v) == nil {
		a.walk(v, 8)
	}
}

func (a *article) walk(v any, depth int) {
	if depth == 0 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			a.walk(e, depth-1)
		}
	case map[string]any:
		a.walk(v["@graph"], depth-1)
		a.walk(v["mainEntity"], depth-1)
		kind := ldText(v["@type"])
		if !strings.Contains(kind, "Article") && !strings.Contains(kind, "Posting") && !strings.Contains(kind, "Report") && kind != "WebPage" {
			return
		}
		set := func(to *string, from any) {
			if s := line1(html.UnescapeString(ldText(from))); *to == "" {
				*to = s
			}
		}
		set(&a.date, v["datePublished"])
		if kind == "WebPage" {
			return
		}
		set(&a.headline, v["headline"])
		set(&a.author, v["author"])
		set(&a.section, v["articleSection"])
		set(&a.site, v["publisher"])
	}
}

// ldText is a value in words: of an object its name, of a list what it holds.
func ldText(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any:
		return ldText(v["name"])
	case []any:
		var all []string
		for _, e := range v {
			if s := ldText(e); s != "" {
				all = append(all, s)
			}
		}
		return strings.Join(all, ", ")
	}
	return ""
}
