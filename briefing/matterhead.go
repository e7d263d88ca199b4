package briefing

import (
	"strings"

	"readout/briefing/lang"
)

// agreed lists heads of names that are matters: a Good Friday Agreement is one, a World
// Food Programme is a body.
func agreed(w string) bool {
	switch lang.Singular(w) {
	case "agreement", "accord", "treaty", "pact", "deal", "conference", "summit", "protocol", "act", "bill", "convention", "pledge", "plan", "war",
		"crisis", "amendment", "law", "inquiry", "trial", "election", "referendum":
		return true
	}
	return false
}

// gathers lists heads that name a matter only with what they are about.
func gathers(w string) bool {
	switch lang.Singular(w) {
	case "conference", "summit", "forum", "campaign", "operation", "flow", "fight", "end", "future", "lack", "loss", "spread", "use",
		"access", "support", "efforts", "decline", "rise", "return", "state", "impact", "role", "market", "history", "report", "effect":
		return true
	}
	return false
}

// headOf is the last word of a phrase in small letters; of a compound its last part,
// unless the whole is a matter.
func headOf(s string) string {
	s = strings.ToLower(s)
	h := s[strings.LastIndexByte(s, ' ')+1:]
	if i := strings.LastIndexByte(h, '-'); i >= 0 && !isMatter(h) {
		h = h[i+1:]
	}
	return h
}

// headOfName is the head of a name that may have “of” or “for” in it: the conference of
// “Paris Conference for Libya”.
func headOfName(s string) string {
	for _, w := range [...]string{" of ", " for ", " on ", " in "} {
		if i := strings.Index(s, w); i > 0 {
			s = s[:i]
		}
	}
	return headOf(s)
}

// isMatter lists heads that name a matter.
func isMatter(w string) bool {
	switch lang.Singular(w) {
	case "deal", "agreement", "accord", "pact", "treaty", "dispute", "row", "crisis", "conflict", "war", "talk", "negotiation",
		"election", "vote", "referendum", "policy", "law", "bill", "legislation", "reform", "ban", "sanction", "tariff", "attack",
		"bombing", "explosion", "blast", "collapse", "crash", "shooting", "killing", "murder", "protest", "strike", "coup",
		"invasion", "occupation", "ceasefire", "peace", "issue", "problem", "case", "trial", "lawsuit", "ruling",
		"investigation", "inquiry", "probe", "scandal", "resignation", "impeachment", "nomination", "succession", "right",
		"abuse", "programme", "program", "plan", "project", "mission", "tax", "budget", "debt", "deficit", "rate", "inflation",
		"unemployment", "employment", "price", "growth", "economy", "change", "emission", "migration", "refugee",
		"asylum", "border", "security", "terrorism", "weapon", "missile", "virus", "pandemic", "outbreak", "vaccine", "epidemic",
		"flood", "earthquake", "storm", "drought", "fire", "wildfire", "famine", "hunger", "aid", "relief", "rescue", "independence",
		"sovereignty", "status", "constitution", "prorogation", "suspension", "tie", "relation", "relationship",
		"tension", "buildup", "aggression", "cost", "recovery", "inequality", "sale", "merger", "takeover",
		"acquisition", "closure", "loss", "limit", "offence", "offense", "violence", "corruption", "fraud", "trafficking",
		"smuggling", "piracy", "privacy", "freedom", "democracy", "claim", "challenge", "threat", "risk", "shortage", "regulation",
		"rule", "amendment", "resolution", "act", "mandate", "charge", "allegation", "conviction", "sentence", "appeal", "arrest",
		"release", "pardon", "clemency", "extradition", "deportation", "withdrawal", "deployment", "exercise", "drill",
		"test", "launch", "enrichment", "proliferation", "disarmament", "control", "reduction", "cut", "increase", "subsidy",
		"investment", "trade", "export", "import", "supply", "energy", "gas", "oil", "pipeline", "housing", "health", "care",
		"insurance", "education", "poverty", "welfare", "pension", "wage", "labor", "labour", "union", "climate", "pollution",
		"waste", "water", "food", "agriculture", "disease", "epidemics", "treatment", "abortion", "drug", "gun", "crime",
		"leak", "breach", "hack", "surveillance", "espionage", "interference", "disinformation", "seat", "majority", "coalition",
		"partnership", "cooperation", "alliance", "membership", "accession", "expansion", "flank", "build-up", "initiative", "strategy",
		// who rules and how
		"candidacy", "primary", "ballot", "runoff", "confirmation", "appointment", "inauguration", "ouster", "overthrow", "dismissal", "removal", "reshuffle",
		"shutdown", "veto", "filibuster", "recount", "redistricting", "dissolution", "secession", "autonomy", "statehood", "annexation", "partition", "unification",
		"reunification", "devolution", "self-determination", "monarchy", "censorship", "power-sharing", "citizenship", "brexit",
		// force
		"offensive", "siege", "blockade", "airstrike", "bombardment", "shelling", "raid", "incursion", "insurgency", "rebellion", "uprising", "revolt", "mutiny", "unrest",
		"riot", "massacre", "genocide", "atrocity", "assassination", "kidnapping", "hijacking", "hostage", "detention", "imprisonment", "torture", "execution",
		"clash", "truce", "armistice", "cease-fire", "demobilization", "drawdown", "escalation", "mobilization", "conscription", "deterrence",
		"peacekeeping", "extremism", "militancy", "cyberattack", "stabbing", "rape", "harassment", "sabotage", "coup-attempt", "bomb", "hostility",
		// the courts
		"indictment", "prosecution", "subpoena", "verdict", "acquittal", "retrial", "bribery", "perjury", "misconduct", "discrimination", "segregation", "racism",
		"impunity", "injustice", "immunity",
		// money and work
		"recession", "downturn", "slowdown", "bailout", "stimulus", "default", "bankruptcy", "austerity", "privatization", "privatisation", "nationalization",
		"nationalisation", "antitrust", "layoff", "boycott", "embargo", "quota", "levy", "surplus", "spending", "borrowing", "mortgage", "foreclosure", "devaluation",
		"disruption", "outage", "blackout", "purchase", "buyout", "bid", "loan", "contract", "procurement", "modernization", "modernisation", "production",
		// health and disaster
		"infection", "vaccination", "immunization", "quarantine", "lockdown", "contamination", "poisoning", "overdose", "addiction", "deficiency", "malnutrition",
		"obesity", "diabetes", "hurricane", "cyclone", "typhoon", "tsunami", "eruption", "landslide", "heatwave", "spill", "derailment", "stampede", "sinking",
		"evacuation", "destruction", "reconstruction", "rebuilding", "cleanup", "shutoff", "transplant",
		// the earth, the people
		"deforestation", "warming", "conservation", "extinction", "biodiversity", "spaceflight", "licensing", "encryption", "conversion", "renovation", "construction",
		"restoration", "infrastructure", "immigration", "emigration", "displacement", "resettlement", "repatriation", "naturalization", "marriage", "literacy", "slavery",
		// among states
		"recognition", "normalization", "mediation", "ratification", "implementation", "verification", "inspection", "ultimatum":
		return true
	}
	return false
}

// soleOf is the one word of a matter's label that says something. What is said once only
// and described by its form alone says no more: “applicable law”.
func (k *ranking) soleOf(m *matter, label string) string {
	if len(m.spans) > 1 {
		return sole(label)
	}
	var rest []string
	for w := range strings.FieldsSeq(label) {
		if !lang.Describes(w) {
			rest = append(rest, w)
		}
	}
	return sole(strings.Join(rest, " "))
}

// sole is the one word of a label that says something, “” if there are more: “changes” of
// “small changes”.
func sole(label string) string {
	one := ""
	for w := range strings.FieldsSeq(label) {
		if vague(w) {
			continue
		}
		if one != "" {
			return ""
		}
		one = w
	}
	return one
}

// vague lists what says of a matter how large, new or certain it is, and not which.
func vague(w string) bool {
	switch w {
	case "small", "smaller", "large", "larger", "big", "bigger", "primary", "new", "recent", "complete", "identical", "actual", "ongoing", "further",
		"presumed", "dramatic", "drastic", "multiple", "separate", "appreciable", "unprecedented", "extreme", "critical", "serious", "severe", "strong",
		"stronger", "lower", "higher", "high", "low", "short", "shortest", "long", "longest", "proposed", "revised", "fake", "landmark", "widespread", "minor",
		"quick", "rapid", "slow", "sharp", "steep", "huge", "massive", "vast", "modest", "overall", "general", "certain", "similar", "mean", "total", "final",
		"initial", "first", "second", "original", "existing", "continued", "possible", "alleged", "potential", "unanticipated", "temporary", "cataclysmic", "urgent", "difficult", "various", "common", "main", "falling", "rising", "growing", "public", "own", "emerging", "mounting", "soaring", "looming",
		"increasing", "international", "foreign", "statutory", "resulting", "political", "action", "life", "eternal", "immediate", "valid", "legitimate", "lasting", "highest", "lowest", "older", "newer", "earlier", "later", "current",
		"previous", "former", "dynamic", "selected":
		return true
	}
	return false
}

// form lists matters that tell only with another word which one is meant: a law, a risk.
func form(w string) bool {
	switch lang.Singular(w) {
	case "act", "law", "bill", "legislation", "resolution", "regulation", "rule", "ruling", "plan", "program", "programme", "project", "case", "issue", "problem",
		"risk", "right", "seat", "disease", "drug", "job", "union", "test", "control", "cut", "increase", "reduction", "change", "mission", "release", "launch",
		"challenge", "claim", "threat", "limit", "sentence", "charge", "certification", "reform", "policy", "initiative", "strategy", "security", "budget",
		"price", "rate", "cost", "growth", "status", "care", "treatment", "exercise", "amendment", "deal", "talk", "investment", "tool", "relation", "vote", "sale",
		"arrest", "allegation", "conviction", "imprisonment", "appeal", "supply", "peace", "spending", "production", "purchase", "bid", "contract", "loan", "removal", "investigation", "inquiry", "probe":
		return true
	}
	return false
}

// object lists persons and things that are much spoken of and are no matter alone.
func object(w string) bool {
	switch lang.Singular(w) {
	case "boat", "suspect", "post", "wall", "phone", "car", "plane", "ship", "train", "bus", "house", "document", "paper", "proposal", "survivor", "migrant", "base", "plant", "facility", "site", "apartment":
		return true
	}
	return false
}

// generic lists heads that any text has: they name no matter.
func generic(w string) bool {
	if w == "refugee" || w == "migrant" {
		return true // one of them is a person, the many are a matter
	}
	switch lang.Singular(w) {
	case "statement", "meeting", "official", "president", "minister", "spokesman", "spokeswoman", "spokesperson", "people", "person",
		"man", "woman", "men", "women", "year", "day", "time", "week", "month", "hour", "member", "leader", "group", "country",
		"nation", "government", "state", "party", "part", "number", "way", "thing", "place", "area", "region", "city", "town",
		"report", "source", "news", "agency", "comment", "interview", "speech", "remark", "reporter", "journalist", "letter", "move",
		"step", "effort", "action", "role", "support", "work", "use", "need", "visit", "trip", "call", "world", "end", "beginning",
		"fact", "example", "level", "order", "position", "point", "view", "addition", "result", "percent", "hope", "address", "senator",
		"congressman", "secretary", "chairman", "chair", "director", "chief", "head", "ambassador", "governor", "mayor", "king", "queen",
		"prince", "pope", "judge", "lawyer", "attorney", "analyst", "expert", "critic", "user", "victim", "family", "child", "children",
		"parent", "mother", "father", "son", "daughter", "wife", "husband", "friend", "colleague", "staff", "personnel", "worker", "employee", "resident", "citizen",
		"student", "teacher", "officer", "police", "soldier", "troop", "others", "morning", "evening", "night", "afternoon", "today",
		"date", "period", "moment", "century", "decade", "future", "past", "history", "name", "word", "term", "line",
		"discussion", "conversation", "participant", "partner", "ally", "colleagues", "community", "committee", "council", "office",
		"department", "ministry", "house", "company", "firm", "organization", "organisation", "team", "body", "board", "website",
		"page", "video", "photo", "picture", "image", "story", "article", "book", "media", "press", "information",
		"detail", "evidence", "reason", "cause", "purpose", "goal", "aim", "intention", "idea", "opinion", "concern", "matter",
		"situation", "condition", "measure", "process", "system", "series", "set", "list", "range", "amount", "total",
		"rest", "lot", "kind", "sort", "type", "form", "version", "edition", "copy", "unit", "item", "piece", "site", "side", "back",
		"front", "top", "bottom", "center", "centre", "middle", "north", "south", "east", "west", "coast", "street", "road", "building",
		"room", "home", "hand", "face", "eye", "life", "death", "mr", "mrs", "ms", "dr", "candidate", "lawmaker", "legislator",
		"representative", "administration", "authority", "force", "presence", "attention", "opportunity", "ability", "capacity",
		"progress", "success", "failure", "importance", "interest", "value", "basis", "approach", "decision", "announcement",
		"response", "answer", "reply", "request", "offer", "message", "fence", "loop", "tempo", "theme", "founder", "owner", "author",
		"player", "fan", "actor", "singer", "winner", "contractor", "provider", "lady", "spokespeople", "premier", "chancellor", "administrator",
		"population", "question", "thank", "okay", "hi", "sheet", "memorandum", "clerk", "associate", "desk", "ticket", "swath", "batch", "round", "dose", "voter", "nominee", "enrollee", "delegate", "petitioner", "individual", "investigator", "scientist", "researcher", "doctor", "pod", "watchdog", "chain", "branch", "outlet", "store", "shop", "retailer", "supermarket", "supporter", "opponent", "crowd", "public", "everyone", "inquiries", "contact", "enquiry", "editor", "tool", "quiz", "advert", "survey", "circumstance", "benchmark", "focus",
		"sponsor", "rapporteur", "mate", "royal", "preparer", "professor", "old", "infant", "consumer", "anniversary", "documentation", "language",
		"commissioner", "envoy", "negotiator", "adviser", "advisor", "aide", "campaigner", "activist", "protester", "demonstrator", "gunman", "attacker", "assailant",
		"defendant", "prosecutor", "detective", "pilot", "astronaut", "crew", "passenger", "fisherman", "patient", "inmate", "tourist", "visitor", "viewer", "reader", "customer",
		"client", "buyer", "seller", "investor", "shareholder", "developer", "engineer", "designer", "manufacturer", "maker", "supplier", "operator", "lobbyist", "donor",
		"columnist", "commentator", "historian", "economist", "coach", "athlete", "celebrity", "actress", "magistrate", "juror", "headquarters", "airport", "venue", "hall",
		"pier", "campus", "square", "water", "season", "populace", "stage", "vigil", "prayer", "crowdfunder",
		"block", "departure", "speaker", "pump", "barbarity", "enforcement", "borrower", "archivist", "homeowner", "clot", "university", "haul", "lender":
		return true
	}
	return false
}

// alone lists the nouns that name a matter without another word: the text that says
// inflation or drought means the one of its day.
func alone(w string) bool {
	switch w {
	case "inflation", "deflation", "unemployment", "recession", "bankruptcy", "poverty", "inequality", "homelessness", "hunger", "famine", "drought", "starvation", "malnutrition", "obesity",
		"immigration", "migration", "emigration", "asylum", "refugees", "migrants", "deportation", "deportations", "extradition", "repatriation", "citizenship", "statelessness",
		"election", "elections", "referendum", "impeachment", "succession", "independence", "secession", "annexation", "sovereignty", "reunification", "prorogation", "devolution", "decolonization", "partition",
		"war", "coup", "ceasefire", "cease-fire", "truce", "invasion", "occupation", "genocide", "apartheid", "insurgency", "rebellion", "uprising", "terrorism", "extremism", "piracy", "espionage", "sabotage", "torture", "slavery",
		"disarmament", "proliferation", "sanctions", "tariffs", "embargo", "blockade", "boycott", "protectionism", "privatization", "privatisation", "nationalization", "nationalisation", "austerity", "subsidies", "debt",
		"corruption", "bribery", "fraud", "trafficking", "smuggling", "racism", "anti-semitism", "antisemitism", "islamophobia", "discrimination", "segregation", "abortion", "euthanasia", "censorship", "surveillance", "disinformation", "cybersecurity", "privacy", "clemency", "pardons",
		"pandemic", "epidemic", "vaccination", "vaccines", "cholera", "malaria", "polio", "tuberculosis", "ebola", "measles",
		"deforestation", "biodiversity", "pollution", "warming", "methane", "climate", "flooding", "floods", "earthquake", "wildfires", "hurricane", "tsunami",
		"protests", "riots", "strike", "strikes", "lockdown", "quarantine", "infrastructure", "housing", "healthcare", "pensions", "trade", "peace", "reparations", "brexit":
		return true
	}
	return false
}

// assembly lists heads of bodies: none is a matter, and a matter may be theirs.
func assembly(w string) bool {
	switch lang.Singular(w) {
	case "court", "senate", "congress", "parliament", "jury", "legislature", "commission", "panel", "tribunal", "embassy", "consulate", "hospital", "chamber":
		return true
	}
	return false
}

// designated reports whether a label begins with the designation of a make: the B-1 bomber,
// the S-400 missile, a matter where a text speaks of it again.
func designated(label string) bool {
	w, rest, ok := strings.Cut(label, " ")
	if !ok || rest == "" || !upper(w) {
		return false
	}
	i := strings.IndexByte(w, '-')
	return i > 0 && i <= 3 && i+1 < len(w) && w[i+1] >= '0' && w[i+1] <= '9' && strings.ToUpper(w[:i]) == w[:i]
}
