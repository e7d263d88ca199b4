package format

import (
	"bytes"
	"errors"
	"strings"
)

// ODT, of LibreOffice and its kin, is a zip of XML parts too. What stands in a
// paragraph is in odtparagraph.go, styles and numbers are in odtstyle.go.
type odt struct {
	count   int // paragraphs
	parts   *parts
	x       *xmlReader
	w       *blockWriter
	out     *Out
	styles  map[string]*odtStyle
	lists   map[string]*odtList
	outline *odtList
	counts  map[string]*[10]int // of a list style
	items   itemStack
	boxes   []block
	font    string            // of the text that is read, where it has pictures for letters
	remarks map[string]string // the labels of comments by their names
	notes   []odtNote
	marks   map[string]int // how many notes of a kind there are
	tracked tracked
	header  bool
}

type odtNote struct {
	label  string
	blocks []block
}

func isOdt(raw []byte) bool {
	if !bytes.HasPrefix(raw, []byte("PK\x03\x04")) {
		return false
	}
	if bytes.Contains(raw[:min(len(raw), 200)], []byte("mimetypeapplication/vnd.oasis.opendocument.text")) {
		return true
	}
	p, err := openParts(raw)
	return err == nil && strings.HasPrefix(string(p.all("mimetype")), "application/vnd.oasis.opendocument.text")
}

func readOdt(o *Out, raw []byte, name string, opt Options) (Reader, error) {
	if !bytes.HasPrefix(raw, []byte("PK\x03\x04")) {
		return nil, errors.New("it is no OpenDocument text (ODT), whatever it is called; open it without --as")
	}
	p, err := openParts(raw)
	if err != nil {
		return nil, err
	}
	m := newXML(p.open("META-INF/manifest.xml"))
	for m.next() {
		if m.kind == xmlStart && m.local == "encryption-data" {
			return nil, errPassword
		}
	}
	if !p.has("content.xml") {
		if p.damaged {
			return nil, errCutOff
		}
		return nil, errors.New("it is a zip archive without the text of an OpenDocument file")
	}
	d := &odt{parts: p, out: o, styles: map[string]*odtStyle{}, lists: map[string]*odtList{}, counts: map[string]*[10]int{}, marks: map[string]int{}, remarks: map[string]string{}}
	d.w = &blockWriter{out: o, name: name, opt: opt}
	d.properties()
	d.x = newXML(p.open("styles.xml"))
	d.readStyles()
	d.x = newXML(p.open("content.xml"))
	return d, nil
}

func (d *odt) properties() {
	x := newXML(d.parts.open("meta.xml"))
	for x.next() {
		if x.kind == xmlStart && x.depth == 3 {
			name := x.local
			if name == "initial-creator" {
				name = "creator"
			} else if name == "creator" {
				name = ""
			} else if name == "date" {
				name = "modified"
			}
			d.w.property(name, line1(x.words()))
		}
	}
}

// Progress counts bytes of the part that holds the text.
func (d *odt) Progress() (read, size int64) { return d.x.at(), d.parts.size("content.xml") }

// Step reads the next block of the body.
func (d *odt) Step() (bool, error) {
	x := d.x
	for x.next() {
		if x.kind != xmlStart {
			continue
		}
		if d.block(d.w.add) {
			return false, nil
		}
		switch x.name {
		case "style:style", "text:list-style", "text:outline-style":
			d.style()
		case "office:document-content", "office:automatic-styles", "office:body", "office:text":
		default:
			if !d.passes() {
				x.skip()
			}
		}
	}
	return true, d.end()
}

// passes reports whether an element only holds blocks.
func (d *odt) passes() bool {
	switch d.x.name {
	case "text:section", "text:index-body", "text:table-of-content", "text:index-title", "text:alphabetical-index", "text:illustration-index", "text:table-index", "text:bibliography", "text:user-index", "text:object-index", "text:numbered-paragraph":
		return true
	}
	return false
}

// block reads the block that has begun, if it is one.
func (d *odt) block(give func(block)) bool {
	x := d.x
	switch x.name {
	case "text:p", "text:h":
		d.paragraph(give, nil)
	case "text:list":
		d.list(give, 0, "", nil)
	case "table:table", "loext:table":
		if t := d.table(); len(t.rows) > 0 {
			give(block{table: t})
		}
	case "text:tracked-changes":
		x.children(func() {
			if x.name == "text:changed-region" {
				x.children(func() {
					switch x.name {
					case "text:insertion":
						d.tracked.in++
					case "text:deletion":
						d.tracked.out++
					}
				})
			}
		})
	case "draw:frame", "draw:custom-shape", "draw:g", "draw:rect":
		p := &paragraph{}
		d.frame(p)
		boxes := d.boxes
		d.boxes = nil
		if !p.empty() {
			give(block{paragraph: p})
		}
		for _, b := range boxes {
			give(b)
		}
	default:
		return false
	}
	return true
}

// apart reads what stands in a cell, a box or a note: a list goes on neither into
// it nor out of it.
func (d *odt) apart(give func(block)) {
	items := d.items
	d.items = nil
	d.blocks(give)
	d.items = items
}

// blocks reads what stands in the element that has begun.
func (d *odt) blocks(give func(block)) {
	d.x.children(func() {
		if d.x.kind == xmlStart && !d.block(give) && d.passes() {
			d.blocks(give)
		}
	})
}

func (d *odt) end() error {
	var large tooLarge
	if errors.As(d.x.err, &large) && !d.w.begun {
		return large
	}
	lost := d.x.failed()
	if lost == "" && d.parts.damaged {
		lost = "it is cut off"
	}
	if len(d.w.held) == 0 && !d.w.begun && len(d.notes) == 0 {
		if lost != "" {
			return errCutOff
		}
		return errors.New("there are no words in it")
	}
	d.w.end()
	for i := 0; i < len(d.notes); i++ {
		d.w.note(d.notes[i].label, d.notes[i].blocks)
	}
	if lost != "" {
		d.out.Meta.Warnings = append(d.out.Meta.Warnings, "the file is read as far as it goes: "+lost)
	}
	d.w.changed(d.tracked)
	return nil
}

// table reads the table that has begun.
func (d *odt) table() *grid {
	t := &grid{}
	d.tableRows(t)
	return t
}

func (d *odt) tableRows(t *grid) {
	x := d.x
	x.children(func() {
		switch x.local {
		case "table-header-rows", "table-row-group", "table-rows":
			d.tableRows(t)
		case "table-row":
			var r []cell
			over := 0 // how many columns the last cell still reaches over
			x.children(func() {
				if x.local != "table-cell" && x.local != "covered-table-cell" {
					return
				}
				times := max(1, number(x.attr("table:number-columns-repeated"), mostSpan))
				covered := x.local == "covered-table-cell" && over > 0
				c := cell{covered: covered}
				if covered {
					over -= times
				} else {
					over = number(x.attr("table:number-columns-spanned"), mostSpan) - 1
				}
				if x.local == "table-cell" {
					d.apart(func(b block) { c.blocks = append(c.blocks, b) })
				}
				r = append(r, c)
				for range times - 1 {
					r = append(r, cell{covered: covered})
				}
			})
			if len(r) > 0 {
				t.rows = append(t.rows, r)
			}
		}
	})
}
