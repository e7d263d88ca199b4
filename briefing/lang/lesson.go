package lang

// A Lesson is one stretch of words from a text whose names are known: for each
// word the clues that speak for its tag, and the right tag. Only
// package train takes lessons.
type Lesson struct {
	Clues []Clue // ClueCount for each word
	Tags  []uint8
	Words []Span
}

// ClueCount is the number of clues to one word.
const ClueCount = clueCount

// Lessons cuts a text with known names into lessons.
func (t Table) Lessons(units []Unit, gold []Name) []Lesson {
	w := prepare(scan(units), t)
	right := w.rightTags(gold)
	var out []Lesson
	w.stretches(func(from, to, lo, hi, caps int) {
		out = append(out, w.lesson(from, to, lo, hi, caps, nil, nil, right))
	})
	return out
}

// SecondLessons are those of the stretches that need a second look, with what the
// table says at the first as the votes of the document. The table must not have
// learnt from the text.
func (t Table) SecondLessons(units []Unit, gold []Name) []Lesson {
	w := prepare(scan(units), t)
	right := w.rightTags(gold)
	d := newDecoder(w)
	d.first()
	first := d.tags
	votes := w.votes(first)
	var out []Lesson
	w.stretches(func(from, to, lo, hi, caps int) {
		if w.contested(votes, first, from, to) {
			out = append(out, w.lesson(from, to, lo, hi, caps, votes, first, right))
		}
	})
	return out
}

// rightTags are the tags that the known names give the tokens.
func (w *words) rightTags(gold []Name) []tag {
	tags := make([]tag, len(w.tokens))
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
	return tags
}

func (w *words) lesson(from, to, lo, hi, caps int, votes []ballot, first, right []tag) Lesson {
	l := Lesson{Clues: make([]Clue, 0, ClueCount*(to-from))}
	w.eachClue(from, to, lo, hi, caps, votes, first, func(i int, clues []Clue) {
		l.Clues = append(l.Clues, clues...)
		l.Words = append(l.Words, w.span(i, i+1))
		g := right[i]
		if g != outside && g&1 == 0 && (i == from || right[i-1] != g && right[i-1] != g-1) {
			g-- // its beginning was no candidate
		}
		l.Tags = append(l.Tags, g)
	})
	for i := 1; i < len(l.Tags); i++ {
		if !Follows(l.Tags[i-1], l.Tags[i]) {
			l.Tags[i]--
		}
	}
	return l
}

func before(k token, s Span) bool {
	return int(k.unit) < s.Unit || int(k.unit) == s.Unit && int(k.start) < s.Start
}

func within(k token, s Span) bool {
	return int(k.unit) == s.Unit && s.Start <= int(k.start) && int(k.end) <= s.End
}
