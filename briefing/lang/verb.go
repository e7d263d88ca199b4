package lang

import "strings"

// A tense is where a verb group puts what it says, seen from the day of writing.
type tense int8

const (
	past     tense = -1
	timeless tense = 0
	future   tense = 1
)

// A verbGroup is a stretch of verbs that say one thing: “will meet”, “is expected
// to be completed”, “had been scheduled for”.
type verbGroup struct {
	lo, hi int // tokens of the sentence
	tense  tense
	aside  bool // it says something of a noun (“to be held”, “who will retire”), not of the clause
}

// verbs finds the verb groups of a sentence. It is no parser: it knows the
// auxiliaries, the verbs of planning, the irregular pasts and the ending -ed, and
// that is what the direction of a date hangs on. What it takes for a verb too
// often is a participle before a noun (“the proposed deal”), which an article
// before it gives away.
func verbs(k []token, heading bool) []verbGroup {
	out := make([]verbGroup, 0, 4)
	r := reader{k: k}
	for i := 0; i < len(k); {
		if k[i].kind != word || k[i].class != plain && k[i].low != "may" && k[i].low != "set" || r.compounded(i) {
			i++
			continue
		}
		g, ok := r.verb(i)
		if !ok && heading && k[i].low == "to" && i > 0 && r.infinitive(i+1) && (len(out) == 0 || out[len(out)-1].tense != past) {
			g, ok = verbGroup{lo: i, hi: i + 2, tense: future}, true
		}
		if !ok {
			i++
			continue
		}
		switch r.at(g.lo - 1).low {
		case "who", "which", "whose", "whom":
			g.aside = true
		}
		out = append(out, g)
		i = g.hi
	}
	return out
}

// compounded reports whether token i is the second part of a compound: what is
// “state-owned” was not owned on a day. A prefix makes a verb of a verb: re-elected.
func (r *reader) compounded(i int) bool {
	if i < 2 || !r.word(i-1, "-") || r.at(i).space || r.at(i-1).space {
		return false
	}
	switch r.at(i - 2).low {
	case "re", "co", "pre", "de", "mis", "over", "out", "under", "dis", "cross", "short", "fast", "double":
		return false
	}
	return true
}

// verb reads the verb group that begins with token i.
func (r *reader) verb(i int) (verbGroup, bool) {
	k := r.at(i)
	g := verbGroup{lo: i, hi: i + 1}
	switch w := k.low; {
	case w == "may" && (k.cap || r.at(i+1).kind != word || r.is(i-1, cThis) || r.is(i-1, cLast)):
		return g, false
	case w == "will" && k.cap && i > 0 && r.at(i+1).cap:
		return g, false // Will Smith
	case w == "will", w == "won't", w == "shall", w == "may", w == "might", w == "would", w == "could", w == "should", w == "must", w == "wouldn't", w == "shouldn't", w == "couldn't", strings.HasSuffix(w, "'ll"):
		g.tense = future
		j := r.adverbs(i + 1)
		if i == 0 && pronoun(r.at(j).low) { // “Will he be back”
			j++
		}
		if r.word(j, "have") && w != "will" && w != "won't" && w != "shall" {
			g.tense = past // “would have been held”
		}
		g.hi = r.rest(j)
		return g, true
	case w == "is", w == "are", w == "am", w == "was", w == "were", w == "be", w == "been", w == "being", w == "isn't", w == "wasn't", w == "weren't", w == "aren't", strings.HasSuffix(w, "'re"), strings.HasSuffix(w, "'m"):
		was := w[0] == 'w'
		j := r.adverbs(i + 1)
		n := r.at(j)
		switch {
		case n.low == "to" && r.infinitive(j+1):
			g.tense, g.hi = future, r.rest(j+1)
			if was {
				g.tense = past // what was to be is over, done or not
			}
			return g, true
		case prospective(n.low), n.low == "going" && r.word(j+1, "to"), n.low == "about" && r.word(j+1, "to"):
			g.tense, g.hi = future, r.rest(j+1)
			return g, true
		case strings.HasSuffix(n.low, "ing") && n.kind == word:
			if was {
				g.tense = past
			} else if scheduled(n.low) {
				g.tense = future
			}
			g.hi = j + 1
			return g, true
		}
		if was || w == "been" {
			g.tense = past
		}
		if pastForm(n) {
			j++
		}
		g.hi = max(j, i+1)
		return g, true
	case w == "did", w == "didn't":
		g.tense, g.hi = past, r.rest(r.adverbs(i+1))
		return g, true
	case w == "has", w == "have", w == "had", w == "hasn't", w == "haven't", w == "hadn't", strings.HasSuffix(w, "'ve"):
		j := r.adverbs(i + 1)
		if r.word(j, "been") {
			j++
		}
		n := r.at(j)
		if n.low == "to" && r.infinitive(j+1) && w != "had" {
			g.tense, g.hi = future, r.rest(j+1)
			return g, true
		}
		if w == "had" || pastForm(n) {
			g.tense = past
		}
		if n.low == "scheduled" || n.low == "postponed" || n.low == "rescheduled" || n.low == "set" || n.low == "slated" || n.low == "planned" {
			g.tense = future
		}
		if pastForm(n) {
			g.hi = j + 1
		} else {
			g.hi = max(j, i+1)
		}
		return g, true
	case prospective(w) && !r.article(i-1) && !k.cap && r.arranged(i+1) || (w == "plans" || w == "expects" || w == "intends" || w == "hopes" || w == "aims" || w == "wants" || w == "seeks" || w == "vows" || w == "pledges" || w == "promises" || w == "plan" || w == "agreed" || w == "vowed" || w == "pledged" || w == "promised" || w == "hoped" || w == "intended" || w == "wanted" || w == "proposed" || w == "threatened" || w == "prepares" || w == "expect" || w == "intend" || w == "hope" || w == "agrees" || w == "continues") && r.word(i+1, "to"):
		g.tense = future
		g.hi = r.rest(i + 1)
		if w == "due" && r.word(i+1, "to") && !r.infinitive(i+2) {
			return g, false
		}
		return g, true
	case w == "to" && r.word(i+1, "be") && r.at(i+2).kind == word:
		g.tense, g.hi, g.aside = future, i+3, true
		if i > 0 && (pastForm(r.at(i-1)) && !prospective(r.at(i-1).low)) {
			return g, false // appeared to be
		}
		return g, true
	case pastForm(k) && !r.article(i-1) && !(k.cap && i > 0):
		g.tense = past
		if n := r.at(i + 1); n.low == "to" && r.infinitive(i+2) {
			g.hi = i + 3
		}
		return g, true
	case scheduled(w) && strings.HasSuffix(w, "s") && !r.article(i-1) && !k.cap:
		g.tense = future
		if (w == "takes" || w == "goes" || w == "comes") && !(r.word(i+1, "place") || r.word(i+1, "effect") || r.word(i+1, "office") || r.word(i+1, "into") || r.word(i+1, "on") || r.word(i+1, "before")) {
			return g, false
		}
		return g, r.at(i-1).kind == word && r.at(i-1).class == plain
	case w == "begin" || w == "start" || w == "open" || w == "resume" || w == "expire" || w == "arrive":
		p := r.at(i - 1)
		g.tense = future
		return g, p.kind == word && strings.HasSuffix(p.low, "s") && !p.cap
	}
	return g, false
}

// arranged reports whether a participle is said of a time, not of a noun behind it:
// “due on Friday”, but “the originally planned launch”.
func (r *reader) arranged(i int) bool {
	k := r.at(i)
	if k.kind != word || k.class != plain {
		return true
	}
	switch k.low {
	case "to", "for", "on", "by", "in", "at", "before", "after", "until", "as", "and", "or", "around", "from", "during", "only", "within", "here", "there":
		return true
	}
	return false
}

func (r *reader) article(i int) bool {
	k := r.at(i)
	switch k.low {
	case "the", "a", "an", "its", "their", "his", "her", "our", "of", "'s", "this", "these", "those", "newly", "so-called", "more", "most", "by", "for", "in", "long":
		return true
	}
	return false
}

// adverbs goes over what may stand between an auxiliary and its verb.
func (r *reader) adverbs(i int) int {
	for n := 0; n < 3; n++ {
		k := r.at(i)
		switch {
		case k.low == "not" || k.low == "also" || k.low == "n't" || k.low == "now" || k.low == "then" || k.low == "never" || k.low == "still" || k.low == "soon" || k.low == "again" || k.low == "be" && n > 0,
			k.kind == word && len(k.low) > 3 && strings.HasSuffix(k.low, "ly"):
			i++
			continue
		}
		break
	}
	return i
}

// rest goes over the rest of a group whose direction is known: be, have, been,
// adverbs, a verb, “to” and a verb.
func (r *reader) rest(i int) int {
	for n := 0; n < 6; n++ {
		i = r.adverbs(i)
		k := r.at(i)
		switch {
		case k.low == "be" || k.low == "have" || k.low == "been" || k.low == "being" || k.low == "to" || k.low == "get":
			i++
			continue
		case prospective(k.low) || k.low == "scheduled" || k.low == "expected":
			i++
			continue
		case k.kind == word && !k.cap && k.class == plain && !preposition(k.low) && !determiner(k.low):
			return i + 1
		}
		return i
	}
	return i
}

func determiner(w string) bool {
	switch w {
	case "its", "their", "his", "her", "our", "my", "your", "it", "him", "them", "us", "me", "you", "he", "she", "they", "we", "i", "no", "any", "all", "both", "more", "with", "into", "out", "up":
		return true
	}
	return false
}

// infinitive reports whether token i can be a verb in its base form.
func (r *reader) infinitive(i int) bool {
	k := r.at(i)
	return k.kind == word && !k.cap && k.class == plain && !determiner(k.low) && !preposition(k.low)
}

// prospective: participles and adjectives that look ahead.
func prospective(w string) bool {
	switch w {
	case "due", "set", "scheduled", "expected", "slated", "planned", "poised", "likely", "bound", "ready", "supposed", "planning", "hoping", "preparing", "aiming", "seeking",
		"intending", "threatening", "expecting", "unlikely", "booked", "rescheduled", "postponed", "anticipated", "tipped", "projected", "earmarked", "looking", "gearing", "committed", "determined", "obliged", "invited":
		return true
	}
	return false
}

// scheduled: verbs whose present tense speaks of what is arranged.
func scheduled(w string) bool {
	switch w {
	case "begins", "starts", "opens", "closes", "ends", "arrives", "leaves", "departs", "travels", "meets", "hosts", "holds", "expires", "resumes", "returns", "visits", "airs",
		"launches", "votes", "takes", "goes", "comes", "kicks", "convenes", "concludes", "premieres", "debuts", "gathers",
		"beginning", "starting", "opening", "closing", "arriving", "leaving", "departing", "travelling", "traveling", "meeting", "hosting", "holding", "resuming", "returning",
		"visiting", "coming", "going", "convening", "heading", "flying", "attending", "speaking", "voting", "launching", "joining":
		return true
	}
	return false
}

// pastForm reports whether a word is the past or past participle of a verb.
func pastForm(k *token) bool {
	if k.kind != word || len(k.low) < 3 {
		return false
	}
	w := k.low
	if strings.HasSuffix(w, "ed") && len(w) > 3 {
		switch w {
		case "need", "indeed", "hundred", "speed", "feed", "seed", "breed", "exceed", "proceed", "succeed", "embed", "united", "bleed", "greed", "weed", "shed", "sacred", "naked", "exceed-", "crossbred", "limited":
			return w == "shed"
		}
		return true
	}
	switch w {
	case "was", "were", "had", "did", "didn't", "said", "told", "made", "took", "went", "came", "met", "left", "held", "won", "lost", "began", "saw", "gave", "found", "got", "sent",
		"fell", "rose", "led", "kept", "spoke", "wrote", "became", "stood", "built", "brought", "bought", "sold", "caught", "taught", "thought", "sought", "fought", "paid", "laid",
		"heard", "knew", "grew", "drew", "threw", "flew", "blew", "broke", "chose", "drove", "rode", "ran", "sat", "shot", "struck", "swore", "tore", "wore", "woke", "dealt",
		"felt", "meant", "slept", "spent", "lent", "bent", "understood", "withdrew", "overthrew", "sank", "sang", "rang", "drank", "swam", "shook", "stole", "froze", "forgot",
		"ate", "hid", "slid", "lit", "fled", "bled", "dug", "hung", "stuck", "swept", "wept", "crept", "leapt", "burnt", "learnt", "spelt", "undertook", "overcame", "beat", "cast",
		"given", "taken", "seen", "done", "gone", "known", "shown", "written", "driven", "broken", "chosen", "spoken", "fallen", "risen", "grown", "drawn", "thrown", "born", "beaten", "eaten", "hit", "put", "cut", "let", "shut", "quit", "spread", "burst", "hurt", "cost", "upheld", "arose", "mistook", "foresaw":
		return true
	}
	return false
}

// orders: verbs whose object is to do something.
func orders(w string) bool {
	switch w {
	case "instructed", "ordered", "asked", "urged", "invited", "directed", "required", "requested", "summoned", "allowed", "told", "advised", "gave", "given", "commanded":
		return true
	}
	return false
}

// clauseAfter reports whether a clause begins between the verb on the left and a date
// that its own verb follows at once: “is due to stay after officials this week said”.
// Behind a preposition the date may be that of its noun: “left after the talks on
// Tuesday failed”.
func (r *reader) clauseAfter(lo, hi int) bool {
	for n := lo; n < hi; n++ {
		switch r.at(n).low {
		case "that", "because", "while", "when", "although", "though", "if", "whether":
			return true
		case "after", "before", "since":
			return n+1 < hi && !preposition(r.at(hi-1).low)
		}
	}
	return false
}

// governing tells which way the verb points that governs the date at tokens lo to
// hi: its tense, and the group itself.
//
// A date belongs to the verb before it in its clause (“will meet on Wednesday”),
// and to the verb behind it where it opens its clause (“On Wednesday, Harris will
// meet”, “The committee on Tuesday will vote”). Taking the nearest verb of the
// sentence instead is what goes wrong in “said Tuesday it will cut jobs”.
func governing(k []token, groups []verbGroup, lo, hi int) (tense, verbGroup) {
	left, right := -1, -1
	for n := range groups {
		if groups[n].hi <= lo {
			left = n
		} else if groups[n].lo >= hi {
			right = n
			break
		}
	}
	r := reader{k: k}
	// the token before the date and its preposition
	b := lo - 1
	for b >= 0 && (preposition(k[b].low) && k[b].low != "and" && k[b].low != "or" || k[b].class == cThe || k[b].class == cEarly || k[b].low == "only" || k[b].low == "just" || k[b].low == "as" || k[b].low == "also" || k[b].class == cPart || k[b].class == cMid || k[b].low == "of") && k[b].kind == word {
		b--
	}
	opens := b < 0
	if b >= 0 {
		switch k[b].low {
		case ",", ";", ":", "(", "“", "\"", "that", "but", "and", "while", "when", "because", "if", "–", "—", "although", "though", "whether", "where", "which", "who", "why", "how", "as":
			opens = true
		}
	}
	// a clause boundary between the verb on the left and the date cuts them apart
	if left >= 0 {
		for n := lo - 1; n >= groups[left].hi; n-- {
			if w := k[n].low; w == ";" || w == ":" {
				left = -1
				break
			}
		}
	}
	if right >= 0 {
		for n := hi; n < groups[right].lo; n++ {
			if w := k[n].low; w == ";" || w == ":" || w == "." {
				right = -1
				break
			}
		}
	}
	// what is said aside of a noun governs no date outside it
	if right >= 0 && groups[right].aside {
		for n := right + 1; n < len(groups); n++ {
			if !groups[n].aside {
				right = n
				break
			}
		}
	}
	pick := left
	switch {
	case left < 0:
		pick = right
	case right < 0:
	case opens:
		pick = right
		// “…, on Tuesday.” closes the clause before it
		for n := hi; n < groups[right].lo; n++ {
			switch k[n].low {
			case ",":
				if n == hi && b >= 0 && k[b].low != "," {
					continue
				}
				if n == hi {
					continue
				}
			case "that", "who", "which", "and", "but", "after", "before", "as", "when", "while":
				if n > hi+8 {
					pick = left
				}
			}
		}
	}
	if pick == left && right >= 0 && groups[right].lo == hi && r.clauseAfter(groups[left].hi, lo) {
		pick = right
	}
	if pick < 0 {
		return timeless, verbGroup{}
	}
	// “ordered them to report on Monday”: what is ordered lies ahead
	if g := groups[pick]; pick == left && g.tense == past && orders(k[g.hi-1].low) {
		for n := g.hi + 1; n < lo-1; n++ {
			if k[n].low == "to" && r.infinitive(n+1) {
				return future, verbGroup{lo: g.lo, hi: g.hi, tense: future}
			}
		}
	}
	return groups[pick].tense, groups[pick]
}
