package page

import (
	"strconv"
	"strings"

	"readout/briefing"
)

// Lists that their author numbered with letters, Roman numerals or several parts
// are lists of bullets in Markdown, which knows plain numbers alone. The number
// stands in the text then, and a bullet before it would be one mark too many.
//
//	catches: • (a) First   • (b) Second      • 1.1 Scope   • 1.2 Method
//	not:     • A. Smith said so   • J. Doe did not      • e.g. this   • 3.5 million   • 4.2 million

// ownNumbers reports whether every item of a list begins with a number of its own.
func ownNumbers(list *briefing.Block) bool {
	if list.Ordered || len(list.Blocks) == 0 {
		return false
	}
	last, weak := "", false
	for i := range list.Blocks {
		item := &list.Blocks[i]
		if len(item.Blocks) == 0 || item.Blocks[0].Leaf == nil || item.Task != 0 {
			return false
		}
		label, rest, _ := strings.Cut(item.Blocks[0].Leaf.Prose, " ")
		core, doubtful := enumerator(label)
		if core == "" || rest == "" {
			return false
		}
		if doubtful { // only a second that follows the first tells
			weak = true
			if last != "" && !follows(last, core) {
				return false
			}
		}
		last = core
	}
	return !weak || len(list.Blocks) > 1
}

// enumerator is a word without the signs that make it the number of an item, ""
// if it is none, and whether it could as well be the initial of a name or a
// quantity.
func enumerator(s string) (core string, doubtful bool) {
	core = strings.TrimSuffix(strings.TrimPrefix(s, "("), ")")
	closed, opened := strings.HasSuffix(s, ")"), strings.HasPrefix(s, "(")
	core = strings.TrimSuffix(core, ".")
	if len(core) > 12 || core == "" || opened && !closed {
		return "", false
	}
	parts := strings.Split(core, ".")
	number := false
	for _, p := range parts {
		digits := strings.Trim(p, "0123456789") == ""
		if p == "" || !digits && !isLetterOrRoman(p) {
			return "", false
		}
		number = number || digits
	}
	switch {
	case closed:
		return core, false
	case len(parts) > 1:
		if !number { // e.g., U.S.
			return "", false
		}
		return core, !strings.HasSuffix(s, ".")
	case !strings.HasSuffix(s, "."):
		return "", false
	}
	return core, core[0] >= 'A' && core[0] <= 'Z'
}

func isLetterOrRoman(s string) bool {
	if len(s) == 1 {
		return s[0] >= 'a' && s[0] <= 'z' || s[0] >= 'A' && s[0] <= 'Z'
	}
	return strings.Trim(s, "ivxl") == "" || strings.Trim(s, "IVXL") == ""
}

// follows reports whether a letter, a Roman numeral or the last part of a number
// follows another.
func follows(a, b string) bool {
	i, j := strings.LastIndexByte(a, '.')+1, strings.LastIndexByte(b, '.')+1
	if i > 0 || j > 0 {
		m, err := strconv.Atoi(a[i:])
		n, err2 := strconv.Atoi(b[j:])
		return a[:i] == b[:j] && err == nil && err2 == nil && n == m+1
	}
	return len(a) == 1 && len(b) == 1 && b[0] == a[0]+1 || romanValue(b) == romanValue(a)+1 && romanValue(a) > 0
}

// romanValue is the value of a numeral, 0 for what is none.
func romanValue(s string) (n int) {
	most := 0
	for i := len(s) - 1; i >= 0; i-- {
		v := [...]int{1, 5, 10, 50}[max(strings.IndexByte("IVXL", s[i]), 0)]
		if strings.IndexByte("IVXL", s[i]) < 0 {
			return 0
		}
		if v < most {
			n -= v
		} else {
			n, most = n+v, v
		}
	}
	return n
}
