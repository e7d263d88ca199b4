package lang

import (
	"math"
	"strconv"
	"strings"
)

// A numeral is a number as it is written, without unit: “60”, “1,234.5”, “1/4”,
// “2½”, “three hundred and two”, “half a million”, “60bn”.
type numeral struct {
	value    float64
	from, to int     // tokens
	scale    float64 // the last thousand, million … read, 1 without one
	words    bool    // spelled out, no digit in it
	plain    bool    // digits only: could be a year, a section, a telephone number
	fraction bool    // “two-thirds”, “1/4”, “half”
	glued    bool    // a letter suffix ends it: “60bn”, “10k”
}

// numberPart is what a word adds to a spelled number.
type numberPart uint8

const (
	noPart    numberPart = iota
	onesPart             // zero to nineteen
	tensPart             // twenty … ninety
	scalePart            // hundred, thousand, million …, dozen
)

func numberWord(w string) (float64, numberPart) {
	if len(w) < 3 || len(w) > 9 {
		return 0, noPart
	}
	switch w {
	case "zero", "nought", "naught":
		return 0, onesPart
	case "one":
		return 1, onesPart
	case "two":
		return 2, onesPart
	case "three":
		return 3, onesPart
	case "four":
		return 4, onesPart
	case "five":
		return 5, onesPart
	case "six":
		return 6, onesPart
	case "seven":
		return 7, onesPart
	case "eight":
		return 8, onesPart
	case "nine":
		return 9, onesPart
	case "ten":
		return 10, onesPart
	case "eleven":
		return 11, onesPart
	case "twelve":
		return 12, onesPart
	case "thirteen":
		return 13, onesPart
	case "fourteen":
		return 14, onesPart
	case "fifteen":
		return 15, onesPart
	case "sixteen":
		return 16, onesPart
	case "seventeen":
		return 17, onesPart
	case "eighteen":
		return 18, onesPart
	case "nineteen":
		return 19, onesPart
	case "twenty":
		return 20, tensPart
	case "thirty":
		return 30, tensPart
	case "forty":
		return 40, tensPart
	case "fifty":
		return 50, tensPart
	case "sixty":
		return 60, tensPart
	case "seventy":
		return 70, tensPart
	case "eighty":
		return 80, tensPart
	case "ninety":
		return 90, tensPart
	}
	if s := scaleWord(w); s > 0 {
		return s, scalePart
	}
	return 0, noPart
}

// scaleWord is the factor that a word stands for behind a number, 0 for none.
func scaleWord(w string) float64 {
	switch w {
	case "dozen", "dozens", "doz", "dozs", "dzs":
		return 12
	case "hundred", "hundreds":
		return 1e2
	case "thousand", "thousands":
		return 1e3
	case "lakh", "lakhs":
		return 1e5
	case "million", "millions", "mln", "mil":
		return 1e6
	case "crore", "crores":
		return 1e7
	case "billion", "billions", "bln", "bn":
		return 1e9
	case "trillion", "trillions", "trn", "tln", "tn":
		return 1e12
	}
	return 0
}

// scaleLetter is the factor of letters that stand right behind digits. A small m
// is a metre unless money stands before it; G is no scale in prose (5G, G7).
func scaleLetter(w string, money bool) float64 {
	switch w {
	case "k", "K":
		return 1e3
	case "M", "MM", "mm":
		if w == "mm" && !money {
			return 0
		}
		return 1e6
	case "m":
		if money {
			return 1e6
		}
	case "b", "B":
		return 1e9
	case "t", "T":
		if money {
			return 1e12
		}
	}
	return scaleWord(strings.ToLower(w))
}

// ordinal reads first, twenty-first’s last word, third(s), hundredth(s): its
// number, and whether it is a plural, which only a denominator can be.
func ordinalWord(w string) (n float64, plural bool) {
	if len(w) < 4 || len(w) > 12 {
		return 0, false
	}
	switch w {
	case "first":
		return 1, false
	case "second": // as a plural it is a time
		return 2, false
	case "half", "halves":
		return 0, false
	}
	if strings.HasSuffix(w, "s") {
		plural = true
		w = w[:len(w)-1]
	}
	switch w {
	case "quarter":
		return 4, plural
	case "third":
		return 3, plural
	case "fifth":
		return 5, plural
	case "eighth":
		return 8, plural
	case "ninth":
		return 9, plural
	case "twelfth":
		return 12, plural
	}
	if !strings.HasSuffix(w, "th") {
		return 0, false
	}
	w = w[:len(w)-2]
	if strings.HasSuffix(w, "ie") { // twentieth
		w = w[:len(w)-2] + "y"
	}
	if v, p := numberWord(w); p != noPart && v > 0 {
		return v, plural
	}
	return 0, false
}

// fractionMark is the value of ½ and its kin, 0 for any other rune.
func fractionMark(s string) float64 {
	switch s {
	case "½":
		return 1. / 2
	case "⅓":
		return 1. / 3
	case "⅔":
		return 2. / 3
	case "¼":
		return 1. / 4
	case "¾":
		return 3. / 4
	case "⅕":
		return 1. / 5
	case "⅖":
		return 2. / 5
	case "⅗":
		return 3. / 5
	case "⅘":
		return 4. / 5
	case "⅙":
		return 1. / 6
	case "⅚":
		return 5. / 6
	case "⅛":
		return 1. / 8
	case "⅜":
		return 3. / 8
	case "⅝":
		return 5. / 8
	case "⅞":
		return 7. / 8
	}
	return 0
}

// digits reads a token of digits. Commas group by three (or two and a last
// three, as in India); one comma before two digits or one is a decimal comma.
// What is neither (22,24,26 and 192.168.1.2) is no number.
func digits(s string) (v float64, plain, ok bool) {
	commas, points := strings.Count(s, ","), strings.Count(s, ".")
	switch {
	case commas == 0 && points == 0:
		plain = true
	case commas == 0 && points == 1:
	case points <= 1 && grouped(s, ',', '.'):
		s = strings.ReplaceAll(s, ",", "")
	case commas == 1 && points > 0 && grouped(s, '.', ','): // 1.111,11
		s = strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", ".")
	case commas == 1 && points == 0 && len(s)-strings.IndexByte(s, ',') <= 3: // 5,00
		s = strings.ReplaceAll(s, ",", ".")
	default:
		return 0, false, false
	}
	if len(s) > 24 {
		return 0, false, false
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, plain, err == nil
}

// grouped reports whether the whole part of s is cut into groups by sep, and
// whether nothing but a decimal part follows point.
func grouped(s string, sep, point byte) bool {
	if i := strings.IndexByte(s, point); i >= 0 {
		if strings.IndexByte(s[i:], sep) >= 0 {
			return false
		}
		s = s[:i]
	}
	last := -1
	groups := 0
	for i := 0; i <= len(s); i++ {
		if i == len(s) || s[i] == sep {
			n := i - last - 1
			if n > 3 || n == 0 || groups > 0 && n < 2 || i == len(s) && n != 3 {
				return false
			}
			groups++
			last = i
		}
	}
	return groups > 1
}

// numeral reads the longest number that begins with token i and ends before hi.
func (t *text) numeral(i, hi int, money bool) (n numeral, ok bool) {
	n = numeral{from: i, scale: 1}
	sign := 1.0
	j := i
	if k := &t.tokens[j]; j+1 < hi {
		switch {
		case (k.low == "-" || k.low == "−") && t.tokens[j+1].kind == number && !t.tokens[j+1].space && (k.space || j == t.first[k.unit]),
			(k.low == "minus" || k.low == "negative") && t.beginsNumeral(j+1):
			sign = -1
			j++
		}
	}
	v, to, plain, ok := t.atom(j, hi)
	switch {
	case ok:
		n.value, n.to, n.plain, n.from = v, to, plain, j
		t.digitTail(&n, hi, money)
		n.from, n.plain = i, n.plain && sign > 0
	default:
		n, ok = t.spelled(j, hi)
		n.from = i
		if !ok {
			return n, false
		}
	}
	t.fractionTail(&n, hi)
	n.value *= sign
	return n, true
}

// beginsNumeral reports whether token i is digits, a fraction mark or a number word.
func (t *text) beginsNumeral(i int) bool {
	k := &t.tokens[i]
	switch k.kind {
	case number:
		return true
	case mark:
		return fractionMark(k.low) > 0 || k.low == "." && i+1 < len(t.tokens) && t.tokens[i+1].kind == number && !t.tokens[i+1].space
	}
	if _, p := numberWord(k.low); p != noPart {
		return true
	}
	return false
}

// atom reads digits: “1,234”, “1 234 567” with single spaces, “.08”, “10 1/2”, “½”.
func (t *text) atom(i, hi int) (v float64, to int, plain, ok bool) {
	k := &t.tokens[i]
	if k.kind == mark {
		if f := fractionMark(k.low); f > 0 {
			return f, i + 1, false, true
		}
		if k.low == "." && i+1 < hi && t.tokens[i+1].kind == number && !t.tokens[i+1].space && (k.space || i == t.first[k.unit]) {
			d := t.of(t.tokens[i+1])
			if f, err := strconv.ParseFloat("0."+d, 64); err == nil && !strings.ContainsAny(d, ",.") {
				return f, i + 2, false, true
			}
		}
		return 0, 0, false, false
	}
	if k.kind != number {
		return 0, 0, false, false
	}
	v, plain, ok = digits(t.of(*k))
	if !ok {
		return 0, 0, false, false
	}
	to = i + 1
	if plain && int(k.end-k.start) <= 3 && t.of(*k)[0] != '0' {
		for to < hi && t.thousands(to) {
			g := t.tokens[to]
			s := t.of(g)
			if len(s) > 3 { // 567.89
				if s[3] != '.' {
					break
				}
			}
			f, _ := strconv.ParseFloat(s, 64)
			v = v*1000 + f
			to++
			plain = false
			if len(s) > 3 {
				break
			}
		}
	}
	if to < hi {
		if f := fractionMark(t.tokens[to].low); f > 0 { // 2½
			return v + f, to + 1, false, true
		}
	}
	return v, to, plain, true
}

// thousands reports whether token i is three digits behind one space, as the
// groups of “1 234 567” are, and no number goes on behind them.
func (t *text) thousands(i int) bool {
	k := &t.tokens[i]
	n := int(k.end - k.start)
	if k.kind != number || !k.space || n != 3 && n < 5 {
		return false
	}
	s := t.of(*k)
	if n != 3 && (s[3] != '.' || strings.Contains(s, ",")) {
		return false
	}
	p := &t.tokens[i-1]
	gap := t.units[k.unit].S[p.end:k.start]
	if gap != " " && gap != "\u00a0" && gap != "\u202f" && gap != "\u2009" {
		return false
	}
	if i+1 < len(t.tokens) && t.tokens[i+1].unit == k.unit {
		switch next := &t.tokens[i+1]; {
		case next.kind == number && int(next.end-next.start) > 3 && t.of(*next)[3] != '.':
			return false // a telephone number
		case next.low == "-" || next.low == "/" || next.kind == word && !next.space && len(next.low) > 2:
			return false
		}
	}
	return true
}

// digitTail adds what can follow digits: a fraction, a power of ten, a scale.
func (t *text) digitTail(n *numeral, hi int, money bool) {
	// 1/4, 10 1/2: a proper fraction; 24/7, 9/11 and 5/17/2018 are none
	if f, to := t.slash(n.to, hi); f > 0 && n.plain {
		n.value, n.to, n.plain = n.value+f, to, false
	} else if f, to := t.slash(n.to-1, hi); f > 0 && n.plain && n.to == n.from+1 {
		n.value, n.to, n.plain, n.fraction = f, to, false, true
	}
	if to := t.power(n, hi); to > n.to {
		n.to, n.plain = to, false
		return
	}
	if n.to < hi {
		k := &t.tokens[n.to]
		if k.kind == word && !k.space {
			if s := scaleLetter(t.of(*k), money); s > 0 && !t.hyphenBehind(n.to, hi) {
				n.value, n.to, n.scale, n.plain, n.glued = n.value*s, n.to+1, s, false, true
			} else if k.low == "e" && n.to+1 < hi && !t.tokens[n.to+1].space { // 1e10
				at := n.to + 1
				neg := false
				if m := t.tokens[at].low; (m == "-" || m == "+") && at+1 < hi {
					neg = m == "-"
					at++
				}
				if e, plain, ok := digits(t.of(t.tokens[at])); ok && plain && e < 300 && t.tokens[at].kind == number {
					if neg {
						e = -e
					}
					n.value, n.to, n.plain = n.value*math.Pow(10, e), at+1, false
				}
			}
		}
	}
	for n.to < hi {
		k := &t.tokens[n.to]
		at := n.to
		if k.low == "-" && !k.space && at+1 < hi && !t.tokens[at+1].space { // 1.5-million
			at++
			k = &t.tokens[at]
		}
		if k.kind != word {
			break
		}
		s := scaleWord(k.low)
		if s == 0 || s == 12 && n.to == at && strings.HasSuffix(k.low, "doz") {
			if c := t.of(*k); k.space && (c == "M" || c == "k") && at == n.to {
				s = scaleLetter(c, money)
			}
		}
		if s == 0 || n.fraction && s < 1e3 {
			break
		}
		n.value, n.to, n.scale, n.plain = n.value*s, at+1, s, false
		n.fraction = false
	}
	// 3 hundred and 21, 4 thousand 3 hundred
	for n.scale >= 100 && !n.glued && n.to < hi {
		j := n.to
		if t.tokens[j].low == "and" && j+1 < hi {
			j++
		}
		v, to, _, ok := t.atom(j, hi)
		if !ok {
			break
		}
		s := 1.0
		if to < hi {
			if s = scaleWord(t.tokens[to].low); s > 0 {
				to++
			} else {
				s = 1
			}
		}
		if v*s >= n.scale || v != math.Trunc(v) || v == 0 || to < hi && j > n.to && s == 1 && n.scale > 100 && t.unitBehind(to, hi) {
			break
		}
		n.value += v * s
		n.to, n.scale = to, max(s, 1)
	}
}

// power reads “^6” behind a number, and “x10^6”; n.to for none.
func (t *text) power(n *numeral, hi int) int {
	i := n.to
	ten := i+2 < hi && (t.tokens[i].low == "x" || t.tokens[i].low == "×") && t.tokens[i+1].n == 10 && t.tokens[i+2].low == "^"
	if ten {
		i += 2
	}
	if i+1 >= hi || t.tokens[i].low != "^" || t.tokens[i].space {
		return n.to
	}
	sign, at := 1., i+1
	if m := t.tokens[at].low; (m == "-" || m == "+" || m == "−") && at+1 < hi {
		if m != "+" {
			sign = -1
		}
		at++
	}
	e := t.tokens[at].n
	if e < 0 || e > 300 || t.tokens[at].space {
		return n.to
	}
	if ten {
		n.value *= math.Pow(10, sign*float64(e))
	} else {
		n.value = math.Pow(n.value, sign*float64(e))
	}
	return at + 1
}

// unitBehind keeps “3 hundred and 21 days” apart from “$3 million and 21 days”:
// what has a unit or noun of its own behind “and” is a second number.
func (t *text) unitBehind(i, hi int) bool {
	k := &t.tokens[i]
	return k.kind == word && k.space && t.class(i) <= quantifier && i < hi && t.tokens[i].sentence == t.tokens[i-1].sentence
}

// hyphenBehind reports whether token i goes on with a hyphen, as “10k-run” does not
// and “3M-owned” does.
func (t *text) hyphenBehind(i, hi int) bool {
	return i+1 < hi && t.tokens[i+1].low == "-" && !t.tokens[i+1].space && i+2 < hi && t.tokens[i+2].kind == number
}

// slash reads “1/4” at token i: a proper fraction whose denominator people use.
func (t *text) slash(i, hi int) (f float64, to int) {
	if i < 0 || i+2 >= hi || t.tokens[i+1].low != "/" || t.tokens[i].kind != number || t.tokens[i+2].kind != number {
		return 0, 0
	}
	if i+3 < hi && (t.tokens[i+3].low == "/" || t.tokens[i+3].kind == number && !t.tokens[i+3].space) {
		return 0, 0
	}
	if i > 0 && t.tokens[i-1].low == "/" {
		return 0, 0
	}
	a, p1, ok1 := digits(t.of(t.tokens[i]))
	b, p2, ok2 := digits(t.of(t.tokens[i+2]))
	if !ok1 || !ok2 || !p1 || !p2 || a >= b || a == 0 {
		return 0, 0
	}
	switch b {
	case 2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100:
		return a / b, i + 3
	}
	return 0, 0
}

// spelled reads a number in words.
func (t *text) spelled(i, hi int) (n numeral, ok bool) {
	n = numeral{from: i, scale: 1, words: true}
	j := i
	low := t.tokens[j].low
	article := low == "a" || low == "an"
	if article {
		if j+1 == hi {
			return n, false
		}
		j++
		low = t.tokens[j].low
	}
	if low == "half" || low == "quarter" && j+1 < hi && scaleWord(t.tokens[j+1].low) > 0 {
		return t.half(i, j, hi)
	}
	total, cur, scale := 0.0, 0.0, math.Inf(1)
	last, seen, and := noPart, false, 0.0
	before := 0. // the value before the last “and”
	at := j
	for j < hi {
		w := &t.tokens[j]
		k := j
		linked := false
		if seen && k+1 < hi && w.low == "-" && (!t.tokens[k+1].space && !w.space || last == tensPart) {
			k++
		} else if seen && k+1 < hi && w.low == "and" {
			linked = true
			k++
		}
		if t.tokens[k].kind != word && t.tokens[k].kind != number {
			break
		}
		v, p := numberWord(t.tokens[k].low)
		if t.tokens[k].kind == number && last == scalePart {
			if d, _, ok := digits(t.of(t.tokens[k])); ok && (d < scale && d == math.Trunc(d) || !seen) && t.slashless(k, hi) {
				v, p = d, onesPart
				n.words = false
			}
		}
		if p == noPart || linked && p == scalePart && v < 1000 || !seen && p == scalePart && t.tokens[k].ending("s") {
			break // “hundreds of” is no number
		}
		if linked && (last != scalePart && v >= 10 || cur == 0 && total == 0) {
			break
		}
		switch p {
		case onesPart:
			if last == onesPart || last == tensPart && v >= 10 || last == scalePart && v >= scale && !math.IsInf(scale, 1) {
				p = noPart
				break
			}
			if linked {
				before, and = total+cur, v
			} else if and > 0 {
				and += v
			}
			cur += v
		case tensPart:
			if last == onesPart || last == tensPart || last == scalePart && v >= scale {
				p = noPart
				break
			}
			if linked {
				before, and = total+cur, v
			}
			cur += v
		case scalePart:
			switch {
			case !seen && !article && v == 12:
				p = noPart // “dozen people” needs “a”
			case v == 100 && cur > 0 && cur < 100:
				cur *= 100
				scale = 100
			case v == 100 && !seen:
				cur = 100
				scale = 100
			case v == 12 && cur+total > 0:
				total, cur = (total+cur)*12, 0
				scale = 12
			case v == 12:
				cur, scale = 12, 12
			case v > 100 && cur == 0 && last == scalePart:
				total *= v // three lakh crore
				scale = v
			case v > 100 && !seen:
				if !article {
					p = noPart
					break
				}
				total, scale = v, v
			case v > 100 && total > 0 && scale < v && cur > 0 && scale > 100:
				p = noPart
			case v > 100:
				total += cur * v
				cur, scale = 0, v
			default:
				p = noPart
			}
			if p != noPart {
				and = 0
			}
		}
		if p == noPart {
			break
		}
		last, seen = p, true
		j = k + 1
		at = j
	}
	if !seen {
		// “a third of”, “a fifth”
		if article {
			return t.aPart(i, hi)
		}
		return n, false
	}
	if article && (last != scalePart && n.scale == 1 && total == 0 && cur < 100) {
		return n, false // “a two-day visit”: the number begins at “two”
	}
	n.value, n.to = total+cur, at
	if !math.IsInf(scale, 1) {
		n.scale = scale
	}
	// point five, point zero three
	if at+1 < hi && t.tokens[at].low == "point" {
		if f, to := t.decimals(at+1, hi); to > at+1 {
			n.value, n.to = n.value+f, to
			for n.to < hi && scaleWord(t.tokens[n.to].low) > 100 {
				n.scale = scaleWord(t.tokens[n.to].low)
				n.value *= n.scale
				n.to++
			}
			return n, true
		}
	}
	// two thirds, twenty-three fifths, one hundred and three quarters
	d := n.to
	if d+1 < hi && t.tokens[d].low == "-" && !t.tokens[d+1].space {
		d++
	}
	if d < hi {
		if b, plural := ordinalWord(t.tokens[d].low); b > 2 && (plural && n.value != 1 || !plural && n.value == 1 && last == onesPart && t.denominator(d, hi)) {
			n.to = d + 1
			if and > 0 && and < b { // one hundred and three quarters
				n.value = before + t.ofScale(&n, and/b, hi)
				return n, true
			}
			n.value /= b
			n.fraction = true
			n.scale = 1
			t.ofMillion(&n, hi)
		} else if t.tokens[d].low == "half" && and == 1 {
			n.to = d + 1
			n.value = before + t.ofScale(&n, .5, hi)
		}
	}
	return n, true
}

// ofScale is f of the scale that follows, else of the number's own: “one billion
// and three quarters million”, “two million and one half”.
func (t *text) ofScale(n *numeral, f float64, hi int) float64 {
	if n.to < hi {
		if s := scaleWord(t.tokens[n.to].low); s >= 1000 {
			n.to++
			return f * s
		}
	}
	if n.scale >= 1000 {
		return f * n.scale
	}
	return f
}

// denominator keeps “one third of” and drops “one third party”: behind a lone
// denominator stands no noun.
func (t *text) denominator(d, hi int) bool {
	if d+1 >= hi || t.tokens[d+1].kind != word {
		return true
	}
	if scaleWord(t.tokens[d+1].low) > 0 {
		return true
	}
	c := t.class(d + 1)
	return c > quantifier || c == participle
}

// slashless: no date or fraction goes on behind the digits at i.
func (t *text) slashless(i, hi int) bool {
	return i+1 >= hi || t.tokens[i+1].low != "/"
}

// ofMillion reads the scale behind a fraction: “two thirds of a million”, “three quarters million”.
func (t *text) ofMillion(n *numeral, hi int) {
	j := n.to
	if j+2 < hi && t.tokens[j].low == "of" && t.tokens[j+1].low == "a" {
		j += 2
	}
	if j < hi {
		if s := scaleWord(t.tokens[j].low); s >= 1000 {
			n.value *= s
			n.scale, n.to, n.fraction = s, j+1, false
		}
	}
}

// half reads “half”, “a half”, “half a million”, “half a dozen”, “a quarter million”.
func (t *text) half(i, j, hi int) (numeral, bool) {
	n := numeral{from: i, to: j + 1, scale: 1, words: true, fraction: true, value: .5}
	if t.tokens[j].low == "quarter" {
		n.value = .25
	}
	k := j + 1
	if k+1 < hi && (t.tokens[k].low == "a" || t.tokens[k].low == "an") {
		k++
	}
	if k < hi && t.tokens[k].kind == word {
		if s := scaleWord(t.tokens[k].low); s > 0 {
			n.value *= s
			n.scale, n.to, n.fraction = s, k+1, false
			return n, true
		}
	}
	if t.tokens[j].low == "quarter" {
		return n, false
	}
	// “first half”, “half-brother”: no number
	if i > 0 && t.tokens[i].sentence == t.tokens[i-1].sentence && t.tokens[i].unit == t.tokens[i-1].unit {
		switch t.tokens[i-1].low {
		case "first", "second", "latter", "other", "better", "this", "that", "-":
			return n, false
		}
	}
	if j+1 < hi && t.tokens[j+1].low == "-" {
		return n, false
	}
	return n, true
}

// aPart reads “a third”, “a fifth” where no noun follows: “a third of voters”, not “a third term”.
func (t *text) aPart(i, hi int) (numeral, bool) {
	n := numeral{from: i, scale: 1, words: true, fraction: true}
	j := i + 1
	v := 1.0
	if d, p := numberWord(t.tokens[j].low); p == tensPart && j+2 < hi && t.tokens[j+1].low == "-" {
		if o, plural := ordinalWord(t.tokens[j+2].low); o > 0 && o < 10 && !plural { // a twenty-first
			v, j = d, j+2
			if b := v + o; t.denominator(j, hi) {
				n.value, n.to = 1/b, j+1
				return n, true
			}
			return n, false
		}
	}
	if b, plural := ordinalWord(t.tokens[j].low); b > 2 && !plural && t.denominator(j, hi) && !t.quarterOfYear(j, hi) {
		n.value, n.to = 1/b, j+1
		t.ofMillion(&n, hi)
		return n, true
	}
	return n, false
}

// quarterOfYear: a lone quarter is three months unless “of” follows.
func (t *text) quarterOfYear(j, hi int) bool {
	return t.tokens[j].low == "quarter" && (j+1 >= hi || t.tokens[j+1].low != "of")
}

// decimals reads the words behind “point”: digits one by one, or a number below a hundred.
func (t *text) decimals(i, hi int) (f float64, to int) {
	s := ""
	for to = i; to < hi; to++ {
		v, p := numberWord(t.tokens[to].low)
		if p != onesPart && p != tensPart {
			if t.tokens[to].low == "-" && s != "" && !t.tokens[to].space && to+1 < hi {
				if v, p := numberWord(t.tokens[to+1].low); p == onesPart && v < 10 && strings.HasSuffix(s, "0") {
					s = s[:len(s)-1] + strconv.Itoa(int(v))
					to++
					continue
				}
			}
			break
		}
		s += strconv.Itoa(int(v))
	}
	if s == "" || len(s) > 15 {
		return 0, i
	}
	f, _ = strconv.ParseFloat("0."+s, 64)
	return f, to
}

// fractionTail adds “and a half”, “and three quarters”: of the last scale where
// there is one (“3 million and a half”), else of one.
func (t *text) fractionTail(n *numeral, hi int) {
	j := n.to
	if n.fraction || j+1 >= hi || t.tokens[j].low != "and" && t.tokens[j].low != "-" {
		return
	}
	hyphen := t.tokens[j].low == "-" // two-and-a-half
	if hyphen {
		if j+2 >= hi || t.tokens[j+1].low != "and" {
			return
		}
		j++
	}
	j++
	if hyphen && t.tokens[j].low == "-" {
		j++
	}
	if j >= hi {
		return
	}
	var f float64
	to := j + 1
	if hyphen && t.tokens[j].low == "a" && j+2 < hi && t.tokens[j+1].low == "-" && t.tokens[j+2].low == "half" {
		f, to = .5, j+3
	} else if t.tokens[j].low == "a" && j+1 < hi && t.tokens[j+1].low == "quarter" {
		f, to = .25, j+2
		if to < hi && n.scale > 1000 {
			if s := scaleWord(t.tokens[to].low); s >= 1000 && s < n.scale {
				n.value, n.to = n.value+f*s, to+1
				return
			}
		}
	} else {
		g, ok := t.spelled(j, hi)
		if !ok || g.to == j || !g.words {
			return
		}
		switch {
		case g.fraction:
			f, to = g.value, g.to
		case g.value < g.scale && g.scale >= 1000:
			if n.scale > g.scale { // one billion and a half million
				n.value, n.to = n.value+g.value, g.to
			} else if n.scale == 1 { // five and a half million
				n.value, n.to, n.scale, n.plain = n.value*g.scale+g.value, g.to, g.scale, false
			}
			return
		default:
			return
		}
	}
	if n.scale >= 1e3 {
		f *= n.scale
	}
	n.value, n.to = n.value+f, to
	if n.scale == 1 {
		k := to
		if k+1 < hi && t.tokens[k].low == "-" {
			k++
		}
		if k < hi {
			if s := scaleWord(t.tokens[k].low); s >= 1000 {
				n.value, n.scale, n.to = n.value*s, s, k+1
			}
		}
	}
	n.plain = false
}
