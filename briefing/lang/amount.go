package lang

// An amount is a numeral with the unit that stands with it: “$60 billion”,
// “5 feet 2 inches”, “three-mile”. Without a unit the kind is Count and the noun
// that it counts is looked for later.
type amount struct {
	numeral
	unit   string
	kind   QuantityKind
	from   int // with a currency sign before it
	to     int // with the unit behind it
	hyphen bool
}

// amount reads the amount that begins with token i.
func (t *counting) amount(i, hi int) (a amount, ok bool) {
	code, at := t.moneyBefore(i, hi)
	n, ok := t.numeral(at, hi, code != "")
	if !ok {
		return a, false
	}
	a = amount{numeral: n, from: i, to: n.to, kind: Count}
	if code != "" {
		a.unit, a.kind = code, Money
		if a.to < hi && t.tokens[a.to].low == "m" && n.scale == 1 && !n.fraction { // $5 m
			a.value, a.scale, a.to = n.value*1e6, 1e6, a.to+1
		}
		return a, true
	}
	if a.fraction && a.words && a.to < hi {
		// half an hour, three-quarters of a mile
		j := a.to
		if t.tokens[j].low == "of" {
			j++
		}
		if j < hi && (t.tokens[j].low == "a" || t.tokens[j].low == "an") {
			if m, ok := t.unit(j+1, hi); ok {
				a.unit, a.kind, a.to = m.name, m.kind, m.to
				return a, true
			}
		}
	}
	j := a.to
	if j+1 < hi && (t.tokens[j].low == "-" || t.tokens[j].low == "–") && !t.tokens[j].space && !t.tokens[j+1].space && t.tokens[j+1].kind == word {
		j++ // 3-inch, five-year-old
	}
	if j < hi && j == a.to { // 30 MUSD, as markets write millions
		if w := t.of(t.tokens[j]); len(w) == 4 && w[0] == 'M' && t.tokens[j].upper && currencyCode(w[1:]) != "" {
			a.unit, a.kind, a.value, a.scale, a.to = currencyCode(w[1:]), Money, a.value*1e6, 1e6, j+1
			return a, true
		}
	}
	if j+2 < hi && t.tokens[j].low == "or" && (t.tokens[j+1].low == "more" || t.tokens[j+1].low == "less") { // 1,000 or more kilograms
		if m, ok := t.unit(j+2, hi); ok && m.kind == Measure {
			j += 2
		}
	}
	m, ok := t.unit(j, hi)
	if !ok {
		if a.plain && t.ageBefore(i) {
			a.unit, a.kind = "year", Age
		}
		return a, true
	}
	a.hyphen = j == a.to+1
	a.unit, a.kind, a.to = m.name, m.kind, m.to
	switch a.unit {
	case "pound":
		if a.scale >= 1e5 || t.sterlingSpoken() {
			a.unit, a.kind = "GBP", Money
		}
	case "second":
		if a.value != 1 && t.tokens[m.to-1].low == "second" && !a.hyphen { // two second terms
			a.unit, a.kind, a.to = "", Count, n.to
		}
	}
	if a.kind == Money && a.scale == 1 && a.to < hi { // 75 USD million
		if s := scaleWord(t.tokens[a.to].low); s >= 1000 {
			a.value, a.scale, a.to = a.value*s, s, a.to+1
		}
	}
	t.compound(&a, hi)
	return a, true
}

// ageBefore reports whether the number at token i is an age by what stands around it:
// “aged 7”, “the age of 7”, “Jane Doe, 53, said”, “Jane and John Doe, 53 and 55, said”.
func (t *counting) ageBefore(i int) bool {
	lo, hi := t.from[t.tokens[i].sentence], t.from[t.tokens[i].sentence+1]
	if i == lo {
		return false
	}
	if n := t.tokens[i].n; n > 9 && n < 110 && i+1 < hi {
		name := i-2 >= lo && t.tokens[i-1].low == "," && t.tokens[i-2].kind == word && t.tokens[i-2].cap && !t.tokens[i-2].upper && !monthOrDay(t.tokens[i-2].low)
		next := t.tokens[i+1].low
		switch {
		case name && (next == "," || next == "and" && i+3 < hi && t.tokens[i+2].n > 0 && t.tokens[i+3].low == ","):
			return true
		case next == "," && t.tokens[i-1].low == "and" && len(t.out) > 0 && t.out[len(t.out)-1].Kind == Age && t.out[len(t.out)-1].End == int(t.tokens[i-2].end):
			return true
		}
	}
	switch w := t.tokens[i-1].low; w {
	case "aged", "age":
		return true
	case "of":
		return i-2 >= lo && t.tokens[i-2].low == "age"
	}
	return false
}

// compound adds the smaller half of “5 feet 2 inches” and “3 dollars and 50 cents”.
func (t *counting) compound(a *amount, hi int) {
	small, in := "", 0.
	switch {
	case a.unit == "foot":
		small, in = "inch", 12
	case a.unit == "pound" && a.kind == Measure:
		small, in = "ounce", 16
	case a.kind == Money && a.scale == 1:
		small, in = "cent", 100
	default:
		return
	}
	j := a.to
	if j < hi && t.tokens[j].low == "and" {
		j++
	}
	if j >= hi || !t.beginsNumeral(j) {
		return
	}
	n, ok := t.numeral(j, hi, false)
	if !ok || n.value >= in || n.value < 0 {
		return
	}
	k := n.to
	m, ok := t.unit(k, hi)
	if !ok && small == "cent" && n.value >= 10 && n.value == float64(int(n.value)) && !t.tokens[a.to-1].upper && (k == hi || t.tokens[k].kind == mark) {
		m, ok = measured{small, Money, k}, true // fifteen dollars fifty
	}
	if !ok && small == "inch" && k < hi && t.of(t.tokens[k]) == "in" {
		m, ok = measured{"inch", Measure, k + 1}, true
	}
	if !ok || m.name != small && !(small == "cent" && m.name == "pence") {
		return
	}
	a.value += n.value / in
	a.to = m.to
	a.plain = false
}

// moneyBefore reads the currency that begins with token i, before a number, and
// says where the number begins.
func (t *text) moneyBefore(i, hi int) (code string, at int) {
	k := &t.tokens[i]
	if i+1 >= hi {
		return "", i
	}
	next := &t.tokens[i+1]
	switch k.kind {
	case mark:
		if c := currencySign(k.low); c != "" && t.beginsNumeral(i+1) {
			return c, i + 1
		}
	case word:
		if next.low == "$" && i+2 < hi && t.beginsNumeral(i+2) {
			if c := dollarBefore(k.low); c != "" && !(next.space && (k.low == "a" || k.low == "s" || k.low == "r" || k.low == "can")) {
				return c, i + 2
			}
		}
		if next.kind == number {
			if c := currencyCode(t.of(*k)); c != "" && (next.space || c != "COP" && c != "MAD") { // COP26 is a conference
				return c, i + 1
			}
			if k.low == "dollar" {
				return "USD", i + 1
			}
		}
	}
	return "", i
}

// sterlingSpoken reports whether the text has pounds that are money.
func (t *counting) sterlingSpoken() bool {
	if t.pounds == unasked {
		t.pounds = weight
		for i := range t.tokens {
			if l := t.tokens[i].low; l == "£" || l == "sterling" || l == "pence" {
				t.pounds = money
				break
			}
		}
	}
	return t.pounds == money
}

// qualifier reads the words before token i that say how exact a number is, and
// where they begin: about, more than, at least, up to.
func (t *text) qualifier(i int) (from int, ok bool) {
	lo := t.from[t.tokens[i].sentence]
	w := func(n int) string { // the nth word before i
		if i-n < lo || t.tokens[i-n].unit != t.tokens[i].unit {
			return ""
		}
		return t.tokens[i-n].low
	}
	switch w(1) {
	case "about", "around", "roughly", "approximately", "nearly", "almost", "some", "circa", "over", "under", "exactly",
		"approx", "exceeding", "topping", "barely", "~", "≈", ">", "<", "estimated", "above", "below", "fully", "only":
		from = i - 1
		switch w(1) {
		case "only":
			return from, true
		case "estimated":
			if w(2) == "an" {
				return i - 2, true
			}
			return from, true
		}
		if w(2) == "just" || w(2) == "well" || w(2) == "slightly" {
			from = i - 2
		}
		return from, true
	case "than":
		switch w(2) {
		case "more", "less", "fewer", "greater", "higher", "lower", "better":
			from = i - 2
			if w(3) == "no" || w(3) == "not" {
				from = i - 3
			}
			return from, true
		}
	case "least", "most":
		if w(2) == "at" {
			return i - 2, true
		}
	case "to":
		switch w(2) {
		case "up", "close", "near":
			return i - 2, true
		}
	case "of":
		if w(2) == "excess" && w(3) == "in" {
			return i - 3, true
		}
	case "as":
		switch w(2) {
		case "many", "much", "few", "little", "high", "low":
			if w(3) == "as" {
				return i - 3, true
			}
		}
	case "another":
		return i, false
	}
	return i, false
}
