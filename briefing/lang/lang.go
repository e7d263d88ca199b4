package lang

// Kind says what a unit is in its document, as far as reading it depends on it.
type Kind uint8

const (
	Prose   Kind = iota // sentences
	Heading             // a title or heading: no full stop, often capitalised
	Cell                // a table cell
	Agenda              // a row of an agenda or chronology: “0900 Arrival”, “July 15, 1998 - introduced”
)

// A Unit is the prose of one leaf of a document. No sentence crosses units.
type Unit struct {
	S     string
	Kind  Kind
	Ahead bool // it stands in a section that looks ahead: a purpose, an agenda, next steps
}

// A Span is a stretch of one unit: bytes Start to End of Units[Unit].S.
type Span struct{ Unit, Start, End int }

// Of returns the words of the span.
func (s Span) Of(units []Unit) string { return units[s.Unit].S[s.Start:s.End] }

// Within reports whether s lies in t.
func (s Span) Within(t Span) bool { return s.Unit == t.Unit && t.Start <= s.Start && s.End <= t.End }

// A Reading is what the engine found in a list of units. Every list is in the
// order of the text, and the spans of one list do not overlap.
type Reading struct {
	Sentences  []Span // they cover each unit, white space at the ends left out
	Times      []Time
	Names      []Name
	Quantities []Quantity
	Phrases    []Phrase
	Sources    []Span // unnamed sources: “a senior White House official”
}

// SentenceOf returns which of the sentences holds the first byte of s, or s itself
// where none does.
func SentenceOf(sentences []Span, s Span) Span {
	lo, hi := 0, len(sentences)
	for lo < hi {
		m := (lo + hi) / 2
		t := sentences[m]
		if t.Unit < s.Unit || t.Unit == s.Unit && t.End <= s.Start {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(sentences) && sentences[lo].Unit == s.Unit {
		return sentences[lo]
	}
	return s
}

// Basis is how a fact is known.
type Basis uint8

const (
	Written  Basis = iota // in the text: a calendar date, a name
	Computed              // from the anchor by a rule that leaves no choice: “last week”
	Chosen                // by a rule that can be wrong: which Wednesday
	Stated                // by the author as such: front matter, a Timeline section
)

func (b Basis) String() string {
	return [...]string{"written", "computed", "chosen", "stated"}[b]
}

// A Carry is what a reader remembers from the pieces before: the dates and the
// names spoken of. Its zero value remembers nothing.
type Carry struct {
	times timeCarry
	names nameCarry
}

// Read reads units. Relative dates are resolved against anchor; with the zero
// anchor they stay unresolved. To read a long document in parts, hand the Carry
// of one part to the next.
func Read(units []Unit, anchor Date, c Carry) (Reading, Carry) {
	var r Reading
	t := scan(units)
	r.Sentences = t.sentences
	r.Times, c.times = readTimes(t, anchor, c.times)
	r.Quantities = readQuantities(t, r.Times)
	r.Names, c.names = readNames(t, r.Times, r.Quantities, c.names)
	r.Sources = readSources(t, r.Names)
	r.Phrases = readPhrases(t, r.Times, r.Names, r.Quantities)
	t.free()
	return r, c
}

// Undated is the Carry for a stretch that was written on another day: names go
// on, the day spoken of does not.
func (c Carry) Undated() Carry {
	c.times = timeCarry{}
	return c
}

// Shift adds n to the unit of every span: the reading of a later batch of units
// then speaks of the list of all.
func (r *Reading) Shift(n int) {
	shift := func(s *Span) { s.Unit += n }
	for i := range r.Sentences {
		shift(&r.Sentences[i])
	}
	for i := range r.Times {
		shift(&r.Times[i].Span)
	}
	for i := range r.Names {
		shift(&r.Names[i].Span)
		shift(&r.Names[i].Role)
		shift(&r.Names[i].Of)
		shift(&r.Names[i].Also)
		shift(&r.Names[i].Short)
	}
	for i := range r.Quantities {
		shift(&r.Quantities[i].Span)
		shift(&r.Quantities[i].About)
	}
	for i := range r.Phrases {
		shift(&r.Phrases[i].Span)
	}
	for i := range r.Sources {
		shift(&r.Sources[i])
	}
}

// Sentences returns the sentences of one string.
func Sentences(s string) []Span {
	t := scan([]Unit{{S: s}})
	t.free()
	return t.sentences
}
