package format

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/content/clean"
)

// What a word processor's file holds, whichever it is: paragraphs and tables,
// made of spans. DOCX, ODT and RTF are read into them, one block at a time, and
// they are written as Markdown in one way.

// A textRun is text of one look.
type textRun struct {
	text string
	look look
	link string
	note string // the label of a note that is referred to here; text is empty
	alt  bool   // text is the alternative text of a picture
}

type look uint8

const (
	bold look = 1 << iota
	italic
	strike
	raised
)

// lineBreak is the text of a break within a paragraph.
const lineBreak = "\n"

// A paragraph is one, of whatever kind.
type paragraph struct {
	spans  []textRun
	level  int    // of a heading, from 1; 0 for none
	title  bool   // it has the style of a title
	number string // as it is printed, of a heading or an item: “1.2”, “(a)”
	item   bool   // it is the item of a list
	plain  bool   // the number is an Arabic one and a stop or a parenthesis
	depth  int    // of the item or of what goes on with one, from 0
	goes   bool   // it goes on with the item before it
	quote  bool
	line   int // of the file, or its number among the paragraphs where a file has no lines; 0 for none
}

// A grid is a table. It holds rows of cells; what a merged cell covers is an empty one.
type grid struct{ rows [][]cell }

// A cell is covered where the one before it reaches over it.
type cell struct {
	blocks  []block
	covered bool
}

// A block is a paragraph or a table.
type block struct {
	*paragraph
	table *grid
}

// line is where the block begins.
func (b block) line() int {
	if b.paragraph != nil {
		return b.paragraph.line
	}
	if b.table != nil {
		for _, r := range b.table.rows {
			if n := lineOfRow(r); n > 0 {
				return n
			}
		}
	}
	return 0
}

func lineOfRow(r []cell) int {
	for _, c := range r {
		for _, b := range c.blocks {
			if n := b.line(); n > 0 {
				return n
			}
		}
	}
	return 0
}

// add appends text, joined to the span before it where that looks the same.
func (p *paragraph) add(s textRun) {
	if s.text == "" && s.note == "" {
		return
	}
	if n := len(p.spans); n > 0 && s.note == "" && !s.alt {
		if l := &p.spans[n-1]; l.note == "" && !l.alt && l.text != lineBreak && s.text != lineBreak && l.look == s.look && l.link == s.link {
			l.text += s.text
			return
		}
	}
	p.spans = append(p.spans, s)
}

// words is the text of the paragraph, its breaks as they are.
func (p *paragraph) words() string {
	if p == nil {
		return ""
	}
	var b strings.Builder
	for _, s := range p.spans {
		if !s.alt {
			b.WriteString(s.text)
		}
	}
	return strings.TrimSpace(clean.String(b.String()))
}

// empty reports whether there is nothing to read in the paragraph.
func (p *paragraph) empty() bool {
	for _, s := range p.spans {
		if s.note != "" || !saysNothing(s.text) {
			return false
		}
	}
	return true
}

// saysNothing reports whether nothing of a text passes the gate but white space.
func saysNothing(s string) bool {
	for _, r := range s {
		if r > ' ' && r < 0x7F || unicode.IsLetter(r) {
			return false
		}
	}
	return strings.TrimSpace(clean.String(s)) == ""
}

// all reports whether every word of the paragraph has a look.
func (p *paragraph) all(l look) bool {
	for _, s := range p.spans {
		if s.look&l == 0 && s.note == "" && strings.TrimSpace(s.text) != "" {
			return false
		}
	}
	return true
}

// lines cuts the paragraph at its breaks.
func (p *paragraph) lines() []paragraph {
	out := []paragraph{{}}
	for _, s := range p.spans {
		for i, part := range strings.Split(s.text, lineBreak) {
			if i > 0 {
				out = append(out, paragraph{})
			}
			s.text = part
			out[len(out)-1].add(s)
		}
	}
	return out
}

// appendSpans appends spans as one line of Markdown, br standing for a break. The
// words come out as they went in, whatever they are; a look that Markdown cannot
// say where it stands is left away.
func appendSpans(dst []byte, spans []textRun, br string, start bool) []byte {
	w := spanWriter{dst: dst, from: len(dst)}
	spans = settle(tidy(spans))
	for i, s := range spans {
		switch {
		case s.note != "":
			w.plain()
			w.dst = append(append(append(w.dst, "[^"...), s.note...), ']')
			continue
		case s.text == lineBreak:
			w.plain()
			w.dst = append(w.dst, br...)
			continue
		case s.alt:
			w.plain()
			w.dst = append(append(append(w.dst, "!["...), bytes.ReplaceAll(appendInline(nil, []byte(s.text), 0), []byte{']'}, []byte(`\]`))...), "]()"...)
			continue
		}
		if s.link != w.link {
			w.plain()
			w.open(s.link)
		}
		text := appendRun(nil, []byte(s.text), start && len(w.dst) == w.from)
		if s.link != "" {
			text = bytes.ReplaceAll(text, []byte{']'}, []byte(`\]`))
		}
		w.off(w.on() &^ s.look)
		for _, l := range outermost(spans, i) {
			if s.look&^w.on()&l != 0 {
				w.dst = append(w.dst, l.mark()...)
				w.looks = append(w.looks, l)
			}
		}
		w.dst = append(w.dst, text...)
	}
	w.plain()
	return w.dst
}

// spanWriter knows which looks are open, the last one first to be closed.
type spanWriter struct {
	dst   []byte
	from  int
	looks []look
	link  string
}

func (w *spanWriter) on() (l look) {
	for _, x := range w.looks {
		l |= x
	}
	return l
}

// off closes looks, and with them those that were opened later.
func (w *spanWriter) off(l look) {
	for w.on()&l != 0 {
		n := len(w.looks) - 1
		w.dst = beforeSpaces(w.dst, w.looks[n].mark())
		w.looks = w.looks[:n]
	}
}

// plain closes everything.
func (w *spanWriter) plain() {
	w.off(bold | italic | strike)
	if w.link != "" {
		w.dst = beforeSpaces(w.dst, string(appendAddress([]byte("]("), w.link))+")")
		w.link = ""
	}
}

func (w *spanWriter) open(link string) {
	if w.link = link; link == "" {
		return
	}
	if n := len(w.dst); n > w.from && w.dst[n-1] == '!' {
		w.dst = append(w.dst[:n-1], `\!`...)
	}
	w.dst = append(w.dst, '[')
}

func (l look) mark() string {
	switch l {
	case bold:
		return "**"
	case italic:
		return "*"
	}
	return "~~"
}

// beforeSpaces puts a mark before the spaces at the end.
func beforeSpaces(dst []byte, mark string) []byte {
	n := len(bytes.TrimRight(dst, " "))
	blanks := len(dst) - n
	return append(append(dst[:n], mark...), "   "[:min(blanks, 3)]...)
}

// appendAddress appends the address of a link; what could end it sooner is
// written as a code.
func appendAddress(dst []byte, to string) []byte {
	const hex = "0123456789ABCDEF"
	for i := 0; i < len(to); i++ {
		switch c := to[i]; {
		case c <= ' ' || c == '<' || c == '>' || c == '(' || c == ')' || c == '\\' || c == '"' || c == '|' || c == '*' || c == '_' && i == 0 || c == 0x7F:
			dst = append(dst, '%', hex[c>>4], hex[c&15])
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

// tidy makes of the spans such as Markdown can say: clean text, white space out
// of the looks and never twice, breaks apart, adjacent ones of a look as one.
func tidy(spans []textRun) []textRun {
	var p paragraph
	blank := true // at the start, after a space
	for _, s := range spans {
		if s.note != "" {
			p.spans = append(p.spans, s)
			blank = false
			continue
		}
		if s.look&strike != 0 { // which Markdown cannot mix with others within a word
			s.look &^= bold | italic
		}
		text := clean.String(s.text)
		if s.alt {
			s.text = line1(text)
			p.add(s)
			blank = false
			continue
		}
		for i, line := range strings.Split(text, lineBreak) {
			if i > 0 {
				p.trim()
				p.spans = append(p.spans, textRun{text: lineBreak})
				blank = true
			}
			rest := line
			for rest != "" {
				n := strings.IndexFunc(rest, isSpace)
				if n < 0 {
					n = len(rest)
				}
				if n > 0 {
					s.text = raise(rest[:n], s.look)
					p.add(s)
					blank = false
				}
				m := len(rest[n:]) - len(strings.TrimLeftFunc(rest[n:], isSpace))
				if m > 0 && !blank {
					gap := textRun{text: " ", look: s.look, link: s.link}
					if strings.TrimSpace(rest[n+m:]) == "" || n == 0 {
						gap.look, gap.link = 0, "" // at an edge
					}
					p.add(gap)
					blank = true
				}
				rest = rest[n+m:]
			}
		}
	}
	p.trim()
	for len(p.spans) > 0 && p.spans[0].text == lineBreak {
		p.spans = p.spans[1:]
	}
	for n := len(p.spans); n > 0 && p.spans[n-1].text == lineBreak && p.spans[n-1].note == ""; n = len(p.spans) {
		p.spans = p.spans[:n-1]
		p.trim()
	}
	return p.mend()
}

func isSpace(r rune) bool {
	return r == ' ' || r == '\t' || r == '\u00a0' || r == '\u2003' || r == '\u2002'
}

// trim takes a space off the end.
func (p *paragraph) trim() {
	for n := len(p.spans); n > 0; n = len(p.spans) {
		l := &p.spans[n-1]
		if l.note != "" || l.alt || l.text == lineBreak {
			return
		}
		if l.text = strings.TrimRight(l.text, " "); l.text != "" {
			return
		}
		p.spans = p.spans[:n-1]
	}
}

// mend gives a space between two spans of a look or of a link that look and link.
func (p *paragraph) mend() []textRun {
	s := p.spans
	for i := 1; i+1 < len(s); i++ {
		a, b := &s[i-1], &s[i+1]
		if s[i].text == " " && s[i].note == "" && a.note == "" && b.note == "" && !a.alt && !b.alt && b.text != lineBreak && a.text != lineBreak {
			s[i].look = a.look & b.look
			if a.link == b.link {
				s[i].link = a.link
			}
		}
	}
	var out paragraph
	for _, x := range s {
		if x.text == lineBreak {
			out.spans = append(out.spans, x)
			continue
		}
		if n := len(out.spans); n > 0 && out.spans[n-1].text == lineBreak {
			out.spans = append(out.spans, x)
			continue
		}
		out.add(x)
	}
	return out.spans
}

// raise writes raised digits as such: ten to the sixth is not 106.
func raise(s string, l look) string {
	if l&raised == 0 || strings.Trim(s, "0123456789-−+") != "" {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '1':
			return '¹'
		case r == '2' || r == '3':
			return '²' + r - '2'
		case r == '-' || r == '−':
			return '⁻'
		case r == '+':
			return '⁺'
		}
		return '⁰' + r - '0'
	}, s)
}

// appendRun escapes the text of a span, whose spaces at the ends are kept.
func appendRun(dst, s []byte, start bool) []byte {
	if start {
		dst = appendText(dst, s, true)
		if n := len(s); n > 0 && s[n-1] == ' ' && len(dst) > 0 {
			dst = append(dst, ' ')
		}
		return dst
	}
	return appendInline(dst, s, 0)
}

// mostSpans is how many looks a paragraph may change between: how far each goes
// is looked for from where it begins.
const mostSpans = 2000

// settle leaves away the looks that Markdown cannot say where they stand: those
// that begin or end within a word, where stars mean one thing or another by what
// is beside them, and those whose marks would run together with others.
func settle(spans []textRun) []textRun {
	words := func(i int) bool { return i >= 0 && i < len(spans) && spans[i].isWords() }
	for i := range spans {
		if !words(i) {
			continue
		}
		s := &spans[i]
		if len(spans) > mostSpans {
			s.look = 0
			continue
		}
		begins := i == 0 || !words(i-1) || spans[i-1].link != s.link
		var before rune
		var was look
		if !begins {
			before, _ = utf8.DecodeLastRuneInString(spans[i-1].text)
			was = spans[i-1].look
		}
		for _, l := range outermost(spans, i) {
			if s.look&l == 0 || was&l != 0 {
				continue
			}
			end := reach(spans, i, l)
			first, _ := utf8.DecodeRuneInString(s.text)
			last, _ := utf8.DecodeLastRuneInString(spans[end].text)
			ok := !unicode.IsSpace(first) && !unicode.IsSpace(last) && first != '~' && last != '~' && first != '*' && last != '*'
			if !begins {
				ok = ok && (unicode.IsSpace(before) || isMark(before) && before != '~' && was&(bold|italic|strike) == 0)
			}
			if words(end+1) && spans[end+1].link == s.link {
				next, _ := utf8.DecodeRuneInString(spans[end+1].text)
				ok = ok && (unicode.IsSpace(next) || isMark(next))
			}
			for _, m := range [...]look{strike, bold, italic} {
				if s.look&was&m != 0 && reach(spans, i, m) < end {
					ok = false // it would end within another
				}
			}
			for k := i; !ok && k <= end; k++ {
				spans[k].look &^= l
			}
		}
	}
	var p paragraph
	for i, s := range spans {
		if words(i) && words(i-1) {
			p.add(s)
		} else {
			p.spans = append(p.spans, s)
		}
	}
	return p.spans
}

// isWords reports whether a span is words, no note, picture or break.
func (s textRun) isWords() bool { return s.note == "" && !s.alt && s.text != lineBreak }

// reach is the last span that a look of the i-th goes on to.
func reach(spans []textRun, i int, l look) int {
	end := i
	for end+1 < len(spans) && spans[end+1].isWords() && spans[end+1].look&l != 0 && spans[end+1].link == spans[i].link {
		end++
	}
	return end
}

// outermost are the looks in the order in which they open at the i-th span: what
// goes on longest first.
func outermost(spans []textRun, i int) [3]look {
	looks := [3]look{strike, bold, italic}
	slices.SortStableFunc(looks[:], func(a, b look) int { return reach(spans, i, b) - reach(spans, i, a) })
	return looks
}

func isMark(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// linkTo is the address of a link as it may stand in Markdown, "" for one that
// leads nowhere outside.
func linkTo(s string) string {
	s = line1(s)
	if s == "" || s[0] == '#' || len(s) > 4096 {
		return ""
	}
	return s
}
