package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wrapped reports whether the lines of a unit are running text that a typist broke
// at the margin: at least half of the lines after the first go on with a small
// letter, and they are long. Then a line break is a space: a name goes on over it
// (“the European / Union”), and no sentence ends there for a capital. The lines of
// an address, a schedule or a verse, which begin with capitals or are short, stay
// lines.
func wrapped(s string) bool {
	first, rest, ok := strings.Cut(s, "\n")
	if !ok {
		return false
	}
	longest, small, n := len(first), 0, 0
	for line := range strings.SplitSeq(rest, "\n") {
		line = strings.TrimLeft(line, " \t")
		if line == "" {
			continue
		}
		n++
		longest = max(longest, len(line))
		if r, _ := utf8.DecodeRuneInString(line); unicode.IsLower(r) {
			small++
		}
	}
	return longest >= 40 && n > 0 && 2*small >= n
}
