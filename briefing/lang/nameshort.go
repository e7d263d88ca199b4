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

// abbreviation reports whether what stands in brackets behind a name, the tokens from
// short up to end, can be short for it. Where a runner's country stands (“Ann Berg
// (U.S.)”) and the agency of a dateline (“PARIS (AP)”) it is not: the name is a
// person's or a place's, and the letters are no initials of it.
func (w *words) abbreviation(g tagged, lo, short, end int) bool {
	if end-short == 1 && w.class[short]&isCountry != 0 {
		return w.initialed(g, short)
	}
	place := w.phraseClass(g)&isPlace != 0 && g.typ != Organisation
	return !place && g.typ != Person || w.initialed(g, short) || w.longForm(g.from, g.to, lo, short, end) < g.from
}

// initialed reports whether the letters of token short are the initials of a name, as
// far as they go.
func (w *words) initialed(g tagged, short int) bool {
	s := w.tokens[short].low
	for i := g.from; i < g.to && s != ""; i++ {
		for s[0] == '.' {
			if s = s[1:]; s == "" {
				return true
			}
		}
		if k := &w.tokens[i]; k.kind == word && k.low[0] == s[0] {
			s = s[1:]
		} else if k.cap && len(k.low) > 3 {
			return false
		}
	}
	return s == "" || s == "."
}

// longForm goes left from a name that its abbreviation follows to where the initials
// fit: “Notes from Poland (NFP)” is no place, and the “Scientific and Cultural
// Organization (UNESCO)” begins further left. It returns from where they do not.
func (w *words) longForm(from, to, lo, short, shortEnd int) int {
	var letters []byte
	for i := short; i < shortEnd; i++ {
		for _, c := range []byte(w.of(w.tokens[i])) {
			if c|0x20 >= 'a' && c|0x20 <= 'z' {
				letters = append(letters, c|0x20)
			}
		}
	}
	n := len(letters) - 1
	for i := to - 1; i >= lo && to-i < 16 && n >= 0; i-- {
		k := &w.tokens[i]
		if k.kind != word {
			if k.low != "-" && k.low != "," && k.low != "&" && k.low != "." {
				break
			}
			continue
		}
		if k.low[0] == letters[n] {
			if n == 0 && i < from && k.cap && w.class[i]&isRole == 0 { // no “Member of Parliament (MP)”
				return i
			}
			n--
			continue
		}
		if k.cap && k.low != "the" || i < from && !linking(k.low) && k.low != "on" && k.low != "in" && k.low != "to" {
			break
		}
	}
	return from
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

// abbreviated adds the bodies that an abbreviation in brackets closes and that the
// table did not find to their end: all its letters are the initials of the words before
// it, and one of these words heads a body or is part of one. It must not take “gross
// domestic product (GDP)” for a body.
func (w *words) abbreviated(names []tagged) []tagged {
	out := names[:0:0]
	next := 0
	for s := range w.sentences {
		lo, hi := w.from[s], w.from[s+1]
		for ; next < len(names) && names[next].from < hi; next++ {
			out = append(out, names[next])
		}
		for i := lo + 2; i < hi; i++ {
			if w.tokens[i].low != "(" || !w.tokens[i-1].cap || w.tokens[i-1].kind != word {
				continue
			}
			a, b := w.shortOf(i, hi)
			if a == b || b-a > 1 || len(w.tokens[a].low) < 3 {
				continue
			}
			from := w.longForm(i, i, lo, a, b)
			k := len(out) // the names from here on stand in it
			for k > 0 && out[k-1].to > from {
				k--
			}
			if from == i || k < len(out) && (out[k].from < from || out[k].from == from && out[k].to >= i) {
				continue
			}
			body := false
			for j := from; j < i; j++ {
				body = body || w.class[j]&isBodyHead != 0
			}
			end := k
			for end < len(out) && out[end].from < i {
				body = body || out[end].typ == Organisation
				end++
			}
			if body {
				g := tagged{from, i, Organisation, sure}
				out = append(out[:k], append([]tagged{g}, out[end:]...)...)
			}
		}
	}
	return out
}
