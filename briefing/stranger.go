package briefing

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/briefing/lang"
)

// strangers are the persons of whom a briefing gives neither a first name nor a role:
// “Nasser might feel it propitious”. Mentions that do not speak of a person count for
// nothing: half a compound (“the Biden-Harris team”), what a disease or body is called
// after (“Crohn’s disease”, “Jehovah’s Witnesses”), a cell of a table, a nickname in
// quotation marks, and a name of a list that a title in the plural opens (“Secretaries
// Paulson and Jackson”). So does a name that a place or body of the text begins with
// (Ellsworth Air Force Base), and one that spells another's (Sarea, Saree).
//
// It must not lose “Gunnarsson’s letter”, whose author is a person.
func strangers(r *reading, f *Facts) []Mentioned {
	var bare []*Person
	for i := range f.People {
		p := &f.People[i]
		if len(p.Name) > 2 && !strings.Contains(p.Name, " ") && p.Role == "" && p.Basis != StatedAs && len(p.Evidence) > 0 && !lang.Known(p.Name) && !shouted(p.Name) {
			bare = append(bare, p)
		}
	}
	if len(bare) == 0 {
		return nil
	}
	spans := map[Range]lang.Span{}
	for _, n := range r.names.all() {
		if n.Type == lang.Person {
			spans[r.at(n.Span)] = n.Span
		}
	}
	var out []Mentioned
	for _, p := range bare {
		if begins(f, p.Name) || respelled(f, p) || r.people(p.Name) {
			continue
		}
		m := Mentioned{Text: p.Name}
		listed, called := false, false
		for _, e := range p.Evidence {
			s, ok := spans[e.At]
			if !ok {
				continue
			}
			listed = listed || r.listed(s)
			called = called || vocative(r.units[s.Unit].S, s.Start, s.End)
			if whole := strings.TrimSpace(r.units[s.Unit].S); r.leaves[s.Unit].item && strings.Trim(whole, ".:;,") == r.of(s) {
				continue // an item that is one word names a thing as well
			}
			if r.leaves[s.Unit].table == nil && spokenOf(r.units[s.Unit].S, s.Start, s.End) {
				m.Evidence = append(m.Evidence, e)
			}
		}
		if m.Mentions = len(m.Evidence); m.Mentions > 0 && !listed && !called {
			out = append(out, m)
		}
	}
	return out
}

// vocative reports whether the name s[i:j] calls upon whom the speaker talks to: “Go
// ahead, Jane.”, “Thanks, Jane”, “Look, I think, Jane, that …”. Who is called upon in a
// text sat in the room.
func vocative(s string, i, j int) bool {
	before, ok := strings.CutSuffix(s[:i], ", ")
	if !ok {
		return false
	}
	clause := strings.ToLower(before[strings.LastIndexAny(before, ".?!:,;—")+1:])
	switch strings.TrimSpace(clause) {
	case "go ahead", "thanks", "thank you", "yes", "no", "yeah", "okay", "ok", "hi", "hello", "well", "look", "but", "and", "so", "again", "right", "sorry",
		"i think", "i would point", "what i would point", "i would say", "i mean", "you know", "dear":
		return true
	}
	return false
}

// people reports whether the text has a name in the plural with an article: the Houthis
// are a people, and a Houthi is no stranger.
func (r *reading) people(name string) bool {
	for i := range r.units {
		s := r.units[i].S
		for {
			at := strings.Index(s, "he "+name+"s")
			if at < 0 {
				break
			}
			if s = s[at+len("he ")+len(name)+1:]; s == "" || !unicode.IsLetter(rune(s[0])) {
				return true
			}
		}
	}
	return false
}

// begins reports whether a place or body of the text begins with a word and goes on.
func begins(f *Facts, word string) bool {
	for _, list := range [][]Body{f.Organisations, f.Places} {
		for _, b := range list {
			if rest, ok := strings.CutPrefix(b.Name, word+" "); ok && rest != "" {
				return true
			}
		}
	}
	return false
}

// respelled reports whether the text has a fuller name that a name spells in another way.
func respelled(f *Facts, p *Person) bool {
	s := spell(Named{Text: p.Name, RefersTo: p.Name})
	if s.last == "" {
		return false
	}
	for i := range f.People {
		if o := &f.People[i]; o != p && strings.Contains(o.Name, " ") {
			if t := spell(Named{Text: o.Name, RefersTo: o.Name}); t.last != "" && t.like(s) {
				return true
			}
		}
	}
	return false
}

// spokenOf reports whether the name s[i:j] is spoken of as a person there.
func spokenOf(s string, i, j int) bool {
	before, after := s[:i], s[j:]
	if c, _ := utf8.DecodeLastRuneInString(trimJoiner(before)); c == '-' || c == '‑' {
		return false
	}
	if c, n := utf8.DecodeRuneInString(strings.TrimLeft(after, "\u2060")); c == '-' || c == '‑' {
		if d, _ := utf8.DecodeRuneInString(strings.TrimLeft(strings.TrimLeft(after, "\u2060")[n:], "\u2060")); unicode.IsLetter(d) {
			return false
		}
	}
	if c, _ := utf8.DecodeLastRuneInString(before); c == '"' || c == '“' || c == '‘' {
		if d, _ := utf8.DecodeRuneInString(after); d == '"' || d == '”' || d == '’' {
			return false
		}
	}
	if thing(before, after) || firm(before, after) {
		return false
	}
	word := strings.TrimSuffix(strings.TrimSuffix(s[i:j], "’s"), "'s")
	if rest, ok := cutPossessive(after); ok || len(word) < j-i {
		if len(word) < j-i {
			rest = strings.TrimPrefix(after, " ")
		}
		c, _ := utf8.DecodeRuneInString(rest)
		return !unicode.IsUpper(c) && !calledAfter(wordAt(rest))
	}
	return true
}

// thing reports whether the words beside a name say that it names no person, or one with
// a fuller name: “The Dom”, “the town of Tine”, “Insein prison”, “the newspaper Blick”,
// “Peter the Great”, “Rolando and Otoniel Guevara”.
func thing(before, after string) bool {
	lead := strings.TrimRight(before, " ")
	if lead == before && before != "" {
		return false
	}
	last := strings.ToLower(lead[strings.LastIndexByte(lead, ' ')+1:])
	switch {
	case kindNoun(last), last == "the" && !follows(after):
		return true
	case last == "of":
		lead = strings.TrimRight(strings.TrimSuffix(lead, lead[len(lead)-2:]), " ")
		switch lead[strings.LastIndexByte(lead, ' ')+1:] {
		case "town", "city", "village", "province", "district", "region", "port", "island", "valley", "camp", "river":
			return true
		}
	case last == "as" && strings.HasSuffix(strings.ToLower(lead), "known as"):
		return true
	}
	next, ok := strings.CutPrefix(after, " ")
	if !ok {
		return false
	}
	if rest, ok := strings.CutPrefix(next, "the "); ok {
		return upper(rest)
	}
	if rest, ok := strings.CutPrefix(next, "and "); ok && upper(rest) {
		if first, more, ok := strings.Cut(rest, " "); ok && !strings.ContainsAny(first, ",.;") {
			return upper(more)
		}
	}
	switch wordAt(next) {
	case "prison", "jail", "tribe", "tribes", "tribal", "river", "province", "village", "airport", "hospital", "valley", "mosque", "temple", "strain", "virus",
		"refugee", "desert", "border", "peninsula", "district", "town":
		return true
	}
	return false
}

// firm reports whether a name is one of those that a firm or a case in court is called by,
// or a town with its post code: “Horton, Knox & Foote”, “Roe v. Wade”, “Marion 62959”.
func firm(before, after string) bool {
	if strings.HasSuffix(before, "& ") || strings.HasSuffix(before, " v. ") || strings.HasSuffix(before, " vs. ") || strings.HasSuffix(before, " at ") ||
		strings.HasPrefix(after, " v. ") || strings.HasPrefix(after, " vs. ") || strings.HasPrefix(after, ", LLP") || strings.HasPrefix(after, " LLP") {
		return true
	}
	for n := 0; n < 5; n++ { // on to the sign, over names and commas
		if strings.HasPrefix(after, " & ") {
			return true
		}
		rest, ok := strings.CutPrefix(after, ", ")
		if !ok || !upper(rest) {
			break
		}
		after = rest[len(wordAt(rest)):]
	}
	code, ok := strings.CutPrefix(after, " ")
	return ok && len(code) >= 5 && strings.Trim(code[:5], "0123456789") == ""
}

// follows reports whether a noun for those around a person stands behind the name: “the
// Monti government”.
func follows(after string) bool {
	switch wordAt(strings.TrimPrefix(after, " ")) {
	case "government", "administration", "family", "team", "regime", "cabinet", "campaign", "presidency", "camp", "ministry", "era", "years", "loyalists", "supporters":
		return true
	}
	return false
}

func trimJoiner(s string) string { return strings.TrimRight(s, "\u2060") }

func cutPossessive(s string) (rest string, ok bool) {
	for _, p := range [...]string{"’s ", "'s ", "’ ", "' "} {
		if rest, ok = strings.CutPrefix(s, p); ok {
			return rest, true
		}
	}
	return s, false
}

// calledAfter reports whether a noun is for what is called after a person.
func calledAfter(noun string) bool {
	switch noun {
	case "disease", "syndrome", "law", "theorem", "palsy", "lymphoma", "comet", "principle", "razor", "constant", "sarcoma":
		return true
	}
	return false
}

// listed reports whether a name stands in a list of names that a title in the plural
// opens: “Senators Collins, Dodd and Leahy”.
func (r *reading) listed(s lang.Span) bool {
	text := r.units[s.Unit].S[:s.Start]
	for n := 0; n < 12; n++ {
		lead := strings.TrimRight(text, " ,")
		lead = strings.TrimRight(strings.TrimSuffix(lead, " and"), " ,")
		if lead == text {
			return false
		}
		i := strings.LastIndexByte(lead, ' ') + 1
		w := lead[i:]
		c, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(c) {
			return pluralTitle(w)
		}
		if pluralTitle(strings.ToLower(w)) {
			return true
		}
		text = lead[:i]
	}
	return false
}

// pluralTitle reports whether a word gives a title to each of the names behind it.
func pluralTitle(w string) bool {
	switch w {
	case "secretaries", "senators", "sens.", "representatives", "reps.", "congressmen", "congresswomen", "presidents", "ministers", "premiers", "chancellors",
		"ambassadors", "generals", "judges", "justices", "governors", "mayors", "commissioners", "professors", "messrs", "messrs.", "drs", "drs.", "lords", "councillors", "princes", "kings":
		return true
	}
	return false
}
