package format

import (
	"strconv"
	"strings"
)

// docxNote is a note that is referred to: a footnote, an endnote, a comment.
type docxNote struct {
	kind, id, label string
}

const mostNotes = 100_000

// refer gives the label of a note, the same again for one that was named before.
func (d *docx) refer(kind, id string) string {
	kind = strings.TrimSuffix(strings.TrimPrefix(kind, "w:"), "Reference")
	n := 1
	for i := len(d.notes) - 1; i >= 0; i-- {
		if x := d.notes[i]; x.kind == kind {
			if x.id == id {
				return x.label
			}
			n++
		}
	}
	if d.header || len(d.notes) >= mostNotes {
		return ""
	}
	label := strconv.Itoa(n)
	switch kind {
	case "endnote":
		label = roman(n)
	case "comment":
		label = "c" + label
	}
	d.notes = append(d.notes, docxNote{kind, id, label})
	return label
}

// writeNotes writes the notes at the end. A note may refer to another, which
// then follows; each stands once.
func (d *docx) writeNotes() {
	texts := map[string]map[string]docxNoteText{}
	for i := 0; i < len(d.notes); i++ {
		n := d.notes[i]
		if texts[n.kind] == nil {
			texts[n.kind] = d.readNotes(n.kind)
		}
		t := texts[n.kind][n.id]
		if n.kind == "comment" {
			t.blocks = byAuthor(t.author, t.blocks)
		}
		d.w.note(n.label, t.blocks)
	}
}

// byAuthor says of a comment that it is one, and whose.
func byAuthor(author string, blocks []block) []block {
	who := textRun{text: "Comment:", look: bold}
	if author != "" {
		who.text = "Comment by " + author + ":"
	}
	if len(blocks) == 0 || blocks[0].paragraph == nil {
		return append([]block{{paragraph: &paragraph{spans: []textRun{who}}}}, blocks...)
	}
	p := *blocks[0].paragraph
	p.spans = append([]textRun{who, {text: " "}}, p.spans...)
	return append([]block{{paragraph: &p}}, blocks[1:]...)
}

type docxNoteText struct {
	author string
	blocks []block
}

// readNotes reads all notes of a kind.
func (d *docx) readNotes(kind string) map[string]docxNoteText {
	notes := map[string]docxNoteText{}
	part := ""
	for _, r := range d.rels {
		if r.kind == kind+"s" {
			part = r.to
		}
	}
	if part == "" {
		return notes
	}
	d.within(part, func() {
		x := d.x
		for x.next() {
			if x.kind != xmlStart || x.name != "w:"+kind {
				continue
			}
			id := x.attr("w:id")
			t := docxNoteText{author: line1(x.attr("w:author"))}
			d.blocks(func(b block) { t.blocks = append(t.blocks, b) })
			notes[id] = t
		}
	})
	return notes
}

// note writes the text of a note.
func (w *blockWriter) note(label string, blocks []block) {
	w.line = 0
	if len(blocks) > 0 {
		w.line = blocks[0].line()
	}
	w.start()
	o := w.out
	o.md = append(append(append(o.md, "[^"...), label...), "]: "...)
	first := true
	var write func([]block)
	write = func(blocks []block) {
		for _, b := range blocks {
			if b.table != nil {
				for _, r := range b.table.rows {
					for _, c := range r {
						write(c.blocks)
					}
				}
				continue
			}
			if b.empty() {
				continue
			}
			if !first {
				o.blank()
				o.from(b.line())
				o.md = append(o.md, "    "...)
			}
			first = false
			w.line = b.line()
			w.lines(b.paragraph, "", "    ")
			o.newline()
		}
	}
	write(blocks)
	if first {
		o.md = append(o.md, '-')
	}
	o.blank()
}

// margins reads headers and footers: markings count, the rest is listed apart,
// once.
func (d *docx) margins() {
	var names []string
	for _, r := range d.rels {
		if (r.kind == "header" || r.kind == "footer") && !r.outside {
			names = append(names, r.to)
		}
	}
	d.header = true
	seen := map[string]bool{}
	for _, part := range sorted(names) {
		d.within(part, func() {
			if d.x.next() {
				d.blocks(func(b block) { d.w.margin(b, seen) })
			}
		})
	}
	d.header = false
	d.merged = nil
}

// margin takes a line of a header or footer.
func (w *blockWriter) margin(b block, seen map[string]bool) {
	if b.table != nil {
		for _, r := range b.table.rows {
			for _, c := range r {
				for _, x := range c.blocks {
					w.margin(x, seen)
				}
			}
		}
		return
	}
	for _, l := range b.lines() {
		for _, s := range strings.Split(l.words(), "\t") {
			s = line1(s)
			bare := strings.Trim(s, "0123456789 -–—|/.•[]")
			switch low := strings.ToLower(bare); {
			case bare == "" || low == "page" || low == "page of" || strings.HasPrefix(low, "page") && strings.Trim(low[4:], " of0123456789") == "" || seen[s] || isPage(s):
			case isMarking(s):
				w.out.mark(s)
			case len(seen) < 200:
				w.out.furniture(s)
			}
			seen[s] = true
		}
	}
}
