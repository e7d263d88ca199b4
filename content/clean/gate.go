package clean

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Gate cleans a stream. The zero Gate is ready. It waits for Head bytes, or the
// end, before it decides on the charset; after that it holds back a few
// kilobytes at most.
type Gate struct {
	// Damaged is the number of bytes left out because they stood in the middle of
	// a word and no charset makes sense of them.
	Damaged int

	decided bool
	charset charset
	raw     []byte // bytes not yet decoded
	text    []byte // decoded, not yet filtered
	prev    rune   // the last character let through, 0 at the start
	compose bool   // something that NFC may change came by
}

// Bytes cleans a whole text.
func Bytes(src []byte) []byte {
	var g Gate
	return g.Close(g.Append(make([]byte, 0, len(src)+len(src)/16), src))
}

// String cleans a string that was decoded after the gate: a value of front
// matter, a file name.
func String(s string) string {
	for i := 0; i < len(s); i++ {
		if !plain[s[i]] {
			var g Gate
			g.decided = true
			return string(g.Close(g.Append(nil, []byte(s))))
		}
	}
	return s
}

// Append appends the next bytes of the stream to dst as clean text.
func (g *Gate) Append(dst, src []byte) []byte { return g.pass(dst, src, false) }

// Close appends what was held back.
func (g *Gate) Close(dst []byte) []byte { return g.pass(dst, nil, true) }

func (g *Gate) pass(dst, src []byte, end bool) []byte {
	if !g.decided {
		if len(g.raw)+len(src) < Head && !end {
			g.raw = append(g.raw, src...)
			return dst
		}
		head := src
		if len(g.raw) > 0 {
			src = append(g.raw, src...)
			head, g.raw = src, nil
		}
		var bom int
		g.charset, bom = detect(head[:min(len(head), Head)])
		g.decided = true
		src = src[bom:]
	}
	if g.charset != utf8Text {
		if len(g.raw) > 0 {
			src = append(g.raw, src...)
		}
		var used int
		g.text, used = g.charset.decode(g.text, src, end)
		g.raw = append(g.raw[:0:0], src[used:]...)
		src = g.text
	} else if len(g.text) > 0 {
		g.text = append(g.text, src...)
		src = g.text
	}
	upto := len(src)
	if !end {
		upto = boundary(src)
	}
	start := len(dst)
	dst, used := g.filter(dst, src[:upto], src, end)
	g.text = append(g.text[:0], src[used:]...)
	if g.compose {
		g.compose = false
		dst = nfc(dst, start)
	}
	return dst
}

// boundary is the last place in src where nothing before it joins what follows:
// after white space, or before a character that begins a new one.
func boundary(src []byte) int {
	for i := len(src) - 1; i >= 0 && i >= len(src)-256; i-- {
		if c := src[i]; c == ' ' || c == '\n' {
			return i + 1
		}
	}
	if i := norm.NFC.LastBoundary(src[max(0, len(src)-256):]); i >= 0 {
		return max(0, len(src)-256) + i
	}
	return len(src)
}

func nfc(dst []byte, start int) []byte {
	if norm.NFC.IsNormal(dst[start:]) {
		return dst
	}
	return append(dst[:start], norm.NFC.Bytes(dst[start:])...)
}

// plain are the bytes that pass as they are.
var plain = func() (t [256]bool) {
	for c := range 0x7F {
		t[c] = c >= 0x20
	}
	t['\n'], t['\t'] = true, true
	return t
}()

// run is the length of the text at the start of b that may pass unseen: plain
// bytes, letters of the alphabets of Europe, dashes and quotation marks. It is
// here for speed; what it leaves, special decides.
func run(b []byte) int {
	i := 0
	for i < len(b) {
		switch c := b[i]; {
		case plain[c]:
			i++
		case (c >= 0xC3 && c <= 0xCB || c == 0xCF || c == 0xD0 || c == 0xD1) && i+1 < len(b) && b[i+1]&0xC0 == 0x80:
			i += 2
		case c == 0xE2 && i+2 < len(b) && b[i+1] == 0x80 && b[i+2] >= 0x90 && b[i+2] <= 0xA6:
			i += 3
		default:
			return i
		}
	}
	return i
}

// filter lets through what may pass of in, looking ahead into all, and returns
// how much of it was used.
func (g *Gate) filter(dst, in, all []byte, end bool) ([]byte, int) {
	i := 0
	for i < len(in) {
		if n := run(in[i:]); n > 0 {
			dst = append(dst, in[i:i+n]...)
			i += n
			if i == len(in) {
				g.prev, _ = utf8.DecodeLastRune(in)
				break
			}
			g.prev, _ = utf8.DecodeLastRune(in[:i])
		}
		prev := g.prev
		next, n, more := g.special(dst, all[i:], end)
		if more && !end {
			g.prev = prev
			return dst, i
		}
		dst = next
		i += n
	}
	return dst, i
}

// special handles what stands at the start of b and is not plain: it returns dst
// with what it lets through, the bytes used, and whether it needs more of them
// to tell (at the end of the stream it does without).
func (g *Gate) special(dst, b []byte, end bool) (_ []byte, n int, more bool) {
	if b[0] < utf8.RuneSelf {
		return g.control(dst, b)
	}
	return g.high(dst, b, end)
}

// control handles the C0 control at the start of b.
func (g *Gate) control(dst, b []byte) (_ []byte, n int, more bool) {
	switch b[0] {
	case '\r':
		switch {
		case len(b) > 1 && b[1] == '\n':
			return dst, 1, false
		case len(b) > 2 && b[1] == '\r' && b[2] == '\n': // CRLF, saved in text mode once more
			return dst, 2, false
		}
		return g.newline(dst), 1, len(b) == 1 || b[1] == '\r' && len(b) == 2
	case '\v', '\f':
		if g.prev != 0 && g.prev != '\n' {
			dst = g.newline(dst)
		}
		return dst, 1, false
	case '\b': // a typewriter's bold and underline: x\bx and _\bx
		if len(b) == 1 {
			return dst, 1, true
		}
		if k := len(dst) - 1; k >= 0 && (dst[k] == b[1] || dst[k] == '_') && b[1] > ' ' && b[1] < utf8.RuneSelf {
			dst = dst[:k]
		}
		return dst, 1, false
	case 0x1B:
		if len(b) == 1 {
			return dst, 1, true
		}
		if b[1] < 0x20 || b[1] > 0x7E {
			return dst, 1, false
		}
		n, more = escape(b, 2, b[1])
		return dst, n, more
	}
	return dst, 1, false
}

func (g *Gate) newline(dst []byte) []byte {
	g.prev = '\n'
	return append(dst, '\n')
}

// high handles the character above ASCII at the start of b.
func (g *Gate) high(dst, b []byte, end bool) (_ []byte, n int, more bool) {
	r, n := utf8.DecodeRune(b)
	if r == utf8.RuneError && n == 1 {
		return g.invalid(dst, b, end)
	}
	switch {
	case r >= 0xA0 && r < 0x300 && r != 0xAD: // Latin
	case r >= 0x2010 && r <= 0x2027: // dashes, quotation marks
	case r == 0x85 || r == 0x2028:
		return g.newline(dst), n, false
	case r == 0x2029: // the end of a paragraph
		if g.prev != '\n' {
			dst = append(dst, '\n')
		}
		return g.newline(dst), n, false
	case r < 0xA0: // C1
		switch kind := byte(r) - 0x40; kind {
		case '[', ']', 'P', 'X', '^', '_':
			n, more = escape(b, n, kind)
		}
		return dst, n, more
	case g.invisible(r):
		return dst, n, false
	case !composed(r):
		g.compose = true
	}
	g.prev = r
	return append(dst, b[:n]...), n, false
}

// invisible reports whether r shows nothing and only gets in the way of
// searching and matching, or turns the direction of the text around.
func (g *Gate) invisible(r rune) bool {
	switch {
	case r == 0xAD, r == 0x61C, r == 0x180E, r == 0x200B, r == 0x200E, r == 0x200F, r == 0xFEFF,
		r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F, r >= 0xFFF9 && r <= 0xFFFB:
		return true
	case r == 0x200C, r == 0x200D: // they join Arabic, Indic and emoji, never Latin
		return g.prev < 0x590
	case r >= 0xE0000 && r <= 0xE007F: // tags, visible only in the flag of a country's part
		return g.prev != 0x1F3F4 && (g.prev < 0xE0000 || g.prev > 0xE007F)
	}
	return false
}

// composed reports whether r, which is not Latin, surely stays as it is in NFC
// and joins nothing. It is a short cut for the usual scripts.
func composed(r rune) bool {
	switch {
	case r < 0x300, r >= 0x37F && r < 0x483 && r != 0x387, r >= 0x48A && r < 0x591, r >= 0x2010 && r < 0x20D0,
		r >= 0x3041 && r < 0x3099, r >= 0x30A0 && r < 0x3130, r >= 0x4E00 && r < 0xA000,
		r >= 0xAC00 && r < 0xD7A4, r >= 0xFE00 && r < 0xFE20, r >= 0xFF00 && r < 0xFFF0, r >= 0x1F000 && r < 0x20000:
		return true
	}
	return false
}

// invalid handles a byte that is not UTF-8.
func (g *Gate) invalid(dst, b []byte, end bool) (_ []byte, n int, more bool) {
	if !utf8.FullRune(b) {
		if !end {
			return dst, 1, true
		}
		if len(b) > 1 { // the file was cut in the middle of a character
			g.prev = utf8.RuneError
			return utf8.AppendRune(dst, utf8.RuneError), len(b), false
		}
	}
	n, bad, more := damage(b)
	if more && !end {
		return dst, 1, true
	}
	if bad > 0 && g.prev < utf8.RuneSelf && isLetter(byte(g.prev)) && n < len(b) && isLetter(b[n]) {
		g.Damaged += bad
		return dst, n, false
	}
	if b[0] == 0x9B {
		n, more := bareCSI(b)
		if n > 0 {
			return dst, n, false
		}
		if more && !end {
			return dst, 1, true
		}
	}
	r := windows1252[b[0]-utf8.RuneSelf]
	if g.invisible(r) { // a soft hyphen, whatever byte it came as
		return dst, 1, false
	}
	g.prev = r
	return utf8.AppendRune(dst, r), 1, false
}

// damage measures a run of bytes that no charset accounts for: three or more
// that are not UTF-8, at most one punctuation mark between two of them, and
// among them signs that never stand inside a word. A letter of Windows-1252 in a
// text of UTF-8 (caf\xE9) is none, nor are two.
func damage(b []byte) (n, bad int, more bool) {
	odd := false
	for i := 0; i < len(b); {
		if i > longestCSI {
			return 0, 0, false
		}
		if c := b[i]; c < utf8.RuneSelf {
			if n < i || c <= ' ' || isLetter(c) || c >= '0' && c <= '9' {
				break
			}
			odd = true
			i++
			if i == len(b) {
				more = true
			}
			continue
		}
		r, size := utf8.DecodeRune(b[i:])
		if r != utf8.RuneError || size > 1 {
			break
		}
		bad++
		switch w := windows1252[b[i]-utf8.RuneSelf]; {
		case w >= 0xA0 && w < 0xC0, w == 0xD7, w == 0xF7, w == utf8.RuneError:
			odd = true
		}
		i++
		if n = i; i == len(b) {
			more = true
		}
	}
	if bad < 3 || !odd {
		bad = 0
	}
	return n, bad, more
}
