package pdf

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a paragraph is. A heading is known by the outline of the file, by its size
// against the body, or by standing alone in bold, in capitals or under a number.

// headStyle is how a heading looks. One that looks stronger stands above.
type headStyle struct {
	size         int
	caps, bold   bool
	italic       bool
	depth, level int // of its number, “2.1” is 2; its level once it is known
}

// above reports whether headings of style s have those of style t under them.
func (s headStyle) above(t headStyle) bool {
	switch {
	case s.size != t.size:
		return s.size > t.size
	case s.depth > 0 && t.depth > 0:
		return s.depth < t.depth
	case s.bold != t.bold:
		return s.bold
	case s.caps != t.caps:
		return s.caps
	case s.italic != t.italic:
		return t.italic
	}
	return false
}

func (s headStyle) looks(t headStyle) bool {
	s.level, t.level = 0, 0
	return s == t
}

// letters is what two ways to write a heading have in common.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

func (p *para) text() string {
	var b strings.Builder
	for i := range p.lines {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p.lines[i].text())
	}
	return b.String()
}

func (p *para) all(look func(Style) bool) bool {
	any := false
	for i := range p.lines {
		has := strings.IndexFunc(p.lines[i].text(), unicode.IsLetter) >= 0
		if has && !p.lines[i].all(look) {
			return false
		}
		any = any || has
	}
	return any
}

// classify says of each paragraph what it is.
func (l *layout) classify(paras []para, body float64) {
	if l.first {
		l.findTitle(paras, body)
	}
	l.first = false
	for i := 1; i < len(paras); i++ {
		if p := &paras[i-1]; !l.rough && p.size >= l.larger()*body && p.sameHeading(&paras[i]) {
			paras[i].joinTo(p)
		}
	}
	for i := range paras {
		if len(paras[i].lines) == 0 && paras[i].kind != Table {
			continue // it was joined to the one below
		}
		p := &paras[i]
		if p.kind == Table || p.kind == Note || p.tagged && p.kind != Paragraph {
			if p.kind == Heading {
				l.tagHead = true
				l.items = nil
			}
			continue
		}
		if p.tagged && l.tagHead || p.plain {
			continue
		}
		next := (*para)(nil)
		if i+1 < len(paras) {
			next = &paras[i+1]
		}
		if p.title {
			p.kind, p.level = Heading, 1
			continue
		}
		if level, ok := l.isHeading(p, next, body); ok {
			p.kind, p.level = Heading, level
			l.items = nil
			continue
		}
		if !p.tagged {
			l.item(p)
		}
	}
}

// sameHeading reports whether the next paragraph is another line of a heading: set
// like it around the same middle, no further away than lines are.
func (p *para) sameHeading(next *para) bool {
	return p.kind == Paragraph && next.kind == Paragraph && !p.tagged && !next.tagged && !p.plain && len(p.lines)+len(next.lines) <= 4 && len(p.lines) > 0 &&
		math.Abs(p.size-next.size) < 0.5 && next.gap < 0.45 && p.all(isBold) == next.all(isBold) && isCaps(p.text()) == isCaps(next.text()) &&
		p.lines[0].Top < next.lines[0].Top && math.Abs(p.mid()-next.mid()) < next.size && math.Abs(p.Left-next.Left) > next.size && !ended(p.text()) && !isDate(next.text())
}

// joinTo puts the lines of a paragraph above its own, and empties that one.
func (p *para) joinTo(above *para) {
	p.lines = append(above.lines, p.lines...)
	p.broken = make([]bool, len(p.lines))
	p.Box = p.Box.join(above.Box)
	p.title = p.title || above.title
	p.gap = above.gap
	above.lines, above.broken = nil, nil
	above.kind = Paragraph
}

// findTitle takes the largest words in the upper part of the first page.
func (l *layout) findTitle(paras []para, body float64) {
	for i := range paras {
		if !isSubject(paras[i].lines) {
			continue
		}
		for k := range i { // a memo: what stands above is the letterhead
			if p := &paras[k]; p.kind == Paragraph && !(p.size > 1.4*body && len(strings.Fields(p.text())) >= 8) {
				paras[k].tagged, paras[k].plain = true, true
			}
		}
		return
	}
	best := -1
	for i := range paras {
		p := &paras[i]
		if p.kind == Heading && p.title || l.rough {
			return
		}
		if p.kind != Paragraph || p.Top > 0.7*pageBottom(paras) || p.size < 1.15*body || !p.wordy() || len(strings.Fields(p.text())) > 40 || isDate(p.text()) {
			continue
		}
		if best < 0 || p.size > paras[best].size*1.05 {
			best = i
		}
	}
	if best < 0 {
		return
	}
	for i := range paras { // as large elsewhere: these are headings
		if d := i - best; (d > 2 || d < -2) && paras[i].kind == Paragraph && math.Abs(paras[i].size-paras[best].size) < 0.4 && paras[i].wordy() {
			return
		}
	}
	paras[best].title = true
}

// isSubject reports whether a paragraph has the subject line of a memo.
func isSubject(lines []line) bool {
	for i := range lines {
		s := strings.ToLower(lines[i].text())
		for _, p := range []string{"subject:", "subj:", "re:", "subject :"} {
			if strings.HasPrefix(s, p) {
				return true
			}
		}
	}
	return false
}

// isDate reports whether a text is a day and nothing else: a stamp is set large too.
func isDate(s string) bool {
	f := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	digits, words := 0, 0
	for _, w := range f {
		if unicode.IsDigit(rune(w[0])) {
			digits++
		} else {
			words++
		}
	}
	return digits >= 2 && words <= 2 && len(f) <= 5
}

// readable reports whether a machine that read a scan is likely to have read a heading
// there: of a seal or a stamp it makes letters without words.
func readable(s string) bool {
	f := strings.Fields(s)
	long := 0
	for _, w := range f {
		if len(letters(w)) >= 4 {
			long++
		}
	}
	r, _ := utf8.DecodeRuneInString(s)
	return long*2 >= len(f) && !unicode.IsLower(r)
}

// isTime reports whether a text is a time of day: 2:06 P.M. EDT
func isTime(s string) bool {
	i := strings.IndexByte(s, ':')
	return i > 0 && i < 3 && len(s) < 24 && len(s) > i+2 && isDigit(s[0]) && isDigit(s[i+1]) && isDigit(s[i+2])
}

func pageBottom(paras []para) (y float64) {
	for i := range paras {
		y = max(y, paras[i].Bottom)
	}
	return y
}

// wordy reports whether a paragraph has words rather than a number or a mark.
func (p *para) wordy() bool {
	n := 0
	for _, r := range p.text() {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n >= 3
}

// isHeading reports whether a paragraph is a heading, and of which level.
func (l *layout) isHeading(p, next *para, body float64) (int, bool) {
	most := 4 // lines
	if p.size > 1.3*body {
		most = 8
	}
	if len(p.lines) > most || !p.wordy() {
		return 0, false
	}
	text := p.text()
	words := len(strings.Fields(text))
	if words > 8*most || leader(text) {
		return 0, false
	}
	if level := l.bookmark(text); level > 0 && (p.size >= body*0.95) {
		return level, true
	}
	if isDate(text) || l.rough && !readable(text) {
		return 0, false
	}
	bold := p.all(isBold)
	caps := isCaps(text) && words <= 14 && !isTime(text)
	s := headStyle{size: sizeKey(p.size), caps: caps, bold: bold, italic: p.all(func(s Style) bool { return s.Italic }), depth: numberDepth(text)}
	last := rune(text[len(text)-1])
	stop := strings.ContainsRune(".,;", last)
	mark := markLen(text)
	if mark > 0 && isBullet(text[:mark]) {
		return 0, false
	}
	alone := p.gap > 0.2 || len(p.lines) == 1
	switch {
	case p.size >= l.larger()*body && words <= 7*most && (!stop || bold) && alone:
	case p.size < 0.94*body && !(bold && p.size > 0.85*body):
		return 0, false
	case bold && words <= 18 && !stop && alone && len(p.lines) <= 3 && l.headsSomething(p, next):
	case caps && words >= 1 && len(letters(text)) >= 5 && !stop && len(p.lines) <= 2 && l.headsSomething(p, next) && last != ':':
	case s.depth > 0 && words <= 12 && !stop && len(p.lines) == 1 && p.gap > 0.3 && next != nil && next.kind == Paragraph && len(next.lines) > 1 && numberDepth(next.text()) == 0:
	case s.italic && words <= 10 && !stop && len(p.lines) == 1 && p.gap > 0.4 && l.headsSomething(p, next) && last != ':' && next != nil && next.kind == Paragraph && len(next.lines) > 1:
	default:
		return 0, false
	}
	return l.level(s), true
}

// larger is how much larger than the body a heading is at least.
func (l *layout) larger() float64 {
	if l.rough {
		return 1.6
	}
	return 1.12
}

// headsSomething reports whether what follows is set in another way: of several
// lines in bold none is a heading.
func (l *layout) headsSomething(p, next *para) bool {
	if next == nil {
		return p.column.width() > 0 && p.width() < 0.9*p.column.width()
	}
	if next.kind == Table {
		return true
	}
	if next.size < p.size*0.95 || next.size > p.size*1.05 {
		return true
	}
	return !(next.all(isBold) && p.all(isBold) && len(next.lines) > 2)
}

// numberDepth is how deep the number before a heading is: “2.1 Aims” is 2, “IV.
// AIMS” 1, none 0.
func numberDepth(s string) int {
	n := markLen(s)
	if n == 0 { // “2.1 Aims” without a stop behind
		i, dots := 0, 0
		for i < len(s) && (isDigit(s[i]) || s[i] == '.' && i > 0 && i+1 < len(s) && isDigit(s[i+1])) {
			if s[i] == '.' {
				dots++
			}
			i++
		}
		if dots == 0 || dots > 5 || i >= len(s) || s[i] != ' ' {
			return 0
		}
		return dots + 1
	}
	mark := strings.Trim(s[:n], "().[]")
	if isBullet(mark) {
		return 0
	}
	return strings.Count(mark, ".") + 1
}

// isCaps reports whether a text is in capitals.
func isCaps(s string) bool {
	upper := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return upper >= 3
}

// level is the level of a heading: that of the same style before, else one below
// the last that stands above it.
func (l *layout) level(s headStyle) int {
	for len(l.open) > 0 && !l.open[len(l.open)-1].above(s) {
		l.open = l.open[:len(l.open)-1]
	}
	s.level = 1
	if n := len(l.open); n > 0 {
		s.level = l.open[n-1].level + 1
	}
	for _, h := range l.heads {
		if h.looks(s) {
			s.level = h.level
			l.open = append(l.open, s)
			return s.level
		}
	}
	s.level = min(s.level, 6)
	if len(l.heads) < 100 {
		l.heads = append(l.heads, s)
	}
	l.open = append(l.open, s)
	return s.level
}

// item makes an item of a paragraph that begins with a mark.
func (l *layout) item(p *para) {
	text := p.lines[0].text()
	n := markLen(text)
	if n == 0 || len(text) == n && len(p.lines) == 1 {
		for len(l.items) > 0 && p.Left < l.items[len(l.items)-1]+3 {
			l.items = l.items[:len(l.items)-1]
		}
		if k := len(l.items); k > 0 && len(p.lines) > 0 {
			p.goes, p.depth = true, k-1
		}
		return
	}
	mark := text[:n]
	p.kind, p.label, p.mark = Item, mark, markWords(p.lines[0].words)
	if isBullet(mark) {
		p.label = "•"
		if strings.ContainsAny(mark, "☐☑") {
			p.label, p.mark = "•", 0
		}
	}
	for len(l.items) > 0 && p.Left < l.items[len(l.items)-1]-4 {
		l.items = l.items[:len(l.items)-1]
	}
	if k := len(l.items); k == 0 || p.Left > l.items[k-1]+6 {
		l.items = append(l.items, p.Left)
	}
	p.depth = len(l.items) - 1
}
