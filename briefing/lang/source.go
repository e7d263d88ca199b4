package lang

import "strings"

// Unnamed sources. A source is a noun for a person who is in a position to know
// (official, source, diplomat, aide …) that is not named, is new (“a”, “two”,
// “another”, or a plural without an article), and speaks: it is the subject of a
// verb of saying, stands after “according to” or “said”, or is told to have asked
// not to be named. “Two people familiar with the matter” is a source by what
// follows the noun, and so is the label of a speaker in a transcript (“SENIOR
// ADMINISTRATION OFFICIAL:”).
//
// Who is called unnamed or anonymous is a source whatever the noun, and a spokesman
// is one without an article too, as telegrams write: “Foreign Office spokesman stated”.
//
// It must not catch “the official stated”, who was spoken of before; “a senior
// official, Ann Berg, said” and “Ann Berg, a senior official, said”, who has a name;
// “killed two officials”, who do not speak; nor “an anonymous letter said”, a paper.

// readSources finds the noun phrases of unnamed sources.
func readSources(t *text, names []Name) []Span {
	var out []Span
	n := 0
	for s := range t.sentences {
		lo, hi := t.from[s], t.from[s+1]
		for n < len(names) && (names[n].Unit < t.sentences[s].Unit || names[n].Unit == t.sentences[s].Unit && names[n].Start < t.sentences[s].Start) {
			n++
		}
		if from, to := t.speakerLabel(lo, hi); from < to {
			out = append(out, t.span(from, to))
			lo = to
		}
		for i := lo; i < hi; i++ {
			head, bare := sourceNoun(t.tokens[i].low)
			if head && t.tokens[i].cap && (t.tokens[i].low == "witness" || t.tokens[i].low == "witnesses") && !t.opensSentence(i) {
				continue // Jehovah’s Witnesses
			}
			if !head && t.roleAlone(i, lo, hi) {
				head = true
			}
			from, new := i, false
			switch {
			case head:
				from, new = t.sourcePhrase(i, lo)
				new = new || spokesman(t.tokens[i].low) && from < i && t.unmarked(from, lo)
				if f, ok := t.unnamedPhrase(i, lo, hi); ok {
					from, new, bare = f, true, false
				}
			default:
				if from, new = t.unnamedPhrase(i, lo, hi); !new {
					continue
				}
			}
			to, tail := t.sourceTail(i+1, hi)
			if bare && !tail || !new || i > lo && noPerson(t.tokens[i-1].low) || !tail && to == i+1 && t.compounds(i, hi) {
				continue
			}
			if t.named(t.span(from, to), to, hi, names[n:]) || t.apposed(from, lo, names[n:]) || !t.speaks(from, to, lo, hi) {
				continue
			}
			out = append(out, t.span(from, to))
			i = to - 1
		}
	}
	return out
}

// sourceNoun reports whether a word can head an unnamed source, and whether it
// needs a phrase behind it to be one (“people familiar with …”).
func sourceNoun(low string) (head, bare bool) {
	switch low {
	case "official", "officials", "source", "sources", "diplomat", "diplomats", "aide", "aides", "adviser", "advisers",
		"advisor", "advisors", "insider", "insiders", "negotiator", "negotiators", "confidant", "confidants",
		"spokesman", "spokesmen", "spokeswoman", "spokeswomen", "spokesperson", "spokespersons", "spokespeople", "authorities", "experts",
		"analyst", "analysts", "critics", "observers", "commentators", "eyewitness", "eyewitnesses", "witness", "witnesses":
		return true, false
	case "person", "people", "individual", "individuals", "man", "woman", "those", "executive", "executives", "lawyer", "lawyers",
		"officer", "officers", "employee", "employees", "staffer", "staffers", "lawmaker", "lawmakers":
		return true, true
	}
	return false, false
}

// roleAlone reports whether token i is a role in small letters, of one person who was not
// spoken of before: “according to a court clerk”. Whose role it is has no name there.
func (t *text) roleAlone(i, lo, hi int) bool {
	k := &t.tokens[i]
	if k.kind != word || k.cap || i+1 < hi && (t.tokens[i+1].cap || t.tokens[i+1].low == "-") {
		return false
	}
	for j := i - 1; j >= lo && j > i-5; j-- {
		switch w := &t.tokens[j]; {
		case w.low == "a", w.low == "an":
			return !isPlural(k.low) && (placed(k.low) || k.lists&isRole != 0)
		case w.kind != word || function(w.low) || w.speech():
			return false
		}
	}
	return false
}

// placed reports whether a noun that is no office is for a person who is in a position to know.
func placed(low string) bool {
	switch low {
	case "clerk", "resident", "prosecutor", "investigator", "activist", "campaigner", "doctor", "relative", "neighbour", "neighbor", "survivor", "colleague":
		return true
	}
	return false
}

// spokesman reports whether a noun is for who speaks for another.
func spokesman(low string) bool {
	return low == "spokesman" || low == "spokeswoman" || low == "spokesperson"
}

func unnamed(low string) bool { return low == "unnamed" || low == "anonymous" || low == "unidentified" }

// unmarked reports whether no article stands before a phrase that begins at from.
func (t *text) unmarked(from, lo int) bool {
	if from == lo {
		return true
	}
	k := &t.tokens[from-1]
	return !article(k.low) && k.low != "," && k.low != "this" && k.low != "that" && k.low != "'s" && k.low != "’"
}

// unnamedPhrase finds “unnamed industry experts” that ends with token i, before a
// verb of saying.
func (t *text) unnamedPhrase(i, lo, hi int) (from int, ok bool) {
	k := &t.tokens[i]
	if i+1 >= hi || !t.tells(i+1, hi) || k.kind != word || k.cap || function(k.low) || k.speech() || unnamed(k.low) || paper(k.low) {
		return i, false
	}
	for j := i - 1; j >= lo && j > i-4; j-- {
		switch k := &t.tokens[j]; {
		case unnamed(k.low):
			for j > lo && (counts(t.tokens[j-1].low) || t.tokens[j-1].low == "another" || t.tokens[j-1].low == "several") {
				j--
			}
			return j, true
		case k.kind != word || function(k.low) || k.speech():
			return i, false
		}
	}
	return i, false
}

// paper reports whether a noun is for something written that has no author's name.
func paper(low string) bool {
	switch low {
	case "letter", "letters", "note", "notes", "post", "posts", "report", "reports", "survey", "surveys", "account", "accounts", "article",
		"articles", "complaint", "email", "emails", "message", "messages", "tip", "tips", "document", "documents", "leaflet", "comment", "comments":
		return true
	}
	return false
}

// noPerson reports whether a word before “sources” says that they are papers or
// things.
func noPerson(low string) bool {
	switch low {
	case "news", "media", "energy", "power", "water", "data", "food", "open", "published", "public", "press", "primary", "secondary", "online", "fuel", "heat":
		return true
	}
	return false
}

// sourcePhrase goes left from the noun to the beginning of its phrase, and
// reports whether it speaks of someone new.
func (t *text) sourcePhrase(h, lo int) (from int, fresh bool) {
	i := h
	plural := t.tokens[h].low[len(t.tokens[h].low)-1] == 's' || t.tokens[h].low == "people" || t.tokens[h].low == "those"
	if t.tokens[h].low == "those" {
		return h, true
	}
	for i > lo && h-i < 9 {
		k := &t.tokens[i-1]
		switch k.low {
		case "a", "an", "another", "one", "two", "three", "four", "five", "six", "several", "some", "multiple", "many", "unnamed", "unidentified", "anonymous":
			i--
			for i > lo && counts(t.tokens[i-1].low) {
				i--
			}
			return i, true
		case "that": // “that officials said” is no “that official”
			if plural {
				return i, true
			}
			return i, false
		case "the", "this", "these", "those", "his", "her", "its", "their", "our", "my", "your", "no", "any", "every", "each":
			return i, false
		case "-", "'s", "’", "'", "&":
			i--
			continue
		case ".":
			if k.space {
				return i, plural
			}
			i--
			continue
		}
		if k.kind == word && !k.cap && i-1 > lo && article(t.tokens[i-2].low) && t.class(i-1) == posNominal && !k.speech() { // “a family spokesman”
			i--
			continue
		}
		if k.kind != word || calendar(k.low) || !k.cap && (function(k.low) || k.speech() || !modifies(k.low) && !describes(k.low) && t.class(i-1) != posAdjective) || k.cap && i-1 == lo && function(k.low) {
			break
		}
		i--
	}
	for i < h && t.tokens[i].kind == mark {
		i++
	}
	return i, plural
}

func counts(low string) bool {
	switch low {
	case "a", "an", "at", "least", "more", "than", "some", "one", "two", "three", "four":
		return true
	}
	return false
}

// describes reports whether a word describes a source, beyond what modifies a
// role.
func describes(low string) bool {
	switch low {
	case "western", "administration", "well", "placed", "informed", "unnamed", "anonymous", "unidentified", "diplomatic", "ministry",
		"second", "third", "separate", "knowledgeable", "reliable", "credible", "independent", "judicial", "hospital", "law", "enforcement",
		"ranking", "level", "high", "mid", "lower", "coalition", "alliance", "departmental", "department", "agency", "election", "electoral", "port", "aviation", "airport",
		"embassy", "congressional", "pentagon", "council", "local", "medical", "rescue", "prison", "customs", "counterterrorism", "different", "other", "close", "southern",
		"northern", "eastern", "tribal", "industry", "market", "u.s.", "european", "palace", "house", "unspecified":
		return true
	}
	return false
}

// sourceTail goes right over what makes a person a source: “familiar with the
// matter”, “close to the talks”, “briefed on the call”.
func (t *text) sourceTail(i, hi int) (to int, tail bool) {
	j := i
	if j+1 >= hi {
		return i, false
	}
	switch t.tokens[j].low {
	case "familiar", "close", "briefed", "involved", "acquainted":
		j++
	case "with":
		k := j + 1
		for k < hi && k < j+4 && t.tokens[k].low != "knowledge" {
			k++
		}
		if k == hi || t.tokens[k].low != "knowledge" {
			return i, false
		}
		j = k + 1
	case "in", "at", "from", "for":
		if t.tokens[j].low == "for" && !spokesman(t.tokens[j-1].low) {
			return i, false
		}
		// “an official at the ministry”, “a source in the government”
		k := j + 1
		if t.tokens[k].low == "the" || t.tokens[k].low == "a" {
			k++
		}
		begin := k
		for k < hi && k < begin+6 && t.tokens[k].kind == word && (t.tokens[k].cap && !function(t.tokens[k].low) && !calendar(t.tokens[k].low) || t.tokens[k].low == "of" && k > begin || modifies(t.tokens[k].low) || describes(t.tokens[k].low)) {
			k++
		}
		if k == begin {
			return i, false
		}
		return k, false
	default:
		return i, false
	}
	if j < hi && (t.tokens[j].low == "with" || t.tokens[j].low == "to" || t.tokens[j].low == "on" || t.tokens[j].low == "in" || t.tokens[j].low == "of" || t.tokens[j].low == "about") {
		j++
	} else {
		return i, false
	}
	begin := j
	if begin < hi && function(t.tokens[begin].low) && t.tokens[begin].low != "the" && t.tokens[begin].low != "his" && t.tokens[begin].low != "her" && t.tokens[begin].low != "its" && t.tokens[begin].low != "their" && !article(t.tokens[begin].low) {
		return i, false // “those involved in what he called …”
	}
	for j < hi && j < begin+8 {
		k := &t.tokens[j]
		if k.kind != word && k.low != "-" || k.speech() || j > begin && function(k.low) && k.low != "the" && k.low != "of" && k.low != "s" && !article(k.low) {
			break
		}
		switch k.low {
		case "have", "has", "had", "is", "are", "was", "were", "who", "that":
			return j, true
		}
		j++
	}
	return j, j > begin
}

// named reports whether the phrase has a person's name in it, right behind it, or
// in apposition to it.
func (t *text) named(s Span, to, hi int, names []Name) bool {
	for _, n := range names {
		if n.Unit != s.Unit {
			break
		}
		switch {
		case n.Start < s.Start || n.Type != Person && n.End < s.End:
			continue
		case n.End < s.End && t.possessor(n.Span): // “Johnson’s critics”
			continue
		case n.Start < s.End && n.End >= s.End && strings.HasSuffix(t.units[n.Unit].S[s.Start:n.Start], " for "): // “a spokeswoman for Kennedy”
			continue
		case n.Type != Person:
			return false
		case n.Start < s.End, to < hi && n.Start == int(t.tokens[to].start):
			return true
		case to+1 < hi && t.tokens[to].low == "," && n.Start == int(t.tokens[t.title(to+1, hi)].start):
			j := t.title(to+1, hi)
			for j < hi && int(t.tokens[j].end) <= n.End {
				j++
			}
			return j == hi || t.tokens[j].low == "," || t.tokens[j].low == "." || t.tokens[j].low == "("
		default:
			return false
		}
	}
	return false
}

// title goes on over the title of a name: “, General John Vines,”.
func (t *text) title(i, hi int) int {
	for j := i; j+1 < hi && j < i+4; j++ {
		k := &t.tokens[j]
		if c := k.lists; !k.cap || c&(isTitle|isRole) == 0 && k.low != "." {
			return j
		}
	}
	return i
}

// possessor reports whether a name has something: the mark of the possessive ends it or
// stands behind it.
func (t *text) possessor(n Span) bool {
	text := t.units[n.Unit].S
	for _, mark := range [...]string{"'s", "’s"} {
		if strings.HasSuffix(text[:n.End], mark) || strings.HasPrefix(text[n.End:], mark+" ") {
			return true
		}
	}
	return false
}

// apposed reports whether the phrase stands behind a person's name and a comma:
// “Ann Berg, a senior official, said”.
func (t *text) apposed(from, lo int, names []Name) bool {
	if from < lo+2 || t.tokens[from-1].low != "," {
		return false
	}
	end := t.span(from-2, from-1)
	for _, n := range names {
		if n.Unit != end.Unit || n.Start > end.Start {
			return false
		}
		if n.End == end.End {
			return n.Type == Person
		}
	}
	return false
}

// speakerLabel finds the label of a speaker without a name at the head of a
// unit: “SENIOR ADMINISTRATION OFFICIAL:”.
func (t *text) speakerLabel(lo, hi int) (from, to int) {
	if lo != t.first[t.tokens[lo].unit] {
		return 0, 0
	}
	for i := lo; i < hi && i < lo+7; i++ {
		k := &t.tokens[i]
		if k.low == ":" {
			if i < lo+2 {
				return 0, 0
			}
			if head, bare := sourceNoun(t.tokens[i-1].low); head && !bare {
				return lo, i
			}
			return 0, 0
		}
		if !k.upper && k.low != "." && k.low != "-" {
			return 0, 0
		}
	}
	return 0, 0
}

// speech reports whether a word is a verb of saying.
func (k *token) speech() bool { return k.lists&isSaying != 0 }
