package briefing

import (
	"strings"

	"readout/briefing/lang"
)

// inTable completes a figure that stands in a cell of a table: its column's and
// its row's heads are what it measures, and the column's head may name the unit
// (“Share (%)”, “Cost, $ million”). It reports whether it is a figure at all: the
// row heads, the years and what “No.” numbers are none.
func (r *figuring) inTable(f *figure, q *lang.Quantity) bool {
	p := &r.leaves[q.Span.Unit]
	if p.row == 0 || p.col == 0 {
		return false
	}
	column, row := p.over(), p.beside()
	switch strings.ToLower(strings.Trim(column, " .:")) {
	case "no", "number", "#", "id", "ref", "date", "year", "page", "phone", "telephone", "tel", "time", "day", "rank":
		return false
	}
	alone := strings.TrimSpace(r.units[q.Span.Unit].S) == f.Text
	if !alone && q.Kind == lang.Count && q.Unit == "" || q.Kind == lang.Rate && halfOfOne(f.Text) {
		return false
	}
	if alone || f.About == "" {
		f.About = heads(row, column)
	}
	if q.Kind == lang.Count && q.Unit == "" {
		u := r.headUnit(column)
		if u.unit == "" {
			u = r.headUnit(row)
		}
		if u.unit != "" {
			f.Unit, f.Kind = u.unit, u.kind
		}
		f.Value, f.Low, f.High = f.Value*u.scale, f.Low*u.scale, f.High*u.scale
	}
	return f.About != ""
}

// heads joins the head of the row and of the column as one reads them.
func heads(row, column string) string {
	switch {
	case row == "":
		return column
	case column == "", saysNumber(column):
		return row
	}
	return row + ", " + column
}

// saysNumber reports whether a column's head says only that numbers stand under it.
func saysNumber(head string) bool {
	switch strings.ToLower(strings.Trim(head, " .:*")) {
	case "figure", "figures", "value", "values", "number", "numbers", "amount", "count", "how many", "how much", "quantity", "data":
		return true
	}
	return false
}

// cell is the prose of a cell, "" where there is none.
func cell(table *Block, row, col int) string {
	if row >= len(table.Blocks) || col >= len(table.Blocks[row].Blocks) {
		return ""
	}
	if l := table.Blocks[row].Blocks[col].Leaf; l != nil {
		return strings.Join(strings.Fields(l.Prose), " ")
	}
	return ""
}

// headed is the unit that a head gives the numbers under it.
type headed struct {
	unit, kind string
	scale      float64
}

// headUnit reads the unit in the head of a column or row, once for each head.
func (r *figuring) headUnit(head string) headed {
	if u, ok := r.heads[head]; ok {
		return u
	}
	u := headed{scale: 1}
	low := strings.ToLower(head)
	for _, s := range [...]struct {
		word  string
		scale float64
	}{{"billion", 1e9}, {"bn", 1e9}, {"million", 1e6}, {"thousand", 1e3}, {"'000", 1e3}, {"000s", 1e3}} {
		if strings.Contains(low, s.word) {
			u.scale = s.scale
			break
		}
	}
	// the engine reads a unit behind a number, so it is given one
	for _, w := range strings.FieldsFunc(head, func(c rune) bool { return strings.ContainsRune(" (),/[]", c) }) {
		q := lang.ParseQuantity("1 " + w)
		switch q.Kind {
		case lang.Money, lang.Percent, lang.Measure, lang.Rate:
			if q.Unit != "" {
				u.unit, u.kind = q.Unit, q.Kind.String()
			}
		}
	}
	r.heads[head] = u
	return u
}
