package briefing

import (
	"cmp"
	"slices"
	"strings"

	"readout/briefing/lang"
)

// A group is an organisation or a place while its mentions are being gathered.
type group struct {
	words    string
	aliases  []string
	mentions []int32 // indices of names
	score    float64
	votes    [3]int
	typ      lang.NameType // by the votes
	merged   *group
}

// gatherBodies merges the mentions of organisations and places.
func gatherBodies(r *reading, mentions []int32) (organisations, places []Body) {
	var all []*group
	byForm := map[string]*group{}
	of := make([]*group, len(mentions))
	for i, at := range mentions {
		m := r.name(at)
		form := bodyForm(r.of(m.Span))
		g := byForm[form]
		if g == nil {
			g = &group{words: r.line(m.Span)}
			byForm[form] = g
			all = append(all, g)
		}
		g.votes[m.Type]++
		of[i] = g
	}
	for _, g := range all {
		if g.typ = lang.Place; g.votes[lang.Organisation] > g.votes[lang.Place] {
			g.typ = lang.Organisation
		}
	}
	for i, at := range mentions { // “African Union (AU)” holds from there on, and back
		m := r.name(at)
		if m.Short.Start < m.Short.End {
			if s := byForm[bodyForm(r.of(m.Short))]; s != nil {
				s.join(of[i].root())
			}
		}
	}
	byInitials(all)
	byEnd(all)
	for i, m := range mentions {
		g := of[i].root()
		g.mentions = append(g.mentions, m)
		g.alias(r.line(r.name(m).Span))
	}
	for _, g := range all {
		if g.merged != nil {
			continue
		}
		b := Body{Name: g.words, Aliases: g.aliases, Mentions: len(g.mentions), Evidence: []Evidence{}}
		for _, at := range g.mentions {
			m := r.name(at)
			b.Evidence = append(b.Evidence, r.evidence(m.Span))
			r.refer(at, g.words)
			g.score++
			if r.leaves[m.Unit].paragraph == 0 {
				g.score++
			}
		}
		if g.typ == lang.Organisation {
			organisations = append(organisations, b)
		} else {
			places = append(places, b)
		}
	}
	rank := func(bodies []Body) {
		slices.SortStableFunc(bodies, func(a, b Body) int {
			return cmp.Compare(b.Mentions, a.Mentions)
		})
	}
	rank(organisations)
	rank(places)
	return organisations, places
}

func (g *group) root() *group {
	for g.merged != nil {
		g = g.merged
	}
	return g
}

// join makes g an alias of to.
func (g *group) join(to *group) {
	g, to = g.root(), to.root()
	if g != to {
		if len(g.words) > len(to.words) { // the fuller name stays
			to.words, g.words = g.words, to.words
		}
		g.merged = to
	}
}

func (g *group) alias(a string) {
	if a != g.words && strings.ToUpper(g.words) == g.words && strings.ToUpper(a) != a { // “the United States” for “the U.S.”
		a, g.words = g.words, a
		g.aliases = slices.DeleteFunc(g.aliases, func(x string) bool { return x == g.words })
	}
	if a != g.words && !slices.Contains(g.aliases, a) {
		g.aliases = append(g.aliases, a)
	}
}

// bodyForm is what the same body or place is the same by: lower case without
// accents, article, possessive and full stops; the short names of a few countries
// are their long ones.
func bodyForm(s string) string {
	s = strings.ReplaceAll(fold(strings.Join(strings.Fields(s), " ")), ".", "")
	s = strings.TrimPrefix(s, "the ")
	s = strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "'")
	switch s {
	case "us", "usa", "america", "united states of america":
		return "united states"
	case "uk", "britain", "great britain":
		return "united kingdom"
	case "eu":
		return "european union"
	case "un":
		return "united nations"
	case "uae":
		return "united arab emirates"
	}
	return s
}

// byInitials joins “IMF” with “International Monetary Fund” where the text has
// both, though it puts neither in brackets.
func byInitials(all []*group) {
	short := map[string]*group{}
	for _, g := range all {
		w := strings.ReplaceAll(g.words, ".", "")
		if !strings.Contains(w, " ") && len(w) >= 2 && len(w) <= 8 && strings.ToUpper(w) == w {
			short[w] = g
		}
	}
	for _, g := range all {
		if strings.Contains(g.words, " ") {
			for _, letters := range [...]string{initials(g.words), allInitials(g.words)} {
				// of three letters and more it is no chance, whatever the two were taken for
				if s := short[letters]; s != nil && s.root() != g.root() && (s.typ == g.typ || len(letters) > 2) {
					s.join(g)
				}
			}
		}
	}
}

// byEnd joins a body with the one fuller name that ends with its words: “the
// Commission” with “European Commission”, “Peace Forum” with “Paris Peace Forum”.
// Two fuller names leave it alone, and so does one that was there all along under
// another head: “Bank” is neither of “World Bank” and “Bank of England”.
func byEnd(all []*group) {
	ends := map[string][]*group{}
	for _, g := range all {
		if g.typ != lang.Organisation || g.merged != nil {
			continue
		}
		form := bodyForm(g.words)
		for i := strings.IndexByte(form, ' '); i >= 0; {
			form = form[i+1:]
			ends[form] = append(ends[form], g)
			i = strings.IndexByte(form, ' ')
		}
	}
	for _, g := range all {
		if g.typ != lang.Organisation || g.merged != nil {
			continue
		}
		if full := ends[bodyForm(g.words)]; len(full) == 1 && full[0].root() != g {
			g.join(full[0])
		}
	}
}

// allInitials are the first letters of all words but articles: DOE is the Department
// of Energy.
func allInitials(s string) string {
	var b strings.Builder
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ' ' || r == '-' }) {
		if c := w[0]; w != "the" && w != "The" && (c|0x20) >= 'a' && (c|0x20) <= 'z' {
			b.WriteByte(c &^ 0x20)
		}
	}
	return b.String()
}

// initials are the first letters of the words with a capital.
func initials(s string) string {
	var b strings.Builder
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ' ' || r == '-' }) {
		if w[0] >= 'A' && w[0] <= 'Z' {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}
