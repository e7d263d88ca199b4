package page

import (
	"slices"
	"sort"

	"readout/briefing"
)

// Fold hides ranges of the source: what a reader folded, what a filter leaves
// out. Ranges may touch and overlap. Moves step over what is hidden without
// parsing it.
func (p *Page) Fold(hidden []briefing.Range) {
	p.folds = p.folds[:0:0]
	sorted := slices.Clone(hidden)
	slices.SortFunc(sorted, func(a, b briefing.Range) int { return int(a.Start - b.Start) })
	for _, r := range sorted {
		if n := len(p.folds); n > 0 && r.Start <= p.folds[n-1].End {
			p.folds[n-1].End = max(p.folds[n-1].End, r.End)
		} else if r.Start < r.End {
			p.folds = append(p.folds, r)
		}
	}
}

// Folded returns the hidden range that pos lies in.
func (p *Page) Folded(pos briefing.Pos) (briefing.Range, bool) {
	i := sort.Search(len(p.folds), func(i int) bool { return p.folds[i].End > pos })
	if i < len(p.folds) && p.folds[i].Has(pos) {
		return p.folds[i], true
	}
	return briefing.Range{}, false
}

func (p *Page) folded(c cursor) (briefing.Range, bool) {
	if len(p.folds) == 0 {
		return briefing.Range{}, false
	}
	return p.Folded(p.load(c.piece).parts[c.part].pos)
}

// after and before return the next and the previous part that is not hidden.
func (p *Page) after(c cursor) (cursor, bool) {
	n, ok := p.next(c)
	for ok {
		r, hidden := p.folded(n)
		if !hidden {
			return n, true
		}
		if n, ok = p.partAt(r.End); ok && p.load(n.piece).parts[n.part].pos < r.End {
			n, ok = p.next(n) // the last part there is
		}
	}
	return c, false
}

func (p *Page) before(c cursor) (cursor, bool) {
	n, ok := p.prev(c)
	for ok {
		r, hidden := p.folded(n)
		if !hidden {
			return n, true
		}
		if n, ok = p.partAt(r.Start); ok && p.load(n.piece).parts[n.part].pos >= r.Start {
			n, ok = p.prev(n)
		}
	}
	return c, false
}

// part finds the part that shows pos, or the next one, or else the last. Where
// it is hidden, it is the one above what is hidden, the heading, else the one
// below.
func (p *Page) part(pos briefing.Pos) (cursor, bool) {
	c, ok := p.partAt(pos)
	if !ok {
		return c, false
	}
	if _, hidden := p.folded(c); !hidden {
		return c, true
	}
	if up, ok := p.before(c); ok {
		return up, true
	}
	return p.after(c)
}
