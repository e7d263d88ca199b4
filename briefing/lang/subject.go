package lang

// subject finds the noun phrase before an amount: the noun of “a cost of”, the
// object that a price is paid for, the subject of “fell to”.
func (c *counting) subject(i, hi int) (Span, bool) {
	lo, shared := c.from[c.tokens[min(i, hi-1)].sentence], Span{}
	if n := len(c.out); n > 0 && c.out[n-1].Kind <= Rate {
		// not past the number before: “$5m, then $6m” are of one thing
		last := c.out[n-1]
		for k := i - 1; k >= lo && k > i-6; k-- {
			if int(c.tokens[k].unit) == last.Span.Unit && int(c.tokens[k].start) < last.End {
				lo, shared = k+1, last.About
				break
			}
		}
	}
	j := i - 1
	// prepositions, adverbs and a year between the noun or verb and the amount
	for j >= lo && (c.tokens[j].kind == word || c.yearPhrase(j, lo)) {
		cl := c.class(j)
		if c.tokens[j].kind == number {
			j -= 2
			continue
		}
		if cl != posPreposition && cl != posAdverb && cl != posInfinitive && cl != posDeterminer && cl != posQuantifier {
			break
		}
		j--
	}
	if j >= lo && c.tokens[j].kind == mark {
		switch c.tokens[j].low {
		case ":", ",", "–", "—", "-", "=":
			if j+1 == i || c.tokens[j].low == "," { // “cocaine, 10 µg/L”, “Cost: $5m”
				j = c.beforeBracket(j-1, lo)
			}
		}
	}
	// a verb group
	verbs := false
	for j >= lo && c.tokens[j].kind == word {
		cl := c.class(j)
		if verbs && c.tokens[j].low == "since" && j > lo && c.class(j-1) == posAuxiliary { // had since risen
			j--
			continue
		}
		if cl != posVerb && cl != posAuxiliary && cl != posAdverb && cl != posInfinitive && cl != posParticiple && (cl != posGerund || !verbs && j == i-1 && !c.doing(j, lo)) {
			if !verbs && cl == posNominal && c.turns(j, lo) {
				verbs = true
				j--
				continue
			}
			break
		}
		if saying(c.tokens[j].low) {
			return Span{}, false // who says it is not what it measures
		}
		verbs = true
		j--
	}
	if j >= lo && c.tokens[j].low == "," && verbs { // “The price, to be paid in cash, is …”
		for n := j - 1; n >= lo && n > j-14; n-- {
			if c.tokens[n].low == "," {
				j = n - 1
				break
			}
		}
	}
	end := j + 1
	start := c.nounsStart(end, lo)
	if start == end || c.class(end-1) > posGerund {
		if p := c.beforeAdjunct(j, lo); p < j { // “inflation a year ahead is …”
			end = p + 1
			start = c.nounsStart(end, lo)
		}
	}
	if start == end || c.class(end-1) > posGerund {
		if shared.End == shared.Start && verbs && j >= lo && c.class(j) == posConjunction {
			if q := c.figureBefore(i - 1); q != nil {
				shared = q.About // “was put at $5m and has risen to $6m”
			}
		}
		return shared, shared.End > shared.Start
	}
	if end == i && c.class(end-1) == posGerund && (end-1 == start || isPlural(c.tokens[end-2].low) || c.class(end-2) > posParticiple) {
		return Span{}, false // “thereby losing $5m”, “rules covering 40 miles”
	}
	if carrier(c.tokens[end-1].low) && start > lo { // “bonds at a pace of”, “the world is on the way to”
		if s, ok := c.subject(start, hi); ok && !c.bare(s) {
			return s, true
		}
	}
	if end == start+1 && measureNoun(singularOf(c.tokens[start].low)) != "" {
		return shared, shared.End > shared.Start // “$80 a barrel, $62 a barrel”: a unit is no matter
	}
	return c.trim(start, end, hi), true
}

// doing reports whether the word in -ing at j is what somebody is doing: “they are committing”.
func (c *counting) doing(j, lo int) bool {
	p := j - 1
	for p > lo && c.class(p) == posAdverb {
		p--
	}
	if p < lo {
		return false
	}
	switch c.tokens[p].low {
	case "is", "are", "was", "were", "been", "be", "am":
		return true
	}
	return false
}

// yearPhrase reports whether token j is the year of “in 2020”, “into 2022”.
func (c *counting) yearPhrase(j, lo int) bool {
	if j <= lo || c.tokens[j].kind != number || c.tokens[j].end-c.tokens[j].start != 4 {
		return false
	}
	if v := c.plainValue(j); v < 1900 || v >= 2100 {
		return false
	}
	switch c.tokens[j-1].low {
	case "in", "into", "by", "since", "during", "through":
		return true
	}
	return false
}

// beforeAdjunct goes back over a phrase of time or place that ends at token j and is no
// part of a noun phrase: “in 2020”, “between one and two years ahead”; j for none.
func (c *counting) beforeAdjunct(j, lo int) int {
	for p := j; p > lo && p > j-9; p-- {
		k := &c.tokens[p]
		if k.kind == mark && k.low != "-" || c.class(p) == posVerb || c.class(p) == posAuxiliary || c.class(p) == posPronoun && k.low != "one" {
			return j
		}
		switch k.low {
		case "in", "on", "between", "over", "during", "by", "since", "for", "at", "from", "into", "within":
			if n := len(c.out); n > 0 && c.out[n-1].Kind <= Rate && c.out[n-1].Span.Unit == int(k.unit) && c.out[n-1].End > int(c.tokens[p-1].start) {
				return j // a figure stands between
			}
			if c.class(p-1) == posNominal {
				return p - 1
			}
			return j
		}
	}
	return j
}

// verbBefore is the verb that a number at token i is the object of, "" for none.
func (c *counting) verbBefore(i int) string {
	lo := c.from[c.tokens[min(i, len(c.tokens)-1)].sentence]
	j := i - 1
	for j >= lo && c.tokens[j].kind == word {
		switch c.class(j) {
		case posAdverb, posDeterminer, posQuantifier:
		case posPreposition:
			if l := c.tokens[j].low; l != "of" && l != "than" && l != "about" && l != "around" && l != "over" {
				return ""
			}
		case posNominal, posAdjective:
			if paying(c.tokens[j].low) {
				return c.tokens[j].low
			}
			if !carrier(c.tokens[j].low) && c.tokens[j].low != "estimated" {
				return ""
			}
		case posVerb, posParticiple, posGerund:
			return c.tokens[j].low
		default:
			return ""
		}
		j--
	}
	return ""
}

// measuring reports whether the verb before token i says how much its subject is: “is
// up”, “fell”.
func (c *counting) measuring(i int) bool {
	lo := c.from[c.tokens[min(i, len(c.tokens)-1)].sentence]
	for j := i - 1; j >= lo && j > i-5 && c.tokens[j].kind == word; j-- {
		switch l := c.tokens[j].low; {
		case l == "is" || l == "are" || l == "was" || l == "were" || l == "be" || l == "been":
			return true
		case l == "fell" || l == "rose" || l == "grew" || l == "shot" || l == "fallen" || l == "risen" || l == "grown" || changeVerb(l) || changeVerb(singularOf(l)):
			return true
		case c.class(j) == posNominal:
			return false
		}
	}
	return false
}

// turns reports whether the word at j, a noun elsewhere, is the verb of the noun before
// it: “the cap drops to”, “prices fall”, “purchases now run at”. A noun and its verb agree,
// and what “of” follows is a noun.
func (c *counting) turns(j, lo int) bool {
	w := c.tokens[j].low
	p := j - 1
	for p > lo && c.class(p) == posAdverb {
		p--
	}
	if p < lo || c.class(p) != posNominal || c.tokens[p].kind != word || j+1 < len(c.tokens) && c.tokens[j+1].low == "of" {
		return false
	}
	switch many := isPlural(c.tokens[p].low); {
	case isPlural(w):
		return !many && (changeVerb(w) || changeVerb(singularOf(w)))
	case changeVerb(w):
		return many || changed(w)
	default:
		return many && w == "call"
	}
}

// changed lists the forms among changeVerb that go with one and with many.
func changed(w string) bool {
	switch w {
	case "averaged", "totaled", "hit", "reached", "jumped", "slid", "earned", "cost":
		return true
	}
	return false
}

func saying(w string) bool {
	switch w {
	case "said", "says", "say", "told", "announced", "reported", "estimated", "estimates", "added", "claimed", "claims", "believe", "believes",
		"expects", "expected", "warned", "noted", "thinks", "counted", "counts", "calculated", "found", "finds":
		return true
	}
	return false
}

// beforeBracket goes back over a bracket that ends with token j.
func (c *counting) beforeBracket(j, lo int) int {
	if j < lo || c.tokens[j].low != ")" {
		return j
	}
	for n := j - 1; n >= lo && n > j-10; n-- {
		if c.tokens[n].low == "(" {
			return n - 1
		}
	}
	return j
}

// changeVerb lists words that are verbs of change between a subject and a number,
// and nouns elsewhere.
func changeVerb(w string) bool {
	switch w {
	case "cost", "costs", "averaged", "totaled", "total", "totals", "hit", "reach", "reached", "slip", "drop", "rise", "increase",
		"fall", "decline", "climb", "grow", "surge", "jump", "dip", "run", "decrease", "peak", "exceed", "average", "stand",
		"jumped", "slid", "measures", "weighs", "stands", "equals", "runs", "earned", "yields", "sits":
		return true
	}
	return false
}

// nounsStart goes back over a noun phrase and the phrases it hangs on by “of”,
// “for”, “in”, “on”, “between”.
func (c *counting) nounsStart(end, lo int) int {
	j := end
	limit := max(lo, end-16)
	for j > limit {
		k := &c.tokens[j-1]
		if k.kind == mark {
			if (k.low == "-") && !k.space && !c.tokens[j].space && j < end {
				j--
				continue
			}
			break
		}
		cl := c.class(j - 1)
		if j < end && c.hyphened(j-1, end) { // out-of-pocket costs
			j--
			continue
		}
		switch {
		case cl <= posGerund && cl != posParticiple, cl == posPossession, cl == posParticiple && j < end:
			j--
			continue
		case cl == posQuantifier && j < end:
			j--
			continue
		case k.kind == number && j < end && !c.tokens[j].space: // 25th
			j--
			continue
		case k.kind == number && j < end && j-1 > limit && c.tokens[j-2].cap && c.class(j) == posNominal: // Forbes 400 list
			j--
			continue
		case j < end && (cl == posDeterminer || cl == posPreposition || cl == posInfinitive):
			n := j - 1
			if cl == posDeterminer && n > limit {
				n--
			}
			if n > limit {
				switch c.tokens[n].low {
				case "of", "for", "in", "on", "between", "with", "per", "against", "under", "to":
					if n-1 >= lo && (c.class(n-1) == posNominal || c.tokens[n].low == "to" && paying(c.tokens[n-1].low) && n-2 >= lo && c.class(n-2) == posNominal) && c.tokens[n-1].kind == word {
						j = n
						continue
					}
				}
			}
		}
		break
	}
	for j < end && (c.tokens[j].kind == mark || c.class(j) == posQuantifier || c.class(j) == posPossession) {
		j++
	}
	return j
}
