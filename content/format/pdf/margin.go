package pdf

import (
	"math"
	"slices"
	"strings"
)

// Running heads and feet: what stands at the same place of the pages beside, page
// numbers aside, and page numbers wherever they stand alone at an edge.

// findMargins takes them off a sheet. near are the sheets beside it that are known.
func (s *sheet) findMargins(near []*sheet, first bool) {
	for side, lines := range s.edge {
		for i := range lines {
			l := &lines[i]
			if !(isPageNumber(l.text()) && s.isolated(side, i) || repeats(l, side, s, near) || !first && i == 0 && s.apart(side)) {
				if first || i > 0 {
					break
				}
				continue
			}
			s.drop(l)
		}
	}
}

// headApart reports whether a small line stands apart at the head of the page, as a
// letterhead and a running head do.
func (s *sheet) headApart() bool {
	ls := s.edge[0]
	if len(ls) == 0 || len(ls[0].words) > 14 || ls[0].base > 0.1*s.Height {
		return false
	}
	l := &ls[0]
	return l.size < 1.15*medianSize(s.segs) && (len(ls) == 1 || ls[1].base-l.base > 1.5*max(l.size, ls[1].size))
}

// isNote reports whether a line begins with the mark of a note that the page has.
func (s *sheet) isNote(l *line) bool {
	mark, _ := noteMark(l.words)
	return mark != "" && slices.ContainsFunc(s.segs, func(x seg) bool {
		return slices.ContainsFunc(x.words, func(w word) bool { return w.raised && strings.Trim(w.text, "()[].,") == mark })
	})
}

// marginal gives a running line, once.
func (l *layout) marginal(text string) []Block {
	k := running(text)
	if l.margins[k] || k == "" || len(l.margins) > 10_000 {
		return nil
	}
	l.margins[k] = true
	return []Block{{Kind: Margin, Spans: []Span{{Text: text}}}}
}

// drop takes a line off the page, and returns what it took.
func (s *sheet) drop(l *line) (out []seg) {
	s.margin = append(s.margin, l.text())
	for _, w := range l.words {
		s.gone[w.seq] = true
	}
	kept := s.segs[:0:0]
	for _, x := range s.segs {
		if !s.gone[x.words[0].seq] {
			kept = append(kept, x)
		} else if slices.ContainsFunc(l.words, func(w word) bool { return w.seq == x.words[0].seq }) {
			out = append(out, x)
		}
	}
	s.segs = kept
	words := s.words[:0:0]
	for _, w := range s.words {
		if !s.gone[w.seq] {
			words = append(words, w)
		}
	}
	s.words = words
	return out
}

// repeats reports whether a sheet beside has the line at the same place.
func repeats(l *line, side int, s *sheet, near []*sheet) bool {
	k := running(l.text())
	if k == "" {
		return false
	}
	for _, n := range near {
		for i := range n.edge[side] {
			o := &n.edge[side][i]
			d := l.base - o.base
			if side == 1 {
				d -= s.Height - n.Height
			}
			if math.Abs(d) < 9 && math.Abs(l.size-o.size) < 1 && running(o.text()) == k {
				return true
			}
		}
	}
	return false
}

// running is a line without its numbers.
func running(s string) string {
	var b strings.Builder
	for _, w := range strings.Fields(strings.ToLower(s)) {
		if romanish(w) || strings.Trim(w, "0123456789-–.|/") == "" {
			w = "#"
		} else {
			w = strings.TrimRight(w, "0123456789")
		}
		b.WriteString(w)
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String())
}

// isPageNumber reports whether a line is nothing but the number of its page.
//
//	catches: 12   - 12 -   Page 3 of 9   iv   3 | Page   3/9
//	not:     2021 was   Page proofs
func isPageNumber(s string) bool {
	f := strings.Fields(strings.ToLower(strings.Trim(s, "-–—|•[]() ")))
	if len(f) == 0 || len(f) > 6 {
		return false
	}
	numbers := 0
	for _, w := range f {
		bare := strings.Trim(w, "-–—|/.,[]()")
		switch {
		case bare == "page" || bare == "of" || bare == "p" || bare == "" || bare == "pg":
		case len(bare) <= 6 && strings.Trim(bare, "0123456789") == "":
			numbers++
		case len(bare) <= 9 && strings.Trim(bare, "0123456789/") == "" && strings.Contains(bare, "/"):
			numbers++
		case romanish(bare) && len(bare) <= 6:
			numbers++
		default:
			return false
		}
	}
	return numbers >= 1 && numbers <= 2
}

// apart reports whether the outermost line stands well apart and small or in
// capitals, as a running head does that the pages beside do not have: those of
// chapters change.
func (s *sheet) apart(side int) bool {
	ls := s.edge[side]
	if len(ls) < 2 {
		return false
	}
	l := &ls[0]
	far := math.Abs(ls[1].base-l.base) > 2.2*max(l.size, ls[1].size)
	edge := l.base < 0.085*s.Height || l.base > 0.93*s.Height
	return far && edge && !ended(l.text()) && (l.size < 0.93*ls[1].size || isCaps(l.text()) && l.size < 1.05*ls[1].size)
}

// isolated reports whether a line of the edge is the outermost that is left, and
// stands apart from the text.
func (s *sheet) isolated(side, i int) bool {
	ls := s.edge[side]
	l := &ls[i]
	if i+1 >= len(ls) {
		return true
	}
	return math.Abs(ls[i+1].base-l.base) > 1.3*l.size
}
