package format

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"readout/briefing"
)

// What the head of a page says about it: JSON-LD, OpenGraph, Dublin Core and
// their kin, <time> and the address. When a page was changed is never its date.

func newPage(doc *html.Node) *page {
	p := &page{doc: doc, body: first(doc, atom.Body)}
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
	stated := firstOf(ld.headline, meta["og:title"], meta["twitter:title"], meta["dc.title"], meta["dcterms.title"], meta["title"])
	wiki := strings.HasPrefix(meta["generator"], "MediaWiki") // its date is that of its first draft
	if wiki {
		stated, ld.date = meta["og:title"], ""
	}
	p.export = isExport(meta["generator"]) || p.body != nil && slices.Contains(strings.Fields(attr(p.body, "class")), "doc-content")
	p.title = p.headline(stated)
	p.author = firstOf(ld.author, meta["author"], meta["dc.creator"], meta["dcterms.creator"], meta["parsely-author"], meta["sailthru.author"], meta["byl"])
	if webAddress(p.author) != nil { // a profile
		p.author = ""
	}
	if s := firstOf(meta["article:section"], ld.section, meta["section"]); s != "" {
		p.more = append(p.more, field{"Section", s})
	}
	p.dated(meta["govuk:first-published-at"], ld.date, meta["article:published_time"], meta["og:article:published_time"], meta["datepublished"], meta["date.published"],
		meta["dcterms.issued"], meta["dc.date.issued"], meta["pubdate"], meta["publishdate"], meta["publish-date"], meta["publish_date"], meta["parsely-pub-date"], meta["sailthru.date"],
		meta["citation_publication_date"], meta["article.published"], meta["article.created"], meta["og:published_time"], meta["published_time"],
		meta["publication_date"], meta["ptime"], meta["displaydate"], meta["cxenseparse:recs:publishtime"])
	if d, ok := p.timeElement(); ok && (p.date.IsZero() || p.utc && beside(d, p.date.Date)) {
		p.date = stamp{d, "header"}
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

// isExport reports whether a page was written by a word processor: all of it is text.
func isExport(generator string) bool {
	for _, g := range []string{"Microsoft Word", "LibreOffice", "OpenOffice", "Cocoa HTML Writer", "StarOffice", "pandoc", "Aspose.Words"} {
		if strings.HasPrefix(generator, g) {
			return true
		}
	}
	return false
}

// dated takes the first value that is a date, if there is none yet.
func (p *page) dated(values ...string) {
	for _, v := range values {
		if d, ok := webDate(v); ok && p.date.IsZero() {
			p.date = stamp{d, "header"}
			p.utc = len(v) > 12 && (strings.HasSuffix(v, "Z") || strings.HasSuffix(v, "+00:00") || strings.HasSuffix(v, "+0000"))
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
	if d, ok := parseDate(s); ok {
		return d, true
	}
	d, _, _, ok := findDate(s)
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

// headline chooses the title: what a word processor marked as one, the heading of
// the page that the head repeats, else what the head says, without the name of the
// site.
func (p *page) headline(stated string) string {
	if isJunkTitle(p.docTitle) && !strings.EqualFold(p.docTitle, "title") {
		p.docTitle = ""
	}
	if stated == "" {
		stated = p.docTitle
	}
	long, doc := letters(stated), letters(p.docTitle)
	best, heads, texts := "", []string(nil), 0
	for n := range p.doc.Descendants() {
		if n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" && !isRawText(n.Parent) && contains(p.body, n) {
			texts++
		}
		if c := attr(n, "class"); n.DataAtom == atom.P && (c == "MsoTitle" || texts == 0 && slices.Contains(strings.Fields(c), "title")) && line1(nodeText(n)) != "" {
			return line1(nodeText(n))
		}
		if n.DataAtom != atom.H1 {
			continue
		}
		h := line1(nodeText(n))
		if h == "" {
			continue
		}
		heads = append(heads, h)
		if l := letters(h); len(strings.Fields(h)) >= 2 && len(l) > 7 && (strings.HasPrefix(long, l) || strings.HasPrefix(doc, l)) && len(h) > len(best) {
			best = h
		}
	}
	if best == "" && len(heads) == 1 { // “Pages - The heading”
		if len(strings.Fields(heads[0])) >= 2 && (endsBehindDash(stated, heads[0]) || endsBehindDash(p.docTitle, heads[0]) || stated == "") {
			best = heads[0]
		}
	}
	if best == "" {
		best = stated
	}
	return p.withoutSite(best)
}

// endsBehindDash reports whether a title ends with the heading, set off from what
// stands before it.
func endsBehindDash(title, heading string) bool {
	before, ok := strings.CutSuffix(title, heading)
	return ok && (strings.HasSuffix(before, " - ") || strings.HasSuffix(before, " | ") || strings.HasSuffix(before, " – "))
}

// withoutSite takes the name of the site off a title: what stands behind a bar or a
// dash and is the site by its own word, by its address, or by what the head or the
// foot of the page has; behind a bar also what is short.
func (p *page) withoutSite(s string) string {
	for _, sep := range []string{" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " // "} {
		head, tail, ok := cutLast(s, sep)
		if !ok || len(strings.Fields(head)) < 2 {
			continue
		}
		if p.isSite(tail) || sep == " | " && len(strings.Fields(tail)) <= 5 {
			return p.withoutSite(head)
		}
	}
	if head, tail, ok := strings.Cut(s, " | "); ok && p.isSite(head) && len(strings.Fields(tail)) >= 2 {
		return tail
	}
	if head, tail, ok := strings.Cut(s, " - "); ok && p.isSite(head) && len(strings.Fields(tail)) >= 3 {
		return tail
	}
	return s
}

// isSite reports whether words name the site.
func (p *page) isSite(s string) bool {
	t := letters(s)
	if t == "" || len(strings.Fields(s)) > 8 {
		return false
	}
	host := ""
	if p.base != nil {
		host = letters(strings.TrimPrefix(p.base.Hostname(), "www."))
	}
	if t == letters(p.site) || host != "" && strings.HasPrefix(host, t) || letters(p.site) != "" && strings.HasPrefix(t, letters(p.site)) && len(strings.Fields(s)) <= 6 {
		return true
	}
	if len(strings.Fields(s)) > 5 {
		return false
	}
	for n := range p.doc.Descendants() {
		says := n.Type == html.TextNode && len(n.Data) < 200 && letters(n.Data) == t && !isRawText(n.Parent) ||
			n.DataAtom == atom.Img && letters(attr(n, "alt")) == t || n.DataAtom == atom.A && (letters(attr(n, "title")) == t || letters(attr(n, "aria-label")) == t)
		for c := n; says && c != nil; c = c.Parent {
			if c.DataAtom == atom.Header || c.DataAtom == atom.Footer || c.DataAtom == atom.Nav || c.DataAtom == atom.A && attr(c, "href") == "/" ||
				c.Type == html.ElementNode && named(attr(c, "class")+" "+attr(c, "id")) >= besideText {
				return true
			}
		}
	}
	return false
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+len(sep):]), true
}

// beside reports whether two dates are a day apart, as the one of the clock in
// Greenwich and the one that the page shows can be. The page's own is its day.
func beside(a, b briefing.Date) bool {
	day := func(d briefing.Date) time.Time {
		return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	}
	n := day(a).Sub(day(b)).Hours()
	return n == 24 || n == -24
}

// timeElement is the first <time> of the article that does not say it is of a
// change, or an element that says it holds the date; before others one that is
// labelled as the original date.
func (p *page) timeElement() (found briefing.Date, ok bool) {
	for _, within := range []atom.Atom{atom.Article, atom.Main, atom.Body} {
		root := first(p.doc, within)
		if root == nil {
			continue
		}
		for n := range root.Descendants() {
			says := strings.ToLower(attr(n, "class") + attr(n, "itemprop") + attr(n, "id"))
			published := strings.Contains(says, "datepublished") || strings.Contains(says, "published-date") || strings.Contains(says, "pubdate") || strings.Contains(says, "publish-date") || strings.Contains(says, "publishdate")
			if n.DataAtom != atom.Time && !published || strings.Contains(says, "modified") || strings.Contains(says, "updated") && !strings.Contains(says, "published") {
				continue
			}
			label := ""
			if n.Parent != nil {
				label = strings.ToLower(labelOf(n) + " " + ownText(n.Parent, n))
			}
			if tellsChange(label) && !published {
				continue
			}
			for _, v := range []string{nodeText(n), attr(n, "datetime"), attr(n, "content"), attr(n, "title")} {
				d, is := webDate(v)
				if !is {
					continue
				}
				if strings.Contains(label, "original") {
					return d, true
				}
				if !ok {
					found, ok = d, true
				}
				break
			}
		}
		if ok {
			return found, true
		}
	}
	return briefing.Date{}, false
}

// ownText is the text of an element up to the child that n is or stands in.
func ownText(parent, n *html.Node) string {
	var b strings.Builder
	for c := parent.FirstChild; c != nil && c != n; c = c.NextSibling {
		if s := nodeText(c); len(s) < 100 {
			b.WriteString(s)
		}
	}
	return b.String()
}

// labelOf is the term that an element describes: the <dt> before its <dd>, the cell
// before its cell.
func labelOf(n *html.Node) string {
	for ; n != nil && isInline(n); n = n.Parent {
	}
	if n == nil || n.DataAtom != atom.Dd && n.DataAtom != atom.Td {
		return ""
	}
	for n = n.PrevSibling; n != nil; n = n.PrevSibling {
		if n.DataAtom == atom.Dt || n.DataAtom == atom.Td || n.DataAtom == atom.Th {
			return nodeText(n)
		}
	}
	return ""
}

// tellsChange reports whether a label says that the date behind it is not the day
// of the text: of a change, a review, a deadline, an event.
func tellsChange(label string) bool {
	for _, w := range []string{"updated", "modified", "reviewed", "review", "revised", "changed", "last edit", "edited", "aktualisiert", "geändert", "mis à jour", "mise à jour", "modifié",
		"actualizado", "actualización", "aggiornat", "atualizado", "bijgewerkt", "©", "copyright", "expires", "deadline", "until", "printed", "retrieved", "accessed", "effective", "next due",
		"meeting", "event", "conference", "starts", "begins", "closes", "closing", "due", "since", "founded", "established", "born", "for the"} {
		if strings.Contains(label, w) {
			return true
		}
	}
	return false
}

// visibleDate is the date of a short line beside the heading of the page or under
// the text: “Posted on 8 November 2021”, not one that tells of a change.
func (p *page) visibleDate() stamp {
	body := first(p.doc, atom.Body)
	if body == nil {
		return stamp{}
	}
	var lines []*html.Node
	head := -1
	for n := range body.Descendants() {
		if n.Type != html.TextNode || isRawText(n.Parent) || strings.TrimSpace(n.Data) == "" {
			continue
		}
		if head < 0 && p.title != "" && strings.HasPrefix(letters(p.title), letters(n.Data)) && len(letters(n.Data)) > 3 {
			head = len(lines)
		}
		lines = append(lines, n)
	}
	if d, ok := dateInTitle(p.title); ok {
		return stamp{d, "first lines"}
	}
	try := func(i int) (briefing.Date, bool) {
		s := line1(lines[i].Data)
		if len(s) < 8 || len(s) > 60 {
			return briefing.Date{}, false
		}
		d, from, to, ok := findDate(s)
		if !ok || from >= 24 || len(s)-to >= 24 {
			return d, false
		}
		before := s[:from]
		if i > 0 && from < 3 { // the label may be a text of its own
			if was := line1(lines[i-1].Data); len(was) < 40 {
				before = was + " " + before
			}
		}
		return d, !tellsChange(strings.ToLower(before+" "+labelOf(lines[i].Parent))) && !strings.Contains(s, "©")
	}
	for i := max(head, 0); i < min(len(lines), max(head, 0)+60); i++ {
		if d, ok := try(i); ok {
			return stamp{d, "first lines"}
		}
	}
	for i := head - 1; i >= max(0, head-12); i-- {
		if d, ok := try(i); ok {
			return stamp{d, "first lines"}
		}
	}
	for i := max(len(lines)-24, head+60, 0); i < len(lines); i++ {
		if d, ok := try(i); ok {
			return stamp{d, "first lines"}
		}
	}
	return stamp{}
}

// dateInTitle is the date that a title ends with, or begins with: “Minutes of 8
// November 2021”, “Situation report 4 (as of 8 November 2021)”.
//
//	not: Remarks on the Anniversary of September 11, 2001
func dateInTitle(s string) (briefing.Date, bool) {
	d, from, to, ok := findDate(s)
	if !ok || from > 0 && strings.Trim(s[to:], " .)") != "" {
		return d, false
	}
	f := strings.Fields(strings.ToLower(s[:from]))
	if len(f) == 0 {
		return d, true
	}
	switch last := strings.Trim(f[len(f)-1], "(,:–-"); last {
	case "of":
		return d, len(f) > 1 && (strings.Trim(f[len(f)-2], "(") == "as" || f[len(f)-2] == "minutes" || f[len(f)-2] == "notes" || f[len(f)-2] == "report")
	case "since", "the", "from", "before", "after", "until", "by", "due", "through", "till", "and", "anniversary":
		return d, false
	}
	return d, true
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
		if !strings.Contains(kind, "Article") && !strings.Contains(kind, "Posting") && !strings.Contains(kind, "Report") && !strings.Contains(kind, "WebPage") {
			return
		}
		set := func(to *string, from any) {
			if s := line1(html.UnescapeString(ldText(from))); *to == "" {
				*to = s
			}
		}
		set(&a.date, v["datePublished"])
		if strings.Contains(kind, "WebPage") && !strings.Contains(kind, "Article") {
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
