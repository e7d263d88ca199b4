package lang

// timeForm is what an expression says about its date before it is resolved.
type timeForm uint8

const (
	fDate     timeForm = iota // a calendar date as far as given: year, month, day, weekday, season, quarter …
	fDay                      // today, yesterday, tomorrow: rel days from the anchor
	fUnit                     // last week, this year: rel units from the anchor
	fNamed                    // last Tuesday, next March, this summer: in holds the date, rel the direction
	fSame                     // that day, the next day: rel units from the date spoken of
	fShift                    // two years ago, three days later: count units from the anchor, from the date spoken of, or from in
	fOrd                      // the first week of March: the ord-th unit in in
	fOf                       // October of next year: the date of the expression, its year from in
	fEdge                     // the end of last year, early March: in with a modifier
	fDuration                 // four days
	fSpan                     // the past four days: a duration that the anchor ends or begins
	fSet                      // daily, every Monday
	fRef                      // now, recently
	fClock                    // a clock time or a part of the day without a day
	fHoliday                  // a holiday, year given or not
	fPeriod                   // the same period last year: the stretch spoken of, in the year of in
	fThence                   // Monday two weeks from now, March in a year: the date of first that is nearest to in
)

// An expr is a temporal expression as the grammar reads it, not yet resolved.
type expr struct {
	lo, hi  int // tokens, from lo up to but not with hi
	form    timeForm
	date    stamp // what is given of a date; date.g is the finest part given
	noYear  bool  // the year is not given
	noMonth bool  // nor is the month: “the 15th”
	wd      int   // weekday, 1 to 7
	alt     Date  // the other reading of 03/04/2021
	order   byte  // d or m: which number stands first in a numeric date of one reading
	unit    grain
	count   float64
	vague   bool      // the count is not known: several years
	more    []portion // “and 20 minutes”
	rel     int
	spoken  bool // rel counts from the date spoken of, not from the anchor
	ord     int  // -1: the last
	mod     int
	set     string
	in      *expr
	first   *expr // of fThence
	bare    bool  // nothing but this number says that it is a date: a year alone
	dayOnly bool  // a day number that takes its month from its neighbour: “5” of “5 and 6 May”
}

// A portion is a further part of a duration, in a smaller unit.
type portion struct {
	n    int
	unit grain
}

// A reader reads the temporal expressions of one sentence from left to right.
//
// At each word it tries only the rules that can begin there, each rule looks
// ahead over a bounded number of words, and what is read is not read again: the
// work is linear in the length of the text. Of the rules that fit, the longest
// wins.
type reader struct {
	k     []token // the sentence
	short bool    // the sentence is hardly more than an expression: a cell, a phrase
	depth int     // how deep “the end of the first week of …” nests
	kind  Kind
}

const deepest = 3

func (r *reader) at(i int) *token {
	if uint(i) < uint(len(r.k)) {
		return &r.k[i]
	}
	return &nothing
}

// nothing stands before and behind the sentence.
var nothing = token{kind: mark, n: -1}

func (r *reader) is(i int, c wordClass) bool { return r.at(i).class == c }

// word reports whether token i is w.
func (r *reader) word(i int, w string) bool { return r.at(i).low == w }

// glued reports whether token i touches the one before it.
func (r *reader) glued(i int) bool { return i > 0 && i < len(r.k) && !r.k[i].space }

// hyphen goes over a hyphen between two words, if there is one.
func (r *reader) hyphen(i int) int {
	if l := r.at(i).low; (l == "-" || l == "‑" || l == "–") && r.glued(i) && r.glued(i+1) {
		return i + 1
	}
	return i
}

func (r *reader) comma(i int) int {
	if r.word(i, ",") {
		return i + 1
	}
	return i
}

// read finds the expressions of the sentence.
func (r *reader) read() []expr {
	var out []expr
	r.short = len(r.k) <= 4 || r.kind == Cell && len(r.k) <= 6
	for i := 0; i < len(r.k); {
		k := &r.k[i]
		if k.class == plain && k.kind != number && !(k.starts || k.kind == mark && starter(k.low)) {
			i++
			continue
		}
		e, ok := r.expr(i)
		if !ok {
			i++
			continue
		}
		out = append(out, e)
		i = e.hi
		for { // “June 9 and 10”: days that share the month before them
			d, ok := r.sharedDay(&out[len(out)-1], i)
			if !ok {
				break
			}
			out = append(out, d)
			i = d.hi
		}
	}
	return out
}

// starter reports whether a word or mark without a class can begin an expression.
func starter(w string) bool {
	switch w {
	case "'", "’", "‘", "q", "h", "fy", "once", "twice", "day", "at", "right", "more", "less", "at-least", "these", "those",
		"bom", "boy", "as", "one", "another", "single", "eod", "eom", "eoy", "year-end", "half", "in", "week", "turn", "to", "long", "up", "just", "no", "only", "z", "zulu", "t":
		return true
	}
	return false
}

// expr reads the expression that begins with token i.
func (r *reader) expr(i int) (expr, bool) {
	best, ok := r.point(i)
	if e, yes := r.measured(i); yes && (!ok || e.hi > best.hi) {
		best, ok = e, true
	}
	if e, yes := r.fixed(i); yes && (!ok || e.hi > best.hi) {
		best, ok = e, true
	}
	if !ok {
		return best, false
	}
	best.lo = i
	return r.thence(best), true
}

// point reads an expression that names a place in time, with what may follow it:
// a part of the day, a clock time, “of” and a larger unit.
func (r *reader) point(i int) (expr, bool) {
	if r.depth > deepest {
		return expr{}, false
	}
	r.depth++
	defer func() { r.depth-- }()

	var best expr
	ok := false
	try := func(e expr, yes bool) {
		if yes && (!ok || e.hi > best.hi) {
			e.lo = i
			best, ok = e, true
		}
	}
	k := r.at(i)
	switch {
	case k.kind == number:
		try(r.fullDate(i))
		try(r.dayMonth(i))
		try(r.clockFirst(i))
		try(r.decade(i))
		try(r.quarter(i))
		try(r.numericDate(i))
		try(r.ordinal(i))
		if !ok {
			try(r.year(i))
		}
	case k.class == cMonth:
		try(r.fullDate(i))
		try(r.monthDate(i))
		try(r.holiday(i))
	case k.class == cWeekday:
		try(r.weekday(i))
	case k.class == cDay || k.class == cTonight:
		try(r.dayName(i))
	case k.class == cSeason:
		try(r.season(i))
		try(r.holiday(i))
	case k.class == cHoliday, k.class == plain && k.kind == word:
		try(r.holiday(i))
		try(r.quarter(i))
		try(r.acronym(i))
	case k.class == cThe:
		try(r.definite(i))
	case k.class == cLast || k.class == cNext || k.class == cThis || k.class == cThat:
		try(r.relative(i))
	case k.class == cEarly:
		try(r.holiday(i))
		try(r.early(i))
	case k.class == cEdge:
		try(r.edge(i))
	case k.class == cOrdinal:
		try(r.ordinal(i))
	case k.class == cCardinal:
		try(r.ordinal(i))
		try(r.clockFirst(i))
		try(r.decade(i))
		try(r.wordYear(i))
		if _, hi := r.spokenDay(i); r.is(hi, cMonth) {
			try(r.dayMonth(i))
		}
	case k.class == cMid || k.class == cPart:
		try(r.clockFirst(i))
		try(r.partOf(i))
	case k.class == cFiscal:
		try(r.fiscal(i))
	case k.class == cUnit:
		try(r.unitFirst(i))
	case k.low == "'" || k.low == "’" || k.low == "‘":
		try(r.decade(i))
		try(r.shortYear(i))
	}
	if k.class == cHalf || k.class == cArticle {
		try(r.clockFirst(i))
	}
	if k.class == cThis {
		try(r.quarter(i))
	}
	if !ok {
		return best, false
	}
	return r.tail(best), true
}

// tail takes in what follows a date and belongs to it: a part of the day, a clock
// time.
func (r *reader) tail(e expr) expr {
	if !e.day() {
		return e
	}
	i := e.hi
	// “Tuesday night”, “yesterday afternoon”, “Tuesday, 10 a.m.”
	if e.date.g < gPart {
		j := i
		early := 0
		if r.is(j, cEarly) && r.at(j).v <= modEnd {
			early = int(r.at(j).v)
			j++
		}
		if r.is(j, cPart) && r.at(j).v < plural && !r.at(j).cap {
			e.part(int8(r.at(j).v))
			if early > 0 {
				e.mod = early
			}
			e.hi = j + 1
		} else if r.word(j, "in") && r.is(j+1, cThe) && r.is(j+2, cPart) && r.at(j+2).v < plural {
			e.part(int8(r.at(j + 2).v))
			e.hi = j + 3
		} else if r.word(j, "lunch") || r.word(j, "at") && r.word(j+1, "lunch") { // tomorrow at lunch
			if r.word(j, "at") {
				j++
			}
			if r.at(j+1).kind == mark || preposition(r.at(j+1).low) {
				e.part(6)
				e.hi = j + 1
			}
		} else if r.word(j, "am") || r.word(j, "pm") {
			e.part(1)
			if r.word(j, "pm") {
				e.part(2)
			}
			e.hi = j + 1
		}
	}
	// “Wednesday evening next week”
	if e.form == fDate && e.wd > 0 && e.noMonth && e.date.d == 0 && e.date.g == gPart && (r.is(e.hi, cLast) || r.is(e.hi, cNext) || r.is(e.hi, cThis)) {
		if in, ok := r.point(e.hi); ok && in.form == fUnit && in.unit == gWeek {
			return expr{form: fOrd, wd: e.wd, unit: gDay, in: &in, hi: in.hi, date: e.date, mod: e.mod}
		}
	}
	if e.date.g <= gPart {
		j := r.comma(e.hi)
		at := false
		switch r.at(j).low {
		case "at", "@":
			at = true
			j++
		case "around", "about":
			at = e.date.g == gPart || r.at(j+2).kind == mark && r.at(j+2).low != "%" && (e.wd > 0 || e.form == fDay) // “on Friday around 4.”
			j++
		case "from", "t", "-", "–", "—":
			j++
		}
		if c, ok := r.clock(j, at); ok {
			e.setClock(c)
			e.hi = c.hi
		}
	}
	return e
}

// day reports whether an expression is about one day or less.
func (e *expr) day() bool {
	switch e.form {
	case fDate:
		return e.date.g == gDay || e.date.g == gPart
	case fDay:
		return true
	case fHoliday:
		return e.unit != gWeekend
	case fNamed:
		return e.in.day()
	case fSame, fUnit:
		return e.unit == gDay && e.date.g <= gPart
	case fOrd:
		return e.unit == gDay
	case fShift:
		return e.unit == gDay && !e.vague
	}
	return false
}

// part gives an expression of a day a part of it.
func (e *expr) part(p int8) {
	if e.form == fNamed {
		e.in.part(p)
		return
	}
	e.date.g, e.date.part = gPart, p
}

func (e *expr) setClock(c clock) {
	if e.form == fNamed {
		e.in.setClock(c)
		return
	}
	if e.date.g == gPart && !c.sure {
		c.afternoon(e.date.part)
	}
	e.date.g, e.date.h, e.date.mi, e.date.sec, e.date.zone = gMinute, c.h, c.m, c.s, c.zone
	if c.s >= 0 {
		e.date.g = gSecond
	}
	if e.mod == modStart || e.mod == modEnd {
		e.mod = modNone
	}
}
