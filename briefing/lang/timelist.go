package lang

// A list is what a text goes through day by day: “On Monday, the President will travel
// … On Thursday, he will … On Friday, …”. Its bare weekdays lie one behind the other,
// and where the text says that it looks at the week ahead they are those of that week.
type list struct {
	week  Date // the Monday of the week ahead; zero where the text speaks of none
	last  Date // the last day given
	steps int  // how many days in a row were later than the one before
	since int  // sentences since then
}

// lasting is over how many sentences a list goes on without a day.
const lasting = 6

// next is the day of a weekday with a verb that looks ahead, found is the one that it
// would be by itself; not ok where that one stands.
func (z *resolver) next(e *expr, anchor, found Date, dir tense) (Date, string, bool) {
	l := &z.c.list
	if dir != future || l.since > lasting || e.date.d > 0 {
		return Date{}, "", false
	}
	if !l.week.IsZero() {
		d := l.week.Add(e.wd - 1)
		return d, "that of the week ahead, which the text goes through", d != found && !d.Before(anchor)
	}
	if l.last.IsZero() || l.steps < 1 && found != anchor || !z.listed(e) || l.last.Before(found) || l.last.Days()-found.Days() >= 7 || l.last == found {
		return Date{}, "", false
	}
	return found.Add(7), "the first " + weekdayNames[e.wd] + " after the day before it in the list", true
}

// listed reports whether a day opens its sentence (“On Monday, …”) or is joined to the
// one that does (“On Saturday and Sunday, …”).
func (z *resolver) listed(e *expr) bool {
	if e.lo <= 1 {
		return true
	}
	w := z.k[e.lo-1].low
	return z.c.list.since == 0 && e.lo <= 4 && (joins(w) || w == ",")
}

// take keeps a day of the list.
func (z *resolver) take(d Date, e *expr) {
	l := &z.c.list
	if l.week.IsZero() && !z.listed(e) {
		return
	}
	switch {
	case l.since > lasting || l.last.IsZero():
		l.steps = 0
	case l.last.Before(d):
		l.steps++
	case d.Before(l.last):
		l.steps = 0
	}
	if l.since > lasting {
		l.week = Date{}
	}
	l.last, l.since = d, 0
}

// weekAhead resolves “the week ahead” and “the week” of a text that goes through it. Up
// to Wednesday it is the week of the anchor, then the next one.
func (z *resolver) weekAhead(e *expr, s stamp) (answer, bool) {
	l := &z.c.list
	last := z.k[e.hi-1].low
	switch {
	case z.anchor.IsZero():
		return answer{}, false
	case last == "ahead" || last == "come" || e.hi < len(z.k) && e.spoken && z.k[e.hi].low == "ahead":
		monday := z.anchor.Add(-z.anchor.Weekday())
		if z.anchor.Weekday() >= 3 {
			monday = monday.Add(7)
		}
		*l = list{week: monday}
	case !e.spoken:
		return answer{}, false
	}
	if l.week.IsZero() || l.since > lasting {
		return answer{}, false
	}
	l.since = 0
	w := weekStamp(l.week)
	return answer{stamp: w, basis: Chosen, ok: true, fwd: true, why: "the week ahead, seen from the anchor"}, true
}
