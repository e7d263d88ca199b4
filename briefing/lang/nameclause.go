package lang

// Roles that a clause gives to a person, beside those that stand right with the
// name: “The UN envoy is Jan Kubat”, “they chose Omar Said as prime minister”,
// “intends to nominate Ann Berg to be Surgeon General”, “Ann Berg took office as
// governor”.
//
// It must not take the topic of a sentence for a role (“The problem of the minister
// is Jan Kubat”), nor what somebody else is (“met Ann Berg as president of the
// bank”).

// roleBySentence finds the role of the person at tokens [from, to) that a clause of
// the sentence [lo, hi) gives.
func (w *words) roleBySentence(from, to, lo, hi int, names []tagged) (r [2]int) {
	if to < hi && w.tokens[to].low == "'s" {
		return r
	}
	if from > lo+1 && (w.tokens[from-1].low == "is" || w.tokens[from-1].low == "was") {
		if r := w.roleEnding(from-1, lo, names); r[0] < r[1] && r[0] > lo && w.tokens[r[0]-1].low == "the" &&
			(r[0]-1 == lo || w.tokens[r[0]-2].low == "," || w.tokens[r[0]-2].low == "that") {
			return r
		}
	}
	if r := w.identified(from, lo, names); r[0] < r[1] {
		return r
	}
	if to+1 >= hi {
		return r
	}
	if w.chosen(from, lo) || w.tokens[to].low == "as" && from > lo && w.tokens[from-1].low == "and" && w.choseBefore(from, lo) {
		if r := w.roleFor(to, hi, names); r[0] < r[1] {
			return r
		}
	}
	return w.roleOfVerb(to, hi, names)
}

// identified finds the role of one whom the text names only now: “The attacker,
// identified as Jan Kubat”, “a man named by the police as Jan Kubat” is no role.
func (w *words) identified(from, lo int, names []tagged) (r [2]int) {
	i := from - 2
	if i <= lo || w.tokens[i+1].low != "as" || w.tokens[i].low != "identified" {
		return r
	}
	for i--; i > lo && (w.tokens[i].low == "was" || w.tokens[i].low == "been" || w.tokens[i].low == "has" || w.tokens[i].low == "later" || w.tokens[i].low == ","); {
		i--
	}
	if !w.headsRole(i) {
		return r
	}
	start := w.modifiers(i, lo, names)
	if start == lo || !article(w.tokens[start-1].low) {
		return r
	}
	return [2]int{start, i + 1}
}

// choseBefore reports whether a verb that gives an office stands before a list that goes
// on at token from: “chose Ann Berg as president and Jan Kubat as chair”.
func (w *words) choseBefore(from, lo int) bool {
	for i := from - 1; i >= lo && i > from-25; i-- {
		if k := &w.tokens[i]; k.kind == word && !k.cap && chooses(k.low) {
			return true
		}
	}
	return false
}

// chosen reports whether a verb or noun that gives an office has the person at token
// from as its object: “nominated Ann Berg”, “the nomination of Ann Berg”. Between
// them stand at most an article and titles.
func (w *words) chosen(from, lo int) bool {
	for i := from - 1; i >= lo && i > from-4; i-- {
		switch k := &w.tokens[i]; {
		case chooses(k.low) || choice(k.low):
			return true
		case k.low != "of" && !article(k.low) && !k.cap && k.low != "." && k.low != "former":
			return false
		}
	}
	return false
}

// roleFor reads the office for which someone is chosen from token i on, behind the
// name: “as chair”, “to be chair”, “to serve as chair”, “for a second term as chair”,
// “for Chair”, “the next chair”.
func (w *words) roleFor(i, hi int, names []tagged) (r [2]int) {
	for j := i; j < hi && j < i+10; j++ {
		k := &w.tokens[j]
		switch {
		case k.low == "as" || k.low == "be" || k.low == "become":
			return w.rolePhrase(j+1, hi, names)
		case j > i && w.tokens[j-1].low == "to" && j+2 < hi && (article(w.tokens[j+1].low) || w.tokens[j+1].cap) && leads(k.low):
			return [2]int{j, w.object(j+1, hi)}
		case k.low == "for" && j == i && j+1 < hi && (w.tokens[j+1].cap || article(w.tokens[j+1].low)):
			if r := w.rolePhrase(j+1, hi, names); r[0] < r[1] {
				return r
			}
		case j == i && (article(k.low) || w.headsRole(j) || modifies(k.low)):
			return w.rolePhrase(j, hi, names)
		case k.low == "by" && j == i: // “nominated by President Berg to be”
			for j+1 < hi && j < i+6 && (w.tokens[j+1].cap || article(w.tokens[j+1].low) || w.tokens[j+1].low == ".") {
				j++
			}
		case k.low == "to" || k.low == "serve" || k.low == "for" || article(k.low) || k.low == "term" || k.low == "second" || k.low == "third" || k.low == "new" ||
			k.low == "full" || k.kind == number || k.low == "-" || k.low == "year" || k.low == "again" || k.low == "four":
		default:
			return r
		}
	}
	return r
}

// roleOfVerb reads the role that a verb at token i gives to its subject: “has served
// as chair”, “took office as chair”, “was elected chair”, “became chair”.
func (w *words) roleOfVerb(i, hi int, names []tagged) (r [2]int) {
	been := false
	for j := i; j < hi && j < i+8; j++ {
		k := &w.tokens[j]
		switch k.low {
		case "was", "is", "were", "be", "been":
			been = true
			if j+1 < hi && article(w.tokens[j+1].low) {
				return w.rolePhrase(j+1, hi, names)
			}
			if n := starting(names, j+1); n != nil && n.to < hi && w.tokens[n.to].low == "'s" { // “was Lund's running mate”
				if r := w.rolePhrase(n.to+1, hi, names); r[0] == n.to+1 && r[0] < r[1] {
					return [2]int{n.from, r[1]}
				}
				return r
			}
			if k.low == "been" && j+1 < hi && w.headsRole(j+1) { // “has been mayor since 1998”
				return w.rolePhrase(j+1, hi, names)
			}
			continue
		case "resigned", "retired", "quit": // with the verb: the office is no longer theirs
			if j+1 < hi && w.tokens[j+1].low == "as" {
				if r := w.rolePhrase(j+2, hi, names); r[0] < r[1] {
					return [2]int{j, r[1]}
				}
			}
			return r
		case "has", "had", "have", "will", "would", "to", "also", "previously", "currently", "later", "again", "then", "now", "recently", "first", "once",
			"who", "unanimously", "since", "there", "-", "re", "-elected":
			continue
		case "became", "become", "becomes":
			return w.rolePhrase(j+1, hi, names)
		case "serve", "serves", "served", "serving", "continue", "continues", "returned", "returns", "acted", "acts":
			if j+1 < hi && w.tokens[j+1].low == "as" {
				return w.rolePhrase(j+2, hi, names)
			}
			if j+2 < hi && w.tokens[j+2].low == "as" && (w.tokens[j+1].low == "again" || w.tokens[j+1].low == "currently" || w.tokens[j+1].low == "previously") {
				return w.rolePhrase(j+3, hi, names)
			}
			return r
		case "took", "takes", "assumed", "assumes":
			if j+2 < hi && (w.tokens[j+1].low == "office" || w.tokens[j+1].low == "over") && w.tokens[j+2].low == "as" {
				return w.rolePhrase(j+3, hi, names)
			}
			return r
		case "sworn":
			for a := j + 2; a < hi && a < j+16; a++ { // “sworn in at noon as governor”
				if w.tokens[a].low == "as" {
					return w.rolePhrase(a+1, hi, names)
				}
				if n := starting(names, a); n != nil && n.typ == Person || chooses(w.tokens[a].low) || w.class[a]&isSaying != 0 {
					return r
				}
			}
			return r
		}
		if !chooses(k.low) || !been && j > i && w.tokens[j-1].low != "again" { // “Ann Berg elected Speaker” is a headline, “Ann Berg has named Lund” is not hers
			return r
		}
		if j+1 < hi && !been && starting(names, j+1) != nil {
			return r
		}
		return w.roleFor(j+1, hi, names)
	}
	return r
}

// chooses reports whether a verb gives someone an office.
func chooses(low string) bool {
	switch low {
	case "chose", "chosen", "choose", "choosing", "named", "name", "names", "naming", "appointed", "appoint", "appoints", "appointing", "elected", "elect", "elects", "electing",
		"picked", "picks", "pick", "nominated", "nominate", "nominates", "nominating", "selected", "selects", "select", "confirmed", "confirm", "inaugurated", "installed",
		"approved", "designated", "designate", "swore", "re-elected", "reelected", "reappointed", "reappoint", "reappoints", "renominated", "renominate", "announced", "tapped", "taps":
		return true
	}
	return false
}

// choice reports whether a noun tells that someone was given an office.
func choice(low string) bool {
	switch low {
	case "nomination", "appointment", "election", "selection", "confirmation", "reappointment":
		return true
	}
	return false
}
