package lang

import "strings"

// second reads the other end of a range or change: “36 and 40” behind between,
// “A to B”, “A-B”, “A or B”.
func (c *counting) second(a amount, hi int) (b amount, ok bool) {
	j := a.to
	if j+1 >= hi || a.hyphen && c.tokens[j].low != "to" {
		return b, false
	}
	k := &c.tokens[j]
	joins := false
	dash := false
	switch k.low {
	case "to":
		joins = true
	case "and":
		joins = c.before(a.from, "between")
	case "or":
		joins = true
	case "-", "–", "—", "−":
		joins = !k.space == !c.tokens[j+1].space && a.kind != Duration
		dash = true
	}
	if !joins || !c.beginsNumeral(j+1) && c.tokens[j+1].kind != word && currencySign(c.tokens[j+1].low) == "" {
		return b, false
	}
	b, ok = c.amount(j+1, hi)
	if !ok || b.fraction != a.fraction && a.kind == Count && b.kind == Count {
		return b, false
	}
	if f, qualified := c.qualifier(j + 1); qualified && f == j && k.low != "to" {
		return b, false
	}
	switch {
	case a.unit != "" && b.unit != "" && a.unit != b.unit:
		return b, false
	case a.unit != "" && b.unit == "":
		if a.kind != Money {
			return b, false
		}
		b.unit, b.kind = a.unit, a.kind
	}
	switch {
	case a.value == b.value:
		return b, false
	case dash && a.value > b.value:
		return b, false
	case k.low == "to" && a.value > b.value && !c.before(a.from, "from"):
		return b, false
	case k.low == "or" && (a.value >= b.value || b.value > 10*a.value):
		return b, false
	}
	return b, true
}

// before reports whether the word stands before token i, a qualifier between them
// left out.
func (c *counting) before(i int, w string) bool {
	from, _ := c.qualifier(i)
	return from > c.from[c.tokens[i].sentence] && c.tokens[from-1].low == w || from < i && c.tokens[from].low == w
}

func (c *counting) fromWord(i int) int {
	if i > c.done && c.tokens[i-1].low == "from" && c.tokens[i-1].unit == c.tokens[i].unit {
		return i - 1
	}
	return i
}

// changes reports whether “from A to B” is a change and no range: a verb or noun
// of change stands before it.
func (c *counting) changes(i int) bool {
	if !c.before(i, "from") {
		return false
	}
	lo := max(c.from[c.tokens[i].sentence], i-12)
	for j := i - 1; j >= lo; j-- {
		w := c.tokens[j].low
		switch w {
		case "rise", "rises", "rose", "risen", "fall", "falls", "fell", "fallen", "grow", "grew", "grown", "up", "down", "cut",
			"cuts", "increase", "increases", "decrease", "drop", "drops", "decline", "declines", "jump", "climb", "sank", "sunk",
			"slip", "surge", "change", "raise", "lower", "expand", "shrink", "shrank", "double", "halve", "reduce", "improve":
			return true
		}
		for _, stem := range [...]string{"increas", "decreas", "declin", "dropp", "jump", "climb", "rais", "lower", "reduc", "expand",
			"shrink", "surg", "slipp", "plung", "tumbl", "doubl", "improv", "widen", "narrow", "chang", "ris", "fall", "grow"} {
			if strings.HasPrefix(w, stem) && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing")) {
				return true
			}
		}
	}
	return false
}
