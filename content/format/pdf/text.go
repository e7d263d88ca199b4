package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// spans writes the words of a paragraph from the n-th on. note says what a raised
// mark refers to, "" for nothing; known whether the document has a word.
func (p *para) spans(n int, note func(string) string, known func(string) bool) []Span {
	var out []Span
	for i := range p.lines {
		words := p.lines[i].words
		if i == 0 {
			words = words[min(n, len(words)):]
		}
		for j, w := range words {
			lead := ""
			switch {
			case len(out) == 0:
			case j == 0 && i > 0:
				if p.broken[i] {
					lead = Break
				} else {
					out, lead = joinLines(out, lineWord(words), known)
				}
			case !w.glued:
				lead = " "
			}
			s := Span{Text: lead + w.text, Bold: w.style.Bold, Italic: w.style.Italic, Raised: w.raised, Link: w.link}
			if label := ""; w.raised && isNoteMark(w.text) {
				if label = note(strings.Trim(w.text, "()[].,")); label != "" {
					if lead != "" && lead != " " {
						out = add(out, Span{Text: lead})
					}
					out = append(out, Span{Note: label})
					continue
				}
			}
			if lead != "" && len(out) > 0 && (out[len(out)-1].Bold != s.Bold || out[len(out)-1].Italic != s.Italic || out[len(out)-1].Link != s.Link || w.raised) {
				out = add(out, Span{Text: lead})
				s.Text = w.text
			}
			out = add(out, s)
		}
	}
	for i := range out {
		out[i].Text = unlead(out[i].Text)
	}
	return out
}

// lineWord is the first word of a line, all of it.
func lineWord(words []word) string {
	s := ""
	for i, w := range words {
		if i > 0 && !w.glued {
			break
		}
		s += w.text
	}
	return s
}

// joinLines takes the hyphen off the end of a line where it parts a word, and says
// what stands between the lines.
//
//	catches: exam- ple   COVID- 19 (the hyphen stays)   well- known (if it stands so elsewhere)
func joinLines(out []Span, next string, known func(string) bool) ([]Span, string) {
	last := &out[len(out)-1]
	if t, ok := strings.CutSuffix(last.Text, "\u00AD"); ok {
		last.Text = t
		return out, ""
	}
	if runs(last.Text, next) {
		return out, ""
	}
	t, ok := strings.CutSuffix(last.Text, "-")
	if !ok {
		if t, ok = strings.CutSuffix(last.Text, "‐"); !ok {
			return out, " "
		}
	}
	before, _ := utf8.DecodeLastRuneInString(t)
	first, _ := utf8.DecodeRuneInString(next)
	if !unicode.IsLetter(before) && !unicode.IsDigit(before) {
		return out, " " // a dash
	}
	if !unicode.IsLower(first) || unicode.IsDigit(before) {
		if unicode.IsLetter(first) || unicode.IsDigit(first) {
			return out, ""
		}
		return out, " "
	}
	head := t[strings.LastIndexAny(t, " \n(“\"—–")+1:]
	tail := strings.TrimRightFunc(next, func(r rune) bool { return !unicode.IsLetter(r) })
	if strings.Contains(head, "-") && !known(head+tail) || known(head+"-"+tail) && !known(head+tail) {
		return out, ""
	}
	last.Text = t
	return out, ""
}

// runs reports whether a line goes on in the next without a space: behind the dash
// of a range and within an address.
//
//	catches: 737– 9   https:// www.example.org
//	not:     the talks – the second round
func runs(s, next string) bool {
	r, n := utf8.DecodeLastRuneInString(s)
	before, _ := utf8.DecodeLastRuneInString(s[:len(s)-n])
	first, _ := utf8.DecodeRuneInString(next)
	switch r {
	case '–', '—':
		return unicode.IsDigit(before) && unicode.IsDigit(first) || r == '—' && unicode.IsLetter(before) && unicode.IsLetter(first) ||
			r == '–' && unicode.IsUpper(before) && unicode.IsDigit(first)
	case '/', '_', '@':
		word := s[strings.LastIndexAny(s, " \n")+1:]
		return strings.Contains(word, "://") || strings.Contains(word, "www.") || r == '@' && len(word) > 2
	}
	return false
}

// unlead makes the dots that lead to a page number three.
func unlead(s string) string {
	if !strings.Contains(s, "....") && !strings.Contains(s, ". . . .") {
		return s
	}
	var b strings.Builder
	for s != "" {
		i := strings.Index(s, "..")
		if j := strings.Index(s, ". ."); i < 0 || j >= 0 && j < i {
			i = j
		}
		if i < 0 {
			b.WriteString(s)
			break
		}
		n := i
		dots := 0
		for n < len(s) && (s[n] == '.' || s[n] == ' ') {
			if s[n] == '.' {
				dots++
			}
			n++
		}
		if dots < 4 {
			b.WriteString(s[:n])
		} else {
			b.WriteString(strings.TrimRight(s[:i], " ") + " … ")
		}
		s = s[n:]
	}
	return b.String()
}
