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
	case "alderman", "anchorman", "anchorwoman", "archivist", "assemblyman", "assemblywoman", "assailant", "attacker", "auditor", "aunt", "bassist", "boyfriend",
		"breeder", "chieftain", "clerk", "cofounders", "collector", "commodore", "comptroller", "contestant", "contractor", "controller", "cosmonaut",
		"counterpart", "courtier", "cousin", "curate", "defector", "dealer", "descendant", "developer", "dietitian", "drummer", "elder", "eyewitness", "farmer", "fiancé", "fiancée",
		"firefighter", "fisherman", "gangster", "girlfriend", "granddaughter", "grandson", "grower", "guerrilla", "gunman", "heiress", "herder", "hijacker", "hunter", "idol", "impresario",
		"insider", "interpreter", "lobbyist", "loyalist", "magnate", "mate", "midwife", "model", "mogul", "mufti", "naturalist", "neighbor", "neighbour",
		"nephew", "newscaster", "newsreader", "niece", "nutritionist", "oligarch", "oncologist", "operative", "paediatrician", "paramedic", "passenger", "pediatrician",
		"percussionist", "perpetrator", "pharmacist", "plaintiff", "preacher", "predecessor", "protester", "ranger", "recipient", "registrar", "scion", "secretary-general",
		"shopkeeper", "shooter", "spouse", "staffer", "stepfather", "stepmother", "stepson", "student", "suspect", "statesperson", "survivor", "tutor", "trader", "trustee", "uncle",
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
	case "senior", "former", "ranking", "running", "incumbent", "sitting", "presumptive", "prospective", "would-be", "aspiring", "fellow", "onetime", "acting", "interim", "deputy", "vice", "chief", "executive", "prime", "foreign", "finance",
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
