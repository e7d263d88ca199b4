package lang

// ParseDate reads a whole string as one calendar date in any form that needs no
// anchor: 2021-11-08, 8 November 2021, Monday, Nov. 8, 2021, 8 Nov 21, NOVEMBER
// 08, 2021, 23-12-2023, 101530ZNOV21. A clock time, a weekday, a label (“Published”,
// “Updated:”) and their punctuation may stand around it, other words may not. A
// date that the calendar does not have is none, and neither is 03/04/2021, which
// is two.
func ParseDate(s string) (Date, bool) {
	k := tokens(nil, 0, s)
	d, i, j, ok := findDate(k)
	if !ok {
		return Date{}, false
	}
	for n := range k {
		if (n < i || n >= j) && !aroundDate(k, n) {
			return Date{}, false
		}
	}
	return d, true
}

// FindDate finds the first calendar date in s that needs no anchor: s[from:to],
// with its weekday if one stands in front.
func FindDate(s string) (d Date, from, to int, ok bool) {
	k := tokens(nil, 0, s)
	d, i, j, ok := findDate(k)
	if !ok {
		return Date{}, 0, 0, false
	}
	return d, int(k[i].start), int(k[j-1].end), true
}

func findDate(k []token) (d Date, i, j int, ok bool) {
	for i := range k {
		if i > 0 && !k[i].space && inNumber(&k[i-1]) {
			continue // 1/12/05/2021, the 3-12-2021 of A3-12-2021
		}
		if d, j, ok := fullDate(k, i); ok && (j == len(k) || !inNumber(&k[j]) || k[j].space || k[j].low == "t") {
			return d, i, j, true
		}
	}
	return Date{}, 0, 0, false
}

// inNumber reports whether a date that touches k is part of something longer: a
// path, a part number.
func inNumber(k *token) bool {
	switch k.low {
	case "-", "/", "_", "#":
		return true
	}
	return k.kind != mark
}

// aroundDate reports whether token n may stand beside a date without saying
// anything else: punctuation, a label, a weekday, a clock time, a zone.
func aroundDate(k []token, n int) bool {
	t := &k[n]
	switch t.kind {
	case mark:
		return true
	case number:
		clock := n > 0 && k[n-1].low == ":" || n+1 < len(k) && (k[n+1].low == ":" || meridiem(k[n+1].low))
		offset := t.end-t.start == 4 && n > 0 && !t.space && (k[n-1].low == "+" || k[n-1].low == "-" || k[n-1].low == "−")
		local := t.end-t.start == 4 && n+1 < len(k) && (k[n+1].low == "h" || k[n+1].low == "hrs" || k[n+1].low == "hours" || zone(&k[n+1]))
		return clock || offset || local
	}
	if weekday(t.low) > 0 || meridiem(t.low) || zone(t) {
		return true
	}
	switch t.low {
	case "published", "publish", "updated", "update", "posted", "date", "dated", "issued", "released", "release", "created",
		"modified", "sent", "received", "last", "first", "on", "at", "the", "of", "as", "t", "h", "hrs", "hours", "time", "local":
		return true
	}
	return false
}

// meridiem reports whether a word makes the number before it a clock time.
func meridiem(low string) bool {
	switch low {
	case "am", "a.m.", "a.m", "pm", "p.m.", "p.m":
		return true
	}
	return false
}

// zone reports whether k is the abbreviation of a time zone. In lower case most
// of them are words.
func zone(k *token) bool {
	if !k.cap {
		return false
	}
	switch k.low {
	case "z", "utc", "gmt", "bst", "cet", "cest", "eet", "eest", "msk", "ist", "jst", "kst", "hkt", "sgt", "pkt", "gst",
		"et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt", "akst", "akdt", "hst",
		"aest", "aedt", "acst", "awst", "nzst", "nzdt", "wat", "cat", "eat", "sast", "brt", "art", "wib":
		return true
	}
	return false
}
