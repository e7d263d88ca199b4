package briefing

import (
	"sort"

	"readout/briefing/lang"
)

// A Leaf is what holds words: a paragraph, a heading, a cell, the text of an item.
//
// Prose is the words as a reader sees them: no markup, escapes and references
// resolved, soft breaks as spaces, hard breaks as newlines. Segments map it to
// the source, Runs say how stretches of it look.
type Leaf struct {
	Prose string
	At    Range // the source of the leaf's first to last visible character
	Runs  []Run
	Marks []Mark
	way
}

// A way leads from the prose of a leaf back to the source.
type way struct {
	segments []segment
	from     Pos // where the leaf begins
}

// Look is the inline markup that stands on a stretch of prose.
type Look uint8

const (
	Strong Look = 1 << iota
	Emphasis
	CodeSpan
	Strike
	Image // the alternative text of a picture
)

// A Run is a stretch of prose, bytes From to To, with one look. Runs cover the
// prose from end to end.
type Run struct {
	From, To int
	Look     Look
	Link     string // destination, "" for none
}

// A Mark stands at a place in the prose and is no word of it: a reference to a
// footnote.
type Mark struct {
	At    int // byte of the prose that it stands before
	Label string
}

// A segment says that n bytes of prose come from the source at pos: byte by byte
// where size is 0, else all n of them as one token of size bytes (an escape, a
// character reference, a line break).
type segment struct {
	pos  Pos   // source
	at   int32 // prose
	n    int32
	size int32
}

func (l *way) segment(prose int) int {
	return sort.Search(len(l.segments), func(i int) bool { return int(l.segments[i].at) > prose }) - 1
}

// Pos returns the place in the source of the token that byte i of the prose
// comes from.
func (l *way) Pos(i int) Pos {
	k := l.segment(i)
	if k < 0 {
		return l.from
	}
	s := l.segments[k]
	if i >= int(s.at+s.n) {
		return s.end()
	}
	if s.size > 0 {
		return s.pos
	}
	return s.pos + Pos(i) - Pos(s.at)
}

func (s segment) end() Pos {
	if s.size > 0 {
		return s.pos + Pos(s.size)
	}
	return s.pos + Pos(s.n)
}

// Range returns the covering range of prose bytes from up to but not with to:
// from the first byte of the first one's token to the last byte of the last
// one's.
func (l *way) Range(from, to int) Range {
	if from >= to {
		p := l.Pos(from)
		return Range{p, p}
	}
	k := l.segment(to - 1)
	s := l.segments[k]
	end := s.end()
	if s.size == 0 {
		end = s.pos + Pos(to) - Pos(s.at)
	}
	return Range{l.Pos(from), end}
}

// Offset returns the first byte of the prose whose token ends after p: the
// byte at p, or the next one where p lies in markup. It is len(Prose) if none does.
func (l *Leaf) Offset(p Pos) int {
	k := sort.Search(len(l.segments), func(i int) bool { return l.segments[i].end() > p })
	if k == len(l.segments) {
		return len(l.Prose)
	}
	s := l.segments[k]
	if s.size > 0 || p <= s.pos {
		return int(s.at)
	}
	return int(s.at) + int(p-s.pos)
}

// Words returns the prose of a range of the source.
func (l *Leaf) Words(r Range) string {
	from, to := l.Offset(r.Start), l.Offset(r.End)
	if from >= to {
		return ""
	}
	return l.Prose[from:to]
}

// Sentences returns where the sentences of a leaf stand in the source.
func (l *Leaf) Sentences() []Range {
	spans := lang.Sentences(l.Prose)
	out := make([]Range, len(spans))
	for i, s := range spans {
		out[i] = l.Range(s.Start, s.End)
	}
	return out
}
