package lang

// A ship is called after a person or a place and is neither (“USS Hale”, “HMS Ocean”):
// what a ship's prefix stands before is no name of ours, nor is the same word where it
// stands alone (“the Hale sailed”), unless a title or role shows a person.

// ships takes the names of ships out.
func (w *words) ships(names []tagged) []tagged {
	var afloat map[string]bool
	for i := range names {
		if g := &names[i]; w.aboard(*g) {
			if afloat == nil {
				afloat = map[string]bool{}
			}
			afloat[w.tokens[g.to-1].low] = true
			g.to = g.from
		}
	}
	if afloat == nil {
		return names
	}
	out := names[:0]
	for _, g := range names {
		if g.to == g.from || g.to-g.from == 1 && afloat[w.tokens[g.from].low] && !w.titledAt(g.from) {
			continue
		}
		out = append(out, g)
	}
	return out
}

// aboard reports whether a ship's prefix begins a name or stands right before it.
func (w *words) aboard(g tagged) bool {
	if k := &w.tokens[g.from]; g.to-g.from > 1 && shipPrefix(k) {
		return true
	}
	return g.from > 0 && shipPrefix(&w.tokens[g.from-1]) && w.tokens[g.from-1].sentence == w.tokens[g.from].sentence
}

func shipPrefix(k *token) bool {
	if !k.upper {
		return false
	}
	switch k.low {
	case "uss", "usns", "uscgc", "hms", "hmas", "hmcs", "hmnzs", "rfa", "fs", "ins", "hmt", "hnlms", "hdms", "mv", "rms", "roks", "usat":
		return true
	}
	return false
}
