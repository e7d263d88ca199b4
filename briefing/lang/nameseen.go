package lang

// What the whole text says of a word with a capital, one bit for each.
const (
	seenLower  uint8 = 1 << iota // it stands in lower case as well
	seenTitled                   // it ends a run after a title or a role
	seenFamily                   // it ends a run that begins with a first name
	seenPlace                    // it stands after “in”, and no noun follows
	seenInside                   // it stands inside a sentence
	seenHeaded                   // a noun that heads a body follows
	seenLast                     // it ends a longer run
	seenFirst                    // it begins one
)

// seen is a hash table from the low half of a word's key to its bits. Only words
// with a capital are in it.
type seen struct {
	keys []uint32
	bits []uint8
	n    int
}

// reset empties s, and keeps its room unless that is large.
func (s *seen) reset() {
	if len(s.keys) > 1<<10 {
		*s = seen{}
	}
	clear(s.keys)
	clear(s.bits)
	s.n = 0
}

func (s *seen) find(k uint32) int {
	m := uint32(len(s.keys) - 1)
	i := k * 0x9E3779B1 & m
	for s.keys[i] != 0 && s.keys[i] != k {
		i = (i + 1) & m
	}
	return int(i)
}

func (s *seen) of(k uint32) uint8 {
	if s.n == 0 {
		return 0
	}
	return s.bits[s.find(k)]
}

func (s *seen) add(k uint32, b uint8) {
	if 4*(s.n+1) > 3*len(s.keys) {
		old := *s
		size := max(64, 2*len(old.keys))
		*s = seen{make([]uint32, size), make([]uint8, size), old.n}
		for i, k := range old.keys {
			if k != 0 {
				j := s.find(k)
				s.keys[j], s.bits[j] = k, old.bits[i]
			}
		}
	}
	if k == 0 {
		return
	}
	i := s.find(k)
	if s.keys[i] == 0 {
		s.keys[i] = k
		s.n++
	}
	s.bits[i] |= b
}

// look fills seen: a first walk over the words with a capital, and a second over
// the others.
func (w *words) look() {
	for s := range w.sentences {
		lo, hi := w.from[s], w.from[s+1]
		titlecase := w.capsOf(lo, hi) >= 2
		for i := lo; i < hi; i++ {
			if k := &w.tokens[i]; k.kind != word || !k.cap {
				continue
			}
			r := w.runAt(i, lo, hi)
			for j := r.start; j < r.end; j++ {
				b := uint8(0)
				if j > lo && !titlecase {
					b = seenInside
				}
				if j == r.end-1 && !titlecase {
					if r.cb&(isTitle|isRole) != 0 || j > r.start && w.class[j-1]&(isTitle|isRole) != 0 {
						b |= seenTitled
					}
					if j > r.start && w.class[r.start]&isFirstName != 0 {
						b |= seenFamily
					}
					if j > lo && j == r.start && w.tokens[j-1].low == "in" {
						b |= seenPlace
					}
				}
				if r.end-r.start > 1 && !titlecase {
					if j == r.end-1 {
						b |= seenLast
					} else if j == r.start {
						b |= seenFirst
					}
				}
				if j+1 < r.end && w.class[j+1]&isBodyHead != 0 {
					b |= seenHeaded
				}
				w.seen.add(uint32(w.tokens[j].key), b)
			}
			i = r.end - 1
		}
	}
	for i := range w.tokens {
		if k := &w.tokens[i]; k.kind == word && !k.cap && w.seen.n > 0 {
			if j := w.seen.find(uint32(w.tokens[i].key)); w.seen.keys[j] != 0 {
				w.seen.bits[j] |= seenLower
			}
		}
	}
}
