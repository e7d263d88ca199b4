package lang

// The document corrects the sentence. A table that sees one sentence takes the
// “Jordan” of one for a place and of the next for a person; the whole text knows
// better:
//
//   - one surface form has one type, by majority;
//   - the last word of a person's full name is that person wherever it stands alone,
//     unless the same word is as often a place by itself and something is in it;
//   - a first name and a word that the text calls somebody or something by alone are a
//     person, whatever the table took them for;
//   - a country is a place;
//   - a word that a longer place begins with is that place in short (“Ellsworth” of
//     “Ellsworth Air Base”), unless somebody bears it;
//   - what stands once, before the colon of its line, is a key and no name;
//   - who is a person in one sentence is one in the next, where the table missed it.

// forms is what a text (and the pieces before it) says of one written form.
type form struct {
	votes   [3]int32
	surname int32 // how often it ended a full name of a person
	begins  int32 // how often it began a longer place
	full    bool  // more than one word
}

type nameCarry struct {
	forms map[string]form
}

// limit of the forms that are carried from piece to piece
const mostForms = 1 << 14

func (w *words) correct(names []tagged, c nameCarry) ([]tagged, nameCarry) {
	forms := make(map[string]form, len(names)+len(c.forms))
	for s, f := range c.forms {
		forms[s] = f
	}
	alone := map[string]bool{}
	for _, g := range names {
		if g.to-g.from == 1 {
			alone[w.form(g)] = true
		}
	}
	for i := range names {
		g := &names[i]
		if g.typ != Person && w.fullName(*g, alone) {
			g.typ = Person
		}
		s := w.form(*g)
		f := forms[s]
		f.votes[g.typ]++
		f.full = g.to-g.from > 1
		forms[s] = f
		if g.typ == Place && g.to-g.from > 1 && w.tokens[g.from].kind == word {
			s := w.of(w.tokens[g.from])
			f := forms[s]
			f.begins++
			forms[s] = f
		}
		if g.typ == Person {
			if l := w.lastName(*g); l > g.from {
				s := w.of(w.tokens[l])
				f := forms[s]
				f.surname++
				forms[s] = f
			}
		}
	}
	out := make([]tagged, 0, len(names)+len(names)/8)
	next := 0
	for s := range w.sentences {
		lo, hi := w.from[s], w.from[s+1]
		plain := w.capsOf(lo, hi) == 0
		for i := lo; i < hi; {
			if next < len(names) && names[next].from == i {
				g := names[next]
				g.typ = w.settle(g, forms[w.form(g)])
				if g.typ == Organisation && w.knownAlone(g, forms) {
					g.typ = Person
				}
				if !w.label(g, forms[w.form(g)], hi) {
					out = append(out, g)
				}
				i = g.to
				next++
				continue
			}
			end := hi
			if next < len(names) && names[next].from < hi {
				end = names[next].from
			}
			g, ok := w.missed(i, end, lo, plain, forms)
			if !ok {
				g, ok = w.missedBody(i, end, lo)
			}
			if !ok {
				g, ok = w.missedPerson(i, end, lo, hi)
			}
			if ok {
				out = append(out, g)
				i = g.to
				continue
			}
			i++
		}
	}
	if len(forms) <= mostForms {
		c.forms = forms
	}
	return out, c
}

// label reports whether a supposed body is the key of a line (“Point of Contact: …”):
// it begins the line, a colon follows, and the text has it nowhere else. It must not
// take the place of a dateline, nor a speaker, who is a person.
func (w *words) label(g tagged, f form, hi int) bool {
	k := &w.tokens[g.from]
	return g.typ != Person && g.to < hi && w.tokens[g.to].low == ":" && (k.line || g.from == w.first[k.unit]) &&
		f.votes[Organisation]+f.votes[Place] == 1 && w.phraseClass(g)&(isPlace|isBody) == 0
}

// form is how a name is written: the words themselves.
func (w *words) form(g tagged) string {
	a, b := w.tokens[g.from], w.tokens[g.to-1]
	return w.units[a.unit].S[a.start:b.end]
}

// lastName is the last word of a person's name that is no “Jr.” or number.
func (w *words) lastName(g tagged) int {
	for i := g.to - 1; i > g.from; i-- {
		k := &w.tokens[i]
		switch k.low {
		case "jr", "sr", ".", ",", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi":
			continue
		}
		if k.kind == word {
			return i
		}
	}
	return g.from
}

func (w *words) settle(g tagged, f form) NameType {
	if w.phraseClass(g)&isCountry != 0 && f.surname == 0 {
		return Place
	}
	if g.to-g.from == 1 && f.surname > 0 && (f.votes[Place]+f.votes[Organisation] <= f.surname+f.votes[Person] ||
		w.class[g.from]&isBody == 0 && w.seen.of(uint32(w.tokens[g.from].key))&(seenPlace|seenHeaded) == 0) {
		return Person
	}
	if g.to-g.from == 1 && w.class[g.from]&(isCountry|isRegion) != 0 && f.surname == 0 && f.votes[Person] < 2 && g.typ == Person && !w.titledAt(g.from) {
		return Place
	}
	if g.to-g.from == 1 && g.typ == Person && f.begins > 0 && f.surname == 0 && w.class[g.from]&isFirstName == 0 && !w.titledAt(g.from) {
		return Place
	}
	best := g.typ
	for t := range f.votes {
		if f.votes[t] > f.votes[best] {
			best = NameType(t)
		}
	}
	if best != Organisation && f.votes[Person] == f.votes[Place] { // nobody is a person and a place
		if best = Place; w.class[g.from]&isFirstName != 0 || f.surname > 0 {
			best = Person
		}
	}
	return best
}

// fullName reports whether a supposed body or place is a first name and a surname:
// the text has the second word alone as well. It must not take “Austin Trade Board” or
// a town of the gazetteer for one.
func (w *words) fullName(g tagged, alone map[string]bool) bool {
	if g.to-g.from != 2 || w.tokens[g.to-1].kind != word || w.tokens[g.to-1].low == "'s" {
		return false
	}
	first, last := w.class[g.from], w.class[g.to-1]
	return first&isFirstName != 0 && first&(isCommon|isPlace|isBody|isDemonym|isBodyHead|isPlaceHead) == 0 &&
		last&(isBodyHead|isPlaceHead|isDemonym|isCountry|isBody) == 0 && w.phraseClass(g) == 0 && alone[w.of(w.tokens[g.to-1])]
}

// knownAlone reports whether the text calls a supposed body by a first name or surname
// alone, as one calls a person.
func (w *words) knownAlone(g tagged, forms map[string]form) bool {
	if g.to-g.from != 2 || w.class[g.from]&isFirstName == 0 || w.class[g.to-1]&(isBodyHead|isPlaceHead) != 0 {
		return false
	}
	for i := g.from; i < g.to; i++ {
		if f := forms[w.of(w.tokens[i])]; f.votes[Person] > f.votes[Organisation] {
			return true
		}
	}
	return false
}

// titledAt reports whether a title or role stands right before token i.
func (w *words) titledAt(i int) bool {
	lo, _ := w.sentenceOf(i)
	if i > lo && w.tokens[i-1].low == "." {
		i--
	}
	return i > lo && w.class[i-1]&(isTitle|isRole|isFirstName) != 0
}

// phraseClass is the lists that hold the whole name.
func (w *words) phraseClass(g tagged) class {
	k := w.tokens[g.from].key
	for i := g.from + 1; i < g.to; i++ {
		k = k.then(w.tokens[i].key)
	}
	if g.to == g.from+1 {
		return w.class[g.from]
	}
	return w.table.class(k)
}

// missedPerson finds a person at token i whom the table left outside although a role
// with a capital stands right before: “Prime Minister Nuri al-Karim”. It must not take
// what goes on from the role itself (“Prime Minister Question Time”).
func (w *words) missedPerson(i, end, lo, hi int) (tagged, bool) {
	if i == lo || !w.tokens[i].cap || !w.tokens[i-1].cap || w.class[i-1]&isRole == 0 || w.class[i-1]&(isFirstName|isSurname) != 0 {
		return tagged{}, false
	}
	if !w.prose(max(lo, i-40), min(hi, i+40)) {
		return tagged{}, false
	}
	const other = isPlace | isBody | isDemonym | isRole | isBodyHead | isPlaceHead
	called := func(j int) bool {
		k := &w.tokens[j]
		return k.kind == word && k.cap && !k.upper && len(k.low) > 1 && w.class[j]&other == 0 && (w.class[j]&isCommon == 0 || w.class[j]&(isFirstName|isSurname) != 0)
	}
	j := i
	for j < end && j < i+5 {
		switch k := &w.tokens[j]; {
		case called(j):
		case j > i && k.low == "-" && !k.space && j+1 < end && !w.tokens[j+1].space:
		case j > i && particle(k.low):
		default:
			end = j
			continue
		}
		j++
	}
	for j > i && !w.tokens[j-1].cap {
		j--
	}
	if j-i < 2 || j < len(w.tokens) && w.cand[j] && w.tokens[j].cap && w.tokens[j].kind == word && w.tokens[j].sentence == w.tokens[i].sentence {
		return tagged{}, false
	}
	return tagged{from: i, to: j, typ: Person}, true
}

// prose reports whether a stretch of a sentence has words in lower case that are more than the
// small ones of a heading in capitals.
func (w *words) prose(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if k := &w.tokens[i]; k.kind == word && !k.cap && len(k.low) > 2 && !function(k.low) && !particle(k.low) {
			return true
		}
	}
	return false
}

// missedBody finds a body of the gazetteer at token i that the table left outside. It
// must not take what is a place, a person's name or a word of the language too, nor what
// only tells an election or an alliance apart (“the 1980 Democratic Party primaries”,
// “the counter-ISIL coalition”).
func (w *words) missedBody(i, end, lo int) (tagged, bool) {
	const other = isPlace | isFirstName | isSurname | isDemonym | isRole | isCommon
	p := w.phrase[i]
	if !p.begin || p.class&isBody == 0 || p.class&other != 0 || !w.tokens[i].cap {
		return tagged{}, false
	}
	if i > lo && (w.tokens[i-1].kind == number || w.tokens[i-1].low == "-" && !w.tokens[i].space) {
		return tagged{}, false
	}
	j := i + 1
	for j < len(w.phrase) && !w.phrase[j].begin && w.phrase[j].class == p.class {
		j++
	}
	g := tagged{from: i, to: j, typ: Organisation}
	if j > end || w.phraseClass(g) != p.class || j < end && w.tokens[j].cap && w.tokens[j].kind == word {
		return tagged{}, false
	}
	return g, true
}

// missed looks for a name that the text has elsewhere at token i, in the words
// that the table left outside.
func (w *words) missed(i, end, lo int, plain bool, forms map[string]form) (tagged, bool) {
	if !w.cand[i] || !w.tokens[i].cap {
		return tagged{}, false
	}
	if i > lo && w.tokens[i-1].low == "-" && !w.tokens[i].space {
		return tagged{}, false
	}
	for j := min(end, i+6); j > i; j-- {
		if !w.tokens[j-1].cap || j < end && (w.tokens[j].cap && w.tokens[j].kind == word || w.tokens[j].low == "-" && !w.tokens[j].space) {
			continue
		}
		f, ok := forms[w.form(tagged{from: i, to: j})]
		if !ok {
			continue
		}
		if j == i+1 {
			low := w.seen.of(uint32(w.tokens[i].key))&seenLower != 0
			switch {
			case f.surname > 0 && (!low || i > lo):
				return tagged{from: i, to: j, typ: w.settle(tagged{from: i, to: j}, f)}, true
			case low || i == lo && plain:
				return tagged{}, false
			}
		}
		if f.votes[Person] >= 2 && f.votes[Person] > f.votes[Place]+f.votes[Organisation] {
			return tagged{from: i, to: j, typ: Person}, true
		}
		return tagged{}, false
	}
	return tagged{}, false
}
