package format

import (
	"bytes"
	"strings"
)

// The plain text of a mail: lines that go on, quotations, the signature.

// plain is plain text of a mail as Markdown. What is quoted becomes a quotation,
// level by level; the signature stands as it was written and gives no facts.
func (m *message) plain(text []byte) lined {
	text = blankSpaces(text)
	i, end, ok := signatureIn(text)
	if !ok {
		return quoted(text, 1, 8)
	}
	var s lined
	at := bytes.Count(text[:i], []byte{'\n'})
	for line := range bytes.Lines(text[i:end]) {
		at++
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		if len(s.md) > 0 {
			s.md = append(s.md, "\\\n"...)
		}
		s.md, s.from = appendText(s.md, line, true), append(s.from, at)
	}
	s.md = append(s.md, '\n')
	s.mute = []lineSpan{{0, len(s.from)}}
	return together(together(quoted(text[:i], 1, 8), s), quoted(text[end:], at+1, 8))
}

// longestSignature is in lines.
const longestSignature = 20

// signatureIn is where the signature stands: from a line “-- ” to the end of the
// text, or to the next blank line where something else comes after it.
func signatureIn(text []byte) (from, to int, ok bool) {
	i := bytes.LastIndex(text, []byte("\n-- \n"))
	if i < 0 {
		i = bytes.LastIndex(text, []byte("\n--\n"))
	}
	if i < 0 {
		return 0, 0, false
	}
	from, to = i+1, len(text)
	goesOn := bytes.Contains(text[from:], []byte("\n>")) || bytes.Contains(text[from:], []byte("\nFrom:")) || bytes.Contains(text[from:], []byte("\n---")) || bytes.Contains(text[from:], []byte("\n___"))
	if n := bytes.Index(text[from:], []byte("\n\n")); n > 0 && (goesOn || bytes.Count(text[from:], []byte{'\n'}) > longestSignature) {
		to = from + n + 1
	}
	return from, to, bytes.Count(text[from:to], []byte{'\n'}) <= longestSignature
}

// quoted converts stretches of quoted and unquoted lines, the first of which is
// the line-th. How lines are broken is told from all of them: two lines between
// quotations do not tell.
func quoted(in []byte, line, depth int) (md lined) {
	var plain []byte
	was := 0
	for l := range bytes.Lines(in) {
		s := bytes.TrimLeft(l, "> ")
		if deep := bytes.Count(l[:len(l)-len(s)], []byte{'>'}); deep != was {
			plain, was = append(plain, '\n'), deep
		}
		if len(s) == 0 {
			s = []byte{'\n'}
		}
		plain = append(plain, s...)
	}
	rows := &text{line: 1}
	rows.split(plain, true)
	s := shapeOf(rows.rows)
	for len(in) > 0 {
		inside := in[0] == '>'
		begins := line
		var stretch []byte
		for len(in) > 0 && (in[0] == '>') == inside {
			s, rest, _ := bytes.Cut(in, []byte{'\n'})
			if inside {
				s = bytes.TrimPrefix(s[1:], []byte{' '})
			}
			stretch = append(append(stretch, s...), '\n')
			in = rest
			line++
		}
		var part lined
		if inside && depth > 0 {
			part = quoted(stretch, begins, depth-1).quotation()
		} else {
			part = plainMarkdown(stretch, s).at(func(n int) int { return begins + n - 1 })
		}
		if len(bytes.TrimSpace(part.md)) > 0 {
			md = together(md, part)
		}
	}
	return md
}

// plainMarkdown converts text that has no head of its own: nothing in it is a
// title or metadata.
func plainMarkdown(in []byte, s shape) lined {
	if len(bytes.TrimSpace(in)) == 0 {
		return lined{}
	}
	o := NewOut(len(in))
	t := &text{out: o, line: 1, gap: true, headless: true, started: true, shape: s}
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

// unpack takes out of a text what programs packed into it before mails had parts: a
// file in uuencode, which becomes an attachment, and the armour of a signature, of
// which nobody reads a word. Lines stay in number, so that each keeps its own.
func (m *message) unpack(text []byte) []byte {
	if !bytes.Contains(text, []byte("\nbegin ")) && !bytes.Contains(text, []byte("-----BEGIN PGP SIGNED MESSAGE-----")) {
		return text
	}
	var out, file []byte
	name, armour := "", 0 // 1: its head, 2: signed text, 3: the signature
	for l := range bytes.Lines(text) {
		s := strings.TrimRight(string(l), "\r\n")
		switch {
		case name != "":
			if s == "end" {
				m.attached = append(m.attached, &part{kind: "application/octet-stream", params: map[string]string{"name": name}, body: file})
				name, file = "", nil
			} else {
				file = appendUU(file, s)
			}
		case isBegin(s) && bytes.Contains(text, []byte("\nend")):
			name = s[len("begin 644 "):]
		case s == "-----BEGIN PGP SIGNED MESSAGE-----":
			armour = 1
		case armour == 1 && s == "":
			armour = 2
		case armour == 1:
		case armour == 2 && s == "-----BEGIN PGP SIGNATURE-----":
			armour = 3
		case armour == 3:
			if s == "-----END PGP SIGNATURE-----" {
				armour = 0
			}
		case armour == 2 && strings.HasPrefix(s, "- "): // a line that begins with a dash was escaped
			out = append(out, l[2:]...)
			continue
		default:
			out = append(out, l...)
			continue
		}
		out = append(out, '\n')
	}
	if name != "" { // it never ended
		return text
	}
	return out
}

// isBegin recognises the first line of a file in uuencode: “begin 644 notes.txt”.
func isBegin(s string) bool {
	rest, ok := strings.CutPrefix(s, "begin ")
	return ok && len(rest) > 4 && digits([]byte(rest)) == 3 && rest[3] == ' '
}

// appendUU decodes a line of uuencode.
func appendUU(dst []byte, s string) []byte {
	if s == "" {
		return dst
	}
	n := int(s[0]-' ') & 63
	at := func(i int) byte {
		if i < len(s) {
			return (s[i] - ' ') & 63
		}
		return 0
	}
	for i := 1; n > 0 && i < len(s); i += 4 {
		a, b, c, d := at(i), at(i+1), at(i+2), at(i+3)
		three := []byte{a<<2 | b>>4, b<<4 | c>>2, c<<6 | d}
		dst = append(dst, three[:min(n, 3)]...)
		n -= 3
	}
	return dst
}
