package lang

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

type tokenKind uint8

const (
	word   tokenKind = iota // letters, and abbreviations with their inner full stops: U.S., a.m.
	number                  // digits, with inner commas and points: 60,000 · 2.1
	mark                    // one rune of anything else
)

// A token is a word, a number or a mark. Hyphens and possessive endings are
// tokens of their own, so that “US-French” and “Harris’s” fall apart.
type token struct {
	unit, start, end int32
	kind             tokenKind
	cap              bool      // begins with a capital
	upper            bool      // has capitals only, and more than one letter
	space            bool      // white space stands before it
	line             bool      // a line break stands before it
	class            wordClass // what it can be in a temporal expression
	v                int16     // which one of its class
	lists            class     // the lists of the gazetteer that hold the word
	pos              posClass  // of a word, see posAt
	counts, starts   bool      // of a word, see lexeme
	n                int32     // what a number of up to nine digits and nothing else says, else -1
	sentence         int32     // index into text.sentences
	low              string    // lower case, apostrophes straightened
	key              key       // of low
}

// text is a list of units, cut into tokens and sentences once for all rules.
type text struct {
	units     []Unit
	tokens    []token
	first     []int // first token of each unit, and len(tokens) at the end
	sentences []Span
	from      []int // first token of each sentence, and len(tokens) at the end
}

func (t *text) of(k token) string { return t.units[k.unit].S[k.start:k.end] }

// span covers the tokens from i up to but not with j.
func (t *text) span(i, j int) Span {
	a, b := &t.tokens[i], &t.tokens[j-1]
	return Span{int(a.unit), int(a.start), int(b.end)}
}

func scan(units []Unit) *text {
	t := &text{units: units}
	n := 0
	for _, u := range units {
		n += len(u.S)
	}
	t.tokens = roomFor(n/5 + 8)
	for i, u := range units {
		t.first = append(t.first, len(t.tokens))
		t.tokens = tokens(t.tokens, i, u.S)
	}
	t.first = append(t.first, len(t.tokens))
	t.cutSentences()
	return t
}

// spare holds the tokens of texts that have been read, for those to come: they are
// the most that reading needs.
var spare sync.Pool

func roomFor(n int) []token {
	if room, ok := spare.Get().(*[]token); ok && cap(*room) >= n {
		return (*room)[:0]
	}
	return make([]token, 0, n)
}

// free gives the tokens back. Nothing may look at them any more.
func (t *text) free() {
	room := t.tokens
	clear(room)
	spare.Put(&room)
	t.tokens = nil
}

func tokens(out []token, unit int, s string) []token {
	lower := lowered(s)
	known := lexicons.Get().(*lexicon)
	space, line, soft := true, false, wrapped(s)
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		if unicode.IsSpace(r) {
			line = line || r == '\n' && !soft
			i, space = i+n, true
			continue
		}
		k := token{unit: int32(unit), start: int32(i), space: space, line: line, n: -1}
		space, line = false, false
		switch {
		case digit(r):
			k.kind = number
			i = endOfNumber(s, i)
		case unicode.IsLetter(r):
			k.kind = word
			k.cap = unicode.IsUpper(r) || unicode.IsTitle(r)
			i = endOfWord(s, i)
		case (r == '\'' || r == '’') && !k.space && possessive(s[i+n:]):
			k.kind = word
			i += n + 1
		default:
			k.kind = mark
			i += n
		}
		k.end = int32(i)
		w := s[k.start:k.end]
		k.low = lower[k.start:k.end]
		if k.kind == number {
			k.n = value(w)
		}
		if k.kind == word {
			if strings.Contains(k.low, "’") {
				k.low = strings.ReplaceAll(k.low, "’", "'")
			}
			k.upper = k.cap && k.end-k.start > 1 && upper(w)
			l := known.of(k.low)
			k.key, k.class, k.v, k.lists, k.pos, k.counts, k.starts = l.key, l.time, l.v, l.lists, l.pos, l.counts, l.starts
		} else {
			k.key = keyOf(k.low)
		}
		out = append(out, k)
	}
	lexicons.Put(known)
	return out
}

// lowered is s in lower case, byte for byte in place: the rare letters whose lower
// case is shorter or longer stay as they are.
func lowered(s string) string {
	i := 0
	for i < len(s) && !('A' <= s[i] && s[i] <= 'Z') && s[i] < utf8.RuneSelf {
		i++
	}
	if i == len(s) {
		return s
	}
	b := []byte(s)
	for i < len(b) {
		switch c := b[i]; {
		case 'A' <= c && c <= 'Z':
			b[i] = c + 'a' - 'A'
			i++
		case c < utf8.RuneSelf:
			i++
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			if l := unicode.ToLower(r); l != r && utf8.RuneLen(l) == n {
				utf8.EncodeRune(b[i:], l)
			}
			i += n
		}
	}
	return string(b)
}

// upper reports whether a word has no letter in lower case.
func upper(w string) bool {
	for i := 0; i < len(w); i++ {
		if 'a' <= w[i] && w[i] <= 'z' {
			return false
		}
		if w[i] >= utf8.RuneSelf {
			return strings.ToUpper(w) == w
		}
	}
	return true
}

func digit(r rune) bool { return '0' <= r && r <= '9' }

// possessive reports whether what follows an apostrophe is a lone s.
func possessive(s string) bool {
	if s == "" || s[0] != 's' && s[0] != 'S' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[1:])
	return len(s) == 1 || !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// value reads up to nine digits, and gives -1 for anything else.
func value(s string) int32 {
	if len(s) > 9 {
		return -1
	}
	var n int32
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = n*10 + int32(s[i]-'0')
	}
	return n
}

// endOfNumber goes on over a comma or point with a digit behind it. A comma with
// four digits behind it is the one of “Nov. 8,2021”.
func endOfNumber(s string, i int) int {
	for i < len(s) {
		switch {
		case s[i] >= '0' && s[i] <= '9':
			i++
		case (s[i] == ',' || s[i] == '.') && i+1 < len(s) && digit(rune(s[i+1])):
			if s[i] == ',' && i+4 < len(s) && value(s[i+1:i+5]) >= 0 && (i+5 == len(s) || !digit(rune(s[i+5]))) {
				return i
			}
			i++
		default:
			return i
		}
	}
	return i
}

// endOfWord goes on over combining marks, apostrophes between letters (o’clock,
// O'Neill, don't) that do not begin a possessive, and the full stops of
// abbreviations made of single letters, with their last one: U.S., a.m.
func endOfWord(s string, i int) int {
	start, letters := i, 0
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsLetter(r) || unicode.Is(unicode.M, r) || r == '\u00ad' || r == '\u2060' || r == '\u200d':
			i += n
			letters++
			continue
		case r == '\'' || r == '’':
			if next, _ := utf8.DecodeRuneInString(s[i+n:]); unicode.IsLetter(next) && !possessive(s[i+n:]) {
				i += n
				continue
			}
		case r == '.' && letters == 1:
			next, m := utf8.DecodeRuneInString(s[i+1:])
			after, _ := utf8.DecodeRuneInString(s[min(i+1+m, len(s)):])
			if unicode.IsLetter(next) && (after == '.' || !unicode.IsLetter(after)) {
				i++
				letters = 0
				continue
			}
			if i-start > 1 { // the last full stop of U.S.
				return i + 1
			}
		}
		return i
	}
	return i
}
