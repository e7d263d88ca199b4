package ui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"readout/briefing"
)

// Search goes in steps: from the piece that the reader is on to the end, then
// from the beginning. Each step is one command; the first hit is shown as soon
// as it is known, the count fills in. Keys are answered between the steps.

// mostHits is how many hits are kept; then the count stands still.
const mostHits = 100_000

// searchStep is how much source one step looks through.
const searchStep = 4 << 20

// A finding is a search under way or done.
type finding struct {
	seq    int // answers of older searches are dropped
	query  briefing.Query
	typed  string
	filter bool // only the sections with hits are shown
	lights bool // no search: the mentions of an item
	start  int  // piece that the search began at
	hits   []briefing.Range
	at     int // index of the hit that the reader is on, -1 for none
	next   int // piece to look through next, counted from start
	done   bool
	from   spot // where the reader was
	want   int  // hits still to go once they are known: n was pressed before
}

// found is the answer of one step.
type found struct {
	id, seq int
	hits    []briefing.Range
	next    int // pieces looked through
	wrapped bool
}

// find is the command for the next step.
func (d *document) find(f *finding) tea.Cmd {
	id, seq, text, q, start, next := d.id, f.seq, d.text, f.query, f.start, f.next
	return func() tea.Msg {
		out := found{id: id, seq: seq}
		n := len(text.Pieces)
		for bytes := 0; next < n && bytes < searchStep && len(out.hits) < mostHits; next++ {
			p := text.Pieces[(start+next)%n]
			if start+next >= n {
				if !out.wrapped && len(out.hits) > 0 {
					break // hits before and after the place do not share an answer
				}
				out.wrapped = true
			}
			out.hits = append(out.hits, q.In(text.Markdown, p, text.Refs)...)
			bytes += int(p.At.End - p.At.Start)
		}
		out.next = next
		return out
	}
}

// take takes in the hits of a step: those behind the start go on at the end,
// those from the beginning stand before.
func (f *finding) take(a found, pieces int) {
	f.next = a.next
	f.done = a.next >= pieces || len(f.hits)+len(a.hits) >= mostHits
	if a.wrapped && len(a.hits) > 0 {
		i, _ := slices.BinarySearchFunc(f.hits, a.hits[0].Start, func(r briefing.Range, p briefing.Pos) int { return int(r.Start - p) })
		f.hits = slices.Insert(f.hits, i, a.hits...)
		if f.at >= i {
			f.at += len(a.hits)
		}
		return
	}
	f.hits = append(f.hits, a.hits...)
}

// hitAfter returns the index of the first hit at or after p, or the first of
// all; -1 where there is none.
func (f *finding) hitAfter(p briefing.Pos) int {
	if len(f.hits) == 0 {
		return -1
	}
	i, _ := slices.BinarySearchFunc(f.hits, p, func(r briefing.Range, p briefing.Pos) int { return int(r.Start - p) })
	return i % len(f.hits)
}

// in returns the hits between two places.
func (f *finding) in(from, to briefing.Pos) []briefing.Range {
	by := func(r briefing.Range, p briefing.Pos) int { return int(r.Start - p) }
	i, _ := slices.BinarySearchFunc(f.hits, from, by)
	for i > 0 && f.hits[i-1].End > from {
		i--
	}
	j, _ := slices.BinarySearchFunc(f.hits, to, by)
	return f.hits[i:max(i, j)]
}

// String is “3 of 12”, “3 of 12+” while the count goes on.
func (f *finding) String() string {
	more := ""
	if !f.done || len(f.hits) >= mostHits {
		more = "+"
	}
	switch {
	case len(f.hits) == 0 && f.done:
		return "not found"
	case len(f.hits) == 0:
		return "searching…"
	case f.at < 0:
		return fmt.Sprintf("%d%s", len(f.hits), more)
	}
	return fmt.Sprintf("%d of %d%s", f.at+1, len(f.hits), more)
}

// startSearch looks for what has been typed, from the place where the reader
// began to type.
func (m *Model) startSearch(typed string) tea.Cmd {
	d := m.doc
	from := d.here()
	if m.finding != nil {
		from = m.finding.from
	}
	m.seq++
	query, err := queryOf(typed)
	if err != nil { // the last good one stays while this one is typed on
		if m.prompt != nil {
			m.prompt.wrong = err.Error()
		}
		return nil
	}
	if m.prompt != nil {
		m.prompt.wrong = ""
	}
	f := &finding{seq: m.seq, query: query, typed: typed, at: -1, from: from}
	m.finding = f
	f.filter = m.prompt != nil && m.prompt.sign == "&"
	if f.query.Empty() || len(d.text.Pieces) == 0 {
		f.done = true
		d.restore(from)
		return nil
	}
	f.start = max(d.page.PieceAt(from.top.Pos), 0)
	return d.find(f)
}

// queryOf reads what was typed: words, or behind a second / a regular expression.
func queryOf(typed string) (briefing.Query, error) {
	if expr, ok := strings.CutPrefix(typed, "/"); ok {
		return briefing.NewPattern(expr)
	}
	return briefing.NewQuery(typed), nil
}

// gotHits answers a step of the search.
func (m *Model) gotHits(a found) tea.Cmd {
	f := m.finding
	if f == nil || m.doc == nil || a.id != m.doc.id || a.seq != f.seq {
		return nil
	}
	f.take(a, len(m.doc.text.Pieces))
	if f.filter {
		m.filterSections()
	}
	if f.at < 0 && len(f.hits) > 0 {
		here := f.from.top.Pos
		if i := f.hitAfter(here); f.hits[i].Start >= here || f.done {
			m.toHit(i)
		}
	}
	if f.at >= 0 && f.want != 0 {
		w := f.want
		f.want = 0
		m.hit(w)
	}
	if !f.done {
		return m.doc.find(f)
	}
	switch {
	case len(f.hits) > 0:
	case m.prompt != nil: // what was typed before had hits
		m.doc.restore(f.from)
	default:
		m.notFound()
	}
	return nil
}

// notFound ends a search without hits.
func (m *Model) notFound() {
	m.note = "not found: " + m.finding.typed
	m.finding = nil
	m.dropFilter()
}

// toHit goes to a hit.
func (m *Model) toHit(i int) {
	f := m.finding
	f.at = i
	m.doc.goTo(f.hits[i], m.textHeight())
}

// hit goes n hits on. While the search is still under way, it does not go round.
func (m *Model) hit(n int) {
	f := m.finding
	if f == nil || len(f.hits) == 0 {
		if f != nil && !f.done {
			f.want += n
		}
		return
	}
	i := f.at + n
	if !f.done && (i < 0 || i >= len(f.hits)) {
		f.want += n
		return
	}
	k := len(f.hits)
	if m.prompt == nil {
		m.doc.leave(m.doc.here())
	}
	switch {
	case i >= k:
		m.note = "search went on at the top"
	case i < 0:
		m.note = "search went on at the end"
	}
	m.toHit(((i % k) + k) % k)
}
