package format

import (
	"bytes"
	"slices"
)

// The line breaks of plain text come in four regimes: paragraphs of one line
// with blank lines between; lines wrapped at some width with blank lines
// between; a paragraph a line without blank lines; lines wrapped, where an indent
// begins a paragraph. Which one is decided once, on the head.
type shape struct {
	wrapped bool // lines were broken to fit width
	width   int
	lines   bool // every line is a paragraph
	indents bool // an indent begins a paragraph
	script  bool // speakers take turns
}

// shapeOf decides the regime. Lines were wrapped where the first word of the
// next line would mostly not have fitted on the line before: authors break
// lines anywhere, machines only there.
func shapeOf(rows []row) (s shape) {
	var widths []int
	blanks, texts, indented := 0, 0, 0
	for i := range rows {
		r := &rows[i]
		if r.blank() {
			if i > 0 && !rows[i-1].blank() {
				blanks++
			}
			continue
		}
		if !r.counts() {
			continue
		}
		texts++
		if r.indent >= 2 && r.indent <= 8 {
			indented++
		}
		if inLine(rows, i) && r.wide <= 132 {
			widths = append(widths, r.wide)
		}
	}
	if len(widths) > 0 {
		slices.Sort(widths)
		s.width = widths[(len(widths)-1)*19/20]
	}
	full, pairs := 0, 0
	for i := range rows {
		if inLine(rows, i) && !rows[i].blank() {
			pairs++
			if s.full(&rows[i], &rows[i+1]) {
				full++
			}
		}
	}
	s.wrapped = s.width >= 40 && pairs >= 2 && full*2 >= pairs
	if w := wrapWidth(rows); w > 0 && !s.wrapped { // too few lines to tell, but one goes on
		s.wrapped, s.width = true, w
	}
	s.lines = !s.wrapped && blanks*5 < texts
	s.indents = s.wrapped && blanks*10 < texts && indented*20 > texts && indented*10 < texts*6
	return s
}

// counts reports whether a row says something about the regime: tags, page
// numbers and markings do not.
func (r *row) counts() bool {
	return r.text[0] != '<' && (!maybeAside(r.text) || !isPage(string(r.text)) && !isMarking(string(r.text)))
}

// inLine reports whether a line of text follows row i directly.
func inLine(rows []row, i int) bool {
	return i+1 < len(rows) && !rows[i].blank() && !rows[i+1].blank() && !rows[i+1].cont && rows[i+1].line != rows[i].line &&
		rows[i].counts() && rows[i+1].counts()
}

// full reports whether the first word of the next row had no room on r, give or
// take what a converter has taken out of the line since it was wrapped.
func (s shape) full(r, next *row) bool {
	w := r.wide
	return w <= s.width+8 && w+1+wordLen(next.text) > s.width-4
}

func wordLen(s []byte) int {
	if i := bytes.IndexByte(s, ' '); i >= 0 {
		return i
	}
	return len(s)
}

// wrapWidth is the width at which a text of few lines was broken, 0 if nothing shows
// that it was: no line is longer than typists and mail programs make them, and most
// long ones that end no sentence go on in lower case.
func wrapWidth(rows []row) (width int) {
	goOn, others := 0, 0
	for i := range rows {
		r := &rows[i]
		if r.wide > 80 && !bytes.Contains(r.text, []byte("://")) {
			return 0
		}
		if r.blank() || !inLine(rows, i) || r.wide < 50 || stops(r.text) {
			continue
		}
		if startsLower(rows[i+1].text) {
			goOn++
			width = max(width, r.wide)
		} else {
			others++
		}
	}
	if goOn == 0 || others > goOn {
		return 0
	}
	return width
}
