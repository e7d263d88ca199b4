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
			for j < hi && w.cand[j] {
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
func (w *words) eachClue(from, to, lo, hi, caps int, do func(i int, rows []uint16)) {
	var buf [clueCount]uint16
	var r run
	r.end = -1
	for i := from; i < to; i++ {
		if i >= r.end {
			r = w.runAt(i, lo, hi)
		}
		do(i, w.clues(buf[:0], i, lo, hi, &r, caps))
	}
}

// Transition is the row that speaks for a tag by the tag before it.
func Transition(before uint8) uint16 { return spread(1000, key(before)) }

// Follows reports whether tag b can stand after tag a: the inside of a name
// follows its beginning.
func Follows(a, b uint8) bool {
	return b == outside || b&1 == 1 || a == b || a == b-1
}

// tag finds the names of the text: for each stretch of candidates the best
// sequence of tags by the sum of the weights of its clues.
func (w *words) tag() []tagged {
	var out []tagged
	var moves [Tags][Tags]int32
	for a := range uint8(Tags) {
		row := w.table.row(Transition(a))
		for b := range uint8(Tags) {
			moves[a][b] = Weight(row[b])
			if !Follows(a, b) {
				moves[a][b] = -1 << 28
			}
		}
	}
	var back [][Tags]uint8
	var scores [][Tags]int32
	w.stretches(func(from, to, lo, hi, caps int) {
		back, scores = back[:0], scores[:0]
		best := [Tags]int64{0, -1 << 40, -1 << 40, -1 << 40, -1 << 40, -1 << 40, -1 << 40}
		w.eachClue(from, to, lo, hi, caps, func(i int, rows []uint16) {
			var score [Tags]int32
			for _, f := range rows {
				row := w.table.row(f)
				for t := range score {
					score[t] += Weight(row[t])
				}
			}
			var next [Tags]int64
			var from [Tags]uint8
			for b := range next {
				next[b] = -1 << 60
				for a := range best {
					if s := best[a] + int64(moves[a][b]); s > next[b] {
						next[b], from[b] = s, uint8(a)
					}
				}
				next[b] += int64(score[b])
			}
			best = next
			back = append(back, from)
			scores = append(scores, score)
		})
		last := uint8(0)
		for t := range best {
			if best[t] > best[last] {
				last = uint8(t)
			}
		}
		n := len(out)
		end := to
		for i := to - 1; i >= from; i-- {
			before := back[i-from][last]
			switch {
			case last == outside:
				end = i
			case last&1 == 1:
				out = append(out, tagged{i, end, NameType(last-1) / 2, margin(scores[i-from], moves[outside], last)})
				end = i
			}
			last = before
		}
		for i, j := n, len(out)-1; i < j; i, j = i+1, j-1 {
			out[i], out[j] = out[j], out[i]
		}
	})
	return out
}

// margin is by how much the clues of a word alone prefer a tag that begins a name.
func margin(score [Tags]int32, moves [Tags]int32, t tag) int32 {
	m := int32(1 << 30)
	for o := range score {
		if tag(o) != t && (o == 0 || o&1 == 1) {
			m = min(m, score[t]+moves[t]-score[o]-moves[o])
		}
	}
	return m
}

func (t Table) row(f uint16) []byte { return t.rows[RowSize*int(f) : RowSize*int(f)+RowSize] }
