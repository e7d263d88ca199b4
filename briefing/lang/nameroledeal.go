package lang

// A role in the plural that is each one's with another country, dealt out in the order of
// the list: “the presidents of Ghana and Togo, Ada Obi and Kofi Ani”, “his Greek and
// French counterparts, Ann Berg and Karl Lund”.
//
// It must not deal where the numbers differ (“the presidents of Ghana and Togo, Ada Obi,
// Kofi Ani and Ann Berg”).

// deal gives the persons of the list that the i-th name begins each a role, and returns
// how many names the list has.
func (w *words) deal(i int, names []tagged, roles []station, lo int) int {
	n := 1
	for i+n < len(names) && names[i+n].typ == Person && w.listed(names[i+n-1].to, w.address(names[i+n].from, lo), names) {
		n++
	}
	b := w.address(names[i].from, lo) - 1
	if n < 2 || b <= lo+3 {
		return 0
	}
	switch w.tokens[b].low {
	case ",", ":", "—", "–":
	default:
		return 0
	}
	var of [][2]int
	role := [2]int{0, b}
	if w.headsRoles(b - 1) { // “Greek and French counterparts”
		h := b - 1
		for h > lo && !w.tokens[h-1].cap && modifies(w.tokens[h-1].low) {
			h--
		}
		role[0] = h
		of, _ = w.countries(h, lo, names)
	} else if places, j := w.countries(b, lo, names); len(places) > 1 && j-1 > lo && w.tokens[j-1].low == "of" && w.headsRoles(j-2) {
		role = [2]int{w.modifiers(j-2, lo, names), j - 1}
		of = places
	}
	if len(of) != n {
		return 0
	}
	for k := range n {
		if p := &roles[i+k]; p.role[0] == p.role[1] || p.loose || p.role[1] == b && w.plural(p.role) {
			*p = station{role: role, of: of[n-1-k]}
		}
	}
	return n
}

// countries reads the list of countries, or of adjectives of them, that ends before token
// j, from the last to the first, and tells where it begins.
func (w *words) countries(j, lo int, names []tagged) (of [][2]int, start int) {
	for j > lo {
		from := j - 1
		if n := ending(names, j); n != nil && n.typ == Place {
			from = n.from
		} else if w.class[from]&(isDemonym|isCountry) == 0 || !w.tokens[from].cap {
			return of, j
		}
		of = append(of, [2]int{from, j})
		if from > lo && w.tokens[from-1].low == "the" {
			from--
		}
		j = from
		k := j
		for k > lo && (w.tokens[k-1].low == "," || w.tokens[k-1].low == "and") {
			k--
		}
		if k == j {
			return of, j
		}
		start, j = j, k
	}
	return of, start
}
