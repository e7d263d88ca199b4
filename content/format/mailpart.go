package format

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"strings"
	"unicode/utf8"

	"readout/content/clean"
)

// The parts of a message. What arrives is often not what the standards say: a
// boundary without an end, base64 with holes, charsets that do not exist, no
// header at all. So this is a reader of our own over the bytes, which takes what
// is there, in one pass a level.

const (
	deepestPart   = 32
	mostMailParts = 1000
)

// part is a message or a part of one.
type part struct {
	head    []field
	kind    string // text/plain
	params  map[string]string
	body    []byte // as it was sent
	tooDeep bool   // something in it stands too deep to be read
	line    int    // of the file, that the body begins on; 0 where it is packed in another
	parts   []*part
}

// parsePart reads a part. It is told how deep it stands and counts the parts
// down; what is too deep, or one too many, stays unread. Line is that of the file
// that it begins on, 0 if none.
func parsePart(raw []byte, line, depth int, left *int) *part {
	p := &part{}
	p.head, p.body = splitHead(raw)
	if line > 0 {
		p.line = line + bytes.Count(raw[:len(raw)-len(p.body)], []byte{'\n'})
	}
	p.kind, p.params = mediaType(p.get("Content-Type"))
	if !strings.HasPrefix(p.kind, "multipart/") {
		return p
	}
	if depth == 0 {
		p.tooDeep = true
		return p
	}
	at, line := 0, p.line
	for _, sub := range splitParts(p.body, p.params["boundary"]) {
		if *left--; *left < 0 {
			break
		}
		if line > 0 {
			line += bytes.Count(p.body[at:sub.start], []byte{'\n'})
		}
		at = sub.start
		q := parsePart(p.body[at:sub.end], line, depth-1, left)
		p.parts, p.tooDeep = append(p.parts, q), p.tooDeep || q.tooDeep
	}
	return p
}

// splitHead takes the header lines off, joined where they were folded. A text
// without any is all body.
func splitHead(raw []byte) (head []field, body []byte) {
	rest := raw
	for len(rest) > 0 {
		line, after, _ := bytes.Cut(rest, []byte{'\n'})
		if len(bytes.TrimSpace(line)) == 0 {
			return head, after
		}
		switch name, value, ok := bytes.Cut(line, []byte{':'}); {
		case (line[0] == ' ' || line[0] == '\t') && len(head) > 0:
			if f := &head[len(head)-1]; len(f.Value) < 64<<10 {
				f.Value += " " + string(bytes.TrimSpace(line))
			}
		case ok && len(name) > 0 && !bytes.ContainsAny(name, " \t"):
			if len(head) < 1000 {
				head = append(head, field{string(name), string(bytes.TrimSpace(value))})
			}
		case bytes.HasPrefix(line, []byte("From ")), bytes.HasPrefix(line, []byte(">From ")):
		default: // the blank line is missing
			return head, rest
		}
		rest = after
	}
	return head, nil
}

// splitParts cuts a body at the lines of its boundary. Where the boundary is not
// named, the first line that looks like one is it; where the last is missing, the
// part ends with the text.
func splitParts(body []byte, boundary string) (parts []stretch) {
	if boundary == "" {
		for line := range bytes.Lines(body) {
			if l := bytes.TrimSpace(line); len(l) > 4 && bytes.HasPrefix(l, []byte("--")) && !bytes.ContainsAny(l, " ") {
				boundary = string(l[2:])
				break
			}
		}
		if boundary == "" {
			return nil
		}
	}
	mark := []byte("--" + boundary)
	start := -1
	for at := 0; at < len(body) && len(parts) <= mostMailParts; {
		line, _, _ := bytes.Cut(body[at:], []byte{'\n'})
		next := min(at+len(line)+1, len(body))
		if rest, ok := bytes.CutPrefix(line, mark); ok {
			tail := bytes.TrimSpace(rest)
			if len(tail) == 0 || string(tail) == "--" {
				if start >= 0 {
					parts = append(parts, stretch{start, max(start, at-1)})
				}
				if start = next; len(tail) > 0 {
					return parts
				}
			}
		}
		at = next
	}
	if start >= 0 && start < len(body) {
		parts = append(parts, stretch{start, len(body)})
	}
	return parts
}

// stretch is from where to where a part goes.
type stretch struct{ start, end int }

// get returns a header field as it was sent.
func (p *part) get(name string) string {
	for _, f := range p.head {
		if strings.EqualFold(f.Name, name) {
			return f.Value
		}
	}
	return ""
}

// words returns a header field in readable words.
func (p *part) words(name string) string { return headWords(p.get(name)) }

// headWords decodes the encoded words of a header field. A charset that nobody
// knows, or none, is the gate's business.
func headWords(s string) string {
	d := mime.WordDecoder{CharsetReader: func(charset string, in io.Reader) (io.Reader, error) {
		raw, err := io.ReadAll(in)
		return bytes.NewReader(clean.Bytes(decodeAs(raw, charset))), err
	}}
	if w, err := d.DecodeHeader(s); err == nil {
		s = w
	}
	return line1(s)
}

// mediaType reads a Content-Type, also one that breaks the rules.
func mediaType(s string) (kind string, params map[string]string) {
	kind, params, err := mime.ParseMediaType(s)
	if err == nil {
		return kind, params
	}
	params = map[string]string{}
	head, rest, _ := strings.Cut(s, ";")
	for _, f := range strings.Split(rest, ";") {
		k, v, _ := strings.Cut(f, "=")
		if k = strings.ToLower(strings.TrimSpace(k)); k != "" && params[k] == "" {
			params[k] = strings.Trim(strings.TrimSpace(v), `"`)
		}
	}
	if kind = strings.ToLower(strings.TrimSpace(head)); kind == "" {
		kind = "text/plain"
	}
	return kind, params
}

// fileName is what a part is called, as text and never as a path.
func (p *part) fileName() string {
	_, params := mediaType("x/y;" + afterSemicolon(p.get("Content-Disposition")))
	name := headWords(firstOf(params["filename"], p.params["name"]))
	return strings.TrimLeft(name[strings.LastIndexAny(name, `/\`)+1:], ".")
}

func afterSemicolon(s string) string {
	_, rest, _ := strings.Cut(s, ";")
	return rest
}

func (p *part) isAttachment() bool {
	d := strings.ToLower(strings.TrimSpace(p.get("Content-Disposition")))
	return strings.HasPrefix(d, "attachment") || !strings.HasPrefix(p.kind, "text/") || p.kind == "text/calendar" || p.fileName() != "" && p.kind != "text/plain" && p.kind != "text/html"
}

// decoded is the body as it was before it was packed for the way.
func (p *part) decoded() []byte {
	switch strings.ToLower(strings.TrimSpace(p.get("Content-Transfer-Encoding"))) {
	case "base64":
		return fromBase64(p.body)
	case "quoted-printable":
		return fromQuoted(p.body)
	}
	return p.body
}

// lineOf tells which line of the file a line of the decoded body came from: quoted
// lines were broken for the way, and of base64 only the beginning is told.
func (p *part) lineOf() func(int) int {
	switch strings.ToLower(strings.TrimSpace(p.get("Content-Transfer-Encoding"))) {
	case "base64":
		return func(int) int { return p.line }
	case "quoted-printable":
		begins := []int{0} // in the body as sent
		at := 0
		for line := range bytes.Lines(p.body) {
			at++
			if !bytes.HasSuffix(bytes.TrimRight(line, " \t\r\n"), []byte{'='}) {
				begins = append(begins, at)
			}
		}
		return func(n int) int {
			if p.line == 0 {
				return 0
			}
			return p.line + begins[min(max(n-1, 0), len(begins)-1)]
		}
	}
	return func(n int) int {
		if p.line == 0 {
			return 0
		}
		return p.line + n - 1
	}
}

// text is a text part as clean text. Valid UTF-8 beyond ASCII is what it is,
// whatever the part says.
func (p *part) text() []byte {
	raw := p.decoded()
	if !utf8.Valid(raw) || len(raw) == runes(raw) {
		charset := strings.ToLower(strings.ReplaceAll(p.params["charset"], "_", "-"))
		if charset == "" || charset == "us-ascii" || charset == "unknown-8bit" || charset == "x-unknown" || charset == "8bit" || charset == "binary" {
			if charset = guessCharset(raw); charset == "" {
				charset = p.params["charset"]
			}
		}
		raw = decodeAs(raw, charset)
	}
	return clean.Bytes(raw)
}

// fromBase64 decodes what is there of base64.
func fromBase64(b []byte) []byte {
	in := make([]byte, 0, len(b))
	for _, c := range b {
		if isAlnum(c) || c == '+' || c == '/' {
			in = append(in, c)
		}
	}
	if len(in)%4 == 1 {
		in = in[:len(in)-1]
	}
	out := make([]byte, base64.RawStdEncoding.DecodedLen(len(in)))
	n, _ := base64.RawStdEncoding.Decode(out, in)
	return out[:n]
}

// fromQuoted decodes quoted-printable; an = that begins nothing stays.
func fromQuoted(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		c := b[i]
		if c != '=' {
			out = append(out, c)
			continue
		}
		end := i + 1
		for end < len(b) && (b[end] == ' ' || b[end] == '\t' || b[end] == '\r') {
			end++
		}
		if end == len(b) || b[end] == '\n' { // a soft line break
			i = end
			continue
		}
		if i+2 < len(b) && isHex(b[i+1]) && isHex(b[i+2]) {
			out = append(out, hex(b[i+1])<<4|hex(b[i+2]))
			i += 2
			continue
		}
		out = append(out, c)
	}
	return out
}

func isHex(c byte) bool { return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'f' }

func hex(c byte) byte {
	if isDigit(c) {
		return c - '0'
	}
	return (c | 0x20) - 'a' + 10
}
