package format

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/content/clean"
)

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
