package content

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"readout/briefing"
	"readout/content/format"
)

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func read(t *testing.T, path string, o Options) briefing.Source {
	t.Helper()
	d, err := Open(path, o)
	if err != nil {
		t.Fatal(err)
	}
	src, err := d.Read(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// The head is all that the first screen costs; what follows comes in portions,
// and every Source shares the bytes of the one before.
func TestPortions(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"big.md", "# Title\n\n" + strings.Repeat("A paragraph of **Markdown** with a few words in it.\n\n", 200_000)},
		{"big.txt", strings.Repeat("A paragraph of plain text with a few words in it, none of them short.\n\n", 150_000)},
		{"line.txt", strings.Repeat("One line that does not end for ten megabytes. ", 220_000)},
		{"line.md", strings.Repeat("One line that does not end for ten megabytes. ", 220_000)},
		{"word.txt", strings.Repeat("x", 3_000_000)},
		{"rows.txt", strings.Repeat("short row\n", 500_000)},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := Open(write(t, c.name, c.text), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if n := d.Cleaned(); n > 64<<10 {
				t.Errorf("opening cleans %d bytes", n)
			}
			first, done, err := d.Next(context.Background(), 64<<10)
			if done || err != nil || len(first.Markdown) < 30<<10 || d.Cleaned() > 64<<10 {
				t.Errorf("the first portion gives %d bytes of %d cleaned, %v, %v", len(first.Markdown), d.Cleaned(), done, err)
			}
			was := string(first.Markdown)
			before := d.Cleaned()
			second, _, _ := d.Next(context.Background(), 100<<10)
			if n := d.Cleaned() - before; n < 90<<10 || n > 110<<10 {
				t.Errorf("asked for 100 KB it cleans %d bytes", n)
			}
			all, err := d.Read(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			if len(second.Markdown) < len(first.Markdown) || len(all.Markdown) < len(c.text)*9/10 {
				t.Errorf("%d, %d, %d bytes", len(first.Markdown), len(second.Markdown), len(all.Markdown))
			}
			if &first.Markdown[0] != &all.Markdown[0] {
				t.Error("the Sources do not share their bytes")
			}
			if string(first.Markdown) != was || !bytes.HasPrefix(all.Markdown, first.Markdown) {
				t.Error("a Source has changed")
			}
			if n := cap(all.Markdown[:1]) - len(c.text); n > len(c.text)/3+8192 {
				t.Errorf("room for %d bytes too many", n)
			}
		})
	}
}

func TestErrors(t *testing.T) {
	dir := t.TempDir()
	locked := write(t, "locked.md", "x")
	os.Chmod(locked, 0)
	for _, c := range []struct{ path, want string }{
		{filepath.Join(dir, "none.md"), "open " + filepath.Join(dir, "none.md") + ": no such file"},
		{dir, "open " + dir + ": is a directory"},
		{locked, "permission denied"},
		{write(t, "empty.txt", ""), ": the file is empty"},
		{write(t, "blank.txt", " \n\t\n"), ": nothing but white space"},
		{write(t, "x.txt", "\x89PNG\r\n\x1A\n"), ": a picture (PNG); readout reads text, markdown"},
		{write(t, "y.txt", "\x1F\x8B\x08\x00abc"), ": a damaged gzip archive"},
		{write(t, "x.zip", "PK\x03\x04...."), ": a zip archive"},
		{write(t, "x.bin", strings.Repeat("\x01\x02\x03abc", 50)), ": no text"},
		{filepath.Join(dir, "a\x1b]0;pwned\a\nb.md"), "/a b.md: no such file"},
	} {
		_, err := Open(c.path, Options{})
		if err == nil && c.path == locked && os.Getuid() == 0 {
			continue // root reads everything
		}
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.ContainsAny(err.Error(), "\n\x1b\a") {
			t.Errorf("%q: %q, want %q", c.path, err, c.want)
		}
	}
	if _, err := Open(write(t, "x.md", "x"), Options{As: "wordperfect"}); err == nil || err.Error() != "--as wordperfect: no such format; there are "+format.List() {
		t.Error(err)
	}
}

func TestFormatByContentThenName(t *testing.T) {
	for _, c := range []struct{ name, text, as, want string }{
		{"x.txt", "# Not a heading\n\ntext", "", "text"},
		{"x.md", "text", "", "markdown"},
		{"x", "# Heading\n\ntext", "", "markdown"},
		{"x", "Some text\n\nand more", "", "text"},
		{"x", "See [this](https://example.org)\n\n## Then\n\nmore", "", "markdown"},
		{"x.txt", "---\ntitle: X\n---\n\ntext", "", "markdown"},
		{"x.md", " date 2022-03-14 Headline\n\ntext", "", "text"},
		{"x.pdf", "It is a text, whatever its name says.", "", "text"},
		{"x.md", "text", "text", "text"},
		{"x.txt", "text", "markdown", "markdown"},
	} {
		if src := read(t, write(t, c.name, c.text), Options{As: c.as}); src.Meta.Format != c.want {
			t.Errorf("%s, %q, --as %q: %s, want %s", c.name, c.text, c.as, src.Meta.Format, c.want)
		}
	}
}

// The anchor is looked for in the order of the design, and told where it was found.
func TestAnchor(t *testing.T) {
	flag := briefing.Date{Year: 2020, Month: 1, Day: 2}
	for _, c := range []struct {
		name, text string
		flag       briefing.Date
		date, from string
	}{
		{"2022-03-01.txt", " date 2022-03-14 Headline\n\n15 March 2022\n\ntext\n", flag, "2020-01-02", "flag"},
		{"2022-03-01.md", "---\ndate: 2022-03-13\n---\n\n15 March 2022\n\ntext\n", briefing.Date{}, "2022-03-13", "front matter"},
		{"2022-03-01.txt", " date 2022-03-14 Headline\n\n15 March 2022\n\ntext\n", briefing.Date{}, "2022-03-14", "first line"},
		{"2022-03-01.txt", "TO: A\nDATE: 14 March 2022\nSUBJECT: B\n\n15 March 2022\n\ntext\n", briefing.Date{}, "2022-03-14", "header"},
		{"2022-03-01.txt", "Headline\n\n15 March 2022\n\nPARIS, March 14, 2022 – The talks went on.\n", briefing.Date{}, "2022-03-14", "dateline"},
		{"2022-03-01.txt", "Headline\n\n15 March 2022\n\nThe talks went on.\n", briefing.Date{}, "2022-03-15", "first lines"},
		{"2022-03-01.txt", "Headline\n\nThe talks of 15 March 2022 went on.\n", briefing.Date{}, "2022-03-01", "file name"},
		{"notes 3 May 2022.txt", "Headline\n\nThe talks went on.\n", briefing.Date{}, "2022-05-03", "file name"},
		{"a-2022-13-45-99.txt", "Headline\n\nOn Wednesday, 29 February 2023, or 03/04/2021.\n", briefing.Date{}, "", ""},
	} {
		m := read(t, write(t, c.name, c.text), Options{Date: c.flag}).Meta
		if m.Date.String() != c.date || m.DateFrom != c.from {
			t.Errorf("%s, %q: %s from %q, want %s from %q", c.name, c.text, m.Date, m.DateFrom, c.date, c.from)
		}
	}
}

func TestReader(t *testing.T) {
	text := " date 2022-03-14 Headline\n\n" + strings.Repeat("Words of a paragraph.\n\n", 10_000)
	for name, r := range map[string]io.Reader{
		"whole":  strings.NewReader(text),
		"bytes":  iotest.OneByteReader(strings.NewReader(text)),
		"halves": iotest.HalfReader(strings.NewReader(text)),
	} {
		d, err := OpenReader("-", r, Options{})
		if err != nil {
			t.Fatal(name, err)
		}
		src, err := d.Read(context.Background())
		if err != nil || src.Meta.Title != "Headline" || len(src.Markdown) < len(text)-50 {
			t.Errorf("%s: %d bytes, %q, %v", name, len(src.Markdown), src.Meta.Title, err)
		}
	}
	d, err := OpenReader("-", io.MultiReader(strings.NewReader(text), iotest.ErrReader(io.ErrClosedPipe)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	src, err := d.Read(context.Background())
	if err == nil || !strings.HasPrefix(err.Error(), "read -: ") || len(src.Markdown) < 100_000 {
		t.Errorf("a pipe that breaks: %d bytes, %v", len(src.Markdown), err)
	}
}

// A gzip archive is what is in it; one in another is an archive.
func TestGzip(t *testing.T) {
	pack := func(s string) string {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		z.Write([]byte(s))
		z.Close()
		return b.String()
	}
	text := " date 2022-03-14 Headline\n\n" + strings.Repeat("Words of a paragraph.\n\n", 10_000)
	plain := read(t, write(t, "x.txt", text), Options{})
	for _, name := range []string{"x.txt.gz", "x.txt", "x"} {
		if src := read(t, write(t, name, pack(text)), Options{}); !bytes.Equal(src.Markdown, plain.Markdown) || src.Meta.Date != plain.Meta.Date {
			t.Errorf("%s: %q, %d bytes", name, src.Meta.Title, len(src.Markdown))
		}
	}
	if src := read(t, write(t, "note.md.gz", pack("text")), Options{}); src.Meta.Format != "markdown" {
		t.Error("the name of what is packed says nothing")
	}
	if _, err := Open(write(t, "x.gz", pack(pack(text))), Options{}); err == nil || !strings.Contains(err.Error(), ": a gzip archive") {
		t.Error(err)
	}
	packed := pack(text)
	if src := read(t, write(t, "cut.gz", packed[:len(packed)-8]), Options{}); len(src.Markdown) < 1000 {
		t.Error("what is there of a cut archive is not read")
	}
}

// A mail opens with its attachments, which are briefings of their own.
func TestMail(t *testing.T) {
	path := write(t, "x.eml", "From: =?utf-8?q?J=C3=B6rg?= <j@example.org>\r\nTo: k@example.org\r\nSubject: =?iso-8859-1?q?The_d=E9j=E0_vu?=\r\n"+
		"Date: Mon, 14 Mar 2022 23:30:00 -0500\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"+
		"--b\r\nContent-Type: text/plain; charset=us-ascii; format=flowed\r\n\r\nThe vote is on \r\nFriday. See below.\r\n\r\n> Is it # 1?\r\n\r\n-- \r\nJ\xf6rg\r\n"+
		"--b\r\nContent-Type: text/markdown; name=\"../../note.md\"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\nIyBOb3RlCgpUZXh0Lgo=\r\n"+
		"--b\r\nContent-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\nUEsDBAAA\r\n--b--\r\n")
	src := read(t, path, Options{})
	m := src.Meta
	if m.Format != "eml" || m.Title != "The déjà vu" || m.From != "Jörg <j@example.org>" || m.Date.String() != "2022-03-14" || m.DateFrom != "header" {
		t.Errorf("%+v", m)
	}
	if want := "# The déjà vu\n\nThe vote is on Friday. See below.\n\n> Is it # 1?\n\n\\--\\\nJörg\n"; string(src.Markdown) != want {
		t.Errorf("%q", src.Markdown)
	}
	if len(m.More) != 3 || m.More[1].Value != "#1 note.md, 14 bytes" || len(m.Silent) != 1 {
		t.Errorf("%q, %v", m.More, m.Silent)
	}
	note := read(t, path+"#1", Options{})
	if note.Meta.Format != "markdown" || note.Meta.Title != "Note" || note.Meta.Date.String() != "2022-03-14" {
		t.Errorf("%+v", note.Meta)
	}
	for part, want := range map[string]string{"#2": "a zip archive", "#3": "there is no attachment 3; the message has 2", "#0": "no such file", "#x": "no such file"} {
		d, err := Open(path+part, Options{})
		if err == nil {
			_, err = d.Read(context.Background())
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", part, err, want)
		}
	}
	if _, err := Open(write(t, "x.txt", "text")+"#1", Options{}); err == nil || !strings.Contains(err.Error(), "only mail has parts") {
		t.Error(err)
	}
	box := write(t, "x.mbox", "From a Mon Mar 14 2022\nFrom: a@b.c\nSubject: One\nDate: Mon, 14 Mar 2022 10:00:00 +0000\nMessage-Id: <1>\n\n>From here on.\n\nFrom b Tue Mar 15 2022\nFrom: b@b.c\nSubject: Two\nDate: Tue, 15 Mar 2022 10:00:00 +0000\n\nMore.\n")
	if src := read(t, box, Options{}); src.Meta.Format != "mbox" || !src.Meta.Date.IsZero() || !strings.Contains(string(src.Markdown), "## One\n\n**From:** a@b.c\\\n") || !strings.Contains(string(src.Markdown), "\nFrom here on.\n") {
		t.Errorf("%+v\n%s", src.Meta, src.Markdown)
	}
	if src := read(t, box+"#2", Options{}); src.Meta.Title != "Two" || src.Meta.Date.String() != "2022-03-15" || src.Meta.Format != "eml" {
		t.Errorf("%+v", src.Meta)
	}
}

// endless is a text without an end.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = "word \n"[i%6]
	}
	return len(p), nil
}

func TestReaderHasALimit(t *testing.T) {
	d, err := OpenReader("-", endless{}, Options{As: "markdown"})
	if err != nil {
		t.Fatal(err)
	}
	d.most = 3 << 20 // what 256 MB does takes a while
	src, err := d.Read(context.Background())
	if err == nil || err.Error() != "read -: more than 3 MB" || len(src.Markdown) > 3<<20+1<<10 || MostInput != 256<<20 {
		t.Errorf("%d bytes, %v", len(src.Markdown), err)
	}
}

// sequences are what a terminal would obey, raw and as characters of Unicode.
var sequences = []string{
	"\x1b[2J", "\x1b[31m", "\x1b[?1049h", "\x1b[6n", "\x1b]0;title\a", "\x1b]2;title\x1b\\", "\x1b]8;;http://x\x1b\\", "\x1b]52;c;eA==\a",
	"\x1bP$qm\x1b\\", "\x1b_app\x1b\\", "\x1b^pm\x1b\\", "\x1bXsos\x1b\\", "\x1bc", "\x1b(0", "\u009b31m", "\u009d0;t\u009c", "\u0090q\u009c",
	"\a", "\b", "\x7f", "\x0e", "\u202e", "\u202a", "\u2066", "\u2069", "\u200f", "\x1b", "\u0085",
}

// Nothing that a terminal would obey comes through, wherever it stands.
func TestEscapesStayOutside(t *testing.T) {
	bad := func(s string) bool {
		return strings.ContainsFunc(s, func(r rune) bool {
			return r < ' ' && r != '\n' && r != '\t' || r >= 0x7F && r < 0xA0 || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x200F
		})
	}
	for _, s := range sequences {
		quoted := ""
		for _, r := range s {
			quoted += fmt.Sprintf("\\u%04x", r)
		}
		for name, text := range map[string]string{
			"x.md":  "---\ntitle: \"a" + quoted + "b\"\nfrom: a" + s + "b\nx" + s + ": y\ntags: [\"" + quoted + "\"]\npeople: [{name: \"A" + quoted + "\"}]\n---\n\n# H" + s + "x\n\n[l" + s + "](http://a/" + s + ") `c" + s + "`\n",
			"y.md":  "---\ntitle: [" + s + "\n---\n\ntext",
			"z.txt": " date 2022-03-14 Head" + s + "line\n\nBACK" + s + "GROUND\n\ntext " + s + " text\n\nPage 1 of " + s + "2\n\nTo: a" + s + "\n",
		} {
			src := read(t, write(t, name, text), Options{})
			if bad(string(src.Markdown)) {
				t.Errorf("%q in %s: %q", s, name, src.Markdown)
			}
			if m := fmt.Sprintf("%+v", src.Meta); bad(m) {
				t.Errorf("%q in the metadata of %s: %q", s, name, m)
			}
		}
		if strings.Contains(s, "/") || strings.Contains(s, "\x00") {
			continue
		}
		src := read(t, write(t, "no title"+s+".md", "```\n\n```\n"), Options{})
		if bad(src.Meta.Title) {
			t.Errorf("%q in a file name: %q", s, src.Meta.Title)
		}
	}
}

// Memory stays near the size of the file: a quarter is room that is not touched,
// the rest a few buffers.
func TestMemory(t *testing.T) {
	path := write(t, "big.md", strings.Repeat("A paragraph of **Markdown** with a few words in it.\n\n", 400_000))
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	src := read(t, path, Options{})
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; n > uint64(len(src.Markdown))*4/3 {
		t.Errorf("%d bytes of Markdown took %d", len(src.Markdown), n)
	}
}

func BenchmarkRead(b *testing.B) {
	for _, c := range []struct{ name, unit string }{
		{"x.md", "A paragraph of **Markdown** with “a few words” in it.\n\n"},
		{"x.txt", "A paragraph of plain text, with “a few words” in it, and a date: 14 March 2022.\n\n- and\n- a list\n\n"},
		{"wrapped.txt", "A paragraph of plain text that was wrapped at some width, as they are\nwhen a mail goes round, with the date of the day, 14 March, in it and\nlittle else.\n\n"},
	} {
		b.Run(c.name, func(b *testing.B) {
			text := strings.Repeat(c.unit, 4<<20/len(c.unit))
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				d, err := OpenReader(c.name, strings.NewReader(text), Options{})
				if err != nil {
					b.Fatal(err)
				}
				if _, err := d.Read(context.Background()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkOpen is what the first screen waits for.
func BenchmarkOpen(b *testing.B) {
	for _, name := range []string{"x.md", "x.txt"} {
		text := strings.Repeat("A paragraph of text, with “a few words” in it, and a date: 14 March 2022.\n\n", 5000)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				d, err := OpenReader(name, strings.NewReader(text), Options{})
				if err != nil {
					b.Fatal(err)
				}
				d.Next(context.Background(), 0)
			}
		})
	}
}
