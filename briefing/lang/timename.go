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
func partOfName(k []token, lo, hi int) bool {
	r := reader{k: k}
	// … Act: capitals, with and, of, the between them
	if n := r.at(hi); n.kind == word && (n.cap || n.class == cFiscal) {
		for i := hi; i < hi+9 && i < len(k); i++ {
			t := k[i]
			switch {
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
