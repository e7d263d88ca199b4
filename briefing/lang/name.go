package lang

//go:generate go run gen_names.go

// NameType is what a name names.
type NameType uint8

const (
	Person NameType = iota
	Organisation
	Place
)

func (t NameType) String() string { return [...]string{"person", "organisation", "place"}[t] }

// A Name is one mention of a named person, organisation or place. Titles stand
// outside a person's span.
type Name struct {
	Span
	Type NameType
	Sure bool // the table has no doubt of the type
	// Called: the name only calls somebody (“Go ahead, Ann.”), and says nothing of him.
	Called bool
	Role   Span // the title or role that stands with this mention, empty if none: “Vice President”, “President of France”
	// Of stands behind a person's name and belongs to the role before it: “of
	// Poland” in “President Andrzej Duda of Poland”. Empty if there is none.
	Of Span
	// Also is a second role that stands with the same mention: “chair of the committee”
	// of “Senator Ann Berg, chair of the committee,”. Empty if there is none.
	Also Span
	// Loose: Role is no office but what stands for want of one, the body that a person
	// is with (“BBC”) or what the person does there (“edits the yearly report”).
	Loose bool
	// Short is the abbreviation that the text gives in brackets after the name
	// (“African Union (AU)”), empty if none.
	Short Span
}

// sure is the margin of the table's clues above which a name of one word counts as
// evidence of its type. Sets of persons are as right with twice of it.
const sure = 8000

// readNames finds the names of a text. The table speaks first, for each word by
// its clues; then the document corrects the sentence; then the words around a name
// tell its role and its abbreviation.
func readNames(t *text, times []Time, quantities []Quantity, c nameCarry) ([]Name, nameCarry) {
	w := prepare(t, TableOf(namesBin))
	defer w.free()
	return w.names(c)
}

// Read finds the names of units with another table than the engine's own.
func (t Table) Read(units []Unit) []Name {
	names, _ := prepare(scan(units), t).names(nameCarry{})
	return names
}

func (w *words) names(c nameCarry) ([]Name, nameCarry) {
	t := w.text
	found, c := w.correct(w.judge(w.tag()), c)
	found = w.things(w.ships(found))
	out := make([]Name, 0, len(found))
	next := 0
	var roles []station // of the names of a sentence
	for s := range t.sentences {
		lo, hi := t.from[s], t.from[s+1]
		begin := next
		for next < len(found) && found[next].from < hi {
			next++
		}
		names := found[begin:next]
		roles = append(roles[:0], make([]station, len(names))...)
		for i, g := range names {
			if g.typ == Person {
				roles[i] = w.roleOf(g, names, lo, hi)
			}
		}
		w.shareRoles(names, roles, lo, hi)
		for i, g := range names {
			n := Name{Called: g.typ == Person && w.called(g, lo, hi), Span: t.span(g.from, g.to), Type: g.typ, Sure: g.margin >= sure && w.class[g.from]&isCommon == 0}
			if from, to := w.shortOf(g.to, hi); from < to && w.abbreviation(g, lo, from, to) {
				n.Short = t.span(from, to)
			}
			if p := roles[i]; p.role[0] < p.role[1] {
				n.Role, n.Loose = t.span(p.role[0], p.role[1]), p.loose
				if p.of[0] < p.of[1] {
					n.Of = t.span(p.of[0], p.of[1])
				}
				if p.also[0] < p.also[1] {
					n.Also = t.span(p.also[0], p.also[1])
				}
			}
			out = append(out, n)
		}
	}
	return out, c
}
