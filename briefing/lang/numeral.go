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

// parseDigits reads a token of digits. Commas group by three (or two and a last
// three, as in India); one comma before two digits or one is a decimal comma.
// What is neither (22,24,26 and 192.168.1.2) is no number.
func parseDigits(s string) (v float64, plain, ok bool) {
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
	v, plain, ok = parseDigits(t.of(*k))
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
	if f, to := t.slash(n.to+1, hi); f > 0 && n.plain && t.tokens[n.to].low == "-" && !t.tokens[n.to].space && !t.tokens[n.to+1].space {
		n.value, n.to, n.plain = n.value+f, to, false // 2-1/2
	} else if f, to := t.slash(n.to, hi); f > 0 && n.plain {
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
				if e, plain, ok := parseDigits(t.of(t.tokens[at])); ok && plain && e < 300 && t.tokens[at].kind == number {
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
	return k.kind == word && k.space && t.class(i) <= posQuantifier && i < hi && t.tokens[i].sentence == t.tokens[i-1].sentence
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
	a, p1, ok1 := parseDigits(t.of(t.tokens[i]))
	b, p2, ok2 := parseDigits(t.of(t.tokens[i+2]))
	if !ok1 || !ok2 || !p1 || !p2 || a >= b || a == 0 {
		return 0, 0
	}
	switch b {
	case 2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100:
		return a / b, i + 3
	}
	return 0, 0
}
