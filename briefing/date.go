package briefing

import "readout/briefing/lang"

// FindDate finds the first calendar date in s that needs no anchor: s[from:to],
// with its weekday if one stands in front.
func FindDate(s string) (d Date, from, to int, ok bool) { return lang.FindDate(s) }
