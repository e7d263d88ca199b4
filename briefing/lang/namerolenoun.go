package lang

import "strings"

// The nouns that head a role, and what commonly stands before one. The gazetteer's
// list is what the table of names was trained with; the nouns here are those that the
// list has not, and plurals, which head the role of each in a list (“senators Berg
// and Lund”).

func (w *words) headsRole(i int) bool {
	k := &w.tokens[i]
	if k.kind != word {
		return false
	}
	if w.class[i]&isRole != 0 || alsoRole(k.low) {
		return true
	}
	return (k.low == "lady" || k.low == "gentleman") && i > 0 && (w.tokens[i-1].low == "first" || w.tokens[i-1].low == "second")
}

// alsoRole reports whether a noun says what a person is or does, beside the
// gazetteer's.
func alsoRole(low string) bool {
	if len(low) > 8 && strings.HasSuffix(low, "ologist") {
		return true
	}
	switch low {
	case "agent", "alderman", "anchorman", "anchorwoman", "appointee", "archivist", "assailant", "assassin", "assemblyman", "assemblywoman", "associate", "attacker",
		"auditor", "aunt", "barrister", "bassist", "bomber", "boyfriend", "breeder", "broker", "builder", "cameraman", "camerawoman", "challenger", "d'affaires", "d’affaires", "rapper", "chieftain", "citizen", "clerk", "cofounders",
		"colleague", "collector", "commodore", "comptroller", "confidant", "contender", "contestant", "contractor", "controller", "cosmonaut", "councilor", "counterpart",
		"courtier", "cousin", "curate", "dealer", "defector", "defendant", "descendant", "developer", "dietitian", "donor", "drummer", "elder", "electrician", "employee",
		"evangelist", "examiner", "exile", "eyewitness", "facilitator", "farmer", "fellow", "fiancé", "fiancée", "firefighter", "fisherman", "forecaster", "friend",
		"frontrunner", "gangster", "girlfriend", "granddaughter", "grandson", "grower", "guerrilla", "gunman", "hacker", "headteacher", "heiress", "herder", "hijacker",
		"hostage", "hunter", "idol", "impresario", "industrialist", "inmate", "insider", "interpreter", "killer", "landlord", "liaison", "linguist", "lobbyist",
		"loyalist", "magnate", "mate", "mechanic", "midwife", "migrant", "model", "mogul", "mufti", "murderer", "native", "naturalist", "neighbor", "neighbour", "nephew",
		"newscaster", "newsreader", "niece", "nutritionist", "oligarch", "oncologist", "operative", "operator", "paediatrician", "paramedic", "passenger", "patient",
		"pediatrician", "percussionist", "perpetrator", "pharmacist", "plaintiff", "planner", "plumber", "preacher", "predecessor", "protester", "rancher", "ranger",
		"recipient", "referee", "registrar", "rescuer", "ruler", "sailor", "scion", "secretary-general", "shooter", "shopkeeper", "spouse", "spy", "staffer",
		"statesperson", "stepfather", "stepmother", "stepson", "student", "survivor", "suspect", "theorist", "trader", "trustee", "tutor", "umpire", "uncle",
		"understudy", "veterinarian", "victim", "vocalist", "voter", "whip", "widow", "widower":
		return true
	}
	return false
}

// headsRoles reports whether token i is the plural of a noun that heads a role.
func (w *words) headsRoles(i int) bool {
	k := &w.tokens[i]
	return k.kind == word && w.table.pluralRole(k.low)
}

// pluralRole reports whether a word is the plural of a noun that heads a role.
func (t Table) pluralRole(low string) bool {
	one := singular(low)
	return one != low && (t.class(keyOf(one))&isRole != 0 || alsoRole(one))
}

// singular is the word without the ending of a plural, if it has one.
func singular(s string) string {
	switch {
	case len(s) < 4:
		return s
	case strings.HasSuffix(s, "men"):
		return s[:len(s)-2] + "an"
	case strings.HasSuffix(s, "ies"):
		return s[:len(s)-3] + "y"
	case strings.HasSuffix(s, "wives"):
		return s[:len(s)-3] + "fe"
	case strings.HasSuffix(s, "sses"):
		return s[:len(s)-2]
	case strings.HasSuffix(s, "ss"), strings.HasSuffix(s, "us"), !strings.HasSuffix(s, "s"):
		return s
	}
	return s[:len(s)-1]
}

// OneOf is a role that several share as each of them has it: “President of Benin” for
// the presidents of Benin and Niger. A role in the singular stays.
func OneOf(role string) string {
	end := len(role)
	for _, p := range [...]string{" of ", " for ", " from ", " in ", " at ", " to "} {
		if i := strings.Index(role[:end], p); i > 0 {
			end = i
		}
	}
	head := strings.TrimRight(role[:end], " .")
	start := strings.LastIndexAny(head, " -") + 1
	if low := strings.ToLower(head[start:]); !TableOf(namesBin).pluralRole(low) || TableOf(namesBin).class(keyOf(low))&isFirstName != 0 {
		return role
	}
	return head[:start] + singular(head[start:]) + role[len(head):]
}

// modifies reports whether a word in lower case commonly stands before the head
// of a role.
func modifies(low string) bool {
	switch low {
	case "senior", "former", "new", "ranking", "running", "incumbent", "sitting", "presumptive", "prospective", "would-be", "aspiring", "fellow", "onetime", "acting", "interim", "deputy", "vice", "chief", "executive", "prime", "foreign", "finance",
		"defence", "defense", "interior", "justice", "health", "education", "energy", "trade", "economic", "economics", "economy",
		"opposition", "rebel", "company", "police", "army", "military", "navy", "naval", "air", "force", "party", "state", "federal", "local",
		"regional", "national", "international", "political", "security", "intelligence", "press", "public", "affairs", "general",
		"assistant", "associate", "first", "second", "late", "retired", "incoming", "outgoing", "newly", "elected", "appointed", "top", "ex",
		"co", "current", "longtime", "veteran", "presidential", "parliamentary", "congressional", "human", "rights", "managing",
		"special", "permanent", "attorney", "district", "junior", "principal", "lead", "head", "minority", "majority", "spiritual", "religious",
		"supreme", "provincial", "municipal", "city", "town", "county", "union", "labour", "labor", "climate", "environment", "environmental",
		"transport", "agriculture", "culture", "tourism", "sports", "science", "technology", "legal", "financial", "campaign", "committee",
		"government", "cabinet", "crown", "lieutenant", "major", "brigadier", "staff", "royal", "honorary", "founding", "ruling",
		"conservative", "liberal", "democratic", "republican", "socialist", "communist", "right", "left", "far", "wing", "hardline",
		"moderate", "radical", "shadow", "chair", "board", "bank", "central", "governing", "resident", "veterans", "homeland", "housing",
		"communications", "development", "media", "policy", "budget", "aid", "relief", "emergency", "emergencies", "fire", "research", "medical", "lead-in",
		"nuclear", "arms", "peace", "ceasefire", "border", "immigration", "treasury", "exchequer", "immediate", "past", "then", "now", "self",
		"declared", "exiled", "jailed", "convicted", "alleged", "suspected", "chairman", "club", "team", "football", "soccer", "cricket",
		"basketball", "baseball", "tennis", "film", "television", "radio", "news", "newspaper", "magazine", "investigative", "award", "winning",
		"russian-born", "multi", "millionaire", "business", "industry", "tech", "technical", "oil", "gas", "steel", "auto", "airline", "real", "estate",
		"vice-presidential", "three-time", "two-time", "time", "one-time", "high", "court", "appeals", "trial", "defending", "reigning":
		return true
	}
	return false
}

// OfCountry reports whether a word in lower case is a country or an adjective of one.
func OfCountry(low string) bool {
	return TableOf(namesBin).class(keyOf(low))&(isDemonym|isCountry) != 0
}
