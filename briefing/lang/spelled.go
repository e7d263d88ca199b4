package lang

import (
	"math"
	"strconv"
	"strings"
)

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
			if d, _, ok := parseDigits(t.of(t.tokens[k])); ok && (d < scale && d == math.Trunc(d) || !seen) && t.slashless(k, hi) {
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
	return c > posQuantifier || c == posParticiple
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
	var to int
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
