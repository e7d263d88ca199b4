package lang

// The second look. After the first, every word with a capital has votes in its
// document: how often it was outside of names, and in a person, an organisation or
// a place. Where a word's votes elsewhere differ from what it was taken for here,
// its stretch is looked at once more, with the votes among the clues. Most
// stretches agree with their document and cost nothing.

// ballot counts the votes of one word by kind: outside, person, organisation, place.
type ballot [4]uint16

const voteClues = 4

// kindOf is the kind of a tag on a ballot.
func kindOf(t tag) int { return int(t+1) / 2 }

// votes counts for each word of seen what its tags say.
func (w *words) votes(tags []tag) []ballot {
	out := make([]ballot, len(w.seen.keys))
	if w.seen.n == 0 {
		return out
	}
	for i := range w.tokens {
		if k := &w.tokens[i]; k.kind == word && k.cap && w.cand[i] {
			if n := &out[w.seen.find(uint32(w.tokens[i].key))][kindOf(tags[i])]; *n < 1<<15 {
				*n++
			}
		}
	}
	return out
}

// others are the votes of the word at token i, its own left out.
func (w *words) others(votes []ballot, tags []tag, i int) ballot {
	if k := &w.tokens[i]; k.kind != word || !k.cap {
		return ballot{}
	}
	v := votes[w.seen.find(uint32(w.tokens[i].key))]
	if own := &v[kindOf(tags[i])]; *own > 0 {
		*own--
	}
	return v
}

// contested reports whether the rest of the document takes a word from i up to j
// for something else.
func (w *words) contested(votes []ballot, tags []tag, i, j int) bool {
	for ; i < j; i++ {
		v := w.others(votes, tags, i)
		v[kindOf(tags[i])] = 0
		if v != (ballot{}) {
			return true
		}
	}
	return false
}

// verdict folds a ballot into a clue: who leads, how clearly, and by how many.
func (v ballot) verdict() key {
	best, sum := 0, 0
	for k, n := range v {
		sum += int(n)
		if n > v[best] {
			best = k
		}
	}
	if sum == 0 {
		return 0
	}
	strength := key(1)
	switch n := int(v[best]); {
	case n == sum && n >= 3:
		strength = 4
	case n == sum && n == 2:
		strength = 3
	case n*3 >= sum*2 && n >= 2:
		strength = 2
	}
	name := 1 // the leader among the names
	for k := 2; k < 4; k++ {
		if v[k] > v[name] {
			name = k
		}
	}
	if v[name] == 0 {
		name = 0
	}
	return key(best+1) | strength<<3 | key(name)<<6
}

// voteCluesOf appends the clues of the votes; without votes, as many that say
// nothing.
func (w *words) voteCluesOf(out []Clue, votes []ballot, tags []tag, i int, r *run, place key, c class) []Clue {
	if votes == nil {
		return append(out, 0, 0, 0, 0)
	}
	own := w.others(votes, tags, i).verdict()
	last := w.others(votes, tags, r.end-1).verdict()
	return append(out,
		spread(900, own),
		spread(901, two(own, place)),
		spread(902, two(last, place)),
		spread(903, two(own, key(c))))
}
