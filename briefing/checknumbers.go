package briefing

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"readout/briefing/lang"
)

// checkNumbers looks over the numbers of a briefing: a total that is not the sum of
// its parts, a share that does not follow from its two numbers, one quantity with two
// values. Numbers are often rounded, so half of the last digit of each part is no
// difference.
func checkNumbers(src Source, f *Facts) []Finding {
	var out []Finding
	add := func(at Range, question string) {
		words := strings.Join(strings.Fields(string(at.Of(src.Markdown))), " ")
		out = append(out, Finding{src.Origin.Line(src.Markdown, at.Start), f.Paragraph(at.Start), at, words, question})
	}
	t := NewText(src)
	for _, p := range t.Pieces {
		if p.At.Start >= f.Upto {
			break
		}
		tables(Parse(t.Markdown, p, t.Refs), func(b *Block) { checkTotals(b, add) })
	}
	for i := range f.Quantities {
		checkShare(src.Markdown, f.Quantities[i:], add)
		checkChange(src.Markdown, f.Quantities[i:], add)
		checkParts(src.Markdown, f.Quantities[i:], add)
	}
	checkTwice(src, f, add)
	return out
}

func tables(blocks []Block, visit func(*Block)) {
	for i := range blocks {
		if blocks[i].Kind == Table {
			visit(&blocks[i])
			continue
		}
		tables(blocks[i].Blocks, visit)
	}
}

// checkTotals adds up the columns of a table that has a row of totals.
//
// It reads rows between the head and the first row called total, and asks only
// where each of them has a number in the column. A column of shares is left alone:
// the whole is no sum of rates.
func checkTotals(table *Block, add func(Range, string)) {
	if table.Cont { // some of what is totalled stands in the piece before
		return
	}
	last := -1
	for row := 1; row < len(table.Blocks); row++ {
		if isTotal(cell(table, row, 0)) {
			last = row
			break
		}
	}
	if last < 3 {
		return
	}
	for col := 1; col < len(table.Blocks[last].Blocks); col++ {
		total, grain, ok := cellValue(table, last, col)
		if !ok {
			continue
		}
		sum := 0.
		for row := 1; row < last && ok; row++ {
			var v, g float64
			v, g, ok = cellValue(table, row, col)
			sum += v
			grain += g
		}
		if ok && math.Abs(sum-total) > grain/2+1e-9*math.Abs(total) {
			c := table.Blocks[last].Blocks[col]
			add(c.Leaf.At, fmt.Sprintf("the rows above add up to %s: is the total %s right?", plain(sum), strings.TrimSpace(c.Leaf.Prose)))
		}
	}
}

func isTotal(s string) bool {
	switch strings.ToLower(strings.Trim(s, " .:*")) {
	case "total", "totals", "sum", "grand total", "all", "overall", "in total", "combined":
		return true
	}
	return false
}

// cellValue is the number that a cell holds and nothing else, and what its last
// digit counts; no share and no year.
func cellValue(table *Block, row, col int) (v, grain float64, ok bool) {
	s := cell(table, row, col)
	q := lang.ParseQuantity(s)
	if q.End == 0 || q.Start > 0 || q.End < len(s) || q.Kind != lang.Count && q.Kind != lang.Money && q.Kind != lang.Measure {
		return 0, 0, false
	}
	return q.Value, grainOf(s, q.Value), true
}

// grainOf is what the last digit of a written number counts: .1 for “4.5 million” in
// millions, 1 for “1,200”.
func grainOf(s string, v float64) float64 {
	i := strings.IndexAny(s, "0123456789")
	if i < 0 {
		return 0
	}
	j := i
	for j < len(s) && (s[j] >= '0' && s[j] <= '9' || s[j] == ',' || s[j] == '.') {
		j++
	}
	digits := strings.ReplaceAll(strings.TrimRight(s[i:j], ".,"), ",", "")
	grain := 1.
	if p := strings.IndexByte(digits, '.'); p >= 0 {
		grain = math.Pow(10, float64(p+1-len(digits)))
	}
	var written float64
	fmt.Sscanf(digits, "%g", &written)
	if written != 0 && v != 0 {
		grain *= math.Abs(v / written)
	}
	return grain
}

// between is what stands between two quantities of one sentence, false if they are
// far apart.
func between(src []byte, a, b Quantity) (string, bool) {
	if b.At.Start < a.At.End || b.At.Start-a.At.End > 80 {
		return "", false
	}
	s := strings.ToLower(string(src[a.At.End:b.At.Start]))
	return s, !strings.Contains(s, "\n\n") && !strings.Contains(s, ". ")
}

// checkShare asks about “39 of 120 seats (40 %)”.
func checkShare(src []byte, q []Quantity, add func(Range, string)) {
	if len(q) < 3 || q[0].Kind != "count" || q[1].Kind != "count" || q[2].Kind != "percent" || q[0].Low != q[0].High || q[1].Value <= 0 {
		return
	}
	of, ok := between(src, q[0], q[1])
	if !ok || strings.Trim(of, " ") != "of" && strings.Trim(of, " ") != "of the" && strings.Trim(of, " ") != "out of" {
		return
	}
	in, ok := between(src, q[1], q[2])
	if !ok || !strings.HasSuffix(strings.TrimRight(in, " "), "(") && !strings.HasSuffix(in, ", or ") && !strings.HasSuffix(in, ", about ") {
		return
	}
	share := 100 * q[0].Value / q[1].Value
	if math.Abs(share-q[2].Value) > grainOf(q[2].Text, q[2].Value)/2+.051 && share <= 100 {
		add(Range{q[0].At.Start, q[2].At.End}, fmt.Sprintf("%s of %s is %.1f %%: is %s right?", plain(q[0].Value), plain(q[1].Value), share, q[2].Text))
	}
}

// checkChange asks about “from 200 to 250, a rise of 30 percent”.
func checkChange(src []byte, q []Quantity, add func(Range, string)) {
	if len(q) < 2 || q[1].Kind != "percent" || q[0].Kind == "percent" || q[0].Low == q[0].High || q[0].Low <= 0 || !strings.HasPrefix(strings.ToLower(q[0].Text), "from ") {
		return
	}
	in, ok := between(src, q[0], q[1])
	if !ok {
		return
	}
	said := false
	for _, w := range [...]string{"rise of", "increase of", "fall of", "drop of", "decline of", "growth of", "cut of", "decrease of", "up ", "down ", "reduction of"} {
		said = said || strings.Contains(in, w)
	}
	if !said {
		return
	}
	old := q[0].Low
	if q[0].Value == q[0].Low {
		old = q[0].High
	}
	change := 100 * math.Abs(q[0].Value-old) / old
	if math.Abs(change-math.Abs(q[1].Value)) > grainOf(q[1].Text, q[1].Value)/2+.051 {
		add(Range{q[0].At.Start, q[1].At.End}, fmt.Sprintf("%s is a change of %.1f %%: is %s right?", q[0].Text, change, q[1].Text))
	}
}

// checkParts asks about “39 people: 20 men and 18 women”. Only a list behind a colon
// or a dash is taken for the whole.
func checkParts(src []byte, q []Quantity, add func(Range, string)) {
	if len(q) < 3 || q[0].Kind != "count" && q[0].Kind != "money" || q[0].Low != q[0].High {
		return
	}
	in, ok := between(src, q[0], q[1])
	if !ok || !strings.ContainsAny(in, ":—–") || len(in) > 24 {
		return
	}
	sum, n := 0., 0
	grain := rounding(q[0])
	ended := false
	for i := 1; i < len(q) && !ended; i++ {
		p := q[i]
		if p.Kind != q[0].Kind || p.Low != p.High || p.Value >= q[0].Value || q[0].Kind == "money" && p.Unit != q[0].Unit {
			return
		}
		if i > 1 {
			in, ok := between(src, q[i-1], p)
			if !ok {
				break
			}
			ended = strings.HasSuffix(strings.TrimSpace(in), "and")
			if !ended && !strings.Contains(in, ",") {
				return
			}
		}
		sum += p.Value
		grain += rounding(p)
		n++
	}
	if ended && n >= 2 && math.Abs(sum-q[0].Value) > grain/2+1e-9*q[0].Value {
		add(Range{q[0].At.Start, q[n].At.End}, fmt.Sprintf("the parts add up to %s: is %s right?", plain(sum), q[0].Text))
	}
}

// rounding is what the last digit of a quantity counts where it may be rounded;
// people and things in whole numbers are counted.
func rounding(q Quantity) float64 {
	g := grainOf(q.Text, q.Value)
	if g == 1 && q.Kind == "count" {
		return 0
	}
	return g
}

// checkTwice asks about one quantity with two values: the same unit, the same words
// of two and more for what it measures, in two sentences that say much the same and
// speak of no other date. Two lists of “machine guns” are two lists, and “up to” is
// no value.
func checkTwice(src Source, f *Facts, add func(Range, string)) {
	first := map[string]Number{}
	for _, b := range f.Numbers {
		keys := stems(b.About)
		if len(keys) < 2 || len(b.Evidence) == 0 || b.Low != b.High || loose(b.Qualifier) {
			continue
		}
		slices.Sort(keys)
		k := b.Kind + " " + b.Unit + " " + strings.Join(keys, " ")
		a, ok := first[k]
		if !ok {
			first[k] = b
			continue
		}
		ea, eb := a.Evidence[0], b.Evidence[0]
		if ea.At.Start > eb.At.Start {
			ea, eb = eb, ea
		}
		if a.Value == b.Value || ea.Sentence == eb.Sentence || !asserted(src, ea) || !asserted(src, eb) || !sayAlike(src, ea.Sentence, eb.Sentence) || dated(f, ea.Sentence) != dated(f, eb.Sentence) {
			continue
		}
		add(eb.At, fmt.Sprintf("%s here, %s in %s, for “%s”: which is it?", eb.Words, ea.Words, where(ea.Paragraph), b.About))
	}
}

// asserted reports whether a quantity stands in a whole sentence: it ends with a stop, and
// no label with a colon stands before the quantity. The items of two lists are two lists.
func asserted(src Source, e Evidence) bool {
	s := strings.TrimRight(string(e.Sentence.Of(src.Markdown)), " \n*_\"”’)")
	if s == "" || !strings.ContainsRune(".!?", rune(s[len(s)-1])) {
		return false
	}
	return !strings.Contains(string(src.Markdown[e.Sentence.Start:e.At.Start]), ":")
}

// sayAlike reports whether two sentences share three content words and six of ten.
func sayAlike(src Source, a, b Range) bool {
	x, y := stems(string(a.Of(src.Markdown))), stems(string(b.Of(src.Markdown)))
	n := shared(x, y)
	return n >= 3 && n*10 >= 6*min(len(x), len(y))
}

// loose reports whether a qualifier leaves the value open.
func loose(q string) bool {
	switch {
	case q == "", strings.Contains(q, "about"), strings.Contains(q, "some"), strings.Contains(q, "around"), strings.Contains(q, "only"), strings.Contains(q, "exactly"):
		return false
	}
	return true
}

// dated joins the dates that a sentence speaks of.
func dated(f *Facts, s Range) string {
	d := ""
	for _, e := range f.Expressions {
		if s.Has(e.At.Start) && e.Type == "DATE" {
			d += e.Value + " "
		}
	}
	return d
}

// plain writes a number as one reads it.
func plain(v float64) string {
	s := fmt.Sprintf("%.2f", v)
	s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	whole, part, _ := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0 && whole[i-1] != '-'; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if part != "" {
		return whole + "." + part
	}
	return whole
}
