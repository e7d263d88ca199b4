package briefing

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/briefing/lang"
)

// Not explained here: abbreviations that the briefing uses and never expands or
// introduces, and persons of whom it gives neither a first name nor a role. What
// every staffer knows (EU, NATO, COVID) is a list of the gazetteer.
//
// An abbreviation is explained where it stands in brackets behind its long form or
// has one in brackets behind it; where a long form with its initials is a name of
// the text; where an apposition follows (“UOKiK, the anti-monopoly agency,”); and
// where a noun that says what it is stands before it (“the news agency PAP”). Not
// abbreviations: shouting, headings in capitals, numerals, units after a number,
// states after a comma or a party (“Dover, DE”, “D-SD”), labels of speakers.
func unexplained(r *reading, f *Facts) []Mentioned {
	u := abbreviations{seen: map[string]*abbreviation{}}
	names := r.Names
	for i := range r.units {
		for len(names) > 0 && names[0].Unit < i {
			names = names[1:]
		}
		u.read(r, i, names)
	}
	long := map[string]bool{} // what the merging of bodies explained, and their initials
	for _, list := range [][]Body{f.Organisations, f.Places} {
		for _, b := range list {
			if strings.Contains(b.Name, " ") {
				long[initials(b.Name)] = true
				for _, a := range b.Aliases {
					long[strings.ReplaceAll(a, ".", "")] = true
				}
			}
		}
	}
	for _, n := range r.Names {
		if n.Short.Start < n.Short.End {
			long[strings.ReplaceAll(r.of(n.Short), ".", "")] = true
		}
	}
	out := []Mentioned{}
	for _, form := range u.order {
		a := u.seen[form]
		if a.explained || long[form] || long[strings.TrimSuffix(form, "s")] {
			continue
		}
		m := Mentioned{Text: r.of(a.at[0]), Mentions: len(a.at)}
		for _, at := range a.at {
			m.Evidence = append(m.Evidence, r.evidence(at))
		}
		out = append(out, m)
	}
	for _, p := range f.People {
		if strings.Contains(p.Name, " ") || p.Role != "" || p.Basis == StatedAs || len(p.Evidence) == 0 || lang.Known(p.Name) || shouted(p.Name) {
			continue
		}
		out = append(out, Mentioned{p.Name, p.Mentions, p.Evidence})
	}
	slices.SortStableFunc(out, func(a, b Mentioned) int { return int(a.Evidence[0].At.Start - b.Evidence[0].At.Start) })
	return out
}

type abbreviation struct {
	at        []lang.Span
	explained bool
}

type abbreviations struct {
	seen  map[string]*abbreviation // by its letters
	order []string
}

// read gathers the abbreviations of a unit.
func (u *abbreviations) read(r *reading, unit int, names []lang.Name) {
	s := r.units[unit].S
	if shouted(s) {
		return
	}
	start := 0
	if i := strings.IndexByte(s, ':'); i > 0 && i < longestLabel && shouted(s[:i]) { // “MS. BERG: …”
		start = i
	}
	var before string // the word before
	var end int
	for i := start; i < len(s); {
		c, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			i += n
			continue
		}
		j := i
		for j < len(s) {
			c, n := utf8.DecodeRuneInString(s[j:])
			if !unicode.IsLetter(c) && !unicode.IsDigit(c) && !(c == '.' && j+1 < len(s) && s[j+1] >= 'A' && s[j+1] <= 'Z' && j-i <= 1+2*strings.Count(s[i:j], ".")) && !unicode.Is(unicode.M, c) {
				break
			}
			j += n
		}
		w := s[i:j]
		for len(names) > 0 && names[0].Unit == unit && names[0].End <= i {
			names = names[1:]
		}
		person := len(names) > 0 && names[0].Unit == unit && names[0].Start <= i && names[0].Type == lang.Person
		if form, ok := abbreviated(w); ok && !person && !u.ordinary(s, w, form, before, end, i, j) {
			a := u.seen[form]
			if a == nil {
				a = &abbreviation{}
				u.seen[form] = a
				u.order = append(u.order, form)
			}
			a.at = append(a.at, lang.Span{Unit: unit, Start: i, End: j})
			a.explained = a.explained || explained(s, before, i, j)
		}
		before, end = w, j
		i = j
	}
}

// ordinary reports whether an abbreviation needs no explaining for what it is or
// where it stands.
func (u *abbreviations) ordinary(s, w, form, before string, end, i, j int) bool {
	if lang.Common(w) || strings.HasPrefix(form, "FY") && strings.Trim(form[2:], "0123456789") == "" || lang.Known(w) || lang.Known(form) || lang.Known(strings.TrimSuffix(form, "s")) || roman(form) {
		return true
	}
	gap := s[end:i]
	_, next := utf8.DecodeRuneInString(s[j:])
	after := s[j:]
	switch {
	case before != "" && before[len(before)-1] >= '0' && before[len(before)-1] <= '9' && (gap == " " || gap == "-"): // 40 MW
		return true
	case len(form) == 2 && (gap == ", " || gap == "-" && len(before) == 1): // Dover, DE; D-SD
		return true
	case i == 0 && next > 0 && after[0] == ':', strings.HasPrefix(after, ".com"), strings.HasPrefix(after, "@"):
		return true
	case (gap == " " || gap == ". ") && capsWord(before) && !lang.Known(before):
		return true
	case strings.HasPrefix(after, " ") && capsWord(wordAt(after[1:])) && !lang.Known(wordAt(after[1:])):
		return true
	}
	return false
}

func wordAt(s string) string {
	for i, c := range s {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			return s[:i]
		}
	}
	return s
}

func capsWord(w string) bool {
	return len(w) >= 2 && strings.ToUpper(w) == w && strings.ToLower(w) != w
}

// abbreviated reports whether a word is written as an abbreviation, and gives its
// letters without full stops.
func abbreviated(w string) (form string, ok bool) {
	form = strings.ReplaceAll(w, ".", "")
	up, down := 0, 0
	for i, c := range form {
		switch {
		case c >= 'A' && c <= 'Z':
			up++
		case c > '~':
			return "", false
		case unicode.IsLower(c):
			if i == 0 {
				return "", false
			}
			down++
		}
	}
	return form, up >= 2 && up <= 8 && down < up && (down == 0 || form[len(form)-1] == 's' && down == 1 || up > 2)
}

// roman reports whether a word is a numeral: XIV.
func roman(w string) bool { return strings.Trim(w, "IVX") == "" }

// longestLabel is how long the label of a speaker is at most.
const longestLabel = 48

// shouted reports whether a stretch of text is written in capitals.
func shouted(s string) bool {
	up, all := 0, 0
	for w := range strings.FieldsSeq(s) {
		w = strings.TrimFunc(w, func(c rune) bool { return !unicode.IsLetter(c) })
		if utf8.RuneCountInString(w) < 3 {
			continue
		}
		all++
		if strings.ToUpper(w) == w {
			up++
		}
	}
	return up*2 > all
}

// explained reports whether the place s[i:j] explains an abbreviation.
func explained(s, before string, i, j int) bool {
	if i >= 2 && before != "" { // “African Union (AU)”, “(the “Fund” or IMF)”
		open := strings.LastIndexByte(s[:i], '(')
		if open >= 1 && i-open <= 8 && !strings.Contains(s[open:i], ")") && strings.TrimSpace(s[:open]) != "" {
			if end := strings.IndexByte(s[j:], ')'); end >= 0 && end <= 4 {
				return true
			}
		}
	}
	after := s[j:]
	if strings.HasPrefix(after, " (") { // “UNHCR (the UN refugee agency)”
		if end := strings.IndexByte(after, ')'); end > 0 && strings.Count(after[:end], " ") >= 2 {
			return true
		}
	}
	for _, p := range []string{", the ", ", a ", ", an ", ", which ", ", or ", ", formally ", ", short for ", " stands for ", ", known ", " is a ", " is an ", " is the "} {
		if strings.HasPrefix(after, p) {
			return true
		}
	}
	// “the border mission, BORMIS, has …”: the phrase before it says what it is
	if phrase, ok := strings.CutSuffix(s[:i], ", "); ok && (strings.HasPrefix(after, ",") || strings.HasPrefix(after, ".")) {
		switch strings.ToLower(phrase[strings.LastIndexByte(phrase, ' ')+1:]) {
		case "mission", "agency", "body", "office", "programme", "program", "force", "council", "conference", "alliance", "union", "party",
			"group", "company", "ministry", "commission", "committee", "institute", "fund", "bank", "regulator", "watchdog", "treaty", "pact":
			return true
		}
	}
	switch fold(before) { // “the news agency PAP”
	case "agency", "party", "group", "company", "organisation", "organization", "union", "alliance", "militia", "movement", "broadcaster", "retailer",
		"bank", "watchdog", "regulator", "charity", "network", "federation", "association", "acronym", "called", "as", "firm", "carmaker", "airline", "newspaper":
		return true
	}
	return false
}
