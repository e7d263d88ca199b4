package briefing

import "strings"

// columnCounts reports whether the bare numbers of a column are counts: its head does not
// speak of years or hours, and it has one that can be neither. 1010 beside 616 and 4502
// is not ten past ten.
func columnCounts(table *Block, col int) bool {
	if saysTime(cell(table, 0, col)) {
		return false
	}
	numbers, years, hours := 0, 0, 0
	for i := 1; i < len(table.Blocks); i++ {
		s := strings.Trim(cell(table, i, col), " *")
		if !bare(s) {
			continue
		}
		numbers++
		if len(s) == 4 && (s[:2] == "18" || s[:2] == "19" || s[:2] == "20") {
			years++
		}
		if len(s) == 4 && s[:2] < "24" && s[2] < '6' || len(s) == 3 && s[1] < '6' {
			hours++
		}
	}
	return numbers > 0 && 10*years < 9*numbers && 10*hours < 9*numbers
}

// isCount reports whether a unit is a cell that holds a count.
func (r *reading) isCount(unit int) bool {
	at := r.leaves[unit]
	return at.table != nil && at.row > 0 && int(at.col) < len(at.table.counts) && at.table.counts[at.col] && bare(r.units[unit].S)
}

// bare reports whether a cell holds digits and nothing else.
func bare(s string) bool {
	s = strings.Trim(s, " *")
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// saysTime reports whether the head of a column announces years, days or hours.
func saysTime(head string) bool {
	for w := range strings.FieldsFuncSeq(strings.ToLower(head), func(c rune) bool { return c < 'a' || c > 'z' }) {
		switch w {
		case "year", "years", "date", "dates", "day", "time", "times", "hour", "hours", "when", "start", "starts", "begin", "begins", "end", "ends", "from", "to", "until", "since",
			"founded", "built", "opened", "born", "died", "established", "joined", "arrival", "departure", "period", "et", "utc", "gmt", "local", "zulu":
			return true
		}
	}
	return false
}
