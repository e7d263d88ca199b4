package lang

import "strings"

// A nounPhrase is tokens from up to to with its head; head is -1 where there is none.
type nounPhrase struct{ from, head, to int }

// counted finds the noun that a number counts: “301 stores”, “16 different drugs”,
// “27-nation bloc”, “two-thirds of members”.
//
// The head of what is counted is a plural, and what stands before it is not: so
// the first plural ends the search. It must not catch the verb in “39 are dead”
// nor the noun behind a bare year.
func (c *counting) counted(a amount, hi int) nounPhrase {
	none := nounPhrase{head: -1}
	j := a.to
	if j >= hi {
		return none
	}
	if k := &c.tokens[j]; (k.low == "-" || k.low == "–") && !k.space && j+1 < hi && !c.tokens[j+1].space && c.tokens[j+1].kind == word {
		if w := c.tokens[j+1].low; c.class(j+1) == posNominal && w != "to" && w != "and" {
			return nounPhrase{j + 1, j + 1, j + 2}
		}
		return none
	}
	if c.tokens[j].low == "of" && j+1 < hi {
		if !a.fraction && a.scale < 1000 && c.class(j+1) != posDeterminer {
			return none
		}
		j++
		for j < hi && (c.class(j) == posDeterminer || c.class(j) == posQuantifier) {
			j++
		}
	} else if a.fraction && j < hi && c.class(j) == posDeterminer {
		j++
	}
	from := j
	singular := -1
	for ; j < hi && j < from+7; j++ {
		k := &c.tokens[j]
		if k.kind == mark {
			if k.low == "-" && !k.space && j+1 < hi && !c.tokens[j+1].space {
				continue
			}
			break
		}
		cl := c.class(j)
		if cl == posVerb && j+1 < hi && isPlural(c.tokens[j+1].low) && c.class(j+1) == posNominal && j == from {
			continue // 22 sold units
		}
		if cl > posAdverb && cl != posQuantifier || cl == posAdverb && !k.ending("ly") {
			break
		}
		if cl == posNominal || cl == posGerund && isPlural(k.low) {
			if isPlural(k.low) && (a.value != 1 || a.fraction) {
				if j+1 < hi && isPlural(c.tokens[j+1].low) && c.class(j+1) == posNominal && c.tokens[j+1].space {
					continue // sales managers' meetings: the last of them
				}
				return nounPhrase{from, j, j + 1}
			}
			singular = j
		}
	}
	if singular >= 0 && (a.value == 1 || a.fraction) {
		return nounPhrase{from, singular, singular + 1}
	}
	// 2000 Thai and 74 Malaysian stores: the noun stands with the second number
	if !c.shared && j > from && j+1 < hi && (c.tokens[j].low == "and" || c.tokens[j].low == "or") && c.beginsNumeral(j+1) {
		if b, ok := c.amount(j+1, hi); ok && b.kind == Count {
			c.shared = true
			np := c.counted(b, hi)
			c.shared = false
			if np.head > b.to {
				return nounPhrase{from, np.head, -j}
			}
		}
	}
	return none
}

// isPlural reports whether a noun's form is a plural, or one that serves as such.
func isPlural(w string) bool {
	switch w {
	case "people", "men", "women", "children", "police", "personnel", "staff", "aircraft", "cattle", "sheep", "troops", "crew",
		"species", "spacecraft", "feet", "teeth", "mice", "geese", "data", "criteria", "media", "fish", "clergy", "lives":
		return true
	case "this", "his", "its", "was", "is", "has", "does", "as", "us", "yes", "thus", "plus", "news", "diabetes", "headquarters", "measles", "means", "mathematics", "texas", "paris", "brussels", "wales", "christmas", "bias", "politics", "economics",
		"perhaps", "always", "across", "versus", "crisis", "basis", "analysis", "bus", "gas", "virus", "campus", "status",
		"congress", "consensus", "focus", "census", "physics", "series", "goods-", "towards", "besides", "sometimes", "says", "ms":
		return false
	}
	if strings.HasSuffix(w, "men") && len(w) > 5 {
		return true
	}
	n := len(w)
	return n > 3 && w[n-1] == 's' && w[n-2] != 's' && w[n-2] != '\'' && w[n-2] != 'u' && w[n-2] != 'i'
}

// singularOf takes a regular plural's ending off; people and men stay.
func singularOf(w string) string {
	if !isPlural(w) || w[len(w)-1] != 's' {
		return w
	}
	switch {
	case w == "lives":
		return "life"
	case w == "troops" || w == "species":
		return w
	case strings.HasSuffix(w, "ies") && len(w) > 5:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "shes"):
		return w[:len(w)-2]
	}
	return w[:len(w)-1]
}

// about finds what the number of tokens from to to measures. np is what it counts;
// qualified is where its qualifier begins.
//
// The noun behind it comes first (“$60 billion deal between …”, “48 apartments
// were damaged”), then what “of” or “in” adds (“$48 billion in assets”), then the
// noun before it (“a cost of …”, “inflation fell to …”). A sum in brackets is about
// what the sum before them is about.
func (c *counting) about(from, qualified, to int, np nounPhrase, hi int) Span {
	if np.head >= 0 {
		if np.to < 0 { // what it counts stands with the next number
			return c.trim(np.from, -np.to, hi)
		}
		end := c.behind(np.head+1, hi, true)
		if end == np.from+1 && qualified-1 > c.from[c.tokens[from].sentence] {
			switch c.tokens[qualified-1].low {
			case "-", "–", "—", ":": // “Labour Party - 203 seats”: a list says before the mark whose they are
				if start := c.nounsStart(qualified-1, max(c.from[c.tokens[from].sentence], c.done)); c.tokens[qualified-1].space && start < qualified-1 {
					return c.span(start, qualified-1)
				}
			}
		}
		return c.trim(np.from, end, hi)
	}
	last := len(c.out) - 1
	if qualified > c.from[c.tokens[from].sentence] && c.tokens[qualified-1].low == "(" && last >= 0 && c.out[last].Unit != "" {
		if p := c.out[last].Span; p.Unit == int(c.tokens[from].unit) && p.End <= int(c.tokens[qualified-1].start) && int(c.tokens[qualified-1].start)-p.End < 3 {
			return c.out[last].About
		}
	}
	if qualified > c.from[c.tokens[from].sentence] && c.tokens[qualified-1].low == "of" { // “a value of 681 million in the books”
		if s, ok := c.subject(qualified, hi); ok && !c.bare(s) {
			return s
		}
	}
	if last >= 0 && to+1 < hi && c.tokens[to].low == "of" && int(c.tokens[from].unit) == c.out[last].Span.Unit {
		switch c.tokens[to+1].low {
		case "them", "whom", "which", "these", "those":
			return c.out[last].About
		}
	}
	if s, ok := c.ahead(to, hi); ok {
		return s
	}
	subject, ok := c.subject(qualified, hi)
	if ok && !c.bare(subject) {
		return subject
	}
	// “a total of 39 are confirmed dead”
	if to+1 < hi && c.class(to) == posAuxiliary && c.tokens[to+1].low != "not" {
		j := to + 1
		for j < hi && j < to+5 && c.tokens[j].kind == word && (c.class(j) <= posAdverb || c.class(j) == posVerb) {
			j++
		}
		if j > to+1 {
			return c.span(to+1, j)
		}
	}
	return subject
}

// bare reports whether a subject says only that it is a number.
func (c *counting) bare(s Span) bool {
	switch strings.ToLower(c.units[s.Unit].S[s.Start:s.End]) {
	case "total", "number", "sum", "figure", "average", "count", "combined total", "overall total", "grand total", "toll":
		return true
	}
	return false
}

// ahead finds the noun phrase right behind an amount, or behind its “of” or “in”.
func (c *counting) ahead(i, hi int) (Span, bool) {
	if i >= hi {
		return Span{}, false
	}
	switch c.tokens[i].low {
	case "of", "in", "worth":
		j := i + 1
		if c.tokens[i].low == "worth" && j < hi && c.tokens[j].low == "of" {
			j++
		}
		for j < hi && (c.class(j) == posDeterminer || c.class(j) == posQuantifier) {
			j++
		}
		if j >= hi || c.inTimeAhead(j) || c.tokens[i].low == "in" && c.tokens[j].cap {
			return Span{}, false
		}
		end := c.nounsEnd(j, hi)
		if end == j || c.class(end-1) != posNominal {
			return Span{}, false
		}
		return c.trim(j, c.behind(end, hi, false), hi), true
	}
	if k := &c.tokens[i]; k.kind != word || !k.space && k.low != "-" {
		if k.low != "-" || i+1 >= hi || c.tokens[i+1].space {
			return Span{}, false
		}
		i++
	}
	switch c.class(i) {
	case posNominal, posAdjective, posParticiple, posGerund, posQuantifier:
	default:
		return Span{}, false
	}
	if c.inTimeAhead(i) {
		return Span{}, false
	}
	end := c.nounsEnd(i, hi)
	if end == i || c.class(end-1) != posNominal {
		return Span{}, false
	}
	return c.trim(i, c.behind(end, hi, false), hi), true
}

// inTimeAhead reports whether a temporal expression begins at or holds token i.
func (c *counting) inTimeAhead(i int) bool {
	k := &c.tokens[i]
	if monthOrDay(k.low) && k.cap {
		return true
	}
	for n := c.next; n < len(c.times); n++ {
		s := c.times[n].Span
		if s.Unit > int(k.unit) || s.Unit == int(k.unit) && s.Start > int(k.start) {
			return false
		}
		if s.Unit == int(k.unit) && int(k.start) < s.End {
			return true
		}
	}
	return false
}

// nounsEnd goes over the words of one noun phrase without what follows its head.
func (c *counting) nounsEnd(i, hi int) int {
	j := i
	for j < hi && j < i+8 {
		k := &c.tokens[j]
		if k.kind == mark {
			if k.low == "-" && !k.space && j > i && j+1 < hi && !c.tokens[j+1].space {
				j++
				continue
			}
			break
		}
		cl := c.class(j)
		if cl == posPossession {
			j++
			continue
		}
		if cl > posGerund && cl != posQuantifier {
			break
		}
		// a plural before -ed: “shares issued by”
		if cl == posParticiple && j > i && isPlural(c.tokens[j-1].low) {
			break
		}
		j++
	}
	for j > i && c.tokens[j-1].kind == mark {
		j--
	}
	return j
}

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
			case "of", "between", "among", "for", "in", "on", "with", "from", "against", "under", "by", "at", "near", "without", "below", "above", "over", "into":
			default:
				return j
			}
			between = k.low == "between"
		case clause && (cl == posAuxiliary || cl == posParticiple || cl == posAdjective || cl == posVerb && (k.low == "died" || k.low == "killed")):
			// were confirmed dead, died, killed
			n := j
			for n < limit && c.tokens[n].kind == word && (c.class(n) == posAuxiliary || c.class(n) == posParticiple || c.class(n) == posAdjective || c.class(n) == posAdverb && n > j || c.class(n) == posVerb && c.tokens[n].ending("ed")) {
				n++
			}
			j = n
			clause = false
			if n < limit && c.class(n) == posNominal && c.tokens[n-1].kind == word && c.class(n-1) == posAuxiliary {
				return n - 1
			}
			continue
		default:
			return j
		}
		n := j + 1
		for n < limit && (c.class(n) == posDeterminer || c.class(n) == posQuantifier) {
			n++
		}
		if n >= limit || c.inTimeAhead(n) {
			return j
		}
		end := c.nounsEnd(n, limit)
		if end == n || c.class(end-1) != posNominal {
			return j
		}
		j = end
	}
	return j
}

// trim drops what opens or closes a phrase and says nothing.
func (c *counting) trim(i, j, hi int) Span {
	j = min(j, hi)
	for i < j && (c.tokens[i].kind == mark || c.class(i) == posDeterminer) {
		i++
	}
	for j > i && c.tokens[j-1].kind != word && c.tokens[j-1].kind != number {
		j--
	}
	if i >= j {
		return Span{}
	}
	return c.span(i, j)
}

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
	// prepositions and adverbs between the noun or verb and the amount
	for j >= lo && c.tokens[j].kind == word {
		cl := c.class(j)
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
		if cl != posVerb && cl != posAuxiliary && cl != posAdverb && cl != posInfinitive && cl != posParticiple && (cl != posGerund || !verbs && j == i-1) {
			if !verbs && cl == posNominal && changeVerb(c.tokens[j].low) && j > lo && c.class(j-1) == posNominal {
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
		return shared, shared.End > shared.Start
	}
	return c.trim(start, end, hi), true
}

func saying(w string) bool {
	switch w {
	case "said", "says", "say", "told", "announced", "reported", "estimated", "estimates", "added", "claimed", "claims", "believe", "believes",
		"expects", "expected", "warned", "noted", "thinks":
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
		"jumped", "slid", "measures", "weighs", "stands", "equals", "runs", "earned", "yields", "sits":
		return true
	}
	return false
}

// nounsStart goes back over a noun phrase and the phrases it hangs on by “of”,
// “for”, “in”, “on”, “between”.
func (c *counting) nounsStart(end, lo int) int {
	j := end
	limit := max(lo, end-12)
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
		switch {
		case cl <= posGerund && cl != posParticiple, cl == posPossession, cl == posParticiple && j < end:
			j--
			continue
		case cl == posQuantifier && j < end:
			j--
			continue
		case j < end && (cl == posDeterminer || cl == posPreposition):
			n := j - 1
			if cl == posDeterminer && n > limit {
				n--
			}
			if n > limit {
				switch c.tokens[n].low {
				case "of", "for", "in", "on", "between":
					if n-1 >= lo && c.class(n-1) == posNominal && c.tokens[n-1].kind == word {
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
