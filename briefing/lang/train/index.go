package train

import "readout/briefing/lang"

// An index numbers clues in the order in which they come. It is a hash table of its
// own because a clue is a hash already.
type index struct {
	clues   []lang.Clue
	numbers []int32
	n       int32
}

// find is where a clue is, or belongs.
func (x *index) find(c lang.Clue) int {
	m := len(x.clues) - 1
	i := int(c>>20) & m
	for x.clues[i] != 0 && x.clues[i] != c {
		i = (i + 1) & m
	}
	return i
}

func (x *index) add(c lang.Clue) int32 {
	if 4*int(x.n+1) > 3*len(x.clues) {
		old := *x
		size := max(1<<10, 2*len(old.clues))
		*x = index{make([]lang.Clue, size), make([]int32, size), old.n}
		for i, c := range old.clues {
			if c != 0 {
				j := x.find(c)
				x.clues[j], x.numbers[j] = c, old.numbers[i]
			}
		}
	}
	i := x.find(c)
	if x.clues[i] == 0 {
		x.clues[i], x.numbers[i] = c, x.n
		x.n++
	}
	return x.numbers[i]
}

// of is the number of a clue, -1 if it has none.
func (x *index) of(c lang.Clue) int32 {
	if i := x.find(c); x.clues[i] != 0 {
		return x.numbers[i]
	}
	return -1
}

func (x *index) renumber(to []int32) {
	for i, c := range x.clues {
		if c != 0 {
			x.numbers[i] = to[x.numbers[i]]
		}
	}
}
