package briefing

import (
	"sort"
	"strings"

	"readout/briefing/lang"
)

// mostIssues is how many matters the pane takes, those that the author states among
// them: more is a cloud of keywords.
const mostIssues = 8

// issues derives the matters that the text assumes its reader knows.
//
// A matter is named by a noun phrase of two to four words. It ranks by how often
// its words stand here and how seldom in ordinary news, up where the phrase is
// headed by a matter (deal, dispute, talks, war), stands in the title or in a
// heading, or in two paragraphs or more. Persons are never issues, a bare place
// seldom is, and what any text has (statement, meeting, official) names none.
// Phrases that share two words name one thing and are joined. Fewer issues are
// better than weak ones.
func issues(r *reading) []Issue {
	var out []Issue
	for _, s := range r.meta.Stated.Issues {
		out = append(out, Issue{Label: s.Label, About: s.About, Basis: StatedAs})
	}
	ms, all := rank(r)
	for i := range out {
		out[i].attach(r, ms)
	}
	out = append(out, background(r, ms, all)...)
	for _, m := range ms {
		if len(out) >= mostIssues {
			break
		}
		if !m.taken {
			out = append(out, m.issue(r))
		}
	}
	return out
}

// A matter is a candidate for an issue: the phrases that name one thing.
type matter struct {
	label lang.Span
	head  string   // its head, in small letters
	words []string // stems of the label
	spans []passage
	score float64
	taken bool // a stated issue stands for it
}

// attach gives a stated issue the passages of the derived matters that it names.
func (s *Issue) attach(r *reading, ms []*matter) {
	words := stems(s.Label)
	for _, m := range ms {
		n := shared(m.words, words)
		if n == 0 || n < 2 && n < len(m.words) && n < len(words) {
			continue
		}
		m.taken = true
		if s.About == "" {
			s.About, s.Told = r.explain(m)
			s.Told += len(s.Evidence)
		}
		for _, sp := range m.spans {
			s.Evidence = append(s.Evidence, r.evidence(sp.span()))
		}
	}
	s.Mentions = max(1, len(s.Evidence))
}

// background makes an issue of each section that its author calls background: the
// heaviest matter in it, and where it names none, the section under its own title.
func background(r *reading, ms, all []*matter) []Issue {
	var out []Issue
	prose := map[int][]int{} // of each such section the units that are prose
	for u := range r.leaves {
		if i := r.leaves[u].section; i >= 0 && r.sections[i].Role == Background && r.leaves[u].kind != Heading && r.leaves[u].table == nil {
			prose[i] = append(prose[i], u)
		}
	}
	for i := range r.sections {
		in := prose[i]
		if len(in) == 0 {
			continue
		}
		m := first(in, ms)
		if m == nil {
			m = first(in, all)
		}
		if m == nil {
			out = append(out, r.section(i, in))
			continue
		}
		m.taken = true
		is := m.issue(r)
		is.Basis = StatedAs
		out = append(out, is)
	}
	return out
}

// first is the heaviest of ms that is spoken of in the units, nil for none.
func first(units []int, ms []*matter) *matter {
	for _, m := range ms {
		if !m.taken && m.score > 0 && len(m.words) > 1 && m.within(units) {
			return m
		}
	}
	return nil
}

// section is a section that says what stands behind the news, as an issue: its title
// and its first sentence.
func (r *reading) section(i int, units []int) Issue {
	is := Issue{Label: r.sections[i].Title, Basis: StatedAs, Mentions: len(units)}
	for _, u := range units {
		at := r.SentenceOf(lang.Span{Unit: u})
		is.Evidence = append(is.Evidence, r.evidence(at))
	}
	is.About = is.Evidence[0].Words
	return is
}

// within reports whether a matter is spoken of in one of the units.
func (m *matter) within(units []int) bool {
	for _, s := range m.spans {
		i := sort.SearchInts(units, int(s.unit))
		if i < len(units) && units[i] == int(s.unit) {
			return true
		}
	}
	return false
}

// issue finishes a matter.
func (m *matter) issue(r *reading) Issue {
	is := Issue{Label: strings.Join(strings.Fields(r.of(m.label)), " "), Mentions: len(m.spans), Basis: Written}
	is.About, is.Told = r.explain(m)
	for _, s := range m.spans {
		is.Evidence = append(is.Evidence, r.evidence(s.span()))
	}
	return is
}

// explain is the sentence that says most of a matter: it holds its words and others
// that the text is about, and a clause that explains. A title explains nothing. With
// it comes which of the matter's passages stands in it.
func (r *reading) explain(m *matter) (string, int) {
	best, text, told := -1., "", 0
	for i, p := range m.spans[:min(len(m.spans), 64)] {
		s := p.span()
		at := r.SentenceOf(s)
		words := r.of(at)
		v := float64(shared(m.words, stems(words)))
		low := strings.ToLower(words)
		for _, c := range [...]string{" which ", " that ", " because ", " after ", " over ", " aimed ", " part of ", " due to ", " following ", " since ",
			" prompted ", " designed ", " is a ", " is the ", " was ", " between ", " in order to ", " would ", " to "} {
			if strings.Contains(low, c) {
				v += .5
			}
		}
		if explains(r.units[s.Unit].S[s.End:]) {
			v += 1.5
		}
		switch n := len(words); {
		case n < 50:
			v -= 3
		case n > 400:
			v -= 1
		default:
			v++
		}
		if r.units[s.Unit].Kind != lang.Prose {
			v -= 6
		}
		if r.role(s.Unit) == Background {
			v += 2
		}
		if !strings.ContainsAny(words[max(0, len(words)-4):], ".!?") {
			v -= 5 // a heading or an item that only names it
		}
		if v > best || text == "" {
			best, text, told = v, words, i
		}
	}
	return strings.Join(strings.Fields(text), " "), told
}
