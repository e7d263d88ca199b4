package briefing

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"readout/briefing/lang"
)

// A someone is a person while mentions are being gathered.
type someone struct {
	name     personName // the fullest
	words    string     // as the text has it
	aliases  []string
	roles    []spoken // in the order of the text
	loose    []string // what stands for a role where there is none, see lang.Name
	mentions []int32  // indices of names
	basis    Basis
	role     string // stated
	stated   bool
	score    float64
}

// people merges the mentions of persons, organisations and places.
func people(r *reading) (people []Person, organisations, places []Body) {
	c := cast{byWord: map[string][]*someone{}}
	c.state(r)
	var persons, bodies []int32
	for i, n := range r.names.all() {
		switch {
		case n.Type != lang.Person:
			bodies = append(bodies, int32(i))
		case !signature(r, n):
			persons = append(persons, int32(i))
		}
	}
	c.gather(r, persons)
	bodies = append(bodies, c.bodies(r, bodies)...)
	slices.Sort(bodies)
	for _, s := range c.ranked(r) {
		p := Person{Name: s.words, Role: s.told(), Aliases: s.aliases, Mentions: len(s.mentions), Basis: s.basis, Evidence: []Evidence{}}
		for _, m := range s.mentions {
			p.Evidence = append(p.Evidence, r.evidence(r.name(m).Span))
			r.refer(m, p.Name)
		}
		people = append(people, p)
	}
	organisations, places = gatherBodies(r, bodies)
	return people, organisations, places
}

// refer says who a name is.
func (r *reading) refer(name int32, who string) {
	if r.refers != nil {
		r.refers[name] = who
	}
}

// mentions lists every name, once people are made.
func mentions(r *reading) []Named {
	var out []Named
	for i, n := range r.names.all() {
		who := r.refers[i]
		if who == "" {
			who = r.line(n.Span)
		}
		out = append(out, Named{r.at(n.Span), r.of(n.Span), n.Type.String(), who})
	}
	return out
}

// signature reports whether a person's name stands there as the author's, or as
// whom to telephone: “By Ann Berg”, “Ann Berg for VOA News, Geneva.”, “Contact: Ann
// Berg, 303 555 0100”. Such a person is no matter of the briefing.
func signature(r *reading, n lang.Name) bool {
	s := strings.TrimSpace(r.units[n.Unit].S)
	before := fold(strings.TrimSpace(r.units[n.Unit].S[:n.Start]))
	if len(strings.Fields(s)) <= 12 {
		switch before {
		case "by", "written by", "reporting by", "edited by", "reported by", "from", "story by", "photo by", "photos by", "compiled by", "author:", "posted by", "by:":
			return before != "from" || len(strings.Fields(s)) <= 6
		}
		if after := r.units[n.Unit].S[n.End:]; n.Start == 0 && strings.HasPrefix(after, " for ") && strings.Contains(after, "News") {
			return true
		}
	}
	if i := strings.LastIndex(before, "contact"); i >= 0 && len(before)-i < 40 && strings.Contains(before[i:], ":") {
		return true
	}
	return false
}

// A cast is the persons found so far, and where each word of their names leads.
type cast struct {
	all    []*someone
	byWord map[string][]*someone
}

func (c *cast) add(s *someone) {
	c.all = append(c.all, s)
	c.index(s, s.name)
}

func (c *cast) index(s *someone, name personName) {
	for _, w := range name {
		if len(w) > 1 && !slices.Contains(c.byWord[w], s) {
			c.byWord[w] = append(c.byWord[w], s)
		}
	}
}

// state adds the people that the front matter names.
func (c *cast) state(r *reading) {
	for _, p := range r.meta.Stated.People {
		n := nameOf(p.Name)
		if len(n) == 0 {
			continue
		}
		s := &someone{name: n, words: p.Name, basis: StatedAs, role: p.Role, stated: true}
		for _, a := range p.Aka {
			s.alias(a)
		}
		c.add(s)
		for _, a := range p.Aka {
			c.index(s, nameOf(a))
		}
	}
}

func (s *someone) alias(a string) {
	if a != s.words && !slices.Contains(s.aliases, a) {
		s.aliases = append(s.aliases, a)
	}
}

// gather gives each mention to a person: first the full names, then what is one
// word.
func (c *cast) gather(r *reading, mentions []int32) {
	var short []int
	owner := make([]*someone, len(mentions))
	named := make([]bool, len(mentions)) // in full
	for i, at := range mentions {
		m := r.name(at)
		n := nameOf(r.of(m.Span))
		switch {
		case len(n) == 0:
		case len(n) == 1:
			short = append(short, i)
		case i > 0 && owner[i-1] != nil && alsoKnown(r, r.name(mentions[i-1]), m):
			owner[i], named[i] = owner[i-1], true
			c.index(owner[i], n)
		default:
			owner[i] = c.full(n, r.line(m.Span))
			named[i] = true
			if role := roleText(r, m); role != "" {
				owner[i].roles = append(owner[i].roles, spoken{words: role})
			}
		}
	}
	last := map[string]*someone{} // who was last named in full, by each word of the name
	next := 0
	for _, i := range short {
		for ; next < i; next++ {
			if s := owner[next]; s != nil && named[next] {
				for _, w := range s.name {
					last[w] = s
				}
			}
		}
		m := r.name(mentions[i])
		if i > 0 && owner[i-1] != nil && alsoKnown(r, r.name(mentions[i-1]), m) {
			owner[i] = owner[i-1]
			c.index(owner[i], nameOf(r.of(m.Span)))
			continue
		}
		owner[i] = c.single(r, nameOf(r.of(m.Span)), m, last)
	}
	for _, s := range c.all {
		s.roles = nil
	}
	for i, at := range mentions { // once more, in the order of the text
		s := owner[i]
		if s == nil {
			continue
		}
		m := r.name(at)
		s.mentions = append(s.mentions, at)
		w := r.line(m.Span)
		if s.words != w && strings.ToUpper(s.words) == s.words && strings.EqualFold(s.words, w) { // the headline had it in capitals
			s.words, w = w, s.words
			s.aliases = slices.DeleteFunc(s.aliases, func(a string) bool { return a == s.words })
		}
		s.alias(w)
		if role := roleText(r, m); role != "" {
			s.roles = append(s.roles, spoken{role, role != r.line(m.Role) && m.Of.Start == m.Of.End})
			if m.Also.Start < m.Also.End {
				s.roles = append(s.roles, spoken{words: r.line(m.Also)})
			}
		} else if m.Loose {
			s.loose = append(s.loose, r.line(m.Role))
		}
	}
	c.participants(r)
}

// alsoKnown reports whether the second of two mentions is said to be another name of
// the first: “Joko Widodo, widely known as Jokowi,”. It must not take “the singer known
// as Obi” for one of whom was named before.
func alsoKnown(r *reading, a, b lang.Name) bool {
	if a.Unit != b.Unit || b.Start-a.End > 40 || a.End > b.Start {
		return false
	}
	words := strings.Fields(strings.Map(func(c rune) rune {
		if strings.ContainsRune("“”\"‘’'(,", c) {
			return ' '
		}
		return unicode.ToLower(c)
	}, r.units[a.Unit].S[a.End:b.Start]))
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	switch last := words[len(words)-1]; last {
	case "aka", "a.k.a.", "nicknamed", "alias":
		return len(words) == 1
	case "as":
		if words = words[:len(words)-1]; len(words) == 0 || words[len(words)-1] != "known" {
			return false
		}
		for _, w := range words[:len(words)-1] {
			switch w {
			case "also", "better", "widely", "popularly", "commonly", "simply", "otherwise", "locally", "best", "who", "is", "was":
			default:
				return false
			}
		}
		return true
	}
	return false
}

// full finds the person of a name of several words, or adds one.
func (c *cast) full(n personName, words string) *someone {
	for _, s := range c.byWord[n.last()] {
		if s.name.same(n) {
			return c.rename(s, n, words)
		}
	}
	for _, w := range n[:len(n)-1] { // “Wanda Vázquez” is “Wanda Vázquez Garced”
		for _, s := range c.byWord[w] {
			if len(s.name) > 1 && s.name.same(n) {
				return c.rename(s, n, words)
			}
		}
	}
	s := &someone{name: n, words: words}
	c.add(s)
	return s
}

// rename gives a person the fuller name; a stated one stays.
func (c *cast) rename(s *someone, n personName, words string) *someone {
	if len(n) > len(s.name) || len(n) == len(s.name) && len(words) > len(s.words) {
		if !s.stated {
			old := s.words
			s.name, s.words = n, words
			s.alias(old)
			s.aliases = slices.DeleteFunc(s.aliases, func(a string) bool { return a == words })
		}
		c.index(s, n)
	}
	return s
}

// mostSpelt is how many persons a document may have for slips of the pen to be
// looked for: each word is held against each person.
const mostSpelt = 2000

// single finds whom one word means: the person whose surname it is, else who has
// it as another part of the name (Xi, Kim, a double surname, a first name). With
// several, the one whose role or title stands with it, else the last one named in
// full; that choice can be wrong and says so.
func (c *cast) single(r *reading, n personName, m lang.Name, last map[string]*someone) *someone {
	w := n[0]
	found := c.byWord[w]
	fits := func(level int) (out []*someone) {
		for _, s := range found {
			l := 2
			switch {
			case len(s.name) == 1 || s.name.last() == w:
				l = 0
			case s.name[0] != w:
				l = 1
			}
			if l == level {
				out = append(out, s)
			}
		}
		return out
	}
	for level := range 3 {
		switch some := fits(level); {
		case len(some) == 1:
			return some[0]
		case len(some) > 1:
			s := some[0] // the first to come, where none was named before
			if l := last[w]; slices.Contains(some, l) {
				s = l
			}
			if role := roleText(r, m); role != "" {
				for _, p := range some {
					if slices.ContainsFunc(p.roles, func(have spoken) bool { return covers(have.words, role) || covers(role, have.words) }) {
						return p
					}
				}
			}
			if s.basis != StatedAs {
				s.basis = Chosen
			}
			return s
		}
	}
	if len(w) >= 5 && len(c.all) < mostSpelt {
		for _, s := range c.all {
			if misspelt(w, s.name.last()) || len(s.name) > 1 && vowelsApart(w, s.name.last()) {
				return s
			}
		}
	}
	s := &someone{name: n, words: r.line(m.Span)}
	c.add(s)
	return s
}

// isTranscript reports whether the text is one of questions and answers: three
// paragraphs at least begin with the Q of a question.
func (r *reading) isTranscript() bool {
	n := 0
	for i := range r.units {
		if s := r.units[i].S; len(s) > 2 && s[0] == 'Q' && (s[1] == ' ' || s[1] == ':' || s[1] == '.' || s[1] == '\n') {
			if n++; n == 3 {
				return true
			}
		}
	}
	return false
}

// line is the words of a span in one line, where the text broke it.
func (r *reading) line(s lang.Span) string {
	w := r.of(s)
	if strings.IndexByte(w, '\n') >= 0 {
		w = strings.Join(strings.Fields(w), " ")
	}
	return w
}

// participants makes persons in a section that lists people stated ones: who
// they are is what the rest of their line or row says.
func (c *cast) participants(r *reading) {
	for _, s := range c.all {
		for _, at := range s.mentions {
			m := r.name(at)
			if role := r.role(m.Unit); role != Participants || r.leaves[m.Unit].kind == Heading {
				continue
			}
			s.basis = StatedAs
			if s.role == "" && roleText(r, m) == "" {
				s.role = listedRole(r, m)
			}
		}
	}
}

// listedRole is what a list of people says of one: the words behind the name and
// a mark, in the same item (“Ann Berg – Treasury”), or the next cell of the row.
func listedRole(r *reading, m lang.Name) string {
	p := r.leaves[m.Unit]
	if p.table != nil {
		for u := m.Unit + 1; u < len(r.leaves) && r.leaves[u].table == p.table && r.leaves[u].row == p.row; u++ {
			return r.units[u].S
		}
		return ""
	}
	s := r.units[m.Unit].S
	if len(strings.Fields(s)) > 20 || m.Start > 12 && !strings.HasSuffix(strings.TrimSpace(s[:m.Start]), ".") {
		return ""
	}
	rest := strings.TrimSpace(s[m.End:])
	for _, mark := range []string{",", "–", "—", "-", ":", "("} {
		if after, ok := strings.CutPrefix(rest, mark); ok {
			return strings.TrimRight(strings.TrimSpace(after), " .;)")
		}
	}
	return ""
}

// ranked drops who is not sure to be a person, and puts the others in order: the
// principals first, by mentions, place and role.
func (c *cast) ranked(r *reading) []*someone {
	var out []*someone
	talk := r.isTranscript()
	for _, s := range c.all {
		if len(s.mentions) == 0 && !s.stated || !s.evident(r, talk) {
			continue
		}
		s.score = float64(len(s.mentions))
		if s.told() != "" {
			s.score += 1.5
		}
		for _, m := range s.mentions {
			switch p := r.leaves[r.name(m).Unit].paragraph; {
			case p == 0:
				s.score += 3
			case p == 1:
				s.score++
			}
		}
		if s.stated {
			s.score += 1000
		}
		out = append(out, s)
	}
	slices.SortStableFunc(out, func(a, b *someone) int {
		if a.score != b.score {
			return cmp.Compare(b.score, a.score)
		}
		if len(a.mentions) == 0 || len(b.mentions) == 0 {
			return cmp.Compare(len(b.mentions), len(a.mentions))
		}
		x, y := r.name(a.mentions[0]), r.name(b.mentions[0])
		return cmp.Or(cmp.Compare(x.Unit, y.Unit), cmp.Compare(x.Start, y.Start))
	})
	return out
}

// evident reports whether a person is one: a name of several words is, one word
// needs a role, a second mention, a verb of saying, or a table that is sure; or a
// text of a few sentences, where there is no room for more. Whom a transcript only
// calls by the first name is there to ask, and no matter of the text.
func (s *someone) evident(r *reading, talk bool) bool {
	if len(s.name) > 1 || s.stated || s.basis == StatedAs || len(s.roles) > 0 || len(r.Sentences) <= fewSentences {
		return true
	}
	called := func(m int32) bool { return talk && r.name(m).Called }
	if len(s.mentions) > 1 {
		return slices.ContainsFunc(s.mentions, func(m int32) bool { return !called(m) })
	}
	return slices.ContainsFunc(s.mentions, func(m int32) bool { return r.name(m).Sure && !called(m) })
}

const fewSentences = 4
