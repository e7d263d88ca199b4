package ui

import (
	"fmt"
	"slices"

	"readout/briefing"
	"readout/ui/page"
)

// Folding and filtering are one thing: ranges of the source that are not shown.
// A folded section keeps its heading; a filter keeps the sections that match,
// with the headings they stand under. Who goes to a hidden place opens what
// hides it.

// fold does what the key behind z says with the section that the reader is in.
func (m *Model) fold(key rune) {
	d := m.doc
	if d.facts == nil {
		m.note = "the sections are not known yet"
		return
	}
	at := d.headingAbove()
	if m.held && m.list != nil {
		if it, ok := m.list.current(); ok {
			at = it.words.Start
			for _, s := range d.facts.Sections {
				if s.Head.Start == it.words.Start {
					at = s.At.Start
				}
			}
		}
	}
	if d.folded == nil {
		d.folded = map[briefing.Pos]bool{}
	}
	switch key {
	case 'a':
		d.folded[at] = !d.folded[at]
	case 'c':
		d.folded[at] = true
	case 'o':
		d.folded[at] = false
	case 'M':
		for _, s := range d.facts.Sections {
			if s.Level > 1 {
				d.folded[s.At.Start] = true
			}
		}
	case 'R':
		clear(d.folded)
	default:
		m.note = "za folds and unfolds, zc closes, zo opens, zM closes all, zR opens all"
		return
	}
	delete(d.folded, d.titleStart())
	m.hide()
}

// hide tells the page what is hidden, and keeps the focus on what is not, on the
// line of the screen where it was.
func (m *Model) hide() {
	d := m.doc
	h := m.textHeight()
	row := slices.IndexFunc(d.page.Window(d.top, h), func(l page.Line) bool { return l.Begins && d.focus.At.Has(l.Words.Start) })
	d.page.Fold(d.hidden())
	d.top = d.page.Snap(d.top)
	if _, gone := d.page.Folded(d.focus.At.Start); !gone && row >= 0 {
		d.top = d.page.Move(d.page.Snap(page.Place{Pos: d.focus.At.Start}), -row)
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
	if d.facts == nil {
		return nil
	}
	var out []briefing.Range
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
	if _, gone := d.page.Folded(at); !gone || d.facts == nil {
		return
	}
	for _, s := range d.facts.Sections {
		if s.At.Has(at) {
			delete(d.folded, s.At.Start)
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

func (d *document) titleStart() briefing.Pos {
	if at, ok := d.titleAt(); ok {
		return at.Start
	}
	return -1
}
