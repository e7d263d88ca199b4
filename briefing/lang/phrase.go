package lang

// A Phrase is a noun phrase that can name a matter: “AUKUS submarine deal”.
type Phrase struct {
	Span
	Key string // folded form, the same for phrases that name the same thing
}

// readPhrases finds noun phrases of one to five words: nouns, and what stands
// before them of adjectives, participles and names.
//
// A phrase ends with a noun, holds no person and no part of a date, and begins
// neither with an article nor with a word of number. A plural ends it, for what
// follows one in small letters is mostly a verb (“officials fear …”), but for the
// nouns that stand before others in the plural (arms deal, rights group).
func readPhrases(t *text, times []Time, names []Name, quantities []Quantity) []Phrase {
	p := phrasing{text: t, times: times, names: names, quantities: quantities}
	return p.read()
}

func (p *phrasing) read() []Phrase {
	t := p.text
	p.out, p.ends = make([]Phrase, 0, len(t.tokens)/4+4), make([]int, 0, len(t.tokens)/4+4)
	p.keys = make([]byte, 0, 3*len(t.tokens)+16)
	for s := range t.sentences {
		p.titled, p.shouted = t.titleCase(s)
		if t.foreign(s) {
			continue
		}
		i, hi := t.from[s], t.from[s+1]
		for i < hi {
			i = max(i+1, p.at(i, hi))
		}
	}
	keys, from := string(p.keys), 0
	for i, end := range p.ends {
		p.out[i].Key, from = keys[from:end], end
	}
	return p.out
}

// phrasing reads the noun phrases of a text.
type phrasing struct {
	*text
	times      []Time
	names      []Name
	quantities []Quantity
	titled     bool   // the sentence has capitals as titles have them
	shouted    bool   // it has nothing else
	person     Span   // the last one passed
	whole      Span   // the last name of another sort
	keys       []byte // of all phrases, one behind the other
	ends       []int  // of each key in keys
	out        []Phrase
}

// titleCase reports whether most long words of a sentence begin with a capital, so
// that capitals do not tell names, and whether it has nothing but capitals.
func (t *text) titleCase(s int) (titled, shouted bool) {
	caps, all, upper := 0, 0, 0
	for i := t.from[s]; i < t.from[s+1]; i++ {
		if k := &t.tokens[i]; k.kind == word && k.end-k.start > 3 {
			all++
			if k.cap {
				caps++
			}
			if k.upper {
				upper++
			}
		}
	}
	return all >= 4 && caps*3 > all*2, all >= 3 && upper == all
}

// foreign reports whether a sentence is no English: of eight words and more, one
// in seven would be an article, a preposition or their like. A headline drops its
// articles, so one such word is enough for a short line.
func (t *text) foreign(s int) bool {
	closed, all := 0, 0
	for i := t.from[s]; i < t.from[s+1]; i++ {
		if k := &t.tokens[i]; k.kind == word && !k.cap {
			all++
			switch t.posAt(i) {
			case posDeterminer, posPreposition, posInfinitive, posConjunction, posPronoun, posAuxiliary:
				closed++
			}
		}
	}
	return all >= 8 && closed*7 < all && (closed == 0 || all >= 14)
}

// longest is the most words a phrase has; a compound with hyphens is one.
const longest = 5

// at reads the phrase that begins with token i, and says where to go on.
func (p *phrasing) at(i, hi int) int {
	if !p.opens(i, hi) {
		return i
	}
	j, words, end := i, 0, i
	var before posClass
	for j < hi && words < longest+3 {
		k := &p.tokens[j]
		if k.kind != word || p.barred(j) {
			break
		}
		to, c := p.compound(j, hi)
		switch {
		case c == posNominal:
			end = to
			if to == j+1 && j > i && before == posNominal && p.does(j, hi) {
				return p.emit(i, j, to) // “the bank fears inflation”
			}
			if to == j+1 && isPlural(k.low) && (!k.cap || p.opensSentence(j)) && !attributive(k.low) && !p.compounded(to, hi) {
				next := to
				if to < hi && p.tokens[to].kind == word && !p.tokens[to].cap && alsoVerb(p.tokens[to].low) {
					next++
				}
				return p.emit(i, end, next)
			}
		case c == posParticiple && before == posNominal && j > i && to == j+1 && (to >= hi || p.classAt(to) > posGerund):
			return p.emit(i, end, to) // “talks collapsed”
		case c == posParticiple && j > i && to == j+1 && p.whole.End == int(p.tokens[j-1].end) && p.whole.Unit == int(k.unit) && to < hi && p.classAt(to) == posNominal:
			return p.emit(i, end, to) // “the European Union expressed solidarity”
		case c > posGerund:
			return p.emit(i, end, max(j, i+1))
		}
		before = c
		words++
		j = to
	}
	return p.emit(i, end, j)
}

// Describes reports whether a word in small letters is by its form one that describes what
// stands behind it: identical, ongoing, maritime is none.
func Describes(w string) bool {
	switch posOf(w) {
	case posAdjective, posParticiple, posGerund, posQuantifier:
		return true
	}
	return false
}

// compounded reports whether the word at i, behind a plural, is a noun with it
// (“federal funds rate has …”) and no verb (“officials fear war”): no object
// follows it, and it is not one of the words that are verbs as often.
func (p *phrasing) compounded(i, hi int) bool {
	if i >= hi || p.tokens[i].kind != word || p.tokens[i].cap || p.barred(i) {
		return false
	}
	w := p.tokens[i].low
	if p.classAt(i) != posNominal || isPlural(w) || changeVerb(w) || alsoVerb(w) {
		return false
	}
	if i+1 >= hi {
		return true
	}
	switch p.classAt(i + 1) {
	case posPreposition, posAuxiliary, posVerb, posConjunction, posPunctuation:
		return true
	}
	return false
}

// does reports whether the plural at j, behind a singular noun, is what that does to the
// noun behind it: “the bank fears inflation”. Few nouns stand before others in the plural,
// and those of talking and striking, that do, are none of these.
func (p *phrasing) does(j, hi int) bool {
	k := &p.tokens[j]
	if k.cap || !isPlural(k.low) || isPlural(p.tokens[j-1].low) || j+1 >= hi || p.tokens[j+1].kind != word || p.barred(j+1) {
		return false
	}
	switch k.low {
	case "fears", "hopes", "demands", "claims", "faces", "hates", "loves", "seeks", "marks", "uses", "welcomes", "questions", "doubts", "resumes", "moves",
		"wants", "backs", "voices", "favours", "favors", "plans", "supports", "targets", "urges", "needs":
		return p.classAt(j+1) <= posGerund
	}
	return false
}

// alsoVerb lists nouns that stand behind a plural as its verb.
func alsoVerb(w string) bool {
	switch w {
	case "talk", "fear", "hope", "plan", "call", "vote", "claim", "demand", "face", "fall", "attack", "protest", "strike", "march",
		"move", "return", "work", "need", "report", "love", "like", "hate", "fight", "clash", "gather", "travel", "visit", "support",
		"back", "voice", "seek", "start", "stop", "end", "change", "play", "race", "mark", "use", "share", "benefit", "matter", "range",
		"focus", "welcome", "question", "doubt", "struggle", "battle", "rally", "riot", "surge", "jump", "climb", "decline", "increase",
		"decrease", "differ", "vary", "respond", "react", "resume", "collapse", "escape", "flood", "pour", "storm", "search", "target":
		return true
	}
	return false
}

// compound reads one word with what hyphens tie to it, and digits that are written
// with it: “nuclear-powered”, “build-up”, “COVID-19”. The last part tells what it
// is; one that ends with a preposition is a noun.
func (p *phrasing) compound(i, hi int) (to int, c posClass) {
	to = i + 1
	for to < hi && !p.tokens[to].space {
		k := &p.tokens[to]
		if k.kind == number && p.tokens[to-1].kind == word {
			to++
			continue
		}
		if (k.low == "-" || k.low == "–") && to+1 < hi && !p.tokens[to+1].space && p.tokens[to+1].kind != mark {
			to += 2
			continue
		}
		break
	}
	last := to - 1
	if p.tokens[last].kind == number {
		return to, posNominal
	}
	c = p.classAt(last)
	if last > i {
		switch c {
		case posParticiple, posGerund, posVerb, posAdverb:
			c = posAdjective
		case posPreposition:
			c = posNominal
			if to < hi && p.tokens[to].space && p.posAt(to) == posGerund { // mail-in voting
				return to + 1, posNominal
			}
		}
	}
	return to, c
}

// opens reports whether a phrase can begin with token i.
func (p *phrasing) opens(i, hi int) bool {
	k := &p.tokens[i]
	if k.kind != word || p.barred(i) || i > 0 && !k.space && p.tokens[i-1].low == "-" {
		return false
	}
	to, c := p.compound(i, hi)
	switch c {
	case posNominal, posAdjective:
		return true
	case posParticiple, posGerund:
		if p.titled {
			return false // “Rebalancing trade”
		}
		// “a suspected leak”, not “they vetoed laws”, nor “aimed at mending ties”
		if i > p.from[k.sentence] {
			switch p.classAt(i - 1) {
			case posDeterminer, posQuantifier, posAdjective, posNumeric, posPossession:
			case posPreposition, posConjunction, posPunctuation:
				if c == posGerund {
					return false
				}
			default:
				return false
			}
		} else if c == posGerund {
			return false
		}
		return to < hi && p.tokens[to].kind == word && p.classAt(to) <= posAdjective
	}
	return false
}

// classAt is class for a phrase: in a title a capital tells nothing.
func (p *phrasing) classAt(i int) posClass {
	k := &p.tokens[i]
	if len(p.names) > 0 && p.names[0].Type != Person && k.cap && holds(p.names[0].Span, int(k.unit), int(k.start)) {
		return posNominal
	}
	if p.titled && k.kind == word && k.cap && (p.shouted || !k.upper) {
		if k.low[0] == '\'' {
			return posPossession
		}
		return p.posAt(i)
	}
	return p.class(i)
}

// barred reports whether token i belongs to a person's name or a temporal
// expression. Tokens are asked in order.
func (p *phrasing) barred(i int) bool {
	k := &p.tokens[i]
	if p.address(i) {
		return true
	}
	u, at := int(k.unit), int(k.start)
	for len(p.times) > 0 && behind(p.times[0].Span, u, at) {
		p.times = p.times[1:]
	}
	for len(p.names) > 0 && behind(p.names[0].Span, u, at) {
		p.names = p.names[1:]
	}
	named := len(p.names) > 0 && holds(p.names[0].Span, u, at)
	if len(p.times) > 0 && holds(p.times[0].Span, u, at) && !(named && p.names[0].Type != Person) { // Good Friday Agreement
		return !p.attributiveDay(i) && !p.attributiveFeast(i)
	}
	for len(p.quantities) > 0 && behind(p.quantities[0].Span, u, at) {
		p.quantities = p.quantities[1:]
	}
	if len(p.quantities) > 0 && p.quantities[0].Kind != Count && p.quantities[0].Kind <= Rate && holds(p.quantities[0].Span, u, at) {
		return true // “million pounds”, “percent”
	}
	if named && p.names[0].Type == Person {
		p.person = p.names[0].Span
		return true
	}
	if named {
		p.whole = p.names[0].Span
	}
	// “Senator Clinton Welcomes Inquiry”: in a title a person does something
	return p.titled && p.person.Unit == u && p.person.End > 0 && p.person.End+1 == at && isPlural(k.low)
}

// attributiveDay reports whether a weekday stands before a noun that it describes:
// “Sunday trade ban”.
func (p *phrasing) attributiveDay(i int) bool {
	k := &p.tokens[i]
	if !k.cap || !monthOrDay(k.low) || !k.ending("day") || int(k.end) != p.times[0].End || i+1 >= len(p.tokens) {
		return false
	}
	next := &p.tokens[i+1]
	if next.unit != k.unit || next.kind != word || next.cap || p.class(i+1) != posNominal || isPlural(next.low) || next.sentence != k.sentence {
		return false
	}
	switch next.low {
	case "morning", "afternoon", "evening", "night", "noon", "midnight":
		return false
	}
	return true
}

// attributiveFeast reports whether token i belongs to a feast that names something
// behind it: “Good Friday Agreement”. All its words have capitals, two at least.
func (p *phrasing) attributiveFeast(i int) bool {
	s := p.times[0].Span
	words := 0
	j := i
	for ; j < len(p.tokens) && holds(s, int(p.tokens[j].unit), int(p.tokens[j].start)); j++ {
		if k := &p.tokens[j]; k.kind != word || !k.cap {
			return false
		}
		words++
	}
	if int(p.tokens[i].start) > s.Start {
		words++ // the ones before
	}
	return words > 1 && j < len(p.tokens) && p.tokens[j].sentence == p.tokens[i].sentence && p.tokens[j].cap && p.class(j) == posNominal
}

// address reports whether token i is part of a web or mail address: marks without
// space tie it to the next word.
func (p *phrasing) address(i int) bool {
	joint := func(i int) bool {
		switch p.tokens[i].low {
		case ".", "/", "@", "_", "=":
			return i+1 < len(p.tokens) && !p.tokens[i].space && !p.tokens[i+1].space && p.tokens[i+1].unit == p.tokens[i].unit && p.tokens[i+1].kind != mark
		}
		return false
	}
	return i+1 < len(p.tokens) && joint(i+1) || i > 0 && joint(i-1)
}

func behind(s Span, unit, at int) bool { return s.Unit < unit || s.Unit == unit && s.End <= at }

func holds(s Span, unit, at int) bool { return s.Unit == unit && s.Start <= at && at < s.End }

// attributive lists plurals that stand before another noun.
func attributive(w string) bool {
	switch w {
	case "arms", "sports", "sales", "rights", "news", "drugs", "communications", "operations", "affairs", "systems", "services",
		"securities", "savings", "elections", "sanctions", "relations", "weapons", "jobs", "benefits", "goods", "women", "children",
		"veterans", "police", "media", "data", "works", "customs", "emissions", "human", "materials", "intelligence", "politics",
		"economics", "electronics", "robotics", "athletics", "parts", "forces", "refugees", "aircraft":
		return true
	}
	return false
}

// emit adds the phrase of tokens i to end, what says nothing at its ends left out,
// and returns next.
func (p *phrasing) emit(i, end, next int) int {
	for i < end && (p.tokens[i].kind != word || p.hollow(i)) {
		i++
	}
	for end > i && p.tokens[end-1].kind == mark {
		end--
	}
	if i >= end {
		return next
	}
	// the last words carry the head: a longer phrase loses the first ones
	words := 1
	from := end - 1
	for from > i {
		if k := &p.tokens[from]; k.space {
			if words == longest {
				break
			}
			words++
		}
		from--
	}
	i = from
	first := len(p.keys)
	for j := i; j < end; j++ {
		k := &p.tokens[j]
		if k.kind == mark || k.kind == word && k.low[0] == '\'' {
			continue
		}
		if len(p.keys) > first && !(k.kind == number && !k.space) {
			p.keys = append(p.keys, ' ')
		}
		s := k.low
		if k.kind == word {
			s = Stem(s)
		}
		p.keys = append(p.keys, s...)
	}
	if len(p.keys) == first {
		return next
	}
	p.out, p.ends = append(p.out, Phrase{Span: p.span(i, end)}), append(p.ends, len(p.keys))
	return next
}

// hollow reports whether a word that opens a phrase says nothing of what it names.
func (p *phrasing) hollow(i int) bool {
	if k := &p.tokens[i]; k.cap && !p.titled && !p.opensSentence(i) && k.low[len(k.low)-1] != '.' && len(k.low) > 3 {
		return false // “Good Friday Agreement”
	}
	switch p.tokens[i].low {
	case "mr", "mrs", "ms", "dr", "sir", "sen", "rep", "gov", "gen", "then", "now", "ex", "bn", "mln", "percent", "pct", "uh", "um", "am", "pm", "p.m.", "a.m.", "eg", "ie",
		"important", "major", "main", "key", "likely", "good", "better", "best", "big", "great", "greater", "little", "early", "late", "latest", "such",
		"necessary", "possible", "able", "current", "past", "future", "present", "clear", "real", "full", "significant", "considerable", "substantial":
		return true
	}
	return false
}
