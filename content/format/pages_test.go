package format

import (
	"bytes"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"readout/briefing"
)

// The pages of testdata/pages have the shapes of the sites that briefings come
// from, and say themselves what is what: data-titled is the title, data-any what
// may stay or go, data-out and every text that begins with FURN is furniture, the
// rest is the text. data-title and data-date of the page are its title and date.

// expected is what a page says should be read of it.
type expected struct {
	title, date string
	words       []string
	any         []string // letters of what may stay or go
	headings    []string
	cells, rows []string
	links       []string
}

func expect(doc *html.Node, base *url.URL) (e expected) {
	var text strings.Builder
	var cells [][]string
	var walk func(n *html.Node, title bool)
	walk = func(n *html.Node, title bool) {
		if n.Type == html.TextNode && !isRawText(n.Parent) {
			if !title && !strings.Contains(n.Data, "FURN") {
				text.WriteString(n.Data)
			}
			return
		}
		if n.Type == html.ElementNode {
			switch {
			case has(n, "data-out"), n.DataAtom == atom.Head, n.DataAtom == atom.Script, n.DataAtom == atom.Style, n.DataAtom == atom.Noscript, n.DataAtom == atom.Template:
				return
			case has(n, "data-any"):
				for c := range n.Descendants() {
					if c.Type == html.TextNode && letters(c.Data) != "" {
						e.any = append(e.any, letters(c.Data))
					}
				}
				e.any = append(e.any, letters(nodeText(n)))
				return
			}
			title = title || has(n, "data-titled")
			s := line1(nodeText(n))
			real := s != "" && !title && !strings.Contains(s, "FURN") && !holds(n, "data-titled")
			switch n.DataAtom {
			case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
				if title := strings.TrimSuffix(firstPart(s), "["); s != "" && !strings.HasPrefix(s, "FURN") && !has(n, "data-titled") && !holds(n, "data-titled") {
					e.headings = append(e.headings, letters(title))
				}
			case atom.A:
				if href := attr(n, "href"); real && !strings.HasPrefix(href, "#") {
					if u, err := url.Parse(href); err == nil && href != "" {
						if base != nil {
							u = base.ResolveReference(u)
						}
						if q := u.Query().Get("q"); strings.HasPrefix(q, "http") {
							u, _ = url.Parse(q)
						}
						if u.Scheme != "" {
							e.links = append(e.links, letters(s)+" "+u.String())
						}
					}
				}
			case atom.Tr:
				if real {
					cells = append(cells, nil)
				}
			case atom.Td, atom.Th:
				if real && len(cells) > 0 && first(n, atom.Table) == nil {
					cells[len(cells)-1] = append(cells[len(cells)-1], letters(s))
				}
			}
			if isBlock(n) || n.DataAtom == atom.Br {
				text.WriteByte('\n')
				defer text.WriteByte('\n')
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, title)
		}
	}
	walk(doc, false)
	e.words = lower(text.String())
	e.cells, e.rows = cellsAndPairs(cells)
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Html {
			e.title, e.date = attr(n, "data-title"), attr(n, "data-date")
		}
	}
	return e
}

func firstPart(s string) string { head, _, _ := strings.Cut(s, "[FURN"); return head }

func cellsAndPairs(rows [][]string) (cells, pairs []string) {
	for _, r := range rows {
		last := ""
		for i, c := range r {
			if c != "" {
				cells = append(cells, c)
			}
			if i > 0 {
				pairs = append(pairs, last+"|"+c)
			}
			last = c
		}
	}
	return cells, pairs
}

func has(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

func holds(n *html.Node, key string) bool {
	for c := range n.Descendants() {
		if has(c, key) {
			return true
		}
	}
	return false
}

// read is what was made of a page, in the same terms.
func readBack(src briefing.Source, anyOf []string) (e expected) {
	e.title, e.date = src.Meta.Title, src.Meta.Date.String()
	if src.Meta.Date.IsZero() {
		e.date = ""
	}
	var text strings.Builder
	var cells [][]string
	pieces, state := briefing.Cut(src.Markdown, briefing.State{}, true)
	first := true
	var walk func(bs []briefing.Block)
	walk = func(bs []briefing.Block) {
		for _, b := range bs {
			if b.Kind == briefing.Row {
				cells = append(cells, nil)
			}
			if b.Leaf != nil {
				s := b.Leaf.Prose
				switch {
				case first:
					first = false
				case anyLetters(anyOf, letters(s)):
				default:
					text.WriteString(s + "\n")
					if b.Kind == briefing.Heading {
						e.headings = append(e.headings, letters(s))
					}
				}
				if b.Kind == briefing.Cell && len(cells) > 0 {
					cells[len(cells)-1] = append(cells[len(cells)-1], letters(s))
				}
			}
			walk(b.Blocks)
		}
	}
	for _, p := range pieces {
		walk(briefing.Parse(src.Markdown, p, state.Refs))
	}
	e.words = lower(text.String())
	e.cells, e.rows = cellsAndPairs(cells)
	md := string(src.Markdown)
	for {
		i := strings.Index(md, "](")
		if i < 0 {
			break
		}
		open := strings.LastIndexByte(md[:i], '[')
		end := strings.IndexByte(md[i:], ')')
		if open >= 0 && end > 0 && !anyLetters(anyOf, letters(md[open:i])) {
			e.links = append(e.links, letters(md[open:i])+" "+strings.ReplaceAll(md[i+2:i+end], "&amp;", "&"))
		}
		md = md[i+2:]
	}
	return e
}

// anyLetters: the leaf is made of what may stay or go.
func anyLetters(anyOf []string, s string) bool {
	if s == "" {
		return false
	}
	for _, a := range anyOf {
		if a == s || len(s) > 3 && strings.Contains(a, s) || len(a) > 30 && strings.HasPrefix(s, a[:30]) {
			return true
		}
	}
	return false
}

// f1 of two bags.
func f1(got, want []string) float64 {
	if len(got)+len(want) == 0 {
		return 1
	}
	left := map[string]int{}
	for _, w := range want {
		left[w]++
	}
	same := 0
	for _, g := range got {
		if left[g]--; left[g] >= 0 {
			same++
		}
	}
	return 2 * float64(same) / float64(len(got)+len(want))
}

func TestPages(t *testing.T) {
	files, _ := filepath.Glob("testdata/pages/*.html")
	if len(files) < 20 {
		t.Fatal("no pages")
	}
	sum := map[string]float64{}
	for _, path := range files {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := html.Parse(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		src, err := readFile(t, path)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		want := expect(doc, newPage(doc).base)
		got := readBack(src, want.any)
		s := map[string]float64{"order": order(got.words, want.words), "headings": f1(got.headings, want.headings), "cells": f1(got.cells, want.cells),
			"rows": f1(got.rows, want.rows), "links": f1(got.links, want.links), "title": 1, "date": 1, "furniture": 1}
		if got.title != want.title {
			s["title"] = 0
			t.Logf("%s: title %q", filepath.Base(path), got.title)
		}
		if got.date != want.date {
			s["date"] = 0
			t.Logf("%s: date %q (%s), want %q", filepath.Base(path), got.date, src.Meta.DateFrom, want.date)
		}
		if n := strings.Count(string(src.Markdown), "FURN"); n > 0 {
			s["furniture"] = 0
		}
		line := ""
		for _, k := range []string{"order", "headings", "cells", "rows", "links", "title", "date", "furniture"} {
			sum[k] += s[k]
			line += fmt.Sprintf(" %s %.3f", k, s[k])
		}
		t.Logf("%-16s%s", strings.TrimSuffix(filepath.Base(path), ".html"), line)
		if s["headings"] < 1 {
			t.Logf("   headings %q want %q", got.headings, want.headings)
		}
		if s["links"] < 1 {
			t.Logf("   links %q want %q", got.links, want.links)
		}
		if s["cells"] < 1 || s["rows"] < 1 {
			t.Logf("   cells %q want %q", got.cells, want.cells)
		}
		for l := range bytes.Lines(src.Markdown) {
			if bytes.Contains(l, []byte("FURN")) {
				t.Logf("   %.150s", l)
			}
		}
	}
	least := map[string]float64{"order": .98, "headings": .98, "cells": .98, "rows": .97, "links": .98, "title": 1, "date": 1, "furniture": 1}
	for k, v := range sum {
		if v /= float64(len(files)); v < least[k] {
			t.Errorf("%s %.4f, want %.2f", k, v, least[k])
		} else {
			t.Logf("%s %.4f", k, v)
		}
	}
}
