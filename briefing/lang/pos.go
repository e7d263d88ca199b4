package lang

import "strings"

// posClass is what a word can be, as far as noun phrases ask.
type posClass uint8

const (
	posNominal     posClass = iota // a noun, or what can stand before one: the default
	posAdjective                   // can stand before a noun, seldom heads a phrase
	posParticiple                  // -ed: a modifier before a noun, a verb behind one
	posGerund                      // -ing
	posAdverb                      //
	posVerb                        // a finite verb that is seldom a noun
	posAuxiliary                   // be, have, do and the modals
	posDeterminer                  // the, a, this, his: opens a phrase
	posQuantifier                  // some, many, several, other
	posPreposition                 //
	posInfinitive                  // to
	posConjunction                 //
	posPronoun                     // stands for a phrase
	posPossession                  // ’s
	posNumeric                     // a number in digits or words
	posPunctuation                 //
)

// class tells the class of token i from its form and its nearest neighbours.
//
// There is no table of all words behind it. Closed classes are closed, so they
// are listed; common verbs are listed; endings do the rest (-ly, -ed, -ing,
// -ous). What is left is a nominal, which in news prose is right nine times in ten.
func (t *text) class(i int) posClass {
	k := &t.tokens[i]
	switch k.kind {
	case number:
		if i > 0 && !k.space && t.tokens[i-1].kind == word && t.tokens[i-1].cap {
			return posNominal // DUF6
		}
		return posNumeric
	case mark:
		return posPunctuation
	}
	if k.low[0] == '\'' {
		return posPossession
	}
	c := t.posAt(i)
	if k.upper && c != posDeterminer && c != posPreposition && c != posConjunction && c != posInfinitive && c != posAuxiliary {
		if c != posPronoun || k.low == "us" || k.low == "it" || k.low == "who" { // US, IT, WHO
			return posNominal
		}
	}
	if k.low == "new" && k.cap && i+1 < len(t.tokens) && t.tokens[i+1].cap && t.tokens[i+1].unit == k.unit && t.tokens[i+1].kind == word {
		return posNominal // New York
	}
	if k.cap && (c == posNominal || c == posAdjective || c == posParticiple || c == posGerund || c == posVerb) {
		if c == posNominal || !t.opensSentence(i) {
			return posNominal
		}
	}
	if c == posNominal && !k.cap && i > 0 && i+1 < len(t.tokens) && isPlural(k.low) && t.tokens[i+1].unit == k.unit && t.tokens[i+1].kind == word {
		// “DOE issues its plan”: a plural between a singular noun and an article is a verb
		p := &t.tokens[i-1]
		if p.unit == k.unit && p.kind == word && (!isPlural(p.low) || p.cap && i > 1 && t.tokens[i-2].cap && t.tokens[i-2].kind == word) && p.low[0] != '\'' && t.posAt(i-1) == posNominal {
			switch t.tokens[i+1].low {
			case "the", "a", "an", "its", "his", "her", "their", "this", "that", "both", "all", "some", "any", "no", "every", "each", "many":
				return posVerb
			}
			if p.cap && t.tokens[i+1].cap { // “Senate passes Senator …”
				return posVerb
			}
		}
	}
	if c == posNominal && !k.cap && i > 0 {
		// “will meet”, “to meet”, “they plan”: after these a bare form is a verb
		p := &t.tokens[i-1]
		if p.unit == k.unit && p.kind == word && !k.ending("s") {
			switch p.low {
			case "is", "are", "was", "were", "be", "been":
				if k.ending("ing") { // “they are planning to”
					return posGerund
				}
			case "to", "will", "would", "can", "could", "should", "may", "might", "must", "shall", "cannot",
				"he", "she", "they", "we", "i", "who", "not", "n't", "can't", "won't", "don't", "doesn't", "didn't":
				return posVerb
			}
		}
		if p.unit == k.unit && k.ending("s") {
			switch p.low {
			case "he", "she", "it", "who", "which":
				return posVerb
			}
		}
	}
	return c
}

// posAt is posOf for token i.
func (t *text) posAt(i int) posClass {
	if k := &t.tokens[i]; k.kind == word {
		return k.pos
	}
	return posOf(t.tokens[i].low)
}

// ending reports whether the word ends so.
func (k *token) ending(end string) bool { return strings.HasSuffix(k.low, end) }

// opensSentence reports whether i is the first word of its sentence.
func (t *text) opensSentence(i int) bool {
	s := t.tokens[i].sentence
	for j := i - 1; j >= 0 && t.tokens[j].sentence == s && t.tokens[j].unit == t.tokens[i].unit; j-- {
		if t.tokens[j].kind != mark {
			return false
		}
	}
	return true
}

func posOf(w string) posClass {
	switch w {
	case "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "whose",
		"each", "every", "no", "any", "either", "neither", "another":
		return posDeterminer
	case "some", "many", "several", "few", "fewer", "more", "most", "much", "less", "least", "all", "both", "half", "other", "others",
		"such", "various", "certain", "numerous", "enough", "same", "own", "first", "second", "third", "last", "next", "former",
		"latter", "previous", "dozens", "hundreds", "thousands", "millions", "billions", "scores", "lot", "lots", "number",
		"only", "whole", "entire", "part", "parts", "kind", "kinds", "sort", "sorts", "series", "couple", "majority", "rest",
		"very", "just", "even", "different", "similar", "particular", "recent", "new", "old", "additional", "further":
		return posQuantifier
	case "of", "in", "on", "at", "by", "for", "from", "with", "without", "within", "into", "onto", "upon", "over", "under",
		"about", "against", "among", "amongst", "amid", "around", "across", "after", "before", "behind", "below", "beneath",
		"beside", "besides", "between", "beyond", "despite", "down", "during", "except", "inside", "like", "near", "off",
		"out", "outside", "per", "since", "through", "throughout", "toward", "towards", "until", "till", "up", "via", "versus",
		"vs", "along", "above", "alongside", "concerning", "regarding", "including", "following", "according", "due", "plus",
		"than", "as", "aboard", "unlike", "worth", "minus", "ahead", "back", "apart", "away", "together", "instead", "because":
		return posPreposition
	case "to":
		return posInfinitive
	case "and", "or", "but", "nor", "so", "yet", "if", "whether", "while", "although", "though", "unless", "when", "where",
		"why", "how", "once", "whereas", "&":
		return posConjunction
	case "i", "you", "he", "she", "it", "we", "they", "me", "him", "us", "them", "who", "whom", "which", "what", "myself",
		"himself", "herself", "itself", "themselves", "ourselves", "one", "someone", "somebody", "something", "anyone",
		"anybody", "anything", "everyone", "everybody", "everything", "nobody", "nothing", "none", "mine", "ours", "theirs",
		"yours", "hers", "there", "here", "whoever", "whatever", "oneself", "it's", "i'm", "we're", "they're", "that's",
		"i've", "we've", "they've", "i'll", "we'll", "you're", "there's", "he's", "she's", "let's", "what's":
		return posPronoun
	case "am", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "having", "do", "does", "did", "done",
		"will", "would", "can", "could", "should", "may", "might", "must", "shall", "cannot", "can't", "won't", "don't",
		"doesn't", "didn't", "isn't", "aren't", "wasn't", "weren't", "hasn't", "haven't", "hadn't", "wouldn't", "couldn't",
		"shouldn't", "ought":
		return posAuxiliary
	case "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
		"sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
		"hundred", "thousand", "million", "billion", "trillion":
		return posNumeric
	case "not", "also", "now", "then", "still", "already", "again", "ever", "never", "too", "well", "soon", "however",
		"therefore", "thereby", "pursuant", "thus", "rather", "quite", "almost", "perhaps", "maybe", "otherwise", "meanwhile", "moreover",
		"furthermore", "nevertheless", "nonetheless", "indeed", "later", "earlier", "ago", "often", "always", "sometimes",
		"today", "yesterday", "tomorrow", "tonight", "abroad", "overseas", "forward", "elsewhere", "somewhat", "far", "long",
		"uh", "um", "er", "erm", "likewise", "hence", "else", "afterwards", "everywhere", "anyway", "twice", "overnight", "altogether":
		return posAdverb
	case "good", "bad", "better", "best", "worse", "worst", "high", "higher", "highest", "low", "lower", "lowest", "big",
		"bigger", "biggest", "small", "smaller", "smallest", "large", "larger", "largest", "great", "greater", "greatest",
		"little", "long-term", "short", "strong", "stronger", "strongest", "weak", "early", "late", "latest", "young",
		"younger", "free", "full", "clear", "important", "major", "minor", "main", "key", "senior", "junior", "top", "likely",
		"unlikely", "able", "unable", "ready", "true", "false", "real", "right", "wrong", "sure", "difficult", "hard", "easy",
		"close", "closer", "open", "safe", "dangerous", "poor", "rich", "wide", "broad", "deep", "fast", "quick", "slow",
		"hot", "cold", "warm", "clean", "heavy", "light", "dark", "fresh", "serious", "severe", "critical", "crucial", "common",
		"joint", "modern", "ancient", "current", "present", "future", "past", "possible", "impossible", "necessary",
		"significant", "sufficient", "urgent", "available", "responsible", "aware", "concerned", "worried",
		"foreign", "domestic", "private", "public", "general", "special", "specific", "single", "double", "dead", "alive",
		"missing", "wounded", "injured", "armed", "unarmed", "willing", "separate", "alleged", "so-called",
		"unprecedented", "longtime", "longstanding", "ongoing", "upcoming", "forthcoming", "fellow", "mutual", "sheer",
		"peaceful", "wealthy", "tense", "lasting", "considerable", "substantial", "robust", "solid", "soft", "modest",
		"stable", "capable", "viable", "liable", "rising", "falling", "growing", "increasing", "declining", "soaring", "mounting", "surging", "emerging", "existing",
		"remaining", "outstanding", "developing", "surviving", "lingering", "looming", "pending", "standing", "binding", "aging":
		return posAdjective
	}
	if commonVerb(w) {
		return posVerb
	}
	switch w {
	case "using", "dying", "tying", "vying", "suing", "doing", "owing":
		return posGerund
	}
	n := len(w)
	if i := strings.IndexByte(w, '\''); i > 0 {
		switch w[i:] {
		case "'ll", "'ve", "'re", "'d", "'m", "'t":
			return posAuxiliary // you’ll, they’ve
		}
	}
	switch {
	case n > 5 && (strings.HasSuffix(w, "ize") || strings.HasSuffix(w, "ify")), n > 6 && (strings.HasSuffix(w, "izes") || strings.HasSuffix(w, "ifies")):
		return posVerb
	case n > 6 && makesSo(strings.TrimSuffix(w, "s")):
		return posVerb
	case n > 8 && strings.HasSuffix(w, "ates"): // dissipates, accumulates
		switch w {
		case "estimates", "candidates", "certificates", "conglomerates", "associates", "delegates", "subordinates", "expatriates", "electorates",
			"directorates", "carbohydrates", "aggregates", "surrogates", "graduates", "undergraduates", "advocates", "duplicates", "syndicates", "affiliates",
			"roommates", "classmates", "teammates", "templates", "inmates", "predicates", "chocolates", "concentrates", "magistrates", "protectorates":
			return posNominal
		}
		return posVerb
	case n > 3 && strings.HasSuffix(w, "ly"):
		switch w {
		case "family", "italy", "july", "ally", "rally", "supply", "reply", "assembly", "anomaly", "monopoly", "bully", "jelly", "folly":
			return posNominal
		case "daily", "weekly", "monthly", "yearly", "friendly", "deadly", "costly", "early", "elderly", "timely", "lonely", "hourly", "quarterly":
			return posAdjective
		}
		return posAdverb
	case w == "used", n > 4 && strings.HasSuffix(w, "ed"):
		switch w {
		case "speed", "breed", "creed", "greed", "steed", "indeed", "exceed", "proceed", "succeed", "embed", "kindred", "hatred":
			return posNominal
		}
		return posParticiple
	case n > 5 && strings.HasSuffix(w, "ing"):
		switch w {
		case "meeting", "building", "funding", "training", "spending", "housing", "financing", "hearing", "briefing", "bombing",
			"shooting", "fighting", "killing", "trafficking", "smuggling", "warning", "ruling", "finding", "evening", "morning",
			"spring", "string", "planning", "lending", "borrowing", "manufacturing", "engineering", "banking", "mining",
			"fishing", "farming", "shipping", "testing", "trading", "gathering", "uprising", "offering", "beginning",
			"understanding", "peacekeeping", "wellbeing", "setting", "earnings", "proceeding", "opening", "crossing", "landing",
			"signing", "sharing", "monitoring", "policing", "accounting", "advertising", "drilling", "logging", "poaching",
			"laundering", "enriching", "stabbing", "hijacking", "kidnapping", "looting", "rioting", "tracking", "screening",
			"sentencing", "pricing", "outing", "warming", "flooding", "feeling", "driving", "vetting", "listing", "rating":
			return posNominal
		}
		return posGerund
	}
	for _, e := range [...]string{"ous", "ful", "ive", "less", "able", "ible", "ical", "ional", "ish"} {
		if n > len(e)+3 && strings.HasSuffix(w, e) {
			switch w {
			case "initiative", "executive", "representative", "objective", "detective", "motive", "alternative", "narrative",
				"incentive", "directive", "archive", "perspective", "collective", "relative", "native", "operative",
				"professional", "criminal", "official", "vegetable", "table", "cable", "bible", "missive", "explosive",
				"conservative", "captive", "fugitive", "offensive", "medical", "chemical", "radical", "missile", "handful":
				return posNominal
			}
			return posAdjective
		}
	}
	if n > 5 && (strings.HasSuffix(w, "al") || strings.HasSuffix(w, "ic")) && !nounInAlOrIc(w) {
		return posAdjective
	}
	if n > 6 && strings.HasSuffix(w, "iest") {
		return posAdjective // costliest; “interest” and “protest” end otherwise
	}
	if verbForm(w) {
		return posVerb
	}
	return posNominal
}

// makesSo reports whether a word has the British ending of verbs that make something so:
// legalise. Exercise, enterprise and promise have another letter before it.
func makesSo(w string) bool {
	for _, e := range [...]string{"alise", "ilise", "onise", "erise", "orise", "arise", "imise", "atise", "ogise", "icise"} {
		if strings.HasSuffix(w, e) {
			return w != "treatise"
		}
	}
	return false
}

// nounInAlOrIc lists the nouns among the many adjectives in -al and -ic.
func nounInAlOrIc(w string) bool {
	switch w {
	case "proposal", "approval", "withdrawal", "removal", "arrival", "refusal", "denial", "trial", "appeal", "hospital",
		"capital", "festival", "rival", "rehearsal", "renewal", "referral", "survival", "signal", "journal", "criminal",
		"official", "individual", "material", "mineral", "metal", "terminal", "tribunal", "cardinal", "general", "admiral",
		"marshal", "animal", "cathedral", "arsenal", "scandal", "canal", "portal", "ritual", "manual", "disposal",
		"dismissal", "betrayal", "burial", "funeral", "interval", "memorial", "deal", "professional", "potential", "goal",
		"republic", "traffic", "music", "topic", "clinic", "critic", "logic", "panic", "epidemic", "pandemic", "fabric",
		"mechanic", "plastic", "skeptic", "sceptic", "cleric", "statistic", "metric", "basic", "academic", "public",
		"reversal", "upheaval", "appraisal", "acquittal", "retrieval", "offal", "pedal", "medal", "intellectual", "principal",
		"credential", "editorial", "tutorial", "aerial", "serial", "initial", "essential", "colonial", "nasal", "herbal", "oval":
		return true
	}
	return false
}

// commonVerb lists finite and base forms that news prose uses as verbs, nearly
// always. Forms that are as often nouns (plan, call, talk, vote, attack) are not
// in it: they are known by what stands before them.
func commonVerb(w string) bool {
	switch w {
	case "said", "say", "says", "saying", "told", "tell", "tells", "telling", "made", "make", "makes", "making", "took", "take",
		"takes", "taken", "taking", "gave", "give", "gives", "given", "giving", "went", "go", "goes", "gone", "going", "came",
		"come", "comes", "coming", "left", "met", "meet", "meets", "held", "hold", "holds", "holding", "led", "lead", "leads",
		"leading", "won", "win", "wins", "winning", "lost", "lose", "loses", "losing", "fell", "fallen", "falls", "rose",
		"risen", "rises", "grew", "grow", "grows", "grown", "growing", "became", "become", "becomes", "becoming", "began",
		"begin", "begins", "begun", "sent", "send", "sends", "sending", "paid", "pay", "pays", "spent", "spend", "spends", "sold",
		"sell", "sells", "bought", "buy", "buys", "built", "build", "builds", "kept", "keep", "keeps", "keeping", "got", "get",
		"gets", "getting", "found", "find", "finds", "felt", "feel", "feels", "knew", "know", "knows", "known", "saw", "see",
		"sees", "seen", "seeing", "thought", "think", "thinks", "brought", "bring", "brings", "bringing", "caught", "fought",
		"sought", "seek", "seeks", "seeking", "taught", "wrote", "write", "writes", "written", "drew", "drawn", "drove",
		"driven", "spoke", "speak", "speaks", "spoken", "broke", "broken", "chose", "choose", "chosen", "ran", "running",
		"stood", "stands", "understood", "understand", "let", "shown", "showed", "meant", "means", "heard", "hear",
		"include", "includes", "included", "remain", "remains", "remained", "allow", "allows", "allowed", "require", "requires", "required",
		"provide", "provides", "provided", "continue", "continues", "continued", "believe", "believes", "believed", "expect",
		"expects", "expected", "want", "wants", "wanted", "ensure", "ensures", "prevent", "prevents", "agree", "agrees",
		"agreed", "announce", "announces", "announced", "ask", "asks", "asked", "happen", "happens", "happened", "occur",
		"occurs", "occurred", "appear", "appears", "appeared", "seem", "seems", "seemed", "try", "tries", "tried", "add", "adds",
		"added", "warn", "warns", "warned", "urge", "urges", "urged", "accuse", "accuses", "accused", "deny", "denies",
		"denied", "confirm", "confirms", "confirmed", "reject", "rejects", "rejected", "condemn", "condemns", "condemned",
		"criticize", "criticized", "criticise", "criticised", "insist", "insists", "insisted", "argue", "argues", "argued",
		"describe", "describes", "described", "consider", "considers", "considered", "decide", "decides", "decided",
		"suggest", "suggests", "suggested", "indicate", "indicates", "indicated", "reiterate", "reiterates", "reiterated",
		"discuss", "discusses", "discussed", "strengthen", "strengthens", "strengthened", "encourage", "encourages", "follow", "follows", "followed", "involve", "involves", "involved", "reflect", "reflects", "reflected",
		"represent", "represents", "represented", "receive", "receives", "received", "create", "creates", "created",
		"develop", "develops", "join", "joins", "joined", "serve", "serves", "served", "live", "die", "dies", "died",
		"kill", "kills", "killed", "arrested", "attend", "attends", "attended", "arrive", "arrives", "arrived", "prompted", "intend", "intends", "intended", "helps", "helped", "enable",
		"enables", "enabled", "avoid", "avoids", "avoided", "achieve", "achieves", "achieved", "improve", "improves", "improved",
		"maintain", "maintains", "maintained", "reduce", "reduces", "reduced", "raise", "raises", "raised", "assess", "assesses",
		"foster", "wait", "waits", "waited", "expand", "expands", "expanded", "introduce", "introduces",
		"convert", "converts", "construct", "constructs", "operate", "operates", "operated", "submit", "submits", "submitted",
		"publish", "publishes", "published", "dispose", "hurt", "acquire", "acquires", "acquired", "retain",
		"retained", "undergo", "undergoes", "obtain", "obtains", "obtained", "declare", "declares", "declared",
		"vowed", "pledged", "promised", "refused", "recognize", "recognise", "recognized", "recognised",
		"oppose", "opposes", "opposed", "threaten", "threatens", "threatened", "deserve", "deserves", "depend", "depends",
		"tackle", "ease", "eased", "mend", "heal", "worsened", "enter", "enters", "entered", "explain", "explains",
		"explained", "emphasize", "emphasized", "emphasise", "emphasised", "underscore", "underscored", "underlined", "put",
		"puts", "contain", "contains", "contained", "belong", "belongs", "cover", "covers", "covered", "merge", "merges",
		"merged", "exist", "exists", "existed", "apply", "applies", "applied", "identify", "identifies", "identified",
		"carry", "carries", "carried", "destroy", "destroys", "destroyed", "escaped", "flee", "flees", "fled", "hid",
		"shot", "struck", "tore", "threw", "thrown", "wore", "worn", "ate", "eaten", "slept", "sank", "shook", "laid", "lies", "lying",
		"suffered", "suffer", "suffers", "remember", "sworn", "swore", "stole", "stolen", "dealt", "pled", "lent", "fed", "flew", "froze", "hung", "sang", "spun", "swam", "withdrew", "overcame", "undertook", "underwent",
		"forgave", "opens", "lays", "set", "sets", "protect", "protects", "preserve", "preserves", "defend", "defends", "promote", "promotes", "implement",
		"implements", "denounce", "denounces", "postpone", "postpones", "eliminate", "facilitate", "demonstrate", "investigate",
		"negotiate", "participate", "accelerate", "generate", "rehabilitate", "deteriorate", "evaluate", "incorporate", "alleviate",
		"mitigate", "ensured", "establish", "establishes", "abolish", "accomplish", "furnish", "undermine", "undermines", "resolve", "solve",
		"rely", "relies", "choke", "persuade", "invite", "invites", "extend", "extends", "accept", "accepts", "adopt", "adopts", "amend", "hit", "hits", "beat", "beaten", "blew", "drank", "lay", "arose", "bade", "bred", "clung", "crept", "forbade", "foresaw", "forgot",
		"ground", "outlined", "overthrew", "resigned", "rode", "shrank", "slid", "spelt", "strove", "wove", "wound", "bore", "born", "rid", "swept":
		return true
	}
	return false
}
