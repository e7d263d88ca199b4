package train

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
	"sort"

	"readout/briefing/lang"
)

// A book is lessons with their clues numbered in the order in which they come.
type book struct {
	lessons []lang.Lesson
	index   index
	clues   []lang.Clue // by row
	rows    [][]int32   // of each lesson
	moves   [lang.Tags]int32
}

func newBook(lessons []lang.Lesson) *book {
	b := &book{lessons: lessons}
	var count []int32
	number := func(c lang.Clue) int32 {
		n := b.index.add(c)
		if int(n) == len(count) {
			count = append(count, 0)
			b.clues = append(b.clues, c)
		}
		return n
	}
	for t := range b.moves {
		b.moves[t] = number(lang.Transition(uint8(t)))
		count[b.moves[t]] = seldom
	}
	for _, l := range lessons {
		rows := make([]int32, len(l.Clues))
		for i, c := range l.Clues {
			if rows[i] = -1; c != 0 {
				rows[i] = number(c)
				count[rows[i]]++
			}
		}
		b.rows = append(b.rows, rows)
	}
	// those that come too seldom leave, the others close up
	to := make([]int32, len(count))
	n := int32(0)
	for i, k := range count {
		if to[i] = -1; k >= seldom {
			to[i] = n
			b.clues[n] = b.clues[i]
			n++
		}
	}
	b.clues = b.clues[:n]
	b.index.renumber(to)
	for _, rows := range b.rows {
		for i, r := range rows {
			if r >= 0 {
				rows[i] = to[r]
			}
		}
	}
	return b
}

// keep leaves the clues that have a row; the others say nothing from now on.
func (b *book) keep(kept []bool) {
	for _, rows := range b.rows {
		for i, r := range rows {
			if r >= 0 && !kept[r] {
				rows[i] = -1
			}
		}
	}
}

// weights learns in several orders, and adds up: what depends on the order is
// chance.
func (b *book) weights() []float64 {
	sum := b.learn(seed)
	for i := uint64(1); i < orders; i++ {
		for k, w := range b.learn(seed + i) {
			sum[k] += w
		}
	}
	return sum
}

// learn is M. Collins's averaged perceptron: the best
// sequence of tags under the weights so far is held against the right one, and
// where they differ the clues that spoke for the wrong tag lose one and those of
// the right tag gain one. The average of the weights over all steps stands for
// their last value.
//
// Each time a lesson is taken, some of its clues keep silent. A word that the texts
// know too well would else leave its neighbours nothing to learn, and fail where
// another text has another word.
func (b *book) learn(seed uint64) []float64 {
	weights := make([]int32, len(b.clues)*lang.Tags)
	total := make([]int64, len(weights)) // weight × the step at which it was given
	order := make([]int, len(b.lessons))
	for i := range order {
		order[i] = i
	}
	rng := seed
	random := func() uint32 {
		rng = rng*6364136223846793005 + 1442695040888963407
		return uint32(rng >> 33)
	}
	var heard []int32
	step := int64(1)
	change := func(row int32, t uint8, by int32) {
		if row >= 0 {
			k := int(row)*lang.Tags + int(t)
			weights[k] += by
			total[k] += int64(by) * step
		}
	}
	for range rounds {
		for i := len(order) - 1; i > 0; i-- {
			j := int(random()) % (i + 1)
			order[i], order[j] = order[j], order[i]
		}
		for _, n := range order {
			l, rows := b.lessons[n], append(heard[:0], b.rows[n]...)
			for i := range rows {
				if random()%100 < silent {
					rows[i] = -1
				}
			}
			heard = rows
			got := b.best(weights, rows, l.Tags)
			x, y := uint8(0), uint8(0)
			for i, want := range l.Tags {
				if got[i] != want {
					for _, row := range rows[i*lang.ClueCount : (i+1)*lang.ClueCount] {
						change(row, want, 1)
						change(row, got[i], -1)
					}
				}
				if got[i] != want || x != y {
					change(b.moves[x], want, 1)
					change(b.moves[y], got[i], -1)
				}
				x, y = want, got[i]
			}
			step++
		}
	}
	out := make([]float64, len(weights))
	for i, w := range weights {
		out[i] = float64(w) - float64(total[i])/float64(step)
	}
	return out
}

// best is the sequence of tags with the highest sum. While learning, each wrong tag
// is given a lead, so that the right ones must win by a margin.
func (b *book) best(weights []int32, rows []int32, gold []uint8) []uint8 {
	n := len(rows) / lang.ClueCount
	back := make([][lang.Tags]uint8, n)
	var sum [lang.Tags]int32
	for t := 1; t < lang.Tags; t++ {
		sum[t] = -1 << 28
	}
	for i := range n {
		var score [lang.Tags]int32
		for _, row := range rows[i*lang.ClueCount : (i+1)*lang.ClueCount] {
			if row < 0 {
				continue
			}
			w := weights[int(row)*lang.Tags:][:lang.Tags]
			for t := range score {
				score[t] += w[t]
			}
		}
		for t := range score {
			if uint8(t) != gold[i] {
				score[t] += margin
			}
		}
		var next [lang.Tags]int32
		for t := range uint8(lang.Tags) {
			next[t] = -1 << 29
			for a := range uint8(lang.Tags) {
				if s := sum[a] + weights[int(b.moves[a])*lang.Tags+int(t)]; lang.Follows(a, t) && s > next[t] {
					next[t], back[i][t] = s, a
				}
			}
			next[t] += score[t]
		}
		sum = next
	}
	out := make([]uint8, n)
	t := uint8(0)
	for b := range sum {
		if sum[b] > sum[t] {
			t = uint8(b)
		}
	}
	for i := n - 1; i >= 0; i-- {
		out[i] = t
		t = back[i][t]
	}
	return out
}

// relative is a clue's weights less that of outside, which the table leaves out.
func relative(weights []float64, row int) (out [lang.Tags - 1]float64) {
	w := weights[row*lang.Tags:][:lang.Tags]
	for t := range out {
		out[t] = w[t+1] - w[0]
	}
	return out
}

// choose finds the clues that get a row: those with the largest weights, as long
// as their bin has room.
func (b *book) choose(weights []float64) []bool {
	size := make([]float64, len(b.clues))
	order := make([]int, len(b.clues))
	for i := range order {
		order[i] = i
		for _, w := range relative(weights, i) {
			size[i] += math.Abs(w)
		}
	}
	for _, m := range b.moves {
		size[m] = math.Inf(1)
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(size[j], size[i]) })
	kept := make([]bool, len(b.clues))
	var full [lang.Rows / lang.Bin]uint8
	checks := map[[2]int]bool{}
	n := 0
	for _, i := range order {
		bin := b.clues[i].Bin()
		if size[i] == 0 || full[bin] == lang.Bin || checks[[2]int{bin, int(b.clues[i].Check())}] {
			continue
		}
		full[bin]++
		checks[[2]int{bin, int(b.clues[i].Check())}] = true
		kept[i] = true
		n++
	}
	return kept
}

// write puts the weights into rows, on the scale of lang.Weight: the largest is
// the largest byte, and each of the others the byte that is nearest to it.
func (b *book) write(rows []byte, weights []float64) {
	var scale []float64
	for v := range 128 {
		scale = append(scale, float64(lang.Weight(byte(v))))
	}
	kept := make([]bool, len(b.clues))
	for _, rows := range b.rows {
		for _, r := range rows {
			if r >= 0 {
				kept[r] = true
			}
		}
	}
	for _, m := range b.moves {
		kept[m] = true
	}
	largest := 0.0
	for i := range b.clues {
		if kept[i] {
			for _, w := range relative(weights, i) {
				largest = max(largest, math.Abs(w))
			}
		}
	}
	for i, c := range b.clues {
		if !kept[i] {
			continue
		}
		at := lang.Bin * lang.RowSize * c.Bin()
		for rows[at+6] != 0 || rows[at+7] != 0 {
			at += lang.RowSize
		}
		for t, w := range relative(weights, i) {
			v := math.Abs(w) / largest * scale[127]
			k := sort.SearchFloat64s(scale, v)
			if k == 128 || k > 0 && v-scale[k-1] < scale[k]-v {
				k--
			}
			rows[at+t] = byte(k)
			if w < 0 && k > 0 {
				rows[at+t] |= 0x80
			}
		}
		binary.LittleEndian.PutUint16(rows[at+6:], c.Check())
	}
}
