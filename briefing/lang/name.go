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
	Role Span // the title or role that stands with this mention, empty if none: “Vice President”, “President of France”
	// Of stands behind a person's name and belongs to the role before it: “of
	// Poland” in “President Andrzej Duda of Poland”. Empty if there is none.
	Of Span
	// Short is the abbreviation that the text gives in brackets after the name
	// (“African Union (AU)”), empty if none.
	Short Span
}

// sure is the margin of the table's clues above which nine of ten names of one
// word have the right type.
const sure = 30000

// readNames finds the names of a text. The table speaks first, for each word by
// its clues; then the document corrects the sentence; then the words around a name
// tell its role and its abbreviation.
func readNames(t *text, times []Time, quantities []Quantity, c nameCarry) ([]Name, nameCarry) {
	return prepare(t, TableOf(namesBin)).names(c)
}

// Read finds the names of units with another table than the engine's own.
func (t Table) Read(units []Unit) []Name {
	names, _ := prepare(scan(units), t).names(nameCarry{})
	return names
}

func (w *words) names(c nameCarry) ([]Name, nameCarry) {
	t := w.text
	found, c := w.correct(w.judge(w.tag()), c)
	out := make([]Name, 0, len(found))
	next := 0
	for s := range t.sentences {
		lo, hi := t.from[s], t.from[s+1]
		begin := next
		for next < len(found) && found[next].from < hi {
			next++
		}
		names := found[begin:next]
		for _, g := range names {
			n := Name{Span: t.span(g.from, g.to), Type: g.typ, Sure: g.margin >= sure && w.class[g.from]&isCommon == 0}
			if i, j := w.shortOf(g.to, hi); i < j {
				n.Short = t.span(i, j)
			}
			if g.typ == Person {
				role, of := w.roleOf(g, names, lo, hi)
				if role[0] < role[1] {
					n.Role = t.span(role[0], role[1])
				}
				if of[0] < of[1] {
					n.Of = t.span(of[0], of[1])
				}
			}
			out = append(out, n)
		}
	}
	return out, c
}
