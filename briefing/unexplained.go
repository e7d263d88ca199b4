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
// has one in brackets behind it; where its long form stands anywhere, see longForms;
// where an apposition follows (“UOKiK, the anti-monopoly agency,”); and where a noun
// that says what it is stands before it (“the news agency PAP”). Not abbreviations:
// shouting, headings in capitals, numerals, units after a number, states after a comma
// or a party (“Dover, DE”, “D-SD”), labels of speakers, the names of documents and
// things that a number completes (“H.R. 1268”, “AR-15”).
func unexplained(r *reading, f *Facts) []Mentioned {
	u := abbreviations{seen: map[string]*abbreviation{}}
	names := r.names.list
	for i := range r.units {
		for len(names) > 0 && int(names[0].unit) < i {
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
	for _, n := range r.names.all() {
		if n.Short.Start < n.Short.End {
			long[strings.ReplaceAll(r.of(n.Short), ".", "")] = true
		}
	}
	var open []string
	for _, form := range u.order {
		if !u.seen[form].explained && !long[form] && !long[strings.TrimSuffix(form, "s")] {
			open = append(open, form)
		}
	}
	found := longForms(r, open)
	out := []Mentioned{}
	for _, form := range open {
		if found[form] {
			continue
		}
		a := u.seen[form]
		m := Mentioned{Text: r.of(a.at[0]), Mentions: len(a.at)}
		for _, at := range a.at {
			m.Evidence = append(m.Evidence, r.evidence(at))
		}
		out = append(out, m)
	}
	out = append(out, strangers(r, f)...)
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
func (u *abbreviations) read(r *reading, unit int, names []packedName) {
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
		for len(names) > 0 && int(names[0].unit) == unit && int(names[0].end) <= i {
			names = names[1:]
		}
		person := len(names) > 0 && int(names[0].unit) == unit && int(names[0].start) <= i && names[0].typ == lang.Person
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
	if lang.Common(w) || strings.HasPrefix(form, "FY") && strings.Trim(form[2:], "0123456789") == "" || everyday(w) || everyday(form) || everyday(strings.TrimSuffix(form, "s")) || roman(form) {
		return true
	}
	gap := s[end:i]
	_, next := utf8.DecodeRuneInString(s[j:])
	after := s[j:]
	switch {
	case numbered(after): // H.R. 1268, AR-15
		return true
	case before != "" && before[len(before)-1] >= '0' && before[len(before)-1] <= '9' && (gap == " " || gap == "-"): // 40 MW
		return true
	case len(form) == 2 && (gap == ", " || gap == "-" && len(before) == 1): // Dover, DE; D-SD
		return true
	case i == 0 && next > 0 && after[0] == ':', strings.HasPrefix(after, ".com"), strings.HasPrefix(after, "@"):
		return true
	case (gap == " " || gap == ". ") && capsWord(before) && !everyday(before):
		return true
	case strings.HasPrefix(after, " ") && capsWord(wordAt(after[1:])) && !everyday(wordAt(after[1:])):
		return true
	}
	return false
}

// everyday reports whether every staffer knows an abbreviation. The gazetteer's list is a
// clue of the table of names too, and changes with it; this one goes on from there.
func everyday(w string) bool {
	switch w {
	case "CNBC", "PBS", "VOA", "KGB", "CO2", "CD", "CDs", "HM", "HMS", "MS", "BS", "JD", "OECD", "MV", "WMD", "APEC", "LLC", "LLP", "QC", "SMEs",
		"USS", "YMCA", "YWCA", "UPS", "DHL", "ZIP", "MLK", "MIT", "UCLA", "BA", "BSc", "MA", "MSc", "MSW", "MBA", "LLB", "LLM", "XML", "HTML", "PDF", "FAX", "CPU", "RAM", "ATM", "GPS":
		return true
	}
	return lang.Known(w)
}

// numbered reports whether a number that completes a name follows: “. 1268”, “ 107-43”,
// “-15”. A number that goes on with a noun or is a year counts or dates something.
func numbered(after string) bool {
	s := strings.TrimPrefix(after, ".")
	dot := len(s) < len(after)
	hyphen := strings.HasPrefix(s, "-")
	if !hyphen && !strings.HasPrefix(s, " ") {
		return false
	}
	s = s[1:]
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n == 0 {
		return false
	}
	return dot || hyphen || n < len(s) && s[n] == '-' && n+1 < len(s) && s[n+1] >= '0' && s[n+1] <= '9'
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
	if strings.ContainsAny(strings.TrimRight(form, "0123456789"), "0123456789") {
		return "", false // the name of a strain, H5N1
	}
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
