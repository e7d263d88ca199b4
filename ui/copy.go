package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"readout/briefing"
)

// Copying goes to the terminal's clipboard by OSC 52, so that it works over SSH.
// The marking goes with whatever is copied.

func (m *Model) copied(text, what string) tea.Cmd {
	if text == "" {
		m.note = "there is nothing to copy"
		return nil
	}
	if m.doc != nil && m.mode == inReader && m.doc.text.Meta.Marking != "" {
		text += "\n[" + m.doc.text.Meta.Marking + "]"
	}
	m.note = "copied " + what
	return tea.SetClipboard(text)
}

// copyFocus copies the sentence or the paragraph in focus; a table as
// tab-separated values. Cited, it comes as a quotation with its source.
func (m *Model) copyFocus(cited bool) tea.Cmd {
	d := m.doc
	if !d.has || d.focus.Block == nil {
		return m.copied("", "")
	}
	what, text, table := "the paragraph", d.words(d.focusRange()), false
	switch {
	case d.focus.Block.Kind == briefing.Row && d.sent < 0:
		table = true
		what, text = "the table, tab-separated", d.table()
		if k, all := d.page.PieceAt(d.focus.At.Start), d.text.Pieces; all[k].In != nil || k+1 < len(all) && all[k+1].In != nil {
			what = "this part of the table, tab-separated"
		}
	case d.sent >= 0:
		what = "the sentence"
	}
	switch {
	case cited && table: // its cells go where they are pasted: no quotation marks in them
		return m.copied(text+"\n"+m.source(d.focus.At.Start), what+" with its source")
	case cited:
		return m.copied(m.cite(text, d.focus.At.Start), what+" with its source")
	}
	return m.copied(text, what)
}

// cite is a quotation with its source.
func (m *Model) cite(text string, at briefing.Pos) string {
	return "“" + text + "”\n" + m.source(at)
}

// source is title, paragraph and date.
func (m *Model) source(at briefing.Pos) string {
	d := m.doc
	parts := []string{d.text.Meta.Title}
	if d.facts != nil {
		if n := d.facts.Paragraph(at); n > 0 {
			parts = append(parts, fmt.Sprintf("¶%d", n))
		}
	}
	if p := d.text.Place(at); p != "" {
		parts = append(parts, p)
	}
	if !d.anchor().IsZero() {
		parts = append(parts, longDate(d.anchor()))
	}
	return "— " + strings.Join(parts, ", ")
}

// copyItem copies the sentence of the current item, or a line of a list.
func (m *Model) copyItem(cited bool) tea.Cmd {
	it, ok := m.side().current()
	if !ok {
		return m.copied("", "")
	}
	text, what := strings.TrimSpace(it.text), "the line"
	if it.link != nil && it.link.To != "" {
		text, what = printable(it.link.To), "the address"
	} else if s := m.doc.words(it.sentence); s != "" && !it.heading() {
		text, what = s, "the sentence"
	}
	if cited {
		return m.copied(m.cite(text, it.words.Start), what+" with its source")
	}
	return m.copied(text, what)
}

// words is the prose of a range of the source.
func (d *document) words(r briefing.Range) string {
	k := d.page.PieceAt(r.Start)
	if k < 0 || r.Start >= r.End {
		return ""
	}
	var out []string
	briefing.Leaves(d.page.Blocks(k), func(b *briefing.Block) bool {
		if b.Leaf.At.Start < r.End && r.Start < b.Leaf.At.End {
			if w := b.Leaf.Words(r); w != "" {
				out = append(out, w)
			}
		}
		return true
	})
	return strings.Join(out, "\n")
}

// table is the table in focus, cells apart by tabs.
func (d *document) table() string {
	k := d.page.PieceAt(d.focus.At.Start)
	if k < 0 {
		return ""
	}
	var out strings.Builder
	var walk func([]briefing.Block)
	walk = func(blocks []briefing.Block) {
		for i := range blocks {
			b := &blocks[i]
			if b.Kind != briefing.Table {
				walk(b.Blocks)
				continue
			}
			if !b.At.Has(d.focus.At.Start) {
				continue
			}
			for _, row := range b.Blocks {
				for j, c := range row.Blocks {
					if j > 0 {
						out.WriteByte('\t')
					}
					out.WriteString(strings.Join(strings.Fields(c.Leaf.Prose), " "))
				}
				out.WriteByte('\n')
			}
		}
	}
	walk(d.page.Blocks(k))
	return strings.TrimSuffix(out.String(), "\n")
}
