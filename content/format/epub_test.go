package format

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// pack makes an e-book of its parts, each a name and what is in it.
func pack(parts ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: parts[i], Method: map[bool]uint16{true: zip.Store, false: zip.Deflate}[i == 0]})
		if err != nil {
			panic(err)
		}
		w.Write([]byte(parts[i+1]))
	}
	z.Close()
	return b.Bytes()
}

func readBookBytes(raw []byte) (*Out, error) {
	o := NewOut(0)
	f, ok := Sniff(raw, Options{})
	if !ok || f.Name != "epub" {
		return o, errCutOff
	}
	r, err := f.Steps(o, raw, "a book.epub", Options{})
	for done := false; !done && err == nil; {
		done, err = r.Step()
	}
	return o, err
}

const (
	container = `<?xml version="1.0"?><container><rootfiles><rootfile full-path="OEBPS/a%20b.opf"/></rootfiles></container>`
	opf       = `<package xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="x"><metadata><dc:title>The Dam &amp; the River</dc:title>
<dc:creator>Jane Doe</dc:creator><dc:creator>John Roe</dc:creator><dc:date opf:event="modification">2023-01-01</dc:date><dc:date>2022-03-14T00:00:00Z</dc:date></metadata>
<manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="two" href="two.xhtml" media-type="application/xhtml+xml"/><item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="notes" href="notes.xhtml" media-type="application/xhtml+xml"/><item id="pic" href="p.jpg" media-type="image/jpeg"/></manifest>
<spine><itemref idref="n"/><itemref idref="pic"/><itemref idref="one"/><itemref idref="two"/><itemref idref="notes"/></spine></package>`
	nav = `<html><body><nav><ol><li><a href="text/one.xhtml">One</a></li><li><a href="two.xhtml">The second</a></li></ol></nav></body></html>`
	one = `<?xml version="1.0"?><html xmlns:epub="e"><head><title/><script src="x.js"/></head><body><a id="top"/><h1>One</h1>
<p>The dam<a epub:type="noteref" href="../notes.xhtml#n1">1</a> stands.<br/>It <i/>holds.</p><h2>Under it</h2><p>Water.</p></body></html>`
	two   = `<html><body><p>No heading here<sup><a href="#f">*</a></sup>.</p><aside id="f" epub:type="footnote"><p>A note of its own.</p></aside></body></html>`
	notes = `<html><body><h2>Notes</h2><ol><li id="n1">Built in 1931. <a href="text/one.xhtml#top">↩</a></li><li id="n2">Nobody asks.</li></ol></body></html>`
)

func TestEpub(t *testing.T) {
	o, err := readBookBytes(pack("mimetype", "application/epub+zip", "META-INF/container.xml", strings.Replace(container, "a%20b", "a b", 1), "OEBPS/a b.opf", opf,
		"OEBPS/nav.xhtml", nav, "OEBPS/text/one.xhtml", one, "OEBPS/two.xhtml", two, "OEBPS/notes.xhtml", notes))
	if err != nil {
		t.Fatal(err)
	}
	m := o.Meta
	if m.Title != "The Dam & the River" || m.From != "Jane Doe, John Roe" || m.Date.String() != "2022-03-14" || m.DateFrom != "header" {
		t.Errorf("%+v", m)
	}
	want := `# The Dam & the River

## One

The dam[^1] stands.\
It holds.

### Under it

Water.

[^1]: Built in 1931.

## The second

No heading here[^2].

[^2]: A note of its own.

### Notes

1. Nobody asks.
`
	if got := string(o.md); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A raised number within a note leads back to the text, which stays where it is; a
// title that a program made is none; what a chapter begins with may be its heading.
func TestEpubNotesAndNames(t *testing.T) {
	raw := pack("mimetype", "application/epub+zip", "META-INF/container.xml", strings.Replace(container, "a%20b", "a", 1),
		"OEBPS/a.opf", strings.Replace(opf, "The Dam &amp; the River", "Unknown Title", 1),
		"OEBPS/nav.xhtml", `<html><body><nav><ol><li><a href="text/one.xhtml">Section 1</a></li><li><a href="two.xhtml">The second</a></li></ol></nav></body></html>`,
		"OEBPS/text/one.xhtml", `<html xmlns:epub="e"><body><p>It stands<sup id="r1"><a epub:type="noteref" href="#n1">1</a></sup> and holds<sup id="r2"><a href="../notes.xhtml#n2">2</a></sup>.</p><aside epub:type="footnote" id="n1"><p><sup><a href="#r1">1</a></sup> A first note.</p></aside></body></html>`,
		"OEBPS/two.xhtml", `<html><body><p><b>The second</b></p><p>Words.</p></body></html>`,
		"OEBPS/notes.xhtml", `<html><body><p id="n2"><sup><a href="text/one.xhtml#r2">2</a></sup> A second note.</p><p id="n3"><sup><a href="text/one.xhtml#r2">3</a></sup> Nobody asked.</p></body></html>`)
	o, err := readBookBytes(raw)
	want := "# A book\n\nIt stands[^1] and holds[^2].\n\n[^1]: A first note.\n\n[^2]: A second note.\n\n## The second\n\nWords.\n\n3 Nobody asked.\n"
	if err != nil || string(o.md) != want || !o.Meta.TitleMade {
		t.Errorf("%v, got\n%s\nwant\n%s", err, o.md, want)
	}
}

// An equation is what it says, whatever its elements are called, and of a choice one
// case is shown.
func TestEpubMath(t *testing.T) {
	page := func(body string) string {
		return `<html xmlns:epub="e"><body><h1>One</h1><p>` + body + `</p></body></html>`
	}
	const half = `<math><mi>x</mi><mo>=</mo><mfrac><mrow><mo>−</mo><mi>b</mi><mo>±</mo><msqrt><msup><mi>b</mi><mn>2</mn></msup></msqrt></mrow><mrow><mn>2</mn><mo>&InvisibleTimes;</mo><mi>a</mi></mrow></mfrac></math>`
	for name, c := range map[string]struct{ body, want string }{
		"a fraction":                {"so " + half + " holds", "so x = (− b ± √(b^2))/2a holds\n"},
		"a prefix":                  {strings.NewReplacer("</", "</m:", "<m", "<m:m").Replace(half), "x = (− b ± √(b^2))/2a\n"},
		"limits":                    {`<math display="block"><munderover><mo>∑</mo><mrow><mi>n</mi><mo>=</mo><mn>1</mn></mrow><mi>∞</mi></munderover><msub><mi>a</mi><mi>n</mi></msub></math>`, "∑\\_(n = 1)^∞ a_n\n"},
		"a root and a brace":        {`<math><mroot><mi>x</mi><mn>3</mn></mroot><mover><mi>y</mi><mo>¯</mo></mover><mfenced open="["><mi>a</mi><mi>b</mi></mfenced></math>`, "∛xy\\[a,b)\n"},
		"a table":                   {`<math><mtable><mtr><mtd><mn>1</mn></mtd><mtd/></mtr><mtr><mtd><mn>0</mn></mtd><mtd><mi>sin</mi><mi>xy</mi></mtd></mtr></mtable></math>`, "\\[1; 0, sin xy]\n"},
		"a choice":                  {`<epub:switch><epub:case required-namespace="http://example.org/cml">no</epub:case><epub:default>yes</epub:default></epub:switch>`, "\n\nyes\n"},
		"a choice with an equation": {`<epub:switch><epub:case required-namespace="http://www.w3.org/1998/Math/MathML"><math><mn>7</mn></math></epub:case><epub:default>no</epub:default></epub:switch>`, "\n\n7\n"},
	} {
		o, err := readBookBytes(pack("mimetype", "application/epub+zip", "META-INF/container.xml", strings.Replace(container, "a%20b", "a", 1), "OEBPS/a.opf", opf, "OEBPS/text/one.xhtml", page(c.body), "OEBPS/two.xhtml", "<p>Two"))
		if err != nil || !strings.Contains(string(o.md), c.want) {
			t.Errorf("%s: %v, got\n%s\nwant\n%s", name, err, o.md, c.want)
		}
	}
}

// What cannot be read says why.
func TestEpubErrors(t *testing.T) {
	base := []string{"mimetype", "application/epub+zip", "META-INF/container.xml", strings.Replace(container, "a%20b", "a", 1)}
	with := func(parts ...string) []byte { return pack(append(append([]string{}, base...), parts...)...) }
	for name, c := range map[string]struct {
		raw  []byte
		want string
	}{
		"locked":   {with("META-INF/encryption.xml", `<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></EncryptedData></encryption>`), "locked by rights management"},
		"empty":    {with("OEBPS/a.opf", "<package/>"), "no chapters"},
		"pictures": {with("OEBPS/a.opf", strings.ReplaceAll(opf, "notes.xhtml", "x.xhtml"), "OEBPS/two.xhtml", "<html><body><img src='a.jpg'/></body></html>"), "no text"},
	} {
		_, err := readBookBytes(c.raw)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
	fonts := with("OEBPS/a.opf", opf, "OEBPS/two.xhtml", two, "META-INF/encryption.xml", `<encryption><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/></encryption>`)
	if _, err := readBookBytes(fonts); err != nil {
		t.Errorf("hidden fonts lock no book: %v", err)
	}
}

func FuzzEpub(f *testing.F) {
	f.Add(opf, one, nav)
	f.Add(opf, two, notes)
	f.Fuzz(func(t *testing.T, opf, chapter, nav string) {
		if len(opf)+len(chapter)+len(nav) > 1<<16 {
			return
		}
		o, err := readBookBytes(pack("mimetype", "application/epub+zip", "META-INF/container.xml", strings.Replace(container, "a%20b", "a", 1),
			"OEBPS/a.opf", opf, "OEBPS/nav.xhtml", nav, "OEBPS/text/one.xhtml", chapter, "OEBPS/two.xhtml", chapter))
		if err != nil {
			if strings.ContainsAny(err.Error(), "\n\x1b") {
				t.Errorf("the error is %q", err)
			}
			return
		}
		sound(t, o.Source())
	})
}
