package format

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/briefing"
	"readout/content/format/pdf"
)

// pdfFile writes a PDF document: pages of text at places, in the standard fonts.
type pdfFile struct {
	objects []string
	pages   []string
	info    string
	extra   string // of the catalog
	annots  string // of the first page
}

// show sets a text: F1 Helvetica, F2 bold, F3 oblique.
func show(font string, size, x, y float64, text string) string {
	text = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "•", `\225`, "–", `\226`).Replace(text)
	return fmt.Sprintf("BT /%s %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n", font, size, x, y, text)
}

// lines sets lines below each other.
func showLines(font string, size, x, y float64, lines ...string) string {
	var b strings.Builder
	for i, l := range lines {
		b.WriteString(show(font, size, x, y-float64(i)*size*1.2, l))
	}
	return b.String()
}

func (f *pdfFile) page(content ...string) *pdfFile {
	f.pages = append(f.pages, strings.Join(content, ""))
	return f
}

func (f *pdfFile) bytes() []byte {
	var b bytes.Buffer
	var at []int
	object := func(s string) int {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), s)
		return len(at)
	}
	b.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	object(fmt.Sprintf("<< /Type /Catalog /Pages 2 0 R %s >>", f.extra))
	var kids []string
	for i := range f.pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", 7+2*i))
	}
	object(fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(kids)))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>")
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Oblique /Encoding /WinAnsiEncoding >>")
	object("<< " + f.info + " >>")
	for i, p := range f.pages {
		annots := ""
		if i == 0 {
			annots = f.annots
		}
		object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R %s /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >> >>", len(at)+2, annots))
		object(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(p), p))
	}
	for _, o := range f.objects {
		object(o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return b.Bytes()
}

func readPDFBytes(raw []byte, name string) (briefing.Source, error) {
	o := NewOut(0)
	f, ok := Sniff(raw, Options{})
	if !ok {
		return briefing.Source{}, fmt.Errorf("not recognised")
	}
	o.Meta.Format = f.Name
	err := f.whole(context.Background(), o, raw, name, Options{Restricted: true})
	return o.Source(), err
}

// briefingPDF is a read-ahead of two pages with all that a briefing has.
func briefingPDF() *pdfFile {
	f := &pdfFile{
		info:   "/Title (Microsoft Word - water.doc) /Author (A. Clerk) /Keywords (water, border) /CreationDate (D:20150101000000Z)",
		annots: "/Annots [<< /Type /Annot /Subtype /Link /Rect [72 536 250 552] /A << /S /URI /URI (https://example.org/text) >> >>]",
	}
	head := show("F2", 9, 262, 815, "UNCLASSIFIED")
	foot := func(n int) string { return show("F1", 8, 290, 30, fmt.Sprint(n)) }
	f.page(head,
		show("F2", 18, 72, 770, "Water talks in Geneva"),
		showLines("F1", 11, 72, 735, "TO: The Minister", "FROM: Office for Rivers", "DATE: 4 May 2021"),
		show("F2", 13, 72, 670, "Background"),
		showLines("F1", 11, 72, 650, "The two countries have shared the river since the treaty of 1960, which the govern-",
			"ments renewed in 1998. On Thursday the commission meets for the first time in three",
			"years."),
		showLines("F1", 11, 72, 600, "Its agenda is short: the dam, the mines upstream, and the money that is owed for the"),
		show("F1", 11, 72, 586.8, "station at Basel."), show("F1", 7, 153.5, 591, "1"),
		show("F1", 11, 72, 540, "The text of the treaty is open to all."),
		showLines("F1", 11, 90, 510, "• a ceiling for chloride, with dates;", "• a fund of both sides."),
		show("F1", 8, 72, 80, "1 Opened in 1978 and closed for repair since 2019."),
		foot(1))
	f.page(head,
		show("F2", 13, 72, 770, "Key figures"),
		showLines("F1", 11, 72, 745, "Measure", "Chloride", "Flow", "Salmon"),
		showLines("F1", 11, 250, 745, "2019", "180", "2,300", "400"),
		showLines("F1", 11, 400, 745, "2020", "165", "2,150", "510"),
		show("F2", 13, 72, 660, "Next steps"),
		showLines("F1", 11, 72, 640, "1. The commission adopts the text.", "2. Ministers sign in June."),
		foot(2))
	return f
}

// The golden pair: what a made document is read as.
func TestPDFGolden(t *testing.T) {
	if testing.Short() {
		t.Skip("the interpreter takes a second")
	}
	src, err := readPDFBytes(briefingPDF().bytes(), "water.pdf")
	if err != nil {
		t.Fatal(err)
	}
	got := dump(src)
	path := filepath.Join("testdata", "briefing.pdf.golden")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// What cannot be read says so in words with a next step.
func TestPDFErrors(t *testing.T) {
	good := (&pdfFile{}).page(show("F1", 11, 72, 700, "One page of text.")).bytes()
	picture := (&pdfFile{}).page("q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xFF EI Q\n").bytes()
	locked := bytes.Replace((&pdfFile{objects: []string{"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + strings.Repeat("41", 32) + "> /U <" + strings.Repeat("42", 32) + "> >>"}}).
		page(show("F1", 11, 72, 700, "x")).bytes(), []byte("/Info 6 0 R"), []byte("/Info 6 0 R /Encrypt 9 0 R /ID [<00><00>]"), 1)
	for _, c := range []struct {
		name string
		raw  []byte
		want string
	}{
		{"without text", picture, "run it through OCR"},
		{"with a password", locked, "password"},
		{"no more than its first line", []byte("%PDF-1.7\n"), "cut off"},
		{"in pieces", append([]byte("%PDF-1.7\n1 0 obj\n<<"), []byte(strings.Repeat("junk ", 50)+"\n%%EOF")...), "damaged"},
		{"without pages", (&pdfFile{}).bytes(), "pages"},
		{"without words", (&pdfFile{}).page("").bytes(), "without words"},
	} {
		_, err := readPDFBytes(c.raw, "x.pdf")
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("a document %s: %v, want %q", c.name, err, c.want)
		}
	}
	src, err := readPDFBytes(good[:bytes.LastIndex(good, []byte("xref\n0"))], "x.pdf")
	if err != nil || !strings.Contains(string(src.Markdown), "One page of text") || len(src.Meta.Warnings) != 1 || !strings.Contains(src.Meta.Warnings[0], "cut off") {
		t.Errorf("what is cut off behind its pages: %q, %v, %v", src.Markdown, src.Meta.Warnings, err)
	}
}

// The first page is given before the second is read.
func TestPDFPageByPage(t *testing.T) {
	if testing.Short() {
		t.Skip("the interpreter takes a second")
	}
	f := &pdfFile{}
	for i := range 5 {
		f.page(showLines("F1", 11, 72, 700, strings.Repeat("words of a line ", 5), strings.Repeat(fmt.Sprintf("page %d ", i), 8), "and its end.", "", "Another paragraph."))
	}
	r, err := pdf.Open(f.bytes(), pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	blocks, done, err := r.Next()
	if err != nil || done || len(blocks) == 0 {
		t.Fatal(blocks, done, err)
	}
	if read, of := r.Progress(); read != 1 || of != 5 {
		t.Errorf("%d of %d pages", read, of)
	}
}

// A document of PDF's pieces in any order ends in a page or in one line.
func FuzzPDF(f *testing.F) {
	f.Add(briefingPDF().bytes())
	f.Add((&pdfFile{}).page(show("F1", 11, 72, 700, "One page of text.")).bytes())
	f.Add([]byte("%PDF-1.4\n1 0 obj\n<</Pages 1 0 R/Kids[1 0 R]/Count 9>>\ntrailer<</Root 1 0 R>>"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if !bytes.HasPrefix(raw, []byte("%PDF-")) || len(raw) > 8192 {
			return
		}
		src, err := readPDFBytes(raw, "x.pdf")
		if err != nil {
			if strings.ContainsAny(err.Error(), "\n\x1b") {
				t.Errorf("%q", err)
			}
			return
		}
		sound(t, src)
	})
}

// The origin of a PDF is the page, of every paragraph, note and row.
func TestPDFPages(t *testing.T) {
	if testing.Short() {
		t.Skip("the interpreter takes a second")
	}
	src, err := readPDFBytes(briefingPDF().bytes(), "water.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]string{"The two countries have shared": "p. 1", "Ministers sign in June": "p. 2", "Next steps": "p. 2", "2,150": "p. 2"} {
		at := bytes.Index(src.Markdown, []byte(words))
		if at < 0 {
			t.Errorf("%q is not there", words)
			continue
		}
		if got := src.Place(briefing.Pos(at)); got != want {
			t.Errorf("%q is on %q, want %q", words, got, want)
		}
	}
}
