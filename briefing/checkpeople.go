package briefing

import (
	"fmt"
	"strings"

	"readout/briefing/lang"
)

// checkPeople asks about one person with two offices that cannot both be meant, and
// about two spellings of one name. A former office, or one held then, is no question.
func checkPeople(src Source, f *Facts) []Finding {
	var out []Finding
	add := func(at Range, words, question string) {
		out = append(out, Finding{src.Origin.Line(src.Markdown, at.Start), f.Paragraph(at.Start), at, words, question})
	}
	for _, p := range f.People {
		if p.Basis == Chosen {
			continue // two of one surname: whose the role is was a choice already
		}
		checkOffices(src, p, add)
	}
	checkSpellings(f, add)
	return out
}

// checkOffices asks about the first two roles of a person that clash.
func checkOffices(src Source, p Person, add func(Range, string, string)) {
	roles := strings.Split(p.Role, "; ")
	for i, a := range roles {
		for _, b := range roles[i+1:] {
			if !officesClash(a, b) {
				continue
			}
			ea, eb := spokenAs(src, p, a), spokenAs(src, p, b)
			if ea == nil || eb == nil || ea.Sentence == eb.Sentence {
				continue // one sentence that gives both means both
			}
			if ea.At.Start > eb.At.Start {
				a, b, ea, eb = b, a, eb, ea
			}
			add(eb.At, eb.Words, fmt.Sprintf("%s is “%s” here, “%s” in %s: which is it?", p.Name, b, a, where(ea.Paragraph)))
			return
		}
	}
	for _, role := range roles {
		if o := officeOf(role); o.rank != "" && o.head != "" && !o.past {
			first := spokenAs(src, p, role)
			if e := p.titled(src, o.head); e != nil && first != nil && first.Sentence != e.Sentence {
				add(e.At, e.Words, fmt.Sprintf("%s is “%s” here, “%s” in %s: which is it?", p.Name, o.head, role, where(first.Paragraph)))
				return
			}
		}
	}
}

// titled is the first mention that has the bare title right before it, without the rank
// that stands elsewhere (the roles of a person leave out what a longer one says).
func (p Person) titled(src Source, head string) *Evidence {
	for i := range p.Evidence {
		e := &p.Evidence[i]
		words := strings.Fields(string(src.Markdown[max(e.Sentence.Start, e.At.Start-80):e.At.Start]))
		n := len(words)
		if n == 0 || !strings.EqualFold(words[n-1], head) {
			continue
		}
		if n > 1 && (officeOf(words[n-2]+" "+head).rank != "" || officeOf(words[n-2]+" "+head).past) {
			continue
		}
		return e
	}
	return nil
}

// spokenAs is the first mention of a person whose sentence gives the role.
func spokenAs(src Source, p Person, role string) *Evidence {
	for i := range p.Evidence {
		if e := &p.Evidence[i]; strings.Contains(strings.ToLower(string(e.Sentence.Of(src.Markdown))), strings.ToLower(role)) {
			return e
		}
	}
	return nil
}

// officesClash reports whether two roles are the same office of two things (foreign
// minister, defence minister) or of two ranks (president, vice president). What only
// says more of the other (minister, foreign minister) does not clash with it.
func officesClash(a, b string) bool {
	x, y := officeOf(a), officeOf(b)
	if x.head == "" || x.head != y.head || x.past || y.past {
		return false
	}
	if x.rank != y.rank {
		return true
	}
	return len(x.of) > 0 && len(y.of) > 0 && shared(x.of, y.of) == 0
}

// An office is a role taken apart.
type office struct {
	head string   // minister, ambassador
	rank string   // vice, deputy
	of   []string // what it is the office of; whose it is (French, of France) does not tell two apart
	past bool     // former, then, acting, -elect: others may hold it too
}

func officeOf(role string) office {
	var o office
	low := strings.ToLower(role)
	before, after := low, ""
	for _, w := range [...]string{" of ", " for ", " to ", ", "} {
		if i := strings.Index(before, w); i > 0 {
			before, after = before[:i], before[i:]+after
		}
	}
	words := strings.FieldsFunc(before, func(c rune) bool { return c == ' ' || c == '-' })
	for i, w := range words {
		switch w {
		case "former", "then", "acting", "interim", "elect", "designate", "nominee", "late", "ex", "now", "candidate", "outgoing", "incoming", "future", "next", "shadow":
			o.past = true
		case "vice", "deputy", "assistant", "under", "associate":
			o.rank = w
		default:
			if i == len(words)-1 && officer(w) {
				o.head = w
			} else if portfolio(w) {
				o.of = append(o.of, w)
			}
		}
	}
	for w := range strings.FieldsSeq(after) {
		if portfolio(strings.Trim(w, ",")) {
			o.of = append(o.of, strings.Trim(w, ","))
		}
	}
	return o
}

// portfolio lists what ministers and secretaries are ministers and secretaries of.
func portfolio(w string) bool {
	switch w {
	case "foreign", "defence", "defense", "interior", "home", "finance", "treasury", "health", "justice", "education", "trade", "commerce", "economy",
		"economic", "energy", "environment", "climate", "agriculture", "transport", "transportation", "labour", "labor", "prime", "state", "culture",
		"housing", "science", "tourism", "immigration", "migration", "development", "press", "general":
		return true
	}
	return false
}

// officer lists the heads of offices that one person holds one of at a time.
func officer(w string) bool {
	switch w {
	case "president", "minister", "secretary", "ambassador", "governor", "mayor", "commissioner", "chancellor", "premier", "envoy", "commander", "speaker":
		return true
	}
	return false
}

// checkSpellings asks about two spellings of a surname that differ by a letter or an
// accent and stand with the same first name, or with none.
func checkSpellings(f *Facts, add func(Range, string, string)) {
	const most = 400 // beyond this a document is a list of names, and the work is quadratic
	var seen []spelling
	asked := map[string]bool{}
	known := map[string]bool{}
	for _, n := range f.Names {
		if n.Type != lang.Person.String() || len(seen) == most {
			continue
		}
		s := spell(n)
		if s.last == "" || known[s.first+" "+s.last] {
			continue
		}
		known[s.first+" "+s.last] = true
		for _, o := range seen {
			if key := o.last + " " + s.last; !asked[key] && o.like(s) {
				asked[key] = true
				add(n.At, n.Text, fmt.Sprintf("“%s” here, “%s” in %s: one person with two spellings?", s.word, o.word, where(f.Paragraph(o.at.Start))))
				break
			}
		}
		seen = append(seen, s)
	}
}

// A spelling is a way to write a surname.
type spelling struct {
	at          Range
	word        string // as written
	first, last string // in small letters; first is "" for a bare surname
	who         string
}

func spell(n Named) spelling {
	words := strings.Fields(strings.TrimSuffix(strings.TrimSuffix(n.Text, "’s"), "'s"))
	if len(words) == 0 {
		return spelling{}
	}
	w := strings.Trim(words[len(words)-1], ".,*_")
	if len(w) < 5 || w == strings.ToUpper(w) {
		return spelling{}
	}
	s := spelling{at: n.At, word: w, last: strings.ToLower(w), who: n.RefersTo}
	if len(words) > 1 {
		s.first = fold(words[0])
	}
	return s
}

// like reports whether two spellings may be of one person: the surnames differ by one
// letter or an accent, and the first names do not tell two people apart. An s or n at the
// end makes another form of one word. Johnson and
// Johnston with a first name each are two.
func (a spelling) like(b spelling) bool {
	if a.last == b.last || a.first != "" && b.first != "" && a.first != b.first {
		return false
	}
	x, y := fold(a.last), fold(b.last)
	if x == y {
		return a.who == b.who
	}
	return x != y+"s" && y != x+"s" && x != y+"n" && y != x+"n" && x[:3] == y[:3] && oneLetter(x, y)
}

// oneLetter reports whether two words differ by one letter put, taken or changed.
func oneLetter(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(a)-len(b) > 1 {
		return false
	}
	i := 0
	for i < len(b) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i < len(a) && a[i+1:] == b[i+1:]
	}
	return a[i+1:] == b[i:]
}
