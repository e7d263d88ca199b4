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
	Role Span // the title or role that stands with this mention, empty if none: “Vice President”, “President of France”
	// Short is the abbreviation that the text gives in brackets after the name
	// (“African Union (AU)”), empty if none.
	Short Span
}

type nameCarry struct{}

// readNames finds the names of a text. The table speaks first, for each word by
// its clues; then the document corrects the sentence.
func readNames(t *text, times []Time, quantities []Quantity, c nameCarry) ([]Name, nameCarry) {
	w := prepare(t, TableOf(namesBin))
	var out []Name
	for _, g := range w.tag() {
		out = append(out, Name{Span: t.span(g.from, g.to), Type: g.typ})
	}
	return out, c
}

func readSources(t *text, names []Name) []Span { return nil }
