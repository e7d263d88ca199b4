package lang

// Roles that a clause gives to a person, beside those that stand right with the
// name: “The UN envoy is Jan Kubat”, “they chose Omar Said as prime minister”, and
// the body for which one speaks (“Ann Berg with Bloomberg”).
//
// It must not take the topic of a sentence for a role (“The problem of the minister
// is Jan Kubat”), nor the object of a verb for a body one belongs to (“replaced Ann
// Berg with the Red Cross”).

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
	if to+1 >= hi {
		return r
	}
	switch w.tokens[to].low {
	case "as":
		for i := from - 1; i >= lo && i > from-4; i-- {
			if chooses(w.tokens[i].low) {
				return w.rolePhrase(to+1, hi, names)
			}
		}
	case "with", "from", "for":
		if from > lo {
			switch w.tokens[from-1].low {
			case ",", ";", ":", "—", "–", "to", "by":
			default:
				return r
			}
		}
		j := to + 1
		if w.tokens[j].low == "the" {
			j++
		}
		n := starting(names, j)
		if n == nil || n.typ != Organisation {
			return r
		}
		if n.to == hi || w.tokens[n.to].kind == mark && w.tokens[n.to].low != "'s" && w.tokens[n.to].low != "-" || w.class[n.to]&isSaying != 0 {
			return [2]int{n.from, n.to}
		}
	}
	return r
}

// chooses reports whether a verb gives someone an office.
func chooses(low string) bool {
	switch low {
	case "chose", "chosen", "choose", "choosing", "named", "naming", "appointed", "appoint", "appointing", "elected", "elect", "electing",
		"picked", "nominated", "selected", "confirmed", "inaugurated", "installed", "approved", "designated", "swore", "re-elected", "reappointed":
		return true
	}
	return false
}
