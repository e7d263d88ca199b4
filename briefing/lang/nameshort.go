package lang

// shortOf finds the abbreviation in brackets behind a name that ends at token i:
// “African Union (AU)”. The bracket is the evidence; the initials fit in two of
// three only (“Commissioner for Refugees (UNHCR)” begins further left). It must not take
// “(D-SD)” or “(2021)” for one.
func (w *words) shortOf(i, hi int) (int, int) {
	if i+2 >= hi || w.tokens[i].low != "(" {
		return 0, 0
	}
	j := i + 1
	if k := &w.tokens[j]; (k.low == "“" || k.low == "\"" || k.low == "the") && j+2 < hi {
		j++
		if w.tokens[j].low == "“" || w.tokens[j].low == "\"" {
			j++
		}
	}
	if j >= hi || !abbreviates(w.of(w.tokens[j])) {
		return 0, 0
	}
	e := j + 1
	for e < hi && e < j+4 && !w.tokens[e].space && (w.tokens[e].kind == number || w.tokens[e].low == "-" || w.tokens[e].kind == word) {
		e++
	}
	if e < hi && (w.tokens[e].low == "”" || w.tokens[e].low == "\"") {
		if e+1 < hi && w.tokens[e+1].low == ")" {
			return j, e
		}
	}
	if e < hi && (w.tokens[e].low == ")" || w.tokens[e].low == "," || w.tokens[e].low == ";") && !(e == j+3 && w.tokens[j+1].low == "-") {
		return j, e
	}
	return 0, 0
}

// abbreviates reports whether a word is written like an abbreviation: two
// capitals or more, and no more small letters than capitals (UOKiK, DfID, U.N.).
func abbreviates(s string) bool {
	up, down := 0, 0
	for _, r := range s {
		switch {
		case r >= 'A' && r <= 'Z':
			up++
		case r == '.':
		default:
			down++
		}
	}
	return up >= 2 && down <= up && up <= 10
}
