package lang

import "strings"

// preposition reports whether a word commonly stands right before a date. It is
// what tells “in May” from “may”, and “by 2012” from 2,012 of something.
func preposition(w string) bool {
	switch w {
	case "in", "on", "by", "until", "till", "since", "from", "to", "of", "during", "before", "after", "between", "through", "throughout",
		"for", "and", "or", "early", "late", "mid", "mid-", "last", "next", "this", "past", "beginning", "starting", "ending", "ended", "end", "around", "about",
		"circa", "dated", "-", "–", "—", "(", "/", "until-", "than", "as", "effective", "at", "over", "within", "towards", "toward", "’s", "'s", "year", "&", "back",
		"again", "later", "earlier", "thru", "every", "each", "untill", "not":
		return true
	}
	return false
}

// fullDate reads a date with its year; a path or a part number is none.
func (r *reader) fullDate(i int) (expr, bool) {
	if r.glued(i) && i > 0 && inNumber(r.k[i-1]) && r.k[i-1].low != "-" {
		return expr{}, false
	}
	d, end, ok := fullDate(r.k, i)
	if !ok || end < len(r.k) && r.glued(end) && (r.at(end).kind != mark || r.word(end, "/")) && !r.word(end, "t") && !r.is(end, cUnit) && !r.word(end, "'s") {
		return expr{}, false
	}
	if d.Year < 1000 {
		return expr{}, false
	}
	e := expr{form: fDate, hi: end}
	if w := r.at(i); w.class == cWeekday {
		e.wd = int(w.v)
	}
	e.date = dayStamp(d)
	return r.dateTime(e, i), true
}

// dateTime takes in the time of 2021-11-08T09:00, 101530ZNOV21.
func (r *reader) dateTime(e expr, i int) expr {
	if k := r.at(i); k.kind == number && k.end-k.start == 6 {
		e.setClock(clock{h: int8(k.n / 100 % 100), m: int8(k.n % 100), s: -1, zone: map[bool]string{true: "Z"}[r.at(i + 1).low[0] == 'z']})
	}
	if r.word(e.hi, "t") && r.glued(e.hi) {
		if c, ok := r.clock(e.hi+1, false); ok {
			e.setClock(c)
			e.hi = c.hi
		}
	}
	return e
}

// dayNumber reads a day of the month: 5, 5th, fifth.
func (r *reader) dayNumber(i int) (d, hi int, ordinal bool) {
	k := r.at(i)
	switch {
	case k.kind == number && k.n >= 1 && k.n <= 31 && k.end-k.start <= 2:
		if n := r.at(i + 1); r.glued(i+1) && ordinalEnding(n.low) {
			return int(k.n), i + 2, true
		}
		return int(k.n), i + 1, false
	case k.class == cOrdinal && k.v > 0:
		return int(k.v), i + 1, true
	case k.class == cCardinal && (k.v == 20 || k.v == 30): // twenty-first
		if j := r.hyphen(i + 1); r.is(j, cOrdinal) && r.at(j).v > 0 && int(k.v+r.at(j).v) <= 31 && r.at(j).v < 10 {
			return int(k.v + r.at(j).v), j + 1, true
		}
	}
	return 0, i, false
}

// monthName reads the name of a month with the full stop of its abbreviation.
// Names that are words of their own must look like a month.
func (r *reader) monthName(i int) (m, hi int) {
	k := r.at(i)
	if k.class != cMonth {
		return 0, i
	}
	hi = i + 1
	if r.word(hi, ".") && r.glued(hi) && len(k.low) <= 4 && k.low != "may" && k.low != "june" && k.low != "july" {
		hi++
	}
	return int(k.v), hi
}

// plainMonth reports whether token i, a month's name that no number stands by,
// is one: “may”, “march”, “mar” and “dec” are also words, “April Jones” is a person.
func (r *reader) plainMonth(i, hi int) bool {
	k, prev, next := r.at(i), r.at(i-1), r.at(hi)
	if r.short && i == 0 && hi == len(r.k) && k.cap {
		return true
	}
	before := preposition(prev.low) || prev.class == cThis || prev.class == cLast || prev.class == cNext || prev.class == cEarly || prev.class == cThat
	switch k.low {
	case "may":
		return k.cap && before && prev.low != "and" && prev.low != "or" && !(prev.low == "(" && next.kind == word && !next.cap) || k.cap && i > 0 && (next.low == "," || next.low == "'s" || next.low == "and" && r.is(hi+1, cMonth) || prev.low == "and" && r.is(i-2, cMonth)) ||
			k.cap && prev.low == "," && r.is(i-2, cMonth)
	case "march":
		if !k.cap || next.low == "for" && next.kind == word && r.at(hi+1).cap || next.low == "on" && r.at(hi+1).cap && r.at(hi+1).class == plain {
			return false
		}
		return before || next.low == "," || next.low == "'s" || i > 0 && !prev.cap && next.low != "of" || r.is(i-1, cMonth)
	case "mar", "dec", "jan", "jun", "sep", "sept", "feb", "apr", "jul", "aug", "oct", "nov":
		return hi > i+1 && k.cap || (before || i == 0 && len(r.k) == 1) && (k.cap || k.low != "mar" && k.low != "dec" && k.low != "jan")
	case "april", "june", "august":
		if next.cap && next.class == plain && next.kind == word && !before || k.low == "august" && !k.cap {
			return false
		}
		return true
	}
	return true
}

// monthDate reads a date that begins with a month: May, May 5, May 5th, May 2021.
func (r *reader) monthDate(i int) (expr, bool) {
	m, j := r.monthName(i)
	if p := r.at(i - 1); m == 0 || p.kind == number && int(p.n) > daysIn(2024, m) && p.n < 40 && !r.glued(i-1) && (r.plainYear(j) > 0 || r.at(j).kind == mark) {
		return expr{}, false // 31 November
	}
	e := expr{form: fDate, noYear: true}
	e.date = stamp{g: gMonth, n: m, sec: -1}
	// a day
	dj := r.hyphen(j)
	if dj == j && (r.word(j, "/") || r.word(j, "-")) && r.glued(j+1) {
		dj = j + 1
	}
	the := dj
	if r.is(the, cThe) {
		the++
	}
	if d, hi, ord := r.dayNumber(the); d > 0 && (the == dj || ord) && !r.counts(hi) && d <= daysIn(2024, m) && (ord || r.at(i).cap || len(r.at(i).low) > 3 || m == 2) {
		if r.word(hi, ":") && r.glued(hi+1) && r.at(hi+1).kind == number {
			hi = 0
		}
		if hi > 0 {
			e.date.g, e.date.d = gDay, d
			e.hi = hi
			e = r.yearAfter(e)
			if n := r.at(e.hi).low; m == 9 && d == 11 && e.noYear && (n == "attacks" || n == "terrorist" || n == "attack" || n == "hijackings") {
				e.date.y, e.noYear = 2001, false // the attacks, whose name is their date
			}
			return e, true
		}
	}
	e.hi = j
	f := r.yearAfter(e)
	if f.hi > e.hi {
		return f, true
	}
	if !r.plainMonth(i, j) {
		return e, false
	}
	return e, true
}

// counts reports whether what follows a number makes it a count of something:
// “May 5 percent”, “May 5 million”.
func (r *reader) counts(i int) bool {
	k := r.at(i)
	switch k.low {
	case "%", "percent", "per", "million", "billion", "trillion", "°":
		return true
	}
	return k.class == cScale || k.class == cUnit && !(k.v == int16(gDay) && false)
}

// yearAfter takes in the year behind a month or day: 2021, “, 2021”, “of 2021”,
// “last year”, “of that year”, “’21”.
func (r *reader) yearAfter(e expr) expr {
	i := e.hi
	j := i
	switch r.at(j).low {
	case ",", "of", "in", "-", "/":
		j++
		if r.word(j, "year") || r.is(j, cThe) && r.word(j+1, "year") {
			k := j + 1
			if r.is(j, cThe) {
				k++
			}
			if y := r.plainYear(k); y > 0 {
				e.date.y, e.noYear, e.hi = y, false, k+1
				return e
			}
		}
	}
	if bc, ok := r.era(j); ok && bc.date.bc {
		e.date.y, e.date.bc, e.noYear, e.hi = bc.date.y, true, false, bc.hi
		return e
	}
	if y := r.plainYear(j); y > 0 {
		if (r.word(j-1, ",") || j == i) && r.unitWord(j+1) || r.word(i, "-") && r.word(j+1, "-") {
			return e
		}
		e.date.y, e.noYear, e.hi = y, false, j+1
		if e.date.g == gDay && e.date.d > daysIn(y, e.date.n) {
			e.date.g = gNone // 29 February 2023
		}
		return e
	}
	if r.is(j, cCardinal) && j <= i+1 {
		if y, ok := r.wordYear(j); ok {
			e.date.y, e.noYear, e.hi = y.date.y, false, y.hi
			return e
		}
	}
	if r.word(i, "of") && r.two(j, 99) && r.at(j+1).kind == mark && r.at(j+1).low != "%" && r.at(i-1).class == cMonth { // April of 87
		e.date.y, e.noYear, e.hi = century(part{int(r.at(j).n), 2}), false, j+1
		return e
	}
	if a := r.at(j).low; (a == "'" || a == "’" || a == "‘") && r.two(j+1, 99) && r.glued(j+1) {
		e.date.y, e.noYear, e.hi = century(part{int(r.at(j + 1).n), 2}), false, j+2
		return e
	}
	if e.date.g == gDay && j == i && r.at(j).kind == number && r.two(j, 99) && r.at(j).n < 69 && r.at(j-1).kind != number { // 8 Nov 21
		if k := r.at(j + 1); k.kind == mark && k.low != ":" && k.low != "%" && k.low != "-" && r.at(i-1).class == cMonth {
			e.date.y, e.noYear, e.hi = century(part{int(r.at(j).n), 2}), false, j+1
			return e
		}
	}
	// “March 20 last year”, “October of next year”, “May that year”
	if k := r.at(j); k.class == cLast || k.class == cNext || k.class == cThis || k.class == cThat || k.class == cThe {
		if in, ok := r.yearOf(j); ok {
			e.form, e.in, e.hi = fOf, &in, in.hi
		}
	}
	return e
}

// yearOf reads “last year”, “that year”, “the same year”, “the year before”.
func (r *reader) yearOf(i int) (expr, bool) {
	e, ok := r.point(i)
	if !ok || (e.form != fUnit && e.form != fSame) || e.unit != gYear {
		return e, false
	}
	return e, true
}

func (r *reader) unitWord(i int) bool { return r.is(i, cUnit) && r.at(i).v&plural != 0 }

// plainYear is the number at i if it can be a year.
func (r *reader) plainYear(i int) int {
	k := r.at(i)
	if k.kind != number || k.end-k.start != 4 || k.n < 1000 || k.n > 2199 {
		return 0
	}
	if r.glued(i+1) && (r.at(i+1).kind == word && r.at(i+1).low != "'s" && r.at(i+1).class != cMonth || r.word(i+1, "%") || r.word(i+1, ":") && r.at(i+2).kind == number) {
		return 0
	}
	return int(k.n)
}

// dayMonth reads 8 November, 8th of November 2021, 8-Nov.
func (r *reader) dayMonth(i int) (expr, bool) {
	d, j, _ := r.dayNumber(i)
	if d == 0 {
		return r.yearMonth(i)
	}
	if r.word(j, "day") && r.word(j+1, "of") {
		j++
	}
	if r.word(j, "of") || (r.word(j, "-") || r.word(j, "/") || r.word(j, ".") || r.word(j, "‑")) && r.glued(j+1) {
		j++
	}
	if r.is(j, cThe) && r.word(j-1, "of") {
		j++
	}
	m, hi := r.monthName(j)
	if m == 0 {
		return r.leadingDay(i)
	}
	if d > daysIn(2024, m) || r.at(j).low == "may" && !r.at(j).cap || r.at(j).low == "march" && !r.at(j).cap && r.at(i).kind != number {
		return expr{}, false
	}
	e := expr{form: fDate, noYear: true, hi: hi}
	e.date = stamp{g: gDay, n: m, d: d, sec: -1}
	return r.yearAfter(e), true
}

// yearMonth reads 2014/10, 2021-11, 2019 March.
func (r *reader) yearMonth(i int) (expr, bool) {
	y := r.plainYear(i)
	if y == 0 {
		return expr{}, false
	}
	e := expr{form: fDate}
	e.date = stamp{g: gMonth, y: y, sec: -1}
	if s := r.at(i + 1); (s.low == "-" || s.low == "/") && r.glued(i+1) && r.glued(i+2) {
		k := r.at(i + 2)
		after := r.at(i + 3)
		if m, hi := r.monthName(i + 2); m > 0 {
			e.date.n, e.hi = m, hi
			return e, true
		}
		if k.kind == number && k.end-k.start == 2 && k.n >= 1 && k.n <= 12 && (int(k.n) != (y+1)%100 || r.short) && !(r.glued(i+3) && (after.kind != mark || after.low == "-" || after.low == "/")) && !r.is(i+3, cFiscal) {
			e.date.n, e.hi = int(k.n), i+3
			return e, s.low == "-" || r.word(i-1, "in") || len(r.k) <= 4
		}
	}
	if m, hi := r.monthName(i + 1); m > 0 && (r.at(i+1).cap || m != 3 && m != 5) {
		if d, _, _ := r.dayNumber(hi); d == 0 && (!preposition(r.at(i-1).low) || r.word(i-1, "in") && r.at(hi).kind == mark) {
			e.date.n, e.hi = m, hi
			return e, r.plainYear(hi) == 0
		}
	}
	return e, false
}

// leadingDay reads the first day of “5–7 May”, “5 and 6 May”: the month stands
// behind the last one.
func (r *reader) leadingDay(i int) (expr, bool) {
	d, j, _ := r.dayNumber(i)
	if d == 0 || r.at(i).kind != number {
		return expr{}, false
	}
	hi := j
	for n := 0; n < 5; n++ {
		if !joins(r.at(j).low) {
			return expr{}, false
		}
		j++
		if r.is(j, cThe) {
			j++
		}
		d2, j2, _ := r.dayNumber(j)
		if d2 == 0 {
			return expr{}, false
		}
		j = j2
		m := j
		if r.word(m, "of") {
			m++
		}
		if mo, mhi := r.monthName(m); mo > 0 && (r.at(m).cap || len(r.at(m).low) > 3 || r.short) {
			if d > daysIn(2024, mo) || n > 0 && false {
				return expr{}, false
			}
			e := expr{form: fDate, noYear: true, dayOnly: true, hi: hi}
			e.date = stamp{g: gDay, n: mo, d: d, sec: -1}
			e.date.y = 0
			y := expr{form: fDate, noYear: true, hi: mhi, date: e.date}
			if y = r.yearAfter(y); !y.noYear {
				e.date.y, e.noYear = y.date.y, false
			} else if y.form == fOf {
				e.form, e.in = fOf, y.in
			}
			return e, true
		}
	}
	return expr{}, false
}

// joins reports whether a word or mark joins two dates to a list or a range.
func joins(w string) bool {
	switch w {
	case "and", "or", "to", "-", "–", "—", "‑", ",", "&", "through", "thru", "until", "till", "/":
		return true
	}
	return false
}

// sharedDay reads the second day of “May 5 and 6”, “May 5–9, 2022”, “July 13 to
// 15”: a day number behind a date that lends it its month.
func (r *reader) sharedDay(prev *expr, i int) (expr, bool) {
	if prev.form != fDate && prev.form != fOf || prev.date.g != gDay || prev.noMonth || prev.hi != i || prev.dayOnly || prev.wd > 0 && prev.date.n == 0 {
		return expr{}, false
	}
	if k := r.at(i - 1); k.class == cMonth || r.at(i-2).class == cMonth && k.low == "." || !prev.noYear && !r.word(i-1, "'s") && r.at(prev.lo).class != cMonth {
		if !(prev.noYear && r.at(prev.lo).kind == number && false) {
			return expr{}, false // the month stands behind the day: “5 May and 6” lends nothing
		}
	}
	if !joins(r.at(i).low) || !prev.noYear {
		return expr{}, false
	}
	j := i + 1
	if r.word(i, ",") {
		if r.word(j, "and") || r.word(j, "or") {
			j++
		} else if d, hi, _ := r.dayNumber(j); d == 0 || !(r.word(hi, "and") || r.word(hi, ",") || r.word(hi, "or")) {
			return expr{}, false
		}
	}
	if r.is(j, cThe) {
		j++
	}
	d, hi, ord := r.dayNumber(j)
	if d == 0 || r.at(j).kind != number || d > daysIn(2024, prev.date.n) || r.counts(hi) || r.is(hi, cMonth) || r.word(hi, "of") && r.is(hi+1, cMonth) {
		return expr{}, false
	}
	if !ord && !r.endsDay(hi) || (r.word(hi, ":") || r.word(hi, "/")) && r.glued(hi+1) || r.meridiemAt(hi) || r.at(hi).class == cOrdinal {
		return expr{}, false
	}
	e := expr{form: prev.form, in: prev.in, noYear: true, lo: j, hi: hi, dayOnly: true}
	e.date = stamp{g: gDay, n: prev.date.n, d: d, sec: -1}
	e = r.yearAfter(e)
	e.dayOnly = false
	if !e.noYear || e.form == fOf {
		prev.date.y, prev.noYear, prev.form, prev.in = e.date.y, e.noYear, e.form, e.in
	}
	return r.tail(e), true
}

// endsDay reports whether a bare number before i can be a day: what follows is no
// noun that it could count.
func (r *reader) endsDay(i int) bool {
	k := r.at(i)
	if k.kind == mark {
		return k.low != "%" && k.low != "°"
	}
	if k.kind == number {
		return r.plainYear(i) > 0
	}
	switch k.class {
	case cThis, cLast, cNext, cEarly, cThe, cThat:
		return true
	}
	switch k.low {
	case "in", "at", "on", "to", "for", "with", "by", "from", "and", "or", "of", "when", "where", "that", "which", "as", "but", "before", "after", "will",
		"would", "is", "are", "was", "were", "has", "have", "had", "during", "through", "while", "respectively", "until", "between", "because", "against", "were-":
		return true
	}
	return k.cap
}

// numericDate reads 03/04/2021, which can be two days, and 2/15 behind a word
// that only a date follows.
func (r *reader) numericDate(i int) (expr, bool) {
	a, b, c := r.at(i), r.at(i+2), r.at(i+4)
	sep := r.at(i + 1).low
	if a.kind != number {
		return expr{}, false
	}
	if p, ok := dotted(a.low); ok && r.at(i).end-r.at(i).start >= 8 {
		return bothReadings(p[0].n, p[1].n, century(p[2]), i+1)
	}
	spaced := r.at(i + 1).space
	if sep != "/" && sep != "-" || b.kind != number || a.n < 0 || b.n < 0 || a.end-a.start > 2 || b.end-b.start > 2 || r.at(i+1).space != b.space || spaced && sep == "-" ||
		r.glued(i) && i > 0 && r.at(i-1).low != "(" {
		return expr{}, false
	}
	if r.word(i+3, sep) && r.glued(i+3) == !spaced && c.kind == number && c.n >= 0 {
		if w := c.end - c.start; w == 2 || w == 4 {
			return bothReadings(int(a.n), int(b.n), century(part{int(c.n), int(w)}), i+5)
		}
		return expr{}, false
	}
	if a.n == 9 && b.n == 11 && sep == "/" { // the attacks, whose name is their date
		e := expr{form: fDate, hi: i + 3}
		e.date = dayStamp(Date{2001, 9, 11})
		return e, true
	}
	if r.glued(i+3) && (r.at(i+3).kind != mark || r.word(i+3, "-") || r.word(i+3, "/")) || sep == "-" {
		return expr{}, false
	}
	p := r.at(i - 1)
	switch p.low {
	case "on", "by", "until", "since", "due", "dated":
	default:
		if p.class != cWeekday && !(p.low == "," && r.is(i-2, cWeekday)) && r.kind != Agenda && r.kind != Cell && !(r.word(i+3, "at") && r.at(i+4).kind == number) && !(r.short && i == 0 && r.at(i+3).kind == mark) {
			return expr{}, false
		}
	}
	m, d := int(a.n), int(b.n)
	if m > 12 {
		m, d = d, m
	}
	if m < 1 || m > 12 || d < 1 || d > daysIn(2024, m) {
		return expr{}, false
	}
	e := expr{form: fDate, noYear: true, hi: i + 3}
	e.date = stamp{g: gDay, n: m, d: d, sec: -1}
	if d <= 12 && m <= 12 && d != m {
		e.alt = Date{0, d, m}
	}
	return e, true
}

// bothReadings is a date of three numbers of which the first two can be day and
// month or month and day.
func bothReadings(a, b, y, hi int) (expr, bool) {
	us, uk := Date{y, a, b}, Date{y, b, a}
	e := expr{form: fDate, hi: hi}
	switch {
	case us.Valid() && uk.Valid():
		e.date, e.alt = dayStamp(us), uk
		if us == uk {
			e.alt = Date{}
		}
	case us.Valid():
		e.date = dayStamp(us)
	case uk.Valid():
		e.date = dayStamp(uk)
	default:
		return e, false
	}
	return e, y >= 1000
}

// year reads a year that stands alone.
//
// A number of four digits is a year behind a preposition (in 2008), behind an
// article or possessive (the 2008 Olympics, Japan’s 2011 tsunami), behind a name
// (WWDC 2005), and beside another year. It is none where it is counted, paid or
// numbered: $2008, 2000 people, Flight 1549, Resolution 1973, 1600 Pennsylvania
// Avenue.
func (r *reader) year(i int) (expr, bool) {
	e := expr{form: fDate, bare: true, hi: i + 1}
	if bc, ok := r.era(i); ok {
		return bc, true
	}
	y := r.plainYear(i)
	if y == 0 {
		return e, false
	}
	e.date = stamp{g: gYear, y: y, sec: -1}
	prev, next := r.at(i-1), r.at(i+1)
	if r.glued(i) && i > 0 && prev.low != "(" && prev.low != "“" && prev.low != "\"" && prev.low != "[" && prev.low != "‘" {
		// 1861-1863, mid-2011; not A-2008, 12.2008
		if prev.low != "-" && prev.low != "–" && prev.low != "/" && prev.low != "—" {
			return e, false
		}
		p := r.at(i - 2)
		if !(r.plainYear(i-2) > 0 && r.plainYear(i-2) <= y || p.class == cEarly || p.class == cMonth || p.class == cSeason || p.low == "post" || p.low == "pre" || prev.low == "—" || prev.low == "–" && p.kind == word) {
			return e, false
		}
	}
	switch prev.low {
	case "$", "€", "£", "¥", "#", "+", "№", "roughly", "approximately", "nearly", "almost", "some", "only":
		return e, false
	}
	switch next.low {
	case "million", "billion", "trillion", "people", "percent", "%":
		return e, false
	}
	if numbered(prev.low) {
		return e, false
	}
	if next.low == "-" && r.glued(i+2) && r.at(i+2).kind == number { // 2004-05, 2010-2015
		if r.two(i+2, 99) && r.at(i+2).n == int32((y+1)%100) && !(r.word(i+3, "-")) {
			e.hi = i + 3
			e.set = "range"
		} else if r.plainYear(i+2) <= y && !r.two(i+2, 99) {
			return e, false
		}
	}
	if next.low == "/" && r.glued(i+2) && r.two(i+2, 99) && int(r.at(i+2).n) == (y+1)%100 { // the 2019/20 fiscal year
		e.hi = i + 3
		e.date.y++
		if _, _, hi := r.unit(e.hi); r.is(e.hi, cFiscal) {
			e.hi, e.date.fiscal, e.set = hi, true, "split"
			return e, true
		}
		e.date.y--
		e.set = "range"
	}
	if r.is(e.hi, cFiscal) {
		if g, many, hi := r.unit(e.hi); g == gYear && !many {
			e.hi, e.date.fiscal = hi, true
		} else if r.word(e.hi, "fiscal") {
			e.hi, e.date.fiscal = e.hi+1, true
		}
		return e, true
	}
	next = r.at(e.hi)
	if preposition(prev.low) && prev.low != "and" && prev.low != "or" && prev.low != "at" && prev.low != "than" && prev.low != "about" && prev.low != "over" && prev.low != "for" && prev.low != "to" && prev.low != "around" && prev.low != "as" && prev.low != "not" {
		return e, !r.counted(e.hi) || !(next.kind == word) || prev.low == "'s"
	}
	if prev.class == cThe || prev.class == cArticle || prev.class == cThis || prev.low == "its" || prev.low == "their" || prev.low == "his" || prev.low == "her" || prev.low == "our" {
		return e, !(next.class == cUnit || next.low == "-")
	}
	if next.kind == word && !next.space && next.low != "'s" {
		return e, false
	}
	if r.counted(e.hi) {
		return e, false
	}
	if r.address(e.hi) { // 1600 Pennsylvania Avenue
		return e, false
	}
	if y < 1700 && !(prev.low == "," && r.is(i-2, cMonth)) && prev.low != "(" && prev.low != "and" && prev.low != "to" {
		return e, false
	}
	return e, true
}

// address reports whether what begins with token i is the name of a street.
func (r *reader) address(i int) bool {
	for n := i; n < i+5; n++ {
		k := r.at(n)
		switch k.low {
		case "street", "st", "avenue", "ave", "road", "rd", "boulevard", "blvd", "drive", "lane", "highway", "nw", "ne", "sw", "se", "square", "parkway", "plaza":
			return k.cap && n > i || k.upper
		case ".":
			continue
		}
		if !k.cap && k.kind != number {
			return false
		}
	}
	return false
}

// era reads 492 BC and AD 79.
func (r *reader) era(i int) (expr, bool) {
	k := r.at(i)
	e := expr{form: fDate, hi: i + 1}
	if k.kind != number || k.n <= 0 || k.n > 9999 {
		return e, false
	}
	e.date = stamp{g: gYear, y: int(k.n), sec: -1}
	switch n := r.at(i + 1); {
	case n.upper && (n.low == "bc" || n.low == "b.c." || n.low == "bce"):
		e.date.bc, e.hi = true, i+2
		return e, true
	case n.low == "ad" && n.upper || n.low == "a.d." || n.low == "ce" && n.upper:
		e.hi = i + 2
		return e, true
	}
	if j := r.hyphen(i + 1); j > i+1 && r.at(j).kind == number { // 492-490 BC
		if n := r.at(j + 1); n.upper && (n.low == "bc" || n.low == "b.c." || n.low == "bce") {
			e.date.bc = true
			return e, true
		}
	}
	return e, false
}

// counted reports whether token i is a plural that a number before it could count.
func (r *reader) counted(i int) bool {
	k := r.at(i)
	if k.kind == mark {
		return k.low == "%" || k.low == "°"
	}
	if k.kind != word || k.cap {
		return false
	}
	switch k.low {
	case "people", "men", "women", "children", "million", "billion", "hundred", "thousand", "feet", "metres", "meters", "percent", "km", "kilometers", "kilometres",
		"miles", "square", "police", "troops", "kg", "tons", "tonnes", "m", "mm", "ft", "more", "or", "additional", "dead", "local", "other":
		return k.low != "or" && k.low != "local" && k.low != "other" && k.low != "more"
	case "was", "is", "has", "as", "this", "its", "his", "does", "us", "thus", "less", "across", "towards", "sees", "series", "crisis", "census", "congress":
		return false
	}
	n := len(k.low)
	if strings.HasSuffix(k.low, "children") || strings.HasSuffix(k.low, "men") || strings.HasSuffix(k.low, "people") {
		return true
	}
	return n > 3 && k.low[n-1] == 's' && k.low[n-2] != 's' && !thirdPerson(k.low) || k.class == cUnit
}

// thirdPerson: verbs that may follow a year as its subject's predicate.
func thirdPerson(w string) bool {
	switch w {
	case "sees", "marks", "brings", "begins", "starts", "ends", "comes", "remains", "looks", "shows", "saw":
		return true
	}
	return false
}

// numbered reports whether a number behind w is a label: Flight 1549.
func numbered(w string) bool {
	switch w {
	case "flight", "room", "resolution", "section", "sec", "no", "number", "article", "route", "highway", "page", "suite", "law", "rule", "chapter", "form", "hr", "h.r.", "s",
		"bus", "channel", "extension", "ext", "box", "code", "case", "docket", "order", "regulation", "grant", "document", "doc", "id", "ref", "line", "lot", "bill",
		"class", "version", "windows", "asteroid", "interstate", "nos", "convoy", "airbus", "apartment", "telephone", "tel", "fax", "phone", "deptel", "telegram", "embtel":
		return true
	}
	return false
}

// decade reads the 1990s, the ’90s, the 90s, mid-60s.
func (r *reader) decade(i int) (expr, bool) {
	e := expr{form: fDate}
	j := i
	apostrophe := false
	if a := r.at(j).low; a == "'" || a == "’" || a == "‘" {
		apostrophe = true
		j++
	}
	k := r.at(j)
	s := r.at(j + 1)
	if k.kind != number || k.n < 0 || !r.glued(j+1) || s.low != "s" && s.low != "'s" {
		return e, false
	}
	e.hi = j + 2
	prev := r.at(i - 1)
	switch w := k.end - k.start; {
	case w == 4 && k.n%10 == 0 && k.n >= 1000 && k.n < 2100:
		if s.low == "'s" && prev.class != cThe && prev.class != cEarly && prev.low != "-" {
			return e, false // 1990’s: of the year
		}
		e.date = stamp{g: gDecade, y: int(k.n / 10), sec: -1}
		if k.n%100 == 0 && k.n < 1900 {
			e.date = stamp{g: gCentury, y: int(k.n / 100), sec: -1}
		}
		return e, true
	case w == 2 && k.n%10 == 0 && k.n >= 10:
		the := prev.class == cThe || prev.class == cEarly && r.is(i-2, cThe) || r.word(i-1, "-") && r.is(i-2, cEarly) && r.is(i-3, cThe) || prev.low == "and" && r.word(i-2, "s")
		if !apostrophe && !the {
			return e, false // in his 30s
		}
		e.date = stamp{g: gDecade, y: 190 + int(k.n/10), sec: -1}
		if k.n < 20 {
			e.date.y += 10
		}
		return e, true
	}
	return e, false
}

// decadeWord is the tens of “sixties”, 0 for other words.
func decadeWord(w string) int {
	switch w {
	case "twenties":
		return 2
	case "thirties":
		return 3
	case "forties":
		return 4
	case "fifties":
		return 5
	case "sixties":
		return 6
	case "seventies":
		return 7
	case "eighties":
		return 8
	case "nineties":
		return 9
	}
	return 0
}

// shortYear reads ’82.
func (r *reader) shortYear(i int) (expr, bool) {
	e := expr{form: fDate, hi: i + 2}
	if !r.two(i+1, 99) || !r.glued(i+1) || r.glued(i) && i > 0 || r.glued(i+2) && r.at(i+2).kind != mark || !r.is(i-1, cSeason) && !preposition(r.at(i-1).low) {
		return e, false
	}
	e.date = stamp{g: gYear, y: century(part{int(r.at(i + 1).n), 2}), sec: -1}
	return e, true
}

// wordYear reads nineteen ninety-nine and two thousand and twenty behind a word
// that a year follows.
func (r *reader) wordYear(i int) (expr, bool) {
	e := expr{form: fDate}
	p := r.at(i - 1)
	if !(p.class == cHoliday || p.class == cWeekday || p.low == "day" || p.kind == number || p.low == "in" || p.low == "of" || p.low == "since" || p.low == "year" || p.low == "by" || p.class == cMonth || p.class == cOrdinal || p.low == ",") {
		return e, false
	}
	k := r.at(i)
	y, j := 0, i+1
	switch {
	case k.v == 2 && r.word(j, "thousand"):
		y, j = 2000, j+1
		if r.word(j, "and") && r.is(j+1, cCardinal) {
			j++
		}
	case k.v >= 15 && k.v <= 20:
		y = int(k.v) * 100
		if r.word(j, "hundred") {
			j++
		} else if !r.is(j, cCardinal) || r.at(j).v < 10 {
			return e, false
		}
	default:
		return e, false
	}
	if c := r.at(j); c.class == cCardinal && c.v > 0 {
		y, j = y+int(c.v), j+1
		if u := r.hyphen(j); c.v >= 20 && r.is(u, cCardinal) && r.at(u).v > 0 && r.at(u).v < 10 {
			y, j = y+int(r.at(u).v), u+1
		}
	}
	if r.is(j, cUnit) || r.at(j).class == plain && r.counted(j) {
		return e, false
	}
	e.date = stamp{g: gYear, y: y, sec: -1}
	e.hi = j
	return e, true
}

// quarter reads Q3, Q3 2019, 3Q19, 2018Q4, H1 2020.
func (r *reader) quarter(i int) (expr, bool) {
	e := expr{form: fDate, noYear: true}
	j := i
	if y := r.plainYearGlued(j); y > 0 { // 2018Q4, 2018 Q4, 2018-Q4
		e.date.y, e.noYear = y, false
		j = r.hyphen(j + 1)
	}
	k := r.at(j)
	var g grain
	var n int32
	switch {
	case (k.low == "q" || k.low == "h") && k.cap == (k.low != "q" || k.cap) && r.glued(j+1) && r.at(j+1).kind == number && r.at(j+1).end-r.at(j+1).start == 1:
		n = r.at(j + 1).n
		g = gQuarter
		if k.low == "h" {
			g = gHalf
		}
		j += 2
	case k.kind == number && k.n >= 1 && k.n <= 4 && k.end-k.start == 1 && r.word(j+1, "q") && r.glued(j+1) && e.noYear:
		n, g, j = k.n, gQuarter, j+2
	default:
		return e, false
	}
	if n < 1 || g == gQuarter && n > 4 || g == gHalf && (n > 2 || !k.cap) {
		return e, false
	}
	e.date.g, e.date.n, e.date.sec, e.hi = g, int(n), -1, j
	if e.noYear {
		if g == gHalf && r.plainYear(j) == 0 {
			return e, false
		}
		e = r.yearAfter(e)
		if y := j; e.noYear && (r.is(y, cFiscal) || r.word(y, "of") && r.is(y+1, cFiscal)) {
			if !r.is(y, cFiscal) {
				y++
			}
			if f, ok := r.fiscal(y); ok {
				e.date.y, e.date.fiscal, e.noYear, e.hi = f.date.y, true, false, f.hi
			}
		}
	}
	return e, true
}

func (r *reader) plainYearGlued(i int) int {
	k := r.at(i)
	if k.kind != number || k.end-k.start != 4 || k.n < 1900 || k.n > 2199 {
		return 0
	}
	return int(k.n)
}

// fiscal reads fiscal year 2004, fiscal 2004, FY04, financial year 2019/20.
func (r *reader) fiscal(i int) (expr, bool) {
	e := expr{form: fDate}
	j := i + 1
	if r.word(j, "year") {
		j++
	}
	if r.word(j, "'") || r.word(j, "’") {
		j++
	}
	k := r.at(j)
	w := int(k.end - k.start)
	if k.kind != number || k.n < 0 || w != 4 && w != 2 || w == 2 && !r.word(i, "fy") && !r.word(j-1, "’") || r.word(i, "financial") && j == i+1 {
		return e, false
	}
	e.date = stamp{g: gYear, y: century(part{int(k.n), w}), fiscal: true, sec: -1}
	e.hi = j + 1
	if (r.word(e.hi, "/") || r.word(e.hi, "-")) && r.glued(e.hi) && r.at(e.hi+1).kind == number && r.glued(e.hi+1) && r.at(e.hi+1).n%100 == int32(e.date.y+1)%100 {
		e.date.y++
		e.hi += 2
	}
	return e, e.date.y > 1900 && e.date.y < 2200
}

// season reads spring, spring 2009, the summer of 1918, Fall 2010.
func (r *reader) season(i int) (expr, bool) {
	k := r.at(i)
	e := expr{form: fDate, noYear: true, hi: i + 1}
	e.date = stamp{g: gSeason, n: int(k.v), sec: -1}
	prev, next := r.at(i-1), r.at(i+1)
	if f := r.yearAfter(e); f.hi > e.hi {
		return f, !(r.word(e.hi, ",") && !r.word(e.hi-1, "fall") && false)
	}
	if a := next.low; (a == "'" || a == "’") && r.two(i+2, 99) {
		return r.yearAfter(e), true
	}
	if r.word(i+1, "of") {
		j := i + 2
		if f, ok := r.fiscal(j); ok {
			e.date.y, e.noYear, e.hi = f.date.y, false, f.hi
			return e, true
		}
		if in, ok := r.yearOf(j); ok {
			e.form, e.in, e.hi = fOf, &in, in.hi
			return e, true
		}
	}
	if prev.cap && prev.kind == word && i > 1 && prev.class == plain || next.low == "olympics" || next.low == "paralympics" || next.low == "games" || next.low == "olympic" {
		return e, false // the Prague Spring
	}
	the := prev.class == cThe && r.seasonal(i-2)
	if k.low == "fall" || k.low == "spring" {
		ok := the && !k.cap && next.low != "of" && !(next.kind == word && next.class == plain && next.low != "and" && !preposition(next.low) && k.low == "fall") || (r.seasonal(i-1) && prev.low != "to" && prev.low != "and") && k.low == "spring" ||
			prev.class == cThis || prev.class == cLast || prev.class == cNext || prev.class == cEarly || prev.low == "in" && next.kind == mark || prev.low == "-" && r.is(i-2, cEarly)
		return e, ok
	}
	return e, the || r.seasonal(i-1) || prev.class == cThis || prev.class == cLast || prev.class == cNext || prev.class == cEarly || prev.class == cThat
}

// seasonal: prepositions of time before a season.
func (r *reader) seasonal(i int) bool {
	switch r.at(i).low {
	case "in", "during", "by", "since", "until", "through", "of", "before", "after", "for", "over", "throughout", "from", "to", "late", "early", "mid", "-":
		return true
	}
	return false
}
