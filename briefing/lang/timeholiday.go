package lang

import "strings"

// holidays that readers of briefings know: US and UK public holidays, Christian
// feasts, and days that are commonly observed. A name is matched on folded words
// with “day” optional where it is commonly left out.
type holidayRule struct {
	name string // the words, lower case
	day  bool   // “Day” may follow
	kind byte   // f: month and day; n: nth weekday of the month; e: days from Easter; o: days from the Orthodox Easter; l: last weekday
	m, d int    // f: month and day; n: month and ordinal; e: d is the offset
	wd   int    // 0 Monday
}

var holidayRules = [...]holidayRule{
	{"christmas eve", false, 'f', 12, 24, 0},
	{"christmas", true, 'f', 12, 25, 0},
	{"boxing", true, 'f', 12, 26, 0},
	{"new year's eve", false, 'f', 12, 31, 0},
	{"new years eve", false, 'f', 12, 31, 0},
	{"new year's", true, 'f', 1, 1, 0},
	{"new years", true, 'f', 1, 1, 0},
	{"new year", true, 'f', 1, 1, 0},
	{"valentine's", true, 'f', 2, 14, 0},
	{"valentines", true, 'f', 2, 14, 0},
	{"st patrick's", true, 'f', 3, 17, 0},
	{"st. patrick's", true, 'f', 3, 17, 0},
	{"saint patrick's", true, 'f', 3, 17, 0},
	{"saint patricks", true, 'f', 3, 17, 0},
	{"st paddy's", true, 'f', 3, 17, 0},
	{"saint paddy's", true, 'f', 3, 17, 0},
	{"st. paddy's", true, 'f', 3, 17, 0},
	{"st. stephen's", true, 'f', 12, 26, 0},
	{"st stephen's", true, 'f', 12, 26, 0},
	{"early may bank holiday", false, 'n', 5, 1, 0},
	{"may bank holiday", false, 'n', 5, 1, 0},
	{"spring bank holiday", false, 'l', 5, 0, 0},
	{"summer bank holiday", false, 'l', 8, 0, 0},
	{"august bank holiday", false, 'l', 8, 0, 0},
	{"guy fawkes", true, 'f', 11, 5, 0},
	{"reformation day", false, 'f', 10, 31, 0},
	{"st. george's", true, 'f', 4, 23, 0},
	{"st george's", true, 'f', 4, 23, 0},
	{"st. andrew's", true, 'f', 11, 30, 0},
	{"may day", false, 'f', 5, 1, 0},
	{"d-day", false, 'f', 6, 6, 0},
	{"juneteenth", false, 'f', 6, 19, 0},
	{"independence day", false, 'f', 7, 4, 0},
	{"bastille day", false, 'f', 7, 14, 0},
	{"halloween", true, 'f', 10, 31, 0},
	{"all saints'", true, 'f', 11, 1, 0},
	{"all souls'", true, 'f', 11, 2, 0},
	{"veterans", true, 'f', 11, 11, 0},
	{"veteran's", true, 'f', 11, 11, 0},
	{"armistice day", false, 'f', 11, 11, 0},
	{"groundhog day", false, 'f', 2, 2, 0},
	{"april fools'", true, 'f', 4, 1, 0},
	{"april fools", true, 'f', 4, 1, 0},
	{"earth day", false, 'f', 4, 22, 0},
	{"flag day", false, 'f', 6, 14, 0},
	{"epiphany", false, 'f', 1, 6, 0},
	{"australia day", false, 'f', 1, 26, 0},
	{"anzac day", false, 'f', 4, 25, 0},
	{"canada day", false, 'f', 7, 1, 0},
	{"human rights day", false, 'f', 12, 10, 0},
	{"international women's day", false, 'f', 3, 8, 0},
	{"boss's", true, 'f', 10, 16, 0},
	{"martin luther king jr.", true, 'n', 1, 3, 0},
	{"martin luther king", true, 'n', 1, 3, 0},
	{"martin luther king's", true, 'n', 1, 3, 0},
	{"martin luther kings", true, 'n', 1, 3, 0},
	{"mlk jr.", true, 'n', 1, 3, 0},
	{"mlk", true, 'n', 1, 3, 0},
	{"presidents'", true, 'n', 2, 3, 0},
	{"presidents", true, 'n', 2, 3, 0},
	{"president's", true, 'n', 2, 3, 0},
	{"mother's", true, 'n', 5, 2, 6},
	{"mothers'", true, 'n', 5, 2, 6},
	{"mothers", true, 'n', 5, 2, 6},
	{"father's", true, 'n', 6, 3, 6},
	{"fathers'", true, 'n', 6, 3, 6},
	{"memorial", true, 'l', 5, 0, 0},
	{"labor", true, 'n', 9, 1, 0},
	{"labour", true, 'n', 9, 1, 0},
	{"columbus", true, 'n', 10, 2, 0},
	{"thanksgiving", true, 'n', 11, 4, 3},
	{"black friday", false, 'b', 11, 4, 3},
	{"cyber monday", false, 'c', 11, 4, 3},
	{"remembrance sunday", false, 'n', 11, 2, 6},
	{"pancake day", false, 'e', 0, -47, 0},
	{"white sunday", false, 'e', 0, 49, 0},
	{"ash wednesday", false, 'e', 0, -46, 0},
	{"shrove tuesday", false, 'e', 0, -47, 0},
	{"mardi gras", false, 'e', 0, -47, 0},
	{"palm sunday", false, 'e', 0, -7, 0},
	{"maundy thursday", false, 'e', 0, -3, 0},
	{"holy thursday", false, 'e', 0, -3, 0},
	{"covenant thursday", false, 'e', 0, -3, 0},
	{"good friday", false, 'e', 0, -2, 0},
	{"holy friday", false, 'e', 0, -2, 0},
	{"great friday", false, 'e', 0, -2, 0},
	{"easter eve", false, 'e', 0, -1, 0},
	{"branch sunday", false, 'e', 0, -7, 0},
	{"holy saturday", false, 'e', 0, -1, 0},
	{"easter sunday", false, 'e', 0, 0, 0},
	{"easter monday", false, 'e', 0, 1, 0},
	{"easter", true, 'e', 0, 0, 0},
	{"ascension", true, 'e', 0, 39, 0},
	{"pentecost", false, 'e', 0, 49, 0},
	{"whit sunday", false, 'e', 0, 49, 0},
	{"whit monday", false, 'e', 0, 50, 0},
	{"trinity sunday", false, 'e', 0, 56, 0},
	{"corpus christi", false, 'e', 0, 60, 0},
	{"clean monday", false, 'o', 0, -48, 0},
	{"lazarus saturday", false, 'o', 0, -8, 0},
	{"orthodox palm sunday", false, 'o', 0, -7, 0},
	{"orthodox good friday", false, 'o', 0, -2, 0},
	{"orthodox great friday", false, 'o', 0, -2, 0},
	{"orthodox easter sunday", false, 'o', 0, 0, 0},
	{"orthodox easter monday", false, 'o', 0, 1, 0},
	{"orthodox easter", false, 'o', 0, 0, 0},
	{"xmas eve", false, 'f', 12, 24, 0},
	{"xmas", true, 'f', 12, 25, 0},
}

// holidayWord reports the first words of holidays.
func holidayWord(w string) int {
	switch w {
	case "christmas", "xmas", "boxing", "new", "valentine", "valentines", "st", "saint", "d", "juneteenth", "independence", "bastille", "halloween", "all", "veterans", "veteran",
		"armistice", "groundhog", "earth", "flag", "epiphany", "australia", "anzac", "canada", "human", "international", "boss", "martin", "mlk", "presidents", "president",
		"mother", "mothers", "father", "fathers", "memorial", "labor", "labour", "columbus", "thanksgiving", "black", "cyber", "remembrance", "ash", "shrove", "mardi", "palm",
		"maundy", "good", "holy", "great", "covenant", "branch", "guy", "reformation", "clean", "lazarus", "orthodox", "easter", "ascension", "pentecost", "whit", "white", "pancake", "trinity", "corpus":
		return 1
	}
	return 0
}

// holiday reads a holiday by its name, with “Day” and a year.
func (r *reader) holiday(i int) (expr, bool) {
	k := r.at(i)
	if k.class != cHoliday {
		if k.class != cMonth && k.class != cSeason && k.class != cEarly {
			return expr{}, false
		}
		switch r.at(i + 1).low { // May Day, April Fools’, the spring bank holiday, the early May one
		case "day", "fools", "bank", "may":
		default:
			return expr{}, false
		}
	}
	best, hi := -1, i
	for n := range holidayRules {
		h := &holidayRules[n]
		if h.name[0] != k.low[0] {
			continue
		}
		j, ok := r.words(i, h.name)
		if !ok {
			continue
		}
		day := r.word(j, "day")
		if day {
			j++
		}
		if h.day && !day && !dayless(h.name) && !(h.name == "new year" && (r.word(i-1, "before") || r.word(i-1, "after") || r.word(i-1, "until"))) || !h.day && day && h.kind == 'e' {
			continue
		}
		if j > hi {
			best, hi = n, j
		}
	}
	if best < 0 {
		return expr{}, false
	}
	switch r.at(i - 1).low { // of another calendar
	case "chinese", "lunar", "orthodox", "jewish", "islamic", "persian", "tamil", "parsi", "hijri", "coptic", "ethiopian":
		return expr{}, false
	}
	if p := r.at(i - 1); !k.cap && !strings.HasSuffix(holidayRules[best].name, "bank holiday") && len(r.k) > 6 && r.plainYear(hi) == 0 && !r.is(hi, cUnit) && !r.word(hi, "of") && p.low != "on" && p.low != "before" && p.low != "after" && !(p.low == "of" && r.is(i-2, cUnit)) && p.class != cLast && p.class != cNext && p.low != "until" && p.class != cThis {
		return expr{}, false
	}
	if p := r.at(i - 1); i > 0 && p.cap && p.kind == word && p.class == plain && !preposition(p.low) && p.low != "merry" && p.low != "happy" { // Johnny Christmas
		return expr{}, false
	}
	if n := r.at(hi); n.cap && n.kind == word && n.class == plain && i > 0 { // Christmas Island, Good Friday Agreement
		return expr{}, false
	}
	e := expr{form: fHoliday, ord: best, noYear: true, hi: hi, date: stamp{g: gDay, sec: -1}}
	if u := r.at(hi); u.class == cUnit && grain(u.v) == gWeekend {
		e.unit, e.hi, hi = gWeekend, hi+1, hi+1
	}
	j := hi
	if r.word(j, ",") || r.word(j, "of") || r.word(j, "in") {
		j++
	}
	if y := r.plainYear(j); y > 0 {
		e.date.y, e.noYear, e.hi = y, false, j+1
	} else if y, ok := r.wordYear(j); ok && r.is(j, cCardinal) {
		e.date.y, e.noYear, e.hi = y.date.y, false, y.hi
	} else if in, ok := r.yearOf(j); ok && !r.word(hi, ",") && (r.is(j, cLast) || r.is(j, cNext) || r.is(j, cThis)) {
		e.in, e.hi = &in, in.hi
	}
	return e, true
}

// dayless: holidays whose name needs no “Day”.
func dayless(name string) bool {
	switch name {
	case "christmas", "xmas", "new year's", "halloween", "thanksgiving", "easter":
		return true
	}
	return false
}

// words matches the words of name at i, apostrophes and possessives as the
// tokens have them.
func (r *reader) words(i int, name string) (int, bool) {
	for len(name) > 0 {
		k := r.at(i)
		w := k.low
		if k.kind == mark && (w == "’" || w == "‘") {
			w = "'"
		}
		if w == "" || len(name) < len(w) || name[:len(w)] != w {
			return i, false
		}
		name = name[len(w):]
		i++
		if len(name) > 0 && name[0] == ' ' {
			name = name[1:]
			if !r.at(i).space {
				return i, false
			}
		} else if len(name) > 0 && r.at(i).space {
			return i, false
		}
	}
	return i, true
}

// holidayIn is the day of holiday n in year y.
func holidayIn(n, y int) Date {
	h := &holidayRules[n]
	switch h.kind {
	case 'f':
		return Date{y, h.m, h.d}
	case 'n':
		return nth(y, h.m, h.d, h.wd)
	case 'b':
		return nth(y, h.m, h.d, h.wd).Add(1)
	case 'c':
		return nth(y, h.m, h.d, h.wd).Add(4)
	case 'l':
		return lastOf(y, h.m, h.wd)
	case 'o':
		return orthodoxEaster(y).Add(h.d)
	}
	return easter(y).Add(h.d)
}

// nth is the nth weekday of a month.
func nth(y, m, n, wd int) Date {
	first := Date{y, m, 1}
	return first.Add((wd-first.Weekday()+7)%7 + 7*(n-1))
}

func lastOf(y, m, wd int) Date {
	last := Date{y, m, daysIn(y, m)}
	return last.Add(-((last.Weekday() - wd + 7) % 7))
}

// easter is Easter Sunday by the Gregorian computus of Meeus, Jones and Butcher.
func easter(y int) Date {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return Date{y, n / 31, n%31 + 1}
}

// orthodoxEaster is Easter Sunday by the Julian computus, on the Gregorian calendar.
func orthodoxEaster(y int) Date {
	d := (19*(y%19) + 15) % 30
	e := (2*(y%4) + 4*(y%7) - d + 34) % 7
	n := d + e + 114
	return Date{y, n / 31, n%31 + 1}.Add(y/100 - y/400 - 2)
}
