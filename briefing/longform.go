package briefing

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/briefing/lang"
)

// An abbreviation is explained by the words around it or by its long form, wherever
// that stands. The long form is a run of words with capitals whose initials are its
// letters: “Strategic Petroleum Reserve” of SPR. Small words between them give a letter
// or none (Department of Energy of DOE, Food and Drug Administration of FDA), the
// parts of a compound one each or none (Counter-Terrorism), a word in capitals gives its
// letters (UN Support Mission in Libya of UNSMIL), and the words of a form of five letters
// and more up to four each (Central Command of CENTCOM). A run in small letters is taken
// for four letters and more: three meet by chance.
//
// It must not take “She Played Recordings” for SPR in a title, whose capitals tell
// nothing, nor “Anna Berg” for AB: two letters need a whole name, and no person.

// longForms finds which of the forms have a long form in the text.
func longForms(r *reading, forms []string) map[string]bool {
	w := longWords{reading: r, prefix: map[string]bool{}, whole: map[string]string{}, found: map[string]bool{}}
	for _, form := range forms {
		s := strings.ToLower(letters(form))
		if len(s) < 2 {
			continue
		}
		w.whole[s] = form
		if rest, ok := strings.CutPrefix(s, "us"); ok && len(rest) > 1 { // USDA: “the Department of Agriculture”
			w.whole[rest] = form
			for i := 1; i <= len(rest); i++ {
				w.prefix[rest[:i]] = true
			}
		}
		for i := 1; i <= len(s); i++ {
			w.prefix[s[:i]] = true
		}
	}
	if len(w.whole) == 0 {
		return w.found
	}
	for _, form := range forms {
		w.kinds = append(w.kinds, kindsOf(form)...)
	}
	names := r.names.list
	for u := range r.units {
		for len(names) > 0 && int(names[0].unit) < u {
			names = names[1:]
		}
		w.unit(u, names)
	}
	return w.found
}

// letters are what the words of a long form give: no number and no s of the plural.
func letters(form string) string {
	form = strings.TrimRight(form, "0123456789")
	if n := len(form); n > 2 && form[n-1] == 's' {
		form = form[:n-1]
	}
	return form
}

type longWords struct {
	*reading
	prefix map[string]bool   // beginnings of the letters looked for
	whole  map[string]string // the letters, and their form
	found  map[string]bool   // by form
	kinds  []string          // forms in the plural: HFCs
	words  []formWord
}

// kindsOf is a form in the plural, which may stand for one long word: “hydrofluorocarbons”.
func kindsOf(form string) []string {
	if n := len(form); n >= 4 && form[n-1] == 's' && form[n-2] < 'a' {
		return []string{form}
	}
	return nil
}

// spells reports whether a long word in the plural has the letters of a form in the
// plural in their order, from its first on.
func spells(word, form string) bool {
	if len(word) < 10 || word[len(word)-1] != 's' || word[0]|0x20 != form[0]|0x20 {
		return false
	}
	for _, c := range strings.ToLower(form) {
		i := strings.IndexRune(word, c)
		if i < 0 {
			return false
		}
		word = word[i+1:]
	}
	return true
}

// A formWord is a word that may give letters.
type formWord struct {
	s      string
	cap    bool // it begins with a capital
	joined bool // nothing but a space or a hyphen stands before it
	hyphen bool // and that is a hyphen
	person bool
}

func (w *longWords) unit(u int, names []packedName) {
	s := w.units[u].S
	w.words = w.words[:0]
	end := 0
	for i := 0; i < len(s); {
		c, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(c) {
			i += n
			continue
		}
		j := i
		for j < len(s) {
			c, n := utf8.DecodeRuneInString(s[j:])
			if !unicode.IsLetter(c) {
				break
			}
			j += n
		}
		for len(names) > 0 && int(names[0].unit) == u && int(names[0].end) <= i {
			names = names[1:]
		}
		gap := s[end:i]
		if !possessive(s[i:j], gap) {
			hyphen := gap == "-" || gap == "‑" || gap == "–"
			w.words = append(w.words, formWord{s[i:j], unicode.IsUpper(c), hyphen || gap == " " || gap == " & " || gap == "’s " || gap == "'s ", hyphen,
				len(names) > 0 && int(names[0].unit) == u && int(names[0].start) <= i && names[0].typ == lang.Person})
			end = j
		}
		i = j
	}
	for _, k := range w.words {
		for _, form := range w.kinds {
			if !k.cap && spells(k.s, form) {
				w.found[form] = true
			}
		}
	}
	if w.titled() {
		return
	}
	for i := range w.words {
		if k := &w.words[i]; k.cap || !small(k.s) {
			w.from(i, i, "", 0)
		}
	}
}

func possessive(word, gap string) bool { return word == "s" && (gap == "’" || gap == "'") }

// titled reports whether nearly all the words have capitals, so that they tell nothing.
func (w *longWords) titled() bool {
	caps, all := 0, 0
	for _, k := range w.words {
		if len(k.s) > 3 {
			all++
			if k.cap {
				caps++
			}
		}
	}
	return all >= 8 && caps*10 > all*8
}

// from goes on with word i of a run that begins with word first and has given the
// letters so far.
func (w *longWords) from(first, i int, so string, skipped int) {
	if i >= len(w.words) || i-first > 11 {
		return
	}
	k := &w.words[i]
	if i > first && (!k.joined || k.cap != w.words[first].cap && !small(k.s)) {
		return
	}
	low := strings.ToLower(k.s)
	if i > first && (small(low) && !k.cap && skipped < 4 || k.hyphen) {
		w.from(first, i+1, so, skipped+1)
	}
	most := 1
	switch {
	case k.cap && len(k.s) > 1 && len(k.s) <= 4 && strings.ToUpper(k.s) == k.s:
		most = len(low)
	case k.cap && !small(low):
		most = min(4, len(low))
	}
	for n := 1; n <= most; n++ {
		next := so + low[:n]
		if !w.prefix[next] {
			return
		}
		if form := w.whole[next]; form != "" && w.fits(first, i, next, form) {
			w.found[form] = true
		}
		w.from(first, i+1, next, skipped)
	}
}

// fits reports whether the words first to last are the long form of what they spell.
func (w *longWords) fits(first, last int, spelled, form string) bool {
	words, caps, person := 0, 0, true
	for _, k := range w.words[first : last+1] {
		if k.s == form {
			return false // its own letters
		}
		if k.cap || !small(k.s) {
			words++
		}
		if k.cap && strings.ToUpper(k.s) == k.s {
			caps += len(k.s) - 1
		}
		person = person && k.person
	}
	switch {
	case words < 2 || small(w.words[last].s):
		return false
	case !w.words[first].cap:
		return len(spelled) >= 4 && words >= len(spelled)-1
	case len(spelled) == 2:
		open := first > 0 && w.words[first].joined && w.words[first-1].cap && !small(strings.ToLower(w.words[first-1].s))
		return !open && !person && (last+1 == len(w.words) || !w.words[last+1].cap || !w.words[last+1].joined)
	case person && words < len(spelled):
		return false
	}
	return len(spelled) >= 5 || last-first+1+caps >= len(spelled)
}

// small reports whether a word of a long form may give no letter.
func small(w string) bool {
	switch w {
	case "of", "the", "and", "for", "on", "in", "to", "a", "an", "at", "by", "with", "from", "or", "its",
		"de", "du", "des", "la", "le", "les", "del", "di", "da", "do", "der", "und", "et", "y", "e", "pour", "für":
		return true
	}
	return false
}

// explained reports whether the words around s[i:j] explain the abbreviation there.
func explained(s, before string, i, j int) bool {
	if i >= 2 && before != "" { // “African Union (AU)”, “(the “Fund” or IMF)”
		open := strings.LastIndexAny(s[:i], "([")
		if open >= 1 && i-open <= 8 && !strings.ContainsAny(s[open:i], ")]") && strings.TrimSpace(s[:open]) != "" {
			if end := strings.IndexAny(s[j:], ")]"); end >= 0 && end <= 4 {
				return true
			}
		}
	}
	after := s[j:]
	if strings.HasPrefix(after, " (") || strings.HasPrefix(after, " [") { // “UNHCR (the UN refugee agency)”, “HM [Her Majesty]”
		if end := strings.IndexAny(after, ")]"); end > 2 && says(after[2:end], s[i:j]) {
			return true
		}
	}
	for _, p := range [...]string{", the ", ", a ", ", an ", ", which ", ", or ", ", formally ", ", short for ", " stands for ", " stood for ", ", known ", " is a ", " is an ", " is the "} {
		if strings.HasPrefix(after, p) {
			return true
		}
	}
	for _, p := range [...]string{" — a ", " — an ", " — the ", " – a ", " – an ", " – the "} {
		if strings.HasPrefix(after, p) {
			return true
		}
	}
	lead := strings.TrimRight(s[:i], " “\"‘'")
	if l, ok := strings.CutSuffix(lead, " the"); ok { // “also known as the PKK”; “National Liberation Army, the ELN, said”
		lead = l
		if name, ok := strings.CutSuffix(l, ","); ok && strings.HasPrefix(after, ",") && upper(name[strings.LastIndexByte(name, ' ')+1:]) {
			return true
		}
	}
	switch low := strings.ToLower(lead[max(0, len(lead)-24):]); {
	case endsWith(low, ", or", "— or", "– or", "(or", "known as", "called", "abbreviated", "abbreviated to", "abbreviated as", "acronym", "referred to as", "short form", "for short,", "for short:"):
		return true
	}
	// “the border mission, BORMIS, has …”, “a safety agency — PHMSA — is …”: the phrase before it says what it is
	if phrase, ok := cutAny(s[:i], ", ", " — ", " – ", "—"); ok && (after == "" || strings.HasPrefix(after, ",") || strings.HasPrefix(after, ".") || strings.HasPrefix(after, " —") || strings.HasPrefix(after, " –") || strings.HasPrefix(after, "—") || strings.HasPrefix(after, ";")) {
		if kindNoun(strings.ToLower(phrase[strings.LastIndexByte(phrase, ' ')+1:])) {
			return true
		}
	}
	return strings.HasSuffix(s[:i], " ") && kindNoun(before) // “the news agency PAP”
}

// says reports whether the words in brackets behind an abbreviation explain it: three
// words and more that begin as a name or a description does, or two that have its letters.
func says(in, form string) bool {
	words := strings.Fields(in)
	if len(words) < 2 {
		return false
	}
	switch words[0] {
	case "see", "and", "but", "in", "on", "at", "from", "of", "by", "with", "as", "which", "who", "not", "if", "to", "for", "about", "also":
		return false
	}
	if len(words) >= 3 {
		return true
	}
	initials := ""
	for _, w := range words {
		initials += strings.ToUpper(w[:1])
	}
	return strings.HasPrefix(initials, form[:1])
}

func endsWith(s string, ends ...string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) && (len(s) == len(e) || e[0] > '~' || e[0] == ',' || e[0] == '(' || s[len(s)-len(e)-1] == ' ') {
			return true
		}
	}
	return false
}

func cutAny(s string, ends ...string) (string, bool) {
	for _, e := range ends {
		if t, ok := strings.CutSuffix(s, e); ok {
			return t, true
		}
	}
	return s, false
}

// kindNoun reports whether a noun right before an abbreviation says what it is.
func kindNoun(noun string) bool {
	switch noun {
	case "mission", "agency", "body", "office", "programme", "program", "force", "council", "conference", "alliance", "union", "party", "group",
		"company", "ministry", "administration", "commission", "committee", "institute", "fund", "bank", "regulator", "watchdog", "treaty", "pact", "organisation", "organization",
		"militia", "movement", "broadcaster", "retailer", "charity", "network", "federation", "association", "firm", "carmaker", "airline",
		"newspaper", "enterprise", "corporation", "manufacturer", "operator", "conglomerate", "consortium", "coalition", "bloc", "channel",
		"insurer", "lender", "publisher", "airport", "railway", "university", "hospital", "think-tank", "tank", "insurgents", "rebels", "guerrillas",
		"separatists", "utility", "exchange", "supermarket", "chain", "startup", "website", "magazine", "contractor", "shipyard":
		return true
	}
	return false
}
