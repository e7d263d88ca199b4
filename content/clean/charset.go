package clean

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// Head is how much of a file is looked at before its charset is decided.
const Head = 64 << 10

type charset uint8

const (
	utf8Text charset = iota
	mojibake         // UTF-8 twice over
	windows
	mac
	utf16le
	utf16be
	utf32le
	utf32be
)

// detect decides the charset on the head of a file and returns the length of
// its byte order mark.
func detect(head []byte) (charset, int) {
	switch {
	case bytes.HasPrefix(head, []byte("\xEF\xBB\xBF")):
		return inUTF8(head[3:]), 3
	case bytes.HasPrefix(head, []byte("\xFF\xFE\x00\x00")):
		return utf32le, 4
	case bytes.HasPrefix(head, []byte("\x00\x00\xFE\xFF")):
		return utf32be, 4
	case bytes.HasPrefix(head, []byte("\xFF\xFE")):
		return utf16le, 2
	case bytes.HasPrefix(head, []byte("\xFE\xFF")):
		return utf16be, 2
	}
	if c, ok := byNULs(head); ok {
		return c, 0
	}
	valid, bad := sequences(head)
	switch {
	case valid >= 2*bad: // two thirds of them, or no high byte at all
		return inUTF8(head), 0
	case likely(head, &macRoman) > likely(head, &windows1252):
		return mac, 0
	}
	return windows, 0
}

func inUTF8(head []byte) charset {
	if isMojibake(head) {
		return mojibake
	}
	return utf8Text
}

// byNULs tells UTF-16 and UTF-32 without a mark by where the zero bytes stand:
// in Latin text nearly every character has its zero bytes at the same places.
func byNULs(head []byte) (charset, bool) {
	head = head[:min(len(head), 4096)&^3]
	if len(head) < 8 {
		return 0, false
	}
	var at [4]int
	for i, c := range head {
		if c == 0 {
			at[i&3]++
		}
	}
	n := len(head) / 4
	most := func(k int) bool { return at[k]*10 >= n*7 }
	few := func(k int) bool { return at[k]*10 <= n }
	switch {
	case few(0) && most(1) && most(2) && most(3):
		return utf32le, true
	case most(0) && most(1) && most(2) && few(3):
		return utf32be, true
	case few(0) && most(1) && few(2) && most(3):
		return utf16le, true
	case most(0) && few(1) && most(2) && few(3):
		return utf16be, true
	}
	return 0, false
}

// sequences counts the characters above ASCII that are valid UTF-8, and the runs
// of bytes that are not. What the end of the head cuts off counts neither way.
func sequences(head []byte) (valid, bad int) {
	broken := false
	for i := 0; i < len(head); {
		if head[i] < utf8.RuneSelf {
			i++
			broken = false
			continue
		}
		r, n := utf8.DecodeRune(head[i:])
		if r != utf8.RuneError || n > 1 {
			valid++
			broken = false
		} else if len(head)-i < utf8.UTFMax && !utf8.FullRune(head[i:]) {
			break
		} else if !broken {
			bad++
			broken = true
		}
		i += n
	}
	return valid, bad
}

// likely says how well the high bytes of a text read in a single-byte charset. A
// right reading gives small letters inside words, quotation marks and dashes at
// their ends; a wrong one gives capitals and signs in the middle of words.
//
//	catches: Biden\xD5s is Biden’s in Mac Roman, BidenÕs in Windows-1252
//	not:     d\xE9j\xE0 is déjà in Windows-1252, dÈj‡ in Mac Roman
func likely(head []byte, table *[128]rune) int {
	score := 0
	for i, c := range head {
		if c < utf8.RuneSelf {
			continue
		}
		r := table[c-utf8.RuneSelf]
		before, after := isWord(head, i-1), isWord(head, i+1)
		inWord := before && after
		switch {
		case r == utf8.RuneError:
			score -= 2
		case r == '’' || r == '”':
			score += 3 * sign(before || i > 0 && head[i-1] > ' ' && !after)
		case r == '“' || r == '‘':
			score += 3 * sign(!before && after)
		case r == '–' || r == '—' || r == '…' || r == '•' || r == '\u00a0':
			score += 1
		case unicode.IsLower(r):
			score += sign(before || after)
		case unicode.IsUpper(r):
			score += sign(!lower(head, i-1))
		case inWord:
			score -= 2
		}
	}
	return score
}

func sign(good bool) int {
	if good {
		return 1
	}
	return -1
}

func isWord(b []byte, i int) bool {
	return i >= 0 && i < len(b) && (b[i] >= utf8.RuneSelf || isLetter(b[i]))
}

func lower(b []byte, i int) bool { return i >= 0 && 'a' <= b[i] && b[i] <= 'z' }

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
