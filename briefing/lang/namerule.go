package lang

// What the words of a name say of it, whatever the table took it for. Each rule
// has its reason in the language:
//
//   - roles stand outside a person's span (“Sen. McConnell”);
//   - a role alone names no one (“Vice Chairman”, “First Lady”);
//   - what ends in a kind of place or body is one, though it bears a person's name
//     (“Karl Marx Avenue”, “Johns Hopkins University”), and so is what begins with
//     one (“Fort Lee”, “Rue Saint-Denis”);
//   - what an act, a bill or a prize is called after is no matter of the text (“the
//     Robert T. Stafford Disaster Relief Act”);
//   - an agreement, an act or a rate is no body (“Paris Agreement”, “Bank Rate”);
//   - an abbreviation in brackets behind it makes a name that of a body, and its initials
//     tell where the name begins (“Notes from Poland (NFP)”), also where the table
//     found the half of it (“Office for Democratic Institutions and Human Rights (ODIHR)”);
//   - an office without a name is no person (“Clinical Adviser”), and what the gazetteer
//     has whole is not cut;
//   - what something is in or near, or what is entered, is a place (“in Vyšné Nemecké”), where no first name
//     begins it and it owns nothing;
//   - who is called by a building is a body: the White House, Downing Street, and so
//     are the other bodies of the gazetteer;
//   - two places are not one for a word that stands between them (“the United States
//     for Romania”).
//
// They must not touch a surname that is also such a noun: “Park”, “Forest”, “Church”
// and “Banks” end persons, and only the nouns that seldom are surnames count.
func (w *words) judge(names []tagged) []tagged {
	out := make([]tagged, 0, len(names))
	for n, g := range names {
		lo, hi := w.sentenceOf(g.from)
		if len(out) > 0 && g.from < out[len(out)-1].to {
			continue
		}
		if g.from == lo && g.to-g.from > 1 && w.tokens[lo+1].kind == word && opens(w.tokens[lo].low) && w.phraseClass(g) == 0 {
			g.from++ // “Unlike Senators”
		}
		g = w.behindOffice(w.behindCountry(g, lo), lo)
		if g.typ == Organisation {
			g.to = w.headline(g, lo, hi)
			if cut := w.addressee(g); cut > g.from {
				if w.class[g.from]&isTitle != 0 {
					g.from++
				}
				out = append(out, tagged{g.from, cut, Person, g.margin})
				g.from = cut + 1
			}
		}
		if g.typ == Person {
			if cut := w.verbWithin(g); cut > g.from { // “Berg Nominates Ann Lund”
				out = append(out, tagged{w.afterTitles(g.from, cut), cut, Person, g.margin})
				g.from = cut + 1
			}
			g.from = w.afterTitles(g.from, g.to)
			g = w.wholePerson(g, names[n+1:])
		}
		if g.to < hi && w.tokens[g.to].kind == number && !w.tokens[g.to].space && (w.tokens[g.to-1].upper || len(w.tokens[g.to-1].low) == 1) {
			g.to++ // “G20”, “COP26”
		}
		if g.to-g.from == 1 && len(w.tokens[g.from].low) == 1 || g.to-g.from > longestName || w.onlyRole(g) || w.party(g) || w.office(g) {
			continue
		}
		if to := w.listedTo(g, hi); to > g.to {
			g.to, g.typ = to, Organisation
		}
		if i, j := w.shortOf(g.to, hi); i < j && w.abbreviation(g, lo, i, j) {
			g.typ = max(g.typ, Organisation) // persons have no abbreviation
			if from := w.longForm(g.from, g.to, lo, i, j); from < g.from {
				g.from, g.typ = from, Organisation
				for len(out) > 0 && out[len(out)-1].to > from {
					out = out[:len(out)-1]
				}
			}
		}
		if g.typ != Person && g.to-g.from > 1 && pact(w.tokens[g.to-1].low) {
			continue
		}
		if w.listedBody(g) {
			g.typ = Organisation
		}
		if g.typ == Person && g.to-g.from > 1 {
			switch last, first := w.tokens[g.to-1].low, w.tokens[g.from].low; {
			case w.named(g.to, g.from):
				continue
			case endsPlace(last) || beginsPlace(first):
				g.typ = Place
			case endsBody(last) || beginsBody(first):
				g.typ = Organisation
			case w.located(g, lo, hi):
				g.typ = Place
			}
		}
		g = w.numbered(g, lo)
		if g.typ != Place {
			end := 0
			if len(out) > 0 {
				end = out[len(out)-1].to
			}
			g.from = w.initialled(g, lo, end)
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
	return w.initials(w.abbreviated(out))
}

// numbered adds to a body the ordinal that it is counted by: “5th Fleet”, “101st
// Airborne Division”.
func (w *words) numbered(g tagged, lo int) tagged {
	if g.from < lo+2 || w.tokens[g.from-2].kind != number || w.tokens[g.from-1].space || !w.tokens[g.from].space {
		return g
	}
	switch w.tokens[g.from-1].low {
	case "st", "nd", "rd", "th":
	default:
		return g
	}
	if !unit(w.tokens[g.to-1].low) && !unit(w.tokens[g.from].low) {
		return g
	}
	g.from, g.typ = g.from-2, Organisation
	return g
}

// unit reports whether a noun is for a body that is counted.
func unit(low string) bool {
	switch low {
	case "fleet", "battalion", "brigade", "regiment", "division", "squadron", "wing", "corps", "circuit", "army", "infantry", "cavalry", "airborne", "group", "command":
		return true
	}
	return false
}

// located reports whether a supposed person is where something is: “in Vyšné
// Nemecké”, but not “in Ann Berg” and “in Pavel Nagy's view”.
func (w *words) located(g tagged, lo, hi int) bool {
	if g.from == lo || w.class[g.from]&(isFirstName|isTitle|isRole) != 0 || g.to < hi && w.tokens[g.to].low == "'s" {
		return false
	}
	switch w.tokens[g.from-1].low {
	case "in", "near", "entered", "entering":
		return true
	}
	return false
}

// office reports whether a supposed person, or a body of two words, is an office (“Clinical Adviser”) or the
// head of a chapter (“General Provisions”): the last word is a role and no surname,
// and no first name begins it, or the one word is a word of the language that no
// title of address makes a name.
func (w *words) office(g tagged) bool {
	if g.typ == Place || g.typ == Organisation && (g.to-g.from != 2 || w.class[g.to-1]&isBodyHead != 0) {
		return false
	}
	last := w.class[g.to-1]
	if last&(isFirstName|isSurname) != 0 {
		return false
	}
	if g.to-g.from > 1 {
		return last&isRole != 0 && w.class[g.from]&isFirstName == 0
	}
	return last&isCommon != 0 && g.from > 0 && w.tokens[g.from-1].low == "general" && w.tokens[g.from-1].cap
}

// listedTo is where a body of the gazetteer ends that begins with a name and goes on
// from it: “Department of Health” and “Human Services”.
func (w *words) listedTo(g tagged, hi int) int {
	p := w.phrase[g.from]
	if !p.begin || p.class&isBody == 0 {
		return g.to
	}
	i := g.from + 1
	for i < hi && !w.phrase[i].begin && w.phrase[i].class == p.class {
		i++
	}
	if w.phraseClass(tagged{from: g.from, to: i})&isBody == 0 {
		return g.to
	}
	return i
}

// listedBody reports whether the gazetteer has a name among the bodies and nowhere
// else: Ford may be a person, and Amazon a river.
func (w *words) listedBody(g tagged) bool {
	c := w.phraseClass(g)
	return c&isBody != 0 && c&(isPlace|isFirstName|isSurname) == 0
}

// pact reports whether what ends so is an agreement or a rate, which is neither a
// body nor a place: “Paris Agreement”, “Bank Rate”.
func pact(low string) bool {
	switch low {
	case "agreement", "agreements", "treaty", "protocol", "accord", "accords", "pact", "declaration", "rate", "rates", "act", "amendment":
		return true
	}
	return false
}

// longestName is how many tokens a name has at most: more are a list or noise.
const longestName = 24

// opens reports whether a word that opens a sentence is no part of a name.
func opens(low string) bool {
	switch low {
	case "unlike", "despite", "following", "among", "across", "around", "behind", "beyond", "outside", "inside", "near", "toward", "towards",
		"upon", "within", "without", "hello", "hi", "dear", "thanks", "says", "said", "former", "except", "amid", "besides", "regarding", "given",
		"once", "did", "does", "is", "are", "was", "should", "would", "let", "ask", "meet", "see", "yes", "well", "now", "oh", "after", "before",
		"when", "while", "although", "since", "if", "but", "and", "because", "any", "a", "an", "via":
		return true
	}
	return false
}

// wholePerson adds to a person what the table left outside: the particle and word
// that go on from it (“Abdel Fattah el-Sisi”), a first name before it, and takes
// away the country before it (“President of Chile Gabriel Boric”).
func (w *words) wholePerson(g tagged, next []tagged) tagged {
	lo, hi := w.sentenceOf(g.from)
	if len(next) > 0 {
		hi = min(hi, next[0].from)
	}
	if j := g.to; j+1 < hi && particle(w.tokens[j].low) && !w.tokens[j].cap {
		if k := j + 1; w.tokens[k].low == "-" && !w.tokens[k].space && k+1 < hi {
			j = k
		}
		if w.tokens[j+1].cap && w.tokens[j+1].kind == word {
			g.to = j + 2
		}
	}
	if j := g.to; j+1 < hi && g.to-g.from > 1 && w.tokens[j].low == "." && !w.tokens[j].space && len(w.tokens[j-1].low) == 1 &&
		w.tokens[j+1].kind == word && w.tokens[j+1].cap && len(w.tokens[j+1].low) > 1 && !function(w.tokens[j+1].low) { // “JOSEPH R. HALE”
		g.to = j + 2
	}
	if w.reigns(g, hi) { // “Carlos I”
		g.to++
	}
	for j := g.to; j+1 < hi && w.tokens[j].low == "-" && !w.tokens[j].space && !w.tokens[j+1].space &&
		w.tokens[j+1].kind == word && !w.tokens[j+1].cap && !compounds(w.tokens[j+1].low); j = g.to { // “Ban Ki-moon”, “Chan-o-cha”
		if g.to-g.from == 1 && (j+3 >= hi || w.tokens[j+2].low != "-" || w.tokens[j+3].cap || function(w.tokens[j+1].low)) {
			break
		}
		g.to = j + 2
	}
	if i := g.from - 1; g.to-g.from == 1 && i >= lo && w.tokens[i].cap && w.class[i]&isFirstName != 0 && w.class[i]&(isPlace|isRole|isTitle|isCommon) == 0 {
		g.from = i
	}
	if g.to-g.from > 2 {
		end := 0
		for i, k := g.from, key(0); i < g.to-2 && i < g.from+3; i++ {
			if k = k.then(w.tokens[i].key); i == g.from {
				k = w.tokens[i].key
			}
			if w.class[i+1]&isFirstName == 0 {
				continue
			}
			switch c := w.table.class(k); {
			case c&(isCountry|isDemonym) != 0 && w.class[g.from]&isFirstName == 0,
				c&isRegion != 0 && g.from > lo && w.tokens[g.from-1].low == "from": // “Senator from Vermont Ann Berg”
				end = i + 1
			}
		}
		if end > 0 {
			g.from = end
		}
	}
	return g
}

// reigns reports whether a Roman number goes on from a person's name. A lone I is one
// only where no clause can begin with it: before a mark or “of”.
func (w *words) reigns(g tagged, hi int) bool {
	if g.to >= hi || !w.tokens[g.to].cap || !w.tokens[g.to].space || w.class[g.to-1]&isFirstName == 0 {
		return false
	}
	switch w.tokens[g.to].low {
	case "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx", "xxiii":
		return w.tokens[g.to].upper
	case "i", "v", "x":
		return g.to+1 == hi || w.tokens[g.to+1].low == "of" || w.tokens[g.to+1].kind == mark && w.tokens[g.to+1].low != "."
	}
	return false
}

// compounds reports whether a word after a name and a hyphen makes an adjective of
// the name: “Joe Biden-era”.
func compounds(low string) bool {
	switch low {
	case "era", "led", "backed", "style", "like", "based", "appointed", "linked", "run", "esque", "born", "type", "nominated", "controlled", "inspired",
		"directed", "endorsed", "owned", "signed", "themed", "related", "to", "elect", "designate":
		return true
	}
	return false
}

func (w *words) sentenceOf(i int) (lo, hi int) {
	s := w.tokens[i].sentence
	return w.from[s], w.from[s+1]
}

// party reports whether a name is a party and a state: “D-SD”, “R-Ariz.”.
func (w *words) party(g tagged) bool {
	i := g.from
	if lo, _ := w.sentenceOf(i); i >= lo+2 && w.tokens[i-1].low == "-" {
		i -= 2
	}
	return i+1 < len(w.tokens) && w.tokens[i+1].low == "-" && len(w.tokens[i].low) == 1 && w.tokens[i].cap && g.to-i <= 4 &&
		(w.tokens[i].low == "d" || w.tokens[i].low == "r" || w.tokens[i].low == "i")
}

// afterTitles goes right over the roles that a person's span begins with. A word
// that is also a first name (Major, Dean) stays, unless it is abbreviated.
func (w *words) afterTitles(i, to int) int {
	for i+1 < to {
		stop := w.tokens[i+1].low == "." && !w.tokens[i+1].space
		c := w.class[i]
		switch {
		case c&isRole == 0, c&(isFirstName|isSurname) != 0 && !stop:
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
		if k := &w.tokens[i]; k.kind == word && !modifies(k.low) && w.class[i]&(isRole|isTitle|isDemonym|isCountry) == 0 && k.low != "lady" && k.low != "gentleman" && k.low != "of" && (w.class[i]&isCommon == 0 || w.class[i]&isFirstName != 0) {
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

// beginsBody reports whether a body's name begins so in the languages that put the
// noun first: “Institut Pasteur”, “Gazeta Prawna”.
func beginsBody(low string) bool {
	switch low {
	case "institut", "instituto", "istituto", "université", "universidad", "università", "universität", "banco", "banque", "banca", "partido", "parti",
		"partito", "gazeta", "grupo", "gruppo", "groupe", "société", "sociedad", "ministerio", "ministère", "conseil", "deutsche", "radio", "movimiento", "frente", "front":
		return true
	}
	return false
}

// between finds the word that stands between two places of the gazetteer which the
// table took for one, or g.from.
func (w *words) between(g tagged) int {
	if w.phraseClass(g) != 0 {
		return g.from
	}
	for i := g.from + 1; i < g.to-1; i++ {
		switch w.tokens[i].low {
		case "for", "to", "in", "on", "and":
			if !w.tokens[i].cap && w.phraseClass(tagged{from: g.from, to: i})&isPlace != 0 && w.phraseClass(tagged{from: i + 1, to: g.to})&isPlace != 0 {
				return i
			}
		}
	}
	return g.from
}
