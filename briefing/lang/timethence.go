package lang

import (
	"cmp"
	"slices"
)

// thence takes in the count of units behind a weekday, a month, a day of it or a feast
// that says which one is meant: “Monday two weeks from now”, “Easter in two years”,
// “Sunday three weeks after 15 January”.
//
// A count that goes on (“on Friday in two weeks of talks”) says how long, and a date
// with its year needs nobody to say which.
func (r *reader) thence(e expr) expr {
	if e.form != fDate && e.form != fHoliday || !e.noYear || e.in != nil || e.date.g > gDay || e.form == fDate && e.date.g < gMonth {
		return e
	}
	j := r.comma(e.hi)
	in := r.word(j, "in")
	if in {
		j++
	}
	if j >= len(r.k) {
		return e
	}
	s, ok := r.measured(j)
	if !ok || s.vague || s.unit >= gHour || s.unit == gWeekend {
		return e
	}
	switch {
	case in && s.form == fDuration && s.mod == modNone && (r.at(s.hi).kind == mark && r.at(s.hi).low != "-" || r.word(s.hi, "'s") && r.word(s.hi+1, "time")):
		if r.word(s.hi, "'s") {
			s.hi += 2
		}
		s.form, s.rel = fShift, 1
	case !in && s.form == fShift && !s.spoken && s.rel > 0:
	default:
		return e
	}
	s.lo = j
	first := e
	return expr{form: fThence, lo: e.lo, hi: s.hi, in: &s, first: &first, date: e.date}
}

// closest reads “the Sunday closest to 11 November”, “the second closest Monday to 5
// October”, “the Monday nearest 1 May” from the word behind “the”.
func (r *reader) closest(j int) (expr, bool) {
	ord := 1
	if k := r.at(j); k.class == cOrdinal && k.v > 0 && k.v < 5 && nearest(r.at(j+1).low) {
		ord, j = int(k.v), j+1
	} else if k.kind == number && k.n > 0 && k.n < 5 && ordinalEnding(r.at(j+1).low) && nearest(r.at(j+2).low) {
		ord, j = int(k.n), j+2
	}
	behind := nearest(r.at(j).low)
	if behind {
		j++
	} else if !nearest(r.at(j + 1).low) {
		return expr{}, false
	}
	what, ok := expr{}, false
	switch {
	case r.is(j, cWeekday) && r.at(j).v < plural:
		what, ok = expr{form: fDate, wd: int(r.at(j).v), noYear: true, noMonth: true, hi: j + 1, date: stamp{g: gDay, sec: -1}}, true
	case r.is(j, cHoliday):
		what, ok = r.holiday(j)
	}
	j = what.hi
	if !behind {
		j++
	}
	if r.word(j, "to") {
		j++
	} else if behind {
		return what, false
	}
	if !ok || !what.noYear {
		return what, false
	}
	to, ok := r.point(j)
	if !ok || !to.day() {
		return what, false
	}
	return expr{form: fThence, ord: ord, in: &to, first: &what, hi: to.hi, date: what.date}, true
}

func nearest(w string) bool { return w == "closest" || w == "nearest" }

func (z *resolver) thence(e *expr) answer {
	b := z.place(e.in)
	if !b.ok || b.bc {
		return answer{lit: partial(e.first)}
	}
	a := answer{ok: true, basis: Computed, why: "counted as the words say, to the one nearest"}
	from, to := b.bounds()
	mid := from.Add((to.Days() - from.Days()) / 2)
	var all []stamp
	if w := e.first.wd; w > 0 && e.first.noMonth {
		d := mid.Add((w-1-mid.Weekday()+10)%7 - 3)
		for n := -21; n <= 21; n += 7 {
			all = append(all, withClock(dayStamp(d.Add(n)), e.first))
		}
	} else {
		for y := mid.Year - 3; y <= mid.Year+3; y++ {
			s := e.first.date
			s.y = y
			if e.first.form == fHoliday {
				s = withClock(dayStamp(holidayIn(e.first.ord, y)), e.first)
			} else if e.first.noMonth || s.g >= gDay && s.d > daysIn(y, s.n) {
				continue
			}
			all = append(all, s)
		}
	}
	far := func(s stamp) int {
		lo, hi := s.bounds()
		n := max(lo.Days()-mid.Days(), mid.Days()-hi.Days(), 0)
		if b.g == gYear && s.y != b.y {
			n += 400
		}
		return n
	}
	slices.SortStableFunc(all, func(a, b stamp) int { return cmp.Compare(far(a), far(b)) })
	if n := max(e.ord, 1); n <= len(all) {
		a.stamp = all[n-1]
		return a
	}
	return answer{lit: partial(e.first)}
}
