package format

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"readout/content/clean"
	"readout/content/format/pdf"
)

// PDF: content/format/pdf makes blocks of the pages, and they are written as those
// of a word processor are.

// isPDF: some senders put a line or two before the header, which the first
// kilobyte must then hold, with an object behind it.
func isPDF(raw []byte) bool { return bytes.HasPrefix(raw, []byte("%PDF-")) || junkBeforePDF(raw) }

type pdfDocument struct {
	r    *pdf.Reader
	w    *blockWriter
	seen map[string]bool // lines of margins
}

func readPDF(o *Out, raw []byte, name string, opt Options) (Reader, error) {
	if !isPDF(raw) {
		return nil, errors.New("it is no PDF document, whatever it is called; open it without --as")
	}
	r, err := pdf.Open(raw, pdf.Options{Cache: pdfCache(opt), Behind: opt.Behind})
	if err != nil {
		return nil, err
	}
	d := &pdfDocument{r: r, w: &blockWriter{out: o, name: name, opt: opt}, seen: map[string]bool{}}
	o.Meta.Unit = "page"
	prop := func(name, value string) { d.w.property(name, line1(clean.String(value))) }
	prop("title", r.Title)
	prop("creator", r.Author)
	prop("subject", r.Subject)
	prop("keywords", r.Keywords)
	o.Meta.Warnings = append(o.Meta.Warnings, r.Warnings...)
	return d, nil
}

// pdfCache is where the compiled code of pdfium is kept, "" for nowhere.
func pdfCache(opt Options) string {
	if opt.Restricted {
		return ""
	}
	dir := os.Getenv("XDG_CACHE_HOME")
	if !filepath.IsAbs(dir) {
		var err error
		if dir, err = os.UserCacheDir(); err != nil {
			return ""
		}
	}
	return filepath.Join(dir, "readout")
}

// Progress counts pages.
func (d *pdfDocument) Progress() (read, size int64) { return d.r.Progress() }

// Step reads a page. The title is looked for on the first page that has words.
func (d *pdfDocument) Step() (bool, error) {
	blocks, done, err := d.r.Next()
	if err != nil {
		return true, err
	}
	body := false
	for i := range blocks {
		body = d.write(&blocks[i]) || body
	}
	if !d.w.begun && body && d.w.size > 400 {
		d.w.begin()
	}
	if done {
		d.w.end()
		if n := len(d.r.Warnings); n > 0 {
			d.w.out.Meta.Warnings = append([]string(nil), d.r.Warnings...)
		}
	}
	return done, nil
}

// write gives a block to the writer, and reports whether it is part of the text.
func (d *pdfDocument) write(b *pdf.Block) bool {
	p := &paragraph{spans: textRuns(b.Spans), depth: b.Depth, goes: b.Goes, line: b.Page}
	switch b.Kind {
	case pdf.Margin:
		d.w.margin(block{paragraph: p}, d.seen)
		return false
	case pdf.Note:
		if !d.w.begun {
			d.w.begin()
		}
		d.w.note(b.Label, []block{{paragraph: p}})
		return true
	case pdf.Heading:
		p.level, p.title = b.Level, b.Title
	case pdf.Item:
		p.item = true
		if p.number = b.Label; strings.Trim(b.Label, "•") == "" {
			p.number = ""
		}
		n := digits([]byte(p.number))
		p.plain = n > 0 && n+1 == len(p.number) && (p.number[n] == '.' || p.number[n] == ')')
	case pdf.Table:
		g := &grid{}
		for i, row := range b.Rows {
			var cells []cell
			for _, c := range row {
				var in cell
				for _, spans := range c {
					in.blocks = append(in.blocks, block{paragraph: &paragraph{spans: textRuns(spans), line: b.On[i]}})
				}
				cells = append(cells, in)
			}
			g.rows = append(g.rows, cells)
		}
		d.w.add(block{table: g})
		return true
	}
	if s := line1(p.words()); !p.title && !p.item && isMarking(s) {
		d.w.out.mark(s)
		return false
	}
	d.w.add(block{paragraph: p})
	return true
}

func textRuns(spans []pdf.Span) []textRun {
	var p paragraph
	for _, s := range spans {
		r := textRun{text: s.Text, link: linkTo(clean.String(s.Link)), note: s.Note}
		if len(r.link) > 5 && strings.EqualFold(r.link[:5], "file:") {
			r.link = "" // relative to where the page lay when it was printed
		}
		if s.Bold {
			r.look |= bold
		}
		if s.Italic {
			r.look |= italic
		}
		if s.Raised {
			r.look |= raised
		}
		p.add(r)
	}
	return slices.Clip(p.spans)
}
