package ui

import (
	"bytes"
	"fmt"
	"slices"
	"unicode"

	"readout/briefing"
	"readout/ui/page"
)

// Folding and filtering are one thing: ranges of the source that are not shown.
// A folded section keeps its heading; a filter keeps the sections that match,
// with the headings they stand under. Who goes to a hidden place opens what
// hides it. What a mail quotes below what it says itself is folded from the start,
// and keeps the line that says whose it is.

// fold does what the key behind z says with the section that the reader is in.
func (m *Model) fold(key rune) {
	d := m.doc
	quoted, inQuoted := d.quotedHere()
	if d.facts == nil && !inQuoted {
		m.note = "the sections are not known yet"
		return
	}
	at := d.headingAbove()
	if inQuoted {
		at = quoted.Start
	}
	if m.held && m.list != nil {
		if it, ok := m.list.current(); ok {
			at = it.words.Start
			for _, s := range sectionsOf(d.facts, briefing.Range{}) {
				if s.Head.Start == it.words.Start {
					at = s.At.Start
				}
			}
		}
	}
	if d.folded == nil {
		d.folded = map[briefing.Pos]bool{}
	}
	was := d.focus
	if key != 'M' && d.folded[d.closed.at] && !m.held && was.At == d.closed.to.At {
		at = d.closed.at // nothing was done since: it is about what was closed
	}
	switch key {
	case 'a':
		d.folded[at] = !d.folded[at]
	case 'c':
		d.folded[at] = true
	case 'o':
		d.folded[at] = false
	case 'M':
		if d.facts != nil {
			for _, s := range d.facts.Sections {
				if s.Level > 1 {
					d.folded[s.At.Start] = true
				}
			}
		}
		d.foldQuoted()
	case 'R':
		clear(d.folded)
	default:
		m.note = "za folds and unfolds, zc closes, zo opens, zM closes all, zR opens all"
		return
	}
	delete(d.folded, d.titleStart())
	m.hide()
	switch _, gone := d.page.Folded(d.closed.from.At.Start); {
	case d.focus.At != was.At:
		d.closed = closed{at: at, from: was, to: d.focus}
	case was.At == d.closed.to.At && !gone:
		d.setFocus(d.closed.from)
		d.keepFocus(m.textHeight(), true)
	}
}

// closed is what was folded last, and the paragraph in focus before and after: it had
// to leave what is hidden, and returns when that is opened again.
type closed struct {
	at       briefing.Pos
	from, to page.Paragraph
}

// hide tells the page what is hidden, and keeps the focus on what is not, on the
// line of the screen where it was.
func (m *Model) hide() {
	d := m.doc
	h := m.textHeight()
	row := slices.IndexFunc(d.page.Window(d.top, h), func(l page.Line) bool { return l.Begins && d.focus.At.Has(l.Words.Start) })
	d.page.Fold(d.hidden())
	d.top = d.page.Snap(d.top)
	at := d.focus.At.Start
	if r, gone := d.page.Folded(at); gone { // what stands over the fold has its line
		at = max(r.Start-1, 0)
	}
	if row >= 0 && m.opt.Linear == nil {
		d.top = d.page.Fill(d.page.Move(d.page.Snap(page.Place{Pos: at}), -row), h)
	}
	if m.list != nil {
		m.fillList()
	}
	if _, gone := d.page.Folded(d.focus.At.Start); gone {
		if p, ok := d.page.NextParagraph(d.focus.At.Start); ok {
			d.setFocus(p)
		} else if p, ok := d.page.PrevParagraph(d.focus.At.Start); ok {
			d.setFocus(p)
		}
		d.keepFocus(h, true)
	}
}

// hidden is the ranges that are not shown.
func (d *document) hidden() []briefing.Range {
	var out []briefing.Range
	for _, q := range d.text.Meta.Quoted {
		if d.folded[q.Start] {
			out = append(out, q)
		}
	}
	if d.facts == nil {
		return out
	}
	for _, s := range d.facts.Sections {
		if d.folded[s.At.Start] {
			out = append(out, briefing.Range{Start: s.Head.End, End: s.At.End})
		}
	}
	return append(out, d.leftOut()...)
}

// leftOut is what the filter leaves out: sections without a hit, up to the next
// heading of any level; of those that one with a hit stands under, all but the
// heading.
func (d *document) leftOut() []briefing.Range {
	f := d.only
	if f == nil || len(f.hits) == 0 {
		return nil
	}
	var out []briefing.Range
	all := d.facts.Sections
	end := briefing.Pos(len(d.text.Markdown))
	if len(all) == 0 {
		return nil
	}
	has := func(r briefing.Range) bool { return len(f.in(r.Start, r.End)) > 0 }
	if r := (briefing.Range{End: all[0].At.Start}); r.End > 0 && !has(r) {
		out = append(out, r)
	}
	for i, s := range all {
		own := briefing.Range{Start: s.At.Start, End: end}
		if i+1 < len(all) {
			own.End = all[i+1].At.Start
		}
		switch {
		case has(own):
		case has(s.At):
			out = append(out, briefing.Range{Start: s.Head.End, End: own.End})
		default:
			out = append(out, own)
		}
	}
	return out
}

// filterSections shows only the sections that the search has hits in.
func (m *Model) filterSections() {
	d := m.doc
	if d.facts == nil {
		return
	}
	d.only = m.finding
	m.hide()
}

// dropFilter shows all sections again.
func (m *Model) dropFilter() {
	if m.doc != nil && m.doc.only != nil {
		m.doc.only = nil
		m.hide()
	}
}

// open opens what hides a place.
func (d *document) open(at briefing.Pos) {
	if _, gone := d.page.Folded(at); !gone {
		return
	}
	for _, q := range d.text.Meta.Quoted {
		if q.Has(at) {
			delete(d.folded, q.Start)
		}
	}
	if d.facts != nil {
		for _, s := range d.facts.Sections {
			if s.At.Has(at) {
				delete(d.folded, s.At.Start)
			}
		}
	}
	d.page.Fold(d.hidden())
	if _, gone := d.page.Folded(at); gone {
		d.only = nil
		d.page.Fold(d.hidden())
	}
}

// foldMark is what stands behind the heading of a folded section.
func (d *document) foldMark(heading briefing.Pos) string {
	if !d.folded[heading] || d.facts == nil {
		return ""
	}
	for _, s := range d.facts.Sections {
		if s.At.Start == heading {
			n := 0
			for _, p := range d.facts.Paragraphs {
				if s.At.Has(p.At) {
					n++
				}
			}
			return fmt.Sprintf("  ⋯ %d ¶", n)
		}
	}
	return ""
}

// foldQuoted folds what a mail quotes below what it says itself: a reader opens
// with it folded.
func (d *document) foldQuoted() {
	for _, q := range d.text.Meta.Quoted {
		if d.folded == nil {
			d.folded = map[briefing.Pos]bool{}
		}
		d.folded[q.Start] = true
	}
	d.page.Fold(d.hidden())
}

// quotedHere is the quoted mail that the keys behind z are about: the one that the
// focus is in or says whose it is, and any in a mail without sections.
func (d *document) quotedHere() (briefing.Range, bool) {
	all := d.text.Meta.Quoted
	for _, q := range all {
		if q.Has(d.focus.At.Start) || d.leads(d.focus.At, q) {
			return q, true
		}
	}
	if at := d.headingAbove(); len(all) > 0 && (at == d.titleStart() || at == 0) {
		return all[0], true
	}
	return briefing.Range{}, false
}

// leads reports whether nothing stands between a block and what is quoted: it says
// who wrote that.
func (d *document) leads(block, q briefing.Range) bool {
	return block.End <= q.Start && len(bytes.Trim(d.text.Markdown[block.End:q.Start], " \n>")) == 0
}

// quotedMark is what stands at the end of the line before a folded mail, "" on all
// other lines.
func (d *document) quotedMark(t *page.Line) string {
	if t.Block == nil || t.Words.Start >= t.Words.End {
		return ""
	}
	for _, q := range d.text.Meta.Quoted {
		if !d.folded[q.Start] || !d.leads(t.Block.At, q) || hasWords(d.text.Markdown[t.Words.End:t.Block.At.End]) {
			continue
		}
		if d.facts == nil {
			return "  ⋯ quoted, zo opens"
		}
		n := 0
		for _, p := range d.facts.Paragraphs {
			if q.Has(p.At) {
				n++
			}
		}
		return fmt.Sprintf("  ⋯ %d ¶ quoted, zo opens", n)
	}
	return ""
}

func hasWords(s []byte) bool {
	return bytes.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

func (d *document) titleStart() briefing.Pos {
	if at, ok := d.titleAt(); ok {
		return at.Start
	}
	return -1
}
