package lang

// A clock is a time of day: 10:45 a.m., 1430Z, half past three, noon.
type clock struct {
	h, m, s int8 // s is -1 where no seconds are given
	zone    string
	sure    bool // morning or afternoon is settled
	hi      int
}

// afternoon moves an hour of one to eleven into the part of the day that is
// named beside it: “seven in the evening”.
func (c *clock) afternoon(part int8) {
	switch {
	case part >= 3 && part <= 4 && c.h == 12 && c.m == 0: // “at 12 tonight”
		c.h = 24
	case part == 2 && c.h < 12, part == 3 && c.h < 12, part == 4 && c.h >= 5 && c.h < 12:
		c.h += 12
	}
	c.sure = true
}

// clock reads a time of day at i. A number alone is none, except after “at”
// (strict is false there) where an hour of one to twelve may stand.
func (r *reader) clock(i int, at bool) (clock, bool) {
	c := clock{s: -1}
	k := r.at(i)
	j := i
	hour := false
	switch {
	case k.class == cMid:
		c.h, c.sure, c.hi = int8(k.v), true, i+1
		if k.v == 24 {
			c.h = 0
		}
		return r.zoned(c), true
	case k.class == cHalf && r.word(i+1, "past"):
		h, j2, ok := r.hour(i + 2)
		if !ok {
			return c, false
		}
		c.h, c.m, j = h, 30, j2
		hour = true
	case (k.class == cArticle && r.word(i+1, "quarter") || k.low == "quarter") && r.pastTo(i):
		return r.minutesPast(i)
	case k.kind == number && k.n >= 0:
		w := k.end - k.start
		switch {
		case r.word(i+1, ":") && r.glued(i+1) && r.glued(i+2) && r.two(i+2, 59) && k.n <= 24:
			c.h, c.m = int8(k.n), int8(r.at(i+2).n)
			j = i + 3
			if r.word(j, ":") && r.glued(j+1) && r.two(j+1, 60) {
				c.s = int8(r.at(j + 1).n)
				j += 2
			}
			hour = true
		case (r.word(i+1, "h") || r.word(i+1, "hrs")) && r.glued(i+1) && r.glued(i+2) && r.two(i+2, 59) && k.n <= 24: // 15h30
			c.h, c.m, c.sure = int8(k.n), int8(r.at(i+2).n), true
			c.hi = i + 3
			return r.zoned(c), true
		case (r.word(i+1, "h") && r.glued(i+1) && !r.glued(i+2) || r.word(i+1, "h") && r.glued(i+1) && r.at(i+2).kind == mark) && k.n <= 24 && w <= 2 && (at || w == 2 || zone(r.at(i+2))) && !r.thing(i+2): // 15h, 8h GMT
			c.h, c.sure, c.hi = int8(k.n), true, i+2
			return r.zoned(c), true
		case w == 3 && k.n%100 < 60 && k.n >= 100 && r.meridiemAt(i+1): // 330 p.m.
			c.h, c.m, j = int8(k.n/100), int8(k.n%100), i+1
			hour = true
		case w == 4 && at && k.n/100 <= 12 && k.n%100 < 60 && k.n >= 100 && r.at(i+1).kind == mark:
			c.h, c.m, j = int8(k.n/100), int8(k.n%100), i+1
			hour = true
		case w == 4 && k.n/100 <= 24 && k.n%100 < 60 && (r.military(i) || r.short && i == 1 && len(r.k) == 2 && r.is(0, cApprox)):
			c.h, c.m, c.sure = int8(k.n/100), int8(k.n%100), true
			c.hi = i + 1
			switch r.at(c.hi).low {
			case "hours", "hrs", "h":
				c.hi++
			}
			return r.zoned(c), true
		case w <= 2 && k.n >= 1 && k.n <= 12:
			if r.pastTo(i) {
				return r.minutesPast(i)
			}
			c.h, j = int8(k.n), i+1
			if m := r.at(j); at && r.short && j+1 == len(r.k) && m.kind == number && m.end-m.start == 2 && m.n >= 0 && m.n < 60 { // at 3 15
				c.m, j, hour = int8(m.n), j+1, true
			}
		case w <= 2 && r.pastTo(i):
			return r.minutesPast(i)
		default:
			return c, false
		}
	case k.kind == number: // 9.30
		h, m, ok := pointTime(k.low)
		if !ok || !r.meridiemAt(i+1) {
			return c, false
		}
		c.h, c.m, j = h, m, i+1
	case k.class == cCardinal && k.v >= 1 && k.v <= 12:
		if r.pastTo(i) {
			return r.minutesPast(i)
		}
		c.h, j = int8(k.v), i+1
		n := r.at(j)
		if r.hyphen(j) > j {
			n = r.at(j + 1)
		}
		if n.class == cCardinal && n.v >= 10 && n.v < 60 { // ten thirty
			j2 := r.hyphen(j) + 1
			m := n.v
			if u := r.at(r.hyphen(j2)); n.v >= 20 && u.class == cCardinal && u.v > 0 && u.v < 10 {
				m += u.v
				j2 = r.hyphen(j2) + 1
			}
			if !r.meridiemAt(j2) && !at && !(r.short && i == 0 && j2 == len(r.k)) {
				return c, false
			}
			c.m, j = int8(m), j2
			hour = hour || r.short && i == 0 && j2 == len(r.k)
		}
	case k.class == cCardinal || k.low == "quarter":
		if r.pastTo(i) {
			return r.minutesPast(i)
		}
		return c, false
	default:
		return c, false
	}
	// twelve oh three
	if z := r.hyphen(i + 1); k.class == cCardinal && j == i+1 && (r.word(z, "oh") || r.word(z, "o") || r.word(z, "zero")) {
		if m := r.at(r.hyphen(z + 1)); m.class == cCardinal && m.v > 0 && m.v < 10 {
			c.m, j = int8(m.v), r.hyphen(z+1)+1
			hour = true
		}
	}
	// o'clock, a.m., p.m.
	if r.word(j, "o'clock") || r.word(j, "oclock") {
		j++
		hour = true
	}
	if pm, n := r.meridiem(j); n > 0 {
		switch {
		case pm && c.h < 12:
			c.h += 12
		case !pm && c.h == 12:
			c.h = 0
		}
		if c.h > 24 {
			return c, false
		}
		c.sure, c.hi = true, j+n
		return r.zoned(c), true
	}
	// 3–4 p.m., 10:30 to 11:45 a.m.: the second time says which half of the day
	if joins(r.at(j).low) && !r.word(j, ",") && !r.word(j, "/") && c.h >= 1 && c.h <= 12 && r.depth <= deepest {
		r.depth++
		d, ok := r.clock(j+1, false)
		r.depth--
		if ok && r.meridiemBefore(d.hi) && (hour || !r.word(j, "or") && !r.word(j, "and") || at) {
			h := c.h % 12
			if pm := d.h >= 12; pm && int(h+12)*60+int(c.m) <= int(d.h)*60+int(d.m) {
				h += 12
			}
			c.h, c.sure, c.hi = h, true, j
			return c, true
		}
	}
	// “three in the p.m.”, “3:20 in afternoon”
	if r.word(j, "in") && r.is(j+1, cThe) {
		if pm, n := r.meridiem(j + 2); n > 0 && r.at(j+2).upper {
			if c.h %= 12; pm {
				c.h += 12
			}
			c.sure, c.hi = true, j+2+n
			return c, true
		}
	}
	if hour && r.word(j, "in") && r.is(j+1, cPart) && r.at(j+1).v < plural && !r.at(j+1).cap && r.at(j+2).kind == mark {
		c.afternoon(int8(r.at(j + 1).v))
		c.hi = j + 2
		return c, true
	}
	// “nine in the morning”
	if r.word(j, "in") && r.is(j+1, cThe) && r.is(j+2, cPart) && r.at(j+2).v < plural {
		c.afternoon(int8(r.at(j + 2).v))
		c.hi = j + 3
		return c, true
	}
	if hour && c.h > 12 {
		c.sure = true
	}
	z := r.zoned(clock{hi: j})
	if !hour && r.short && (r.is(j, cTonight) || r.is(j, cDay) || r.is(j, cThis) && r.is(j+1, cPart)) {
		c.hi = j
		return c, true
	}
	if !hour && z.zone == "" && z.hi == j {
		if !at || r.is(j, cUnit) || r.word(j, "%") || r.word(j, "/") || r.glued(j) && r.at(j).kind != mark || r.at(j).kind == word && !r.afterHour(j) || r.word(j, "-") || r.word(j, ".") && r.at(j+1).kind == number {
			return c, false
		}
	}
	c.hi = j
	return r.zoned(c), true
}

// thing reports whether token i is a noun that what stands before it describes: the 24h race.
func (r *reader) thing(i int) bool {
	k := r.at(i)
	return k.kind == word && k.class == plain && !k.cap && !preposition(k.low) && !zone(k) && k.low != "gmt" && k.low != "utc"
}

// afterHour reports whether a word may follow “at three”: a day, or nothing that
// three could count.
func (r *reader) afterHour(i int) bool {
	switch k := r.at(i); k.class {
	case cDay, cWeekday, cTonight, cMonth, cThis:
		return true
	case plain:
		switch k.low {
		case "on", "in", "and", "or", "to", "until", "for", "with", "at", "but", "please":
			return true
		}
	}
	return false
}

// two reports whether token i is a number of two digits up to max.
func (r *reader) two(i int, max int32) bool {
	k := r.at(i)
	return k.kind == number && k.end-k.start == 2 && k.n >= 0 && k.n <= max
}

// hour reads an hour in digits or in words.
func (r *reader) hour(i int) (int8, int, bool) {
	k := r.at(i)
	switch {
	case k.kind == number && k.n >= 1 && k.n <= 24:
		return int8(k.n), i + 1, true
	case k.class == cCardinal && k.v >= 1 && k.v <= 12:
		return int8(k.v), i + 1, true
	case k.class == cMid:
		return int8(k.v), i + 1, true
	}
	return 0, i, false
}

// pastTo reports whether token i begins “ten past”, “20 minutes to”, “a quarter past”.
func (r *reader) pastTo(i int) bool {
	_, _, ok := r.minutes(i)
	return ok
}

func (r *reader) minutes(i int) (n int, j int, ok bool) {
	k := r.at(i)
	switch {
	case k.class == cArticle && r.word(i+1, "quarter"):
		n, j = 15, i+2
	case k.low == "quarter":
		n, j = 15, i+1
	case k.kind == number && k.n > 0 && k.n < 60:
		n, j = int(k.n), i+1
	case k.class == cCardinal && k.v > 0 && k.v < 60:
		n, j = int(k.v), i+1
		if u := r.at(r.hyphen(j)); n >= 20 && n%10 == 0 && u.class == cCardinal && u.v > 0 && u.v < 10 {
			n += int(u.v)
			j = r.hyphen(j) + 1
		}
	default:
		return 0, i, false
	}
	if r.is(j, cUnit) && grain(r.at(j).v&^plural) == gMinute {
		j++
	}
	switch r.at(j).low {
	case "past", "to", "before", "after", "till":
		if r.word(i-1, "from") || r.word(i-1, "between") { // from 10 to 2 p.m.
			return 0, i, false
		}
		h, end, hok := r.hour(j + 1)
		_ = h
		k := r.at(j + 1)
		// “from five to six” is a range: a bare hour needs o’clock, a.m. or “quarter”
		sure := n == 15 && !r.is(i, cCardinal) && r.at(i).kind != number || r.word(j, "past") || r.at(end).low == "o'clock" || r.meridiemAt(end) || k.class == cMid
		if h := r.at(j + 2); k.kind == number && k.n <= 24 && (h.low == "h" || h.low == "hrs") && r.glued(j+2) { // past 15h
			return n, j, hok
		}
		return n, j, hok && sure && k.n <= 12
	}
	return 0, i, false
}

// minutesPast reads “a quarter past three”, “ten to noon”.
func (r *reader) minutesPast(i int) (clock, bool) {
	c := clock{s: -1}
	n, j, ok := r.minutes(i)
	if !ok {
		return c, false
	}
	h, end, ok := r.hour(j + 1)
	if !ok {
		return c, false
	}
	t := int(h)*60 + n
	if w := r.at(j).low; w == "to" || w == "before" || w == "till" {
		t = int(h)*60 - n
	}
	if r.word(end, "o'clock") || (r.word(end, "h") || r.word(end, "hrs")) && r.glued(end) {
		end++
	}
	if pm, m := r.meridiem(end); m > 0 {
		if pm && h < 12 {
			t += 12 * 60
		}
		end += m
		c.sure = true
	} else if r.is(j+1, cMid) {
		c.sure = true
	}
	t = (t + 24*60) % (24 * 60)
	c.h, c.m, c.hi = int8(t/60), int8(t%60), end
	if !c.sure && r.word(end, "in") && r.is(end+1, cThe) && r.is(end+2, cPart) {
		c.afternoon(int8(r.at(end+2).v &^ plural))
		c.hi = end + 3
	}
	return r.zoned(c), true
}

// meridiem reads a.m. and p.m. in their forms; n is the number of tokens.
func (r *reader) meridiem(i int) (pm bool, n int) {
	k := r.at(i)
	if meridiem(k.low) {
		return k.low[0] == 'p', 1
	}
	if (k.low == "a" || k.low == "p") && r.glued(i) && (!r.glued(i+1) || r.word(i+1, ".") && i+2 >= len(r.k)) { // 7p
		return k.low == "p", 1
	}
	if (k.low == "a" || k.low == "p") && r.word(i+1, "m") { // p m
		if r.word(i+2, ".") && !r.at(i+2).space {
			return k.low == "p", 3
		}
		return k.low == "p", 2
	}
	if (k.low == "a" || k.low == "p") && r.word(i+1, ".") && r.word(i+2, "m") {
		return k.low == "p", 3
	}
	return false, 0
}

// meridiemBefore reports whether a.m. or p.m. stands shortly before token i.
func (r *reader) meridiemBefore(i int) bool {
	for n := i - 1; n >= i-4; n-- {
		if k := r.at(n); meridiem(k.low) || k.low == "m" || (k.low == "p" || k.low == "a") && r.glued(n) {
			return true
		}
	}
	return false
}

func (r *reader) meridiemAt(i int) bool { _, n := r.meridiem(i); return n > 0 }

// military reports whether the four digits at i are an hour and minute: a zone or
// “hours” follows them, or another such time in an agenda.
func (r *reader) military(i int) bool {
	k := r.at(i + 1)
	switch k.low {
	case "hrs", "h":
		return true
	case "hours":
		return r.at(i).low[0] == '0' || r.at(i).n%100%15 == 0 && r.at(i).n < 2400 && !r.word(i-1, "for")
	case "zulu":
		return true
	case "z":
		return k.cap
	}
	if zone(k) && k.upper {
		return true
	}
	// 0900–0930 in an agenda
	if r.kind == Agenda || r.kind == Cell {
		first := r.at(i - 1)
		if r.years(i) {
			return false
		}
		return i == 0 || (first.low == "-" || first.low == "–") && r.at(i-2).kind == number
	}
	return false
}

// years reports whether two numbers of four digits are years and no hours: no row of
// a schedule lasts from 20:05 to 20:11.
func (r *reader) years(i int) bool {
	if m := r.at(i - 1).low; i > 1 && (m == "-" || m == "–") {
		i -= 2
	}
	a, b := r.plainYear(i), r.plainYear(i+2)
	m := r.at(i + 1).low
	return a > 0 && b > a && b-a < 60 && (m == "-" || m == "–") && (a%5 != 0 || b%5 != 0) && a >= 1800
}

// zoned takes in a time zone. Only UTC goes into the value: it is the one that
// readers compare.
func (r *reader) zoned(c clock) clock {
	i := c.hi
	paren := r.word(i, "(")
	if paren {
		i++
	}
	k := r.at(i)
	switch {
	case k.kind == word && zone(k) && (k.upper || k.low == "z"), k.low == "gmt" || k.low == "utc":
		switch k.low {
		case "z", "utc", "gmt":
			c.zone = "Z"
		}
		i++
	case k.low == "zulu":
		c.zone = "Z"
		i++
	case (k.low == "local" || k.low == "eastern" || k.low == "central" || k.low == "pacific" || k.low == "mountain") && (r.word(i+1, "time") || r.word(i+1, "standard") || r.word(i+1, "daylight")):
		i += 2
		if r.word(i, "time") {
			i++
		}
	case k.cap && !paren && r.word(i+1, "time") && k.class == plain: // Moscow time
		i += 2
	default:
		return c
	}
	if (r.word(i, "+") || r.word(i, "-")) && r.at(i+1).kind == number && r.glued(i+1) {
		c.zone = ""
		i += 2
	}
	if paren {
		if !r.word(i, ")") {
			return c
		}
		i++
	}
	c.hi = i
	return c
}

// pointTime splits 9.30, which is one token.
func pointTime(s string) (h, m int8, ok bool) {
	for i := 0; i < len(s); i++ {
		if s[i] == '.' {
			a, b := value(s[:i]), value(s[i+1:])
			return int8(a), int8(b), i > 0 && i <= 2 && len(s)-i == 3 && a >= 0 && a <= 24 && b >= 0 && b < 60
		}
	}
	return 0, 0, false
}

// clockFirst reads a clock time and the day that follows it: “10 a.m. on Friday”,
// “12:00 UTC Monday”, “2:30 the next day”, or without one.
func (r *reader) clockFirst(i int) (expr, bool) {
	prev := r.at(i - 1).low
	c, ok := r.clock(i, prev == "at" || prev == "@")
	if !ok {
		return expr{}, false
	}
	if r.word(i-1, ":") && r.glued(i) || r.word(c.hi, ":") && r.glued(c.hi+1) && r.at(c.hi+1).kind == number {
		return expr{}, false // part of something longer
	}
	e := expr{form: fClock, hi: c.hi}
	e.date.sec = -1
	if r.is(i, cMid) && r.at(c.hi).low == "-" {
		return expr{}, false
	}
	e.setClock(c)
	j := r.comma(c.hi)
	if r.word(j, "on") {
		j++
	}
	if r.word(j, "(") || r.is(j, cMid) || r.is(j, cPart) || r.is(j, cCardinal) || r.is(j, cApprox) || r.at(j).kind == number && r.at(j).n < 32 && !r.is(j+1, cMonth) && !r.is(j+2, cMonth) {
		return e, true
	}
	d, ok := r.point(j)
	if !ok || !d.day() && !(d.form == fClock && d.date.g == gPart) || d.date.g > gPart {
		return e, true
	}
	if d.form == fClock || d.date.g == gPart {
		c.afternoonUnless(d.date.part)
	}
	d.setClock(c)
	return d, true
}

func (c *clock) afternoonUnless(part int8) {
	if !c.sure {
		c.afternoon(part)
	}
}
