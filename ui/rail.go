package ui

import "readout/briefing"

// The rail is one column beside the text: the place on it, ticks for hits and
// for dates ahead. It goes by bytes of the source, and is there only where the
// source is longer than the screen.

// rail draws h cells.
func (m *Model) rail(h int, from, to briefing.Pos) []string {
	d := m.doc
	n := len(d.text.Markdown)
	out := make([]string, h)
	for i := range out {
		out[i] = " "
	}
	if n == 0 || h == 0 || from <= 0 && int(to) >= n-1 {
		return out
	}
	row := func(p briefing.Pos) int { return min(max(int(p)*h/n, 0), h-1) }
	if f := d.facts; f != nil {
		for _, e := range f.Timeline {
			if e.When == briefing.Ahead && len(e.Evidence) > 0 {
				out[row(e.Evidence[0].At.Start)] = m.styles.date.Render("·")
			}
		}
	}
	if f := m.finding; f != nil {
		step := max(len(f.hits)/(4*h), 1)
		for i := 0; i < len(f.hits); i += step {
			out[row(f.hits[i].Start)] = m.styles.accent.Render("•")
		}
	}
	for i := row(from); i <= row(max(to-1, from)); i++ {
		if out[i] == " " {
			out[i] = m.styles.faint.Render("▐")
		}
	}
	return out
}
