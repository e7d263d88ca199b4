package lang

// A role in the plural is the role of each in the list behind it: “Presidents Ada Obi
// of Ghana and Kofi Ani of Togo”, “two astronauts, Ann Berg and Karl Lund”, “officials
// including Ann Berg”.
//
// It must not go on past a person with a role of one's own (“Senators Berg and Lund,
// Governor Obi and Kofi Ani”), nor from a role in the singular (“President Berg and
// Karl Lund”).

// shareRoles gives the roles in the plural to the persons behind them in a sentence.
func (w *words) shareRoles(names []tagged, roles []station, lo, hi int) {
	last := -1 // the person before
	shared := [2]int{}
	dealt := 0
	for i := range names {
		g := &names[i]
		if g.typ != Person {
			continue
		}
		if i < dealt {
			last, shared = i, [2]int{}
			continue
		}
		if n := w.deal(i, names, roles, lo); n > 0 {
			dealt, last, shared = i+n, i, [2]int{}
			continue
		}
		p := &roles[i]
		switch {
		case p.role[0] < p.role[1] && !p.loose:
			shared = [2]int{}
			if p.role[1] <= g.from && w.plural(p.role) {
				shared = p.role
				if !w.tokens[p.role[1]-1].cap && w.tokens[p.role[1]-1].low != "." && !w.another(i, names, lo) {
					*p, shared = station{}, [2]int{} // “told reporters Berg had left”
				}
			}
		case last >= 0 && shared[0] < shared[1] && w.listed(names[last].to, w.address(g.from, lo), names):
			*p = station{role: shared}
			if e := w.ofPlace(g.to, hi, names); e > g.to {
				p.of = [2]int{g.to, e}
			}
		default:
			shared = w.rolesBefore(i, lo, hi, names)
			if shared[0] < shared[1] {
				*p = station{role: shared}
			}
		}
		last = i
	}
}

// another reports whether a person stands behind the i-th name in one list with it.
func (w *words) another(i int, names []tagged, lo int) bool {
	for k := i + 1; k < len(names); k++ {
		if names[k].typ == Person {
			return w.listed(names[i].to, w.address(names[k].from, lo), names)
		}
	}
	return false
}

// plural reports whether the noun that heads a role is a plural.
func (w *words) plural(role [2]int) bool {
	for i := role[0]; i < role[1]; i++ {
		switch w.tokens[i].low {
		case "of", "for", "from", "in", "at", "to":
			return i > role[0] && w.headsRoles(i-1)
		}
	}
	i := role[1] - 1
	if i > role[0] && w.tokens[i].low == "." {
		i--
	}
	return w.headsRoles(i)
}

// listed reports whether what stands between two persons, from token i up to j, is
// what stands between two of a list: a comma or “and”, after a place or brackets that
// belong to the first.
func (w *words) listed(i, j int, names []tagged) bool {
	i = w.ofPlace(i, j, names)
	if i < j && w.tokens[i].low == "(" {
		for i < j && w.tokens[i].low != ")" {
			i++
		}
		i++
	}
	if i >= j || j-i > 2 {
		return false
	}
	for ; i < j; i++ {
		switch w.tokens[i].low {
		case ",", "and", "&", ";":
		default:
			return false
		}
	}
	return true
}

// rolesBefore finds the role in the plural that stands before the list which the
// i-th name begins: behind “including” or “such as”, or with a number before it and a
// comma behind it.
func (w *words) rolesBefore(i, lo, hi int, names []tagged) (r [2]int) {
	b := w.address(names[i].from, lo) - 1
	if b <= lo {
		return r
	}
	switch w.tokens[b].low {
	case "including", "namely":
		if w.tokens[b-1].low == "," {
			b--
		}
	case "as", "like":
		if w.tokens[b].low == "as" {
			if w.tokens[b-1].low != "such" {
				return r
			}
			b--
		}
		if b > lo && w.tokens[b-1].low == "," {
			b--
		}
	case ",", ":", "—", "–":
		if i+1 == len(names) || !w.listed(names[i].to, w.address(names[i+1].from, lo), names) || names[i+1].typ != Person {
			return r
		}
		h := b - 1
		for ; h > lo && h > b-8 && !w.headsRoles(h); h-- {
			if k := &w.tokens[h]; k.kind != word && k.low != "-" {
				return r
			}
		}
		if !w.headsRoles(h) || h+1 < b && w.whose(h+1, b, names) != b {
			return r
		}
		start := w.modifiers(h, lo, names)
		if start == lo || !countsOff(w.tokens[start-1].low) {
			return r
		}
		return [2]int{start, b}
	default:
		return r
	}
	for h := b - 1; h >= lo && h > b-8; h-- {
		k := &w.tokens[h]
		if k.kind != word && k.low != "-" || w.class[h]&isSaying != 0 {
			return r
		}
		if w.headsRoles(h) {
			end := min(b, max(h+1, w.whose(h+1, b, names)))
			return [2]int{w.modifiers(h, lo, names), end}
		}
	}
	return r
}

// countsOff reports whether a word before a plural announces a list of that many.
func countsOff(low string) bool {
	switch low {
	case "two", "three", "four", "five", "six", "seven", "the", "its", "his", "her", "their", "both", "'s":
		return true
	}
	return false
}
