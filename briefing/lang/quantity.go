package lang

// QuantityKind is the sort of a quantity. The first five are numbers for the
// pane, the rest are not.
type QuantityKind uint8

const (
	Money QuantityKind = iota
	Percent
	Count
	Measure
	Rate
	Ordinal
	Duration
	Age
	Year
	Identifier
	Clock
	Score
)

func (k QuantityKind) String() string {
	return [...]string{"money", "percent", "count", "measure", "rate", "ordinal", "duration", "age", "year", "identifier", "time", "score"}[k]
}

// A Quantity is a number with its unit, as it stands in the text.
type Quantity struct {
	Span
	Kind             QuantityKind
	Value, Low, High float64 // Low and High are Value unless the text gives a range
	Unit             string  // ISO 4217 code, %, an SI unit's symbol, or the noun counted
	Qualifier        string  // about, more than, up to …, or ""
	About            Span    // what it measures, in the text's words; empty if unknown
}

func readQuantities(t *text, times []Time) []Quantity { return nil }
