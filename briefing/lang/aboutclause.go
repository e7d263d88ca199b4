package lang

// What a number measures where its noun says no more than the number itself does.

// clause finds what the sentence says of things that are counted and have no more than
// their name: what they are that is told behind them (“Americans that are at risk”,
// “women living with cancer”, “migrants may be at sea”), else whose they are and what was
// done with them, before the number (“Trump reportedly amassed 1,330 delegates”).
//
// It must not take what a relative clause says of the number for a matter of its own:
// the noun stays in the words where they go on behind it.
func (c *counting) clause(from, qualified int, np nounPhrase, hi int) (Span, bool) {
	i := np.head + 1
	if i+1 < hi {
		k := &c.tokens[i]
		switch {
		case (k.low == "who" || k.low == "that" || k.low == "which") && k.space:
			if end := c.tells(i+1, hi); end > i+1 {
				return c.trim(np.from, end, hi), true
			}
		case c.class(i) == posGerund && k.space:
			if end := c.tells(i, hi); end > i+1 {
				return c.trim(np.from, end, hi), true
			}
		case c.class(i) == posAuxiliary:
			if end := c.tells(i, hi); end > i+1 {
				return c.trim(np.from, end, hi), true
			}
		}
	}
	if np.head > np.from || c.tokens[np.head].cap {
		return Span{}, false // “asylum seekers” says enough
	}
	return c.deed(qualified)
}

// tells goes over a predicate and the phrases behind it: “are at risk of losing their
// homes”; i for none.
func (c *counting) tells(i, hi int) int {
	limit := min(hi, i+14)
	end := c.predicate(i, limit)
	if end == i {
		p := i
		for p < limit && (c.class(p) == posAuxiliary || c.class(p) == posAdverb) {
			p++
		}
		if p == i || p >= limit || c.class(p) != posPreposition {
			return i
		}
		end = p
	}
	return c.behind(end, hi, false)
}

// deed finds subject and verb before a number that is the verb's object: “Trump
// reportedly amassed”, “elections represented a total of”.
func (c *counting) deed(qualified int) (Span, bool) {
	lo := max(c.from[c.tokens[qualified].sentence], c.done)
	j := qualified - 1
	for j >= lo && c.tokens[j].kind == word {
		if cl := c.class(j); cl == posDeterminer || cl == posAdjective || cl == posQuantifier || c.tokens[j].low == "of" || carrier(c.tokens[j].low) {
			j--
			continue
		}
		break
	}
	end := j + 1
	verb := false
	for j >= lo && c.tokens[j].kind == word {
		cl := c.class(j)
		if !verb && (cl == posVerb || cl == posParticiple && j > lo) {
			if w := c.tokens[j].low; saying(w) || w == "is" || w == "are" || w == "was" || w == "were" {
				return Span{}, false
			}
			verb = true
		} else if cl != posAdverb && cl != posAuxiliary || !verb && cl == posAuxiliary && c.tokens[j].low != "has" && c.tokens[j].low != "have" && c.tokens[j].low != "had" {
			break
		}
		verb = verb || cl == posAuxiliary
		j--
	}
	if !verb || end == j+1 {
		return Span{}, false
	}
	if j >= lo && (c.tokens[j].low == "who" || c.tokens[j].low == "which" || c.tokens[j].low == "that") { // “a petition which now has”
		j--
	}
	start := c.nounsStart(j+1, lo)
	if start == j+1 || c.class(j) != posNominal {
		return Span{}, false
	}
	return c.trim(start, end, end), true
}

// suggested finds what a pronoun's clause right behind a number says of it: “the $50
// million you suggested within the agency”.
func (c *counting) suggested(i, hi int) (Span, bool) {
	if i+1 >= hi || !c.tokens[i].space {
		return Span{}, false
	}
	switch c.tokens[i].low {
	case "you", "we", "they", "he", "she", "i", "it":
	default:
		return Span{}, false
	}
	j := i + 1
	for j < hi && (c.class(j) == posAuxiliary || c.class(j) == posAdverb) {
		j++
	}
	if j >= hi || c.class(j) != posVerb && c.class(j) != posParticiple {
		return Span{}, false
	}
	return c.span(i, c.behind(j+1, hi, false)), true
}

// toward finds the first number of a fall or rise whose second is at token i: “from 28.3
// per cent of … to 19.3 per cent”. Both measure one thing.
func (c *counting) toward(i int) *Quantity {
	if i < 1 || c.tokens[i-1].low != "to" || c.tokens[i-1].unit != c.tokens[i].unit {
		return nil
	}
	q := c.figureBefore(i - 1)
	if q == nil || q.About.End == q.About.Start {
		return nil
	}
	text := c.units[q.Span.Unit].S[:q.Start]
	const from = "from "
	if len(text) < len(from) || text[len(text)-len(from):] != from {
		return nil
	}
	return q
}

// does finds what those that a number counts do: “76 per cent say they trust the service”.
func (c *counting) does(i, hi int) (Span, bool) {
	if i+1 >= hi || c.tokens[i].kind != word || c.class(i) != posVerb {
		return Span{}, false
	}
	if saying(c.tokens[i].low) { // what they say
		j := i + 1
		for j < hi && j < i+12 && c.tokens[j].kind == word && !c.beginsNumeral(j) {
			j++
		}
		if j < i+3 || j < hi && c.tokens[j].kind == number {
			return Span{}, false
		}
		return c.span(i, j), true
	}
	if j := c.predicate(i, min(hi, i+12)); j > i+1 {
		return c.span(i, c.behind(j, hi, false)), true
	}
	return Span{}, false
}

// governed finds what governs things that are counted and have no more than their name:
// the noun that they are of (“death of at least 50 people”), or the verb that has them for
// its object (“killing at least eight people”).
//
// It must not take the place where something happens for what it happens to: “in one hall
// with four interpreters” leaves the noun alone.
func (c *counting) governed(qualified int, np nounPhrase) (Span, bool) {
	if np.head > np.from || np.to < 0 {
		return Span{}, false
	}
	lo := max(c.from[c.tokens[qualified].sentence], c.done)
	j := qualified - 1
	for j >= lo && c.tokens[j].kind == word && (c.class(j) == posDeterminer || c.class(j) == posQuantifier) {
		j--
	}
	if j <= lo-1 || c.tokens[j].kind != word {
		return Span{}, false
	}
	switch c.class(j) {
	case posPreposition:
		if w := c.tokens[j].low; w != "of" && w != "from" || j == lo {
			return Span{}, false
		}
		start := c.nounsStart(j, lo)
		if start == j || c.class(j-1) != posNominal || carrier(c.tokens[j-1].low) || c.tokens[j-1].low == "series" {
			return Span{}, false
		}
		return c.trim(start, np.head+1, np.head+1), true
	default:
		// a deed that the sentence adds: “…, killing at least eight people”
		if j > lo && c.tokens[j].ending("ing") && c.tokens[j-1].low == "," {
			return c.span(j, j+1), true
		}
	}
	return Span{}, false
}

// verbGroup is the verb that a number at token i is the object of, with what it hangs on
// by “to”: “killing”, “planning to release”. Who says so and that there is so much are none.
func (c *counting) verbGroup(i int) Span {
	lo := max(c.from[c.tokens[min(i, len(c.tokens)-1)].sentence], c.done)
	j := i - 1
	for j >= lo && c.tokens[j].kind == word {
		if cl := c.class(j); cl != posDeterminer && cl != posAdjective && cl != posQuantifier && cl != posAdverb {
			break
		}
		j--
	}
	end := j + 1
	for j >= lo && c.tokens[j].kind == word {
		cl := c.class(j)
		if cl != posVerb && cl != posGerund && cl != posParticiple && (cl != posInfinitive || j == end-1) {
			break
		}
		if saying(c.tokens[j].low) {
			return Span{}
		}
		j--
	}
	if end == j+1 {
		return Span{}
	}
	switch c.tokens[end-1].low {
	case "hold", "holds", "held", "need", "needs", "use", "uses", "used", "include", "includes", "included", "make", "makes", "made", "take", "takes", "took", "see", "saw", "get", "got", "become", "became", "go", "went":
		return Span{} // it says nothing of it
	}
	return c.trim(j+1, end, end)
}
