package lang

import "strings"

// cutSentences fills sentences and from, and tells each token its sentence.
//
// A sentence ends at . ? ! … with the quotes and brackets that close behind it,
// if white space follows and the next word can begin a sentence (a capital, a
// digit, an opening quote). A full stop ends none after a title or month (“Sen.
// Johnson”, “Nov. 8”), after a lone initial (“John F. Kennedy”), and after an
// abbreviation of capitals (“the U.S. Army”) unless a word that commonly begins a
// sentence follows. A semicolon and a colon end none.
func (t *text) cutSentences() {
	t.sentences, t.from = make([]Span, 0, len(t.tokens)/16+len(t.units)), make([]int, 0, len(t.tokens)/16+len(t.units)+1)
	for u := range t.units {
		lo, hi := t.first[u], t.first[u+1]
		start := lo
		for i := lo; i < hi; i++ {
			if i+1 == hi || t.ends(i, hi) || t.broken(i, hi) {
				// closing quotes and brackets belong to what they close
				for i+1 < hi && !t.tokens[i+1].space && closing(t.tokens[i+1].low) {
					i++
				}
				t.addSentence(start, i+1)
				start = i + 1
			}
		}
	}
	t.from = append(t.from, len(t.tokens))
}

func (t *text) addSentence(i, j int) {
	if i >= j {
		return
	}
	for k := i; k < j; k++ {
		t.tokens[k].sentence = int32(len(t.sentences))
	}
	t.from = append(t.from, i)
	t.sentences = append(t.sentences, t.span(i, j))
}

// ends reports whether a sentence ends with token i, quotes behind it aside.
func (t *text) ends(i, hi int) bool {
	k := &t.tokens[i]
	stop := k.kind == mark && (k.low == "." || k.low == "?" || k.low == "!" || k.low == "…")
	abbreviation := k.kind == word && strings.HasSuffix(k.low, ".") // U.S.
	if !stop && !abbreviation {
		return false
	}
	j := i + 1
	for j < hi && !t.tokens[j].space && closing(t.tokens[j].low) {
		j++
	}
	if j == hi {
		return true
	}
	next := &t.tokens[j]
	if !next.space || !t.begins(j, hi) {
		return false
	}
	if abbreviation {
		return starters[next.low] && next.cap
	}
	if k.low == "." && i > t.first[k.unit] && !k.space {
		p := &t.tokens[i-1]
		if p.kind == word {
			switch {
			case (p.low == "no" || p.low == "nos") && next.kind != number: // the answer
			case len(p.low) == 1 && !p.cap && next.kind == number: // p. 12
				return false
			case titles[p.low]:
				return false
			case abbreviations[p.low]:
				return next.cap && starters[next.low]
			case len(p.low) == 1 && p.cap && (p.low != "i" || t.initial(i-1)):
				return next.cap && starters[next.low]
			}
		}
		if p.kind == number && i-1 == t.first[k.unit] {
			return false // “1. Purpose”
		}
	}
	return true
}

// initial reports whether the I at token i is the initial of a name (“Charles I.
// Plosser”), and neither the pronoun nor the number of a king.
func (t *text) initial(i int) bool {
	if i == t.first[t.tokens[i].unit] {
		return false
	}
	if p := &t.tokens[i-1]; p.kind != word || !p.cap || starters[p.low] {
		return false
	}
	if i-2 < t.first[t.tokens[i].unit] {
		return true
	}
	switch t.tokens[i-2].low {
	case "king", "queen", "pope", "emperor", "tsar":
		return false
	}
	return true
}

// broken reports whether the line is broken behind token i between two things: the
// lines of an address or a schedule. Where the next line goes on in lower case, or
// this one ends with a comma, the sentence goes on.
func (t *text) broken(i, hi int) bool {
	return i+1 < hi && t.tokens[i+1].line && t.begins(i+1, hi) && t.tokens[i].low != "," && !joins(t.tokens[i].low)
}

// begins reports whether a sentence can begin with token j.
func (t *text) begins(j, hi int) bool {
	for j < hi && t.tokens[j].kind == mark && opening(t.tokens[j].low) {
		j++
	}
	if j == hi {
		return false
	}
	k := &t.tokens[j]
	return k.cap || k.kind == number || k.kind == mark
}

func closing(s string) bool {
	switch s {
	case "\"", "”", "’", "'", "»", ")", "]", "}":
		return true
	}
	return false
}

func opening(s string) bool {
	switch s {
	case "\"", "“", "‘", "'", "«", "(", "[", "{", "—", "–", "-", "•", "*":
		return true
	}
	return false
}

// set makes a lookup of words that stand in one string.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

var (
	// titles stand before a name; a full stop after one never ends a sentence.
	titles = set(`mr mrs ms dr prof sen sens rep reps gov govs gen lt col maj capt cmdr sgt cpl adm
		rev hon pres sec amb messrs st mt ft det insp supt`)
	// abbreviations may end a sentence, but seldom do.
	abbreviations = set(`jr sr inc corp co ltd llc plc vs etc no nos vol pp fig figs sec para paras art
		al cf approx dept est ext govt jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed
		thu thur thurs fri sat sun ave blvd rd bros assn intl natl univ kft zrt nyrt gmbh pty sarl oyj bhd`)
	// starters are words that commonly begin a sentence and seldom a name.
	starters = set(`the a an this that these those it its he she they we you i his her their our there here
		in on at by for from with after before when while as if but and however according although since
		what who where why how no not meanwhile also both many most some such under during`)
)
