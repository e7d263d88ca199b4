package clean

import (
	"unicode/utf8"
)

// Mojibake: the bytes of UTF-8 were read as Windows-1252 and saved as UTF-8
// again, so that every “ is now the three characters â€œ. It shows: the
// characters of the whole text, taken back to bytes, are valid UTF-8, which
// accents and quotation marks that somebody wrote hardly ever are.
//
// It is mended where the head has it throughout, not where one â€œ is quoted
// among proper quotation marks.

// isMojibake reports whether what stands above ASCII in the head reads as UTF-8
// once more, all but an odd character in ten.
func isMojibake(head []byte) bool {
	good, other := 0, 0
	for i := 0; i < len(head); {
		if head[i] < utf8.RuneSelf {
			i++
			continue
		}
		if _, n := remake(head[i:]); n > 0 {
			good++
			i += n
			continue
		}
		_, n := utf8.DecodeRune(head[i:])
		other++
		i += n
	}
	return good > 0 && other*10 <= good
}

// mend takes the text back, where that gives valid UTF-8.
func mend(dst, src []byte, end bool) ([]byte, int) {
	i := 0
	for i < len(src) {
		j := i
		for j < len(src) && src[j] < utf8.RuneSelf {
			j++
		}
		dst = append(dst, src[i:j]...)
		if i = j; i == len(src) {
			break
		}
		if !end && len(src)-i < 4*utf8.UTFMax {
			return dst, i
		}
		if r, n := remake(src[i:]); n > 0 {
			dst = utf8.AppendRune(dst, r)
			i += n
			continue
		}
		_, n := utf8.DecodeRune(src[i:])
		dst = append(dst, src[i:i+n]...)
		i += n
	}
	return dst, i
}

// remake reads the characters at the start of b as the bytes of one character
// and returns it with the length of what it was made of, or 0.
func remake(b []byte) (rune, int) {
	var raw [utf8.UTFMax]byte
	used, want := 0, 1
	for k := 0; k < want; k++ {
		r, n := utf8.DecodeRune(b[used:])
		if n == 0 || r == utf8.RuneError && n == 1 {
			return 0, 0
		}
		c, ok := asByte(r)
		if r == utf8.RuneError && k == 2 && raw[0] == 0xE2 && raw[1] == 0x80 {
			// One of the five bytes that Windows-1252 leaves open was lost; after
			// E2 80 four of them are no printing mark and the fifth is ”.
			c, ok = 0x9D, true
		}
		if !ok {
			return 0, 0
		}
		raw[k] = c
		used += n
		if k == 0 {
			switch {
			case c >= 0xF0 && c < 0xF5:
				want = 4
			case c >= 0xE0:
				want = 3
			case c >= 0xC2:
				want = 2
			default:
				return 0, 0
			}
		}
	}
	r, n := utf8.DecodeRune(raw[:want])
	if n != want {
		return 0, 0
	}
	return r, used
}

// asByte is the byte that Windows-1252 writes r with.
func asByte(r rune) (byte, bool) {
	if r >= 0x80 && r <= 0xFF { // C1 controls stand for the bytes left open
		return byte(r), true
	}
	for i, w := range windows1252[:32] {
		if w == r && r != utf8.RuneError {
			return byte(0x80 + i), true
		}
	}
	return 0, false
}
