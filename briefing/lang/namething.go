package lang

// What the table takes for a person and the text says is a thing. One mention that
// shows it tells for all of the same form:
//
//   - the noun of a thing right before it (“the newspaper Nagy Nap”) or in apposition
//     behind it (“Holy Dome, formerly a church and now a museum,”);
//   - a body's legal form at its end (“Nagy Ipari Kft”), a church's or mosque's first
//     word (“Hagia Irene”, “Masjid Al-Nur”), “It” with it as the gloss (“It [Holy Dome] is old”);
//   - words that the language and the text use as common ones (“Alcohol Checker”, where
//     the text speaks of alcohol) or that end in a role (“Clinical Adviser”);
//   - a role that goes on as an office does (“the LA Sheriff's office”);
//   - a comma and its country behind it, where one goes or is (“to Nova Ves, Slovakia”).
//
// A thing that is called after a person, in quotation marks behind “nicknamed”, is not
// even a name of a body (“a robot, nicknamed “Hugo””), nor is what bears a person's
// name as an illness or a law does (“Bell's disease”).
//
// They must not touch a person of whom a noun of a thing stands nearby (“the newspaper's
// Ann Berg”, “Ann Berg, a museum curator”, “company founder Ann Berg”).

// things gives the names of things that the table took for persons their own type,
// and drops nicknames of things.
func (w *words) things(names []tagged) []tagged {
	var found map[string]NameType
	dropped := 0
	for i := range names {
		g := &names[i]
		lo, hi := w.sentenceOf(g.from)
		if t := w.told(*g, lo, hi); t != g.typ {
			if found == nil {
				found = map[string]NameType{}
			}
			found[w.form(*g)] = t
			continue
		}
		if g.typ == Place || g.typ == Organisation && g.to-g.from == 1 {
			continue
		}
		if g.typ == Person && (w.nickname(*g, lo) || w.eponym(g.to, hi) || w.roleAlone(*g)) {
			g.from, g.to = 0, 0
			dropped++
			continue
		}
		t := w.thing(*g, lo, hi)
		if t == Person && w.whereabouts(names, i, lo, hi) {
			t = Place
		}
		if t != Person {
			if found == nil {
				found = map[string]NameType{}
			}
			found[w.form(*g)] = t
		}
	}
	if found != nil {
		for i := range names {
			if g := &names[i]; g.to > g.from {
				if t, ok := found[w.form(*g)]; ok && (g.typ == Person || g.to-g.from > 1 || t == Place) {
					g.typ = t
				}
			}
		}
	}
	if dropped == 0 {
		return names
	}
	out := names[:0]
	for _, g := range names {
		if g.to > g.from {
			out = append(out, g)
		}
	}
	return out
}

// thing is what a supposed person is by the words of the name and around it.
func (w *words) thing(g tagged, lo, hi int) NameType {
	if g.to-g.from > 1 {
		if w.commonNoun(g) || w.manyThings(g) {
			return Organisation
		}
		if w.dashed(g) {
			return Place
		}
		switch w.tokens[g.from].low {
		case "hagia", "haghia", "aghia", "masjid", "basilica", "santuario", "igreja", "iglesia", "église", "kirche", "wat":
			return Place
		}
		switch w.tokens[g.to-1].low {
		case "kft", "zrt", "nyrt", "gmbh", "ag", "oy", "oyj", "plc", "spa", "sarl", "srl", "pty", "bv", "nv", "asa", "aps", "doo", "ooo", "pjsc", "bhd", "kk":
			return Organisation
		}
	}
	if i := g.from - 1; i > lo && !w.tokens[i].cap && w.tokens[g.from].space {
		if t := thingNoun(w.tokens[i].low); t != Person {
			return t
		}
	}
	if i := g.from - 1; i > lo && w.tokens[i].low == "[" && w.tokens[i-1].low == "it" {
		return Place
	}
	if j := g.to + 1; g.to < hi && w.tokens[g.to].low == "," {
		switch {
		case j+1 < hi && w.tokens[j].low == "which" && (w.tokens[j+1].low == "is" || w.tokens[j+1].low == "was"):
			j += 2
		case j < hi && (w.tokens[j].low == "formerly" || w.tokens[j].low == "once" || w.tokens[j].low == "now" || w.tokens[j].low == "originally"):
			j++
		}
		if j >= hi || w.tokens[j].low != "a" && w.tokens[j].low != "an" && w.tokens[j].low != "the" {
			return Person
		}
		for end := min(hi, j+6); j < end; j++ {
			k := &w.tokens[j]
			if k.kind != word || w.headsRole(j) {
				return Person
			}
			if t := thingNoun(k.low); t != Person && (j+1 == hi || w.tokens[j+1].kind == mark && w.tokens[j+1].low != "-" && w.tokens[j+1].low != "'s" || function(w.tokens[j+1].low)) {
				return t
			}
		}
	}
	return Person
}

// told is what the words around a name say outright: “the town of Al-Karam”, and the
// agency of a picture's credit (“Ann Berg/Anadolu via Getty Images”).
func (w *words) told(g tagged, lo, hi int) NameType {
	if i := g.from - 2; i >= lo && w.tokens[i+1].low == "of" && settlement(w.tokens[i].low) && !w.tokens[i].cap {
		return Place
	}
	if g.typ == Person && g.from > lo+1 && w.tokens[g.from-1].low == "/" && !w.tokens[g.from].space && w.tokens[g.from-2].cap &&
		(g.to == hi || w.tokens[g.to].low == "via" || w.tokens[g.to].low == "/" || w.tokens[g.to].low == ")") {
		return Organisation
	}
	if g.to-g.from > 1 && w.headsRole(g.to-1) && w.tokens[g.from].upper && len(w.tokens[g.from].low) < 5 && g.to+1 < hi && w.tokens[g.to].low == "'s" && officeHead(w.tokens[g.to+1].low) {
		return Organisation
	}
	return g.typ
}

// settlement reports whether a noun with “of” and a name behind it says that the name
// is a place's: “the village of”, not “the people of”.
func settlement(low string) bool {
	switch low {
	case "town", "village", "city", "district", "province", "island", "suburb", "hamlet", "county", "municipality", "neighbourhood", "neighborhood", "port", "enclave":
		return true
	}
	return false
}

// roleAlone reports whether a name is a role of which no word is one that people are
// called by.
func (w *words) roleAlone(g tagged) bool {
	const called = isFirstName | isSurname | isTitle
	return g.to-g.from > 1 && g.to-g.from < 5 && w.headsRole(g.to-1) && w.class[g.from]&called == 0 && w.class[g.to-1]&called == 0 &&
		len(w.tokens[g.from].low) > 1 && !w.tokens[g.from].upper
}

// manyThings reports whether a name ends with a noun of the language in the plural and
// has no word that people are called by: “Halvorsen Mysteries”, “Discalced Friars”.
func (w *words) manyThings(g tagged) bool {
	const called = isFirstName | isSurname | isTitle
	k := &w.tokens[g.to-1]
	return k.cap && isPlural(k.low) && w.class[g.to-1]&isCommon != 0 && w.class[g.to-1]&called == 0 && w.class[g.from]&called == 0
}

// dashed reports whether a dash with spaces stands inside a name: two places in one
// (“Harbour - Northfield”), where a double name has a hyphen.
func (w *words) dashed(g tagged) bool {
	for i := g.from + 1; i+1 < g.to; i++ {
		if k := &w.tokens[i]; (k.low == "-" || k.low == "–") && k.space && w.tokens[i+1].space {
			return true
		}
	}
	return false
}

// commonNoun reports whether no word of a name is one that people are called by: the
// first is common in lower case, and the last or the text says so too.
func (w *words) commonNoun(g tagged) bool {
	const called = isFirstName | isSurname | isTitle
	first, last := w.class[g.from], w.class[g.to-1]
	if first&called != 0 || last&called != 0 || !w.tokens[g.to-1].cap || g.to-g.from > 3 {
		return false
	}
	return first&isCommon != 0 && (last&isCommon != 0 || w.seen.of(uint32(w.tokens[g.from].key))&seenLower != 0)
}

// whereabouts reports whether a supposed person of two words is where something is:
// behind a preposition of place, with a country and a comma or nothing behind it.
func (w *words) whereabouts(names []tagged, i, lo, hi int) bool {
	g := names[i]
	if g.typ != Person || g.from == lo || g.to+1 >= hi || w.tokens[g.to].low != "," || i+1 == len(names) || names[i+1].from != g.to+1 || names[i+1].typ != Place {
		return false
	}
	switch w.tokens[g.from-1].low {
	case "to", "in", "at", "near", "outside", "around":
	case "and": // “to Kosice and Nova Ves, Slovakia”
		if i == 0 || names[i-1].typ != Place || names[i-1].to != g.from-1 {
			return false
		}
	default:
		return false
	}
	c := names[i+1]
	return w.phraseClass(c)&(isCountry|isRegion) != 0 && (c.to == hi || w.tokens[c.to].low != "'s" && !w.tokens[c.to].cap && !w.headsRole(c.to))
}

// eponym reports whether what goes on at token i makes a name that of an illness, a
// law or a creed: “'s disease”.
func (w *words) eponym(i, hi int) bool {
	if i+1 >= hi || w.tokens[i].low != "'s" {
		return false
	}
	switch w.tokens[i+1].low {
	case "disease", "syndrome", "disorder", "palsy", "lymphoma", "sarcoma", "witnesses", "witness", "law", "theorem", "paradox", "comet", "eve", "day":
		return w.tokens[i+1].low != "law" && w.tokens[i+1].low != "day" || w.tokens[i+1].cap
	}
	return false
}

// nickname reports whether a name in quotation marks was given to a thing: behind
// “nicknamed”, where neither a person nor the noun of one stands before.
func (w *words) nickname(g tagged, lo int) bool {
	i := g.from - 1
	if i < lo+2 {
		return false
	}
	switch w.tokens[i].low {
	case "\"", "“", "'", "‘":
	default:
		return false
	}
	i--
	switch w.tokens[i].low {
	case "nicknamed", "dubbed", "codenamed", "christened":
	case "named":
		if w.tokens[i-1].low == "code" {
			i--
		}
		if i > lo && w.tokens[i-1].low == "-" {
			i--
		}
	default:
		return false
	}
	for i--; i >= lo && i > g.from-8; i-- {
		k := &w.tokens[i]
		if k.cap || w.headsRole(i) || somebody(k.low) {
			return false
		}
		if article(k.low) {
			return true
		}
	}
	return false
}

// somebody reports whether a noun or pronoun means a human being.
func somebody(low string) bool {
	switch low {
	case "man", "woman", "boy", "girl", "he", "she", "him", "her", "who", "child", "baby", "teenager", "person", "someone", "i", "me", "they", "people":
		return true
	}
	return false
}

// thingNoun is the type of what a common noun right before a name says it is: a body,
// a place, or Person where it says no such thing.
func thingNoun(low string) NameType {
	switch low {
	case "newspaper", "magazine", "tabloid", "broadsheet", "weekly", "broadcaster", "website", "blog", "podcast", "enterprise", "company", "firm", "startup",
		"start-up", "brewery", "airline", "retailer", "supermarket", "ship", "vessel", "tanker", "ferry", "yacht", "trawler", "frigate", "destroyer", "submarine",
		"freighter", "tugboat", "film", "movie", "novel", "opera", "sitcom", "album", "videogame", "drug", "brand", "software", "app", "rocket", "satellite", "spacecraft",
		"typhoon", "hurricane", "cyclone", "ngo", "charity", "nonprofit":
		return Organisation
	case "museum", "church", "mosque", "cathedral", "monastery", "temple", "synagogue", "basilica", "chapel", "shrine", "fortress", "castle", "palace", "hotel", "restaurant",
		"nightclub", "pub", "stadium", "airport", "bridge", "dam", "volcano", "mountain", "village", "town", "hamlet", "suburb", "neighbourhood", "neighborhood", "island",
		"river", "skyscraper":
		return Place
	}
	return Person
}

// officeHead reports whether a noun behind “the Sheriff's” makes an office of him.
func officeHead(low string) bool {
	switch low {
	case "office", "department", "station", "deputies", "deputy", "secretariat", "staff":
		return true
	}
	return false
}
