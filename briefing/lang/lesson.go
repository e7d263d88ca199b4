package lang

// A Lesson is one stretch of words from a text whose names are known: for each
// word the rows of the table that speak for its tag, and the right tag. Only
// package train takes lessons.
type Lesson struct {
	Rows []uint16 // Clues for each word
	Tags []uint8
	Keys []uint64 // of the words
}

// Clues is the number of rows of one word.
const Clues = clueCount

// Lessons cuts a text with known names into lessons.
func (t Table) Lessons(units []Unit, gold []Name) []Lesson {
	w := prepare(scan(units), t)
	tags := make([]uint8, len(w.tokens))
	i := 0
	for _, g := range gold {
		for i < len(w.tokens) && before(w.tokens[i], g.Span) {
			i++
		}
		begin := true
		for j := i; j < len(w.tokens) && within(w.tokens[j], g.Span); j++ {
			if !w.cand[j] && begin {
				continue
			}
			tags[j] = uint8(g.Type)*2 + 2
			if begin {
				tags[j]--
			}
			begin = false
		}
	}
	var out []Lesson
	w.stretches(func(from, to, lo, hi, caps int) {
		l := Lesson{Rows: make([]uint16, 0, Clues*(to-from))}
		w.eachClue(from, to, lo, hi, caps, func(i int, rows []uint16) {
			l.Rows = append(l.Rows, rows...)
			l.Keys = append(l.Keys, uint64(w.keys[i]))
			g := tags[i]
			if g != outside && g&1 == 0 && (i == from || tags[i-1] != g && tags[i-1] != g-1) {
				g-- // its beginning was no candidate
			}
			l.Tags = append(l.Tags, g)
		})
		for i := 1; i < len(l.Tags); i++ {
			if !Follows(l.Tags[i-1], l.Tags[i]) {
				l.Tags[i]--
			}
		}
		out = append(out, l)
	})
	return out
}

func before(k token, s Span) bool {
	return int(k.unit) < s.Unit || int(k.unit) == s.Unit && int(k.start) < s.Start
}

func within(k token, s Span) bool {
	return int(k.unit) == s.Unit && s.Start <= int(k.start) && int(k.end) <= s.End
}
