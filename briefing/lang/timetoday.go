package lang

import "strings"

// passing reports whether “today” says of no deed that it was done on the day: it
// stands for these times, or inside what only names a thing.
//
// “Today” dates what is done, has been done or will be: “the Senate passed it
// today”, “we are today announcing”. It dates nothing
//
//   - beside a copula or a state, where it means nowadays: “today, the right to work is
//     equal to the right to survive”; but “the minister is in Rome today”, “today is
//     the feast”;
//   - in a clause that only says which thing or what is meant: “that is what we are
//     doing today”, “beyond the measures that we are announcing today”, “drugs selected
//     today will be cheaper”;
//   - in thanks: “thanks for joining us today”.
func (z *resolver) passing(e *expr) bool {
	if e.form != fDay || e.rel != 0 || e.date.g != gDay || e.hi-e.lo != 1 || z.k[e.lo].low != "today" {
		return false
	}
	if !z.haveVG {
		z.groups = verbs(z.k, z.heading)
		z.haveVG = true
	}
	r := reader{k: z.k}
	if r.word(e.hi, "is") || r.word(e.hi, "was") || r.word(e.hi, "marks") {
		return r.word(e.hi+1, "when") || r.word(e.hi+1, "where") || r.word(e.hi+1, "about")
	}
	if r.word(e.hi, "'s") {
		return false
	}
	for i := e.lo - 1; i >= 0 && i >= e.lo-10; i-- {
		switch z.k[i].low {
		case "thanks", "thank", "welcome", "joining":
			return true
		}
	}
	dir, g := governing(z.k, z.groups, e.lo, e.hi)
	if g.hi == g.lo {
		return false
	}
	// the speaker's state in quoted words: “Today I am with her”
	if g.lo > 0 && (z.k[g.lo-1].low == "i" || z.k[g.lo-1].low == "we") && dir == timeless && z.quoted(e.lo) {
		switch z.k[g.lo].low {
		case "am", "are":
			return z.k[g.hi-1].kind == word && !pastForm(&z.k[g.hi-1]) && !hasGerund(z.k[g.lo:g.hi])
		}
	}
	// a copula: “is equal to”, “are more expensive”
	if dir == timeless && g.hi-g.lo == 1 {
		switch z.k[g.lo].low {
		case "is", "are", "'re", "am":
			n := r.at(g.hi)
			return n.kind == word && !preposition(n.low) && n.class != cThe && n.class != cDay
		}
	}
	if g.hi > e.lo {
		return false // “Today, …”: the clause behind it
	}
	// which thing, or what: “that’s what you’re seeing today”
	for i := g.lo - 1; i >= 0 && i >= g.lo-4; i-- {
		switch z.k[i].low {
		case "what", "which", "like", "as":
			return true
		case "that": // “said that he resigned today” reports a deed
			return i > 0 && !says(z.k[i-1].low) && z.k[i-1].low != "announce" && z.k[i-1].kind == word
		case ",", ";":
			i = 0
		}
	}
	// a participle behind its noun, and then the verb of the sentence
	if dir == past && g.hi-g.lo == 1 && g.hi == e.lo && g.lo > 1 {
		for n := range z.groups {
			if h := z.groups[n]; h.lo >= e.hi && h.lo <= e.hi+1 && h.tense != past {
				return true
			}
		}
		return r.presentAt(e.hi)
	}
	return false
}

func hasGerund(k []token) bool {
	for i := range k {
		if strings.HasSuffix(k[i].low, "ing") {
			return true
		}
	}
	return false
}

// presentAt reports whether token i looks like a verb in the third person.
func (r *reader) presentAt(i int) bool {
	switch w := r.at(i).low; w {
	case "represent", "show", "mark", "bring", "make", "mean", "give", "represents", "shows", "marks", "is", "are", "has", "have", "brings", "makes", "means", "gives":
		return true
	}
	return false
}

// says: verbs and nouns of reporting, whose that-clause tells what happened.
func says(w string) bool {
	switch w {
	case "said", "says", "say", "saying", "announced", "announcing", "announces", "told", "reported", "reports", "confirmed", "confirms", "stated", "added", "noted", "learned", "hear", "heard", "know", "know,", "fact", "news":
		return true
	}
	return false
}

// idle reports whether a “today” or “tomorrow” of a speech carries no deed: there is no
// verb for it (“So today, a quick recap”), only a copula (“that is about today”), or the
// speaker says that he speaks (“I can tell you here today”).
func (z *resolver) idle(e *expr) bool {
	if e.form != fDay {
		return false
	}
	if !z.haveVG {
		z.groups, z.haveVG = verbs(z.k, z.heading), true
	}
	_, g := governing(z.k, z.groups, e.lo, e.hi)
	if g.hi == g.lo {
		return true
	}
	if g.lo > 0 && z.k[g.lo-1].low == "i" {
		for i := g.lo; i < g.hi; i++ {
			if speaks(z.k[i].low) {
				return true
			}
		}
	}
	switch z.k[g.hi-1].low {
	case "is", "are", "'re", "'m", "am", "was", "were", "be", "been":
		return g.hi >= len(z.k) || !preposition(z.k[g.hi].low) // “is in Rome today” is something
	}
	return false
}

// speaks: verbs with which a speaker speaks of speaking, of what he has and means.
func speaks(w string) bool {
	switch w {
	case "tell", "say", "ask", "asked", "give", "talk", "speak", "note", "add", "mention", "mean", "think", "thought", "want", "wanted", "wonder", "have", "had", "know", "said", "share", "walk", "turn", "hear", "heard", "see", "saw":
		return true
	}
	return false
}
