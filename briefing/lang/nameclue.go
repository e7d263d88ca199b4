package lang

import (
	"sync"
	"unicode/utf8"
)

// words is a text prepared for the reading of names: for each token its key and
// the lists that hold it.
type words struct {
	buf [clueCount]Clue // of the token that eachClue looks at
	*text
	table  Table
	class  []class
	phrase []mark8 // the longest phrase of the gazetteer that covers the token
	cand   []bool  // may be part of a name
	seen   seen
	room   decoder
}

// mark8 is a place within a phrase of the gazetteer.
type mark8 struct {
	class class
	begin bool
}

// spareWords are those of texts that have been read, for those to come.
var spareWords = sync.Pool{New: func() any { return new(words) }}

// free gives w back. Nothing may look at it any more.
func (w *words) free() {
	w.text = nil
	spareWords.Put(w)
}

// cleared is a slice of n zeros, in the room of s if that has enough.
func cleared[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

func prepare(t *text, table Table) *words {
	n := len(t.tokens)
	w := spareWords.Get().(*words)
	w.text, w.table = t, table
	w.class, w.phrase, w.cand = cleared(w.class, n), cleared(w.phrase, n), cleared(w.cand, n)
	w.seen.reset()
	own := &table.slots[0] == &TableOf(namesBin).slots[0]
	for i := range t.tokens {
		k := &t.tokens[i]
		if w.class[i] = k.lists; k.kind == word && !own {
			w.class[i] = table.class(k.key)
		}
	}
	for s := range t.sentences {
		lo, hi := t.from[s], t.from[s+1]
		w.candidates(lo, hi)
		w.phrases(lo, hi)
	}
	w.look()
	return w
}

// candidates marks the words that may be part of a name: words with a capital;
// what joins two of them (“Bank of England”, “Marks & Spencer”, “John F. Kennedy”);
// a particle before one (“von der Leyen”, “al-Assad”); a number right after one
// (“Channel 4”).
func (w *words) candidates(lo, hi int) {
	last := -1 // last word with a capital
	for i := lo; i < hi; i++ {
		k := &w.tokens[i]
		if k.kind != word || !k.cap {
			continue
		}
		w.cand[i] = true
		if last >= 0 && i-last <= 4 && w.joins(last+1, i) && !w.breaks(last, i) {
			for j := last + 1; j < i; j++ {
				w.cand[j] = true
			}
		}
		for j := i - 1; j > last && j >= i-4 && (particle(w.tokens[j].low) || j < i-0 && w.tokens[j].low == "-" && j > lo && particle(w.tokens[j-1].low)); j-- {
			w.cand[j] = true
		}
		last = i
	}
	for i := lo + 1; i < hi; i++ {
		if w.tokens[i].kind == number && w.cand[i-1] && w.tokens[i-1].kind == word {
			w.cand[i] = true
		}
	}
}

// breaks reports whether a line ends between the tokens i and j.
func (w *words) breaks(i, j int) bool {
	for i++; i <= j; i++ {
		if w.tokens[i].line {
			return true
		}
	}
	return false
}

// joins reports whether the tokens from i up to j can join two words of a name.
func (w *words) joins(i, j int) bool {
	for ; i < j; i++ {
		switch w.tokens[i].low {
		case "of", "the", "for", "and", "&", "-", "–", "'", "’", ".", "'s", "/", "on", "to", "in", "y", "e", "a", "und", "et":
		default:
			if !particle(w.tokens[i].low) && w.tokens[i].kind != number {
				return false
			}
		}
	}
	return true
}

func particle(low string) bool {
	switch low {
	case "abu", "al", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el",
		"ibn", "la", "le", "ter", "ul", "van", "von", "zu", "ur", "ben", "ould":
		return true
	}
	return false
}

// phrases finds the longest phrases of the gazetteer from left to right.
func (w *words) phrases(lo, hi int) {
	for i := lo; i < hi; {
		if !w.cand[i] || w.tokens[i].kind != word {
			i++
			continue
		}
		k := w.tokens[i].key
		best, end := w.class[i], i+1
		for j := i + 1; j < hi && j < i+7 && w.cand[j]; j++ {
			k = k.then(w.tokens[j].key)
			if c := w.table.class(k); c != 0 {
				best, end = c, j+1
			}
		}
		for j := i; j < end; j++ {
			w.phrase[j] = mark8{best, j == i}
		}
		i = end
	}
}

// shape is how a token is written.
type shape uint8

const (
	inLower shape = iota
	inTitle
	inCapitals
	asInitial // one capital letter
	inMixed   // McCain, iPhone
	withStops // U.S.
	inFigures
	asMark
	beyond // beyond the sentence
)

func (w *words) shape(i, lo, hi int) shape {
	if i < lo || i >= hi {
		return beyond
	}
	k := &w.tokens[i]
	switch {
	case k.kind == number:
		return inFigures
	case k.kind == mark:
		return asMark
	case !k.cap:
		return inLower
	}
	s := w.of(*k)
	switch {
	case utf8.RuneCountInString(s) == 1:
		return asInitial
	case s[len(s)-1] == '.':
		return withStops
	case k.upper:
		return inCapitals
	}
	for _, r := range s[1:] {
		if 'A' <= r && r <= 'Z' {
			return inMixed
		}
	}
	return inTitle
}

// A run is words with a capital that stand together, with hyphens and the full
// stops of initials between them: what a clue about one word says of the others.
type run struct {
	start, end    int
	whole         key
	before, after key
	cb, ca        class // of the words before and after
	apposed       key   // the noun that heads an apposition: “Ann Berg, a spokeswoman”
	prior         key   // the nearest word of a list before it
	verb          bool  // a verb of saying follows
}

// clues are the rows of the table that speak for the tags of one word.
const clueCount = 50 + voteClues

func (w *words) runAt(i, lo, hi int) run {
	r := run{start: i, end: i + 1}
	for r.end < hi && w.inRun(r.end) && r.end-i < 12 {
		r.end++
	}
	for !w.tokens[r.end-1].cap && r.end-1 > i {
		r.end--
	}
	r.whole = w.tokens[r.start].key
	for j := r.start + 1; j < r.end; j++ {
		r.whole = r.whole.then(w.tokens[j].key)
	}
	r.before, r.cb = w.at(r.start-1, lo, hi)
	r.after, r.ca = w.at(r.end, lo, hi)
	if r.end < hi {
		switch w.tokens[r.end].low {
		case ",", "is", "was", "(", "who", "–", "—", "-":
			for j := r.end + 1; j < hi && j < r.end+8; j++ {
				if w.class[j]&(isRole|isBodyHead|isPlaceHead) != 0 && !w.tokens[j].cap {
					r.apposed = key(w.class[j]&(isRole|isBodyHead|isPlaceHead)) << 1
					if w.tokens[r.end].kind == mark {
						r.apposed |= 1
					}
					break
				}
			}
		}
		for j := r.end; j < hi && j < r.end+3; j++ {
			r.verb = r.verb || w.class[j]&isSaying != 0
		}
	}
	for j := r.start - 1; j >= lo && j > r.start-5; j-- {
		if c := w.class[j] & (isRole | isTitle | isBodyHead | isPlaceHead | isDemonym | isFirstName | isSaying); c != 0 {
			r.prior = key(c)<<3 | key(r.start-j)
			break
		}
	}
	return r
}

// inRun reports whether token j goes on with the run before it.
func (w *words) inRun(j int) bool {
	k := &w.tokens[j]
	if k.kind == word {
		return k.cap && !(k.space && w.breaks(j-1, j))
	}
	return w.cand[j] && (k.low == "-" || k.low == "." || k.low == "'" || k.low == "’")
}

const (
	keyBefore key = 11
	keyAfter  key = 13
)

func (w *words) at(i, lo, hi int) (key, class) {
	switch {
	case i < lo:
		return keyBefore, 0
	case i >= hi:
		return keyAfter, 0
	}
	return w.tokens[i].key, w.class[i] &^ isCommon
}

// spread turns a clue, of the kind n, into its hash.
func spread(n int, k key) Clue {
	h := (uint64(k) ^ uint64(n+1)*0xD6E8FEB86659FD93) * 0x9E3779B97F4A7C15
	h ^= h >> 29
	return Clue(h * 0xBF58476D1CE4E5B9)
}

func two(a, b key) key { return a*0x9E3779B97F4A7C15 + (b<<17 | b>>47) }

// clues appends the rows of token i of the sentence [lo, hi), which stands in r.
func (w *words) clues(out []Clue, i, lo, hi int, r *run, caps int, votes []ballot, tags []tag) []Clue {
	k := &w.tokens[i]
	k0, c0 := w.tokens[i].key, w.class[i]&^isCommon
	k1, c1 := w.at(i-1, lo, hi)
	n1, d1 := w.at(i+1, lo, hi)
	k2, c2 := w.at(i-2, lo, hi)
	n2, _ := w.at(i+2, lo, hi)
	s0, s1, sn := w.shape(i, lo, hi), w.shape(i-1, lo, hi), w.shape(i+1, lo, hi)

	n := 0
	add := func(k key) {
		out = append(out, spread(n, k))
		n++
	}
	pos := key(i - r.start)
	if pos > 3 {
		pos = 3
	}
	end := key(r.end - 1 - i)
	if end > 3 {
		end = 3
	}
	length := key(min(r.end-r.start, 6))
	place := pos<<4 | end

	add(1)
	add(k0)
	add(k1)
	add(n1)
	add(k2)
	add(n2)
	add(two(k1, k0))
	add(two(k0, n1))
	add(two(k2, k1))
	add(two(n1, n2))
	add(key(s0)<<8 | key(s1)<<4 | key(sn))
	add(two(k0, key(s0)))

	l := k.low
	add(keyOf(l[:min(2, len(l))]))
	add(keyOf(l[:min(3, len(l))]))
	add(keyOf(l[:min(4, len(l))]))
	add(keyOf(l[max(0, len(l)-2):]))
	add(keyOf(l[max(0, len(l)-3):]))
	add(keyOf(l[max(0, len(l)-4):]))

	p := w.phrase[i]
	pc := key(p.class&^isCommon) << 1
	if p.begin {
		pc |= 1
	}
	add(key(c0))
	add(two(key(c0), key(c1)))
	add(two(key(c0), key(d1)))
	add(pc)
	add(two(pc, place))

	add(length<<8 | place)
	add(two(r.before, place))
	add(two(r.after, place))
	add(two(r.before, length))
	add(two(r.after, length))
	last, lc := w.tokens[r.end-1].key, w.class[r.end-1]&^isCommon
	first, fc := w.tokens[r.start].key, w.class[r.start]&^isCommon
	add(two(last, place))
	add(two(key(lc), place))
	add(two(first, place))
	add(two(key(fc), place))
	add(two(r.whole, pos))
	add(two(two(key(r.cb), key(r.ca)), length))
	add(two(two(key(r.cb), key(fc)), place))
	add(two(r.before, r.after))

	doc := w.seen.of(uint32(k0))
	begin := key(0)
	if i == lo || i == lo+1 && w.tokens[lo].kind == mark {
		begin = 1
	}
	add(key(doc)<<8 | begin<<4 | key(s0))
	dl := w.seen.of(uint32(last))
	add(two(key(dl), place))
	add(key(caps)<<8 | begin<<4 | key(s0))
	add(two(key(caps), two(k1, key(s0))))
	add(two(key(c2)<<16|key(c1), key(s0)))
	add(two(key(w.units[k.unit].Kind), key(s0)<<4|begin))
	add(two(r.apposed, place))
	add(two(r.prior, place))
	said := key(0)
	if r.verb {
		said = 1
	}
	add(two(said, length<<8|place))
	lastLow := w.tokens[r.end-1].low
	add(two(keyOf(lastLow[max(0, len(lastLow)-3):]), place))
	add(two(key(w.seen.of(uint32(first))), place))
	add(two(two(r.before, key(lc)), length))
	common := key(w.class[i] & isCommon)
	add(two(common|begin, key(s0)<<16|key(doc&seenLower)<<8|key(sn)))
	add(two(common|begin, length<<8|place))
	return w.voteCluesOf(out, votes, tags, i, r, place, c0)
}

// capsOf says how much of a sentence is written in capitals, from 0 to 3: a
// sentence, a title, a heading in capitals.
func (w *words) capsOf(lo, hi int) int {
	n, c, u := 0, 0, 0
	for i := lo; i < hi; i++ {
		k := &w.tokens[i]
		if k.kind != word || k.end-k.start < 4 {
			continue
		}
		n++
		if k.cap {
			c++
		}
		if k.upper {
			u++
		}
	}
	switch {
	case n == 0:
		return 0
	case u*10 >= n*8 && n > 1:
		return 3
	case c*10 >= n*8 && n > 3:
		return 2
	case c*10 >= n*5 && n > 3:
		return 1
	}
	return 0
}
