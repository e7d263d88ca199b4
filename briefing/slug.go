package briefing

import (
	"encoding/hex"
	"strings"
	"unicode"
)

// Slug is what a link calls a heading, as GitHub makes slugs: lower case, blanks as
// hyphens, no punctuation. It reads an address's %20 too.
func Slug(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '-', r == '_':
			return unicode.ToLower(r)
		case r == ' ':
			return '-'
		}
		return -1
	}, strings.TrimSpace(unescaped(s)))
}

// unescaped resolves the percent signs of an address; where one is no escape, they
// all stand for themselves.
func unescaped(s string) string {
	var b strings.Builder
	for left := s; ; {
		before, rest, found := strings.Cut(left, "%")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		if len(rest) < 2 {
			return s
		}
		c, err := hex.DecodeString(rest[:2])
		if err != nil {
			return s
		}
		b.Write(c)
		left = rest[2:]
	}
}
