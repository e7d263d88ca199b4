package lang

import "sort"

// Roles. What the text says of a person stands before the name (“French President
// Emmanuel Macron”), after it in apposition (“Dave Lewis, CEO of Tesco,”), before
// it with a comma (“the head of the union, Jan Dijkema,”), in brackets, or in a
// clause (“who is the mayor of Rome”). A noun that heads a role is the evidence;
// from it the role grows to the left over what modifies it, and to the right over
// the phrase that says whose it is. A title of address (Mr, Dr, Sir) is no role.
//
// It must not take the role of the next person in a list (“Anna Berg, Minister
// Lund and others”), nor the object of a verb for a part of the role (“met
// opposition leader Tan”: the role is “opposition leader”).

// roleOf finds the role of the person that stands at tokens [from, to) of the
// sentence [lo, hi), and the phrase behind the name that says whose it is (“of
// Poland”). Names are those of the sentence, in order.
func (w *words) roleOf(g tagged, names []tagged, lo, hi int) (role, of [2]int) {
	from := w.address(g.from, lo)
	if r := w.roleEnding(from, lo, names); r[0] < r[1] {
		if e := w.ofPlace(g.to, hi, names); e > g.to {
			of = [2]int{g.to, e}
		}
		if r[1] == r[0]+1 && w.tokens[r[0]].low == "professor" && g.to < hi && w.tokens[g.to].low == "," { // a title of address, where the text says more
			if after := w.roleAfter(g.to, hi, names); after[0] < after[1] {
				return after, of
			}
		}
		return r, of
	}
	if r := w.roleAfter(g.to, hi, names); r[0] < r[1] {
		return r, of
	}
	if r := w.roleBySentence(from, g.to, lo, hi, names); r[0] < r[1] {
		return r, of
	}
	if from > lo+1 && w.tokens[from-1].low == "," && (g.to == hi || !w.tokens[g.to].cap && w.tokens[g.to].kind != number) {
		if g.to < hi && w.tokens[g.to].low != "," && w.tokens[g.to].low != "." && w.tokens[g.to].low != ";" && w.tokens[g.to].low != ")" {
			return role, of
		}
		return w.roleBeforeComma(from-1, lo, names), of
	}
	return role, of
}

// address goes left over titles of address, and over “then” and “now” between
// them and the name.
func (w *words) address(i, lo int) int {
	for i > lo {
		j := i - 1
		if w.tokens[j].low == "." && j > lo {
			j--
		}
		if w.tokens[j].kind != word || w.class[j]&isTitle == 0 || !w.tokens[j].cap || w.headsRole(j) {
			break
		}
		i = j
	}
	return i
}

// roleEnding finds the role that ends right before token end.
func (w *words) roleEnding(end, lo int, names []tagged) (r [2]int) {
	h := end - 1
	if h > lo && w.tokens[h].low == "." && !w.tokens[h].space {
		h--
	}
	if h > lo+1 && w.tokens[h].low == "elect" && w.tokens[h-1].low == "-" {
		h -= 2
	}
	if h < lo || w.tokens[h].kind != word {
		return r
	}
	if w.headsRole(h) && !(h > lo+1 && w.tokens[h].cap && w.tokens[h-1].low == "of" && w.headsRole(h-2)) { // Secretary of Justice
		return [2]int{w.modifiers(h, lo, names), end}
	}
	// Secretary of State Antony Blinken; Minister for Foreign Affairs Ann Linde
	for j := h; j > lo && j > end-12; j-- {
		k := &w.tokens[j]
		if (k.low == "of" || k.low == "for") && w.headsRole(j-1) && w.tokens[h].cap {
			return [2]int{w.modifiers(j-1, lo, names), end}
		}
		if !k.cap && !linking(k.low) {
			break
		}
	}
	return r
}

func linking(low string) bool {
	switch low {
	case "of", "for", "the", "and", "&", "-", ".", "'s":
		return true
	}
	return false
}

func (w *words) headsRole(i int) bool {
	k := &w.tokens[i]
	if k.kind != word {
		return false
	}
	if w.class[i]&isRole != 0 {
		return true
	}
	return (k.low == "lady" || k.low == "gentleman") && i > 0 && (w.tokens[i-1].low == "first" || w.tokens[i-1].low == "second")
}

// modifiers goes left from the head of a role over what modifies it.
func (w *words) modifiers(h, lo int, names []tagged) int {
	start := h
	_, hi := w.sentenceOf(h)
	shouts := w.tokens[h].upper && hi-lo < longestHeadline && w.capsOf(lo, hi) == 3
	for i := h - 1; i >= lo && h-i < 14; i-- {
		k := &w.tokens[i]
		if n := ending(names, i+1); n != nil && n.typ != Person {
			i = n.from
			start = i
			continue
		}
		switch {
		case k.low == "'s" || k.low == "'" || k.low == "’":
			// whose it is: “Tesco’s CEO”, but not “the ministry’s spokesman”
			if i == lo || !w.tokens[i-1].cap || w.class[i-1]&isRole != 0 || k.kind == mark && !endsInS(w.tokens[i-1].low) {
				return start
			}
			continue
		case k.low == "-" && !k.space && i > lo && w.tokens[i-1].kind == word && (w.tokens[i-1].cap && !function(w.tokens[i-1].low) || modifies(w.tokens[i-1].low)):
			continue
		case k.low == "." && !k.space && i > lo && w.tokens[i-1].cap:
			continue
		case k.low == "&" || k.low == "and":
			// “Health and Education Minister”: only between two capitals
			if i == lo || !w.tokens[i-1].cap || !w.tokens[i+1].cap || w.class[i-1]&(isRole|isFirstName) != 0 || i+1 == h {
				return start
			}
			continue
		case k.low == "of" && i > lo && i+1 < h && w.tokens[i-1].cap && w.class[i-1]&isBodyHead != 0 && w.tokens[i+1].cap:
			continue
		case k.kind != word:
			return start
		case k.cap:
			if function(k.low) && w.tokens[i+1].low != "-" || opens(k.low) && k.low != "former" || calendar(k.low) || w.class[i]&(isTitle|isSaying) != 0 && !w.headsRole(i) {
				return start
			}
			if k.upper && shouts && !modifies(k.low) && w.class[i]&(isRole|isDemonym|isCountry|isRegion) == 0 {
				return start
			}
			if k.low == "former" {
				return i
			}
			if n := ending(names, i+1); n != nil && n.typ == Person {
				return start
			}
		case !modifies(k.low) && w.class[i]&(isRole|isDemonym) == 0:
			return start
		}
		start = i
	}
	return start
}

// longestHeadline is how many words a headline in capitals has at most.
const longestHeadline = 60

// calendar reports whether a word is a weekday or a month.
func calendar(low string) bool {
	switch low {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may",
		"june", "july", "august", "september", "october", "november", "december":
		return true
	}
	return false
}

func endsInS(low string) bool { return low != "" && low[len(low)-1] == 's' }

// ending returns the name that ends before token i.
func ending(names []tagged, i int) *tagged {
	k := sort.Search(len(names), func(k int) bool { return names[k].to >= i })
	if k < len(names) && names[k].to == i {
		return &names[k]
	}
	return nil
}

// roleAfter finds the role in apposition to a name that ends at token i.
func (w *words) roleAfter(i, hi int, names []tagged) (r [2]int) {
	if i+1 >= hi {
		return r
	}
	switch w.tokens[i].low {
	case ",", "(", "–", "—", "-":
		i++
	case "is", "was", "became", "serves", "served":
		j := i + 1
		if w.tokens[j].low == "as" {
			j++
		}
		if j < hi && (article(w.tokens[j].low) || w.tokens[j].cap && w.headsRole(j)) {
			return w.rolePhrase(j, hi, names)
		}
		return r
	default:
		return r
	}
	if i+2 < hi && w.tokens[i].kind == number && w.tokens[i+1].low == "," { // an age
		i += 2
	}
	if i+1 < hi && (w.tokens[i].low == "who" || w.tokens[i].low == "currently") {
		i++
		switch w.tokens[i].low {
		case "is", "was", "serves", "served":
			i++
			if i < hi && w.tokens[i].low == "as" {
				i++
			}
		default:
			return r
		}
	}
	return w.rolePhrase(i, hi, names)
}

func article(low string) bool {
	switch low {
	case "the", "a", "an", "his", "her", "its", "their", "our":
		return true
	}
	return false
}

// rolePhrase reads a noun phrase from token i on, and returns it without its
// article if a role heads it.
func (w *words) rolePhrase(i, hi int, names []tagged) (r [2]int) {
	plain := 0 // words of which nothing is known: “a fisherman and mayor of the town”
	for i < hi && (article(w.tokens[i].low) || w.tokens[i].low == "one") {
		i++
		plain = 3
	}
	head := -1
	j := i
	for ; j < hi && j < i+9; j++ {
		k := &w.tokens[j]
		if n := starting(names, j); n != nil && (n.typ == Person || !w.headsRole(j)) {
			if n.typ == Person {
				return r
			}
			j = n.to - 1
			continue
		}
		if w.headsRole(j) { // “Deputy National Security Adviser”: the last one is the head
			head = j
			continue
		}
		if !(k.cap && !function(k.low)) && !modifies(k.low) && w.class[j]&isDemonym == 0 && k.low != "-" && k.low != "'s" && k.low != "and" && k.low != "." && k.low != "&" {
			if plain == 0 || head >= 0 || k.kind != word || function(k.low) || participle(k.low) || w.class[j]&isSaying != 0 {
				break
			}
			plain--
		}
	}
	if head < 0 {
		return r
	}
	if j = head + 1; j < hi && (w.tokens[j].low == "general" || w.tokens[j].low == "designate") { // “Secretary General”
		j++
	}
	if j < hi && w.tokens[j].low == "'s" {
		return r
	}
	return [2]int{i, w.whose(j, hi, names)}
}

// starting returns the name that begins at token i.
func starting(names []tagged, i int) *tagged {
	k := sort.Search(len(names), func(k int) bool { return names[k].from >= i })
	if k < len(names) && names[k].from == i {
		return &names[k]
	}
	return nil
}

// whose goes right from the head of a role over the phrases that say whose it
// is: “of the Executive Board”, “for Central Europe”, “of state”.
func (w *words) whose(j, hi int, names []tagged) int {
	end := j
	for j < hi {
		switch w.tokens[j].low {
		case "of", "for", "at", "to", "with", "in", "on", "and", "&":
		default:
			return end
		}
		k, plain := j+1, 0
		if w.tokens[j].low == "to" && k < hi && !w.tokens[k].cap && !article(w.tokens[k].low) { // “the first to refuse”
			return end
		}
		for k < hi {
			t := &w.tokens[k]
			if n := starting(names, k); n != nil {
				if n.typ == Person {
					break
				}
				k = n.to
				continue
			}
			if t.kind == word && t.cap && !function(t.low) || t.low == "'s" || t.low == "-" && !t.space || t.low == "." && k+1 < hi && !w.tokens[k+1].space {
				k++
				continue
			}
			if article(t.low) && k == j+1 {
				k++
				continue
			}
			if t.kind != word || function(t.low) || plain == 3 || w.class[k]&isSaying != 0 || participle(t.low) {
				break
			}
			plain++
			k++
		}
		if k == j+1 || k == j+2 && article(w.tokens[j+1].low) {
			return end
		}
		if low := w.tokens[j].low; (low == "and" || low == "&") && !w.headsRole(k-1) && !w.headsRole(j+1) {
			return end
		}
		end, j = k, k
	}
	return end
}

func participle(low string) bool {
	return len(low) > 4 && (low[len(low)-2:] == "ed" || low[len(low)-3:] == "ing")
}

// ofPlace returns the end of “of Poland” behind a name, or to.
func (w *words) ofPlace(to, hi int, names []tagged) int {
	if to+1 < hi && w.tokens[to].low == "of" {
		j := to + 1
		if w.tokens[j].low == "the" {
			j++
		}
		if n := starting(names, j); n != nil && n.typ != Person {
			return n.to
		}
	}
	return to
}

// roleBeforeComma finds the role in “the head of the union, Jan Dijkema,”: the
// phrase has an article or says whose it is.
func (w *words) roleBeforeComma(comma, lo int, names []tagged) (r [2]int) {
	for h := comma - 1; h >= lo && h > comma-10; h-- {
		k := &w.tokens[h]
		if k.kind == mark && k.low != "-" && k.low != "." || w.class[h]&isSaying != 0 {
			return r
		}
		if !w.headsRole(h) || h+1 < comma && w.whose(h+1, comma, names) != comma {
			continue
		}
		start := w.modifiers(h, lo, names)
		if start > lo && (article(w.tokens[start-1].low) || w.tokens[start-1].low == "'s") || start == lo && w.tokens[lo].cap && start < h {
			return [2]int{start, comma}
		}
		return r
	}
	return r
}

// function reports whether a word is one of grammar: it modifies no role.
func function(low string) bool {
	switch low {
	case "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your",
		"in", "on", "at", "by", "for", "from", "with", "after", "before", "when", "while", "as", "if", "and", "but", "or", "nor",
		"however", "according", "although", "since", "of", "to", "into", "over", "under", "against", "between", "during", "through",
		"what", "who", "whom", "whose", "which", "where", "why", "how", "no", "not", "also", "both", "many", "most", "some", "such",
		"he", "she", "it", "they", "we", "you", "i", "him", "them", "us", "is", "was", "are", "were", "be", "been", "being", "has",
		"have", "had", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "do", "does", "did", "than",
		"about", "because", "until", "so", "there", "here", "then", "now", "meanwhile", "earlier", "later", "one", "two", "three",
		"each", "every", "any", "all", "another", "other", "including", "like", "via", "per", "yet", "still", "only", "just", "even",
		"today", "yesterday", "tomorrow":
		return true
	}
	return false
}

// modifies reports whether a word in lower case commonly stands before the head
// of a role.
func modifies(low string) bool {
	switch low {
	case "senior", "former", "acting", "interim", "deputy", "vice", "chief", "executive", "prime", "foreign", "finance",
		"defence", "defense", "interior", "justice", "health", "education", "energy", "trade", "economic", "economics", "economy",
		"opposition", "rebel", "company", "police", "army", "military", "navy", "naval", "air", "force", "party", "state", "federal", "local",
		"regional", "national", "international", "political", "security", "intelligence", "press", "public", "affairs", "general",
		"assistant", "associate", "first", "second", "late", "retired", "incoming", "outgoing", "newly", "elected", "appointed", "top", "ex",
		"co", "current", "longtime", "veteran", "presidential", "parliamentary", "congressional", "human", "rights", "managing",
		"special", "permanent", "attorney", "district", "junior", "principal", "lead", "head", "minority", "majority", "spiritual", "religious",
		"supreme", "provincial", "municipal", "city", "town", "county", "union", "labour", "labor", "climate", "environment", "environmental",
		"transport", "agriculture", "culture", "tourism", "sports", "science", "technology", "legal", "financial", "campaign", "committee",
		"government", "cabinet", "crown", "lieutenant", "major", "brigadier", "staff", "royal", "honorary", "founding", "ruling",
		"conservative", "liberal", "democratic", "republican", "socialist", "communist", "right", "left", "far", "wing", "hardline",
		"moderate", "radical", "shadow", "chair", "board", "bank", "central", "governing", "resident", "veterans", "homeland", "housing",
		"communications", "development", "media", "policy", "budget", "aid", "relief", "emergency", "emergencies", "fire", "research", "medical", "lead-in",
		"nuclear", "arms", "peace", "ceasefire", "border", "immigration", "treasury", "exchequer", "immediate", "past", "then", "now", "self",
		"declared", "exiled", "jailed", "convicted", "alleged", "suspected", "chairman", "club", "team", "football", "soccer", "cricket",
		"basketball", "baseball", "tennis", "film", "television", "radio", "news", "newspaper", "magazine", "investigative", "award", "winning",
		"russian-born", "multi", "millionaire", "business", "industry", "tech", "technical", "oil", "gas", "steel", "auto", "airline", "real", "estate",
		"vice-presidential", "three-time", "two-time", "time", "one-time", "onetime", "high", "court", "appeals", "trial", "defending", "reigning":
		return true
	}
	return false
}
