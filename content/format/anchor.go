package format

import (
	"path/filepath"
	"strings"

	"readout/briefing"
)

// The date anchor is what relative dates are resolved against. It is looked for
// in a fixed order, and the reader is told where it was found. A date that can be
// read in two ways is none, and neither is one that the calendar does not have;
// the clock and the file's own times are never asked.

// A stamp is a date and where it was found, in the words of the metadata.
type stamp struct {
	briefing.Date
	from string
}

// anchor sets the date anchor: what the reader says, what the document states in
// front matter, first line or header, its dateline, its first lines, its name.
func (o *Out) anchor(opt Options, stated, dateline, first stamp, name string) {
	for _, s := range []stamp{{opt.Date, "flag"}, stated, dateline, first, dateInName(name)} {
		if !s.IsZero() {
			o.Meta.Date, o.Meta.DateFrom = s.Date, s.from
			return
		}
	}
}

// dateInName finds a date in the name of a file: 2021-11-08-paris.txt,
// readout_20211108.md, 8 November 2021.txt.
func dateInName(name string) stamp {
	base := filepath.Base(name)
	base = strings.TrimSuffix(base, filepath.Ext(base))
	for i := 0; i+8 <= len(base); i++ {
		if i > 0 && isDigit(base[i-1]) {
			continue
		}
		for _, n := range []int{10, 8} {
			if i+n > len(base) || i+n < len(base) && isDigit(base[i+n]) {
				continue
			}
			s := base[i : i+n]
			if n == 10 {
				if s[4] != s[7] || strings.IndexByte("-_.", s[4]) < 0 {
					continue
				}
				s = s[:4] + s[5:7] + s[8:]
			}
			if strings.Trim(s, "0123456789") != "" {
				continue
			}
			if d, ok := briefing.ParseDate(s[:4] + "-" + s[4:6] + "-" + s[6:]); ok && d.Year >= 1900 && d.Year < 2100 {
				return stamp{d, "file name"}
			}
		}
	}
	words := strings.NewReplacer("_", " ", "-", " ").Replace(base)
	if d, _, _, ok := findDate(words); ok {
		return stamp{d, "file name"}
	}
	return stamp{}
}
