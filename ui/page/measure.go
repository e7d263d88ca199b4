package page

import (
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// cluster returns the length in bytes and the width in cells of the character
// at the start of s, as a reader sees characters: with its marks, its joiners.
// It never reaches behind s, so that who cuts s at the end of a run measures
// what a terminal measures, where the run's style ends.
func cluster(s string) (n, cells int) {
	switch {
	case s[0] == '\t':
		return 1, 1
	case s[0] < 0x20 || s[0] == 0x7f:
		return 1, 0
	case s[0] < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf):
		return 1, 1
	}
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && size <= 1 || unseen(r) {
		return size, 0
	}
	if ideograph(r) { // most of a Chinese text: a look at the next one is enough
		next, _ := utf8.DecodeRuneInString(s[size:])
		if next < utf8.RuneSelf && next > 0 || ideograph(next) {
			return size, 2
		}
	}
	c, w := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	if !utf8.ValidString(c) { // bytes that are no text end a character
		for size < len(c) {
			if r, k := utf8.DecodeRuneInString(c[size:]); r == utf8.RuneError && k == 1 {
				break
			} else {
				size += k
			}
		}
		c, w = ansi.FirstGraphemeCluster(s[:size], ansi.GraphemeWidth)
	}
	return len(c), w
}

// ideograph reports whether r is a wide character that joins no other.
func ideograph(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r >= 0x3041 && r <= 0x3096 || r >= 0x30a1 && r <= 0x30fa || r >= 0x3001 && r <= 0x3011
}

// unseen reports whether r is left out of a line: what Vet would take away, and
// what only says where a word may break.
func unseen(r rune) bool {
	return r == 0xad || r == 0x200b || r == 0xfeff || !visible(r)
}

// hollow reports whether a character without width that begins with r is left
// out: alone, joiners and selectors would only change what stands before them.
func hollow(r rune) bool {
	return r == utf8.RuneError || unseen(r) || r == 0x200c || r == 0x200d || r == 0x2060 || r >= 0xfe00 && r <= 0xfe0f
}

// drawn is s as it stands in a line: without what is unseen, tabs as spaces.
func drawn(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] < 0x20 || s[i] >= 0x7f {
			return redrawn(s)
		}
	}
	return s
}

func redrawn(s string) string {
	b := make([]byte, 0, len(s))
	for len(s) > 0 {
		n, cells := cluster(s)
		switch r, _ := utf8.DecodeRuneInString(s); {
		case r == '\t' || r == '\n':
			b = append(b, ' ')
		case cells > 0 || !hollow(r):
			b = append(b, s[:n]...)
		}
		s = s[n:]
	}
	return string(b)
}

// width is how many cells s takes where it is drawn plain.
func width(s string) int {
	w := 0
	for len(s) > 0 {
		n, c := cluster(s)
		s, w = s[n:], w+c
	}
	return w
}

// clip is s in at most n cells, with “…” where it was cut.
func clip(s string, n int) string {
	if width(s) <= n {
		return s
	}
	if n < 1 {
		return ""
	}
	w := 0
	for i := 0; i < len(s); {
		k, c := cluster(s[i:])
		if w+c > n-1 {
			return s[:i] + "…"
		}
		i, w = i+k, w+c
	}
	return s
}
