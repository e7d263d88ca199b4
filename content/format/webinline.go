package format

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"readout/content/clean"
)

// Words within a paragraph: text and its escapes, emphasis, line breaks.

// text adds words to the open paragraph. They passed the gate before their
// references were resolved, and pass again.
func (w *web) text(s string) {
	n := len(w.raw)
	w.raw = append(w.raw, clean.String(s)...)
	for i, c := range w.raw[n:] {
		if c == '\n' {
			w.raw[n+i] = ' '
		}
	}
	w.raw = append(w.raw[:n], blankSpaces(w.raw[n:])...)
}

// stands notes where a text stands, if it is the first with words of its line.
func (w *web) stands(n *html.Node) {
	if w.lineOf == nil || strings.TrimSpace(n.Data) == "" {
		return
	}
	if len(w.from) == 0 {
		w.from = append(w.from, 0)
	}
	if k := len(w.from) - 1; w.from[k] == 0 {
		w.from[k] = w.lineOf(n)
	}
}

// settle escapes the text that has come together.
func (w *web) settle() {
	raw := w.raw
	if len(raw) == 0 {
		return
	}
	atStart := len(w.line) == 0 || bytes.HasSuffix(w.line, []byte("\\\n"))
	if atStart || w.line[len(w.line)-1] == ' ' {
		raw = bytes.TrimLeft(raw, " \t")
	}
	w.raw = w.raw[:0]
	if len(raw) == 0 {
		return
	}
	if spaces := bytes.TrimLeft(raw, " \t"); len(spaces) == 0 {
		w.line = append(w.line, ' ')
		return
	} else if w.shown < len(w.emph) && w.plain == 0 {
		if len(spaces) < len(raw) && !atStart {
			w.line = append(w.line, ' ')
		}
		raw = spaces
		w.openEmphasis(raw)
	}
	if last := len(raw) - len(bytes.TrimRight(raw, " \t")); last > 0 {
		w.line = append(appendText(w.line, raw, atStart && w.shown == 0), ' ')
		return
	}
	w.line = appendText(w.line, raw, atStart && w.shown == 0)
}

// openEmphasis writes the marks that are due before the text, where Markdown
// takes them for marks: not between a letter and a punctuation mark.
func (w *web) openEmphasis(next []byte) {
	before, _ := utf8.DecodeLastRune(w.line)
	after, _ := utf8.DecodeRune(next)
	inWord := len(w.line) > 0 && isLetterOrDigit(before)
	for w.shown < len(w.emph) {
		at := len(w.line)
		if inWord && !isLetterOrDigit(after) {
			at = -1
		} else {
			w.line = append(w.line, w.emph[w.shown]...)
		}
		w.opened = append(w.opened, at)
		w.shown++
	}
}

func (w *web) emphasis(n *html.Node, mark string) {
	for _, e := range w.emph {
		if e == mark || w.plain > 0 {
			w.children(n)
			return
		}
	}
	w.settle()
	w.emph = append(w.emph, mark)
	w.children(n)
	w.settle()
	w.closeEmphasis(len(w.emph) - 1)
	w.emph = w.emph[:len(w.emph)-1]
}

// closeEmphasis closes what is written of the emphasis down to a depth.
func (w *web) closeEmphasis(depth int) {
	for w.shown > depth {
		w.shown--
		at := w.opened[w.shown]
		w.opened = w.opened[:w.shown]
		if at < 0 {
			continue
		}
		mark := w.emph[w.shown]
		text, atBreak := bytes.CutSuffix(bytes.TrimRight(w.line, " "), []byte("\\\n"))
		space := !atBreak && len(text) < len(w.line)
		if len(text) <= at+len(mark) || bytes.HasSuffix(text, []byte("\\")) {
			w.line = append(w.line[:at], w.line[min(at+len(mark), len(w.line)):]...)
			continue
		}
		w.pairs = append(w.pairs, [3]int{at, len(text), len(mark)})
		switch w.line = append(text, mark...); {
		case atBreak: // the break comes after what it ends
			w.line = append(w.line, "\\\n"...)
		case space:
			w.line = append(w.line, ' ')
		}
	}
}

// dropMarks takes out the emphasis whose closing mark stands between a
// punctuation mark and a letter: Markdown would show it.
func (w *web) dropMarks() {
	for i := len(w.pairs) - 1; i >= 0; i-- {
		open, end, n := w.pairs[i][0], w.pairs[i][1], w.pairs[i][2]
		if end+n > len(w.line) {
			continue
		}
		last, _ := utf8.DecodeLastRune(w.line[:end])
		next, _ := utf8.DecodeRune(w.line[end+n:])
		if isLetterOrDigit(last) || !isLetterOrDigit(next) {
			continue
		}
		w.line = append(w.line[:end], w.line[end+n:]...)
		w.line = append(w.line[:open], w.line[open+n:]...)
		for j := range w.pairs[:i] { // what stands within it or behind moves up
			for k, at := range w.pairs[j][:2] {
				if at > end {
					w.pairs[j][k] -= n
				}
				if at > open {
					w.pairs[j][k] -= n
				}
			}
		}
	}
	w.pairs = w.pairs[:0]
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func (w *web) lineBreak() {
	if w.plain > 0 {
		if w.cellBreak != "" {
			w.flush()
		} else {
			w.raw = append(w.raw, ' ')
		}
		return
	}
	w.settle()
	w.line = bytes.TrimRight(w.line, " ")
	switch {
	case len(w.line) == 0:
	case bytes.HasSuffix(w.line, []byte("\\\n")): // two of them end a paragraph
		w.flush()
	default:
		w.line = append(w.line, "\\\n"...)
		w.from = append(upTo(w.from, 1), 0)
	}
}

// inline returns what is under n on one line.
func (w *web) inline(n *html.Node) []byte {
	w.settle()
	line, emph, shown, opened := w.line, w.emph, w.shown, w.opened
	w.line, w.emph, w.shown, w.opened = nil, nil, 0, nil
	w.plain++
	w.line = append(w.line, ' ') // nothing in it begins a line
	w.children(n)
	w.settle()
	s := bytes.TrimSpace(w.line)
	w.plain--
	w.line, w.emph, w.shown, w.opened = line, emph, shown, opened
	return s
}
