package lang

// The noun phrase that a role is where it stands behind a name or a verb: its
// modifiers, the noun that heads it, and the phrases that say whose it is.

// rolePhrase reads a noun phrase from token i on, and returns it without its
// article if a role heads it.
func (w *words) rolePhrase(i, hi int, names []tagged) (r [2]int) {
	plain, bare := 0, true // words of which nothing is known: “a fisherman and mayor of the town”
	for i < hi && (article(w.tokens[i].low) || w.tokens[i].low == "one") {
		i++
		plain, bare = 3, false
	}
	if bare && i < hi && w.tokens[i].cap { // “Kenya country director”
		plain = 2
	}
	head := -1
	j := i
	for ; j < hi && j < i+9; j++ {
		k := &w.tokens[j]
		if n := starting(names, j); n != nil && (n.typ == Person || !w.headsRole(j)) && !w.officeOf(n) {
			if n.typ == Person {
				if j == i && n.to < hi && w.tokens[n.to].low == "'s" { // “Karl Lund's wife”
					j = n.to
					continue
				}
				return r
			}
			j = n.to - 1
			continue
		}
		if w.headsRole(j) { // “Deputy National Security Adviser”: the last one is the head
			head = j
			continue
		}
		if !(k.cap && (!function(k.low) || j+1 < hi && w.tokens[j+1].low == "-" && !w.tokens[j+1].space)) && !modifies(k.low) && w.class[j]&isDemonym == 0 && k.low != "-" && k.low != "'s" && k.low != "and" && k.low != "." && k.low != "&" {
			if plain == 0 || head >= 0 || k.kind != word || function(k.low) || participle(k.low) && k.low != "based" || w.class[j]&isSaying != 0 {
				break
			}
			if c := w.text.class(j); bare && c != posNominal && c != posAdjective {
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
	if j+3 < hi && w.tokens[j].low == "-" && w.tokens[j+1].low == "in" && w.tokens[j+3].low == "law" { // “son-in-law”
		j += 4
	} else if j+1 < hi && w.tokens[j].low == "-" && !w.tokens[j].space && w.tokens[j+1].low == "elect" {
		j += 2
	}
	if j < hi && w.tokens[j].low == "'s" {
		return r
	}
	return [2]int{i, w.whose(j, hi, names)}
}

// whose goes right from the head of a role over the phrases that say whose it
// is: “of the Executive Board”, “for Central Europe”, “of state”.
func (w *words) whose(j, hi int, names []tagged) int {
	end := j
	for j < hi {
		switch w.tokens[j].low {
		case "of", "for", "at", "to", "with", "in", "on", "and", "&":
		case "from": // “senator from Ohio”
			if n := starting(names, j+1); n == nil || n.typ != Place || !lawmaker(w.tokens[j-1].low) {
				return end
			}
		default:
			return end
		}
		k, plain := j+1, 0
		if w.tokens[j].low == "at" && j+2 < hi && (w.tokens[j+2].low == "time" || w.tokens[j+2].low == "moment") { // “secretary at the time”
			return end
		}
		if w.tokens[j].low == "in" && j+2 < hi && w.tokens[j+1].low == "the" {
			switch w.tokens[j+2].low {
			case "midst", "middle", "wake", "face", "hope", "run", "end", "early", "late", "past", "last", "first", "second":
				return end
			}
		}
		if k < hi && (calendar(w.tokens[k].low) || w.tokens[k].kind == number) && (w.tokens[j].low == "in" || w.tokens[j].low == "on") {
			return end
		}
		if w.tokens[j].low == "to" && k < hi && !w.tokens[k].cap && !article(w.tokens[k].low) { // “the first to refuse”
			return end
		}
		for k < hi {
			t := &w.tokens[k]
			if n := starting(names, k); n != nil {
				if n.typ == Person {
					if n.to < hi && w.tokens[n.to].low == "'s" { // “a member of Berg's cabinet”
						k = n.to
						continue
					}
					if low := w.tokens[j].low; (low == "of" || low == "to" || low == "for") && (n.to == hi || w.tokens[n.to].kind == mark && w.tokens[n.to].low != "'s") {
						k = n.to // “daughter of the painter Omar Said,”
					}
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
			if t.kind == number && k+2 < hi && w.tokens[k+1].kind == word && !w.tokens[k+1].space && w.tokens[k+2].cap { // “of the 11th District”
				k += 2
				continue
			}
			if t.kind != word || function(t.low) || plain == 3 || w.class[k]&isSaying != 0 || participle(t.low) && w.tokens[k-1].low != "-" { // “Ohio-based”
				break
			}
			plain++
			k++
		}
		if k == j+1 || k == j+2 && article(w.tokens[j+1].low) {
			return end
		}
		if low := w.tokens[j].low; (low == "and" || low == "&") && !w.headsRole(k-1) && !w.headsRole(j+1) && !w.coordinates(j, k, hi) {
			return end
		}
		end, j = k, k
		if w.tokens[end-1].low == "-" || w.tokens[end-1].low == "'s" {
			return end - 1
		}
	}
	return end
}

func participle(low string) bool {
	return len(low) > 4 && (low[len(low)-2:] == "ed" || low[len(low)-3:] == "ing")
}

// coordinates reports whether “and” at token j joins two capitalised parts of one name
// of an office or a body, the second of which ends before k: “Director of Health and
// Wellbeing at the agency”, “the Environment and Natural Resources Division”.
func (w *words) coordinates(j, k, hi int) bool {
	for i := j + 1; i < k; i++ {
		if !w.tokens[i].cap {
			return false
		}
	}
	if !w.tokens[j-1].cap {
		return false
	}
	if k == hi {
		return true
	}
	switch w.tokens[k].low {
	case "of", "at", "in", "for", ",", ".", ";", ")":
		return true
	}
	return false
}

// lawmaker reports whether a noun is an office that one holds from a place.
func lawmaker(low string) bool {
	switch low {
	case "senator", "sen", "representative", "rep", "congressman", "congresswoman", "democrat", "republican", "mp", "lawmaker", "legislator", "delegate", "deputy":
		return true
	}
	return false
}

// officeOf reports whether what was found as a body is an office with its body: “National
// Chairman of Open Hands”.
func (w *words) officeOf(n *tagged) bool {
	if n.typ != Organisation {
		return false
	}
	for i := n.from + 1; i+1 < n.to; i++ {
		if w.headsRole(i) && w.tokens[i+1].low == "of" {
			return true
		}
	}
	return false
}
