package lang

// called reports whether a name of one word calls somebody instead of speaking of
// him: “Go ahead, Ann.”, “Thanks, Ann.”, “Well, Ann, we hope so.”, “Ann, can you say
// when?”, “Ann.” alone. It is a first name, and commas or the ends of the sentence
// part it from the rest.
//
// It must not take the last of a list (“Berg, Lund, Obi.”) nor an apposition (“the
// winner, Ann, said”) for one.
func (w *words) called(g tagged, lo, hi int) bool {
	if g.to-g.from != 1 || w.class[g.from]&isFirstName == 0 {
		return false
	}
	after := g.to == hi || w.tokens[g.to].kind == mark && pauses(w.tokens[g.to].low)
	if !after {
		return g.from == lo+1 && greets(w.tokens[lo].low)
	}
	ends := g.to >= hi-1 || w.tokens[g.to].low != ","
	if g.from == lo || w.tokens[g.from-1].low == ":" {
		if ends {
			return true
		}
		for i := g.to + 1; i < min(hi, g.to+7); i++ {
			switch w.tokens[i].low {
			case "you", "your", "i", "we", "let's", "i'm", "we're", "you're":
				return true
			}
		}
		return false
	}
	switch k := &w.tokens[g.from-1]; {
	case greets(k.low):
		return g.from-1 == lo
	case k.low != "," || g.from-2 < lo:
		return false
	}
	before := &w.tokens[g.from-2]
	if g.from-2 == lo || greets(before.low) || before.low == "you" || before.low == "ahead" {
		return before.kind == word && w.class[g.from-2]&(isFirstName|isSurname|isPlace) == 0
	}
	return false
}

func pauses(low string) bool {
	switch low {
	case ",", ".", "?", "!", "—", "–", "-", "…":
		return true
	}
	return false
}

// greets reports whether a word goes before the name of whom one speaks to.
func greets(low string) bool {
	switch low {
	case "thanks", "thank", "hi", "hello", "hey", "okay", "ok", "yes", "no", "yeah", "well", "sure", "please", "sorry", "so", "right", "dear", "morning", "afternoon", "again":
		return true
	}
	return false
}
