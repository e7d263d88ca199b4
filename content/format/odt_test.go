package format

import (
	"strings"
	"testing"
)

// odtFile makes an OpenDocument text with a body.
func odtFile(body string) []byte {
	const spaces = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"`
	return zipOf("mimetype", "application/vnd.oasis.opendocument.text",
		"Object 1/content.xml", `<?xml version="1.0"?><math:math xmlns:math="http://www.w3.org/1998/Math/MathML"><math:semantics><math:mfrac><math:mi>a</math:mi><math:mi>b</math:mi></math:mfrac><math:annotation>a over b</math:annotation></math:semantics></math:math>`,
		"Object 2/content.xml", `<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow/><annotation encoding="StarMath 5.0">E = m c^2</annotation></semantics></math>`,
		"styles.xml", `<office:document-styles`+spaces+`><office:styles><style:style style:name="Title" style:family="paragraph"/></office:styles><office:master-styles><style:master-page><style:header><text:p>SECRET</text:p><text:p>Page <text:page-number>3</text:page-number></text:p></style:header></style:master-page></office:master-styles></office:document-styles>`,
		"content.xml", `<office:document-content`+spaces+`><office:automatic-styles><style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style><style:style style:name="S" style:family="text"><style:text-properties style:font-name="Symbol1"/></style:style><style:style style:name="In" style:family="paragraph"><style:paragraph-properties fo:margin-left="2.5cm"/></style:style><text:list-style style:name="Deep"><text:list-level-style-bullet text:level="1"><style:list-level-properties><style:list-level-label-alignment fo:margin-left="2.5cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style><text:list-style style:name="Annex"><text:list-level-style-number text:level="1" style:num-format="A" loext:num-list-format="Annex %1%:"><style:list-level-properties><style:list-level-label-alignment fo:margin-left="0.5in"/></style:list-level-properties></text:list-level-style-number></text:list-style><text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style></office:automatic-styles><office:body><office:text>`+body+`</office:text></office:body></office:document-content>`)
}

// Each structure that an OpenDocument text has, and what is made of it.
func TestOdtStructures(t *testing.T) {
	first := "<text:p>" + lead + "</text:p>"
	for _, c := range []struct{ name, body, want string }{
		{"title and levels", `<text:p text:style-name="Title">A title</text:p><text:h text:outline-level="1">One</text:h><text:h text:outline-level="2">Two</text:h>`, "# A title\n\n## One\n\n### Two\n"},
		{"a list that goes on", first + `<text:list text:style-name="L"><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item></text:list><text:p>Between.</text:p><text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>c</text:p><text:p>more</text:p></text:list-item></text:list>`, "1. a\n   - (a) b\n\nBetween.\n\n2. c\n\n   more\n"},
		{"a table", first + `<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Both</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>x</text:p><text:p>y</text:p></table:table-cell><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row></table:table>`, "| Both |  |\n|---|---|\n| x<br>y | 1 |\n"},
		{"a note", `<text:p>` + lead + `<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>The note</text:p></text:note-body></text:note></text:p>`, "[^1]\n\n[^1]: The note\n"},
		{"a comment", `<text:p>` + lead + `<office:annotation><dc:creator>Ann Lee</dc:creator><text:p>Is it?</text:p></office:annotation></text:p>`, "[^c1]: **Comment by Ann Lee:** Is it?\n"},
		{"a link, a look, spaces", first + `<text:p>a<text:s text:c="3"/><text:span text:style-name="B">bold</text:span> <text:a xlink:href="https://example.org/">there</text:a><text:line-break/>b</text:p>`, "a **bold** [there](https://example.org/)\\\nb\n"},
		{"a deleted paragraph", `<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>` + first, "# "},
		{"a link out of the archive", first + `<text:p><text:a xlink:href="../b/c.odt">there</text:a></text:p>`, "[there](b/c.odt)\n"},
		{"a note and a table in a list", first + `<text:list text:style-name="Annex"><text:list-item><text:p>one<text:note text:note-class="footnote"><text:note-body><text:p text:style-name="In">deep</text:p></text:note-body></text:note></text:p><text:p>more</text:p></text:list-item></text:list>`, "- Annex A: one[^1]\n\n  more\n\n[^1]: deep\n"},
		{"a comment on some words", first + `<text:p>Not <office:annotation office:name="n"><text:p>Really?</text:p></office:annotation>these words<office:annotation-end office:name="n"/> here</text:p>`, "Not these words[^c1] here\n"},
		{"what is hidden, and what is not written yet", first + `<text:p>a<text:span text:style-name="H">gone</text:span>b <loext:content-control loext:showing-place-holder="true">gone</loext:content-control><loext:content-control loext:checkbox="true">☒</loext:content-control></text:p>`, "\n\nab ☒\n"},
		{"letters of a font of pictures", first + `<text:p>a<text:span text:style-name="S">a` + "\uf0b7" + `</text:span></text:p>`, "\n\naα•\n"},
		{"a number with words, a list set in, what goes on", first + `<text:list text:style-name="Annex"><text:list-item><text:p>one</text:p></text:list-item></text:list><text:list text:style-name="Deep"><text:list-item><text:p>two</text:p></text:list-item></text:list><text:p text:style-name="In">three</text:p><text:p>four</text:p>`, "- Annex A: one\n  - two\n\n    three\n\nfour\n"},
		{"a list and a table in a shape", first + `<text:p>by<draw:custom-shape><text:p>boxed</text:p><text:list text:style-name="L"><text:list-item><text:p>a</text:p></text:list-item></text:list><loext:table><loext:table-row><loext:table-cell><text:p>x</text:p></loext:table-cell><loext:table-cell><text:p>y</text:p></loext:table-cell></loext:table-row></loext:table></draw:custom-shape></text:p>`, "by\n\nboxed\n\n1. a\n\n| x | y |\n|---|---|\n"},
		{"a cell that reaches over columns where none begins", first + `<table:table><table:table-row><table:table-cell table:number-columns-spanned="3"><text:p>a</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell table:number-columns-spanned="3"><text:p>c</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>d</text:p></table:table-cell></table:table-row></table:table>`, "| a | b |\n|---|---|\n| c | d |\n"},
		{"equations", first + `<text:p>so <draw:frame><draw:object xlink:href="./Object 1"/></draw:frame> and <draw:frame><draw:object xlink:href="./Object 2"/><svg:desc>formula</svg:desc></draw:frame></text:p>`, "\n\nso a/b and E = m c^2\n"},
		{"a box and a picture", first + `<text:p>by<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame><draw:frame><svg:desc>A map</svg:desc></draw:frame></text:p>`, "by![A map]()\n\nboxed\n"},
	} {
		src, err := readAll(odtFile(c.body), readOdt)
		if err != nil || !strings.Contains(string(src.Markdown), c.want) || strings.Contains(string(src.Markdown), "gone") {
			t.Errorf("%s: %v, got\n%s\nwant\n%s", c.name, err, src.Markdown, c.want)
		}
		if src.Meta.Marking != "SECRET" || len(src.Meta.Furniture) > 0 {
			t.Errorf("%s: marking %q, furniture %q", c.name, src.Meta.Marking, src.Meta.Furniture)
		}
		sound(t, src)
	}
	locked := zipOf("mimetype", "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml", `<manifest><file-entry><encryption-data/></file-entry></manifest>`, "content.xml", "\x01")
	if _, err := readAll(locked, readOdt); err == nil || !strings.Contains(err.Error(), "password") {
		t.Errorf("locked: %v", err)
	}
}

func FuzzOdt(f *testing.F) {
	f.Add(`<text:list text:style-name="L"><text:list-item><text:p>a</text:p></text:list-item></text:list>`)
	f.Add(`<table:table><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>`)
	f.Fuzz(func(t *testing.T, body string) {
		if len(body) > 1<<14 {
			return
		}
		if src, err := readAll(odtFile(body), readOdt); err == nil {
			sound(t, src)
		}
	})
}
