package lang

import "strings"

// partOfName reports whether the date at tokens lo to hi belongs to the name of
// something and puts nothing into the calendar: “the 1965 Voting Rights Act”,
// “Executive Order 14257 of April 2, 2025”, “the FY 2002 Supplemental
// Appropriations Act”, “the 2020 census”; and whether it is the stamp of a page
// or a file (“Date Filed: 12/22/2020”).
//
// The name of a law goes on in capitals up to a word like Act. “The 2005 law” is
// none: that a law was made in 2005 is what the text says.
//
// Where the sentence tells the making itself (“the Act of 1992 was enacted”) or a deed
// done by the document (“in the Order of 3 May, the court held”), the date is that of
// the verb.
func partOfName(k []token, lo, hi int) bool {
	r := reader{k: k}
	if r.made(hi) || r.doneIn(lo, hi) {
		return false
	}
	// … Act: capitals, with and, of, the between them
	if n := r.at(hi); n.kind == word && (n.cap || n.class == cFiscal) {
		for i := hi; i < hi+9 && i < len(k); i++ {
			t := k[i]
			switch {
			case t.cap && t.low == "convention" && i > 0 && (k[i-1].low == "national" || k[i-1].low == "party" || k[i-1].low == "annual"): // a meeting
				return false
			case t.cap && instrument(t.low):
				return true
			case t.kind == word && t.cap, t.low == "and", t.low == "of", t.low == "the", t.low == "for", t.low == "to", t.low == "on", t.low == "-", t.low == ",", t.kind == number:
				continue
			}
			break
		}
	}
	// Order 14257 of, Act of, dated
	i := lo - 1
	for i >= 0 && (k[i].low == "of" || k[i].low == "dated" || k[i].low == "(" || k[i].low == "," || k[i].class == cThe) {
		i--
	}
	if i < lo-1 && i >= 0 {
		for j := i; j >= 0 && j > i-4; j-- {
			if k[j].cap && instrument(k[j].low) && (j == i || k[i].kind == number) {
				return true
			}
			if k[j].kind == word && !k[j].cap {
				break
			}
		}
	}
	// an edition, a census, a building
	if n := r.at(hi); n.kind == word && lo > 0 && edition(n.low) {
		return true
	}
	// a fiscal year that says whose money is meant
	if n := r.at(hi).low; (r.is(lo, cFiscal) || r.word(lo, "fy")) && (n == "budget" || n == "appropriations" || n == "spending" || n == "request" || n == "funds" || n == "funding" || n == "supplemental" || n == "defense" || n == "omnibus") {
		return true
	}
	// the 2007 emergency supplemental spending bill
	if (hi-lo == 1 && r.plainYear(lo) > 0 || r.is(lo, cFiscal) || r.word(lo, "fy")) && lo > 0 && k[lo-1].class == cThe {
		for i := hi; i < hi+7 && r.at(i).kind == word && (!preposition(r.at(i).low) || r.word(i, "of")); i++ {
			if w := r.at(i).low; w == "bill" || w == "budget" || w == "appropriations" {
				return true
			}
		}
	}
	// the “Horizon 2030” programme
	if hi-lo == 1 && r.plainYear(lo) > 0 && titled(k, lo) {
		return true
	}
	// the President’s Budget for Fiscal Year 2024
	if r.word(lo-1, "for") && r.is(lo, cFiscal) && r.at(lo-2).cap && instrument(r.at(lo-2).low) {
		return true
	}
	// this year’s theme: the year says which one
	if r.word(hi, "'s") && hi-lo == 2 && (r.is(lo, cThis) || r.is(lo, cLast) || r.is(lo, cNext)) && r.is(hi-1, cUnit) && grain(k[hi-1].v) <= gYear && !happening(r.at(hi+1).low) {
		return true
	}
	// “At the end of the day, it is about money”
	if hi < len(k) && k[hi].low == "," && lo > 0 && lo <= 3 && k[lo-1].low == "at" && k[lo].low == "the" && hi-lo == 5 && k[lo+1].low == "end" && k[hi-1].low == "day" {
		return true
	}
	// Date Filed:
	for i := lo - 1; i >= 0 && i >= lo-3; i-- {
		switch k[i].low {
		case "filed":
			if i > 0 && k[i-1].low == "date" {
				return true
			}
		case "page", "document", "case", "accessed", "retrieved", "©", "copyright":
			return true
		}
	}
	return false
}

// made reports whether what stands at token i says that a law or paper came to be.
func (r *reader) made(i int) bool {
	for n := 0; n < 6 && r.at(i).kind == word && r.at(i).cap; n++ { // the rest of a name: Voting Rights Act
		if instrument(r.at(i).low) {
			i++
			break
		}
		i++
	}
	if !r.word(i, "was") && !r.word(i, "were") {
		return false
	}
	switch r.at(i + 1).low {
	case "enacted", "signed", "passed", "adopted", "concluded", "ratified", "issued", "promulgated", "proclaimed", "agreed":
		return true
	}
	return false
}

// doneIn reports whether the date at tokens lo to hi is that of a paper in which, as
// the sentence opens, somebody did something: “In the Presidential Memorandum of 15
// December 2022, I certified”. “Under the Order of 3 May, a permit is due” says no deed.
func (r *reader) doneIn(lo, hi int) bool {
	if hi-lo < 3 || lo < 3 || !r.word(lo-1, "of") || lo > 9 || !(r.word(0, "in") || r.word(0, "by")) {
		return false
	}
	paper := r.at(lo - 2).low
	if !instrument(paper) && paper != "letter" && paper != "statement" && paper != "decision" && paper != "judgment" && paper != "telegram" {
		return false
	}
	j := hi
	if r.word(j, "(") {
		for j < hi+14 && !r.word(j, ")") {
			j++
		}
		j++
	}
	if !r.word(j, ",") {
		return false
	}
	for n := j + 1; n < j+7 && n < len(r.k); n++ {
		if r.word(n, ",") {
			break
		}
		if w := r.at(n - 1).low; pastForm(&r.k[n]) && w != "is" && w != "are" && w != "be" {
			return n > j+1
		}
	}
	return false
}

// compared reports whether a year is what a sentence speaks about and no time at which
// something is: “2000 is a similar case”, “2008 was worse”. “2021 is an election year”,
// said in 2021, and “1992 was when they met” are dates.
func (z *resolver) compared(e *expr, a *answer) bool {
	r := reader{k: z.k}
	if e.form != fDate || !a.ok || a.g != gYear || e.noYear || a.y >= z.anchor.Year && !z.anchor.IsZero() {
		return false
	}
	if lo := e.lo; lo > 0 && z.k[lo-1].kind != mark && z.k[lo-1].low != "and" && z.k[lo-1].low != "but" && z.k[lo-1].low != "that" && !(r.is(lo-1, cThe) && lo == 1) {
		return false
	}
	n := r.at(e.hi + 1)
	switch r.at(e.hi).low {
	case "is", "'s", "looks", "seems":
		return n.low != "when" && n.low != "where" && n.class != cThe
	case "was":
		switch n.low {
		case "worse", "better", "different", "similar", "harder", "easier", "analogous", "comparable", "bad", "good":
			return true
		}
	}
	return false
}

// kept reports whether a feast is what somebody keeps, or says which thing is meant, and
// no day on which something is: “celebrating Christmas”, “the Christmas period”. “At
// Christmas”, “this Christmas” and “Christmas is on a Sunday” are days.
func (z *resolver) kept(e *expr) bool {
	if e.form != fHoliday || e.unit == gWeekend || !e.noYear {
		return false
	}
	r := reader{k: z.k}
	switch r.at(e.hi).low {
	case "period", "season", "break", "message", "party", "parties", "dinner", "lunch", "market", "markets", "tree", "trees", "lights", "card", "cards", "present", "presents", "gift", "gifts",
		"shopping", "sales", "carol", "carols", "spirit", "parade", "service", "services", "celebration", "celebrations", "address", "speech", "greeting", "greetings":
		return true
	}
	p := r.at(e.lo - 1)
	return p.kind == word && !preposition(p.low) && p.class == plain
}

// labels reports whether a year is the end of a name: “London 2012”, “Expo 2020”.
func (z *resolver) labels(e *expr) bool {
	if !e.bare || e.form != fDate || e.hi-e.lo != 1 || z.kind != Prose || e.lo < 1 {
		return false
	}
	p := z.k[e.lo-1]
	return p.kind == word && p.cap && p.class == plain && !preposition(p.low) && len(p.low) > 2
}

// attributive reports whether a year or a week only says which thing is meant: “the
// 2020 election”, “the events of last week”.
func (z *resolver) attributive(e *expr) bool {
	r := reader{k: z.k}
	p, n := r.at(e.lo-1), r.at(e.hi)
	switch {
	case e.form == fDate && e.date.g == gYear && !e.noYear:
		return (p.class == cThe || p.class == cArticle || p.low == "'s" || p.low == "its" || p.low == "their" || p.low == "his" || p.low == "her" || p.low == "our") &&
			n.kind == word && n.class == plain && !preposition(n.low) && !adverbial(n.low)
	case e.form == fUnit && !e.spoken && e.unit <= gWeek:
		b := r.at(e.lo - 2)
		return p.low == "of" && b.kind == word && b.class == plain
	}
	return false
}

// quoted reports whether token i stands inside quotation marks that the sentence opens.
func (z *resolver) quoted(i int) bool {
	open, straight := 0, false
	for _, k := range z.k[:i] {
		switch k.low {
		case "“":
			open++
		case "”":
			open = 0
		case "\"":
			straight = !straight
		}
	}
	return open > 0 || straight
}

// titled reports whether the year at token i ends a quotation of capitals, as a
// programme is named: “Horizon 2030”. In “We met in 2017” it is said of the year.
func titled(k []token, i int) bool {
	if i+1 >= len(k) || !closing(k[i+1].low) || k[i+1].low == ")" || k[i+1].low == "]" {
		return false
	}
	for j := i - 1; j >= 0 && j >= i-5; j-- {
		if opening(k[j].low) && k[j].low != "(" && k[j].low != "-" {
			return j < i-1
		}
		if !k[j].cap {
			return false
		}
	}
	return false
}

// happening: what can be said to fall in a year, so that “last year’s war” dates it.
func happening(w string) bool {
	switch w {
	case "election", "elections", "war", "coup", "attack", "attacks", "earthquake", "flood", "floods", "hurricane", "vote", "referendum", "summit", "conference", "crisis", "invasion", "strike", "strikes", "fire", "fires",
		"drought", "outbreak", "collapse", "withdrawal", "ceasefire", "takeover", "bombing", "killing", "murder", "crash", "riot", "riots", "protests", "uprising", "evacuation", "assassination":
		return true
	}
	return false
}

// instrument: what a law, a treaty or an order is called.
func instrument(w string) bool {
	switch w {
	case "act", "acts", "law", "order", "treaty", "accord", "accords", "agreement", "protocol", "convention", "resolution", "amendment", "amendments", "directive", "regulation", "regulations",
		"proclamation", "memorandum", "constitution", "bill", "declaration", "charter", "code", "ordinance", "decree", "budget", "pact", "framework", "strategy":
		return true
	}
	return false
}

// edition: things that bear the year of their making as a label.
func edition(w string) bool {
	switch w {
	case "census", "building", "edition", "model", "version", "film", "movie", "novel", "album", "song", "book", "dollars", "prices", "levels", "figures", "vintage", "guidelines", "standards", "tax":
		return true
	}
	return false
}

// habitual reports whether a weekday before token i names a custom and no day: “the
// Sunday trade ban”, “Sunday opening hours”.
func (r *reader) habitual(i int) bool {
	switch r.at(i).low {
	case "trade", "trading", "school", "schools", "league", "newspaper", "newspapers", "roast", "shopping", "closing", "opening", "openings", "hours", "mass", "masses", "best", "prayers", "sermon", "driver", "drivers":
		return true
	}
	return strings.HasPrefix(r.at(i).low, "night-")
}
