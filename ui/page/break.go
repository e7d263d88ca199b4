package page

import (
	"strings"
	"unicode/utf8"

	"readout/briefing"
)

// A cut is one line of a leaf: bytes from up to but not with to of its prose,
// and its marks from mark up to but not with marks.
type cut struct {
	from, to    int
	mark, marks int
}

// breaker finds where the lines of a leaf end.
//
// A line ends at white space, behind a hyphen or a dash between words, on
// either side of a wide character, or at a newline; a word that no line can
// hold ends where the line does. Non-breaking spaces hold. Characters are never
// cut. It fills each line as far as it goes.
type breaker struct {
	leaf        *briefing.Leaf
	first, rest int  // cells: the first line, and each after it
	verbatim    bool // code: white space stays, lines end only where they must

	out  []cut
	line int // where the open line begins
	x    int // its cells
	brk  int // it may end here, -1 for nowhere
	next int // and then the next one begins here
	nx   int // x at next
	mark int // the first mark of the open line
	m    int // the next mark
	brkM int // m at next
}

// breakLines cuts bytes from up to but not with to of a leaf's prose.
func breakLines(l *briefing.Leaf, from, to, first, rest int, verbatim bool) []cut {
	b := &breaker{leaf: l, first: max(first, 1), rest: max(rest, 1), verbatim: verbatim, line: from, brk: -1}
	for b.m < len(l.Marks) && l.Marks[b.m].At < from {
		b.m++
	}
	b.mark = b.m
	b.run(from, to)
	return b.out
}

func (b *breaker) width() int {
	if len(b.out) == 0 {
		return b.first
	}
	return b.rest
}

func (b *breaker) run(from, to int) {
	prose := b.leaf.Prose
	runs := b.leaf.Runs
	var prev rune // the character before, 0 at the beginning of a line
	prevWide := false
	for i, k := from, 0; i < to; {
		for k+1 < len(runs) && runs[k].To <= i {
			k++
		}
		b.marks(i)
		c := prose[i]
		if c == '\n' {
			b.end(i, i+1, b.m)
			b.brk, b.x, prev, prevWide = -1, 0, 0, false
			i++
			continue
		}
		if !b.verbatim && (c == ' ' || c == '\t') {
			if i == b.line { // a line does not begin with a space
				b.line++
			} else {
				if prev != ' ' {
					b.brk = i
				}
				b.x++
				b.next, b.nx, b.brkM = i+1, b.x, b.m
			}
			prev, prevWide = ' ', false
			i++
			continue
		}
		end := to
		if k < len(runs) && runs[k].To < end && runs[k].To > i {
			end = runs[k].To
		}
		n, w := 1, 1
		r := rune(c)
		if c >= utf8.RuneSelf || c < 0x20 || c == 0x7f || i+1 < end && prose[i+1] >= utf8.RuneSelf {
			n, w = cluster(prose[i:end])
			r, _ = utf8.DecodeRuneInString(prose[i:])
			if c == '\t' {
				w = tab(b.x, b.width())
			}
		}
		if !b.verbatim && i > b.line && prev != ' ' && (prev == 0x200b || mayBreak(prose, i, prev, r, prevWide, w > 1)) {
			b.brk, b.next, b.nx, b.brkM = i, i, b.x, b.m
		}
		for b.x+w > b.width() && b.x > 0 {
			if !b.wrap(i) {
				break
			}
			if c == '\t' {
				w = tab(b.x, b.width())
			}
		}
		b.x += w
		if w > 0 || r == 0x200b {
			prev, prevWide = r, w > 1
		}
		i += n
	}
	b.marks(to)
	for b.m < len(b.leaf.Marks) && to == len(prose) { // marks behind the last word
		b.m++
	}
	if b.line < to || b.m > b.mark || len(b.out) == 0 || b.verbatim {
		b.end(to, to, b.m)
	}
}

// marks takes in the marks that stand before byte i. They cling to the word
// before them; one that fits on no line with a word of its own is not shown.
func (b *breaker) marks(i int) {
	for b.m < len(b.leaf.Marks) && b.leaf.Marks[b.m].At <= i {
		w := width(markText(b.leaf.Marks[b.m].Label, b.rest))
		if markFits(b.x, w, b.width(), i > b.line) || b.x > 0 && b.wrap(i) && markFits(b.x, w, b.width(), i > b.line) {
			b.x += w
		}
		b.m++
	}
}

// wrap ends the open line where it may end, or before byte i where it may end
// nowhere.
func (b *breaker) wrap(i int) bool {
	if b.brk > b.line {
		x := b.x - b.nx
		b.end(b.brk, b.next, b.brkM)
		b.x = x
	} else {
		for k := i; k > b.line && i-k < 8; k-- { // one token stands on one line
			if b.leaf.Pos(k-1) != b.leaf.Pos(k) {
				i = k
				break
			}
		}
		if i <= b.line {
			return false
		}
		b.end(i, i, b.m)
		b.x = 0
	}
	b.brk = -1
	return true
}

// end closes the open line at byte at; the next one begins at next, with mark m.
func (b *breaker) end(at, next, m int) {
	at = b.line + trimmed(b.leaf.Prose[b.line:max(at, b.line)])
	b.out = append(b.out, cut{b.line, at, b.mark, m})
	b.line, b.mark = next, m
}

// trimmed is the length of s without the blanks at its end, and without what is
// unseen among them.
func trimmed(s string) int {
	at := len(s)
	for k := at; k > 0; {
		r, n := utf8.DecodeLastRuneInString(s[:k])
		k -= n
		if r == ' ' || r == '\t' {
			at = k
		} else if !hollow(r) {
			break
		}
	}
	return at
}

// tab is how many cells a tab takes in column x of a line of room cells.
func tab(x, room int) int { return min(4-x%4, room) }

// mayBreak reports whether a line may end before byte i of s, where the
// character r stands, with prev before it and no space between them.
func mayBreak(s string, i int, prev, r rune, prevWide, wide bool) bool {
	switch {
	case prev == '-' || prev == 0x2010 || prev == 0x2013:
		// Between the parts of a compound: “US-French”, not “-5” or “2021-11”.
		_, k := utf8.DecodeLastRuneInString(s[:i])
		before, _ := utf8.DecodeLastRuneInString(s[:i-k])
		return letter(r) && (letter(before) || before >= '0' && before <= '9')
	case prev == 0x2014: // an em dash
		return !noBegin(r)
	case prevWide || wide:
		return !noEnd(prev) && !noBegin(r)
	}
	return false
}

func letter(r rune) bool {
	return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= 0xc0 && r < 0x2000 && r != 0xd7 && r != 0xf7
}

// noBegin and noEnd are the characters that a line must not begin or end with,
// where the rule is that it may break between any two.
func noBegin(r rune) bool {
	return strings.ContainsRune(")]}>,.;:!?%'\"”’»›…—–-、。，．・：；？！）］｝〉》」』】〕〗〙ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％‰°℃\u00a0\u202f\u2007\u2060", r)
}

func noEnd(r rune) bool {
	return strings.ContainsRune("([{<“‘«‹（［｛〈《「『【〔〖〘$£€¥＄￥￡#＃\u00a0\u202f\u2007\u2060", r)
}

// markText is a footnote's mark as it stands in lines of the given width.
func markText(label string, room int) string {
	return "[" + clip(drawn(label), max(1, min(12, room/2-2))) + "]"
}

// markFits reports whether a mark of w cells is shown in column x. Before the
// words of a line it leaves room for the first character of them.
func markFits(x, w, room int, behindWords bool) bool {
	if !behindWords {
		w += 2
	}
	return x+w <= room
}
