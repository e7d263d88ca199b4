package lang

// A count is how many units: 60, two and a half, several.
type count struct {
	n     float64
	vague bool // several, a few: not known
	mod   int
	hi    int
	bare  bool // the article alone: “a year”
}

// count reads a number in digits or words.
func (r *reader) count(i int) (count, bool) {
	k := r.at(i)
	c := count{}
	switch {
	case k.class == cArticle:
		j := i + 1
		switch n := r.at(j); {
		case n.low == "couple":
			c.n, c.hi = 2, j+1
			if r.word(c.hi, "of") || r.word(c.hi, "more") {
				c.hi++
			}
			return c, true
		case n.class == cVague, n.low == "number" && r.word(j+1, "of"), n.low == "handful" && r.word(j+1, "of"):
			c.vague, c.hi = true, j+1
			if r.word(c.hi, "of") || r.word(c.hi, "more") {
				c.hi++
			}
			return c, true
		case n.class == cHalf: // a half hour
			c.n, c.hi = .5, r.hyphen(j+1)
			return c, true
		case n.class == cScale:
			c.n, c.hi = float64(n.v), j+1
			return c, true
		case n.class == cCardinal && n.v == 12:
			c.n, c.hi = 12, j+1
			return c, true
		case n.low == "full" || n.low == "further" || n.low == "whole" || n.low == "single" || n.low == "mere":
			c.n, c.hi = 1, j+1
			return c, true
		case n.class == cApprox:
			d, ok := r.count(j + 1)
			return d, ok && !d.bare
		}
		c.n, c.hi, c.bare = 1, i+1, true
		return c, true
	case k.class == cHalf:
		c.n, c.hi = .5, i+1
		if r.is(c.hi, cArticle) {
			c.hi++
		}
		c.hi = r.hyphen(c.hi)
		return c, true
	case k.class == cVague && k.low != "various":
		c.vague, c.hi = true, i+1
		if r.word(c.hi, "of") && r.is(c.hi+1, cThe) {
			return c, false
		}
		return c, true
	case k.kind == number:
		n, ok := decimal(k.low)
		if !ok {
			return c, false
		}
		c.n, c.hi = n, i+1
		if r.word(i+1, "/") && r.glued(i+2) && r.at(i+2).n > 0 && r.at(i+2).n < 10 {
			c.n, c.hi = n/float64(r.at(i+2).n), i+3
		}
	case k.class == cCardinal:
		c.n, c.hi = float64(k.v), i+1
		if k.v >= 20 {
			if j := r.hyphen(c.hi); r.is(j, cCardinal) && r.at(j).v < 10 && r.at(j).v > 0 {
				c.n, c.hi = c.n+float64(r.at(j).v), j+1
			}
		}
		for r.is(c.hi, cScale) {
			c.n, c.hi = c.n*float64(r.at(c.hi).v), c.hi+1
			j := c.hi
			if r.word(j, "and") {
				j++
			}
			if r.is(j, cCardinal) {
				c.n, c.hi = c.n+float64(r.at(j).v), j+1
				if u := r.hyphen(c.hi); r.at(j).v >= 20 && r.is(u, cCardinal) && r.at(u).v < 10 {
					c.n, c.hi = c.n+float64(r.at(u).v), u+1
				}
			}
		}
	case k.low == "single" && r.hyphen(i+1) > i+1:
		c.n, c.hi = 1, i+1
	case k.low == "another":
		c.n, c.hi = 1, i+1
		if d, ok := r.count(i + 1); ok && !d.bare {
			return d, true
		}
		return c, true
	default:
		return c, false
	}
	// two and a half; two-and-a-half
	if j := r.hyphen(c.hi); r.word(j, "and") {
		j = r.hyphen(j + 1)
		if r.is(j, cArticle) {
			j = r.hyphen(j + 1)
		}
		if r.is(j, cHalf) {
			c.n, c.hi = c.n+.5, j+1
		}
	}
	if r.word(c.hi, "more") || r.word(c.hi, "additional") || r.word(c.hi, "further") || r.word(c.hi, "other") {
		c.hi++
	}
	return c, true
}

// decimal reads digits with at most one point; commas group thousands.
func decimal(s string) (float64, bool) {
	n, frac := 0.0, 0.0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == ',':
		case s[i] == '.' && frac == 0:
			frac = 1
		case s[i] >= '0' && s[i] <= '9':
			n = n*10 + float64(s[i]-'0')
			frac *= 10
		default:
			return 0, false
		}
	}
	if frac > 0 {
		n /= frac
	}
	return n, n < 1e7
}

// unit reads a unit of time, with the adjectives that may stand before it: “five
// trading days”, “two consecutive quarters”.
func (r *reader) unit(i int) (g grain, many bool, hi int) {
	for n := 0; n < 2; n++ {
		switch r.at(i).low {
		case "straight", "consecutive", "successive", "trading", "business", "working", "calendar", "full", "long", "whole",
			"solid", "short", "entire", "single", "intense", "light", "sitting", "school", "more":
			i++
			continue
		}
		if r.is(i, cFiscal) && !r.word(i, "fy") {
			i++
		}
		break
	}
	k := r.at(i)
	if k.class != cUnit {
		return gNone, false, i
	}
	if h := r.hyphen(i + 1); k.low == "week" && h > i+1 && (r.word(h, "end") || r.word(h, "ends")) { // the week-end
		return gWeekend, r.word(h, "ends"), h + 1
	}
	return grain(k.v &^ plural), k.v&plural != 0, i + 1
}

var unitCode = [...]string{gCentury: "CE", gDecade: "DE", gYear: "Y", gQuarter: "Q", gMonth: "M", gFortnight: "W", gWeek: "W", gWeekend: "WE", gDay: "D", gHour: "H", gMinute: "M", gSecond: "S"}

// durationValue writes a count of units as TIMEX3 does: P4D, PT30M, P2.5Y, PXY.
func durationValue(n float64, vague bool, g grain) string {
	b := []byte{'P'}
	if g >= gHour {
		b = append(b, 'T')
	}
	switch {
	case g == gFortnight:
		n *= 2
	case g == gHour && n == .5:
		g, n = gMinute, 30
	}
	if vague {
		b = append(b, 'X')
	} else {
		b = appendFloat(b, n)
	}
	return string(append(b, unitCode[g]...))
}

func appendFloat(b []byte, n float64) []byte {
	whole := int(n)
	b = digits(b, whole, 1)
	if f := int((n-float64(whole))*100 + .5); f > 0 {
		b = append(b, '.')
		if f%10 == 0 {
			return digits(b, f/10, 1)
		}
		b = digits(b, f, 2)
	}
	return b
}

// measured reads an expression that begins with a count: “four days”, “a year
// ago”, “two weeks before 13 May”, “more than 60 days”, “once a year”.
func (r *reader) measured(i int) (expr, bool) {
	mod, j := r.comparison(i)
	if j == i && r.k[i].class == cApprox {
		mod, j = int(r.k[i].v), i+1
	}
	if r.is(j, cThe) && mod != modNone {
		return expr{}, false
	}
	c, ok := r.count(j)
	if !ok {
		return r.bareUnits(j, mod)
	}
	if c.bare && r.is(i, cArticle) && i > 0 {
		if e, ok := r.rate(i); ok {
			return e, ok
		}
	}
	if w := r.at(c.hi); w.class == cWeekday && w.v&plural != 0 && !c.vague && !c.bare {
		rel, hi := 0, c.hi+1
		switch n := r.at(hi); {
		case n.low == "from" && r.word(hi+1, "now"):
			rel, hi = 1, hi+2
		case n.class == cAgo:
			rel, hi = int(n.v), hi+1
		case n.low == "back":
			rel, hi = -1, hi+1
		}
		in := expr{form: fDate, wd: int(w.v &^ plural), noYear: true, noMonth: true, date: stamp{g: gDay, sec: -1}}
		return expr{form: fNamed, rel: rel, count: c.n, in: &in, hi: hi, date: in.date}, rel != 0
	}
	h := r.hyphen(c.hi)
	g, many, hi := r.unit(h)
	if g == gNone || (g == gWeekend || g == gQuarter) && !many && c.bare || !many && c.n > 120 && h == c.hi || g == gDay && !many && c.bare && r.at(hi).low == "-" {
		return expr{}, false
	}
	if !c.vague && c.n != 1 && c.n > 1 && !many && h == c.hi && !r.word(hi, "-") && r.k[j].kind != number && g != gHour {
		if !r.is(i-1, cArticle) && !r.is(i-1, cThe) || r.at(hi).kind != word || r.at(hi).class != plain {
			return expr{}, false // “a four day rally” is all
		}
	}
	e := expr{form: fDuration, unit: g, count: c.n, vague: c.vague, mod: mod, hi: hi}
	if c.mod != modNone {
		e.mod = c.mod
	}
	if h > c.hi || !many && c.n > 1 { // 10-year, 60 day
		if n := r.hyphen(hi); r.word(n, "old") {
			return expr{}, false // an age
		}
		if !many {
			return e, true
		}
	}
	if r.word(hi, "old") || r.word(hi, "of") && r.word(hi+1, "age") || r.word(i-1, "aged") || r.word(i-1, "age") || r.word(i-3, "aged") {
		return expr{}, false
	}
	if r.word(hi, "and") && (r.is(hi+1, cArticle) && r.is(hi+2, cHalf) || r.is(hi+1, cHalf) && !r.is(hi+2, cArticle)) { // an hour and a half
		e.count += .5
		e.hi = hi + 2
		if r.is(hi+1, cArticle) {
			e.hi++
		}
		hi, c.bare = e.hi, false
	}
	// an hour and 20 minutes; 2 years 1 month 21 days
	for n := 0; n < 3 && !c.vague && e.unit < gSecond; n++ {
		j := hi
		if r.word(j, "and") || r.word(j, ",") {
			j++
		}
		d, ok := r.count(j)
		if !ok || d.bare || d.vague || d.n != float64(int(d.n)) || r.at(j).kind != number && !r.is(j, cCardinal) {
			break
		}
		last := e.unit
		if len(e.more) > 0 {
			last = e.more[len(e.more)-1].unit
		}
		u, _, end := r.unit(d.hi)
		if u <= last || u > last+5 {
			break
		}
		e.more = append(e.more, portion{int(d.n), u})
		e.hi, hi = end, end
	}
	k := r.at(hi)
	shift := func(rel int, spoken bool, hi int) (expr, bool) {
		e.form, e.rel, e.spoken, e.hi = fShift, rel, spoken, hi
		return e, true
	}
	switch {
	case k.class == cAgo:
		if e.unit == gYear && !e.vague && k.v < 0 && r.is(hi+1, cThis) { // five years ago this week
			j := hi + 2
			if r.word(j, "past") || r.word(j, "last") {
				j++
			}
			if u := r.at(j); u.class == cUnit && (grain(u.v) == gWeek || grain(u.v) == gMonth) {
				e.in = &expr{form: fUnit, unit: grain(u.v), lo: hi + 1, hi: j + 1, date: stamp{g: gDay, sec: -1}}
				return shift(-1, false, j+1)
			}
		}
		return shift(int(k.v), false, hi+1)
	case k.low == "back" && many && !r.is(hi+1, cArticle) && r.at(hi+1).kind == mark:
		return shift(-1, false, hi+1)
	case (k.low == "later" || k.low == "earlier") && r.word(hi+1, "than"): // a comparison: “two years earlier than planned”
	case k.low == "later":
		return shift(1, true, hi+1)
	case k.low == "earlier" || k.low == "previously" || k.low == "beforehand":
		return shift(-1, true, hi+1)
	case k.low == "from" && (r.word(hi+1, "now") || r.is(hi+1, cDay) && r.at(hi+1).v == 0):
		return shift(1, false, hi+2)
	case k.low == "from" && r.word(i-1, "for"): // “for ten days from 18 December”: they begin then
	case k.low == "from" || k.low == "after" || k.low == "before" || k.low == "following" && many:
		if in, ok := r.point(hi + 1); ok && (in.form != fClock || in.date.g > gPart && e.unit >= gHour) && in.form != fDuration {
			e.in = &in
			rel := 1
			if k.low == "before" {
				rel = -1
			}
			return shift(rel, false, in.hi)
		}
		if k.low == "before" || k.low == "after" {
			if r.at(hi+1).kind == mark && r.at(hi+1).low != "\"" && r.at(hi+1).low != "“" { // “two years before.”
				rel := 1
				if k.low == "before" {
					rel = -1
				}
				return shift(rel, true, hi+1)
			}
		}
	}
	if c.bare && !r.durable(i, j, hi) {
		return e, false
	}
	if g == gSecond && !many {
		return e, false
	}
	return e, true
}

// durable reports whether “a day”, “a year” says how long: “a day of talks” does
// not, “over a year”, “for a day” and “a week after” do.
func (r *reader) durable(i, j, hi int) bool {
	if i != j {
		return true
	}
	switch r.at(i - 1).low {
	case "for", "in", "within", "after", "than", "least", "most", "just", "only", "half", "lasted", "lasting", "last", "lasts", "takes", "took", "take", "spent", "every", "almost", "over", "under", "exactly", "be", "another":
		return true
	}
	switch r.at(hi).low {
	case "after", "before", "apart", "old", "long", "from":
		return true
	}
	return false
}

// comparison reads “more than”, “at least”, “up to”; it gives i where there is none.
func (r *reader) comparison(i int) (mod, j int) {
	switch a, b := r.at(i).low, r.at(i+1).low; {
	case a == "more" && b == "than", a == "longer" && b == "than", a == "greater" && b == "than":
		return modMore, i + 2
	case a == "less" && b == "than", a == "fewer" && b == "than", a == "shorter" && b == "than":
		return modLess, i + 2
	case a == "at" && b == "least":
		return modLeast, i + 2
	case a == "at" && b == "most", a == "up" && b == "to":
		return modMost, i + 2
	case a == "no" && (b == "more" || b == "longer") && r.word(i+2, "than"):
		return modMost, i + 3
	case a == "no" && (b == "less" || b == "fewer") && r.word(i+2, "than"):
		return modLeast, i + 3
	case (a == "just" || a == "well" || a == "only" || a == "a" && b == "little") && (b == "over" || b == "under"):
		if b == "under" {
			return modLess, i + 2
		}
		return modMore, i + 2
	}
	return modNone, i
}

// bareUnits reads plural units that nothing counts: “for decades”, “within
// minutes”, “years ago”, “decades-long”.
func (r *reader) bareUnits(i, mod int) (expr, bool) {
	k := r.at(i)
	if k.class != cUnit || k.v&plural == 0 {
		return expr{}, false
	}
	e := expr{form: fDuration, unit: grain(k.v &^ plural), vague: true, mod: mod, hi: i + 1}
	n := r.at(i + 1)
	switch {
	case n.class == cAgo || n.low == "later" || n.low == "earlier":
		e.form, e.hi = fShift, i+2
		e.rel, e.spoken = int(n.v), n.class != cAgo
		if n.class != cAgo {
			e.rel = 1
			if n.low == "earlier" {
				e.rel = -1
			}
		}
		return e, true
	case r.word(r.hyphen(i+1), "long"):
		e.hi = r.hyphen(i+1) + 1
		return e, true
	}
	switch r.at(i - 1).low {
	case "for", "in", "within", "of", "after", "over", "just", "took", "take", "takes", "spent", "lasted", "mere":
		if e.unit >= gHour && r.word(i-1, "of") || r.word(i-1, "in") && e.unit == gSecond || n.low == "of" && r.word(i-1, "the") {
			return e, false
		}
		return e, r.at(i-2).kind != number
	}
	return e, false
}

// rate reads the article of “15 a year”, “$5 a day”: a SET.
func (r *reader) rate(i int) (expr, bool) {
	g, many, hi := r.unit(i + 1)
	if g == gNone || many || g == gWeekend || hi != i+2 {
		return expr{}, false
	}
	p := r.at(i - 1)
	switch {
	case p.kind == number && !(r.at(i-2).kind == word && r.at(i-2).class == cMonth):
	case p.low == "%", p.low == "million", p.low == "billion", p.low == "trillion", p.low == "percent", p.low == "cents", p.low == "dollars", p.low == "euros", p.low == "pounds",
		p.low == "barrels", p.low == "tons", p.low == "tonnes", p.low == "times", p.low == "once", p.low == "twice", p.class == cCardinal, p.class == cScale:
	default:
		return expr{}, false
	}
	if r.is(hi, cAgo) || r.is(hi, cEarly) || r.word(hi, "before") || r.word(hi, "after") {
		return expr{}, false
	}
	return expr{form: fSet, set: durationValue(1, false, g), hi: hi}, true
}
