package lang

func (r *reader) turn(j int) (expr, bool) {
	if r.word(j, "turn") && r.word(j+1, "of") && r.is(j+2, cThe) && r.word(j+3, "century") {
		in := expr{form: fUnit, unit: gCentury, spoken: true, hi: j + 4}
		return expr{form: fEdge, in: &in, mod: modStart, hi: j + 4}, true
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
	if (k.v == modStart || k.v == modMid) && (r.word(j, "to") || r.word(j, "or") || r.word(j, "and")) && (r.word(j+1, "mid") || r.word(j+1, "late")) { // early to mid-May, mid- to late-May
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
		if r.word(j, "around") || r.word(j, "about") {
			j++
		}
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
	case k.kind == number && k.n > 0 && k.n < 32 && r.word(i+1, "of") && (r.is(i+2, cThis) || r.is(i+2, cLast) || r.is(i+2, cNext)) && !r.word(i+4, "'s"): // 20 of this month
		n, j = int(k.n), i+1
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
		e.unit, _, e.hi = r.unit(h)
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
	case digits && n > 0 && n <= 31 && r.word(i-1, "on") && r.endsDay(j) && !u.cap: // on 24th
		return expr{form: fDate, noYear: true, noMonth: true, hi: j, date: stamp{g: gDay, d: n, sec: -1}}, true
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
	if e.wd > 0 && e.ord > 0 && r.word(o, "after") { // the third Tuesday after Christmas
		if in, ok := r.point(o + 1); ok && in.day() {
			e.in, e.hi, e.rel = &in, in.hi, 1
			return e, true
		}
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
	e, ok := r.larger(i)
	e.lo = i
	return e, ok
}

func (r *reader) larger(i int) (expr, bool) {
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
			if r.word(e.hi, "at") { // in the evening at eight
				if c, ok := r.clock(e.hi+1, true); ok {
					e.setClock(c)
					e.hi = c.hi
				}
			}
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
	case g == gYear && k.v < plural && r.hyphen(i+1) > i+1 && (r.word(i+2, "earlier") || r.word(i+2, "ago")): // the year-earlier quarter
		e := expr{form: fPeriod, rel: -1, hi: i + 3}
		if w := r.at(i + 3).low; w == "quarter" || w == "period" || w == "month" {
			e.hi++
		}
		return e, true
	case k.v < plural && g <= gDay && g != gQuarter && r.hyphen(i+1) > i+1 && r.word(i+2, "long"): // a week-long strike
		return expr{form: fDuration, unit: g, count: 1, hi: i + 3}, true
	case g == gYear && k.v < plural && r.plainYear(i+1) > 0:
		return expr{form: fDate, hi: i + 2, date: stamp{g: gYear, y: r.plainYear(i + 1), sec: -1}}, true
	case g == gWeek && n.kind == number && n.n > 0 && n.n <= 53 && k.v < plural && n.end-n.start <= 2:
		e := expr{form: fDate, noYear: true, hi: i + 2, date: stamp{g: gWeek, n: int(n.n), sec: -1}}
		return r.yearAfter(e), !r.counts(i+2) && r.at(i+2).kind == mark || r.word(i+2, "of") || i == 0 && r.at(i+2).kind == number
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
	case g == gWeekend && k.v < plural && n.low == "of": // the weekend of Halloween
		if in, ok := r.point(i + 2); ok && in.day() && in.form != fDay {
			return expr{form: fOrd, unit: gWeekend, in: &in, hi: in.hi, date: stamp{g: gDay, sec: -1}}, true
		}
	case g == gWeekend && k.v < plural && (r.at(i-1).low == "over" || i == 0):
		return expr{form: fUnit, unit: g, hi: i + 1, date: stamp{g: gDay, sec: -1}}, false
	}
	return expr{}, false
}

// acronym reads EOD, EOM, EOY and COB; BOM and BOY where they stand alone.
func (r *reader) acronym(i int) (expr, bool) {
	g, mod := gNone, modEnd
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
	case "bom", "boy":
		g, mod = gMonth, modStart
		if k.low == "boy" {
			g = gYear
		}
		if len(r.k) > 3 { // a bill of materials
			return expr{}, false
		}
	default:
		return expr{}, false
	}
	in := expr{form: fUnit, unit: g, hi: i + 1, date: stamp{g: gDay, sec: -1}}
	return expr{form: fEdge, mod: mod, in: &in, hi: i + 1, date: in.date}, k.upper
}
