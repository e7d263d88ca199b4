package lang

// fixed reads references that name no date, and sets.
func (r *reader) fixed(i int) (expr, bool) {
	k, prev, next := r.at(i), r.at(i-1), r.at(i+1)
	switch k.class {
	case cNow:
		e := expr{form: fRef, rel: int(k.v), hi: i + 1}
		switch k.low {
		case "now":
			return e, next.low != "-" && prev.low != "-" && !(k.cap && next.low == ",") && next.low != "that"
		case "soon":
			return e, prev.low != "as" && prev.low != "too" && next.low != "-" && next.low != "after" && next.low != "as"
		case "recent":
			ok := r.recentUnits(i, &e)
			return e, ok
		case "future":
			return e, !k.cap && (prev.class == cThe || prev.low == "in" || next.kind == word && next.class == plain && !preposition(next.low))
		case "recently":
			return e, true
		}
		return e, true
	case cSet:
		if k.cap && i > 0 && (next.cap || prev.cap && prev.kind == word) {
			return expr{}, false // the Daily Telegraph
		}
		g := grain(k.v)
		return expr{form: fSet, set: durationValue(1, false, g), hi: i + 1}, true
	case cThis:
		if k.low == "current" && next.kind == word && !r.is(i+1, cUnit) && !r.is(i+1, cFiscal) {
			return expr{form: fRef, hi: i + 1}, !k.cap
		}
	case cEvery:
		return r.every(i)
	case cCardinal:
		if r.word(i+1, "times") && r.is(i+2, cArticle) {
			return r.often(i, i+2)
		}
	}
	switch k.low {
	case "once", "twice":
		if r.is(i+1, cArticle) || r.is(i+1, cEvery) {
			return r.often(i, i+1)
		}
	case "these":
		if next.low == "days" {
			return expr{form: fRef, hi: i + 2}, true
		}
	case "at":
		if next.low == "present" && r.at(i+2).kind == mark {
			return expr{form: fRef, hi: i + 2}, false
		}
	case "right":
		if next.low == "now" {
			return expr{form: fRef, hi: i + 2}, true
		}
	case "long":
		if r.is(i+1, cAgo) {
			return expr{form: fRef, rel: -1, hi: i + 2}, next.low == "ago"
		}
	case "more":
		if next.low == "recently" {
			return expr{form: fRef, rel: -1, hi: i + 2}, true
		}
	case "turn":
		return r.turn(i)
	}
	return expr{}, false
}

// recentUnits reads recent years, recent months.
func (r *reader) recentUnits(i int, e *expr) bool {
	if g, many, hi := r.unit(i + 1); g != gNone && many {
		*e = expr{form: fDuration, unit: g, vague: true, hi: hi}
		return true
	}
	return !r.at(i).cap
}

// every reads every Monday, every four years, each day, per month.
func (r *reader) every(i int) (expr, bool) {
	j := i + 1
	n := 1.0
	vague := false
	switch {
	case r.word(j, "other") && !r.word(i, "per"):
		n, j = 2, j+1
	case r.word(i, "every") && r.is(j, cOrdinal) && r.at(j).v > 1:
		n, j = float64(r.at(j).v), j+1
	case r.word(i, "every"):
		if c, ok := r.count(j); ok && !c.bare {
			n, vague, j = c.n, c.vague, c.hi
		}
	}
	if r.word(j, "single") {
		j++
	}
	k := r.at(j)
	switch k.class {
	case cUnit:
		g := grain(k.v &^ plural)
		if r.word(i, "per") && k.v >= plural {
			return expr{}, false
		}
		return expr{form: fSet, set: durationValue(n, vague, g), hi: j + 1}, true
	case cWeekday:
		e := expr{form: fSet, set: "XXXX-WXX-" + string(rune('0'+k.v&^plural)), hi: j + 1}
		if r.is(j+1, cPart) {
			e.set += "T" + partCode[r.at(j+1).v&^plural]
			e.hi++
		} else if r.word(j+1, "at") {
			if c, ok := r.clock(j+2, true); ok {
				s := stamp{g: gMinute, h: c.h, mi: c.m}
				e.set, e.hi = e.set+string(s.appendClock([]byte{'T'})), c.hi
			}
		}
		return e, true
	case cMonth:
		if !k.cap {
			return expr{}, false
		}
		return expr{form: fSet, set: "XXXX-" + string(digits(nil, int(k.v), 2)), hi: j + 1}, true
	case cSeason:
		return expr{form: fSet, set: "XXXX-" + seasonCode[k.v], hi: j + 1}, !r.word(i, "per") && n == 1
	case cPart:
		return expr{form: fSet, set: "XXXX-XX-XXT" + partCode[k.v&^plural], hi: j + 1}, true
	}
	return expr{}, false
}

// often reads once a year, three times a week.
func (r *reader) often(i, j int) (expr, bool) {
	if r.is(j, cEvery) {
		e, ok := r.every(j)
		return e, ok
	}
	g, many, hi := r.unit(j + 1)
	if g == gNone || many {
		return expr{}, false
	}
	return expr{form: fSet, set: durationValue(1, false, g), hi: hi}, true
}
