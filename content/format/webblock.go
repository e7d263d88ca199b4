package format

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"

	"readout/content/clean"
)

// Blocks: paragraphs, headings, code, and the prefix that lines have within others.

// flush writes the open paragraph.
func (w *web) flush() {
	w.settle()
	if w.plain > 0 {
		switch text := bytes.TrimRight(w.line, " "); {
		case w.cellBreak != "" && len(text) > 0 && !bytes.HasSuffix(text, []byte(w.cellBreak)):
			w.line = append(text, w.cellBreak...)
		case w.cellBreak == "" && len(text) == len(w.line) && len(text) > 0:
			w.line = append(w.line, ' ')
		}
		return
	}
	w.closeEmphasis(0)
	w.dropMarks()
	line := bytes.TrimSuffix(bytes.TrimRight(w.line, " "), []byte("\\\n"))
	w.line = w.line[:0]
	if len(bytes.TrimSpace(line)) == 0 {
		return
	}
	from := w.from
	if w.captions > 0 && w.prefix == "" && w.first == "" && w.again(string(line)) {
		w.from = nil
		return
	}
	w.start()
	for i, l := range bytes.Split(line, []byte{'\n'}) {
		if i > 0 {
			w.md = append(append(w.md, '\n'), w.prefix...)
			if i < len(from) {
				w.marks = append(w.marks, mark{len(w.md), from[i]})
			}
		}
		w.md = append(w.md, l...)
	}
}

// again reports whether a caption says what one of those just before it says:
// they stand twice, for those who open a picture.
func (w *web) again(s string) bool {
	if wordCount([]byte(s)) < 5 {
		return false
	}
	for _, r := range w.recent {
		if strings.HasPrefix(r, s) {
			return true
		}
	}
	if w.recent = append(w.recent, s); len(w.recent) > 4 {
		w.recent = w.recent[1:]
	}
	return false
}

// blank ends the block before with a blank line.
func (w *web) blank() {
	if w.first != "" || len(w.md) == 0 {
		return
	}
	if !w.fresh {
		w.md = append(w.md, '\n')
	}
	if !bytes.HasSuffix(w.md, []byte("\n\n")) {
		w.md = append(append(w.md, strings.TrimRight(w.prefix, " ")...), '\n')
	}
	w.fresh = true
}

// start begins a block on a new line, which came from where its first words did.
func (w *web) start() {
	if w.first != "" {
		w.md = append(w.md, w.first...)
		w.first = ""
	} else {
		if !w.fresh {
			w.blank()
		}
		w.md = append(w.md, w.prefix...)
	}
	if len(w.from) > 0 {
		w.marks = append(w.marks, mark{len(w.md), w.from[0]})
	}
	w.from = nil
	w.fresh = false
}

// within writes what is under n with a prefix before every line.
func (w *web) within(prefix string, n *html.Node) {
	was := w.prefix
	if w.first != "" {
		w.first += prefix
	}
	w.prefix += prefix
	w.children(n)
	w.flush()
	w.prefix = was
}

func (w *web) heading(n *html.Node, level int) {
	w.flush()
	w.from = nil
	s := w.inline(n)
	if len(s) == 0 {
		return
	}
	w.start()
	w.md = append(w.md, "######"[:min(level, 6)]...)
	w.md = append(append(w.md, ' '), s...)
	if s[len(s)-1] == '#' {
		w.md = append(w.md[:len(w.md)-1], `\#`...)
	}
}

func (w *web) code(n *html.Node) {
	w.flush()
	at := w.lineIn(n)
	text := strings.Trim(clean.String(nodeText(n)), "\n")
	if strings.TrimSpace(text) == "" {
		return
	}
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	w.start()
	w.md = append(w.md, fence...)
	for i, l := range strings.Split(text, "\n") {
		w.md = append(append(w.md, '\n'), w.prefix...)
		if at > 0 {
			w.marks = append(w.marks, mark{len(w.md), at + i})
		}
		w.md = append(w.md, l...)
	}
	w.md = append(append(append(w.md, '\n'), w.prefix...), fence...)
}

// lineIn is the line of the file of the first words under n, 0 if unknown.
func (w *web) lineIn(n *html.Node) int {
	if w.lineOf == nil {
		return 0
	}
	for c := range n.Descendants() {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
			return w.lineOf(c)
		}
	}
	return 0
}
