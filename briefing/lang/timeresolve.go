package lang

import "strings"

// A resolver gives the expressions of a document their place in the calendar,
// sentence by sentence: from the anchor, from the verb that governs them, and from
// the dates spoken of before.
type resolver struct {
	t      *text
	anchor Date
	c      timeCarry
	out    []Time

	// of the sentence at work
	k         []token
	groups    []verbGroup
	haveVG    bool
	heading   bool
	kind      Kind
	first     int   // its first entry in out
	dayFirst  int   // what first was when the last day was spoken of
	written   stamp // the last date, if it was written with its year
	writtenIn int
	ahead     *expr // the day that the sentence gives behind a clock time
	chain     stamp // the day that a sentence of this paragraph opened with
	inUnit    int
}

// answer is what resolving an expression gives.
type answer struct {
	stamp
	lit      string // a value that is no stamp: PRESENT_REF, P4D
	typ      TimeType
	basis    Basis
	why      string // where the rule says it itself; else reason does
	verb     string // the words of the verb that decided
	ok       bool   // stamp is a place in the calendar
	fwd      bool
	event    bool
	noEvent  bool
	ends     stamp // of a duration that ends in the calendar: “in two weeks”
	from, to Date  // of a span
}

// register counts what tells a narrative from news: dates with a year that lie
// far from the anchor against words that need the anchor.
func (z *resolver) register(e *expr) {
	switch e.form {
	case fDate:
		if e.date.g >= gDay && e.date.n > 0 && !z.anchor.IsZero() {
			s := e.date
			if e.noYear {
				s.y = z.nearYear(s, timeless, e.wd)
			}
			if s.d <= daysIn(s.y, s.n) {
				switch n := s.date().Days() - z.anchor.Days(); {
				case n > 0 && n < 366:
					z.c.ahead++
				case n < 0:
					z.c.behind++
				}
			}
		}
		if e.noYear {
			if e.wd > 0 && e.noMonth {
				z.c.near++
			}
			return
		}
		if e.alt.IsZero() && e.date.g == gDay && false {
			z.c.dmy++
		}
		if d := e.date.date(); e.date.bc || z.anchor.IsZero() || z.anchor.Days()-d.Days() > 500 {
			z.c.far++
			if e.date.g >= gMonth {
				z.c.far += 2
			}
		}
	case fDay, fUnit:
		if !e.spoken {
			z.c.near++
		}
	case fNamed:
		z.c.near++
	}
}

// narrative reports whether the text tells a story of its own time.
func (z *resolver) narrative() bool {
	return z.anchor.IsZero() || z.c.far >= 9 && z.c.far > 9*z.c.near
}

func (z *resolver) sentence(k []token, list []expr) {
	z.k = k
	z.haveVG = false
	z.kind = z.t.units[z.k[0].unit].Kind
	z.heading = z.t.units[z.k[0].unit].Kind == Heading
	z.first = len(z.out)
	if u := int(z.k[0].unit); u != z.inUnit {
		z.inUnit, z.chain = u, stamp{}
	}
	for n := range list {
		e := &list[n]
		z.share(list, n)
		z.ahead = nil
		if e.form == fClock {
			for m := n + 1; m < len(list) && m < n+5 && z.ahead == nil; m++ {
				if list[m].day() || list[m].form == fDate && list[m].date.g > gPart && e.date.g > gPart && list[m].date.d == 0 {
					z.ahead = &list[m]
				}
			}
		}
		a := z.resolve(e)
		z.out = append(z.out, z.time(e, a))
		z.remember(e, a)
	}
	z.ranges(list)
}

// share lends a year to a date whose neighbour has it: “between July and December
// 2004”, “April 28 and May 3, 2010”.
func (z *resolver) share(list []expr, n int) {
	e := &list[n]
	if e.form != fDate || !e.noYear || e.noMonth || e.date.g != gDay && e.date.g != gMonth && e.date.g != gQuarter && e.date.g != gSeason || n+1 >= len(list) {
		return
	}
	m := n
	for m+1 < len(list) && m < n+4 && z.joined(&list[m], &list[m+1]) {
		m++
		f := &list[m]
		if f.form != fDate && f.form != fOf || f.date.g < gSeason {
			return
		}
		if f.form == fOf {
			e.form, e.in = fOf, f.in
			return
		}
		if !f.noYear {
			e.date.y, e.noYear = f.date.y, false
			if e.date.g == f.date.g && (e.date.n > f.date.n) && z.rangeMark(list[m-1].hi) {
				e.date.y--
			}
			return
		}
	}
}

// joined reports whether only a word or mark that joins stands between two
// expressions.
func (z *resolver) joined(a, b *expr) bool {
	i, gap := a.hi, b.lo-a.hi
	if gap < 1 || gap > 3 {
		return false
	}
	if !joins(z.k[i].low) {
		return false
	}
	for ; i < b.lo; i++ {
		if k := z.k[i]; !joins(k.low) && k.class != cThe && k.low != "on" {
			return false
		}
	}
	return true
}

func (z *resolver) rangeMark(i int) bool {
	switch z.k[i].low {
	case "to", "-", "–", "—", "‑", "through", "thru", "until", "till":
		return true
	}
	return false
}

// direction asks the governing verb, and the words right before and after.
func (z *resolver) direction(e *expr) (tense, verbGroup) {
	if !z.haveVG {
		z.groups = verbs(z.k, z.heading)
		z.haveVG = true
	}
	lo := e.lo
	for n := 1; n <= 2 && lo-n >= 0; n++ {
		switch z.k[lo-n].low {
		case "until", "till":
			return future, verbGroup{lo - n, lo - n + 1, future}
		case "starting", "beginning", "effective":
			if lo-n > 0 {
				return future, verbGroup{lo - n, lo - n + 1, future}
			}
		case "since":
			return past, verbGroup{lo - n, lo - n + 1, past}
		}
		if w := z.k[lo-n].low; w != "the" && w != "late" && w != "early" && w != "on" {
			break
		}
	}
	// “until his next appearance on 5 April”
	for n := lo - 1; n >= 0 && n >= lo-7 && z.k[n].kind == word && !pastForm(z.k[n]); n-- {
		if w := z.k[n].low; w == "until" || w == "next" || w == "upcoming" || w == "forthcoming" {
			return future, verbGroup{n, n + 1, future}
		}
	}
	if e.hi < len(z.k) && z.k[e.hi].low == "deadline" || e.hi+1 < len(z.k) && z.k[e.hi].low == "'s" && z.k[e.hi+1].low == "deadline" {
		return future, verbGroup{e.hi, e.hi + 1, future}
	}
	if lo > 0 && z.k[lo-1].low == "by" && z.looksAhead() {
		return future, verbGroup{lo - 1, lo, future} // a deadline
	}
	return governing(z.k, z.groups, e.lo, e.hi)
}

// presents reports whether a sentence of prose has no past verb at all: its
// weekdays are then those of a plan (“Leaders speak on Monday”), or of a fragment
// in a text whose dates lie ahead (“Comments by Monday”).
func (z *resolver) presents() bool {
	if z.looksAhead() {
		return true
	}
	if z.heading || len(z.k) < 6 || z.narrative() {
		return false
	}
	for _, g := range z.groups {
		if g.tense == past {
			return false
		}
	}
	return true
}

// looksAhead reports whether the dates of the text lie ahead of its anchor: an
// agenda, a week ahead, a list of deadlines.
func (z *resolver) looksAhead() bool {
	return z.kind == Agenda || z.c.ahead >= 3 && z.c.ahead > z.c.behind
}

// words gives the words of a verb group for the reader.
func (z *resolver) words(g verbGroup) string {
	if g.hi <= g.lo {
		return ""
	}
	a, b := z.k[g.lo], z.k[g.hi-1]
	return z.t.units[a.unit].S[a.start:b.end]
}

func (z *resolver) resolve(e *expr) answer {
	a := z.place(e)
	if e.form == fClock && e.lo > 0 && z.k[e.lo-1].low == "(" && len(z.out) > z.first && z.out[len(z.out)-1].Type == TIME {
		a.noEvent = true // “5 p.m. local time (2100 UTC)”: one time, said twice
	}
	if a.ok && a.lit == "" {
		switch {
		case a.g >= gPart && a.typ == DATE:
			a.typ = TIME
		}
	}
	return a
}

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
		return answer{stamp: withClock(dayStamp(z.anchor.Add(e.rel)), e), basis: Computed, ok: true}
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
				if b := z.place(z.ahead); b.ok {
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
		if day.g == gNone {
			a.noEvent = true // nothing says on which day
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
		return z.holiday(e)
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

// because tells the reader which verb decided.
func (z *resolver) because(dir tense, g verbGroup) string {
	if g.hi == g.lo || dir == timeless {
		return ""
	}
	return z.words(g)
}

// inStory reports whether the sentence has just named a year other than the
// anchor's, which a date without one then belongs to: “was arrested in May 2003
// and convicted in October”.
func (z *resolver) inStory(s stamp, dir tense) bool {
	if len(z.out) == z.first || dir == future {
		return false
	}
	last := &z.out[len(z.out)-1]
	opens := len(z.out) == z.first+1 && (last.Lead == "in" && int(z.k[0].end) >= last.Start-3 || last.Start == int(z.k[0].start))
	return last.Basis == Written && !last.From.IsZero() && last.From.Year < z.anchor.Year && (z.c.last.g >= gMonth || opens && z.c.last.g == gYear)
}

// goesOn reports whether a day follows within sixty days on one of an earlier year
// that the paragraph has just given: “the army moved on November 15, 2017. … his
// resignation on November 21”.
func (z *resolver) goesOn(s stamp, dir tense) bool {
	w := z.written
	if dir == future || w.g < gDay || w.bc || w.y >= z.anchor.Year || s.g < gDay || z.inUnit != z.writtenIn {
		return false
	}
	s.y = w.y
	if s.d > daysIn(s.y, s.n) {
		return false
	}
	n := s.date().Days() - w.date().Days()
	return n >= -10 && n <= 60
}

// narrativeYear is the year of the story: the one that brings the date nearest to
// the last one spoken of, and rather on from it than back.
func (z *resolver) narrativeYear(s, ref stamp) int {
	y := z.c.year
	if ref.g < gMonth || ref.bc || ref.y != y || ref.g == gWeek || ref.g == gWeekend || s.g < gMonth && s.g != gSeason && s.g != gQuarter {
		return y
	}
	at := ref.date().Days()
	best, least := y, 1<<30
	for _, n := range [...]int{y, y + 1, y - 1} {
		s.y = n
		if s.g >= gDay && s.d > daysIn(n, s.n) {
			continue
		}
		d := s.date().Days() - at
		if d < 0 {
			d = -2 * d
		}
		if d < least {
			best, least = n, d
		}
	}
	return best
}

// nearYear is the year that brings a month, day, quarter or season to the side of
// the anchor that the verb points to; where no verb does, to the next one if that
// is near (a day within 120 days, a month within 4 months), else to the last one.
func (z *resolver) nearYear(s stamp, dir tense, wd int) int {
	y := z.anchor.Year
	a := z.anchor.Days()
	at := func(y int) (int, int) {
		s.y = y
		if s.g >= gDay && s.d > daysIn(y, s.n) {
			return 1 << 40, 1 << 40
		}
		from, to := s.bounds()
		return from.Days(), to.Days()
	}
	if wd > 0 { // a weekday settles the year, if the date is not far off; else it does not fit
		for _, n := range [...]int{0, -1, 1} {
			if d := (Date{y + n, s.n, s.d}); d.Valid() && d.Weekday()+1 == wd && max(d.Days()-a, a-d.Days()) <= 200 {
				return y + n
			}
		}
	}
	near := 120
	if s.g == gMonth {
		near = 123
	}
	if s.g == gQuarter {
		near = 60
	}
	from, to := at(y)
	if s.g >= gDay && dir != timeless { // a day that is three weeks off on one side is not meant a year off on the other
		if n := from - a; n < 0 && n >= -21 || n > 0 && n <= 14 {
			return y
		}
	}
	switch dir {
	case future:
		if to < a {
			return y + 1
		}
		if from-a > 330 {
			if f, t := at(y - 1); t >= a && f <= a {
				return y - 1
			}
		}
		return y
	case past:
		if from > a {
			return y - 1
		}
		return y
	}
	if from > a {
		if from-a <= near {
			return y
		}
		return y - 1
	}
	if next, _ := at(y + 1); next-a <= near && to < a {
		return y + 1
	}
	return y
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
	if z.narrative() && z.c.day.g >= gDay && !z.c.day.bc {
		base = z.c.day.date()
	}
	if base.IsZero() {
		return answer{lit: partial(e)}
	}
	dir, verb := z.direction(e)
	if dir == timeless && z.presents() {
		dir = future
	}
	n := (e.wd - 1 - base.Weekday() + 7) % 7
	if n > 0 && (dir == past || dir == timeless && n != 1) {
		n -= 7
	}
	a := answer{stamp: withClock(dayStamp(base.Add(n)), e), basis: Chosen, ok: true, fwd: dir == future}
	a.verb = z.because(dir, verb)
	return a
}

func (z *resolver) base(e *expr, g grain) (stamp, bool) {
	if e.spoken && z.narrative() {
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
	case e.rel == 0 && s.g == gSeason && s.n == 4 && cur.n < 4 && base.Month > 6:
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
	s, ok := base.at(g)
	if !ok {
		return answer{lit: "XXXX-XX-XX"}
	}
	if s.g > gDay {
		s.g = gDay
	}
	a.stamp = withClock(s.shift(int(n)*e.rel), e)
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
			a.stamp = weekStamp(from)
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
		if dir, verb := z.direction(e); dir == future {
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
func (z *resolver) anchorShift(g grain, n int) Date {
	d := z.anchor
	switch g {
	case gDay:
		return d.Add(n)
	case gWeek:
		return d.Add(7 * n)
	case gMonth:
	case gQuarter:
		n *= 3
	case gYear:
		n *= 12
	case gDecade:
		n *= 120
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
	d := holidayIn(e.ord, y)
	dir, verb := z.direction(e)
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

// modifies reports whether a day stands before a noun and says which one is meant
// (“the November 27 deal”): the text does not move there.
func (z *resolver) modifies(e *expr) bool {
	if e.form != fDate || e.date.g != gDay || e.lo == 0 || e.hi >= len(z.k) || z.k[e.lo].class == cThe {
		return false
	}
	p, n := z.k[e.lo-1], z.k[e.hi]
	return (p.class == cThe || p.class == cArticle || p.low == "'s" || p.low == "their" || p.low == "its" || p.low == "his" || p.low == "her") &&
		n.kind == word && n.class == plain && !n.cap && !preposition(n.low) && n.low != "'s"
}

// remember keeps the date spoken of.
func (z *resolver) remember(e *expr, a answer) {
	if !a.ok || a.noEvent || z.modifies(e) {
		return
	}
	s := a.stamp
	z.c.last = s
	z.written, z.writtenIn = stamp{}, z.inUnit
	if a.basis == Written {
		z.written = s
	}
	if s.g >= gDay {
		z.c.day = s
		z.dayFirst = z.first
		if e.lo <= 1 {
			z.chain, _ = s.at(gDay)
		}
		if z.heading && 2*(e.hi-e.lo) >= len(z.k) {
			z.c.head = s
		}
	}
	if s.g >= gMonth {
		if m, ok := s.at(gMonth); ok {
			z.c.month = m
		}
	}
	if s.g == gQuarter {
		z.c.quarter, z.c.sinceQuarter = s, 0
	}
	if y, ok := s.at(gYear); ok {
		z.c.year = y.y
	}
}

// time makes the Time of an expression and its answer.
func (z *resolver) time(e *expr, a answer) Time {
	x, y := z.k[e.lo], z.k[e.hi-1]
	t := Time{Span: Span{int(x.unit), int(x.start), int(y.end)}, Type: a.typ, Basis: a.basis, Why: z.reason(e, &a), Forward: a.fwd, Event: a.event, NoEvent: a.noEvent || partOfName(z.k, e.lo, e.hi)}
	if e.form == fDate && e.wd > 0 && !e.noMonth {
		t.Weekday = e.wd
	}
	mod := e.mod
	if a.ok {
		t.Value = a.value()
		t.Calendar = a.calendar()
		t.From, t.To = a.third(mod)
		switch {
		case a.g == gWeekend:
			t.Until = t.To.String()
		case e.set == "split": // whose fiscal year it is, and when it ends, is not said
			t.Calendar, t.Until = string(digits(nil, a.y-1, 4)), string(digits(nil, a.y, 4))
			t.From, t.To = Date{a.y - 1, 1, 1}, Date{a.y, 12, 31}
		case e.set == "range":
			t.Until = string(digits(nil, a.y+1, 4))
			t.To = Date{a.y + 1, 12, 31}
		}
	} else {
		t.Value, t.From, t.To = a.lit, a.from, a.to
		if a.ends.g != gNone {
			t.Calendar = a.ends.calendar()
			t.From, t.To = a.ends.bounds()
			t.Why = "counted forward from the anchor" + because(&a)
		} else if e.form == fDuration && !a.from.IsZero() { // the last two months of 2025
			t.Calendar, t.Until = t.From.String()[:7], t.To.String()[:7]
		}
	}
	t.Mod = modCode[mod]
	// what stands before
	i := e.lo - 1
	if i >= 0 && z.k[i].class == cThe {
		i--
	}
	if i >= 0 && z.k[i].kind == word {
		switch w := z.k[i].low; {
		case z.k[i].class == cApprox && t.Mod == "" && w != "over" && w != "under":
			t.Mod = "APPROX"
			i--
		}
		if i >= 0 {
			switch w := z.k[i].low; w {
			case "by", "since", "until", "till", "before", "after", "from", "between", "through", "on", "in", "during", "for", "to":
				t.Lead = w
			}
		}
	}
	return t
}

// ranges joins “from May 5 to May 9”, “May 5 – May 9, 2022”, “1861–1863”.
func (z *resolver) ranges(list []expr) {
	for n := 0; n+1 < len(list); n++ {
		a, b := &z.out[z.first+n], &z.out[z.first+n+1]
		if a.Calendar == "" || b.Calendar == "" || list[n+1].lo-list[n].hi > 2 || list[n+1].lo <= list[n].hi || a.Until != "" {
			continue
		}
		i := list[n].hi
		between := a.Lead == "between" && z.k[i].low == "and"
		if !z.rangeMark(i) && !between {
			continue
		}
		if w := z.k[i].low; (w == "to" || w == "until" || w == "till") && a.Lead != "from" && a.Lead != "between" && list[n].date.g != list[n+1].date.g {
			continue
		}
		if list[n+1].lo-i == 2 && z.k[i+1].class != cThe && z.k[i+1].low != "on" {
			continue
		}
		if b.To.Days() < a.From.Days() {
			continue
		}
		a.Until, a.To, b.Ends = b.Calendar, b.To, true
	}
}
