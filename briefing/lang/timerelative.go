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
	if d, dhi, ord := r.dayNumber(j); d > 0 && r.at(j).kind == number && (ord || j == hi && r.endsDay(dhi) && !r.word(dhi, ":")) && !r.meridiemAt(dhi) && !r.counts(dhi) && !r.word(hi, ",") {
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
		for j := i + 2; j < i+5 && r.at(j).kind == word && !preposition(r.at(j).low); j++ {
			if nowadays(r.at(j).low) {
				return expr{form: fRef, hi: i + 1}, true
			}
		}
	}
	if k.cap && r.at(i+1).cap && i > 0 && r.at(i-1).cap && r.at(i-1).kind == word { // USA Today
		return e, false
	}
	if r.at(i-1).upper && r.at(i-1).low == "usa" && k.cap {
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

// definite reads what begins with “the”.
func (r *reader) definite(i int) (expr, bool) {
	j := i + 1
	k := r.at(j)
	if k.low == "entire" || k.low == "whole" || k.low == "full" || k.low == "said" || k.low == "very" {
		if g, many, hi := r.unit(j + 1); g != gNone && !many && g <= gDay {
			return expr{form: fUnit, unit: g, spoken: true, hi: hi}, true
		}
		if k.low != "very" {
			return expr{}, false
		}
		j++
		k = r.at(j)
	}
	switch k.class {
	case cLast, cNext, cThis, cThat, cEarly, cEdge, cOrdinal, cSeason, cHoliday, cWeekday, cMid:
		return r.pointOrDecade(j)
	case cUnit:
		return r.theUnit(j)
	case cPart:
		return r.partOf(j)
	case cNow:
		if (k.low == "future" || k.low == "recent") && k.low == "future" {
			return expr{form: fRef, rel: 1, hi: j + 1}, !(r.at(j+1).kind == word && r.at(j+1).class == plain && !preposition(r.at(j+1).low) && !r.at(j+1).cap && false)
		}
		return expr{}, false
	case cMonth:
		return expr{}, false
	}
	if k.kind == number {
		if e, ok := r.leadingDay(j); ok {
			return e, ok
		}
		if e, ok := r.ordinal(j); ok {
			return e, ok
		}
		if e, ok := r.decade(j); ok {
			return e, ok
		}
		if e, ok := r.dayMonth(j); ok && r.at(j+1).kind == word && ordinalEnding(r.at(j+1).low) {
			return e, ok
		}
		return expr{}, false
	}
	if k.low == "'" || k.low == "’" || k.low == "‘" {
		return r.decade(j)
	}
	if d := decadeWord(k.low); d > 0 {
		e := expr{form: fDate, hi: j + 1}
		e.date = stamp{g: gDecade, y: 190 + d, sec: -1}
		return e, true
	}
	switch k.low {
	case "moment":
		if r.word(i-1, "at") || r.word(i-1, "for") {
			return expr{form: fRef, hi: j + 1}, true
		}
	case "time":
		if r.word(j+1, "being") {
			return expr{form: fRef, hi: j + 2}, true
		}
	case "present":
		if r.at(j+1).kind == mark || r.word(i-1, "at") {
			return expr{form: fRef, hi: j + 1}, true
		}
	case "latest":
		if g, many, hi := r.unit(j + 1); g == gQuarter && !many {
			return expr{form: fUnit, unit: g, rel: -1, hi: hi}, true
		}
	case "most":
		if r.word(j+1, "recent") {
			if g, many, hi := r.unit(j + 2); g >= gYear && g <= gWeek && !many {
				return expr{form: fUnit, unit: g, rel: -1, hi: hi}, true
			}
		}
	case "turn":
		return r.turn(j)
	}
	return r.holiday(j)
}

func (r *reader) turn(j int) (expr, bool) {
	if r.word(j, "turn") && r.word(j+1, "of") && r.is(j+2, cThe) && r.word(j+3, "century") {
		in := expr{form: fUnit, unit: gCentury, spoken: true, hi: j + 4}
		return expr{form: fEdge, in: &in, mod: modStart, hi: j + 4}, true
	}
	return expr{}, false
}

// pointOrDecade is point, and “early sixties” too.
func (r *reader) pointOrDecade(i int) (expr, bool) {
	return r.point(i)
}

// theUnit reads “the day before yesterday”, “the year before”, “the week of 5 May”,
// “the month of May”, “the year 2010”, and the definite unit alone where it can
// only be the one spoken of.
func (r *reader) theUnit(j int) (expr, bool) {
	k := r.at(j)
	g := grain(k.v &^ plural)
	if k.v&plural != 0 {
		return expr{}, false
	}
	n := r.at(j + 1)
	if r.word(j-2, "in") && r.is(j-3, cEarly) { // late in the day, after falling
		return r.bareUnit(j)
	}
	switch n.low {
	case "before", "after", "previous", "prior", "earlier", "later", "following":
		rel := 1
		if n.low == "before" || n.low == "previous" || n.low == "prior" || n.low == "earlier" {
			rel = -1
		}
		next := r.at(j + 2)
		switch {
		case n.low == "before" && next.class == cDay && next.v == -1:
			return expr{form: fDay, rel: -2, unit: gDay, hi: j + 3, date: stamp{g: gDay, sec: -1}}, g == gDay
		case n.low == "after" && next.class == cDay && next.v == 1:
			return expr{form: fDay, rel: 2, unit: gDay, hi: j + 3, date: stamp{g: gDay, sec: -1}}, g == gDay
		case n.low == "before" && next.class == cLast && r.at(j+3).class == cUnit && grain(r.at(j+3).v) == g:
			return expr{form: fUnit, rel: -2, unit: g, hi: j + 4}, true
		case n.low == "before" && next.low == "last":
			return expr{form: fUnit, rel: -2, unit: g, hi: j + 3}, true
		case n.low == "after" && next.class == cNext && (next.low == "next" && r.at(j+3).kind == mark):
			return expr{form: fUnit, rel: 2, unit: g, hi: j + 3}, true
		}
		if n.low == "before" || n.low == "after" || n.low == "following" {
			if in, ok := r.point(j + 2); ok && in.form != fClock && in.form != fDuration && in.form != fRef {
				return expr{form: fShift, unit: g, count: 1, rel: rel, in: &in, hi: in.hi}, true
			}
			if next.kind != mark && !(next.low == "that") || next.low == "“" {
				// “the day before the vote”: from an event, which no calendar knows
				return expr{form: fShift, unit: g, count: 1, rel: rel, vague: true, set: "event", hi: j + 1}, n.low != "following"
			}
		}
		return expr{form: fSame, unit: g, rel: rel, hi: j + 2, date: stamp{g: gDay, sec: -1}}, true
	case "of":
		if g == gMonth || g == gWeek {
			if in, ok := r.point(j + 2); ok {
				in.hi = max(in.hi, j+3)
				if g == gWeek && in.day() {
					return expr{form: fOrd, unit: gWeek, ord: 0, in: &in, hi: in.hi}, true
				}
				if g == gMonth && in.form == fDate && in.date.g == gMonth {
					return in, true
				}
			} else if m, hi := r.monthName(j + 2); m > 0 && g == gMonth {
				e := expr{form: fDate, noYear: true, hi: hi, date: stamp{g: gMonth, n: m, sec: -1}}
				return r.yearAfter(e), true
			}
		}
	case "ended", "ending", "beginning", "starting", "commencing":
		if g == gWeek || g == gQuarter || g == gMonth || g == gYear {
			if in, ok := r.point(j + 2); ok && in.day() {
				if g == gWeek {
					return expr{form: fOrd, unit: gWeek, ord: 0, in: &in, hi: in.hi}, true
				}
				e := expr{form: fDuration, unit: g, count: 1, hi: j + 1}
				return e, true
			}
		}
	}
	if g == gWeek && n.kind == number && n.n > 0 && n.n <= 53 {
		return r.unitFirst(j)
	}
	if g == gYear {
		if y := r.plainYear(j + 1); y > 0 {
			e := expr{form: fDate, hi: j + 2, date: stamp{g: gYear, y: y, sec: -1}}
			return e, true
		}
	}
	return r.bareUnit(j)
}

// bareUnit reads “the day”, “the week”, “the year” where it stands for one that
// both speakers know: as an adverb after a preposition or a verb of ending.
func (r *reader) bareUnit(j int) (expr, bool) {
	g := grain(r.at(j).v &^ plural)
	e := expr{form: fUnit, unit: g, spoken: true, hi: j + 1}
	prev, next := r.at(j-2), r.at(j+1)
	if next.kind == word && next.class == plain && !preposition(next.low) && !adverbial(next.low) || next.low == "-" || next.low == "'s" || next.class == cSet {
		return e, false
	}
	e.date = stamp{g: gDay, sec: -1}
	switch g {
	case gDay:
		switch prev.low {
		case "end", "ending", "ended", "ends", "finish", "finished", "close", "closed", "closing", "in", "for", "of", "during", "throughout":
			return e, next.low != "of" && (prev.low != "of" || r.is(j-3, cEdge) || r.word(j-3, "later") || r.at(j-3).class == cPart)
		}
	case gWeekend:
		return e, next.low != "of"
	case gWeek, gMonth, gYear, gQuarter:
		switch prev.low {
		case "for", "during", "in", "throughout", "of", "this", "within":
			return e, next.low != "of" && (prev.low != "of" || r.is(j-3, cEdge) || r.is(j-3, cEarly) || r.is(j-3, cPart) || r.word(j-3, "part"))
		case "end", "ended", "finish", "begin", "began", "start", "started":
			return e, next.low != "of"
		}
	case gDecade, gCentury:
		switch prev.low {
		case "of", "this":
			return e, r.is(j-3, cEdge)
		}
	}
	return e, false
}

// adverbial words may follow a date that stands as an adverb.
func adverbial(w string) bool {
	switch w {
	case "when", "that", "which", "while", "is", "was", "as", "were", "are", "will", "would", "has", "have", "had", "but", "because", "if", "so", "where", "said", "alone", "ahead", "up", "down", "with", "they", "he", "she", "it", "we":
		return true
	}
	return false
}

// relative reads last week, the past four days, next March, this morning, that
// year, the following day, the same period last year.
func (r *reader) relative(i int) (expr, bool) {
	k := r.at(i)
	the := r.is(i-1, cThe)
	j := i + 1
	switch k.class {
	case cLast, cNext:
		return r.lastNext(i, j, the)
	case cThis:
		n := r.at(j)
		if n.class == cLast && n.low != "previous" || n.class == cNext && n.low != "following" {
			e, ok := r.lastNext(j, j+1, false)
			return e, ok
		}
		if n.class == cThat {
			j++
		}
		return r.named(i, j, 0, false)
	case cThat:
		if k.low == "same" || r.word(j, "same") {
			if k.low != "same" {
				j++
			}
			if e, ok := r.samePeriod(j); ok {
				return e, ok
			}
		}
		n := r.at(j)
		if n.class == cUnit && n.v&plural == 0 && n.v <= int16(gDay) || n.class == cPart && n.v < plural || n.class == cSeason || n.class == cFiscal && r.is(j+1, cUnit) {
			if n.class == cSeason && k.low != "that" {
				return expr{}, false
			}
			return r.named(i, j, 0, true)
		}
		if n.class == cWeekday && k.low == "same" && n.v < plural {
			return r.named(i, j, 0, true)
		}
	}
	return expr{}, false
}

// samePeriod reads “[the same] period last year”, “[the same] quarter a year earlier”.
func (r *reader) samePeriod(j int) (expr, bool) {
	k := r.at(j)
	if k.class != cUnit && k.low != "period" && k.low != "time" || k.class == cUnit && (k.v&plural != 0 || grain(k.v) == gYear) {
		return expr{}, false
	}
	h := j + 1
	if r.word(h, "of") || r.word(h, "in") || r.word(h, "the") {
		h++
	}
	rel := 0
	switch {
	case r.is(h, cLast) && r.word(h+1, "year"):
		rel, h = -1, h+2
	case r.is(h, cArticle) && r.word(h+1, "year") && (r.word(h+2, "earlier") || r.word(h+2, "ago") || r.word(h+2, "before")):
		rel, h = -1, h+3
	case r.is(h, cThe) && (r.word(h+1, "previous") || r.word(h+1, "prior")) && r.word(h+2, "year"), r.is(h, cThe) && r.word(h+1, "year") && (r.word(h+2, "before") || r.word(h+2, "earlier")):
		rel, h = -1, h+3
	case (r.word(h, "previous") || r.word(h, "prior")) && r.word(h+1, "year"), r.word(h, "year") && (r.word(h+1, "before") || r.word(h+1, "earlier")):
		rel, h = -1, h+2
	case r.plainYear(h) > 0:
		e := expr{form: fPeriod, hi: h + 1, date: stamp{g: gYear, y: r.plainYear(h), sec: -1}}
		return e, true
	default:
		return expr{}, false
	}
	return expr{form: fPeriod, rel: rel, hi: h}, true
}

// lastNext reads what follows last, past, previous, next, coming, following.
func (r *reader) lastNext(i, j int, the bool) (expr, bool) {
	k := r.at(i)
	dir := 1
	if k.class == cLast {
		dir = -1
	}
	reach := the && k.low == "next" || k.v == 2 || k.class == cLast && k.v == 1 // may count from the date spoken of
	// “the last day of the month” is an ordinal
	if k.low == "last" {
		if e, ok := r.ordinal(i); ok {
			return e, ok
		}
	}
	if r.at(j).low == "upcoming" || r.at(j).low == "coming" {
		j++
	}
	if c, ok := r.count(j); ok && !c.bare {
		g, many, hi := r.unit(r.hyphen(c.hi))
		if g != gNone && (many || c.n == 1 || c.vague || dir > 0) && !(g == gWeekend && false) {
			return expr{form: fSpan, unit: g, count: c.n, vague: c.vague, rel: dir, spoken: reach && k.v == 2, hi: hi}, true
		}
		return expr{}, false
	}
	g, many, hi := r.unit(j)
	fiscal := r.is(hi-2, cFiscal) && hi-2 >= j
	switch {
	case g == gNone:
		return r.named(i, j, dir, reach)
	case many && g != gWeekend:
		return expr{form: fSpan, unit: g, vague: true, rel: dir, spoken: k.v == 2, hi: hi}, true
	case g >= gHour:
		return expr{form: fSpan, unit: g, count: 1, rel: dir, hi: hi}, !many
	}
	if the && (k.low == "last" || k.low == "past") && !fiscal && g != gWeekend {
		if r.word(hi, "of") && (r.is(hi+1, cThe) || r.is(hi+1, cArticle) || r.at(hi+1).cap || determiner(r.at(hi+1).low)) {
			return expr{}, false
		}
		return expr{form: fSpan, unit: g, count: 1, rel: dir, hi: hi}, g != gDay || k.low == "past"
	}
	if k.low == "next" && the && g < gDay {
		switch r.at(i - 2).low {
		case "over", "in", "within", "during", "for", "throughout", "through":
			if r.word(i-2, "in") && g == gWeek {
				break
			}
			return expr{form: fSpan, unit: g, count: 1, rel: dir, hi: hi}, true
		}
	}
	if reach {
		e := expr{form: fSame, unit: g, rel: dir, hi: hi, date: stamp{g: gDay, sec: -1}}
		e.date.fiscal = fiscal
		return e, true
	}
	e := expr{form: fUnit, unit: g, rel: dir, hi: hi, date: stamp{g: gDay, sec: -1}}
	e.date.fiscal = fiscal
	if (r.word(hi, "on") && r.is(hi+1, cWeekday) || r.is(hi, cWeekday)) && g == gWeek { // next week on Tuesday
		w := hi
		if r.word(w, "on") {
			w++
		}
		if r.at(w).v < plural && !r.is(w+1, cMonth) && !r.word(w+1, ",") {
			return expr{form: fOrd, wd: int(r.at(w).v), unit: gDay, in: &e, hi: w + 1, date: stamp{g: gDay, sec: -1}}, true
		}
	}
	return e, g != gDay || k.low == "next" && !the
}

// named reads a unit or the name of one behind last, next, this, that.
func (r *reader) named(i, j, dir int, spoken bool) (expr, bool) {
	k := r.at(j)
	if g, many, hi := r.unit(j); g != gNone && !many && g <= gDay {
		e := expr{form: fUnit, unit: g, rel: dir, hi: hi, date: stamp{g: gDay, sec: -1}}
		e.date.fiscal = hi-2 >= j && r.is(hi-2, cFiscal)
		if spoken {
			e.form = fSame
		}
		if g == gDay && !spoken {
			e.form = fSame // this day
			if !r.at(i).cap {
				return e, false
			}
		}
		if g == gWeek && r.is(hi, cWeekday) && !spoken && r.at(hi).v < plural {
			return expr{form: fOrd, wd: int(r.at(hi).v), unit: gDay, in: &e, hi: hi + 1, date: stamp{g: gDay, sec: -1}}, true
		}
		return e, true
	}
	switch k.class {
	case cPart:
		if k.v&plural != 0 {
			return expr{}, false
		}
		e := expr{form: fDay, rel: dir, unit: gDay, hi: j + 1}
		if spoken || dir > 0 {
			e.form = fSame
		}
		e.part(int8(k.v))
		return e, true
	case cWeekday, cMonth, cSeason, cHoliday, cOrdinal:
		in, ok := r.point(j)
		if !ok || in.form != fDate && in.form != fHoliday && in.form != fNamed || in.form == fDate && !in.noYear && k.class != cHoliday {
			return expr{}, false
		}
		if k.class == cOrdinal && !(in.date.g == gQuarter || in.date.g == gDay) {
			return expr{}, false
		}
		if spoken && k.class == cSeason {
			return expr{form: fSame, unit: gSeason, in: &in, hi: in.hi}, true
		}
		return expr{form: fNamed, rel: dir, in: &in, spoken: spoken, hi: in.hi, date: in.date}, true
	}
	if k.kind == word && k.class == plain {
		if in, ok := r.holiday(j); ok {
			return expr{form: fNamed, rel: dir, in: &in, hi: in.hi}, true
		}
	}
	return expr{}, false
}

// early reads early March, mid-2011, later this year, late in the day.
func (r *reader) early(i int) (expr, bool) {
	k := r.at(i)
	j := i + 1
	if r.word(j, "-") || r.word(j, "–") || r.word(j, "‑") {
		if !r.glued(j) {
			return expr{}, false
		}
		j++
	}
	if k.v == modStart && (r.word(j, "to") || r.word(j, "or") || r.word(j, "and")) && (r.word(j+1, "mid") || r.word(j+1, "late")) { // early to mid-May
		j += 2
		j = r.hyphen(j)
	}
	in := expr{}
	ok := false
	switch r.at(j).low {
	case "in", "on":
		if in, ok = r.point(j + 1); !ok && r.is(j+1, cThe) && r.is(j+2, cUnit) && r.at(j+2).v < plural {
			in, ok = expr{form: fUnit, unit: grain(r.at(j + 2).v), spoken: true, hi: j + 3, date: stamp{g: gDay, sec: -1}}, true
		}
	default:
		if d := decadeWord(r.at(j).low); d > 0 && r.is(i-1, cThe) {
			in, ok = expr{form: fDate, hi: j + 1, date: stamp{g: gDecade, y: 190 + d, sec: -1}}, true
			break
		}
		in, ok = r.point(j)
	}
	if !ok || in.form == fDuration || in.form == fSpan || in.form == fRef || in.form == fSet || in.bare && k.v >= modEarlier || in.form == fClock && in.date.g > gPart {
		return expr{}, false
	}
	return expr{form: fEdge, mod: int(k.v), in: &in, hi: in.hi, date: in.date}, true
}

// edge reads the end of last year, the beginning of May, end-June.
func (r *reader) edge(i int) (expr, bool) {
	k := r.at(i)
	j := i + 1
	switch {
	case k.low == "opening" || k.low == "whole":
		return expr{}, false
	case r.word(j, "of"):
		j++
	case k.low == "end" && r.hyphen(j) > j:
		j++
	case k.low == "end" && r.is(j, cMonth):
	default:
		return expr{}, false
	}
	in, ok := r.point(j)
	if !ok && (r.is(j, cThe) || r.is(j, cUnit)) {
		u := j
		if r.is(j, cThe) {
			u++
		}
		if n := r.at(u); n.class == cUnit && n.v&plural == 0 && n.v <= int16(gDay) && !r.word(u+1, "-") && !r.word(u+1, "'s") && (u > j || grain(n.v) == gMonth || grain(n.v) == gYear) {
			in, ok = expr{form: fUnit, unit: grain(n.v), spoken: true, hi: u + 1, date: stamp{g: gDay, sec: -1}}, true
		} else if n.class == cFiscal && r.is(u+1, cUnit) {
			in, ok = expr{form: fUnit, unit: gYear, spoken: true, hi: u + 2, date: stamp{g: gDay, fiscal: true, sec: -1}}, true
		}
	}
	if !ok || in.form == fDuration || in.form == fSpan || in.form == fRef || in.form == fSet || in.form == fClock {
		return expr{}, false
	}
	return expr{form: fEdge, mod: int(k.v), in: &in, hi: in.hi, date: in.date}, true
}

// ordinal reads the first quarter of 2005, the last week of March, the third
// Thursday in November, the 20th century, the 15th of next month, 4th of July.
func (r *reader) ordinal(i int) (expr, bool) {
	k := r.at(i)
	n, j := 0, i
	digits := false
	switch {
	case k.class == cOrdinal:
		n, j = int(k.v), i+1
		if n == 20 || n == 30 {
			if d, hi, ord := r.dayNumber(i); ord {
				n, j = d, hi
			}
		}
		if n > 1 && r.word(j, "last") { // second last
			n, j = -n, j+1
		}
	case k.class == cCardinal && (k.v == 20 || k.v == 30):
		d, hi, ord := r.dayNumber(i)
		if !ord {
			return expr{}, false
		}
		n, j = d, hi
	case k.kind == number && k.n > 0 && k.n < 60 && r.glued(i+1) && ordinalEnding(r.at(i+1).low):
		n, j, digits = int(k.n), i+2, true
		if r.word(j, "last") {
			n, j = -n, j+1
		}
	case k.low == "last" || k.low == "final":
		n, j = -1, i+1
	case k.low == "latter":
		n, j = 2, i+1
	default:
		return expr{}, false
	}
	if r.is(j, cCardinal) || r.at(j).kind == number || r.is(j, cVague) { // the first nine months of 1989
		if c, ok := r.count(j); ok && !c.bare && (n == 1 || n == -1) {
			if g, many, hi := r.unit(c.hi); many && g <= gDay && r.word(hi, "of") {
				if in, ok := r.pointOrUnit(hi + 1); ok {
					return expr{form: fDuration, unit: g, count: c.n, vague: c.vague, ord: n, in: &in, hi: in.hi}, true
				}
			}
		}
		return expr{}, false
	}
	h := r.hyphen(j)
	u := r.at(h)
	e := expr{form: fOrd, ord: n, date: stamp{g: gDay, sec: -1}}
	switch {
	case u.class == cHalf:
		e.unit, e.hi = gHalf, h+1
		if n != 1 && n != 2 && n != -1 {
			return e, false
		}
		if n == -1 {
			e.ord = 2
		}
	case u.class == cUnit && u.v&plural == 0:
		e.unit, e.hi = grain(u.v), h+1
	case u.class == cFiscal && r.word(h+1, "quarter"):
		e.unit, e.hi = gQuarter, h+2
		e.date.fiscal = true
	case u.class == cWeekday && u.v < plural:
		e.unit, e.wd, e.hi = gDay, int(u.v), h+1
	case u.low == "of" && n > 0 && n <= 31:
		if m, hi := r.monthName(h + 1); m > 0 && n <= daysIn(2024, m) && (r.at(h+1).cap || m != 5) {
			f := expr{form: fDate, noYear: true, hi: hi, date: stamp{g: gDay, n: m, d: n, sec: -1}}
			return r.yearAfter(f), true
		}
		if in, ok := r.pointOrUnit(h + 1); ok && (in.form == fUnit || in.form == fSame) && in.unit == gMonth {
			return expr{form: fOrd, ord: n, unit: gDay, in: &in, hi: in.hi, date: stamp{g: gDay, sec: -1}}, true
		}
		return e, false
	case digits && n > 0 && n <= 31 && r.is(i-1, cThe):
		m, hi := r.monthName(j)
		if m > 0 {
			f := expr{form: fDate, noYear: true, hi: hi, date: stamp{g: gDay, n: m, d: n, sec: -1}}
			return r.yearAfter(f), n <= daysIn(2024, m)
		}
		switch r.at(i - 2).low {
		case "on", "by", "until", "from", "since", "to", "till":
			if r.endsDay(j) && !u.cap {
				return expr{form: fDate, noYear: true, noMonth: true, hi: j, date: stamp{g: gDay, d: n, sec: -1}}, true
			}
		}
		return e, false
	default:
		return e, false
	}
	if e.unit == gCentury {
		if n < 1 || n > 30 {
			return e, false
		}
		f := expr{form: fDate, hi: e.hi, date: stamp{g: gCentury, y: n - 1, sec: -1}}
		if b := r.at(e.hi); b.upper && (b.low == "bc" || b.low == "b.c." || b.low == "bce") {
			f.date.bc = true
			f.hi++
		}
		return f, true
	}
	// of, in
	o := e.hi
	of := r.word(o, "of") || r.word(o, "in")
	if of {
		o++
	}
	if in, ok := r.pointOrUnit(o); ok && (of || in.form == fDate && in.date.g == gYear && !in.noYear || (in.form == fUnit || in.form == fSame) && (e.unit == gQuarter || e.unit == gHalf || e.wd > 0)) && fits(e.unit, &in) {
		e.in, e.hi = &in, in.hi
		e.date.fiscal = e.date.fiscal || in.date.fiscal
		return e, true
	}
	if e.wd > 0 && of {
		if m, hi := r.monthName(o); m > 0 {
			in := expr{form: fDate, noYear: true, hi: hi, date: stamp{g: gMonth, n: m, sec: -1}}
			in = r.yearAfter(in)
			e.in, e.hi = &in, in.hi
			return e, true
		}
	}
	if e.unit == gQuarter && n != 0 && n <= 4 && n >= -1 {
		if n == -1 {
			if k.low != "final" {
				return e, false
			}
			n = 4
		}
		if of && (r.is(o, cThe) || r.is(o, cArticle)) {
			return e, false // the third quarter of the town, of the match
		}
		if r.at(h+1).low == "century" || r.word(e.hi, "mile") || r.word(e.hi, "point") {
			return e, false
		}
		f := expr{form: fDate, noYear: true, hi: e.hi, date: stamp{g: gQuarter, n: n, sec: -1, fiscal: e.date.fiscal}}
		return f, true
	}
	return e, false
}

// fits reports whether a unit can be a part of in.
func fits(g grain, in *expr) bool {
	switch in.form {
	case fUnit, fSame, fSpan:
		return in.unit < g
	case fDate, fOf:
		return in.date.g < g
	case fNamed, fEdge:
		return fits(g, in.in)
	case fOrd:
		return in.unit < g
	}
	return false
}

// pointOrUnit is point, and “the month”, “the year” where something larger is
// asked for.
func (r *reader) pointOrUnit(i int) (expr, bool) {
	if r.is(i, cThe) && r.is(i+1, cUnit) && r.at(i+1).v&plural == 0 && r.at(i+1).v < int16(gDay) {
		if e, ok := r.theUnit(i + 1); ok {
			return e, ok
		}
		return expr{form: fUnit, unit: grain(r.at(i + 1).v), spoken: true, hi: i + 2, date: stamp{g: gDay, sec: -1}}, true
	}
	if m, hi := r.monthName(i); m > 0 && r.at(i).cap {
		e, ok := r.monthDate(i)
		if ok {
			return e, ok
		}
		return expr{form: fDate, noYear: true, hi: hi, date: stamp{g: gMonth, n: m, sec: -1}}, true
	}
	if y := r.plainYear(i); y > 0 {
		return expr{form: fDate, hi: i + 1, date: stamp{g: gYear, y: y, sec: -1}}, true
	}
	return r.point(i)
}

// partOf reads the morning of 5 May, the night of April 18, overnight.
func (r *reader) partOf(j int) (expr, bool) {
	k := r.at(j)
	if k.class != cPart || k.v&plural != 0 {
		return expr{}, false
	}
	o := j + 1
	if r.word(o, "hours") {
		o++
	}
	if r.word(o, "of") {
		if in, ok := r.point(o + 1); ok && in.day() && in.date.g <= gDay {
			in.part(int8(k.v))
			return in, true
		}
		return expr{}, false
	}
	e := expr{form: fClock, hi: j + 1, date: stamp{g: gPart, part: int8(k.v), sec: -1}}
	if k.low == "overnight" {
		return e, r.at(j+1).class == plain && !(r.at(j+1).kind == word && !preposition(r.at(j+1).low) && !adverbial(r.at(j+1).low))
	}
	if r.is(j-1, cThe) {
		switch r.at(j - 2).low {
		case "in", "during", "by", "throughout", "later", "early", "late", "into":
			return e, true
		}
		return e, false
	}
	if r.is(j-1, cEarly) {
		return e, true
	}
	return e, false
}

// unitFirst reads week 31, year 2010, year-end, week of May 5.
func (r *reader) unitFirst(i int) (expr, bool) {
	k := r.at(i)
	g := grain(k.v &^ plural)
	n := r.at(i + 1)
	switch {
	case g == gYear && k.v < plural && r.plainYear(i+1) > 0:
		return expr{form: fDate, hi: i + 2, date: stamp{g: gYear, y: r.plainYear(i + 1), sec: -1}}, true
	case g == gWeek && n.kind == number && n.n > 0 && n.n <= 53 && k.v < plural && n.end-n.start <= 2:
		e := expr{form: fDate, noYear: true, hi: i + 2, date: stamp{g: gWeek, n: int(n.n), sec: -1}}
		return r.yearAfter(e), !r.counts(i+2) && r.at(i+2).kind == mark || r.word(i+2, "of")
	case (g == gYear || g == gMonth || g == gWeek) && r.hyphen(i+1) > i+1 && r.word(i+2, "end") && g != gWeek:
		in := expr{form: fUnit, unit: g, spoken: true, hi: i + 3, date: stamp{g: gDay, sec: -1}}
		return expr{form: fEdge, mod: modEnd, in: &in, hi: i + 3}, (!r.is(i-1, cArticle) || r.at(i+3).kind == mark) && !r.is(i-1, cFiscal)
	case g == gYear && r.word(i+1, "end") && k.v < plural:
		in := expr{form: fUnit, unit: g, spoken: true, hi: i + 2, date: stamp{g: gDay, sec: -1}}
		return expr{form: fEdge, mod: modEnd, in: &in, hi: i + 2}, r.word(i-1, "by") || r.word(i-1, "at")
	case g == gDay && k.v < plural && (n.low == "after" || n.low == "before") && r.is(i+2, cDay):
		return r.theUnit(i)
	case g == gWeek && k.v < plural && (n.low == "of" || n.low == "beginning" || n.low == "commencing" || n.low == "ending"):
		return r.theUnit(i)
	case g == gWeekend && k.v < plural && (r.at(i-1).low == "over" || i == 0):
		return expr{form: fUnit, unit: g, hi: i + 1, date: stamp{g: gDay, sec: -1}}, false
	}
	return expr{}, false
}

// approx: an approximator stands outside a date; it is read again as a modifier.
func (r *reader) approx(i int) (expr, bool) { return expr{}, false }

// numberedUnit reads nothing of its own but an ordinal in digits.
func (r *reader) numberedUnit(i int) (expr, bool) { return r.ordinal(i) }

// acronym reads EOD, EOM, EOY and COB.
func (r *reader) acronym(i int) (expr, bool) {
	var g grain
	k := r.at(i)
	switch k.low {
	case "eod", "cob":
		g = gDay
		if k.low == "cob" && k.upper {
			if in, ok := r.point(i + 1); ok && in.day() {
				in.mod = modEnd
				return expr{form: fEdge, mod: modEnd, in: &in, hi: in.hi, date: in.date}, true
			}
		}
	case "eom":
		g = gMonth
	case "eoy":
		g = gYear
	default:
		return expr{}, false
	}
	in := expr{form: fUnit, unit: g, hi: i + 1, date: stamp{g: gDay, sec: -1}}
	return expr{form: fEdge, mod: modEnd, in: &in, hi: i + 1, date: in.date}, k.upper
}

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
			return e, !r.is(i+1, cUnit) && prev.low != "most" && false || r.recentUnits(i, &e)
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
