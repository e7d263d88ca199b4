package lang

// A stamp is one stretch of the calendar, as fine as its grain: a century, a
// year, a week, a day, a minute.
type stamp struct {
	g      grain
	y      int // year; of a decade 199, of a century 19
	n      int // month, quarter, half, season or ISO week
	d      int
	fiscal bool
	bc     bool
	part   int8 // part of the day, indexes partCode
	h, mi  int8
	sec    int8 // -1: none
	zone   string
}

func dayStamp(d Date) stamp { return stamp{g: gDay, y: d.Year, n: d.Month, d: d.Day, sec: -1} }

func weekStamp(d Date) stamp {
	// the ISO week belongs to the year of its Thursday
	thursday := d.Add(3 - d.Weekday())
	return stamp{g: gWeek, y: thursday.Year, n: (thursday.Days()-Date{thursday.Year, 1, 1}.Days())/7 + 1, sec: -1}
}

// monday is the first day of ISO week n of year y.
func monday(y, n int) Date {
	d := Date{y, 1, 4}
	return d.Add(7*(n-1) - d.Weekday())
}

// at is the stretch of grain g that s lies in; ok is false where s is coarser.
func (s stamp) at(g grain) (stamp, bool) {
	if s.bc && g > gYear && g != s.g {
		return stamp{}, false
	}
	if s.g > gDay {
		s = stamp{g: gDay, y: s.y, n: s.n, d: s.d, bc: s.bc, sec: -1}
	}
	switch {
	case g == s.g, g >= gDay && s.g == gDay:
		return s, true
	case g == gFortnight:
		g = gWeek
	}
	r := stamp{g: g, bc: s.bc, sec: -1}
	switch g {
	case gCentury, gDecade, gYear:
		if s.g > gYear {
			r.y = s.y
			if s.g == gWeek || s.g == gWeekend {
				r.y = monday(s.y, s.n).Add(3).Year
			}
		} else {
			switch s.g {
			case gYear:
				r.y = s.y
			case gDecade:
				r.y = s.y * 10
			case gCentury:
				r.y = s.y * 100
			}
			if s.g < g {
				return r, false
			}
		}
		switch g {
		case gDecade:
			r.y /= 10
		case gCentury:
			r.y /= 100
		}
		return r, true
	}
	from, _ := s.bounds()
	if s.g < g || from.IsZero() {
		return r, false
	}
	r.y = from.Year
	switch g {
	case gMonth:
		r.n = from.Month
	case gQuarter:
		r.n = (from.Month + 2) / 3
	case gHalf:
		r.n = (from.Month + 5) / 6
	case gSeason:
		r.n = from.Month / 3
		if r.n == 0 {
			r.n, r.y = 4, r.y-1
		}
	case gWeek:
		return weekStamp(from), s.g >= gWeek
	case gWeekend:
		r = weekStamp(from)
		r.g = gWeekend
		return r, s.g >= gWeek
	default:
		return r, false
	}
	return r, true
}

// shift moves s by n of its own grain.
func (s stamp) shift(n int) stamp {
	if s.bc {
		n = -n
	}
	switch s.g {
	case gCentury, gDecade, gYear:
		s.y += n
	case gHalf:
		s.y, s.n = carry(s.y, s.n+n, 2)
	case gSeason, gQuarter:
		s.y, s.n = carry(s.y, s.n+n, 4)
	case gMonth:
		s.y, s.n = carry(s.y, s.n+n, 12)
	case gWeek, gWeekend:
		g := s.g
		s = weekStamp(monday(s.y, s.n).Add(7 * n))
		s.g = g
	default:
		d := Date{s.y, s.n, s.d}.Add(n)
		s.y, s.n, s.d = d.Year, d.Month, d.Day
	}
	return s
}

// carry brings n into 1 to size, and the rest into the year.
func carry(y, n, size int) (int, int) {
	n--
	for n < 0 {
		y, n = y-1, n+size
	}
	return y + n/size, n%size + 1
}

// date is the first day of s.
func (s stamp) date() Date { d, _ := s.bounds(); return d }

// bounds are the first and the last day of s; zero where the calendar has none.
func (s stamp) bounds() (from, to Date) {
	months := func(y, first, n int) (Date, Date) {
		y2, m2 := carry(y, first+n-1, 12)
		return Date{y, first, 1}, Date{y2, m2, daysIn(y2, m2)}
	}
	if s.bc || s.y < 0 {
		return
	}
	switch s.g {
	case gCentury:
		return Date{s.y * 100, 1, 1}, Date{s.y*100 + 99, 12, 31}
	case gDecade:
		return Date{s.y * 10, 1, 1}, Date{s.y*10 + 9, 12, 31}
	case gYear:
		if s.fiscal { // as the United States government counts
			return Date{s.y - 1, 10, 1}, Date{s.y, 9, 30}
		}
		return months(s.y, 1, 12)
	case gHalf:
		return months(s.y, 6*s.n-5, 6)
	case gSeason:
		if s.n == 4 {
			return months(s.y, 12, 3)
		}
		return months(s.y, 3*s.n, 3)
	case gQuarter:
		if s.fiscal {
			y, m := carry(s.y-1, 3*s.n+7, 12)
			return months(y, m, 3)
		}
		return months(s.y, 3*s.n-2, 3)
	case gMonth:
		return months(s.y, s.n, 1)
	case gWeek:
		d := monday(s.y, s.n)
		return d, d.Add(6)
	case gWeekend:
		d := monday(s.y, s.n)
		return d.Add(5), d.Add(6)
	case gNone:
		return
	}
	d := Date{s.y, s.n, s.d}
	return d, d
}

// third is the part of s that a modifier means: the first ten days of a month, its
// middle ones, the days from the 21st; the first three months of a year, its middle
// four, its last four; the first three days of a week, its last three.
func (s stamp) third(mod int) (from, to Date) {
	from, to = s.bounds()
	if from.IsZero() || s.g >= gWeekend {
		return from, to
	}
	early, late := (to.Days()-from.Days()+1)/3, (to.Days()-from.Days()+1)/3
	switch s.g {
	case gMonth:
		early, late = 10, to.Day-20
	case gWeek:
		early, late = 3, 3
	case gYear:
		early, late = Date{s.y, 4, 1}.Days()-from.Days(), to.Days()-Date{s.y, 9, 1}.Days()+1
		if s.fiscal {
			early, late = 91, 91
		}
	}
	switch mod {
	case modStart:
		return from, from.Add(early - 1)
	case modMid:
		return from.Add(early), to.Add(-late)
	case modEnd:
		return to.Add(1 - late), to
	}
	return from, to
}

var seasonCode = [...]string{"", "SP", "SU", "FA", "WI"}

// digits appends n with at least w digits.
func digits(b []byte, n, w int) []byte {
	var a [12]byte
	i := len(a)
	for n > 0 || w > 0 {
		i--
		a[i] = byte('0' + n%10)
		n /= 10
		w--
	}
	return append(b, a[i:]...)
}

// value is s as TIMEX3 writes it.
func (s stamp) value() string {
	var buf [32]byte
	b := buf[:0]
	if s.bc {
		b = append(b, "BC"...)
	}
	if s.fiscal {
		b = append(b, "FY"...)
	}
	switch s.g {
	case gNone:
		return ""
	case gCentury:
		return string(digits(b, s.y, 2))
	case gDecade:
		return string(digits(b, s.y, 3))
	}
	b = digits(b, s.y, 4)
	switch s.g {
	case gYear:
	case gHalf:
		b = append(b, '-', 'H', byte('0'+s.n))
	case gSeason:
		b = append(append(b, '-'), seasonCode[s.n]...)
	case gQuarter:
		b = append(b, '-', 'Q', byte('0'+s.n))
	case gMonth:
		b = digits(append(b, '-'), s.n, 2)
	case gWeek, gWeekend:
		b = digits(append(b, '-', 'W'), s.n, 2)
		if s.g == gWeekend {
			b = append(b, "-WE"...)
		}
	default:
		b = digits(append(b, '-'), s.n, 2)
		b = digits(append(b, '-'), s.d, 2)
	}
	switch {
	case s.g == gPart:
		b = append(append(b, 'T'), partCode[s.part]...)
	case s.g > gPart:
		b = s.appendClock(append(b, 'T'))
	}
	return string(b)
}

func (s stamp) appendClock(b []byte) []byte {
	b = digits(b, int(s.h), 2)
	b = digits(append(b, ':'), int(s.mi), 2)
	if s.g == gSecond && s.sec >= 0 {
		b = digits(append(b, ':'), int(s.sec), 2)
	}
	return append(b, s.zone...)
}

// calendar is s as a timeline writes it: a part of a day is the day, seconds and
// zones are left out. It is "" where s is no stretch that a reader can look up.
func (s stamp) calendar() string {
	switch {
	case s.bc || s.g == gNone:
		return ""
	case s.g == gPart:
		s.g = gDay
	case s.g > gPart:
		if s.h == 24 {
			s = s.shift(1)
			s.h = 0
		}
		s.g, s.zone = gMinute, ""
	case s.g == gWeekend:
		return s.date().String()
	}
	return s.value()
}
