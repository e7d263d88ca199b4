package lang

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
	if r.glued(i) && i > 0 && inNumber(&r.k[i-1]) && r.k[i-1].low != "-" {
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
	if a, b := r.at(i), r.at(i+2); a.kind == number && b.kind == number && a.end-a.start <= 2 && a.n != b.n {
		e.order = 'm'
		if a.n == int32(d.Day) {
			e.order = 'd'
		}
	}
	return r.dateTime(e, i), true
}

// dateTime takes in the time of 2021-11-08T09:00, 101530ZNOV21.
func (r *reader) dateTime(e expr, i int) expr {
	if k := r.at(i); k.n >= 0 && k.end-k.start == 6 && r.at(i+1).kind == word {
		c := clock{h: int8(k.n / 100 % 100), m: int8(k.n % 100), s: -1}
		if r.at(i + 1).low[0] == 'z' {
			c.zone = "Z"
		}
		e.setClock(c)
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

// spokenDay reads fifteen and twenty-five as a day: “fifteen August”. A number in
// words beside a month counts something oftener (“in August fifteen ships sank”), so
// behind a month it is a day only where a year follows.
func (r *reader) spokenDay(i int) (d, hi int) {
	k := r.at(i)
	if k.class != cCardinal || k.v < 1 || k.v > 30 {
		return 0, i
	}
	d, hi = int(k.v), i+1
	if j := r.hyphen(hi); d >= 20 && r.is(j, cCardinal) && r.at(j).v > 0 && r.at(j).v < 10 {
		d, hi = d+int(r.at(j).v), j+1
	}
	if d > 31 {
		return 0, i
	}
	return d, hi
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
	if d, hi := r.spokenDay(j); d > 0 && d <= daysIn(2024, m) {
		f := e
		f.date.g, f.date.d, f.hi = gDay, d, hi
		if f = r.yearAfter(f); f.hi > hi {
			return f, true
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
	return k.class == cScale || k.class == cUnit
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

// dayMonth reads 8 November, 8th of November 2021, 8-Nov.
func (r *reader) dayMonth(i int) (expr, bool) {
	d, j, _ := r.dayNumber(i)
	if s, hi := r.spokenDay(i); d == 0 && s > 0 && r.is(hi, cMonth) && r.at(hi).cap && !r.is(i-1, cMonth) {
		d, j = s, hi
	}
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
