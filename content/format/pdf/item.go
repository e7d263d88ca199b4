package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// markLen is the length of the mark of an item at the start of a line, without
// the space behind it; 0 if there is none. A letter or a number needs a stop or
// a parenthesis.
//
//	catches: • – ▪ o 1. 12) (a) (iv) a) 2.3
//	not:     1999 was   – he said –   A. Smith (a capital and a name)
func markLen(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case strings.ContainsRune("•●○◦▪▫■□◆◇➢➤►‣⁃∙·☐☑☒✓✔❖¾", r):
		return n
	case strings.ContainsRune("-–—−*o", r) && (len(s) == n || s[n] == ' '):
		return n
	}
	open := strings.HasPrefix(s, "(") || strings.HasPrefix(s, "[")
	i := 0
	if open {
		i = 1
	}
	start := i
	for i < len(s) && i-start < 4 && isDigit(s[i]) {
		i++
	}
	digits := i > start
	if !digits {
		for i < len(s) && i-start < 5 && strings.IndexByte("ivxlcIVXLC", s[i]) >= 0 {
			i++
		}
		if i-start < 1 || i < len(s) && unicode.IsLetter(rune(s[i])) || !romanish(s[start:i]) {
			if i = start; i < len(s) && unicode.IsLetter(rune(s[i])) && s[i] < utf8.RuneSelf {
				i++
			} else {
				return 0
			}
		}
	} else {
		for i+1 < len(s) && s[i] == '.' && isDigit(s[i+1]) {
			for i++; i < len(s) && isDigit(s[i]); i++ {
			}
		}
	}
	switch {
	case i < len(s) && s[i] == ')' || open && i < len(s) && s[i] == ']':
		i++
	case !open && i < len(s) && s[i] == '.':
		i++
	default:
		return 0
	}
	if i < len(s) && s[i] != ' ' {
		return 0
	}
	return i
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// romanish reports whether s may be a small Roman number.
func romanish(s string) bool {
	s = strings.ToLower(s)
	return strings.Trim(s, "ivxlc") == "" && !strings.Contains(s, "iiii") && !strings.Contains(s, "vv")
}

// isBullet reports whether a mark is no number.
func isBullet(mark string) bool {
	return strings.IndexFunc(mark, func(r rune) bool { return unicode.IsDigit(r) || unicode.IsLetter(r) && r != 'o' }) < 0
}
