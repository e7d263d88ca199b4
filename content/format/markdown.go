package format

import (
	"bytes"

	"readout/briefing"
)

// markdown passes Markdown on as it is. The head decides: front matter goes to
// the metadata, and a title line is put in where there is none.
type markdown struct {
	out     *Out
	name    string
	opt     Options
	started bool
	held    []byte // a line of spaces that has not ended
	codes   shortcodes
}

func newMarkdown(o *Out, name string, opt Options) Converter {
	return &markdown{out: o, name: name, opt: opt}
}

func (m *markdown) Convert(text []byte, end bool) {
	if !m.started {
		m.started = true
		text = m.head(text)
	}
	m.append(m.codes.strip(m.out, text, end), end)
}

// append appends Markdown in which a line that holds nothing but spaces, also
// such as do not break, is a blank line. Pages saved as Markdown have them
// between paragraphs, which would be one without.
func (m *markdown) append(text []byte, end bool) {
	if m.held != nil {
		text = append(m.held, text...)
		m.held = nil
	}
	md := m.out.md
	for len(text) > 0 {
		i := bytes.Index(text, noBreak)
		if i < 0 {
			break
		}
		start := bytes.LastIndexByte(text[:i], '\n') + 1
		stop := bytes.IndexByte(text[i:], '\n')
		if stop < 0 {
			if end {
				break
			}
			md = append(md, text[:start]...)
			if line := text[start:]; len(line) < 256 && isBlankLine(line) {
				m.held = bytes.Clone(line)
			} else {
				md = append(md, line...)
			}
			text = nil
			break
		}
		md = append(md, text[:start]...)
		if line := text[start : i+stop]; (start > 0 || len(md) == 0 || md[len(md)-1] == '\n') && isBlankLine(line) {
			md = append(md, '\n')
		} else {
			md = append(md, text[start:i+stop+1]...)
		}
		text = text[i+stop+1:]
	}
	m.out.md = append(md, text...)
}

var noBreak = []byte("\u00a0")

// isBlankLine reports whether a line holds nothing but spaces.
func isBlankLine(line []byte) bool {
	return len(bytes.Trim(line, " \t\u00a0")) == 0
}

// head takes the front matter off, writes a title line if one is missing, and
// returns the rest.
func (m *markdown) head(text []byte) []byte {
	o := m.out
	body, line := text, 1
	var dated stamp
	var broken []byte
	if mat, ok := findMatter(text); ok {
		entries, at, err := mat.entries()
		if err != nil {
			o.warn(at, "front matter: %v", err)
			broken = text[:mat.end]
		} else {
			dated = fill(o, entries)
		}
		body, line = text[mat.end:], 1+bytes.Count(text[:mat.end], []byte{'\n'})
	}
	for { // blank lines at the start say nothing
		first, rest, ok := bytes.Cut(body, []byte{'\n'})
		if !ok || len(bytes.TrimSpace(first)) > 0 {
			break
		}
		body = rest
		line++
	}
	day, headline, rest := envelopeIn(body)
	if !day.IsZero() {
		body = rest
		if dated.IsZero() {
			dated = day
		}
	}
	stated, own := o.Meta.Title, firstHeading(body)
	switch {
	case stated == "" && own == "" && headline != "":
		o.Meta.Title = headline
		o.title(line)
		body = body[len(headline):]
	case stated == "":
		if o.Meta.Title = own; own == "" {
			o.Meta.Title, o.Meta.TitleMade = madeFromMarkdown(body, m.name), true
			o.title(0)
		}
	case stated != own:
		o.title(0)
	}
	if broken != nil {
		o.shown(broken)
	}
	first := dateInMarkdown(body)
	if first.from == "header" && dated.IsZero() {
		dated = first
	}
	o.anchor(m.opt, dated, stamp{}, first, m.name)
	o.from(line)
	return body
}

// envelopeIn takes the envelope of plain text off a Markdown text that has it
// behind broken front matter, and the headline that stands in it.
func envelopeIn(body []byte) (day stamp, headline string, rest []byte) {
	rest = bytes.TrimLeft(body, " ")
	n := envelopeLen(rest)
	if n == 0 {
		return stamp{}, "", body
	}
	d, ok := briefing.ParseDate(string(rest[5:n]))
	if !ok {
		return stamp{}, "", body
	}
	rest = bytes.TrimLeft(rest[n:], " ")
	if i := bytes.Index(rest, []byte("\n\n")); i > 0 && wordCount(rest[:i]) <= 20 && bytes.IndexByte(rest[:i], '\n') < 0 {
		headline = string(rest[:i])
	}
	return stamp{d, "first line"}, headline, rest
}

// title writes the title line.
func (o *Out) title(line int) {
	o.from(line)
	o.md = append(o.md, "# "...)
	o.md = appendHeading(o.md, []byte(o.Meta.Title))
	o.blank()
}

// shown writes front matter that could not be read as the text it is: a fenced
// block, so that its --- makes no heading of it.
func (o *Out) shown(raw []byte) {
	fence := []byte("```")
	for bytes.Contains(raw, fence) {
		fence = append(fence, '`')
	}
	o.from(0)
	o.md = append(o.md, fence...)
	o.newline()
	o.from(1)
	for line := range bytes.Lines(raw) {
		o.md = append(o.md, bytes.TrimRight(line, "\n")...)
		o.newline()
	}
	o.from(0)
	o.md = append(o.md, fence...)
	o.blank()
}

// firstHeading returns the words of the first # heading in the head of a
// Markdown text, "" if there is none.
func firstHeading(body []byte) string {
	fence := ""
	var last []byte // the line before, while it may be the text of an underlined heading
	for line := range bytes.Lines(body) {
		row := bytes.TrimRight(line, " \t\n")
		bare := bytes.TrimLeft(row, " ")
		indent := len(row) - len(bare)
		if f := fenceOf(bare); f != "" && indent < 4 {
			switch {
			case fence == "":
				fence = f
			case f[0] == fence[0] && len(f) >= len(fence) && len(bytes.Trim(bare, f[:1])) == 0:
				fence = ""
			}
			last = nil
			continue
		}
		if fence != "" || indent >= 4 || len(bare) == 0 {
			last = nil
			continue
		}
		if bytes.HasPrefix(bare, []byte("# ")) || bytes.HasPrefix(bare, []byte("#\t")) {
			if s := words(bare); s != "" {
				return s
			}
		}
		if last != nil && only(bare, '=') {
			return words(append(append([]byte("# "), bytes.TrimSpace(last)...), '\n'))
		}
		if last = row; bytes.IndexByte([]byte("#>-*+|<"), bare[0]) >= 0 {
			last = nil
		}
	}
	return ""
}

// fenceOf returns the run of ` or ~ that opens or closes a block of code.
func fenceOf(row []byte) string {
	for _, c := range []byte("`~") {
		n := 0
		for n < len(row) && row[n] == c {
			n++
		}
		if n >= 3 {
			return string(row[:n])
		}
	}
	return ""
}

// looksMarkdown judges a text without a name: two different marks of Markdown,
// or a # heading at its start.
func looksMarkdown(head []byte) bool {
	head = head[:min(len(head), 16<<10)]
	if firstHeading(head[:min(len(head), 1024)]) != "" && bytes.HasPrefix(bytes.TrimLeft(head, " \n"), []byte("#")) {
		return true
	}
	marks := 0
	for _, m := range []string{"\n## ", "](http", "\n```", "\n|--", "\n- [ ] ", "\n- [x] ", "](#", "\n> ", "\n[^1]: "} {
		if bytes.Contains(head, []byte(m)) {
			marks++
		}
	}
	return marks >= 2
}

// dateInMarkdown looks for a date among the first lines of a Markdown text: a
// line that is a date and nothing else, or a “Date:” line.
func dateInMarkdown(body []byte) stamp {
	n := 0
	for line := range bytes.Lines(body[:min(len(body), 4096)]) {
		row := string(bytes.Trim(line, " \t\n*_#>"))
		if row == "" {
			continue
		}
		if n++; n > 12 || len(row) > 80 {
			break
		}
		bare := bytes.ReplaceAll([]byte(row), []byte("*"), nil)
		if name, v, ok := bytes.Cut(bare, []byte(":")); ok && bytes.EqualFold(bytes.TrimSpace(name), []byte("date")) {
			if d, ok := briefing.ParseDate(string(bytes.TrimSpace(v))); ok {
				return stamp{d, "header"}
			}
		}
		if d, ok := parseDate(string(bare)); ok && !tellsChange(low([]byte(row))) {
			return stamp{d, "first lines"}
		}
	}
	return stamp{}
}
