package lang

// Initials belong to the name behind them, and show one where the table sees none:
//
//   - what stands right behind initials is a person's surname (“caught by P. Lund”,
//     “; M. Obi 4-61”), whatever the table took it for;
//   - a person's or a company's name begins with its initials (“J.P. Lund & Co.”).
//
// They must not take the letter of a plan, a vitamin or a point of the compass for an
// initial (“Plan B. Lund said”, “S. Africa”), nor a word of the language for a surname.

// initials adds the persons that initials show.
func (w *words) initials(names []tagged) []tagged {
	out := names[:0:0]
	next := 0
	for s := range w.sentences {
		lo, hi := w.from[s], w.from[s+1]
		for i := lo; i < hi; {
			if next < len(names) && names[next].from <= i {
				g := names[next]
				if g.typ != Person && g.to-g.from > 2 && g.from == i && w.pastInitials(i, hi) == g.to-1 && w.surnamed(g.to-1) {
					g.typ = Person // “S. Lund”
				}
				out = append(out, g)
				i = max(i, g.to)
				next++
				continue
			}
			k := &w.tokens[i]
			if k.kind != word || !k.cap || len(k.low) != 1 || !w.opensName(i, lo) {
				i++
				continue
			}
			j := w.pastInitials(i, hi)
			if j == i || j >= hi || !w.surnamed(j) {
				i = max(i+1, j)
				continue
			}
			end := j + 1
			margin := int32(sure)
			if next < len(names) && names[next].from < end {
				if names[next].from != j || names[next].to != end {
					i = j
					continue
				}
				margin = names[next].margin
				next++
			}
			out = append(out, tagged{i, end, Person, margin})
			i = end
		}
	}
	return append(out, names[next:]...)
}

// opensName reports whether a name may begin with the letter at token i: nothing
// before it has the letter for its own.
func (w *words) opensName(i, lo int) bool {
	if i == lo {
		return true
	}
	switch k := &w.tokens[i-1]; {
	case k.kind == mark:
		return w.tokens[i].space && k.low != "."
	case k.kind == word && !k.cap:
		return function(k.low) || w.class[i-1]&(isRole|isTitle) != 0
	}
	return false
}

// pastInitials goes over the letters with full stops that begin at token i.
func (w *words) pastInitials(i, hi int) int {
	for i+1 < hi && w.tokens[i].kind == word && w.tokens[i].cap && len(w.tokens[i].low) == 1 && w.tokens[i+1].low == "." && !w.tokens[i+1].space {
		i += 2
	}
	return i
}

// surnamed reports whether the word at token j, behind initials, can be a surname.
func (w *words) surnamed(j int) bool {
	k := &w.tokens[j]
	c := w.class[j]
	return k.kind == word && k.cap && k.space && !k.line && len(k.low) > 2 && !function(k.low) && c&(isCountry|isRegion|isBodyHead|isDemonym) == 0 &&
		(c&isCommon == 0 || c&isSurname != 0)
}

// initialled is where a name begins with its initials, g.from if none stand before it.
func (w *words) initialled(g tagged, lo, before int) int {
	i := g.from
	if w.phraseClass(g)&(isCountry|isRegion|isBody) != 0 || !w.tokens[i].space {
		return i
	}
	for i-1 >= max(lo, before) {
		k := &w.tokens[i-1]
		switch {
		case k.kind == word && k.cap && k.low[len(k.low)-1] == '.' && len(k.low) <= 6 && w.class[i-1]&(isCountry|isRegion|isRole|isTitle|isKnown|isBody) == 0:
			i--
		case k.low == "." && !k.space && i-2 >= max(lo, before) && w.tokens[i-2].cap && len(w.tokens[i-2].low) == 1 && w.opensName(i-2, lo):
			i -= 2
		default:
			return i
		}
	}
	return i
}
