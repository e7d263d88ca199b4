package lang

import (
	"strconv"
	"strings"
)

// namesNumber reports whether the word at i takes the number behind it as its
// own, with a hyphen or behind a space: COVID-19, F-16, Section 3, Flight 214.
func (c *counting) namesNumber(i, hi int) bool {
	if i+1 >= hi {
		return false
	}
	next := &c.tokens[i+1]
	if (next.low == "-" || next.low == "–") && !next.space && i+2 < hi && c.tokens[i+2].kind == number && !c.tokens[i+2].space {
		return true
	}
	return next.kind == number && takesNumber(c.tokens[i].low) || next.low == "." && i+2 < hi && c.tokens[i+2].kind == number && abbreviatesNumber(c.tokens[i].low)
}

// takesNumber lists words whose number is a name, in small letters too.
func takesNumber(w string) bool {
	switch w {
	case "section", "sections", "article", "articles", "paragraph", "chapter", "page", "pages", "annex", "appendix", "table",
		"figure", "item", "clause", "rule", "title", "part", "volume", "resolution", "resolutions", "flight", "route", "highway",
		"interstate", "platform", "gate", "room", "suite", "apartment", "building", "block", "unit", "phase", "stage", "step",
		"level", "tier", "category", "type", "class", "grade", "group", "version", "model", "windows", "channel", "line",
		"district", "precinct", "ward", "zone", "sector", "area", "site", "reactor", "proposition", "amendment", "law",
		"directive", "regulation", "order", "case", "docket", "bill", "decree", "protocol", "game", "week", "day", "round",
		"episode", "season", "number", "telephone", "phone", "tel", "fax", "ext", "extension", "box", "zip", "serial",
		"reference", "ref", "id", "isbn", "doi", "vol", "ch", "pp", "sec", "art", "option", "scenario", "option.", "priority",
		"goal", "pillar", "track", "act", "formula", "company", "battalion", "regiment", "division", "squadron", "brigade",
		"tab", "slide", "footnote", "note", "exercise", "chart", "exhibit", "form", "schedule", "lot", "line-item", "division.":
		return true
	}
	return false
}

// abbreviatesNumber lists abbreviations that stand before the number of a name, with their full stop apart.
func abbreviatesNumber(w string) bool {
	switch w {
	case "no", "nos", "nr", "nrs", "sec", "art", "para", "ch", "vol", "p", "pp", "fig", "rev", "res", "ext", "tel":
		return true
	}
	return false
}

// namedNumber reads the number in a name that begins with word i; i for none.
//
// It catches letters and digits that are written together (G7, DUF6, A380), with
// a hyphen (COVID-19, F-16), and numbers that a word for a part, place or document
// takes (Section 3, phase 2, H.R. 3684). It must not catch the start of an amount
// (USD115, mid-2019, pre-1990) or “on page 20 people …”, where a noun follows.
func (c *counting) namedNumber(i, hi int) int {
	k, next := &c.tokens[i], &c.tokens[i+1]
	switch {
	case next.kind == number && !next.space:
		if !k.cap && k.end-k.start > 4 {
			return i
		}
		return c.identifier(i, i+1, hi)
	case next.kind == mark && next.low != "." || next.low == "-":
		switch k.low {
		case "mid", "pre", "post", "non", "sub", "top", "under", "over", "some", "twenty", "thirty", "forty", "fifty", "sixty",
			"seventy", "eighty", "ninety", "early", "late":
			return i
		}
		if _, p := numberWord(k.low); p != noPart {
			return i
		}
		if monthOrDay(k.low) {
			return i
		}
		return c.identifier(i, i+2, hi)
	case next.low == ".":
		if !numbersOnly(k.low) && !k.cap {
			return i
		}
		return c.identifier(i, i+2, hi)
	}
	// Section 3: no noun behind it that it could count
	switch k.low {
	case "section", "sections", "article", "clause", "paragraph", "annex", "resolution", "title": // section 301 tariffs
	case "line", "number", "order", "unit":
		if c.pluralBehind(i+2, hi) {
			return i
		}
	default:
		if !k.cap && c.pluralBehind(i+2, hi) {
			return i
		}
	}
	if !plainDigits(c.of(*next)) {
		return i
	}
	if _, ok := c.unit(i+2, hi); ok && i+2 < hi && c.tokens[i+2].low != "%" == (c.tokens[i+2].kind == mark) && c.tokens[i+2].low != "(" {
		return i
	}
	return c.identifier(i, i+1, hi)
}

func numbersOnly(w string) bool {
	switch w {
	case "nr", "nrs", "nos", "no", "pp", "p", "para", "sec", "art", "vol", "ch", "fig", "ext", "tel":
		return true
	}
	return false
}

// identifier takes the number at token n, and what is joined to it, as one name.
func (c *counting) identifier(i, n, hi int) int {
	to := n + 1
	for to < hi && !c.tokens[to].space {
		k := &c.tokens[to]
		if k.kind != mark {
			to++
			continue
		}
		if (k.low == "-" || k.low == "–" || k.low == "/" || k.low == ".") && to+1 < hi && !c.tokens[to+1].space && c.tokens[to+1].kind != mark &&
			(c.tokens[to+1].kind == number || c.tokens[to+1].upper) {
			to += 2
			continue
		}
		break
	}
	return c.add(i, to, Identifier, c.plainValue(n), "")
}

// plainValue is the number at token i, 0 where it is none.
func (c *counting) plainValue(i int) float64 {
	v, _, _ := parseDigits(c.of(c.tokens[i]))
	return v
}

func plainDigits(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// pluralBehind reports whether a plural noun follows, modifiers left out: what
// stands before it is a count.
func (c *counting) pluralBehind(i, hi int) bool {
	for j := i; j < hi && j < i+3; j++ {
		if c.tokens[j].kind != word {
			return false
		}
		if isPlural(c.tokens[j].low) && c.class(j) <= posParticiple {
			return true
		}
		if c.class(j) > posQuantifier {
			return false
		}
	}
	return false
}

// notCounted reads what begins with digits and counts nothing: clock times, dates
// in figures, ordinals, decades, telephone numbers, addresses of machines, scores,
// list marks; i for none of them.
func (c *counting) notCounted(i, hi int) int {
	k := &c.tokens[i]
	if k.low == "+" || k.kind != number {
		if k.kind != word {
			return i
		}
		return c.spelledOrdinal(i, hi)
	}
	s := c.of(*k)
	if i > c.first[k.unit] && !k.space {
		switch c.tokens[i-1].low {
		case "=", "_", "?", "@", "\\": // ?id=271065
			return c.identifier(i, i, hi)
		}
	}
	glued := i+1 < hi && !c.tokens[i+1].space
	if to := c.telephone(i, hi); to > i {
		return to
	}
	if strings.Count(s, ".") > 1 || strings.Count(s, ",") > 0 && strings.Count(s, ".") == 0 {
		if _, _, ok := parseDigits(s); !ok {
			return c.list(i)
		}
	}
	if !glued {
		if to := c.clock(i, hi); to > i {
			return to
		}
		if c.listMark(i, hi) {
			return c.add(i, i+1, Identifier, c.plainValue(i), "")
		}
		return i
	}
	next := &c.tokens[i+1]
	switch {
	case next.kind == word:
		w := next.low
		switch w {
		case "st", "nd", "rd", "th":
			return c.add(i, i+2, Ordinal, c.plainValue(i), "")
		case "s": // 1990s, 80s
			return c.add(i, i+2, Year, c.plainValue(i), "")
		}
		if to := c.clock(i, hi); to > i {
			return to
		}
		if currencyCode(c.of(*next)) != "" || currencySign(w) != "" || w[0] == '\'' {
			return i
		}
		name, _ := symbol(c.of(*next))
		// 747s, 13F, 24703L202
		if i+2 < hi && c.tokens[i+2].kind == number && !c.tokens[i+2].space && name != "" {
			switch c.of(c.tokens[i+2]) {
			case "2", "3":
			default:
				return c.identifier(i, i, hi)
			}
		}
		if name == "" && scaleLetter(c.of(*next), true) == 0 && measureNoun(w) == "" && timeNoun(w) == "" && w != "e" && w != "x" && w != "yo" && w != "percent" && w != "pct" {
			return c.identifier(i, i, hi)
		}
	case next.low == ":":
		if to := c.clock(i, hi); to > i {
			return to
		}
	case next.low == "/":
		if to := c.figureDate(i, hi); to > i {
			return to
		}
		if f, _ := c.slash(i, hi); f == 0 && i+2 < hi && c.tokens[i+2].kind == number && !c.tokens[i+2].space {
			return c.identifier(i, i, hi) // 24/7, 9/11
		}
	case next.low == "-" || next.low == "–":
		if to := c.figureDate(i, hi); to > i {
			return to
		}
		if to := c.score(i, hi); to > i {
			return to
		}
	case (next.low == "." || next.low == ")") && c.listMark(i, hi):
		return c.add(i, i+1, Identifier, c.plainValue(i), "")
	}
	return i
}

// list splits a token such as “22,24,26” or 192.168.1.2 into its numbers.
func (c *counting) list(i int) int {
	k := c.tokens[i]
	s := c.of(k)
	at := 0
	for j := 0; j <= len(s); j++ {
		if j == len(s) || s[j] == ',' || s[j] == '.' {
			if v, err := strconv.ParseFloat(s[at:j], 64); err == nil && j-at < 16 {
				c.out = append(c.out, Quantity{Span: Span{int(k.unit), int(k.start) + at, int(k.start) + j}, Kind: Identifier, Value: v, Low: v, High: v})
			}
			at = j + 1
		}
	}
	return i + 1
}

// spelledOrdinal reads “twenty-first” and “one hundredth”, where a denominator is
// not meant.
func (c *counting) spelledOrdinal(i, hi int) int {
	v, p := numberWord(c.tokens[i].low)
	if p != tensPart || i+2 >= hi || c.tokens[i+1].low != "-" || c.tokens[i+2].space {
		return i
	}
	n, plural := ordinalWord(c.tokens[i+2].low)
	if n == 0 || n >= 10 || plural {
		return i
	}
	return c.add(i, i+3, Ordinal, v+n, "")
}

func year(n int32) bool { return n >= 1000 && n < 2100 }

// telephone reads groups of digits that belong to one telephone number: a + or a
// leading nought, or groups of three, three and four.
func (c *counting) telephone(i, hi int) int {
	k := &c.tokens[i]
	if k.n < 0 && k.end-k.start < 10 {
		return i
	}
	plus := i > 0 && c.tokens[i-1].low == "+" && c.tokens[i-1].unit == k.unit && !k.space
	bracket := i > 0 && c.tokens[i-1].low == "(" && c.tokens[i-1].unit == k.unit && i+1 < hi && c.tokens[i+1].low == ")" && k.end-k.start <= 5
	n := int(k.end - k.start)
	zero := c.of(*k)[0] == '0' && n > 1
	digits, groups, last := n, 1, n
	four := n == 4
	to := i + 1
	for to < hi {
		j := to
		for j < hi && j < to+2 && (c.tokens[j].low == "-" || c.tokens[j].low == ")" || c.tokens[j].low == "(" || c.tokens[j].low == "/" || c.tokens[j].low == "–") {
			j++
		}
		if j >= hi || c.tokens[j].kind != number || c.tokens[j].n < 0 {
			break
		}
		last = int(c.tokens[j].end - c.tokens[j].start)
		if last < 2 {
			break
		}
		four = four || last == 4
		digits += last
		groups++
		to = j + 1
	}
	if groups > 5 || digits < 7 || digits > 15 {
		return i
	}
	american := n == 3 && groups == 3 && last == 4 || n == 1 && groups == 4 && last == 4
	if groups > 1 && (plus || zero && four || american && (bracket || c.tokens[i+1].low == "-") || bracket && groups >= 2) {
		for _, j := range []int{i} {
			return c.add(j, to, Identifier, c.plainValue(i), "")
		}
	}
	return i
}

// score reads 3-1, 52–48 where a contest or a vote is spoken of; i for none.
func (c *counting) score(i, hi int) int {
	if c.tokens[i].n < 0 || i+2 >= hi || c.tokens[i+2].n < 0 || c.tokens[i+2].space || c.tokens[i+1].space {
		return i
	}
	if i+3 < hi && c.tokens[i+3].low == "/" {
		return i // 2-1/2
	}
	a, b := c.tokens[i].n, c.tokens[i+2].n
	if a < b && (c.pluralBehind(i+3, hi)) {
		return i // 5-10 people
	}
	if _, ok := c.unit(i+3, hi); ok {
		return i
	}
	if a >= b || c.contest(i) {
		return c.add(i, i+3, Score, float64(a), "")
	}
	return i
}

// contest reports whether a word of voting or playing stands before token i in its sentence.
func (c *counting) contest(i int) bool {
	for j := i - 1; j >= c.from[c.tokens[i].sentence] && j > i-10; j-- {
		switch c.tokens[j].low {
		case "vote", "votes", "voted", "win", "won", "beat", "beating", "defeat", "defeated", "victory", "draw", "drew", "score", "lead",
			"lost", "tie", "tied", "passed", "approved", "rejected", "ruled", "ruling", "match", "game", "split":
			return true
		}
	}
	return false
}

// listMark reports whether the number at i only numbers its paragraph: “1. Purpose”, “(2)”, “[3]”.
func (c *counting) listMark(i, hi int) bool {
	k := &c.tokens[i]
	if k.n < 0 || k.n > 200 {
		return false
	}
	first := i == c.first[k.unit]
	next := ""
	if i+1 < hi {
		next = c.tokens[i+1].low
	}
	switch {
	case first && (next == "." && !c.tokens[i+1].space || next == ")") && i+2 < c.first[k.unit+1]:
		return true
	case i > 0 && !k.space && (c.tokens[i-1].low == "(" && next == ")" || c.tokens[i-1].low == "[" && next == "]"):
		return i-1 == c.first[k.unit] || c.tokens[i-1].low == "["
	}
	return false
}

// year reports whether an amount of bare digits is a year.
//
// Written without comma, four digits from 1000 to 2099 that count nothing: a
// isPlural noun behind them makes them a count (2000 people), a singular one does
// not (the 1973 building); “in 2019 prices rose” is a year for the preposition.
func (c *counting) year(a, b amount, hi int) bool {
	if !a.plain || a.to-a.from != 1 || a.value < 1000 || a.value >= 2100 || len(c.of(c.tokens[a.from])) != 4 {
		return false
	}
	if b.to != a.to && (!b.plain || b.value < 1000 || b.value >= 2100) {
		return false
	}
	i := a.from
	if _, qualified := c.qualifier(i); qualified {
		switch c.tokens[i-1].low {
		case "around", "circa", "about", "above", "below":
		default:
			return false
		}
	}
	if i > c.from[c.tokens[i].sentence] {
		switch c.tokens[i-1].low {
		case "in", "since", "until", "till", "by", "during", "before", "after", "late", "early", "mid", "fy", "spring", "summer",
			"autumn", "fall", "winter", "from", "through", "between", "'", "’", "the", "fiscal", "year", "circa":
			if c.tokens[i-1].low == "the" || c.tokens[i-1].low == "from" || c.tokens[i-1].low == "by" || c.tokens[i-1].low == "after" || c.tokens[i-1].low == "between" {
				break
			}
			return true
		}
		if monthOrDay(c.tokens[i-1].low) {
			return true
		}
		if c.tokens[i-1].low == "," && i > 2 && c.tokens[i-2].n > 0 && c.tokens[i-2].n <= 31 && c.monthBeside(i-2, i-1) { // July 4, 1998
			return true
		}
	}
	if a.value >= 1900 && b.to < hi && c.tokens[b.to].cap && !isPlural(c.tokens[b.to].low) {
		return true // the 2020 Paris Conference
	}
	if a.value >= 1900 && b.to < hi {
		switch c.tokens[b.to].low { // measured against a year
		case "levels", "level", "figures", "elections", "results", "games", "prices", "estimates", "protests":
			return true
		}
	}
	return !c.pluralBehind(b.to, hi)
}

// identified reports whether a number without unit or noun belongs to a name: a
// capitalised word before it (Boeing 737), a street behind it (10 Downing Street).
func (c *counting) identified(a amount, hi int) bool {
	if a.to < hi && codeOfLaw(c.of(c.tokens[a.to])) {
		return true // 44 U.S.C. 2107
	}
	if n := a.from; a.glued && n-2 > c.from[c.tokens[n].sentence] && c.tokens[n-1].low == "to" && c.tokens[n-2].cap && !c.tokens[n-2].upper && c.class(n-2) == posNominal {
		return true // Couch to 5K: a name
	}
	if !a.plain || a.words {
		return false
	}
	i := a.from
	if n := a.to - a.from; n == 1 && a.value >= 1000 && c.tokens[i].end-c.tokens[i].start >= 4 && !strings.ContainsAny(c.of(c.tokens[i]), ",. ") && a.to < hi && c.tokens[a.to].space && c.tokens[a.to].cap && c.tokens[a.to].kind == word && !c.tokens[a.to].upper {
		return true // 96813 Honolulu, 2200 South
	}
	if i > c.from[c.tokens[i].sentence] && c.tokens[i].space {
		p := &c.tokens[i-1]
		if p.kind == word && p.cap && posOf(p.low) == posNominal && !monthOrDay(p.low) && p.space {
			return true
		}
		if p.kind == word && p.upper {
			return true
		}
		switch {
		case takesNumber(p.low), p.kind == word && strings.HasSuffix(p.low, ".") && p.cap: // H.R. 3684
			return true
		}
	}
	for j := a.to; j < hi && j < a.to+4 && c.tokens[j].kind == word && c.tokens[j].cap; j++ {
		switch c.tokens[j].low {
		case "street", "avenue", "road", "boulevard", "lane", "drive", "square", "st", "ave", "place", "plaza", "highway", "way", "court",
			"parkway", "terrace", "building":
			return true
		}
	}
	return false
}

// street reports whether a street's name begins with token i, as tongues say it that have
// the kind before the name: 36 Quai des Fleurs.
func (c *counting) street(i, hi int) bool {
	if i+1 >= hi || !c.tokens[i].cap {
		return false
	}
	switch c.tokens[i].low {
	case "quai", "rue", "avenue", "boulevard", "via", "viale", "calle", "avenida", "plaza", "piazza", "rua", "place", "ulica":
		return c.tokens[i+1].kind == word && (c.tokens[i+1].cap || c.tokens[i+1].low == "de" || c.tokens[i+1].low == "des" || c.tokens[i+1].low == "du" || c.tokens[i+1].low == "della")
	}
	return false
}

// codeOfLaw lists the short names of collections of law, whose title number stands before them.
func codeOfLaw(w string) bool {
	switch strings.ReplaceAll(w, ".", "") {
	case "USC", "CFR", "Stat", "UST", "TIAS", "FR":
		return true
	}
	return false
}

// chemical reports whether “6-MAM” and its like name something: the compound is
// written in capitals or no noun follows it, as one does “55-member bloc”.
func (c *counting) chemical(np nounPhrase, hi int) bool {
	if m := &c.tokens[np.head-1]; m.low != "-" && m.low != "–" {
		return false
	}
	return c.tokens[np.head].upper || np.to >= hi || c.tokens[np.to].kind != word && c.tokens[np.to].low != "-" || c.class(np.to) > posGerund
}

// monthOrDay lists the names of months and weekdays, and their abbreviations.
func monthOrDay(w string) bool {
	switch w {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun":
		return true
	}
	return false
}
