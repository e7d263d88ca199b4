package briefing

import (
	"strings"

	"readout/briefing/lang"
)

// Whether two wordings of a role say the same: “Argentine president” and “President of
// Argentina”, “Sen.” and “Senator of Ohio”, “chair of the Board of Governors” and
// “chairman of the Board”.
//
// Former is not present, and a deputy is not the head.

// covers reports whether the words of role b all stand in role a: “President” in
// “French President”, “Sen.” in “Senator of Ohio”.
func covers(a, b string) bool {
	have := roleWords(a)
	for _, w := range roleWords(b) {
		if !holds(have, w) {
			return false
		}
	}
	return true
}

// oneOffice reports whether two roles have one head, and of what else they say the shorter
// has half in common with the other.
func oneOffice(a, b string) bool {
	x, y := roleWords(a), roleWords(b)
	h, g := roleHead(a), roleHead(b)
	if h == "" || h != g {
		return false
	}
	common, n, m := 0, 0, 0
	for _, w := range x {
		switch in := holds(y, w); {
		case w == h:
		case ranks(w) && !in:
			return false
		case in:
			common++
			n++
		default:
			n++
		}
	}
	for _, w := range y {
		switch in := holds(x, w); {
		case w == h:
		case ranks(w) && !in:
			return false
		default:
			m++
		}
	}
	return min(n, m) > 1 && 2*common >= min(n, m)
}

// roleWords are the words of a role that say something, each in one form.
func roleWords(s string) (words []string) {
	s = fold(s)
	for _, long := range [...][2]string{{"united states of america", "us"}, {"united states", "us"}, {"u.s.", "us"}, {"united kingdom", "uk"}, {"u.k.", "uk"}, {"french republic", "france"}} {
		s = strings.ReplaceAll(s, long[0], long[1])
	}
	for w := range strings.FieldsFuncSeq(s, apart) {
		switch w {
		case "of", "the", "a", "an", "as", "for", "to", "at", "in", "and", "s", "'s", "’s":
			continue
		}
		words = append(words, longForm(strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")))
	}
	return words
}

func holds(words []string, w string) bool {
	for _, have := range words {
		if have == w || len(w) > 3 && len(have) > 3 && w[:3] == have[:3] && lang.OfCountry(w) && lang.OfCountry(have) { // “Argentine”, “Argentina”
			return true
		}
	}
	return false
}

// roleHead is the noun that heads a role.
func roleHead(s string) string {
	s = fold(s)
	for _, p := range [...]string{" of ", " for ", " to ", " at ", " in ", " on ", ","} {
		if i := strings.Index(s, p); i > 0 {
			s = s[:i]
		}
	}
	if words := roleWords(s); len(words) > 0 {
		return words[len(words)-1]
	}
	return ""
}

// ranks reports whether a word makes another office of the one it stands before.
func ranks(w string) bool {
	switch w {
	case "former", "ex", "then", "acting", "interim", "deputy", "vice", "assistant", "associate", "elect", "designate", "late", "incoming", "outgoing", "under", "first", "second":
		return true
	}
	return false
}

// howManieth reports whether a role says the how-manieth someone is in it, which is no
// office: “first US president”, but not “First Minister”.
func howManieth(s string) bool {
	words := roleWords(s)
	if len(words) < 2 {
		return false
	}
	switch words[0] {
	case "first", "second", "third", "only", "youngest", "oldest":
		switch words[1] {
		case "lady", "gentleman", "minister", "deputy", "secretary", "vice", "lieutenant", "sergeant", "sea", "officer":
			return false
		}
		return true
	}
	return false
}

// slight reports whether a role is but how one is addressed, or one's party.
func slight(s string) bool {
	switch fold(s) {
	case "professor", "prof.", "prof", "doctor", "republican", "democrat", "conservative", "independent":
		return true
	}
	return false
}

// apart reports whether a character stands between the words of a role.
func apart(r rune) bool { return r == ' ' || r == '-' || r == '.' || r == ',' }

// longForm is a word of a role in full, and of words that mean one office the same.
func longForm(w string) string {
	switch w {
	case "sen":
		return "senator"
	case "rep", "congressman", "congresswoman":
		return "representative"
	case "gov":
		return "governor"
	case "gen":
		return "general"
	case "sec":
		return "secretary"
	case "prof":
		return "professor"
	case "lt":
		return "lieutenant"
	case "col":
		return "colonel"
	case "adviser":
		return "advisor"
	case "chairman", "chairwoman", "chairperson":
		return "chair"
	case "spokesman", "spokeswoman":
		return "spokesperson"
	case "french":
		return "france"
	case "dutch":
		return "netherlands"
	case "irish":
		return "ireland"
	case "danish":
		return "denmark"
	case "british", "britain":
		return "uk"
	}
	return w
}
