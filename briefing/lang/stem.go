package lang

import "strings"

// Stem folds the forms of a word together: deals and deal, migration and
// migrant, elections and electoral do not always meet, which is enough for a
// key. The endings are those of the plainest English inflexion and of the nouns
// that news makes of verbs.
func Stem(w string) string {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	switch {
	case strings.HasSuffix(w, "sses"):
		w = w[:len(w)-2]
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		w = w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "s") && len(w) > 3 && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is"):
		w = w[:len(w)-1]
	}
	n := len(w)
	if n < 5 {
		return w
	}
	var ends []string
	switch w[n-1] {
	case 'n':
		ends = endsN[:]
	case 't':
		ends = endsT[:]
	case 'g':
		ends = endsG[:]
	case 'd', 'r', 'l':
		ends = endsR[:]
	case 'y':
		ends = endsY[:]
	case 'e':
		ends = endsE[:]
	}
	for _, e := range ends {
		if strings.HasSuffix(w, e) && n-len(e) >= 4 {
			return w[:n-len(e)]
		}
	}
	return w
}

// The endings that Stem takes off, by their last letter.
var (
	endsN = [...]string{"ization", "isation", "ation", "tion", "ion"}
	endsT = [...]string{"ment", "ant", "ent"}
	endsG = [...]string{"ing"}
	endsR = [...]string{"ed", "er", "or", "al"}
	endsY = [...]string{"edly", "ly", "y"}
	endsE = [...]string{"ive", "ance", "ence", "e"}
)

// Stems are the stems of the content words of s, in order.
func Stems(s string) []string {
	var out []string
	for _, k := range tokens(nil, 0, s) {
		if k.kind != word || len(k.low) < 2 {
			continue
		}
		if c := posOf(k.low); c > posGerund || c == posAdverb {
			if !k.upper || c != posPronoun && c != posVerb {
				continue
			}
		}
		out = append(out, Stem(k.low))
	}
	return out
}

// PhraseStems are the stems of all words of a phrase, as its key has them; a number
// that is written with a word stays with it (COVID-19, DUF6).
func PhraseStems(s string) []string {
	var out []string
	for _, k := range tokens(nil, 0, s) {
		switch {
		case k.kind == mark || k.low[0] == '\'':
		case k.kind == number && !k.space && len(out) > 0:
			out[len(out)-1] += k.low
		case k.kind == number:
			out = append(out, k.low)
		default:
			out = append(out, Stem(k.low))
		}
	}
	return out
}

// Singular takes the ending of a regular plural off.
func Singular(w string) string { return singularOf(w) }
