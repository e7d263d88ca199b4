package briefing

import (
	"math"
	"slices"
	"sort"
	"strings"

	"readout/briefing/lang"
)

// quantities lists every quantity of the text, in its order.
func quantities(r *reading) []Quantity {
	var out []Quantity
	for _, q := range r.Quantities {
		out = append(out, Quantity{r.at(q.Span), r.of(q.Span), q.Value, q.Low, q.High, q.Unit, q.Kind.String()})
	}
	return out
}

// figure is a number on its way to the pane: the mentions of one value of one thing.
type figure struct {
	Number
	keys  []string // stems of what it measures
	about int      // how much its About says
	share bool     // it is so much of something
	span  lang.Span
	score float64
}

// numbers derives the figures that a staffer could be asked about.
//
// A figure has a unit or a noun. “One”, “two” and “three” in words before a noun
// are left out: they count what is named anyway (two leaders, one source).
// Repeats of one value of one thing are joined, two values of one thing stand
// together, what the author states as key figures stands first.
func numbers(whole *reading) []Number {
	r := &figuring{whole, map[string]headed{}}
	var figures []*figure
	byValue := map[measure][]*figure{}
	for _, n := range r.meta.Stated.Numbers {
		f := stated(n)
		figures = append(figures, f)
		byValue[f.measure()] = append(byValue[f.measure()], f)
	}
	fromFront := len(figures)
	for i := range r.Quantities {
		f, ok := r.figure(&r.Quantities[i])
		if !ok {
			continue
		}
		if n := len(figures); n > fromFront && figures[n-1].saidAgain(f, r) {
			figures[n-1].again(f, r)
			continue
		}
		m := f.measure()
		joined := false
		old := byValue[m]
		for _, g := range old[max(0, len(old)-64):] { // a number that is spoken of again is so soon
			if joined = g.same(f, r); joined {
				g.join(f)
				break
			}
		}
		if !joined {
			figures = append(figures, f)
			byValue[m] = append(byValue[m], f)
		}
	}
	for i, f := range figures {
		f.score = r.weigh(f)
		if i < fromFront {
			f.score = 1000 - float64(i)
		}
	}
	sort.SliceStable(figures, func(i, j int) bool { return figures[i].score > figures[j].score })
	return together(figures)
}

// figuring is a reading whose figures are being made.
type figuring struct {
	*reading
	heads map[string]headed // what the heads of tables say of units
}

// measure is what makes two mentions candidates for one figure.
type measure struct {
	value float64
	unit  string
}

func (f *figure) measure() measure {
	m := measure{f.Value, f.Unit}
	if f.Kind == "count" || f.Kind == "rate" {
		m.unit = "" // “39 people”, “39 dead”: the words decide
	}
	return m
}

// stated reads a figure of the front matter.
func stated(n StatedNumber) *figure {
	f := &figure{Number: Number{Text: n.Value, About: n.About, Kind: lang.Count.String(), Basis: StatedAs}}
	if q := lang.ParseQuantity(n.Value); q.End > 0 {
		f.Value, f.Low, f.High, f.Unit, f.Kind, f.Qualifier = q.Value, q.Low, q.High, q.Unit, q.Kind.String(), q.Qualifier
	}
	f.keys = stems(n.About)
	f.about = 1 << 20 // the author's words win
	return f
}

// figure makes a figure of a quantity, if it is one for the pane.
func (r *figuring) figure(q *lang.Quantity) (*figure, bool) {
	if q.Kind > lang.Rate {
		return nil, false
	}
	f := &figure{span: q.Span, Number: Number{
		Text: r.of(q.Span), Value: q.Value, Low: q.Low, High: q.High, Unit: q.Unit, Kind: q.Kind.String(),
		Qualifier: q.Qualifier, Basis: Written, Evidence: []Evidence{r.evidence(q.Span)},
	}}
	if q.About.Start < q.About.End {
		f.About = strings.Join(strings.Fields(r.of(q.About)), " ")
	}
	p := &r.leaves[q.Span.Unit]
	if p.table != nil {
		if !r.inTable(f, q) {
			return nil, false
		}
	} else if !r.worthAsking(q, f) {
		return nil, false
	}
	if r.role(q.Span.Unit) == KeyFigures {
		f.Basis = StatedAs
	}
	after := r.units[q.Span.Unit].S[q.Span.End:]
	f.share = strings.HasPrefix(after, " of ") || strings.HasPrefix(after, " off ")
	f.keys = stems(f.About)
	f.about = len(f.keys)
	if q.Kind == lang.Count { // what was done with them may leave out what they are
		for _, noun := range stems(f.Unit) {
			if shared([]string{noun}, f.keys) == 0 {
				f.keys = append(f.keys, noun)
			}
		}
	}
	if p.table != nil { // what stands in one row belongs together
		if row := stems(p.beside()); len(row) > 0 {
			f.keys = row
		}
	}
	return f, true
}

// worthAsking drops what is a number and no figure.
func (r *figuring) worthAsking(q *lang.Quantity, f *figure) bool {
	number, _, _ := strings.Cut(strings.TrimSpace(f.Text[min(len(f.Qualifier), len(f.Text)):]), " ")
	spelled := !strings.ContainsAny(number, "0123456789½⅓⅔¼¾")
	switch q.Kind {
	case lang.Money, lang.Percent, lang.Measure:
		return true
	case lang.Rate:
		return (f.Unit != "" || f.About != "") && !halfOfOne(f.Text)
	}
	switch {
	case q.Value == 0, f.Unit == "time":
		return false // nought; “three times this week”
	case spelled && q.Value <= 3 && q.Low == q.High && !r.opensItem(q):
		return false
	case spelled && strings.Contains(number, "-") && q.Value <= 20: // ten-storey
		return false
	case spelled && q.Value <= 10 && f.Qualifier == "" && definite(r.units[q.Span.Unit].S[:q.Span.Start]): // “our four nations”
		return false
	case f.Unit != "":
		return true
	}
	// no noun of its own: a figure if it is large, or “magnitude 7.2”, and something says of what
	return f.About != "" && (q.Value >= 10 || q.Value != math.Trunc(q.Value) && q.Span.Start-q.About.End == 1) && !(spelled && q.Value <= 12)
}

// opensItem reports whether a quantity heads an item of a list: “Three patrol boats;”.
func (r *figuring) opensItem(q *lang.Quantity) bool {
	return q.Value > 1 && q.Span.Start == 0 && q.Unit != "" && r.leaves[q.Span.Unit].item
}

// definite reports whether a text ends with a word that says which: what is counted
// behind it was spoken of before, or is known.
func definite(before string) bool {
	w := strings.TrimRight(before, " ")
	w = strings.ToLower(w[strings.LastIndexAny(w, " \"“(—")+1:])
	switch w {
	case "the", "these", "those", "our", "its", "their", "his", "her", "my", "your", "all", "both":
		return true
	}
	return false
}

// halfOfOne reports whether a fraction is of one thing, “half a page”, “half way”, and so
// tells a length and no share.
func halfOfOne(s string) bool {
	s = strings.ToLower(s)
	return strings.HasPrefix(s, "half a ") || strings.HasPrefix(s, "half an ") || s == "half way" || s == "half" || s == "a half"
}

// weigh says how heavy a figure is: stated ones first, then what is repeated,
// money and shares before counts, what stands early before what stands late.
func (r *figuring) weigh(f *figure) float64 {
	w := 2 * math.Log2(1+float64(len(f.Evidence)))
	switch f.Kind {
	case "money":
		w += 3 + math.Log10(1+math.Abs(f.Value))/4
	case "percent":
		w += 2.5
	case "count":
		w += 1 + math.Log10(1+math.Abs(f.Value))/4
	default:
		w += 1.5
	}
	if f.About == "" || f.Kind == "count" && f.Value <= 10 && len(f.Evidence) == 1 {
		w -= 1
	}
	if f.Basis == StatedAs {
		w += 100
	}
	if len(f.Evidence) == 1 && f.span.End > 0 && former(r.units[f.span.Unit].S[:f.span.Start]) {
		w -= 3 // what it was leads nothing
	}
	switch first := f.Evidence; {
	case len(first) == 0:
	case first[0].Paragraph == 0:
		w += 3
	case first[0].Paragraph <= 2:
		w += 2
	case first[0].Paragraph <= 5:
		w++
	}
	return w
}

// same reports whether g, of equal value, is the same figure as f: the same
// unit, and what they measure shares a word, or one does not say, or says it in
// the other's sentence.
func (f *figure) same(g *figure, r *figuring) bool {
	if f.Low != g.Low || f.High != g.High {
		return false
	}
	if n := len(f.Evidence); n > 0 && f.Evidence[n-1].Sentence == g.Evidence[0].Sentence && len(f.keys) > 0 && len(g.keys) > 0 {
		if both := shared(f.keys, g.keys); both < len(f.keys) && both < len(g.keys) {
			return false // one sentence gives two things one value
		}
	}
	if f.Kind == "count" || f.Kind == "rate" {
		if f.Unit != g.Unit && f.Unit != "" && g.Unit != "" {
			return false
		}
		if f.Unit == g.Unit && f.Unit != "" {
			if f.bare() || g.bare() {
				return true // “203 seats” of nobody
			}
			return shared(f.besides(), g.besides()) > 0 // a seat of one party is none of another
		}
	} else if f.Unit != g.Unit {
		return false
	}
	if f.Kind == "percent" && len(f.Evidence) > 0 && f.share != g.share {
		// “30 percent of the methane” is a share, “by 30 percent” a change: one figure only where their sentences say the same
		there, here := f.Evidence[0], g.Evidence[0]
		return shared(stems(string(there.Sentence.Of(r.src))), stems(string(here.Sentence.Of(r.src)))) >= 4
	}
	if len(f.keys) == 0 || len(g.keys) == 0 || shared(f.keys, g.keys) > 0 {
		return true
	}
	if f.Kind == "money" && math.Abs(f.Value) >= 1e6 {
		return true
	}
	if f.Kind == "count" {
		return false
	}
	if len(f.Evidence) == 0 {
		return false
	}
	there, here := f.Evidence[0], g.Evidence[0]
	return shared(stems(string(there.Sentence.Of(r.src))), g.keys) > 0 || shared(stems(string(here.Sentence.Of(r.src))), f.keys) > 0
}

// saidAgain reports whether g is f in another unit of measure: “160 km (100 miles)”.
func (f *figure) saidAgain(g *figure, r *figuring) bool {
	if f.Kind != "measure" || g.Kind != "measure" || f.Unit == g.Unit || len(f.Evidence) != 1 || f.span.Unit != g.span.Unit || f.span.End > g.span.Start {
		return false
	}
	s := r.units[f.span.Unit].S
	return strings.TrimSpace(s[f.span.End:g.span.Start]) == "(" && strings.HasPrefix(s[g.span.End:], ")")
}

// again makes the second value a part of what f says.
func (f *figure) again(g *figure, r *figuring) {
	f.span.End = g.span.End + 1
	f.Text, f.Evidence[0] = r.of(f.span), r.evidence(f.span)
}

// bare reports whether what a figure measures is only the noun that it counts.
func (f *figure) bare() bool {
	noun := stems(f.Unit)
	return len(noun) == len(f.keys) && shared(noun, f.keys) == len(noun)
}

// besides is what a figure measures but for the noun that it counts.
func (f *figure) besides() []string {
	noun := stems(f.Unit)
	return slices.DeleteFunc(slices.Clone(f.keys), func(k string) bool { return slices.Contains(noun, k) })
}

// former reports whether a text ends with what gives a value up for another: “rather than
// $40 billion”, “up from 12 percent”.
func former(before string) bool {
	for _, w := range [...]string{"rather than ", "instead of ", "compared with ", "compared to ", "up from ", "down from "} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return false
}

// join adds the mention g to f.
func (f *figure) join(g *figure) {
	f.Evidence = append(f.Evidence, g.Evidence...)
	if f.Basis == StatedAs && f.about == 1<<20 {
		return
	}
	if g.Basis == StatedAs {
		f.Basis = StatedAs
	}
	if f.Unit == "" {
		f.Unit = g.Unit
	}
	if g.about > f.about {
		f.About, f.about, f.keys = g.About, g.about, g.keys
	}
}

// together lists figures by weight, and behind each the others that measure the
// same thing in the same unit: two values for one thing stand together.
func together(figures []*figure) []Number {
	var out []Number
	taken := make([]bool, len(figures))
	same := map[string][]int{}
	for i, f := range figures {
		if k := f.thing(); k != "" {
			same[k] = append(same[k], i)
		}
	}
	for i, f := range figures {
		if taken[i] {
			continue
		}
		taken[i] = true
		out = append(out, f.Number)
		for _, j := range same[f.thing()] {
			if !taken[j] {
				taken[j] = true
				out = append(out, figures[j].Number)
			}
		}
	}
	return out
}

// thing is what a figure measures, as a key; "" if it does not say.
func (f *figure) thing() string {
	if len(f.keys) == 0 {
		return ""
	}
	k := append([]string(nil), f.keys...)
	sort.Strings(k)
	return f.Kind + " " + f.Unit + " " + strings.Join(k, " ")
}
