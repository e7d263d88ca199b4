package ui

import (
	"sort"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"readout/briefing"
	"readout/ui/page"
)

// drawText draws the lines of the text with their margin: the focus bar, the
// number of a paragraph where it begins, the words.
func (m *Model) drawText() []string {
	l, d := m.lay, m.doc
	lines := d.page.Window(d.top, l.text.h)
	out := make([]string, 0, l.text.h)
	m.sideways = someWide(lines)
	for i := range lines {
		out = append(out, m.textLine(&lines[i]))
	}
	for len(out) < l.text.h {
		out = append(out, pad("", l.text.w))
	}
	from, to := d.top.Pos, briefing.Pos(len(d.text.Markdown))
	if n := len(lines); n == l.text.h {
		to = lines[n-1].Place.Pos
	}
	for i, cell := range m.rail(l.text.h, from, to) {
		if cell != " " && l.text.w > leastWidth {
			out[i] = clip(out[i], l.text.w-1) + cell
		}
	}
	return out
}

func (m *Model) textLine(t *page.Line) string {
	l, d := m.lay, m.doc
	var b strings.Builder
	b.WriteString(strings.Repeat(" ", l.indent))
	inFocus := d.has && t.Piece >= 0 && t.Words.Start < t.Words.End &&
		t.Words.Start < d.focus.At.End && d.focus.At.Start < t.Words.End
	bar := " "
	if d.eye > 0 && t.Words.Start == d.eye && t.Words.Start < t.Words.End {
		bar = m.styles.faint.Render("›")
	}
	if inFocus {
		bar = m.styles.focus.Render("▎")
	}
	b.WriteString(bar)
	if l.left() >= margin {
		b.WriteString(m.number(t))
	} else {
		b.WriteString(strings.Repeat(" ", l.left()-1))
	}
	b.WriteString(m.painted(t))
	if len(d.folded) > 0 && t.Block != nil && t.Block.Kind == briefing.Heading && t.Words.Start < t.Words.End {
		b.WriteString(m.styles.faint.Render(d.foldMark(t.Block.At.Start)))
	}
	if mark := d.quotedMark(t); mark != "" {
		return pad(clip(b.String(), l.text.w-ansi.StringWidth(mark))+m.styles.faint.Render(mark), l.text.w)
	}
	return pad(clip(b.String(), l.text.w), l.text.w)
}

// number is the margin behind the bar: the paragraph's number where it begins,
// and its portion mark, “12 U”.
func (m *Model) number(t *page.Line) string {
	n := ""
	if f := m.doc.facts; f != nil && t.Begins && t.Words.Start < f.Upto {
		if k := f.Paragraph(t.Words.Start); k > 0 && (t.Item < 0 || t.Item != k) {
			n = strconv.Itoa(k)
		}
	}
	w := margin - 3
	if len(n) > w {
		n = "…" + n[len(n)-w+1:]
	}
	mark := "  "
	if p := m.doc.portion(t); p != "" {
		mark = clip(" "+p, w-ansi.StringWidth(n)+1) + " "
	}
	blank := max(margin-1-ansi.StringWidth(n)-ansi.StringWidth(mark), 0)
	return clip(strings.Repeat(" ", blank)+m.styles.faint.Render(n)+m.styles.warning.Render(mark), margin-1)
}

// portion is the portion mark of the paragraph that begins on a line, without
// its brackets.
func (d *document) portion(t *page.Line) string {
	all := d.text.Meta.Portions
	if !t.Begins || len(all) == 0 {
		return ""
	}
	i := sort.Search(len(all), func(i int) bool { return all[i].At >= t.Words.Start })
	if i < len(all) && all[i].At < t.Words.End {
		return strings.Trim(all[i].Mark, "()")
	}
	return ""
}

// painted is the text of a line with what is lit on it: the sentence that a
// pane or the focus points at, the words of an item, hits.
func (m *Model) painted(t *page.Line) string {
	s := t.Text
	if t.Piece < 0 || t.Words.Start == t.Words.End {
		return s
	}
	d := m.doc
	lay := func(r briefing.Range, style ansi.Style) {
		for _, c := range t.Cells(r) {
			s = page.Paint(s, c.From, c.To, style)
		}
	}
	if d.point.sentence.Start < d.point.sentence.End && d.point.sentence.End-d.point.sentence.Start < head {
		lay(d.point.sentence, m.styles.onSentence)
	} else if d.sent >= 0 && d.sent < len(d.sents) && !m.held {
		lay(d.sents[d.sent], m.styles.onSentence)
	}
	if d.point.words.Start < d.point.words.End && d.point.sentence.Start < d.point.sentence.End {
		lay(d.point.words, m.styles.onWords)
	}
	if f := m.finding; f != nil {
		hits := f.in(t.Words.Start, t.Words.End)
		for i, h := range hits {
			style := m.styles.onHit
			if f.lights {
				style = m.styles.onLight
			}
			if f.at >= 0 && f.hits[f.at] == hits[i] {
				style = m.styles.onThisHit
			}
			lay(h, style)
		}
	}
	return s
}
