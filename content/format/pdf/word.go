package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A word is characters side by side of one look; where the look changes within a
// word it is two, the second of them glued.
type word struct {
	Box
	text   string
	base   float64
	size   float64
	style  Style
	link   string
	tag    int
	glued  bool // no space stands before it
	raised bool
	seq    int // the order of the file
}

// wordGap is how much of the size is a space between two characters where the
// file has none. Spaces are a quarter in most fonts and may be set at two thirds
// of that; what stands between letters is rarely a tenth.
const wordGap = 0.16

// guessGap is how much is one where pdfium takes it for one too.
const guessGap = 0.09

// upright turns the page so that most of it can be read, and takes off what then
// stands on its side or aslant: stamps and watermarks.
func (p *Page) upright() (aside []Glyph) {
	var count [5]int
	for _, g := range p.Glyphs {
		count[g.Turn+1]++
	}
	most := 1
	for i := range count {
		if i > 0 && count[i] > count[most] {
			most = i
		}
	}
	if turn := most - 1; turn > 0 {
		for i := range p.Glyphs {
			g := &p.Glyphs[i]
			base := Box{g.Base, g.Base, g.Base, g.Base}
			g.Box = p.turned(g.Box, turn)
			base = p.turned(base, turn)
			if g.Turn == turn {
				g.Base = base.Top
			}
			if g.Turn >= 0 {
				g.Turn = (g.Turn - turn + 4) % 4
			}
		}
		for i := range p.Rules {
			p.Rules[i] = p.turned(p.Rules[i], turn)
		}
		for i := range p.Links {
			p.Links[i].Box = p.turned(p.Links[i].Box, turn)
		}
		if turn != 2 {
			p.Width, p.Height = p.Height, p.Width
		}
	}
	kept := p.Glyphs[:0:0]
	for _, g := range p.Glyphs {
		if g.Turn == 0 {
			kept = append(kept, g)
		} else {
			aside = append(aside, g)
		}
	}
	p.Glyphs = kept
	return aside
}

// turned is a box when the page is turned back by quarters.
func (p *Page) turned(b Box, turn int) Box {
	at := func(x, y float64) (float64, float64) {
		switch turn {
		case 1: // it reads downwards: turn against the clock
			return y, p.Width - x
		case 2:
			return p.Width - x, p.Height - y
		}
		return p.Height - y, x
	}
	l, t := at(b.Left, b.Top)
	r, u := at(b.Right, b.Bottom)
	return Box{min(l, r), min(t, u), max(l, r), max(t, u)}
}

// words joins the characters of the page into words.
func (p *Page) words() []word {
	var out []word
	var w *word
	space := true
	seen := map[[3]int][]Box{}
	hint := false
	for i, g := range p.Glyphs {
		if g.R == guessed {
			hint = true
			continue
		}
		size := g.Size
		if size == 0 {
			size = g.height()
		}
		if size < 0.5 {
			continue
		}
		text := spell(g.R)
		if g.R == 0xAD && g.width() > 0.1*size && i+1 < len(p.Glyphs) && p.Glyphs[i+1].Left > g.Left {
			text = "-" // it can be seen, and ends no line
		}
		if text == "" {
			continue
		}
		if unicode.IsSpace(g.R) {
			space = true
			continue
		}
		if w != nil && !space && i > 0 && g.Box == p.Glyphs[i-1].Box {
			w.text += text // a ligature, which pdfium takes apart
			continue
		}
		if struckTwice(seen, g) {
			continue
		}
		link := p.linkAt(g.Box)
		if hint && w != nil && g.Left-w.Right > guessGap*size {
			space = true
		}
		hint = false
		if w != nil && !space && w.goesOn(g, size) {
			if w.style == g.Style && w.tag == g.Tag && w.link == link && w.raised == g.Up {
				w.text += text
				w.Box = w.Box.join(g.Box)
				continue
			}
			out = append(out, word{Box: g.Box, text: text, base: g.Base, size: size, style: g.Style, tag: g.Tag, link: link, glued: true, raised: g.Up, seq: len(out)})
		} else {
			out = append(out, word{Box: g.Box, text: text, base: g.Base, size: size, style: g.Style, tag: g.Tag, link: link, raised: g.Up, seq: len(out),
				glued: w != nil && !space && w.beside(g, size)})
		}
		w = &out[len(out)-1]
		space = false
	}
	return out
}

// goesOn reports whether a character stands right behind the word.
func (w *word) goesOn(g Glyph, size float64) bool {
	gap := g.Left - w.Right
	return math.Abs(g.Base-w.base) < 0.12*size && size < w.size*1.15 && size > w.size*0.85 &&
		gap < wordGap*size && gap > -0.5*size
}

// beside is goesOn for what is smaller and raised or lowered.
func (w *word) beside(g Glyph, size float64) bool {
	gap := g.Left - w.Right
	big := max(size, w.size)
	return math.Abs(g.Base-w.base) < 0.6*big && gap < wordGap*big && gap > -0.5*big
}

// struckTwice reports whether the same character stands there already: some set
// bold by printing twice.
func struckTwice(seen map[[3]int][]Box, g Glyph) bool {
	const cell = 4
	x, y := int(math.Floor(g.Left/cell)), int(math.Floor(g.Base/cell))
	for dx := -1; dx <= 1; dx++ {
		for dy := -1; dy <= 1; dy++ {
			for _, b := range seen[[3]int{int(g.R), x + dx, y + dy}] {
				if math.Abs(b.Left-g.Left) < 0.25*g.width() && math.Abs(b.Bottom-g.Bottom) < 0.2*g.height() {
					return true
				}
			}
		}
	}
	k := [3]int{int(g.R), x, y}
	if len(seen[k]) < 8 {
		seen[k] = append(seen[k], g.Box)
	}
	return false
}

// spell is a character as it is written elsewhere: ligatures apart, no soft
// hyphens, bullets of symbol fonts as bullets.
func spell(r rune) string {
	switch {
	case r == 0xAD:
		return "\u00AD" // it may end a line
	case r >= 0xFB00 && r <= 0xFB06:
		return [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}[r-0xFB00]
	case r == 0x200B || r == 0x200C || r == 0xFEFF:
		return ""
	case r >= 0xF000 && r <= 0xF0FF: // Symbol and Wingdings
		switch r {
		case 0xF0FC, 0xF0FE, 0xF052, 0xF0FD:
			return "☑"
		case 0xF06F, 0xF0A8, 0xF071, 0xF072:
			return "☐"
		case 0xF020:
			return " "
		}
		return "•"
	case r < 0x20 && !unicode.IsSpace(r):
		return ""
	}
	return string(r)
}

func (p *Page) linkAt(b Box) string {
	x, y := b.mid(), (b.Top+b.Bottom)/2
	for _, l := range p.Links {
		if l.holds(x, y) {
			return l.To
		}
	}
	return ""
}

// A seg is words that follow each other on a line with no more than spaces
// between them.
type seg struct {
	Box
	words []word
	base  float64
	size  float64
	mark  bool // it begins with the mark of an item, which may stand apart
}

// apart is how many sizes part two stretches of a line.
const apart = 0.7

// segments joins words into segs: those that follow each other in the file first,
// for they know best what belongs together on a page that was scanned aslant.
func segments(words []word) []seg {
	var segs []seg
	for i := range words {
		w := words[i]
		if n := len(segs); n > 0 && segs[n-1].takes(&w) {
			segs[n-1].add(w)
			continue
		}
		segs = append(segs, seg{Box: w.Box, words: []word{w}, base: w.base, size: w.size})
	}
	segs = joinSegs(segs)
	for i := range segs {
		segs[i].settle()
	}
	return glueMarks(segs)
}

// takes reports whether a word stands behind the seg, and marks it as raised
// where it is.
func (s *seg) takes(w *word) bool {
	last := &s.words[len(s.words)-1]
	big := max(s.size, w.size)
	gap := w.Left - last.Right
	if gap > apart*big || gap < -0.5*big {
		return false
	}
	d := s.lastBase() - w.base // up is positive
	switch {
	case math.Abs(d) < 0.2*big:
		if w.size < 0.8*s.size && d > 0.1*big {
			w.raised = true
		}
		return w.size > 0.5*s.size && s.size > 0.5*w.size || gap < 0.3*big
	case w.size < 0.85*s.size && gap < 0.4*big && d > 0 && d < 0.7*big:
		w.raised = true
		return true
	case w.size < 0.85*s.size && gap < 0.3*big && d < 0 && d > -0.35*big:
		return true // lowered
	}
	return false
}

// lastBase is the baseline of the last word that is not raised.
func (s *seg) lastBase() float64 {
	for i := len(s.words) - 1; i >= 0; i-- {
		if w := &s.words[i]; !w.raised && w.size > 0.8*s.size {
			return w.base
		}
	}
	return s.base
}

func (s *seg) add(w word) {
	s.Box = s.Box.join(w.Box)
	if w.size > s.size*1.15 && !w.raised { // what came before was small, a mark at the start
		for i := range s.words {
			if s.words[i].size < 0.85*w.size && s.words[i].base < w.base-0.1*w.size {
				s.words[i].raised = true
			}
		}
		s.base, s.size = w.base, w.size
	}
	s.words = append(s.words, w)
}

// joinSegs joins those that stand side by side though the file has them apart.
func joinSegs(segs []seg) []seg {
	order := make([]int, len(segs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp(segs[a].base, segs[b].base) })
	gone := make([]bool, len(segs))
	for again := true; again; {
		again = false
		for a, i := range order {
			if gone[i] {
				continue
			}
			for b := a + 1; b < len(order); b++ {
				j := order[b]
				if segs[j].base-segs[i].base > 0.7*max(segs[i].size, segs[j].size) || b-a > 400 {
					break
				}
				if gone[j] {
					continue
				}
				l, r := i, j
				if segs[l].Left > segs[r].Left {
					l, r = r, l
				}
				first := segs[r].words[0]
				if !segs[l].takes(&first) || segs[r].Right < segs[l].Right {
					continue
				}
				segs[r].words[0] = first
				gap := first.Left - segs[l].Right
				glued := gap < wordGap*max(segs[l].size, segs[r].size) && len(first.text) > 0 && segs[l].words[len(segs[l].words)-1].seq+1 == first.seq && first.glued
				segs[r].words[0].glued = glued || gap < 0.06*first.size
				for _, w := range segs[r].words {
					segs[l].add(w)
				}
				gone[r] = true
				again = true
				if r == i {
					break
				}
			}
		}
	}
	out := segs[:0:0]
	for i := range segs {
		if !gone[i] {
			out = append(out, segs[i])
		}
	}
	return out
}

func cmp(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// settle puts the words in order, and joins letters that are set wide apart.
func (s *seg) settle() {
	if !rightToLeft(s.words) {
		slices.SortStableFunc(s.words, func(a, b word) int { return cmp(a.Left, b.Left) })
	} else {
		slices.SortStableFunc(s.words, func(a, b word) int { return a.seq - b.seq })
	}
	s.words[0].glued = false
	unspace(s.words)
	size := map[float64]int{}
	for _, w := range s.words {
		if !w.raised {
			size[math.Round(w.size*4)/4] += len(w.text)
		}
	}
	most := 0
	for z, n := range size {
		if n > most || n == most && z > s.size {
			most, s.size = n, z
		}
	}
	for _, w := range s.words {
		if !w.raised && math.Abs(w.size-s.size) < 0.2*s.size {
			s.base = w.base
		}
	}
}

// rightToLeft reports whether most letters are Hebrew or Arabic. pdfium has put
// them in the order in which they are read.
func rightToLeft(words []word) bool {
	n := 0
	for _, w := range words {
		for _, r := range w.text {
			switch {
			case r >= 0x590 && r < 0x900 || r >= 0xFB1D && r < 0xFE00 || r >= 0xFE70 && r < 0xFEFF:
				n++
			case unicode.IsLetter(r):
				n--
			}
		}
	}
	return n > 0
}

// unspace joins single letters with spaces between them into words: in a title
// that is set wide the space between words is wider still.
func unspace(words []word) {
	n := 0
	for _, w := range words {
		n += utf8.RuneCountInString(w.text)
		if c := w.text[0]; isDigit(c) {
			return // a row of numbers
		}
	}
	if len(words) < 6 || n > 2*len(words) {
		return
	}
	var gaps []float64
	for i := 1; i < len(words); i++ {
		gaps = append(gaps, words[i].Left-words[i-1].Right)
	}
	slices.Sort(gaps)
	narrow := gaps[len(gaps)/4]
	for i := 1; i < len(words); i++ {
		if words[i].Left-words[i-1].Right < narrow*1.5+0.1*words[i].size {
			words[i].glued = true
		}
	}
}

// glueMarks joins the mark of an item to its text, which stands at a tab.
func glueMarks(segs []seg) []seg {
	gone := make([]bool, len(segs))
	refs, usual := noteRefs(segs), 0.0
	if len(refs) > 0 {
		usual = medianSize(segs)
	}
	for i := range segs {
		m := &segs[i]
		if len(m.words) > 2 || gone[i] || markLen(m.text()) != len(m.text()) && !odd(m.text()) && !(refs[m.text()] && m.size < 0.95*usual) {
			continue
		}
		best := -1
		for j := range segs {
			s := &segs[j]
			if i == j || gone[j] || math.Abs(s.base-m.base) > 0.3*max(m.size, s.size) || s.Left < m.Right || s.Left-m.Right > 5*s.size {
				continue
			}
			if best < 0 || s.Left < segs[best].Left {
				best = j
			}
		}
		if best >= 0 && segs[best].words[0].text != "" {
			b := &segs[best]
			if odd(m.text()) {
				m.words[0].text = "•"
			}
			b.words = append(slices.Clone(m.words), b.words...)
			b.words[len(m.words)].glued = false
			b.Box = b.Box.join(m.Box)
			b.mark = true
			gone[i] = true
		}
	}
	out := segs[:0:0]
	for i := range segs {
		if !gone[i] {
			out = append(out, segs[i])
		}
	}
	return out
}

// noteRefs are the numbers that stand raised: the number of a note at the foot stands
// at a tab too.
func noteRefs(segs []seg) map[string]bool {
	refs := map[string]bool{}
	for i := range segs {
		for j, w := range segs[i].words {
			if w.raised && j > 0 && isNoteMark(w.text) {
				refs[w.text] = true
			}
		}
	}
	return refs
}

// odd reports whether a text is a single character that no text begins with: the
// bullet of a font that does not say which characters it has.
func odd(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && n > 1 && (r >= 0xFF61 && r < 0xFFE0 || r >= 0x2190 && r < 0x2E80 || r >= 0xE000 && r < 0xF900 || r == unicode.ReplacementChar)
}

func (s *seg) text() string { return textOf(s.words) }

func textOf(words []word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 && !w.glued {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}
