package lang

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
	plan      bool  // its section looks ahead
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
	spelt    bool // the day is that of a heading which spells it
	adrift   bool
	ends     stamp // of a duration that ends in the calendar: “in two weeks”
	from, to Date  // of a span
}

func (z *resolver) sentence(k []token, list []expr) {
	z.k = k
	z.haveVG = false
	z.kind, z.plan = z.t.units[z.k[0].unit].Kind, z.t.units[z.k[0].unit].Ahead
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
	if a.ok && z.modifies(e) {
		z.c.aside, z.c.sinceAside = a.stamp, 0
		return
	}
	if !a.ok || a.noEvent {
		return
	}
	s := a.stamp
	z.c.last, z.c.sinceLast = s, 0
	z.written, z.writtenIn = stamp{}, z.inUnit
	if a.basis == Written {
		z.written = s
	}
	if s.g >= gDay {
		z.c.day, z.c.aside = s, stamp{}
		if !z.anchor.IsZero() && !s.bc && !z.anchor.Before(s.date()) {
			z.c.pastDay, z.c.sinceDay = s, 0
		}
		z.dayFirst = z.first
		if e.lo <= 1 {
			z.chain, _ = s.at(gDay)
		}
		if z.heading && 2*(e.hi-e.lo) >= len(z.k) {
			z.c.head = s
			z.c.headSpelt = e.form == fDate && !e.noMonth && e.date.d > 0
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

// known reports whether an expression points at one stretch that speaker and hearer
// know: what is “about tomorrow” or “about last year” is so of a matter, not nearly then.
func (e *expr) known() bool {
	switch e.form {
	case fDay, fUnit, fNamed, fSame, fRef, fPeriod, fThence, fHoliday:
		return e.date.g <= gPart
	case fDate:
		return e.noYear && e.noMonth && e.wd > 0 && e.date.g <= gPart
	}
	return false
}

// time makes the Time of an expression and its answer.
func (z *resolver) time(e *expr, a answer) Time {
	x, y := z.k[e.lo], z.k[e.hi-1]
	t := Time{Span: Span{int(x.unit), int(x.start), int(y.end)}, Type: a.typ, Basis: a.basis, Why: z.reason(e, &a), Forward: a.fwd, Event: a.event, NoEvent: a.noEvent || partOfName(z.k, e.lo, e.hi) || z.compared(e, &a) || z.kept(e) || z.labels(e)}
	t.Spelt = e.form == fDate && !e.noMonth && e.date.d > 0 || a.spelt
	t.Adrift = a.adrift
	t.Attr = z.attributive(e)
	if e.form == fDay && a.ok && t.Basis == Computed && z.quoted(e.lo) {
		t.Basis, t.Why = Chosen, "in quoted words, which may be of another day than the briefing"
	}
	if e.form == fDate && e.wd > 0 && !e.noMonth {
		t.Weekday = e.wd
	}
	if a.ok && !t.Forward && (a.g < gDay || z.anchor.IsZero()) { // is “this year” over, now, or ahead?
		dir, _ := z.direction(e)
		t.Forward = dir == future || e.form == fEdge && e.mod == modLater
		t.Backward = !t.Forward && (dir == past || e.form == fEdge && e.mod == modEarlier)
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
			last := int(e.count)
			t.Until = string(digits(nil, last, 4))
			t.To = Date{last, 12, 31}
		}
	} else {
		t.Value, t.From, t.To = a.lit, a.from, a.to
		if a.ends.g != gNone {
			t.Calendar = a.ends.calendar()
			t.From, t.To = a.ends.bounds()
			t.Why = "counted forward from the anchor" + because(&a)
		} else if e.form == fDuration && !a.from.IsZero() { // the last two months of 2025
			t.Calendar, t.Until = t.From.String()[:7], t.To.String()[:7]
			dir, _ := z.direction(e)
			t.Forward, t.Backward = dir == future, dir == past
		} else if e.form == fSpan && !a.from.IsZero() && !e.spoken {
			n := 10
			switch e.unit {
			case gYear, gDecade:
				n = 4
			case gMonth, gQuarter:
				n = 7
			}
			t.Calendar, t.Until = t.From.String()[:n], t.To.String()[:n]
			t.Forward, t.Backward = e.rel > 0, e.rel < 0
			t.Why = "counted back from the anchor"
			if e.rel > 0 {
				t.Why = "counted forward from the anchor"
			}
		}
	}
	if t.Misfits() {
		t.Basis, t.Why = Chosen, "the text says "+weekdayNames[t.Weekday]+", but that day is a "+weekdayNames[t.From.Weekday()+1]+": taken by its date, not by its weekday"
	}
	t.Idle = a.ok && z.idle(e)
	t.Mod = modCode[mod]
	// what stands before
	i := e.lo - 1
	if i >= 0 && z.k[i].class == cThe {
		i--
	}
	if i >= 0 && z.k[i].kind == word {
		switch w := z.k[i].low; {
		case z.k[i].class == cApprox && t.Mod == "" && w != "over" && w != "under" && !(w == "about" && e.known()):
			t.Mod = "APPROX"
			i--
		}
		if i >= 0 && (e.hi >= len(z.k) || z.k[e.hi].low != "'s") { // not “by today’s judgment”
			switch w := z.k[i].low; w {
			case "by", "since", "until", "till", "before", "after", "from", "between", "through", "on", "in", "during", "for", "to":
				t.Lead = w
			}
			switch {
			case t.Lead == "until" || t.Lead == "till":
				if !z.haveVG {
					z.direction(e)
				}
				if _, ok := z.notUntil(i); ok {
					t.Lead = ""
				}
			case t.Lead == "through" && a.ok && a.g <= gYear && !t.Forward: // “fell through the nineties”: in their course
				t.Lead = ""
			case (t.Lead == "after" || t.Lead == "before") && i > 0 && z.k[i-1].class == cUnit: // “six months after the 3 June transfer”
				t.Lead = ""
			}
		}
	}
	if t.Adrift && (t.Lead == "until" || t.Lead == "till" || t.Lead == "by") {
		t.Forward = z.pending(e)
	}
	return t
}
