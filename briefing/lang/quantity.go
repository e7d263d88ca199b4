package lang

import "strings"

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

// A Quantity is a number with its unit, as it stands in the text. What says how
// exact it is (about, up to, between) belongs to its span.
type Quantity struct {
	Span
	Kind             QuantityKind
	Value, Low, High float64 // Low and High are Value unless the text gives a range or a change
	Unit             string  // ISO 4217 code, %, the name of a measure, or the noun counted
	Qualifier        string  // about, more than, up to …, or ""
	About            Span    // what it measures, in the text's words; empty if unknown
}

// ParseQuantity reads the first quantity of a short text, as a field or a cell holds one.
// Its span is empty if there is none.
func ParseQuantity(s string) Quantity {
	t := scan([]Unit{{S: s, Kind: Cell}})
	if q := readQuantities(t, nil); len(q) > 0 {
		return q[0]
	}
	return Quantity{}
}

// counting reads the quantities of a text.
type counting struct {
	*text
	times  []Time
	next   int // the first of times that ends behind the token looked at
	pounds pounds
	done   int  // the token behind what was read last
	shared bool // the noun is looked for behind the next number, once
	out    []Quantity
}

// pounds says whether a bare “pound” of this text is money.
type pounds uint8

const (
	unasked pounds = iota
	weight
	money
)

// readQuantities finds every number with what it is a number of.
//
// A number is read whole (sign, digits, words, scale, fraction), then its unit,
// then the second half of a range or a change. What remains without unit counts
// the noun behind it. Numbers that count nothing go to kinds of their own first:
// a clock time, a year, an ordinal, a score, a telephone number, the number in a
// name (COVID-19, Flight 214, Section 3).
func readQuantities(t *text, times []Time) []Quantity {
	c := counting{text: t, times: times}
	for s := range t.sentences {
		i, hi := t.from[s], t.from[s+1]
		for i < hi {
			to := c.at(i, hi)
			if to > i {
				c.done = to
			}
			i = max(i+1, to)
		}
	}
	return c.out
}

// at reads the quantity that begins with token i, and says where to go on; i for
// none.
func (c *counting) at(i, hi int) int {
	k := &c.tokens[i]
	switch k.kind {
	case word:
		if i+1 < hi && c.tokens[i+1].kind == number && !c.tokens[i+1].space || c.namesNumber(i, hi) {
			if code, at := c.moneyBefore(i, hi); code != "" && at < hi {
				break
			}
			if to := c.namedNumber(i, hi); to > i {
				return to
			}
		}
		if !c.mayBegin(i, hi) {
			return i
		}
	case mark:
		if !c.mayBegin(i, hi) {
			return i
		}
		if k.low == "#" && i+1 < hi && c.tokens[i+1].kind == number {
			return c.add(i, i+2, Identifier, c.plainValue(i+1), "")
		}
	}
	if to := c.notCounted(i, hi); to > i {
		return to
	}
	a, ok := c.amount(i, hi)
	if !ok {
		return c.ordinal(i, hi)
	}
	if to := c.inDate(a); to > i {
		return to
	}
	if to := c.ratio(a, hi); to > i {
		return to
	}
	return c.quantity(a, hi)
}

// mayBegin is a cheap look at whether a number can begin here.
func (c *counting) mayBegin(i, hi int) bool {
	k := &c.tokens[i]
	if k.kind == number {
		return true
	}
	if k.kind == mark {
		switch k.low {
		case "-", "−", ".", "#":
			return i+1 < hi && c.tokens[i+1].kind == number
		}
		return k.end-k.start > 1 && (fractionMark(k.low) > 0 || currencySign(k.low) != "") || k.low == "$"
	}
	if k.counts {
		return true
	}
	if i+1 < hi {
		next := &c.tokens[i+1]
		return next.kind == number && currencyCode(c.of(*k)) != "" || next.low == "$" && dollarBefore(k.low) != ""
	}
	return false
}

// beginsNumber reports whether a word may begin a number, or stand for one.
func beginsNumber(low string) bool {
	switch low {
	case "a", "an", "half", "quarter", "minus", "negative", "second", "dollar":
		return true
	}
	if _, p := numberWord(low); p != noPart {
		return true
	}
	n, plural := ordinalWord(low)
	return n > 0 && !plural
}

// add appends the quantity of tokens i to j and returns j.
func (c *counting) add(i, j int, kind QuantityKind, v float64, unit string) int {
	c.out = append(c.out, Quantity{Span: c.span(i, j), Kind: kind, Value: v, Low: v, High: v, Unit: unit})
	return j
}

// inTime returns the temporal expression that token i lies in.
func (c *counting) inTime(i int) *Time {
	k := &c.tokens[i]
	for c.next < len(c.times) {
		s := c.times[c.next].Span
		if s.Unit < int(k.unit) || s.Unit == int(k.unit) && s.End <= int(k.start) {
			c.next++
			continue
		}
		if s.Unit == int(k.unit) && s.Start <= int(k.start) && int(k.end) <= s.End {
			return &c.times[c.next]
		}
		break
	}
	return nil
}

// inDate takes the numbers of a date: its year is one, its day is no quantity.
func (c *counting) inDate(a amount) int {
	x := c.inTime(a.numeral.from)
	if x == nil && a.plain && a.value <= 31 && c.monthBeside(a.from, a.to) {
		return a.to
	}
	if x == nil || x.Type == DURATION || x.Type == SET || a.kind != Count {
		return 0
	}
	if a.plain && a.value >= 1000 && a.value < 2500 {
		return c.add(a.from, a.to, Year, a.value, "")
	}
	if x.Type == TIME {
		return c.add(a.from, a.to, Clock, a.value, "")
	}
	return a.to
}

// monthBeside reports whether the name of a month stands before or behind.
func (c *counting) monthBeside(i, j int) bool {
	month := func(i int) bool {
		return c.tokens[i].cap && monthOrDay(c.tokens[i].low) && !c.tokens[i].ending("day")
	}
	u := c.tokens[i].unit
	if i > 0 && c.tokens[i-1].unit == u && month(i-1) {
		return true
	}
	if i > 1 && c.tokens[i-1].low == "." && c.tokens[i-2].unit == u && month(i-2) { // Nov. 8
		return true
	}
	return j < len(c.tokens) && c.tokens[j].unit == u && month(j)
}

// ordinal reads “third”, “21st”, “twenty-first”; i for none.
func (c *counting) ordinal(i, hi int) int {
	k := &c.tokens[i]
	if k.kind != word {
		return i
	}
	n, plural := ordinalWord(k.low)
	if n == 0 || plural || k.low == "quarter" || k.cap && !c.opensSentence(i) {
		return i
	}
	return c.add(i, i+1, Ordinal, n, "")
}

// quantity finishes an amount: range or change, noun, qualifier, what it is about.
func (c *counting) quantity(a amount, hi int) int {
	b, ok := c.second(a, hi)
	q := Quantity{Kind: a.kind, Value: a.value, Low: a.value, High: a.value, Unit: a.unit}
	from, to := a.from, a.to
	last := a
	if ok {
		last, to = b, b.to
		if q.Unit == "" {
			q.Unit, q.Kind = b.unit, b.kind
		}
		if a.scale == 1 && b.scale > 1 && a.value < 1000 && a.value < b.value {
			a.value *= b.scale
		}
		q.Value, q.Low, q.High = a.value, min(a.value, b.value), max(a.value, b.value)
		if c.changes(a.from) {
			q.Value = b.value
			q.Qualifier = "from"
			from = c.fromWord(a.from)
		}
	}
	if q.Kind == Count && q.Unit == "" {
		if c.year(a, last, hi) {
			if ok {
				c.add(a.from, a.to, Year, a.value, "")
				return c.add(b.from, b.to, Year, b.value, "")
			}
			return c.add(a.from, a.to, Year, a.value, "")
		}
	}
	np := nounPhrase{head: -1}
	if q.Kind == Count && q.Unit == "" && a.plain && c.street(a.to, hi) {
		return c.add(a.from, a.to, Identifier, a.value, "")
	}
	if q.Kind == Count && q.Unit == "" {
		np = c.counted(last, hi)
		if np.head >= 0 {
			q.Unit = c.noun(np.head)
			if np.to > 0 {
				to = np.head + 1
			}
		}
		if np.head < 0 && !ok && a.words && a.value == 1 && a.from == a.numeral.to-1 && (a.from > c.first[c.tokens[a.from].unit] || a.to < hi) {
			return to // “the one you mean”
		}
		if last.fraction && !ok {
			q.Kind = Rate
			to = last.to
			if np.head >= 0 && np.to > 0 {
				to = np.head + 1
			}
		}
	}
	if q.Kind == Count && q.Unit == "" && c.identified(a, hi) {
		q.Kind = Identifier
	}
	if q.Kind == Count && np.head == a.to+1 && c.tokens[a.to].low != "of" && c.tokens[np.head].low != "of" && c.chemical(np, hi) {
		q.Kind, q.Unit = Identifier, ""
	}
	q.Span = c.span(from, to)
	if q.Kind <= Rate {
		f, qualified := c.qualifier(a.from)
		if f < c.done {
			f, qualified = a.from, false
		}
		if qualified {
			q.Qualifier = c.words(f, a.from)
		} else if ok && a.from > c.done && c.before(a.from, "between") {
			f = a.from - 1
		}
		q.Span = c.span(min(f, from), to)
		q.About = c.about(a.from, f, to, np, hi)
		if a.kind == Money && to < hi {
			to = c.afterMoney(to, hi)
		}
		if q.Kind == Money {
			if n := c.each(to, hi); n > to {
				to = n
				q.Span = c.span(min(f, from), to)
			}
		}
		c.inherit(&q, last)
	}
	c.out = append(c.out, q)
	return to
}

// ratio reads “one in five people”, “two out of three”, “1 over 3”: a share, as a
// fraction of one. “Three in 2019” and “12 out of 10” are none.
func (c *counting) ratio(a amount, hi int) int {
	j := a.to
	if a.kind != Count || a.fraction || a.scale > 1 || j+1 >= hi || a.value < 1 && a.value > -1 {
		return 0
	}
	over := c.tokens[j].low == "over"
	if c.tokens[j].cap { // the title of a show: 8 Out of 10 Cats
		return 0
	}
	switch {
	case over, c.tokens[j].low == "in":
		j++
	case c.tokens[j].low == "out" && c.tokens[j+1].low == "of":
		j += 2
	default:
		return 0
	}
	if j >= hi || !c.beginsNumeral(j) {
		return 0
	}
	b, ok := c.amount(j, hi)
	if ok && !over && b.kind == Measure && a.value == 1 && b.words == a.words { // 1 in 5 miles
		c.out = append(c.out, Quantity{Span: c.span(a.from, b.to), Kind: Rate, Value: a.value / b.value, Low: a.value / b.value, High: a.value / b.value, Unit: b.unit,
			About: c.about(a.from, a.from, b.to, nounPhrase{head: -1}, hi)})
		return b.to
	}
	if !ok || b.kind != Count || b.fraction || b.value <= a.value || b.plain && year(int32(b.value)) && b.value >= 1900 {
		return 0
	}
	np := c.counted(b, hi)
	if over && (np.head >= 0 || b.to < hi && c.class(b.to) <= posGerund) || !over && a.value > 99 {
		return 0
	}
	q := Quantity{Kind: Rate, Value: a.value / b.value}
	q.Low, q.High = q.Value, q.Value
	to := b.to
	f, qualified := c.qualifier(a.from)
	if f < c.done {
		f, qualified = a.from, false
	}
	if qualified {
		q.Qualifier = c.words(f, a.from)
	}
	if np.head >= 0 && np.to > 0 {
		to = np.head + 1
		q.Unit = c.noun(np.head)
	}
	q.Span = c.span(f, to)
	q.About = c.about(a.from, f, to, np, hi)
	c.out = append(c.out, q)
	return to
}

// inherit gives a bare “107 million loss” the currency of the sum before it in its
// sentence: what it counts can only be money.
func (c *counting) inherit(q *Quantity, a amount) {
	if q.Kind != Count || q.Unit != "" || a.scale < 1e6 || len(c.out) == 0 || q.About.End == q.About.Start {
		return
	}
	p := c.out[len(c.out)-1]
	if p.Kind != Money || p.Span.Unit != q.Span.Unit || p.Start < c.sentences[c.tokens[a.from].sentence].Start {
		return
	}
	for _, w := range strings.Fields(strings.ToLower(q.About.Of(c.units))) {
		switch singularOf(w) {
		case "loss", "profit", "cost", "turnover", "revenue", "budget", "deficit", "surplus", "debt", "price", "fund", "aid", "loan",
			"sale", "earning", "income", "spending", "investment", "fine", "bailout", "grant", "tax":
			q.Unit, q.Kind = p.Unit, Money
			return
		}
	}
}

// noun is the unit that a counted noun makes; the name of one thing makes none
// (“half of Saudi Arabia”).
func (c *counting) noun(i int) string {
	k := &c.tokens[i]
	if k.cap && !isPlural(k.low) {
		return ""
	}
	return singularOf(k.low)
}

// words is the text of tokens i to j in lower case, with single spaces.
func (c *counting) words(i, j int) string {
	s := c.span(i, j)
	return strings.ToLower(strings.Join(strings.Fields(c.units[s.Unit].S[s.Start:s.End]), " "))
}

// each goes on over what a sum is paid for: per month, a year, a barrel.
func (c *counting) each(i, hi int) int {
	if i < hi && c.tokens[i].kind == word && isPlural(c.tokens[i].low) && measureNoun(singularOf(c.tokens[i].low)) != "" && (i+1 >= hi || c.class(i+1) > posGerund && c.tokens[i+1].low != "of") {
		return i + 1 // “$80 barrels”: a price, as one says it
	}
	if i+1 >= hi {
		return i
	}
	switch c.tokens[i].low {
	case "per", "a", "an", "each", "every":
		if w := c.tokens[i+1].low; !isPlural(w) && (timeNoun(w) != "" || measureNoun(w) != "" || c.tokens[i].low == "per" && c.class(i+1) == posNominal || w == "share" || w == "head" || w == "piece" || w == "household") {
			return i + 2
		}
	}
	return i
}

// afterMoney skips what repeats the currency: “US$5 USD”, “$10 dollars”.
func (c *counting) afterMoney(i, hi int) int {
	if to, code := c.currencyName(i, hi); code != "" && to == i+1 && c.tokens[i].space {
		if i+1 < hi && c.tokens[i+1].kind == number {
			return i
		}
		return to
	}
	return i
}
