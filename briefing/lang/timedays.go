package lang

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
		if mo, mhi := r.monthName(m); mo > 0 && (r.at(m).cap || r.at(m).low != "may" && r.at(m).low != "mar" || r.short) {
			if d > daysIn(2024, mo) {
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
		return expr{}, false // the month stands behind the day: “5 May and 6” lends nothing
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
	if y := r.plainYear(i + 2); y > 1800 && (sep == "/" || sep == "-") && a.n >= 1 && a.n <= 12 && a.end-a.start == 2 && r.glued(i+1) && r.glued(i+2) && (!r.glued(i) || i == 0 || r.word(i-1, "(")) &&
		!(r.glued(i+3) && (r.at(i+3).kind != mark || r.word(i+3, "-") || r.word(i+3, "/"))) { // 12/2015
		if p := r.at(i - 1).low; sep == "/" && !numbered(p) && !instrument(p) || preposition(p) || r.short && len(r.k) == 3 {
			return expr{form: fDate, hi: i + 3, date: stamp{g: gMonth, y: y, n: int(a.n), sec: -1}}, true
		}
		return expr{}, false
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
	alone := r.short && i == 0 && len(r.k) == 3 && b.n > 12 && b.n < 32 && a.n <= 12 // “2-15” is all there is
	if r.glued(i+3) && (r.at(i+3).kind != mark || r.word(i+3, "-") || r.word(i+3, "/")) || sep == "-" && !alone {
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
