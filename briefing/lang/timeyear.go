package lang

import "strings"

// plainYear is the number at i if it can be a year.
func (r *reader) plainYear(i int) int {
	k := r.at(i)
	if k.kind != number || k.end-k.start != 4 || k.n < 1000 || k.n > 2199 {
		return 0
	}
	if r.glued(i+1) && (r.at(i+1).kind == word && r.at(i+1).low != "'s" && r.at(i+1).class != cMonth || r.word(i+1, "%") || r.word(i+1, ":") && r.at(i+2).kind == number) {
		return 0
	}
	return int(k.n)
}

// year reads a year that stands alone.
//
// A number of four digits is a year behind a preposition (in 2008), behind an
// article or possessive (the 2008 Olympics, Japan’s 2011 tsunami), behind a name
// (WWDC 2005), and beside another year. It is none where it is counted, paid or
// numbered: $2008, 2000 people, Flight 1549, Resolution 1973, 1600 Pennsylvania
// Avenue.
func (r *reader) year(i int) (expr, bool) {
	e := expr{form: fDate, bare: true, hi: i + 1}
	if bc, ok := r.era(i); ok {
		return bc, true
	}
	y := r.plainYear(i)
	if y == 0 {
		return e, false
	}
	e.date = stamp{g: gYear, y: y, sec: -1}
	prev, next := r.at(i-1), r.at(i+1)
	if r.glued(i) && i > 0 && prev.low != "(" && prev.low != "“" && prev.low != "\"" && prev.low != "[" && prev.low != "‘" {
		// 1861-1863, mid-2011; not A-2008, 12.2008
		if prev.low != "-" && prev.low != "–" && prev.low != "/" && prev.low != "—" {
			return e, false
		}
		p := r.at(i - 2)
		if prev.low == "/" && p.kind == number && p.n != int32(y)-1 { // resolution 1430/2019
			return e, false
		}
		if !(r.plainYear(i-2) > 0 && r.plainYear(i-2) <= y || p.class == cEarly || p.class == cMonth || p.class == cSeason || p.low == "post" || p.low == "pre" || prev.low == "—" || prev.low == "–" && p.kind == word) {
			return e, false
		}
	}
	switch prev.low {
	case "$", "€", "£", "¥", "#", "+", "№", "roughly", "approximately", "nearly", "almost", "some", "only":
		return e, false
	}
	switch next.low {
	case "million", "billion", "trillion", "people", "percent", "%":
		return e, false
	}
	if numbered(prev.low) {
		return e, false
	}
	if next.low == "-" && r.glued(i+2) && r.at(i+2).kind == number { // 2004-05, 2010-2015
		if r.two(i+2, 99) && r.at(i+2).n == int32((y+1)%100) && !(r.word(i+3, "-")) {
			e.hi = i + 3
			e.set, e.count = "range", float64(y+1)
		} else if n := int(r.at(i + 2).n); r.two(i+2, 99) && n > y%100 && n <= y%100+40 && !r.word(i+3, "-") && preposition(prev.low) { // 1915-17
			e.hi = i + 3
			e.set, e.count = "range", float64(y-y%100+n)
		} else if r.plainYear(i+2) <= y && !r.two(i+2, 99) {
			return e, false
		}
	}
	if next.low == "/" && r.glued(i+2) && r.two(i+2, 99) && int(r.at(i+2).n) == (y+1)%100 { // the 2019/20 fiscal year
		e.hi = i + 3
		e.date.y++
		if _, _, hi := r.unit(e.hi); r.is(e.hi, cFiscal) {
			e.hi, e.date.fiscal, e.set = hi, true, "split"
			return e, true
		}
		e.date.y--
		e.set, e.count = "range", float64(y+1)
	}
	if r.is(e.hi, cFiscal) {
		if g, many, hi := r.unit(e.hi); g == gYear && !many {
			e.hi, e.date.fiscal = hi, true
		} else if r.word(e.hi, "fiscal") {
			e.hi, e.date.fiscal = e.hi+1, true
		}
		return e, true
	}
	next = r.at(e.hi)
	if preposition(prev.low) && prev.low != "and" && prev.low != "or" && prev.low != "at" && prev.low != "than" && prev.low != "about" && prev.low != "over" && prev.low != "for" && prev.low != "to" && prev.low != "around" && prev.low != "as" && prev.low != "not" {
		return e, !r.counted(e.hi) || !(next.kind == word) || prev.low == "'s"
	}
	if prev.class == cThe || prev.class == cArticle || prev.class == cThis || prev.low == "its" || prev.low == "their" || prev.low == "his" || prev.low == "her" || prev.low == "our" {
		return e, !(next.class == cUnit || next.low == "-")
	}
	if next.kind == word && !next.space && next.low != "'s" {
		return e, false
	}
	if r.counted(e.hi) {
		return e, false
	}
	if r.address(e.hi) { // 1600 Pennsylvania Avenue
		return e, false
	}
	if y < 1700 && !(prev.low == "," && r.is(i-2, cMonth)) && prev.low != "(" && prev.low != "and" && prev.low != "to" {
		return e, false
	}
	return e, true
}

// address reports whether what begins with token i is the name of a street.
func (r *reader) address(i int) bool {
	for n := i; n < i+5; n++ {
		k := r.at(n)
		switch k.low {
		case "street", "st", "avenue", "ave", "road", "rd", "boulevard", "blvd", "drive", "lane", "highway", "nw", "ne", "sw", "se", "square", "parkway", "plaza":
			return k.cap && n > i || k.upper
		case ".":
			continue
		}
		if !k.cap && k.kind != number {
			return false
		}
	}
	return false
}

// era reads 492 BC and AD 79.
func (r *reader) era(i int) (expr, bool) {
	k := r.at(i)
	e := expr{form: fDate, hi: i + 1}
	if k.kind != number || k.n <= 0 || k.n > 9999 {
		return e, false
	}
	e.date = stamp{g: gYear, y: int(k.n), sec: -1}
	if p := r.at(i - 1); p.upper && (p.low == "ad" || p.low == "a.d.") { // AD 79
		return e, true
	}
	switch n := r.at(i + 1); {
	case n.upper && (n.low == "bc" || n.low == "b.c." || n.low == "bce"):
		e.date.bc, e.hi = true, i+2
		return e, true
	case n.low == "ad" && n.upper || n.low == "a.d." || n.low == "ce" && n.upper:
		e.hi = i + 2
		return e, true
	}
	if j := r.hyphen(i + 1); j > i+1 && r.at(j).kind == number { // 492-490 BC
		if n := r.at(j + 1); n.upper && (n.low == "bc" || n.low == "b.c." || n.low == "bce") {
			e.date.bc = true
			return e, true
		}
	}
	return e, false
}

// counted reports whether token i is a plural that a number before it could count.
func (r *reader) counted(i int) bool {
	k := r.at(i)
	if k.kind == mark {
		return k.low == "%" || k.low == "°"
	}
	if k.kind != word || k.cap {
		return false
	}
	switch k.low {
	case "people", "men", "women", "children", "million", "billion", "hundred", "thousand", "feet", "metres", "meters", "percent", "km", "kilometers", "kilometres",
		"miles", "square", "police", "troops", "kg", "tons", "tonnes", "m", "mm", "ft", "more", "or", "additional", "dead", "local", "other":
		return k.low != "or" && k.low != "local" && k.low != "other" && k.low != "more"
	case "was", "is", "has", "as", "this", "its", "his", "does", "us", "thus", "less", "across", "towards", "sees", "series", "crisis", "census", "congress":
		return false
	}
	n := len(k.low)
	if strings.HasSuffix(k.low, "children") || strings.HasSuffix(k.low, "men") || strings.HasSuffix(k.low, "people") {
		return true
	}
	return n > 3 && k.low[n-1] == 's' && k.low[n-2] != 's' && !thirdPerson(k.low) || k.class == cUnit
}

// thirdPerson: verbs that may follow a year as its subject's predicate.
func thirdPerson(w string) bool {
	switch w {
	case "sees", "marks", "brings", "begins", "starts", "ends", "comes", "remains", "looks", "shows", "saw":
		return true
	}
	return false
}

// numbered reports whether a number behind w is a label: Flight 1549.
func numbered(w string) bool {
	switch w {
	case "flight", "room", "resolution", "section", "sec", "no", "number", "article", "route", "highway", "page", "pages", "pp", "suite", "law", "rule", "chapter", "form", "hr", "h.r.", "s",
		"bus", "channel", "extension", "ext", "box", "code", "case", "docket", "order", "regulation", "grant", "document", "doc", "id", "ref", "line", "lot", "bill",
		"class", "version", "windows", "u.s.c", "u.s.c.", "usc", "c.f.r", "c.f.r.", "cfr", "stat", "title", "asteroid", "interstate", "nos", "convoy", "airbus", "apartment", "telephone", "tel", "fax", "phone", "deptel", "telegram", "embtel":
		return true
	}
	return false
}

// decade reads the 1990s, the ’90s, the 90s, mid-60s.
func (r *reader) decade(i int) (expr, bool) {
	e := expr{form: fDate}
	j := i
	apostrophe := false
	if a := r.at(j).low; a == "'" || a == "’" || a == "‘" {
		apostrophe = true
		j++
	}
	k := r.at(j)
	s := r.at(j + 1)
	if k.kind != number || k.n < 0 || !r.glued(j+1) || s.low != "s" && s.low != "'s" {
		return e, false
	}
	e.hi = j + 2
	prev := r.at(i - 1)
	switch w := k.end - k.start; {
	case w == 4 && k.n%10 == 0 && k.n >= 1000 && k.n < 2100:
		if s.low == "'s" && prev.class != cThe && prev.class != cEarly && prev.low != "-" {
			return e, false // 1990’s: of the year
		}
		e.date = stamp{g: gDecade, y: int(k.n / 10), sec: -1}
		if k.n%100 == 0 && k.n < 1900 {
			e.date = stamp{g: gCentury, y: int(k.n / 100), sec: -1}
		}
		return e, true
	case w == 2 && k.n%10 == 0 && k.n >= 10:
		the := prev.class == cThe || prev.class == cEarly && r.is(i-2, cThe) || r.word(i-1, "-") && r.is(i-2, cEarly) && r.is(i-3, cThe) || prev.low == "and" && r.word(i-2, "s")
		if !apostrophe && !the {
			return e, false // in his 30s
		}
		e.date = stamp{g: gDecade, y: 190 + int(k.n/10), sec: -1}
		if k.n < 20 {
			e.date.y += 10
		}
		return e, true
	}
	return e, false
}

// decadeWord is the tens of “sixties”, 0 for other words.
func decadeWord(w string) int {
	switch w {
	case "twenties":
		return 2
	case "thirties":
		return 3
	case "forties":
		return 4
	case "fifties":
		return 5
	case "sixties":
		return 6
	case "seventies":
		return 7
	case "eighties":
		return 8
	case "nineties":
		return 9
	}
	return 0
}

// shortYear reads ’82.
func (r *reader) shortYear(i int) (expr, bool) {
	e := expr{form: fDate, hi: i + 2}
	if !r.two(i+1, 99) || !r.glued(i+1) || r.glued(i) && i > 0 || r.glued(i+2) && r.at(i+2).kind != mark || !r.is(i-1, cSeason) && !preposition(r.at(i-1).low) {
		return e, false
	}
	e.date = stamp{g: gYear, y: century(part{int(r.at(i + 1).n), 2}), sec: -1}
	return e, true
}

// wordYear reads nineteen ninety-nine and two thousand and twenty behind a word
// that a year follows.
func (r *reader) wordYear(i int) (expr, bool) {
	e := expr{form: fDate}
	p := r.at(i - 1)
	if !(p.class == cHoliday || p.class == cWeekday || p.low == "day" || p.kind == number || p.low == "in" || p.low == "of" || p.low == "since" || p.low == "year" || p.low == "by" || p.class == cMonth || p.class == cOrdinal || p.low == "," || p.class == cCardinal && (r.is(i-2, cMonth) || r.is(i-2, cCardinal) && r.is(i-3, cMonth))) {
		return e, false
	}
	k := r.at(i)
	y, j := 0, i+1
	switch {
	case k.v == 2 && r.word(j, "thousand"):
		y, j = 2000, j+1
		if r.word(j, "and") && r.is(j+1, cCardinal) {
			j++
		}
	case k.v >= 15 && k.v <= 20:
		y = int(k.v) * 100
		if r.word(j, "hundred") {
			if j++; r.word(j, "and") && r.is(j+1, cCardinal) {
				j++
			}
		} else if !r.is(j, cCardinal) || r.at(j).v < 10 {
			return e, false
		}
	default:
		return e, false
	}
	if c := r.at(j); c.class == cCardinal && c.v > 0 {
		y, j = y+int(c.v), j+1
		if u := r.hyphen(j); c.v >= 20 && r.is(u, cCardinal) && r.at(u).v > 0 && r.at(u).v < 10 {
			y, j = y+int(r.at(u).v), u+1
		}
	}
	if r.is(j, cUnit) || r.at(j).class == plain && r.counted(j) {
		return e, false
	}
	e.date = stamp{g: gYear, y: y, sec: -1}
	e.hi = j
	return e, true
}
