package pdf

import "math"

// Browsers and some others draw the marks of lists: a filled circle or square before
// the text and no character.

// isDot reports whether a box may be such a mark.
func isDot(b Box) bool {
	w, h := b.width(), b.height()
	return w > 1.2 && w < 9 && math.Abs(w-h) < 0.25*max(w, h)
}

// dots makes bullets of the marks that stand right before the first word of a line,
// in the middle of its small letters. More than one on a line are a drawing.
func (s *sheet) dots() {
	if len(s.Dots) == 0 || len(s.words)*len(s.Dots) > 4_000_000 {
		return
	}
	at := map[int][]Box{} // by the word behind
	for _, d := range s.Dots {
		if n := s.behind(d); n >= 0 {
			at[n] = append(at[n], d)
		}
	}
	seq := len(s.words)
	for _, w := range s.words {
		seq = max(seq, w.seq+1)
	}
	var out []word
	for i, w := range s.words {
		if d := at[i]; len(d) == 1 {
			out = append(out, word{Box: Box{d[0].Left, w.Top, d[0].Right, w.Bottom}, text: "•", base: w.base, size: w.size, tag: -1, seq: seq})
			seq++
			w.glued = false
		}
		out = append(out, w)
	}
	s.words = out
}

// behind is the word that a dot stands before, -1 if there is none or the line has
// words before it too.
func (s *sheet) behind(d Box) int {
	y := (d.Top + d.Bottom) / 2
	best := -1
	for i := range s.words {
		w := &s.words[i]
		if y > w.base || y < w.base-0.75*w.size || d.height() > 0.75*w.size {
			continue
		}
		switch {
		case w.Right <= d.Left+1 && d.Left-w.Right < 2*w.size:
			return -1
		case w.Left >= d.Right-1 && w.Left-d.Right < 2.5*w.size && (best < 0 || w.Left < s.words[best].Left):
			best = i
		case w.Left < d.Left && w.Right > d.Right:
			return -1 // it lies over a word
		}
	}
	return best
}
