package clean

import "bytes"

// Escape sequences go as a whole: with the ESC alone out, “[31m” would stay in
// the text. A string sequence (a title, a link, a clipboard write, a device
// query) ends at BEL or ST; one that does not end must not take the text after
// it along, so without an end in sight only its introducer goes.

const (
	longestCSI    = 64
	longestString = 4096
)

// escape returns the length of the sequence at the start of b, which is ESC or a
// C1 control, and whether it needs more bytes to tell. The introducer is skip
// bytes long and its kind is kind, the second byte of the seven-bit form.
func escape(b []byte, skip int, kind byte) (n int, more bool) {
	rest := b[skip:]
	switch {
	case kind == '[':
		return csi(rest, skip)
	case kind == ']' || kind == 'P' || kind == 'X' || kind == '^' || kind == '_':
		return control(rest, skip, kind == ']')
	case kind >= 0x20 && kind < 0x30: // ESC ( B, ESC # 8
		for i, c := range rest {
			if c < 0x20 || c > 0x2F {
				if c >= 0x30 && c <= 0x7E {
					i++
				}
				return skip + i, false
			}
			if i == 4 {
				return skip, false
			}
		}
		return skip + len(rest), true
	}
	return skip, false // ESC 7, ESC c
}

func csi(rest []byte, skip int) (int, bool) {
	for i, c := range rest {
		switch {
		case c >= 0x40 && c <= 0x7E:
			return skip + i + 1, false
		case c < 0x20 || c > 0x3F || i == longestCSI:
			return skip + i, false // broken off
		}
	}
	return skip + len(rest), true
}

func control(rest []byte, skip int, line bool) (int, bool) {
	look := rest[:min(len(rest), longestString)]
	for i, c := range look {
		switch c {
		case '\a':
			return skip + i + 1, false
		case 0x1B:
			if i+1 == len(rest) {
				return skip, true
			}
			if rest[i+1] == '\\' {
				return skip + i + 2, false
			}
			return skip, false // another sequence begins: this one never ended
		case 0x9C:
			if i > 0 && look[i-1] == 0xC2 {
				return skip + i + 1, false
			}
		case '\n', '\r':
			if line { // OSC
				return skip, false
			}
		}
	}
	return skip, len(look) < longestString
}

// bareCSI is the length of a sequence that begins with the single byte 0x9B: a
// number and a letter follow it. In UTF-8 the byte is invalid, and in a text it
// is the quotation mark of Windows-1252, which no number and letter follow.
func bareCSI(b []byte) (n int, more bool) {
	i := 1
	for i < len(b) && i < longestCSI && (b[i] >= '0' && b[i] <= '9' || b[i] == ';' || b[i] == '?') {
		i++
	}
	if i == len(b) {
		return 0, true
	}
	if !isLetter(b[i]) || !bytes.ContainsAny(b[1:i], "0123456789") {
		return 0, false
	}
	return i + 1, false
}
