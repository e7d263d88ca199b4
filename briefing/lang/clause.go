package lang

// Clause finds the clause of a sentence that the words from at to end belong to:
// one contiguous part of it that says the same as the whole sentence says of it.
//
// It cuts only where nothing that bears on the clause is lost: behind it, a
// relative or participial clause (“…, where she will speak”, “…, giving
// statements”), a second sentence (“…, and the House will vote”), a stretch after
// a semicolon; before it, a whole clause that is joined with “and” or a semicolon.
// It never cuts off who says it, a condition, a contrast or a doubt, and never
// inside quotation marks or brackets. Where in doubt it gives the whole sentence.
func Clause(s string, at, end int) (from, to int) {
	k := tokens(nil, 0, s)
	if len(k) == 0 {
		return 0, len(s)
	}
	lo, hi := 0, 0
	for i := range k {
		if int(k[i].start) <= at {
			lo = i
		}
		if int(k[i].start) < end {
			hi = i + 1
		}
	}
	a, b := 0, len(k)
	groups := verbs(k, false)
	verb := func(i, j int) bool {
		for _, g := range groups {
			if g.lo >= i && g.lo < j {
				return true
			}
		}
		return false
	}
	depth := depths(k)
	for i := hi; i < len(k)-1; i++ {
		if depth[i] != depth[lo] || depth[i] > 0 || !verb(a, i) {
			continue
		}
		if cutsAfter(k, i, verb) && !weighs(k, i, len(k)) {
			b = i
			break
		}
	}
	for i := lo - 1; i > 0; i-- {
		if depth[i] != depth[lo] || depth[i] > 0 {
			continue
		}
		if j := cutsBefore(k, i); j > 0 && j <= lo && verb(j, b) && (!weighs(k, hi, b) || verb(j, lo)) && verb(0, i) && !weighs(k, 0, i) {
			a = j
			break
		}
	}
	from, to = int(k[a].start), int(k[b-1].end)
	if b == len(k) {
		to = len(s)
	}
	return from, to
}

// depths counts the open quotation marks and brackets at each token.
func depths(k []token) []int {
	d := make([]int, len(k))
	n, straight := 0, false
	for i := range k {
		switch k[i].low {
		case "(", "[", "“":
			n++
		case ")", "]", "”":
			n = max(n-1, 0)
		case "\"":
			straight = !straight
		}
		d[i] = n
		if straight {
			d[i]++
		}
	}
	return d
}

// cutsAfter reports whether what begins with token i can be left out behind a
// clause.
func cutsAfter(k []token, i int, verb func(i, j int) bool) bool {
	switch k[i].low {
	case ";":
		return true
	case ",", "–", "—":
	default:
		return false
	}
	n := k[i+1]
	switch n.low {
	case "where", "which", "who", "whose", "whom":
		return true
	case "and", "while":
		// a sentence of its own: a subject stands before its verb
		return i+3 < len(k) && (k[i+2].cap || subject(k[i+2].low)) && verb(i+2, len(k))
	}
	if i+2 < len(k) && k[i+2].low == "," {
		return false // “winds, flooding, mudflows”
	}
	return accompanies(n)
}

// accompanies reports whether a word opens a participial clause. Words in -ing that
// work as prepositions say when, on what or under which condition.
func accompanies(n token) bool {
	if n.kind != word || n.cap || len(n.low) < 5 || n.low[len(n.low)-3:] != "ing" {
		return false
	}
	switch n.low {
	case "including", "during", "according", "pending", "citing", "excluding", "assuming", "barring", "following", "regarding", "concerning", "depending", "considering",
		"notwithstanding", "involving", "failing", "provided", "providing", "starting", "beginning", "ending", "owing":
		return false
	}
	return true
}

func pronoun(w string) bool {
	switch w {
	case "he", "she", "it", "they", "this", "that", "these", "those", "his", "her", "its", "their", "we", "i", "you", "there", "both", "one":
		return true
	}
	return false
}

func subject(w string) bool {
	switch w {
	case "the", "a", "an", "he", "she", "it", "they", "we", "his", "her", "its", "their", "this", "these", "those", "that":
		return true
	}
	return false
}

// cutsBefore gives the token that a clause begins with whose joint is token i, or 0.
func cutsBefore(k []token, i int) int {
	switch k[i].low {
	case ";":
	case "and":
		if k[i-1].low != "," {
			return 0
		}
	default:
		return 0
	}
	// a pronoun would be left without its noun
	if i+1 < len(k) && (k[i+1].low == "the" || k[i+1].cap && !pronoun(k[i+1].low)) {
		return i + 1
	}
	return 0
}

// weighs reports whether the tokens from i to j bear on what stands beside them:
// who says so, on what condition, against what.
func weighs(k []token, i, j int) bool {
	for n := i; n < j; n++ {
		switch k[n].low {
		case "said", "says", "say", "according", "told", "tells", "reported", "reportedly", "report", "reports", "announced", "claimed", "claims", "alleged", "allegedly", "believe", "believes", "believed",
			"thinks", "thought", "know", "knows", "knew", "expects", "expected", "warned", "warns", "argued", "stated", "added", "wrote", "insisted", "denied", "suggested", "suggests", "noted", "confirmed", "rumoured", "rumored",
			"if", "unless", "provided", "assuming", "whether", "but", "however", "although", "though", "despite", "except", "without", "not", "never", "no", "cannot", "may", "might", "could", "perhaps", "possibly", "probably", "apparently", "until", "instead", "only", "postponed", "cancelled", "canceled":
			return true
		}
		if len(k[n].low) > 3 && k[n].low[len(k[n].low)-3:] == "n't" {
			return true
		}
	}
	return false
}

// SinceEvent finds “since Biden took office”: a time that hangs on an event. The
// clause behind “since” has a past verb and no date, and the words before it say
// what has been so from then on; the “since” that gives a reason has a present
// verb, or opens a sentence that does not go on with “has” or “have”.
func SinceEvent(s string) (from, to int, ok bool) {
	k := tokens(nil, 0, s)
	for i := 0; i < len(k); i++ {
		if k[i].low != "since" {
			continue
		}
		opens := i == 0 || k[i-1].kind == mark && k[i-1].low != ","
		if i > 0 && (k[i-1].low == "has" || k[i-1].low == "have" || k[i-1].low == "had" || k[i-1].low == "ever") {
			continue // “has since returned”
		}
		perfect := false
		for j := i - 1; j >= 0 && j > i-12; j-- {
			switch k[j].low {
			case "has", "have", "had", "'ve", "been":
				perfect = true
			}
		}
		j := i + 1
		verb := false
		for ; j < len(k) && !(k[j].kind == mark && (k[j].low == "," || k[j].low == "." || k[j].low == ";" || k[j].low == "”" || k[j].low == "—" || k[j].low == "–" || k[j].low == ")" || k[j].low == "?") || k[j].low == "and" || k[j].low == "but"); j++ {
			if k[j].kind == number || k[j].class == cMonth || k[j].class == cWeekday || k[j].class == cUnit || k[j].class == cLast || k[j].class == cDay {
				verb = false
				break
			}
			if j > i+1 && j < i+7 && pastForm(&k[j]) {
				verb = true
			}
			if j > i+12 {
				break
			}
		}
		if opens && j < len(k) && k[j].low == "," {
			perfect = false
			for n := j + 1; n < len(k) && n < j+14; n++ {
				switch k[n].low {
				case "has", "have", "'ve":
					perfect = true
				case ",", ";":
					n = len(k)
				}
			}
		}
		if perfect && verb && j > i+2 {
			return int(k[i].start), int(k[j-1].end), true
		}
	}
	return 0, 0, false
}
