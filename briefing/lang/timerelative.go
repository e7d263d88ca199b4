package lang

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
	if nearest(k.low) || nearest(r.at(j+1).low) || nearest(r.at(j+2).low) {
		if e, ok := r.closest(j); ok {
			return e, ok
		}
	}
	switch k.class {
	case cLast, cNext, cThis, cThat, cEarly, cEdge, cOrdinal, cSeason, cHoliday, cWeekday, cMid:
		return r.point(j)
	case cUnit:
		return r.theUnit(j)
	case cPart:
		return r.partOf(j)
	case cNow:
		if k.low == "future" {
			return expr{form: fRef, rel: 1, hi: j + 1}, true
		}
		return expr{}, false
	case cMonth:
		return expr{}, false
	}
	if k.kind == number {
		if d, hi, _ := r.dayNumber(j); i == 0 && d > 0 && hi == len(r.k) { // “the 24th” is all there is
			return expr{form: fDate, noYear: true, noMonth: true, hi: hi, date: stamp{g: gDay, d: d, sec: -1}}, true
		}
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
			if (next.low == "and" || next.low == "or") && r.is(j+3, cThe) && r.is(j+4, cUnit) { // the day before and the day after Christmas
				if f, ok := r.theUnit(j + 4); ok && f.form == fShift && f.in != nil {
					in := *f.in
					return expr{form: fShift, unit: g, count: 1, rel: rel, in: &in, hi: j + 2}, true
				}
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
	if r.word(j+1, "ahead") && g >= gYear && g <= gWeek && r.at(j+2).low != "of" { // the year ahead
		return expr{form: fUnit, unit: g, rel: 1, hi: j + 2, date: stamp{g: gDay, sec: -1}}, true
	}
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
		if g != gNone && (many || c.n == 1 || c.vague || dir > 0) {
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
		e := expr{form: fSpan, unit: g, count: 1, rel: dir, hi: hi}
		if r.word(hi, "and") && r.is(hi+1, cArticle) && r.is(hi+2, cHalf) { // the past year and a half
			e.count, e.hi = 1.5, hi+3
		}
		return e, g != gDay || k.low == "past"
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
	if ((r.word(hi, "on") || r.word(hi, "-")) && r.is(hi+1, cWeekday) || r.is(hi, cWeekday)) && g == gWeek { // next week on Tuesday
		w := hi
		if !r.is(w, cWeekday) {
			w++
		}
		if r.at(w).v < plural && !r.is(w+1, cMonth) && !r.word(w+1, ",") {
			return expr{form: fOrd, wd: int(r.at(w).v), unit: gDay, in: &e, hi: w + 1, date: stamp{g: gDay, sec: -1}}, true
		}
	}
	if g == gYear && r.is(hi, cMonth) && r.at(hi).cap { // last year August 8
		if d, ok := r.monthDate(hi); ok && d.form == fDate && d.noYear && d.date.g == gDay {
			return expr{form: fOf, in: &e, date: d.date, hi: d.hi}, true
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
