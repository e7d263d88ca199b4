package lang

// An Impossible is a date that no calendar has: s[From:To] names day Day of Month,
// in Year if the text gives one.
type Impossible struct {
	From, To         int
	Year, Month, Day int
}

// ImpossibleDates finds dates like 31 November and February 29, 2023 in a line.
func ImpossibleDates(s string) []Impossible {
	k := tokens(nil, 0, s)
	r := reader{k: k}
	var out []Impossible
	for i := range k {
		if k[i].class != cMonth || !k[i].cap {
			continue
		}
		m, hi := r.monthName(i)
		from, to, day := 0, 0, 0
		switch a, b := r.at(i-1), r.at(hi); {
		case a.kind == number && a.n > 28 && a.n < 40 && !r.glued(i-1):
			from, to, day = i-1, hi, int(a.n)
		case ordinalEnding(a.low) && r.glued(i-1) && r.at(i-2).n > 28 && r.at(i-2).n < 40:
			from, to, day = i-2, hi, int(r.at(i-2).n)
		case a.low == "of" && ordinalEnding(r.at(i-2).low) && r.at(i-3).n > 28 && r.at(i-3).n < 40:
			from, to, day = i-3, hi, int(r.at(i-3).n)
		case b.kind == number && b.n > 28 && b.n < 40 && (r.endsDay(hi+1) || r.glued(hi+1) && ordinalEnding(r.at(hi+1).low)):
			from, to, day = i, hi+1, int(b.n)
			if ordinalEnding(r.at(to).low) {
				to++
			}
		default:
			continue
		}
		year, leap := 0, 2024
		y := to
		if r.word(y, ",") {
			y++
		}
		if n := r.plainYear(y); n > 0 {
			year, leap, to = n, n, y+1
		}
		if day <= daysIn(leap, m) || day > 31 && year == 0 && k[from].class == cMonth {
			continue // “May 35” is more likely a table than a date
		}
		out = append(out, Impossible{int(k[from].start), int(k[to-1].end), year, m, day})
	}
	return out
}
