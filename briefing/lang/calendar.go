package lang

// month is the number of a month by its name or abbreviation, 0 for other words.
func month(low string) int {
	switch low {
	case "january", "jan":
		return 1
	case "february", "feb":
		return 2
	case "march", "mar":
		return 3
	case "april", "apr":
		return 4
	case "may":
		return 5
	case "june", "jun":
		return 6
	case "july", "jul":
		return 7
	case "august", "aug":
		return 8
	case "september", "sept", "sep":
		return 9
	case "october", "oct":
		return 10
	case "november", "nov":
		return 11
	case "december", "dec":
		return 12
	}
	return 0
}

// weekday is the number of a weekday by its name or abbreviation, Monday 1 to
// Sunday 7, 0 for other words.
func weekday(low string) int {
	switch low {
	case "monday", "mon":
		return 1
	case "tuesday", "tues", "tue":
		return 2
	case "wednesday", "wed", "weds":
		return 3
	case "thursday", "thurs", "thur", "thu":
		return 4
	case "friday", "fri":
		return 5
	case "saturday", "sat":
		return 6
	case "sunday", "sun":
		return 7
	}
	return 0
}

// A lane reads the tokens of one unit from left to right. Every step is one
// comparison, so that a rule costs what it reads and never tries anything twice.
type lane struct {
	k []token
	i int
}

// at returns the token d places on, the zero mark behind the end.
func (l lane) at(d int) token {
	if i := l.i + d; i >= 0 && i < len(l.k) {
		return l.k[i]
	}
	return token{kind: mark, n: -1}
}

// skip goes over one token if it is w.
func (l *lane) skip(w string) bool {
	if l.at(0).low == w {
		l.i++
		return true
	}
	return false
}

// fullDate reads a calendar date with its year that begins with token i, and
// returns the place behind it; a weekday in front of a date is part of it. ok
// is false for a date that the calendar does not have and for one that can be
// read in two ways.
func fullDate(k []token, i int) (d Date, end int, ok bool) {
	l := lane{k, i}
	if weekday(l.at(0).low) > 0 {
		l.i++
		_ = l.skip(".")
		_ = l.skip(",") || l.skip("-") || l.skip("–")
		_ = l.skip("the")
	}
	switch {
	case l.at(0).kind == number:
		d, ok = l.fromNumber()
	case month(l.at(0).low) > 0:
		d, ok = l.fromMonth()
	}
	return d, l.i, ok && d.Valid()
}

// fromNumber reads 2021-11-08, 8 November 2021, 23-12-2023, 27.03.2014,
// 2021-Nov-08, 101530ZNOV21, 20211108.
func (l *lane) fromNumber() (Date, bool) {
	k := l.at(0)
	if parts, ok := dotted(k.low); ok { // 27.03.2014
		l.i++
		return oneReading(parts)
	}
	switch width := int(k.end - k.start); {
	case k.n < 0:
		return Date{}, false
	case width == 8 && k.n > 18000000 && k.n < 21000000:
		l.i++
		n := int(k.n)
		return Date{n / 10000, n / 100 % 100, n % 100}, true
	case width == 6:
		return l.military()
	case width == 4:
		return l.fromYear()
	case width > 2:
		return Date{}, false
	}
	day := int(k.n)
	l.i++
	sep := l.at(0)
	if (sep.low == "-" || sep.low == "/") && !sep.space && l.at(1).kind == number {
		return l.numeric(sep.low)
	}
	l.ordinal()
	if l.skip("day") {
		if !l.skip("of") {
			return Date{}, false
		}
	} else {
		_ = l.skip("of") || l.skip("-") || l.skip("/") || l.skip(".")
	}
	joint := l.at(-1).low
	m := l.month()
	if m == 0 {
		return Date{}, false
	}
	short := true
	switch l.at(0).low {
	case ",":
		l.i++
	case "-", "/":
		short = joint == l.at(0).low // 8-Nov-21; but 14 August-24 August is a range
		l.i++
	}
	y, ok := l.year(short)
	return Date{y, m, day}, ok
}

// numeric reads the rest of 23/12/2023 behind its first number.
func (l *lane) numeric(sep string) (Date, bool) {
	a, b, c := l.at(-1), l.at(1), l.at(3)
	if l.at(2).low != sep || c.kind != number || c.n < 0 || b.n < 0 || b.space || c.space || l.at(4).low == sep && l.at(5).kind == number {
		return Date{}, false
	}
	if w := c.end - c.start; w != 2 && w != 4 || b.end-b.start > 2 {
		return Date{}, false
	}
	l.i += 4
	return oneReading([3]part{{int(a.n), int(a.end - a.start)}, {int(b.n), int(b.end - b.start)}, {int(c.n), int(c.end - c.start)}})
}

// part is one number of a date, with how many digits it has.
type part struct{ n, width int }

// oneReading reads three numbers as a date if only one order gives one.
func oneReading(p [3]part) (Date, bool) {
	var found []Date
	try := func(y, m, d part) {
		if m.width > 2 || d.width > 2 || y.width != 2 && y.width != 4 {
			return
		}
		x := Date{century(y), m.n, d.n}
		if x.Valid() && (len(found) == 0 || found[0] != x) {
			found = append(found, x)
		}
	}
	try(p[2], p[1], p[0])
	try(p[2], p[0], p[1])
	try(p[0], p[1], p[2])
	if len(found) != 1 {
		return Date{}, false
	}
	return found[0], true
}

// century completes a year of two digits: 69 to 99 are of the twentieth century,
// as POSIX reads them.
func century(y part) int {
	switch {
	case y.width > 2:
		return y.n
	case y.n < 69:
		return 2000 + y.n
	}
	return 1900 + y.n
}

// dotted splits 27.03.2014, which is one token.
func dotted(s string) (p [3]part, ok bool) {
	n := 0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '.':
			if n++; n > 2 {
				return p, false
			}
		case s[i] >= '0' && s[i] <= '9' && p[n].width < 4:
			p[n].n = p[n].n*10 + int(s[i]-'0')
			p[n].width++
		default:
			return p, false
		}
	}
	return p, n == 2
}

// fromYear reads 2021-11-08, 2021/11/8, 2021-Nov-08, 2021 November 8.
func (l *lane) fromYear() (Date, bool) {
	y := int(l.at(0).n)
	l.i++
	if m := month(l.at(0).low); m > 0 {
		l.i++
		d := l.day()
		return Date{y, m, d}, d > 0
	}
	sep := l.at(0).low
	if sep != "-" && sep != "/" {
		return Date{}, false
	}
	m := l.at(1)
	if l.at(2).low != sep {
		return Date{}, false
	}
	n := int(m.n)
	if m.kind == word {
		n = month(m.low)
	}
	d := l.at(3)
	l.i += 4
	return Date{y, n, int(d.n)}, d.kind == number && d.end-d.start <= 2
}

// military reads the rest of 101530ZNOV21 and 101530Z NOV 21: day, hour and
// minute, zone, month, year.
func (l *lane) military() (Date, bool) {
	n := int(l.at(0).n)
	if n/100%100 > 24 || n%100 > 59 {
		return Date{}, false
	}
	l.i++
	zone := l.at(0)
	if zone.kind != word {
		return Date{}, false
	}
	m := 0
	if len(zone.low) == 4 {
		m = month(zone.low[1:])
	} else if len(zone.low) == 1 {
		l.i++
		m = month(l.at(0).low)
	}
	l.i++
	y, ok := l.year(true)
	return Date{y, m, n / 10000}, ok
}

// fromMonth reads Nov. 8, 2021, November 8th 2021, and Nov 8 09:12:33 2021.
func (l *lane) fromMonth() (Date, bool) {
	m := l.month()
	_ = l.skip("-") || l.skip("/")
	_ = l.skip("the")
	d := l.day()
	if d == 0 {
		return Date{}, false
	}
	if l.at(1).low == ":" && l.at(0).kind == number {
		for l.at(0).kind == number && l.at(1).low == ":" {
			l.i += 2
		}
		l.i++
		if l.at(0).upper {
			l.i++ // the zone
		}
		y, ok := l.year(false)
		return Date{y, m, d}, ok
	}
	_ = l.skip(",") || l.skip("-") || l.skip("/") || l.skip(".")
	y, ok := l.year(false)
	return Date{y, m, d}, ok
}

// month goes over the name of a month and the full stop of its abbreviation.
func (l *lane) month() int {
	m := month(l.at(0).low)
	if m > 0 {
		l.i++
		if l.at(0).low == "." && !l.at(0).space {
			l.i++
		}
	}
	return m
}

// day goes over a day of the month, 8 or 8th; 0 is none.
func (l *lane) day() int {
	k := l.at(0)
	if k.kind != number || k.n < 1 || k.n > 31 || k.end-k.start > 2 {
		return 0
	}
	l.i++
	l.ordinal()
	return int(k.n)
}

// ordinal goes over the ending of 1st, 2nd, 3rd, 4th.
func (l *lane) ordinal() {
	if k := l.at(0); !k.space && ordinalEnding(k.low) {
		l.i++
	}
}

func ordinalEnding(s string) bool { return s == "st" || s == "nd" || s == "rd" || s == "th" }

// year goes over a year of four digits, or of two (21, ’21) where short says that
// they can be one.
func (l *lane) year(short bool) (int, bool) {
	if k := l.at(0); k.low == "'" || k.low == "’" || k.low == "‘" {
		l.i++
		short = true
	}
	k := l.at(0)
	w := int(k.end - k.start)
	if k.kind != number || k.n < 0 || w != 4 && (w != 2 || !short) {
		return 0, false
	}
	if w == 2 && (l.at(1).low == ":" || l.at(1).low == "%") { // 8 Nov 21:30
		return 0, false
	}
	l.i++
	return century(part{int(k.n), w}), true
}

// WeekdayIn is the weekday that a temporal expression begins with, Monday 1 to
// Sunday 7, 0 without one.
func WeekdayIn(s string) int {
	k := tokens(nil, 0, s)
	for i := 0; i < len(k) && i < 3; i++ {
		if k[i].class == cWeekday && k[i].v < plural {
			return int(k[i].v)
		}
	}
	return 0
}

// MonthName is the English name of a month.
func MonthName(m int) string {
	return [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}[m-1]
}
