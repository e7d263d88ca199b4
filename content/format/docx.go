package format

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"readout/briefing"
)

// DOCX is a zip of XML parts. The main part is read as a stream, a paragraph or
// a table at a time; styles, numbering and notes are small and kept.
//
//	ooxml.go         the container, its limits; ooxmltoken.go its XML
//	docxstyle.go     what styles say; docxnumber.go numbers as printed
//	docxparagraph.go paragraphs and runs; docxfield.go, docxdrawing.go, docxmath.go
//	                 what stands in them
//	docxtable.go     tables; docxnote.go notes, comments, headers
//	ooxmlblock.go    what is read: paragraphs and tables of spans; ooxmllist.go how
//	                 deep items stand
//	ooxmlwrite.go    writes it, with ooxmltable.go, ooxmlspan.go and ooxmltidy.go;
//	                 ooxmlhead.go finds its title and what it says of itself
type docx struct {
	parts    *parts
	main     string
	rels     map[string]relation // of the part that is read
	x        *xmlReader          // likewise
	w        *blockWriter
	out      *Out
	styles   map[string]*docxStyle
	resolved map[string]resolved
	nums     *numbering

	fields  []docxField
	font    string     // of the run that is open, where it has pictures for letters
	seen    int        // grows with what is read, to see whether anything was
	boxes   []block    // the text boxes of the paragraph that is open
	merged  *paragraph // one whose end was deleted: the next goes on with it
	items   itemStack
	notes   []docxNote
	header  bool // a header or footer is read: no page numbers
	count   int  // paragraphs of the main part
	inner   int  // how many other parts are open
	tracked tracked
	lost    string // why the main part ended too soon
}

// isDocx tells by the types of the parts, whatever they are called.
func isDocx(raw []byte) bool {
	if !bytes.HasPrefix(raw, []byte("PK\x03\x04")) {
		return false
	}
	p, err := openParts(raw)
	if err != nil {
		return bytes.Contains(raw, []byte("word/document.xml"))
	}
	return p.has("word/document.xml") || wordPart(p) != ""
}

// wordPart finds the main part by its type.
func wordPart(p *parts) string {
	x := newXML(p.open("[Content_Types].xml"))
	for x.next() {
		if kind := x.attr("ContentType"); x.kind == xmlStart && strings.HasSuffix(kind, ".main+xml") && (strings.Contains(kind, "wordprocessingml") || strings.Contains(kind, "ms-word")) {
			return strings.TrimPrefix(x.attr("PartName"), "/")
		}
	}
	return ""
}

func readDocx(o *Out, raw []byte, name string, opt Options) (Reader, error) {
	if bytes.HasPrefix(raw, []byte(compoundMagic)) {
		return nil, errors.New("it is " + compoundKind(raw))
	}
	if !bytes.HasPrefix(raw, []byte("PK\x03\x04")) {
		return nil, errors.New("it is no Word document (DOCX), whatever it is called; open it without --as")
	}
	p, err := openParts(raw)
	if err != nil {
		return nil, err
	}
	d := &docx{parts: p, out: o, resolved: map[string]resolved{}}
	for _, r := range p.relations("") {
		switch r.kind {
		case "officeDocument":
			d.main = r.to
		}
	}
	if !p.has(d.main) {
		d.main = wordPart(p)
	}
	if !p.has(d.main) {
		d.main = "word/document.xml"
	}
	if !p.has(d.main) {
		if p.damaged {
			return nil, errCutOff
		}
		return nil, errors.New("it is a zip archive without the text of a Word document")
	}
	d.w = &blockWriter{out: o, name: name, opt: opt}
	d.properties()
	d.rels = p.relations(d.main)
	d.styles = readStyles(d.part("styles"))
	d.nums = readNumbering(d.part("numbering"))
	d.margins()
	d.x = newXML(p.open(d.main))
	return d, nil
}

// part opens the part that has a role for the main part.
func (d *docx) part(role string) *xmlReader {
	for _, r := range d.rels {
		if r.kind == role && !r.outside {
			return newXML(d.parts.open(r.to))
		}
	}
	return newXML(bytes.NewReader(nil))
}

// within reads another part, with its own relations.
func (d *docx) within(part string, read func()) {
	x, rels, fields := d.x, d.rels, d.fields
	d.x, d.rels, d.fields = newXML(d.parts.open(part)), d.parts.relations(part), nil
	d.inner++
	read()
	d.inner--
	d.x, d.rels, d.fields = x, rels, fields
}

// Progress counts bytes of the main part.
func (d *docx) Progress() (read, size int64) { return d.x.at(), d.parts.size(d.main) }

// Step reads the next paragraph or table of the body.
func (d *docx) Step() (bool, error) {
	x := d.x
	for x.next() {
		if x.kind != xmlStart {
			continue
		}
		switch x.name {
		case "w:p":
			d.paragraph(d.w.add)
			return false, nil
		case "w:tbl":
			if t := d.table(); len(t.rows) > 0 {
				d.items.end()
				d.w.add(block{table: t})
			}
			return false, nil
		case "w:sectPr", "w:sdtPr", "w:sdtEndPr":
			x.skip()
		default:
			if !d.passes() {
				x.skip()
			}
		}
	}
	return true, d.end()
}

// passes reports whether what stands in the element that has begun is read as if
// it stood here. It counts tracked changes.
func (d *docx) passes() bool {
	switch d.x.name {
	case "w:document", "w:body", "w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:dir", "w:bdo", "mc:AlternateContent", "mc:Choice", "w:subDoc":
		return true
	case "w:ins":
		d.tracked.in++
		return true
	case "w:moveTo":
		d.tracked.moved++
		return true
	case "w:del":
		d.tracked.out++
	}
	return false
}

func (d *docx) end() error {
	d.lost = d.x.failed()
	var large tooLarge
	if errors.As(d.x.err, &large) && !d.w.begun {
		return large
	}
	if d.merged != nil {
		d.w.add(block{paragraph: d.merged})
	}
	if len(d.w.held) == 0 && !d.w.begun {
		switch {
		case d.lost != "" || d.parts.damaged:
			return errCutOff
		case len(d.notes) == 0:
			return errors.New("there are no words in it")
		}
	}
	d.w.end()
	d.writeNotes()
	m := &d.out.Meta
	if d.lost != "" || d.parts.damaged {
		if d.lost == "" {
			d.lost = "it is cut off"
		}
		m.Warnings = append(m.Warnings, "the file is read as far as it goes: "+d.lost)
	}
	d.w.changed(d.tracked)
	return nil
}

// tracked counts changes that somebody has still to accept.
type tracked struct{ in, out, moved int }

// changed says in the card that the document has them.
func (w *blockWriter) changed(t tracked) {
	var s []string
	for _, c := range []string{counts(t.in, "insertion", "insertions"), counts(t.out, "deletion", "deletions"), counts(t.moved, "move", "moves")} {
		if c != "" {
			s = append(s, c)
		}
	}
	if len(s) > 0 {
		w.out.more("Tracked changes", strings.Join(s, ", ")+", shown as if accepted")
	}
}

// counts says how many there are, "" for none.
func counts(n int, one, more string) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, more)
}

// properties takes what the file says about itself. When it was made or changed
// is no date of the text: templates are years old.
func (d *docx) properties() {
	part := "docProps/core.xml"
	for _, r := range d.parts.relations("") {
		if r.kind == "core-properties" {
			part = r.to
		}
	}
	x := newXML(d.parts.open(part))
	for x.next() {
		if x.kind == xmlStart && x.depth == 2 {
			d.w.property(x.local, line1(x.words()))
		}
	}
}

// property takes one of the properties that Word and OpenDocument have.
func (w *blockWriter) property(name, value string) {
	if value == "" || len(value) > 2000 {
		return
	}
	o := w.out
	switch strings.ToLower(name) {
	case "title":
		if !isJunkTitle(value) {
			w.title = value
		}
	case "creator":
		o.more("Author", value)
	case "subject":
		o.more("Topic", value)
	case "keywords", "keyword":
		for _, k := range strings.FieldsFunc(value, func(r rune) bool { return r == ',' || r == ';' }) {
			if k = strings.TrimSpace(k); k != "" && len(o.Meta.Tags) < 50 {
				o.Meta.Tags = append(o.Meta.Tags, k)
			}
		}
	case "description":
		o.more("Comments", value)
	case "category":
		o.more("Category", value)
	case "created", "creation-date":
		o.more("Created", day(value))
	case "modified":
		o.more("Modified", day(value))
	}
}

// day is the day of a time stamp.
func day(s string) string {
	if len(s) > 10 && s[10] == 'T' {
		if _, ok := briefing.ParseDate(s[:10]); ok {
			return s[:10]
		}
	}
	return s
}

// isJunkTitle reports whether a title in the properties is what a program left
// there: “Microsoft Word - x.doc”, “Document1”, “Untitled”.
func isJunkTitle(s string) bool {
	l := strings.ToLower(s)
	for _, p := range []string{"microsoft word", "untitled", "document", "template", "title", "word document", "normal", "blank", "no slide title", "unknown", "unknown title", "[no title]"} {
		if strings.TrimRight(strings.TrimPrefix(l, p), "0123456789 ") == "" {
			return true
		}
	}
	return strings.HasPrefix(l, "microsoft word -") || strings.HasSuffix(l, ".doc") || strings.HasSuffix(l, ".docx") || strings.HasSuffix(l, ".dot") || strings.HasSuffix(l, ".odt") || strings.HasSuffix(l, ".rtf") || strings.HasPrefix(l, "[")
}
