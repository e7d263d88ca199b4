package lang

// A Phrase is a noun phrase that can name a matter: “AUKUS submarine deal”.
type Phrase struct {
	Span
	Key    string  // folded form, the same for phrases that name the same thing
	Weight float64 // how much rarer it is here than in ordinary news
}

// readPhrases finds noun phrases of one to five words: nouns, and what stands
// before them of adjectives, participles and names.
//
// A phrase ends with a noun, holds no person and no part of a date, and begins
// neither with an article nor with a word of number. A plural ends it, for what
// follows one in small letters is mostly a verb (“officials fear …”), but for the
// nouns that stand before others in the plural (arms deal, rights group).
func readPhrases(t *text, times []Time, names []Name) []Phrase {
	p := phrasing{text: t, times: times, names: names}
	for s := range t.sentences {
		p.titled = t.titleCase(s)
		i, hi := t.from[s], t.from[s+1]
		for i < hi {
			i = max(i+1, p.at(i, hi))
		}
	}
	return p.out
}

// phrasing reads the noun phrases of a text.
type phrasing struct {
	*text
	times  []Time
	names  []Name
	titled bool // the sentence has capitals as titles have them
	key    []byte
	out    []Phrase
}

// titleCase reports whether most long words of a sentence begin with a capital, so
// that capitals do not tell names.
func (t *text) titleCase(s int) bool {
	caps, all := 0, 0
	for i := t.from[s]; i < t.from[s+1]; i++ {
		if k := &t.tokens[i]; k.kind == word && k.end-k.start > 3 {
			all++
			if k.cap {
				caps++
			}
		}
	}
	return all >= 4 && caps*3 > all*2
}

// longest is the most words a phrase has; a compound with hyphens is one.
const longest = 5

// at reads the phrase that begins with token i, and says where to go on.
func (p *phrasing) at(i, hi int) int {
	if !p.opens(i, hi) {
		return i
	}
	j, words, end := i, 0, i
	for j < hi && words < longest+3 {
		k := &p.tokens[j]
		if k.kind == mark {
			if k.low == "-" && !k.space && j > i && j+1 < hi && !p.tokens[j+1].space && p.tokens[j+1].kind == word {
				j++
				words--
				continue
			}
			break
		}
		if k.kind == number && !(j > i && !k.space) || p.barred(j) {
			break
		}
		switch c := p.classAt(j); c {
		case posNominal:
			end = j + 1
			words++
			j++
			if isPlural(k.low) && !k.cap && !attributive(k.low) {
				return p.emit(i, end, j)
			}
			continue
		case posAdjective, posGerund:
		case posParticiple:
			if j > i && p.classAt(j-1) == posNominal && p.tokens[j].space && (j+1 >= hi || p.classAt(j+1) > posGerund) {
				return p.emit(i, end, j) // “talks collapsed”
			}
		case posNumeric:
			if k.space || j == i {
				return p.emit(i, end, j)
			}
			end = j + 1
			j++
			continue
		default:
			return p.emit(i, end, j)
		}
		words++
		j++
	}
	return p.emit(i, end, j)
}

// opens reports whether a phrase can begin with token i.
func (p *phrasing) opens(i, hi int) bool {
	k := &p.tokens[i]
	if k.kind != word || p.barred(i) {
		return false
	}
	switch p.classAt(i) {
	case posNominal, posAdjective:
		return true
	case posParticiple, posGerund:
		// “rising prices”, not “urging the court”
		return i+1 < hi && p.tokens[i+1].kind == word && p.classAt(i+1) <= posAdjective
	}
	return false
}

// classAt is class for a phrase: in a title a capital tells nothing.
func (p *phrasing) classAt(i int) posClass {
	k := &p.tokens[i]
	if p.titled && k.kind == word && !k.upper {
		if k.low[0] == '\'' {
			return posPossession
		}
		return posOf(k.low)
	}
	return p.class(i)
}

// barred reports whether token i belongs to a person's name or a temporal
// expression. Tokens are asked in order.
func (p *phrasing) barred(i int) bool {
	k := &p.tokens[i]
	u, at := int(k.unit), int(k.start)
	for len(p.times) > 0 && behind(p.times[0].Span, u, at) {
		p.times = p.times[1:]
	}
	if len(p.times) > 0 && holds(p.times[0].Span, u, at) {
		return true
	}
	for len(p.names) > 0 && behind(p.names[0].Span, u, at) {
		p.names = p.names[1:]
	}
	return len(p.names) > 0 && p.names[0].Type == Person && holds(p.names[0].Span, u, at)
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
	p.key = p.key[:0]
	sum, n := 0., 0.
	for j := i; j < end; j++ {
		k := &p.tokens[j]
		if k.kind == mark || k.kind == word && k.low[0] == '\'' {
			continue
		}
		if len(p.key) > 0 && !(k.kind == number && !k.space) {
			p.key = append(p.key, ' ')
		}
		s := k.low
		if k.kind == word {
			s = Stem(s)
		}
		p.key = append(p.key, s...)
		sum += rarity(s)
		n++
	}
	if n == 0 {
		return next
	}
	key := string(p.key)
	w := sum / n
	if n > 1 {
		w = (w + rarity(key)) / 2
	}
	p.out = append(p.out, Phrase{Span: p.span(i, end), Key: key, Weight: w})
	return next
}

// hollow reports whether a word that opens a phrase says nothing of what it names.
func (p *phrasing) hollow(i int) bool {
	switch p.tokens[i].low {
	case "mr", "mrs", "ms", "dr", "sir", "sen", "rep", "gov", "gen", "then", "now", "ex", "bn", "mln", "am", "pm", "p.m.", "a.m.", "eg", "ie",
		"important", "major", "main", "key", "likely", "good", "better", "best", "big", "great", "greater", "little", "early", "late", "latest", "such",
		"necessary", "possible", "able", "current", "past", "future", "present", "clear", "real", "full", "significant", "considerable", "substantial":
		return true
	}
	return false
}
