package lang

import (
	"sort"
	"strings"
)

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

// A station is what a sentence says of one person's role.
type station struct {
	role  [2]int
	of    [2]int // the phrase behind the name that says whose it is (“of Poland”)
	also  [2]int // a second role: “Senator Ann Berg, chair of the committee,”
	loose bool   // no office: see Name.Loose
}

// roleOf finds the role of the person that stands at tokens [from, to) of the
// sentence [lo, hi). Names are those of the sentence, in order.
func (w *words) roleOf(g tagged, names []tagged, lo, hi int) (p station) {
	from := w.address(g.from, lo)
	if r := w.roleEnding(from, lo, names); r[0] < r[1] {
		if e := w.ofPlace(g.to, hi, names); e > g.to {
			p.of = [2]int{g.to, e}
		} else if n := starting(names, g.to+1); n != nil && n.typ == Place && w.tokens[g.to].low == "from" && w.holdsFor(r) { // “Senator Ann Berg from Ohio”
			p.of = [2]int{g.to, n.to}
		}
		p.role = r
		if r[1] == r[0]+1 {
			if before := w.roleBeforeComma(r[0], g.to, lo, hi, names); before[0] < before[1] { // “the envoy to Chad, Senator Ann Berg,”
				p.also = before
			}
		}
		if at := max(g.to, p.of[1]); at+1 < hi {
			switch w.tokens[at].low {
			case ",":
				if r := w.roleAfter(at, hi, names); r[0] < r[1] {
					p.also = r
				}
			case ":":
				if r[0] == lo {
					p.also = w.roleBehindColon(at, hi, names)
				}
			case "was", "is":
				if chooses(w.tokens[at+1].low) {
					p.also = w.roleOfVerb(at, hi, names)
				}
			}
		}
		if low := w.tokens[r[0]].low; p.also[0] < p.also[1] && r[1] == r[0]+1 && (low == "professor" || low == "doctor") { // a title of address, where the text says more
			p.role, p.also = p.also, [2]int{}
		}
		return p
	}
	if p.role = w.roleAfter(g.to, hi, names); p.role[0] < p.role[1] {
		return p
	}
	if from == lo && g.to < hi && w.tokens[g.to].low == ":" {
		if p.role = w.roleBehindColon(g.to, hi, names); p.role[0] < p.role[1] {
			return p
		}
	}
	if p.role = w.roleBySentence(from, g.to, lo, hi, names); p.role[0] < p.role[1] {
		return p
	}
	if p.role = w.roleBeforeComma(from, g.to, lo, hi, names); p.role[0] < p.role[1] {
		return p
	}
	p.role = w.looseRole(g.from, g.to, lo, hi, names)
	p.loose = p.role[0] < p.role[1]
	return p
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
	if h > lo+1 && w.tokens[h].low == "elect" {
		if h--; w.tokens[h].low == "-" {
			h--
		}
	}
	if h > lo+3 && w.tokens[h].low == ")" && w.tokens[h-2].low == "(" && w.tokens[h-1].upper { // “Member of Parliament (MP) Ann Berg”
		return w.roleEnding(h-2, lo, names)
	}
	if h < lo || w.tokens[h].kind != word {
		return r
	}
	if w.headsRole(h) && !(h > lo+1 && w.tokens[h].cap && w.tokens[h-1].low == "of" && w.headsRole(h-2)) { // Secretary of Justice
		if h+1 == end && h == end-1 && !w.addresses(h, lo) {
			return r
		}
		return [2]int{w.modifiers(h, lo, names), end}
	}
	if w.headsRoles(h) {
		return [2]int{w.modifiers(h, lo, names), end}
	}
	// Secretary of State Antony Blinken; Minister for Foreign Affairs Ann Linde
	for j := h; j > lo && j > end-12; j-- {
		k := &w.tokens[j]
		if (k.low == "of" || k.low == "for" || k.low == "from" && (ending(names, end) != nil || w.class[h]&isPlace != 0)) && (w.headsRole(j-1) || w.headsRoles(j-1)) && w.tokens[h].cap {
			return [2]int{w.modifiers(j-1, lo, names), end}
		}
		if !k.cap && !linking(k.low) && k.low != "from" {
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

// modifiers goes left from the head of a role over what modifies it.
func (w *words) modifiers(h, lo int, names []tagged) int {
	start := h
	_, hi := w.sentenceOf(h)
	shouts := w.tokens[h].upper && hi-lo < longestHeadline && w.capsOf(lo, hi) == 3
	for i := h - 1; i >= lo && h-i < 14; i-- {
		k := &w.tokens[i]
		if n := ending(names, i+1); n != nil && (n.typ != Person || i == h-1 && n.from == i && !w.tokens[h].cap) { // “Berg loyalist”
			if w.tokens[i+1].low == "'s" && (n.from == lo || w.tokens[n.from-1].low != "'s") { // whose it is comes first
				return n.from
			}
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
		case (k.low == "-" || k.low == "–") && !k.space && i > lo && w.tokens[i-1].kind == word && (w.tokens[i-1].cap && !function(w.tokens[i-1].low) || modifies(w.tokens[i-1].low)):
			continue
		case k.low == "." && !k.space && i > lo && w.tokens[i-1].cap:
			continue
		case k.low == "&" || k.low == "and":
			// “Health and Education Minister”: only between two capitals
			if i > lo && !w.tokens[i+1].cap && w.headsRole(i-1) { // “the actor and activist”, but not “his wife and daughter”
				first := w.modifiers(i-1, lo, names)
				if first == lo || w.tokens[first-1].kind == word && w.tokens[first-1].low != "the" && !ownership(w.tokens[first-1].low) && !w.tokens[first-1].cap {
					return first
				}
				return start
			}
			if i > lo+1 && !w.tokens[i-1].cap && !w.tokens[i+1].cap && i+1 < h && modifies(w.tokens[i-1].low) && (w.tokens[i-2].cap || article(w.tokens[i-2].low) || w.tokens[i-2].low == "'s") {
				continue // “the trade and industry commissioner”
			}
			if i > lo && w.headsRole(i-1) && !w.tokens[i-1].cap && w.tokens[i+1].upper && i+1 == h { // “co-founder and CEO”
				if first := w.modifiers(i-1, lo, names); first == lo || w.tokens[first-1].low == "the" || w.tokens[first-1].kind == mark {
					return first
				}
			}
			if i == lo || !w.tokens[i-1].cap || !w.tokens[i+1].cap {
				return start
			}
			if w.headsRole(i-1) && ending(names, i) == nil { // “Senior Adviser and Chief Spokesman”, but not “the President and Secretary”
				if first := w.modifiers(i-1, lo, names); first == lo || !article(w.tokens[first-1].low) && !w.tokens[first-1].cap {
					return first
				}
				return start
			}
			if w.class[i-1]&(isRole|isFirstName) != 0 || i+1 == h {
				return start
			}
			continue
		case k.low == "of" && i > lo && i+1 < h && w.tokens[i-1].cap && w.class[i-1]&isBodyHead != 0 && w.tokens[i+1].cap:
			continue
		case k.kind != word:
			return start
		case k.cap:
			if function(k.low) && w.tokens[i+1].low != "-" && (i == lo || w.tokens[i-1].low != "-") || opens(k.low) && k.low != "former" || calendar(k.low) || w.class[i]&(isTitle|isSaying) != 0 && !w.headsRole(i) {
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
			if from := w.plainModifiers(i, lo); from >= 0 {
				return from
			}
			return start
		}
		start = i
	}
	return start
}

func ownership(low string) bool {
	switch low {
	case "his", "her", "its", "their", "our", "my", "your":
		return true
	}
	return false
}

// plainModifiers goes left from token i over words in lower case of which nothing is
// known but that they can stand before a noun, and returns where an article or a
// preposition shows that the phrase begins: “by science fiction writer”. In “met
// opposition leader” nothing does; it returns -1.
func (w *words) plainModifiers(i, lo int) int {
	for j := i; j >= lo && j > i-4; j-- {
		k := &w.tokens[j]
		if j == lo && j < i && k.cap && !function(k.low) && w.text.class(j) == posNominal { // “Home office minister Ann Berg”
			return j
		}
		if j == i-3 {
			return -1
		}
		if j < i && k.cap && w.class[j]&(isDemonym|isCountry) != 0 { // “by U.S. computer magnate Ann Berg”
			return j
		}
		switch k.low {
		case "the", "a", "an", "his", "her", "its", "their", "our", "by", "of", "with", "from", "as", "including", "like", "against", "between":
			if j < i {
				return j + 1
			}
			return -1
		}
		if k.kind != word || k.cap || function(k.low) || w.class[j]&isSaying != 0 || strings.HasSuffix(k.low, "ing") {
			return -1
		}
		if c := w.text.class(j); c != posNominal && c != posAdjective && c != posParticiple {
			return -1
		}
	}
	return -1
}

// addresses reports whether the one word at token h can stand as a title before a
// name. “Executive Branch” and “Head Office” begin like one and are none.
func (w *words) addresses(h, lo int) bool {
	switch w.tokens[h].low {
	case "executive", "head", "principal", "owner", "expert", "specialist":
		return !w.tokens[h].cap || h > lo && (w.tokens[h-1].cap || modifies(w.tokens[h-1].low))
	case "general", "major":
		next := &w.tokens[h+1]
		return !endsInS(next.low) || w.class[h+1]&isCommon == 0 || w.class[h+1]&(isSurname|isFirstName) != 0 // “General Provisions”
	}
	return true
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
	case "is", "was", "became", "becomes", "serves", "served":
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
	if i+1 < hi && w.tokens[i].low == "who" {
		return w.roleOfVerb(i+1, hi, names)
	}
	if i+1 < hi {
		switch w.tokens[i].low {
		case "formerly", "previously", "then":
			if r := w.rolePhrase(i+1, hi, names); r[0] < r[1] {
				return [2]int{i, r[1]}
			}
			return r
		case "currently", "now", "as":
			i++
		case "and": // “, and member of the board,”
			if r = w.rolePhrase(i+1, hi, names); article(w.tokens[i+1].low) || r[1] == hi || w.tokens[r[1]].low != "," {
				return [2]int{}
			}
			return r
		}
		if chooses(w.tokens[i].low) { // “Ann Berg, elected president of the club in May,”
			return w.roleOfVerb(i, hi, names)
		}
	}
	return w.rolePhrase(i, hi, names)
}

func article(low string) bool {
	switch low {
	case "the", "a", "an", "his", "her", "its", "their", "our", "another":
		return true
	}
	return false
}

// starting returns the name that begins at token i.
func starting(names []tagged, i int) *tagged {
	k := sort.Search(len(names), func(k int) bool { return names[k].from >= i })
	if k < len(names) && names[k].from == i {
		return &names[k]
	}
	return nil
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

// roleBeforeComma finds the role in “the head of the union, Jan Dijkema,” for the
// person at tokens [from, to): the phrase has an article or says whose it is. Where
// no comma closes the apposition (“France's President, Jean Leroux said”) the phrase
// begins a clause, else it may end one before the name (“after meeting France's
// President, Jean Leroux said”).
func (w *words) roleBeforeComma(from, to, lo, hi int, names []tagged) (r [2]int) {
	comma := from - 1
	if comma <= lo || w.tokens[comma].low != "," || to < hi && (w.tokens[to].cap || w.tokens[to].kind == number) {
		return r
	}
	closed := to == hi || w.tokens[to].low == "," || w.tokens[to].low == "." || w.tokens[to].low == ";" || w.tokens[to].low == ")"
	if w.tokens[comma-1].low == ")" { // “head of the union (DMU), Jan Dijkema,”
		for j := comma - 2; j > lo && j > comma-8; j-- {
			if w.tokens[j].low == "(" {
				comma = j
				break
			}
		}
	}
	for h := comma - 1; h >= lo && h > comma-10; h-- {
		k := &w.tokens[h]
		if k.kind == mark && k.low != "-" && k.low != "." && k.low != "'" && k.low != "’" || w.class[h]&isSaying != 0 {
			return r
		}
		if !w.headsRole(h) || h+1 < comma && w.whose(h+1, comma, names) != comma {
			continue
		}
		start := w.modifiers(h, lo, names)
		owned := false // “Kenya's president, Ann Berg,”
		for i := start; i < h; i++ {
			owned = owned || w.tokens[i].low == "'s" || w.tokens[i].low == "’"
		}
		opens := start == lo || start == lo+1 && article(w.tokens[lo].low) || w.tokens[start-1].low == "," || start > lo+1 && article(w.tokens[start-1].low) && w.tokens[start-2].low == ","
		if !closed && !opens {
			return r
		}
		if start > lo && (article(w.tokens[start-1].low) || w.tokens[start-1].low == "'s" || w.tokens[start-1].low == "one") || start == lo && w.tokens[lo].cap && start < h || closed && (opens && start < h || owned) ||
			opens && owned && w.class[to]&isSaying != 0 {
			return [2]int{start, comma}
		}
		return r
	}
	return r
}

// roleBehindColon reads what a heading says of the person it names, behind the colon at
// token i and to the end: “Ann Berg: Nominee for the Court of Appeals”. A speech behind a
// colon goes on (“Ann Berg: President Lund agreed”).
func (w *words) roleBehindColon(i, hi int, names []tagged) (r [2]int) {
	r = w.rolePhrase(i+1, hi, names)
	if r[0] != i+1 || r[1] < r[0]+2 || r[1] != hi && !(r[1]+1 == hi && w.tokens[r[1]].low == ".") {
		return [2]int{}
	}
	return r
}

// holdsFor reports whether a role is an office that one holds from a place.
func (w *words) holdsFor(r [2]int) bool {
	h := r[1] - 1
	if h > r[0] && w.tokens[h].low == "." {
		h--
	}
	return lawmaker(w.tokens[h].low)
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
