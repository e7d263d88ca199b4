package content

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/briefing"
)

func TestLibrary(t *testing.T) {
	dir := t.TempDir()
	put := func(name, text string) {
		path := filepath.Join(dir, name)
		os.MkdirAll(filepath.Dir(path), 0o755)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put("b.txt", " date 2022-03-14 Headline\n\nText.\n")
	put("a.md", "---\nmarking: TLP:RED\n---\n\n# A\n\nText of nine words and not of one more.\n")
	put("sub/c.md", "# C\n")
	put("sub/empty.txt", "")
	put("sub/pdf.txt", "%PDF-1.7\n")
	put("sub/picture.png", "\x89PNG")
	put(".hidden/d.md", "# D\n")
	put("sub/.e.md", "# E\n")
	put("big.md", "# Big\n\n"+strings.Repeat("four words of text\n", 50_000))
	os.Symlink(dir, filepath.Join(dir, "sub", "loop"))
	os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(dir, "sub", "broken.md"))
	os.Symlink(filepath.Join(dir, "a.md"), filepath.Join(dir, "link.md"))

	l, err := OpenLibrary(dir, filepath.Join(dir, "sub/picture.png"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, p := range l.Paths {
		rel, _ := filepath.Rel(dir, p)
		names = append(names, rel)
	}
	if got, want := strings.Join(names, " "), "a.md b.txt big.md link.md sub/c.md sub/empty.txt sub/pdf.txt sub/picture.png"; got != want {
		t.Errorf("lists %s, want %s", got, want)
	}
	notes := strings.ReplaceAll(strings.Join(l.Notes, "\n"), dir+"/", "")
	if want := "sub/broken.md: no such file, left out\nsub/loop: leads back into itself, left out\n1 file of another kind left out"; notes != want {
		t.Errorf("notes %q, want %q", notes, want)
	}
	entries := map[string]Entry{}
	l.List(Options{}, func(e Entry) bool {
		rel, _ := filepath.Rel(dir, e.Path)
		entries[rel] = e
		return true
	})
	if e := entries["b.txt"]; e.Title != "Headline" || e.Date.String() != "2022-03-14" || e.Format != "text" || e.Minutes != 1 || e.Err != nil {
		t.Errorf("%+v", e)
	}
	if e := entries["a.md"]; e.Title != "A" || e.Marking != "TLP:RED" || e.Words != 10 || e.About {
		t.Errorf("%+v", e)
	}
	if e := entries["big.md"]; e.Words < 190_000 || e.Words > 210_000 || !e.About {
		t.Errorf("%+v", e)
	}
	for _, name := range []string{"sub/empty.txt", "sub/pdf.txt", "sub/picture.png"} {
		if e := entries[name]; e.Err == nil {
			t.Errorf("%+v", e)
		}
	}
	if _, err := OpenLibrary(filepath.Join(dir, "none")); err == nil || !strings.HasSuffix(err.Error(), "none: no such file") {
		t.Error(err)
	}
}

// The built-in briefings open, each with a title and a date.
func TestSamples(t *testing.T) {
	l := Samples()
	if len(l.Paths) < 6 {
		t.Errorf("%d built-in briefings", len(l.Paths))
	}
	for _, p := range l.Paths {
		d, err := l.Open(p, Options{})
		if err != nil {
			t.Fatal(err)
		}
		src, err := d.Read(context.Background())
		if err != nil || src.Meta.Title == "" || src.Meta.TitleMade || len(src.Meta.Warnings) > 0 {
			t.Errorf("%s: %+v, %v", p, src.Meta, err)
		}
		if src.Meta.Date.IsZero() && !strings.Contains(p, "guide") {
			t.Errorf("%s has no date", p)
		}
		if e := l.Entry(p, Options{}); e.Title != src.Meta.Title || e.Date != src.Meta.Date || e.Words == 0 {
			t.Errorf("%+v", e)
		}
	}
}

// A file of mails is a library of them, each with its own title and date.
func TestBox(t *testing.T) {
	path := write(t, "x.mbox", "From a Mon\nFrom: a@b.c\nSubject: One\nDate: Mon, 14 Mar 2022 10:00:00 +0000\nMessage-Id: <1>\n\n>From here on tomorrow.\n\nFrom b Tue\nFrom: b@b.c\nSubject: Two\nDate: Tue, 15 Mar 2022 10:00:00 +0000\n\nFrom the first line of a body.\n\nFrom c Tue\nSubject: Three\n\nMore.\n")
	if !IsBox(path) || !hasParts(path) {
		t.Fatal("it is none")
	}
	l, err := OpenLibrary(path)
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	l.List(Options{}, func(e Entry) bool {
		got += fmt.Sprintf("%s %s %s %v; ", filepath.Base(e.Path), e.Title, e.Date, e.Err)
		return true
	})
	if want := "x.mbox#1 One 2022-03-14 <nil>; x.mbox#2 Two 2022-03-15 <nil>; x.mbox#3 Three  <nil>; "; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for i, p := range l.Paths {
		d, err := l.Open(p, Options{})
		if err != nil {
			t.Fatal(err)
		}
		src, err := d.Read(context.Background())
		if err != nil || src.Meta.Format != "eml" {
			t.Errorf("%s: %v, %s", p, err, src.Meta.Format)
		}
		if at := strings.Index(string(src.Markdown), "From here"); i == 0 && (at < 0 || src.Origin.Line(src.Markdown, briefing.Pos(at)) != 7) {
			t.Errorf("%s: %s", p, src.Markdown)
		}
	}
	for name, text := range map[string]string{"one.mbox": "From a Mon\nFrom: a@b.c\nMessage-Id: <1>\n\nWords.\n", "x.txt": "From one thing\n\nFrom another\n"} {
		if p := write(t, name, text); IsBox(p) {
			t.Errorf("%s is a library", name)
		}
	}
}
