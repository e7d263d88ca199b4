package lang

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
		if e.order != 0 {
			if e.order == 'd' {
				z.c.dmy++
			} else {
				z.c.mdy++
			}
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
			if g, ok := z.notUntil(lo - n); ok {
				return past, g
			}
			return future, verbGroup{lo: lo - n, hi: lo - n + 1, tense: future}
		case "starting", "beginning", "effective":
			if w := z.k[max(lo-n-1, 0)].low; lo-n > 0 && w != "was" && w != "were" {
				return future, verbGroup{lo: lo - n, hi: lo - n + 1, tense: future}
			}
		case "since":
			return past, verbGroup{lo: lo - n, hi: lo - n + 1, tense: past}
		}
		if w := z.k[lo-n].low; w != "the" && w != "late" && w != "early" && w != "on" {
			break
		}
	}
	// “rather of tomorrow than of September”: what is compared with is known
	if lo > 0 && z.k[lo-1].low == "than" || lo > 1 && z.k[lo-2].low == "than" && preposition(z.k[lo-1].low) {
		return past, verbGroup{}
	}
	// “until his next appearance on 5 April”
	for n := lo - 1; n >= 0 && n >= lo-7 && z.k[n].kind == word && !pastForm(&z.k[n]); n-- {
		if w := z.k[n].low; w == "until" || w == "next" || w == "upcoming" || w == "forthcoming" {
			return future, verbGroup{lo: n, hi: n + 1, tense: future}
		}
	}
	if e.hi < len(z.k) && z.k[e.hi].low == "deadline" || e.hi+1 < len(z.k) && z.k[e.hi].low == "'s" && z.k[e.hi+1].low == "deadline" {
		return future, verbGroup{lo: e.hi, hi: e.hi + 1, tense: future}
	}
	if lo > 0 && z.k[lo-1].low == "by" && z.looksAhead() {
		return future, verbGroup{lo: lo - 1, hi: lo, tense: future} // a deadline
	}
	return governing(z.k, z.groups, e.lo, e.hi)
}

// notUntil reports whether the until at token i says when something did happen at
// last: “was not received until 2 November”. “Had not paid by then and stays closed
// until Friday” is none: the verb of until is not the one denied.
func (z *resolver) notUntil(i int) (verbGroup, bool) {
	for n := len(z.groups) - 1; n >= 0; n-- {
		g := z.groups[n]
		if g.hi > i {
			continue
		}
		if g.tense != past || i-g.hi > 6 {
			return g, false
		}
		for j := max(0, g.lo-2); j < g.hi; j++ {
			if w := z.k[j].low; w == "not" || w == "never" || len(w) > 3 && w[len(w)-3:] == "n't" {
				return g, true
			}
		}
		return g, false
	}
	return verbGroup{}, false
}

// pending reports whether the clause of a date looks ahead to it or says how things
// stand up to it: “will be embargoed until 5 a.m.”, “is closed until noon”, but not
// “stayed until noon”.
func (z *resolver) pending(e *expr) bool {
	if !z.haveVG {
		z.groups, z.haveVG = verbs(z.k, z.heading), true
	}
	dir, g := governing(z.k, z.groups, e.lo, e.hi)
	return dir == future || dir == timeless && g.hi-g.lo > 1 && pastForm(&z.k[g.hi-1])
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
	return z.kind == Agenda || z.plan || z.c.ahead >= 3 && z.c.ahead > z.c.behind
}

// words gives the words of a verb group for the reader.
func (z *resolver) words(g verbGroup) string {
	if g.hi <= g.lo {
		return ""
	}
	a, b := z.k[g.lo], z.k[g.hi-1]
	return z.t.units[a.unit].S[a.start:b.end]
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
	if s.g == gWeek { // “week 10”: weeks are numbered by who plans, the nearest one is meant
		best, least := y, 1<<30
		for _, n := range [...]int{y, y + 1, y - 1} {
			if from, to := at(n); max(from-a, a-to) < least {
				best, least = n, max(from-a, a-to)
			}
		}
		return best
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
