package lang

// shift resolves two years ago, three days later, two weeks before 13 May.
func (z *resolver) shift(e *expr) answer {
	ref := answer{lit: "PAST_REF"}
	if e.rel > 0 {
		ref.lit = "FUTURE_REF"
	}
	if e.set == "event" {
		return answer{lit: "XXXX-XX-XX", event: true}
	}
	if e.vague {
		return ref
	}
	base := stamp{}
	a := answer{basis: Computed, ok: true}
	switch {
	case e.in != nil:
		b := z.place(e.in)
		if !b.ok {
			return answer{lit: "XXXX-XX-XX"}
		}
		base, a.basis, a.why = b.stamp, max(b.basis, Computed), b.why
	case e.spoken:
		base = z.c.last
		if e.unit >= gWeek && z.c.day.g != gNone && base.g < gDay {
			if !z.narrative() {
				base = z.c.day
			}
		}
		a.basis = Chosen
		if base.g == gNone && !z.anchor.IsZero() {
			base = dayStamp(z.anchor)
		}
	default:
		if z.anchor.IsZero() {
			return ref
		}
		base = dayStamp(z.anchor)
	}
	if base.g == gNone {
		return ref
	}
	g, n := e.unit, e.count
	switch g {
	case gFortnight:
		g, n = gWeek, 2*n
	case gHour, gMinute, gSecond:
		if g == gHour && int(n)%24 == 0 && n > 0 {
			g, n = gDay, n/24
		} else if base.g > gPart {
			return a.minutes(base, e.rel, n, g)
		} else {
			return answer{lit: ref.lit, typ: TIME}
		}
	}
	if g == gYear && !e.spoken && e.in == nil && n == 1 && z.c.quarter.g != gNone && z.c.sinceQuarter <= 2 && !z.narrative() {
		// “a year ago” in a report on a quarter: that quarter
		s := z.c.quarter
		s.y += e.rel
		a.stamp, a.basis, a.why = s, Chosen, "the quarter spoken of, a year before"
		return a
	}
	if g == gYear && e.spoken && e.in == nil && n == 1 && (base.g == gQuarter || base.g == gMonth && !z.narrative() || base.g == gHalf) {
		base.y += e.rel
		a.stamp = base
		return a
	}
	if frac := n - float64(int(n)); frac != 0 {
		switch g {
		case gYear:
			g, n = gMonth, n*12
		case gMonth, gWeek:
			if g == gMonth {
				n *= 30
			} else {
				n *= 7
			}
			g = gDay
		case gDecade:
			g, n = gYear, n*10
		default:
			return ref
		}
	}
	if n > 3000 {
		return ref
	}
	if g == gWeek {
		g, n = gDay, 7*n
	}
	if g == gWeekend {
		return ref
	}
	if e.in != nil && base.g >= gDay && g < gDay && (g == gYear || g == gMonth) { // a year after 5 May 2010
		s := base
		m := int(n) * e.rel
		if g == gYear {
			m *= 12
		}
		s.y, s.n = carry(s.y, s.n+m, 12)
		s.d = min(s.d, daysIn(s.y, s.n))
		a.stamp = s
		return a
	}
	if e.in != nil && g == gYear && (base.g == gWeek || base.g == gMonth) { // “five years ago this week”
		d := base.date()
		if base.g == gWeek {
			d = d.Add(3)
		}
		d = later(d, gYear, int(n)*e.rel)
		if s, ok := dayStamp(d).at(base.g); ok {
			a.stamp = s
			return a
		}
	}
	s, ok := base.at(g)
	if !ok {
		return answer{lit: "XXXX-XX-XX"}
	}
	if s.g > gDay {
		s.g = gDay
	}
	s = s.shift(int(n) * e.rel)
	if len(e.more) > 0 { // 2 years 1 month 21 days later
		if base.g < gDay || base.bc {
			return ref
		}
		d := later(Date{base.y, base.n, base.d}, g, int(n)*e.rel)
		for _, p := range e.more {
			d = later(d, p.unit, p.n*e.rel)
		}
		s = dayStamp(d)
	}
	a.stamp = withClock(s, e)
	return a
}

// minutes moves a clock time.
func (a answer) minutes(s stamp, rel int, n float64, g grain) answer {
	m := n
	if g == gHour {
		m *= 60
	}
	if g == gSecond {
		m /= 60
	}
	t := int(s.h)*60 + int(s.mi) + rel*int(m)
	day := 0
	for t < 0 {
		t, day = t+24*60, day-1
	}
	day += t / (24 * 60)
	t %= 24 * 60
	d := Date{s.y, s.n, s.d}.Add(day)
	s.y, s.n, s.d, s.h, s.mi, s.g = d.Year, d.Month, d.Day, int8(t/60), int8(t%60), gMinute
	a.stamp = s
	return a
}

// ord resolves the first week of March, Thursday of last week, the fourth quarter
// of 2005.
func (z *resolver) ord(e *expr) answer {
	no := answer{lit: "XXXX-XX-XX"}
	b := z.place(e.in)
	if !b.ok {
		return no
	}
	a := answer{basis: b.basis, why: b.why, ok: true}
	from, to := b.bounds()
	if b.bc && e.unit != gQuarter {
		return no
	}
	day := func(d Date) answer {
		a.stamp = withClock(dayStamp(d), e)
		if d.Days() < from.Days() || d.Days() > to.Days() {
			return no
		}
		return a
	}
	switch e.unit {
	case gDay:
		switch {
		case e.rel > 0:
			d := to.Add(1)
			a.stamp = withClock(dayStamp(d.Add((e.wd-1-d.Weekday()+7)%7+7*(e.ord-1))), e)
			return a
		case e.wd > 0 && b.g == gWeek:
			return day(from.Add(e.wd - 1))
		case e.wd > 0 && e.ord > 0:
			return day(from.Add((e.wd-1-from.Weekday()+7)%7 + 7*(e.ord-1)))
		case e.wd > 0:
			return day(to.Add(-((to.Weekday() - e.wd + 8) % 7) + 7*(e.ord+1)))
		case e.ord > 0:
			return day(from.Add(e.ord - 1))
		default:
			return day(to.Add(e.ord + 1))
		}
	case gWeek, gWeekend:
		if e.ord == 0 { // the week of 5 May
			if e.unit == gWeekend && from.Weekday() == 0 { // a Monday ends it
				from = from.Add(-1)
			}
			a.stamp = weekStamp(from)
			a.g = e.unit
			return a
		}
		// weeks that lie in it whole
		mon := from.Add((7 - from.Weekday()) % 7)
		if b.g == gYear {
			mon = monday(b.y, 1)
		}
		if e.ord > 0 {
			mon = mon.Add(7 * (e.ord - 1))
		} else {
			mon = to.Add(-6)
			mon = mon.Add(-mon.Weekday())
			if b.g == gYear { // the ISO week that the year's last Thursday is in
				mon = to.Add(-((to.Weekday() + 4) % 7)).Add(-3)
			}
			mon = mon.Add(7 * (e.ord + 1))
		}
		if mon.Days() > to.Days() {
			return no
		}
		a.stamp = weekStamp(mon)
		a.g = e.unit
		return a
	case gMonth, gQuarter, gHalf:
		s, ok := dayStamp(from).at(e.unit)
		if e.ord < 0 {
			s, ok = dayStamp(to).at(e.unit)
			s = s.shift(e.ord + 1)
		} else {
			s = s.shift(e.ord - 1)
		}
		if b.fiscal || e.date.fiscal {
			y, yok := b.at(gYear)
			n := e.ord
			if n < 0 {
				n = map[grain]int{gQuarter: 4, gHalf: 2, gMonth: 12}[e.unit]
			}
			if b.g != gYear {
				return no
			}
			s, ok = stamp{g: e.unit, y: y.y, n: n, fiscal: true, sec: -1}, yok || b.g == gYear
			s.y = b.y
		} else if ok && (s.date().Days() < from.Days() || s.date().Days() > to.Days()) {
			return no
		}
		if !ok {
			return no
		}
		a.stamp = s
		return a
	case gYear, gDecade:
		if b.g < e.unit && e.ord > 0 {
			s := dayStamp(from)
			s, _ = s.at(e.unit)
			a.stamp = s.shift(e.ord - 1)
			return a
		}
	}
	return no
}

// span resolves four days, the past five years, the first nine months of 1989.
func (z *resolver) span(e *expr) answer {
	a := answer{typ: DURATION, lit: durationValue(e.count, e.vague, e.unit)}
	for _, p := range e.more {
		v := durationValue(float64(p.n), false, p.unit)[1:]
		if p.unit >= gHour && e.unit >= gHour {
			v = v[1:]
		}
		a.lit += v
	}
	if e.form == fSpan && !e.vague && !z.anchor.IsZero() && e.count < 3000 && e.unit <= gDay && e.unit >= gDecade {
		s, ok := dayStamp(z.anchor).at(min(e.unit, gDay))
		g := e.unit
		if g == gFortnight {
			g = gWeek
		}
		if ok && e.count == float64(int(e.count)) {
			a.basis = Computed
			s.g = min(s.g, gDay)
			switch {
			case e.rel < 0 && g == gDay:
				a.from, a.to = z.anchor.Add(-int(e.count)), z.anchor.Add(-1)
			case e.rel < 0:
				a.from, a.to = z.anchorShift(g, -int(e.count)), z.anchor
			default:
				a.from, a.to = z.anchor.Add(1), z.anchorShift(g, int(e.count))
			}
		}
	}
	if e.form == fDuration && e.in == nil && !e.vague && !z.anchor.IsZero() && e.unit <= gDay && e.unit >= gDecade && e.count < 3000 && e.lo > 0 && z.k[e.lo-1].low == "in" {
		// “will leave in two weeks”: as long from the anchor
		dir, verb := z.direction(e)
		if dir == timeless && (z.plan || len(z.k) <= 5 || e.hi+1 < len(z.k) && z.k[e.hi].low == "'s" && z.k[e.hi+1].low == "time") {
			dir = future
		}
		if dir == future {
			f := expr{form: fShift, unit: e.unit, count: e.count, rel: 1}
			if b := z.shift(&f); b.ok {
				a.ends, a.basis, a.fwd, a.verb = b.stamp, Chosen, true, z.because(dir, verb)
			}
		}
	}
	if e.in != nil {
		b := z.place(e.in)
		if b.ok && b.g == gYear && e.unit == gMonth && !e.vague && !b.bc {
			a.basis = b.basis
			n := int(e.count)
			if n > 0 && n <= 12 {
				if e.ord > 0 {
					a.from, a.to = Date{b.y, 1, 1}, Date{b.y, n, daysIn(b.y, n)}
				} else {
					a.from, a.to = Date{b.y, 13 - n, 1}, Date{b.y, 12, 31}
				}
			}
		}
	}
	return a
}

// anchorShift moves the anchor by n units.
func (z *resolver) anchorShift(g grain, n int) Date { return later(z.anchor, g, n) }

// later moves a day by n units; a day that the month does not have is its last.
func later(d Date, g grain, n int) Date {
	switch g {
	case gMonth:
	case gQuarter:
		n *= 3
	case gYear:
		n *= 12
	case gDecade:
		n *= 120
	case gWeek:
		return d.Add(7 * n)
	case gDay:
		return d.Add(n)
	default:
		return d
	}
	d.Year, d.Month = carry(d.Year, d.Month+n, 12)
	d.Day = min(d.Day, daysIn(d.Year, d.Month))
	return d
}

func (z *resolver) holiday(e *expr) answer {
	if !e.noYear {
		return answer{stamp: withClock(dayStamp(holidayIn(e.ord, e.date.y)), e), ok: true}
	}
	if e.in != nil {
		if y := z.place(e.in); y.ok && y.g == gYear {
			return answer{stamp: withClock(dayStamp(holidayIn(e.ord, y.y)), e), ok: true, basis: Computed}
		}
	}
	y := z.anchor.Year
	if z.narrative() {
		y = z.c.year
	}
	if y == 0 {
		return answer{lit: "XXXX-XX-XX"}
	}
	if n, ok := z.beside(e); ok { // “on 24 December 2025, the day before Christmas”
		return answer{stamp: withClock(dayStamp(holidayIn(e.ord, n)), e), ok: true, basis: Chosen, why: "the one beside the date in the same sentence"}
	}
	d := holidayIn(e.ord, y)
	dir, verb := z.direction(e)
	if dir == past && d.Days() > z.anchor.Days() && z.c.ahead > z.c.behind && z.c.ahead > 1 {
		dir, verb = timeless, verbGroup{} // the dates of the text lie ahead
	}
	if !z.narrative() {
		gap := d.Days() - z.anchor.Days()
		switch {
		case dir == future && gap < 0:
			d = holidayIn(e.ord, y+1)
		case dir == past && gap > 0, dir == timeless && gap > 120:
			d = holidayIn(e.ord, y-1)
		case dir == timeless && gap < -245:
			d = holidayIn(e.ord, y+1)
		}
	}
	return answer{stamp: withClock(dayStamp(d), e), ok: true, basis: Chosen, fwd: dir == future, verb: z.because(dir, verb)}
}

// beside is the year of a feast that lies within ten days of a date which the sentence
// has just written out.
func (z *resolver) beside(e *expr) (int, bool) {
	for n := len(z.out) - 1; n >= z.first; n-- {
		t := &z.out[n]
		if t.Basis != Written || t.From.IsZero() || t.From != t.To {
			continue
		}
		for y := t.From.Year - 1; y <= t.From.Year+1; y++ {
			if d := holidayIn(e.ord, y).Days() - t.From.Days(); d >= -10 && d <= 10 {
				return y, true
			}
		}
	}
	return 0, false
}
