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
	second := append([]tag(nil), d.tags...)
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
	margins []int32
	moves   [Tags][Tags]int32
	back    [][Tags]tag
}

func newDecoder(w *words) *decoder {
	d := &decoder{words: w, tags: make([]tag, len(w.tokens)), margins: make([]int32, len(w.tokens))}
	for a := range uint8(Tags) {
		row := w.table.row(Transition(a))
		for b := range uint8(Tags) {
			if row != 0 && b > 0 {
				d.moves[a][b] = Weight(byte(row >> (8 * (b - 1))))
			}
			if !Follows(a, b) {
				d.moves[a][b] = -1 << 28
			}
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
	best := [Tags]int64{0, -1 << 40, -1 << 40, -1 << 40, -1 << 40, -1 << 40, -1 << 40}
	d.eachClue(from, to, lo, hi, caps, votes, first, func(i int, clues []Clue) {
		var score [Tags]int32
		for _, c := range clues {
			if c == 0 {
				continue
			}
			if row := d.table.row(c); row != 0 {
				for t := 1; t < Tags; t++ {
					score[t] += weights[byte(row)]
					row >>= 8
				}
			}
		}
		var next [Tags]int64
		var before [Tags]tag
		for b := range next {
			next[b] = -1 << 60
			for a := range best {
				if s := best[a] + int64(d.moves[a][b]); s > next[b] {
					next[b], before[b] = s, tag(a)
				}
			}
			next[b] += int64(score[b])
		}
		best = next
		d.back = append(d.back, before)
		d.margins[i] = margin(score, d.moves[outside])
	})
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

// margin is by how much the clues of a word alone prefer the best tag that begins
// a name to the next best of these and outside.
func margin(score [Tags]int32, moves [Tags]int32) int32 {
	best, second := int32(-1<<30), int32(-1<<30)
	for o := range score {
		if o != 0 && o&1 == 0 {
			continue
		}
		switch s := score[o] + moves[o]; {
		case s > best:
			best, second = s, best
		case s > second:
			second = s
		}
	}
	return best - second
}
