package page

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Vet keeps of a line what may reach a terminal: text, SGR, and OSC 8 with an
// http, https or mailto address. Every other escape sequence, control and
// bidirectional override goes.
//
// It is the second gate. The first one cleans what comes from outside; but a
// character reference is decoded after it, and what draws a line may bring
// sequences of its own.
func Vet(line string) string {
	if harmless(line) {
		return line
	}
	var b strings.Builder
	b.Grow(len(line))
	var state byte
	linked := false
	for len(line) > 0 {
		seq, _, n, next := ansi.DecodeSequence(line, state, nil)
		if n == 0 {
			break
		}
		line, state = line[n:], next
		switch {
		case sgr(seq):
			b.WriteString(seq)
		case strings.HasPrefix(seq, "\x1b]8;"):
			if addr, id, ok := osc8(seq); ok && (addr != "" || linked) {
				if addr == "" {
					b.WriteString(ansi.ResetHyperlink())
				} else if id != "" {
					b.WriteString(ansi.SetHyperlink(addr, "id="+id))
				} else {
					b.WriteString(ansi.SetHyperlink(addr))
				}
				linked = addr != ""
			}
		case seq[0] == 0x1b, seq[0] < utf8.RuneSelf && !visible(rune(seq[0])):
		case seq[0] >= utf8.RuneSelf && !utf8.ValidString(seq):
			// A lone C1 byte, or a sequence that one of them begins.
			if r, k := utf8.DecodeRuneInString(seq); k > 1 && visible(r) {
				b.WriteString(strings.Map(keep, strings.ToValidUTF8(seq, "")))
			}
		default:
			b.WriteString(strings.Map(keep, seq))
		}
	}
	if linked {
		b.WriteString(ansi.ResetHyperlink())
	}
	return b.String()
}

// harmless reports whether there is nothing to decide about in a line: most
// lines are text and SGR.
func harmless(line string) bool {
	for i := 0; i < len(line); {
		c := line[i]
		switch {
		case c == 0x1b:
			k := i + 2
			if k > len(line) || line[i+1] != '[' {
				return false
			}
			for k < len(line) && (line[k] >= '0' && line[k] <= '9' || line[k] == ';' || line[k] == ':') {
				k++
			}
			if k == len(line) || line[k] != 'm' {
				return false
			}
			i = k + 1
		case c < 0x20 || c == 0x7f:
			return false
		case c < utf8.RuneSelf:
			i++
		default:
			r, n := utf8.DecodeRuneInString(line[i:])
			if r == utf8.RuneError && n == 1 || !visible(r) {
				return false
			}
			i += n
		}
	}
	return true
}

// Visible reports whether a character may stand in a line.
func Visible(r rune) bool { return visible(r) }

// visible reports whether r may stand in a line: no control, no bidirectional
// override or isolate, no line separator, no tag character.
func visible(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r < 0xa0,
		r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f, r == 0x061c,
		r == 0x2028, r == 0x2029, r >= 0xe0000 && r <= 0xe007f:
		return false
	}
	return true
}

func keep(r rune) rune {
	if visible(r) {
		return r
	}
	return -1
}

// sgr reports whether seq is a well-formed SGR sequence.
func sgr(seq string) bool {
	if len(seq) < 3 || seq[:2] != "\x1b[" || seq[len(seq)-1] != 'm' {
		return false
	}
	for _, c := range []byte(seq[2 : len(seq)-1]) {
		if (c < '0' || c > '9') && c != ';' && c != ':' {
			return false
		}
	}
	return true
}

// osc8 reads a hyperlink sequence: its address, "" where it ends a link, and
// the id among its parameters.
func osc8(seq string) (addr, id string, ok bool) {
	body := strings.TrimPrefix(seq, "\x1b]8;")
	switch {
	case strings.HasSuffix(body, "\x07"):
		body = body[:len(body)-1]
	case strings.HasSuffix(body, "\x1b\\"):
		body = body[:len(body)-2]
	default:
		return "", "", false
	}
	params, addr, ok := strings.Cut(body, ";")
	if !ok {
		return "", "", false
	}
	if addr == "" {
		return "", "", true
	}
	if addr = Address(addr); addr == "" {
		return "", "", false
	}
	for _, p := range strings.Split(params, ":") {
		if v, is := strings.CutPrefix(p, "id="); is && plain(v) {
			id = v
		}
	}
	return addr, id, true
}

func plain(s string) bool {
	for _, c := range []byte(s) {
		if (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') {
			return false
		}
	}
	return len(s) < 64
}

// longest is how long an address may be; terminals take no more.
const longest = 2000

// Address is a link's destination as it may be handed to a terminal or an
// opener: printable ASCII, what is not is percent-encoded, controls are gone.
// It is "" for anything but http, https and mailto, which are written small:
// who looks at the scheme behind this gate need not know that case is nothing to it.
func Address(link string) string {
	var b strings.Builder
	for _, r := range link {
		switch {
		case r == utf8.RuneError || !visible(r):
		case r > ' ' && r < 0x7f && r != '"' && r != '<' && r != '>' && r != '\\' && r != '^' && r != '`' && r != '{' && r != '|' && r != '}':
			b.WriteByte(byte(r))
		default:
			for _, c := range []byte(string(r)) {
				b.WriteString("%" + string("0123456789ABCDEF"[c>>4]) + string("0123456789ABCDEF"[c&15]))
			}
		}
	}
	addr := b.String()
	scheme, rest, ok := strings.Cut(addr, ":")
	if !ok || rest == "" || len(addr) > longest {
		return ""
	}
	scheme = strings.ToLower(scheme)
	switch scheme {
	case "http", "https":
		if !strings.HasPrefix(rest, "//") || len(rest) < 3 {
			return ""
		}
	case "mailto":
	default:
		return ""
	}
	return scheme + ":" + rest
}
