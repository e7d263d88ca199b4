package lang

// weekday reads Monday, Monday 8 November, Thursday of last week, Mondays.
func (r *reader) weekday(i int) (expr, bool) {
	k, prev := r.at(i), r.at(i-1)
	hi := i + 1
	if j := r.hyphen(hi); r.at(j).kind == number && k.v < plural && r.word(j+1, "-") && r.meridiemAt(j+3) {
		return expr{form: fDate, wd: int(k.v), noYear: true, noMonth: true, hi: hi, date: stamp{g: gDay, sec: -1}}, true // Thu 9-11 a.m.
	}
	if k.v&plural != 0 {
		return expr{form: fSet, set: "XXXX-WXX-" + string(rune('0'+k.v&^plural)), hi: hi}, true
	}
	short := len(k.low) <= 5 && k.low != "monday"
	if short && r.word(hi, ".") && r.glued(hi) {
		hi++
	}
	e := expr{form: fDate, wd: int(k.v), noYear: true, noMonth: true}
	e.date = stamp{g: gDay, sec: -1}
	if f, ok := r.fullDate(i); ok {
		return f, true
	}
	j := hi
	if r.word(j, ",") || (r.word(j, "-") || r.word(j, "–")) && r.at(j+1).kind == number {
		j++
	}
	if r.is(j, cThe) {
		j++
	}
	for _, in := range [2]func(int) (expr, bool){r.monthDate, r.dayMonth} {
		if f, ok := in(j); ok && f.date.g == gDay && !f.dayOnly {
			f.wd = int(k.v)
			return f, true
		}
	}
	if f, ok := r.numericDate(j); ok {
		f.wd = int(k.v)
		return f, true
	}
	if d, dhi, ord := r.dayNumber(j); d > 0 && (r.at(j).kind == number || ord && r.is(j-1, cThe) && (r.endsDay(dhi) || r.is(dhi, cCardinal))) && (ord || j == hi && r.endsDay(dhi) && !r.word(dhi, ":")) && !r.meridiemAt(dhi) && !r.counts(dhi) && !r.word(hi, ",") {
		e.noMonth, e.date.d, e.hi = true, d, dhi
		return e, true
	}
	e.hi = hi
	// of last week, last week
	j = hi
	if r.word(j, "of") || r.word(j, "in") || r.word(j, "from") {
		j++
	}
	if r.is(j, cLast) || r.is(j, cNext) || r.is(j, cThis) || r.is(j, cThat) || r.is(j, cThe) {
		if in, ok := r.point(j); ok && (in.form == fUnit || in.form == fSame) && in.unit == gWeek {
			return expr{form: fOrd, wd: int(k.v), unit: gDay, in: &in, hi: in.hi, date: stamp{g: gDay, sec: -1}}, true
		}
	}
	if r.word(hi, "after") && r.word(hi+1, "next") { // the Friday after next
		return expr{form: fNamed, rel: 2, in: &expr{form: fDate, wd: int(k.v), noYear: true, noMonth: true, date: e.date}, hi: hi + 2, date: e.date}, true
	}
	if short && !(r.short && i == 0 && (hi == len(r.k) || r.is(hi, cPart) || r.word(hi, "at"))) {
		ok := k.cap && (hi > i+1 && (k.low != "sun" && k.low != "sat" || prev.low == "on") || prev.low == "on" || prev.low == "by" || prev.class == cLast || prev.class == cNext || r.kind == Agenda || r.kind == Cell || i == 0 && (len(r.k) == 1 || r.is(i+1, cPart) || r.at(i+1).kind == number)) ||
			!k.cap && (k.low != "sun" && k.low != "sat" && k.low != "wed") && (prev.low == "on" || prev.class == cLast || prev.class == cNext)
		if !ok {
			return e, false
		}
	}
	if prev.kind == word && prev.cap && weekdayName(prev.low) {
		return e, false
	}
	if prev.class == cOrdinal && !r.is(i-2, cMonth) { // the third Tuesday after the fire
		return e, false
	}
	if r.habitual(hi) {
		return e, false
	}
	if n := r.at(hi); n.cap && publication(n.low) {
		return e, false
	}
	return e, true
}

// weekdayName: words that make a weekday a proper name: Super Tuesday.
func weekdayName(w string) bool {
	switch w {
	case "super", "bloody", "black", "cyber", "giving", "ash", "palm", "good", "holy", "easter", "whit", "fat", "shrove", "maundy", "ruby", "small", "mad", "casual", "freaky", "dress-down", "wig", "spy":
		return true
	}
	return false
}

// publication: words that make a weekday the name of a paper or a programme.
func publication(w string) bool {
	switch w {
	case "times", "telegraph", "express", "mirror", "herald", "post", "mail", "age", "sun", "tribune", "world", "mercury", "independent", "business", "people", "night", "morning", "review", "sport", "star", "vision", "league", "market":
		return w != "night" && w != "morning"
	}
	return false
}

// dayName reads yesterday, today, tomorrow, tonight.
func (r *reader) dayName(i int) (expr, bool) {
	k := r.at(i)
	e := expr{form: fDay, rel: int(k.v), hi: i + 1, unit: gDay}
	e.date = stamp{g: gDay, sec: -1}
	if k.class == cTonight {
		e.rel = 0
		e.part(4)
		return e, true
	}
	if k.v == 0 && r.word(i+1, "'s") {
		// “today’s economy”: nowadays. “today’s vote”: of this day.
		for j := i + 2; j < i+6 && (r.at(j).kind == word && !preposition(r.at(j).low) || r.word(j, "-")); j++ {
			if nowadays(r.at(j).low) {
				return expr{form: fRef, hi: i + 1}, true
			}
		}
	}
	if k.cap && r.at(i+1).cap && i > 0 && r.at(i-1).cap && r.at(i-1).kind == word { // USA Today
		return e, false
	}
	if p := r.at(i - 1); k.cap && k.v == 0 && p.cap && p.kind == word && p.class == plain && r.kind != Heading { // Russia Today
		return e, false
	}
	return e, true
}

// nowadays: what stands behind “today’s” where today is no day but these times.
func nowadays(w string) bool {
	switch w {
	case "environment", "world", "economy", "society", "climate", "age", "era", "standards", "dollars", "youth", "generation", "families", "technology", "marketplace",
		"challenges", "threats", "culture", "terms", "workforce", "landscape", "consumers", "students", "workers", "children", "needs", "realities", "reality", "times":
		return true
	}
	return false
}
