package lang

// quarter reads Q3, Q3 2019, 3Q19, 2018Q4, H1 2020.
func (r *reader) quarter(i int) (expr, bool) {
	e := expr{form: fDate, noYear: true}
	j := i
	if y := r.plainYearGlued(j); y > 0 { // 2018Q4, 2018 Q4, 2018-Q4
		e.date.y, e.noYear = y, false
		j = r.hyphen(j + 1)
	} else if k := r.at(j); k.kind == number && k.end-k.start == 2 && k.n >= 0 && r.word(j+1, "q") && r.glued(j+1) && r.glued(j+2) { // 18Q4
		e.date.y, e.noYear = 2000+int(k.n), false
		j++
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
		return f, true
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
