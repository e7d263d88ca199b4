package format

import "bytes"

// Spans as a line of Markdown: what they look like is opened and closed in an order
// that nests, and their words are escaped. First they are made such that Markdown
// can say them (ooxmltidy.go).

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

// linkTo is the address of a link as it may stand in Markdown, "" for one that
// leads nowhere outside.
func linkTo(s string) string {
	s = line1(s)
	if s == "" || s[0] == '#' || len(s) > 4096 {
		return ""
	}
	return s
}
