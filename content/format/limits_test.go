package format

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// readAs reads bytes as a format, to the end.
func readAs(raw []byte, as string) (*Out, error) {
	o := NewOut(0)
	f, ok := Sniff(raw, Options{As: as})
	if !ok {
		f, _ = Pick(raw, "x", Options{As: as})
	}
	return o, f.whole(context.Background(), o, raw, "x", Options{As: as})
}

// Each bound, what goes beyond it, and how the error or the warning names it. What
// is over a bound costs little.
func TestLimits(t *testing.T) {
	spaces := strings.Repeat(" ", mostPart-1)
	deepParts := ""
	for i := range 100 {
		deepParts += fmt.Sprintf("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i)
	}
	wordDoc := func(body string) string {
		return `<w:document xmlns:w="` + wordSpace + `"><w:body>` + body + `</w:body></w:document>`
	}
	for _, c := range []struct {
		name, as string
		raw      []byte
		want     string
	}{
		{"a part", "docx", zipOf("word/document.xml", wordDoc(spaces)), "word/document.xml is larger than 64 MB"},
		{"all parts", "docx", zipOf("word/document.xml", wordDoc("<w:p/>"+spaces[:60<<20]), "word/_rels/document.xml.rels", `<Relationships><Relationship Id="s" Type="x/styles" Target="s.xml"/><Relationship Id="n" Type="x/numbering" Target="n.xml"/></Relationships>`, "word/s.xml", "<x>"+spaces[:60<<20]+"</x>", "word/n.xml", "<x>"+spaces[:60<<20]+"</x>"), "parts are larger than 128 MB"},
		{"a part of an e-book", "epub", pack("mimetype", "application/epub+zip", "META-INF/container.xml", "<a>"+spaces+"</a>"), "no chapters"},
		{"depth of XML", "odt", zipOf("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", strings.Repeat("<text:section>", 300)), "more than 256 elements deep"},
		{"a DTD", "odt", zipOf("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", `<!DOCTYPE x><x/>`), "document type declaration"},
		{"depth of groups", "rtf", []byte(`{\rtf1 ` + strings.Repeat("{", deepestRTF+1)), "more than 1000 deep"},
		{"depth of parts", "eml", []byte("Subject: x\n" + deepParts), "more than 32 deep"},
		{"number of parts", "eml", []byte("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + strings.Repeat("--b\n\ntext\n", 2*mostMailParts)), "1000 parts"},
		{"a long page", "html", []byte("<p>first</p><!--" + strings.Repeat("x", mostHTML) + "--><p>last"), "first 16 MB"},
		{"many mails", "mbox", []byte(strings.Repeat("From a\nFrom: a@b.c\n\nx\n\n", mostMails+5)), "first 1000 of 1005 messages"},
	} {
		if testing.Short() && strings.Contains(c.name, "part") && c.as != "eml" {
			continue // they unpack 64 MB and more
		}
		start := time.Now()
		o, err := readAs(c.raw, c.as)
		said := strings.Join(o.Meta.Warnings, "; ")
		if err != nil {
			said = err.Error()
		}
		if !strings.Contains(said, c.want) {
			t.Errorf("%s: it says %q, want %q", c.name, said, c.want)
		}
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s takes %v", c.name, took)
		}
	}
}

// What a cell claims is believed up to 64 columns and rows.
func TestSpansAreClamped(t *testing.T) {
	for name, read := range map[string]func() (*Out, error){
		"html": func() (*Out, error) {
			return readAs([]byte("<p>Before it.</p><table><tr><td colspan=100000 rowspan=100000>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"), "html")
		},
		"docx": func() (*Out, error) {
			return readAs(wordFile(para(lead)+`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="100000"/></w:tcPr>`+para("a")+`</w:tc><w:tc>`+para("b")+`</w:tc></w:tr></w:tbl>`), "docx")
		},
		"odt": func() (*Out, error) {
			return readAs(odtFile("<text:p>"+lead+`</text:p><table:table><table:table-row><table:table-cell table:number-columns-spanned="100000" table:number-columns-repeated="100000"><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>`), "odt")
		},
	} {
		o, err := read()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for line := range bytes.Lines(o.md) {
			if n := bytes.Count(line, []byte{'|'}); n > widestSpan+4 && name != "odt" || n > 2*mostColumns {
				t.Errorf("%s: %d columns", name, n)
			}
		}
	}
}

// Styles that are based on each other, or on too many, end the search.
func TestStyleChains(t *testing.T) {
	chain := func(n int, loop bool) []byte {
		s := ""
		for i := range n {
			s += fmt.Sprintf(`<w:style w:type="paragraph" w:styleId="S%d"><w:name w:val="S%d"/><w:basedOn w:val="S%d"/></w:style>`, i, i, i+1)
		}
		last := `<w:pPr><w:outlineLvl w:val="0"/></w:pPr>`
		if loop {
			last = `<w:basedOn w:val="S0"/>`
		}
		s += fmt.Sprintf(`<w:style w:type="paragraph" w:styleId="S%d"><w:name w:val="S%d"/>%s</w:style>`, n, n, last)
		return zipOf("word/document.xml", `<w:document xmlns:w="`+wordSpace+`"><w:body>`+para(lead)+styled("S0", "A heading")+`</w:body></w:document>`,
			"word/_rels/document.xml.rels", `<Relationships><Relationship Id="s" Type="x/styles" Target="styles.xml"/></Relationships>`,
			"word/styles.xml", `<w:styles xmlns:w="`+wordSpace+`">`+s+`</w:styles>`)
	}
	for _, c := range []struct {
		n    int
		loop bool
		want bool
	}{{longestStyleChain - 2, false, true}, {longestStyleChain + 5, false, false}, {3, true, false}} {
		o, err := readAs(chain(c.n, c.loop), "docx")
		if got := bytes.Contains(o.md, []byte("# A heading\n")); err != nil || got != c.want || !bytes.Contains(o.md, []byte("A heading")) {
			t.Errorf("a chain of %d, loop %v: heading %v, %v", c.n, c.loop, got, err)
		}
	}
}

// A note that refers to itself stands once, in whatever it comes.
func TestNotesThatReferToThemselves(t *testing.T) {
	self := `<p id="n">The note of the text<sup><a href="#n">1</a></sup> again.</p>`
	for as, raw := range map[string][]byte{
		"html": []byte("<body><p>Words<sup><a href='#n'>1</a></sup> of it.</p>" + self),
		"epub": bookOf("<p>Words<sup><a href='#n'>1</a></sup> of it.</p>" + self),
		"docx": wordFile(`<w:p><w:r><w:t>` + lead + `</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`),
		"odt":  odtFile(`<text:p>` + lead + `<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>The note<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>within</text:p></text:note-body></text:note></text:p></text:note-body></text:note></text:p>`),
	} {
		o, err := readAs(raw, as)
		if n := strings.Count(string(o.md), "The note"); err != nil || n != 1 {
			t.Errorf("%s: the note stands %d times, %v\n%s", as, n, err, o.md)
		}
	}
}

// No name in a container is ever a path.
func TestNamesAreNoPaths(t *testing.T) {
	o, err := readAs(zipOf("../../word/document.xml", "<x/>", "/etc/passwd", "x", "word/document.xml", `<w:document xmlns:w="`+wordSpace+`"><w:body>`+para(lead)+`</w:body></w:document>`), "docx")
	if err != nil || !strings.Contains(string(o.md), "first paragraph") {
		t.Errorf("%v %s", err, o.md)
	}
	m := newMail([]byte("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Disposition: attachment; filename=\"../../../etc/passwd\"\nContent-Type: application/x\n\nx\n--b--\n"), 1)
	m.body(m.root, 2)
	if len(m.attached) != 1 || m.attached[0].fileName() != "passwd" {
		t.Errorf("%d attachments, %q", len(m.attached), m.attached[0].fileName())
	}
}

// A stopped reading says that it was stopped, whatever it reads.
func TestStoppedReading(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	for as, raw := range map[string][]byte{"html": []byte("<p>words"), "mbox": []byte("From a\nFrom: a@b.c\n\nx\n\nFrom b\nFrom: a@b.c\n\ny\n"), "epub": bookOf("<p>one", "<p>two")} {
		f, ok := Sniff(raw, Options{As: as})
		if !ok {
			f, _ = Pick(raw, "x", Options{As: as})
		}
		if err := f.whole(ctx, NewOut(0), raw, "x", Options{}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", as, err)
		}
	}
}
