package briefing

import (
	"strings"

	"readout/briefing/lang"
)

// row makes an event of a date in a table. A row is one event: where a cell holds
// nothing but its date, the row happens then, at the clock time of another such
// cell if there is one, and the dates that its other cells speak of are no events
// of their own. Where no cell does, a cell is read as prose is; a year in it is
// then part of what it says.
func (r *reading) row(e Event, i int) (Event, bool) {
	t := &r.Times[i]
	at := r.leaves[t.Unit]
	if at.row == 0 || r.isCount(t.Unit) {
		return e, false
	}
	day, clock := r.rowDate(i)
	switch {
	case day == nil:
		if e.Precision == "year" || e.Precision == "decade" || e.Precision == "century" || beside(r.units[t.Unit].S, r.of(t.Span)) == 0 {
			return e, false
		}
		s := r.SentenceOf(t.Span)
		g := r.gist(s, t.Span, false)
		e.Text, e.Gist, e.GistAt = r.of(s), r.of(g), r.at(g)
		return e, true
	case day != t:
		return e, false
	}
	if clock != nil && e.Precision == "day" && e.Until == "" {
		if _, c, ok := strings.Cut(clock.Calendar, "T"); ok {
			e.Date, e.Precision = e.Date+"T"+c, "minute"
			if _, c, ok := strings.Cut(clock.Until, "T"); ok {
				e.Until = e.Date[:len("2006-01-02")] + "T" + c
			}
		}
	}
	what := r.rowEvent(t.Unit, day, clock)
	if what < 0 {
		return e, false
	}
	s := lang.Span{Unit: what, End: len(r.units[what].S)}
	e.Text, e.Gist, e.GistAt = r.of(s), r.of(s), r.at(s)
	e.Evidence = []Evidence{r.evidence(s), r.evidence(t.Span)} // what happens, then the cell that says when
	e.Evidence[0].Sentence = r.at(s)                           // a cell of two sentences is one event
	if dayGiven(t) {
		e.Basis = StatedAs
	}
	return e, true
}

// ahead reports whether a section, or one that it stands in, speaks of what is to come.
func (r *reading) ahead(section int) bool {
	return r.within(section, func(role Role) bool {
		switch role {
		case Purpose, Objectives, Recommendation, Sequence, TalkingPoints, NextSteps:
			return true
		}
		return false
	})
}

// sequence reports whether a section, or one that it stands in, is a sequence of
// events.
func (r *reading) sequence(section int) bool {
	return r.within(section, func(role Role) bool { return role == Sequence })
}

// within reports whether a section or one that it stands in has a role.
func (r *reading) within(section int, is func(Role) bool) bool {
	for ; section >= 0; section = int(r.over[section]) {
		if is(r.sections[section].Role) {
			return true
		}
	}
	return false
}

// cells gives the units of the row that a unit stands in, from first up to but not
// with last.
func (r *reading) cells(unit int) (first, last int) {
	at := r.leaves[unit]
	same := func(u int) bool {
		return u >= 0 && u < len(r.leaves) && r.leaves[u].table == at.table && r.leaves[u].row == at.row
	}
	const most = 32 // a wider row is no schedule
	for first = unit; unit-first < most && same(first-1); first-- {
	}
	for last = unit + 1; last-unit < most && same(last); last++ {
	}
	return first, last
}

// rowDate finds the cell of the row of time i that holds nothing but a date, and
// the one that holds nothing but a clock time.
func (r *reading) rowDate(i int) (day, clock *lang.Time) {
	first, last := r.cells(r.Times[i].Unit)
	n := i
	for n > 0 && r.Times[n-1].Unit >= first {
		n--
	}
	for ; n < len(r.Times) && r.Times[n].Unit < last; n++ {
		t := &r.Times[n]
		span := t.Span
		if n+1 < len(r.Times) && r.Times[n+1].Ends && r.Times[n+1].Unit == t.Unit {
			span.End = r.Times[n+1].End // 15:00–16:30
		}
		if t.Calendar == "" || t.Ends || r.isCount(t.Unit) || beside(r.units[t.Unit].S, r.of(span)) > 0 {
			continue
		}
		timed := strings.Contains(t.Calendar, "T") && onlyClock(r.of(t.Span))
		switch {
		case timed && clock == nil:
			clock = t
		case !timed && day == nil:
			day = t
		}
	}
	if day == nil && clock != nil && (!clock.NoEvent || clock.Adrift && r.sequence(r.leaves[clock.Unit].section)) {
		day, clock = clock, nil // hours under a heading that gives the day
	}
	return day, clock
}

// onlyClock reports whether an expression gives a time of day and no day: its words
// are those of clock times and zones.
func onlyClock(s string) bool {
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(c rune) bool { return c < 'a' || c > 'z' }) {
		switch w {
		case "a", "m", "p", "am", "pm", "h", "hr", "hrs", "hours", "noon", "midday", "midnight", "o", "clock", "local", "time", "z", "zulu", "utc", "gmt", "bst", "cet", "cest", "et", "est", "edt", "eastern", "pt", "pst", "pdt", "ct", "mt", "about", "around":
		default:
			return false
		}
	}
	return true
}

// rowEvent is the cell of a row that says what happens: the one under a head that
// says so, else the first behind the date that has words, else the first.
func (r *reading) rowEvent(unit int, day, clock *lang.Time) int {
	first, last := r.cells(unit)
	at := r.leaves[unit]
	after, any := -1, -1
	other := -1 // where, who, why
	for u := first; u < last; u++ {
		if u == day.Unit || clock != nil && u == clock.Unit || wordsIn(r.units[u].S) < 1 {
			continue
		}
		if at.table != nil {
			switch head := r.leaves[u].over(); {
			case saysWhat(head):
				return u
			case saysElse(head):
				if other < 0 {
					other = u
				}
				continue
			}
		}
		if any < 0 {
			any = u
		}
		if after < 0 && u > day.Unit {
			after = u
		}
	}
	switch {
	case after >= 0:
		return after
	case any >= 0:
		return any
	}
	return other
}

// saysElse reports whether a column's head announces where, who or why, or what is
// said of the event besides.
func saysElse(head string) bool {
	head = strings.ToLower(strings.Trim(head, " :*"))
	switch head {
	case "place", "where", "location", "venue", "city", "country", "room", "site", "who", "lead", "led by", "participants", "attendees", "responsible", "owner", "host", "speaker", "chair",
		"note", "notes", "remarks", "comment", "comments", "status", "source", "time", "when", "day", "no.", "no", "#", "hour", "duration", "press", "dress", "contact":
		return true
	}
	return strings.HasPrefix(head, "why ")
}

// saysWhat reports whether a column's head announces what happens.
func saysWhat(head string) bool {
	switch strings.ToLower(strings.Trim(head, " :*")) {
	case "event", "events", "what", "item", "activity", "activities", "engagement", "meeting", "action", "milestone", "description", "subject", "programme", "program", "development", "step", "stop":
		return true
	}
	return false
}

func wordsIn(s string) int {
	n := 0
	for w := range strings.FieldsSeq(s) {
		if strings.IndexFunc(w, func(c rune) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c > 127 }) >= 0 {
			n++
		}
	}
	return n
}

// fromT is the length of “T+15”, “T–2h”, a time counted from an event, with which a row
// begins; 0 without one.
func fromT(s string) int {
	if len(s) < 4 || s[0] != 'T' {
		return 0
	}
	i := 1
	switch {
	case s[1] == '+' || s[1] == '-':
		i = 2
	case strings.HasPrefix(s[1:], "–"), strings.HasPrefix(s[1:], "−"):
		i = 4
	default:
		return 0
	}
	n := i
	for n < len(s) && (s[n] >= '0' && s[n] <= '9' || s[n] == ':') {
		n++
	}
	if n == i {
		return 0
	}
	for n < len(s) && n < i+7 && s[n] >= 'a' && s[n] <= 'z' { // T+2h, T+15min
		n++
	}
	if n < len(s) && s[n] != ' ' && s[n] != ':' {
		return 0
	}
	return n
}

// inherited makes events of rows that have no date of their own under a heading
// that gives them one, in a section that is a sequence of events.
func (r *reading) inherited() []Event {
	var out []Event
	dated := map[int]bool{}
	var day *lang.Time
	next := 0
	for u := range r.units {
		for ; next < len(r.Times) && r.Times[next].Unit <= u; next++ {
			t := &r.Times[next]
			dated[u] = dated[u] || t.Calendar != ""
			if r.leaves[u].kind == Heading {
				day = nil
				if t.Calendar != "" && precision(t.Calendar) == "day" {
					day = t
				}
			}
		}
		if r.leaves[u].kind == Heading && !dated[u] {
			day = nil
		}
		if n := fromT(r.units[u].S); n > 0 && !dated[u] && r.sequence(r.leaves[u].section) && wordsIn(r.units[u].S[n:]) > 0 {
			s := r.SentenceOf(lang.Span{Unit: u, End: n})
			t := lang.Span{Unit: u, End: n}
			g := s
			g.Start += n + len(r.of(s)[n:]) - len(strings.TrimLeft(r.of(s)[n:], " :–—-"))
			e := Event{Text: r.of(s), Gist: r.of(g), GistAt: r.at(g), Expression: r.of(t), Basis: Written,
				Why: "counted from T, whose time the text does not give", Evidence: []Evidence{r.evidence(t)}}
			if day != nil {
				e.Date, e.From, e.To, e.Precision, e.Basis, e.Why = day.Calendar, day.From, day.To, "day", max(day.Basis, Computed), "the day of the heading above"
			}
			out = append(out, e)
			continue
		}
		if day == nil || dated[u] || !r.leaves[u].item || !r.sequence(r.leaves[u].section) || wordsIn(r.units[u].S) < 2 {
			continue
		}
		s := r.SentenceOf(lang.Span{Unit: u, End: 1})
		e := Event{
			Date: day.Calendar, From: day.From, To: day.To, Precision: "day",
			Text: r.of(s), Gist: r.of(s), GistAt: r.at(s), Expression: r.of(day.Span),
			Basis: max(day.Basis, Computed), Why: "the day of the heading above",
		}
		e.Evidence = []Evidence{r.evidence(s), r.evidence(day.Span)}
		out = append(out, e)
	}
	return out
}
