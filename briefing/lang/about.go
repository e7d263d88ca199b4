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
		if j < hi && c.beginsNumeral(j) { // “350,000 of the 650,000 people”
			if b, ok := c.amount(j, hi); ok && b.kind == Count && !b.fraction && b.value > a.value && !c.shared {
				c.shared = true
				np := c.counted(b, hi)
				c.shared = false
				if np.head >= 0 && np.to > 0 {
					return nounPhrase{np.from, np.head, -np.to}
				}
			}
			return none
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
				if c.tokens[j+1].kind == number && j > from { // 6,000 AT-4 systems
					j++
				}
				continue
			}
			break
		}
		cl := c.class(j)
		if k.kind == word && k.upper && j+2 < hi && c.tokens[j+1].low == "-" && c.tokens[j+2].kind == number && !c.tokens[j+2].space { // AT-4
			j += 2
			continue
		}
		if k.kind == word && k.counts && j+2 < hi && c.tokens[j+1].low == "-" && !c.tokens[j+1].space && !c.tokens[j+2].space && c.tokens[j+2].kind == word {
			j += 2 // 13 one-bedroom flats
			continue
		}
		if cl == posPossession && singular >= 0 && a.fraction { // half of the country’s output
			continue
		}
		if cl == posVerb && j+1 < hi && isPlural(c.tokens[j+1].low) && c.class(j+1) == posNominal && j == from {
			continue // 22 sold units
		}
		if cl == posVerb && j == from && isPlural(k.low) && j+1 < hi && c.tokens[j+1].low == "of" {
			return nounPhrase{from, j, j + 1} // 25,000 sets of armour
		}
		if cl > posAdverb && cl != posQuantifier || cl == posAdverb && !k.ending("ly") {
			break
		}
		if cl == posNominal || cl == posGerund && isPlural(k.low) {
			if (isPlural(k.low) || c.initialsPlural(j)) && (a.value != 1 || a.fraction) {
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

// initialsPlural reports whether token i is initials with the ending of a plural: CDs, NGOs.
func (c *counting) initialsPlural(i int) bool {
	s := c.of(c.tokens[i])
	n := len(s) - 1
	return n > 1 && s[n] == 's' && s[0] >= 'A' && s[0] <= 'Z' && s[n-1] >= 'A' && s[n-1] <= 'Z'
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
		if end == np.head+1 {
			if s, ok := c.clause(from, qualified, np, hi); ok {
				return s
			}
			if s, ok := c.governed(qualified, np); ok {
				return s
			}
		}
		return c.trim(np.from, end, hi)
	}
	if q := c.saidAgain(from, qualified, to, hi); q != nil {
		return q.About
	}
	if to+1 < hi && c.tokens[to].low == "of" && c.class(to+1) == posDeterminer { // “control of 17 out of 18 of the districts”
		if s, ok := c.ahead(to, hi); ok && !(qualified > c.from[c.tokens[from].sentence] && c.tokens[qualified-1].low == "by") {
			return s
		}
	}
	if qualified > c.from[c.tokens[from].sentence] && c.tokens[qualified-1].low == "of" { // “a value of 681 million in the books”
		if s, ok := c.subject(qualified, hi); ok && !c.bare(s) {
			return s
		}
	}
	if to < hi && (c.tokens[to].low == "more" || c.tokens[to].low == "others") { // “rescued 700 people and saved 200 more”
		if q := c.figureBefore(from); q != nil && q.Kind == Count && q.About.End > q.About.Start {
			return q.About
		}
	}
	if to+1 < hi && c.tokens[to].low == "of" {
		switch c.tokens[to+1].low {
		case "them", "whom", "which", "these", "those", "us":
			if q := c.figureBefore(from); q != nil {
				return q.About
			}
			if s, ok := c.befell(to+2, hi); ok {
				return s
			}
		}
	}
	if to+1 < hi && c.tokens[to].low == "who" { // “more than a million who have the condition”
		if j := c.predicate(to+1, min(hi, to+12)); j > to+1 {
			return c.span(to+1, j)
		}
	}
	if s, ok := c.suggested(to, hi); ok {
		return s
	}
	if q := c.toward(qualified); q != nil {
		return q.About
	}
	if to < hi && c.tokens[to].low == "off" { // “7.5 percent off the emissions”
		if s, ok := c.purpose(to, hi); ok {
			return s
		}
	}
	if paying(c.verbBefore(qualified)) {
		if s, ok := c.purpose(to, hi); ok {
			return s
		}
	}
	if to < hi && (c.tokens[to].low == "in" || c.tokens[to].low == "of" && qualified > c.from[c.tokens[from].sentence] && c.tokens[qualified-1].low == "by") { // “incomes are up 2 percent in real terms”
		if s, ok := c.subject(qualified, hi); ok && c.measuring(qualified) && !c.bare(s) {
			return s
		}
	}
	if s, ok := c.ahead(c.overBracket(to, hi), hi); ok {
		return s
	}
	subject, ok := c.subject(qualified, hi)
	if ok && !c.bare(subject) {
		if fund(subject.Of(c.units)) {
			if s, ok := c.purpose(to, hi); ok { // “an investment of $50 billion to protect against droughts”
				return s
			}
		}
		return subject
	}
	// “a total of 39 are confirmed dead”
	if s, ok := c.befell(to, hi); ok {
		return s
	}
	if s, ok := c.does(to, hi); ok {
		return s
	}
	if ok {
		if q := c.figureBefore(from); q != nil && (q.Kind == Count || q.Kind == Money || q.Kind == Percent) && q.About.End > q.About.Start {
			return q.About // “1,124 delegates; the other trailed with a total of 815”
		}
	}
	return c.verbGroup(qualified)
}

// overBracket is the token behind a bracket that begins at i, where one does: “€20,000
// (£17,500) in compensation”.
func (c *counting) overBracket(i, hi int) int {
	if i >= hi || c.tokens[i].low != "(" {
		return i
	}
	for j := i + 1; j < hi && j < i+12; j++ {
		if c.tokens[j].low == ")" {
			if j+1 < hi && (c.tokens[j+1].low == "in" || c.tokens[j+1].low == "of") {
				return j + 1
			}
			return i
		}
	}
	return i
}

// fund lists what says of a sum only that it is one to be spent.
func fund(s string) bool {
	switch strings.ToLower(s) {
	case "investment", "investments", "funding", "funds", "package", "legislation", "bill", "budget", "money", "grant", "grants", "new investment", "deal":
		return true
	}
	return false
}

// befell reads what the sentence goes on to say of a number that has no noun: “are
// confirmed dead”, “have registered to vote”.
func (c *counting) befell(i, hi int) (Span, bool) {
	if i >= hi {
		return Span{}, false
	}
	lone := c.class(i) == posAdjective // “to keep 1.5 degrees alive”
	for i < hi && c.class(i) == posAuxiliary {
		i++
	}
	if i >= hi || lone || c.tokens[i].low == "not" || measureNoun(singularOf(c.tokens[i].low)) != "" {
		return Span{}, false
	}
	j := c.predicate(i, min(hi, i+8))
	for at := i; j < hi && j < i+5 && c.tokens[j].kind == word && (at == j && c.class(j) <= posAdverb || c.class(j) == posAdjective); at++ {
		j = max(j, at) + 1
	}
	if j == i {
		return Span{}, false
	}
	if j+1 < hi && c.tokens[j].low == "to" && c.class(j+1) != posVerb {
		if s, ok := c.purpose(j, hi); ok { // “will be paid to each victim”
			j = c.tokenAt(s.End, j, hi)
		}
	}
	return c.span(i, j), true
}

// tokenAt is the first token from i on that begins at or behind byte at of its unit.
func (c *counting) tokenAt(at, i, hi int) int {
	for i < hi && int(c.tokens[i].start) < at {
		i++
	}
	return i
}

// bare reports whether a subject says only that it is a number.
func (c *counting) bare(s Span) bool {
	w := strings.ToLower(c.units[s.Unit].S[s.Start:s.End])
	if timeNoun(singularOf(w)) != "" {
		return true // “it took weeks, 16.8 million in all”
	}
	switch w {
	case "yes", "no", "ok", "okay", "look", "looks", "so", "total", "number", "sum", "figure", "average", "count", "combined total", "overall total", "grand total", "toll", "order", "rest", "other", "others",
		"time", "period", "first", "second", "third", "fourth", "fifth", "sixth", "last", "one", "it", "there":
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
		if j+1 < hi && c.class(j) == posAdverb && c.tokens[j].ending("ly") && c.class(j+1) <= posGerund { // “of previously closed roads”
			j++
		}
		if j >= hi || c.inTimeAhead(j) || c.tokens[i].low == "in" && c.tokens[j].cap {
			return Span{}, false
		}
		at := j
		for at < hi && at < j+5 && c.tokens[i].low == "of" && (c.class(at) == posNumeric || at > j && c.class(at) == posInfinitive) { // “of 40 to 60 year olds”
			at++
		}
		end := c.nounsEnd(at, hi)
		if end == at || c.class(end-1) != posNominal {
			return Span{}, false
		}
		return c.trim(j, c.behind(end, hi, c.tokens[i].low == "of"), hi), true
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
	if end == i || c.class(end-1) != posNominal || end == i+1 && measureNoun(singularOf(c.tokens[i].low)) != "" {
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

// hyphened reports whether a hyphen ties the word at j to another: “per-day”, “out-of-pocket”.
func (c *counting) hyphened(j, hi int) bool {
	tied := func(h int) bool {
		return h > 0 && h+1 < hi && c.tokens[h].low == "-" && !c.tokens[h].space && !c.tokens[h+1].space && c.tokens[h-1].kind == word && c.tokens[h+1].kind == word
	}
	return c.tokens[j].kind == word && (tied(j+1) || tied(j-1))
}

// nounsEnd goes over the words of one noun phrase without what follows its head.
func (c *counting) nounsEnd(i, hi int) int {
	j := i
	for j < hi && j < i+8 {
		k := &c.tokens[j]
		if k.kind == mark {
			if k.low == "-" && !k.space && j > i && j+1 < hi && !c.tokens[j+1].space {
				j++
				if c.tokens[j].kind == number && c.tokens[j-2].cap { // B-1
					j++
				}
				continue
			}
			if k.low == "," && j > i && c.class(j-1) == posAdjective && j+1 < hi && c.tokens[j+1].kind == word && c.class(j+1) <= posAdjective { // political, economic and …
				j++
				continue
			}
			break
		}
		cl := c.class(j)
		if cl == posConjunction && k.low == "and" && j > i && c.class(j-1) == posAdjective && j+1 < hi && c.tokens[j+1].kind == word && c.class(j+1) <= posAdjective {
			j++
			continue
		}
		if cl == posPossession || c.hyphened(j, hi) {
			j++
			continue
		}
		if k.low == "long" && j+1 < hi && c.class(j+1) == posNominal { // a long term condition
			j++
			continue
		}
		if k.kind == number && j > i && c.tokens[j-1].cap && takesNumber(c.tokens[j-1].low) { // Type 2 diabetes
			j++
			continue
		}
		if cl > posGerund && cl != posQuantifier {
			break
		}
		// a plural before -ed or -ing: “shares issued by”, “lines crossing the city”
		if (cl == posParticiple || cl == posGerund) && j > i && isPlural(c.tokens[j-1].low) {
			break
		}
		j++
	}
	for j > i && c.tokens[j-1].kind == mark {
		j--
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
