package lang

// Where the table ran two things together a person is cut out of them:
//
//   - a headline in capitals has its verb between two names (“Berg Nominates Ann Lund”);
//   - a country that a role ends with stands right before a name (“the President of
//     the United States Ann Berg”).
//
//   - a heading goes on from a body with what it will do (“Northern Council to Open
//     Ports”);
//   - an address runs from a person to the body (“Honorable Ann Berg Chairman Committee
//     on Fisheries”).
//
// It must not cut a surname that is a verb's form too (“Ann Rivers”), nor a body that
// is called after a country (“United States Steel Corporation”).

// verbWithin finds the verb inside a person's name, or g.from.
func (w *words) verbWithin(g tagged) int {
	for i := g.from + 1; i < g.to-1; i++ {
		k := &w.tokens[i]
		if k.kind == word && k.cap && len(k.low) > 4 && endsInS(k.low) && w.class[i]&(isFirstName|isSurname|isRole|isCountry|isRegion|isLargeCity) == 0 && (verbForm(k.low) || commonVerb(k.low)) {
			return i
		}
	}
	return g.from
}

// headline is where a body ends that a heading in capitals goes on from with an
// infinitive, g.to if none. A “Campaign to Save the Fish” is called so in a sentence.
func (w *words) headline(g tagged, lo, hi int) int {
	for i := g.from + 1; i+1 < g.to; i++ {
		if k := &w.tokens[i+1]; w.tokens[i].low == "to" && k.cap && k.pos == posVerb || verbForm(w.tokens[i+1].low) && w.tokens[i].low == "to" {
			if w.capsOf(lo, hi) >= 2 {
				return i
			}
		}
	}
	return g.to
}

// addressee finds the role that parts a person from a body in an address without
// commas: the token of the role, or g.from.
func (w *words) addressee(g tagged) int {
	first := g.from
	if w.class[first]&isTitle != 0 {
		first++
	} else if first == 0 || w.class[first-1]&isTitle == 0 {
		return g.from
	}
	if g.to-first < 4 || w.class[first]&isFirstName == 0 {
		return g.from
	}
	for i := first + 1; i+1 < g.to && i < g.from+6; i++ {
		if w.class[i]&isRole != 0 && w.class[i]&(isFirstName|isSurname) == 0 {
			return i
		}
	}
	return g.from
}

// behindOffice makes a person of the first name and surname that the table took for the
// end of what the role before them is for: “Secretary for Humanitarian Affairs Ann Berg”.
func (w *words) behindOffice(g tagged, lo int) tagged {
	if g.typ != Organisation || g.to-g.from < 3 || g.from < lo+2 || w.class[g.from-2]&isRole == 0 {
		return g
	}
	if b := w.tokens[g.from-1].low; b != "for" && b != "of" {
		return g
	}
	const other = isCountry | isRegion | isBody | isDemonym | isRole | isBodyHead | isPlaceHead | isCommon
	if first, last := w.class[g.to-2], w.class[g.to-1]; first&isFirstName != 0 && first&other == 0 && last&other == 0 && w.tokens[g.to-1].kind == word {
		return tagged{g.to - 2, g.to, Person, g.margin}
	}
	return g
}

// behindCountry makes a person of what stands behind the country of a role.
func (w *words) behindCountry(g tagged, lo int) tagged {
	if g.typ == Person || g.to-g.from < 3 || g.from <= lo {
		return g
	}
	if before := w.tokens[g.from-1].low; before != "of" && (before != "the" || g.from < lo+2 || w.tokens[g.from-2].low != "of") {
		return g
	}
	k := w.tokens[g.from].key
	for i := g.from + 1; i < g.to-1 && i < g.from+4; i++ {
		if w.table.class(k)&isCountry != 0 && w.class[i]&isFirstName != 0 && w.class[g.to-1]&(isBodyHead|isPlaceHead) == 0 {
			return tagged{i, g.to, Person, g.margin}
		}
		k = k.then(w.tokens[i].key)
	}
	return g
}
