package lang

import (
	"sync"
)

// A lexeme is what is known of a word in lower case whatever text it stands in.
type lexeme struct {
	a, b   uint64 // the word itself, and how long it is
	n      uint8
	pos    posClass
	time   wordClass
	counts bool // it may begin a number
	starts bool // it may begin a temporal expression though it has no class in one
	lists  class
	v      int16 // which one of its class
	key    key
}

// A lexicon remembers the lexemes of words met lately: half of a text's words are the
// same few, and of the rest most come again in the next text. It is a cache and no
// more: a word that is not there is looked up in the lists again.
type lexicon struct {
	slots [1 << 11]lexeme
	long  lexeme // the last word that is too long to be remembered
}

var lexicons = sync.Pool{New: func() any { return new(lexicon) }}

// of returns the lexeme of a word. It holds until the next call.
func (x *lexicon) of(low string) *lexeme {
	n := len(low)
	if n == 0 || n > 16 {
		x.long = lexeme{}
		x.long.learn(low)
		return &x.long
	}
	a, b := packed(low)
	h := (a ^ b*0x9E3779B97F4A7C15) * 0xBF58476D1CE4E5B9
	l := &x.slots[(h^uint64(n)<<56)>>(64-11)]
	if l.a != a || l.b != b || int(l.n) != n {
		*l = lexeme{a: a, b: b, n: uint8(n)}
		l.learn(low)
	}
	return l
}

// packed is a word of one to sixteen bytes as two numbers, which with its length tell
// it from every other.
func packed(s string) (a, b uint64) {
	switch n := len(s); {
	case n >= 8:
		return load64(s), load64(s[n-8:])
	case n >= 4:
		return load32(s), load32(s[n-4:])
	default:
		return uint64(s[0]), uint64(s[n/2])<<8 | uint64(s[n-1])
	}
}

func load64(s string) uint64 { return uint64(load32(s)) | uint64(load32(s[4:]))<<32 }

func load32(s string) uint64 {
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24
}

func (l *lexeme) learn(low string) {
	l.key = keyOf(low)
	l.lists = TableOf(namesBin).class(l.key)
	l.pos = posOf(low)
	c, v := classify(low)
	l.time, l.v = c, int16(v)
	l.starts = starter(low)
	l.counts = beginsNumber(low)
}
