package lang

import "strings"

// clock reads 5:00 p.m., 17:30, 6am, 1430 hours, 2100 UTC; i for none.
func (c *counting) clock(i, hi int) int {
	k := &c.tokens[i]
	if k.n < 0 {
		// 6.30pm
		if i+1 < hi && halfDay(c.tokens[i+1].low) != 0 && strings.Count(c.of(*k), ".") == 1 {
			return c.add(i, i+2, Clock, c.plainValue(i), "")
		}
		return i
	}
	v := float64(k.n)
	to := i + 1
	colon := false
	if to+1 < hi && c.tokens[to].low == ":" && !c.tokens[to].space && !c.tokens[to+1].space && c.tokens[to+1].n >= 0 && c.tokens[to+1].n < 60 && c.tokens[to+1].end-c.tokens[to+1].start == 2 && v < 25 {
		v += float64(c.tokens[to+1].n) / 60
		to, colon = to+2, true
		if to+1 < hi && c.tokens[to].low == ":" && c.tokens[to+1].n >= 0 && c.tokens[to+1].n < 60 {
			to += 2
		}
	}
	if to+1 < hi && !colon && c.tokens[to].n >= 0 && c.tokens[to].n < 60 && c.tokens[to].end-c.tokens[to].start == 2 && c.spacedHalf(to+1, hi) {
		v += float64(c.tokens[to].n) / 60
		to++
	}
	if c.spacedHalf(to, hi) && v < 13 { // 11 30 a m
		if c.tokens[to].low == "p" && v < 12 {
			v += 12
		}
		return c.add(i, to+2, Clock, v, "")
	}
	if to < hi {
		w := c.tokens[to].low
		if m := halfDay(w); m != 0 && v < 13 {
			if m == 'p' && v < 12 {
				v += 12
			}
			return c.add(i, to+1, Clock, v, "")
		}
		switch {
		case w == "o'clock":
			return c.add(i, to+1, Clock, v, "")
		case (w == "hrs" || w == "hours" || w == "utc" || w == "gmt" || w == "z" || w == "est" || w == "edt" || w == "cet" || w == "bst") && k.end-k.start == 4 && k.n%100 < 60 && k.n < 2500 && !colon:
			return c.add(i, to+1, Clock, float64(k.n/100)+float64(k.n%100)/60, "")
		}
	}
	if colon {
		return c.add(i, to, Clock, v, "")
	}
	return i
}

// spacedHalf reports whether “a m” or “p m” stands at token i.
func (c *counting) spacedHalf(i, hi int) bool {
	return i+1 < hi && (c.tokens[i].low == "a" || c.tokens[i].low == "p") && c.tokens[i+1].low == "m"
}

// halfDay is 'a' or 'p' for a.m. and p.m., else 0.
func halfDay(w string) byte {
	switch w {
	case "am", "a.m.", "a.m":
		return 'a'
	case "pm", "p.m.", "p.m":
		return 'p'
	}
	return 0
}

// figureDate reads 2021-11-08, 8/11/2021, 2019-20 and 2014–2018 as years and days.
func (c *counting) figureDate(i, hi int) int {
	k := &c.tokens[i]
	if k.n < 0 || i+2 >= hi || c.tokens[i+2].n < 0 || c.tokens[i+2].space || c.tokens[i+1].space {
		return i
	}
	a, b := k.n, c.tokens[i+2].n
	sep := c.tokens[i+1].low
	if i+4 < hi && c.tokens[i+3].low == sep && c.tokens[i+4].n >= 0 && !c.tokens[i+4].space {
		d := c.tokens[i+4].n
		switch {
		case year(a) && b <= 12 && d <= 31:
			c.add(i, i+1, Year, float64(a), "")
			return i + 5
		case year(d) && a <= 31 && b <= 31:
			c.add(i+4, i+5, Year, float64(d), "")
			return i + 5
		}
		return i
	}
	if year(a) && (sep == "-" || sep == "–" || sep == "/") {
		switch {
		case year(b) && b > a:
			c.add(i, i+1, Year, float64(a), "")
			return c.add(i+2, i+3, Year, float64(b), "")
		case b < 100 && c.tokens[i+2].end-c.tokens[i+2].start == 2:
			return c.add(i, i+3, Year, float64(a), "")
		}
	}
	return i
}
