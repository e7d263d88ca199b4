package lang

// A Phrase is a noun phrase that can name a matter: “AUKUS submarine deal”.
type Phrase struct {
	Span
	Key    string  // folded form, the same for phrases that name the same thing
	Weight float64 // how much rarer it is here than in ordinary news
}

func readPhrases(t *text, times []Time, names []Name, quantities []Quantity) []Phrase { return nil }
