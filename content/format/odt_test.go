package format

import (
	"strings"
	"testing"
)

// odtFile makes an OpenDocument text with a body.
func odtFile(body string) []byte {
	const spaces = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"`
	return zipOf("mimetype", "application/vnd.oasis.opendocument.text",
		"styles.xml", `<office:document-styles`+spaces+`><office:styles><style:style style:name="Title" style:family="paragraph"/></office:styles><office:master-styles><style:master-page><style:header><text:p>SECRET</text:p><text:p>Page <text:page-number>3</text:page-number></text:p></style:header></style:master-page></office:master-styles></office:document-styles>`,
		"content.xml", `<office:document-content`+spaces+`><office:automatic-styles><style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style></office:automatic-styles><office:body><office:text>`+body+`</office:text></office:body></office:document-content>`)
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
