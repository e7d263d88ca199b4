package briefing

import (
	"bytes"
	"errors"
	"regexp"
	"regexp/syntax"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Query looks for words in prose. It is smart about case: only a query with a
// capital in it minds capitals. White space in it stands for any white space.
type Query struct {
	text string // what is looked for; in lower case where case does not matter
	fold bool
	word string // its longest run of ASCII letters and digits, for the first look at the source
	re   *regexp.Regexp
}

// NewPattern makes a query of a regular expression (RE2), smart about case like
// a query of words.
func NewPattern(expr string) (Query, error) {
	q := Query{text: expr, fold: strings.ToLower(expr) == expr}
	if q.fold {
		expr = "(?i)" + expr
	}
	re, err := regexp.Compile(expr)
	if err != nil {
		var e *syntax.Error
		if errors.As(err, &e) {
			return q, errors.New(e.Code.String() + ": " + e.Expr)
		}
		return q, err
	}
	q.re = re
	return q, nil
}

// NewQuery makes a query of what a reader typed.
func NewQuery(s string) Query {
	q := Query{text: s, fold: strings.ToLower(s) == s}
	start := 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && (s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z' || s[i] >= '0' && s[i] <= '9') {
			continue
		}
		if i-start > len(q.word) {
			q.word = s[start:i]
		}
		start = i + 1
	}
	return q
}

// Empty reports whether there is nothing to look for.
func (q Query) Empty() bool { return q.text == "" }

// In returns where q stands in the prose of a piece, as ranges of the source.
// A piece whose source does not hold the query's longest word is not parsed.
func (q Query) In(src []byte, p Piece, r Refs) []Range {
	if !q.may(p.At.Of(src)) {
		return nil
	}
	var out []Range
	Leaves(Parse(src, p, r), func(b *Block) bool {
		out = append(out, q.InLeaf(b.Leaf)...)
		return true
	})
	return out
}

// InLeaf returns where q stands in one leaf.
func (q Query) InLeaf(l *Leaf) []Range {
	var out []Range
	for i := 0; i < len(l.Prose); {
		from, to := q.Find(l.Prose[i:])
		if from < 0 {
			break
		}
		out = append(out, l.Range(i+from, i+to))
		i += max(to, 1)
	}
	return out
}

// Find returns the first place of q in a string, from and to, or -1, -1.
func (q Query) Find(s string) (int, int) {
	if q.text == "" {
		return -1, -1
	}
	if q.re != nil {
		// what matches nothing is no hit
		for from := 0; from < len(s); {
			m := q.re.FindStringIndex(s[from:])
			if m == nil {
				break
			}
			if m[1] > m[0] {
				return from + m[0], from + m[1]
			}
			_, n := utf8.DecodeRuneInString(s[from+m[1]:])
			from += m[1] + max(n, 1)
		}
		return -1, -1
	}
	for i := 0; i < len(s); {
		j := q.first(s[i:])
		if j < 0 {
			return -1, -1
		}
		i += j
		if n := q.at(s[i:]); n > 0 {
			return i, i + n
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	return -1, -1
}

// first returns where the first rune of q may stand in s.
func (q Query) first(s string) int {
	r, _ := utf8.DecodeRuneInString(q.text)
	if !q.fold {
		return strings.IndexRune(s, r)
	}
	if r < utf8.RuneSelf && unicode.IsLetter(r) && r != 'k' && r != 's' { // k and s have a third form
		a, b := strings.IndexByte(s, byte(r)), strings.IndexByte(s, byte(r)&^0x20)
		if a < 0 || b >= 0 && b < a {
			return b
		}
		return a
	}
	return strings.IndexFunc(s, func(c rune) bool { return alike(c, r) })
}

// at returns how much of s, from its beginning, q matches; 0 for none.
func (q Query) at(s string) int {
	i := 0
	for k := 0; k < len(q.text); {
		r, n := utf8.DecodeRuneInString(q.text[k:])
		c, m := utf8.DecodeRuneInString(s[i:])
		if m == 0 || c != r && !(q.fold && alike(c, r)) && !(unicode.IsSpace(c) && unicode.IsSpace(r)) {
			return 0
		}
		i, k = i+m, k+n
	}
	return i
}

// alike reports whether c is r in another case; r is in lower case. An apostrophe
// typed straight finds the curved one, a hyphen any dash.
func alike(c, r rune) bool {
	switch {
	case c == r:
		return true
	case r == '\'':
		return c == '’' || c == '‘'
	case r == '"':
		return c == '“' || c == '”'
	case r == '-':
		return c == '–' || c == '—' || c == '‑'
	}
	return unicode.ToLower(c) == r
}

// may reports whether the source of a piece can hold q: whether it holds its
// longest word, case folded. A character reference may hide a letter.
func (q Query) may(src []byte) bool {
	if len(q.word) < 2 || q.re != nil {
		return true
	}
	if foldIndex(src, q.word, q.fold) >= 0 {
		return true
	}
	for i := bytes.IndexByte(src, '&'); i >= 0 && i+2 < len(src); {
		if src[i+1] == '#' || src[i+1]|0x20 >= 'a' && src[i+1]|0x20 <= 'z' {
			return true
		}
		next := bytes.IndexByte(src[i+1:], '&')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return false
}

// common is the letters of English from the most to the least common.
const common = "etaoinsrhldcumfpgwybvkxjqz"

// rarest is the byte of a word that is best looked for first.
func rarest(w string) int {
	best, rank := 0, -1
	for i := range len(w) {
		k := strings.IndexByte(common, w[i]|0x20)
		if w[i] >= '0' && w[i] <= '9' {
			k = len(common) / 2
		}
		if k > rank {
			best, rank = i, k
		}
	}
	return best
}

// foldIndex finds w in src, both cases of its letters alike where fold is set.
func foldIndex(src []byte, w string, fold bool) int {
	if !fold {
		return bytes.Index(src, []byte(w))
	}
	k := rarest(w)
	low, up := w[k], w[k]
	if low >= 'a' && low <= 'z' {
		up -= 32
	}
	next := func(from int, c byte) int {
		if i := bytes.IndexByte(src[min(from, len(src)):], c); i >= 0 {
			return from + i
		}
		return len(src)
	}
	a, b := next(k, low), next(k, up) // the next places of that byte in either case
	for {
		i := min(a, b) - k
		if i+len(w) > len(src) {
			return -1
		}
		if bytes.EqualFold(src[i:i+len(w)], []byte(w)) {
			return i
		}
		if a == i+k {
			a = next(a+1, low)
		}
		if b == i+k {
			b = next(b+1, up)
		}
	}
}
