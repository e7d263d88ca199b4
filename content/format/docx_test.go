package format

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"readout/briefing"
)

// zipOf makes a container of names and texts by turns.
func zipOf(parts ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, _ := z.Create(parts[i])
		w.Write([]byte(parts[i+1]))
	}
	z.Close()
	return b.Bytes()
}

const (
	wordSpace  = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	wordStyles = `<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="Überschrift zwei"/><w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="berschrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Louder"><w:name w:val="Louder"/><w:rPr><w:b/><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Loud"><w:name w:val="Loud"/><w:basedOn w:val="Louder"/><w:rPr><w:i w:val="0"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>`
	wordNumbers = `<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%3"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`
	wordNotes = `<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>The note, which names itself</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:p><w:r><w:t>Its second paragraph</w:t></w:r></w:p></w:footnote>`
	wordSay   = `<w:comment w:id="7" w:author="Ann Lee"><w:p><w:r><w:t>Is it?</w:t></w:r></w:p></w:comment>`
	wordHead  = `<w:p><w:r><w:t>SECRET</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">Page </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple></w:p><w:p><w:r><w:t>Office of the Deputy</w:t></w:r></w:p>`
)

// wordFile makes a Word document with a body.
func wordFile(body string) []byte {
	part := func(root, s string) string {
		return `<?xml version="1.0"?><w:` + root + ` xmlns:w="` + wordSpace + `" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram">` + s + `</w:` + root + `>`
	}
	const rel = `<Relationship Id="%s" Type="http://x/relationships/%s" Target="%s" %s/>`
	return zipOf(
		"_rels/.rels", `<Relationships>`+fmt.Sprintf(rel, "a", "officeDocument", "word/main.xml", "")+fmt.Sprintf(rel, "b", "core-properties", "docProps/core.xml", "")+`</Relationships>`,
		"[Content_Types].xml", `<Types><Override PartName="/word/main.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"docProps/core.xml", `<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Document1</dc:title><dc:creator>Ann Lee</dc:creator><dcterms:created>2009-01-02T03:04:05Z</dcterms:created></cp:coreProperties>`,
		"word/_rels/main.xml.rels", `<Relationships>`+fmt.Sprintf(rel, "s", "styles", "styles.xml", "")+fmt.Sprintf(rel, "n", "numbering", "numbering.xml", "")+fmt.Sprintf(rel, "f", "footnotes", "/word/footnotes.xml", "")+fmt.Sprintf(rel, "e", "endnotes", "endnotes.xml", "")+fmt.Sprintf(rel, "c", "comments", "comments.xml", "")+fmt.Sprintf(rel, "h", "header", "header1.xml", "")+fmt.Sprintf(rel, "D", "diagramData", "diagrams/data1.xml", "")+fmt.Sprintf(rel, "L", "hyperlink", "https://example.org/a_(b)", `TargetMode="External"`)+`</Relationships>`,
		"word/diagrams/data1.xml", part("x", `<dgm:pt><dgm:t><a:p><a:r><a:t>Plan</a:t></a:r><a:r><a:t> first</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt type="sibTrans"><dgm:t><a:p/></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p><a:r><a:t>Then act</a:t></a:r></a:p></dgm:t></dgm:pt>`),
		"word/styles.xml", part("styles", wordStyles),
		"word/numbering.xml", part("numbering", wordNumbers),
		"word/footnotes.xml", part("footnotes", wordNotes),
		"word/comments.xml", part("comments", wordSay),
		"word/endnotes.xml", part("endnotes", `<w:endnote w:id="3">`+para("At the end")+`</w:endnote>`),
		"word/header1.xml", part("hdr", wordHead),
		"word/main.xml", part("document", "<w:body>"+body+"</w:body>"))
}

// readAll reads a file that is taken whole.
func readAll(raw []byte, read func(*Out, []byte, string, Options) (Reader, error)) (briefing.Source, error) {
	o := NewOut(0)
	r, err := read(o, raw, "x.docx", Options{})
	for done := false; err == nil && !done; {
		done, err = r.Step()
	}
	return o.Source(), err
}

func para(text string) string { return styled("", text) }

func styled(style, text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

func listed(num, level, text string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + num + `"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

func tabled(rows ...string) string {
	s := "<w:tbl>"
	for _, r := range rows {
		s += "<w:tr>"
		for c := range strings.SplitSeq(r, "|") {
			s += "<w:tc>" + para(c) + "</w:tc>"
		}
		s += "</w:tr>"
	}
	return s + "</w:tbl>"
}

const lead = "This is the first paragraph of the text, which is long enough to be no title of anything, since it goes on and on for more than thirty words, as first paragraphs of briefings do, one after the other."

// Each structure that a Word document has, and what is made of it.
func TestDocxStructures(t *testing.T) {
	run := func(props, text string) string {
		return `<w:r><w:rPr>` + props + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
	}
	fld := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	for _, c := range []struct{ name, body, want string }{
		{"title and levels", styled("T", "A title") + styled("H1", "One") + styled("berschrift2", "Two") + styled("Own", "Based on it"), "# A title\n\n## One\n\n### Two\n\n### Based on it\n"},
		{"a level of its own", styled("H1", "Top") + para(lead) + `<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>Below</w:t></w:r></w:p>`, "# Top\n\n" + lead + "\n\n## Below\n"},
		{"numbers as printed", para(lead) + listed("1", "0", "a") + listed("1", "1", "b") + listed("1", "1", "c") + listed("1", "2", "d") + listed("1", "0", "e"), "1. a\n   - (a) b\n   - (b) c\n     - 1.I d\n2. e\n"},
		{"a list that starts again", para(lead) + listed("1", "0", "a") + listed("1", "0", "b") + para("Between.") + listed("3", "0", "c") + para("And.") + listed("3", "0", "d"), "1. a\n2. b\n\nBetween.\n\n1. c\n\nAnd.\n\n2. d\n"},
		{"bullets", para(lead) + listed("2", "0", "a*b* 1. c") + listed("2", "0", "# no heading"), "- a\\*b\\* 1. c\n- \\# no heading\n"},
		{"a table with merged cells", para(lead) + `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>` + para("Both") + `</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>` + para("x|y") + para("second") + `</w:tc><w:tc>` + para("1") + `</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>` + para("hidden") + `</w:tc><w:tc>` + para("2") + `</w:tc></w:tr></w:tbl>`, "| Both |  |\n|---|---|\n| x\\|y<br>second | 1 |\n|  | 2 |\n"},
		{"a nested table", para(lead) + `<w:tbl><w:tr><w:tc>` + para("left") + tabled("a|b", "c|d") + `</w:tc><w:tc>` + para("right") + `</w:tc></w:tr></w:tbl>`, "| left | right |\n|---|---|\n\n| a | b |\n|---|---|\n| c | d |\n"},
		{"a table for the layout", para(lead) + tabled("alone"), "\n\nalone\n"},
		{"a note that names itself", `<w:p><w:r><w:t>` + lead + `</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`, "[^1]\n\n[^1]: The note, which names itself[^1]\n\n    Its second paragraph\n"},
		{"a comment", `<w:p><w:r><w:t>` + lead + `</w:t></w:r><w:r><w:commentReference w:id="7"/></w:r></w:p>`, "[^c1]\n\n[^c1]: **Comment by Ann Lee:** Is it?\n"},
		{"links", para(lead) + `<w:p><w:hyperlink r:id="L"><w:r><w:t>by relation</w:t></w:r></w:hyperlink>` + run("", " and ") + fld("begin") + `<w:r><w:instrText> HYPERLINK "https://example.org/f" </w:instrText></w:r>` + fld("separate") + run("", "by field") + fld("end") + `</w:p>`, "[by relation](https://example.org/a_%28b%29) and [by field](https://example.org/f)\n"},
		{"another field", para(lead) + `<w:p>` + run("", "On ") + fld("begin") + `<w:r><w:instrText> DATE </w:instrText></w:r>` + fld("separate") + run("", "8 May") + fld("end") + `</w:p>`, "On 8 May\n"},
		{"a text box, once", `<w:p>` + run("", lead) + `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>` + para("boxed") + `</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>` + para("boxed") + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`, lead + "\n\nboxed\n"},
		{"tracked changes", para(lead) + `<w:p><w:ins>` + run("", "in ") + `</w:ins><w:del><w:r><w:delText>out </w:delText></w:r></w:del><w:moveFrom>` + run("", "from ") + `</w:moveFrom><w:moveTo>` + run("", "to") + `</w:moveTo></w:p>`, "\n\nin to\n"},
		{"a deleted end of a paragraph", para(lead) + `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>` + run("", "one ") + `</w:p>` + para("two"), "\n\none two\n"},
		{"looks", para(lead) + `<w:p>` + run("<w:b/>", "bold ") + run(`<w:rStyle w:val="Strong"/><w:i/>`, "both") + run(`<w:b w:val="0"/>`, " none ") + run("<w:i/>", "(it)") + run("", "x 10") + run(`<w:vertAlign w:val="superscript"/>`, "6") + `</w:p>`, "**bold *both*** none (it)x 10⁶\n"},
		{"breaks", para(lead) + `<w:p>` + run("", "one") + `<w:r><w:br/></w:r>` + run("", "- two") + `</w:p>`, "one\\\n\\- two\n"},
		{"hidden text", para(lead) + `<w:p>` + run("<w:vanish/>", "hidden") + run("", "seen") + `</w:p>`, "\n\nseen\n"},
		{"a control that asks", para(lead) + `<w:p>` + run("", "a") + `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>` + run("", "Click here") + `</w:sdtContent></w:sdt><w:sdt><w:sdtContent>` + run("", "b") + `</w:sdtContent></w:sdt></w:p>`, "\n\nab\n"},
		{"an item with a box", para(lead) + listed("2", "0", "☐ open") + listed("2", "0", "☒ done"), "- [ ] open\n- [x] done\n"},
		{"an equation", para(lead) + `<w:p><m:oMath><m:r><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p>`, "x=(a+b)/2\n"},
		{"ruby", para(lead) + `<w:p><w:r><w:ruby><w:rt><w:r><w:t>とう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>東</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>`, "東(とう)\n"},
		{"a picture", para(lead) + `<w:p><w:r><w:drawing><wp:docPr id="1" descr="A map"/></w:drawing></w:r></w:p>`, "![A map]()\n"},
		{"what goes on with an item", para(lead) + listed("1", "0", "a") + `<w:p><w:pPr><w:ind w:left="720"/></w:pPr><w:r><w:t>more of it</w:t></w:r></w:p>` + listed("1", "0", "b"), "1. a\n\n   more of it\n2. b\n"},
		{"rows of a head", para(lead) + `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>` + para("Year") + `</w:tc><w:tc>` + para("Cost") + `</w:tc></w:tr><w:tr><w:tc>` + para("2020") + `</w:tc><w:tc>` + para("5") + `</w:tc></w:tr></w:tbl>`, "| Year | Cost |\n|---|---|\n| 2020 | 5 |\n"},
		{"an endnote", `<w:p>` + run("", lead) + `<w:r><w:endnoteReference w:id="3"/></w:r></w:p>`, "[^i]\n\n[^i]: At the end\n"},
		{"a simple field", para(lead) + `<w:p>` + run("", "Reference ") + `<w:fldSimple w:instr=" DOCPROPERTY x "><w:r><w:t>AB 12</w:t></w:r></w:fldSimple></w:p>`, "Reference AB 12\n"},
		{"looks of a style", para(lead) + styled("Loud", "Loud") + `<w:p><w:pPr><w:pStyle w:val="Loud"/></w:pPr>` + run("", "both ") + run(`<w:b w:val="0"/>`, "not so") + `</w:p>`, "**Loud**\n\n**both** not so\n"},
		{"a first letter over several lines", para(lead) + `<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>` + run("", "O") + `</w:p>` + para("nce upon a time."), "\n\nOnce upon a time.\n"},
		{"a picture that is described twice, and one by its parts", para(lead) + `<w:p><w:r><w:drawing><wp:docPr descr="A map"/><pic:cNvPr descr="A map"/></w:drawing></w:r><w:r><w:drawing><wp:docPr id="1"/><pic:cNvPr descr="One"/><pic:cNvPr descr="Two"/></w:drawing></w:r><w:r><w:drawing><wp:docPr title="A chart"/></w:drawing></w:r></w:p>`, "![A map]()![One]()![Two]()![A chart]()\n"},
		{"a diagram", para(lead) + `<w:p>` + run("", "See:") + `<w:r><w:drawing><dgm:relIds r:dm="D"/></w:drawing></w:r></w:p>`, "See:\n\nPlan first\n\nThen act\n"},
		{"letters drawn", para(lead) + `<w:p><w:r><w:pict><v:shape><v:textpath string="WELCOME"/></v:shape></w:pict></w:r></w:p>`, "\n\nWELCOME\n"},
		{"a reading above, in the old way, and a fraction", para(lead) + `<w:p>` + fld("begin") + `<w:r><w:instrText xml:space="preserve"> EQ \* jc2 \* "Font:MS Mincho" \o\ad(\s\up 9(とう),東)</w:instrText></w:r>` + fld("end") + run("", "京 ") + fld("begin") + `<w:r><w:instrText>eq \f(a+1;2) = \r(3,x)</w:instrText></w:r>` + fld("end") + `</w:p>`, "東(とう)京 (a+1)/2 = √\\[3]x\n"},
		{"a break in a cell", para(lead) + `<w:tbl><w:tr><w:tc><w:p>` + run("", "one") + `<w:r><w:br/><w:t>two</w:t></w:r></w:p></w:tc><w:tc>` + para("b") + `</w:tc></w:tr></w:tbl>`, "| one<br>two | b |\n"},
		{"a page break", para(lead) + `<w:p>` + run("", "one") + `<w:r><w:br w:type="page"/></w:r>` + run("", "two") + `</w:p>`, "one\\\ntwo\n"},
		{"a box that is ticked", para(lead) + `<w:p><w:sdt><w:sdtPr><w14:checkbox xmlns:w14="x"><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>` + run("", "☒") + `</w:sdtContent></w:sdt>` + run("", " agreed") + `</w:p>`, "☒ agreed\n"},
		{"a section in bold", para(lead) + `<w:p>` + run("<w:b/>", "Background") + `</w:p>` + para("Text."), "## Background\n\nText.\n"},
	} {
		src, err := readAll(wordFile(c.body), readDocx)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		} else if !strings.Contains(string(src.Markdown), c.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, src.Markdown, c.want)
		}
		sound(t, src)
	}
}

// A memo in a table is a memo, and what a file says of its making is no date.
func TestDocxMeta(t *testing.T) {
	body := tabled("TO:|The Secretary", "FROM:|Bureau of Cases", "DATE:|8 May 2024", "SUBJECT:|Grain talks") + para(lead) + `<w:p><w:ins><w:r><w:t>x</w:t></w:r></w:ins></w:p>`
	src, err := readAll(wordFile(body), readDocx)
	m := src.Meta
	if err != nil || m.Title != "Grain talks" || m.To != "The Secretary" || m.From != "Bureau of Cases" || m.Date.String() != "2024-05-08" || m.Marking != "SECRET" {
		t.Errorf("%v %+v", err, m)
	}
	if len(m.Furniture) != 1 || m.Furniture[0] != "Office of the Deputy" {
		t.Errorf("furniture %q", m.Furniture)
	}
	if got := fmt.Sprint(m.More); !strings.Contains(got, "1 insertion") || !strings.Contains(got, "Ann Lee") {
		t.Errorf("more %s", got)
	}
	src, _ = readAll(wordFile(para(lead)), readDocx)
	if !src.Meta.Date.IsZero() || !src.Meta.TitleMade {
		t.Errorf("%+v", src.Meta)
	}
}

// Strict files have other namespaces and other prefixes.
func TestDocxStrict(t *testing.T) {
	raw := zipOf("word/document.xml", `<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"><d:body><d:p><d:pPr><d:outlineLvl d:val="0"/></d:pPr><d:r><d:t>Strict</d:t></d:r></d:p></d:body></d:document>`)
	src, err := readAll(raw, readDocx)
	if err != nil || string(src.Markdown) != "# Strict\n\n" {
		t.Errorf("%v %q", err, src.Markdown)
	}
}

// Bounds name themselves, and what is damaged is read as far as it goes.
func TestDocxBounds(t *testing.T) {
	many := make([]string, 0, 2*mostParts+4)
	for i := range mostParts + 1 {
		many = append(many, fmt.Sprint("word/", i), "")
	}
	for _, c := range []struct {
		name string
		raw  []byte
		want string
	}{
		{"parts", zipOf(append(many, "word/document.xml", "x")...), "more than 5000 parts"},
		{"depth", wordFile(strings.Repeat("<w:sdt>", 300)), "more than 256 elements deep"},
		{"a DTD", zipOf("word/document.xml", `<!DOCTYPE x [<!ENTITY a "b">]><w:document xmlns:w="`+wordSpace+`"><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:document>`), "document type declaration"},
		{"a part", zipOf("word/document.xml", strings.Repeat(" ", mostPart+1)), "larger than 64 MB"},
		{"nothing", wordFile(""), "no words"},
		{"Word 97", []byte(compoundMagic + "W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00"), "Word 97"},
		{"a password", []byte(compoundMagic + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"), "password"},
		{"another file", []byte("hello"), "no Word document"},
	} {
		if _, err := readAll(c.raw, readDocx); err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	raw := wordFile(para(lead) + para("The end."))
	src, err := readAll(raw[:len(raw)-300], readDocx)
	if err != nil || !strings.Contains(string(src.Markdown), "The end.") || len(src.Meta.Warnings) != 1 {
		t.Errorf("without its list: %v %q", err, src.Markdown)
	}
	wide := `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="100000"/></w:tcPr>` + para("a") + `</w:tc><w:tc>` + para("b") + `</w:tc></w:tr></w:tbl>`
	if src, err = readAll(wordFile(para(lead)+wide), readDocx); err != nil || len(src.Markdown) > 2000 {
		t.Errorf("a wide cell: %v, %d bytes", err, len(src.Markdown))
	}
}

// Whatever the looks of the pieces of a paragraph, its words come out as they went in.
func FuzzSpans(f *testing.F) {
	f.Add("bold *x* and (y)", []byte{1, 0, 2, 3, 0, 4, 1})
	f.Add("00~0", []byte{16, 16, 16, 20})
	f.Add("0<<<<0@00>0", []byte{16})
	f.Add("0<<<<0@00>", []byte{16, 16, 16, 20, 16, 18, 16})
	f.Add("a b!c[d]e|f <g> &amp; h_i_", []byte{3, 1, 2, 1, 3, 8, 16})
	f.Fuzz(func(t *testing.T, text string, looks []byte) {
		if len(text) > 300 || len(looks) == 0 || strings.ContainsFunc(text, func(r rune) bool { return r >= 0x7F && r != 'é' && r != '“' }) {
			return // the gate composes characters and drops what is not seen
		}
		p := &paragraph{}
		for i, r := range []rune(line1(text)) {
			b := looks[i%len(looks)]
			s := textRun{text: string(r), look: look(b & 7)}
			if b&16 != 0 {
				s.link = "https://example.org"
			}
			p.add(s)
		}
		md := appendSpans(nil, p.spans, " ", true)
		if got, want := words(append(md, '\n')), line1(text); got != want {
			t.Errorf("%q becomes %q, which reads %q", want, md, got)
		}
	})
}

func FuzzDocx(f *testing.F) {
	f.Add(para(lead) + tabled("a|b", "c|d") + listed("1", "0", "x"))
	f.Add(tabled("TO:|x", "DATE:|8 May 2024", "SUBJECT:|y") + `<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`)
	f.Fuzz(func(t *testing.T, body string) {
		if len(body) > 1<<14 {
			return
		}
		if src, err := readAll(wordFile(body), readDocx); err == nil {
			sound(t, src)
		}
	})
}

func BenchmarkDocx(b *testing.B) {
	body := strings.Repeat(para(lead)+`<w:p w:rsidR="00AA1122" w:rsidRDefault="00AA1122"><w:r w:rsidRPr="00AA1122"><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:b/><w:sz w:val="22"/></w:rPr><w:t>Words in a run</w:t></w:r><w:r><w:t xml:space="preserve"> and more of them.</w:t></w:r></w:p>`, 5000)
	raw := wordFile(body)
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		if _, err := readAll(raw, readDocx); err != nil {
			b.Fatal(err)
		}
	}
}
