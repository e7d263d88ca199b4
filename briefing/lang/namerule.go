package lang

// What the words of a name say of it, whatever the table took it for. Each rule
// has its reason in the language:
//
//   - titles and roles stand outside a person's span (“Sen. McConnell”);
//   - a role alone names no one (“Vice Chairman”, “First Lady”);
//   - what ends in a kind of place or body is one, though it bears a person's name
//     (“Karl Marx Avenue”, “Johns Hopkins University”), and so is what begins with
//     one (“Fort Lee”, “Rue Saint-Denis”);
//   - what an act, a bill or a prize is called after is no matter of the text (“the
//     Robert T. Stafford Disaster Relief Act”);
//   - two places are not one for a word that stands between them (“the United States
//     for Romania”).
//
// They must not touch a surname that is also such a noun: “Park”, “Forest”, “Church”
// and “Banks” end persons, and only the nouns that seldom are surnames count.
func (w *words) judge(names []tagged) []tagged {
	out := names[:0]
	for _, g := range names {
		if g.typ == Person {
			g.from = w.afterTitles(g.from, g.to)
		}
		if g.to == g.from || w.onlyRole(g) {
			continue
		}
		if g.typ == Person && g.to-g.from > 1 {
			switch last, first := w.tokens[g.to-1].low, w.tokens[g.from].low; {
			case w.named(g.to, g.from):
				continue
			case endsPlace(last) || beginsPlace(first):
				g.typ = Place
			case endsBody(last):
				g.typ = Organisation
			}
		}
		if g.typ == Place {
			if cut := w.between(g); cut > g.from {
				out = append(out, tagged{g.from, cut, Place, g.margin})
				g.from = cut + 1
				if w.tokens[g.from].low == "the" {
					g.from++
				}
				if g.from >= g.to {
					continue
				}
			}
		}
		out = append(out, g)
	}
	return out
}

// afterTitles goes right over the titles that a person's span begins with. A word
// that is also a first name (Major, Dean) stays, unless it is abbreviated.
func (w *words) afterTitles(i, to int) int {
	for i+1 < to {
		stop := w.tokens[i+1].low == "." && !w.tokens[i+1].space
		c := w.class[i]
		switch {
		case c&(isTitle|isRole) == 0, c&(isFirstName|isSurname) != 0 && !stop:
			return i
		case stop && i+2 < to:
			i += 2
		case stop:
			return i
		default:
			i++
		}
	}
	return i
}

// onlyRole reports whether all words of a name are those of a role.
func (w *words) onlyRole(g tagged) bool {
	if !w.headsRole(g.to - 1) {
		return false
	}
	if g.to-g.from == 1 {
		return w.class[g.from]&(isFirstName|isSurname|isPlace|isBody) == 0
	}
	for i := g.from; i < g.to; i++ {
		if k := &w.tokens[i]; k.kind == word && !modifies(k.low) && w.class[i]&(isRole|isTitle|isDemonym|isCountry) == 0 && k.low != "lady" && k.low != "of" {
			return false
		}
	}
	return true
}

// named reports whether an act, a prize or the like goes on from the name that ends
// at token i.
func (w *words) named(i, from int) bool {
	hi := w.from[w.tokens[from].sentence+1]
	for j := i; j < hi && j < i+9; j++ {
		k := &w.tokens[j]
		switch k.low {
		case "act", "bill", "law", "amendment", "amendments", "treaty", "award", "awards", "prize", "medal", "doctrine", "fellowship", "lecture", "scholarship", "cup", "trophy":
			return k.cap
		}
		if !k.cap && k.low != "and" && k.low != "-" && k.kind != number {
			return false
		}
	}
	return false
}

func endsPlace(low string) bool {
	switch low {
	case "avenue", "street", "boulevard", "airbase", "airport", "airfield", "highway", "road", "river", "bridge", "mountain", "mountains", "island", "islands",
		"province", "county", "district", "city", "village", "stadium", "square", "valley", "peninsula", "plaza", "terminal", "prison", "palace", "building",
		"mosque", "cathedral", "refinery", "oilfield", "basin", "ocean", "sea", "strait", "canal", "beach", "harbour", "harbor", "ave", "blvd":
		return true
	}
	return false
}

func beginsPlace(low string) bool {
	switch low {
	case "fort", "mount", "lake", "camp", "rue", "palais", "hôtel", "musée", "maison", "château", "gare", "grande", "piazza", "calle", "cape", "isla", "ile", "île",
		"rio", "río", "monte", "puerto", "villa", "tel", "wadi", "jabal", "khan":
		return low != "khan" && low != "villa"
	}
	return false
}

func endsBody(low string) bool {
	switch low {
	case "university", "college", "hospital", "foundation", "institute", "institution", "company", "corporation", "corp", "inc", "ltd", "llc", "llp", "group", "holdings", "bank",
		"party", "ministry", "department", "agency", "committee", "commission", "council", "association", "society", "center", "centre", "museum",
		"library", "school", "academy", "league", "club", "orchestra", "brigade", "battalion", "regiment", "administration", "government", "campaign",
		"partners", "associates", "brothers", "industries", "airlines", "pharmaceuticals", "technologies", "newspaper", "magazine", "times", "post", "herald", "gazette", "tribune",
		"lab", "laboratory", "clinic", "court", "board", "bureau", "trust", "fund", "union", "federation", "front", "army", "force", "forces", "police":
		return true
	}
	return false
}

// between finds the word that stands between two places which the table took for
// one, or g.from.
func (w *words) between(g tagged) int {
	if w.phraseClass(g) != 0 {
		return g.from
	}
	for i := g.from + 1; i < g.to-1; i++ {
		switch w.tokens[i].low {
		case "for", "to", "in", "on", "and":
			if !w.tokens[i].cap {
				return i
			}
		}
	}
	return g.from
}
