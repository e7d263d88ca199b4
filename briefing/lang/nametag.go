package lang

// tagged is a stretch of tokens that the table took for a name.
type tagged struct {
	from, to int
	typ      NameType
	margin   int32 // by how much the clues of the first word prefer this type
}

// stretches calls do for each stretch of candidates in a sentence.
func (w *words) stretches(do func(from, to, lo, hi, caps int)) {
	for s := range w.sentences {
		lo, hi := w.from[s], w.from[s+1]
		caps := -1
		for i := lo; i < hi; {
			if !w.cand[i] {
				i++
				continue
			}
			j := i
			for j < hi && w.cand[j] && !(j > i && w.tokens[j].space && w.breaks(j-1, j)) {
				j++
			}
			if caps < 0 {
				caps = w.capsOf(lo, hi)
			}
			do(i, j, lo, hi, caps)
			i = j
		}
	}
}

// eachClue calls do with the clues of every token from i up to j.
func (w *words) eachClue(from, to, lo, hi, caps int, votes []ballot, tags []tag, do func(i int, clues []Clue)) {
	var r run
	r.end = -1
	for i := from; i < to; i++ {
		if i >= r.end {
			r = w.runAt(i, lo, hi)
		}
		do(i, w.clues(w.buf[:0], i, lo, hi, &r, caps, votes, tags))
	}
}

// Transition is the row that speaks for a tag by the tag before it.
func Transition(before uint8) Clue { return spread(1000, key(before)) }

// Follows reports whether tag b can stand after tag a: the inside of a name
// follows its beginning.
func Follows(a, b uint8) bool {
	return b == outside || b&1 == 1 || a == b || a == b-1
}

// tag finds the names of the text: for each stretch of candidates the best
// sequence of tags by the sum of the weights of its clues, first as it stands
// alone, then, where the document disagrees, with the document's votes.
func (w *words) tag() []tagged {
	d := newDecoder(w)
	d.first()
	votes := w.votes(d.tags)
	d.second = append(d.second[:0], d.tags...)
	second := d.second
	w.stretches(func(from, to, lo, hi, caps int) {
		if w.contested(votes, d.tags, from, to) {
			d.decode(from, to, lo, hi, caps, votes, d.tags, second)
		}
	})
	out := make([]tagged, 0, len(second)/24+8)
	for i := 0; i < len(second); i++ {
		if second[i] == outside {
			continue
		}
		g := tagged{from: i, typ: NameType(second[i]-1) / 2, margin: d.margins[i]}
		for i+1 < len(second) && second[i+1] == second[g.from]+1 {
			i++
		}
		g.to = i + 1
		out = append(out, g)
	}
	return out
}

// A decoder holds what decoding one stretch leaves for the next.
type decoder struct {
	*words
	tags    []tag // of each token, at first sight
	second  []tag // and at second
	margins []int32
	moves   [Tags][Tags]int32 // the weights of tags by the tag before
	into    [Tags][Tags]int64 // the same, by the tag behind
	back    [][Tags]tag
}

func newDecoder(w *words) *decoder {
	d := &w.room
	d.words, d.tags, d.margins = w, cleared(d.tags, len(w.tokens)), cleared(d.margins, len(w.tokens))
	d.moves = [Tags][Tags]int32{}
	for a := range uint8(Tags) {
		row := w.table.row(Transition(a))
		for b := range uint8(Tags) {
			if row != 0 && b > 0 {
				d.moves[a][b] = Weight(byte(row >> (8 * (b - 1))))
			}
			if !Follows(a, b) {
				d.moves[a][b] = -1 << 28
			}
			d.into[b][a] = int64(d.moves[a][b])
		}
	}
	return d
}

// first tags every stretch as it stands alone.
func (d *decoder) first() {
	d.stretches(func(from, to, lo, hi, caps int) { d.decode(from, to, lo, hi, caps, nil, nil, d.tags) })
}

// decode writes the best sequence of tags for the tokens from up to to into out.
func (d *decoder) decode(from, to, lo, hi, caps int, votes []ballot, first, out []tag) {
	d.back = d.back[:0]
	const never = -1 << 40
	best := [Tags]int64{0, never, never, never, never, never, never}
	r := run{end: -1}
	for i := from; i < to; i++ {
		if i >= r.end {
			r = d.runAt(i, lo, hi)
		}
		score := d.table.score(d.clues(d.buf[:0], i, lo, hi, &r, caps, votes, first))
		d.back = append(d.back, d.step(&best, &score))
		d.margins[i] = margin(&score, &d.moves[outside])
	}
	last := outside
	for t := range best {
		if best[t] > best[last] {
			last = tag(t)
		}
	}
	for i := to - 1; i >= from; i-- {
		out[i] = last
		last = d.back[i-from][last]
	}
}

// step goes on by one word with the scores of its tags: best are the sums of the best
// sequences that end with each tag. It tells which tag stands before each in them.
func (d *decoder) step(best *[Tags]int64, score *[Tags]int32) (before [Tags]tag) {
	var next [Tags]int64
	for b := range tag(Tags) {
		moves := &d.into[b]
		var top int64
		var from tag
		if b != outside && b&1 == 0 { // the inside of a name
			top, from = best[b-1]+moves[b-1], b-1
			if s := best[b] + moves[b]; s > top {
				top, from = s, b
			}
		} else {
			top = best[outside] + moves[outside]
			for a := tag(1); a < Tags; a++ {
				if s := best[a] + moves[a]; s > top {
					top, from = s, a
				}
			}
		}
		next[b], before[b] = top+int64(score[b]), from
	}
	*best = next
	return before
}

// margin is by how much the clues of a word alone prefer the best tag that begins
// a name to the next best of these and outside.
func margin(score, moves *[Tags]int32) int32 {
	best, second := score[outside]+moves[outside], int32(-1<<30)
	for o := beginPerson; o < Tags; o += 2 {
		s := score[o] + moves[o]
		best, second = max(best, s), max(second, min(best, s))
	}
	return best - second
}
