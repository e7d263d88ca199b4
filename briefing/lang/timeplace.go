package lang

import "strings"

// withClock puts the time of day that an expression gives onto the day found.
func withClock(s stamp, e *expr) stamp {
	if s.g == gDay && e.date.g >= gPart {
		s.g, s.part, s.h, s.mi, s.sec, s.zone = e.date.g, e.date.part, e.date.h, e.date.mi, e.date.sec, e.date.zone
	}
	return s
}

func (z *resolver) place(e *expr) answer {
	no := answer{lit: "XXXX-XX-XX"}
	switch e.form {
	case fDate:
		return z.date(e)
	case fDay:
		if z.anchor.IsZero() {
			return answer{lit: "XXXX-XX-XX"}
		}
		return answer{stamp: withClock(dayStamp(z.anchor.Add(e.rel)), e), basis: Computed, ok: true, noEvent: z.passing(e)}
	case fUnit:
		return z.unit(e)
	case fNamed:
		return z.named(e)
	case fSame:
		return z.same(e)
	case fShift:
		return z.shift(e)
	case fOrd:
		return z.ord(e)
	case fOf:
		y := z.place(e.in)
		if !y.ok || y.g != gYear {
			return no
		}
		s := e.date
		s.y = y.y
		if s.g >= gDay && s.d > daysIn(s.y, s.n) {
			return no
		}
		return answer{stamp: s, basis: y.basis, ok: true}
	case fEdge:
		a := z.place(e.in)
		if a.ok && a.basis == Written {
			return a
		}
		return a
	case fDuration, fSpan:
		return z.span(e)
	case fSet:
		return answer{lit: e.set, typ: SET}
	case fRef:
		return answer{lit: [...]string{"PAST_REF", "PRESENT_REF", "FUTURE_REF"}[e.rel+1]}
	case fClock:
		a := answer{basis: Chosen, ok: true}
		day := z.c.day
		if z.dayFirst != z.first { // none in this sentence
			day = stamp{}
			if z.ahead != nil {
				if b := z.place(z.ahead); b.ok && b.g >= gDay {
					day = b.stamp
				}
			}
			if day.g == gNone {
				day = z.chain
			}
			if day.g == gNone && e.lo <= 1 { // it opens its line: a row of a schedule
				day = z.c.day
			}
			if day.g == gNone {
				day = z.c.head
			}
		}
		if d, ok := day.at(gDay); ok && z.c.headSpelt && d == z.c.head {
			a.spelt, a.why = true, "the day of the heading above"
		}
		if day.g == gNone && z.kind == Prose && z.c.pastDay.g != gNone && z.c.sinceDay <= 3 && !z.narrative() && z.toldSince(e) { // “At 11:25 a.m. the agency called it”: on the day told of
			if dir, g := z.direction(e); dir == past && g.lo > 0 && z.k[g.lo-1].low != "which" && z.k[g.lo-1].low != "who" && (e.lo <= 3 || g.lo == z.groups[0].lo || says(z.k[z.groups[0].lo].low)) {
				day = z.c.pastDay
			}
		}
		if day.g == gNone {
			a.noEvent = true // nothing says on which day
			a.adrift = !z.anchor.IsZero() && !z.narrative()
			day = z.c.day
			if z.anchor.IsZero() && day.g == gNone {
				s := string(e.date.appendClock([]byte{'T'}))
				if e.date.g == gPart {
					s = "T" + partCode[e.date.part]
				}
				return answer{lit: s, typ: TIME}
			}
			if !z.narrative() || day.g == gNone {
				day = dayStamp(z.anchor)
			}
		}
		day, _ = day.at(gDay)
		a.stamp = withClock(day, e)
		return a
	case fHoliday:
		a := z.holiday(e)
		if a.ok && e.unit == gWeekend { // of a Monday the weekend before it, else that of its week
			d := a.date()
			if d.Weekday() == 0 {
				d = d.Add(-1)
			}
			a.stamp = weekStamp(d)
			a.g = gWeekend
		}
		return a
	case fThence:
		return z.thence(e)
	case fPeriod:
		s := z.c.last
		if s.g < gQuarter && s.g != gSeason && s.g != gHalf {
			if z.c.quarter.g == gNone || e.rel == 0 && e.date.g == gNone {
				s = stamp{g: gYear, y: z.anchor.Year, sec: -1}
				if z.anchor.IsZero() {
					return no
				}
			} else {
				s = z.c.quarter
			}
		}
		if s.g > gDay {
			s.g = gDay
		}
		if e.date.g == gYear {
			s.y = e.date.y
		} else {
			s.y += e.rel
		}
		return answer{stamp: s, basis: Chosen, ok: true, why: "the period spoken of, a year earlier"}
	}
	return no
}

// toldSince reports whether a clock time can be of the last day told of: the text has
// not gone further back since, and a part of the day is an adverb (“died in the
// morning”) and says of no thing which one it is (“a late night tour”).
func (z *resolver) toldSince(e *expr) bool {
	r := reader{k: z.k}
	if n := r.at(e.hi); e.date.g == gPart && n.kind == word && !preposition(n.low) {
		return false
	}
	last := z.c.last
	if last.g == gNone || last.bc {
		return false
	}
	_, to := last.bounds()
	return !to.Before(z.c.pastDay.date())
}

// date resolves a calendar date of which something may be missing.
func (z *resolver) date(e *expr) answer {
	s := e.date
	a := answer{ok: true}
	if s.g == gNone {
		return answer{lit: "XXXX-XX-XX"}
	}
	if !e.noYear {
		a.stamp = s
		if !e.alt.IsZero() {
			return z.numeric(e)
		}
		return a
	}
	a.basis = Chosen
	if e.noMonth && e.wd > 0 && s.d == 0 {
		return z.weekday(e)
	}
	if z.anchor.IsZero() && z.c.year == 0 {
		return answer{lit: partial(e)}
	}
	dir, verb := z.direction(e)
	a.fwd = dir == future
	ref := z.c.last
	if e.noMonth { // the 15th
		base := z.anchor
		if ref.g >= gMonth && !ref.bc && z.narrative() {
			base = ref.date()
		}
		d := Date{base.Year, base.Month, s.d}
		if e.wd > 0 {
			for n := 0; n < 24 && (!d.Valid() || d.Weekday()+1 != e.wd); n++ {
				y, m := carry(d.Year, d.Month+1, 12)
				if dir == past {
					y, m = carry(d.Year, d.Month-1, 12)
				}
				d = Date{y, m, s.d}
			}
		} else if d.Day < base.Day && dir == future || !d.Valid() {
			y, m := carry(d.Year, d.Month+1, 12)
			d = Date{y, m, s.d}
		} else if d.Day > base.Day && dir == past {
			y, m := carry(d.Year, d.Month-1, 12)
			d = Date{y, m, s.d}
		}
		if !d.Valid() {
			return answer{lit: partial(e)}
		}
		a.stamp = withClock(dayStamp(d), e)
		return a
	}
	switch {
	case z.narrative() && z.c.year != 0 || z.anchor.IsZero():
		s.y = z.narrativeYear(s, ref)
		s.bc = ref.bc
		a.why = "the year is not given: the one spoken of before"
	case z.inStory(s, dir) || z.goesOn(s, dir):
		s.y = z.narrativeYear(s, ref)
		a.why = "the year is not given: the one spoken of before"
	default:
		s.y = z.nearYear(s, dir, e.wd)
		a.verb = z.because(dir, verb)
	}
	if s.g >= gDay && s.d > daysIn(s.y, s.n) {
		return answer{lit: partial(e)}
	}
	a.stamp = s
	return a
}

// partial writes an unresolved date as TIMEX3 does.
func partial(e *expr) string {
	s := e.date
	switch {
	case e.noMonth && e.wd > 0 && s.d == 0:
		return "XXXX-WXX-" + string(rune('0'+e.wd)) + suffix(s)
	case e.noMonth:
		return "XXXX-XX-" + string(digits(nil, s.d, 2)) + suffix(s)
	}
	s.y = 0
	return "XXXX" + strings.TrimPrefix(s.value(), "0000")
}

func suffix(s stamp) string {
	switch {
	case s.g == gPart:
		return "T" + partCode[s.part]
	case s.g > gPart:
		return string(s.appendClock([]byte{'T'}))
	}
	return ""
}

// numeric resolves 03/04/2021: the document's own habit, else what both share.
func (z *resolver) numeric(e *expr) answer {
	a := answer{stamp: e.date, ok: true, basis: Chosen}
	other := withClock(dayStamp(e.alt), e)
	switch {
	case e.alt == z.anchor:
		a.stamp = other
		a.why = "read in the other order it is not the anchor"
	case a.date() == z.anchor:
		a.why = "read in the other order it is not the anchor"
	case z.c.dmy > z.c.mdy:
		a.stamp = other
		a.why = "the document writes the day first"
	case z.c.mdy > z.c.dmy:
		a.why = "the document writes the month first"
	default:
		a.why = "either " + e.alt.String() + " or " + Date{e.date.y, e.date.n, e.date.d}.String()
		if a.y == other.y {
			a.stamp = stamp{g: gYear, y: a.y, sec: -1}
		}
	}
	return a
}

func (z *resolver) weekday(e *expr) answer {
	base := z.anchor
	if base.IsZero() { // a day spoken of before is no anchor: the text may be of any week
		return answer{lit: partial(e)}
	}
	if z.narrative() && z.c.day.g >= gDay && !z.c.day.bc {
		base = z.c.day.date()
	}
	dir, verb := z.direction(e)
	n := (e.wd - 1 - base.Weekday() + 7) % 7
	if d, why, ok := z.next(e, base, base.Add(n), dir); ok {
		z.take(d, e)
		return answer{stamp: withClock(dayStamp(d), e), basis: Chosen, ok: true, fwd: true, why: why}
	}
	if n == 0 && dir == future && z.plan && verb.hi > verb.lo { // “A read-out will follow on Monday”, written on a Monday
		n = 7
	}
	if dir == timeless && z.presents() {
		dir = future
	}
	if n > 0 && (dir == past || dir == timeless && n != 1) {
		n -= 7
	}
	a := answer{stamp: withClock(dayStamp(base.Add(n)), e), basis: Chosen, ok: true, fwd: dir == future}
	a.verb = z.because(dir, verb)
	if dir == future {
		z.take(a.date(), e)
	}
	return a
}

// reach is over how many sentences “the year” reaches back to a date in a text that has
// no anchor, and “the same day” to one that only said which thing was meant.
const reach = 2

func (z *resolver) base(e *expr, g grain) (stamp, bool) {
	if e.spoken && z.narrative() {
		if z.anchor.IsZero() && z.c.sinceLast > reach { // “the year” of nobody knows what
			return stamp{}, false
		}
		if s, ok := z.c.last.at(g); ok {
			return s, true
		}
		if g == gYear && z.c.year != 0 {
			return stamp{g: gYear, y: z.c.year, sec: -1}, true
		}
	}
	if z.anchor.IsZero() {
		return stamp{}, false
	}
	s, ok := dayStamp(z.anchor).at(g)
	return s, ok
}

// unit resolves last week, this year, “the year”.
func (z *resolver) unit(e *expr) answer {
	g := e.unit
	if e.spoken && e.rel == 0 && g == gDay && z.c.day.g >= gDay {
		s, _ := z.c.day.at(gDay)
		return answer{stamp: withClock(s, e), basis: Chosen, ok: true, why: "the day spoken of"}
	}
	s, ok := z.base(e, g)
	if e.spoken && len(z.out) > z.first && z.c.last.g > g && z.c.last.g < gDay { // “in the fourth quarter and for the entire year”
		if in, yes := z.c.last.at(g); yes {
			s, ok = in, true
		}
	}
	if !ok {
		return answer{lit: "XXXX-XX-XX"}
	}
	if e.date.fiscal && g == gYear {
		s.fiscal = true
		if z.anchor.Month >= 10 {
			s.y++
		}
	}
	if g == gWeek && e.rel >= 0 {
		if a, ok := z.weekAhead(e, s); ok {
			return a
		}
	}
	if g == gWeekend && e.rel <= 0 {
		// early in the week, and behind a past verb on any working day, “this
		// weekend” and “the weekend” is the one just over
		if dir, _ := z.direction(e); z.anchor.Weekday() < 5 && e.rel == 0 && (dir == past || dir == timeless && z.anchor.Weekday() < 2) {
			s = s.shift(-1)
		}
	}
	s = s.shift(e.rel)
	return answer{stamp: withClock(s, e), basis: Computed, ok: true}
}

// named resolves last Tuesday, next March, this summer.
func (z *resolver) named(e *expr) answer {
	in := e.in
	if z.anchor.IsZero() && !e.spoken {
		return answer{lit: partial(in)}
	}
	base := z.anchor
	if e.spoken {
		if z.c.last.g == gNone || z.c.last.bc {
			if base.IsZero() {
				return answer{lit: partial(in)}
			}
		} else if d := z.c.last.date(); !d.IsZero() {
			base = d
		}
	}
	a := answer{basis: Computed, ok: true}
	if in.form == fHoliday {
		d := holidayIn(in.ord, base.Year)
		switch {
		case e.rel < 0 && d.Days() >= base.Days():
			d = holidayIn(in.ord, base.Year-1)
		case e.rel > 0 && d.Days() <= base.Days():
			d = holidayIn(in.ord, base.Year+1)
		}
		a.stamp = withClock(dayStamp(d), in)
		return a
	}
	s := in.date
	if in.noMonth && in.wd > 0 && s.d == 0 {
		week := base.Add(-base.Weekday())
		d := week.Add(in.wd - 1)
		switch {
		case e.count > 0: // three Fridays from now
			if e.rel < 0 && d.Days() >= base.Days() {
				d = d.Add(-7)
			}
			if e.rel > 0 && d.Days() <= base.Days() {
				d = d.Add(7)
			}
			d = d.Add(7 * e.rel * (int(min(e.count, 5000)) - 1))
		case e.rel < 0:
			if d.Days() >= base.Days() {
				d = d.Add(-7)
			}
		case e.rel > 1:
			if d.Days() <= base.Days() {
				d = d.Add(7)
			}
			d = d.Add(7)
			a.basis = Chosen
		case e.rel > 0:
			d = d.Add(7)
			a.basis = Chosen
			if e.spoken {
				d = base.Add((in.wd - 1 - base.Weekday() + 7) % 7)
				if d == base {
					d = d.Add(7)
				}
			}
		case e.spoken:
			d = base.Add((in.wd - 1 - base.Weekday() + 7) % 7)
		}
		a.stamp = withClock(dayStamp(d), in)
		return a
	}
	if in.noMonth {
		return z.date(in)
	}
	s.y = base.Year
	cur, ok := dayStamp(base).at(min(s.g, gDay))
	if !ok {
		return answer{lit: partial(in)}
	}
	s.y = cur.y
	c := order(s)
	switch {
	case e.rel < 0 && c >= order(cur):
		s.y--
	case e.rel > 0 && c <= order(cur):
		s.y++
	case e.rel == 0 && s.g == gSeason && s.n < 4 && base.Month <= 2: // “this summer”, said in February: the winter began last year
		s.y = base.Year
	}
	if s.g >= gDay && s.d > daysIn(s.y, s.n) {
		return answer{lit: partial(in)}
	}
	a.stamp = s
	return a
}

func order(s stamp) int {
	if s.g >= gDay {
		return (s.y*12+s.n)*31 + s.d
	}
	return s.y*400 + s.n
}

// same resolves that day, the next day, the previous year, the same month.
func (z *resolver) same(e *expr) answer {
	if e.in != nil { // that summer
		s := e.in.date
		s.y = z.c.year
		if s.y == 0 {
			return answer{lit: "XXXX"}
		}
		return answer{stamp: s, basis: Chosen, ok: true, why: "the year spoken of"}
	}
	g := e.unit
	ref := z.c.last
	switch {
	case g >= gDay:
		ref = z.c.day
		if e.rel == 0 && z.c.aside.g >= gDay && z.c.sinceAside <= reach {
			ref = z.c.aside
		}
		if z.c.pastDay.g != gNone && ref.g != gNone && z.anchor.Before(ref.date()) { // what was done on the same day was not done on one to come
			if dir, _ := z.direction(e); dir == past {
				ref = z.c.pastDay
			}
		}
		if z.c.last.g < gDay && z.c.last.g != gNone && g == gDay && e.rel != 0 && z.narrative() {
			return answer{lit: "XXXX-XX-XX"}
		}
	case g == gMonth && z.c.month.g != gNone:
		ref = z.c.month
	case g == gYear && z.c.year != 0 && ref.g < gYear:
		ref = stamp{g: gYear, y: z.c.year, sec: -1}
	}
	if ref.g == gNone {
		if z.anchor.IsZero() {
			return answer{lit: "XXXX-XX-XX"}
		}
		ref = dayStamp(z.anchor)
	}
	s, ok := ref.at(g)
	if !ok {
		if g == gYear && z.c.year != 0 {
			s = stamp{g: gYear, y: z.c.year, sec: -1}
		} else if !z.anchor.IsZero() {
			s, ok = dayStamp(z.anchor).at(g)
			if !ok {
				return answer{lit: "XXXX-XX-XX"}
			}
		} else {
			return answer{lit: "XXXX-XX-XX"}
		}
	}
	s = s.shift(e.rel)
	return answer{stamp: withClock(s, e), basis: Chosen, ok: true}
}
