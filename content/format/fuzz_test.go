package format

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"readout/briefing"
)

func seeds(f *testing.F, ext string) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, path := range files {
		a, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		if strings.HasSuffix(a.Files[0].Name, ext) {
			f.Add(string(a.Files[0].Data))
		}
	}
}

// sound checks what holds for any document: clean text, runs of origin in order,
// a first heading that is the title.
func sound(t *testing.T, src briefing.Source) {
	t.Helper()
	if !utf8.Valid(src.Markdown) {
		t.Errorf("not UTF-8: %q", src.Markdown)
	}
	if i := bytes.IndexFunc(src.Markdown, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' || r >= 0x7F && r < 0xA0 }); i >= 0 {
		t.Errorf("a control at %d: %q", i, src.Markdown)
	}
	last := briefing.Pos(-1)
	for _, r := range src.Origin {
		if r.At <= last || int(r.At) > len(src.Markdown) || r.Line < 0 {
			t.Fatalf("origin out of order: %v", src.Origin)
		}
		last = r.At
	}
	if src.Meta.Title == "" {
		t.Error("no title")
	}
}

func FuzzText(f *testing.F) {
	seeds(f, ".txt")
	f.Add("a\n\n. A\n\n0")
	f.Add("a\n\n:\n\n0")
	f.Add("a\n\n<table>\n<tr><td>x|y<td>z</tr><tr>q<td></table>w\n\n<table>\n<tr>\n<td>1")
	f.Add("a\n\n<table>\n<tr><td>e<x>z<td>10<sup>6</sup>, <b>net</b></tr>\n</table>")
	f.Add("000L000-0000000000.0200ٖɅ00\xbb00\xeb\xad0E00000000\x80\x00ٖɅ00000000\xff\xffٖɅ00\x00\x01ٖɅaa0")
	f.Add("FOR IMMEDIATE RELEASe0 0 00 0 0 0 0 0 0")
	f.Add("a\n\n<taxle\\\n<tr><td>b|y")
	f.Add("• \n\n1. x\n  2. y\n\t- z\n\n### Return\n")
	f.Add("Cal\x89 on the Harboion EMBARGOED UNTIL \xd4HE EN. OF THE CALL AT JOON on Tuesday, 15 March, and\nnot for quotation")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<16 {
			return
		}
		src := convert("x.txt", text, Options{As: "text"}, 100)
		sound(t, src)
		if own := firstHeading(src.Markdown); own != src.Meta.Title {
			t.Errorf("the title is %q, the first heading %q", src.Meta.Title, own)
		}
		checkWords(t, text, src)
	})
}

func FuzzFrontMatter(f *testing.F) {
	seeds(f, ".md")
	f.Add("---\na: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]\ne: [*d, *d, *d, *d, *d, *d, *d, *d, *d]\n---\n")
	f.Add("---\na: &a [*a]\n---\n")
	f.Add("---\na: " + strings.Repeat("[", 5000) + "\n---\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<16 {
			return
		}
		src := convert("x.md", text, Options{As: "markdown"}, 1<<20)
		sound(t, src)
		m := src.Meta
		for _, s := range []string{m.Title, m.From, m.To, m.Subject, m.Source, m.Marking, m.Summary, strings.Join(m.Tags, ""), strings.Join(m.Warnings, "")} {
			if strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r >= 0x7F && r < 0xA0 }) {
				t.Errorf("a control in the metadata: %q", s)
			}
		}
	})
}

// The Markdown does not depend on the portions that the text came in, and what a
// Source held stays as it was.
func TestPortions(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	var all []byte
	for _, path := range files {
		a, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, a.Files[0].Data...)
		all = append(all, strings.Repeat("\n", len(all)%70)...)
		if len(all)%5 == 0 {
			all = append(all, strings.Repeat("A long line of words goes on. ", len(all)%5000)...)
		}
	}
	all = bytes.Repeat(all, 2+300_000/len(all))
	for _, name := range []string{"x.txt", "x.md"} {
		want := convert(name, string(all), Options{}, len(all))
		sound(t, want)
		for _, n := range []int{1000, 4096, 65536, 99999} {
			got := convert(name, string(all), Options{}, n)
			if !bytes.Equal(got.Markdown, want.Markdown) {
				i := 0
				for got.Markdown[i] == want.Markdown[i] {
					i++
				}
				t.Errorf("%s: in portions of %d it differs at %d: %.80q, want %.80q", name, n, i, got.Markdown[max(0, i-40):], want.Markdown[max(0, i-40):])
			}
			if len(got.Origin) != len(want.Origin) {
				t.Errorf("%s: in portions of %d the origin differs", name, n)
			}
		}
	}
	checkWords(t, string(all), convert("x.txt", string(all), Options{}, 4096))
}

// fuzzWhole runs a format that is read whole: a page or an error in words.
func fuzzWhole(t *testing.T, raw []byte, name, as string) {
	if len(raw) > 1<<16 {
		return
	}
	o := NewOut(0)
	f, ok := Sniff(raw, Options{As: as})
	if !ok {
		f, _ = Pick(raw, name, Options{As: as})
	}
	if err := f.whole(context.Background(), o, raw, name, Options{As: as}); err != nil {
		if strings.ContainsAny(err.Error(), "\n\x1b") {
			t.Errorf("the error is %q", err)
		}
		return
	}
	src := o.Source()
	sound(t, src)
	if !bytes.HasPrefix(src.Markdown, []byte("# ")) {
		t.Errorf("no title line: %q", src.Markdown)
	}
}

func FuzzHTML(f *testing.F) {
	seeds(f, ".html")
	f.Add("<p>a<table><tr><td colspan=99999999 rowspan=9999999>x<td>y<tr><td>z<td>q</table>")
	f.Add("<ol><li><ol><li><blockquote><ul><li>x")
	f.Add(strings.Repeat("<div>", 600) + "deep")
	f.Add("<b><i>x</b>y</i><a href='http://a/(b)'><b>c</b></a>&#27;[2J&#x202e;")
	f.Add("<b><i>\x7f</\x85>y</i><a \x7fref='http://a/(b)'\xff<\xe2>\x83a/</b></a>&#27;[2J&#x202\x80\x00")
	f.Fuzz(func(t *testing.T, text string) { fuzzWhole(t, []byte(text), "x.html", "html") })
}

func FuzzMail(f *testing.F) {
	for _, name := range []string{"eml", "mbox"} {
		a, err := txtar.ParseFile("testdata/whole/" + name + ".txtar")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(a.Files[0].Data))
	}
	f.Add("From: a@b\nSubject: =?utf-8?q?x?=\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>x\n--b\n\ny\n--b--")
	f.Add("Content-Type: message/rfc822\n\nContent-Type: message/rfc822\n\nContent-Type: multipart/mixed\n\n--x\n\nContent-Type: text/plain; format=flowed\n\n> a \n>> b\n-- \nc")
	f.Add("From x\nFrom: a\nMessage-Id: 1\n\nb\n\nFrom y\n\nc")
	f.Fuzz(func(t *testing.T, text string) {
		fuzzWhole(t, []byte(text), "x.eml", "eml")
		fuzzWhole(t, []byte(text), "x.mbox", "mbox")
	})
}

// A message whose parts nest or number without end costs little, and says what is
// left out.
func TestMailLimits(t *testing.T) {
	var deep strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&deep, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i)
	}
	wide := "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + strings.Repeat("--b\n\ntext\n", 5000)
	rfc := strings.Repeat("Content-Type: message/rfc822\n\n", 20_000)
	for name, raw := range map[string]string{"deep": deep.String(), "wide": wide, "forwarded": rfc} {
		start := time.Now()
		o := NewOut(0)
		if err := readMail(context.Background(), o, []byte(raw), "x.eml", Options{}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%s takes %v", name, took)
		}
		if name == "wide" && !strings.Contains(strings.Join(o.Meta.Warnings, ""), "1000 parts") {
			t.Errorf("%s: %q", name, o.Meta.Warnings)
		}
	}
}

// A page may claim and nest what it likes.
func TestHTMLLimits(t *testing.T) {
	for name, raw := range map[string]string{
		"spans":  "<table>" + strings.Repeat("<tr><td colspan=100000 rowspan=100000>a<td>b</tr>", 500) + "</table>",
		"deep":   strings.Repeat("<div><b>", 50_000) + "deep words in it",
		"lists":  strings.Repeat("<ul><li>x", 200) + "<p>words",
		"quotes": strings.Repeat("<blockquote>", 200) + "words of a quotation",
	} {
		start := time.Now()
		o := NewOut(0)
		if err := readHTML(context.Background(), o, []byte(raw), "x.html", Options{}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if took := time.Since(start); took > 2*time.Second || len(o.md) > 1<<20 {
			t.Errorf("%s takes %v and gives %d bytes", name, took, len(o.md))
		}
		if !strings.ContainsAny(string(o.md), "awd") {
			t.Errorf("%s: its words are lost", name)
		}
	}
	o := NewOut(0)
	if err := readHTML(context.Background(), o, []byte("<p>first</p><!--"+strings.Repeat("x", mostHTML)+"--><p>last"), "x.html", Options{}); err != nil || len(o.Meta.Warnings) != 1 {
		t.Errorf("a page of 16 MB: %v, %q", err, o.Meta.Warnings)
	}
}
