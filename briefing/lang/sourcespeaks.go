package lang

// What makes a noun phrase a source: it says something, or is told to have said it.

// speaks reports whether the phrase [from, to) says something, or is said to.
func (t *text) speaks(from, to, lo, hi int) bool {
	if from > lo {
		switch low := t.tokens[from-1].low; {
		case low == "to" && from-1 > lo && t.tokens[from-2].low == "according":
			return true
		case (low == "said" || low == "says") && to < hi && t.predicates(to):
			return false // “He says authorities are slow”
		case low == "said" || low == "says" || low == "citing" || low == "cited" || low == "quoting" || low == "quoted" || low == "claims" || low == "claiming":
			return true
		case low == "by" && from-1 > lo && (t.tokens[from-2].low == "told" || t.tokens[from-2].low == "quoted" || t.tokens[from-2].low == "confirmed"):
			return true
		case low == "from" && from-1 > lo && (t.tokens[from-2].low == "information" || t.tokens[from-2].low == "quotes"):
			return true
		}
	}
	j := to
	if j < hi && t.tokens[j].low == "," { // “, speaking on condition of anonymity,”
		k := j + 1
		for k < hi && k < j+14 && t.tokens[k].low != "," {
			if t.tokens[k].low == "anonymity" || t.tokens[k].low == "anonymously" || t.tokens[k].low == "named" || t.tokens[k].low == "identified" {
				return true
			}
			k++
		}
		if k < hi && k < j+14 {
			j = k + 1
		}
	}
	if j < hi && t.tokens[j].low == ":" && j+1 >= hi && from > lo && (t.tokens[from-1].low == "from" || t.tokens[from-1].low == "by") {
		return true // “Background from a White House official:”
	}
	j = t.pastPlace(j, hi)
	for k := j; k < hi && k < j+4; k++ {
		low := t.tokens[k].low
		if t.tells(k, hi) && (low != "called" || k == to || t.tokens[k-1].low == "have" || t.tokens[k-1].low == "has") || k > to && foretells(low) {
			return true
		}
		switch low {
		case "is", "are", "was", "were", "already", "also", "have", "has", "had", "later", "who", "earlier", "not", "then", "familiar", "late", "early", "on", "there":
		default:
			if calendar(low) {
				continue
			}
			if len(low) < 4 || low[len(low)-2:] != "ly" {
				return false
			}
		}
	}
	return false
}

// tells reports whether token i is a verb of saying that has a person before it.
func (t *text) tells(i, hi int) bool {
	low := t.tokens[i].low
	switch low {
	case "report", "insist", "deny", "allege", "predict", "contend", "caution":
		return i > 0 && isPlural(t.tokens[i-1].low)
	}
	return t.tokens[i].speech() || low == "told" || low == "tell" || low == "called" && i+1 < hi && t.tokens[i+1].low != "off"
}

// foretells reports whether a participle is of a verb of saying: “are predicting”.
func foretells(low string) bool {
	switch low {
	case "saying", "predicting", "warning", "claiming", "reporting", "suggesting", "arguing", "telling", "describing", "forecasting":
		return true
	}
	return false
}

// pastPlace goes on over what says where a source is: “from across the political
// spectrum”, as far as the verb.
func (t *text) pastPlace(i, hi int) int {
	if i >= hi {
		return i
	}
	switch t.tokens[i].low {
	case "from", "in", "of", "within", "on", "across", "at", "for", "'s", "’s":
	default:
		return i
	}
	for j := i + 1; j < hi && j < i+9; j++ {
		k := &t.tokens[j]
		if k.kind != word && k.low != "-" && k.low != "’" && k.low != "'s" && k.low != "’s" && k.low != "'" {
			return i
		}
		if t.predicates(j) || t.tells(j, hi) {
			return j
		}
	}
	return i
}

// predicates reports whether token i begins what a subject before it does.
func (t *text) predicates(i int) bool {
	c := t.class(i)
	return c == posAuxiliary || c == posVerb || c == posParticiple && t.tokens[i].low != "familiar"
}

// compounds reports whether a singular noun stands before another one that it describes:
// “witness accounts”.
func (t *text) compounds(i, hi int) bool {
	return i+1 < hi && !isPlural(t.tokens[i].low) && t.tokens[i+1].kind == word && !t.tokens[i+1].cap && t.class(i+1) == posNominal && !t.tells(i+1, hi)
}
