package lang

// behind goes on over what follows a head: “between a contractor and Australia”,
// “killed in the attack”, and, for what is counted, “were missing”.
func (c *counting) behind(i, hi int, clause bool) int {
	j := i
	limit := min(hi, i+14)
	between := false
	for j < limit {
		k := &c.tokens[j]
		if k.kind != word {
			break
		}
		switch cl := c.class(j); {
		case k.low == "and" && between:
			between = false
		case cl == posPreposition:
			switch k.low {
			case "of", "between", "among", "for", "in", "on", "with", "from", "against", "under", "by", "at", "near", "without", "within", "across", "below", "above", "over", "into":
			default:
				return j
			}
			between = k.low == "between"
		case cl == posInfinitive && j > i && j+1 < limit && (c.posAt(j+1) == posAdjective || c.hyphened(j+1, limit)) && !c.infinitive(j+1, limit): // “access to clean water”
		case clause:
			n := c.predicate(j, limit)
			if n == j {
				return c.being(j, limit)
			}
			if n == j+1 && nowhere(k.low) && c.behind(n, hi, false) == n {
				return j // where they live is not told
			}
			j = n
			clause = false
			continue
		default:
			return j
		}
		n := j + 1
		for n < limit && (c.class(n) == posDeterminer || c.class(n) == posQuantifier) {
			n++
		}
		if n < limit && k.kind == word && c.class(n) == posGerund && !c.inTimeAhead(n) { // “risk of developing …”
			if to := c.predicate(n, limit); to > n+1 {
				j = to
				continue
			}
		}
		if n >= limit || c.inTimeAhead(n) {
			return j
		}
		end := c.nounsEnd(n, limit)
		if end == n || c.class(end-1) != posNominal || k.low == "within" && (timeNoun(singularOf(c.tokens[end-1].low)) != "" || c.tokens[end-1].low == "period") {
			return j
		}
		j = end
	}
	return j
}

// being goes over a form of be and the place or state behind it: “were at sea”, “are out
// of order”; i for none.
func (c *counting) being(i, limit int) int {
	p := i
	for p < limit && c.class(p) == posAuxiliary {
		p++
	}
	if p > i && p+1 < limit && c.tokens[p].low == "out" && c.tokens[p+1].low == "of" {
		p++
	}
	if p > i && p < limit && c.class(p) == posPreposition {
		if to := c.behind(p, limit, false); to > p {
			return to
		}
	}
	return i
}

// predicate goes over a verb with its helpers and its object: “were confirmed dead”,
// “have taken the quiz”, “struggle to afford their medicines”. It is no predicate if it
// says who says so, or says another number of them; then it returns i.
func (c *counting) predicate(i, limit int) int {
	n, verb, be := i, false, false
	for n < limit && c.tokens[n].kind == word {
		switch cl := c.class(n); cl {
		case posAuxiliary:
			switch c.tokens[n].low {
			case "is", "are", "was", "were", "be", "been", "being":
				be = true
			case "have", "has", "had": // of one's own: “have the condition”
				if n+1 < limit {
					switch c.class(n + 1) {
					case posDeterminer, posNominal, posAdjective:
						verb = true
					}
				}
			}
		case posAdverb:
		case posParticiple, posGerund, posVerb:
			if saying(c.tokens[n].low) && !be {
				return i
			}
			verb = true
		case posAdjective:
			if !be && n > i {
				goto object
			}
			verb = true
		case posInfinitive:
			if n+1 >= limit || c.class(n+1) != posVerb && c.tokens[n+1].low != "have" && c.tokens[n+1].low != "be" || c.hyphened(n+1, limit) {
				goto object
			}
			n++
		default:
			goto object
		}
		n++
	}
object:
	if !verb {
		return i
	}
	for n > i+1 && c.class(n-1) == posAdverb {
		n--
	}
	if n+1 < limit && (c.tokens[n].low == "or" || c.tokens[n].low == "and") {
		switch c.class(n + 1) {
		case posAdjective, posParticiple: // “overweight or obese”
			return n + 2
		}
		return n
	}
	if n < limit {
		switch c.tokens[n].low {
		case "it", "them", "him", "us", "me":
			return n + 1
		}
	}
	if n+1 < limit { // carried out, build up
		switch c.tokens[n].low {
		case "out", "up", "off", "down", "back", "away":
			n++
		}
	}
	k := n
	for k < limit && (c.class(k) == posDeterminer || c.class(k) == posQuantifier) {
		k++
	}
	if k >= limit {
		return n
	}
	if c.class(k) == posNumeric || currencySign(c.tokens[k].low) != "" {
		return i
	}
	end := c.nounsEnd(k, limit)
	if end > k && c.class(end-1) == posAdjective && turnsInto(c.tokens[n-1].low) {
		return end // become available
	}
	if end == k || c.class(end-1) != posNominal && c.tokens[end-1].kind != number || c.inTimeAhead(k) {
		return n
	}
	if carrier(c.tokens[end-1].low) {
		return i
	}
	return end
}

// turnsInto lists verbs that say of their subject what the adjective behind them says.
func turnsInto(w string) bool {
	switch w {
	case "become", "becomes", "became", "remain", "remains", "remained", "stay", "stays", "stayed", "seem", "seems", "seemed", "go", "went", "stand", "stands", "stood":
		return true
	}
	return false
}

// nowhere lists verbs that say nothing without a place or a measure.
func nowhere(w string) bool {
	switch w {
	case "live", "lives", "lived", "go", "went", "stand", "stood", "lie", "lies", "range", "become", "became", "remain", "remains", "remained", "have", "are", "were":
		return true
	}
	return false
}

// carrier lists nouns that carry a number and say nothing of what it measures: “at a
// pace of”, “an average of”, “on the way to”.
func carrier(w string) bool {
	switch w {
	case "pace", "average", "total", "sum", "amount", "figure", "number", "maximum", "minimum", "level", "levels", "way", "path", "course", "track",
		"tune", "count", "mean", "median", "estimate", "record":
		return true
	}
	return false
}

// purpose finds what a sum that somebody pays, saves or gets is for: “in fees”, “on
// prescription drugs”, “to the local economy”, “to rebuild the harbour”.
func (c *counting) purpose(i, hi int) (Span, bool) {
	i = c.each(i, hi)
	if i+1 >= hi {
		return Span{}, false
	}
	j := i + 1
	switch c.tokens[i].low {
	case "in", "on", "for", "toward", "towards", "of", "off":
	case "to":
		if c.infinitive(j, hi) { // its object stands behind it
			if end := c.behind(c.predicate(j, min(hi, j+12)), hi, false); end > j+1 {
				return c.span(i, end), true
			}
			return Span{}, false
		}
	default:
		return Span{}, false
	}
	for j < hi && (c.class(j) == posDeterminer || c.class(j) == posQuantifier) {
		j++
	}
	if j >= hi || c.inTimeAhead(j) || c.tokens[i].low == "in" && c.tokens[j].cap {
		return Span{}, false
	}
	at := j
	if c.class(j) == posVerb && c.posAt(j) == posNominal { // the class of a noun behind “to”
		at++
	}
	end := max(at, c.nounsEnd(at, hi))
	if end == j || end == at && at > j || end > at && c.class(end-1) != posNominal {
		return Span{}, false
	}
	return c.trim(j, c.behind(end, hi, false), hi), true
}

// infinitive reports whether the word at i, behind “to”, is a verb: “to modernize the
// fleet”, “to help countries”, not “to local schools”.
func (c *counting) infinitive(i, hi int) bool {
	if c.class(i) != posVerb {
		return false
	}
	if c.posAt(i) == posVerb {
		return true
	}
	switch c.tokens[i].low {
	case "help", "fund", "fight", "support", "aid", "boost", "train", "repair", "house", "cut", "stop", "end", "start", "back", "finance", "upgrade", "plan",
		"combat", "tackle", "store", "ship", "fix", "run", "clean":
		return true
	}
	if i+1 < hi {
		switch c.class(i + 1) {
		case posDeterminer, posQuantifier, posPronoun:
			return true
		}
	}
	return false
}

// paying lists verbs whose subject deals in money: what the sum measures is not they.
func paying(w string) bool {
	switch w {
	case "pay", "pays", "paid", "paying", "spend", "spends", "spent", "spending", "save", "saves", "saved", "saving", "give", "gives", "gave", "given",
		"commit", "commits", "committed", "contribute", "contributes", "contributed", "secure", "secures", "secured", "direct", "directs",
		"directed", "receive", "receives", "received", "get", "gets", "got", "win", "wins", "won", "lend", "lends", "lent", "raise", "raised", "invest",
		"invests", "invested", "deliver", "delivers", "delivered", "provide", "provides", "provided", "allocate", "allocates", "allocated", "pledge", "pledges", "pledged", "promise",
		"promises", "promised", "donate", "donated", "grant", "granted", "offer", "offers", "offered", "award", "awarded", "borrow", "borrowed",
		"owe", "owes", "owed", "seek", "seeks", "sought", "request", "requests", "requested", "approve", "approves", "approved", "earn", "earns",
		"earned", "lose", "loses", "lost", "collect", "collected", "transfer", "transferred", "send", "sends", "sent", "seize", "seized", "need",
		"needs", "needed", "waste", "wasted", "mobilize", "mobilized", "mobilizing", "mobilise", "mobilised", "mobilising", "put", "devote", "devoted", "earmark", "earmarked", "appropriate", "appropriated", "set":
		return true
	}
	return false
}
