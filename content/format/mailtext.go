package format

import "bytes"

// The plain text of a mail: lines that go on, quotations, the signature.

// plain is plain text of a mail as Markdown. What is quoted becomes a quotation,
// level by level; the signature gives no facts and goes to the furniture.
func (m *message) plain(text []byte) lined {
	text = blankSpaces(text)
	if i := signatureAt(text); i >= 0 {
		for line := range bytes.Lines(text[i:]) {
			if l := bytes.TrimSpace(line); len(l) > 0 && string(l) != "--" {
				m.signature = append(m.signature, string(l))
			}
		}
		text = text[:i]
	}
	return quoted(text, 1, 8)
}

// signatureAt is where the signature begins, -1 without one: a line “-- ” with
// nothing quoted behind it and few lines.
func signatureAt(text []byte) int {
	i := bytes.LastIndex(text, []byte("\n-- \n"))
	if i < 0 {
		i = bytes.LastIndex(text, []byte("\n--\n"))
	}
	if i < 0 || bytes.Count(text[i:], []byte{'\n'}) > 20 || bytes.Contains(text[i:], []byte("\n>")) {
		return -1
	}
	return i + 1
}

// quoted converts stretches of quoted and unquoted lines, the first of which is
// the line-th.
func quoted(text []byte, line, depth int) (md lined) {
	for len(text) > 0 {
		inside := text[0] == '>'
		begins := line
		var stretch []byte
		for len(text) > 0 && (text[0] == '>') == inside {
			s, rest, _ := bytes.Cut(text, []byte{'\n'})
			if inside {
				s = bytes.TrimPrefix(s[1:], []byte{' '})
			}
			stretch = append(append(stretch, s...), '\n')
			text = rest
			line++
		}
		var part lined
		if inside && depth > 0 {
			part = quoted(stretch, begins, depth-1).quotation()
		} else {
			part = plainMarkdown(stretch).at(func(n int) int { return begins + n - 1 })
		}
		if len(bytes.TrimSpace(part.md)) > 0 {
			md = together(md, part)
		}
	}
	return md
}

// plainMarkdown converts text that has no head of its own: nothing in it is a
// title or metadata.
func plainMarkdown(in []byte) lined {
	if len(bytes.TrimSpace(in)) == 0 {
		return lined{}
	}
	o := NewOut(len(in))
	t := &text{out: o, line: 1, gap: true, headless: true}
	t.Convert(in, true)
	return o.lined()
}

// unflow joins the lines of format=flowed, which end in a space where the
// paragraph goes on, at the same depth of quotation, and tells which line each
// of its lines began with.
func unflow(text []byte) (_ []byte, begins []int) {
	at := 0
	out := make([]byte, 0, len(text))
	goesOn, was := false, 0
	for line := range bytes.Lines(text) {
		at++
		line = bytes.TrimRight(line, "\n")
		body := bytes.TrimLeft(line, ">")
		depth := len(line) - len(body)
		body = bytes.TrimPrefix(body, []byte{' '})
		signature := string(body) == "-- "
		if goesOn && depth == was && !signature {
			out = append(out, body...)
		} else {
			if len(out) > 0 {
				out = append(out, '\n')
			}
			begins = append(begins, at)
			out = append(out, line[:depth]...)
			if depth > 0 {
				out = append(out, ' ')
			}
			out = append(out, body...)
		}
		goesOn, was = len(body) > 0 && body[len(body)-1] == ' ' && !signature, depth
	}
	if len(begins) == 0 {
		begins = []int{1}
	}
	return append(out, '\n'), begins
}
